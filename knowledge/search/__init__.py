"""Finding an article by its words."""
