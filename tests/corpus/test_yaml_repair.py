"""What authors write where YAML expects something else: what is served, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.frontmatter import parse
from bot.corpus.yaml_repair import read_yaml
from bot.corpus.yaml_tree import FormatError, scalar
from bot.model import Article
from tests.corpus.samples import article_text

PATH = Path("a.md")
TITLE = article_text()
LINE = "title: What is a coaching agreement?"


def read(text: str) -> tuple[Article, list[str]]:
    parsed = parse(text, PATH)

    assert parsed.article is not None, parsed.problems
    return parsed.article, [f"{problem.line}: {problem.reason}" for problem in parsed.problems]


def titled(line: str) -> tuple[str, list[str]]:
    """Put a line in place of the title's, which is the file's fourth; return the title and what is noted."""
    article, noted = read(TITLE.replace(LINE, line))
    return article.title, noted


UNREADABLE = "YAML cannot read this as it stands; write"


@pytest.mark.parametrize(
    ("line", "title", "remedy"),
    [
        ("title: Invoices: what now?", "Invoices: what now?", 'title: "Invoices: what now?"'),
        ("title: What now:", "What now:", 'title: "What now:"'),
        ("title: a: b: c", "a: b: c", 'title: "a: b: c"'),
        ("title: 'The client's money'", "The client's money", "title: The client's money"),
        ("title: 'The clients' money'", "The clients' money", "title: The clients' money"),
        ('title: "He said "no" to me"', 'He said "no" to me', "title: 'He said \"no\" to me'"),
        ('title: "Smart" goals', '"Smart" goals', "title: '\"Smart\" goals'"),
        ('title: "Smart" or "dumb"', '"Smart" or "dumb"', 'title: \'"Smart" or "dumb"\''),
        ("title: 'Tis the season", "'Tis the season", 'title: "\'Tis the season"'),
        ('title: "What is x?', "What is x?", "title: What is x?"),
        ("title: 'What is x?", "What is x?", "title: What is x?"),
        ('title: "C:\\path"', "C:\\path", "title: 'C:\\path'"),
        ("title: [Draft] Parking rules", "[Draft] Parking rules", 'title: "[Draft] Parking rules"'),
        ("title: {{x}} rules", "{{x}} rules", 'title: "{{x}} rules"'),
        ("title: *note* on money", "*note* on money", 'title: "*note* on money"'),
        ("title: **Bold** words", "**Bold** words", 'title: "**Bold** words"'),
        ("title: @team what now?", "@team what now?", 'title: "@team what now?"'),
        ("title: %done", "%done", 'title: "%done"'),
        ("title: `code` in titles", "`code` in titles", 'title: "`code` in titles"'),
        ("title: , and then?", ", and then?", 'title: ", and then?"'),
        ("title: - What is x?", "- What is x?", 'title: "- What is x?"'),
        ("title: ? what is x", "? what is x", 'title: "? what is x"'),
        ("title: >5 people", ">5 people", 'title: ">5 people"'),
        ("title: > What is x?", "What is x?", "title: What is x?"),
        ("title: | What is x?", "What is x?", "title: What is x?"),
        ("title: foo : bar", "foo : bar", 'title: "foo : bar"'),
    ],
)
def test_a_text_that_yaml_refuses_is_read_as_written(line: str, title: str, remedy: str) -> None:
    assert titled(line) == (title, [f"4: {UNREADABLE} `{remedy}`"])


@pytest.mark.parametrize(
    ("line", "title", "understood"),
    [
        ("title: How do I join #general?", "How do I join #general?", "“How do I join”"),
        ("title: #1 rule", "#1 rule", "nothing"),
        ("title: !important read this", "!important read this", "“read this”"),
        ("title: !important", "!important", "nothing"),
        ("title: &goals for the team", "&goals for the team", "“for the team”"),
        ("title: *important", "*important", "a name and what it stands for"),
        ("title: [Draft]", "[Draft]", "a list"),
        ("title: {x}", "{x}", "a name and what it stands for"),
        ("title: {{ page.title }}", "{{ page.title }}", "a name and what it stands for"),
        ("title: How do I\n  join #general?", "How do I join #general?", "“How do I join”"),
    ],
)
def test_a_text_that_yaml_reads_otherwise_is_read_as_written(line: str, title: str, understood: str) -> None:
    reason = f"YAML reads {understood} here, not what is written; write"

    assert titled(line) == (title, [f"4: {reason} `title: {scalar(title)}`"])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: yes", "yes"),
        ("title: 1.10", "1.10"),
        ("title: 0777", "0777"),
        ("title: 2024-01-01", "2024-01-01"),
        ("title: .inf", ".inf"),
        ("title: 'null'", "null"),
        ("title: !!str 5", "5"),
        ("title: Tom & Jerry", "Tom & Jerry"),
        ("title: C# or F#?", "C# or F#?"),
        ("title: Meeting at 10:30?", "Meeting at 10:30?"),
        ("title: See https://example.org/a#b", "See https://example.org/a#b"),
        ("title: “Fail” fast", "“Fail” fast"),
        ("title: '“Fail fast”'", "“Fail fast”"),
        ("title:\tWhat is x?", "What is x?"),
        ("title : What is x?", "What is x?"),
        ('title: "What is x?" # a comment', "What is x?"),
        ("# a comment\ntitle: What is x?", "What is x?"),
        ("title: >-\n  Join #general:\n  now", "Join #general: now"),
    ],
)
def test_what_leaves_no_doubt_is_read_without_a_word(line: str, title: str) -> None:
    assert titled(line) == (title, [])


def test_a_comment_behind_a_title_is_doubted_but_not_read() -> None:
    assert titled("title: What does # mean?") == (
        "What does",
        ['4: YAML takes “# mean?” for a comment; put that on a line of its own, or write `title: "What does # mean?"`'],
    )


def test_a_comment_behind_a_date_or_url_is_fine() -> None:
    text = TITLE.replace("date: 2025-03-20", "date: 2025-03-20 # checked").replace("url: /", "url: /a # /")

    article, noted = read(text)

    assert (str(article.date), article.url) == ("2025-03-20", "/a")
    assert noted == []


def test_a_null_that_may_be_a_title_is_explained() -> None:
    problems = parse(TITLE.replace(LINE, "title: null"), PATH).problems

    assert [problem.reason for problem in problems] == [
        '`title` is missing or empty: YAML reads null as nothing; if that is the text, write `title: "null"`'
    ]


def test_curly_quotes_around_a_text_are_taken_for_quotes() -> None:
    reason = "4: curly quotes are no quotes to YAML; write `title: What is x?`"

    assert titled("title: “What is x?”") == ("What is x?", [reason])
    assert titled("title: „What is x?“")[0] == "What is x?"
    assert titled("title: «What is x?»")[0] == "What is x?"
    assert titled("title: ‘What is x?’")[0] == "What is x?"
    assert titled('title: “What is x?"')[0] == "What is x?"


@pytest.mark.parametrize(
    ("title", "remedy"),
    [
        ("Network &amp; Co", '"Network & Co"'),
        ("Who&#39;s who?", "Who's who?"),
        ("Use <b>bold</b> words", "Use bold words"),
    ],
)
def test_html_in_a_title_is_reported(title: str, remedy: str) -> None:
    reason = f"4: people see the HTML in `title` as it stands; write `title: {remedy}`"

    assert titled(f"title: {title}") == (title, [reason])


def test_a_windows_path_in_double_quotes_keeps_its_backslashes() -> None:
    title, noted = titled('title: "C:\\new\\tools"')

    assert title == "C:\\new\\tools"
    assert noted == [r"4: within double quotes a `\` means something else; write `title: 'C:\new\tools'`"]


NAMED = "a field is its name, a colon and a space; write"


@pytest.mark.parametrize(
    "line",
    [
        "title:What is x?",
        "title= What is x?",
        "title; What is x?",
        "title\uff1a What is x?",
        "title:\u00a0What is x?",
        "**title**: What is x?",
        "- title: What is x?",
    ],
)
def test_a_name_that_is_not_followed_by_a_colon_and_a_space_is_understood(line: str) -> None:
    assert titled(line) == ("What is x?", [f"4: {NAMED} `title: What is x?`"])


@pytest.mark.parametrize(
    ("name", "shown"), [("Title", "Title"), ("TITLE", "TITLE"), ("“title”", "“title”"), ("\u00a0title", "\\xa0title")]
)
def test_a_name_that_is_spelled_otherwise_is_understood(name: str, shown: str) -> None:
    assert titled(f"{name}: What is x?") == ("What is x?", [f"4: `{shown}` is read as `title`; write it so"])


def test_a_name_in_capitals_below_another_is_understood() -> None:
    article, noted = read(TITLE.replace("subject:", "SEO:\n  Page-Keywords: a, b\nsubject:"))

    assert article.keywords == ("a", "b")
    assert noted == [
        "6: `SEO` is read as `seo`; write it so",
        "7: `Page-Keywords` is read as `page_keywords`; write it so",
    ]


def test_tabs_that_indent_are_understood() -> None:
    article, noted = read(TITLE.replace("subject:", "seo:\n\tpage_keywords: a, b\nsubject:"))

    assert article.keywords == ("a", "b")
    assert noted == ["7: YAML is indented with spaces only; write `  page_keywords: a, b`"]


@pytest.mark.parametrize(
    ("lines", "aliases", "told"),
    [
        ("\n  - join #general\n  - b", ("join #general", "b"), ['- "join #general"']),
        ("\n  - note: b\n  - c", ("note: b", "c"), ['- "note: b"']),
        ("\n  - !important thing", ("!important thing",), ['- "!important thing"']),
        ('\n  - "smart" goals\n  - b', ('"smart" goals', "b"), ["  - '\"smart\" goals'"]),
        ("\n  - #mytag\n  - b", ("#mytag", "b"), ['- "#mytag"']),
        (" [#one, #two, b]", ("#one", "#two", "b"), ['aliases: ["#one", "#two", b]']),
        ("\n  -late payer\n  -dunning", ("late payer", "dunning"), ["aliases: [late payer, dunning]"]),
        ("\n  • late payer\n  • dunning", ("late payer", "dunning"), ["aliases: [late payer, dunning]"]),
        (
            " late payer, dunning",
            ("late payer, dunning",),
            ["aliases: [late payer, dunning]", 'aliases: ["late payer, dunning"]'],
        ),
        (
            " late payer; dunning",
            ("late payer; dunning",),
            ["aliases: [late payer, dunning]", "aliases: [late payer; dunning]"],
        ),
        (
            "\n  - late payer, dunning",
            ("late payer, dunning",),
            ["aliases: [late payer, dunning]", 'aliases: ["late payer, dunning"]'],
        ),
        (" late payer", ("late payer",), []),
        (" [late payer, dunning]", ("late payer", "dunning"), []),
    ],
)
def test_aliases_are_read_as_meant(lines: str, aliases: tuple[str, ...], told: list[str]) -> None:
    article, noted = read(TITLE.replace("subject:", f"aliases:{lines}\nsubject:"))

    assert article.aliases == aliases
    assert all(f"`{remedy}`" in noted[0] for remedy in told)
    assert len(noted) == bool(told)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (LINE, f" {LINE}", None),
        ("date: 2025", " date: 2025", None),
        (
            LINE,
            "title: What is\nthe matter?",
            "5: the text above goes on here only if this line is indented; did you mean `  the matter?`?",
        ),
        (
            "answer: An",
            "answer: |\nAn",
            (
                "8: the text above goes on here only if this line is indented; "
                "did you mean `  An agreement says what both sides will do.`?"
            ),
        ),
        (
            "answer: An",
            "answer: | First.\n  An",
            "7: a text of several lines begins below its name; did you mean `answer: |` and, below it, `  First.`?",
        ),
        (
            "answer: An",
            "answer: - One\n  - An",
            "7: a text of several lines begins below its name; did you mean `answer: |` and, below it, `  - One`?",
        ),
        (
            "answer: An",
            "validation_date:21 Jun 2022\nanswer: An",
            "7: a field is its name, a colon and a space; did you mean `validation_date: 21 Jun 2022`?",
        ),
        (LINE, f"{LINE}\ntitle: Another?", "5: `title` is written twice, first on line 4; keep one"),
    ],
)
def test_what_has_several_readings_is_only_suggested(before: str, after: str, problem: str | None) -> None:
    parsed = parse(TITLE.replace(before, after), PATH)

    assert parsed.article is None
    told = [f"{one.line}: {one.reason}" for one in parsed.problems]
    indented = after.strip() in told[0] and "this line is indented, but belongs to nothing above it" in told[0]
    assert told == [problem] if problem else indented


def test_everything_is_told_at_once() -> None:
    text = (
        TITLE.replace(LINE, "title: Invoices: what?")
        .replace("subject: A", "subject:A")
        .replace("An agreement", "|\nAn")
    )

    told = [problem.line for problem in parse(text, PATH).problems]

    assert told == [4, 6, 8]


@pytest.mark.parametrize("fence", ["—", "–––", "----", "---  "])
def test_hyphens_that_became_dashes_still_enclose_the_front_matter(fence: str) -> None:
    article, noted = read(TITLE.replace("---\n", f"{fence}\n"))

    assert article.title == "What is a coaching agreement?"
    dashed = [f"{line}: `{fence}` is read as ---; write three hyphens" for line in (1, 8)]
    assert noted == (dashed if fence[0] != "-" else [])


def test_a_front_matter_that_is_indented_as_a_whole_is_understood() -> None:
    article, noted = read(TITLE.replace("---\n", "  ---\n"))

    assert (article.title, noted) == ("What is a coaching agreement?", [])


@pytest.mark.parametrize("before", ["\n", "\n\n", " ", "\ufeff", "\ufeff\n", "\n\ufeff", "\u200b"])
def test_nothing_to_be_seen_above_the_front_matter_changes_nothing(before: str) -> None:
    article, noted = read(before + TITLE.replace("id: 7", "id: [7]"))

    assert article.title == "What is a coaching agreement?"
    assert [note.partition(":")[0] for note in noted] == [str(2 + before.count("\n"))]


def test_three_dots_end_the_front_matter() -> None:
    article, noted = read(article_text("\nAn answer.\n", answer=None).replace("---\n\n", "...\n\n"))

    assert (article.answer, noted) == ("An answer.", [])


def test_a_rule_within_the_answer_ends_nothing() -> None:
    article, _ = read(TITLE.replace("answer: ", "answer: |\n  One\n\n  ---\n\n  "))

    assert article.answer == "One\n\n---\n\nAn agreement says what both sides will do."


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\u2028", "\u2029", "\x85", "\x00", "\x07"])
def test_characters_that_yaml_refuses_or_takes_for_a_line_end_do_no_harm(character: str) -> None:
    title, noted = titled(f"title: What{character} is x?")

    assert (title, noted) == ("What is x?", [])


def test_a_front_matter_of_nothing_but_mistakes_is_given_up() -> None:
    front = "".join(f"key{number}: a: b\n" for number in range(30))

    with pytest.raises(FormatError) as caught:
        read_yaml(front)

    assert len(caught.value.found_before) == 20
    assert caught.value.line == 21


def test_a_huge_front_matter_is_not_repaired() -> None:
    with pytest.raises(FormatError, match="YAML cannot read this line"):
        read_yaml(f"a: b: c\nd: {'x' * 100_000}")


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40)


@given(texts)
def test_a_text_in_the_remedy_is_read_by_every_yaml_reader_as_it_was_meant(text: str) -> None:
    assert yaml.safe_load(f"title: {scalar(text)}") == {"title": text}


@given(st.text(st.sampled_from("ab :#'\"[]{}!&*%@`|>?-,\\"), min_size=1, max_size=12))
def test_a_title_of_any_signs_is_read_as_written_or_without_its_quotes(text: str) -> None:
    parsed = parse(TITLE.replace(LINE, f"title: {text}"), PATH)

    title = parsed.article.title if parsed.article else ""
    shown = " ".join(text.split())
    assert not title or parsed.problems or title == shown or title == yaml.safe_load(f"- {text}")[0]


@given(st.lists(st.text(st.sampled_from("abtile:  -\t'\"[]{}#|>\u00a0=\uff1a\n"), max_size=15), max_size=6))
def test_any_lines_are_read_or_refused(lines: list[str]) -> None:
    parsed = parse("---\n" + "\n".join(lines) + "\n---\n", PATH)

    assert all(problem.line and 1 <= problem.line <= 16 * (len(lines) + 1) for problem in parsed.problems)
