"""What people can do with the bot, one module for each conversation."""
