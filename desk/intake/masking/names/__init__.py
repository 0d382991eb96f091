"""Which words can be names, and what around them says whether they are."""
