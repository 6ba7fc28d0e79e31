"""Everything an index keeps, as plain arrays that can be stored and mapped into memory as they are.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Tables:
    """The arrays of an index over N articles, R headings, V terms (stems) and W words.

    ``entry_*`` list the terms of each article, ``posting_*`` the articles of each term (``postings.py``);
    ``heading_owners`` are the offsets of each article's headings, ``heading_terms`` what a heading reads;
    ``word_*`` and ``pair_*`` belong to spelling; ``synonyms`` (the authors') and ``thesaurus`` (ours) are packed groups
    of words; ``dictionary`` are the checksums of the language's words.
    """

    language: NDArray[np.bytes_]
    synonyms: NDArray[np.uint8]
    thesaurus: NDArray[np.uint8]
    dictionary: NDArray[np.uint32]
    stems: NDArray[np.bytes_]
    entry_offsets: NDArray[np.int64]
    entry_terms: NDArray[np.int32]
    entry_impacts: NDArray[np.uint8]
    entry_fields: NDArray[np.uint8]
    entry_passages: NDArray[np.uint16]
    posting_offsets: NDArray[np.int64]
    posting_rows: NDArray[np.int32]
    posting_impacts: NDArray[np.uint8]
    heading_owners: NDArray[np.int64]
    heading_fields: NDArray[np.uint8]
    heading_offsets: NDArray[np.int64]
    heading_terms: NDArray[np.int32]
    heading_posting_offsets: NDArray[np.int64]
    heading_posting_rows: NDArray[np.int32]
    words: NDArray[np.bytes_]
    word_terms: NDArray[np.int32]
    word_frequencies: NDArray[np.int32]
    word_sizes: NDArray[np.int32]
    pair_offsets: NDArray[np.int64]
    pair_words: NDArray[np.int32]

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Give the arrays by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Tables:
        """Take up arrays by name; others are left aside.

        Raises:
            KeyError: an array is missing.
        """
        return cls(**{field.name: arrays[field.name] for field in fields(cls)})


def pack_groups(groups: Sequence[Sequence[str]]) -> NDArray[np.uint8]:
    """Write groups of synonyms as UTF-8, a line a group, tabs between its members."""
    lines = ("\t".join(" ".join(member.split()) for member in group) for group in groups)
    return np.frombuffer("\n".join(lines).encode("utf-8", "ignore"), dtype=np.uint8)


def unpack_groups(packed: bytes) -> list[list[str]]:
    """Read back what ``pack_groups`` wrote."""
    return [line.split("\t") for line in packed.decode().split("\n") if line]
