"""Every tuned number of the search, with its range, its reason and the figures that set it.

Pure: no I/O.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from bot.search import fields

# --- Article text: BM25F -------------------------------------------------------------------------------------------
FIELD_STRENGTH: Final = {
    fields.TITLE: 3.0,
    fields.ALIAS: 0.0,  # aliases count one by one, as headings: many of them must not add up
    fields.KEYWORDS: 2.0,
    fields.DESCRIPTION: 1.5,
    fields.ANSWER: 1.0,
}
FIELD_LENGTH: Final = {
    fields.TITLE: 12,
    fields.ALIAS: 12,
    fields.KEYWORDS: 25,
    fields.DESCRIPTION: 30,
    fields.ANSWER: 350,
}
LENGTH_INFLUENCE: Final = 0.4
SATURATION: Final = 1.2

# --- Reading a question --------------------------------------------------------------------------------------------
STOP_SHARE: Final = 0.1
EVERYDAY_SHARE: Final = 0.6
THESAURUS_STRENGTH: Final = 0.65
SYNONYM_STRENGTH: Final = 0.8
MOST_SYNONYMS: Final = 12
MOST_CHARACTERS: Final = 2000
MOST_TERMS: Final = 40
SPELLING_CANDIDATES: Final = 40
LEAST_ALIKE: Final = 0.3
MOST_CORRECTED: Final = 16
DOUBTFUL_SHARE: Final = 1e-4
MOST_CORRECTIONS: Final = 3
SHORTEST_CORRECTED: Final = 4
SHORTEST_COMPLETED: Final = 3
COMPLETION_STRENGTH: Final = 0.6
MOST_COMPLETIONS: Final = 6
MOST_COMPLETIONS_SEEN: Final = 500

# --- Candidates ----------------------------------------------------------------------------------------------------
CANDIDATES: Final = 64
MOST_TERMS_SOUGHT: Final = 12
ARTICLE_SHARE: Final = 2.0
HEADING_ASKED: Final = 0.7
HEADING_NAMED: Final = 0.3

# --- Ranking -------------------------------------------------------------------------------------------------------
EVIDENCE: Final = ("asked", "named", "opening", "same", "article", "covered", "keywords")
EVIDENCE_WEIGHTS: Final = np.array([3.0, 4.8, 6.0, 6.0, 12.9, 5.8, 2.4])
HEADING_WEIGHTS: Final = EVIDENCE_WEIGHTS[:4]
MOST_HIGHLIGHTS: Final = 6
SCORE_WEIGHT: Final = 0.349
LEAD_WEIGHT: Final = 1.25
LEAD_SCALE: Final = 1.5
SUBSTANCE_WEIGHT: Final = 3.75
CONFIDENCE_BIAS: Final = -10.26

# --- Outcomes ------------------------------------------------------------------------------------------------------
ANSWER_AT: Final = 0.55
CHOICES_AT: Final = 0.1
