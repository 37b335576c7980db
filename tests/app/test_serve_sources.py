"""Where settings come from, and what is said of those that cannot be."""

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.app import serve_sources
from chatapp.app.serve_settings import SETTINGS, Setting
from chatapp.app.serve_sources import Found, Wrong, gather, parse, printed

SECRET = "correct horse battery"
USUAL = serve_sources.usual_places


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "server.toml"


@pytest.fixture(autouse=True)
def no_file_of_the_systems(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr(serve_sources, "usual_places", lambda: (home / "a" / "server.toml", home / "b" / "server.toml"))


def wrong(file: Path | None = None, flags: dict[str, Any] | None = None, **environment: str) -> str:
    with pytest.raises(Wrong) as found:
        gather(flags or {}, environment, file)
    sentence = str(found.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_the_nearer_one_counts(file: Path) -> None:
    file.write_text("port = 1\nmax-connections = 1\nname = 'file'\n")
    environment = {"CHATAPP_PORT": "2", "CHATAPP_MAX_CONNECTIONS": "2", "PATH": "/bin"}
    found = gather({"port": 3}, environment, file)
    assert (found.config.port, found.config.max_connections, found.config.name) == (3, 2, "file")
    assert found.origins == {
        "port": "--port",
        "max-connections": "CHATAPP_MAX_CONNECTIONS",
        "name": f"{file}, line 3",
    }
    assert found.warnings == ()


def test_the_file_is_named_or_found(file: Path, home: Path) -> None:
    assert gather({}, {}).config.name == ""
    first, second = serve_sources.usual_places()
    second.parent.mkdir()
    second.write_text("name = 'the system'")
    assert gather({}, {}).config.name == "the system"
    first.parent.mkdir()
    first.write_text("name = 'the person'")
    assert gather({}, {}).config.name == "the person"
    file.write_text("name = 'named'")
    assert gather({}, {"CHATAPP_CONFIG": str(file)}).config.name == "named"
    file.with_name("other").write_text("name = 'on the line'")
    assert gather({}, {"CHATAPP_CONFIG": str(file)}, file.with_name("other")).config.name == "on the line"


def test_the_usual_places(home: Path) -> None:
    person, *system = USUAL()
    assert home in person.parents
    assert person.name == "server.toml"
    if sys.platform == "linux":
        assert system == [Path("/etc/chatapp/server.toml")]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such links")
def test_a_file_that_is_there_and_cannot_be_read_is_not_passed_over(home: Path) -> None:
    first, _ = serve_sources.usual_places()
    first.parent.mkdir()
    first.symlink_to(first)
    assert f"The settings in {first} cannot be read" in wrong()


def test_a_path_in_a_file_starts_at_the_file(file: Path) -> None:
    file.write_text("data-dir = 'kept'")
    assert gather({}, {}, file).config.data_dir == file.parent / "kept"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("prot = 1", 1, "prot: this is no setting"),
        ("# a\n\nport = 70000", 3, "port: '70000' is not a port"),
        ("port = '1'", 1, "port: this has to be a number without quotes"),
        ("port = true", 1, "port: this has to be a number"),
        ("name = 3", 1, "name: this has to be text in quotes"),
        ("locked = 'on'", 1, "locked: this has to be true or false"),
        ("port = 1\n[name]\nx = 1", 2, "name: this has to be text"),
        ("port = 1\nlimits.people = 3", 2, "limits: this is no setting"),
        ("password = 'x'", 1, "write it into a file of its own"),
        ("port = 1\nport =", 2, "this is not TOML"),
        ("port = 1\nport = 2", 2, "this is not TOML"),
        ('"log-level" = "loud"', 1, "'loud' is not one of debug, info"),
    ],
)
def test_what_is_wrong_in_a_file_is_found_by_its_line(file: Path, text: str, line: int, why: str) -> None:
    file.write_text(text)
    sentence = wrong(file)
    assert sentence.startswith(f"{file}, line {line}")
    assert why in sentence


def test_a_file_that_is_none(file: Path) -> None:
    assert f"The settings in {file} cannot be read: No such file" in wrong(file)
    file.write_bytes(b"\xff")
    assert "UTF-8" in wrong(file)


def test_what_is_wrong_in_the_environment_is_named() -> None:
    assert "CHATAPP_PORT in the environment: 'tcp://10.0.0.1:80' is not a port" in wrong(
        CHATAPP_PORT="tcp://10.0.0.1:80"
    )
    assert "CHATAPP_PASWORD, which is no setting" in wrong(CHATAPP_PASWORD=SECRET)
    assert SECRET not in wrong(CHATAPP_PASWORD=SECRET)


def test_what_means_nothing_without_a_history(file: Path) -> None:
    file.write_text("keep-days = 3")
    assert f"{file}, line 1 is about a durable history" in wrong(file, {"history": "memory"})


# The password


def test_a_password_comes_from_the_environment_or_a_file(file: Path) -> None:
    secret = file.with_name("secret")
    secret.write_text(f"{SECRET}\r\nand a note\n")
    secret.chmod(0o600)
    for found in (
        gather({}, {"CHATAPP_PASSWORD": SECRET}),
        gather({"password-file": secret}, {}),
        gather({}, {"CHATAPP_PASSWORD_FILE": str(secret)}),
        gather({"password-file": secret}, {"CHATAPP_PASSWORD": "another"}),
    ):
        assert found.config.password == SECRET
        assert found.warnings == ()
        assert SECRET not in printed(found) + repr(found.config)
    file.write_text("password-file = 'secret'")
    assert gather({}, {}, file).config.password == SECRET
    assert gather({}, {"CHATAPP_PASSWORD": "nearer"}, file).config.password == "nearer"
    assert "given twice, by CHATAPP_PASSWORD and CHATAPP_PASSWORD_FILE" in wrong(
        CHATAPP_PASSWORD="x", CHATAPP_PASSWORD_FILE="y"
    )


def test_a_password_has_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(["--password", SECRET])
    assert end.value.code == 2
    with pytest.raises(SystemExit):
        parse(["--help"])
    assert "--password " not in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such bits")
def test_a_password_that_others_may_read_is_told_of(file: Path) -> None:
    file.write_text(SECRET)
    file.chmod(0o640)
    found = gather({"password-file": file}, {})
    [warning] = found.warnings
    assert f"Others on this computer may read the password in {file}" in warning
    assert found.config.password == SECRET


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such bits")
def test_what_systemd_hands_over_is_not_told_of(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its access control list shows as rights of a group, which has none."""
    file.write_text(SECRET)
    file.chmod(0o440)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(file.parent))
    assert gather({"password-file": file}, {}).warnings == ()


def test_a_password_file_that_is_none(file: Path) -> None:
    assert f"The password file {file}, named by --password-file: it cannot be read" in wrong(
        flags={"password-file": file}
    )
    for data in (b"\xff", b"", b"\n" + SECRET.encode(), SECRET.encode() * 20):
        file.write_bytes(data)
        sentence = wrong(flags={"password-file": file})
        assert "UTF-8" in sentence or "1 to 256 characters" in sentence
        assert SECRET not in sentence


# What is printed


def values(setting: Setting) -> st.SearchStrategy[str]:
    """Texts that a setting takes."""
    if setting.metavar.startswith("{"):
        return st.sampled_from(setting.metavar.strip("{}").split(","))
    if setting.name == "log-level":
        return st.sampled_from(["debug", "error"])
    if setting.form is int:
        return st.integers(1, 65535).map(str)
    return st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=40)


@given(data=st.data())
def test_what_is_printed_sets_the_same(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    names = [name for name in SETTINGS if "password" not in name]
    chosen = data.draw(st.sets(st.sampled_from(names)))
    flags = {name: SETTINGS[name].read(data.draw(values(SETTINGS[name]), label=name)) for name in chosen}
    if flags.get("history") == "memory":
        flags = {name: value for name, value in flags.items() if not SETTINGS[name].kept}
    before = gather(flags, {})
    file = tmp_path_factory.getbasetemp() / "printed.toml"
    file.write_text(printed(before), encoding="utf-8")
    after = gather({}, {}, file)

    def there(found: Found) -> dict[str, Any]:
        place = found.config.data_dir
        return {"place": place and place.absolute(), **{n: v for n, v in found.values.items() if n != "data-dir"}}

    assert there(after) == there(before)


def test_it_is_said_where_each_comes_from(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("max-connections = 3")
    monkeypatch.setenv("CHATAPP_PASSWORD", SECRET)
    monkeypatch.setenv("CHATAPP_LOCKED", "yes")
    with pytest.raises(SystemExit) as end:
        parse(["--config", str(file), "--port", "4000", "--print-config"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    for part in (
        f"; from {file}, line 1\nmax-connections = 3\n",
        "; from CHATAPP_LOCKED\nlocked = true\n",
        "; from --port\nport = 4000\n",
        '; from CHATAPP_PASSWORD\n# password = "***"\n',
        "; the default\nrate-limit = true\n",
    ):
        assert part in said
    assert SECRET not in said


def test_a_wrong_one_ends_the_program_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHATAPP_PORT", "x")
    with pytest.raises(SystemExit) as end:
        parse([])
    assert end.value.code == 2
    assert capsys.readouterr().err == (
        "chatapp serve: CHATAPP_PORT in the environment: 'x' is not a port: a number from 0 to 65535.\n"
    )
