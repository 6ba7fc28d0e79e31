"""docs/rendering.md shows what the renderer does."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs"


def test_the_gallery_is_up_to_date() -> None:
    made = runpy.run_path(str(DOCS / "make_rendering.py"))["gallery"]()

    assert made == (DOCS / "rendering.md").read_text(encoding="utf-8"), "run: python docs/make_rendering.py"
