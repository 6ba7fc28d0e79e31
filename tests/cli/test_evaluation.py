from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import quicktake

SILENCE = "/learn/listening/silence"


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    file = tmp_path / "labels.jsonl"
    asked = {"what is silence good for?": [SILENCE], "may I fly to the moon?": []}
    lines = [{"query": question, "style": "any", "relevant": relevant} for question, relevant in asked.items()]
    file.write_text("\n".join(map(json.dumps, lines)))
    return file


def run(command: str, corpus: Path, *arguments: object) -> Result:
    return CliRunner().invoke(quicktake, [command, "--corpus", str(corpus), *map(str, arguments)])


def better(report: str) -> str:
    """The same report, with a figure that cannot be reached again."""
    content = json.loads(report)
    content["overall"]["figures"]["p_at_1"]["value"] = 3.0
    return json.dumps(content)


def test_json_written_once_is_the_baseline_of_the_next_run(corpus: Path, labels: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    baseline.write_text(run("eval", corpus, "--json", labels).stdout)

    again = run("eval", corpus, "--baseline", baseline, labels)

    assert again.exit_code == 0
    assert "All figures are those of the baseline." in again.stdout


def test_a_regression_fails_the_run_and_is_named(corpus: Path, labels: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    baseline.write_text(better(run("eval", corpus, "--json", labels).stdout))

    drawn = run("eval", corpus, "--baseline", baseline, labels)
    as_json = run("eval", corpus, "--json", "--baseline", baseline, labels)

    assert (drawn.exit_code, as_json.exit_code) == (1, 1)
    assert "1 figure has regressed." in drawn.stdout
    assert json.loads(as_json.stdout)["regressions"] == [
        {"group": "all", "figure": "p_at_1", "before": 3.0, "now": 1.0}
    ]


def test_misses_are_shown_when_asked_for(corpus: Path, labels: Path) -> None:
    assert "0 of 2 replies did not help" in run("eval", corpus, "--misses", labels).stdout
    assert "did not help" not in run("eval", corpus, labels).stdout


def test_labels_that_name_no_article_of_the_corpus_are_pointed_out(corpus: Path, labels: Path) -> None:
    labels.write_text(labels.read_text().replace(SILENCE, "/gone"))

    assert "the corpus does not have: 1, such as /gone" in run("eval", corpus, labels).stderr


def test_calibration_gives_a_threshold_for_each_rate(corpus: Path, labels: Path) -> None:
    drawn = run("calibrate", corpus, "--rate", "0", labels).stdout
    found = json.loads(run("calibrate", corpus, "--rate", "0", "--json", labels).stdout)

    assert f"{found['points'][0]['threshold']:.3f}" in drawn
    assert found["points"][0]["coverage"] == {"part": 1, "whole": 1}
    assert len(found["reliability"]) == 10
