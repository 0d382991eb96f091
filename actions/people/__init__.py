"""The way to a person: asking for one, agreeing to hand the conversation over, leaving a message."""
