from __future__ import annotations

import pytest

from bot.corpus.check import markdown_rules
from tests.corpus.check.samples import answering, file, found


@pytest.mark.parametrize("mark", ["```", "~~~", "````", "- ```", "> ```", "1. ```"])
def test_an_unclosed_fence_is_reported_where_it_opens(mark: str) -> None:
    subject = answering(f"Text.\n\n{mark}python\nx = 1\n\nMore.\n")

    assert [line for line, _ in found(markdown_rules.unclosed_fence, subject)] == [11]


@pytest.mark.parametrize(
    "text", ["```\na\n```", "```c\na\n```\n\n~~~\nb\n~~~", "````\n```\n````", "- a\n  ```\n  b\n  ```"]
)
def test_closed_fences_are_fine(text: str) -> None:
    assert found(markdown_rules.unclosed_fence, answering(text)) == []


def test_rows_of_other_lengths_than_the_table_are_reported() -> None:
    subject = answering("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 |\n| 1 | 2 | 3 |\n\nAfter | all.")

    assert found(markdown_rules.uneven_table, subject) == [
        (12, "a table row of 1 cells in a table of 2 columns"),
        (13, "a table row of 3 cells in a table of 2 columns"),
    ]


def test_a_table_head_that_does_not_fit_is_reported() -> None:
    subject = answering("a | b | c\n--|--\n1 | 2\n")

    assert found(markdown_rules.uneven_table, subject) == [
        (9, "no table: the header has 3 cells, the rule below it 2; write `|---|---|---|` there")
    ]


def test_pipes_that_separate_no_cells_are_fine() -> None:
    subject = answering("| a | b |\n|---|:-:|\n| `x|y` | 2 |\n| 1 \\| 2 | 3 |\n| $|x|$ | 4 |")

    assert found(markdown_rules.uneven_table, subject) == []


@pytest.mark.parametrize(
    "target", ["", "www.example.org", "htp://example.org", "https://exa mple.org", "mailto:nobody"]
)
def test_links_that_lead_nowhere_are_reported(target: str) -> None:
    assert found(markdown_rules.broken_link, answering(f"See [this]({target}).")) == [
        (9, f"a link leads nowhere: ({target})")
    ]


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "[a](../goals/smart.md)",
            "a link leads nowhere: (../goals/smart.md); people have no files: write the url of that",
        ),
        (
            "[a](smart.md#part)",
            "a link leads nowhere: (smart.md#part); people have no files: write the url of that article",
        ),
        ("[a](files/form.pdf)", "a link leads nowhere: (files/form.pdf); people have no files: put it on the web"),
        ("![a](images/a.png)", "a picture is found nowhere: (images/a.png); Slack has no files: put it on the web"),
        ("![a](../images/a b.png)", "a picture is found nowhere: (../images/a b.png)"),
        ("![a](C:\\pictures\\a.png)", "a picture is found nowhere: (C:\\pictures\\a.png)"),
    ],
)
def test_files_beside_the_article_are_reported_with_the_remedy(link: str, message: str) -> None:
    [(line, told)] = found(markdown_rules.broken_link, answering(f"See {link}."))

    assert (line, told[: len(message)]) == (9, message)


@pytest.mark.parametrize(
    "link",
    [
        "[a](https://example.org/x_(y))",
        '[a](/b "A title")',
        "[a](<https://example.org>)",
        "[a](mailto:ana@example.org)",
        "[a](#part)",
        "`[a](b)`",
        "$[a](b)$",
        "```\n[a](b)\n```",
    ],
)
def test_links_that_work_and_code_are_fine(link: str) -> None:
    assert found(markdown_rules.broken_link, answering(link)) == []


def test_a_picture_that_stands_in_the_text_is_reported_with_its_description() -> None:
    subject = answering(f"Text.\n\n![the button](data:image/png;base64,{'iVBOR' * 1_000})\n")

    assert found(markdown_rules.pasted_picture, subject) == [
        (
            11,
            (
                "a picture of 5 kB stands in the text; people see “the button” instead; "
                "put it on the web and write `![the button](https://…)`"
            ),
        )
    ]
    assert found(markdown_rules.broken_link, subject) == []


@pytest.mark.parametrize("mention", ["@channel", "@here", "@everyone", "<!here>", "<@U0123ABC>", "<#C0123|general>"])
def test_mentions_are_reported(mention: str) -> None:
    assert [line for line, _ in found(markdown_rules.live_mention, answering(f"Tell\n{mention} now."))] == [10]


@pytest.mark.parametrize("text", ["ana@here.org", "`@channel`", "1 < 2 @ home", "@channels"])
def test_what_only_looks_like_a_mention_is_fine(text: str) -> None:
    assert found(markdown_rules.live_mention, answering(text)) == []


def test_escaped_newlines_among_real_ones_are_reported() -> None:
    subject = file(answer="|\n  First.\\n\\nSecond.\n\n  Third.\n")

    assert [line for line, _ in found(markdown_rules.mixed_newlines, subject)] == [7]


def test_escaped_newlines_of_code_are_fine_among_real_ones() -> None:
    subject = file(answer="|\n  `\\n\\n` is code, C:\\new a folder.\n\n  Third.\n")

    assert found(markdown_rules.mixed_newlines, subject) == []


def test_an_escaped_newline_that_may_be_part_of_a_path_is_reported() -> None:
    subject = file(answer=r"Open D:\new and wait.\nThen open C:\Users\nina.")

    assert found(markdown_rules.mixed_newlines, subject) == [
        (7, r"the `\n` in D:\new is read as a line break; if it is a path, write `D:\new` in backticks")
    ]


def test_escaped_newlines_alone_are_fine() -> None:
    assert found(markdown_rules.mixed_newlines, file(answer=">-\n  First.\\n\\nSecond.")) == []
