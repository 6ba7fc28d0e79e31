"""Conversation: “more” and “next” in a thread or direct message, said instead of pressing a button."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot import wording
from bot.slack import limits
from bot.slack.blockkit import rich_text
from bot.slack.blockkit.blocks import header
from bot.slack.blockkit.messages import Message, message, plain

if TYPE_CHECKING:
    from bot.answers.answerer import Answerer
    from bot.slack.blockkit.messages import Presentation
    from bot.state.topics import Topic

MOST_BLOCKS = 40  # of an article in one message: below Slack's 50, as the heading comes on top
POOL = 10  # articles that “next” leads through, one after the other


class Wish(enum.Enum):
    """What a short word asks for."""

    WHOLE_ARTICLE = ("more", "show more", "show all", "all of it", "full answer", "the whole article", "tell me more")
    NEXT_ARTICLE = ("next", "another", "another one", "something else", "other", "next one")


def wish(question: str) -> Wish | None:
    """Return what ``question`` asks for if it is one of those short words and nothing else."""
    words = " ".join(re.findall(r"\w+", question.lower())).removesuffix(" please")
    return next((one for one in Wish if words in one.value), None)


@dataclass(frozen=True, slots=True)
class Continuing:
    """Goes on with what a conversation is about."""

    answerer: Answerer
    shown: Presentation

    def go_on(self, wanted: Wish, topic: Topic | None) -> tuple[list[Message], Topic | None]:
        """Return the messages to send, and what the conversation is about then."""
        if topic is None or not topic.urls:
            return [plain(wording.NOTHING_BEFORE)], topic
        if wanted is Wish.WHOLE_ARTICLE:
            return self._whole(topic), topic
        return self._next(topic)

    def _whole(self, topic: Topic) -> list[Message]:
        answer = self.answerer.show(topic.urls[-1], topic.question)
        if answer is None:
            return [plain(wording.GONE)]
        article = answer.hits[0].article
        blocks = rich_text.blocks(article.answer, site_url=self.shown.site_url)
        pages = limits.split(blocks, MOST_BLOCKS)
        return [Message(article.title, (header(article.title), *page), article.url) for page in pages]

    def _next(self, topic: Topic) -> tuple[list[Message], Topic]:
        found = (hit.article.url for hit in self.answerer.rank(topic.question, POOL))
        url = next((url for url in found if url not in topic.urls), None)
        answer = self.answerer.show(url, topic.question) if url else None
        if answer is None or url is None:
            return [plain(wording.NOTHING_FURTHER)], topic
        return [message(answer, self.shown)], replace(topic, urls=(*topic.urls, url))
