"""Where the files lie that come with the bot."""

from __future__ import annotations

from pathlib import Path


def shipped_corpus() -> Path:
    """Return the folder of the articles that come with the bot: inside an installed package, beside it in a clone."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent / "corpus"


def shipped_questions() -> Path:
    """Return the file of labelled questions that comes with the bot."""
    inside = shipped_corpus() / "questions.jsonl"
    return inside if inside.is_file() else shipped_corpus().parent / "evals" / "questions.jsonl"


def shipped_manifest() -> Path:
    """Return the manifest that the app is created from in Slack."""
    inside = shipped_corpus() / "app_manifest.yml"
    return inside if inside.is_file() else shipped_corpus().parent / "app_manifest.yml"


def shipped_synonyms() -> Path:
    """Return the file of synonyms that comes with the bot."""
    return shipped_corpus() / "synonyms.yml"
