"""Front matter of the usual shape, read without a YAML parser in half the time.

Exporters write ``key: value``, ``key: >-`` with one indented line below it, and mappings of such lines. Only that is
read here, exactly as YAML would; whatever deviates in the slightest is left to ``nodes``. Pure: no I/O.
"""

from __future__ import annotations

import re

from bot.corpus.yaml_tree import Node

_ENTRY = re.compile(
    r"""
    (?P<key>(?!null:)[a-z_][a-z0-9_]{0,60}):
    (?: \ >-\n\ +(?P<folded>[^ \n][^\n]*)
      | \ (?P<plain>[^ \n][^\n]*)
      | \n(?P<block>\ [^\n]*(?:\n\ [^\n]*)*)
    )?
    (?:\n|\Z)
    """,
    re.VERBOSE,
)
# Texts that YAML could take for anything else than themselves are not plain: quotes, lists, comments, nulls, …
_PLAIN = re.compile(r"(?!(?:null|Null|NULL)\Z)(?:[A-Za-z0-9/(]|-[0-9])(?:(?!:\ |\ \#)[^\n])*(?<![:\ ])")
_DEEPEST_BLOCK = 1


def read_regular(text: str, *, first_line: int = 1) -> Node | None:
    """Read a mapping of the usual shape as ``parse_yaml`` would; None if it has another shape."""
    if not text.replace("\n", "").isprintable():
        return None
    return _mapping(text.rstrip("\n"), first_line, depth=0)


def _mapping(text: str, first_line: int, depth: int) -> Node | None:
    found: dict[str, Node] = {}
    line, end = first_line, 0
    while end < len(text):
        entry = _ENTRY.match(text, end)
        node = _value(entry, line, depth) if entry and entry["key"] not in found else None
        if not entry or not node:
            return None
        found[entry["key"]] = node
        line += entry[0].count("\n")
        end = entry.end()
    return Node(found, first_line) if found else None


def _value(entry: re.Match[str], line: int, depth: int) -> Node | None:
    plain, folded, block = entry["plain"], entry["folded"], entry["block"]
    if plain:
        return Node(plain, line) if _PLAIN.fullmatch(plain) else None
    if block:
        return _block(block, line + 1, depth + 1)
    return Node(folded or "", line)


def _block(text: str, first_line: int, depth: int) -> Node | None:
    indent = " " * (len(text) - len(text.lstrip(" ")))
    is_indented_throughout = text.count("\n" + indent) == text.count("\n")
    if depth > _DEEPEST_BLOCK or not is_indented_throughout:
        return None
    return _mapping(text[len(indent) :].replace("\n" + indent, "\n"), first_line, depth)
