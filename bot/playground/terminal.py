"""Draws messages and modals in the terminal from their Block Kit.

Pure: no I/O. Nothing is dropped: a block that is not known here is drawn as JSON under its type. Whatever can be chosen
carries a number, in the order of ``choices``.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.json import JSON
from rich.markdown import Markdown
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from bot.playground.choices import choices_of
from bot.playground.terminal_text import inline, mrkdwn, printable, text_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bot.playground.model import Json, View

    Numbers = Iterator[int]

_PRESSED = {"actions", "context_actions"}
_CLOSE = {("section", "actions"), ("context", "context"), ("rich_text_list", "rich_text_list")}
_ROW = 72  # buttons stand beside each other if they fit into so many columns
_BULLETS = "•◦▪"


def draw(blocks: Iterable[Json]) -> Group:
    """Draw a message to read: without what can be pressed."""
    return _draw([block for block in blocks if block["type"] not in _PRESSED], itertools.count(1))


def draw_message(blocks: Iterable[Json], text: str = "") -> Group:
    """Draw a message to act on: its blocks, or its text if it has none; choices are numbered from 1."""
    drawn = _draw(blocks, itertools.count(1))
    return drawn if drawn.renderables else Group(mrkdwn(printable(text)))


def draw_view(view: View, extra: Iterable[str] = ()) -> Panel:
    """Draw a modal or Home tab; ``extra`` are further things to choose below it, numbered on."""
    numbers = itertools.count(1)
    content = _draw(view.blocks, numbers)
    buttons = [_numbered(label, numbers) for label in extra]
    below = (Text(), *buttons) if buttons else ()
    return Panel(Group(content, *below), title=Text(view.title, "bold"), title_align="left", padding=(1, 2))


def _draw(blocks: Iterable[Json], numbers: Numbers) -> Group:
    return _stacked(_printable(list(blocks)), lambda block: _block(block, numbers))


def _printable(node: Any) -> Any:  # noqa: ANN401  (any JSON, and the same JSON back)
    match node:
        case str():
            return printable(node)
        case list():
            return [_printable(item) for item in node]
        case dict():
            return {key: _printable(item) for key, item in node.items()}
        case _:
            return node


def _stacked(parts: Iterable[Json], draw_one: Callable[[Json], RenderableType]) -> Group:
    """Draw parts below each other, with a blank line between those that do not belong together."""
    drawn: list[RenderableType] = []
    previous = ""
    for part in parts:
        if previous and (previous, part["type"]) not in _CLOSE:
            drawn.append(Text())
        drawn.append(draw_one(part))
        previous = part["type"]
    return Group(*drawn)


def _block(block: Json, numbers: Numbers) -> RenderableType:
    draw = _DRAWN.get(block["type"], _unknown)
    return draw(block, numbers)


def _unknown(block: Json, _numbers: Numbers) -> RenderableType:
    return Group(Text(f"[{block['type']}]", "dim"), JSON.from_data(block))


def _header(block: Json, _numbers: Numbers) -> RenderableType:
    return Text(block["text"]["text"], "bold underline")


def _divider(_block: Json, _numbers: Numbers) -> RenderableType:
    return Rule(style="dim")


def _section(block: Json, numbers: Numbers) -> RenderableType:
    parts: list[RenderableType] = [text_object(block["text"])] if "text" in block else []
    if "fields" in block:
        parts.append(_fields(block["fields"]))
    if "accessory" in block:
        parts += _element(block["accessory"], numbers)
    return Group(*parts)


def _fields(fields: list[Json]) -> Table:
    grid = Table.grid(padding=(0, 4, 0, 0))
    for left, right in itertools.zip_longest(fields[::2], fields[1::2]):
        grid.add_row(text_object(left), text_object(right) if right else "")
    return grid


def _context(block: Json, _numbers: Numbers) -> RenderableType:
    line = Text("  ").join(map(_small, block["elements"]))
    line.stylize_before("dim")
    return line


def _small(element: Json) -> Text:
    return _picture(element) if element["type"] == "image" else text_object(element)


def _image(block: Json, _numbers: Numbers) -> RenderableType:
    return _picture(block)


def _picture(block: Json) -> Text:
    where = block.get("image_url") or block.get("slack_file", {}).get("url", "")
    return Text.assemble(("[Image: ", "dim"), block["alt_text"], (f"] {where}", "dim"))


def _actions(block: Json, numbers: Numbers) -> RenderableType:
    return _beside_or_below([part for element in block["elements"] for part in _element(element, numbers)])


def _beside_or_below(parts: list[RenderableType]) -> RenderableType:
    row = Text("   ").join(part for part in parts if isinstance(part, Text))
    all_words = all(isinstance(part, Text) for part in parts)
    return row if all_words and row.cell_len <= _ROW else Group(*parts)


def _element(element: Json, numbers: Numbers) -> list[RenderableType]:
    if element["type"] == "image":
        return [_picture(element)]
    offered = choices_of(element)
    if element["type"] == "external_select":
        return [Text(f"▾ {element['placeholder']['text']}", "dim")]
    if not offered:
        return [_unknown(element, numbers)]
    labels = (f"{choice.label} ↗" if choice.url else choice.label for choice in offered)
    return [_numbered(label, numbers, element.get("style")) for label in labels]


def _numbered(label: str, numbers: Numbers, style: str | None = None) -> Text:
    colour = {"primary": "bold green", "danger": "bold red"}.get(style or "", "green")
    return Text.assemble((f"[{next(numbers)}]", colour), " ", label)


def _input(block: Json, _numbers: Numbers) -> RenderableType:
    label = Text(block["label"]["text"], "bold")
    if block.get("optional"):
        label.append(" (optional)", "dim")
    hint = [Text(block["hint"]["text"], "dim")] if "hint" in block else []
    return Group(label, *hint)


def _markdown(block: Json, _numbers: Numbers) -> RenderableType:
    return Markdown(block["text"])


def _table(block: Json, _numbers: Numbers) -> RenderableType:
    head, *rows = block["rows"]
    table = Table(show_lines=True)
    settings = itertools.chain(block.get("column_settings", []), itertools.repeat({}))
    for cell, setting in zip(head, settings, strict=False):
        table.add_column(_cell(cell), justify=setting.get("align", "left"))
    for row in rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(cell: Json) -> RenderableType:
    return Text(cell["text"]) if cell["type"] == "raw_text" else Group(*map(_part, cell["elements"]))


def _rich_text(block: Json, _numbers: Numbers) -> RenderableType:
    return _stacked(block["elements"], _part)


def _part(part: Json) -> RenderableType:
    match part["type"]:
        case "rich_text_section":
            return _trimmed(inline(part["elements"]))
        case "rich_text_list":
            return _list(part)
        case "rich_text_quote":
            return _Quote(_trimmed(inline(part["elements"])))
        case "rich_text_preformatted":
            return Padding(Text.assemble(inline(part["elements"]), style="cyan"), (0, 4), expand=False)
        case _:
            return _unknown(part, itertools.count())


def _trimmed(text: Text) -> Text:
    """Leave out line breaks at the end: what follows stands on a line of its own anyway."""
    text.rstrip()
    return text


def _list(part: Json) -> RenderableType:
    indent = part.get("indent", 0)
    grid = Table.grid(padding=(0, 1, 0, 0))
    for number, item in enumerate(part["elements"], start=part.get("offset", 0) + 1):
        marker = f"{number}." if part["style"] == "ordered" else _BULLETS[indent % len(_BULLETS)]
        grid.add_row(marker, _trimmed(inline(item["elements"])))
    return Padding(grid, (0, 0, 0, 2 + 3 * indent), expand=False)


class _Quote:
    """A bar along the left side of every line."""

    def __init__(self, content: RenderableType) -> None:
        self._content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        narrower = options.update(width=max(1, options.max_width - 2))
        for line in console.render_lines(self._content, narrower, pad=False):
            yield Segment("▌ ", Style.parse("dim"))
            yield from line
            yield Segment.line()


_DRAWN: Mapping[str, Callable[[Json, Numbers], RenderableType]] = {
    "actions": _actions,
    "context": _context,
    "context_actions": _actions,
    "divider": _divider,
    "header": _header,
    "image": _image,
    "input": _input,
    "markdown": _markdown,
    "rich_text": _rich_text,
    "section": _section,
    "table": _table,
}
