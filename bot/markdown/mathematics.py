r"""LaTeX formulas as readable Unicode: ``x^2 + \alpha_i`` becomes ``x² + αᵢ``.

Pure: no I/O. pylatexenc parses the LaTeX and knows the symbols, ``notation`` the rest. What neither knows is refused
as a whole, rather than written with a part missing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from pylatexenc.latex2text import get_default_latex_context_db as default_symbols
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexSpecialsNode,
    LatexWalker,
    LatexWalkerError,
)
from pylatexenc.latexwalker import get_default_latex_context_db as default_syntax
from pylatexenc.macrospec import LatexContextDb, MacroStandardArgsParser, SpecialsSpec, std_environment, std_macro

from bot.markdown.math_plugin import LONGEST
from bot.markdown.notation import APPLY, ENVIRONMENTS, MACROS, RELATIONS, SPECIALS, SYMBOLS, TIMES
from bot.markdown.scripts import SCRIPTS

_INVISIBLE_DELIMITER = re.compile(r"\\(left|right)\s*\.")
_COMMENT = re.compile(r"(?<!\\)%")
_SIGNS = "√∛∜∇∂∑∏∫"
_TERM_END = r"(?<=[\w)\]∞…⋯°])"
_VARIABLE = r"[^\W\d_](?![A-Za-z]{2})"  # not the second part of a hyphenated word
_PRIMES = ("\N{PRIME}", "\N{DOUBLE PRIME}", "\N{TRIPLE PRIME}")

_Node = Any  # pylatexenc ships no types


class _UnknownError(Exception):
    """The formula uses something that nobody here can write on a line."""


@lru_cache(maxsize=4096)  # the same articles are shown again and again
def to_unicode(latex: str) -> str | None:
    r"""Write a formula, given without its delimiters, as Unicode; return None where a part would be lost or garbled.

    >>> to_unicode(r"x^2 + \alpha_i \neq \nabla f")
    'x² + αᵢ ≠ ∇f'
    """
    if len(latex) > LONGEST:
        return None
    source = _COMMENT.sub(r"\\%", _INVISIBLE_DELIMITER.sub("", latex))  # a percent sign is meant as one
    walker = LatexWalker(source, latex_context=_SYNTAX, tolerant_parsing=False)
    try:
        nodes, _, _ = walker.get_latex_nodes()
        return _spaced(_written(nodes)) or None
    except (LatexWalkerError, _UnknownError, RecursionError):
        return None


def _written(nodes: list[_Node]) -> str:
    return "".join(map(_node, nodes))


def _node(node: _Node) -> str:
    match node:
        case LatexCharsNode():
            return str(node.chars)
        case LatexGroupNode() | LatexMathNode():
            return _written(node.nodelist)
        case LatexMacroNode():
            return _macro(node)
        case LatexEnvironmentNode() if node.environmentname in ENVIRONMENTS:
            expected, write = ENVIRONMENTS[node.environmentname]
            return write(*_arguments(node, expected), _written(node.nodelist))
        case LatexSpecialsNode() if node.specials_chars in SPECIALS:
            expected, write = SPECIALS[node.specials_chars]
            return write(*_arguments(node, expected))
        case LatexSpecialsNode():
            return str(node.specials_chars)
    raise _UnknownError


def _macro(node: _Node) -> str:
    if node.macroname in MACROS:
        expected, write = MACROS[node.macroname]
        return write(*_arguments(node, expected))
    if node.macroname in SYMBOLS:
        return SYMBOLS[node.macroname]
    symbol = getattr(_SYMBOLS.get_macro_spec(node.macroname), "simplify_repl", None)
    takes_arguments = node.nodeargd and node.nodeargd.argnlist
    if not isinstance(symbol, str) or not 1 <= len(symbol) <= 2 or takes_arguments:  # longer is no sign: \today, say
        raise _UnknownError
    return symbol


def _arguments(node: _Node, expected: str) -> list[str]:
    given = node.nodeargd.argnlist if node.nodeargd else ()
    if len(given) != len(expected):  # as in "x^^2", where the first sign has the second for its argument
        raise _UnknownError
    return ["" if argument is None else _node(argument) for argument in given]


def _spaced(text: str) -> str:
    """Set spaces as a typesetter would: around relations, between factors that are words, nowhere doubled."""
    text = re.sub(rf"[^\S\n]*([{RELATIONS}](?:[{SCRIPTS}]+|[_^]\([^()]*\)|[_^]\w+)?)[^\S\n]*", r" \1 ", text)
    text = re.sub(rf"{_TERM_END}[ {TIMES}]*\+[ {TIMES}]*(?=[\w(\[…⋯{_SIGNS}])", " + ", text)
    text = re.sub(rf"{_TERM_END}[ {TIMES}]*-[ {TIMES}]*(?=[\d(\[{_SIGNS}]|{_VARIABLE})", " - ", text)
    text = re.sub(rf"{_TERM_END}[{TIMES}{APPLY}]+(?=(?![_{SCRIPTS}])\w|[{_SIGNS}])", " ", text)
    text = re.sub(rf"[{TIMES}{APPLY}]+", "", text)
    text = re.sub(r"(?<=[\w)\]])'{1,3}(?![A-Za-z'])", lambda primes: _PRIMES[len(primes[0]) - 1], text)
    text = re.sub(r"(?<=[(\[])[^\S\n]+|[^\S\n]+(?=[)\],;])", "", text)
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", text)).strip()


def _syntax() -> LatexContextDb:
    """Return pylatexenc's grammar with the arguments of scripts, and of the macros it does not know."""
    database = default_syntax()
    database.add_context_category(
        "one-line",
        prepend=True,
        macros=[std_macro(name, arguments) for name, (arguments, _) in MACROS.items()],
        environments=[std_environment(name, arguments) for name, (arguments, _) in ENVIRONMENTS.items()],
        specials=[
            SpecialsSpec(sign, args_parser=MacroStandardArgsParser(arguments))
            for sign, (arguments, _) in SPECIALS.items()
        ],
    )
    return database


_SYNTAX = _syntax()
_SYMBOLS = default_symbols()
