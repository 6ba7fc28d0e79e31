"""Replies and reports → Block Kit: messages, modals, the Home tab, and the limits they keep. Pure: no I/O."""
