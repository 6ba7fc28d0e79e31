"""Finds the route of a request among all that the conversations list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import partial

from bot import wording
from bot.slack import message_text
from bot.slack.bot import SlackBot
from bot.slack.conversations import fallbacks
from bot.slack.request import Kind, Request
from bot.slack.routes import QUESTION, Route, Select

CLOSE = 0.8  # likeness in [0, 1] from which a text counts as a misspelt subcommand: “relod”, but not “feedback”

# A word or a number of days behind “insights” belongs to it; more words than that are a question about insights.
_INSIGHTS = re.compile(r"insights(?: last)? \S+(?: days?)?")

_FALLBACKS: dict[Kind, Route] = {
    "command": Route("command", "", fallbacks.refuse_command),
    "action": Route("action", "", fallbacks.refuse_button),
    "shortcut": Route("shortcut", "", fallbacks.refuse_button),
    "view": Route("view", "", fallbacks.refuse_button),
}
_IGNORED = Route("unknown", "", fallbacks.ignore, is_overheard=True)


class Router:
    """Knows every route by its kind and name."""

    def __init__(self, routes: Iterable[Route | Select]) -> None:
        self._routes: dict[tuple[Kind, str], list[Route]] = {}
        self._selects: dict[str, Select] = {}
        for route in routes:
            if isinstance(route, Select):
                self._selects[route.name] = route
            else:
                self._routes.setdefault((route.kind, route.name), []).append(route)
        self._subcommands = [name for kind, name in self._routes if kind == "command" and name != QUESTION]

    def find(self, request: Request, bot: SlackBot) -> Route:
        """Return the route that a request takes: for what nobody knows, one that says so, or ignores it."""
        name = request.name
        if request.kind == "command" and name == wording.COMMAND:
            typed = message_text.subcommand_in(request.text)
            near = get_close_matches(typed, self._subcommands, n=1, cutoff=CLOSE)
            name = typed if typed in self._subcommands else "insights" if _INSIGHTS.fullmatch(typed) else QUESTION
            if name == QUESTION and near:
                return Route("command", near[0], partial(fallbacks.correct, near[0]))
        found = (route for route in self._routes.get((request.kind, name), ()) if route.when(request, bot))
        return next(found, _FALLBACKS.get(request.kind, _IGNORED))

    def select(self, name: str) -> Select | None:
        """Return the select of this name, if there is one."""
        return self._selects.get(name)
