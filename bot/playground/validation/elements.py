"""Block elements: what people operate (https://docs.slack.dev/reference/block-kit/block-elements).

Pure: no I/O.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.playground.validation.objects import (
    ACTION_ID,
    CONFIRM,
    OPTION,
    OPTION_GROUP,
    OVERFLOW_OPTION,
    RICH_OPTION,
    any_text,
    plain_text,
)
from bot.playground.validation.rules import (
    Check,
    Violation,
    array,
    boolean,
    exactly_one_of,
    in_turn,
    integer,
    literal,
    record,
    text,
    url,
)

_FEEDBACK_BUTTON = record(
    {"text": plain_text(75), "value": text(2_000)},
    {"accessibility_label": text(75)},
)
_OPERATED: Mapping[str, Check] = {"action_id": ACTION_ID, "confirm": CONFIRM, "focus_on_load": boolean}
_PLACEHELD: Mapping[str, Check] = {**_OPERATED, "placeholder": plain_text(150)}
_SELECT: Mapping[str, Check] = {**_PLACEHELD, "initial_option": OPTION}
_MULTI: Mapping[str, Check] = {**_PLACEHELD, "max_selected_items": integer(1, 100)}
_MULTI_OPTIONS: Mapping[str, Check] = {**_MULTI, "initial_options": array(OPTION, 100)}
_CHOICES: Mapping[str, Check] = {"options": array(OPTION, 100), "option_groups": array(OPTION_GROUP, 100)}
_DISPATCH = record(
    {"trigger_actions_on": array(literal("on_enter_pressed", "on_character_entered"), 2)},
)


def _anything(_value: object, _pointer: str) -> Iterator[Violation]:
    yield from ()


def _initial_is_an_option(value: object, pointer: str) -> Iterator[Violation]:
    if not isinstance(value, dict) or "initial_option" not in value:
        return
    groups = value.get("option_groups", [])
    options = [*value.get("options", []), *(option for group in groups for option in group.get("options", []))]
    if value["initial_option"] not in options:
        yield Violation(f"{pointer}/initial_option", "must match exactly one of the options")


def _lengths_agree(value: object, pointer: str) -> Iterator[Violation]:
    if not isinstance(value, dict):
        return
    low, high = value.get("min_length"), value.get("max_length")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        yield Violation(pointer, "min_length must not be greater than max_length")


BUTTON = record(
    {"text": plain_text(75)},
    {
        "action_id": ACTION_ID,
        "url": url(),
        "value": text(2_000),
        "style": literal("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": text(75),
    },
)
ICON_BUTTON = record(
    {"icon": literal("trash"), "text": plain_text(75)},
    {
        "action_id": ACTION_ID,
        "value": text(2_000),
        "confirm": CONFIRM,
        "accessibility_label": text(75),
        "visible_to_user_ids": array(text(255), 100),
    },
)
FEEDBACK_BUTTONS = record(
    {"positive_button": _FEEDBACK_BUTTON, "negative_button": _FEEDBACK_BUTTON},
    {"action_id": ACTION_ID},
)
IMAGE = in_turn(
    record({"alt_text": text(2_000)}, {"image_url": url(), "slack_file": _anything}),
    exactly_one_of("image_url", "slack_file"),
)
OVERFLOW = record({"options": array(OVERFLOW_OPTION, 5)}, {"action_id": ACTION_ID, "confirm": CONFIRM})
STATIC_SELECT = in_turn(
    record({}, {**_SELECT, **_CHOICES}), exactly_one_of("options", "option_groups"), _initial_is_an_option
)
MULTI_STATIC_SELECT = in_turn(record({}, {**_MULTI_OPTIONS, **_CHOICES}), exactly_one_of("options", "option_groups"))
CHECKBOXES = record({"options": array(RICH_OPTION, 10)}, {**_OPERATED, "initial_options": array(RICH_OPTION, 10)})
RADIO_BUTTONS = in_turn(
    record({"options": array(RICH_OPTION, 10)}, {**_OPERATED, "initial_option": RICH_OPTION}),
    _initial_is_an_option,
)
PLAIN_TEXT_INPUT = in_turn(
    record(
        {},
        {
            "action_id": ACTION_ID,
            "placeholder": plain_text(150),
            "initial_value": text(3_000),
            "multiline": boolean,
            "min_length": integer(0, 3_000),
            "max_length": integer(1, 3_000),
            "dispatch_action_config": _DISPATCH,
            "focus_on_load": boolean,
        },
    ),
    _lengths_agree,
)
_MIN_QUERY = {"min_query_length": integer(0, 100)}  # 0: asked at once (slackapi/java-slack-sdk issue 879)
_CONVERSATION = {"response_url_enabled": boolean, "filter": _anything, "default_to_current_conversation": boolean}


def _typed(initial: str, check: Check) -> Check:
    return record({}, {**_PLACEHELD, initial: check, "dispatch_action_config": _DISPATCH})


SELECTS: Mapping[str, Check] = {
    "static_select": STATIC_SELECT,
    "external_select": record({}, {**_SELECT, **_MIN_QUERY}),
    "users_select": record({}, {**_PLACEHELD, "initial_user": text(255)}),
    "channels_select": record({}, {**_PLACEHELD, "initial_channel": text(255), "response_url_enabled": boolean}),
    "conversations_select": record({}, {**_PLACEHELD, "initial_conversation": text(255), **_CONVERSATION}),
    "multi_static_select": MULTI_STATIC_SELECT,
    "multi_external_select": record({}, {**_MULTI_OPTIONS, **_MIN_QUERY}),
    "multi_users_select": record({}, {**_MULTI, "initial_users": array(text(255), 100)}),
    "multi_channels_select": record({}, {**_MULTI, "initial_channels": array(text(255), 100)}),
    "multi_conversations_select": record(
        {}, {**_MULTI, "initial_conversations": array(text(255), 100), **_CONVERSATION}
    ),
    "datepicker": record({}, {**_PLACEHELD, "initial_date": text(10, 10)}),
    "timepicker": record({}, {**_PLACEHELD, "initial_time": text(5, 5), "timezone": text(255)}),
    "datetimepicker": record({}, {**_OPERATED, "initial_date_time": integer(10**9, 10**10 - 1)}),
    "checkboxes": CHECKBOXES,
    "radio_buttons": RADIO_BUTTONS,
}
IN_ACTIONS: Mapping[str, Check] = {"button": BUTTON, "overflow": OVERFLOW, **SELECTS}
IN_SECTION: Mapping[str, Check] = {**IN_ACTIONS, "image": IMAGE}
IN_INPUT: Mapping[str, Check] = {
    **SELECTS,
    "plain_text_input": PLAIN_TEXT_INPUT,
    "email_text_input": _typed("initial_value", text(3_000)),
    "url_text_input": _typed("initial_value", text(3_000)),
    "number_input": record(
        {"is_decimal_allowed": boolean},
        {**_PLACEHELD, "initial_value": text(255), "min_value": text(255), "max_value": text(255)},
    ),
    "rich_text_input": _typed("initial_value", _anything),
}
IN_CONTEXT_ACTIONS: Mapping[str, Check] = {"feedback_buttons": FEEDBACK_BUTTONS, "icon_button": ICON_BUTTON}
IN_CONTEXT: Mapping[str, Check] = {
    "image": IMAGE,
    "mrkdwn": any_text(3_000),
    "plain_text": any_text(3_000),
}
