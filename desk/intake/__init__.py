"""The only door into the desk for actions and connectors: hand in and come back, never read a case."""
