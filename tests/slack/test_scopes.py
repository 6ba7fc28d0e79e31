"""The scopes are the truth: what the bot calls stands in one table, with what Slack's documentation asks for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
from bot.playground.methods import METHODS
from bot.slack.scopes import NEEDS, OPTIONAL_SCOPES, SCOPES, Feature, find_missing, switched_on

PACKAGE = Path(bot.__file__).parent
FAMILY = "(?:apps|assistant|auth|blocks|chat|conversations|files|pins|reactions|users|views)"
_METHOD = re.compile(rf"{FAMILY}(?:\.\w+)+")
_CALL = re.compile(rf"{FAMILY}_\w+")

# Web API method: the scopes that https://docs.slack.dev/reference/methods names for bot tokens, one of which is enough
DOCUMENTED = {
    "apps.connections.open": {"connections:write"},
    "assistant.threads.setSuggestedPrompts": {"assistant:write"},
    "auth.test": set(),
    "chat.delete": {"chat:write"},
    "chat.getPermalink": set(),
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.unfurl": {"links:write"},
    "chat.update": {"chat:write"},
    "conversations.history": {"channels:history", "groups:history", "im:history", "mpim:history"},
    "conversations.replies": {"channels:history", "groups:history", "im:history", "mpim:history"},
    "views.open": set(),
    "views.publish": set(),
    "views.update": set(),
}


def called() -> set[str]:
    """Every Web API method that the package calls, outside of the emulator: by name, or as slack_sdk spells it."""
    sources = [path for path in PACKAGE.rglob("*.py") if "playground" not in path.parts and path.name != "scopes.py"]
    return {name for path in sources for name in _called(ast.parse(path.read_text(encoding="utf-8")))}


def _called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr=name) if _CALL.fullmatch(name):
                yield name.replace("_", ".")
            case ast.Constant(value=str(name)) if _METHOD.fullmatch(name):
                yield name


METHODS_NEEDED = {need.what for need in NEEDS if _METHOD.fullmatch(need.what) and need.what in METHODS}


def test_table_lists_every_method_that_is_called_and_no_other() -> None:
    assert called() == METHODS_NEEDED


@pytest.mark.parametrize("method", sorted(METHODS_NEEDED))
def test_each_method_has_the_scopes_of_the_documentation(method: str) -> None:
    listed = {need.scope for need in NEEDS if need.what == method} - {""}

    assert listed <= DOCUMENTED[method]
    assert bool(listed) == bool(DOCUMENTED[method]) or METHODS[method].is_app_level


@pytest.mark.parametrize("method", sorted(METHODS_NEEDED))
def test_emulator_asks_for_the_scopes_of_the_documentation(method: str) -> None:
    assert set(METHODS[method].scopes) <= DOCUMENTED[method]


def test_no_block_shows_what_needs_a_scope() -> None:
    """A picture that was uploaded to Slack would need files:read; those of articles have an address."""
    sources = (path.read_text(encoding="utf-8") for path in (PACKAGE / "slack").rglob("*.py"))

    assert not any("slack_file" in source for source in sources)


def test_what_is_optional_is_needed_for_nothing_else() -> None:
    assert not SCOPES & OPTIONAL_SCOPES
    assert {need.feature for need in NEEDS if need.scope in OPTIONAL_SCOPES} == set(Feature) - {Feature.ANSWERS}


def test_nothing_is_missing_where_everything_is_granted() -> None:
    assert find_missing(SCOPES | OPTIONAL_SCOPES, Feature) == {}


@pytest.mark.parametrize(
    ("listens", "unfurls", "missing"),
    [
        (False, False, {Feature.PROMPTS: ("assistant:write",)}),
        (False, True, {Feature.PROMPTS: ("assistant:write",), Feature.UNFURLING: ("links:write",)}),
        (
            True,
            False,
            {Feature.PROMPTS: ("assistant:write",), Feature.LISTENING_IN_PRIVATE: ("groups:history",)},
        ),
    ],
)
def test_only_what_is_switched_on_can_miss_a_scope(
    listens: bool,
    unfurls: bool,
    missing: dict[Feature, tuple[str, ...]],
) -> None:
    granted = SCOPES | {"channels:history", "links:read"}

    assert find_missing(granted, switched_on(listens=listens, unfurls=unfurls)) == missing


def test_without_a_needed_scope_the_answers_are_what_is_missing() -> None:
    assert find_missing(SCOPES - {"chat:write"}, [Feature.ANSWERS]) == {Feature.ANSWERS: ("chat:write",)}
