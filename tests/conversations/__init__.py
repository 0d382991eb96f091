"""Real sentences to the real assistant, by situation."""
