"""What Slack refuses in blocks and views, one sentence with a JSON pointer for each thing wrong.

Pure: no I/O. Written from Slack's documentation alone and independent of the bot's own limits, so that each can catch a
mistake in the other. Blocks that the bot has no use for (video, file, card, carousel, …) count as unknown.
"""

from bot.playground.validation.rules import Violation
from bot.playground.validation.surfaces import check_message_blocks, check_options, check_view

__all__ = ["Violation", "check_message_blocks", "check_options", "check_view"]
