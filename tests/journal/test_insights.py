from __future__ import annotations

import datetime as dt

from bot.journal.insights import Dislike, Insights, ReplyTime, Use, insights
from bot.journal.queries import CastVote, DayCount, Period, Readings, Rejection
from tests.journal.world import GOALS, MONDAY, TRUST

DAY = MONDAY.date()
PERIOD = Period.last(30, MONDAY)
TITLES = {GOALS: "How do I set goals?", TRUST: "How do I win trust?", "/b": "B?", "/a": "A?"}


def of(
    *votes: CastVote,
    asked: tuple[DayCount, ...] = (),
    latencies_ms: tuple[float, ...] = (),
    used: tuple[tuple[str, int], ...] = (),
    rejections: tuple[Rejection, ...] = (),
) -> Insights:
    return insights(Readings(PERIOD, asked, latencies_ms, used, votes, rejections, 3, 2), TITLES)


def up(person: str = "ana") -> CastVote:
    return CastVote(DAY, person, "how?" if person else "", GOALS, is_helpful=True, reason="")


def down(person: str = "ana", url: str = GOALS, reason: str = "") -> CastVote:
    return CastVote(DAY, person, "how?" if person else "", url, is_helpful=False, reason=reason)


def test_nothing_is_said_about_nothing() -> None:
    said = of()

    assert said.questions == 0
    assert said.helpful_rate is None
    assert said.latency is None
    assert said.weeks == ()
    assert [use.url for use in said.unused] == ["/a", "/b", GOALS, TRUST]


def test_questions_are_counted_by_outcome() -> None:
    asked = (DayCount(DAY, "answer", 5), DayCount(DAY, "none", 2), DayCount(DAY, "choices", 1))

    said = of(asked=asked)

    assert said.questions == 8
    assert said.outcomes == (("answer", 5), ("choices", 1), ("none", 2))


def test_uses_of_an_article_add_up_whether_it_is_the_answer_or_chosen() -> None:
    said = of(used=((GOALS, 2), ("/gone", 1), (TRUST, 2), (TRUST, 1)))

    assert said.popular == (Use(TRUST, TITLES[TRUST], 3), Use(GOALS, TITLES[GOALS], 2), Use("/gone", "/gone", 1))
    assert [use.title for use in said.unused] == ["A?", "B?"]


def test_only_the_last_vote_of_a_person_counts() -> None:
    said = of(up(), down(), up("ben"))

    assert (said.helpful, said.votes) == (1, 2)


def test_without_people_every_vote_counts() -> None:
    said = of(up(""), up(""), down(""))

    assert (said.helpful, said.votes) == (2, 3)


def test_disliked_articles_come_with_reasons_most_frequent_first() -> None:
    said = of(
        down("ana", reason="too long"),
        down("ben", reason="outdated"),
        down("carol", reason="outdated"),
        up("dan"),
        down("ana", TRUST),
    )

    assert said.disliked == (
        Dislike(GOALS, TITLES[GOALS], 3, 4, (("outdated", 2), ("too long", 1))),
        Dislike(TRUST, TITLES[TRUST], 1, 1, ()),
    )


def test_latency_is_given_as_percentiles() -> None:
    assert of(latencies_ms=tuple(float(number) for number in range(101))).latency == ReplyTime(50.0, 90.0, 99.0)


def test_gaps_come_from_every_kind_of_rejection_of_at_least_two_people() -> None:
    rejections = (
        Rejection("how do I fly", "ana", "unanswered", 1),
        Rejection("how do I fly", "ana", "escalated", 1),
        Rejection("how can I fly?", "ben", "none of these", 2),
        Rejection("only ana asks this", "ana", "not helpful", 9),
    )

    said = of(rejections=rejections)

    assert [(gap.people, gap.times) for gap in said.gaps] == [(2, 4)]


def test_weeks_join_questions_and_votes() -> None:
    later = DAY + dt.timedelta(weeks=1)

    said = of(up(), asked=(DayCount(DAY, "none", 4), DayCount(later, "none", 1)))

    assert [(week.questions, week.helpful_rate) for week in said.weeks] == [(4, 1.0), (1, None)]
