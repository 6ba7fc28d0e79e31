from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.embedding.encoder import CHUNK, encode
from bot.embedding.model import Model, open_folder
from bot.embedding.vector_cache import Store
from bot.errors import EmbeddingError

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [f"{word} of {number}" for number in range(CHUNK) for word in ("silence", "goals")]


@pytest.fixture
def model(tiny: Path) -> Model:
    return open_folder(tiny)


def told(texts: list[str], model: Model, store: Store) -> list[tuple[int, int]]:
    """What there was to do."""
    steps: list[tuple[int, int]] = []
    encode(texts, model, store, on_progress=lambda done, of: steps.append((done, of)))
    return steps


def test_vectors_come_in_the_order_of_the_texts(model: Model, tmp_path: Path) -> None:
    encoded = encode(["fees", "silence of all", "fees"], model, Store(tmp_path))

    vectors = encoded.vectors(np.arange(3))
    assert np.array_equal(vectors[0], vectors[2])
    assert np.allclose(vectors[1], model.encode("silence of all"), atol=0.01)


def test_only_what_is_new_is_encoded(model: Model, tmp_path: Path) -> None:
    store = Store(tmp_path)

    assert told(["fees", "goals"], model, store)[-1] == (2, 2)
    assert told(["goals", "silence", "fees"], model, store) == [(1, 1)]
    assert told(["goals"], model, store) == []


def test_who_is_interrupted_goes_on_where_it_was(model: Model, tmp_path: Path) -> None:
    store = Store(tmp_path)

    def interrupt(done: int, of: int) -> None:
        if done < of:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        encode(TEXTS, model, store, on_progress=interrupt)

    assert told(TEXTS, model, store)[-1] == (len(TEXTS) - CHUNK, len(TEXTS) - CHUNK)


def test_several_processes_give_what_one_gives(model: Model, tmp_path: Path) -> None:
    one = encode(TEXTS, model, Store(tmp_path / "one"), processes=1)
    two = encode(TEXTS, model, Store(tmp_path / "two"), processes=2)

    assert np.array_equal(one.codes, two.codes)
    assert np.array_equal(one.scales, two.scales)


def test_many_files_become_one(model: Model, tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(Store.MOST_FILES + 1):
        encode([f"fees {number}", "goals"], model, store)

    assert len(list(tmp_path.iterdir())) <= Store.MOST_FILES
    assert told(["goals"], model, store) == []


def test_damaged_file_is_left_aside_and_made_anew(model: Model, tmp_path: Path) -> None:
    store = Store(tmp_path)
    encode(["goals"], model, store)
    (damaged,) = tmp_path.iterdir()
    damaged.write_bytes(damaged.read_bytes()[:-40] + bytes(40))

    assert told(["goals"], model, store) == [(1, 1)]


def test_folder_that_cannot_be_written_to_is_told(model: Model, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(EmbeddingError, match="cannot be kept"):
        encode(["goals"], model, Store(tmp_path / "file"))
