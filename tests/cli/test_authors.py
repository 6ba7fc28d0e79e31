"""The commands for authors: check, explain, eval, calibrate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import quicktake

LABELLED = [
    {"query": "how do I set goals with a client?", "style": "title", "relevant": ["/learn/goals/set-goals"]},
    {"query": "what is silence good for?", "style": "title", "relevant": ["/learn/listening/silence"]},
    {"query": "xyzzy", "style": "oos", "relevant": []},
]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quicktake, list(arguments), catch_exceptions=False)


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    file = tmp_path / "questions.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in LABELLED))
    return file


def test_check_finds_nothing_grave_in_a_good_corpus(corpus: Path) -> None:
    result = run("check", str(corpus))

    assert result.exit_code == 0
    assert "6 files, 6 articles: 0 errors" in result.output


def test_check_names_file_line_and_rule(corpus: Path) -> None:
    (corpus / "broken.md").write_text("---\ntitel: Oops\nurl: /oops\n---\ntext\n")

    result = run("check", str(corpus))

    assert result.exit_code == 1
    assert f"{corpus}/broken.md:" in result.output
    assert "does-not-load" in result.output


def test_check_without_a_rule_leaves_it_out_and_knows_its_names(corpus: Path) -> None:
    (corpus / "broken.md").write_text("nothing")

    assert run("check", "--without", "does-not-load", str(corpus)).exit_code == 0
    assert run("check", "--without", "no-such-rule", str(corpus)).exit_code == 2


def test_check_as_json_prints_one_object_a_finding(corpus: Path) -> None:
    (corpus / "broken.md").write_text("nothing")

    result = run("check", "--json", str(corpus))

    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"code", "severity", "path", "line", "message"} == set(found[0])


def test_explain_says_the_same_twice(corpus: Path) -> None:
    arguments = ("explain", "--corpus", str(corpus), "setting goals")

    result = run(*arguments)

    assert "“How do I set goals with a client?” came first" in result.output
    assert result.output == run(*arguments).output


def test_eval_prints_figures_and_compares_with_a_baseline(corpus: Path, questions: Path, tmp_path: Path) -> None:
    figures = run("eval", "--corpus", str(corpus), "--json", str(questions))
    baseline = tmp_path / "baseline.json"
    baseline.write_text(figures.stdout)

    again = run("eval", "--corpus", str(corpus), "--baseline", str(baseline), str(questions))

    assert json.loads(figures.stdout)
    assert again.exit_code == 0


def test_eval_fails_on_a_regression(corpus: Path, questions: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    baseline.write_text(run("eval", "--corpus", str(corpus), "--json", str(questions)).stdout)
    (corpus / "goals/set-goals.md").unlink()
    (corpus / "listening/silence.md").unlink()

    result = run("eval", "--corpus", str(corpus), "--baseline", str(baseline), str(questions))

    assert result.exit_code == 1


def test_calibrate_prints_thresholds(corpus: Path, questions: Path) -> None:
    result = run("calibrate", "--corpus", str(corpus), "--rate", "0.1", "--json", str(questions))

    assert result.exit_code == 0
    assert json.loads(result.stdout)


def test_preview_shows_what_a_reload_would_change(corpus: Path) -> None:
    first = run("preview", "--corpus", str(corpus))
    (corpus / "listening/silence.md").unlink()

    second = run("preview", "--corpus", str(corpus))

    assert "6 articles loaded" in first.output
    assert "is ready" in second.output
    assert "Removed: 1 (What is silence good for in coaching?)" in second.output
