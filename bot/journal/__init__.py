"""What was asked and whether it helped: recorded with little, kept for a while, learnt from.

In reading order: ``events`` are what happens, ``privacy`` takes people out of them (with the ``key`` of their
pseudonyms), ``rows`` puts them into the table of ``schema``, ``recorder`` writes them in the background, ``database``
is the file and its mishaps, ``store`` is the ``Journal`` that the rest of the bot talks to. Out of it again:
``readings`` are the figures the database gives, ``insights`` and ``gaps`` (by ``similarity``) what they say, ``trend``
and ``picture`` how that looks; ``suggestions`` are aliases to add, ``aliases`` those an admin decided on
(in ``decisions``), ``labels`` questions for the evaluation, ``export`` everything as text.
"""
