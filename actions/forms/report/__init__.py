"""The anonymous report: questions one at a time, answers straight to the desk's sealed draft."""
