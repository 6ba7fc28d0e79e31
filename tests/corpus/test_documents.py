"""What docs/writing-articles.md shows is read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import bot
from bot.corpus.check.rules import RULES
from bot.corpus.check.subjects import take_apart
from bot.corpus.frontmatter import parse
from tests.corpus.samples import article_text

DOCUMENT = (Path(bot.__file__).parent.parent / "docs" / "writing-articles.md").read_text(encoding="utf-8")
PATH = Path("a.md")


def test_the_first_article_has_nothing_to_mend() -> None:
    [written] = re.findall(r"```markdown\n(.*?)```", DOCUMENT, re.DOTALL)
    file = take_apart(written, PATH)

    assert file.article
    assert [remark for rule in RULES if rule.on_file for remark in rule.on_file(file)] == []


def test_lines_with_quotes_need_no_guess() -> None:
    lines = re.findall(r"`(title: (?:\"[^\n]+?\"|'[^\n]+?'))`", DOCUMENT)

    assert len(lines) == 5
    for line in lines:
        parsed = parse(article_text(title=line.removeprefix("title: ")), PATH)
        assert parsed.article
        assert parsed.problems == ()
