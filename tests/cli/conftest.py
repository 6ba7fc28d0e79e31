from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.settings import NAMES

WORLD = Path(__file__).parent.parent / "world"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (*NAMES, "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QUICKTAKE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "corpus"))
