r"""Newlines that were written as the two characters ``\n``, told apart from what only looks like them.

An answer exported as one line writes its newlines as ``\n``. The same two characters begin TeX commands (``\neq``,
``\nabla``) and stand in program code (``printf("done\n")``); there they must survive. Pure: no I/O.
"""

from __future__ import annotations

import re

# No formula is longer than a few thousand characters: the bounds keep a file of nothing but openings from taking hours.
_SEGMENT = re.compile(
    r"""
      (?P<fence>`{3,})(?P<info>\w*).*?(?:(?P=fence)|\Z)             # a code block; unclosed, it runs to the end
    | (?<!\\)\$\$.{,2000}?\$\$ | (?<!\\)\\\[.{,2000}?\\\]           # displayed mathematics
    | (?<![\\$])\$(?:(?!\\n\\n)[^$]){1,2000}\$ | \\\(.{,2000}?\\\)  # mathematics within a line
    | (?P<tick>`{1,2})(?!`)(?:(?!\\n\\n|\\n\s*(?:[-*+\#>|]|\d+\.)\s)[^`]){1,2000}(?P=tick)  # code within a line
    """,
    re.VERBOSE | re.DOTALL,
)

# A quoted string of program code. A quote after a letter is an apostrophe, three in a row begin a docstring, and a
# closing quote that runs into a word was an opening one.
_STRING = re.compile(r"""(?<![\w'"\\])[bfrLu]?(?P<quote>["'])(?:\\.|(?!(?P=quote))[^\\])*(?P=quote)(?![\w'"(])""")

# The commands of TeX, amsmath and amssymb that begin with n, without it. Those of the first pattern cannot be mistaken
# for a word of a sentence: they survive outside mathematics too.
_COMMAND_IN_PROSE = re.compile(r"abla|eq|[gl]eq(?:slant)?|otin|su[bp]seteq")
_COMMAND = re.compile(
    r"""
      abla|atural|cong|e|earrow|eg|eq|ewcommand|ewline|exists|geqq?|geqslant|gtr|i|icefrac|[lL]eft(?:right)?arrow
    | Leftrightarrow|leqq?|leqslant|less|mid|obreak|olimits|olinebreak|onumber|orm|ot|otag|otin|otni|parallel
    | prec(?:eq)?|[rR]ightarrow|shortmid|shortparallel|sim|subset|subseteqq?|succ(?:eq)?|supset|supseteqq?
    | triangle(?:left|right)(?:eq)?|u|[vV][dD]ash|warrow
    """,
    re.VERBOSE,
)
_LOOKS_LIKE_COMMAND = re.compile(rf"\\n(?:{_COMMAND.pattern})(?![A-Za-z])", re.VERBOSE)
_ESCAPE = re.compile(r"\\n([A-Za-z]*)")
_ESCAPE_OR_ROW_END = re.compile(r"\\\\|\\n([A-Za-z]*)")
_CODE = re.compile(r"`{3,}.*?(?:`{3,}|\Z)|`[^`\n]*`", re.DOTALL)
_CERTAIN_NEWLINE = re.compile(r"\\n\\n|\\n\s*(?:[-*+#>|]|\d+\.)\s")
_TEX_BLOCKS = frozenset({"latex", "math", "tex"})


def decode_newlines(text: str) -> str:
    r"""Turn each ``\n`` that stands for a newline into one, and leave every other as it is.

    A text that has real newlines already is taken as it stands, unless it mixes both.

    >>> decode_newlines(r"Two lines:\n$x \neq 0$")
    'Two lines:\n$x \\neq 0$'
    """
    if "\\n" not in text or ("\n" in text and not mixes_newlines(text)):
        return text
    if "`" not in text and not _LOOKS_LIKE_COMMAND.search(text):
        return text.replace("\\n", "\n")
    return _decode_segments(text)


def mixes_newlines(text: str) -> bool:
    r"""Tell whether a text has real newlines and, outside of code, ``\n`` that can stand for nothing else.

    Somebody has then added a paragraph to an exported answer.
    """
    return "\n" in text and bool(_CERTAIN_NEWLINE.search(_CODE.sub("", text)))


def _decode_segments(text: str) -> str:
    decoded: list[str] = []
    end = 0
    for segment in _SEGMENT.finditer(text):
        decoded += (_decode_prose(text[end : segment.start()]), _decode_segment(segment))
        end = segment.end()
    return "".join((*decoded, _decode_prose(text[end:])))


def _decode_prose(text: str) -> str:
    return _ESCAPE.sub(lambda match: match[0] if _COMMAND_IN_PROSE.fullmatch(match[1]) else "\n" + match[1], text)


def _decode_segment(segment: re.Match[str]) -> str:
    text = segment[0]
    if "\\n" not in text or segment["tick"]:
        return text
    if segment["fence"] and segment["info"] not in _TEX_BLOCKS:
        return _decode_code(text)
    return _ESCAPE_OR_ROW_END.sub(_decode_in_mathematics, text)


def _decode_code(text: str) -> str:
    decoded: list[str] = []
    end = 0
    for string in _STRING.finditer(text):
        decoded += (text[end : string.start()].replace("\\n", "\n"), string[0])
        end = string.end()
    return "".join((*decoded, text[end:].replace("\\n", "\n")))


def _decode_in_mathematics(match: re.Match[str]) -> str:
    letters = match[1]
    if letters is None:
        return match[0]
    is_command = _COMMAND.fullmatch(letters) and not (len(letters) == 1 and _begins_line(match))
    return match[0] if is_command else "\n" + letters


def _begins_line(match: re.Match[str]) -> bool:
    r"""Tell ``\nu`` as the first line's ``u`` from the Greek letter: a line of display mathematics begins here."""
    before = match.string[: match.start()].rstrip(" ")
    return before in {"$$", "\\["} or before.endswith("\\\\")
