"""The only door into the desk for actions and connectors: hand in, come back with a receipt, never read a case."""
