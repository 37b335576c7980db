"""What the README shows is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from websockets.sync.client import connect

from chatapp.app.hosting import Host

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_script_speaks_the_protocol(tmp_path: Path) -> None:
    [script] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len([line for line in script.splitlines() if line.strip()]) <= 20
    (tmp_path / "robot.py").write_text(script, encoding="utf-8")
    host = Host()
    url = host.start("127.0.0.1", [0]).result(10).here.url
    try:
        with connect(url) as ann:
            ann.send('{"action":"identify","payload":{"username":"Ann"}}')
            command = [sys.executable, str(tmp_path / "robot.py"), url, "Robot"]
            with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as robot:
                assert robot.stdout is not None
                while "Hello, I am Robot." not in str(ann.recv(timeout=10)):
                    pass
                ann.send('{"action":"sendMessage","payload":{"message":"Robot, hi","room":"default"}}')
                assert robot.stdout.readline() == "#default Ann: Robot, hi\n"
                while "Ann, you said: Robot, hi" not in str(ann.recv(timeout=10)):
                    pass
                robot.kill()
    finally:
        host.close()


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:chatapp|packaging|tests)/[\w/]*\.?\w*)`|\]\(([\w/.]+)\)", README)))
)
def test_every_file_that_it_names_is_there(path: tuple[str, str]) -> None:
    assert (ROOT / (path[0] or path[1])).exists()


@pytest.mark.parametrize("page", [*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md"), *ROOT.glob("packaging/*.md")])
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
