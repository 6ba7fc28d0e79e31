r"""Newlines that were written as the two characters ``\n``, told apart from what only looks like them.

An answer exported as one line writes its newlines as ``\n``. The same two characters begin TeX commands (``\neq``,
``\nabla``) and names in paths (``C:\new``), and stand in program code (``printf("done\n")``); there they must survive.
Pure: no I/O.
"""

from __future__ import annotations

import re

# A path of Windows. Before a capital or a space, ``\n`` is a line break even there: nobody writes ``C:\nThen``.
_NAME = r"(?:n(?=[a-z0-9_])|(?!n)[\w$%~@+])[\w$%~@+-]*(?:\.[\w$%~@+-]+)*"
_PATH = rf"(?<![\w\\.])(?:(?P<drive>[A-Za-z]:)|\\\\[\w.$-]+|%\w+%|(?<!\S)\.{{1,2}})(?:\\{_NAME})+"
# A line break that is spoken of: in quotes of its own, or in brackets of a regular expression.
_SPOKEN_OF = r"""(?<![^\s(])(?:(?P<mark>["'])(?:\\[nrt])+(?P=mark)|\[\^?[^]\s]{,20}\\n[^]\s]{,20}\][*+?]?)(?!\w)"""
# Signs of either: looking for them at each character of each text would take ten times as long as all else.
_SIGNS = ("\\\\", "%\\", " .\\", "..\\", '"\\n"', "'\\n'", "\\r\\n", "[\\", "[^")
_DRIVE = re.compile(r":\\(?:(?<=\W[A-Za-z]:\\)|(?<=\A[A-Za-z]:\\))")

# No formula is longer than a few thousand characters: the bounds keep a file of nothing but openings from taking hours.
_SEGMENT = r"""
      (?P<fence>`{3,})(?P<info>\w*).*?(?:(?P=fence)|\Z)             # a code block; unclosed, it runs to the end
    | (?<!\\)\$\$.{,2000}?\$\$ | (?<!\\)\\\[.{,2000}?\\\]           # displayed mathematics
    | (?<![\\$])\$(?:(?!\\n\\n)[^$]){1,2000}\$ | \\\(.{,2000}?\\\)  # mathematics within a line
    | (?P<tick>`{1,2})(?!`)(?:(?!\\n\\n|\\n\s*(?:[-*+\#>|]|\d+\.)\s)[^`]){1,2000}(?P=tick)  # code within a line
"""
_SEGMENTS = re.compile(_SEGMENT, re.VERBOSE | re.DOTALL)
_SEGMENTS_AND_PATHS = re.compile(rf"{_SEGMENT} | (?P<path>{_PATH}) | (?P<spoken>{_SPOKEN_OF})", re.VERBOSE | re.DOTALL)

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
_FILE_NAME = re.compile(r"\.[A-Za-z]\w{0,4}(?=\\n|\Z)")
_OTHER_NAME = re.compile(r"\\(?!n)")
_TEX_BLOCKS = frozenset({"latex", "math", "tex"})


def decode_newlines(text: str) -> str:
    r"""Turn each ``\n`` that stands for a newline into one, and leave every other as it is.

    A text that has real newlines already is taken as it stands, unless it mixes both.

    >>> decode_newlines(r"Two lines:\n$x \neq 0$")
    'Two lines:\n$x \\neq 0$'
    """
    if "\\n" not in text or ("\n" in text and not mixes_newlines(text)):
        return text
    segments = _segments(text)
    if "`" not in text and segments is _SEGMENTS and not _LOOKS_LIKE_COMMAND.search(text):
        return text.replace("\\n", "\n")
    return _decode_segments(text, segments)


def doubtful_paths(text: str) -> tuple[str, ...]:
    r"""Return what may be paths in a text of one line, but is read as line breaks.

    >>> doubtful_paths(r"Open D:\new and wait.\nThen go on.")
    ('D:\\new',)
    """
    if "\n" in text or _segments(text) is _SEGMENTS:
        return ()
    paths = (one for one in _SEGMENTS_AND_PATHS.finditer(text) if one["path"] and "\\n" in one[0])
    return tuple(path[0] for path in paths if not _is_certain_path(path))


def mixes_newlines(text: str) -> bool:
    r"""Tell whether a text has real newlines and, outside of code, ``\n`` that can stand for nothing else.

    Somebody has then added a paragraph to an exported answer.
    """
    return "\n" in text and bool(_CERTAIN_NEWLINE.search(_CODE.sub("", text)))


def _segments(text: str) -> re.Pattern[str]:
    has_paths = _DRIVE.search(text) or any(sign in text for sign in _SIGNS)
    return _SEGMENTS_AND_PATHS if has_paths else _SEGMENTS


def _decode_segments(text: str, segments: re.Pattern[str]) -> str:
    decoded: list[str] = []
    end = 0
    for segment in segments.finditer(text):
        decoded += (_decode_prose(text[end : segment.start()]), _decode_segment(segment))
        end = segment.end()
    return "".join((*decoded, _decode_prose(text[end:])))


def _decode_prose(text: str) -> str:
    return _ESCAPE.sub(lambda match: match[0] if _COMMAND_IN_PROSE.fullmatch(match[1]) else "\n" + match[1], text)


def _decode_segment(segment: re.Match[str]) -> str:
    text = segment[0]
    found = segment.groupdict()
    if "\\n" not in text or found["tick"] or found.get("spoken"):
        return text
    if found.get("path"):
        return _decode_path(segment)
    if segment["fence"] and segment["info"] not in _TEX_BLOCKS:
        return _decode_code(text)
    return _ESCAPE_OR_ROW_END.sub(_decode_in_mathematics, text)


def _decode_path(path: re.Match[str]) -> str:
    """Keep a path to its end; what only might be one is prose."""
    file = _FILE_NAME.search(path[0])
    end = (file.end() if file else len(path[0])) if _is_certain_path(path) else 0
    return path[0][:end] + _decode_prose(path[0][end:])


def _is_certain_path(path: re.Match[str]) -> bool:
    return not path["drive"] or bool(_FILE_NAME.search(path[0]) or _OTHER_NAME.search(path[0]))


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
