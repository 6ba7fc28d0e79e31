"""Markdown as blocks."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given

from bot.playground.validation import check_message_blocks, check_view
from bot.slack.blockkit.rich_text import blocks
from bot.slack.limits import check_message, split
from tests.markdown.generated import FEWER, MARKDOWN, elements_in, text_in

SITE = "https://example.com"
TABLE = "| Model | Steps |\n|---|--:|\n| GROW | 4 |\n| **CLEAR** | |"


def only(markdown: str, **options: Any) -> dict[str, Any]:
    (block,) = blocks(markdown, **options)
    return block


def pieces(markdown: str, **options: Any) -> list[dict[str, Any]]:
    (element,) = elements_in(blocks(markdown, **options))
    return list(element["elements"])


def test_a_paragraph_becomes_one_rich_text_section() -> None:
    block = only("Ask, then listen.")

    assert block == {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "Ask, then listen."}]}],
    }


@pytest.mark.parametrize(
    ("markdown", "style"),
    [("**x**", {"bold": True}), ("*x*", {"italic": True}), ("~~x~~", {"strike": True}), ("`x`", {"code": True})],
)
def test_emphasis_becomes_a_style(markdown: str, style: dict[str, bool]) -> None:
    assert pieces(markdown) == [{"type": "text", "text": "x", "style": style}]


def test_nested_emphasis_adds_up() -> None:
    assert pieces("**a *b***") == [
        {"type": "text", "text": "a ", "style": {"bold": True}},
        {"type": "text", "text": "b", "style": {"bold": True, "italic": True}},
    ]


def test_a_heading_becomes_a_header_without_marks_and_emoji() -> None:
    assert only("### The **GROW** model :seedling:") == {
        "type": "header",
        "text": {"type": "plain_text", "text": "The GROW model :seedling:", "emoji": False},
    }


@pytest.mark.parametrize("markdown", ["## " + "long " * 40, "## See [this](https://example.com)", "- # In a list"])
def test_a_heading_that_a_header_cannot_hold_becomes_bold_text(markdown: str) -> None:
    (element,) = elements_in(blocks(markdown))

    section = element["elements"][0] if element["type"] == "rich_text_list" else element
    assert all(piece["style"] == {"bold": True} for piece in section["elements"])


def test_an_ordered_list_keeps_its_numbers_around_what_interrupts_it() -> None:
    shown = elements_in(blocks("3. three\n\n   ```\n   code\n   ```\n4. four\n5. five"))

    assert [(element["type"], element.get("offset")) for element in shown] == [
        ("rich_text_list", 2),
        ("rich_text_preformatted", None),
        ("rich_text_list", 3),
    ]
    assert len(shown[2]["elements"]) == 2


@pytest.mark.parametrize("number", [0, 999_999_999])
def test_a_number_that_slack_cannot_count_is_kept_as_text(number: int) -> None:
    assert text_in(blocks(f"{number}. item")) == f"{number}. item"


def test_a_nested_list_is_indented_and_the_outer_one_goes_on() -> None:
    shown = elements_in(blocks("1. one\n   - inner\n     - innermost\n2. two"))

    assert [(element["style"], element["indent"], element.get("offset")) for element in shown] == [
        ("ordered", 0, 0),
        ("bullet", 1, None),
        ("bullet", 2, None),
        ("ordered", 0, 1),
    ]


def test_an_item_of_two_paragraphs_stays_one_item() -> None:
    (element,) = elements_in(blocks("- first\n\n  second\n- next"))

    assert text_in(element) == "first\nsecond\nnext"
    assert len(element["elements"]) == 2


def test_lists_deeper_than_slack_goes_stay_at_its_deepest_level() -> None:
    shown = elements_in(blocks("\n".join("  " * depth + "- x" for depth in range(12))))

    assert max(element["indent"] for element in shown) == 8


def test_tasks_show_their_boxes() -> None:
    assert text_in(blocks("- [ ] plan\n- [x] listen")) == "☐ plan\n☑ listen"


def test_a_quotation_keeps_its_border_around_lists_and_code() -> None:
    shown = elements_in(blocks("> said\n>\n> again\n>\n> - item\n>\n> ```\n> code\n> ```"))

    assert [(element["type"], element.get("border")) for element in shown] == [
        ("rich_text_quote", None),
        ("rich_text_list", 1),
        ("rich_text_preformatted", 1),
    ]
    assert text_in(shown[0]) == "said\n\nagain"


def test_code_is_shown_as_it_is() -> None:
    assert text_in(blocks("```html\n<!channel> **x** $y$ &amp;\n```")) == "<!channel> **x** $y$ &amp;"


def test_a_rule_becomes_a_divider() -> None:
    assert only("---") == {"type": "divider"}


def test_relative_links_lead_to_the_site() -> None:
    (link,) = pieces("[goals](/learn/goals)", site_url=SITE)

    assert link == {"type": "link", "url": "https://example.com/learn/goals", "text": "goals"}


@pytest.mark.parametrize("url", ["/learn/goals", "#top", "ftp://example.com", "slack://open", "//example.com"])
def test_links_that_lead_nowhere_safe_become_text(url: str) -> None:
    assert pieces(f"[goals]({url})") == [{"type": "text", "text": "goals"}]


def test_bare_addresses_become_links() -> None:
    (link,) = pieces("https://example.com/a_b")

    assert link == {"type": "link", "url": "https://example.com/a_b", "text": "https://example.com/a_b"}


def test_a_picture_alone_becomes_an_image_with_its_description() -> None:
    assert only("![The GROW cycle](/grow.png)", site_url=SITE) == {
        "type": "image",
        "image_url": "https://example.com/grow.png",
        "alt_text": "The GROW cycle",
    }


def test_a_picture_without_description_is_named_by_its_file() -> None:
    assert only("![](https://example.com/img/grow.png)")["alt_text"] == "grow.png"


def test_a_picture_that_slack_cannot_fetch_becomes_its_description() -> None:
    assert pieces("![The GROW cycle](grow.png)") == [{"type": "text", "text": "The GROW cycle"}]


def test_a_picture_within_text_becomes_a_link() -> None:
    _, link, _ = pieces("See ![the cycle](/grow.png) here", site_url=SITE)

    assert link == {"type": "link", "url": "https://example.com/grow.png", "text": "the cycle"}


def test_the_first_table_of_a_message_is_a_table_and_the_second_is_aligned_text() -> None:
    first, second = blocks(f"{TABLE}\n\n{TABLE}")

    assert first["type"] == "table"
    assert first["column_settings"] == [{"align": "left", "is_wrapped": True}, {"align": "right", "is_wrapped": True}]
    assert text_in(second) == "Model  Steps\n─────  ─────\nGROW       4\nCLEAR"


def test_a_modal_takes_no_table_block() -> None:
    assert only(TABLE, surface="modal")["elements"][0]["type"] == "rich_text_preformatted"


def test_a_table_too_large_for_slack_gives_way_to_the_next() -> None:
    large = "| a |\n|---|\n" + "| b |\n" * 101

    shown = blocks(f"{large}\n\n{TABLE}")

    assert [block["type"] for block in shown] == ["rich_text", "table"]


def test_a_table_too_wide_for_a_line_becomes_a_list_of_its_rows() -> None:
    use = "for most conversations in which a person wants to act"
    wide = f"| Model | Use | |\n|---|---|---|\n| GROW | {use} | easy |"

    header, rows = elements_in(blocks(wide, surface="modal"))

    assert text_in(header) == "Model | Use |  "
    assert rows["type"] == "rich_text_list"
    assert text_in(rows) == f"GROW\nUse: {use}\neasy"


def test_a_cell_too_many_joins_the_last_one() -> None:
    assert text_in(blocks("| a | b |\n|---|---|\n| 1 | 2 | 3 |", surface="modal")).splitlines()[2] == "1  2 | 3"


def test_mathematics_is_written_in_unicode_and_display_mathematics_on_its_own_line() -> None:
    shown = text_in(blocks("Given $x_i$:\n$$\nx^2 + \\alpha_i \\neq \\nabla f\n$$\nso \\(y\\) and $$z$$ hold."))

    assert shown == "Given xᵢ:\nx² + αᵢ ≠ ∇f\nso y and \nz\n hold."


def test_mathematics_beyond_unicode_stays_as_source_in_code_style() -> None:
    assert pieces(r"$\foo{x}$") == [{"type": "text", "text": r"\foo{x}", "style": {"code": True}}]


def test_prices_are_no_mathematics() -> None:
    assert text_in(blocks("It costs $5 to $10, not $20.")) == "It costs $5 to $10, not $20."


@pytest.mark.parametrize(
    "syntax", ["<!channel>", "<!here>", "<@U012345>", "<#C012345>", "<!subteam^S01>", "<!date^1^{date}^https://x.y|z>"]
)
def test_slack_syntax_of_an_article_is_shown_and_not_interpreted(syntax: str) -> None:
    shown = blocks(f"# {syntax}\n\nText {syntax}\n\n- {syntax}\n\n| {syntax.replace('|', '-')} |\n|---|")

    assert text_in(shown).count(syntax.partition("|")[0]) == 4
    assert set(kinds(shown)) <= SAFE_KINDS


def test_text_longer_than_a_block_goes_on_in_the_next_without_cutting_words() -> None:
    markdown = " ".join(f"word{number}" for number in range(2_000))

    shown = blocks(markdown)

    assert len(shown) > 1
    assert text_in(shown).split() == markdown.split()


def test_code_longer_than_a_block_goes_on_at_a_line() -> None:
    code = "".join(f"    line {number}\n" for number in range(500))

    shown = elements_in(blocks(f"```\n{code}```"))

    assert len(shown) > 1
    assert "".join(map(text_in, shown)) == code.rstrip("\n")
    assert all(text_in(element).startswith("    line") for element in shown)


def test_a_word_longer_than_a_block_is_cut_through() -> None:
    assert text_in(blocks("x" * 7_000)).split() == ["x" * 3_000, "x" * 3_000, "x" * 1_000]


def test_a_list_longer_than_a_block_goes_on_with_its_numbers() -> None:
    shown = blocks("\n".join(f"{number}. {'word ' * 50}" for number in range(1, 41)))

    numbers = [element["offset"] + 1 for element in elements_in(shown)]
    assert numbers[0] == 1
    assert len(shown) == len(numbers) > 1
    assert numbers[-1] + len(elements_in(shown)[-1]["elements"]) == 41


SAFE_KINDS = {
    *("rich_text", "rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted", "text", "link"),
    *("header", "plain_text", "table", "image", "divider"),
}


def kinds(part: object) -> list[str]:
    match part:
        case list():
            return [kind for member in part for kind in kinds(member)]
        case dict():
            own = [str(part["type"])] if "type" in part else []
            return own + kinds([value for key, value in part.items() if key != "style"])
    return []


@FEWER
@given(MARKDOWN)
def test_any_markdown_keeps_within_the_limits_of_a_message(markdown: str) -> None:
    for page in split(blocks(markdown, site_url=SITE), 50):
        assert not check_message_blocks(page)
        assert not check_message(page, "text")


@FEWER
@given(MARKDOWN)
def test_any_markdown_keeps_within_the_limits_of_a_modal(markdown: str) -> None:
    for page in split(blocks(markdown, surface="modal"), 100):
        view = {"type": "modal", "title": {"type": "plain_text", "text": "Full answer"}, "blocks": page}
        assert not check_view(view, "modal")


@FEWER
@given(MARKDOWN)
def test_nothing_that_slack_interprets_ever_leaves(markdown: str) -> None:
    assert set(kinds(blocks(markdown, site_url=SITE))) <= SAFE_KINDS


@FEWER
@given(MARKDOWN)
def test_no_word_is_lost(markdown: str) -> None:
    words = re.findall(
        r"goal|feedback|naïve|日本語|🎉|channel|U012345|C012345|bold|italic|gone|html|String|your-name", markdown
    )

    shown = re.sub(r"\s", "", text_in(blocks(markdown)))

    assert re.search(".*?".join(map(re.escape, words)), shown, re.DOTALL)
