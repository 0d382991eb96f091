"""The website connector as a whole."""
