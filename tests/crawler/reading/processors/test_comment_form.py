"""Comment forms of WordPress, its plug-ins, and sites' own."""

import pytest
from lxml import html
from lxml.etree import _Element

from archive.article import CommentForm, FormField
from crawler.reading.processors.comment_form import find_comment_form
from crawler.reading.tree import Tree

CORE = """
<div id="comments" class="comments-area"><h2 class="comments-title">12 tanggapan untuk “Harga Beras”</h2>
<ol class="comment-list"><li class="comment">Budi: setuju</li></ol>
<div id="respond" class="comment-respond">
<h3 id="reply-title" class="comment-reply-title">Tinggalkan Balasan
<small><a rel="nofollow" id="cancel-comment-reply-link" href="#respond" style="display:none;">
Batalkan balasan</a></small></h3>
<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form">
<p class="comment-notes"><span id="email-notes">Alamat email Anda tidak akan dipublikasikan.</span>
<span class="required-field-message">Ruas yang wajib ditandai <span class="required">*</span></span></p>
<p><label for="comment">Komentar <span class="required">*</span></label>
<textarea id="comment" name="comment" required></textarea></p>
<p><label for="author">Nama</label><input id="author" name="author" type="text" aria-required="true"></p>
<p><input id="email" name="email" type="email" placeholder="Surel"></p>
<p><label>Simpan <input name="wp-comment-cookies-consent" type="checkbox"></label></p>
<p><input name="submit" type="submit" value="Kirim Komentar">
<input type="hidden" name="comment_post_ID" value="7"></p>
<p style="display: none !important;"><textarea name="ak_hp_textarea"></textarea></p>
</form></div></div>
"""


def found(markup: str) -> tuple[CommentForm, list[_Element]]:
    root = html.document_fromstring(
        f"<html><body><article><h1>Harga Beras</h1><p>Harga beras turun.</p></article>{markup}</body></html>"
    )
    return find_comment_form(Tree(root), "https://warta.example/2026/harga-beras/")


def test_the_form_of_wordpress_is_read_whole() -> None:
    form, elements = found(CORE)
    assert form == CommentForm(
        state="open",
        kind="wordpress",
        heading="Tinggalkan Balasan",
        notice="Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *",
        method="post",
        action="https://warta.example/wp-comments-post.php",
        fields=(
            FormField(name="comment", label="Komentar *", type="textarea", required=True),
            FormField(name="author", label="Nama", required=True),
            FormField(name="email", label="Surel", type="email"),
            FormField(name="wp-comment-cookies-consent", label="Simpan", type="checkbox"),
            FormField(name="comment_post_ID", type="hidden", hidden=True),
            FormField(name="ak_hp_textarea", type="textarea", hidden=True),
        ),
        comments=12,
    )
    assert [element.get("id") for element in elements] == ["comments"]


def test_an_english_form_has_its_english_words() -> None:
    form, _ = found(
        '<div id="respond" class="comment-respond"><h3 id="reply-title">Leave a Reply</h3><form id="commentform">'
        '<p class="comment-notes">Your email address will not be published. Required fields are marked *</p>'
        "</form></div>"
    )
    assert (form.state, form.heading) == ("open", "Leave a Reply")
    assert form.notice == "Your email address will not be published. Required fields are marked *"
    assert (form.method, form.action) == (None, None)


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ('<div id="comments"><div id="wpdcom"><textarea name="wc_comment"></textarea></div></div>', "wpdiscuz"),
        ('<div id="respond" class="comment-respond"><iframe id="jetpack_remote_comment"></iframe></div>', "jetpack"),
        ('<div id="disqus_thread"></div>', "disqus"),
        ('<div class="fb-comments" data-href="https://warta.example/"></div>', "facebook"),
        ('<iframe src="https://www.facebook.com/plugins/comments.php"></iframe>', "facebook"),
        ('<iframe id="comment-editor" src="https://www.blogger.com/comment/frame/1"></iframe>', "other"),
        ('<div id="komentar" class="komentar_box"></div>', "other"),
        ('<div class="kotak-komentar"><h3>Tulis Komentar</h3><textarea name="isi"></textarea></div>', "other"),
    ],
)  # fmt: skip
def test_widgets_are_open_forms_of_their_kind(markup: str, kind: str) -> None:
    form, elements = found(markup)
    assert (form.state, form.kind) == ("open", kind)
    assert len(elements) == 1


def test_a_form_without_a_form_element_has_its_fields_and_heading() -> None:
    form, _ = found('<div class="kotak-komentar"><h3>Tulis Komentar</h3><textarea name="isi"></textarea></div>')
    assert form.heading == "Tulis Komentar"
    assert form.fields == (FormField(name="isi", type="textarea"),)


@pytest.mark.parametrize("words", ["Komentar ditutup.", "Kolom komentar telah ditutup", "Comments are closed."])
def test_closed_comments_are_closed(words: str) -> None:
    form, _ = found(f'<div id="comments" class="comments-area"><p class="no-comments">{words}</p></div>')
    assert (form.state, form.kind) == ("closed", "other")


def test_a_form_for_members_requires_a_login() -> None:
    form, _ = found(
        '<div id="respond" class="comment-respond"><h3 id="reply-title">Tinggalkan Balasan</h3>'
        '<p class="must-log-in">Anda harus masuk log untuk mengirim komentar.</p></div>'
    )
    assert (form.state, form.kind, form.heading) == ("login_required", "wordpress", "Tinggalkan Balasan")


@pytest.mark.parametrize(
    "markup",
    [
        '<form class="search-form" action="/"><input name="s"></form>',
        '<form class="newsletter"><textarea name="alasan"></textarea></form>',
        '<form class="wpcf7" action="/contact"><textarea name="pesan"></textarea></form>',
        '<div class="widget_recent_comments" id="recent-comments-2"><ul><li>Budi</li></ul></div>',
        '<div class="comment-count">3 Komentar</div>',
        '<div class="most-comment"><ul><li>Harga beras</li></ul></div>',
        "<p>Komentar pembaca dimuat di halaman surat.</p>",
        "",
    ],
)
def test_other_forms_and_lists_are_no_comment_form(markup: str) -> None:
    assert found(markup) == (CommentForm(), [])


def test_an_empty_container_of_wordpress_has_no_form() -> None:
    form, _ = found('<div class="jnews_comment_container"></div>')
    assert form.state == "absent"


def test_a_box_that_holds_the_article_is_never_given_away() -> None:
    root = html.document_fromstring(
        '<html><body><div class="has-comments"><h1>Harga</h1><div id="disqus_thread"></div></div></body></html>'
    )
    form, elements = find_comment_form(Tree(root), "https://warta.example/")
    assert form.kind == "disqus"
    assert [element.get("id") for element in elements] == ["disqus_thread"]


def test_an_address_that_is_none_is_no_action() -> None:
    form, _ = found('<div class="komentar"><form action="http://["><textarea name="isi"></textarea></form></div>')
    assert form.action is None
