"""The search index: build it from articles, ask it questions.

Immutable and deterministic. Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.model import Hit
from bot.progress import OnProgress, ignore
from bot.search import confidence, weights
from bot.search.analyzer import stemmer
from bot.search.builder import build_tables
from bot.search.candidate_set import Findings
from bot.search.components import assemble
from bot.search.explaining import explained
from bot.search.highlights import highlights
from bot.search.tables import Tables
from bot.search.term_matches import Senses
from bot.search.unsaid import corrected, missing
from bot.search.vocabulary import WordSet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.model import Article
    from bot.search.components import Parts
    from bot.search.explanation import Explanation
    from bot.search.query import Question
    from bot.search.semantic import Meanings
    from bot.search.weights import Profile


_GUESSED = ("correction", "completion")


@dataclass(frozen=True, slots=True)
class Index:
    """Articles ready to be searched.

    >>> from bot.model import Article
    >>> silence = Article(url="/silence", title="Why is silence useful?", answer="It gives room to think.")
    >>> [hit.article.url for hit in Index.build([silence]).search("uses of silense")]
    ['/silence']
    """

    articles: Sequence[Article]
    tables: Tables
    parts: Parts

    @classmethod
    def build(
        cls,
        articles: Sequence[Article],
        *,
        synonyms: Sequence[Sequence[str]] = (),
        thesaurus: Sequence[Sequence[str]] = (),
        dictionary: frozenset[str] = frozenset(),
        language: str = "english",
        on_progress: OnProgress = ignore,
    ) -> Index:
        """Index articles.

        Args:
            articles: in any order.
            synonyms: the authors' groups of words that mean the same.
            thesaurus: general groups; they count less.
            dictionary: the words of the language, which are never taken for misspellings.
            language: a Snowball stemmer's name.
            on_progress: told how many articles are counted, of how many.

        Raises:
            KeyError: there is no stemmer of that name.
        """
        tables = build_tables(articles, synonyms, thesaurus, WordSet.of(dictionary), language, on_progress=on_progress)
        return cls(articles, tables, assemble(tables))

    @classmethod
    def from_arrays(
        cls, articles: Sequence[Article], arrays: Mapping[str, NDArray[Any]], meanings: Meanings | None = None
    ) -> Index:
        """Take up what ``to_arrays`` gave for the same articles; only those articles that are found are ever read.

        With ``meanings``, of the same articles too, it searches by meaning besides words.

        Raises:
            KeyError: an array is missing.
        """
        tables = Tables.from_arrays(arrays)
        return cls(articles, tables, assemble(tables, meanings))

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Give all that has to be stored: plain arrays, to be mapped into memory as they are."""
        return self.tables.to_arrays()

    @property
    def profile(self) -> Profile:
        """The kinds of evidence it weighs, and how."""
        return weights.SEMANTIC if self.parts.meanings else weights.LEXICAL

    def search(self, question: str, limit: int = 5) -> tuple[Hit, ...]:
        """Find the articles likeliest to answer a question: best first, ties by url; fewer if no more are related."""
        findings = self._findings(question)
        return self._hits(findings, self._best(findings, limit))

    def nearest(self, question: str, limit: int = 5) -> tuple[Hit, ...]:
        """Find the same articles in two thirds of the time: the hits do not tell which words matched."""
        findings = self._findings(question)
        best = self._best(findings, limit)
        return tuple(self._hit(findings, row) for row in best)

    def explain(self, question: str) -> Explanation:
        """Tell why the best article comes first: the same search, all its evidence shown."""
        findings = self._findings(question)
        best = self._best(findings, 2)
        return explained(self.parts, findings, best, self._hits(findings, best))

    def misspelt(self, text: str) -> tuple[str, ...]:
        """Return the words of a text that are read as other words, being misspelt or half typed, as it seems."""
        terms = self.parts.reader.read(text).terms
        return tuple(term.word for term in terms if term.senses and term.senses[0].origin in _GUESSED)

    def _findings(self, text: str) -> Findings:
        question = self.parts.reader.read(text)
        senses = Senses.of(question, len(self.parts.reader.stems))
        meanings = self.parts.meanings
        vector = meanings.of(question) if meanings else None
        places = self._places(question, vector)
        if not len(places):
            return Findings.none(self.profile, question, senses)
        compared = self.parts.comparer.compare(question, senses, places)
        table = compared.table
        if meanings and vector is not None:
            table = np.column_stack([table, meanings.compare(vector, places)])
        scores = confidence.scores(table, self.profile)
        twins = self.parts.comparer.alike(compared.headings, int(np.argmax(scores)))
        seen = confidence.signs(question, compared, scores, twins)
        confidences = confidence.confidences(seen, scores, twins, self.profile) * (question.substance > 0)
        shared = confidence.shared(question, compared)
        return Findings(
            self.profile,
            question,
            senses,
            places,
            compared.headings,
            table,
            scores,
            confidences,
            shared,
            compared.covered,
            vector,
        )

    def _places(self, question: Question, vector: NDArray[np.float32] | None) -> NDArray[np.int64]:
        """Give the candidates by words and by meaning, in corpus order."""
        by_words = self.parts.finder.find(question)
        if self.parts.meanings is None or vector is None or not len(self.articles):
            return by_words
        return np.union1d(by_words, self.parts.meanings.nearest(vector))

    def _best(self, findings: Findings, limit: int) -> list[int]:
        """Give the rows of the best candidates; no other articles are read."""
        if limit < 1 or not len(findings.scores):
            return []
        floor = np.sort(findings.scores)[-min(limit, len(findings.scores))]
        near = np.flatnonzero(findings.scores >= floor).tolist()
        return sorted(near, key=lambda row: (-findings.scores[row], self._article(findings, row).url))[:limit]

    def _hits(self, findings: Findings, rows: list[int]) -> tuple[Hit, ...]:
        stem = stemmer(self.parts.reader.language).stemWord
        mentions = self.parts.comparer.mentions(findings.senses, findings.places[rows])
        found = []
        for row, terms in zip(rows, mentions, strict=True):
            article = self._article(findings, row)
            told = [(self.parts.reader.stems.word(m.term), m.fields) for m in terms[: weights.MOST_HIGHLIGHTS]]
            shown = highlights(article, told, stem)
            hit = self._hit(findings, row)
            found.append(replace(hit, matches=shown, corrected=corrected(findings.question, terms)))
        return tuple(found)

    def _hit(self, findings: Findings, row: int) -> Hit:
        """Give a hit without the words that matched; what it lacks is worth saying only where its title is close."""
        is_close = findings.shared[row] >= weights.CLOSE_FROM
        lacking = missing(findings.question, findings.covered[row]) if is_close else ()
        return Hit(self._article(findings, row), float(findings.confidences[row]), missing=lacking)

    def _article(self, findings: Findings, row: int) -> Article:
        return self.articles[int(findings.places[row])]
