"""`chatapp` and `python -m chatapp`."""

import gc
import io
import sys

from chatapp.app import arguments


def main() -> int:
    """Open the window or serve, as the command line says. Blocks until that is over; returns the exit code."""
    _let_everything_be_printed()
    match arguments.parse(sys.argv[1:]):
        case arguments.Serve(config, warnings):
            from chatapp.app import headless  # noqa: PLC0415  # the window needs none of it

            return headless.run(config, warnings)
        case arguments.Export() as wanted:
            from chatapp.app import export  # noqa: PLC0415  # as above

            return export.run(wanted)
        case arguments.Admin() as wanted:
            from chatapp.app import admin  # noqa: PLC0415  # as above

            return admin.run(wanted)
        case arguments.Open() as opening:
            # All that is made until the window is there stays; looking through it again and again takes 8 ms.
            gc.disable()
            import chatapp.gui  # noqa: F401, PLC0415  # before anything else of Qt, and as it says there
            from chatapp.app import desktop  # noqa: PLC0415  # Qt may not be installed where only serve runs

            return desktop.run(opening)
        case wanted:
            from chatapp.app import handover_command, identity_command  # noqa: PLC0415  # as above

            if isinstance(wanted, identity_command.MoveIdentity):
                return identity_command.run(wanted)
            return handover_command.run(wanted)


def _let_everything_be_printed() -> None:
    """What Windows pipes or writes to a file is in a code page, without most people's names and without QR codes: there
    it is UTF-8, as in a terminal. Elsewhere a locale's encoding stays, and what it has not is spelled out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a window has none
            stream.reconfigure(encoding="utf-8" if sys.platform == "win32" else None, errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
