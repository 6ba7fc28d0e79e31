"""A file of named arrays: written whole or not at all, checked before it is used, then mapped into memory.

Layout: a mark, the header's length, a JSON header (what arrays there are, and where), the arrays at multiples of 64
bytes, and a digest of all that. Nothing in it is ever executed. An edge: reads and writes files.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

log = logging.getLogger(__name__)

_MARK = b"quicktake arrays 1\n"
_ALIGNMENT = 64
_LENGTH_BYTES = 8
_DIGEST_BYTES = 32
_READ_BYTES = 1 << 20
_ABANDONED_AFTER_S = 3_600


class ArrayFileError(Exception):
    """The file is damaged, or is none of ours; the text says which."""


def write_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write arrays to a file, which appears complete or not at all.

    Raises:
        TypeError: an array holds Python objects.
        OSError: the folder cannot be written to, or the disk is full.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            _write(file, {name: np.ascontiguousarray(array) for name, array in arrays.items()})
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def map_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Check a file and map its arrays into memory, read-only; they are read from disk as they are used.

    Raises:
        ArrayFileError: the file is damaged or was not written by ``write_arrays``.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        _check(file)
    data = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))  # slices of a plain array cost a fifth as much
    try:
        return {str(entry["name"]): _array(data, entry) for entry in _header(data)}
    except (KeyError, TypeError, ValueError) as error:
        raise ArrayFileError(f"its header cannot be read ({error})") from error


def map_if_sound(path: Path) -> dict[str, NDArray[Any]] | None:
    """Map the arrays of a file that can be made anew, or say in the log why it is of no use."""
    try:
        return map_arrays(path)
    except (OSError, ArrayFileError) as failure:
        log.warning("%s is left aside: %s", path, failure)
        return None


def _sweep(path: Path) -> None:
    """Remove what a writer left that was killed; younger parts may belong to one at work."""
    for part in path.parent.glob(f".{path.name}.*.part"):
        if time.time() - part.stat().st_mtime > _ABANDONED_AFTER_S:
            part.unlink(missing_ok=True)


def _write(file: BinaryIO, arrays: Mapping[str, NDArray[Any]]) -> None:
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    header = json.dumps(_entries(arrays)).encode()
    start = _MARK + len(header).to_bytes(_LENGTH_BYTES, "little") + header
    for piece in (memoryview(start), *(_bytes(array) for array in arrays.values())):
        for part in (piece, bytes(-len(piece) % _ALIGNMENT)):
            digest.update(part)
            file.write(part)
    file.write(digest.digest())


def _bytes(array: NDArray[Any]) -> memoryview:
    return array.reshape(-1).view(np.uint8).data


def _entries(arrays: Mapping[str, NDArray[Any]]) -> list[dict[str, Any]]:
    """Describe the arrays; ``offset`` counts from the end of the header, rounded up."""
    entries, offset = [], 0
    for name, array in arrays.items():
        entries.append({"name": name, "dtype": array.dtype.str, "shape": array.shape, "offset": offset})
        offset += array.nbytes + -array.nbytes % _ALIGNMENT
    return entries


def _check(file: BinaryIO) -> None:
    """Read once through the file by buffer, not through the map: pages read here are no memory of this process."""
    remaining = os.fstat(file.fileno()).st_size - _DIGEST_BYTES
    if remaining < len(_MARK) or file.read(len(_MARK)) != _MARK:
        raise ArrayFileError("it is of another format")
    digest = hashlib.blake2b(_MARK, digest_size=_DIGEST_BYTES)
    remaining -= len(_MARK)
    while remaining > 0 and (part := file.read(min(_READ_BYTES, remaining))):
        digest.update(part)
        remaining -= len(part)
    if remaining or file.read(_DIGEST_BYTES) != digest.digest():
        raise ArrayFileError("it is damaged")


def _header(data: NDArray[np.uint8]) -> list[dict[str, Any]]:
    start = len(_MARK) + _LENGTH_BYTES
    length = int.from_bytes(data[len(_MARK) : start].tobytes(), "little")
    entries = json.loads(data[start : start + length].tobytes())
    end = start + length
    base = end + -end % _ALIGNMENT
    return [{**entry, "offset": base + entry["offset"]} for entry in entries]


def _array(data: NDArray[np.uint8], entry: Mapping[str, Any]) -> NDArray[Any]:
    dtype = np.dtype(entry["dtype"])
    shape = tuple(entry["shape"])
    size = dtype.itemsize * int(np.prod(shape))
    array: NDArray[Any] = data[entry["offset"] : entry["offset"] + size].view(dtype).reshape(shape)
    return array
