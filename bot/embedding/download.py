"""Models with a name: their files, downloaded once with a progress bar, then found where they were put.

An edge: uses the network and files, through fastembed.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from bot.errors import EmbeddingError

log = logging.getLogger(__name__)

DEFAULT = "sentence-transformers/all-MiniLM-L6-v2"


def announced_dimension(name: str) -> int:
    """Tell how long the vectors of a model with a name are.

    Raises:
        EmbeddingError: nobody knows the name.
    """
    return int(_described(name)["dim"])


def find(name: str, downloads: Path, *, may_download: bool) -> Path:
    """Give the folder with a model's files; no network is used if they are there.

    Raises:
        EmbeddingError: nobody knows the name, or the files are neither there nor to be had.
    """
    from fastembed import TextEmbedding  # noqa: PLC0415  (takes half a second, and may not be installed)
    from fastembed.common.model_description import DenseModelDescription, ModelSource  # noqa: PLC0415

    described = _described(name)
    model = DenseModelDescription(**described | {"sources": ModelSource(**described["sources"])})
    _redirect_messages()
    try:
        return TextEmbedding.download_model(model, str(downloads), retries=1, local_files_only=not may_download)
    except Exception as failure:  # the libraries below raise whatever they meet; to us it is all the same
        log.debug("The model cannot be had", exc_info=True)
        raise EmbeddingError(_advice(name, downloads, may_download=may_download)) from failure


def _described(name: str) -> dict[str, Any]:
    from fastembed import TextEmbedding  # noqa: PLC0415

    known = {model["model"].lower(): model for model in TextEmbedding.list_supported_models()}
    if name.lower() not in known:
        raise EmbeddingError(f"there is no model {name}; one that there is: {DEFAULT}")
    return known[name.lower()]


def _redirect_messages() -> None:
    """Fastembed writes to standard error by itself: let whoever debugs read it, in the log."""
    from loguru import logger  # noqa: PLC0415

    logger.remove()
    logger.add(lambda message: log.debug("%s", message.record["message"]))


def _advice(name: str, downloads: Path, *, may_download: bool) -> str:
    if may_download:
        return f"the model {name} cannot be downloaded; check the network, or set QUICKTAKE_MODEL_DIR"
    return f"the model {name} is not whole in {downloads}; set QUICKTAKE_SEMANTIC={name} to download it"
