from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from bot import wording
from bot.aliases import Alias
from bot.cli.ask import ask
from bot.cli.evaluation import evaluate
from bot.cli.explain import explain
from bot.cli.insights import insights
from bot.cli.journal import journal
from bot.cli.new import new
from bot.cli.suggest import suggest
from bot.corpus.frontmatter import parse
from bot.errors import QuicktakeError
from bot.evaluate.questions import read
from bot.journal.events import Asked, Chosen, Event, NoneOfThese, Voted
from bot.journal.rows import Mode
from bot.journal.store import Journal
from bot.state.alias_decisions import AliasDecisions
from bot.store.database import Database

ANA, BEN = "U0ANA0001", "U0BEN0002"
SILENCE, GOALS = "/learn/listening/silence", "/learn/goals/set-goals"
TAUGHT = "why do you say nothing at all"


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def asked(question: str, user: str) -> Event:
    return Asked(question, user, now(), "command", "answer", (SILENCE,), 0.9, "1-abcdef0", 20.0)


EVENTS: tuple[Event, ...] = (
    *(asked(TAUGHT, user) for user in (ANA, BEN)),
    *(Chosen(TAUGHT, user, now(), SILENCE) for user in (ANA, BEN)),
    *(NoneOfThese("may I fly to the moon", user, now()) for user in (ANA, BEN)),
    Voted("how do I set goals?", ANA, now(), GOALS, is_helpful=False, reason="too short"),
)


def run(command: click.Command, *arguments: str) -> Result:
    result = CliRunner().invoke(command, arguments, catch_exceptions=False)

    assert result.exit_code == 0, result.output
    return result


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder after a day's work, where the commands look for it."""
    folder = tmp_path / "data"
    monkeypatch.setenv("QUICKTAKE_DATA_DIR", str(folder))
    recording = Journal.to_record(Database.in_folder(folder), folder, Mode.TEXT, 180, now)
    for event in EVENTS:
        recording.record(event)
    recording.close()
    return folder


@pytest.mark.usefixtures("data")
class TestJournal:
    def test_export_gives_every_event_without_user_ids(self) -> None:
        lines = run(journal, "export").stdout.splitlines()
        objects = [json.loads(line) for line in run(journal, "export", "--jsonl").stdout.splitlines()]

        assert len(list(csv.DictReader(lines))) == len(objects) == len(EVENTS)
        assert ANA not in "".join(lines)

    def test_forget_deletes_one_person(self) -> None:
        assert run(journal, "forget", ANA).stdout == "4 events deleted\n"
        assert run(journal, "forget", ANA).stdout == "0 events deleted\n"
        assert len(run(journal, "export", "--jsonl").stdout.splitlines()) == len(EVENTS) - 4

    def test_forget_everybody_leaves_nothing(self) -> None:
        run(journal, "forget", "--everybody")

        assert run(journal, "export", "--jsonl").stdout == ""

    @pytest.mark.parametrize("arguments", [[], ["--everybody", ANA]])
    def test_forget_wants_to_know_whom(self, arguments: list[str]) -> None:
        result = CliRunner().invoke(journal, ["forget", *arguments])

        assert result.exit_code == 2
        assert "Give either" in result.stderr

    def test_questions_can_be_evaluated(self, tmp_path: Path) -> None:
        file = tmp_path / "life.jsonl"
        file.write_text(run(journal, "questions").stdout)

        [question] = read([file])

        assert (question.query, question.relevant) == (TAUGHT, (SILENCE,))


def test_without_a_journal_there_is_a_clear_mistake() -> None:
    with pytest.raises(QuicktakeError, match="there is no journal"):
        run(journal, "export")


@pytest.mark.usefixtures("data")
class TestInsights:
    def test_says_what_is_asked_used_disliked_and_missing(self, corpus: Path) -> None:
        out = run(insights, "--corpus", str(corpus)).stdout

        assert "2 questions" in out
        assert "may I fly to the moon" in out
        assert "too short" in out
        assert "Never used" in out

    def test_json_keeps_its_contract(self, corpus: Path) -> None:
        found = json.loads(run(insights, "--corpus", str(corpus), "--json").stdout)

        assert list(found) == [
            *("since", "until", "questions", "outcomes", "votes", "helpful_rate", "escalated", "answered_by_people"),
            *("latency_ms", "popular", "unused", "disliked", "gaps", "weeks"),
        ]
        assert found["outcomes"] == {"answer": 2, "choices": 0, "none": 0}
        assert found["gaps"][0]["people"] == 2
        assert found["popular"][0]["times"] == 4


@pytest.mark.usefixtures("data")
class TestSuggest:
    def test_shows_the_evidence_and_what_would_change(self, corpus: Path, tmp_path: Path) -> None:
        labelled = tmp_path / "labelled.jsonl"
        labelled.write_text(json.dumps({"query": TAUGHT, "style": "life", "relevant": [SILENCE]}))

        out = run(suggest, "--corpus", str(corpus), "--questions", str(labelled)).stdout

        assert f"“{TAUGHT}” → " in out
        assert "meant by 2 people, 2 times; gains " in out
        assert "breaks 0" in out

    def test_apply_writes_the_alias_and_nothing_else(self, corpus: Path) -> None:
        before = {path: path.read_bytes() for path in corpus.rglob("*.md")}

        run(suggest, "--corpus", str(corpus), "--apply")

        changed = [path for path, content in before.items() if path.read_bytes() != content]
        assert [path.name for path in changed] == ["silence.md"]
        article = parse(changed[0].read_text(), changed[0]).article
        assert article is not None
        assert article.aliases[-1] == TAUGHT
        assert {path for path in corpus.rglob("*") if path.is_file() and path.name.startswith(".")} == set()
        assert wording.NOTHING_TO_SUGGEST in run(suggest, "--corpus", str(corpus)).stdout

    def test_patch_shows_it_and_writes_nothing(self, corpus: Path) -> None:
        before = {path: path.read_bytes() for path in corpus.rglob("*.md")}

        out = run(suggest, "--corpus", str(corpus), "--patch").stdout

        assert "--- a/corpus/listening/silence.md\n+++ b/corpus/listening/silence.md\n" in out
        assert f"\n+  - {TAUGHT}\n" in out
        assert before == {path: path.read_bytes() for path in corpus.rglob("*.md")}

    def test_what_an_admin_accepted_is_pending_until_it_is_written(self, corpus: Path, data: Path) -> None:
        AliasDecisions(Database.in_folder(data), now).accept(Alias(SILENCE, TAUGHT))

        out = run(suggest, "--corpus", str(corpus), "--apply").stdout

        assert f"Accepted, but not in the files yet:\n    “{TAUGHT}” → {SILENCE}" in out
        assert "accepted" not in run(suggest, "--corpus", str(corpus)).stdout

    def test_what_an_admin_accepted_is_known_to_commands_which_say_so(self, corpus: Path, data: Path) -> None:
        AliasDecisions(Database.in_folder(data), now).accept(Alias(SILENCE, TAUGHT))
        labelled = corpus.parent / "labelled.jsonl"
        labelled.write_text(json.dumps({"query": TAUGHT, "style": "journal", "relevant": [SILENCE]}) + "\n")

        answered = json.loads(run(ask, "--corpus", str(corpus), "--json", TAUGHT).stdout)
        explained = run(explain, "--corpus", str(corpus), TAUGHT)
        evaluated = run(evaluate, "--corpus", str(corpus), "--json", str(labelled))

        assert (answered["outcome"], answered["results"][0]["url"]) == ("answer", SILENCE)
        assert wording.accepted_besides(1) in explained.stdout
        assert wording.accepted_besides(1) in evaluated.stderr
        assert json.loads(evaluated.stdout)["overall"]["figures"]["p_at_1"]["value"] == 1.0

    def test_labelled_questions_show_what_would_be_gained_and_broken(self, corpus: Path) -> None:
        labelled = corpus.parent / "labelled.jsonl"
        labelled.write_text(json.dumps({"query": TAUGHT, "style": "journal", "relevant": [SILENCE]}) + "\n")
        gained = run(suggest, "--corpus", str(corpus), "--questions", str(labelled)).stdout
        labelled.write_text(json.dumps({"query": TAUGHT, "style": "journal", "relevant": []}) + "\n")
        broken = run(suggest, "--corpus", str(corpus), "--questions", str(labelled), "--apply").stdout

        assert "meant by 2 people, 2 times; gains 1, breaks 0" in gained
        assert "gains 0, breaks 1" in broken
        assert "written" not in broken

    def test_what_one_person_meant_is_kept_quiet(self, corpus: Path) -> None:
        run(journal, "forget", ANA)

        assert wording.NOTHING_TO_SUGGEST in run(suggest, "--corpus", str(corpus)).stdout
        assert TAUGHT in run(suggest, "--corpus", str(corpus), "--people", "1").stdout


class TestNew:
    def test_prints_a_file_to_fill_in(self) -> None:
        out = run(new, "--subject", "Travel", "--alias", "moon trips", "May", "I", "fly?").stdout

        article = parse(out + "Yes.", Path("new.md")).article
        assert article is not None
        assert (article.title, article.subject, article.aliases) == ("May I fly?", "Travel", ("moon trips",))

    def test_other_ways_people_asked_become_aliases(self, data: Path) -> None:
        recording = Journal.to_record(Database.in_folder(data), data, Mode.TEXT, 180, now)
        recording.record(NoneOfThese("can we fly to the moon today", BEN, now()))
        recording.close()

        out = run(new, "may I fly to the moon?").stdout

        assert "aliases:\n  - can we fly to the moon today\n---\n" in out

    def test_writes_it_into_the_corpus_but_over_nothing(self, corpus: Path) -> None:
        arguments = ["--subject", "Travel", "--into", str(corpus), "May I fly?"]
        run(new, *arguments)

        again = CliRunner().invoke(new, arguments)

        assert (corpus / "travel" / "may-i-fly.md").exists()
        assert again.exit_code == 1
        assert "is there already" in again.stderr
