from __future__ import annotations

import dataclasses
import string
from collections.abc import Sequence
from typing import overload

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Article, Match
from bot.search import analyzer
from bot.search.index import Index
from bot.search.weights import LEXICAL
from tests.search.garden import BURNOUT, CONFLICT, CONTRACT, GARDEN, GOALS, QUESTIONS, SILENCE

INDEX = Index.build(GARDEN)


class Shelf(Sequence[Article]):
    """Articles that notice which of them are read."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self.read: set[int] = set()

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, place: int) -> Article: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Article]: ...
    def __getitem__(self, place: int | slice) -> Article | Sequence[Article]:
        if isinstance(place, int):
            self.read.add(place)
        return self._articles[place]


def first(question: str, index: Index = INDEX) -> str:
    """Give the url of the best hit, or nothing."""
    hits = index.search(question)
    return hits[0].article.url if hits else ""


@pytest.mark.parametrize("article", GARDEN, ids=lambda article: article.url)
def test_a_title_finds_its_own_article(article: Article) -> None:
    hits = INDEX.search(article.title)

    assert hits[0].article is article
    assert hits[0].confidence > LEXICAL.answer_at


@pytest.mark.parametrize("alias", SILENCE.aliases)
def test_an_alias_finds_its_article(alias: str) -> None:
    assert first(alias) == "/silence"


def test_an_exact_title_beats_a_longer_one_that_contains_it() -> None:
    short = dataclasses.replace(SILENCE, url="/short", title="Listening", question="", aliases=(), answer="Do.")
    long = dataclasses.replace(SILENCE, url="/long", title="Listening well", aliases=(), answer="Listening " * 30)

    found = first("listening", Index.build([long, short, *GARDEN]))

    assert found == "/short"


@pytest.mark.parametrize(
    ("question", "url"),
    [
        ("silense in caoching", "/silence"),
        ("agreeing on goals for sessions", "/goals"),
        ("hi all, thanks for having me! what should stand in a contract, please?", "/contract"),
        ("which questions open a conv", "/questions"),
        ("signs of tiredness", "/burnout"),
        ("CONFLICT", "/conflict"),
        ("Cönflict", "/conflict"),
    ],
    ids=["typos", "word forms", "small talk", "unfinished", "everyday words", "capitals", "accents"],
)
def test_people_ask_as_they_please(question: str, url: str) -> None:
    assert first(question) == url


@pytest.mark.parametrize("question", ["", "   ", "?!", "🎂", "qpwoei rutyal", "pizza"])
def test_a_question_without_a_known_word_finds_nothing(question: str) -> None:
    assert INDEX.search(question) == ()


@pytest.mark.parametrize("question", ["the printer on floor 3 is broken", "thanks a lot, see you all tomorrow!", "lol"])
def test_everyday_chat_is_not_answered(question: str) -> None:
    assert all(hit.confidence < LEXICAL.answer_at for hit in INDEX.search(question))


def test_confidence_falls_with_rank() -> None:
    confidences = [hit.confidence for hit in INDEX.search("how does a coach help a client", 6)]

    assert confidences == sorted(confidences, reverse=True)


def test_two_that_fit_equally_are_a_choice_not_an_answer() -> None:
    rivals = [dataclasses.replace(QUESTIONS, url=f"/{name}", title=f"Open questions {name}") for name in ("two", "six")]

    hits = Index.build([*GARDEN, *rivals]).search("open questions")

    assert {hit.article.url for hit in hits[:2]} == {"/six", "/two"}
    assert hits[0].confidence < LEXICAL.answer_at < INDEX.search("open questions")[0].confidence


def test_many_aliases_do_not_add_up() -> None:
    words = ("mediation", "between", "colleagues", "quarrel", "teams")
    hoarder = dataclasses.replace(BURNOUT, aliases=tuple(f"{word} and rest" for word in words))

    assert (
        first("mediation between colleagues who quarrel in teams", Index.build([*GARDEN[:4], hoarder])) == "/conflict"
    )


def test_authors_synonyms_lead_to_the_article() -> None:
    index = Index.build(GARDEN, synonyms=[("sabbatical", "rest"), ("money matters", "fees")])

    assert first("sabbatical", index) == "/burnout"
    assert first("money matters", index) == "/contract"


def test_building_tells_how_many_articles_are_counted() -> None:
    many, told = [dataclasses.replace(SILENCE, url=f"/{number}") for number in range(2_500)], list[tuple[int, int]]()

    Index.build(many, on_progress=lambda done, of: told.append((done, of)))

    assert told == [(2_000, 2_500), (2_500, 2_500)]


def test_a_hit_shows_its_words_as_the_article_writes_them() -> None:
    hit = INDEX.search("pauses for clients")[0]

    assert hit.article is SILENCE
    assert Match("alias", ("pause", "client")) in hit.matches
    assert Match("keywords", ("pause",)) in hit.matches


def test_the_answer_is_shown_only_for_words_that_nothing_shorter_has() -> None:
    matches = {match.field: match.words for match in INDEX.search("contract cancellation")[0].matches}

    assert matches == {"title": ("contract",), "keywords": ("contract",), "answer": ("cancellation",)}


def test_word_that_two_words_of_the_question_mean_is_shown_once() -> None:
    hit = INDEX.search("contract contrakt")[0]

    assert [match.words for match in hit.matches if match.field == "title"] == [("contract",)]


def test_scripts_without_spaces_are_searched_by_pairs_of_characters() -> None:
    japanese = Article(url="/ja", title="沈黙はなぜ大切ですか", answer="考える時間になります。")

    assert first("沈黙の意味", Index.build([*GARDEN, japanese])) == "/ja"


def test_another_language_has_its_own_word_forms() -> None:
    german = Article(url="/de", title="Welche Vereinbarungen treffen Coaches?", answer="Schriftliche.")

    assert first("eine Vereinbarung", Index.build([german], language="german")) == "/de"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        Index.build(GARDEN, language="klingon")


def test_an_empty_corpus_finds_nothing() -> None:
    index = Index.build(())

    assert index.search("silence") == ()
    assert index.explain("silence").best is None


LONG_WORDS = {
    "English": "supercalifragilisticexpialidocious",
    "German": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Cyrillic": "достопримечательности",
    "ends inside a character": "a" * 63 + "é",
    "SHA-512": "0123456789abcdef" * 8,
    "Georgian": "გადმოსახლებელი" * 3,
    "a million letters": "ä" * 1_000_000,
}


@pytest.mark.parametrize("word", LONG_WORDS.values(), ids=LONG_WORDS)
@pytest.mark.parametrize("field", ["title", "aliases", "keywords", "description", "subject", "answer"])
def test_word_of_any_length_is_indexed_and_found(field: str, word: str) -> None:
    written = (word,) if field in ("aliases", "keywords") else word
    index = Index.build([*GARDEN, dataclasses.replace(BURNOUT, url="/long", **{field: written})])  # type: ignore[arg-type]  # each field gets its type

    assert first(word, index) == "/long"
    assert first("silence", index) == "/silence"


@pytest.mark.parametrize("length", [31, 32, 33, 47, 48, 63, 64, 65, 200])
def test_long_words_that_begin_alike_stay_two(length: int) -> None:
    words = ["x" * length + ending for ending in ("one", "two")]
    index = Index.build([dataclasses.replace(SILENCE, url=f"/{word}", title=word) for word in words])

    assert [first(word, index) for word in words] == [f"/{word}" for word in words]
    assert index.search(words[0])[0].matches[0] == Match("title", (words[0],))


@given(st.lists(st.text(st.characters(categories=["L", "N"]), max_size=90), max_size=8))
def test_any_words_are_indexed_and_found(words: list[str]) -> None:
    articles = [dataclasses.replace(BURNOUT, url=f"/{place}", title=word) for place, word in enumerate(words)]

    index = Index.build([*GARDEN, *articles])

    assert first("Why is silence useful in coaching?", index) == "/silence"
    assert all(index.search(word) for word in words if analyzer.words(word))


@given(st.lists(st.text(st.characters(), max_size=90), max_size=8))
def test_surrogates_and_control_characters_are_indexed_too(texts: list[str]) -> None:
    articles = [
        Article(url=f"/{place}", title=text, answer=text, subject=text, keywords=(text,), aliases=(text,))
        for place, text in enumerate(texts)
    ]

    index = Index.build([*GARDEN, *articles], synonyms=[texts])

    assert first("Why is silence useful in coaching?", index) == "/silence"
    assert all(0 <= hit.confidence <= 1 for text in texts for hit in index.search(text))


def test_limit_bounds_the_hits() -> None:
    assert len(INDEX.search("coach and client", 2)) == 2
    assert INDEX.search("coach and client", 0) == ()


@pytest.mark.parametrize("question", ["silense", "session goals", "conflict of interest", "nothing known"])
def test_stored_arrays_give_the_same_hits(question: str) -> None:
    index = Index.build(GARDEN, synonyms=[("coachee", "client")])
    arrays = {name: np.frombuffer(array.tobytes(), array.dtype) for name, array in index.to_arrays().items()}

    again = Index.from_arrays(GARDEN, arrays)

    assert again.search(question) == index.search(question)


def test_taking_up_arrays_reads_only_the_articles_found() -> None:
    articles = Shelf(GARDEN)
    index = Index.from_arrays(articles, INDEX.to_arrays())
    assert not articles.read

    index.search("silence", 1)

    assert articles.read == {GARDEN.index(SILENCE)}


def test_an_unrelated_article_changes_little() -> None:
    volcano = Article(url="/volcano", title="Why do volcanoes erupt?", answer="Magma rises. Gases expand.")
    with_volcano = Index.build([*GARDEN, volcano])

    for article in GARDEN:
        before, after = INDEX.search(article.title)[0], with_volcano.search(article.title)[0]

        assert before.article is after.article
        assert abs(before.confidence - after.confidence) < 0.05


@given(st.text(max_size=300))
def test_any_text_gives_confidences_between_0_and_1(text: str) -> None:
    hits = INDEX.search(text)

    assert all(0 <= hit.confidence <= 1 for hit in hits)
    assert hits == INDEX.search(text)


@given(st.text(min_size=2000, max_size=10_000))
@settings(max_examples=20)
def test_long_texts_are_answered_too(text: str) -> None:
    assert len(INDEX.search(text)) <= 5


@given(st.lists(st.sampled_from(sorted({word for article in GARDEN for word in article.answer.split()})), max_size=12))
def test_explaining_and_searching_agree(words: list[str]) -> None:
    question = " ".join(words)

    explanation, hits = INDEX.explain(question), INDEX.search(question, 2)

    assert (explanation.best, explanation.runner_up) == (*hits, None, None)[:2]


TITLES = st.lists(st.text(string.ascii_lowercase + " ", min_size=3, max_size=30), min_size=1, max_size=6, unique=True)


@given(TITLES)
def test_any_title_finds_itself_unless_another_has_the_same_words(titles: list[str]) -> None:
    articles = [Article(url=f"/{place}", title=title, answer="x") for place, title in enumerate(titles)]
    index = Index.build(articles)

    for title in titles:
        found = index.search(title)
        assert not title.split() or found[0].article.title.split() == title.split()


def test_conflict_and_contract_are_told_apart() -> None:
    """Two words that are near in spelling, both known: neither is corrected to the other."""
    assert first("contract") == CONTRACT.url
    assert first("conflict") == CONFLICT.url
    assert first("goals") == GOALS.url


def test_words_that_are_read_as_others_seem_misspelt() -> None:
    assert INDEX.misspelt("a confilct about silence") == ("confilct",)
    assert INDEX.misspelt("zugzwang and silence") == ()
