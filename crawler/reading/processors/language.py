"""Which language a text is written in, told by its small words (docs/decisions/0006-language.md)."""

import re

_WORD = re.compile(r"[^\W\d_]+")  # whole words: Turkish "yükseldiğini" has no Indonesian "ini"
_BEYOND_LATIN = re.compile("[\u0250-\u1dff\u2c00-\udfff\uf900-\ufaff\ufb13-\U0010ffff]")  # letters, not “ ” and –
_PLAIN = str.maketrans("éèêëâ", "eeeea")  # Sundanese is printed with and without accents: "téh", "teh"
_ENOUGH = 2  # small words a text must show, and by which Malay must lead, to outvote the page's own claim
_SILENT = 30  # words without a small one of the five: so many are no text of theirs
_SHORT = 400  # characters of a text in which one word more decides for Malay
_LENGTH = 6000  # characters that are read

# Words that one of the languages uses all the time and the others hardly. Left out is what another one uses as well:
# "kerajaan" (Malay: government, Indonesian: kingdom), "as" (English, and "AS" = USA), "aja" (Javanese: do not,
# Indonesian slang: only).
_OWN = {
    "id": (
        "bahwa karena bisa saat usai ujar ujarnya mengatakan soal rupiah polisi presiden kabupaten provinsi "
        "kecamatan kelurahan bupati gubernur persen mobil sepeda butuh membutuhkan kebutuhan lantaran pasalnya "
        "dilansir melansir nggak enggak gak sih banget kalian senin kamis jumat maret agustus desember juni kasus "
        "korban kecelakaan perusahaan karyawan bisnis kantor gratis bandara terkait kapan yaitu kualitas "
        "universitas aktivitas komunitas fasilitas kapasitas identitas sebesar sejumlah menurutnya warga jelang "
        "imbas resmi meresmikan istri uang beda perbedaan dokter perawat pengacara obat coba film musik partai "
        "pajak tentara listrik pelatih televisi kejuaraan terdakwa parlemen kursi narkoba sekretaris rapat siswa "
        "mahasiswa"
    ),
    "ms": (
        "bahawa kerana iaitu sahaja mahu menerusi manakala dijangka baharu kes berkenaan ekoran setakat disyaki "
        "siasatan kemalangan syarikat perkhidmatan bekalan memandangkan sekiranya penganalisis jurucakap mesyuarat "
        "peratus pengerusi timbalan setiausaha isnin khamis jumaat julai ogos disember terbabit membabitkan "
        "hendaklah seramai sebahagian kesemua motosikal basikal lori teksi universiti fakulti kualiti aktiviti "
        "komuniti identiti stesen sukan kelab jangkitan wabak tular polis dimaklumkan hujung bagaimanapun kempen "
        "rasmi merasmikan isteri beza perbezaan doktor jururawat peguam ubat cuba filem muzik parti bajet tentera "
        "elektrik jurulatih televisyen kejohanan tertuduh parlimen kerusi peniaga bomba penunggang pelancong"
    ),
    "en": (
        "the of and to in is that for on was with by at from have has are were this which will not said an it he "
        "she his her they their you we be been had but or who after more than into over would could its about when "
        "no out"
    ),
    "jv": (
        "yen nanging kudu kabeh sing lan ing ora iku kang karo saka wis kanggo marang ana dadi iki yaiku uga luwih "
        "kuwi padha isih durung amarga mung maneh dheweke kowe nganti menyang dening nalika sawise sadurunge "
        "miturut akeh gedhe wong bocah omah dalan banyu dina sasi wulan esuk wengi kene kono kaya arep banjur "
        "kandha ngendika ujare jare punika menika ingkang kaliyan wonten dhateng saking mboten boten sampun badhe "
        "inggih kangge kula panjenengan panjenenganipun sami bilih amargi sedaya taksih dereng piyambak kados "
        "tiyang wiwit kasebut kanthi ngenani sawijining"
    ),
    "su": (
        "yen nanging kudu kabeh nu jeung teu anu ieu keur kana geus pikeun ti ka aya urang sareng tina dina nyaeta "
        "oge teh mah eta henteu moal anjeunna maranehna manehna kuring abdi hayang tiasa parantos ayeuna baheula "
        "isuk keneh deui pisan loba leutik budak barudak jalma lalaki awewe imah lembur poe kusabab supados nepi "
        "kungsi bari bae wae atawa lamun mun upami naon saha kumaha dieu dinya ngan ngeunaan ngaliwatan boga gaduh "
        "ceuk saur saurna nyarios indit nyaho langkung sababaraha"
    ),
}
# Words of other languages in Latin letters that these pages meet; what English uses as well ("in", "is", "of") else
# makes Dutch English. Left out is what stands in names: "van", "los", "la", "de".
_OTHERS = (
    "het een dat niet ook ze zijn voor naar maar wordt uit bij door und der das nicht auch ein eine dem sich auf les "
    "est une dans pour qui avec du et sur las por con para que como una os uma nao nel della che il ang ng mga hindi"
)
_FAMILY = (
    "yang dan di ini itu dengan untuk pada tidak dari akan juga telah dalam oleh kepada atau seorang mereka sudah "
    "belum masih sebagai adalah lebih seperti ada bagi kami dia tersebut para bukan saya namun jika agar lagi semua "
    "serta antara sejak hingga menjadi dapat ke kata tak boleh daripada"
)  # of Indonesian and Malay
_FOREIGN = "other"
_VOTES: dict[str, tuple[str, ...]] = dict.fromkeys(_FAMILY.split(), ("id", "ms"))
for _language, _words in (*_OWN.items(), (_FOREIGN, _OTHERS)):
    for _word in _words.split():
        _VOTES[_word] = (*_VOTES.get(_word, ()), _language)
_CODES = {"in": "id", "ind": "id", "eng": "en", "msa": "ms", "may": "ms", "zsm": "ms", "jav": "jv", "sun": "su"}


def detect(text: str, declared: str | None) -> str | None:
    """A BCP 47 code ("id", "en", "ms", "jv", "su"), None when neither the text nor the page says.

    declared: the page's lang or og:locale ("id-ID", "in_ID"); it decides only where the text does not, since Indonesian
    themes often claim "en-US". Where the text is in none of the five it gives no code of theirs.
    """
    counts, words = _counts(text[:_LENGTH])
    said = _code(declared)
    lead = 1 if len(text) < _SHORT else _ENOUGH
    if counts["ms"] - counts["id"] < lead and said != "ms":  # Indonesian papers quote Malaysians
        counts["ms"] = 0
    ranked = sorted(counts, key=lambda language: (-counts[language], language != said))
    first, second = ranked[0], ranked[1]
    silent = counts[first] < _ENOUGH and words >= _SILENT
    foreign = counts[first] >= _ENOUGH and first == _FOREIGN
    if silent or foreign or _is_other_script(text[:_LENGTH]):
        return None if said in _OWN else said
    if counts[first] < _ENOUGH or counts[first] == counts[second]:
        return said or (first if counts[first] and first != _FOREIGN else None)
    return first


def _counts(text: str) -> tuple[dict[str, int], int]:
    """How many small words of each language a text has, and how many words at all."""
    counts = dict.fromkeys((*_OWN, _FOREIGN), 0)
    words = _WORD.findall(text.lower().translate(_PLAIN))
    for word in words:
        if word in _VOTES:
            for language in _VOTES[word]:
                counts[language] += 1
        elif word.endswith("keun"):  # the Sundanese suffix of verbs
            counts["su"] += 1
    return counts, len(words)


def _is_other_script(text: str) -> bool:
    """Whether more letters are Chinese, Arabic, Cyrillic ... than Latin."""
    if _BEYOND_LATIN.search(text) is None:
        return False
    letters = [character for character in text if character.isalpha()]
    return 2 * sum(character > "\u024f" for character in letters) > len(letters)


def _code(declared: str | None) -> str | None:
    """The primary code of a declared language; None when it is not one ("x-default", "Indonesia")."""
    primary = re.split(r"[-_]", (declared or "").strip().lower(), maxsplit=1)[0]
    primary = _CODES.get(primary, primary)
    return primary if re.fullmatch(r"[a-z]{2,3}", primary) else None
