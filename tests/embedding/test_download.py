from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.embedding.download import DEFAULT, announced_dimension, find
from bot.embedding.model import open_named
from bot.errors import EmbeddingError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


def test_dimension_of_a_model_is_known_by_its_name() -> None:
    assert announced_dimension(DEFAULT.upper()) == 384


def test_unknown_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="there is no model made-up; one that there is: sentence-transformers/"):
        open_named("made-up", tmp_path)


def test_model_that_cannot_be_downloaded_is_told_in_one_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(EmbeddingError, match=r"cannot be downloaded; check the network, or set QUICKTAKE_MODEL_DIR"):
        find(DEFAULT, tmp_path, may_download=True)

    assert capfd.readouterr() == ("", "")


def test_model_that_is_only_looked_for_is_told_with_the_way_to_have_it(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match=f"is not whole in .*; set QUICKTAKE_SEMANTIC={DEFAULT} to download it"):
        find(DEFAULT, tmp_path, may_download=False)
