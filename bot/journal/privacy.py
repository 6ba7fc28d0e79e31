"""What keeps people out of the journal: texts masked, user ids replaced by a keyed hash.

Pure: no I/O. Names of people cannot be told from other words, and stay.
"""

from __future__ import annotations

import hashlib
import hmac
import re

PERSON, EMAIL, PHONE = "[person]", "[e-mail]", "[phone]"

PSEUDONYM_LENGTH = 32
"""Hex digits: 128 bits, so that no two people of any workspace ever share one."""

# Lengths are bounded and words are entered at their beginning only, so that no text takes long.
_MENTION = re.compile(r"<@[UW][A-Z0-9]{2,20}(?:\|[^>]{0,200})?>|(?<![\w@])@?[UW](?=[A-Z]*\d)[A-Z0-9]{8,}\b")
_EMAIL = re.compile(
    r"<mailto:[^>]{0,500}>|(?<![^\s<>@|:,;()\[\]])[^\s<>@|:,;()\[\]]++@[^\s<>@|,;()\[\]]+(?:@[^\s<>@|,;()\[\]]+)*"
)
_PHONE = re.compile(r"<tel:[^>]{0,100}>|(?<![\w.])(?:\+|\(\+?)?\d(?:[\s().\-–/]{0,3}\d){6,14}(?!\w)")
_NO_PHONE = re.compile(  # days, spans of years, and amounts written in thousands
    r"\d{4}-\d\d-\d\d|\d{4}/\d\d/\d\d|\d\d?[./-]\d\d?[./-]\d{4}"
    r"|(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d|[1-9]\d{0,2}(?:[. ]000)+"
)


def mask(text: str) -> str:
    """Replace Slack user mentions, e-mail addresses and phone numbers by what they are.

    >>> mask("Can <@U024BE7LH> or ana@example.com call +49 170 1234567?")
    'Can [person] or [e-mail] call [phone]?'
    """
    without_addresses = _EMAIL.sub(EMAIL, _MENTION.sub(PERSON, text))
    return _PHONE.sub(_masked_number, without_addresses)


def pseudonym(user: str, key: bytes) -> str:
    """Return what stands for a user: HMAC-SHA256 (RFC 2104), so that only who has the key can tell who it was."""
    return hmac.new(key, user.encode(), hashlib.sha256).hexdigest()[:PSEUDONYM_LENGTH]


def _masked_number(found: re.Match[str]) -> str:
    return found[0] if _NO_PHONE.fullmatch(found[0]) else PHONE
