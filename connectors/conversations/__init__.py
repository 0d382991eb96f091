"""What a connector keeps of a conversation while it lasts: sealed messages, sealed buttons, nothing else."""
