"""What people read of the journal: insights, suggestions, the Home tab's lists, the weekly digest."""

from __future__ import annotations

from collections.abc import Sequence

from bot.wording.terms import BOT, COMMAND, counted

# Insights
NOTHING_RECORDED = "Nobody asked anything in that time, or nothing is being recorded (QUICKTAKE_JOURNAL)."
DAYS_WANTED = f"How many days back? From 1 to 3,650, for example {COMMAND} insights 30."
OUTCOMES = {"answer": "answered", "choices": "with choices", "none": "without an answer"}
GAPS = "Asked, but not found"
DISLIKED = "Did not help"
MOST_USED = "Most used"
NEVER_USED = "Never used"
WEEKLY_HELPFUL = "Helped, week by week: {}"

# Suggestions
SUGGESTIONS = "Other ways people ask: accept those that fit"
NOTHING_TO_SUGGEST = (
    "No suggestions yet. There will be one when two people choose the same article for words it doesn't have. "
    "That needs QUICKTAKE_JOURNAL=text."
)
WAITING = "Accepted, and in effect once a release with them is activated"
PENDING = "In effect, but not in the files yet; quicktake suggest --apply writes them"
UNWRITTEN = "Accepted, but not in the files yet:"
SUGGESTED = "“{}” → {}"
ACCEPT = "Accept"
REJECT = "Reject"
TAKE_BACK = "Take back"
ACCEPTED = "Accepted: “{}”. I'm preparing a release with it…"
REJECTED = "Rejected: “{}”."
TAKEN_BACK = "Taken back: “{}”. I'm preparing a release without it…"
WAS_ACCEPTED = "“{}” has already been accepted."
WAS_REJECTED = "“{}” has already been rejected."

# The Home tab
YOU_ASKED = "You recently asked"
POPULAR = "Recently popular"
MORE_INSIGHTS = f"{COMMAND} insights shows more, {COMMAND} suggestions shows them all."


def period(days: int, questions: int) -> str:
    """Return the first line of insights."""
    return f"The last {counted(days, 'day')}: {counted(questions, 'question')}."


def replies(outcomes: Sequence[tuple[str, int]], questions: int) -> str:
    """Return the shares of the outcomes."""
    return "Replies: " + ", ".join(f"{count / questions:.0%} {OUTCOMES[outcome]}" for outcome, count in outcomes)


def helped(rate: float, votes: int) -> str:
    """Return how often a reply helped."""
    return f"Helped: {rate:.0%} of {counted(votes, 'vote')}"


def passed_on(escalated: int, answered: int) -> str:
    """Return how many questions went to a person."""
    return f"Passed on to a person: {escalated}, of which answered: {answered}"


def latency(median_ms: float, p99_ms: float) -> str:
    """Return how long replies took to make."""
    return f"Time to reply: median {median_ms:.0f} ms, 99th percentile {p99_ms:.0f} ms"


def gap(question: str, people: int, times: int) -> str:
    """Return a question that was asked without being found."""
    return f"“{question}”: {people} people, {counted(times, 'time')}"


def disliked(title: str, against: int, votes: int, reasons: Sequence[tuple[str, int]]) -> str:
    """Return an article that did not help, and why."""
    told = ", ".join(f"{reason} ({times})" if times > 1 else reason for reason, times in reasons)
    return f"{title}: {against} of {counted(votes, 'vote')}{f'; {told}' if told else ''}"


def used(title: str, times: int) -> str:
    """Return how often an article was the answer or chosen."""
    return f"{title}: {counted(times, 'time')}"


def unused(of: int, shown: Sequence[str]) -> str:
    """Return how many articles were never used, with the first titles."""
    more = f" and {of - len(shown):,} more" if of > len(shown) else ""
    return f"{counted(of, 'article')}: {'; '.join(shown)}{more}"


def taught_by(people: int, times: int) -> str:
    """Return how many people taught an alias, and how often."""
    return f"meant by {people} people, {counted(times, 'time')}"


def accepted_besides(count: int) -> str:
    """Return how many accepted aliases count, where somebody might think that only the files do."""
    return f"Accepted aliases that are not in the files count too: {count}"


def effect(gains: int, breaks: int) -> str:
    """Return what an alias would change among labelled questions."""
    return f"gains {gains}, breaks {breaks}"


def ask_again(question: str) -> str:
    """Return what screen readers say for a button that asks a question again."""
    return f"Ask again: {question}"


def asked_again(question: str) -> str:
    """Return the line above the reply to a question that was asked again."""
    return f"You asked again: “{question}”"


def objections(collisions: Sequence[str], misspelt: Sequence[str]) -> list[str]:
    """Return what speaks against an alias: other articles it could mean, words that seem to be misspelt."""
    others = f"could also mean another article: {'; '.join(collisions)}" if collisions else ""
    words = f"looks like a typo, which needs no alias: {', '.join(misspelt)}" if misspelt else ""
    return [objection for objection in (others, words) if objection]


def digest_refused(channel: str, error: str) -> str:
    """Return why the weekly digest was not posted, and what to do."""
    return f"Slack says {error}. Check QUICKTAKE_DIGEST_CHANNEL ({channel}) and invite {BOT} to it."
