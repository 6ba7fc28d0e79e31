"""The working parts of an index, put together from its tables in milliseconds.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from bot.search import weights
from bot.search.candidates import Finder
from bot.search.features import Comparer
from bot.search.postings import Postings
from bot.search.query_parser import Reader
from bot.search.ragged import Ragged
from bot.search.spelling import Spelling
from bot.search.stopwords import discounts
from bot.search.synonyms import Lexicon, Synonyms
from bot.search.tables import unpack_groups
from bot.search.vocabulary import ABSENT, Vocabulary, WordSet

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.semantic import Meanings
    from bot.search.tables import Tables


@dataclass(frozen=True, slots=True)
class Parts:
    """Who reads a question, who finds candidates, who compares them closely; who knows what they mean, if anybody."""

    reader: Reader
    finder: Finder
    comparer: Comparer
    meanings: Meanings | None = None


def assemble(tables: Tables, meanings: Meanings | None = None) -> Parts:
    """Put the parts together; what is quickly derived is derived here rather than stored."""
    language = bytes(tables.language[0]).decode()
    stems = Vocabulary(tables.stems)
    postings = Postings(tables.posting_offsets, tables.posting_rows, tables.posting_impacts)
    count = len(tables.entry_offsets) - 1
    rarities = _rarities(postings.frequencies(), count)
    headings = Ragged(tables.heading_terms, tables.heading_offsets)
    masses = _masses(headings, rarities * _shares(stems, language))
    return Parts(
        reader=_reader(tables, language, stems, rarities),
        finder=Finder(
            count=count,
            postings=postings,
            headings=Ragged(tables.heading_posting_rows, tables.heading_posting_offsets),
            holders=np.repeat(np.arange(count), np.diff(tables.heading_owners)),
            masses=masses,
        ),
        comparer=Comparer(
            entries=Ragged(tables.entry_terms, tables.entry_offsets),
            impacts=tables.entry_impacts,
            fields=tables.entry_fields,
            passages=tables.entry_passages,
            owners=tables.heading_owners,
            headings=headings,
            masses=masses,
        ),
        meanings=meanings,
    )


def _reader(tables: Tables, language: str, stems: Vocabulary, rarities: NDArray[np.float32]) -> Reader:
    count = len(tables.entry_offsets) - 1
    unknown, doubtful = _rarities(np.array([0, int(count * weights.DOUBTFUL_SHARE)]), count).tolist()
    pairs = Ragged(tables.pair_words, tables.pair_offsets)
    return Reader(
        language=language,
        stems=stems,
        rarities=rarities,
        unknown_rarity=unknown,
        doubtful_rarity=doubtful,
        discounts=discounts(language),
        spelling=Spelling(Vocabulary(tables.words), tables.word_frequencies, pairs, tables.word_sizes),
        spelling_terms=tables.word_terms,
        synonyms=Synonyms.of(_lexicon(tables.synonyms.tobytes(), language), stems),
        thesaurus=Synonyms.of(_lexicon(tables.thesaurus.tobytes(), language), stems),
        dictionary=WordSet(tables.dictionary),
    )


@lru_cache(maxsize=4)
def _lexicon(packed: bytes, language: str) -> Lexicon:
    """Stem the words once, not for each release: the thesaurus takes 60 ms and hardly ever changes."""
    return Lexicon.of(unpack_groups(packed), language)


def _rarities(frequencies: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    """Give the idf of BM25, in the form that stays above 0, dampened as ``weights`` tells."""
    idf = np.log1p((count - frequencies + 0.5) / (frequencies + 0.5))
    return (idf**weights.RARITY_POWER + weights.RARITY_FLOOR).astype(np.float32)


def _shares(stems: Vocabulary, language: str) -> NDArray[np.float32]:
    """Give each term the share of its rarity that counts."""
    shares = np.ones(len(stems), dtype=np.float32)
    discounted = discounts(language)
    numbers = stems.numbers(list(discounted))
    known = numbers != ABSENT
    shares[numbers[known]] = np.array(list(discounted.values()), dtype=np.float32)[known]
    return shares


def _masses(headings: Ragged, telling: NDArray[np.float32]) -> NDArray[np.float32]:
    """Add up how telling the words of each heading are."""
    total = np.concatenate([np.zeros(1), np.cumsum(telling[headings.values], dtype=np.float64)])
    return np.asarray(np.diff(total[headings.offsets]), dtype=np.float32)
