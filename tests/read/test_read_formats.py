"""Each format to documents, and each way to be unreadable to one clear reason."""

import csv
import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_db.read import MAX_TEXT_BYTES, Unreadable, read_documents
from relations_db.values import Document, PartialDate

DAY = PartialDate(2024, 10, 29)
BODY = "The presidents held talks in Astana."


def read_bytes(folder: Path, name: str, raw: bytes) -> list[Document | Unreadable]:
    (folder / name).write_bytes(raw)
    return list(read_documents([folder / name]))


def reason(folder: Path, name: str, raw: bytes) -> str:
    (found,) = read_bytes(folder, name, raw)
    assert isinstance(found, Unreadable)
    assert found.name == str(folder / name)
    assert "\n" not in found.reason
    return found.reason


TEXTS = [
    ("a.txt", BODY.encode(), Document("a", BODY)),
    ("a.b.txt", BODY.encode(), Document("a.b", BODY)),
    ("a", BODY.encode(), Document("a", BODY)),
    ("a.text", BODY.encode(), Document("a", BODY)),
    ("a.TXT", f" date 2024-10-29 {BODY}".encode(), Document("a", BODY, DAY)),
    ("a.txt", b"\xef\xbb\xbf date 2024-10-29 Talks.\r\n\r\nMore.\r\n", Document("a", "Talks.\r\n\r\nMore.\r\n", DAY)),
    ("a.txt", "\ufeffErdoğan in Ankara".encode("utf-16-le"), Document("a", "Erdoğan in Ankara")),
    ("a.txt", "\ufeffErdoğan in Ankara".encode("utf-16-be"), Document("a", "Erdoğan in Ankara")),
    ("a.txt", "\ufeffErdoğan in Ankara".encode("utf-32-le"), Document("a", "Erdoğan in Ankara")),
    ("a.txt", "\ufeffErdoğan".encode("utf-16-be"), Document("a", "Erdoğan")),
    ("a.txt", b" \t lone CR\rand tab\x0b\n ", Document("a", " \t lone CR\rand tab\x0b\n ")),
    (
        "a.md",
        b"# Talks in Astana #\n\n*Held.*\n",
        Document("a", "# Talks in Astana #\n\n*Held.*\n", title="Talks in Astana"),
    ),
    ("a.md", b"---\ntitle: T\ndate: 2024-10-29\n---\n# H\nHeld.", Document("a", "# H\nHeld.", DAY, "T")),
    ("a.txt.gz", gzip.compress(b" date 2024-10-29 Held."), Document("a", "Held.", DAY)),
]


@pytest.mark.parametrize(("name", "raw", "expected"), TEXTS)
def test_text(tmp_path: Path, name: str, raw: bytes, expected: Document) -> None:
    assert read_bytes(tmp_path, name, raw) == [expected]


UNREADABLE = [
    ("a.txt", b"", "empty: there is no text"),
    ("a.txt", b"\xef\xbb\xbf", "empty: there is no text"),
    ("a.txt", b" \n\t\r\n", "empty: there is no text"),
    ("a.txt", b" date 2024-10-29 \n", "empty: there is no text"),
    ("a.txt", b" date 2023-02-30 Talks.", "impossible date '2023-02-30': no calendar has it"),
    ("a.txt", "Erdoğan caf\u00e9".encode("cp1254"), "not UTF-8: byte 0xF0 at offset 4; convert the file to UTF-8"),
    ("a.txt", b"\xef\xbb\xbfcaf\xe9!", "not UTF-8: byte 0xE9 at offset 6; convert the file to UTF-8"),
    ("a.txt", b"\xff\xfea\0b", "not UTF-16-LE: byte 0x62 at offset 4; convert the file to UTF-8"),
    ("a.txt", bytes(range(128, 256)) + b"\0", "binary data, not text"),
    ("a.txt", b"a\0b", "NUL in the text at character 1: binary data, or UTF-16 without a byte order mark"),
    ("a.txt", b"%PDF-1.7\n...", "binary: a PDF file, not text; convert it to text first"),
    ("a.pdf", b"%PDF-1.7\n...", "binary: a PDF file, not text; convert it to text first"),
    ("a.txt", b"\x89PNG\r\n\x1a\n", "binary: a PNG image, not text; convert it to text first"),
    ("a.txt", b"x" * (MAX_TEXT_BYTES + 1), "too large: over 20 MB, the limit for one document; split it"),
    ("a.txt.gz", gzip.compress(b"x" * 50_000_000), "too large: over 20 MB, the limit for one document; split it"),
    ("a.txt.gz", b"no gzip", "damaged archive: Not a gzipped file (b'no')"),
    (
        "a.txt.gz",
        gzip.compress(b"x" * 1000)[:-9],
        "damaged archive: Compressed file ended before the end-of-stream marker was reached",
    ),
    ("a.zip", b"no zip", "damaged archive: File is not a zip file"),
    ("a.json", b"", "empty: there is no text"),
    ("a.json", b"{", "not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
    ("a.json", b"3", "not a record: an object with the field 'text' is needed"),
    ("a.json", b"[]", "none of its 0 records has the field 'text'"),
    ("a.json", b'[{"id": "1"}, {"id": "2"}]', "none of its 2 records has the field 'text'"),
    ("a.json", b'{"id": "1"}', "no field 'text'"),
    ("a.json", b'{"text": null}', "empty: there is no text"),
    ("a.json", b'{"text": ["a"]}', "the field 'text' is a list, not a string"),
    ("a.json", b'{"text": "a", "title": {"a": 1}}', "the field 'title' is a dict, not a string"),
    ("a.json", b'{"text": "a", "published_on": "2023-02-30"}', "impossible date '2023-02-30': no calendar has it"),
    ("a.json", b'{"text": "a\\ud800"}', "half a surrogate pair in the text at character 1: mend the encoding"),
    (
        "a.json",
        b'{"text": "a", "title": "b\\u0000"}',
        "NUL in the title at character 1: binary data, or UTF-16 without a byte order mark",
    ),
    (
        "a.json",
        b"[" * 100_000,
        "not JSON: maximum recursion depth exceeded while decoding a JSON array from a unicode string",
    ),
    ("a.jsonl", b"", "empty: there is no text"),
    ("a.csv", b"", "empty: there is no text"),
    ("a.csv", b"id,title\n1,T\n", "no column 'text' in the header line"),
    ("a.parquet", b"PAR1 is not enough", None),
    ("a.html", b"<html><body></body></html>", "empty: there is no text"),
    ("a.html", b"", "empty: there is no text"),
    ("a.html", b"<p>caf\xe9</p>", "not UTF-8: byte 0xE9 at offset 6; convert the file to UTF-8"),
    ("a.warc", b"no archive", "cannot be read: Invalid WARC header"),
]


@pytest.mark.parametrize(("name", "raw", "expected"), UNREADABLE)
def test_unreadable(tmp_path: Path, name: str, raw: bytes, expected: str | None) -> None:
    found = reason(tmp_path, name, raw)
    if expected is None:
        assert found.startswith("not Parquet: ")
    else:
        assert found == expected


RECORD = {"id": "r1", "text": BODY, "title": "T", "published_on": "2024-10-29", "url": "u", "source": "s", "more": 1}
FULL = Document("r1", BODY, DAY, "T", "s", "u")


def test_json_record_and_list(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "one.json", json.dumps(RECORD).encode()) == [FULL]
    both = json.dumps([RECORD, {"text": "x"}, {"id": 7, "text": "y", "date": 2024}]).encode()
    assert read_bytes(tmp_path, "list.json", both) == [
        FULL,
        Document("list-2", "x"),
        Document("7", "y", PartialDate(2024)),
    ]


def test_record_without_a_date_of_its_own_loses_the_mark(tmp_path: Path) -> None:
    marked = f" date 2024-10-29 {BODY}"
    lines = [{"text": marked}, {"text": marked, "published_on": "2024-10-30"}]
    assert read_bytes(tmp_path, "a.jsonl", b"\n".join(json.dumps(r).encode() for r in lines)) == [
        Document("a-1", BODY, DAY),
        Document("a-2", marked, PartialDate(2024, 10, 30)),
    ]


def test_jsonl_reports_bad_lines_and_goes_on(tmp_path: Path) -> None:
    raw = b'\xef\xbb\xbf{"text": "a"}\r\n\r\n{"text": \n{"id": "c", "text": "\xe9"}\n{"id": "d", "text": "d"}'
    at = tmp_path / "a.jsonl"
    assert read_bytes(tmp_path, "a.jsonl", raw) == [
        Document("a-1", "a"),
        Unreadable(f"{at}:3", "not JSON: Expecting value: line 2 column 1 (char 10)"),
        Unreadable(f"{at}:4", "not UTF-8: byte 0xE9 at offset 21; convert the file to UTF-8"),
        Document("d", "d"),
    ]


def test_json_lines_under_the_name_json(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.json", b'{"text": "a"}\n{"text": "b"}\n') == [
        Document("a-1", "a"),
        Document("a-2", "b"),
    ]


def test_csv(tmp_path: Path) -> None:
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerows([["ID", "Text", "published_on", "url"], ["r1", 'He said: "yes",\r\nthen left.', "2024-10-29", ""]])
    rows.writerows([["", "b", "", "u"], ["r3", "", "", ""], ["r4", "d", "soon", ""], ["r5", "e"]])
    at = tmp_path / "a.csv"
    assert read_bytes(tmp_path, "a.csv", out.getvalue().encode("utf-8-sig")) == [
        Document("r1", 'He said: "yes",\r\nthen left.', DAY),
        Document("a-2", "b", url="u"),
        Unreadable(f"{at}:3", "empty: there is no text"),
        Unreadable(f"{at}:4", "cannot read the date 'soon': write it as YYYY-MM-DD"),
        Unreadable(f"{at}:5", "2 cells under 4 columns"),
    ]


@pytest.mark.parametrize("mark", [";", "\t", ","])
def test_csv_delimiters(tmp_path: Path, mark: str) -> None:
    raw = f"id{mark}text\n1{mark}{'x' * 200_000}\n".encode()
    assert read_bytes(tmp_path, "a.tsv", raw) == [Document("1", "x" * 200_000)]


def test_csv_of_utf16(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.csv", "\ufeffid\ttext\r\n1\tĞ\r\n".encode("utf-16-le")) == [Document("1", "Ğ")]


def test_csv_that_breaks_off(tmp_path: Path) -> None:
    at = tmp_path / "a.csv"
    assert read_bytes(tmp_path, "a.csv", b'text\na\n"b" c\nd\n') == [
        Document("a-1", "a"),
        Unreadable(f"{at}:2", "not CSV from here on: ',' expected after '\"'"),
    ]
    assert read_bytes(tmp_path, "a.csv", b"text\na\nb\xe9\n") == [
        Document("a-1", "a"),
        Unreadable(f"{at}:2", "not UTF-8: byte 0xE9 at offset 8; convert the file to UTF-8"),
    ]


def test_parquet(tmp_path: Path) -> None:
    import datetime

    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")

    days = [datetime.date(2024, 10, 29), None]
    table = pyarrow.table({"id": ["r1", None], "text": [BODY, "x"], "published_on": days, "n": [1.5, 2.5]})
    parquet.write_table(table, tmp_path / "p.parquet")
    assert list(read_documents([tmp_path / "p.parquet"])) == [Document("r1", BODY, DAY), Document("p-2", "x")]


PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="windows-1254"><title>Talks | Site</title>
<meta property="og:title" content="Talks"><meta property="og:site_name" content="Akorda">
<link rel="canonical" href="https://a.example/talks"><meta name="date" content="never">
<script type="application/ld+json">{"@graph": [{"datePublished": "2024-10-29T10:00:00+05:00"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li>News</li></ul></nav><main><h1>Talks</h1>
<p>President Erdoğan came to Astana. The sides signed:</p>
<ul><li>an agreement on water;</li><li>a memorandum on <a href="/s">space</a>.</li></ul>
<p>He left on Friday.</p><ul><li><a href="/x">Read also: another piece</a></li></ul></main>
<footer>All rights reserved</footer></body></html>"""
PAGE_TEXT = (
    "Talks\n\nPresident Erdoğan came to Astana. The sides signed:\n\nan agreement on water;\n\n"
    "a memorandum on space.\n\nHe left on Friday."
)


def test_html(tmp_path: Path) -> None:
    expected = Document("p", PAGE_TEXT, DAY, "Talks", "Akorda", "https://a.example/talks")
    assert read_bytes(tmp_path, "p.html", PAGE.encode("cp1254")) == [expected]


def test_warc(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    raw = b""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-9\r\n\r\n<p>Erdo\xf0an came to Astana.</p>"
    for kind, content in (("request", b"GET / HTTP/1.1\r\n\r\n"), ("response", body)):
        head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/1\r\n"
        head += f"Content-Length: {len(content)}\r\n"
        raw += (
            head.encode() + f"Content-Type: application/http; msgtype={kind}\r\n\r\n".encode() + content + b"\r\n\r\n"
        )
    expected = [Document("w-1", "Erdoğan came to Astana.", url="https://a.example/1")]
    assert read_bytes(tmp_path, "w.warc", raw) == expected
    assert read_bytes(tmp_path, "w.warc.gz", gzip.compress(raw)) == expected


def test_zip(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("b.txt", "a/c.txt", "b.json", ".hidden.txt", "README.md", "picture.png", "inner.zip"):
            archive.writestr(name, f"text of {name}")
        archive.writestr("z.txt", b"\xe9")
    assert read_bytes(tmp_path, "x.zip", out.getvalue()) == [
        Document("c", "text of a/c.txt"),
        Document("b", "text of b.txt"),
        Unreadable(f"{tmp_path}/x.zip/z.txt", "not UTF-8: byte 0xE9 at offset 0; convert the file to UTF-8"),
    ]


storable = st.text(min_size=1).filter(lambda t: "\0" not in t and not t.isspace())


def same(text: str, raw: bytes, suffix: str, folder: Path) -> None:
    path = folder / f"a{suffix}"
    path.write_bytes(raw)
    (found,) = read_documents([path])
    assert isinstance(found, Document), found
    assert found.text == text
    assert found.sha256 == Document("b", text).sha256


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round-trip")


@given(text=storable)
def test_every_text_comes_back_as_it_was(folder: Path, text: str) -> None:
    headed = f"Date: 2024-10-29\n\n{text}"
    for suffix, raw in (
        (".txt", headed.encode()),
        (".txt", b"\xef\xbb\xbf" + headed.encode()),
        (".txt", ("\ufeff" + headed).encode("utf-16-le")),
        (".txt.gz", gzip.compress(headed.encode())),
        (".md", headed.encode()),
        (".jsonl", json.dumps({"text": text, "published_on": "2024"}).encode()),
        (".json", json.dumps({"text": text, "published_on": "2024"}, ensure_ascii=False).encode()),
    ):
        same(text, raw, suffix, folder)


@given(text=storable)
def test_every_text_comes_back_from_csv(folder: Path, text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["published_on", "text"], ["2024", text]])
    same(text, out.getvalue().encode(), ".csv", folder)


@given(
    raw=st.binary(max_size=300),
    suffix=st.sampled_from(["txt", "md", "html", "json", "jsonl", "csv", "parquet", "zip", "gz", "warc"]),
)
def test_no_bytes_raise(folder: Path, raw: bytes, suffix: str) -> None:
    path = folder / f"any.{suffix}"
    path.write_bytes(raw)
    for found in read_documents([path]):
        assert isinstance(found, Document | Unreadable)
