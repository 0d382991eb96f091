"""Browser tests of the console of the desk."""
