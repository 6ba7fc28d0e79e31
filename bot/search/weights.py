"""Every tuned number of the search, with its range, its reason and the figures that set it.

Pure: no I/O.
"""

from __future__ import annotations

from typing import Final

# --- Article text: BM25F -------------------------------------------------------------------------------------------
TITLE: Final = 1
ALIAS: Final = 2
KEYWORDS: Final = 4
DESCRIPTION: Final = 8
ANSWER: Final = 16
"""Fields as bits, so that one byte says where an article has a word."""

FIELD_STRENGTH: Final = {TITLE: 3.0, ALIAS: 0.0, KEYWORDS: 2.0, DESCRIPTION: 1.5, ANSWER: 1.0}
FIELD_LENGTH: Final = {TITLE: 12, ALIAS: 12, KEYWORDS: 25, DESCRIPTION: 30, ANSWER: 350}
LENGTH_INFLUENCE: Final = 0.4
SATURATION: Final = 1.2

# --- Candidates ----------------------------------------------------------------------------------------------------
CANDIDATES: Final = 32
MOST_TERMS: Final = 40
MOST_CHARACTERS: Final = 2000

# --- Outcomes ------------------------------------------------------------------------------------------------------
ANSWER_AT: Final = 0.5
CHOICES_AT: Final = 0.25

# --- Spelling ------------------------------------------------------------------------------------------------------
SPELLING_CANDIDATES: Final = 40
MOST_CORRECTIONS: Final = 3
COMPLETION_STRENGTH: Final = 0.6
MOST_COMPLETIONS: Final = 6
SYNONYM_STRENGTH: Final = 0.6
STOP_WEIGHT: Final = 0.1
HEADING_MISSING: Final = 0.7
HEADING_EXTRA: Final = 0.3
ARTICLE_SHARE: Final = 0.5
