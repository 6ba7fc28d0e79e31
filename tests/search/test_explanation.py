from __future__ import annotations

from bot.search.explanation import WordReading
from bot.search.index import Index
from tests.search.garden import GARDEN, SILENCE

INDEX = Index.build(GARDEN, synonyms=[("hush", "silence")])


def read(question: str) -> dict[str, WordReading]:
    return {word.word: word for word in INDEX.explain(question).words}


def test_a_correction_is_told() -> None:
    word = read("silense please")["silense"]

    assert (word.origin, word.read_as) == ("correction", ("silence",))
    assert "title" in word.fields


def test_a_synonym_is_told() -> None:
    word = read("hush")["hush"]

    assert (word.origin, word.read_as, word.fields) == ("synonym", ("silence",), ("title", "keywords"))


def test_a_completion_is_told() -> None:
    assert read("the medi")["medi"].origin == "completion"


def test_an_unknown_word_is_told() -> None:
    word = read("silence in xanadu")["xanadu"]

    assert (word.origin, word.read_as, word.fields) == ("unknown", (), ())


def test_shares_add_up_to_all_that_is_said() -> None:
    words = INDEX.explain("how long should a pause for a client be").words

    assert abs(sum(word.weight for word in words) - 1) < 1e-6
    assert [word.weight for word in words] == sorted((word.weight for word in words), reverse=True)


def test_the_heading_that_came_nearest_is_named() -> None:
    explanation = INDEX.explain("how long may a pause be?")

    assert explanation.best is not None
    assert explanation.best.article is SILENCE
    assert explanation.heading == "How long may a pause be?"


def test_the_margin_is_the_distance_to_the_runner_up() -> None:
    explanation = INDEX.explain("how does a coach agree on a contract?")

    assert explanation.best is not None
    assert explanation.runner_up is not None
    assert explanation.margin == explanation.best.confidence - explanation.runner_up.confidence
    assert abs(sum(evidence.contribution for evidence in explanation.evidence) - 1) < 1e-6


def test_the_same_question_has_the_same_explanation() -> None:
    assert INDEX.explain("pauses") == INDEX.explain("pauses")
