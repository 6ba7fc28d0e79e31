from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import QuicktakeError
from bot.evaluate.questions import Question, parse, read

LINE = '{"query": "how?", "style": "chatty", "relevant": ["/b", "/a"]}'
FILE = Path("labels.jsonl")


def test_a_line_is_a_question_with_its_articles_best_first() -> None:
    questions, problems = parse(LINE, FILE)

    assert questions == (Question("how?", "chatty", ("/b", "/a")),)
    assert problems == ()


def test_a_question_without_articles_is_out_of_scope() -> None:
    questions, _ = parse('{"query": "vpn?", "style": "oos", "relevant": []}', FILE)

    assert not questions[0].is_answerable


def test_blank_lines_and_unknown_keys_are_passed_over() -> None:
    text = '\n{"query": "how?", "style": "typo", "relevant": [], "author": "me"}\r\n\n'

    questions, problems = parse(text, FILE)

    assert len(questions) == 1
    assert problems == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('"how?"', "expected an object"),
        ('{"style": "typo", "relevant": []}', '"query"'),
        ('{"query": " ", "style": "typo", "relevant": []}', '"query"'),
        ('{"query": "how?", "style": 3, "relevant": []}', '"style"'),
        ('{"query": "how?", "style": "typo"}', '"relevant" must be a list'),
        ('{"query": "how?", "style": "typo", "relevant": "/a"}', '"relevant" must be a list'),
        ('{"query": "how?", "style": "typo", "relevant": [1]}', '"relevant" must be a list'),
        ('{"query": "how?", "style": "typo", "relevant": ["/a", "/a"]}', "names an article twice"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(line: str, reason: str) -> None:
    _, problems = parse(f"{LINE}\n{line}", FILE)

    assert len(problems) == 1
    assert str(problems[0]).startswith("labels.jsonl:2: ")
    assert reason in problems[0].reason


def test_a_line_separator_inside_a_text_does_not_end_the_line() -> None:
    text = '{"query": "how\u2028and why?", "style": "chatty", "relevant": []}'

    questions, problems = parse(text, FILE)

    assert questions[0].query == "how\u2028and why?"
    assert problems == ()


def test_all_mistakes_of_all_files_are_listed_at_once(tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text(f"{{\n{LINE}\n[]", encoding="utf-8")
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
    (tmp_path / "latin.jsonl").write_bytes(b"\xe9")

    with pytest.raises(QuicktakeError) as raised:
        read([tmp_path / name for name in ("broken.jsonl", "empty.jsonl", "latin.jsonl", "absent.jsonl")])

    lines = str(raised.value).splitlines()
    assert [line.removeprefix(str(tmp_path))[1:].split(" ")[0] for line in lines] == [
        "broken.jsonl:1:",
        "broken.jsonl:3:",
        "empty.jsonl:",
        "latin.jsonl:",
        "absent.jsonl:",
    ]


def test_files_are_read_in_the_order_given(tmp_path: Path) -> None:
    for name in ("z", "a"):
        (tmp_path / name).write_text(json.dumps({"query": name, "style": "typo", "relevant": []}), encoding="utf-8")

    questions = read([tmp_path / "z", tmp_path / "a"])

    assert [question.query for question in questions] == ["z", "a"]


@given(st.text())
def test_any_text_is_read_or_reported(text: str) -> None:
    questions, problems = parse(text, FILE)

    assert questions or problems
