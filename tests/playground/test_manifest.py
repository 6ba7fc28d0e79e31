"""The workspace installs the app that the manifest describes, whatever the bot believes of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.playground.manifest import installed
from bot.playground.model import Json, Shortcut

MANIFEST: Json = {
    "features": {
        "app_home": {"home_tab_enabled": False, "messages_tab_enabled": True},
        "shortcuts": [
            {"name": "Look it up", "type": "message", "callback_id": "look_up"},
            {"name": "Browse", "type": "global", "callback_id": "browse"},
        ],
        "slash_commands": [{"command": "/ask"}],
        "unfurl_domains": ["learn.example.com"],
    },
    "oauth_config": {"scopes": {"bot": ["chat:write"], "bot_optional": ["links:read", "links:write"]}},
    "settings": {"event_subscriptions": {"bot_events": ["app_mention", "link_shared"]}},
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "manifest.yml"
    path.write_text(yaml.safe_dump(MANIFEST), encoding="utf-8")
    return path


def test_app_gets_what_its_manifest_says(file: Path) -> None:
    app = installed(file=file)

    assert (app.commands, app.events) == (("/ask",), ("app_mention", "link_shared"))
    assert app.shortcuts == (
        Shortcut("Look it up", "look_up", is_on_message=True),
        Shortcut("Browse", "browse", is_on_message=False),
    )
    assert (app.has_home_tab, app.has_messages_tab) == (False, True)
    assert app.unfurl_domains == ("learn.example.com",)


@pytest.mark.parametrize(
    ("granting", "scopes"),
    [
        (None, ("chat:write", "links:read", "links:write")),
        ((), ("chat:write",)),
        ({"links:read", "admin"}, ("chat:write", "links:read")),
    ],
)
def test_optional_scopes_are_granted_by_whoever_installs_the_app(
    file: Path, granting: tuple[str, ...] | None, scopes: tuple[str, ...]
) -> None:
    assert installed(granting=granting, file=file).scopes == scopes


def test_manifest_without_optional_scopes_asks_for_none(file: Path) -> None:
    scopes = {"scopes": {"bot": ["chat:write"]}}
    file.write_text(yaml.safe_dump({**MANIFEST, "oauth_config": scopes}), encoding="utf-8")

    assert installed(file=file).scopes == ("chat:write",)


def test_site_of_the_team_is_unfurled_besides(file: Path) -> None:
    assert installed(unfurl_domain="wiki.example.org", file=file).unfurl_domains == (
        "learn.example.com",
        "wiki.example.org",
    )
