"""Setting up and starting the house: scripts and the supervisor; no rules of the product."""
