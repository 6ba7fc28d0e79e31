"""The import rule, executable: what is not in the table is forbidden."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import bot

CORE = {
    "model",
    "errors",
    "wording",
    "aliases",
    "progress",
    "background",
    "logs",
    "running",
    "processes",
    "array_file",
    "disk",
    "settings",
    "markdown",
    "corpus",
    "search",
    "reading",
    "embedding",
    "answers",
    "releases",
    "store",
    "journal",
    "state",
    "slack",
}
OUTER = {"learning", "app", "evaluate", "diagnosis", "linting", "playground", "cli", "bot"}
EVERYTHING = CORE | OUTER

# layer: the layers it may import from, besides itself
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "wording": set(),
    "aliases": {"model"},
    "progress": set(),
    "background": {"errors", "wording"},
    "logs": {"background"},
    "running": set(),
    "processes": {"errors", "progress"},
    "array_file": {"errors"},
    "disk": set(),
    "settings": {"errors"},
    "markdown": set(),
    "corpus": {"model", "aliases", "errors", "markdown", "processes", "progress", "settings"},
    "search": {"model", "progress"},
    "embedding": {"errors", "processes", "progress", "array_file", "search"},
    "reading": set(),
    "answers": {"model", "aliases", "markdown", "search", "wording", "reading"},
    "releases": CORE - {"slack", "journal"} | {"bot", "evaluate"},
    "store": {"errors"},
    "journal": {"model", "errors", "wording", "aliases", "background", "store"},
    "state": {"errors", "aliases", "store"},
    "slack": {
        *("model", "errors", "wording", "aliases", "background", "markdown", "answers"),
        *("releases", "journal", "state", "learning"),
    },
    "evaluate": {"model", "errors", "progress"},
    "learning": {"model", "errors", "aliases", "answers", "journal", "state"},
    "app": CORE | {"learning"},
    "diagnosis": EVERYTHING,
    "linting": CORE,
    "playground": EVERYTHING,
    "cli": EVERYTHING,
    "__main__": {"cli"},
    "bot": set(),  # the package's own __init__: a docstring and the version
}

# what only one layer may touch: module → layers
OWNED = {
    "slack_bolt": {"slack"},
    "slack_sdk": {"slack", "playground"},
    "yaml": {"corpus", "playground"},
    "dotenv": {"settings"},
    "sqlalchemy": {"store", "journal", "state"},
    "rapidfuzz": {"search", "corpus"},
    "fastembed": {"embedding"},
    "simsimd": {"search"},
    "click": {"cli"},
}

PACKAGE = Path(bot.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "bot" if parts == ("__init__",) else parts[0]


def imports(path: Path) -> set[str]:
    """Every module named in an import, dotted; ``from a import b`` counts as ``a.b``, which may be a name in a."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def imported_layers(path: Path) -> set[str]:
    inside = {name.split(".")[1] for name in imports(path) if name.startswith("bot.")}
    return {layer if layer in MAY_IMPORT else "bot" for layer in inside}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_follow_the_layers(path: Path) -> None:
    layer = layer_of(path)

    forbidden = imported_layers(path) - MAY_IMPORT[layer] - {layer}

    assert not forbidden, f"{layer} must not import {sorted(forbidden)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_edges_stay_with_their_owners(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}

    trespassed = {root for root, owners in OWNED.items() if root in roots and layer_of(path) not in owners}

    assert not trespassed


@pytest.mark.parametrize("path", [path for path in MODULES if layer_of(path) == "search"], ids=lambda path: path.name)
def test_search_reads_no_files_clock_chance_or_log(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}

    assert not roots & {"logging", "os", "pathlib", "random", "secrets", "time", "datetime", "socket", "subprocess"}


def test_nobody_else_reads_the_environment() -> None:
    readers = {layer_of(path) for path in MODULES if "os.environ" in path.read_text(encoding="utf-8")}

    assert readers == {"settings"}


def parts_within(package: Path) -> dict[str, set[str]]:
    """What lies directly in a package, modules and packages, and what of that each imports."""
    dotted = ".".join(("bot", *package.relative_to(PACKAGE).parts)) + "."
    parts: dict[str, set[str]] = {}
    for path in package.rglob("*.py"):
        own = path.relative_to(package).with_suffix("").parts[0]
        inside = {name.removeprefix(dotted).split(".")[0] for name in imports(path) if name.startswith(dotted)}
        parts.setdefault(own, set()).update(inside - {own})
    return parts


@pytest.mark.parametrize(
    "package", sorted({path.parent for path in MODULES}), ids=lambda path: path.relative_to(PACKAGE.parent).as_posix()
)
def test_nothing_imports_in_a_circle(package: Path) -> None:
    parts = parts_within(package)

    try:
        tuple(TopologicalSorter({part: parts[part] & set(parts) for part in parts}).static_order())
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


def test_every_layer_of_the_package_stands_in_the_table() -> None:
    assert {layer_of(path) for path in MODULES} <= set(MAY_IMPORT)
