"""Invented Indonesian sentences from word lists, the same for the same seed."""

import random

_WHO = (
    "Bupati Lembah Sari", "Dinas Perahu dan Dermaga", "Ketua Koperasi Nelangsa", "Warga Kampung Tirtawangi",
    "Panitia Pekan Layang-layang", "Kepala Balai Cuaca Randutala", "Camat Batu Kelir", "Para petani talas ungu",
    "Juru bicara Perhimpunan Tukang Rakit", "Guru honorer Sekolah Pelita Muara", "Penjaga mercusuar Tanjung Kuwal",
    "Serikat pedagang pasar apung", "Mahasiswa Institut Arus Laut", "Kelompok ibu-ibu Rumah Anyam",
)  # fmt: skip
_DOES = (
    "menata ulang", "menghitung kembali", "memperbaiki", "menolak rencana pemindahan", "membuka pendaftaran untuk",
    "merawat", "meresmikan", "menunda pembangunan", "mengusulkan anggaran bagi", "menjemur", "menggambar peta",
    "membagikan", "menyelidiki kerusakan", "mendata pemilik", "mengecat", "menjaga", "mengajukan keberatan atas",
)  # fmt: skip
_WHAT = (
    "jembatan gantung bambu", "perahu jukung warna hijau", "lumbung garam rakyat", "bibit talas ungu",
    "jalur kereta kerbau", "taman baca terapung", "sumur tua di alun-alun", "tambatan kapal kayu", "kebun pala",
    "gedung pertunjukan angin", "rumah singgah pemancing", "tangki air hujan", "jaring ikan cakalang",
    "panggung dongeng keliling", "pos pantau ombak", "gerobak sagu bakar", "layang-layang raksasa",
)  # fmt: skip
_HOW = (
    "sejak awal pekan", "setelah musyawarah panjang", "tanpa menunggu musim teduh", "bersama murid sekolah dasar",
    "dengan dana gotong royong", "pada hari pasaran", "di tepi Sungai Walirang", "sebelum angin barat tiba",
    "untuk ketiga kalinya tahun ini", "di halaman balai desa", "karena papan lantainya lapuk", "hingga larut malam",
    "sesuai adat setempat", "walau hujan turun", "menjelang panen raya", "di Pulau Kelindan",
)  # fmt: skip
_MORE = (
    "Pekerjaan itu diperkirakan selesai dalam {n} hari", "Sebanyak {n} keluarga ikut bekerja secara bergiliran",
    "Biayanya mencapai {n} juta rupiah dan ditanggung bersama", "Hasilnya akan diumumkan di papan desa",
    "Tidak ada korban dalam peristiwa tersebut", "Menurut catatan desa, ada {n} titik yang perlu dibenahi",
    "Rapat berikutnya akan digelar di pendopo", "Kegiatan serupa pernah diadakan {n} tahun lalu",
)  # fmt: skip
_HEADS = (
    "Awal Mula di Dermaga", "Suara dari Pasar Apung", "Hitungan Sang Juru Rakit", "Mengapa Baru Sekarang",
    "Langkah Setelah Musyawarah", "Harapan Para Penganyam", "Angka-angka di Papan Desa", "Jalan Pulang yang Panjang",
    "Musim yang Berubah", "Catatan dari Mercusuar", "Apa Kata Para Tetua", "Rencana Tahun Depan",
)  # fmt: skip
_SYLLABLES = ("ka", "lu", "ra", "ti", "mo", "wa", "ne", "su", "li", "go", "pa", "ri", "be", "ndu", "ngka", "nyi")


class Words:
    """Sentences, headings and never-repeated marker words of one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._markers: set[str] = set()

    def sentence(self) -> str:
        """One sentence with its full stop."""
        pick = self._random.choice
        return f"{pick(_WHO)} {pick(_DOES)} {pick(_WHAT)} {pick(_HOW)}."

    def paragraph(self, least: int = 2, most: int = 4) -> str:
        """Several sentences."""
        sentences = [self.sentence() for _ in range(self._random.randint(least, most))]
        more = self._random.choice(_MORE).format(n=self._random.randint(3, 97))
        return " ".join([*sentences[:-1], f"{more}.", sentences[-1]])

    def headline(self) -> str:
        """A headline of six to twelve words."""
        pick = self._random.choice
        words = f"{pick(_WHO)} {pick(_DOES)} {pick(_WHAT)} {pick(_HOW)}".split()
        return " ".join(
            word if word in ("di", "dan", "untuk", "pada") else word[0].upper() + word[1:] for word in words
        )

    def headings(self, count: int) -> list[str]:
        """Different sub-headings."""
        return self._random.sample(_HEADS, count)

    def items(self, count: int) -> list[str]:
        """Different short phrases, for lists and cells."""
        return [what[0].upper() + what[1:] for what in self._random.sample(_WHAT, count)]

    def quoted(self) -> str:
        """A sentence between typographic quotation marks."""
        return f"“{self.sentence()[:-1]},”"

    def marker(self) -> str:
        """A word that stands nowhere else: found in the prose, it has leaked there."""
        while True:
            word = "q" + "".join(self._random.choices(_SYLLABLES, k=4))
            if word not in self._markers:
                self._markers.add(word)
                return word

    def number(self, least: int, most: int) -> int:
        """A whole number."""
        return self._random.randint(least, most)
