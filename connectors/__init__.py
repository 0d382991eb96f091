"""How people reach the assistant. Talks to the bot over HTTP and imports nothing of ours but `desk.intake`."""
