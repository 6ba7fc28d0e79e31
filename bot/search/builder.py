"""Articles to the tables of an index.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from bot.progress import OnProgress
from bot.search import fields
from bot.search.postings import Entries, Postings, invert
from bot.search.ragged import Ragged, offsets_of
from bot.search.spelling import Spelling
from bot.search.tables import Tables, pack_groups
from bot.search.term_counts import TermNumbers, count_articles, count_texts
from bot.search.vocabulary import Vocabulary, WordSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.model import Article

    Groups = Sequence[Sequence[str]]


def build_tables(
    articles: Sequence[Article],
    synonyms: Groups,
    thesaurus: Groups,
    dictionary: WordSet,
    language: str,
    *,
    on_progress: OnProgress,
) -> Tables:
    """Count all words of all articles; ``on_progress`` is told how many are counted, of how many.

    Raises:
        KeyError: Snowball has no stemmer for the language.
    """
    numbers, short = TermNumbers(language), set[str]()
    counted = count_articles(articles, numbers, short, on_progress=on_progress)
    headings = [fields.headings(article) for article in articles]
    read = count_texts((text for group in headings for _, text in group), numbers)
    stems, order = Vocabulary.of(list(numbers.stems))
    entries, postings = _inverted(counted, order, len(stems))
    rows, heading_postings = _inverted_headings(read, order, len(stems))
    spelling, spelling_terms = _spelling(short, numbers, order, postings.frequencies())
    return Tables(
        language=np.array([language.encode()], dtype="S32"),
        synonyms=pack_groups(synonyms),
        thesaurus=pack_groups(thesaurus),
        dictionary=dictionary.checksums,
        stems=stems.entries,
        entry_offsets=offsets_of(np.bincount(entries.rows, minlength=len(articles))),
        entry_terms=entries.terms,
        entry_impacts=entries.impacts,
        entry_fields=entries.fields,
        entry_passages=entries.passages,
        posting_offsets=postings.offsets,
        posting_rows=postings.rows,
        posting_impacts=postings.impacts,
        heading_owners=offsets_of(np.array([len(group) for group in headings], dtype=np.int64)),
        heading_fields=np.array([field for group in headings for field, _ in group], dtype=np.uint8),
        heading_offsets=rows.offsets,
        heading_terms=rows.values,
        heading_posting_offsets=heading_postings.offsets,
        heading_posting_rows=heading_postings.rows,
        words=spelling.words.entries,
        word_terms=spelling_terms,
        word_frequencies=spelling.frequencies,
        word_sizes=spelling.sizes,
        pair_offsets=spelling.members.offsets,
        pair_words=spelling.members.values,
    )


def _renumbered(terms: NDArray[np.int32], order: NDArray[np.int64]) -> NDArray[np.int32]:
    """Turn numbers by appearance into numbers by alphabet."""
    return order[terms].astype(np.int32) if len(order) else terms


def _inverted(counted: Entries, order: NDArray[np.int64], term_count: int) -> tuple[Entries, Postings]:
    entries = replace(counted, terms=_renumbered(counted.terms, order))
    return entries, invert(entries, term_count)


def _inverted_headings(read: Ragged, order: NDArray[np.int64], term_count: int) -> tuple[Ragged, Postings]:
    rows = Ragged(_renumbered(read.values, order), read.offsets)
    owners = np.repeat(np.arange(len(rows), dtype=np.int64), rows.lengths())
    pairs = np.unique((rows.values.astype(np.int64) << 32) | owners)
    terms, holders = (pairs >> 32).astype(np.int32), (pairs & 0xFFFFFFFF).astype(np.int32)
    nothing = np.zeros(len(pairs), dtype=np.uint8)
    return rows, invert(Entries(holders, terms, nothing, nothing, nothing.astype(np.uint16)), term_count)


def _spelling(
    short: set[str], numbers: TermNumbers, order: NDArray[np.int64], frequencies: NDArray[np.int64]
) -> tuple[Spelling, NDArray[np.int32]]:
    """Correct to words of reviewed short texts only: answers hold formulas, addresses and typing errors."""
    written = sorted(short)
    known, places = Vocabulary.of(written)
    terms = np.zeros(len(known), dtype=np.int32)
    terms[places] = [numbers[word] for word in written]
    terms = _renumbered(terms, order)
    return Spelling.of(known, frequencies[terms].astype(np.int32)), terms
