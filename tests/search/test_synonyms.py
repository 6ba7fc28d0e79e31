from __future__ import annotations

from bot.corpus.thesaurus import read_thesaurus
from bot.search.synonyms import Lexicon, Synonyms
from bot.search.vocabulary import Vocabulary


def meanings(question: list[str], groups: list[list[str]], corpus: list[str]) -> dict[str, list[tuple[str, float]]]:
    stems, _ = Vocabulary.of(corpus)
    synonyms = Synonyms.of(Lexicon.of(groups, "english"), stems)
    return {
        stem: [(stems.word(sense.term), sense.strength) for sense in senses]
        for stem, senses in synonyms.senses(question, 1).items()
    }


def test_a_word_stands_for_the_others_of_its_group() -> None:
    assert meanings(["test"], [["test", "exam", "quiz"]], ["exam", "quiz"]) == {"test": [("exam", 1), ("quiz", 1)]}


def test_words_that_the_corpus_lacks_are_left_out() -> None:
    assert meanings(["test"], [["test", "exam", "quiz"]], ["exam"]) == {"test": [("exam", 1)]}


def test_a_word_may_stand_for_a_phrase_by_halves() -> None:
    found = meanings(["eq"], [["EQ", "emotional intelligence"]], ["emot", "intellig"])

    assert found == {"eq": [("emot", 0.5), ("intellig", 0.5)]}


def test_a_phrase_stands_for_a_word_only_as_a_whole() -> None:
    groups = [["heart attack", "infarction"]]

    assert meanings(["heart", "attack"], groups, ["infarct"]) == {"heart": [("infarct", 1)], "attack": [("infarct", 1)]}
    assert meanings(["attack", "heart"], groups, ["infarct"]) == {}


def test_groups_do_not_chain() -> None:
    assert meanings(["a"], [["a", "b"], ["b", "c"]], ["b", "c"]) == {"a": [("b", 1)]}


def test_the_thesaurus_knows_english_only() -> None:
    assert any("boss" in group for group in read_thesaurus("english"))
    assert read_thesaurus("german") == ()


def test_every_group_of_the_thesaurus_has_two_words_or_more() -> None:
    groups = read_thesaurus("english")

    assert [group for group in groups if len(set(group)) < 2 or "" in group] == []
    assert [word for group in groups for word in group if word != word.strip(" ,")] == []
