"""One spelling for one article."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.address import BadAddress, article_id, canonical, clean, host, key, same_site, site

# Addresses made of the parts that the rules look at, in every combination, and of anything at all.
_HOSTS = ["warta.example", "www.warta.example", "m.warta.example", "amp.warta.example", "WARTA.example.", "127.0.0.1"]
_PATHS = ["", "/", "/a", "/A/b/", "/amp/", "/amp/a", "/a/amp", "/a.amp", "/a/amp/amp/", "/a//b", "/a%20b", "/é", "/./a"]
_QUERIES = ["", "?", "?page=2", "?page=all", "?utm_source=x&id=7", "?b=2&a=1", "?amp", "?q=a b", "?single=1#komentar"]
addresses = st.builds(
    "{}://{}{}{}{}".format,
    st.sampled_from(["http", "https", "HTTPS"]),
    st.sampled_from(_HOSTS),
    st.sampled_from(["", ":80", ":443", ":8000"]),
    st.sampled_from(_PATHS),
    st.sampled_from(_QUERIES),
)
plain = st.from_regex(r"https?://[a-z0-9-]{1,8}(\.[a-z0-9-]{1,8}){0,3}/[A-Za-z0-9/._-]{0,20}", fullmatch=True).filter(
    lambda url: "/." not in url
)


@given(addresses)
def test_cleaning_twice_is_cleaning_once(url: str) -> None:
    assert clean(clean(url)) == clean(url)


@given(addresses)
def test_the_canonical_address_of_a_canonical_address_is_itself(url: str) -> None:
    assert canonical(canonical(url)) == canonical(url)


@given(st.text())
@example("http://[::1")
@example("http://a:99999/")
@example("https://\x00/")
@example("https://\udc80/")
def test_any_text_is_an_address_or_a_bad_one(text: str) -> None:
    try:
        once = canonical(text)
    except BadAddress as error:
        assert error.address == text
    else:
        assert canonical(once) == once


def test_a_path_is_the_same_however_its_host_is_spelt() -> None:
    assert clean("http://warta.example/a/../b/.") == clean("HTTP://warta.example/a/../b/.") == "http://warta.example/b/"


@given(plain)
def test_an_address_that_needs_no_cleaning_comes_out_as_the_long_way_leaves_it(url: str) -> None:
    spelt_oddly = url.replace("http", "HTTP", 1)  # which the short way does not take
    try:
        expected = clean(spelt_oddly)
    except BadAddress:
        pytest.fail(f"{url} is not clean")
    assert clean(url) == expected == url
    assert host(url) == host(spelt_oddly)
    assert canonical(url) == canonical(spelt_oddly)


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("https://warta.example/a?utm_source=x&id=7#komentar", "https://warta.example/a?id=7"),
        ("https://Warta.Example:443/A", "https://warta.example/A"),
        ("https://warta.example", "https://warta.example/"),
        ("https://warta.example/daftar?page=2", "https://warta.example/daftar?page=2"),
    ],
)
def test_tracking_goes_and_what_the_page_is_stays(seen: str, expected: str) -> None:
    assert clean(seen) == expected


@pytest.mark.parametrize(
    "form",
    [
        "https://warta.example/a/?page=all",
        "https://warta.example/a/?single=1",
        "https://m.warta.example/a/",
        "https://warta.example/a/amp/",
        "https://warta.example/amp/a/",
        "https://warta.example/a/?outputType=amp",
        "http://www.warta.example/a",
    ],
)
def test_all_forms_of_an_article_have_one_id(form: str) -> None:
    assert article_id(canonical(form)) == article_id("https://warta.example/a/")


def test_kampung_and_sampai_are_no_amp() -> None:  # "village", "until": words that hold the letters
    for url in ("https://warta.example/kampung/", "https://sampai.example/sampai.amplop", "https://amplop.example/a"):
        assert canonical(url) == url


@pytest.mark.parametrize(
    "text", ["", "warta.example/a", "mailto:redaksi@warta.example", "file:///etc/passwd", "http://"]
)
def test_what_has_no_host_or_another_scheme_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        clean(text)


def test_the_key_leaves_scheme_www_and_the_last_slash_out() -> None:
    assert key("https://www.warta.example/a/") == key("http://warta.example/a") == "warta.example/a"


def test_a_site_is_the_registered_domain_or_the_host_without_one() -> None:
    assert site("https://bola.kompas.co.id/x") == "kompas.co.id"
    assert site("http://127.0.0.1:8000/x") == "127.0.0.1"
    assert same_site("https://a.warta.example/", "https://b.warta.example/")
    assert not same_site("https://warta.example/", "https://kabar.example/")
    assert not same_site("", "")


def test_the_host_of_no_address_is_empty() -> None:
    assert host("tanpa alamat") == host("http://[::1") == ""
