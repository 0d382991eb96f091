"""Learning from what people ask: sentences and articles that colleagues propose, handed over as a change to review."""
