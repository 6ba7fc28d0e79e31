"""The search engines that are compared: ours, and four that one could take instead.

Each is built from the same articles and answers with (url, score) pairs, best first, ten at most. The alternatives are
set up as well as their documentation says how: stemming, accents folded, the title weighing more than the answer.
"""

from __future__ import annotations

import importlib
import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import Stemmer
from rapidfuzz import fuzz, process, utils

from bot.corpus.thesaurus import read_thesaurus
from bot.search.index import Index

if TYPE_CHECKING:
    from bot.model import Article, Corpus

LIMIT = 10
"""Hits asked for: as many as an evaluation looks at."""

FIELD_WEIGHTS = {"title": 4.0, "aliases": 4.0, "keywords": 2.0, "description": 2.0, "answer": 1.0}
"""Weights for the engines that know fields."""

Found = Sequence[tuple[str, float]]
Search = Callable[[str], Found]


@dataclass(frozen=True, slots=True)
class Engine:
    """A search engine: ``build`` takes the corpus and gives what searches them."""

    name: str
    build: Callable[[Corpus], Search]


def quicktake(corpus: Corpus) -> Search:
    """Build our own index, with the corpus's synonyms: nothing else here takes any."""
    index = Index.build(corpus.articles, synonyms=corpus.synonyms, thesaurus=read_thesaurus("english"))
    return lambda question: [(hit.article.url, hit.confidence) for hit in index.search(question, LIMIT)]


def rapidfuzz_titles(corpus: Corpus) -> Search:
    """Compare the question with every title by RapidFuzz's ``token_set_ratio``."""
    titles = {article.url: utils.default_process(article.title) for article in corpus.articles}

    def search(question: str) -> Found:
        read = utils.default_process(question)
        found = process.extract(read, titles, scorer=fuzz.token_set_ratio, limit=LIMIT)
        return [(url, score) for _, score, url in found]

    return search


def bm25s(corpus: Corpus) -> Search:
    """Build a bm25s index over all fields as one text, with its English stop words and a Snowball stemmer."""
    library = _imported("bm25s")
    stemmer = Stemmer.Stemmer("english")
    urls = [article.url for article in corpus.articles]
    retriever = library.BM25()
    texts = [" ".join(_fields(article).values()) for article in corpus.articles]
    retriever.index(library.tokenize(texts, stemmer=stemmer, show_progress=False), show_progress=False)

    def search(question: str) -> Found:
        words = library.tokenize([question], stemmer=stemmer, show_progress=False, return_ids=False)
        places, scores = retriever.retrieve(words, k=min(LIMIT, len(urls)), show_progress=False)
        return [(urls[place], float(score)) for place, score in zip(places[0], scores[0], strict=True)]

    return search


def tantivy(corpus: Corpus) -> Search:
    """Build a tantivy index in memory with English stemming; title words also match one edit away.

    Fuzzy terms in every field, or heavier titles, found fewer right articles in trials.
    """
    library = _imported("tantivy")
    index = library.Index(_tantivy_schema(library))
    writer = index.writer()
    for place, article in enumerate(corpus.articles):
        writer.add_document(library.Document(place=place, **_fields(article)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(question: str) -> Found:
        words = " ".join(_words(question))
        exact, _ = index.parse_query_lenient(words, list(FIELD_WEIGHTS))
        fuzzy, _ = index.parse_query_lenient(words, ["title"], fuzzy_fields={"title": (False, 1, True)})
        should = library.Occur.Should
        either = library.Query.boolean_query([(should, exact), (should, fuzzy)])
        hits = searcher.search(either, LIMIT, count=False).hits
        return [(corpus.articles[searcher.doc(address)["place"][0]].url, score) for score, address in hits]

    return search


def sqlite_fts5(corpus: Corpus) -> Search:
    """Fill an SQLite FTS5 table in memory with Porter stemming, asked for any of the words, ranked by ``bm25()``."""
    database = sqlite3.connect(":memory:")
    columns = ", ".join(FIELD_WEIGHTS)
    database.execute(f"CREATE VIRTUAL TABLE article USING fts5({columns}, tokenize='porter unicode61', content='')")
    rows = ((place, *_fields(article).values()) for place, article in enumerate(corpus.articles))
    database.executemany(f"INSERT INTO article(rowid, {columns}) VALUES (?, ?, ?, ?, ?, ?)", rows)  # noqa: S608  (own names)
    database.commit()
    weights = ", ".join(str(weight) for weight in FIELD_WEIGHTS.values())
    select = (
        "SELECT rowid, -rank FROM article WHERE article MATCH ? "  # noqa: S608  (own numbers)
        f"AND rank MATCH 'bm25({weights})' ORDER BY rank LIMIT ?"
    )

    def search(question: str) -> Found:
        any_word = " OR ".join(f'"{word}"' for word in _words(question))
        found = database.execute(select, (any_word, LIMIT)) if any_word else ()
        return [(corpus.articles[place].url, score) for place, score in found]

    return search


ENGINES = (
    Engine("Quicktake", quicktake),
    Engine("RapidFuzz, titles", rapidfuzz_titles),
    Engine("bm25s", bm25s),
    Engine("tantivy, fuzzy", tantivy),
    Engine("SQLite FTS5", sqlite_fts5),
)
"""Ours first: the others are compared with it."""


def _imported(name: str) -> Any:  # noqa: ANN401  (neither library ships types)
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise SystemExit(f"{name} is not installed; this benchmark needs: pip install bm25s tantivy") from error


def _fields(article: Article) -> dict[str, str]:
    return {
        "title": article.title,
        "aliases": " ".join(article.aliases),
        "keywords": " ".join(article.keywords),
        "description": article.description,
        "answer": article.answer,
    }


def _words(question: str) -> list[str]:
    """Take the words alone, in small letters: neither query language then sees an operator."""
    return re.findall(r"\w+", question.lower())


def _tantivy_schema(library: Any) -> Any:  # noqa: ANN401  (as above)
    schema = library.SchemaBuilder().add_integer_field("place", stored=True)
    for name in FIELD_WEIGHTS:
        schema.add_text_field(name, tokenizer_name="en_stem")
    return schema.build()
