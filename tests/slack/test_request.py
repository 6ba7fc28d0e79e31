from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.request import MOST_TEXT, Request, parse


def message(**event: Any) -> Request:
    said = {"type": "message", "channel": "C1", "ts": "1.0", "user": "U1", "channel_type": "channel", **event}
    return parse({"type": "event_callback", "event_id": "Ev1", "event": said})


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ({}, "message.channels"),
        ({"channel_type": "group"}, "message.groups"),
        ({"channel_type": "im"}, "message.im"),
        ({"subtype": "file_share"}, "message.channels"),
        ({"subtype": "thread_broadcast"}, "message.channels"),
        ({"type": "app_mention"}, "app_mention"),
        ({"bot_id": "B1"}, "message/nobody"),
        ({"user": None}, "message/nobody"),
        ({"subtype": "me_message"}, "message.channels"),
        ({"type": "app_mention", "bot_id": "B1"}, "app_mention"),
        ({"type": "app_mention", "bot_id": "B1", "user": None, "subtype": "bot_message"}, "app_mention"),
        ({"channel_type": "im", "bot_id": "B1"}, "message.im"),
        ({"channel_type": "im", "user": "USLACKBOT"}, "message/nobody"),
        ({"channel_type": "im", "user": None, "subtype": "bot_message"}, "message/bot_message"),
        ({"channel_type": "im", "subtype": "pinned_item"}, "message/pinned_item"),
        ({"channel_type": "im", "subtype": "huddle_thread"}, "message/huddle_thread"),
        ({"type": "app_mention", "subtype": "thread_broadcast"}, "app_mention"),
        ({"subtype": "message_changed"}, "message/message_changed"),
        ({"subtype": "channel_join"}, "message/channel_join"),
    ],
)
def test_message_is_named_as_in_the_manifest_if_a_person_just_wrote_it(event: dict[str, Any], name: str) -> None:
    assert message(**event).name == name


def test_redelivered_event_is_known_by_its_id_and_by_its_message() -> None:
    first = message()

    assert set(first.deliveries) & set(message(ts="2.0").deliveries)
    assert set(first.deliveries) & set(parse({"type": "event_callback", "event": message_json()}).deliveries)


def test_mention_and_the_message_that_it_stands_in_are_two_events() -> None:
    mention = parse({"type": "event_callback", "event_id": "Ev2", "event": {**message_json(), "type": "app_mention"}})

    assert not set(message().deliveries) & set(mention.deliveries)


def test_command_has_no_delivery_to_know_again() -> None:
    assert parse({"command": "/quicktake", "user_id": "U1"}).deliveries == ()


def test_numbered_button_is_known_by_its_name() -> None:
    pressed = parse({"type": "block_actions", "actions": [{"action_id": "show_article:3", "value": "v"}]})

    assert (pressed.kind, pressed.name, pressed.number, pressed.value) == ("action", "show_article", 3, "v")


def test_submitted_modal_tells_what_stands_in_it() -> None:
    values = {"reason": {"reason": {"selected_option": {"value": "wrong"}}}, "note": {"text": {"value": "hm"}}}
    view = {"callback_id": "feedback_reason", "private_metadata": "m", "state": {"values": values}}
    submitted = parse({"type": "view_submission", "user": {"id": "U1"}, "view": view})

    assert (submitted.kind, submitted.name, submitted.metadata) == ("view", "feedback_reason", "m")
    assert submitted.field("reason") == "wrong"
    assert submitted.field("text") == "hm"
    assert submitted.field("nothing") == ""


def message_json() -> dict[str, Any]:
    return {"type": "message", "channel": "C1", "ts": "1.0", "user": "U1", "channel_type": "channel"}


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
KEYS = (
    *("type", "command", "event", "event_id", "user", "user_id", "team", "team_id", "enterprise", "authorizations"),
    *(
        "channel",
        "channel_id",
        "actions",
        "action_id",
        "callback_id",
        "view",
        "state",
        "values",
        "container",
        "message",
    ),
    *("text", "ts", "thread_ts", "value", "links", "url", "files", "response_urls", "is_ext_shared_channel", "subtype"),
)
KINDS = ("event_callback", "block_actions", "block_suggestion", "view_submission", "shortcut", "message_action")


@given(
    st.dictionaries(st.sampled_from(KEYS), json | st.dictionaries(st.sampled_from(KEYS), json)), st.sampled_from(KINDS)
)
def test_anything_becomes_a_request(payload: dict[str, Any], kind: str) -> None:
    for sent in (payload, {**payload, "type": kind}):
        request = parse(sent)

        assert all(isinstance(text, str) for text in (request.name, request.user, request.channel, request.text))
        request.places, request.deliveries, request.key()


@pytest.mark.parametrize(
    "payload",
    [
        {"command": "/quicktake", "text": ","},
        {"type": "event_callback", "event": {"type": "message", "text": "<"}},
        {"type": "message_action", "message": {"text": ":"}},
        {"type": "block_actions", "actions": [{"value": "a"}]},
        {"type": "block_suggestion", "value": "a"},
        {
            "type": "view_submission",
            "view": {"private_metadata": "a", "state": {"values": {"a": {"a": {"value": "a"}}}}},
        },
    ],
)
def test_no_text_is_longer_than_a_question_can_be(payload: dict[str, Any]) -> None:
    request = parse(lengthen(payload))

    texts = (request.text, request.value, request.metadata, *dict(request.fields).values())
    assert max(map(len, texts)) == MOST_TEXT


def lengthen(payload: Any) -> Any:
    """The same with 40,000 times each text of one character."""
    match payload:
        case dict():
            return {key: lengthen(value) for key, value in payload.items()}
        case list():
            return [lengthen(one) for one in payload]
        case _:
            return payload * 40_000 if len(payload) == 1 else payload


@pytest.mark.parametrize("sent", [None, "", [], 3, {}, {"type": None}, {"type": []}])
def test_nonsense_is_of_no_kind(sent: Any) -> None:
    assert parse(sent).kind == "unknown"
