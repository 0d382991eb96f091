"""What one sentence tells about a report: pure functions, a module per kind of fact, words in `../words`."""
