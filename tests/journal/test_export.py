from __future__ import annotations

import csv
import json

from bot.journal.events import AdminAction
from bot.journal.export import COLUMNS, csv_lines, jsonl
from bot.journal.rows import Row, to_row
from tests.journal.world import ANA, GOALS, MONDAY, ONE_OF_EACH, TEXT, TRUST, asked, offered

ROWS: list[Row] = [to_row(event, TEXT) for event in ONE_OF_EACH]


def test_json_lines_have_what_the_event_has_and_no_more() -> None:
    first, *_, last = map(json.loads, jsonl(ROWS))

    assert first["at"] == "2026-03-02T09:00:00.000+00:00"
    assert first["urls"] == [GOALS, TRUST]
    assert set(last) == {*("at", "kind", "person", "urls", "outcome", "confidence"), "channel", "message_ts"}


def test_csv_has_the_same_columns_in_every_line() -> None:
    lines = list(csv.DictReader(csv_lines(ROWS)))

    assert len(lines) == len(ROWS)
    assert all(tuple(line) == COLUMNS for line in lines)
    assert lines[0]["urls"] == f"{GOALS} {TRUST}"
    assert lines[1]["outcome"] == ""


def test_csv_quotes_what_people_type() -> None:
    [line] = csv.DictReader(csv_lines([to_row(asked('a, "b"; ü'), TEXT)]))

    assert line["question"] == 'a, "b"; ü'


def test_no_spreadsheet_runs_what_people_type() -> None:
    rows = [to_row(offered("=1+1"), TEXT), to_row(AdminAction(ANA, MONDAY, "@SUM(A1)"), TEXT)]

    question, action = csv.DictReader(csv_lines(rows))

    assert question["question"] == "'=1+1"
    assert action["note"] == "'@SUM(A1)"
