"""Where a link may lead from a message: absolute web and mail addresses, nothing else.

Pure: no I/O.
"""

from __future__ import annotations

import re
from collections.abc import Container
from urllib.parse import urljoin, urlsplit

LONGEST = 3_000  # characters: what Slack takes of an address, wherever it stands

_SCHEMES = {"http", "https", "mailto", "tel"}


def absolute(url: str, site_url: str = "") -> str | None:
    """Return the address as Slack needs it; None where it stays relative, is of an unsafe scheme or too long.

    A path counts from ``site_url``, whether or not it begins with a slash. A mere "#…" leads nowhere outside its page.

    >>> absolute("/learn/goals", "https://example.com")
    'https://example.com/learn/goals'
    """
    if url.startswith("#"):
        return None
    try:
        path = url if url.startswith("//") else url.lstrip("/")
        joined = urljoin(f"{site_url.rstrip('/')}/", path) if site_url else url
        parts = urlsplit(joined)
    except ValueError:  # an unfinished IPv6 address, say
        return None
    if parts.scheme not in _SCHEMES or not (parts.netloc or parts.path):
        return None
    is_complete = bool(parts.netloc) or parts.scheme in {"mailto", "tel"}
    return joined if is_complete and len(joined) <= LONGEST else None


def ways_to_write(address: str, site_url: str) -> tuple[str, ...]:
    """Return how an article could name its full address: in full, or from the site's root; without query and anchor.

    >>> ways_to_write("https://example.com/learn/goals/?ref=mail#top", "https://example.com")
    ('https://example.com/learn/goals', '/learn/goals', 'learn/goals')
    """
    bare = re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/")
    rest, site = (url.partition("://")[2] for url in (bare, site_url.rstrip("/")))
    path = rest.removeprefix(site)
    on_site = bool(site) and path.startswith("/") and path != rest
    return (bare, path, path.lstrip("/")) if on_site else (bare,)


def known_as(address: str, known: Container[str], site_url: str = "") -> str | None:
    """Return which of the known addresses leads to the same page; None if none does.

    >>> known_as("https://example.com/learn/goals/", {"/learn/goals"}, "https://example.com")
    '/learn/goals'
    """
    if address in known:
        return address
    ways = ways_to_write(absolute(address, site_url) or address, site_url)
    return next((spelled for way in ways for spelled in (way, f"{way}/") if spelled in known), None)


def is_picture_address(url: str) -> bool:
    """Tell whether Slack could fetch a picture from here."""
    return urlsplit(url).scheme in {"http", "https"}
