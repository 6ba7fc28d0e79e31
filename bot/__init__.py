"""Quicktake: a Slack bot that answers from a team's own reviewed articles, word for word.

The map, in reading order; data flows one way, top to bottom:

* ``model``, ``errors``, ``wording``: the values, the mistakes and the sentences everybody shares.
* ``settings``: the environment, read once.
* ``processes``: work in other processes and threads.
* ``corpus``: files → articles.
* ``search``: articles + question → ranked hits.
* ``embedding``: text → vectors, for search by meaning; optional.
* ``answers``: hits → reply.
* ``slack``: reply → blocks, and every conversation in Slack.
* ``releases``: from settings to a release that answers, and to the next one, with what was learnt.
* ``app``: the composition root.
* ``playground``: a local Slack emulator and a terminal to talk through it.
* ``cli``: the commands.
"""

__version__ = "0.1.0"
