"""The app as its manifest describes it, installed in the workspace.

An edge: reads ``app_manifest.yml``. What the bot believes of itself plays no part: what the manifest lacks is lacking
here as it would be in Slack. https://docs.slack.dev/reference/app-manifest
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from bot.playground.model import Installation, Json, Shortcut
from bot.settings.shipped import shipped_manifest


def installed(
    *, granting: Collection[str] | None = None, unfurl_domain: str = "", file: Path | None = None
) -> Installation:
    """Install the app in the workspace.

    Args:
        granting: which of the optional scopes whoever installs it grants; all of them unless given.
        unfurl_domain: the site whose addresses are unfurled, which every team fills in for itself.
        file: the manifest; the shipped one unless given.
    """
    manifest = _read(file or shipped_manifest())
    features, scopes = manifest["features"], manifest["oauth_config"]["scopes"]
    optional: list[str] = scopes.get("bot_optional", [])
    return Installation(
        scopes=(*scopes["bot"], *(scope for scope in optional if granting is None or scope in granting)),
        events=tuple(manifest["settings"]["event_subscriptions"]["bot_events"]),
        shortcuts=tuple(
            Shortcut(one["name"], one["callback_id"], is_on_message=one["type"] == "message")
            for one in features["shortcuts"]
        ),
        commands=tuple(one["command"] for one in features["slash_commands"]),
        unfurl_domains=tuple(filter(None, [*features.get("unfurl_domains", []), unfurl_domain])),
        has_home_tab=features["app_home"]["home_tab_enabled"],
        has_messages_tab=features["app_home"]["messages_tab_enabled"],
    )


@cache
def _read(file: Path) -> Json:
    import yaml  # noqa: PLC0415  (heavy, and --help needs no workspace)

    manifest: Json = yaml.safe_load(file.read_text(encoding="utf-8"))
    return manifest
