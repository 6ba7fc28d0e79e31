"""Files → articles.

In reading order: ``files`` finds and reads, ``nodes`` takes YAML apart, ``newlines`` and ``fields`` read what stands in
it, ``frontmatter`` makes the article, ``synonyms`` its companion, ``assembly`` joins them, and ``loader`` does it all.
"""
