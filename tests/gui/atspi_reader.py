"""Answers questions about what AT-SPI shows: one JSON object a line in, one out. Run by the system's Python.

See `atspi.py`, its only caller.
"""

import json
import sys
import time

import pyatspi
from gi.repository import GLib

STEP = 0.05
announcements = []


def at(path):
    node = pyatspi.Registry.getDesktop(0)
    for index in path:
        node = node.getChildAtIndex(index)
    return node


def described(node, path):
    try:
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        extents = [box.x, box.y, box.width, box.height]
    except NotImplementedError:
        extents = [0, 0, 0, 0]
    return {
        "path": path,
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "states": [pyatspi.stateToString(state) for state in node.getState().getStates()],
        "children": node.childCount,
        "extents": extents,
    }


def below(node, path, most):
    """Everything below an object, depth first, with its path: at most so many children of one."""
    for index in range(min(node.childCount, most)):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child, [*path, index]
            yield from below(child, [*path, index], most)


def waiting(patience, attempt, what):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = attempt()
        except (GLib.Error, LookupError, AttributeError):  # what is asked about goes away meanwhile
            found = None
        if found is not None:
            return found
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(STEP)
    raise LookupError(f"waited {patience} s for {what}; there is: {shown()}")


def shown():
    desktop = pyatspi.Registry.getDesktop(0)
    return [(node.getRoleName(), node.name) for node, _ in below(desktop, [], 50)][:200]


def find(name, role, patience):
    def attempt():
        for node, path in below(pyatspi.Registry.getDesktop(0), [], 200):
            fits = node.name == name and role in (None, node.getRoleName())
            if fits and node.getState().contains(pyatspi.STATE_SHOWING):
                return described(node, path)
        return None

    return waiting(patience, attempt, (name, role))


def focused(name, within, patience):
    def attempt():
        for node, path in below(at(within), within, 2000):
            if node.name.startswith(name) and node.getState().contains(pyatspi.STATE_FOCUSED):
                return described(node, path)
        return None

    return waiting(patience, attempt, "the keyboard at " + name)


def wait(path, children, patience):
    def attempt():
        node = at(path)
        return described(node, path) if node.childCount == children else None

    return waiting(patience, attempt, f"{children} children")


def names(path, first, last):
    node = at(path)
    return [node.getChildAtIndex(index).name for index in range(first, node.childCount if last is None else last)]


def tree(path, most):
    return [(node.getRoleName(), node.name) for node, _ in below(at(path), path, most)][:most]


def nameless(path):
    """What shows, can have the keyboard, and has no name: its role, and the names of what it is in."""

    def look(node, inside):
        states = node.getState()
        if not states.contains(pyatspi.STATE_SHOWING) and node.getRoleName() != "application":
            return
        if states.contains(pyatspi.STATE_FOCUSABLE) and not node.name:
            yield [node.getRoleName(), inside]
        for index in range(min(node.childCount, 100)):
            child = node.getChildAtIndex(index)
            if child is not None:
                yield from look(child, [*inside, node.name])

    return list(look(at(path), []))


def act(path):
    at(path).queryAction().doAction(0)


def announced(text, patience):
    def attempt():
        return next((announcement for announcement in announcements if text in announcement), None)

    return waiting(patience, attempt, "announcement of " + text)


QUESTIONS = {
    "find": find,
    "focused": focused,
    "wait": wait,
    "names": names,
    "tree": tree,
    "act": act,
    "nameless": nameless,
    "announced": announced,
    "again": lambda path: described(at(path), path),
    "child": lambda path, index: described(at([*path, index]), [*path, index]),
}


def main():
    pyatspi.Registry.registerEventListener(
        lambda event: announcements.append(str(event.any_data)), "object:announcement"
    )
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = {"answer": QUESTIONS[asked.pop("question")](**asked)}
        except (GLib.Error, LookupError, AttributeError, NotImplementedError) as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
