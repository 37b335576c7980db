import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from chatapp.assets import root
from chatapp.gui.told.sound import PAUSE, Sound, Sounds, by_program


def test_one_sound_at_a_time() -> None:
    played: list[str] = []
    now = [100.0]
    sounds = Sounds(lambda path: played.append(Path(path).name), lambda: now[0])
    sounds.play(Sound.MENTION)
    sounds.play(Sound.MESSAGE)
    assert played == ["mention.wav"]
    now[0] += PAUSE
    sounds.play(Sound.MESSAGE)
    assert played == ["mention.wav", "message.wav"]


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_short_and_every_system_can_play_it(sound: Sound) -> None:
    with wave.open(str(root() / "sounds" / f"{sound}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert 0.1 < file.getnframes() / file.getframerate() < 1.0
        frames = file.readframes(file.getnframes())
    assert any(frames)
    assert frames[:2] == frames[-2:] == b"\0\0", "it begins and ends without a click"


def test_the_first_player_that_is_there_plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    heard = tmp_path / "heard"
    player = tmp_path / "second-player"
    player.write_text(f'#!/bin/sh\necho noise\nprintf "%s|" "$@" > {heard}.new\nmv {heard}.new {heard}\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    by_program([("no-such-player",), ("second-player", "-q")])("/a sound.wav")
    qtbot.waitUntil(heard.exists)
    assert heard.read_text() == "-q|/a sound.wav|"


def test_without_a_player_it_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    by_program([("no-such-player",)])("/a sound.wav")
