"""Which files are parts of one article."""

import pytest

from crawler.intake.parts import neighbours

ONE = "http://warta.example/2026/11/panjang/"


@pytest.mark.parametrize(
    "further",
    [
        ONE + "2/",
        ONE + "page/2/",
        ONE + "?page=2",
        ONE + "halaman-2",
        ONE + "?hal=2",
        "https://www.warta.example/2026/11/panjang/2",
    ],
)
def test_a_further_page_is_a_neighbour_of_its_first_wherever_it_stands(further: str) -> None:
    assert neighbours([further, "http://warta.example/lain/", ONE]) == [[0, 2], [1]]


def test_captures_of_one_address_are_neighbours() -> None:
    assert neighbours([ONE, "http://warta.example/lain/", ONE]) == [[0, 2], [1]]


def test_a_number_after_a_page_that_is_not_there_makes_no_neighbours() -> None:
    assert neighbours(["http://warta.example/arsip/2/", "http://warta.example/arsip/3/"]) == [[0], [1]]


def test_an_article_below_the_front_page_is_no_part_of_it() -> None:
    assert neighbours(["http://warta.example/", "http://warta.example/10595343"]) == [[0], [1]]


def test_what_has_no_address_has_no_neighbours() -> None:
    assert neighbours([None, ONE, None, "urn:sha256:00"]) == [[0], [1], [2], [3]]
