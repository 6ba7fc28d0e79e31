"""English words that say little about what a question is about: grammar, question frames, greetings and fillers.

Pure: no I/O.
"""

from __future__ import annotations

_GRAMMAR = """
a an and are aren as at be been being but by can cannot cant could couldnt did didnt do does doesnt doing done dont for from
had hadnt has hasnt have havent having he her hers herself him himself his how i id if ill im in into is isnt it its itself
ive let lets may me might mine my myself no nor not of off on once one ones or our ours ourselves out over own s same she
should shouldnt so some such t than that thats the their theirs them themselves then there theres these they theyre this
those through to too under until up upon us very was wasnt we were werent weve what whats when where which while who whom
whos whose why will with within without wont would wouldnt you youre your yours yourself
"""
_FRAMES = """
about actually also any anybody anyone anything else ever everyone everybody explain describe discuss tell give get getting
got go going just kind know like lot make makes making many maybe mean means more most much need only quite rather really
someone somebody something sort stuff sure take talk thing things think try trying understand use used using want way ways
well whether wonder wondering work works
"""
_GREETINGS = """
hi hello hey hiya morning afternoon evening good team folks all guys please pls plz thanks thank thx cheers sorry ok okay lol
haha oh um yes yeah yep question quick ask asking asked help btw fyi
"""
ENGLISH = frozenset(f"{_GRAMMAR} {_FRAMES} {_GREETINGS}".split())
