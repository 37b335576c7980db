"""A browser as a program: a line of JSON for whatever it tells."""

import sys
import threading

import msgspec

from chatapp.discovery.browse import Browser, Found


def tell(found: Found) -> None:
    sys.stdout.write(msgspec.json.encode(found).decode() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    browser = Browser(tell, look=1, patience=1)
    browser.start()
    threading.Event().wait()
