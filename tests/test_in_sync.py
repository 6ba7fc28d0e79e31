"""Documents and code say the same: .env.example, README, manifest, listeners, versions."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

import bot
from bot import wording
from bot.cli import COMMANDS, quicktake
from bot.settings import SETTINGS
from bot.settings.declaration import Setting
from bot.slack.conversations import ROUTES
from bot.slack.routes import QUESTION, Route
from bot.slack.scopes import NEEDS, OPTIONAL_SCOPES, SCOPES, Feature

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SLACK_DOCUMENT = (ROOT / "docs/slack.md").read_text(encoding="utf-8")
MANIFEST_TEXT = (ROOT / "app_manifest.yml").read_text(encoding="utf-8")
MANIFEST: dict[str, Any] = yaml.safe_load(MANIFEST_TEXT)
BOT_EVENTS: list[str] = MANIFEST["settings"]["event_subscriptions"]["bot_events"]

# what the code listens to, of each kind
LISTENED = {kind: {one.name for one in ROUTES if one.kind == kind} for kind in {one.kind for one in ROUTES}}
SUBCOMMANDS = LISTENED["command"] - {QUESTION}

# event: the scope that Slack asks for
EVENTS = {need.what: need.scope for need in NEEDS if need.what in BOT_EVENTS}


def test_env_example_explains_every_setting_in_order() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")

    assert re.findall(r"^#? ?([A-Z_]+)=", text, re.MULTILINE) == [setting.name for setting in SETTINGS]
    for setting in SETTINGS:
        assert f"# {setting.help}{f' (docs/{setting.page})' if setting.page else ''}\n" in text, setting.name
        assert re.search(rf"^#? ?{setting.name}={re.escape(setting.default)}$", text, re.MULTILINE), setting.name


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_readme_lists_every_setting(setting: Setting) -> None:
    default = f"`{setting.default}`" if setting.default else "–"
    more = f" [More](docs/{setting.page})" if setting.page else ""

    assert f"| `{setting.name}` | {default} | {setting.help}{more} |" in README


@pytest.mark.parametrize("setting", [one for one in SETTINGS if one.page], ids=lambda setting: setting.name)
def test_the_page_that_a_setting_names_speaks_of_it(setting: Setting) -> None:
    assert setting.name in (ROOT / "docs" / setting.page).read_text(encoding="utf-8")


def test_readme_names_every_command_of_the_command_line() -> None:
    commands = set(re.findall(r"`quicktake ([a-z]+)", README))

    assert commands == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_lists_each_command_in_its_own_words(name: str) -> None:
    assert COMMANDS[name][1] == (command(name).help or "").partition("\n")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_readme_shows_each_commands_options(name: str) -> None:
    options = [option for option in command(name).params if isinstance(option, click.Option)]
    row = next(line for line in README.splitlines() if line.startswith(f"| `quicktake {name}"))

    for option in options:
        assert option.opts[0] in row


def test_readme_names_every_make_target_it_promises() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert set(re.findall(r"`make ([a-z-]+)`", README)) <= targets
    assert {"play", "test"} <= set(re.findall(r"make ([a-z-]+)", README))


def test_every_subcommand_in_the_table_leads_somewhere() -> None:
    aliases = {one.alias for one in wording.SUBCOMMANDS.values()} - {None}

    assert {*wording.SUBCOMMANDS, *aliases} == SUBCOMMANDS


def test_changelog_knows_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"## {bot.__version__}" in changelog


def test_contributing_justifies_every_runtime_dependency_and_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.split(r"[<>=\[]", one)[0] for one in wanted}
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| `([\w-]+)` \|", contributing, re.MULTILINE)) == names


def test_documents_show_every_screenshot_and_no_other() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {name for one in documents for name in re.findall(r"screenshots/([\w-]+\.png)", one.read_text("utf-8"))}

    assert shown == {path.name for path in (ROOT / "docs/screenshots").glob("*.png")}


def test_pins_carry_hashes_and_no_address() -> None:
    for file in ROOT.glob("requirements*.txt"):
        text = file.read_text(encoding="utf-8")

        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "--index" not in text


class TestManifest:
    def test_scopes_are_those_the_code_needs(self) -> None:
        assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == SCOPES

    def test_optional_scopes_are_those_the_code_can_use(self) -> None:
        assert set(MANIFEST["oauth_config"]["scopes"]["bot_optional"]) == OPTIONAL_SCOPES

    def test_every_event_is_listened_to_and_its_scope_is_known(self) -> None:
        assert set(BOT_EVENTS) == LISTENED["event"]
        assert set(EVENTS) == set(BOT_EVENTS)

    def test_every_command_is_listened_to(self) -> None:
        commands = {command["command"] for command in MANIFEST["features"]["slash_commands"]}

        assert commands == {wording.COMMAND}

    def test_every_shortcut_is_listened_to(self) -> None:
        shortcuts = {shortcut["callback_id"] for shortcut in MANIFEST["features"].get("shortcuts", [])}

        assert shortcuts == LISTENED["shortcut"]
        assert all(len(one["name"]) <= 24 for one in MANIFEST["features"]["shortcuts"])

    def test_texts_are_within_slacks_limits(self) -> None:
        about, features = MANIFEST["display_information"], MANIFEST["features"]
        agent = features["agent_view"]

        assert len(about["name"]) <= 35
        assert len(about["description"]) <= 140
        assert 175 <= len(about["long_description"]) <= 4000
        assert len(features["bot_user"]["display_name"]) <= 80
        assert len(agent["agent_description"]) <= 300
        assert len(agent["suggested_prompts"]) <= 4
        assert all(set(prompt) == {"title", "message"} for prompt in agent["suggested_prompts"])
        for command in features["slash_commands"]:
            assert len(command["description"]) <= 2000
            assert len(command["usage_hint"]) <= 1000

    def test_uses_the_agent_messaging_experience_and_socket_mode(self) -> None:
        assert "assistant_view" not in MANIFEST["features"]
        assert MANIFEST["settings"]["socket_mode_enabled"] is True
        assert MANIFEST["settings"]["interactivity"]["is_enabled"] is True
        assert MANIFEST["_metadata"] == {"major_version": 2, "minor_version": 1}

    def test_names_no_address_since_socket_mode_needs_none(self) -> None:
        assert "_url:" not in MANIFEST_TEXT


class TestSlackDocument:
    """docs/slack.md lists all there is and nothing else; each heading has one table, whose first column names it."""

    def test_lists_every_subcommand_and_which_are_for_admins(self) -> None:
        commands = [one for one in ROUTES if isinstance(one, Route) and one.kind == "command"]

        assert listed("Commands") == {f"{wording.COMMAND} {one.name}".strip() for one in commands}
        for line in table("Commands"):
            for name in re.findall(rf"`{wording.COMMAND} ?([^`]*)`", line.split("|")[1]):
                assert all(one.is_for_admins == ("for admins" in line) for one in commands if one.name == name), name

    def test_lists_every_shortcut(self) -> None:
        assert listed("Shortcuts") == LISTENED["shortcut"]

    def test_lists_every_event_with_its_scope(self) -> None:
        assert listed("Events") == set(BOT_EVENTS)
        for line in table("Events"):
            scope = EVENTS[re.findall(r"`([^`]+)`", line)[0]]
            assert not scope or f"`{scope}`" in line

    def test_lists_every_button_select_and_modal(self) -> None:
        assert listed("Buttons, selects and modals") == LISTENED["action"] | LISTENED["view"] | LISTENED["options"]

    def test_says_of_every_scope_what_it_is_for_and_who_may_leave_it_out(self) -> None:
        assert listed("Scopes") == SCOPES | OPTIONAL_SCOPES
        for line in table("Scopes"):
            _, scope, feature, used_by, _ = (cell.strip() for cell in line.split("|"))
            needs = [need for need in NEEDS if need.scope == scope.strip("*`")]
            assert feature == needs[0].feature.value
            assert re.findall(r"`([^`]+)`", used_by) == [need.what for need in needs if need.scope != "commands"]
            assert scope.startswith("*") == (needs[0].feature is not Feature.ANSWERS)

    def test_marks_optional_scopes_wherever_it_names_them(self) -> None:
        tables = [line for line in SLACK_DOCUMENT.splitlines() if line.startswith("| ")]
        for scope in OPTIONAL_SCOPES:
            assert all(f"*`{scope}`*" in line for line in tables if f"`{scope}`" in line)


def command(name: str) -> click.Command:
    found = quicktake.get_command(click.Context(quicktake), name)
    assert found
    return found


def table(heading: str) -> list[str]:
    """The rows of the table under a heading of docs/slack.md."""
    section = SLACK_DOCUMENT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith(("| `", "| *`"))]


def listed(heading: str) -> set[str]:
    """What the first column of that table names."""
    return {name for line in table(heading) for name in re.findall(r"`([^`]+)`", line.split("|")[1])}
