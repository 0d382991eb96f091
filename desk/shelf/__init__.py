"""What the desk keeps at hand: labels, canned answers, saved views of the cases. Nothing here is about a case."""
