"""Many texts → their vectors: those not encoded before are spread over child processes.

Each finished chunk lies in the store at once, so that whoever is interrupted loses seconds. An edge: starts processes,
writes files.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from bot.embedding.model import Model
from bot.embedding.vector_cache import Store
from bot.errors import EmbeddingError
from bot.processes import cores, map_chunks
from bot.progress import OnProgress, ignore
from bot.search.semantic import Quantised

CHUNK = 256  # texts that are lost at most, and a second or two of work
WORTH_PROCESSES = 1_000  # with fewer, opening the model in others takes what is won


def encode(
    texts: Sequence[str],
    model: Model,
    store: Store,
    *,
    processes: int | None = None,
    on_progress: OnProgress = ignore,
) -> Quantised:
    """Give the vectors of all texts, in their order.

    Args:
        texts: titles, aliases, descriptions.
        model: turns each into a vector.
        store: has those that were encoded before, and takes the others; in time, what they no longer need is dropped.
        processes: how many work; by default one per core if there is much to do.
        on_progress: told how many of the texts not encoded before are done, of how many.

    Raises:
        EmbeddingError: the model cannot be opened any more, or the store cannot be written to.
    """
    missing = sorted(store.missing(texts), key=len, reverse=True)  # the longest chunks first: all end at about one time
    suitable = cores() if len(missing) >= WORTH_PROCESSES else 1
    work = partial(_encode_chunk, model, store)
    try:
        map_chunks(work, missing, CHUNK, processes=processes or suitable, on_progress=on_progress)
        store.tidy(texts)
        return store.get(texts)
    except (OSError, KeyError) as failure:
        raise EmbeddingError(f"vectors cannot be kept in {store.folder} ({failure})") from failure


def _encode_chunk(model: Model, store: Store, texts: Sequence[str]) -> list[None]:
    store.put(texts, Quantised.of(np.stack([model.encode(text) for text in texts])))
    return []
