"""Where the frozen program begins."""

import sys

from chatapp.__main__ import main

sys.exit(main())
