"""English words that say little about what a question is about.

Pure: no I/O.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.search import weights
from bot.search.analyzer import stemmer

if TYPE_CHECKING:
    from collections.abc import Mapping

_GRAMMAR = """
a an and are aren as at be been being but by can cannot cant could couldnt did didnt do does doesnt doing done dont
for from had hadnt has hasnt have havent having he her hers herself him himself his how i id if ill im in into is isnt
it its itself ive let lets may me might mine my myself no nor not of off on once one ones or our ours ourselves out
over own s same she should shouldnt so some such t than that thats the their theirs them themselves then there theres
these they theyre this those through to too under until up upon us very was wasnt we were werent weve what whats when
where which while who whom whos whose why will with within without wont would wouldnt you your youre yours yourself
"""
_FRAMES = """
about actually also any anybody anyone anything describe discuss else ever everybody everyone explain get getting give
go going got just kind know like lot make makes making many maybe mean means more most much need only quite rather
really somebody someone something sort stuff sure take talk tell thing things think try trying understand use used
using want way ways well whether wonder wondering work works
"""
_GREETINGS = """
all btw cheers folks fyi guys haha hello help hey hi hiya lol oh ok okay please pls plz quick sorry thank thanks thx
um yeah yep yes
"""
_SMALL_TALK = """
able accidentally afternoon again ago ahead already always amazing annoying anyway apparently around asap ask asked
asking away awesome awful awkward babe back bad barely basically because bet big bit bloody bored boss both bother
bought boy brand break brother bunch busy buy came care carefully catch chance chat close coffee coming cool couple
cousin crazy crying curious currently cute dad daughter day days deal dear definitely delete desk dinner dog door
doubt down drop dude during each eek either email end enough even evening evenings eventually every exactly except
expect extra eye eyes facepalm fact fair far feel feels felt few figure finally find fine finish finished first five
floor forget found four free friday friend friends fun funny gave giant girl given gives giving glad goes gonna good
gosh gotta grab great guess guy half hand hands happen happened happening happens happy hard hate head heads hear
heard heck hire hold holiday home honest honestly hope hopefully hoping horrible hour hours house huge hundred husband
idea imagine immediately inside instead interested interesting issue job keep keeps kept kid kids kinda knew knows
large last late lately later latest least leave left less letter lie life liked likes line list little live lives
living local long longer look looked looking looks loose lose lost lots loud love lovely lucky lunch mad main man
mates matter meant meanwhile meet meeting mention mentioned mess message met midnight mind minute minutes miss missed
moment monday money month months mood morning mornings mother move moved mum near nearly neighbor neither nervous
never nevertheless new news next nice night nobody nods none nope normal nothing notice now number obviously odd offer
office often old online open option order ordinary other others ouch outside page paid paper part parts party pass
past pay people per person phone pick picked piece place play point popped possible possibly post pretty probably
problem promise promised put puts question quickly quiet quit random read ready real realised realize realized reason
recently recommend remember remind reply rest right room rough round run running said sat saturday saw say saying says
scared school seconds see seeing seem seemed seems seen send sense sent separate serious seriously set seven several
shame share shared shop short show showed shown shows shut side silly simply since single sister sit sits situation
six skip sleep slightly slow slowly small somehow sometimes somewhat somewhere son soon sorted sound sounds spend
spent spoke spot stand start started starting starts stay still stop stopped straight strange struggling stuck stupid
sudden suddenly suggest suggestion suggestions sunday super suppose supposed surprised switch taken takes taking
telling tells ten terrible test thankfully thirty thought thoughts thousand three threw throw thursday till times tip
tips tired today together told tomorrow tonight took top totally touch tough toward towards train trip trouble true
truth tuesday turn turned turns twice type typically ugh unfortunately unless unsure upcoming upset usual usually
various video visit wait walk wanna wanted wants watch watched watching wednesday week weekend weeks weird went
whatever whenever wherever whoever whole wife win wish woman wonderful word words worried worry worse worst worth wow
write wrong year years yesterday yet young zero
"""

STOP = frozenset(f"{_GRAMMAR} {_FRAMES} {_GREETINGS}".split())
"""Grammar, the frames of questions, greetings and fillers."""

EVERYDAY = frozenset(_SMALL_TALK.split())
"""Words of anybody's small talk: rare in articles, yet telling nothing, so rarity alone would overrate them."""


@cache
def discounts(language: str) -> Mapping[str, float]:
    """Give the share of its rarity that counts for each stem of these words; other languages rely on rarity alone."""
    if language != "english":
        return {}
    stem = stemmer(language).stemWord
    shares = {stem(word): weights.EVERYDAY_SHARE for word in EVERYDAY}
    return shares | {stem(word): weights.STOP_SHARE for word in STOP}
