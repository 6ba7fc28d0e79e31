"""Markdown made up by hypothesis, and the text of what was rendered from Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWER = settings(max_examples=60)  # each is a whole document

_WORDS = r"""goal
feedback
naïve
日本語
emoji 🎉
a < b
R&D
50%
$5 to $10
<!channel>
<!here>
<@U012345>
<#C012345>
<!date^1392734382^{date}^https://x.y|now>
&lt;!channel&gt;
:smile:
@here
**bold**
*italic*
~~gone~~
`code`
[link](https://example.com)
[path](/learn)
[x](javascript:void)
![alt](p.png)
https://example.com/a_b
<https://example.com>
$x^2$
\(\alpha\)
$$\frac{a}{b}$$
\[\foo\]
<b>html</b>
List<String>
<your-name>"""
_WORD = st.sampled_from([*_WORDS.split("\n"), "word" * 900])
_LINE = st.lists(_WORD, min_size=1, max_size=6).map(" ".join)
_PREFIXES = "|||# |### |- |* |1. |7. |0. |  - |    - |   1. |> |> - |- > |- [ ] |- [x] |    "
_PREFIX = st.sampled_from(_PREFIXES.split("|"))
_BLOCK = st.one_of(
    st.tuples(_PREFIX, _LINE).map("".join),
    st.sampled_from(
        ["---", "```\ncode <!here>\n```", "```python\nx = 1", "- ```\n  y\n  ```", "<div>block</div>", "$$\nx\n- y\n$$"]
    ),
    st.lists(_LINE, min_size=1, max_size=4).map(
        lambda cells: "| " + " | ".join(cells) + " |\n" + "|--" * len(cells) + "|"
    ),
    st.text(max_size=30),
)
MARKDOWN = st.lists(_BLOCK, max_size=12).flatmap(
    lambda blocks: st.sampled_from(["\n", "\n\n"]).map(lambda separator: separator.join(blocks))
)


def text_in(part: object) -> str:
    """Return all that a person reads in some blocks, line after line."""
    return "\n".join(_texts(part))


def _texts(part: object) -> Iterator[str]:
    match part:
        case list():
            for member in part:
                yield from _texts(member)
        case {"type": "rich_text_section" | "rich_text_quote" | "rich_text_preformatted", "elements": elements}:
            yield "".join(member["text"] for member in elements)
        case {"type": "header", "text": {"text": text}} | {"type": "image", "alt_text": text}:
            yield text
        case {"elements": members} | {"rows": members}:
            yield from _texts(members)


def elements_in(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the elements of all rich_text blocks, in order."""
    return [element for block in blocks if block["type"] == "rich_text" for element in block["elements"]]
