"""A message → the question that is answered first, what was found for it, and what else it asks.

A story around a question may help or mislead, and “… and how …” may be one question or two. So the message as a whole
and its questions are all searched for, and what was found decides.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.model import Hit, Outcome
from bot.reading.message import read_message

Search = Callable[[str], tuple[Hit, ...]]
Decide = Callable[[Sequence[Hit]], Outcome]


@dataclass(frozen=True, slots=True)
class Understood:
    """A question with its hits, best first; ``left`` are further questions of the message that have articles, too."""

    question: str
    hits: tuple[Hit, ...]
    left: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        """How sure the best hit is, in [0, 1]; below 0 without any."""
        return self.hits[0].confidence if self.hits else -1.0


LIKELY = 0.5
"""Confidence from which a part of a message is a question with an article of its own, not what stands around one."""


def understand(text: str, search: Search, decide: Decide) -> Understood:
    """Search for what a message asks."""
    message = read_message(text)
    if not message.questions:  # a report, a joke, an announcement: whatever is near it, nobody asked
        return Understood(message.text, tuple(replace(hit, confidence=0.0) for hit in search(message.text)))
    whole = Understood(message.text, search(message.text))
    parts = [Understood(one, search(one)) for one in message.questions if one != message.text]
    likely = [part for part in parts if part.confidence >= LIKELY]
    best = max([*parts, whole], key=lambda one: one.confidence)
    if best is whole and not _are_several(likely, whole, decide):
        return whole
    ordered = likely or [best]
    return replace(ordered[0], left=_others(ordered[0], ordered))


def _are_several(found: Sequence[Understood], whole: Understood, decide: Decide) -> bool:
    """Tell whether parts that lead to different articles are questions of their own.

    Where one article answers a sentence that was taken apart, it is no two questions, unless two others do, too.
    """
    articles = {part.hits[0].article.url for part in found}
    answered = {part.hits[0].article.url for part in found if decide(part.hits) == "answer"}
    is_one_sentence = sum(part.question.endswith("?") for part in found) < 2
    is_one = is_one_sentence and decide(whole.hits) == "answer" and len(answered) < 2
    return len(articles) > 1 and bool(answered) and not is_one


def _others(first: Understood, found: Sequence[Understood]) -> tuple[str, ...]:
    """Return the other questions that lead elsewhere."""
    seen = {first.hits[0].article.url}
    left: list[str] = []
    for part in found:
        if part.hits[0].article.url not in seen:
            seen.add(part.hits[0].article.url)
            left.append(part.question)
    return tuple(left)
