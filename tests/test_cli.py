"""The command line: what each command prints, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from relations_db.cli import run
from relations_db.extract import Extractor, to_codebook
from relations_db.read import read_documents
from relations_db.store import migrate
from relations_db.store.engine import make_engine

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
ARTICLE = ARTICLES / "kaz-uzb-2022-state-visit.txt"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line of an error: without the program's name, and nothing else was printed there."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        return lines[0].removeprefix("relations-db: ")


Cli = Callable[..., Outcome]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs a command in this process."""

    def call(*arguments: object) -> Outcome:
        code = run([str(a) for a in arguments])
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return call


def program(*arguments: object, **options: Any) -> subprocess.Popen[bytes]:
    """Starts a command as a program of its own."""
    command = [sys.executable, "-c", "from relations_db.cli import main; main()", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


@pytest.fixture(scope="module")
def server_url(embedded_server: Any) -> Callable[[str], str]:
    return lambda template="template0": embedded_server.url(embedded_server.create(template))


@pytest.fixture(scope="module")
def loaded(embedded_server: Any, server_url: Callable[..., str]) -> str:
    """The address of a database that holds the articles of the repository."""
    url = server_url(embedded_server.template)
    assert run(["load", str(ARTICLES), "--database", url]) == 0
    return url


# ------------------------------------------------------------------ help and usage
COMMANDS = ["load", "extract", "forget", "report", "export", "check", "review", "db"]


def test_help_lists_the_commands(cli: Cli) -> None:
    found = cli("--help")
    assert found.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in found.out


@pytest.mark.parametrize("command", COMMANDS[:-2])
def test_each_help_has_examples(cli: Cli, command: str) -> None:
    found = cli(command, "--help")
    assert found.code == 0
    assert f"  relations-db {command}" in found.out.split("Example")[1]


def test_no_command_shows_the_help(cli: Cli) -> None:
    assert (cli().code, cli().out) == (2, cli("--help").out.rstrip("\n") + "\n")


def test_version(cli: Cli) -> None:
    assert cli("--version") == Outcome(0, "relations-db 0.1.0\n", "")


# The words of the first five are Typer's; what counts is that they are one line that names the culprit and the help.
USAGE = [
    (["repot"], "'repot'", "(see relations-db --help)"),
    (["report"], "'NAME'", "(see relations-db report --help)"),
    (["report", "visits", "--contry", "KAZ"], "--contry", "(see relations-db report --help)"),
    (["load", "x", "--workers", "0"], "'--workers'", "(see relations-db load --help)"),
    (
        ["db", "grant", "owner", "x"],
        "Invalid value for 'rights': 'owner' is not one of",
        "(see relations-db db grant --help)",
    ),
    (["load"], "nothing to load: give files or folders, or --rebuild", ""),
    (["load", "x", "--rebuild"], "--rebuild reads what is stored: give it neither paths nor --dry-run", ""),
    (["extract", "nowhere"], "no such file or folder: nowhere", ""),
    (["load", "nowhere"], "no such file or folder: nowhere", ""),
    (["report", "visit"], "no report is called 'visit'; the reports are pair, visits, ", ""),
    (["report", "visits", "--database", "mysql://x"], "the database address must begin with postgresql://", ""),
]


@pytest.mark.parametrize(("arguments", "message", "help"), USAGE)
def test_wrong_calls(cli: Cli, arguments: list[str], message: str, help: str) -> None:
    found = cli(*arguments)
    assert (found.code, found.out) == (2, "")
    assert message in found.complaint
    assert found.complaint.endswith(help)


def test_help_is_fast_because_little_is_imported() -> None:
    script = (
        "import sys; from relations_db.cli import run; run(['--help']);"
        "print(sorted({'sqlalchemy', 'psycopg', 'rich', 'pydantic', 'ahocorasick_rs', 'rapidfuzz'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"


# ------------------------------------------------------------------ bad input: one clear line each, and the right code
BAD_FILES = [
    ("empty.txt", b"", "empty: there is no text"),
    ("blank.txt", b" \n\n", "empty: there is no text"),
    ("binary.txt", bytes(range(256)) * 4, "binary data, not text"),
    ("image.txt", b"\x89PNG\r\n\x1a\n\0\0", "binary: a PNG image, not text; convert it to text first"),
    ("cyrillic.txt", "Президент".encode("cp1251"), "not UTF-8: byte 0xCF at offset 0; convert the file to UTF-8"),
    ("impossible.txt", b" date 2023-02-30 Talks.", "impossible date '2023-02-30': no calendar has it"),
    ("big.txt", b"Talks. " * 7_500_000, "too large: over 20 MB, the limit for one document; split it"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BAD_FILES)
def test_bad_file_is_named_with_its_reason(cli: Cli, tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    found = cli("extract", tmp_path / name)
    assert (found.code, found.out, found.complaint) == (3, "", f"{tmp_path / name}: {reason}")


def test_bad_files_do_not_stop_a_load(cli: Cli, server_url: Callable[..., str], tmp_path: Path) -> None:
    for name, content, _ in BAD_FILES:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_bytes(ARTICLE.read_bytes())
    found = cli("load", tmp_path, "--database", server_url())
    assert found.code == 3
    assert f"{len(BAD_FILES) + 1} documents: 1 new, 0 known, {len(BAD_FILES)} unreadable" in found.out
    lines = sorted(f"relations-db: {tmp_path / name}: {reason}" for name, _, reason in BAD_FILES)
    assert sorted(found.err.splitlines()) == lines


def test_text_without_date_is_fine(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("President Kassym-Jomart Tokayev of Kazakhstan arrived in Tashkent on Tuesday.")
    found = cli("extract", tmp_path / "a.txt")
    assert (found.code, found.err) == (0, "")
    assert json.loads(found.out)["published_on"] is None


def test_folder_without_documents(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    for command in ("extract", "load"):
        assert cli(command, tmp_path).complaint == f"no documents in {tmp_path}"


def test_unreachable_server(cli: Cli) -> None:
    found = cli("report", "visits", "--database", "postgresql://u:secret@127.0.0.1:1/x")
    assert found.code == 4
    assert found.complaint == "the server at 127.0.0.1:1 does not answer: start the server or mend the address"


def test_wrong_password_role_and_database(cli: Cli, server_url: Callable[..., str]) -> None:
    url = server_url()
    credentials, place = url.removeprefix("postgresql://").split("@")
    user, _ = credentials.split(":")
    host = place.split("/")[0]
    for wrong, message in [
        (
            f"postgresql://{user}:wrong@{place}",
            f"the server at {host} refuses the password of {user}: mend the password",
        ),
        (
            f"postgresql://nobody_such:x@{place}",
            f"the server at {host} refuses the password of nobody_such: mend the password",
        ),
        (
            f"postgresql://{credentials}@{host}/gone",
            f"the server at {host} has no database gone: create it: createdb gone",
        ),
    ]:
        found = cli("report", "visits", "--database", wrong)
        assert (found.code, found.complaint) == (4, message)


def test_schema_missing_too_old_and_too_new(cli: Cli, server_url: Callable[..., str]) -> None:
    url = server_url()
    head = migrate.revisions()[-1]
    assert (
        cli("report", "visits", "--database", url).complaint
        == "the database has no tables yet: run relations-db db upgrade"
    )
    engine = make_engine(url)
    migrate.upgrade(engine, "0005")
    for command in (["report", "visits"], ["load", ARTICLE], ["check"], ["export", "x"]):
        found = cli(*command, "--database", url)
        older = f"the schema is older (0005) than this program ({head}): run relations-db db upgrade"
        assert (found.code, found.complaint) == (5, older)
    with engine.begin() as connection:
        connection.execute(text("UPDATE relations.alembic_version SET version_num = '9999'"))
    for command in (["report", "visits"], ["load", ARTICLE]):
        found = cli(*command, "--database", url)
        newer = f"the schema (9999) is newer than this program ({head}): install a newer relations-db"
        assert (found.code, found.complaint) == (5, newer)
    engine.dispose()


def test_role_without_rights(cli: Cli, loaded: str, embedded_server: Any) -> None:
    embedded_server.run("CREATE ROLE stranger LOGIN PASSWORD 'x'")
    stranger = "postgresql://stranger:x@" + loaded.split("@")[1]
    found = cli("report", "visits", "--database", stranger)
    assert found.code == 4
    assert found.complaint.startswith("this role may not ")
    assert cli("db", "grant", "reader", "stranger", "--database", loaded) == Outcome(
        0, "stranger is a reader now\n", ""
    )
    assert cli("report", "visits", "--database", stranger).code == 0
    assert cli("load", ARTICLE, "--database", stranger).code == 4
    assert cli("db", "revoke", "stranger", "--database", loaded).code == 0
    assert cli("report", "visits", "--database", stranger).code == 4
    assert cli("db", "grant", "reader", "nobody_such", "--database", loaded).code == 2


def test_output_file_that_cannot_be_written(cli: Cli, loaded: str, tmp_path: Path) -> None:
    found = cli("report", "visits", "-o", tmp_path / "gone" / "x.csv", "--database", loaded)
    assert (found.code, found.complaint) == (2, f"cannot write {tmp_path}/gone/x.csv: No such file or directory")


def test_mistake_of_the_program_is_one_line_too(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object) -> None:
        raise ZeroDivisionError("first\nsecond")

    monkeypatch.setattr(Extractor, "__init__", fail)
    found = cli("extract", ARTICLE)
    message = "unexpected ZeroDivisionError: first; set RELATIONS_DB_DEBUG=1 to see where, and report it"
    assert (found.code, found.complaint) == (1, message)
    monkeypatch.setenv("RELATIONS_DB_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli("extract", ARTICLE)


def test_interrupt_ends_with_130() -> None:
    with program("extract", "-", stdin=subprocess.PIPE) as running:
        time.sleep(1.5)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (130, b"", b"")


def test_reader_that_goes_away_is_no_error() -> None:
    with program("extract", ARTICLES, "--format", "json") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(1)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


# ------------------------------------------------------------------ extract
def test_extract_one_text_gives_the_object_of_the_codebook(cli: Cli) -> None:
    (document,) = read_documents([ARTICLE])
    expected = to_codebook(Extractor().extract(document))  # type: ignore[arg-type]
    found = cli("extract", ARTICLE)
    assert (found.code, found.err) == (0, "")
    assert json.loads(found.out) == expected
    assert json.loads(cli("extract", ARTICLE, "--format", "jsonl").out) == expected
    assert expected["visits"]


def test_extract_many_gives_a_list_or_lines(cli: Cli) -> None:
    paths = sorted(ARTICLES.glob("kaz-*.txt"))
    listed = json.loads(cli("extract", *paths).out)
    assert [item["id"] for item in listed] == [path.stem for path in paths]
    lines = cli("extract", *paths, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == listed
    assert json.loads(cli("extract", ARTICLES).out) == json.loads(cli("extract", f"{ARTICLES}/").out)


def test_extract_explain(cli: Cli) -> None:
    body = next(iter(read_documents([ARTICLE]))).text  # type: ignore[union-attr]
    told = json.loads(cli("extract", ARTICLE, "--explain").out)["explain"]
    assert {"statements", "ignored", "unhandled"} == set(told)
    spans = [quote for statement in told["statements"] for quote in statement["quotes"]]
    spans += [field for statement in told["statements"] for field in statement["fields"].values() if "start" in field]
    spans += told["ignored"] + told["unhandled"]
    for span in spans:
        assert body[span["start"] : span["end"]] == span["text"]
    assert all(statement["rule"] for statement in told["statements"])
    table = cli("extract", ARTICLE, "--format", "table", "--explain").out
    assert table.startswith("kaz-uzb-2022-state-visit (2022-01-27)\n=====")
    assert "    rule " in table


def test_extract_from_standard_input(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(ARTICLE.read_bytes()))))
    found = json.loads(cli("extract", "-", "--format", "jsonl").out)
    assert (found["id"], found["published_on"]) == ("stdin", "2022-01-27")


# ------------------------------------------------------------------ load
def test_load_twice(cli: Cli, server_url: Callable[..., str]) -> None:
    url = server_url()
    first = cli("load", ARTICLE, "--database", url)
    assert (first.code, first.err) == (0, "")
    assert first.out.splitlines()[0].startswith("1 document: 1 new, 0 known (")
    assert first.out.splitlines()[1].split() == ["facts", "found", "new", "known", "changed"]
    second = cli("load", ARTICLE, "--database", url)
    lines = second.out.splitlines()
    assert (second.code, second.err) == (0, "")
    assert lines[0].startswith("1 document: 0 new, 1 known (")
    assert lines[1:] == ["nothing is new"]


def test_dry_run_keeps_nothing(cli: Cli, server_url: Callable[..., str]) -> None:
    url = server_url()
    found = cli("load", ARTICLE, "--dry-run", "--database", url)
    assert found.out.splitlines()[-1] == "dry run: nothing of this was kept"
    assert "contents: 0 documents, 0 facts" in cli("db", "status", "--database", url).out


# ------------------------------------------------------------------ report, export, check
def test_database_before_or_after_the_command_or_in_the_environment(
    cli: Cli, loaded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = cli("report", "visits", "--country", "KAZ", "--database", loaded)
    assert after.code == 0
    assert after.out.startswith("Visits of Kazakhstan\n")
    assert cli("--database", loaded, "report", "visits", "--country", "KAZ") == after
    monkeypatch.setenv("DATABASE_URL", loaded)
    assert cli("report", "visits", "--country", "Kazakhstan") == after


def test_report_formats_and_files(cli: Cli, loaded: str, tmp_path: Path) -> None:
    asked = ("report", "visits", "--country", "KAZ", "--with", "UZB", "--database", loaded)
    assert cli(*asked, "--format", "md").out.startswith("# Visits of Kazakhstan and Uzbekistan\n")
    assert cli(*asked, "--format", "csv").out.startswith("started_on,ended_on,leader,")
    rows = json.loads(cli(*asked, "--format", "json").out)
    assert {row["host"] for row in rows} <= {"KAZ", "UZB"}
    found = cli(*asked, "-o", tmp_path / "v.json")
    assert (found, json.loads((tmp_path / "v.json").read_text(encoding="utf-8"))) == (Outcome(0, "", ""), rows)
    cli(*asked, "-o", tmp_path / "v.md", "--format", "csv")
    assert (tmp_path / "v.md").read_text(encoding="utf-8").startswith("started_on,")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["v.json", "v.md"]


def test_empty_report_says_so_and_is_no_error(cli: Cli, loaded: str) -> None:
    sentence = "No visits of Fiji and Iceland are known."
    asked = ("report", "visits", "--country", "FJI", "--with", "ISL", "--database", loaded)
    assert cli(*asked) == Outcome(0, sentence + "\n", "")
    assert cli(*asked, "--format", "json") == Outcome(0, "[]\n", f"relations-db: {sentence}\n")


def test_unknown_country_is_answered_with_suggestions(cli: Cli, loaded: str) -> None:
    found = cli("report", "visits", "--country", "Uzbekstan", "--database", loaded)
    assert (found.code, found.out) == (2, "")
    assert "did you mean Uzbekistan (UZB)" in found.complaint


def test_sources_are_the_words_of_the_text(cli: Cli, loaded: str) -> None:
    rows = json.loads(cli("report", "visits", "--sources", "--format", "json", "--database", loaded).out)
    quoted = [source for row in rows for source in row["evidence"]]
    assert quoted
    texts = {item.id: item.text for item in read_documents([ARTICLES])}  # type: ignore[union-attr]
    for source in quoted:
        assert texts[source["document"]][source["start"] : source["end"]] == source["quote"]


@pytest.mark.parametrize(
    "report", ["pair", "ladder", "trade-targets", "declarations", "agreements", "calendar", "coverage"]
)
def test_reports_on_the_articles(cli: Cli, loaded: str, report: str) -> None:
    pair = ["--country", "KAZ", "--with", "UZB"] if report == "pair" else []
    found = cli("report", report, *pair, "--database", loaded)
    assert (found.code, found.err) == (0, "")
    assert len(found.out.splitlines()) > 4


def test_export(cli: Cli, loaded: str, tmp_path: Path) -> None:
    found = cli("export", tmp_path, "--database", loaded)
    facts = [json.loads(line) for line in (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (found.code, found.out) == (0, f"{len(facts)} facts in {tmp_path}/facts.jsonl\n")


def test_check(cli: Cli, server_url: Callable[..., str], embedded_server: Any) -> None:
    url = server_url()
    assert cli("load", ARTICLE, "--database", url).code == 0
    good = cli("check", "--database", url)
    assert (good.code, good.err) == (0, "")
    assert good.out.splitlines()[-1].startswith("all ")
    engine = make_engine(url)
    with engine.begin() as connection:
        uid = connection.scalar(text("SELECT min(uid) FROM relations.facts WHERE kind = 'visits'"))
        connection.execute(
            text("DELETE FROM relations.evidence USING relations.facts f WHERE f.id = fact_id AND uid = :u"), {"u": uid}
        )
    engine.dispose()
    bad = cli("check", "--database", url)
    assert bad.code == 7
    assert f"FAILED  each fact has evidence (1: {uid})" in bad.out.splitlines()
    assert bad.complaint.endswith("checks failed: see above")


# ------------------------------------------------------------------ db
def test_db_url_and_status(cli: Cli, loaded: str) -> None:
    assert cli("db", "url", "--database", loaded) == Outcome(0, loaded + "\n", "")
    lines = cli("db", "status", "--database", loaded).out.splitlines()
    assert lines[0].startswith("server: 127.0.0.1:")
    assert lines[1] == f"schema: revision {migrate.revisions()[-1]}"
    assert lines[2].startswith(f"contents: {len(list(ARTICLES.glob('*.txt')))} documents, ")


def test_db_upgrade_and_downgrade(cli: Cli, server_url: Callable[..., str]) -> None:
    url = server_url()
    head = migrate.revisions()[-1]
    assert cli("db", "status", "--database", url).out.endswith(
        "schema: none yet; load something first (relations-db load PATH...)\n"
    )
    assert cli("db", "upgrade", "0008", "--database", url) == Outcome(0, "schema: revision 0008\n", "")
    assert f"this program knows {head}" in cli("db", "status", "--database", url).out
    assert cli("db", "upgrade", "--database", url) == Outcome(0, f"schema: revision {head}\n", "")
    refused = cli("db", "downgrade", "base", "--database", url)
    assert refused.code == 2
    assert refused.complaint == "This can delete data. Take the schema back to base? There is nobody to ask: add --yes"
    assert cli("db", "downgrade", "--yes", "--database", url, "base") == Outcome(0, "schema: revision none\n", "")
    unknown = cli("db", "upgrade", "0000", "--database", url)
    assert (unknown.code, unknown.out) == (5, "")


def test_embedded_server_start_status_stop(cli: Cli, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELATIONS_DB_DATA", str(data_folder))
    assert cli("db", "status").out.startswith("embedded server: not running")
    assert cli("db", "start").out.startswith("embedded server: PostgreSQL ")
    url = cli("db", "url").out.strip()
    assert url.startswith("postgresql://")
    assert cli("db", "status").out.splitlines()[-1].startswith("schema: none yet")
    assert cli("load", ARTICLE).code == 0
    assert cli("report", "visits", "--country", "KAZ").code == 0
    assert cli("db", "stop") == Outcome(0, "stopped\n", "")
    assert cli("db", "stop") == Outcome(0, "it was not running\n", "")
    assert cli("report", "visits", "--country", "KAZ").code == 0, "a command starts the server by itself"


def test_shell_is_psql_with_the_views_at_hand(loaded: str) -> None:
    with program("db", "shell", "--database", loaded, "-Atc", "SELECT count(*) > 0 FROM visits") as running:
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (0, b"t\n", b"")
    assert loaded.split(":")[2].split("@")[0] not in " ".join(os.environ.values())


# ------------------------------------------------------------------ review, forget, rebuild
@pytest.fixture
def small(cli: Cli, server_url: Callable[..., str]) -> str:
    """The address of a database with one article, for tests that change it."""
    url = server_url()
    assert cli("load", ARTICLE, "--database", url).code == 0
    return url


def visits_of(cli: Cli, url: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(cli("report", "visits", "--format", "json", "--database", url).out)
    return found


def test_review_and_undo(cli: Cli, small: str) -> None:
    before = visits_of(cli, small)
    uid = before[0]["uid"]
    assert cli("review", "list", "--database", small).out == "No judgements yet.\n"
    judged = cli("review", "reject", uid, "--by", "ana", "--reason", "not so", "--database", small)
    assert judged == Outcome(0, f"judgement 1 on {uid}; to take it back: relations-db review undo 1\n", "")
    assert uid not in {visit["uid"] for visit in visits_of(cli, small)}
    listed = cli("review", "list", "--database", small).out.splitlines()
    assert listed[0] == "Judgements"
    assert {"1", "ana", "reject", uid, "not", "so"} <= set(listed[-1].split())
    assert cli("review", "undo", "1", "--by", "bo", "--database", small) == Outcome(0, "judgement 1 is withdrawn\n", "")
    assert visits_of(cli, small) == before
    assert cli("review", "confirm", uid, "--database", small).code == 0


CORRECTIONS = [
    ("city", "Nur-Sultan", "city", "Nur-Sultan"),
    ("started_on", "2022-01", "started_on", "2022-01"),
    ("started_on", "2022", "started_on", "2022"),
    ("started_on", "null", "started_on", None),
    ("met", '["Kassym-Jomart Tokayev"]', "met", ["Kassym-Jomart Tokayev"]),
]


@pytest.mark.parametrize(("field", "given", "shown", "expected"), CORRECTIONS)
def test_review_correct(cli: Cli, small: str, field: str, given: str, shown: str, expected: object) -> None:
    uid = visits_of(cli, small)[0]["uid"]
    assert cli("review", "correct", uid, field, given, "--database", small).code == 0
    assert {visit["uid"]: visit for visit in visits_of(cli, small)}[uid][shown] == expected


def test_review_show(cli: Cli, small: str) -> None:
    visit = visits_of(cli, small)[0]
    lines = cli("review", "show", visit["uid"], "--database", small).out.splitlines()
    assert lines[0] == f"{visit['uid']} (visits)"
    fields = dict(line.split(maxsplit=1) for line in lines[1 : lines.index("reports")])
    assert (fields["leader"], fields["parties"], fields["host"]) == (visit["leader"], "KAZ, UZB", visit["host"])
    assert fields["started_on"] == visit["started_on"]
    assert any(line.startswith("    “") for line in lines)
    assert "judged" not in lines
    judged = ("started_on", "2022-12-01", "--by", "ana", "--reason", "seen")
    cli("review", "correct", visit["uid"], *judged, "--database", small)
    shown = cli("review", "show", visit["uid"], "--database", small).out
    assert re.search(rf"otherwise\n  started_on: {visit['started_on']} in .+, chosen 2022-12-01 \(review\)\n", shown)
    assert re.search(r"judged\n  1  correct started_on to 2022-12-01, by ana on [\d-]{10}: seen\n$", shown)


PACKAGE = """Date: 2024-05-14

Latvia and Georgia signed 11 documents in Tbilisi on Tuesday, among them an agreement on road transport and a protocol on extradition.
"""


def test_review_show_of_a_package_and_of_a_merged_fact(
    cli: Cli, server_url: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "pact.txt").write_text(PACKAGE)
    url = server_url()
    cli("load", tmp_path / "pact.txt", "--database", url)
    papers = json.loads(cli("report", "agreements", "--format", "json", "--database", url).out)
    package, *members = sorted(papers, key=lambda p: p["form"] != "package")
    shown = cli("review", "show", package["uid"], "--database", url).out
    named = "".join(f"  {p['uid']}  {p['title']}\n" for p in sorted(members, key=lambda p: p["title"]))
    assert f"documents of this package that texts name\n{named}reports\n" in shown
    one, two = (p["uid"] for p in members)
    assert f"  package              {package['uid']}\n" in cli("review", "show", one, "--database", url).out
    cli("review", "merge", one, two, "--by", "ana", "--database", url)
    found = [cli("review", "show", uid, "--database", url).out for uid in (one, two)]
    assert sorted(out.splitlines()[0] for out in found) in [
        sorted([f"{old} is one with {new} now", f"{new} (agreements)"]) for old, new in ((one, two), (two, one))
    ]
    assert all(f"judged\n  1  merge {one} with {two}, by ana" in out for out in found)


WRONG_REVIEWS = [
    (["show", "vis-nothing"], "there is no fact vis-nothing: reports (csv, json) and exports show the uids"),
    (["reject", "vis-nothing"], "there is no fact vis-nothing: reports and exports show the uids"),
    (["correct", "UID", "colour", "red"], "have no field 'colour'"),
    (["correct", "UID", "started_on", "2022-02-30"], "started_on cannot be '2022-02-30'"),
    (["merge", "UID", "UID"], "is one fact already"),
    (["split", "UID", "nowhere"], "has no statements named nowhere"),
    (["undo", "99"], "there is no judgement 99 in force"),
]


def test_wrong_reviews(cli: Cli, small: str) -> None:
    uid = visits_of(cli, small)[0]["uid"]
    for arguments, message in WRONG_REVIEWS:
        found = cli("review", *[uid if a == "UID" else a for a in arguments], "--database", small)
        assert (found.code, found.out) == (2, "")
        assert message in found.complaint


def test_forget_and_rebuild(cli: Cli, small: str) -> None:
    assert cli("load", "--rebuild", "--database", small) == Outcome(0, "no fact changed\n", "")
    found = cli("forget", ARTICLE.stem, "--database", small)
    assert (found.code, found.out.splitlines()[0]) == (0, f"{ARTICLE.stem} is forgotten")
    assert found.out.splitlines()[-1].endswith("vanished")
    assert visits_of(cli, small) == []
    assert "contents: 0 documents, 0 facts" in cli("db", "status", "--database", small).out
    again = cli("forget", ARTICLE.stem, "--database", small)
    assert (again.code, again.out) == (2, "")
    assert ARTICLE.stem in again.complaint
