"""The assistant's parts together."""
