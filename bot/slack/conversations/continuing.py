"""“more” and “next”: words in a thread or direct message that do what a button would."""

from __future__ import annotations

import enum
import re
from dataclasses import replace

from bot import wording
from bot.answers.answerer import Answerer
from bot.slack import limits
from bot.slack.blockkit import rich_text
from bot.slack.blockkit.blocks import context, header, link
from bot.slack.blockkit.messages import Message, Presentation, message, plain
from bot.state.topics import Topic

MOST_BLOCKS = 40  # of an article in one message: below Slack's 50, as the heading comes on top
MOST_MESSAGES = 5  # of one article: more of them would push everything else out of sight
POOL = 10  # articles that “next” leads through, one after the other


class Wish(enum.Enum):
    """What a short word asks for."""

    WHOLE_ARTICLE = ("more", "show more", "show all", "all of it", "full answer", "the whole article", "tell me more")
    NEXT_ARTICLE = ("next", "another", "another one", "something else", "other", "next one")


def wish_in(question: str) -> Wish | None:
    """Return what ``question`` asks for if it is one of those short words and nothing else."""
    words = " ".join(re.findall(r"\w+", question.lower())).removesuffix(" please")
    return next((one for one in Wish if words in one.value), None)


def continue_with(
    wish: Wish, topic: Topic | None, answerer: Answerer, shown: Presentation
) -> tuple[list[Message], Topic | None]:
    """Return the messages to send, and what the conversation is about then."""
    if topic is None or not topic.urls:
        return [plain(wording.NOTHING_BEFORE)], topic
    if wish is Wish.WHOLE_ARTICLE:
        return _show_whole(topic, answerer, shown), topic
    found = (hit.article.url for hit in answerer.rank(topic.question, POOL))
    url = next((url for url in found if url not in topic.urls), None)
    answer = answerer.show(url, topic.question) if url else None
    if answer is None or url is None:
        return [plain(wording.NOTHING_FURTHER)], topic
    return [message(answer, shown)], replace(topic, urls=(*topic.urls, url))


def _show_whole(topic: Topic, answerer: Answerer, shown: Presentation) -> list[Message]:
    answer = answerer.show(topic.urls[-1], topic.question)
    if answer is None:
        return [plain(wording.GONE)]
    article = answer.hits[0].article
    pages = limits.split(rich_text.blocks(article.answer, site_url=shown.site_url), MOST_BLOCKS)
    if len(pages) > MOST_MESSAGES:
        pages = [*pages[:MOST_MESSAGES], [context(wording.TOO_LONG), *link(article, shown.site_url)]]
    return [Message(article.title, (header(article.title), *page), article.url) for page in pages]
