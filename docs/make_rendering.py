"""Write docs/rendering.md: tricky Markdown beside what Slack is sent for it.

    python docs/make_rendering.py

Pure but for the last line: ``gallery`` returns the page, and a test compares it with the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.slack.blockkit.rich_text import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).with_name("rendering.md")
SITE = "https://example.com"
INTRODUCTION = """# How Markdown comes out in Slack

Each sample is followed by the blocks that the bot sends for it, one line for each part: its kind, then its text, with
styles and links in brackets. Made by `python docs/make_rendering.py` from the renderer itself; a test keeps it true.
Relative addresses are completed from `QUICKTAKE_SITE_URL`, here `https://example.com`.
"""

SAMPLES = {
    "Emphasis, code and links": r"""
**Bold**, *italic*, ***both***, ~~gone~~ and `code`, [a page](/learn/goals),
[a site](https://example.com/a?b=c&d) and www.example.com too.\
A new line, and R&amp;D as R&D.
""",
    "Headings": """
# The **GROW** model

### Goal :seedling:

- ## In a list

## With [a link](/learn/grow)
""",
    "From other tools": """
## Callouts, footnotes, attributes {#other}

> [!NOTE]
> Ask first.[^1]

Then:
• wait
• [sum up](/learn/sum){:target="_blank"}

**まとめ。**です

[^1]: Openly.
""",
    "Nested lists keep their numbers": """
3. Ask
   - openly
     1. what
     2. how
   - briefly

   Then wait.
4. Listen

   ```
   silence
   ```
5. Sum up
""",
    "Tasks": """
- [ ] Agree on a goal
- [x] Find a date
""",
    "Quotations": """
> The best coach
> asks.
>
> > And waits.
>
> - even longer
""",
    "Code": """
```python
print("<!channel> **stays**", "$5")
```

    indented
""",
    "A table, and a second one": """
| Model | Steps |
|:--|--:|
| **GROW** | 4 |
| [CLEAR](/learn/clear) | |

| Word | 日本語 |
|---|:-:|
| goal | 目標 |
""",
    "Two tables too wide for a line": """
| Question | When it helps | What to listen for |
|---|---|---|
| What else? | After the first answer, which is seldom the last one | The pause before it |

| Question | When it helps | What to listen for |
|---|---|---|
| And then? | When a plan ends with its first step, as many plans do | The next name or date |
""",
    "Pictures": """
![The GROW cycle](/img/grow.png)

![](https://example.com/img/clear.png)

See ![the cycle](/img/grow.png) here.
""",
    "Mathematics": r"""
Inline $x^2 + \alpha_i \neq \nabla f$ and \(\frac{a+b}{2a}\), displayed:
$$
\sum_{i=1}^{n} i = \frac{n(n+1)}{2}
$$
\[ f(x) = \begin{cases} 1 & \text{if } x < 0 \\ 2 & \text{else} \end{cases} \]
and $\sqrt[3]{x} \to \lim_{n \to \infty} v_{initial}$.
""",
    "Mathematics that Unicode cannot write": r"""
A product $\sideset{_a^b}{_c^d}\prod$ stays as its source.
""",
    "Prices are no mathematics": r"""
From $5 to $10, not $50,000 and $ x $ dollars; \(see below\), \[1\].
""",
    "Nothing of Slack's is live": """
<!channel> <!here> <@U012345> <#C012345> <!subteam^S012345>
<!date^1392734382^{date}^https://example.com|today> @here :tada: &lt;!everyone&gt;
""",
    "HTML": """
A <b>bold</b> claim<br>List<String> and <your-name>, H<sub>2</sub>O <img src="a.png" alt="the cycle">

<div>
A block
</div>

<!-- a note to authors -->
""",
    "Unsafe and unfinished links": """
[run](javascript:alert) [app](slack://open) [top](#top) [open](https://example.com
""",
    "A rule, and too many cells": """
---

| a | b |
|---|---|
| 1 | 2 | 3 |
""",
}


def gallery() -> str:
    """Return the whole page."""
    return "\n".join([INTRODUCTION, *(_section(title, markdown.strip("\n")) for title, markdown in SAMPLES.items())])


def _section(title: str, markdown: str) -> str:
    shown = "\n".join(line for block in blocks(markdown, site_url=SITE) for line in _lines(block))
    return f"## {title}\n\n````markdown\n{markdown}\n````\n\n````text\n{shown}\n````\n"


def _lines(part: dict[str, Any]) -> Iterator[str]:
    match part:
        case {"type": "header", "text": {"text": text}}:
            yield f"header        {text}"
        case {"type": "divider"}:
            yield "divider"
        case {"type": "image", "image_url": url, "alt_text": text}:
            yield f"image         {text} ({url})"
        case {"type": "table", "rows": rows, "column_settings": settings}:
            yield f"table         columns: {', '.join(column['align'] for column in settings)}"
            yield from (f"              {' │ '.join(_cell(cell) for cell in row)}" for row in rows)
        case {"type": "rich_text", "elements": elements}:
            yield from (line for element in elements for line in _element_lines(element))


def _cell(cell: dict[str, Any]) -> str:
    return _run(cell["elements"][0]["elements"])


def _element_lines(element: dict[str, Any]) -> Iterator[str]:
    kind = element["type"].removeprefix("rich_text_") + (" |" if element.get("border") else "")
    if kind.startswith("list"):
        yield from _list_lines(element, kind)
        return
    text = _run(element["elements"]).split("\n")
    yield from (f"{kind if number == 0 else '':<14}{line}".rstrip() for number, line in enumerate(text))


def _list_lines(element: dict[str, Any], kind: str) -> Iterator[str]:
    for number, item in enumerate(element["elements"], element.get("offset", 0) + 1):
        marker = f"{number}. " if element["style"] == "ordered" else "• "
        first, *rest = _run(item["elements"]).split("\n")
        margin = "   " * element["indent"]
        yield f"{kind:<14}{margin}{marker}{first}"
        yield from (f"{'':<14}{margin}{' ' * len(marker)}{line}".rstrip() for line in rest)


def _run(elements: list[dict[str, Any]]) -> str:
    return "".join(map(_piece, elements))


def _piece(element: dict[str, Any]) -> str:
    marks = [*element.get("style", {}), *([element["url"]] if "url" in element else [])]
    return f"[{', '.join(marks)}: {element['text']}]" if marks else str(element["text"])


if __name__ == "__main__":
    PAGE.write_text(gallery(), encoding="utf-8")
