from __future__ import annotations

from pathlib import Path

import pytest

from bot.corpus.frontmatter import parse
from bot.corpus.pictures import DataPicture, data_pictures, without_data_pictures
from tests.corpus.samples import article_text

DATA = "data:image/png;base64," + "iVBORw0KGgo" * 80_000


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (f"Press ![the button]({DATA}).", "Press the button."),
        (f'Press ![the button]({DATA} "A title").', "Press the button."),
        (f"Press ![the button](<{DATA}>).", "Press the button."),
        (f"Press ![]({DATA}).", "Press image."),
        (f"Press ![]({DATA.replace('png', 'svg+xml')}).", "Press image."),
        (f"Press ![][image1].\n\n[image1]: <{DATA}>\n", "Press image.\n\n\n"),
        (f"Press ![the button][Image1].\n\n[image1]: {DATA}", "Press the button.\n\n"),
        (f"Press ![image1].\n\n[image1]: {DATA}", "Press image1.\n\n"),
        (f'Press <img src="{DATA}" alt="the button">.', 'Press <img src="" alt="the button">.'),
        ("See ![it](https://example.org/a.png).", "See ![it](https://example.org/a.png)."),
        (
            f"![a][one] ![b][two] ![c]\n\n[one]: https://example.org/a.png\n[two]: {DATA}",
            "![a][one] b ![c]\n\n[one]: https://example.org/a.png\n",
        ),
        ("Write `![](data:image/png;base64,iVBO)`.", "Write `![](data:image/png;base64,iVBO)`."),
        ("```\n![](data:image/gif;base64,R0lG)\n```", "```\n![](data:image/gif;base64,R0lG)\n```"),
        ("All data: a, b.", "All data: a, b."),
    ],
)
def test_pictures_in_the_text_become_their_descriptions(written: str, read: str) -> None:
    assert without_data_pictures(written) == read


@pytest.mark.parametrize(
    "text",
    [
        article_text(f"\nPress ![the button]({DATA}).\n", answer=None),
        article_text(answer=f">-\n  Press ![the button][i].\\n\\n[i]: <{DATA}>"),
    ],
)
def test_an_article_is_read_without_them(text: str) -> None:
    article = parse(text, Path("a.md")).article

    assert article
    assert article.answer.strip() == "Press the button."


def test_they_are_found_with_line_and_length() -> None:
    text = f"One\n\n![a]({DATA})\n![][i] ![b](https://example.org/b.png)\n\n[i]: {DATA}\n<img src='{DATA}'>"

    assert list(data_pictures(text)) == [
        DataPicture(2, "a", 880_022),
        DataPicture(5, "i", 880_022),
        DataPicture(6, "image", 880_028),
    ]


def test_a_text_of_nothing_but_openings_is_read() -> None:
    for opening in ("![](data:", "![", "`", "[a]: <data:", "src=data:"):
        assert without_data_pictures(opening * 2_000) is not None
