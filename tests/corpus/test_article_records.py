from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article_records import Records, pack
from bot.model import Article, Related

texts = st.text(max_size=20)
dates = st.none() | st.dates()
articles = st.builds(
    Article,
    url=texts,
    title=texts,
    answer=texts,
    subject=texts,
    id=texts,
    date=dates,
    question=texts,
    description=texts,
    keywords=st.lists(texts, max_size=3).map(tuple),
    aliases=st.lists(texts, max_size=3).map(tuple),
    related=st.lists(st.builds(Related, texts, texts, texts), max_size=2).map(tuple),
    author=texts,
    expert=texts,
    review_by=dates,
    no_index=st.booleans(),
    source=st.none() | st.just(Path("a/b.md")),
)

FIRST = Article("/a", "A", "Answer.", subject="education studies", date=dt.date(2025, 3, 20))
SECOND = Article("/b", "B", "Antwort: é…", related=(Related("A", "/a", "Education Studies"),))


@given(st.lists(articles, max_size=4))
def test_articles_come_back_as_they_were(originals: list[Article]) -> None:
    assert list(Records(pack(originals))) == originals


def test_records_are_a_sequence() -> None:
    records = Records(pack([FIRST, SECOND]))

    assert (len(records), records[-1], records[:1], records.index(SECOND)) == (2, SECOND, (FIRST,), 1)


def test_records_may_be_chosen_and_put_in_order() -> None:
    records = Records(pack([FIRST, SECOND]), places=np.array([1, 0]))

    assert list(records) == [SECOND, FIRST]


def test_subjects_are_spelled_as_chosen() -> None:
    records = Records(pack([FIRST]), spelling={"education studies": "Education Studies"})

    assert records[0] == replace(FIRST, subject="Education Studies")
