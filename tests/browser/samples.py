"""Blocks of every kind, as an app may send them."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(text: str, value: str = "") -> Json:
    return {"text": plain(text), "value": value or text.lower()}


def section(*elements: Json) -> Json:
    return {"type": "rich_text_section", "elements": list(elements)}


def words(text: str, **style: bool) -> Json:
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def bullets(style: str, indent: int, *items: str, **more: Any) -> Json:
    return {
        "type": "rich_text_list",
        "style": style,
        "indent": indent,
        "elements": [section(words(i)) for i in items],
    } | more


NESTED: Json = {
    "type": "rich_text",
    "elements": [
        bullets("ordered", 0, "first", "second"),
        bullets("bullet", 1, "inner one", "inner two"),
        bullets("bullet", 2, "innermost"),
        bullets("ordered", 0, "third", offset=2),
        {"type": "rich_text_quote", "elements": [words("quoted")]},
        {"type": "rich_text_preformatted", "elements": [words("a = 1\nb = 2")]},
        section(
            words("bold", bold=True),
            words(" and "),
            words("code", code=True),
            {"type": "link", "url": "https://learn.example.com/x", "text": "a link"},
            {"type": "user", "user_id": "U0ADMIN"},
            {"type": "broadcast", "range": "channel"},
            words("<b>not bold</b> *nor this* :tada:"),
        ),
    ],
}
TRAP: Json = {
    "type": "rich_text",
    "elements": [section({"type": "link", "url": "javascript:alert(1)", "text": "a trap"})],
}
TABLE: Json = {
    "type": "table",
    "rows": [
        [{"type": "raw_text", "text": "Model"}, {"type": "raw_text", "text": "Steps"}],
        [{"type": "raw_text", "text": "GROW"}, {"type": "rich_text", "elements": [section(words("4", bold=True))]}],
    ],
    "column_settings": [{"align": "left"}, {"align": "right"}],
}
PICTURE: Json = {"type": "image", "image_url": "https://learn.example.com/p.png", "alt_text": "A wheel of eight parts"}
VIDEO: Json = {
    "type": "video",
    "title": plain("How to listen"),
    "alt_text": "Somebody listens",
    "video_url": "https://learn.example.com/v.mp4",
    "thumbnail_url": "https://learn.example.com/t.png",
}
FEEDBACK: Json = {
    "type": "context_actions",
    "elements": [
        {
            "type": "feedback_buttons",
            "action_id": "feedback",
            "positive_button": {"text": plain("Helpful"), "value": "up", "accessibility_label": "This helped"},
            "negative_button": {
                "text": plain("Not helpful"),
                "value": "down",
                "accessibility_label": "This did not help",
            },
        }
    ],
}
CHOOSING: Json = {
    "type": "actions",
    "elements": [
        {
            "type": "static_select",
            "action_id": "subject",
            "placeholder": plain("Subject"),
            "options": [option("Goals"), option("Listening")],
        },
        {
            "type": "external_select",
            "action_id": "find",
            "placeholder": plain("Find an article"),
            "min_query_length": 1,
        },
        {"type": "overflow", "action_id": "more", "options": [option("Archive"), option("Copy link")]},
        {
            "type": "button",
            "action_id": "delete",
            "text": plain("Delete"),
            "style": "danger",
            "confirm": {
                "title": plain("Delete it?"),
                "text": plain("It cannot be brought back."),
                "confirm": plain("Delete it"),
                "deny": plain("Keep it"),
            },
        },
    ],
}
MRKDWN: Json = {
    "type": "section",
    "text": {
        "type": "mrkdwn",
        "text": "*Bold*, _italic_ &amp; `code` for <@U0PERSON> in <#C0GENERAL|general>: <https://learn.example.com|read>",
    },
    "fields": [plain("One field"), plain("Another field")],
}
MODAL: Json = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("What was wrong?"),
    "submit": plain("Send"),
    "close": plain("Cancel"),
    "blocks": [
        {
            "type": "input",
            "block_id": "reason",
            "label": plain("Reason"),
            "element": {
                "type": "radio_buttons",
                "action_id": "why",
                "options": [option("Outdated"), option("Unclear")],
            },
        },
        {
            "type": "input",
            "block_id": "comment",
            "label": plain("Comment"),
            "hint": plain("A sentence is enough."),
            "element": {"type": "plain_text_input", "action_id": "text", "multiline": True},
        },
        {"type": "actions", "elements": [{"type": "button", "action_id": "push", "text": plain("Look closer")}]},
    ],
}
DEEPER: Json = {
    "type": "modal",
    "title": plain("Closer"),
    "close": plain("Back"),
    "blocks": [NESTED | {"block_id": "n"}],
}
HOME: Json = {
    "type": "home",
    "blocks": [
        {"type": "header", "text": plain("Welcome")},
        {
            "type": "section",
            "text": plain("Ask me anything."),
            "accessory": {"type": "button", "action_id": "ask", "text": plain("Ask")},
        },
    ],
}
