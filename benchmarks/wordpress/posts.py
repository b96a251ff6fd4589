"""The posts of the invented newsroom: what is typed into WordPress, and what a reader should read of each."""

import html
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from elements import (
    Also,
    Bold,
    Columns,
    Editor,
    Element,
    Gallery,
    Grid,
    H,
    Items,
    NextPage,
    P,
    Picture,
    Quote,
    Video,
)
from words import Words

TITLE = "Warta Lembah"
AUTHORS = {"sari": "Sari Nawangwulan", "bonar": "Bonar Tampuwalu", "redaksi": "Redaksi Warta Lembah"}
CATEGORIES = ("Ekonomi", "Olahraga", "Lingkungan", "Budaya")


@dataclass(frozen=True, kw_only=True)
class Comment:
    """A reader's comment; under: the number of the comment it answers."""

    author: str
    text: str
    under: int | None = None


@dataclass(frozen=True, kw_only=True)
class Dateline:
    """A dateline as printed, with the place and agency it names. markup: as typed; after: what separates it."""

    text: str
    place: str | None = None
    agency: str | None = None
    markup: str = ""
    after: str = " – "

    @property
    def typed(self) -> str:
        """What stands before the first sentence."""
        return (self.markup or self.text) + self.after


@dataclass(frozen=True, kw_only=True)
class Post:
    """One post, page or draft. at: local time of the site; kept: whether it is an article; modified: local time."""

    slug: str
    title: str
    elements: tuple[Element, ...]
    at: str
    editor: Editor = "block"
    author: str = "sari"
    dateline: Dateline | None = None
    signoff: str = ""
    kind: Literal["post", "page"] = "post"
    status: Literal["publish", "draft", "private"] = "publish"
    password: str = ""
    sticky: bool = False
    open: bool = True
    category: str = CATEGORIES[0]
    tags: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    modified: str = ""
    featured: str = ""  # caption of the lead picture
    pages: int = 1

    @property
    def kept(self) -> bool:
        """Whether an archive of articles should have it; without a title either way is right."""
        return self.kind == "post" and self.status == "publish" and not self.password

    @property
    def headline(self) -> str:
        """The title as printed."""
        return html.unescape(self.title)


_DATELINES = (
    Dateline(text="JAYAPURA", place="Jayapura", markup="<strong>JAYAPURA</strong>"),
    Dateline(text="Merauke (ANTARA)", place="Merauke", agency="ANTARA", after=" - "),
    Dateline(text="WAMENA, Warta Lembah", place="Wamena", agency="Warta Lembah"),
    Dateline(text="Sorong, Warta Lembah", place="Sorong", agency="Warta Lembah",
             markup="<strong>Sorong, Warta Lembah</strong>", after=" — "),
    Dateline(text="WARTALEMBAH.COM, BIAK", place="Biak", agency="WARTALEMBAH.COM", after=" -- "),
    Dateline(text="Pyongyang", place="Pyongyang", after=" — "),
    Dateline(text="WARTALEMBAH.COM", agency="WARTALEMBAH.COM", after=" – "),
    Dateline(text="KONTAN.CO.ID – MANADO", place="Manado", agency="KONTAN.CO.ID", markup="KONTAN.CO.ID - MANADO",
             after=". "),
    Dateline(text="Kota Bandung (ANTARA)", place="Kota Bandung", agency="ANTARA", after=" - "),
    Dateline(text="Labuan Bajo", place="Labuan Bajo", markup="<b>Labuan Bajo</b>", after=" - "),
    Dateline(text="SINGAPURA, Warta Lembah", place="Singapura", agency="Warta Lembah", after="&nbsp;– "),
)  # fmt: skip


class Newsroom:
    """Makes the posts, all of them from one seed."""

    def __init__(self, seed: int) -> None:
        self.words = Words(seed)
        self._day = 0

    def at(self) -> str:
        """The next moment of publication; the minutes after midnight show a day counted in another zone."""
        self._day += 1
        month, day = divmod(self._day * 3, 28)
        hour = (0, 6, 9, 13, 18, 23)[self._day % 6]
        return f"2024-{month + 2:02}-{day + 1:02} {hour:02}:{(self._day * 7) % 60:02}:00"

    def lead(self, dateline: Dateline | None = None, end: str = "") -> P:
        """A first paragraph."""
        return P(self.words.paragraph(), skip=dateline.typed if dateline else "", end=end)

    def text(self, count: int) -> tuple[P, ...]:
        """Plain paragraphs."""
        return tuple(P(self.words.paragraph()) for _ in range(count))

    def picture(self, credit: str = "", linked: bool = False) -> Picture:
        """A picture whose caption has a word of its own."""
        caption = f"Suasana {self.words.marker()} di dermaga pada pagi hari{credit}"
        return Picture(caption, alt=self.words.marker(), linked=linked)

    def comments(self, count: int, threaded: bool = False) -> tuple[Comment, ...]:
        """Comments whose words stand nowhere else."""
        return tuple(
            Comment(
                author=f"Pembaca {self.words.marker()}",
                text=f"Menurut saya {self.words.marker()} itu {self.words.marker()} sekali. Terima kasih, redaksi!",
                under=number - 1 if threaded and number % 3 else None,
            )
            for number in range(count)
        )

    def block(self) -> Element:
        """One element of any kind but headings."""
        words = self.words
        makers: tuple[Callable[[], Element], ...] = (
            lambda: Quote((words.paragraph(1, 2),)),
            lambda: Items(tuple(words.items(4)), ordered=bool(words.number(0, 1))),
            lambda: Grid((("Nama", "Jumlah"), *((item, str(words.number(2, 900))) for item in words.items(3)))),
            self.picture,
            lambda: P(f"{words.quoted()} kata <em>Tarmuji Walesan</em>, <a href='https://contoh.example/'>tukang</a>."),
            lambda: Video(f"https://www.youtube.com/watch?v=q{words.number(10**9, 10**10)}"),
            lambda: Also(words.headline(), "pos-dibuat-01"),
        )  # fmt: skip
        return makers[words.number(0, len(makers) - 1)]()

    def made(self, number: int) -> Post:
        """A post made wholly by the generator."""
        words = self.words
        dateline = _DATELINES[number % len(_DATELINES)] if number % 3 else None
        elements: list[Element] = [self.lead(dateline), *self.text(words.number(1, 3))]
        if number % 4:
            for heading in words.headings(words.number(2, 4)):
                elements.append(Bold(heading) if number % 4 == 1 else H(heading, 2 + number % 2))
                elements += [*self.text(words.number(1, 2)), self.block(), *self.text(1)]
        else:
            elements += [self.block(), *self.text(2), self.block(), *self.text(1)]
        return Post(
            slug=f"pos-dibuat-{number:02}",
            title=words.headline(),
            elements=tuple(elements),
            at=self.at(),
            editor="classic" if number % 2 else "block",
            author=list(AUTHORS)[number % 3],
            dateline=dateline,
            open=number % 5 != 0,
            category=CATEGORIES[number % 4],
            tags=tuple(words.items(number % 3)),
            comments=self.comments(number % 4) if number % 5 else (),
            featured=f"Lead {words.marker()} dari udara" if number % 3 == 1 else "",
        )

    def datelines(self) -> list[Post]:
        """One short post for each form of dateline."""
        return [
            Post(
                slug=f"dateline-{number:02}",
                title=self.words.headline(),
                elements=(self.lead(dateline), *self.text(3)),
                at=self.at(),
                editor="classic" if number % 2 else "block",
                author=list(AUTHORS)[number % 2],
                dateline=dateline,
                category=CATEGORIES[number % 4],
            )
            for number, dateline in enumerate(_DATELINES)
        ]

    def by_hand(self) -> list[Post]:
        """Posts each of which has one thing that is easily read wrongly."""
        words, posts = self.words, []

        def post(slug: str, *elements: Element, **more: object) -> None:
            values = {"slug": slug, "title": words.headline(), "elements": elements, "at": self.at(), **more}
            posts.append(Post(**values))  # type: ignore[arg-type]

        jayapura = _DATELINES[0]
        post("bukan-dateline", P(f"Pak Lurah – begitu ia disapa – datang pagi. {words.paragraph()}"), *self.text(3))
        typed = "Harga \"talas ungu\" naik... 'Saya heran,' kata Jum'at -- nelayan 5'10 itu."
        post("tanda-baca", self.lead(), P("Harga “talas ungu” naik… ‘Saya heran,’ kata Jum’at — nelayan 5’10 itu.",
             typed=typed), *self.text(2), H("Air &amp; Angin"), *self.text(1))  # fmt: skip
        post("seksi-h2-h3", self.lead(jayapura), *self.text(1), H("Latar Belakang", 2), *self.text(2),
             H("Sisi Dermaga", 3), *self.text(2), H("Sisi Pasar", 3), *self.text(1), H("Langkah Berikutnya?", 2),
             *self.text(2), dateline=jayapura)  # fmt: skip
        post("judul-tebal", self.lead(_DATELINES[5]), Bold("Babak Baru di Lumbung"), *self.text(2),
             Bold("“Air Pasang”: Kabar atau Ancaman?"), *self.text(2), Bold("Kesimpulan"), *self.text(1),
             dateline=_DATELINES[5], editor="classic")  # fmt: skip
        pull = Quote((words.paragraph(1, 1),), cite="Ibu Rasminten", pull=True)
        post("kutipan", self.lead(), Quote((words.paragraph(1, 2), words.paragraph(1, 2)), cite="Tarmuji Walesan"),
             *self.text(1), pull, *self.text(1))  # fmt: skip
        post("kutipan-klasik", self.lead(), Quote((words.paragraph(1, 2), words.paragraph(1, 2))), *self.text(2),
             editor="classic")  # fmt: skip
        items = words.items(6)
        for editor in ("block", "classic"):
            post(f"daftar-{editor}", self.lead(), Items((items[0], (items[1], (items[2], items[3])), items[4])),
                 *self.text(1), Items(tuple(words.items(5)), ordered=True), *self.text(1), editor=editor)  # fmt: skip
        rows = tuple((item, str(words.number(10, 99)), f"{words.number(1, 9)},5 persen") for item in words.items(5))
        grid = Grid((("Desa", "Perahu", "Kenaikan"), *rows), caption=f"Sumber: {words.marker()}")
        post("tabel", self.lead(), grid, *self.text(2), modified="2024-11-20 08:15:00")
        gallery = Gallery((self.picture(), self.picture(), self.picture()), f"Galeri {words.marker()} pekan ini")
        post("gambar", self.lead(jayapura), self.picture(" (Foto: Bonar Tampuwalu/Warta Lembah)", True), *self.text(1),
             gallery, *self.text(2), dateline=jayapura,
             featured=f"Tampak {words.marker()} dari bukit. (Foto: Sari)")  # fmt: skip
        post("gambar-klasik", self.picture(linked=True), self.lead(jayapura), *self.text(1), self.picture(),
             *self.text(2), dateline=jayapura, editor="classic",
             featured=f"Tampak {words.marker()} dari laut")  # fmt: skip
        post("video", self.lead(), Video("https://www.youtube.com/watch?v=qabcdefghij"), *self.text(2))
        post("video-klasik", self.lead(), Video("https://www.youtube.com/watch?v=qklmnopqrst"), *self.text(2),
             editor="classic")  # fmt: skip
        post("baca-juga", self.lead(), Also(words.headline(), "tabel"), *self.text(1),
             Also(words.headline(), "kutipan", "Simak juga"), *self.text(1), H("Baca Peta dengan Benar"), *self.text(1),
             Also(words.headline(), "video", "BACA JUGA"))  # fmt: skip
        post("baris-patah", P(f"{words.sentence()}<br>{words.sentence()}<br>{words.sentence()}"), *self.text(2),
             editor="classic")  # fmt: skip
        post("kolom", self.lead(), Columns(self.text(2), self.text(1)), *self.text(1))
        post("inisial", self.lead(_DATELINES[1]), *self.text(2), P(words.paragraph(), end=" (rab/tin)"),
             dateline=_DATELINES[1], signoff="(rab/tin)")  # fmt: skip
        post("tiga-halaman", self.lead(jayapura), *self.text(3), NextPage(), H("Halaman Kedua"), *self.text(3),
             NextPage(), *self.text(2), self.picture(), *self.text(1), dateline=jayapura, pages=3,
             comments=self.comments(2))  # fmt: skip
        post("tiga-halaman-klasik", self.lead(), *self.text(3), NextPage(), *self.text(3), NextPage(), *self.text(3),
             editor="classic", pages=3)  # fmt: skip
        post("komentar-berjenjang", self.lead(), *self.text(3), comments=self.comments(9, threaded=True))
        post("komentar-banyak", self.lead(), *self.text(2), comments=self.comments(25))
        post("komentar-ditutup", self.lead(), *self.text(2), comments=self.comments(3), open=False)
        post("tempel", self.lead(), *self.text(2), sticky=True)
        post("diperbarui", self.lead(), *self.text(2), modified="2024-12-05 21:40:00")
        post("judul-khas", self.lead(), *self.text(2),
             title="“Arus &amp; Angin”: Tiga Perahu — Satu Dermaga, 50% Warga Setuju?")  # fmt: skip
        post("pendek", P(words.sentence()), comments=self.comments(4))
        post("panjang", self.lead(jayapura), *self.text(24), dateline=jayapura, tags=("Dermaga", "Angin Barat"))
        post("tanpa-judul", self.lead(), *self.text(2), title="")
        return posts

    def no_articles(self) -> list[Post]:
        """What no archive of articles should hold."""
        at, title, text = self.at, self.words.headline, self.text
        return [
            Post(slug="bersandi", title=title(), elements=text(3), at=at(), password="layang", open=False),
            Post(slug="konsep", title=title(), elements=text(3), at=at(), status="draft"),
            Post(slug="pribadi", title=title(), elements=text(3), at=at(), status="private"),
            Post(slug="tentang-kami", title="Tentang Kami", elements=text(4), at=at(), kind="page", open=False),
            Post(slug="pedoman", title="Pedoman Media Siber", elements=text(5), at=at(), kind="page"),
        ]


def posts(seed: int = 7) -> list[Post]:
    """All posts of the newsroom."""
    room = Newsroom(seed)
    return [*room.datelines(), *(room.made(n) for n in range(1, 25)), *room.by_hand(), *room.no_articles()]
