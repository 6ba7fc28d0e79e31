from __future__ import annotations

import json
import pickle
import shutil
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.embedding.model import open_folder
from bot.errors import EmbeddingError
from tests.embedding.tiny import DIMENSION, write_model

if TYPE_CHECKING:
    from pathlib import Path


def test_vectors_have_length_one_and_are_always_the_same(tiny: Path) -> None:
    model = open_folder(tiny)

    first, again = model.encode("why is silence useful"), model.encode("why is silence useful")

    assert first.shape == (DIMENSION,)
    assert np.isclose(np.linalg.norm(first), 1)
    assert np.array_equal(first, again)


def test_words_that_mean_the_same_are_near(tiny: Path) -> None:
    model = open_folder(tiny)

    same, other = (model.encode("silence") @ model.encode(word) for word in ("quiet", "fees"))

    assert same > 0.99
    assert other < same


def test_it_knows_the_words_it_learned_as_a_whole(tiny: Path) -> None:
    (tiny_words := open_folder(tiny)).encode("silence")

    assert tiny_words.knows("silence")


def test_text_without_any_word_is_no_mistake(tiny: Path) -> None:
    vector = open_folder(tiny).encode("")

    assert np.isfinite(vector).all()


def test_another_process_can_open_it_again(tiny: Path) -> None:
    model = open_folder(tiny)

    again = pickle.loads(pickle.dumps(model))  # noqa: S301  (our own)

    assert np.array_equal(again.encode("goals"), model.encode("goals"))


def test_identity_tells_models_apart_by_what_they_say(tiny: Path, tmp_path: Path) -> None:
    copied = shutil.copytree(tiny, tmp_path / "copied")
    other = write_model(tmp_path / "other", seed=8)

    assert open_folder(copied).identity == open_folder(tiny).identity
    assert open_folder(other).identity != open_folder(tiny).identity


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match=r"there is no folder .*absent"):
        open_folder(tmp_path / "absent")


def test_every_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match=r"lacks model.onnx, tokenizer.json, tokenizer_config.json, config.json"):
        open_folder(tmp_path)


def test_truncated_model_is_told(tmp_path: Path) -> None:
    whole = write_model(tmp_path / "cut") / "model.onnx"
    whole.write_bytes(whole.read_bytes()[:200])

    with pytest.raises(EmbeddingError, match=r"cannot be opened .*truncated"):
        open_folder(tmp_path / "cut")


def test_truncated_tokenizer_is_told(tmp_path: Path) -> None:
    whole = write_model(tmp_path / "cut") / "tokenizer.json"
    whole.write_text(whole.read_text()[:200])

    with pytest.raises(EmbeddingError, match="cannot be opened"):
        open_folder(tmp_path / "cut")


def test_tokenizer_of_another_model_is_told(tmp_path: Path) -> None:
    small, large = write_model(tmp_path / "small"), write_model(tmp_path / "large", vocabulary=["agree", "session"])
    tokens = json.loads((large / "tokenizer.json").read_text())
    tokens["model"]["vocab"] |= {"on": 5_000, "agree": 5_001}
    (small / "tokenizer.json").write_text(json.dumps(tokens))

    with pytest.raises(EmbeddingError, match="gives no vectors"):
        open_folder(small)


def test_tokenizer_of_another_size_than_announced_is_told(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "odd")
    (folder / "config.json").write_text(json.dumps({"hidden_size": DIMENSION, "vocab_size": 30_522}))

    with pytest.raises(EmbeddingError, match="not belong together"):
        open_folder(folder)


def test_another_dimension_than_announced_is_told(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "odd")
    (folder / "config.json").write_text('{"hidden_size": 384}')

    with pytest.raises(EmbeddingError, match="gives 16 numbers; its configuration says 384"):
        open_folder(folder)


@pytest.mark.parametrize("config", ["", "{}", '{"hidden_size": null}', "[]"])
def test_configuration_without_a_dimension_is_told(tmp_path: Path, config: str) -> None:
    folder = write_model(tmp_path / "odd")
    (folder / "config.json").write_text(config)

    with pytest.raises(EmbeddingError, match="hidden_size"):
        open_folder(folder)
