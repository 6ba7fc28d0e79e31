"""Which model serves, if any: what the operator set, what is installed, what is at hand.

Whatever goes wrong, there is a choice and a reason in words: search by words alone never needs a model.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bot.embedding.download import DEFAULT
from bot.embedding.model import Model, open_folder, open_named
from bot.errors import EmbeddingError

OFF, AUTO = "off", "auto"
EXTRA = "semantic"
NOT_ENCODED = "by words alone: the articles' meanings could not be encoded; the log says why"
_PACKAGES = ("fastembed", "simsimd")


@dataclass(frozen=True, slots=True)
class Choice:
    """The model that serves, or None, and what to tell an operator about it; ``is_mishap`` if they wanted one."""

    model: Model | None
    note: str
    is_mishap: bool = False


def choose(semantic: str, folder: Path | None, downloads: Path) -> Choice:
    """Choose and open the model.

    Args:
        semantic: ``off``, ``auto`` (a model if there is one at hand) or the name of one, downloaded when missing.
        folder: of a model at hand; goes before any name.
        downloads: where models with a name are kept.
    """
    if semantic == OFF:
        return Choice(None, "by words alone (QUICKTAKE_SEMANTIC is off)")
    is_wanted = semantic != AUTO or folder is not None
    if missing := [name for name in _PACKAGES if find_spec(name) is None]:
        advice = f"{' and '.join(missing)} not installed; pip install 'quicktake[{EXTRA}]'"
        return Choice(None, f"by words alone ({advice})", is_wanted)
    if not is_wanted and not (downloads.is_dir() and any(downloads.iterdir())):
        return Choice(None, "by words alone (no model at hand; set QUICKTAKE_MODEL_DIR or QUICKTAKE_SEMANTIC)")
    try:
        model = open_folder(folder) if folder else _named(semantic, downloads)
    except EmbeddingError as failure:
        return Choice(None, f"by words alone: {failure}", is_mishap=True)
    return Choice(model, f"by words and meaning, with {model.name or model.folder}")


def _named(semantic: str, downloads: Path) -> Model:
    if semantic == AUTO:
        return open_named(DEFAULT, downloads, may_download=False)
    return open_named(semantic, downloads)
