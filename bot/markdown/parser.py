"""The Markdown that articles are written in: CommonMark, GitHub's extensions and mathematics, as a syntax tree.

Pure: no I/O. The one parser that excerpts and every renderer share, so that all of them see the same blocks.
"""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from bot.markdown.extensions import extensions_plugin
from bot.markdown.math_plugin import formulas_plugin
from bot.markdown.table_plugin import excess_cells_plugin


@lru_cache(maxsize=1)  # an excerpt is rendered as blocks, and at once as the text that stands for them
def parse(markdown: str) -> SyntaxTreeNode:
    """Parse Markdown into its tree; the root's children are the blocks, in order, with the lines they came from.

    The tree is shared: nobody changes it.

    See https://spec.commonmark.org and https://github.github.com/gfm for the language.
    """
    return SyntaxTreeNode(_PARSER.parse(markdown))


def outline(markdown: str) -> SyntaxTreeNode:
    """Parse the blocks alone, in half the time; their running text stays as it was written."""
    return SyntaxTreeNode(_OUTLINER.parse(markdown))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"tasklists": True})
    parser.enable(["table", "strikethrough"])
    return parser.use(gfm_autolink_plugin).use(formulas_plugin).use(excess_cells_plugin).use(extensions_plugin)


_PARSER = _parser()
_OUTLINER = _parser()
_OUTLINER.core.ruler.enableOnly(["normalize", "block"])
