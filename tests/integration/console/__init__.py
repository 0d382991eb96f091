"""The console of the desk as its browsers see it, without JavaScript."""
