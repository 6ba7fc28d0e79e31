"""The journal as text: CSV for a spreadsheet, JSON Lines for a program.

Pure: no I/O. One line for each event, oldest first; the columns are those of ``COLUMNS``.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO

from bot.journal.rows import Row
from bot.store.timestamps import from_ms

COLUMNS = (
    *("at", "kind", "person", "question", "urls", "outcome", "surface"),
    *("confidence", "release", "latency_ms", "is_helpful", "note"),
    *("channel", "message_ts"),
)
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def jsonl(rows: Iterable[Row]) -> Iterator[str]:
    """Give one JSON object for each event, without what it does not have."""
    for row in rows:
        yield json.dumps({name: value for name, value in _record(row).items() if value is not None}, ensure_ascii=False)


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Give a line of headings, and one for each event; urls have blanks between them."""
    yield _csv_line(COLUMNS)
    for row in rows:
        record = _record(row)
        urls = record["urls"]
        record["urls"] = " ".join(urls) if isinstance(urls, list) else None
        yield _csv_line([_harmless(value) for value in record.values()])


def _record(row: Row) -> dict[str, object]:
    at_ms, url = row["at_ms"], row["url"]
    others = json.loads(str(row["others"])) if row["others"] else []
    derived = {
        "at": from_ms(at_ms).isoformat(timespec="milliseconds") if isinstance(at_ms, int) else None,
        "urls": [url, *others] if url else None,
    }
    return {name: derived[name] if name in derived else row[name] for name in COLUMNS}


def _harmless(value: object) -> object:
    """Keep a spreadsheet from running what somebody typed: https://owasp.org/www-community/attacks/CSV_Injection."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA) else value


def _csv_line(values: Iterable[object]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()
