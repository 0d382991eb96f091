"""Our own Dutch recognisers, each a Presidio recogniser for one kind of personal data."""
