"""A question → the file of an article that is still to be written.

Pure: no I/O. It has no answer yet, so the bot reports it instead of serving it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot.corpus.patch import add_aliases
from bot.corpus.yaml_tree import scalar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

LONGEST_SLUG = 80
_PLACEHOLDER = "…"
_SEO = """\
seo:
  page_description: # one or two sentences that sum it up
  page_keywords: # words, separated by commas
"""


def skeleton(question: str, *, subject: str, today: dt.date, wordings: Sequence[str] = ()) -> str:
    """Return the text of a new article's file; ``wordings`` become its aliases.

    Raises:
        QuicktakeError: the question is empty.
    """
    title = " ".join(question.split())
    fields = {
        "date": today.isoformat(),
        "title": scalar(title),
        "url": f"/{slug(subject)}/{slug(title)}",
        "subject": scalar(" ".join(subject.split())),
    }
    front = "".join(f"{name}: {value}\n" for name, value in fields.items())
    text = f"---\n{front}{_SEO}---\n\n{_PLACEHOLDER}"
    others = [wording for wording in wordings if " ".join(wording.split()) != title]
    return add_aliases(text, others).removesuffix(_PLACEHOLDER)


def slug(text: str) -> str:
    """Return words as they stand in addresses and file names; ``article`` if there are none.

    >>> slug("What's “café” coaching?")
    'whats-cafe-coaching'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = "-".join(re.findall(r"[a-z0-9]+", plain))
    whole_words = words[: LONGEST_SLUG + 1].rpartition("-")[0] or words[:LONGEST_SLUG]
    return (words if len(words) <= LONGEST_SLUG else whole_words) or "article"
