"""The one list of settings: names, defaults and explanations.

``.env.example`` and the README's table are kept in step with it by a test. Pure: no I/O.
"""

from __future__ import annotations

from dataclasses import dataclass

SLACK_API_URL = "https://slack.com/api/"


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: its name, default as text (empty: none) and what it does, in one sentence."""

    name: str
    default: str
    explanation: str


SETTINGS = (
    Setting("SLACK_BOT_TOKEN", "", "Bot token (xoxb-…), from OAuth & Permissions; needed by `quicktake run`."),
    Setting("SLACK_APP_TOKEN", "", "App-level token (xapp-…) with connections:write; needed by `quicktake run`."),
    Setting("SLACK_API_URL", SLACK_API_URL, "Base URL of the Web API; only tests and the emulator change it."),
    Setting(
        "QUICKTAKE_CORPUS", "", "Folders, or git+https://…#branch:subfolder; by commas; default: the shipped corpus."
    ),
    Setting("QUICKTAKE_SYNONYMS", "", "YAML file of synonyms besides the articles' own; default: the shipped one."),
    Setting("QUICKTAKE_QUESTIONS", "", "Labelled questions (JSON Lines) that reloads try; default: the shipped ones."),
    Setting("QUICKTAKE_SITE_URL", "", "Site that the articles' relative urls belong to; without it they get no link."),
    Setting("QUICKTAKE_ADMINS", "", "Slack user ids, separated by commas, who may use reload and status."),
    Setting("QUICKTAKE_WATCH", "off", "on: changed files are staged (or reloaded) by themselves once they settle."),
    Setting("QUICKTAKE_RELOAD", "preview", "preview: a reload waits for Activate; direct: it answers at once."),
    Setting("QUICKTAKE_DATA_DIR", "~/.quicktake", "Folder for what the bot keeps between starts; made when missing."),
    Setting("QUICKTAKE_LANGUAGE", "english", "Language of the articles: the name of a Snowball stemmer."),
    Setting(
        "QUICKTAKE_SEMANTIC", "auto", "Search by meaning, too: auto (if a model is at hand), a model's name, or off."
    ),
    Setting("QUICKTAKE_MODEL_DIR", "", "Folder with a sentence-embedding model (ONNX) for it; nothing is downloaded."),
    Setting("QUICKTAKE_ANSWER_AT", "", "Confidence in [0, 1] from which one article is answered; default: calibrated."),
    Setting("QUICKTAKE_CHOICES_AT", "", "Confidence in [0, 1] from which choices are offered; default: calibrated."),
    Setting("QUICKTAKE_RATE_LIMIT", "30", "How many times a minute one person is served; 0 for no limit."),
    Setting("QUICKTAKE_SERVE_OUTSIDERS", "off", "on: people of other organisations (Slack Connect) are answered too."),
    Setting(
        "QUICKTAKE_FOLLOW_THREADS", "off", "on: follow-ups in threads need no new mention (docs/slack.md: scopes)."
    ),
    Setting("QUICKTAKE_UNFURL", "off", "on: an article's address that is posted shows its excerpt (docs/slack.md)."),
    Setting("QUICKTAKE_EXPERT_CHANNEL", "", "Channel id; “Ask a person” posts questions there. Invite the bot to it."),
    Setting("QUICKTAKE_DIGEST_CHANNEL", "", "Channel id; a weekly digest is posted there. Invite the bot to it."),
    Setting("QUICKTAKE_JOURNAL", "text", "What is recorded: text (questions, masked), counts (no questions) or off."),
    Setting("QUICKTAKE_JOURNAL_DAYS", "180", "How many days recorded events are kept; 0 for ever."),
    Setting("QUICKTAKE_LOG_LEVEL", "INFO", "How much is logged: DEBUG, INFO, WARNING or ERROR."),
)
NAMES = frozenset(setting.name for setting in SETTINGS)
DEFAULTS = {setting.name: setting.default for setting in SETTINGS}
