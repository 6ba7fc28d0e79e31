"""What only a model that learned a language shows; skipped unless QUICKTAKE_TEST_MODEL_DIR names the folder of one."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from bot import settings
from bot.answers.answerer import Answerer
from bot.corpus.loader import load
from bot.evaluate.questions import read
from bot.evaluate.run import evaluate
from bot.releases.indexing import load_answerer

FOLDER = os.environ.get("QUICKTAKE_TEST_MODEL_DIR", "")
QUESTIONS = Path(__file__).resolve().parents[2] / "evals/questions.jsonl"
HIGHER_IS_BETTER = ("p_at_1", "hit_at_3", "hit_at_5", "roc_auc", "answer_precision", "helpful_rate")
SILENCE = "/learn/listening/how-long-should-i-stay-silent-after-asking-a-question"

pytestmark = pytest.mark.skipif(not FOLDER, reason="QUICKTAKE_TEST_MODEL_DIR is not set")


@pytest.fixture(scope="module")
def by_words(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer(tmp_path_factory.mktemp("words"), QUICKTAKE_SEMANTIC="off")


@pytest.fixture(scope="module")
def by_meaning(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer(tmp_path_factory.mktemp("meaning"), QUICKTAKE_MODEL_DIR=FOLDER)


def answerer(data_dir: Path, **environ: str) -> Answerer:
    """What answers from the shipped corpus."""
    return load_answerer(settings.read({"QUICKTAKE_DATA_DIR": str(data_dir), **environ}))


def measured(answerer: Answerer) -> dict[str, float]:
    """The figures of the shipped questions."""
    rank = partial(answerer.rank, limit=10)
    report = evaluate(answerer.answer, rank, read([QUESTIONS]), clock=lambda: 0.0)
    return {figure.name: figure.value or 0.0 for figure in report.overall.figures}


@pytest.mark.parametrize("question", ["is the time we don't talk useful?", "should I say nothing for a while?"])
def test_article_is_offered_that_words_do_not_find(by_words: Answerer, by_meaning: Answerer, question: str) -> None:
    without, reply = by_words.answer(question), by_meaning.answer(question)

    assert SILENCE not in [hit.article.url for hit in without.hits[:1]]
    assert reply.outcome != "none"
    assert reply.hits[0].article.url == SILENCE


def test_every_title_finds_its_article(by_meaning: Answerer) -> None:
    articles = load(settings.read({}).corpus).articles

    lost = [article.url for article in articles if by_meaning.answer(article.title).hits[0].article.url != article.url]

    assert lost == []


def test_figures_are_no_lower_than_by_words(by_words: Answerer, by_meaning: Answerer) -> None:
    without, reached = measured(by_words), measured(by_meaning)

    assert all(reached[name] >= without[name] for name in HIGHER_IS_BETTER), (without, reached)
    assert reached["false_answer_rate"] <= without["false_answer_rate"]
