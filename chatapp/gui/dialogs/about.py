"""What this is, and whose work is in it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from chatapp import __version__
from chatapp.assets import read_bytes
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.plain import isolated
from chatapp.gui.theme.icons import application_icon
from chatapp.gui.theme.look import label

PARTS = (
    ("Qt and PySide6", "LGPL-3.0-only"),
    ("websockets", "BSD-3-Clause"),
    ("qasync", "BSD-2-Clause"),
    ("msgspec", "BSD-3-Clause"),
    ("emoji", "BSD-3-Clause"),
    ("precis-i18n", "MIT"),
    ("jeepney", "MIT"),
    ("pyenchant", "LGPL-2.1-or-later"),
    ("linkify-it-py", "MIT"),
    ("markdown-it-py", "MIT"),
    ("platformdirs", "MIT"),
    ("filelock", "MIT"),
    ("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    ("keyring", "MIT"),
    ("zeroconf", "LGPL-2.1-or-later"),
    ("ifaddr", "MIT"),
    ("prometheus-client", "Apache-2.0 AND BSD-2-Clause"),
    ("tomli-w", "MIT"),
    ("segno", "BSD-3-Clause"),
    ("wakepy", "MIT"),
)
TEXTS = (
    ("Emoji groups and tags: emojibase-data", "emoji/LICENSE-emojibase-data.txt"),
    ("Emoji names in German and Arabic: Unicode CLDR", "emoji/LICENSE-cldr.txt"),
    ("Emoji pictures: Twemoji", "emoji/LICENSE-twemoji.txt"),
    ("Look-alike characters: Unicode", "unicode/LICENSE"),
)


class About(DialogWindow):
    def __init__(self, profile: str = "", parent: QWidget | None = None) -> None:
        """`profile` is the name of the one that is open, if it has one."""
        super().__init__(parent)
        self.entitle(self.tr("About Chatapp"))
        picture = QLabel(self)
        picture.setPixmap(application_icon().pixmap(48, 48))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self.tr("Version {version}").format(version=__version__), "strong"))
        words.addWidget(label(self.tr("Rooms for the people around you."), "muted"))
        if profile:
            words.addWidget(label(self.tr("Profile: {name}").format(name=isolated(profile)), "muted"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(picture)
        row.addLayout(words, 1)
        licences = QPlainTextEdit(self)
        licences.setReadOnly(True)
        licences.setTabChangesFocus(True)
        licences.setMinimumSize(480, 260)
        licences.setAccessibleName(self.tr("Licences"))
        licences.setPlainText(self._licences())
        self.body.addLayout(row)
        self.body.addSpacing(8)
        self.body.addWidget(label(self.tr("Licences"), "strong"))
        self.body.addWidget(licences, 1)
        close = self.add_button(self.tr("Close"), "primary", default=True)
        close.clicked.connect(self.accept)
        close.setFocus()

    def _licences(self) -> str:
        own = self.tr("Chatapp is free software: GPL-3.0-or-later. It stands on the work of others:")
        libraries = "\n".join(f"{name}: {licence}" for name, licence in PARTS)
        texts = (f"{name}\n\n{read_bytes(place).decode()}" for name, place in TEXTS)
        return "\n\n".join((own, libraries, *texts))
