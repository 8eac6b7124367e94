"""DOCX, ODT and EPUB: every word in its order, what was struck out left out."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest
from made_documents import PROSE, docx_of, epub_of, odt_of, zip_of
from taken_in import taken_in

from evidence.readers import Limits


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """A packed document with words of a part replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    return zip_of(parts)


def test_docx_gives_paragraphs_and_tables_in_order() -> None:
    data = docx_of([PROSE, "Second.", "In a table."], title="Brief", author="News Desk")
    (document,) = taken_in(data, "brief.docx").documents
    assert document.text == f"{PROSE}\n\nSecond.\n\nIn a table."
    assert (document.title, document.authors) == ("Brief", ("News Desk",))
    assert (document.media_type or "").endswith("wordprocessingml.document")


def test_docx_keeps_insertions_and_drops_deletions() -> None:
    run, field = (
        "<w:r><w:t>two</w:t></w:r>",
        "<w:sdtContent><w:r><w:t>three</w:t></w:r></w:sdtContent>",
    )
    data = changed(
        docx_of(["one", "end"]),
        "word/document.xml",
        "<w:r><w:t>one</w:t></w:r>",
        f"<w:r><w:t>one</w:t><w:tab/></w:r><w:ins>{run}</w:ins><w:sdt>{field}</w:sdt>"
        "<w:del><w:r><w:delText>four</w:delText></w:r></w:del>",
    )
    (document,) = taken_in(data, "a.docx").documents
    assert document.text == "one\ttwothree\n\nend"


def test_docx_gives_a_text_box_once_and_after_its_paragraph() -> None:
    box = "<w:p><w:r><w:t>box</w:t></w:r></w:p>"
    spaces = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    data = changed(
        docx_of(["one", "end"]),
        "word/document.xml",
        "<w:t>one</w:t>",
        f"<w:t>one</w:t><mc:AlternateContent {spaces}>{both}</mc:AlternateContent>",
    )
    (document,) = taken_in(data, "a.docx").documents
    assert document.text == "one\n\nbox\n\nend"


def test_odt_gives_words_notes_and_what_the_file_says_of_itself() -> None:
    content = (
        "<text:tracked-changes><text:p>struck</text:p></text:tracked-changes><text:h>Head</text:h>"
        '<text:p>One<text:s text:c="2"/>two\n <text:span>three</text:span><text:tab/>four'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note.</text:p></text:note-body></text:note> five</text:p>"
    )
    meta = "<dc:title>Brief</dc:title><meta:initial-creator>Desk</meta:initial-creator>"
    (document,) = taken_in(odt_of(content, meta), "a.odt").documents
    assert document.text == "Head\n\nOne  two three\tfour five\n\nA note."
    assert (document.title, document.authors) == ("Brief", ("Desk",))
    assert document.media_type == "application/vnd.oasis.opendocument.text"


def test_epub_gives_its_chapters_in_the_order_of_the_spine() -> None:
    chapters = ["<h1>One</h1><p>First <b>bold</b>\n words.</p><script>no()</script>", "<p>Two</p>"]
    (document,) = taken_in(epub_of(chapters), "book.epub").documents
    assert document.text == "One\nFirst bold words.\n\nTwo"
    assert (document.title, document.authors, document.language) == ("A book", ("A writer",), "en")
    assert document.pages == ()


@pytest.mark.parametrize(
    ("name", "data", "code", "expected"),
    [
        ("a.docx", docx_of([PROSE] * 2)[:-400], "INT001", "is damaged ZIP"),
        ("a.docx", zip_of({"word/document.xml": "<a/>"}), "INT001", "is damaged DOCX"),
        ("a.odt", odt_of("<text:p>"), "INT001", "is damaged ODT"),
        (
            "a.epub",
            epub_of(
                ["x"],
                **{"META-INF/encryption.xml": '<a><EncryptionMethod Algorithm="aes"/></a>'},
            ),
            "INT001",
            "is encrypted",
        ),
        ("a.zip", zip_of({"a.txt": "x"}), "INT002", "is packed (ZIP)"),
    ],
)
def test_what_cannot_be_read_is_a_finding(name: str, data: bytes, code: str, expected: str) -> None:
    intake = taken_in(data, name)
    assert not intake.documents
    assert [f.code for f in intake.findings] == [code]
    assert expected in intake.findings[0].message


def test_fonts_that_are_obfuscated_do_not_make_a_book_unreadable() -> None:
    method = '<EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/>'
    data = epub_of(["<p>x</p>"], **{"META-INF/encryption.xml": f"<a>{method}</a>"})
    assert taken_in(data, "a.epub").documents[0].text == "x"


@pytest.mark.parametrize(
    "data",
    [
        zip_of({"word/document.xml": bytes(2000)}),
        epub_of(["x" * 2000]),
        odt_of("<text:p>" + "x" * 2000 + "</text:p>"),
    ],
)
def test_what_unpacks_to_more_than_is_bounded_is_not_unpacked(data: bytes) -> None:
    (finding,) = taken_in(data, "a.docx", limits=Limits(unpacked=1000)).findings[-1:]
    assert finding.code == "INT003"
    assert "unpacks to" in finding.message


def test_entities_are_not_expanded_and_nothing_outside_is_read() -> None:
    declared = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    data = changed(
        docx_of(["one", "end"]), "word/document.xml", "<w:t>one", "<w:t>&e;</w:t><w:t>one"
    )
    data = changed(data, "word/document.xml", "<w:document", f"{declared}<w:document")
    assert [d.text for d in taken_in(data, "a.docx").documents] == ["one\n\nend"]


def test_without_the_library_the_line_that_installs_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = docx_of([PROSE, "x"])
    monkeypatch.setitem(sys.modules, "docx", None)
    (finding,) = taken_in(data, "a.docx").findings
    assert "a.docx was not read: reading DOCX needs packages" in finding.message
    assert finding.hint == "run: pip install 'claimtrail[documents]'"
