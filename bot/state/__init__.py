"""What the bot remembers between messages and over restarts: topics, channel modes, decisions, chores."""
