"""Reply → blocks, and every conversation in Slack: the only package that knows Slack."""
