"""Rules about characters: those that nobody sees, and those that became others on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.corpus.check.findings import Remark
from bot.corpus.check.subjects import File

# Control characters but tab and newline, C1, zero-width and direction marks, line ends of word processors, private use,
# byte order mark, replacement character.
_SUSPICIOUS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ue000-\uf8ff\ufeff\ufffd]"
)
_LIKELY = {  # what Word makes of its bullets and arrows: characters that only the fonts Symbol and Wingdings have
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "▫",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0fb": "✗",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf0b0": "°",
    "\uf0b1": "±",
    "\uf0b4": "×",
    "\uf0a3": "≤",
    "\uf0b3": "≥",
    "\uf04a": "☺",
    "\uf0f0": "⇨",
    "\uf0a0": "□",
    "\uf06f": "□",
    "\uf071": "□",
}


def _as_cp1252(byte: int) -> str:
    """Read a byte as browsers do: what Windows left undefined is read as Latin-1."""
    character = bytes([byte]).decode("cp1252", errors="replace")
    return chr(byte) if character == "\ufffd" else character


_BYTES = {chr(byte): byte for byte in range(0x80, 0x100)} | {_as_cp1252(byte): byte for byte in range(0x80, 0x100)}
_LATER = "".join(re.escape(character) for character, byte in _BYTES.items() if byte < 0xC0)
# UTF-8 read as Latin, Macintosh or Cyrillic characters. What real text has, too, is left out, such as the “é”, the
# non-breaking space and the “»” at the end of a French quotation.
_MISREAD = re.compile(
    rf"""
      (?P<latin>[ÂÃ][{_LATER}] | (?:[Ä-ß][{_LATER}]){{2,}}
      | â[\x80\x82\x84\x86\x88\u20ac\u201a\u201e\u2020\u02c6][{_LATER}]
      | (?:[à-ï][{_LATER}]{{2}}){{2,}} | ðŸ[{_LATER}]{{2}})
    | (?P<macintosh>\u201aÄ[À-ÿ\u2000-\u25ff¡-»])
    | (?P<cyrillic>(?:[\u0420\u0421][\u0400-\u04ff\u2010-\u2122\xa0-\xbb]){{3,}})
    """,
    re.VERBOSE,
)
_FIRST_OF_MISREAD = re.compile("[Â-ïð\u0420\u0421]|\u201aÄ")
_MOST_TIMES = 3  # a text is misread one time after the other


def suspicious_character(file: File) -> Iterator[Remark]:
    """Report characters that nobody sees but that change how a text is found or shown."""
    if not _SUSPICIOUS.search(file.text):
        return
    for number, line in enumerate(file.text.removeprefix("\ufeff").split("\n"), 1):
        for character in dict.fromkeys(_SUSPICIOUS.findall(line)):
            is_private = unicodedata.category(character) == "Co"
            name = unicodedata.name(character, "private-use character" if is_private else "control character").lower()
            likely = f"; it was probably “{_LIKELY[character]}”" if character in _LIKELY else ""
            yield Remark(number, f"invisible or broken character U+{ord(character):04X} ({name}){likely}")


def broken_encoding(file: File) -> Iterator[Remark]:
    """Report text that was saved in one encoding and read in another."""
    if not _FIRST_OF_MISREAD.search(file.text):
        return
    for number, line in enumerate(file.text.split("\n"), 1):
        likely = line if line.isascii() else _read_again(line)
        if likely != line:
            pairs = zip(line.split(" "), likely.split(" "), strict=False)
            broken, meant = next((one[:60], other[:60]) for one, other in pairs if one != other)
            yield Remark(number, f"“{broken}” was saved in one encoding and read in another; write “{meant}”")


def _read_again(line: str) -> str:
    for _ in range(_MOST_TIMES):
        line = _MISREAD.sub(_decoded, line)
    return line


def _decoded(misread: re.Match[str]) -> str:
    """Return the text as it probably was; the same where it is no UTF-8 after all."""
    try:
        if misread["latin"]:
            return bytes(_BYTES[character] for character in misread[0]).decode()
        return misread[0].encode("mac_roman" if misread["macintosh"] else "cp1251").decode()
    except UnicodeError:
        return misread[0]
