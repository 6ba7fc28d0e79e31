from __future__ import annotations

from pathlib import Path

import bot
from bot.corpus.check.findings import Severity
from bot.corpus.check.rules import BY_CODE, RULES
from bot.corpus.check.run import Outside, check
from bot.model import Article, Hit
from tests.corpus.check.samples import TODAY
from tests.corpus.samples import write_article

DOCUMENT = Path(bot.__file__).parent.parent / "docs" / "checks.md"


def describe(article: Article) -> str | None:
    return "too long" if article.title == "Long" else None


def test_findings_read_like_a_compiler_s_and_are_sorted(tmp_path: Path) -> None:
    write_article(tmp_path, "b.md", colour="red", seo="\n  page_description: a\n  page_keywords: b")
    (tmp_path / "a.md").write_text("# Read me")

    report = check([tmp_path], today=TODAY)

    assert [str(finding).removeprefix(f"{tmp_path}/") for finding in report.findings] == [
        "a.md:1: does-not-load no front matter: the first line must be ---",
        "b.md:8: unknown-key unknown key `colour`",
    ]
    assert (report.files, report.articles) == (2, 1)
    assert report.counts() == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.NOTE: 0}
    assert not report.is_clean()


def test_rules_can_be_left_out(tmp_path: Path) -> None:
    write_article(tmp_path, "b.md", colour="red")

    report = check([tmp_path], today=TODAY, without=("unknown-key", "missing-field"))

    assert report.findings == ()
    assert report.is_clean(strict=True)


def test_warnings_matter_only_when_strict(tmp_path: Path) -> None:
    write_article(tmp_path, "b.md", colour="red")

    report = check([tmp_path], today=TODAY)

    assert report.is_clean()
    assert not report.is_clean(strict=True)


def test_what_other_layers_know_arrives_as_functions(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md", title="Long")
    write_article(tmp_path, "b.md", title="Short")

    report = check(
        [tmp_path],
        today=TODAY,
        without=("missing-field", "duplicate-id"),
        outside=Outside(lambda articles: lambda _, __: [Hit(articles[0], 1.0)], describe),
    )

    assert sorted(finding.code for finding in report.findings) == ["unreachable", "unrenderable"]


def test_problems_of_the_synonyms_are_findings(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md")
    (tmp_path / "synonyms.yml").write_text("- [lonely]\n")

    report = check([tmp_path], today=TODAY)

    assert [finding.path.name for finding in report.findings if finding.severity is Severity.ERROR] == ["synonyms.yml"]


def test_every_rule_is_documented_with_its_severity() -> None:
    sections = DOCUMENT.read_text(encoding="utf-8").split("\n### ")[1:]

    documented = {
        section.splitlines()[0]: section.splitlines()[1].split(".")[0].strip("*").lower() for section in sections
    }

    assert documented == {rule.code: rule.severity.value for rule in RULES}
    assert len(BY_CODE) == len(RULES)
