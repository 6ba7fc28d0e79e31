from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.embedding.tiny import write_model

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model that works."""
    return write_model(tmp_path_factory.mktemp("tiny"))
