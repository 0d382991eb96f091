"""What to do with each kind of update."""
