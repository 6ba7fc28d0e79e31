"""Markdown as plain text."""

from __future__ import annotations

from hypothesis import given

from bot.markdown.plaintext import escaped, plain
from tests.markdown.generated import FEWER, MARKDOWN


def test_blocks_are_laid_out_by_characters() -> None:
    markdown = "# Goals\n\nStart **small**:\n\n3. one\n   - inner\n4. two\n\n> said\n\n```\ncode\n```\n\n$$x^2$$"

    text = plain(markdown)

    assert text == "\n\n".join(
        ["Goals", "Start small:", "3. one\n   • inner\n4. two", "> said", "    code", "    x²"],
    )


def test_tables_keep_their_columns() -> None:
    assert plain("| a | long |\n|---|:-:|\n| 日本 | x |") == "a     long\n────  ────\n日本   x"


def test_links_show_where_they_lead_unless_they_say_so_themselves() -> None:
    text = plain("[goals](https://example.com/goals) and <https://example.com> and [here](/relative)")

    assert text == "goals (https://example.com/goals) and https://example.com and here"


def test_tasks_show_their_boxes() -> None:
    assert plain("- [x] done\n- [ ] open") == "• ☑ done\n• ☐ open"


def test_escaping_leaves_everything_readable_and_nothing_live() -> None:
    assert escaped("R&D <!channel>") == "R&amp;D &lt;!channel&gt;"


@FEWER
@given(MARKDOWN)
def test_no_live_syntax_is_left_in_any_plain_text(markdown: str) -> None:
    text = escaped(plain(markdown))

    assert "<" not in text
    assert ">" not in text
