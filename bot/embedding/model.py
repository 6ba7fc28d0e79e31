"""One sentence-embedding model: found in a folder or downloaded, opened, and tried out before it is trusted.

An edge: fastembed runs the model, in this process and on one thread.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from cachetools import TTLCache
from fastembed import TextEmbedding
from fastembed.common.model_description import PoolingType
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bot.embedding import download
from bot.errors import EmbeddingError

log = logging.getLogger(__name__)

MODEL_FILES = ("model.onnx", "model_optimized.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx")
THREADS = 1  # a question takes milliseconds, and many texts are spread over processes
MOST_PADDING = 1_000
KEPT_QUESTIONS = 512  # a question is searched for again when somebody asks why, goes back or votes
KEPT_S = 600.0
_PROBE = "How do I agree on the goals of a session?"


@dataclass(frozen=True, slots=True)
class Model:
    """A model that works, named so that any process can open it again.

    Attributes:
        name: as fastembed knows it; empty for a folder.
        folder: where its files lie.
        dimension: how long its vectors are.
        identity: changes with what it answers, whatever its files are called.
    """

    name: str
    folder: str
    dimension: int
    identity: str

    def encode(self, text: str) -> NDArray[np.float32]:
        """Give the vector of a text, of length 1.

        Raises:
            EmbeddingError: the model cannot be opened any more.
        """
        return self._opened().encode(text)

    def knows(self, word: str) -> bool:
        """Tell whether the model learned a word as a whole."""
        return self._opened().knows(word)

    def _opened(self) -> _Opened:
        return _open(self.name, self.folder)


def open_folder(folder: Path) -> Model:
    """Open the model in a folder, which holds an ONNX file, a tokenizer and their configuration.

    Raises:
        EmbeddingError: a file is missing or damaged, or what it gives are no vectors.
    """
    wanted = ("tokenizer.json", "tokenizer_config.json", "config.json")
    if not folder.is_dir():
        raise EmbeddingError(f"there is no folder {folder}")
    missing = [name for name in wanted if not (folder / name).is_file()]
    if not any((folder / name).is_file() for name in MODEL_FILES):
        missing.insert(0, MODEL_FILES[0])
    if missing:
        raise EmbeddingError(f"the folder {folder} lacks {', '.join(missing)}")
    return _tried("", str(folder.absolute()), _announced_dimension(folder))


def open_named(name: str, downloads: Path, *, may_download: bool = True) -> Model:
    """Open a model that fastembed knows by name; the first time, it is downloaded, with a progress bar.

    Raises:
        EmbeddingError: nobody knows the name, it cannot be downloaded, or what came is damaged.
    """
    folder = download.find(name, downloads.absolute(), may_download=may_download)
    return _tried(name, str(folder), download.announced_dimension(name))


class _Opened:
    """A model in this process; remembers the vectors of the latest texts for a while."""

    def __init__(self, embedding: TextEmbedding) -> None:
        self._embedding = embedding
        self._latest: TTLCache[str, NDArray[np.float32]] = TTLCache(KEPT_QUESTIONS, KEPT_S)

    def encode(self, text: str) -> NDArray[np.float32]:
        """One text at a time: beside others, a quantised model gives slightly different vectors."""
        known = self._latest.get(text)
        if known is not None:
            return known
        vector = np.asarray(next(iter(self._embedding.embed([text], batch_size=1))), dtype=np.float32)
        vector /= max(float(np.linalg.norm(vector)), 1e-9)
        self._latest[text] = vector
        return vector

    def knows(self, word: str) -> bool:
        return len(_tokenizer(self._embedding).encode(word, add_special_tokens=False).ids) == 1


@cache
def _open(name: str, folder: str) -> _Opened:
    try:
        _silence_runtime()
        return _Opened(_named(name, folder) if name else _local(Path(folder)))
    except Exception as failure:  # the libraries below raise whatever they meet; to us it is all the same
        log.debug("The model cannot be opened", exc_info=True)
        what = f"the model in {folder} cannot be opened ({type(failure).__name__})"
        raise EmbeddingError(f"{what}; its files may be truncated, or not belong together") from failure


def _silence_runtime() -> None:
    """It writes to standard error what it raises as well."""
    import onnxruntime  # type: ignore[import-untyped]  # ships no types  # noqa: PLC0415

    onnxruntime.set_default_logger_severity(4)


def _named(name: str, folder: str) -> TextEmbedding:
    from fastembed import TextEmbedding  # noqa: PLC0415  (takes half a second, and may not be installed)

    return TextEmbedding(name, specific_model_path=folder, threads=THREADS, cuda=False)


def _local(folder: Path) -> TextEmbedding:
    from fastembed import TextEmbedding  # noqa: PLC0415
    from fastembed.common.model_description import ModelSource  # noqa: PLC0415

    name = f"folder:{folder}"
    file = next(file for file in MODEL_FILES if (folder / file).is_file())
    source, dimension = ModelSource(hf=name), _announced_dimension(folder)
    TextEmbedding.add_custom_model(
        name, _pooling(folder), normalization=True, sources=source, dim=dimension, model_file=file
    )
    embedding = TextEmbedding(name, specific_model_path=str(folder), threads=THREADS, cuda=False)
    _require_same_vocabulary(embedding, folder)
    return embedding


def _require_same_vocabulary(embedding: TextEmbedding, folder: Path) -> None:
    """A tokenizer of another model gives vectors, too, but of nonsense; models pad their tables by some hundreds."""
    announced = json.loads((folder / "config.json").read_text("utf-8")).get("vocab_size")
    known = _tokenizer(embedding).get_vocab_size()
    if announced and abs(announced - known) > MOST_PADDING:
        raise ValueError(f"the tokenizer knows {known} words, the model {announced}")


def _tokenizer(embedding: TextEmbedding) -> Tokenizer:
    tokenizer: Tokenizer = embedding.model.tokenizer  # type: ignore[attr-defined]  # of every model made by ONNX
    return tokenizer


def _pooling(folder: Path) -> PoolingType:
    """As sentence-transformers writes it down beside a model; the mean of all words where it did not."""
    from fastembed.common.model_description import PoolingType as Pooling  # noqa: PLC0415

    note = folder / "1_Pooling" / "config.json"
    is_first = note.is_file() and json.loads(note.read_text("utf-8")).get("pooling_mode_cls_token")
    return Pooling.CLS if is_first else Pooling.MEAN


def _announced_dimension(folder: Path) -> int:
    try:
        return int(json.loads((folder / "config.json").read_text("utf-8"))["hidden_size"])
    except (OSError, ValueError, KeyError, TypeError) as failure:
        raise EmbeddingError(f"{folder / 'config.json'} does not tell the model's hidden_size") from failure


def _tried(name: str, folder: str, announced: int) -> Model:
    """Ask for one vector: it warms the model up, and shows whether its files belong together."""
    try:
        vector = _open(name, folder).encode(_PROBE)
    except EmbeddingError:
        raise
    except Exception as failure:
        what = f"the model in {folder} gives no vectors ({type(failure).__name__})"
        raise EmbeddingError(f"{what}; its tokenizer may be another model's") from failure
    if vector.shape != (announced,):
        raise EmbeddingError(f"the model in {folder} gives {vector.size} numbers; its configuration says {announced}")
    if not np.isfinite(vector).all() or not vector.any():
        raise EmbeddingError(f"the model in {folder} gives no usable numbers")
    rounded = np.round(vector, 3) + 0.0  # no negative zeros
    digest = hashlib.sha256(rounded.astype(np.float32).tobytes()).hexdigest()[:16]
    return Model(name, folder, announced, digest)
