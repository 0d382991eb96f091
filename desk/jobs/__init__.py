"""What runs by itself: one job per file, all started by `python -m desk.jobs <name>`."""
