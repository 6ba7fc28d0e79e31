"""Two releases → the questions that one would answer differently from the other.

Pure: no I/O. Whoever answers arrives as a function.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Answer, Choices, NoAnswer, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.model import Article


@dataclass(frozen=True, slots=True)
class Difference:
    """A question with the reply it gets and the one it would get."""

    question: str
    before: Reply
    after: Reply

    @property
    def is_loss(self) -> bool:
        """Whether the question has an answer now and would have none."""
        return isinstance(self.before, Answer) and isinstance(self.after, NoAnswer)


def questions_of(articles: Iterable[Article]) -> tuple[str, ...]:
    """Give every title, question and alias, each once, in the articles' order."""
    names = (name for one in articles for name in (one.title, one.question, *one.aliases) if name)
    return tuple(dict.fromkeys(names))


def differences(
    questions: Iterable[str], before: Callable[[str], Reply], after: Callable[[str], Reply]
) -> tuple[Difference, ...]:
    """Ask both, and give the questions whose outcome or articles differ, losses first, else in the order asked.

    A different order of the same choices, another confidence, or a changed text of the same article do not count.
    """
    compared = (Difference(question, before(question), after(question)) for question in dict.fromkeys(questions))
    found = [one for one in compared if _essence(one.before) != _essence(one.after)]
    return tuple(sorted(found, key=lambda one: not one.is_loss))


def _essence(reply: Reply) -> tuple[str, frozenset[str]]:
    match reply:
        case Answer():
            return "answer", frozenset({reply.hits[0].article.url})
        case Choices():
            return "choices", frozenset(hit.article.url for hit in reply.hits)
        case NoAnswer():
            return "none", frozenset()
