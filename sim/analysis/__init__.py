"""What many runs say: shares, means and spreads."""
