from __future__ import annotations

import pytest

from bot.corpus.check import shown_markup
from tests.corpus.check.samples import answering, found


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("{% include note.html %}", "`{% include note.html %}` belongs to another tool"),
        ('{{< figure src="a.png" >}}', '`{{< figure src="a.png" >}}` belongs to another tool'),
        ("Write to {{ site.name }}.", "`{{ site.name }}` belongs to another tool"),
        (":::tip\nDo it.\n:::", "`:::tip` is a box of another tool"),
        ("::: warning Look out\nDo it.\n:::", "`::: warning Look out` is a box of another tool"),
        ("!!! note\n    Do it.", "`!!! note` is a box of another tool"),
        ("It is so.[^1]", "the footnote `[^1]` is defined nowhere"),
        ("See [[Other article]].", "`[[Other article]]` is a link of another tool"),
        ("[TOC]", "`[TOC]` makes no table of contents here"),
        ("## Pay {#pay}", "`{#pay}` is for another tool; it is left out"),
        (
            '[This](https://example.org){:target="_blank"} is it.',
            '`{:target="_blank"}` is for another tool; it is left out',
        ),
        ("Text.\n{: .note}", "`{: .note}` is for another tool; it is left out"),
        ('<iframe src="https://example.org"></iframe>', '`<iframe src="https://example.org">` is for another tool'),
    ],
)
def test_markup_of_other_tools_is_reported(markdown: str, told: str) -> None:
    [(line, message)] = found(shown_markup.foreign_markup, answering(f"Text.\n\n{markdown}\n"))

    assert (line, message[: len(told)]) == (12 if markdown.endswith("{: .note}") else 11, told)


@pytest.mark.parametrize(
    "markdown",
    [
        "`{% include %}` and `[^1]` and `{{ x }}`",
        "```\n:::tip\n{{< x >}}\n```",
        "$$\n\\frac{{a}}{{b}}\n$$",
        "$\\{: x\\}$ and the set {x=1}",
        "It is so.[^1]\n\n[^1]: Says Ana.",
        "> [!NOTE]\n> Mind the gap.",
        "Wait!!! Really???",
        "`int[][] a = {{1, 2}, {3, 4}}` and `[[1]]`",
    ],
)
def test_code_formulas_and_what_is_understood_are_no_markup_of_other_tools(markdown: str) -> None:
    assert found(shown_markup.foreign_markup, answering(markdown)) == []


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("See [this] (https://example.org).", "no link: write `[the text](the address)` with nothing between"),
        ("See [this]\n(/goals/smart).", "no link: write `[the text](the address)` with nothing between"),
        ("See (this)[https://example.org].", "no link: `(this)[https://example.org]` has its brackets"),
        ("** Bold ** words", "`**` makes nothing bold here"),
        ("**Bold words", "`**` makes nothing bold here"),
        ("**Note:**do it", "`**` makes nothing bold here"),
        ("##Heading", "no heading: write a space behind the `#` of `##Heading`"),
        ("#Heading", "no heading: write a space behind the `#` of `#Heading`"),
        ("#\u00a0Heading", "people see the mark of `#\u00a0Heading`"),
        ("-\u00a0One\n-\u00a0Two", "people see the mark of `-\u00a0One`"),
        ("| a | b |\n| 1 | 2 |", "no table: below its header must stand a line such as `|---|---|`"),
    ],
)
def test_what_is_nearly_markdown_is_reported_with_the_remedy(markdown: str, told: str) -> None:
    remarks = found(shown_markup.nearly_markdown, answering(f"Text.\n\n{markdown}\n"))

    assert remarks[0][0] == 11
    assert remarks[0][1].startswith(told)


@pytest.mark.parametrize(
    "markdown",
    [
        "**Bold**, **bold:** and 2**3**2, f(*args, **kwargs).",
        "`[a] (/b)` and `** x **`",
        "See item [1] (page 2).",
        "#general is the channel, #1 the rule.",
        "### Heading\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "a | b\n--|--\n1 | 2",
        "**日本語。**です",
        "An array a[1] (of numbers).",
    ],
)
def test_what_is_markdown_or_plain_text_is_fine(markdown: str) -> None:
    assert found(shown_markup.nearly_markdown, answering(markdown)) == []
