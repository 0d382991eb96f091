"""Conversations that hold on to a question until it is answered, skipped or stopped: the anonymous report."""
