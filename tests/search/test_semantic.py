from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from bot.answers.explanation import explained
from bot.model import Article
from bot.search import semantic
from bot.search.analyzer import words
from bot.search.index import Index
from bot.search.semantic import Meanings, Quantised, as_meant, passages
from tests.search.garden import BURNOUT, GARDEN, SILENCE

SIZE = 64
ALIKE = {"knackeredness": "exhaustion", "weary": "exhaustion", "quietness": "silence", "quiet": "silence"}


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """An encoder that adds up its words, those of ``ALIKE`` counting as what they mean."""

    known: frozenset[str] = frozenset(ALIKE)

    def encode(self, text: str) -> NDArray[np.float32]:
        """Give words that nobody taught it directions of their own."""
        total = np.full(SIZE, 1e-3)
        for word in words(text):
            total += np.random.default_rng(crc32(ALIKE.get(word, word).encode())).normal(size=SIZE)
        return np.asarray(total / np.linalg.norm(total), dtype=np.float32)

    def knows(self, word: str) -> bool:
        """Know what it was told."""
        return word in self.known


def index(articles: tuple[Article, ...] = GARDEN, encoder: Thesaurus | None = None) -> Index:
    encoder = encoder or Thesaurus()
    encoded = Quantised.of(np.stack([encoder.encode(text) for text in passages(articles)]))
    arrays = Index.build(articles).to_arrays() | semantic.to_arrays(articles, encoded)
    return Index.from_arrays(articles, arrays, Meanings.from_arrays(encoder, arrays))


INDEX = index()


def first(question: str) -> str:
    return INDEX.search(question)[0].article.url


def test_meaning_finds_what_no_word_finds() -> None:
    assert not Index.build(GARDEN).search("knackeredness")

    assert first("knackeredness") == BURNOUT.url


@pytest.mark.parametrize("article", GARDEN, ids=lambda article: article.url)
def test_own_title_still_comes_first(article: Article) -> None:
    assert first(article.title) == article.url


@pytest.mark.parametrize("question", ["silense", "why is silense usefull", "setion goal"])
def test_typing_mistakes_are_found_as_by_words(question: str) -> None:
    assert first(question) == Index.build(GARDEN).search(question)[0].article.url


def test_explanation_says_when_meaning_decided() -> None:
    told = explained(INDEX.explain("knackeredness"))

    assert told[1] == f"No shared words; close in meaning to: “{BURNOUT.title}”."


def test_explanation_keeps_quiet_about_meaning_where_words_decided() -> None:
    told = " ".join(explained(INDEX.explain(SILENCE.title)))

    assert "close in meaning" not in told


def test_alias_nearest_in_meaning_is_named() -> None:
    assert INDEX.explain("what to do when a client says nothing").akin == SILENCE.aliases[0]


def test_thresholds_are_those_calibrated_for_meaning() -> None:
    assert INDEX.profile.evidence[-2:] == ("meaning", "gist")


def test_misspelt_words_are_mended_before_they_are_encoded() -> None:
    question = INDEX.parts.reader.read("The silense, please")

    assert as_meant(question, Thesaurus()) == "The silence, please"


def test_words_that_the_encoder_knows_are_left_alone() -> None:
    question = INDEX.parts.reader.read("silense please")

    assert as_meant(question, Thesaurus(frozenset({"silense"}))) == "silense please"


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_text_is_searched_alike_each_time(question: str) -> None:
    found = INDEX.search(question)

    assert found == INDEX.search(question)
    assert all(0 <= hit.confidence <= 1 for hit in found)


@given(st.integers(0, 2**32 - 1))
def test_rounding_hardly_changes_a_product(seed: int) -> None:
    chance = np.random.default_rng(seed)
    vectors = chance.normal(size=(5, SIZE)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rounded = Quantised.of(vectors)

    exact, close, quick = vectors @ vectors[0], rounded.vectors(np.arange(5)) @ vectors[0], rounded.products(vectors[0])

    assert np.allclose(exact, close, atol=0.01)
    assert np.allclose(exact, quick, atol=0.02)


def test_empty_corpus_has_no_meaning() -> None:
    articles: tuple[Article, ...] = ()
    encoded = Quantised(np.zeros((0, SIZE), np.int8), np.zeros(0, np.float32))
    arrays = Index.build(articles).to_arrays() | semantic.to_arrays(articles, encoded)

    assert Index.from_arrays(articles, arrays, Meanings.from_arrays(Thesaurus(), arrays)).search("silence") == ()
