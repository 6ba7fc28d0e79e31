"""The files of the page, served from this package and nowhere else.

An edge: reads the files once. Their addresses carry their version, so that a browser keeps them, and a page that was
opened before asks this machine for nothing but itself. The content policy lets the page load nothing from other hosts,
except pictures that an article links to and that a person asks to see.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from aiohttp import web

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
KEPT = HEADERS | {"Cache-Control": "max-age=31536000, immutable"}
PAGE = "index.html"
UNVERSIONED = b"/page/static/"  # how the page names its files


class Assets:
    """Serves the page's files by name; a name that is not among them is not found, whatever it contains."""

    def __init__(self, folder: Path = STATIC) -> None:
        paths = sorted(path for path in folder.rglob("*") if path.suffix in TYPES)
        self._files: Mapping[str, bytes] = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
        self.version = hashlib.sha256(repr(self._files).encode()).hexdigest()[:12]

    async def page(self, _request: web.Request) -> web.Response:
        """Give the page itself."""
        named = self._files[PAGE].replace(UNVERSIONED, f"/page/static-{self.version}/".encode())
        return _response(PAGE, named, HEADERS)

    async def file(self, request: web.Request) -> web.Response:
        """Give one of its files, in the version that is asked for."""
        name = request.match_info["name"]
        if request.match_info["version"] != self.version or name not in self._files:
            raise web.HTTPNotFound
        return _response(name, self._files[name], KEPT)


def _response(name: str, content: bytes, headers: Mapping[str, str]) -> web.Response:
    kind = TYPES[Path(name).suffix]
    return web.Response(body=content, content_type=kind, charset="utf-8", headers=headers)
