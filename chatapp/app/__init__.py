"""Where objects meet, and nowhere else."""
