"""The file that every corpus test starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LINES = {
    "id": "7",
    "date": "2025-03-20",
    "title": "What is a coaching agreement?",
    "url": "/agreements/what-is-a-coaching-agreement",
    "subject": "Agreements",
    "answer": "An agreement says what both sides will do.",
}


def article_text(body: str = "", **lines: str | None) -> str:
    """Write an article's file; a keyword replaces a front matter line, None leaves it out."""
    chosen = {**LINES, **lines}
    front = "".join(f"{name}: {value}\n" for name, value in chosen.items() if value is not None)
    return f"---\n{front}---\n{body}"


def write_article(folder: Path, name: str, **lines: str | None) -> Path:
    """Write an article with a url of its own into a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines.setdefault("url", f"/{name}")
    path.write_text(article_text(body="", **lines), encoding="utf-8")
    return path
