"""Markdown that is legal, pointless and hard to read, as long as anybody likes."""

from __future__ import annotations

from collections.abc import Callable

Writer = Callable[[int], str]


def _again(text: str, *, after: str = "", before: str = "") -> Writer:
    return lambda length: f"{after}{text * (length // len(text))}{before}"


def _nested(opening: str, closing: str) -> Writer:
    return lambda length: opening * (length // 2 // len(opening)) + closing * (length // 2 // len(closing))


def _deep_list(length: int) -> str:
    lines, size = [""], 0
    while size < length:
        lines.append(f"{'  ' * len(lines)}- x")
        size += len(lines[-1]) + 1
    return "\n".join(lines)


def _wide_table(length: int) -> str:
    row = "|" + " a |" * (length // 12)
    return f"{row}\n|{'---|' * (length // 12)}\n{row}"


HOSTILE: dict[str, Writer] = {
    "a paragraph of many lines": _again("a line of words\n"),
    "one endless word": _again("x"),
    "endless sentences": _again("A sentence. "),
    "sentences in code": _again("A b. ", after="`", before="`"),
    "a list": _again("- an item\n"),
    "a loose list": _again("- an item\n\n"),
    "a numbered list": _again("1. an item\n"),
    "items of one letter": _again("- a\n"),
    "nested lists": _deep_list,
    "nested quotations": _again("> "),
    "quoted lines": _again("> a\n"),
    "quoted paragraphs": _again("> a\n>\n"),
    "lazy quotations": _again("> a\nb\n"),
    "emphasis": _again("*a* "),
    "opened emphasis": _again("*a **b "),
    "emphasis in emphasis": _nested("*a ", "b* "),
    "stars and lines": _again("*_"),
    "code": _again("`a` "),
    "opened code": _again("`a ``b "),
    "code blocks": _again("```\na\n```\n"),
    "links": _again("[a](https://example.com) "),
    "opened links": _again("[a]("),
    "opened brackets": _again("["),
    "pictures in pictures": _nested("![a", "](b)"),
    "an embedded picture": _again("A", after="![a](data:image/png;base64,", before=")"),
    "footnotes": _again("[^1] "),
    "definitions": _again("[a]: b\n"),
    "definitions with endless titles": _again('[a]: b "c\n'),
    "opened definitions": _again("[a\n"),
    "colons": _again(":"),
    "addresses": _again("https://a.bc/d "),
    "half an address": _again("mailto:"),
    "addresses of mail": _again("a@b.cd "),
    "tags": _again("<b>a</b>"),
    "opened tags": _again("<a "),
    "opened comments": _again("<!-- "),
    "attributes": _again("alt='", after="<div><img ", before=">"),
    "a table of many rows": _again("|1|2|\n", after="|a|b|\n|-|-|\n"),
    "a table of many columns": _wide_table,
    "a table of short rows": _again("a\n", after="a|b|c\n-|-|-\n"),
    "a table with one endless cell": _again("|1|2|\n", after=f"|a|{'b' * 2_000}|\n|-|-|\n"),
    "tables": _again("a|b\n-|-\n1|2\n\n"),
    "formulas": _again("$x^2$ "),
    "opened formulas": _again("$$x\ny\n\n"),
    "braces in formulas": _nested("{", "}"),
    "an endless formula": _again("x = ", after="$$\n", before="\n$$"),
    "displayed formulas": _again("$$x$$\na\n"),
    "headings": _again("# a\n"),
    "headings of all levels": _again("# a\n## b\n### c\n"),
    "underlined headings": _again("a\n=\n"),
    "introductions": _again("a:\n\n"),
    "introduced lists": _again("a:\n- b\n\n"),
    "paragraphs that go on": _again("a b\n\n"),
    "bold paragraphs": _again("**a**\n\n"),
    "rules": _again("---\n"),
    "empty lines": _again("\n"),
    "callouts": _again("> [!x]\n"),
    "defined footnotes": _again("[^a]: x\n"),
    "references to a footnote": _again("x[^a]", after="[^a]: x\n\n"),
    "opened references to a footnote": _again("[^", after="[^a]: x\n\n"),
    "attributes of other tools": _again("{: a=b"),
    "typed bullets": _again("• a\n"),
    "tags of Word": _again("<o:p "),
    "stars beside characters without spaces": _again("*日"),
    "entities": _again("&amp;"),
    "backslashes": _again("\\"),
}

# Those whose reading or showing once took quadratic time in our own code.
ONCE_SLOW = {
    name: HOSTILE[name]
    for name in (
        *("a paragraph of many lines", "endless sentences", "sentences in code", "a list", "items of one letter"),
        *("quoted paragraphs", "a table with one endless cell", "opened formulas"),
        *("displayed formulas", "headings", "bold paragraphs", "introductions", "introduced lists"),
        "paragraphs that go on",
    )
}
