"""The search index: build it from articles, ask it questions.

Immutable and deterministic; pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.model import Hit, Match
from bot.search import fields, lexical, ranking, weights
from bot.search.counting import TermNumbers, count_articles, count_texts
from bot.search.explanation import Evidence, Explanation, WordReading
from bot.search.headings import Headings
from bot.search.postings import Postings, invert, pack
from bot.search.question import Question, Reader
from bot.search.spelling import Spelling
from bot.search.stopwords import ENGLISH
from bot.search.text import stemmer, words
from bot.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.model import Article


@dataclass(frozen=True, slots=True)
class Index:
    """Articles ready to be searched."""

    articles: Sequence[Article]
    arrays: Mapping[str, NDArray[np.generic]]
    postings: Postings
    headings: Headings
    reader: Reader

    @classmethod
    def build(
        cls, articles: Sequence[Article], *, synonyms: Sequence[Sequence[str]] = (), language: str = "english"
    ) -> Index:
        """Index articles. ``synonyms`` are groups that mean the same; ``language`` is a Snowball stemmer's name.

        Raises:
            KeyError: there is no stemmer of that name.
        """
        del synonyms
        numbers = TermNumbers(language)
        packed = count_articles(articles, numbers)
        rows = [
            (place, kind, text) for place, article in enumerate(articles) for kind, text in fields.headings(article)
        ]
        heading_rows = count_texts((text for _, _, text in rows), numbers)
        stems, order = Vocabulary.of(list(numbers.stems))
        article_postings = invert(_renumbered(packed, order), len(stems))
        frequencies = article_postings.lengths()
        count = len(articles)
        heading_terms = order[heading_rows.terms] if len(order) else heading_rows.terms
        lengths = np.diff(heading_rows.offsets)
        owners = np.repeat(np.arange(len(rows)), lengths)
        keys = np.unique((heading_terms.astype(np.int64) << 32) | owners)
        nothing = np.zeros(len(keys), dtype=np.uint8)
        heading_postings = invert(pack(keys >> 32, keys & 0xFFFFFFFF, nothing, nothing), len(stems))
        curated = sorted({word for article in articles for text in _curated(article) for word in words(text)})
        curated_words = Vocabulary.of(curated)[0]
        curated_terms = order[np.array([numbers[word] for word in curated], dtype=np.int64)] if curated else np.zeros(0)
        arrays: dict[str, NDArray[np.generic]] = {
            "language": np.array([language.encode()], dtype="S32"),
            "count": np.array([count]),
            "stems": stems.entries,
            "article_offsets": article_postings.offsets,
            "article_rows": article_postings.rows,
            "article_impacts": article_postings.impacts,
            "article_fields": article_postings.fields,
            "heading_posting_offsets": heading_postings.offsets,
            "heading_posting_rows": heading_postings.rows,
            "heading_firsts": np.searchsorted(np.array([place for place, _, _ in rows]), np.arange(count)),
            "heading_fields": np.array([kind for _, kind, _ in rows], dtype=np.uint8),
            "heading_terms": heading_terms.astype(np.int32),
            "heading_offsets": heading_rows.offsets,
            "words": curated_words.entries,
            "word_terms": curated_terms.astype(np.int32),
            "word_counts": frequencies[curated_terms.astype(np.int64)].astype(np.int32),
        }
        return cls.from_arrays(articles, arrays)

    @classmethod
    def from_arrays(cls, articles: Sequence[Article], arrays: Mapping[str, NDArray[np.generic]]) -> Index:
        """Take up arrays that ``to_arrays`` gave for the same articles."""
        a: Mapping[str, NDArray] = arrays  # type: ignore[type-arg]
        count = int(a["count"][0])
        language = bytes(a["language"][0]).decode()
        postings = Postings(a["article_offsets"], a["article_rows"], a["article_impacts"], a["article_fields"])
        stems = Vocabulary(a["stems"])
        frequencies = postings.lengths()
        rarities = np.log1p((count - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)
        telling = rarities.copy()
        if language == "english":
            stop = stems.numbers(sorted({stemmer(language).stemWord(word) for word in ENGLISH}))
            telling[stop[stop >= 0]] *= weights.STOP_WEIGHT
        empty = np.zeros(len(a["heading_posting_rows"]), dtype=np.uint8)
        masses = np.add.reduceat(np.append(telling[a["heading_terms"]], 0), a["heading_offsets"][:-1]) if count else []
        headings = Headings(
            Postings(a["heading_posting_offsets"], a["heading_posting_rows"], empty, empty),
            a["heading_firsts"],
            a["heading_fields"],
            np.asarray(masses, dtype=np.float32),
            a["heading_terms"],
            a["heading_offsets"],
        )
        spelling = Spelling.of(Vocabulary(a["words"]), a["word_counts"])
        reader = Reader(language, stems, rarities, float(np.log1p((count + 0.5) / 0.5)), spelling, a["word_terms"])
        return cls(articles, arrays, postings, headings, reader)

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """Give all that has to be stored: plain arrays, to be mapped into memory as they are."""
        return dict(self.arrays)

    def search(self, question: str, limit: int = 5) -> tuple[Hit, ...]:
        """Find the articles likeliest to answer a question: best first, ties by url; fewer if there are no more."""
        read = self.reader.read(question)
        candidates, table = self._evidence(read)
        confidences = ranking.confidences(table)
        order = sorted(range(len(candidates)), key=lambda i: (-confidences[i], self.articles[int(candidates[i])].url))
        return tuple(self._hit(read, int(candidates[i]), float(confidences[i])) for i in order[:limit])

    def explain(self, question: str) -> Explanation:
        """Tell why the best article comes first."""
        read = self.reader.read(question)
        hits = self.search(question, 2)
        candidates, table = self._evidence(read)
        best, runner_up = (*hits, None, None)[:2]
        row = max(range(len(candidates)), key=lambda i: float(ranking.confidences(table)[i]), default=None)
        evidence = (
            ()
            if row is None
            else tuple(
                Evidence(name, float(value), float(gain))
                for name, value, gain in zip(
                    ranking.EVIDENCE, table[row], ranking.contributions(table)[row], strict=True
                )
            )
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

    def _evidence(self, read: Question) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        if not read.terms or not len(self.articles):
            return np.zeros(0, dtype=np.int64), np.zeros((0, len(ranking.EVIDENCE)))
        rows = self.headings.scores(read)
        heading = self.headings.best(rows)
        article = lexical.scores(read, self.postings, len(heading))
        together = heading + weights.ARTICLE_SHARE * article
        few = min(weights.CANDIDATES, len(together))
        candidates = np.sort(np.argpartition(-together, few - 1)[:few])
        candidates = candidates[together[candidates] > 0]
        weight = np.array([term.weight for term in read.terms]) / max(read.mass, 1e-6)
        best_rows = [self.headings.row_of(int(c), rows) for c in candidates]
        shared = np.array([heading[c] for c in candidates])
        in_title = lexical.presence(read, self.postings, candidates, weights.TITLE | weights.ALIAS)
        anywhere = lexical.presence(read, self.postings, candidates, lexical.all_fields())
        asked = in_title @ weight
        mass = self.headings.masses[best_rows]
        named = np.minimum(asked * read.mass / np.maximum(mass, 1e-6), 1)
        return candidates, np.column_stack([shared, asked, named, article[candidates], anywhere @ weight])

    def _hit(self, read: Question, place: int, confidence: float) -> Hit:
        article = self.articles[place]
        stem = stemmer(self.reader.language).stemWord
        wanted = [stem(sense.written) for term in read.terms for sense in term.senses if sense.origin != "synonym"]
        matches = []
        for field, name in fields.NAMES.items():
            if field == weights.ANSWER:
                continue
            written = {stem(word): word for word in reversed(words(fields.text_of(article, field)))}
            if found := tuple(written[term] for term in dict.fromkeys(wanted) if term in written):
                matches.append(Match(name, found))
        return Hit(article, confidence, tuple(matches))


def _curated(article: Article) -> tuple[str, ...]:
    return (article.title, *article.aliases, *article.keywords, article.description)


def _renumbered(packed: NDArray[np.uint64], order: NDArray[np.int64]) -> NDArray[np.uint64]:
    terms = order.astype(np.uint64)[(packed >> np.uint64(40)).astype(np.int64)]
    return (terms << np.uint64(40)) | (packed & np.uint64((1 << 40) - 1))
