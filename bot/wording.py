"""Every sentence the bot can say, once.

A leaf: constants, and functions where a sentence has a gap to fill. Plain text, but for the help, which is Markdown;
whoever shows it escapes it.
"""

from __future__ import annotations

COMMAND = "/quicktake"
BOT = "Quicktake"

# Answering
MATCHED = "Matched"
FIELD_NAMES = {
    "title": "title",
    "alias": "other ways to ask",
    "keywords": "keywords",
    "description": "summary",
    "answer": "text",
}
READ_ARTICLE = "Read the article"
SHOW_FULL_ANSWER = "Show full answer"
POST_TO_CHANNEL = "Post to channel"
POST_IN_THREAD = "Post in thread"
BACK = "Back"
SHOW = "Show"
CLOSE = "Close"
FULL_ANSWER = "Full answer"
PREVIOUS_PAGE = "Show previous page"
NEXT_PAGE = "Show next page"
PAGE = "Page {} of {}"
CHOICES = "Several articles could be meant. Which one?"
NO_ANSWER = "I have no article that answers this."
NEAREST = "These come nearest:"
NONE_OF_THESE = "None of these"
NONE_FITTED = "Then I have no article for it."
WHY_THIS = "Why this?"
ASK_A_PERSON = "Ask a person"
HELPFUL = "Helpful"
NOT_HELPFUL = "Not helpful"
REPHRASE = "Try other words, or just the key ones, such as “session goals”."

# Talking
GREETING = f"Hello! Ask me something, for example: {COMMAND} how do I set goals with a client?"
WELCOME = "You're welcome!"
NOTHING_BEFORE = "There is nothing to go on with yet. Ask me a question first."
NOTHING_FURTHER = "That was the last article that comes near. Try other words."
NO_WORDS = "I can only read words. Ask me a question in a sentence or a few key words."

HELP = f"""\
**{BOT}** answers from our own reviewed articles, word for word, with the source.

* `{COMMAND} how do I set goals with a client?` asks privately: only you see the answer.
* Mention me in a channel and I answer in the thread. Threads know no slash commands; a mention works there too.
* Write me a direct message, no command needed.
* `{COMMAND} browse` finds articles while you type; in a message's menu, “Answer with {BOT}” answers that message.
* `{COMMAND} forget-me` deletes what is recorded about you.
* `{COMMAND} help` shows this.
"""
ADMIN_HELP = f"""\
For admins:

* `{COMMAND} status` shows what is being served.
* `{COMMAND} reload` reads the articles anew and shows which replies change, before you activate them.
* `{COMMAND} rollback` returns to the release before.
"""

# Browsing and the Home tab
BROWSE = "Browse articles"
TYPE_TO_FIND = "Type to find an article"
SUBJECTS = "Subjects"
EVERY_SUBJECT = "All subjects"
SUBJECTLESS = "Articles"
NOTHING_TYPED_FITS = "No article fits. Try other words."
FOR_EXAMPLE = "For example"
FOR_ADMINS = "For admins"
RELOAD = "Reload articles"
ROLL_BACK = "Roll back"

# Feedback
WHAT_WAS_WRONG = "What was wrong?"
WHAT_WAS_WRONG_LABEL = "It helps the authors to know."
SEND = "Send"
VOTE_REASONS = {
    "wrong_article": "The wrong article",
    "outdated": "Outdated",
    "unclear": "Unclear",
    "something_else": "Something else",
}

# Asking a person
ASKED_A_PERSON = "I passed your question on. You get a direct message when somebody takes it."
NOBODY_REACHED = "I could not pass your question on. Please tell an admin that the experts' channel refuses it."
TAKE_QUESTION = "Take this question"
MARK_ANSWERED = "Mark as answered"
TAKEN = "Taken by"
ANSWERED = "Answered by"

# Courtesy
OUTSIDER = "I answer only people of this organisation, since the articles are its own. Please ask one of them."
TOO_FAST = "That is faster than I can keep up with. Please wait a minute, then ask again."

# Buttons and things gone wrong
GONE = "This article is no longer in the collection. Please ask again."
UNKNOWN_BUTTON = "I don't know this button; it may come from an older version. Please ask again."
UNKNOWN_COMMAND = f"I don't know this command. {COMMAND} help shows what I can do."
EXPIRED = "That took too long for Slack. Please press again."
POSTED = "Posted to the channel."
POSTED_IN_THREAD = "Posted in the thread."


def apology(reference: str) -> str:
    """Return what a person reads when something broke; ``reference`` finds it in the log."""
    return (
        f"Sorry, something went wrong on my side. Please try again. If it stays, tell an admin: reference {reference}."
    )


def asked(question: str) -> str:
    """Return what follows the name of the person whose question is posted."""
    return f"asked: “{question}”"


def headline(title: str, excerpt: str) -> str:
    """Return an answer as one plain text, for notifications and screen readers."""
    return f"{title}\n\n{excerpt}"


def dated(date: str) -> str:
    """Return when an article was last changed."""
    return f"as of {date}"


def from_release(release: str) -> str:
    """Return which corpus release answered."""
    return f"release {release}"


def titles(intro: str, names: list[str]) -> str:
    """Return ``intro`` and a numbered list, as plain text."""
    return "\n".join([intro, *(f"{number}. {name}" for number, name in enumerate(names, 1))])


def show(title: str) -> str:
    """Return what a screen reader says for a button that shows the article called ``title``."""
    return f"Show the article: {title}"


def subjects(names: list[str]) -> str:
    """Return the subjects there are, as one line."""
    return f"Subjects: {', '.join(names)}" if names else ""


def forgotten(count: int) -> str:
    """Return how much was forgotten about a person."""
    return f"Forgotten: {counted(count, 'record')} about you."


def tried(titles: list[str]) -> str:
    """Return which articles were nearest to a question that is passed on."""
    return f"Nearest articles: {'; '.join(titles)}"


def taken_for_you(question: str) -> str:
    """Return what follows the name of the person who takes a question, for the one who asked it."""
    return f"takes your question: “{question}”"


def answered_for_you(question: str) -> str:
    """Return what follows the name of the person who answered a question, for the one who asked it."""
    return f"marked your question as answered: “{question}”"


# Admins
REFUSED = "This is only for the admins of the articles. Ask one of them, or ask me a question."
ACTIVATE = "Activate"
DISCARD = "Discard"
DID_YOU_MEAN = "Did you mean {} {}? If it was a question, please ask it in more words."
CHANGED_REPLY = "“{}”: {} → {}"
ROLLED_BACK = "Rolled back."
ACTIVATED = "Release {} is active."
DISCARDED = "Release {} is discarded."
ANSWERS_NOW = "{} answers."
WAITS = "Release {} waits to be activated"
RELOADING = "Reading the articles anew; the current ones keep answering…"
RELOAD_RUNNING = "A reload is running already; its report is on the way to whoever asked for it."
UNCHANGED = "No article changed."
STATUS = "This is what I serve:"
ADDED = "Added"
CHANGED = "Changed"
REMOVED = "Removed"


def counted(number: int, noun: str) -> str:
    """Return ``number`` and its noun, in the plural where it needs one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def status(
    *, version: str, release: str, articles: int, problems: int, sources: list[str], loaded_at: str, started_at: str
) -> list[str]:
    """Return the lines of a status report."""
    return [
        f"{counted(articles, 'article')}, release {release}, loaded {loaded_at}",
        f"Files with problems: {problems}" if problems else "No file has a problem",
        f"From: {', '.join(sources)}",
        f"{BOT} {version}, running since {started_at}",
    ]


def reloaded(articles: int, release: str) -> str:
    """Return the first line of the report on a reload that went well."""
    return f"{counted(articles, 'article')} loaded; release {release} answers from now on."


def staged(articles: int, release: str, serving: str) -> str:
    """Return the first line of the report on a release that waits to be activated."""
    return f"Release {release} with {counted(articles, 'article')} is ready; {serving} still answers."


def unchanged(articles: int, release: str) -> str:
    """Return the report on a reload that found nothing new."""
    return f"{UNCHANGED} Release {release} with {counted(articles, 'article')} keeps answering."


def changed_replies(changed: int, lost: int, asked: int) -> str:
    """Return how many of the compared questions are answered differently."""
    if not changed:
        return f"No reply changes, of {counted(asked, 'question')} tried"
    verb, lose = ("changes", "loses its answer") if changed == 1 else ("change", "lose their answer")
    lost_part = f"; {lost} {lose}" if lost else ""
    return f"{counted(changed, 'question')} {verb}{lost_part}, of {asked:,} tried"


def reload_failed(release: str) -> str:
    """Return the first line of the report on a reload whose corpus cannot serve; the reason follows."""
    return f"The new articles cannot be used; release {release} keeps answering."


def changed_titles(change: str, shown: tuple[str, ...], of: int) -> str:
    """Return one line of a reload report: how many articles changed in one way, and their first titles."""
    more = f" and {of - len(shown)} more" if of > len(shown) else ""
    return f"{change}: {of} ({'; '.join(shown)}{more})"


def problems(of: int, shown: int) -> str:
    """Return the line above the list of problems."""
    more = f" The first {shown} are shown; `quicktake doctor` lists all." if of > shown else ""
    return f"{counted(of, 'problem')} in the files.{more}"


# Explaining
NOTHING_FOUND = "No word of the question stands in any article."
CHOSEN_BY_HAND = "You chose this article yourself."
EVIDENCE = {
    "asked": "How much of the question the title or alias says",
    "named": "How much of the title or alias was asked",
    "opening": "How far the title begins as the question does",
    "same": "Whether the title is the question",
    "article": "How often the article speaks of it",
    "covered": "How much of the question the article says anywhere",
    "keywords": "How much of the question is among the keywords",
}
ORIGINS = {
    "word": "",
    "correction": "read as",
    "completion": "completed to",
    "synonym": "means the same as",
    "unknown": "stands in no article",
}


def came_first(title: str, confidence: float) -> str:
    """Return which article came first, and how sure the search is of it."""
    return f"“{title}” came first, with a confidence of {confidence:.0%}."


def word_read(word: str, origin: str, read_as: list[str], places: list[str], weight: float) -> str:
    """Return how one word was understood, where the article has it, and its share of what the question says."""
    how = " ".join(
        part for part in (ORIGINS.get(origin, origin), ", ".join(read_as) if origin != "word" else "") if part
    )
    where = f"found in {', '.join(places)}" if places else "not in this article"
    return f"“{word}”{f' ({how})' if how else ''}: {where}; weighs {weight:.0%}."


def evidence(name: str, value: float, contribution: float) -> str:
    """Return one kind of evidence, how strong it is, and its share of what was decisive."""
    return f"{EVIDENCE.get(name, name)}: {value:.0%}; {contribution:.0%} of the weight."


def runner_up(title: str, confidence: float, margin: float) -> str:
    """Return what came second, and by how much it is behind."""
    return f"“{title}” came second, with {confidence:.0%} ({margin:.2f} behind)."
