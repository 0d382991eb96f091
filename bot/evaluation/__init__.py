"""Running the trained assistant's understanding over a file, without starting servers."""
