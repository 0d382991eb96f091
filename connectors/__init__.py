"""How people reach the assistant. Talks to the bot over HTTP; imports nothing of ours but `desk.intake`."""
