from archive.reason import Reason
from archive.visit import Refused
from crawler.cli.refusal import sentence


def test_every_reason_says_what_to_do() -> None:
    for reason in Reason:
        told = sentence("berita.html", Refused(reason=reason))
        assert told.startswith(f"berita.html: {reason.meaning} [{reason.value}]; ")
        assert "\n" not in told
