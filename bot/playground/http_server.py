"""The HTTP server of the workspace: on the loopback address only, for this machine's own programs and pages only.

An edge: listens. Whatever is served goes into ``application`` before ``start``.
"""

from __future__ import annotations

import errno

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.errors import QuicktakeError

HOST = "127.0.0.1"
PORTS_TRIED = 50
LAST_PORT = 65_535
_OWN_SITES = {"same-origin", "none"}  # none: typed, or asked by a program
_NO_PAGES = ("/api/", "/response/", "/link", "/page/")


class Server:
    """Serves its ``application`` between ``start`` and ``stop``.

    ``port`` is the one to listen on, or else the next free one after it; 0 takes any.
    """

    def __init__(self, port: int = 0) -> None:
        self.application = web.Application(middlewares=[_guard])
        self._port = port
        self._runner = web.AppRunner(self.application, access_log=None, shutdown_timeout=1.0)

    async def start(self) -> str:
        """Listen, and give the address as ``host:port``.

        Raises:
            QuicktakeError: no port could be had.
        """
        await self._runner.setup()
        try:
            return await self._listen_somewhere()
        except OSError as refusal:
            reason = f"No port from {self._port} on can be had ({refusal.strerror}). Choose another one with --port."
            raise QuicktakeError(reason) from refusal

    async def _listen_somewhere(self) -> str:
        last = min(self._port + PORTS_TRIED, LAST_PORT) if self._port else 0
        for port in range(self._port, last):
            try:
                return await self._listen(port)
            except OSError as taken:
                if taken.errno != errno.EADDRINUSE:
                    raise
        return await self._listen(last)

    async def _listen(self, port: int) -> str:
        await web.TCPSite(self._runner, HOST, port).start()
        host, given = self._runner.addresses[0][:2]
        return f"{host}:{given}"

    async def stop(self) -> None:
        """Close what is open and listen no more."""
        await self._runner.cleanup()


@web.middleware
async def _guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what a foreign page makes a browser ask for.

    A name that was rebound to the loopback address shows in ``Host``, a page of another site in ``Origin`` and in
    ``Sec-Fetch-Site``, which comes with pictures, scripts and frames, too. Only a link may lead here from elsewhere.
    https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site
    """
    if not _is_own_host(request.host):
        raise web.HTTPForbidden(text="This server answers only to 127.0.0.1 and localhost.")
    if not _is_own_page(request) and not _is_link(request):
        raise web.HTTPForbidden(text="This server does not answer to pages of other sites.")
    return await handler(request)


def _is_own_host(host: str) -> bool:
    return host.rpartition(":")[0] in {HOST, "localhost"}


def _is_own_page(request: web.Request) -> bool:
    origin = request.headers.get("Origin", f"http://{request.host}")
    return origin == f"http://{request.host}" and request.headers.get("Sec-Fetch-Site", "none") in _OWN_SITES


def _is_link(request: web.Request) -> bool:
    is_visit = request.method == "GET" and "Origin" not in request.headers
    where = request.headers.get("Sec-Fetch-Mode"), request.headers.get("Sec-Fetch-Dest")
    return is_visit and where == ("navigate", "document") and not request.path.startswith(_NO_PAGES)
