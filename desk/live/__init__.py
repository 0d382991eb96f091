"""Live chats: a person of the desk takes a conversation over, answers, and gives it back. One owner at every moment."""
