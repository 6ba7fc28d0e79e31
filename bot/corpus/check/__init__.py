"""The linter for authors: articles → findings.

In reading order: ``findings`` holds the values, ``subjects`` what rules look at, ``file_rules``, ``markdown_rules``,
``corpus_rules`` and ``search_rules`` the rules themselves, ``rules`` the table of all, and ``run`` applies it.
"""
