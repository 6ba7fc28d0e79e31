"""Insights, suggestions and the Home tab keep Slack's limits, whatever people asked and however articles are titled."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.aliases import Alias
from bot.journal.gaps import Cluster, Wording
from bot.journal.insights import Dislike, Insights, ReplyTime, Use
from bot.journal.queries import OUTCOMES, Period
from bot.journal.review import Pending, Review
from bot.journal.suggestions import Suggestion
from bot.journal.trend import Week
from bot.model import Article, Release, Status
from bot.slack.blockkit.home import AdminPart, HomeTab, home_view
from bot.slack.blockkit.insights import digest, insights
from bot.slack.blockkit.suggestions import alias_of, alias_value, suggestions
from bot.slack.limits import check_message, check_view

NOW = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
STATUS = Status("0.1.0", Release(1, "abcdef0"), 36_000, 3, ("corpus",), NOW, NOW)

texts = st.text(min_size=1, max_size=1_200)
aliases = st.builds(Alias, st.text(min_size=1, max_size=300), st.text(min_size=1, max_size=200))
counts = st.integers(0, 400_000)
objections = st.lists(texts, max_size=9).map(tuple)
suggested = st.builds(Suggestion, aliases, texts, counts, counts, st.just(()), objections, objections)
reviews = st.builds(
    Review,
    st.lists(suggested, max_size=5).map(tuple),
    st.lists(st.builds(Pending, aliases, texts, st.booleans()), max_size=40).map(tuple),
)
weeks = st.lists(st.builds(Week, st.just(NOW.date()), counts, st.integers(0, 9), st.just(0)), max_size=60).map(tuple)
uses = st.lists(st.builds(Use, texts, texts, counts), max_size=30).map(tuple)
reasons = st.lists(st.tuples(texts, counts), max_size=20).map(tuple)
clusters = st.builds(lambda text: Cluster((Wording(text, frozenset({"a", "b"}), 3),)), texts)
found = st.builds(
    Insights,
    period=st.just(Period.last(30, NOW)),
    questions=counts,
    outcomes=st.just(tuple((outcome, 3) for outcome in OUTCOMES)),
    helpful=st.just(0),
    votes=counts,
    escalated=counts,
    answered=counts,
    latency=st.none() | st.just(ReplyTime(1.0, 2.0, 3.0)),
    popular=uses,
    unused=uses,
    disliked=st.lists(st.builds(Dislike, texts, texts, counts, counts, reasons), max_size=20).map(tuple),
    gaps=st.lists(clusters, max_size=20).map(tuple),
    weeks=weeks,
)
articles = st.builds(Article, url=texts, title=texts, answer=texts)


@settings(max_examples=40)
@given(found, weeks)
def test_insights_and_digest(figures: Insights, trend: tuple[Week, ...]) -> None:
    for message in (insights(figures, 30), digest(figures, trend)):
        assert check_message(message.blocks, message.text) == []


@settings(max_examples=40)
@given(reviews, st.just("") | texts)
def test_suggestions(review: Review, outcome: str) -> None:
    message = suggestions(review, outcome)

    assert check_message(message.blocks, message.text) == []


@settings(max_examples=40)
@given(st.lists(articles, max_size=5), st.lists(texts, max_size=5), st.none() | reviews, st.none() | found, texts)
def test_home_tab(
    shown: list[Article], asked: list[str], review: Review | None, figures: Insights | None, outcome: str
) -> None:
    tab = HomeTab(shown, ["Goals"], popular=shown, asked=asked, admin=AdminPart(STATUS, figures, review, outcome))

    assert check_view(home_view(tab)) == []


@given(aliases)
def test_alias_comes_back_from_its_button(alias: Alias) -> None:
    assert alias_of(alias_value(alias)) == alias
