"""Which language a text is written in, told by its small words."""

import re

_WORD = re.compile(r"[a-zéè]+")
_ENOUGH = 2  # small words a text must show, and by which Malay must lead, before it outvotes the page's own claim

# Words that one of the languages uses all the time and the others hardly. Indonesian and Malay share most of theirs, so
# the shared ones count for both and their own ones ("karena"/"kerana" = because) decide.
_SHARED = "yang dan di ini itu dengan untuk pada tidak dari akan juga telah dalam oleh kepada atau seorang mereka"
_OWN = {
    "id": "bahwa karena bisa saat namun mengatakan sudah belum masih usai kata menyebut hingga tersebut jika tak soal "
    "warga sementara ujar ujarnya pihaknya rupiah polisi presiden kita sangat lebih sebagai adalah",
    "ms": "bahawa kerana ialah iaitu sahaja mahu polis menerusi manakala daripada kerajaan berkata boleh adalah lebih",
    "en": "the of and to in is that for on was with as by at from have has are were this which will not said",
    "jv": "sing lan ing ora iku kang karo saka wis kanggo marang ana dadi iki yaiku nanging uga luwih bakal",
    "su": "nu jeung teu anu ieu keur kana geus pikeun ti ka aya urang sareng tina dina nyaeta oge teh mah",
}
_VOTES: dict[str, tuple[str, ...]] = {}
for _language, _words in _OWN.items():
    for _word in {*_words.split(), *(_SHARED.split() if _language in ("id", "ms") else ())}:
        _VOTES[_word] = (*_VOTES.get(_word, ()), _language)
_CODES = {"in": "id", "ind": "id", "eng": "en", "msa": "ms", "may": "ms", "zsm": "ms", "jav": "jv", "sun": "su"}


def detect(text: str, declared: str | None) -> str | None:
    """A BCP 47 code ("id", "en", "ms", "jv", "su"), None when neither the text nor the page says.

    declared: the page's lang or og:locale ("id-ID", "in_ID"); it decides only where the text does not, since Indonesian
    themes often claim "en-US".
    """
    counts = dict.fromkeys(_OWN, 0)
    for word in _WORD.findall(text[:6000].lower()):
        for language in _VOTES.get(word, ()):
            counts[language] += 1
    said = _code(declared)
    if counts["ms"] - counts["id"] < _ENOUGH and said != "ms":
        counts["ms"] = 0
    ranked = sorted(counts, key=lambda language: (-counts[language], language != said))
    first, second = ranked[0], ranked[1]
    if counts[first] < _ENOUGH or counts[first] == counts[second]:
        return said or (first if counts[first] else None)
    return first


def _code(declared: str | None) -> str | None:
    """The primary code of a declared language; None when it is not one ("x-default", "Indonesia")."""
    primary = re.split(r"[-_]", (declared or "").strip().lower(), maxsplit=1)[0]
    primary = _CODES.get(primary, primary)
    return primary if re.fullmatch(r"[a-z]{2,3}", primary) else None
