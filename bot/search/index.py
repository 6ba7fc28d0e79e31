"""The search index: build it from articles, ask it questions.

Immutable and deterministic; pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.model import Hit
from bot.search import ranking, weights
from bot.search.build import build_tables
from bot.search.candidates import Finder
from bot.search.evidence import Comparer, Senses
from bot.search.explanation import Evidence, Explanation, WordReading
from bot.search.highlights import highlights
from bot.search.postings import Postings
from bot.search.ragged import Ragged
from bot.search.reader import Reader
from bot.search.spelling import Spelling
from bot.search.stopwords import discounts
from bot.search.synonyms import Synonyms
from bot.search.tables import Tables
from bot.search.text import stemmer
from bot.search.thesaurus import groups
from bot.search.vocabulary import ABSENT, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.model import Article
    from bot.search.question import Question


@dataclass(frozen=True, slots=True)
class Index:
    """Articles ready to be searched."""

    articles: Sequence[Article]
    tables: Tables
    reader: Reader
    finder: Finder
    comparer: Comparer

    @classmethod
    def build(
        cls, articles: Sequence[Article], *, synonyms: Sequence[Sequence[str]] = (), language: str = "english"
    ) -> Index:
        """Index articles. ``synonyms`` are groups that mean the same; ``language`` is a Snowball stemmer's name.

        Raises:
            KeyError: there is no stemmer of that name.
        """
        return _assembled(articles, build_tables(articles, synonyms, language))

    @classmethod
    def from_arrays(cls, articles: Sequence[Article], arrays: Mapping[str, NDArray[Any]]) -> Index:
        """Take up what ``to_arrays`` gave for the same articles; only the articles of hits are ever read.

        Raises:
            KeyError: an array is missing.
        """
        return _assembled(articles, Tables.from_arrays(arrays))

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Give all that has to be stored: plain arrays, to be mapped into memory as they are."""
        return self.tables.to_arrays()

    def search(self, question: str, limit: int = 5) -> tuple[Hit, ...]:
        """Find the articles likeliest to answer a question: best first, ties by url; fewer if there are no more."""
        read = self.reader.read(question)
        senses = Senses.of(read, len(self.reader.stems))
        places, table = self._evidence(read, senses)
        best = self._best(places, ranking.scores(table), limit)
        return self._hits(senses, places[best], ranking.confidences(table)[best].tolist())

    def _best(self, places: NDArray[np.int64], scores: NDArray[np.float64], limit: int) -> list[int]:
        """Give the best places by score, ties by url; no other articles are read."""
        if not len(places) or limit < 1:
            return []
        floor = np.sort(scores)[-min(limit, len(scores))]
        near = np.flatnonzero(scores >= floor).tolist()
        return sorted(near, key=lambda i: (-scores[i], self.articles[int(places[i])].url))[:limit]

    def _evidence(self, question: Question, senses: Senses) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        places = self.finder.find(question)
        if not len(places):
            return places, np.zeros((0, len(weights.EVIDENCE)))
        return places, self.comparer.table(question, senses, places)

    def _hits(self, senses: Senses, places: NDArray[np.int64], confidences: list[float]) -> tuple[Hit, ...]:
        stem = stemmer(self.reader.language).stemWord
        hits = []
        for place, confidence, mentions in zip(
            places.tolist(), confidences, self.comparer.mentions(senses, places), strict=True
        ):
            article = self.articles[place]
            telling = [(self.reader.stems.word(term), mask) for term, mask in mentions[: weights.MOST_HIGHLIGHTS]]
            hits.append(Hit(article, confidence, highlights(article, telling, stem)))
        return tuple(hits)

    def explain(self, question: str) -> Explanation:
        """Tell why the best article comes first."""
        read = self.reader.read(question)
        hits = self.search(question, 2)
        places, table = self._evidence(read, Senses.of(read, len(self.reader.stems)))
        best, runner_up = (*hits, None, None)[:2]
        row = max(range(len(places)), key=lambda i: float(ranking.confidences(table)[i]), default=None)
        evidence = () if row is None else tuple(
            Evidence(name, float(value), float(gain))
            for name, value, gain in zip(weights.EVIDENCE, table[row], ranking.contributions(table)[row], strict=True)
        )
        readings = tuple(
            WordReading(
                term.word,
                term.senses[0].origin if term.senses else "unknown",
                tuple(sense.written for sense in term.senses),
                term.weight / max(read.mass, 1e-6),
                (),
            )
            for term in read.terms
        )
        margin = best.confidence - runner_up.confidence if best and runner_up else 1.0
        return Explanation(question, best, runner_up, readings, evidence, margin)


def _assembled(articles: Sequence[Article], tables: Tables) -> Index:
    language = bytes(tables.language[0]).decode()
    stems = Vocabulary(tables.stems)
    postings = Postings(tables.posting_offsets, tables.posting_rows, tables.posting_impacts)
    count = len(tables.entry_offsets) - 1
    rarities = _rarities(postings.frequencies(), count)
    headings = Ragged(tables.heading_terms, tables.heading_offsets)
    masses = _masses(headings, rarities * _shares(stems, language))
    whole = np.ones(len(tables.heading_posting_rows), dtype=np.uint8)
    heading_postings = Postings(tables.heading_posting_offsets, tables.heading_posting_rows, whole)
    return Index(
        articles,
        tables,
        _reader(tables, language, stems, rarities),
        Finder(count, postings, heading_postings, np.repeat(np.arange(count), np.diff(tables.heading_owners)), masses),
        Comparer(
            Ragged(tables.entry_terms, tables.entry_offsets),
            tables.entry_impacts,
            tables.entry_fields,
            tables.heading_owners,
            headings,
            masses,
        ),
    )


def _reader(tables: Tables, language: str, stems: Vocabulary, rarities: NDArray[np.float32]) -> Reader:
    pairs = Ragged(tables.pair_words, tables.pair_offsets)
    return Reader(
        language,
        stems,
        rarities,
        float(_rarities(np.zeros(1, dtype=np.int64), len(tables.entry_offsets) - 1)[0]),
        discounts(language),
        Spelling(Vocabulary(tables.words), tables.word_frequencies, pairs, tables.word_sizes),
        tables.word_terms,
        Synonyms.of(tables.synonym_groups(), language, stems),
        Synonyms.of(groups() if language == "english" else (), language, stems),
    )


def _rarities(frequencies: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    """BM25's idf, kept above 0."""
    return np.log1p((count - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)


def _shares(stems: Vocabulary, language: str) -> NDArray[np.float32]:
    shares = np.ones(len(stems), dtype=np.float32)
    stop = discounts(language)
    numbers = stems.numbers(list(stop))
    known = numbers != ABSENT
    shares[numbers[known]] = np.array(list(stop.values()), dtype=np.float32)[known]
    return shares


def _masses(headings: Ragged, telling: NDArray[np.float32]) -> NDArray[np.float32]:
    """Add up how telling the words of each heading are."""
    total = np.concatenate([np.zeros(1), np.cumsum(telling[headings.values], dtype=np.float64)])
    return (total[headings.offsets[1:]] - total[headings.offsets[:-1]]).astype(np.float32)
