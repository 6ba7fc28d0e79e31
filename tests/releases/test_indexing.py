from __future__ import annotations

import shutil
from pathlib import Path

import bot
from bot.releases.indexing import code_fingerprint


def test_another_thesaurus_makes_another_index(tmp_path: Path) -> None:
    package = shutil.copytree(Path(bot.__file__).parent / "search", tmp_path / "search").parent
    before = code_fingerprint(package)

    with (package / "search/thesaurus/english.txt").open("a", encoding="utf-8") as file:
        file.write("boss, gaffer\n")

    assert code_fingerprint(package) != before
