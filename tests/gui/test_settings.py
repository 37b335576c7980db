import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from chatapp.gui.settings import RECENT_SERVERS, SERVERS_WITH_ROOMS, Settings, stored


def reopened(settings: Settings, path: Path) -> Settings:
    settings.sync()
    return Settings(QSettings(str(path / "settings.ini"), QSettings.Format.IniFormat))


def test_everything_is_there_after_a_restart(settings: Settings, tmp_path: Path) -> None:
    settings.name = "Ann, “the first” \\ 👍"
    settings.last = "192.168.1.20:20200"
    settings.hosting = ("", 20201)
    settings.theme = "dark"
    settings.text_size = 1.25
    settings.people = False
    settings.emoji = ["👍 1.0000"]
    settings.joined("a:1")
    settings.joined("b:1")
    settings.joined("a:1")
    settings.keep_rooms("a:1", ["x"], ["default", "x, y"], "x, y")
    settings.keep_layout("window", QByteArray(b"\x00\xff"))
    again = reopened(settings, tmp_path)
    assert again.name == "Ann, “the first” \\ 👍"
    assert again.last == "192.168.1.20:20200"
    assert again.hosting == ("", 20201)
    assert again.theme == "dark"
    assert again.text_size == 1.25
    assert not again.people
    assert again.emoji == ["👍 1.0000"]
    assert again.servers == ["a:1", "b:1"]
    assert again.rooms("a:1") == (["x"], ["default", "x, y"], "x, y")
    assert again.layout("window") == QByteArray(b"\x00\xff")


def test_the_place_in_the_room_is_kept_with_the_rooms(settings: Settings) -> None:
    settings.keep_rooms("a:1", [], ["x"], "x", place=69)
    assert (settings.place("a:1"), settings.place("b:1")) == (69, 0)
    settings.keep_rooms("a:1", [], ["x"], "x")
    assert settings.place("a:1") == 0
    for damage in ('{"a:1": {"place": "x"}}', '{"a:1": {"place": -1}}', '{"a:1": 7}', "7", "{"):
        settings._store.setValue("rooms", damage)
        assert settings.place("a:1") == 0


def test_a_first_start_has_defaults(settings: Settings) -> None:
    assert (settings.name, settings.last, settings.servers, settings.hosting) == ("", "", [], None)
    assert (settings.theme, settings.text_size, settings.people, settings.emoji) == ("system", 1.0, True, [])
    assert settings.rooms("a:1") == ([], [], "")
    assert settings.layout("window").isEmpty()


@pytest.mark.parametrize(
    "damage",
    ["", "{", "7", "[7]", '{"a:1": 7}', '{"a:1": {"tabs": 7}}', '["", "x"]', '["", 70000]', "[" * 50_000],
    ids=range(9),
)
def test_damaged_settings_read_as_the_default(settings: Settings, damage: str) -> None:
    for key in ("servers", "hosting", "rooms", "emoji", "text_size", "levels"):
        settings._store.setValue(key, damage)
    assert settings.levels() == []
    assert all(isinstance(server, str) for server in settings.servers)
    assert settings.hosting is None
    assert settings.rooms("a:1") == ([], [], "")
    assert settings.text_size == (7.0 if damage == "7" else 1.0)


def test_only_so_much_is_kept(settings: Settings) -> None:
    for number in range(40):
        settings.joined(f"server:{number}")
        settings.keep_rooms(f"server:{number}", [], ["default"], "default")
    assert settings.servers[0] == "server:39"
    assert len(settings.servers) == RECENT_SERVERS
    assert settings.rooms("server:39") == ([], ["default"], "default")
    assert settings.rooms(f"server:{40 - SERVERS_WITH_ROOMS}") == ([], ["default"], "default")
    assert settings.rooms(f"server:{39 - SERVERS_WITH_ROOMS}") == ([], [], "")


def test_each_name_has_settings_of_its_own(home: Path) -> None:
    Settings(stored("Chatapp-work")).theme = "dark"
    assert Settings(stored("Chatapp-work")).theme == "dark"
    assert Settings(stored()).theme == Settings(stored("Chatapp-home")).theme == "system"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="it is no file there")
@pytest.mark.parametrize(
    "damage",
    [b"\x00\xff" * 2_000, b"[General\nname=Ann", b"no line of these\nis=one\n}", b'[General]\nrooms="{\ntheme=@Rect('],
)
def test_a_damaged_file_is_no_more_than_a_line_in_the_log(
    home: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = Path(stored().fileName())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(damage)
    settings = Settings(stored())
    for option in Settings.options():
        assert getattr(settings, option.key) == option.default
    assert (settings.servers, settings.rooms("a:1"), settings.hosting) == ([], ([], [], ""), None)
    assert settings.layout("window").isEmpty()
    settings.theme, settings.name = "dark", "Ann"
    settings.sync()
    again = Settings(stored())
    assert (again.theme, again.name) == ("dark", "Ann")
    readable = damage.startswith(b"[General]\nrooms")
    assert (f"the settings in {path} cannot be read in full" in caplog.text) is not readable


def test_nothing_is_left_of_a_server_that_is_forgotten(settings: Settings) -> None:
    for server in ("a:1", "b:1"):
        settings.joined(server)
        settings.keep_rooms(server, ["x"], ["x"], "x")
        settings.keep_level(server, "x", "nothing")
    settings.last = "b:1"
    settings.forget("b:1", "c:1")
    assert (settings.servers, settings.last) == (["a:1"], "")
    assert (settings.rooms("b:1"), settings.level("b:1", "x")) == (([], [], ""), "")
    assert (settings.rooms("a:1"), settings.level("a:1", "x")) == ((["x"], ["x"], "x"), "nothing")


def test_the_persons_own_settings_are_a_file_of_this_app(home: Path) -> None:
    assert "chatapp" in stored().fileName().lower()
