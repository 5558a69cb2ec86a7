"""Many runs, counted: how they end, what is reached, who walks out and why."""
