"""Every tuned number of the search, with its range, its reason and the figures that set it.

"Dev" are 152 labelled questions over 115 coaching articles and 156 over 3,000 general ones; figures are given in this
order. ``docs/ranking.md`` tells how the numbers were fitted and what each kind of evidence is worth.

Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.search import fields

if TYPE_CHECKING:
    from numpy.typing import NDArray

# --- Article text: BM25F. Any sensible values do: doubling or halving each moved P@1 by at most .02.

FIELD_STRENGTH: Final = {
    fields.TITLE: 3.0,
    fields.ALIAS: 0.0,  # aliases count one by one, as headings: many of them must not add up
    fields.KEYWORDS: 2.0,
    fields.DESCRIPTION: 1.5,
    fields.ANSWER: 1.0,
}
"""What one occurrence in a field is worth, in occurrences in the answer."""

FIELD_LENGTH: Final = {
    fields.TITLE: 12,
    fields.ALIAS: 12,
    fields.KEYWORDS: 25,
    fields.DESCRIPTION: 30,
    fields.ANSWER: 350,
}
"""Usual lengths in words. Fixed, not the corpus' averages: so one more article changes no other article's score."""

LENGTH_INFLUENCE: Final = 0.4
"""BM25's b, 0 to 1. Articles answer one question each, so length says little; .2 and .7 gave the same figures."""

SATURATION: Final = 1.2
"""BM25's k1, above 0: the customary value; .6 and 2 gave the same figures within .02."""

# --- Reading a question ---------------------------------------------------------------------------------------------

MOST_CHARACTERS: Final = 2000
"""Only the beginning of a longer text is read: bounds the work, and no question needs more."""

MOST_CHARACTERS_ENCODED: Final = 1000
"""Only the beginning of a longer text gets a vector: of more, little of a question would be left in it."""

MOST_TERMS: Final = 40
"""The most telling words that are compared closely: bounds the work on rambling questions."""

RARITY_POWER: Final = 0.5
RARITY_FLOOR: Final = 0.5
"""A word weighs its idf to this power, plus this floor. Pure idf lets one rare word in the text outweigh all that the
title has, and words that every article has weigh nothing. When this came, P@1 rose from .81 to .87 and .89 to .92 on
dev, from .70 to .76 and .65 to .67 on 387 questions by somebody who saw neither these nor the code. Floors from .3 to 5
help."""

STOP_SHARE: Final = 0.1
"""Share of its rarity that a stop word keeps, 0 to 1. Not 0: "what is X" and "how X differs" are told apart by it."""

EVERYDAY_SHARE: Final = 0.6
"""Share that words of small talk keep, 0 to 1: rare in articles, yet not telling. At 1, coaching loses .01 of P@1."""

THESAURUS_STRENGTH: Final = 0.65
"""Strength of a word from our thesaurus, beside 1 for the word itself; flat from .5 to .8, below .5 P@1 falls."""

SYNONYM_STRENGTH: Final = 0.8
"""Strength of an author's synonym: meant for this corpus, so above the thesaurus; still below the word itself."""

EXACT_FROM: Final = 0.9
"""A strength from which a word counts as itself: as it stands, or written together; no correction and no synonym."""

MOST_SYNONYMS: Final = 12
"""Synonyms kept for one word, the rarest first. With 4, P@1 on dev is .02 and .04 lower; beyond 14 nothing changes."""

SHORTEST_CORRECTED: Final = 4
"""Shorter words are one edit from too many others."""

LEAST_ALIKE: Final = 0.3
"""Share of letter pairs in common (Dice) that a correction needs; two swapped letters in a word of nine leave .4."""

SPELLING_CANDIDATES: Final = 40
"""Words compared letter by letter: the wanted one is among the first ten nearly always."""

MOST_CORRECTIONS: Final = 3
"""Corrections kept for one word: the best is not always the one that was meant."""

MOST_CORRECTED: Final = 16
"""Unknown words of one question that are corrected: bounds the work on pasted logs and other languages."""

DOUBTFUL_SHARE: Final = 1e-4
"""A word in at most this share of articles, and in no title, may be misspelt there too: 3 of 36,000, none of 9,999."""

JOINED_STRENGTH: Final = 0.95
"""Strength of a compound for its parts: "feed back" is feedback, in all but what it is written like."""

SURELY_MISSPELT: Final = 0.88
"""A correction this alike, one edit in eight letters, goes before taking a word apart."""

SHORTEST_SPLIT: Final = 7
LONGEST_SPLIT: Final = 32
SHORTEST_PART: Final = 4
LEAST_PART_FREQUENCY: Final = 2
"""Unknown words of 7 to 32 letters are split; their parts have 4 letters, or are words of grammar, and are in two
articles at least. Shorter parts turn typing errors into words."""

SHORTEST_COMPLETED: Final = 3
"""An unfinished last word needs this many letters to be completed."""

COMPLETION_STRENGTH: Final = 0.6
"""Strength of a completion, as of a good guess: below corrections (.7 to .9)."""

MOST_COMPLETIONS: Final = 6
"""Completions kept, the most frequent first."""

MOST_COMPLETIONS_SEEN: Final = 500
"""Completions looked at: bounds the work on short beginnings."""

# --- Candidates: cheap scores choose what is compared closely --------------------------------------------------------

CANDIDATES: Final = 32
"""Headings compared closely; 32 to 96 give the same figures on dev."""

MOST_TERMS_SOUGHT: Final = 12
"""The most telling words that candidates are sought by; 10 to 40 give the same figures, 40 takes twice the time."""

ARTICLE_SHARE: Final = 2.0
"""Weight of the whole article beside its heading when choosing candidates; 4 finds no more."""

HEADING_ASKED: Final = 0.7
HEADING_NAMED: Final = 0.3
"""Likeness of a heading after Tversky: missing words of the question cost more than further words of the heading."""

# --- Ranking: weights of evidence, each evidence in [0, 1] -----------------------------------------------------------

MOST_HIGHLIGHTS: Final = 5
"""Words shown as the reason for a hit."""

CLOSE_FROM: Final = 0.5
"""Share of a question that a title has word for word, from which what the article lacks is worth saying: of near misses
that were answered .91 share so much, of right answers .13 and lack a word besides."""

RIVALS: Final = 10
"""Candidates that may cover more of the question than the best one does."""

MOST_LEAD: Final = 3.0
"""A lead over the second that says no more the larger it is."""

TWIN_SCALE: Final = 0.1
"""Of two that score the same neither is sure; a lead of this much leaves the first .73 of its confidence, of five times
this much all. From .1 to .5 the figures stay the same within .01."""


SIGNS: Final = (
    "score",
    "substance",
    "lead",
    "missing",
    "outdone",
    "unnamed",
    "absent name",
    "changed",
    "changed title",
    "size",
)
"""What decides how sure an answer is.

score: the weighted sum of the evidence;
substance: how much the question says (logarithm);
lead: by how much the score is ahead of the second;
missing: share of what the question says that the article has nowhere;
outdone: how much more of it another candidate has;
unnamed: the most telling word of the question that the best heading lacks;
absent name: the most telling number or name that the article lacks;
changed: the most telling word that the article lacks, times the share of the heading that was asked word for word;
changed title: the most telling word that the heading lacks, times that share, times the share of the question that the
heading has word for word;
size: how many articles there are (logarithm): in a large collection more is alike by chance.
A near miss is a title with one word changed, and a paraphrase shares few words with a title.
"""


@dataclass(frozen=True, slots=True)
class Profile:
    """All that turns one choice of evidence into a confidence, and a confidence into an outcome.

    ``evidence`` names the columns of a table, ``weights`` are theirs. The confidence is logistic in the ``SIGNS`` (and
    with a model in two more), whose weights are ``certainty``. An answer is given from ``answer_at`` on, choices from
    ``choices_at``.
    """

    evidence: tuple[str, ...]
    weights: NDArray[np.float64]
    certainty: NDArray[np.float64]
    bias: float
    answer_at: float
    choices_at: float


LEXICAL: Final = Profile(
    evidence=("asked", "named", "opening", "same", "exact", "article", "covered", "keywords", "found", "passage"),
    weights=np.array([3.65, 3.49, 2.44, 6.0, 0.24, 8.22, 1.46, 4.67, 4.81, 5.24]),
    certainty=np.array([0.19, 2.22, 1.05, -5.52, 2.69, 1.83, -3.23, 3.68, -15.91, -0.51]),
    bias=-5.76,
    answer_at=0.87,
    choices_at=0.2,
)
"""By words alone.

asked: share of what the question says that the best heading has;
named: share of what that heading says that was asked;
opening: share of the question, from its first word on, that the heading begins with;
same: whether the heading is the question, word for word;
exact: share of what the question says that the heading has word for word;
article: BM25 over all fields, as a share of the best possible;
covered: share of what the question says that the article has anywhere;
keywords: share of what the question says that its keywords have;
found: share of what the question says that the article has anywhere, word for word;
passage: share of what the question says that one passage of the answer has.

The weights were fitted to put the right article first (softmax over candidates, weights above 0, L2), on two thirds of
the labelled questions over 68, 115, 3,000 and 35,915 articles. ``same`` cannot be learned, as no labelled question is a
title word for word: it is set so that an article's own title wins. The confidence was fitted on the first hits for
these questions and for 990 made from titles, in 660 of which one telling word was changed; then stretched so that it is
right as often as it says. ``docs/ranking.md`` has the figures, also for the third that was kept aside.
"""

SEMANTIC: Final = Profile(
    evidence=(*LEXICAL.evidence, "meaning", "gist"),
    weights=np.array([0.15, 0.61, 1.53, 6.0, 0.01, 4.36, 3.05, 2.41, 2.89, 4.44, 8.52, 7.99]),
    certainty=np.array([0.22, 1.24, 1.21, -4.23, -0.22, 2.90, -3.15, 3.38, -17.29, -0.51]),
    bias=-6.01,
    answer_at=0.87,
    choices_at=0.2,
)
"""By words and meaning.

meaning: cosine of the question's vector with that of the nearest title, question or alias;
gist: cosine with that of the description.

Fitted as above, with the vectors of all-MiniLM-L6-v2 (int8). Another model's cosines lie elsewhere: after changing it,
look at ``quicktake calibrate``.
"""

HEADING_WEIGHTS: Final = LEXICAL.weights[:5]
"""The evidence that decides which heading of an article is its best."""
