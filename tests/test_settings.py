from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import environment, read, unknown_names
from bot.settings.shipped import shipped_corpus

TOKENS = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}


def test_defaults_serve_the_shipped_corpus() -> None:
    settings = read({})

    assert settings.corpus == (shipped_corpus(),)
    assert settings.synonyms == shipped_corpus() / "synonyms.yml"
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.answer_at is None


def test_every_problem_is_reported_at_once() -> None:
    environ = {
        "QUICKTAKE_ADMINS": "anna",
        "QUICKTAKE_ANSWER_AT": "2",
        "QUICKTAKE_LANGUAGE": "klingon",
        "QUICKTAKE_LOG_LEVEL": "loud",
        "QUICKTAKE_SITE_URL": "learn.example.com",
        "SLACK_API_URL": "slack",
    }

    with pytest.raises(SettingsError) as mistakes:
        read(environ, for_slack=True)

    named = {problem.split(":")[0] for problem in mistakes.value.problems}
    assert named == {*environ, "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"}


def test_tokens_are_needed_only_for_slack() -> None:
    assert read({}).bot_token == ""
    assert read(TOKENS, for_slack=True).app_token == "xapp-1"


def test_swapped_tokens_are_told_apart() -> None:
    swapped = {"SLACK_BOT_TOKEN": "xapp-1", "SLACK_APP_TOKEN": "xoxb-1"}

    with pytest.raises(SettingsError, match="belongs in SLACK_APP_TOKEN") as mistakes:
        read(swapped)

    assert len(mistakes.value.problems) == 2


def test_tokens_stay_out_of_the_repr() -> None:
    assert "xoxb-1" not in repr(read(TOKENS))


def test_lists_are_split_at_commas() -> None:
    settings = read({"QUICKTAKE_CORPUS": "one, two", "QUICKTAKE_ADMINS": "U1, U2,"})

    assert settings.corpus == (Path("one"), Path("two"))
    assert settings.admins == {"U1", "U2"}


def test_files_that_are_missing_are_no_mistake_of_the_settings() -> None:
    settings = read({"QUICKTAKE_CORPUS": "gone", "QUICKTAKE_SYNONYMS": "gone.yml", "QUICKTAKE_QUESTIONS": "gone.jsonl"})

    assert (settings.corpus, settings.synonyms, settings.questions) == (
        (Path("gone"),),
        Path("gone.yml"),
        Path("gone.jsonl"),
    )


def test_choices_may_not_need_more_confidence_than_answers() -> None:
    with pytest.raises(SettingsError, match="QUICKTAKE_CHOICES_AT"):
        read({"QUICKTAKE_ANSWER_AT": "0.4", "QUICKTAKE_CHOICES_AT": "0.5"})


@pytest.mark.parametrize("value", ["0", "1", "0.5", ".5", "1.0"])
def test_confidences_are_numbers_from_0_to_1(value: str) -> None:
    assert read({"QUICKTAKE_CHOICES_AT": value}).choices_at == float(value)


def test_site_url_loses_its_last_slash() -> None:
    assert read({"QUICKTAKE_SITE_URL": "https://learn.example.com/"}).site_url == "https://learn.example.com"


def test_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / ".env"
    file.write_text("QUICKTAKE_ADMINS=U1\nQUICKTAKE_LANGUAGE=german\n")
    monkeypatch.setenv("QUICKTAKE_ADMINS", "U2")

    environ = environment(file)

    assert (environ["QUICKTAKE_ADMINS"], environ["QUICKTAKE_LANGUAGE"]) == ("U2", "german")


def test_misspelled_names_are_found() -> None:
    assert unknown_names({"QUICKTAKE_ADMIN": "U1", "QUICKTAKE_ADMINS": "U1", "PATH": ""}) == ("QUICKTAKE_ADMIN",)
