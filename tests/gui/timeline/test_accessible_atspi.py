"""The timeline as a screen reader has it: from outside the process, through AT-SPI."""

from pathlib import Path

import pytest

from tests.gui.atspi import PROGRAMS, desk


@pytest.mark.programs(*PROGRAMS, "openbox")
def test_a_screen_reader_reads_the_timeline(home: Path) -> None:
    with desk(home) as on:
        on.start("openbox")
        program = on.python("-m", "tests.gui.timeline.atspi_program")
        reader = on.reader()

        messages = reader.find("Messages", "list")
        assert messages.children == 1101
        assert reader.names(messages, 0, 2) == ["Ann, 14:13: message 0", "Ann, 14:13: message 1"]
        last = reader.child(messages, 1100)
        assert (last.role, last.name) == ("list item", "me, 14:31: not yet safe (sending)")
        assert "showing" in last.states
        left, top, width, height = last.extents
        assert min(width, height) > 0
        assert left >= messages.extents[0]
        assert top + height <= messages.extents[1] + messages.extents[3]
        assert "showing" not in reader.child(messages, 0).states

        # Through all of them, which is more than the view keeps interfaces for.
        names = reader.names(messages)
        assert len(set(names)) == 1101

        assert program.stdin is not None
        for word in ("hello", "there"):
            program.stdin.write(word + "\n")
        program.stdin.flush()
        messages = reader.wait(messages, 1103)
        assert reader.names(messages, 1099) == [
            "Ann, 14:31: message 1099",
            "Zoe, 14:46: hello",
            "Zoe, 14:46: there",
            "me, 14:31: not yet safe (sending)",
        ]
        assert "Zoe, 14:46: hello" in reader.announced("hello")

        program.stdin.close()
        assert program.wait(10) == 0
