"""English words that mean nearly the same: people ask in everyday words what articles answer in learned ones.

Written for general coaching, study and everyday vocabulary, not for any one corpus; authors' own synonyms count more.
Pure: no I/O.
"""

from __future__ import annotations

from bot.search.thesaurus import everyday_a_to_h, everyday_i_to_z, people, science, society

_BOOKS = (everyday_a_to_h, everyday_i_to_z, people, science, society)


def groups() -> tuple[tuple[str, ...], ...]:
    """List the groups; each member is a word or a short phrase."""
    lines = (line for book in _BOOKS for line in book.GROUPS.split("\n") if line)
    return tuple(tuple(member.strip() for member in line.split(",")) for line in lines)
