"""Coming back to a report with its code."""
