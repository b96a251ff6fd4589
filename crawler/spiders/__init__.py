"""One file per outlet, and nothing else."""
