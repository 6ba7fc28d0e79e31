from __future__ import annotations

from bot.answers.catalogue import Catalogue, key_of
from bot.model import Article, Related

LINK = (Related("C", "/c"),)
ARTICLES = (
    Article("/a", "A", "x", subject="Goals", related=LINK),
    Article("/b", "B", "x", subject="Listening", related=LINK),
    Article("/c", "C", "x", subject="Goals"),
    Article("/d", "D", "x"),
)


def test_subjects_are_in_alphabetical_order() -> None:
    assert Catalogue.of(ARTICLES).subjects == ("Goals", "Listening")


def test_most_linked_come_first_then_in_corpus_order() -> None:
    catalogue = Catalogue.of(ARTICLES)

    assert catalogue.popular("", 3) == [2, 0, 1]
    assert catalogue.popular("Goals", 3) == [2, 0]
    assert catalogue.popular("No such subject", 3) == []


def test_keys_find_their_articles() -> None:
    catalogue = Catalogue.of(ARTICLES)

    assert [catalogue.position(key_of(article.url)) for article in ARTICLES] == [0, 1, 2, 3]
    assert catalogue.position(key_of("/nowhere")) is None
    assert catalogue.position("nothing") is None


def test_arrays_hold_it_all() -> None:
    catalogue = Catalogue.of(ARTICLES)

    again = Catalogue.from_arrays(catalogue.to_arrays())

    assert again.subjects == catalogue.subjects
    assert again.popular("Goals", 3) == catalogue.popular("Goals", 3)
    assert again.position(key_of("/d")) == 3
