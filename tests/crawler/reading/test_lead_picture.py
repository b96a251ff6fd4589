"""The picture between headline and text in boxes without a mark, as old pages of detik.com and viva.co.id print it."""

import pytest

from archive.article import Image
from tests.crawler.reading.sample import HEADLINE, article, markup

SHARED = "https://www.warta.example/foto/kebun-atap_641_452.jpg"
HEAD = f"<meta property='og:image' content='{SHARED}'>"
IMAGE = f"<img src='/foto/kebun-atap_663_382.jpg' alt='{HEADLINE}'>"


def lead(above: str) -> Image:
    return article(markup(above=above, head=HEAD)).images[0]


@pytest.mark.parametrize(
    ("above", "caption", "credit"),
    [
        (f"<div class='pic'>{IMAGE}<span>Kangkung di atap (ist)</span></div>", "Kangkung di atap", "ist"),
        (f"<div class='pic'>{IMAGE}<span>Foto: Siti Aminah</span></div>", None, "Siti Aminah"),
        (f"{IMAGE}<div class='sum'>Kangkung di atap. (Foto: Warta/Siti)</div>", "Kangkung di atap.", "Warta/Siti"),
        (f"<div>{IMAGE}</div><div class='pd'>Kebun.<b>&nbsp;(Warta)</b></div>", "Kebun.", "Warta"),
        ("<div><img src='/foto/kebun-atap_90_60.jpg'></div><div>Kebun. (Foto: Siti)</div>", "Kebun.", "Siti"),
    ],
)
def test_the_line_in_the_box_or_right_behind_the_picture_is_its_caption(
    above: str, caption: str | None, credit: str
) -> None:
    found = lead(above)
    assert (found.url, found.caption, found.credit) == (SHARED, caption, credit)


@pytest.mark.parametrize(
    "above",
    [
        f"{IMAGE}<div>Penulis: Budi Santoso (Warta)</div>",
        f"{IMAGE}<div>Senin (23/11/2026)</div>",
        f"{IMAGE}<div>Kebun di atap itu dirawat bergantian.</div>",
        f"{IMAGE}<div><a href='/lain/'>Kebun Lain di Atap (Foto: Siti)</a></div>",
        "<img src='/foto/budi.jpg' alt='Budi Santoso'><div>Kebun. (Foto: Siti)</div>",
    ],
)
def test_other_lines_and_other_pictures_give_no_caption(above: str) -> None:
    found = lead(above)
    assert (found.url, found.caption, found.credit) == (SHARED, None, None)
