"""The files of the page, served from this package and nowhere else.

An edge: reads the files once. The content policy lets the page load nothing from other hosts, except pictures that an
article links to and that a person asks to see.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Mapping

STATIC = Path(__file__).parent / "static"
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: http: https:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Assets:
    """Serves the page's files by name; a name that is not among them is not found, whatever it contains."""

    def __init__(self, folder: Path = STATIC) -> None:
        self._files: Mapping[str, Path] = {
            str(path.relative_to(folder).as_posix()): path for path in folder.rglob("*") if path.suffix in TYPES
        }

    async def page(self, _request: web.Request) -> web.Response:
        """Give the page itself."""
        return self._response("index.html")

    async def file(self, request: web.Request) -> web.Response:
        """Give one of its files."""
        return self._response(request.match_info["name"])

    def _response(self, name: str) -> web.Response:
        path = self._files.get(name)
        if path is None:
            raise web.HTTPNotFound
        return web.Response(body=path.read_bytes(), content_type=TYPES[path.suffix], charset="utf-8", headers=HEADERS)
