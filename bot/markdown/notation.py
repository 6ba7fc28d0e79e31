"""What each LaTeX macro and environment reads as on one line, and which arguments it takes.

Pure: no I/O. Plain symbols are pylatexenc's; here stands what is two-dimensional on paper, and what it lacks.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pylatexenc.latex2text import fmt_math_text_style

from bot.markdown.scripts import subscript, superscript

if TYPE_CHECKING:
    from collections.abc import Callable

    Writer = Callable[..., str]

TIMES = "\N{INVISIBLE TIMES}"  # between factors that must not run together: becomes a space where they would
APPLY = "\N{FUNCTION APPLICATION}"  # after a function's name: becomes a space before a letter or digit
RELATIONS = "=≠<>≤≥≪≫≈≃≅≡∼∝→←↔⇒⇐⇔⟹⟸⟺⟶⇌↦∈∉⊂⊆⊃⊇∪∩∧∨⊕⊗±∓×÷·⋅∣∤"
CELL = "\t"
ROW = "\n"

_COMPOSITE = re.compile(rf"[\s+\-−/,{RELATIONS}]")
_FACTORS = re.compile(r"\d[^\W\d]")
_TWO_WORDS = re.compile(r"\w{2,}\s+\w{2,}")
_LENGTH = re.compile(r"-?[\d.]+\s*(pt|em|ex|mm|cm|in)")


def raised(text: str) -> str:
    """Write an exponent: ``x²``, ``e^(-x/2)``."""
    return superscript(_compact(text)) or f"^{grouped(text)}{TIMES}"


def lowered(text: str) -> str:
    """Write an index: ``xᵢ``, ``v_final``."""
    return subscript(_compact(text)) or f"_{grouped(text)}{TIMES}"


def grouped(text: str) -> str:
    """Put brackets round what is more than one term or factor."""
    text = text.strip().strip(TIMES)
    return f"({text})" if _COMPOSITE.search(text) else text


def _compact(text: str) -> str:
    text = text.strip(f" {TIMES}{APPLY}")
    return text if _TWO_WORDS.search(text) else "".join(text.split())


def _fraction(above: str, below: str) -> str:
    below = grouped(below)
    below = f"({below})" if _FACTORS.search(below) and not below.startswith("(") else below
    return f"{TIMES}{grouped(above)}/{below}{TIMES}"


def _root(degree: str, radicand: str) -> str:
    degree, radicand = degree.strip(), radicand.strip()
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree) or f"{superscript(degree) or degree}√"
    return f"{TIMES}{sign}{radicand if len(radicand) == 1 or radicand.isdigit() else f'({radicand})'}{TIMES}"


def _binomial(above: str, below: str) -> str:
    return f"({above.strip()} choose {below.strip()})"


def _arrow(sign: str) -> Writer:
    return lambda below, above: f"{sign}{lowered(below) if below else ''}{raised(above)}"


def _accent(mark: str) -> Writer:
    return lambda text: "".join(unicodedata.normalize("NFC", letter + mark) for letter in text.strip())


def _styled(style: str) -> Writer:
    """Keep one bold or script letter, a symbol of its own; whole words would only be harder to read and to find."""
    return lambda text: str(fmt_math_text_style(text, style)) if len(text) == 1 else text


def _function(name: str) -> str:
    return f"{TIMES}{name}{APPLY}"


def _line_break(_star: str, skip: str) -> str:
    return ROW if not skip or _LENGTH.fullmatch(skip) else f"{ROW}[{skip}]"


def _equations(body: str) -> str:
    return ROW + re.sub(rf" *{CELL} *", " ", body.strip()) + ROW


def _cases(body: str) -> str:
    return _matrix("{ ", " }")(re.sub(rf",?\s*{CELL}", CELL, body))


def _matrix(opening: str, closing: str) -> Writer:
    def matrix(body: str) -> str:
        rows = [[cell.strip() for cell in row.split(CELL)] for row in body.split(ROW) if row.strip()]
        return opening + "; ".join(", ".join(filter(None, row)) for row in rows) + closing

    return matrix


def _same(text: str) -> str:
    return text


def _nothing(*_: str) -> str:
    return ""


_FUNCTIONS = (
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lcm lg lim liminf limsup ln log "
    "max min mod Pr sec sin sinh sup tan tanh"
)

# Each macro's arguments in pylatexenc's letters ("{" required, "[" optional, "*" a star) and its writer.
MACROS: dict[str, tuple[str, Writer]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "nicefrac"), ("{{", _fraction)),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), ("{{", _binomial)),
    **dict.fromkeys(("text", "textrm", "textit", "textnormal", "textsf", "texttt", "mathrm", "mathit"), ("{", _same)),
    **dict.fromkeys(("mathsf", "mathtt", "mbox", "hbox", "boxed", "mathop", "mathbin", "mathrel"), ("{", _same)),
    **dict.fromkeys(("textbf", "emph", "underbrace", "overbrace", "underline"), ("{", _same)),
    **dict.fromkeys(("mathbf", "boldsymbol", "bm"), ("{", _styled("bold"))),
    **dict.fromkeys(("mathcal", "mathscr"), ("{", _styled("script"))),
    "mathbb": ("{", _styled("doublestruck")),
    "mathfrak": ("{", _styled("fraktur")),
    "sqrt": ("[{", _root),
    "operatorname": ("*{", lambda _star, name: _function(name.strip())),
    "pmod": ("{", lambda modulus: f" (mod {modulus})"),
    "not": ("{", lambda sign: unicodedata.normalize("NFC", f"{sign}\N{COMBINING LONG SOLIDUS OVERLAY}")),
    "overset": ("{{", lambda above, base: f"{base}{raised(above)}"),
    "underset": ("{{", lambda below, base: f"{base}{lowered(below)}"),
    "stackrel": ("{{", lambda above, base: f"{base}{raised(above)}"),
    "xrightarrow": ("[{", _arrow("→")),
    "xleftarrow": ("[{", _arrow("←")),
    "tag": ("{", lambda number: f" ({number})"),
    "label": ("{", _nothing),
    "hspace": ("*{", lambda *_: " "),
    "vec": ("{", _accent("\N{COMBINING RIGHT ARROW ABOVE}")),
    "overrightarrow": ("{", _accent("\N{COMBINING RIGHT ARROW ABOVE}")),
    "hat": ("{", _accent("\N{COMBINING CIRCUMFLEX ACCENT}")),
    "widehat": ("{", _accent("\N{COMBINING CIRCUMFLEX ACCENT}")),
    "bar": ("{", _accent("\N{COMBINING MACRON}")),
    "overline": ("{", _accent("\N{COMBINING OVERLINE}")),
    "tilde": ("{", _accent("\N{COMBINING TILDE}")),
    "widetilde": ("{", _accent("\N{COMBINING TILDE}")),
    "dot": ("{", _accent("\N{COMBINING DOT ABOVE}")),
    "ddot": ("{", _accent("\N{COMBINING DIAERESIS}")),
    "\\": ("*[", _line_break),
}

ENVIRONMENTS: dict[str, tuple[str, Writer]] = {
    **dict.fromkeys(("align", "align*", "aligned", "equation", "equation*", "eqnarray", "eqnarray*"), ("", _equations)),
    **dict.fromkeys(("gather", "gather*", "gathered", "multline", "multline*", "split"), ("", _equations)),
    "cases": ("", _cases),
    "array": ("[{", lambda _position, _columns, body: _matrix("", "")(body)),
    "matrix": ("", _matrix("[", "]")),
    "smallmatrix": ("", _matrix("[", "]")),
    "bmatrix": ("", _matrix("[", "]")),
    "pmatrix": ("", _matrix("(", ")")),
    "Bmatrix": ("", _matrix("{", "}")),
    "vmatrix": ("", _matrix("|", "|")),
    "Vmatrix": ("", _matrix("‖", "‖")),
}

SPECIALS: dict[str, tuple[str, Writer]] = {
    "^": ("{", raised),
    "_": ("{", lowered),
    "&": ("", lambda: CELL),
    "~": ("", lambda: " "),
}

SYMBOLS: dict[str, str] = {
    **{name: _function(name) for name in _FUNCTIONS.split()},
    **{sign: sign for sign in "%$&#_{}"},
    **dict.fromkeys(("left", "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr"), ""),
    **dict.fromkeys(("displaystyle", "textstyle", "limits", "nolimits", "nonumber", "notag", "hline", "!"), ""),
    **dict.fromkeys((" ", ",", ";", ":", ">", "quad", "qquad", "enspace", "thinspace"), " "),
    "bmod": " mod ",
    "implies": "⟹",
    "impliedby": "⟸",
    "iff": "⟺",
    "gets": "←",
    "land": "∧",
    "lor": "∨",
    "neg": "¬",
    "|": "‖",
    "coloneqq": ":=",
    "degree": "°",
    "Re": "Re",
    "Im": "Im",
    "lbrace": "{",
    "rbrace": "}",
    "lbrack": "[",
    "rbrack": "]",
    "dotsc": "…",
    "dotsb": "⋯",
    "lt": "<",
    "gt": ">",
}
