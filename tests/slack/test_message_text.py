from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack import message_text


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("<@U0BOT> how do I set goals?", "how do I set goals?"),
        ("hey <@U0BOT|quicktake>, goals &amp; outcomes?", "hey , goals & outcomes?"),
        ("is 3 &lt; 4 &amp;lt; 5?", "is 3 < 4 &lt; 5?"),
        ("see <https://example.com/a|this page> please", "see this page please"),
        ("see <https://example.com/a> please", "see https://example.com/a please"),
        ("what’s “silence” for?", 'what\'s "silence" for?'),
        ("<!channel> anyone? :wave::skin-tone-2:", "anyone?"),
        ("in <#C012|general>?", "in general?"),
        ("  spaces \n\n and\tlines ", "spaces\nand lines"),
        (":thumbsup:", ""),
        (":wave::wave: hi :+1::skin-tone-3:!", "hi !"),
        ("what does std::list::push_back do?", "what does std::list::push_back do?"),
        ("is Foo::Bar::BAZ: a type?", "is Foo::Bar::BAZ: a type?"),
        ("why ::list:: here?", "why ::list:: here?"),
        ("what is `:memory:` in sqlite?", "what is `:memory:` in sqlite?"),
        ("run ```x :tada: y``` :tada:", "run ```x :tada: y```"),
        ("a key:value:pair in yaml", "a key:value:pair in yaml"),
        ("see fe80::1:2:3", "see fe80::1:2:3"),
        ("(:wave:) hello", "( ) hello"),
        ("at 10:30:45 or 12:00?", "at 10:30:45 or 12:00?"),
    ],
)
def test_question_is_what_the_person_meant(text: str, question: str) -> None:
    assert message_text.question(text) == question


@given(st.text())
def test_any_text_gives_one_line(text: str) -> None:
    assert "\n\n" not in message_text.question(text)
