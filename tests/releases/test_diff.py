from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.answerer import Thresholds
from bot.model import Article, Decision, Hit, Release
from bot.releases.diff import Pair, changed_reply, compare, questions_of
from bot.releases.folder import ReleaseError, ReleaseFolder
from bot.releases.indexing import recipe
from bot.settings import read
from tests.corpus.samples import write_article

NOUNS = ("silence", "goal", "trust", "pause", "contract", "doubt", "courage", "light", "humour", "distance")

A, B, C = (Article(f"/{name}", name.upper(), "Answer.") for name in "abc")
NOTHING = Decision("none", ())


def answer(article: Article, confidence: float = 0.9) -> Decision:
    return Decision("answer", (Hit(article, confidence),))


def choices(*articles: Article) -> Decision:
    return Decision("choices", tuple(Hit(article, 0.5) for article in articles))


def test_another_article_or_outcome_is_a_difference() -> None:
    assert changed_reply("Why?", answer(A), answer(B))
    assert changed_reply("Why?", answer(A), choices(A, B))
    assert changed_reply("Why?", choices(A, B), choices(A))
    assert changed_reply("Why?", NOTHING, answer(A))


def test_the_same_articles_in_another_order_or_with_another_confidence_are_none() -> None:
    assert not changed_reply("Why?", answer(A), answer(A, 0.7))
    assert not changed_reply("Why?", choices(A, B), choices(B, A))
    assert not changed_reply("Why?", NOTHING, NOTHING)


def test_only_an_answer_can_be_lost() -> None:
    lost, moved, missed = (
        changed_reply("Why?", *pair)
        for pair in ((answer(A), NOTHING), (answer(A), choices(A, B)), (choices(A, B), NOTHING))
    )

    assert lost
    assert moved
    assert missed
    assert (lost.is_loss, moved.is_loss, missed.is_loss) == (True, False, False)
    assert (moved.before, moved.after, lost.after) == ("A", "2 choices, first A", "no answer")


def test_choices_are_told_apart_by_what_only_one_reply_has() -> None:
    exchanged = changed_reply("Why?", choices(A, B), choices(A, C))
    fewer = changed_reply("Why?", choices(A, B), choices(A))

    assert exchanged
    assert fewer
    assert (exchanged.before, exchanged.after) == ("2 choices, among them B", "2 choices, among them C")
    assert (fewer.before, fewer.after) == ("2 choices, among them B", "1 choice")


def test_every_name_of_an_article_is_asked_once() -> None:
    article = Article("/a", "What is it?", "Answer.", question="What is it?", aliases=("it", "that"))

    assert questions_of([article, A]) == ("What is it?", "it", "that", "A")


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Two releases of three hundred articles, of which one is gone, one new and one changed."""
    folder = tmp_path_factory.mktemp("corpus")
    for number in range(300):
        write_article(
            folder, f"{number}.md", title=f"What is {NOUNS[number % 10]} {NOUNS[number // 10 % 10]} {number}?"
        )
    settings = replace(read({}), corpus=(folder,), data_dir=tmp_path_factory.mktemp("data"))
    releases = ReleaseFolder(settings.data_dir / "releases", recipe(settings))
    releases.activate(releases.stage().release)
    (folder / "7.md").unlink()
    (folder / "9.md").unlink()
    write_article(folder, "deep/9.md", title="What is distance silence 9?", url="/9.md")  # only its file has moved
    write_article(folder, "8.md", title="What is a laser question?")
    write_article(folder, "new.md", title="Who pays the coach?")
    serving = releases.active()
    assert serving
    return Pair(releases, serving, releases.stage().release, Thresholds())


def test_everything_that_has_a_name_is_asked(pair: Pair) -> None:
    told: list[int] = []

    compared = compare(pair, ["Why?"], on_progress=lambda done, _: told.append(done))

    assert (compared.added, compared.removed) == (("Who pays the coach?",), ("What is light silence 7?",))
    assert compared.changed == ("What is a laser question?",)
    assert compared.asked == 1 + 300 + 2  # given, all titles before, the new title and the changed one
    assert told[-1] == compared.asked


def test_result_does_not_depend_on_the_number_of_processes(pair: Pair) -> None:
    alone, together = (compare(pair, ["Why?"], processes=processes) for processes in (1, 2))

    assert alone == together
    assert "What is light silence 7?" in [reply.question for reply in alone.replies]


def test_release_that_somebody_removed_meanwhile_is_told_of(pair: Pair) -> None:
    with pytest.raises(ReleaseError, match="cannot be read any more"):
        compare(replace(pair, after=Release(9, "abcdef0")))
