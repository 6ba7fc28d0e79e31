"""Every sentence the bot can say, once.

A leaf: constants, and functions where a sentence has a gap to fill. Plain text, but for the help, which is Markdown;
whoever shows it escapes it. Read as one vocabulary: ``wording.GREETING``; the modules only sort it by conversation.
"""

from bot.wording.administering import *
from bot.wording.answering import *
from bot.wording.asking_people import *
from bot.wording.explaining import *
from bot.wording.finding import *
from bot.wording.learning import *
from bot.wording.subcommands import *
from bot.wording.talking import *
from bot.wording.terms import *
from bot.wording.unprompted import *
