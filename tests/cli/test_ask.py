from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import quicktake
from bot.errors import CorpusError


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(quicktake, ["ask", *arguments], input=stdin, catch_exceptions=False)


def test_draws_the_reply(corpus: Path) -> None:
    result = run("--corpus", str(corpus), "how", "do", "I", "set", "goals", "with", "a", "client?")

    assert result.exit_code == 0
    assert "How do I set goals with a client?" in result.stdout
    assert "Ask what the client wants" in result.stdout


def test_json_keeps_its_contract(corpus: Path) -> None:
    result = run("--corpus", str(corpus), "--json", "--limit", "2", "how do I set goals with a client?")

    found = json.loads(result.stdout)
    assert list(found) == ["question", "outcome", "release", "results", "missing", "left"]
    assert found["question"] == "how do I set goals with a client?"
    assert found["outcome"] == "answer"
    assert [list(one) for one in found["results"]] == [["url", "title", "confidence"]] * 2
    assert found["results"][0]["url"] == "/learn/goals/set-goals"
    assert 0 <= found["results"][1]["confidence"] <= found["results"][0]["confidence"] <= 1


def test_batch_prints_one_line_for_each_in_order(corpus: Path) -> None:
    questions = ["what is silence good for?", "", "how do I measure progress?", "xyzzy “quoted”"]

    result = run("--corpus", str(corpus), "--batch", stdin="\n".join(questions) + "\n")

    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["question"] for line in lines] == questions
    assert [line["outcome"] for line in lines] == ["answer", "none", "answer", "none"]


def test_no_answer_is_no_failure(corpus: Path) -> None:
    result = run("--corpus", str(corpus), "--json", "xyzzy")

    assert result.exit_code == 0
    assert json.loads(result.stdout)["outcome"] == "none"


def test_several_corpora_are_one(corpus: Path) -> None:
    result = run("--corpus", str(corpus / "goals"), "--corpus", str(corpus / "listening"), "--json", "silence")

    assert json.loads(result.stdout)["results"][0]["url"] == "/learn/listening/silence"


def test_without_corpus_asks_the_shipped_one() -> None:
    assert run("--json", "how do I set goals with a client?").exit_code == 0


@pytest.mark.parametrize("arguments", [[], ["--batch", "and a question"]])
def test_either_a_question_or_a_batch(arguments: list[str]) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert "Give either" in result.stderr


def test_missing_folder_is_a_clear_mistake(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="nowhere"):
        run("--corpus", str(tmp_path / "nowhere"), "goals")


def test_folder_without_any_article_is_a_clear_mistake(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(CorpusError, match="No usable article"):
        run("--corpus", str(tmp_path / "empty"), "goals")
