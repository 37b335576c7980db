"""The whole program from outside its process, through AT-SPI: the names that screen readers and automation rely on."""

import sys
from pathlib import Path

import pytest

from tests.gui.atspi import PROGRAMS, Desk, Node, Reader, desk

MENU_ITEMS = ("Host a chat…", "Stop hosting", "Change name…", "Leave room", "Delete room…", "Quit")


def type_text(on: Desk, text: str) -> None:
    on.start("xdotool", "type", "--delay", "4", text).wait(30)


def press(on: Desk, *keys: str) -> None:
    on.start("xdotool", "key", *keys).wait(30)


def program(node: Node) -> Node:
    """The program that an object belongs to."""
    return Node(node.path[:1], "application", "", "", frozenset(), 0, (0, 0, 0, 0))


def everything(reader: Reader, node: Node) -> set[tuple[str, str]]:
    return set(reader.tree(program(node), 2000))


@pytest.mark.programs(*PROGRAMS, "openbox", "xdotool")
def test_two_people_meet_by_names_alone(home: Path) -> None:
    with desk(home) as on:
        on.start("openbox")
        reader = on.reader()

        on.python("-m", "chatapp", "--bind", "127.0.0.1", "--name", "Ann")
        reader.focused("Your name")
        reader.find("Join a chat", "push button")
        reader.act(reader.find("Host a chat", "push button"))
        composer = reader.focused("Message")
        assert composer.role == "text"
        messages = reader.find("Messages", "list")
        rooms = reader.find("Rooms", "list")
        assert reader.names(rooms) == ["default, 1 person, joined"]
        for name, role in (("Find a room", "text"), ("New room", "push button"), ("Emoji", "push button")):
            reader.find(name, role)
        reader.find("Send", "push button")
        there = everything(reader, messages)
        assert {("menu item", name) for name in MENU_ITEMS} <= there
        address = next(name for role, name in there if role == "label" and name.startswith("Hosting on "))
        address = address.removeprefix("Hosting on ").partition(" ")[0]
        assert address.startswith("127.0.0.1:")

        type_text(on, "hello there")
        press(on, "Return")
        messages = reader.wait(messages, 1)
        assert reader.names(messages)[0].startswith("Ann, ")
        assert reader.names(messages)[0].endswith(": hello there")

        on.start(sys.executable, "-m", "chatapp", "--profile", "bo", "--name", "Bo", address)
        reader.focused("Message", program=1)
        type_text(on, "hello Ann")
        press(on, "Return")
        messages = reader.wait(messages, 3)
        assert reader.names(messages)[1] == "Bo joined"
        assert reader.names(messages)[2].startswith("Bo, ")
        assert reader.names(messages)[2].endswith(": hello Ann")
        assert reader.names(rooms) == ["default, 2 people, joined, 1 unread"], "the other window is in front"

        reader.act(reader.find("New room", "push button"))
        reader.focused("Room name", program=0)
        type_text(on, "tea")
        reader.act(reader.find("Create", "push button"))
        rooms = reader.wait(rooms, 2)
        assert reader.child(rooms, 1).role == "list item"
        assert reader.names(rooms)[1].startswith("tea, ")


@pytest.mark.programs(*PROGRAMS, "openbox", "xdotool")
def test_what_is_beside_and_done_with_messages_has_names_too(home: Path) -> None:
    with desk(home) as on:
        on.start("openbox")
        reader = on.reader()
        on.python("-m", "chatapp", "--bind", "127.0.0.1", "--name", "Ann")
        reader.focused("Your name")
        reader.act(reader.find("Host a chat", "push button"))
        reader.focused("Message")
        assert reader.names(reader.find("People", "list")) == ["Ann, hosts this chat, you"]
        type_text(on, "tea at four")
        press(on, "Return")
        messages = reader.wait(reader.find("Messages", "list"), 1)

        press(on, "ctrl+f")
        reader.focused("Search messages")
        type_text(on, "tea")
        hits = reader.wait(reader.find("Search results", "list"), 1)
        [hit] = reader.names(hits)
        assert hit.startswith("Ann, ")
        assert hit.endswith("tea at four")
        press(on, "Escape")
        reader.focused("Message")

        # A message's menu: its first item is to reply, its second one holds reactions.
        press(on, "shift+F6")
        reader.focused("Ann, ")
        press(on, "Return", "Down", "Return")
        field = reader.focused("Message")
        assert field.description == "Replying to Ann: tea at four"
        type_text(on, "with cake")
        press(on, "Return")
        messages = reader.wait(messages, 2)
        said = reader.names(messages)[1]
        assert said.endswith(": with cake (in reply to Ann: tea at four)")
        press(on, "shift+F6", "End")
        reader.focused(said)
        press(on, "Return", "Down", "Down", "Right", "Return")
        reader.find(f"{said} (reactions: 👍 1)", "list item")


@pytest.mark.programs(*PROGRAMS, "openbox", "xdotool")
def test_everything_is_reached_by_keys_and_has_a_name(home: Path) -> None:
    with desk(home) as on:
        on.start("openbox")
        reader = on.reader()
        on.python("-m", "chatapp", "--bind", "127.0.0.1", "--name", "Ann")
        welcome = reader.focused("Your name")
        assert reader.nameless(program(welcome)) == []
        reader.act(reader.find("Host a chat", "push button"))
        composer = reader.focused("Message")
        assert reader.nameless(program(composer)) == []

        # A room is made, and gone to, by a few letters of its name.
        press(on, "ctrl+k")
        field = reader.focused("Go to")
        assert "Ctrl+Enter" in field.description
        type_text(on, "garden")
        assert reader.names(reader.wait(reader.find("Found", "list"), 1)) == ["Create room “garden”"]
        assert "Create room “garden”" in reader.announced("“garden”")
        assert reader.nameless(program(field)) == []
        press(on, "Return")
        reader.find("garden, 1 person, joined", "list item")
        reader.focused("Message")
        press(on, "ctrl+k")
        reader.focused("Go to")
        type_text(on, "defa")
        press(on, "Return")
        reader.focused("Message")

        # What is done with a message is in a menu, for the newest one.
        type_text(on, "tea at four")
        press(on, "Return")
        reader.wait(reader.find("Messages", "list"), 1)
        press(on, "ctrl+r")
        assert reader.focused("Message").description == "Replying to Ann: tea at four"
        press(on, "Escape")

        for keys, first, title in (
            ("ctrl+slash", "Search shortcuts", "Keyboard shortcuts"),
            ("ctrl+comma", "", "Settings"),
        ):
            press(on, keys)
            dialog = reader.find(title, "dialog")
            if first:
                reader.focused(first)
            assert reader.nameless(dialog) == []
            press(on, "Escape")
            reader.focused("Message")
