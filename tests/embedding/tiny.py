"""A sentence-embedding model of a few kilobytes, made on the spot: a table of word vectors, and nothing else.

Words of one group share a vector, so that what means the same is told by looking at ``GROUPS``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GROUPS = (
    ("silence", "quiet", "hush", "mute"),
    ("goals", "goal", "aims", "targets"),
    ("fees", "fee", "price", "money"),
    ("conflict", "quarrel", "dispute"),
    ("listening", "listen", "hear"),
)
PLAIN = ("how", "do", "i", "a", "the", "of", "is", "what", "why", "useful", "set", "with", "client", "coaching")
DIMENSION = 16


def write_model(folder: Path, *, dimension: int = DIMENSION, vocabulary: Sequence[str] = (), seed: int = 7) -> Path:
    """Write all files of a model; further words get a vector of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    words = ["[PAD]", "[UNK]", *PLAIN, *(word for group in GROUPS for word in group), *vocabulary]
    (folder / "model.onnx").write_bytes(_graph(_table(words, dimension, seed)).SerializeToString())
    tokenizer = Tokenizer(models.WordLevel({word: place for place, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(json.dumps({"model_max_length": 128, "pad_token": "[PAD]"}))
    (folder / "config.json").write_text(json.dumps({"hidden_size": dimension, "pad_token_id": 0}))
    return folder


def _table(words: Sequence[str], dimension: int, seed: int) -> np.ndarray:
    chance = np.random.default_rng(seed)
    meanings = {word: chance.normal(size=dimension) for word in words}
    meanings |= {word: 3 * meanings[group[0]] for group in GROUPS for word in group}
    meanings["[UNK]"] = 0.05 * meanings["[UNK]"]
    return np.array([meanings[word] for word in words], dtype=np.float32)


def _graph(table: np.ndarray) -> onnx.ModelProto:
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "words"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "words", table.shape[1]])
    look_up = helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])
    graph = helper.make_graph([look_up], "tiny", inputs, [output], [numpy_helper.from_array(table, "table")])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
