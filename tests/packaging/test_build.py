"""What is installed says of itself what the program says: options, version, names. The packages themselves:
`python -m tests.installers`."""

import importlib.util
import platform
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType

import pytest

from chatapp import __version__
from chatapp.app.admin_words import admin_parser
from chatapp.app.arguments import Serve, parse

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
ICONS = ROOT / "resources" / "icons"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build", ROOT / "packaging" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def options(*words: str) -> set[str]:
    """The long options that the program's own help names."""
    help_of = [sys.executable, "-m", "chatapp", *words, "--help"]
    done = subprocess.run(help_of, capture_output=True, text=True, cwd=ROOT, check=True)
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", done.stdout))


def told(page: str) -> set[str]:
    """The long options that a man page names."""
    text = (LINUX / page).read_text(encoding="utf-8").replace("\\-", "-")
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))


def test_the_man_pages_know_every_option_and_no_other() -> None:
    assert told("chatapp.1") == options() | options("export")
    assert told("chatapp-serve.1") == options("serve")
    assert told("chatapp-handover.1") == options("handover")
    assert told("chatapp-invite.1") == options("invite")
    deeds = {action.dest: action.choices for action in admin_parser()._actions if action.choices}["deed"]
    assert told("chatapp-admin.1") == options("admin").union(*(options("admin", deed) for deed in deeds))
    page = (LINUX / "chatapp-admin.1").read_text(encoding="utf-8").replace("\\-", "-")
    assert all(re.search(rf"^\.B[IR]* .*\b{deed}\b", page, re.MULTILINE) for deed in deeds)


def test_the_version_comes_from_one_place(build: ModuleType) -> None:
    assert build.version() == __version__
    pages = sorted(LINUX.glob("*.1"))
    assert len(pages) == 5
    for page in (*pages, LINUX / "io.github.chatapp.Chatapp.metainfo.xml"):
        filled = build._filled(page, 1_790_000_000).decode()
        assert __version__ in filled
        assert "@" not in re.sub(r"[\w.]+@[\w.]+", "", filled)


def test_the_version_resource_of_windows_is_python_that_pyinstaller_reads(build: ModuleType) -> None:
    text = build.windows_version("1.2.3rc4")
    assert "filevers=(1, 2, 3, 4)" in text
    compile(text, "version.txt", "eval")


def test_the_desktop_entry_starts_the_program_and_takes_invites() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(LINUX / "chatapp.desktop", encoding="utf-8")
    found = entry["Desktop Entry"]
    assert (found["Exec"], found["Icon"]) == ("chatapp %u", "chatapp")
    assert found["MimeType"] == "x-scheme-handler/chatapp;"
    assert not found.getboolean("Terminal")


def test_the_metainfo_belongs_to_the_desktop_entry() -> None:
    root = ET.parse(LINUX / "io.github.chatapp.Chatapp.metainfo.xml").getroot()
    assert root.findtext("launchable") == "chatapp.desktop"
    assert root.findtext("project_license") == "GPL-3.0-or-later"


def test_every_icon_is_of_the_size_that_its_name_says(build: ModuleType) -> None:
    for size in build.ICON_SIZES:
        picture = (ICONS / f"chatapp-{size}.png").read_bytes()
        assert struct.unpack(">II", picture[16:24]) == (size, size)


def test_the_icon_of_macos_is_whole() -> None:
    data = (ICONS / "chatapp.icns").read_bytes()
    assert data[:8] == b"icns" + struct.pack(">I", len(data))
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at + 4 : at + 8])
        assert data[at + 8 : at + 16] == b"\x89PNG\r\n\x1a\n"
        at += length
    assert at == len(data)


def test_the_debian_package_recommends_what_spelling_takes(build: ModuleType, tmp_path: Path) -> None:
    build._control(tmp_path, "amd64")
    fields = dict(re.findall(r"^([A-Z][a-z-]+): (.+)$", (tmp_path / "DEBIAN/control").read_text(), re.MULTILINE))
    recommended = fields["Recommends"].split(", ")
    assert "libenchant-2-2" in recommended
    assert "hunspell-en-us | hunspell-dictionary" in recommended
    assert not any("enchant" in name for name in fields["Depends"].split(", "))


def test_the_debian_package_tells_systemd(build: ModuleType, tmp_path: Path) -> None:
    build._control(tmp_path, "amd64")
    for script in build.DEBIAN_SCRIPTS:
        text = (tmp_path / "DEBIAN" / script).read_text()
        assert text.startswith("#!/bin/sh\n")
        assert "set -e\n" in text
        if sys.platform != "win32":
            subprocess.run(["sh", "-n", str(tmp_path / "DEBIAN" / script)], check=True)


def unit() -> dict[str, list[str]]:
    """What the unit says, by key."""
    said: dict[str, list[str]] = {}
    for line in (LINUX / "chatapp.service").read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            said.setdefault(name, []).append(value)
    return said


def test_the_unit_starts_what_there_is() -> None:
    [command] = unit()["ExecStart"]
    program, *words = command.replace("%S", "/var/lib").split()
    assert program == "/usr/bin/chatapp"
    serving = parse(words)
    assert isinstance(serving, Serve)
    assert serving.config.data_dir == Path("/var/lib") / unit()["StateDirectory"][0]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_understands_the_unit_and_finds_it_tight(tmp_path: Path) -> None:
    program = tmp_path / "chatapp"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    file = tmp_path / "chatapp.service"
    text = (LINUX / "chatapp.service").read_text()
    file.write_text(
        re.sub("^Documentation=.*$", "", text, flags=re.MULTILINE).replace("/usr/bin/chatapp", str(program))
    )
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(file)], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")
    # 15: the exposure, in tenths, that is too much
    words = ["systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=15", str(file)]
    judged = subprocess.run(words, capture_output=True, text=True, check=False)
    if "unrecognized option" in judged.stderr:
        pytest.skip("this systemd is too old to judge a unit that is not installed")
    assert judged.returncode == 0, judged.stdout[-400:]


def test_the_debian_package_asks_for_the_c_library_that_it_was_built_with(build: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "one.so").write_bytes(b"\x7fELF\0GLIBC_2.2.5\0GLIBC_2.9\0GLIBC_2.34\0")
    (tmp_path / "two.so").write_bytes(b"\x7fELF\0GLIBC_2.39\0GLIBC_2.17\0GLIBC_PRIVATE\0")
    assert build._glibc(tmp_path) == "libc6 (>= 2.39)"
    build._control(tmp_path, "arm64")
    assert "\nDepends: libc6 (>= 2.39), libstdc++6" in (tmp_path / "DEBIAN/control").read_text()


def test_a_tool_that_is_not_there_is_named(build: ModuleType) -> None:
    with pytest.raises(build.BuildError, match="no-such-tool is not installed"):
        build.run("no-such-tool")


def test_an_archive_is_the_same_whoever_packs_it_and_when(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "BUILD", tmp_path / "build")
    program = tmp_path / "chatapp" / "chatapp"
    program.parent.mkdir()
    program.write_text("program")
    program.chmod(0o700)
    first = build.tar(tmp_path).read_bytes()
    program.touch()
    program.chmod(0o744)
    assert build.tar(tmp_path).read_bytes() == first
    with tarfile.open(tmp_path / f"chatapp-{__version__}-linux-{platform.machine()}.tar.gz") as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert {"chatapp", "share/applications/chatapp.desktop", "share/man/man1/chatapp.1.gz"} <= packed
