"""The review queue: who can read it, what is kept, how long."""
