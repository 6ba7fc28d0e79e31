"""What people confirmed → labelled questions for the evaluation, as JSON Lines.

Pure: no I/O.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from bot.aliases import normalised
from bot.journal.gaps import LEAST_PEOPLE
from bot.journal.queries import Confirmation
from bot.journal.suggestions import agreed

STYLE = "journal"


def labelled_lines(confirmed: Iterable[Confirmation], *, least_people: int = LEAST_PEOPLE) -> Iterator[str]:
    """Give one line for each question that enough people confirmed an article for, by question.

    Of spellings that differ in case or marks only, the first in the alphabet stands. Articles come with those of most
    people first.
    """
    spellings = defaultdict[str, set[str]](set)
    people = defaultdict[str, dict[str, set[str]]](lambda: defaultdict(set))
    for one in agreed(confirmed):
        key = normalised(one.question)
        spellings[key].add(one.question)
        people[key][one.url].add(one.person)
    for key in sorted(people):
        if key and len(set[str]().union(*people[key].values())) >= least_people:
            yield _line(min(spellings[key]), people[key])


def _line(question: str, people: Mapping[str, set[str]]) -> str:
    relevant = sorted(people, key=lambda url: (-len(people[url]), url))
    return json.dumps({"query": question, "style": STYLE, "relevant": relevant}, ensure_ascii=False)
