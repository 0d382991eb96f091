"""People in a conversation: who owns it, handing it over, and messages that are left for someone of the desk."""
