"""Why an article was chosen, in words."""

from __future__ import annotations

from collections.abc import Sequence

NOTHING_FOUND = "None of the question's words are in any article."
CHOSEN_BY_HAND = "You chose this article yourself."
EVIDENCE = {
    "asked": "How much of the question the title or alias covers",
    "named": "How much of the title or alias the question covers",
    "opening": "How far the title starts the way the question does",
    "same": "Whether the title is the question",
    "exact": "How much of the question the title or alias has word for word",
    "article": "How often the article mentions it",
    "covered": "How much of the question the article covers anywhere",
    "found": "How much of the question the article has anywhere, word for word",
    "passage": "How much of the question one passage covers",
    "keywords": "How much of the question is among the keywords",
    "meaning": "How close the title or alias is in meaning",
    "gist": "How close the summary is in meaning",
}
ORIGINS = {
    "word": "",
    "correction": "read as",
    "completion": "completed to",
    "synonym": "means the same as",
    "unknown": "not in any article",
}


def came_first(title: str, confidence: float) -> str:
    """Return which article came first, and how sure the search is of it."""
    return f"“{title}” came first, with a confidence of {confidence:.0%}."


def word_read(word: str, origin: str, read_as: list[str], places: list[str], weight: float) -> str:
    """Return how one word was understood, where the article has it, and its share of what the question says."""
    how = " ".join(
        part for part in (ORIGINS.get(origin, origin), ", ".join(read_as) if origin != "word" else "") if part
    )
    where = f"found in {', '.join(places)}" if places else "not in this article"
    return f"“{word}”{f' ({how})' if how else ''}: {where}; weighs {weight:.0%}."


def evidence(name: str, value: float, contribution: float) -> str:
    """Return one kind of evidence, how strong it is, and its share of what was decisive."""
    return f"{EVIDENCE.get(name, name)}: {value:.0%}; {contribution:.0%} of the weight."


def near_in_meaning(heading: str) -> str:
    """Return what decided where the article has none of the question's telling words."""
    return f"No shared words; close in meaning to: “{heading}”."


def mostly_by_meaning(heading: str) -> str:
    """Return what decided where meaning weighs more than the words."""
    return f"Meaning decided; close to: “{heading}”."


def says_nothing_of(words: Sequence[str]) -> str:
    """Return which words of the question the article lacks, though its title is close."""
    return f"It says nothing about {', '.join(f'“{word}”' for word in words)}."


def runner_up(title: str, confidence: float, margin: float) -> str:
    """Return what came second, and by how much it is behind."""
    return f"“{title}” came second, with {confidence:.0%} ({margin:.2f} behind)."
