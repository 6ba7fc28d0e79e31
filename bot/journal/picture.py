"""The trend of the helpful rate as a picture, for where people would rather look than read.

Pure: gives the bytes of a PNG. Needs Pillow, which is an optional extra: it draws lines and text and nothing else,
where plotting libraries bring ten packages.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from bot.errors import QuicktakeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

    from bot.journal.trend import Week

SIZE = (1200, 520)
_MARGIN = (90, 90, 40, 90)  # left, top, right, bottom
_PAPER, _INK, _FAINT, _GRID, _BAR, _LINE = "#ffffff", "#1d1c1d", "#77777a", "#c8ccd2", "#e3e8ef", "#1264a3"
_MOST_LABELS = 9

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Chart:
    """Where things are: one column for each week, the rate from 0 at the bottom to 1 at the top."""

    weeks: Sequence[Week]

    def x(self, place: int) -> float:
        """Return the middle of a week's column."""
        return _MARGIN[0] + (place + 0.5) * self.column

    def y(self, share: float) -> float:
        """Return the height of a share in [0, 1]."""
        _, top, _, bottom = _MARGIN
        return top + (1 - share) * (SIZE[1] - top - bottom)

    @property
    def column(self) -> float:
        """The width of a week's column."""
        left, _, right, _ = _MARGIN
        return (SIZE[0] - left - right) / max(len(self.weeks), 1)

    @property
    def busiest(self) -> int:
        """The most questions in a week."""
        return max((week.questions for week in self.weeks), default=0) or 1


def trend_png(weeks: Sequence[Week], title: str) -> bytes:
    """Draw the helpful rate of each week as a line over bars for how much was asked.

    Raises:
        QuicktakeError: Pillow is not installed.
    """
    try:
        from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415  (optional)
    except ImportError as missing:
        raise QuicktakeError("pictures need Pillow: pip install 'quicktake[pictures]'") from missing
    image = Image.new("RGB", SIZE, _PAPER)
    _draw(ImageDraw.Draw(image), Chart(weeks), title, (ImageFont.load_default(30), ImageFont.load_default(20)))
    content = BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()


def _draw(
    draw: ImageDraw, chart: Chart, title: str, fonts: tuple[FreeTypeFont | ImageFont, FreeTypeFont | ImageFont]
) -> None:
    large, small = fonts
    draw.text((_MARGIN[0], 24), title, _INK, large)
    _draw_bars(draw, chart)
    for share in (0.0, 0.5, 1.0):
        draw.line([(_MARGIN[0], chart.y(share)), (SIZE[0] - _MARGIN[2], chart.y(share))], _GRID)
        draw.text((_MARGIN[0] - 12, chart.y(share)), f"{share:.0%}", _FAINT, small, anchor="rm")
    _draw_line(draw, chart)
    _draw_days(draw, chart, small)


def _draw_bars(draw: ImageDraw, chart: Chart) -> None:
    half = chart.column * 0.4
    for place, week in enumerate(chart.weeks):
        top = chart.y(week.questions / chart.busiest)
        draw.rectangle([(chart.x(place) - half, top), (chart.x(place) + half, chart.y(0))], _BAR)


def _draw_line(draw: ImageDraw, chart: Chart) -> None:
    """Draw the rate; a week without votes is a gap that no line crosses."""
    before: Point | None = None
    for place, week in enumerate(chart.weeks):
        rate = week.helpful_rate
        point = None if rate is None else (chart.x(place), chart.y(rate))
        if before and point:
            draw.line([before, point], _LINE, 5)
        if point:
            draw.circle(point, 7, _LINE)
        before = point


def _draw_days(draw: ImageDraw, chart: Chart, font: FreeTypeFont | ImageFont) -> None:
    step = -(-len(chart.weeks) // _MOST_LABELS) or 1
    for place, week in list(enumerate(chart.weeks))[::step]:
        draw.text((chart.x(place), chart.y(0) + 14), f"{week.monday:%d %b}", _FAINT, font, anchor="ma")
    bars = f"line: helpful votes; bars: questions, at most {chart.busiest:,} a week"
    draw.text((SIZE[0] - _MARGIN[2], SIZE[1] - 12), bars, _FAINT, font, anchor="rs")
