"""Foreign text in places where Qt would read markup: tooltips, captions, window titles."""


def tooltip(text: str) -> str:
    """A tooltip that shows exactly this text (Qt would read text that looks like HTML as HTML)."""
    from html import escape  # noqa: PLC0415  # its table of entities is not needed for the first frame

    return f"<span>{escape(text)}</span>"


def caption(text: str) -> str:
    """A text for a button, tab or menu item in which `&` is no mnemonic."""
    return text.replace("&", "&&")


def heading(text: str) -> str:
    """A text for a window's title in which `[*]` marks nothing."""
    return text.replace("[*]", "[*][*]")
