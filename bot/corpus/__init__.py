"""Files → articles, and the articles that serve.

In reading order: ``files`` finds and reads, ``yaml_tree`` takes front matter apart, ``newlines`` and
``fields`` read what stands in it, ``frontmatter`` makes the article, ``synonyms`` its companion. ``reading`` does so
for many files at once, ``spelling`` and ``assembly`` join them, ``loader`` does it all.

To start quickly: ``records`` keeps articles as bytes, ``arrayfile`` a file of arrays, ``snapshot`` a corpus with its
index in such a file, and ``refresh`` brings one up to date. To change safely: ``ledger`` and ``releases`` keep several,
``changes`` and ``preview`` compare two. ``git`` brings the articles from a repository, ``watching`` tells when they
have changed. For authors: ``check`` is the linter.
"""
