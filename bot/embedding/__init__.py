"""Text → vectors, by a sentence-embedding model: optional, and never a reason not to serve.

* ``choosing``: settings → a model, or why there is none.
* ``downloading``: a model's name → its files.
* ``model``: one model, opened and tried out.
* ``encoding``: many texts → vectors, in child processes, each text only once.
* ``store``: the vectors of all texts ever encoded, on disk.
"""
