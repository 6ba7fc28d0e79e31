"""What people can do, a file each: the handlers, and at the end the routes that lead to them."""

from __future__ import annotations

from bot.slack.conversations import (
    admin,
    asking,
    browsing,
    channels,
    choosing,
    escalating,
    feedback,
    forgetting,
    helping,
    home,
    posting,
    reading,
    reviewing,
    unfurling,
    unprompted,
)
from bot.slack.routes import Route, Select

ROUTES: tuple[Route | Select, ...] = (
    *asking.ROUTES,
    *unprompted.ROUTES,
    *reading.ROUTES,
    *posting.ROUTES,
    *escalating.ROUTES,
    *choosing.ROUTES,
    *feedback.ROUTES,
    *browsing.ROUTES,
    *helping.ROUTES,
    *forgetting.ROUTES,
    *home.ROUTES,
    *unfurling.ROUTES,
    *admin.ROUTES,
    *channels.ROUTES,
    *reviewing.ROUTES,
)
"""All of them. Of one name, the first that is for a request is taken. Buttons under replies stand in this order."""

OFFERS = tuple(route.offer for route in ROUTES if isinstance(route, Route) and route.offer)
"""The buttons that stand under replies."""
