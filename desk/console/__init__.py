"""The pages of the desk, for who works there. A process of its own: nothing here is part of the public website."""
