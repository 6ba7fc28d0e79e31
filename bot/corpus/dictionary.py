"""The words of a language, from the lists that come with pyspellchecker."""

import gzip
import json
from functools import cache
from importlib.resources import files
from importlib.util import find_spec

_CODES = {
    "arabic": "ar",
    "basque": "eu",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
}


@cache
def read_dictionary(language: str) -> frozenset[str]:
    """Read the words of a language by its stemmer's name; there are none for a language without a list.

    The file is read as it is: the package's own classes take ten times as long.
    """
    code = _CODES.get(language)
    if code is None or find_spec("spellchecker") is None:
        return frozenset()
    packed = files("spellchecker").joinpath("resources", f"{code}.json.gz").read_bytes()
    return frozenset(json.loads(gzip.decompress(packed)))
