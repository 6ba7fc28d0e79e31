from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.embedding.model_choice import choose

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_off_is_off_even_with_a_model_at_hand(tiny: Path, tmp_path: Path) -> None:
    choice = choose("off", tiny, tmp_path)

    assert choice.model is None
    assert not choice.is_mishap


def test_auto_takes_the_model_at_hand(tiny: Path, tmp_path: Path) -> None:
    choice = choose("auto", tiny, tmp_path)

    assert choice.model
    assert choice.note == f"by words and meaning, with {tiny}"


def test_auto_downloads_nothing(tmp_path: Path) -> None:
    choice = choose("auto", None, tmp_path / "models")

    assert choice.model is None
    assert "no model at hand" in choice.note
    assert not choice.is_mishap
    assert not (tmp_path / "models").exists()


def test_auto_downloads_no_rest_of_a_model_either(tmp_path: Path) -> None:
    (tmp_path / "half of a model").touch()

    choice = choose("auto", None, tmp_path)

    assert choice.model is None
    assert choice.is_mishap
    assert "is not whole" in choice.note


def test_model_that_cannot_be_used_leaves_words_and_a_reason(tmp_path: Path) -> None:
    choice = choose("auto", tmp_path / "absent", tmp_path)

    assert choice.model is None
    assert choice.is_mishap
    assert choice.note.startswith("by words alone: there is no folder")


def test_what_is_not_installed_is_named(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "simsimd", None)

    choice = choose("auto", tiny, tmp_path)

    assert choice.model is None
    assert choice.is_mishap
    assert "simsimd not installed; pip install 'quicktake[semantic]'" in choice.note
