"""Whatever stands around a question and is none: links, signatures, quotes, headers, code, logs, greetings."""

import re
from collections.abc import Iterator

_FENCED = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|\{\{.*?\}\}", re.DOTALL)
_TRACEBACK = re.compile(
    r"^Traceback \(most recent call last\):\n(?:[ \t].*\n?|\n)*(?:[\w.]+(?:: .*)?(?:\n|\Z))?", re.MULTILINE
)
_ADDRESS = re.compile(r"(?:\bhttps?://|\bwww\.)\S+|<?(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+\b>?|(?<!\S)@\w[\w.-]*")
_EMOJI = re.compile(r"(?<!\w):(?:[+-]1|(?=[0-9_+'-]*[a-z])[a-z0-9_+'-]++)(?:::skin-tone-\d)?:")
_ID = re.compile(r"(?<!\S)(?=\S*\d)(?=\S*[A-Za-z])[\w/+=-]{20,}(?!\S)")

_TIME = r"\[?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d)"
_LOG = re.compile(
    rf"(?:{_TIME})|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)[ :\[].*[\d:\]]|npm (?:ERR!|WARN)"
    r"|\s+at [\w.$<>]+\(.*\)|\s*\.\.\. \d+ more|Caused by: |[\w$]+(?:\.[\w$]+)+(?:Error|Exception|Throwable)\b"
    r"|\s*File \"[^\"]*\", line \d+|[\w.]*(?:Error|Exception): "
)
_CODE = re.compile(
    r"\s*(?:[$#>%] \S|[{}\[\]]|(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\b.*\b(?:FROM|SET|VALUES|WHERE)\b"
    r"|(?:def|class|import|from \S+ import|public|private|static|const|let|var|function)\b.*[:;{(=]\s*\S*$|.*[;{}]\s*$)"
)
_HEADER = re.compile(
    r"\s*\**(?:From|To|Cc|Bcc|Subject|Date|Sent|Received|Reply-To|Return-Path|Message-ID|In-Reply-To"
    r"|List-[\w-]+|X-[\w-]+"
    r"|Content-[\w-]+|MIME-Version|Von|An|Betreff|Datum|Gesendet|De|À|Objet|Envoyé|Para|Asunto|Enviado|Da"
    r"|Oggetto|Inviato)"
    r"\**: ?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\s*\**(?:Subject|Betreff|Objet|Asunto|Oggetto)\**: *(?:(?:re|fwd?|aw|wg|tr|rv)\s*: *)*", re.IGNORECASE
)
_FORWARDED = re.compile(
    r"\s*(?:-{2,}|_{5,}|={5,}).*|\s*(?:On|Am|Le|El) .{6,80}(?:wrote|schrieb.*|a écrit|escribió)\s*:\s*$"
)
_QUOTED = re.compile(r"\s*(?:>|&gt;)")
_DETAILS = re.compile(
    r"\s*(?:(?:meeting id|passcode|passwort|dial-?in|join(?: zoom)?(?: meeting)?|kenncode|tel|phone"
    r"|mobile|fax|ticket|issue)"
    r"\b[ #]*[:\d]|\[?(?:cid|image):)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-*+\u2022\u2023\u25aa\u00b7]|\(?\d{1,2}[.)]|\(?[a-h]\))\s+")
_FIELD = re.compile(r"\A\s*(?:description|question|frage|pregunta|title|summary|q)\s*[:=]\s+", re.IGNORECASE)
_CLOSING = re.compile(
    r"\s*(?:(?:with )?(?:(?:best|kind|warm|warmest|many|kindest) )+(?:regards|wishes|thanks)|best|regards"
    r"|cheers|sincerely"
    r"|yours(?: \w+)?|(?:many )?thanks(?: (?:a lot|so much|again|in advance))?|thank you(?: (?:so much"
    r"|very much|in advance))?"
    r"|thx|mit (?:freundlichen|besten|vielen) gr\w+|(?:viele|liebe|beste) gr\w+|mfg|lg|vg|cordialement"
    r"|bien à vous|saludos"
    r"|un saludo|cordiali saluti|sent from my \w+|gesendet von mein.*)(?:,? ?[A-Z][\w.'-]*){0,3}\s*[,.!]*\s*$",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\s*(?:this (?:e-?mail|message|communication)\b.*(?:confidential|intended|privileged)"
    r"|confidentiality notice|disclaimer\b"
    r"|please consider the environment|if you (?:have received|are not the intended)|diese e-?mail\b.*vertraulich)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\A\s*(?:hi|hiya|hey|hello|hallo|dear|good (?:morning|afternoon|evening|day)|morning|moin|bonjour"
    r"|hola|ciao|servus)\b"
    r"(?: (?:all|everyone|everybody|team|folks|guys|there|both|again|sir or madam|sirs|colleagues|@?[A-Z][\w'-]*"
    r"|(?:mr|mrs|ms|dr|prof)\.? [A-Z][\w'-]*|hello|hi))*\s*(?:[,!.:)]+|\s-|\n|$)",
    re.IGNORECASE,
)
_LEAST_LETTERS = 0.55
_SIGNS = set("\n/:`@>")
SHORT = 40
"""Characters of a text that has no room for noise, unless one of its signs is in it: search while typing is quick."""


def clean(text: str) -> str:
    r"""Return what is left of a message when everything around its questions is gone, line by line.

    A message that is nothing but noise stays as it is, so that it is still searched for something.

    >>> clean("Hi all! See https://example.com/a?b=c\n> me: 5 min\nWhat is `fork` for?\n\nBest wishes,\nAnna")
    'See\nWhat is fork for?'
    """
    if len(text) < SHORT and not _SIGNS & set(text):
        return text.strip()
    plain = _TRACEBACK.sub("\n", _FENCED.sub("\n", text.replace("\r\n", "\n")))
    plain = _ID.sub(" ", _EMOJI.sub(" ", _ADDRESS.sub(" ", plain))).replace("`", "")
    kept = "\n".join(filter(None, (line.strip() for line in _lines(plain))))
    without = _GREETING.sub("", kept, count=1).strip()
    found = without or kept or _subject(text) or text.strip()
    return found if any(map(str.isalpha, found)) else text.strip()


def _lines(text: str) -> Iterator[str]:
    """Yield the lines that may be part of a question, up to the signature."""
    lines = text.split("\n")
    headers = [bool(_HEADER.match(line)) for line in lines]
    has_said_anything = False
    for number, line in enumerate(lines):
        is_header = headers[number] and (
            any(headers[max(number - 1, 0) : number]) or any(headers[number + 1 : number + 2])
        )
        if is_header or _is_noise(line):
            continue
        if has_said_anything and (line.rstrip() == "--" or line == "-- " or _CLOSING.match(line) or _LEGAL.match(line)):
            return
        bare = _FIELD.sub("", line, count=1)
        has_said_anything = has_said_anything or bool(bare.strip())
        yield bare


def _is_noise(line: str) -> bool:
    if any(pattern.match(line) for pattern in (_QUOTED, _FORWARDED, _LOG, _CODE, _DETAILS, _LEGAL)):
        return True
    if "?" not in line and (line.count(" | ") > 1 or line.count(" \u00b7 ") > 1):
        return True
    seen = [character for character in _BULLET.sub("", line) if not character.isspace()]
    return len(seen) > 12 and sum(map(str.isalpha, seen)) < _LEAST_LETTERS * len(seen)


def _subject(text: str) -> str:
    """Return the subject of an e-mail that says nothing else."""
    return next((line[found.end() :].strip() for line in text.split("\n") if (found := _SUBJECT.match(line))), "")
