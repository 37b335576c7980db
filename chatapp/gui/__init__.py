"""Qt widgets over a session. No socket is seen from here.

PySide6 is loaded here, and Python's own `import` put back. PySide's is for `from __feature__ import …`, which nothing
here says, and reads the source of each module that is imported from then on: a fifth of the start, and 9 MB.
"""

import builtins

_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
del _import
