from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.corpus.builder import assemble, content_id
from bot.corpus.frontmatter import Parsed
from bot.corpus.synonyms import Synonyms
from bot.model import Article, Corpus, Problem, Related

FIRST = Article("/a", "A", "Answer.", subject="Education studies", source=Path("a.md"))
SECOND = Article("/b", "B", "Answer.", subject="Education Studies", source=Path("b.md"))


def assembled(*articles: Article) -> Corpus:
    return assemble([Parsed(article) for article in articles], Synonyms())


def test_the_first_of_two_articles_with_one_url_stays() -> None:
    corpus = assembled(FIRST, replace(SECOND, url="/a"))

    assert [article.title for article in corpus.articles] == ["A"]
    assert corpus.problems == (Problem(Path("b.md"), "`url` is taken by a.md: /a"),)


def test_the_most_frequent_spelling_of_a_subject_wins() -> None:
    third = replace(SECOND, url="/c", related=(Related("A", "/a", "education studies"),))

    corpus = assembled(FIRST, SECOND, third)

    assert {article.subject for article in corpus.articles} == {"Education Studies"}
    assert corpus.articles[2].related[0].subject == "Education Studies"


def test_among_equally_frequent_spellings_the_alphabetically_first_wins() -> None:
    corpus = assembled(FIRST, SECOND)

    assert {article.subject for article in corpus.articles} == {"Education Studies"}


def test_problems_come_from_everywhere() -> None:
    one, two, three = (Problem(Path(name), "bad") for name in "xyz")

    corpus = assemble([Parsed(FIRST, (two,))], Synonyms(problems=(three,)), [one])

    assert corpus.problems == (one, two, three)


def test_a_content_id_ignores_places_and_order() -> None:
    moved = replace(FIRST, source=Path("elsewhere.md"))

    assert content_id(Corpus((FIRST, SECOND))) == content_id(Corpus((SECOND, moved)))
    assert len(content_id(Corpus((FIRST,)))) == 7


def test_a_content_id_changes_with_any_content() -> None:
    variants = (
        FIRST,
        replace(FIRST, answer="Answer!"),
        replace(FIRST, keywords=("a",)),
        replace(FIRST, aliases=("a",)),
        replace(FIRST, related=(Related("B", "/b"),)),
        replace(FIRST, expert="U1"),
    )

    ids = {content_id(Corpus((article,))) for article in variants}
    ids.add(content_id(Corpus((FIRST,), synonyms=(("a", "b"),))))

    assert len(ids) == 7
