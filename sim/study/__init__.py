"""Many runs of one case."""
