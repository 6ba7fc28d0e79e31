"""What the app's manifest declares and the code relies on; a test compares the two.

A leaf: whoever installs the app, as the emulator does, needs nothing else of the bot for it.
"""

from __future__ import annotations

ANSWER_MESSAGE = "answer_message"
BROWSE_ARTICLES = "browse_articles"
"""The callback ids of the shortcuts: in a message's menu, and the one that is everywhere."""
