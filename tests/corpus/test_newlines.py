from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.newlines import decode_newlines


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"First.\n\nSecond.", "First.\n\nSecond."),
        (r"Steps:\n1. Ask.\n   - Wait.", "Steps:\n1. Ask.\n   - Wait."),
        (r"the formula:\n\nwhere it holds", "the formula:\n\nwhere it holds"),
        (r"One\nunsigned word", "One\nunsigned word"),
        (r"A line\\nbroken by hand", "A line\\\nbroken by hand"),
    ],
)
def test_escaped_newlines_of_prose_become_newlines(written: str, read: str) -> None:
    assert decode_newlines(written) == read


@pytest.mark.parametrize(
    "text",
    [
        r"$x \neq 0$",
        r"$ P \land \neg P $",
        r"the gradient $\nabla f$",
        r"\(a \notin A\)",
        r"$a \nmid b$",
        r"$G_{\mu\nu}$",
        r"$\nexists x$ and $a \nleq b$",
        r"$A \nsubseteq B$ and $p \nRightarrow q$ and $\nearrow$",
        r"$P \not\equiv Q$",
        r"$$E = h\nu$$",
        r"\[\nabla \cdot E = 0\]",
        r"written without dollars, a \neq b",
    ],
)
def test_commands_of_mathematics_that_begin_with_n_survive(text: str) -> None:
    assert decode_newlines(text) == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"$$\nE = h\nu\n$$", "$$\nE = h\\nu\n$$"),
        (r"$$\nu(t) = K e(t)\n$$", "$$\nu(t) = K e(t)\n$$"),
        (r"$$\n\nu = -\frac{a}{b}\n$$", "$$\n\\nu = -\\frac{a}{b}\n$$"),
        (r"\[\na &= 1 \\\nb &= 2\n\]", "\\[\na &= 1 \\\\\nb &= 2\n\\]"),
        (r"$$x \neq 0$$\nwhere", "$$x \\neq 0$$\nwhere"),
    ],
)
def test_lines_of_displayed_mathematics_are_told_from_its_commands(written: str, read: str) -> None:
    assert decode_newlines(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'```c\nprintf("Done.\n");\nreturn 0;\n```', '```c\nprintf("Done.\\n");\nreturn 0;\n```'),
        (r"```bash\nsed 'N;s/\n/ /'\n```", "```bash\nsed 'N;s/\\n/ /'\n```"),
        (
            r"```sh\nprintf \"Line 1\nLine 2\n\" > f\n```".replace('\\"', '"'),
            '```sh\nprintf "Line 1\\nLine 2\\n" > f\n```',
        ),
        (r'```python\n"""Say it."""\nunsigned = 1\n```', '```python\n"""Say it."""\nunsigned = 1\n```'),
        (r"```python\n# Don't stop\nprint('x')\n```", "```python\n# Don't stop\nprint('x')\n```"),
        (r"```scheme\n(f 'a)\n(f 'b)\n```", "```scheme\n(f 'a)\n(f 'b)\n```"),
        (r"Press `\n` for a line.\nNext.", "Press `\\n` for a line.\nNext."),
        (r"- `a`\n- `b`", "- `a`\n- `b`"),
    ],
)
def test_newlines_inside_strings_of_code_survive(written: str, read: str) -> None:
    assert decode_newlines(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Open C:\new\notes.txt and read.\nClose it.", "Open C:\\new\\notes.txt and read.\nClose it."),
        (r"See C:\Users\nina\notes.txt, then wait.", r"See C:\Users\nina\notes.txt, then wait."),
        (r"C:\Users\nina.\nThen go.", "C:\\Users\\nina.\nThen go."),
        (r"C:\Users\nina\nThen go.", "C:\\Users\\nina\nThen go."),
        (r"C:\new\notes.txt\nthen go.", "C:\\new\\notes.txt\nthen go."),
        (r"Ask \\nas\new for it.\nThen wait.", "Ask \\\\nas\\new for it.\nThen wait."),
        (r"It is in %APPDATA%\npm\node.", r"It is in %APPDATA%\npm\node."),
        (r"Run .\new.ps1 now.\nDone.", "Run .\\new.ps1 now.\nDone."),
        (r"Match [^\n]* in a line.\nDone.", "Match [^\\n]* in a line.\nDone."),
        (r"Split at '\n' or \"\r\n\".\nDone.".replace('\\"', '"'), "Split at '\\n' or \"\\r\\n\".\nDone."),
    ],
)
def test_paths_and_newlines_that_are_spoken_of_survive(written: str, read: str) -> None:
    assert decode_newlines(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Grade A:\nGood.\n\nGrade B:\n- fine", "Grade A:\nGood.\n\nGrade B:\n- fine"),
        (r"except ValueError as e:\n    print(e)", "except ValueError as e:\n    print(e)"),
        (r'He said "one."\n"Two," she said.', 'He said "one."\n"Two," she said.'),
        (r"Wait...\nnow", "Wait...\nnow"),
        (r"The end.\new words", "The end.\new words"),
        (r"\[\nx = 1\n\]\nThat is all.", "\\[\nx = 1\n\\]\nThat is all."),
    ],
)
def test_what_only_resembles_a_path_is_read_as_line_breaks(written: str, read: str) -> None:
    assert decode_newlines(written) == read


def test_a_text_with_real_newlines_is_taken_as_it_stands() -> None:
    text = 'Print it:\n\n```c\nprintf("\\n");\n```'

    assert decode_newlines(text) == text


def test_a_paragraph_added_to_an_exported_answer_does_not_spoil_it() -> None:
    text = "First.\\n\\n- One\\n- `\\n`\n\nAdded by hand."

    assert decode_newlines(text) == "First.\n\n- One\n- `\\n`\n\nAdded by hand."


@given(st.text(alphabet="\\n $`\"'[]()abequ1.-", max_size=60))
def test_nothing_but_escapes_is_ever_changed(text: str) -> None:
    decoded = decode_newlines(text)

    assert decoded.replace("\n", "\\n") == text.replace("\n", "\\n")
