"""The Web API, method by method: arguments in, response out, the workspace changed.

No I/O. ``METHODS`` is the whole table; a method names the scopes of which the app needs one.
"""

from bot.playground.methods.registry import METHODS, Method

__all__ = ["METHODS", "Method"]
