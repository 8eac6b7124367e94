"""Readers keep the words as they are, and report what they cannot read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import ClaimtrailError
from evidence.ids import text_hash
from evidence.readers import Limits, read_documents, read_file
from evidence.readers.decoding import decode

PAGE = """<!doctype html><html lang="en"><head><title>Strikes condemned</title>
<meta property="og:site_name" content="Gulf Monitor">
<meta name="author" content="News Desk"><meta property="article:published_time"
content="2021-06-28T09:00:00Z"></head><body><nav>Home | News</nav><article>
<h1>Strikes condemned</h1><p>The ministry condemned the strikes as a breach of sovereignty, and it
said that it would review its legal options in the days that follow the attack.</p>
<p>A spokesman said on Monday that nobody had been warned before the aircraft came.</p>
</article><script>alert(1)</script></body></html>"""


def test_plain_text_is_kept_to_the_last_space(tmp_path: Path) -> None:
    words = "  Iran denied it.\r\n\r\n“No.”\t \n"
    (tmp_path / "Weekly Brief.txt").write_bytes(words.encode())
    (document,) = read_documents([str(tmp_path / "Weekly Brief.txt")]).documents
    assert document.text == words
    assert (document.id, document.title) == ("weekly-brief", "Weekly Brief")
    assert document.sha256 == text_hash(words) == document.raw_sha256
    assert document.media_type == "text/plain"


def test_markdown_front_matter_becomes_fields(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text(
        "---\ntitle: No. 7\npublisher: Gulf Monitor\npublished: 2021-06-28\n"
        "authors: [A, B]\noriginal: true\n---\n# Heading\nText.\n",
        encoding="utf-8",
    )
    intake = read_file(path)
    (document,) = intake.documents
    assert document.text == "# Heading\nText.\n"
    assert (document.title, document.published) == ("No. 7", "2021-06-28")
    assert (document.authors, document.original) == (("A", "B"), True)
    assert document.publisher == intake.actors[0].id == "gulf-monitor"
    assert document.raw_sha256 != document.sha256


def test_markdown_without_front_matter_takes_its_heading_as_title(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text("# The *brief* #\n\nText.\n", encoding="utf-8")
    assert read_file(path).documents[0].title == "The *brief*"


def test_html_gives_main_text_and_metadata(tmp_path: Path) -> None:
    path = tmp_path / "page.dat"
    path.write_text(PAGE, encoding="utf-8")
    intake = read_file(path)
    (document,) = intake.documents
    assert document.text is not None
    assert "condemned the strikes as a breach of sovereignty" in document.text
    assert "alert" not in document.text
    assert "Home" not in document.text
    assert (document.title, document.published) == ("Strikes condemned", "2021-06-28")
    assert [a.name for a in intake.actors] == ["Gulf Monitor"]


@pytest.mark.parametrize(
    ("data", "code", "expected"),
    [
        (b"", "INT001", "is empty"),
        (b" \n\t", "INT001", "is empty"),
        (b"\x7fELF\0\0\0", "INT002", "is not text"),
        ("café".encode("latin-1"), "INT002", "is not utf-8: unexpected end of data at byte 3"),
        (b"\xff\xfe\x00", "INT002", "is not utf-16-le"),
        (b"x" * 101, "INT003", "has more than 100 bytes"),
    ],
)
def test_what_cannot_be_read_is_a_finding(
    tmp_path: Path, data: bytes, code: str, expected: str
) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text("Good.", encoding="utf-8")
    intake = read_documents([str(tmp_path)], limits=Limits(largest=100))
    assert [d.id for d in intake.documents] == ["good"]
    (finding,) = intake.findings
    assert finding.code == code
    assert expected in finding.message
    assert finding.hint
    assert finding.place is not None
    assert finding.place.file == str(tmp_path / "bad.txt")


@pytest.mark.parametrize(
    "matter", ["a: [", "- a", "published: soon", "title: {a: b}", "original: perhaps"]
)
def test_damaged_front_matter_is_a_finding(tmp_path: Path, matter: str) -> None:
    path = tmp_path / "bad.md"
    path.write_text(f"---\n{matter}\n---\nText.\n", encoding="utf-8")
    intake = read_file(path)
    assert intake.documents == ()
    assert "damaged Markdown" in intake.findings[0].message


def test_a_named_encoding_is_used_and_an_unknown_one_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("café".encode("cp1252"))
    assert read_file(path, encoding="cp1252").documents[0].text == "café"
    with pytest.raises(ClaimtrailError, match="unknown encoding"):
        read_file(path, encoding="klingon")


def test_folders_are_walked_in_order_without_hidden_files_or_loops(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text("Text.", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "same.txt").symlink_to(tmp_path / "a.txt")
    intake = read_documents([str(tmp_path), str(tmp_path / "a.txt")])
    assert [d.id for d in intake.documents] == ["a", "b", "a-2"]
    (loop,) = intake.findings
    assert "link back" in loop.message
    assert loop.severity == "info"


def test_what_is_not_there_is_a_finding_and_patterns_are_expanded(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    intake = read_documents([str(tmp_path / "*.txt"), str(tmp_path / "none.txt")])
    assert [d.id for d in intake.documents] == ["a"]
    assert [f.message.split("/")[-1] for f in intake.findings] == [
        "dangling.txt cannot be opened: No such file or directory",
        "pipe.txt is neither a file nor a folder",
        "none.txt cannot be opened: No such file or directory",
    ]


def test_hostile_file_names_are_shown_escaped(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\x1b[31m\n.txt"
    Path(os.fsdecode(name)).write_bytes(b"Text.")
    (document,) = read_documents([str(tmp_path)]).documents
    assert document.filename == "\\xff\\x1b[31m\\n.txt"
    assert document.text == "Text."


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(["utf-8", "utf-16"]))
def test_decoding_gives_the_text_back(text: str, encoding: str) -> None:
    if encoding == "utf-8" and text.startswith("\ufeff"):
        return
    assert decode(text.encode(encoding)) == text
