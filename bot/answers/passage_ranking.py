"""Which passage of an article fits a question best.

Pure: no I/O. An inverse-document-frequency weight (Spärck Jones, 1972) with the article's passages for documents.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from bot.search.analyzer import stemmer, words
from bot.search.stopwords import STOP

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.answers.passages import Passage

_TITLE = re.compile(r"^(?:[-*+]|\d+[.)])?\s*(?:\*\*(.+?)\*\*|#+ (.+))")
_STEMMER = stemmer("english")


def best_passage(
    found: Sequence[Passage], lead: Collection[int], question: str, *, title: str = "", most: int
) -> int | None:
    """Return the position of the passage that says more on the question than the beginning does, or None.

    Only passages that fit, with their context, into ``most`` characters count. Words of the article's ``title`` count
    nowhere, words that the beginning has already in a passage's title alone; the earlier of two equally good ones wins.
    """
    scores = _scores(found, lead, _terms(question) - _terms(title))
    fitting = [position for position in _candidates(found, most) if scores[position] > 0]
    best = max(fitting, key=lambda position: scores[position], default=None)
    return None if best in lead else best


def _scores(found: Sequence[Passage], lead: Collection[int], asked: frozenset[str]) -> list[float]:
    terms = [_terms(passage.source) & asked for passage in found]
    frequencies = Counter(chain.from_iterable(terms))
    weights = {term: math.log(len(found) / count) for term, count in frequencies.items()}
    known = frozenset(chain.from_iterable(terms[position] for position in lead))
    titles = (_title_terms(found, position) & asked for position in range(len(found)))
    return [  # exactly rounded, as sets have another order in each process
        math.fsum((*(weights[term] for term in passage - known), *(weights.get(term, 0.0) for term in title)))
        for passage, title in zip(terms, titles, strict=True)
    ]


def _candidates(found: Sequence[Passage], most: int) -> list[int]:
    lengths = [len(passage.source) for passage in found]
    return [
        position
        for position, passage in enumerate(found)
        if not passage.leads_on and lengths[position] + sum(lengths[above] for above in passage.context) <= most
    ]


def _title_terms(found: Sequence[Passage], position: int) -> frozenset[str]:
    """Return the words of the passage's headings and of its first words if they are bold."""
    titles = (_TITLE.match(found[number].source) for number in (*found[position].context, position))
    return _terms(" ".join(next(filter(None, title.groups()), "") for title in titles if title))


def _terms(text: str) -> frozenset[str]:
    return frozenset(_STEMMER.stemWords([word for word in words(text) if word not in STOP]))
