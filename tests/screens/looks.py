"""How the window is dressed in the pictures."""

from typing import NamedTuple


class Look(NamedTuple):
    theme: str = "light"
    language: str = "en"
    scale: float = 1.0
    size: tuple[int, int] = (1100, 720)
    text: float = 1.0
    density: str = "comfortable"


LOOKS = {
    "light": Look(),
    "dark": Look("dark"),
    "contrast": Look("contrast"),
    "german": Look(language="de"),
    "arabic": Look(language="ar"),
    "arabic-dark": Look("dark", "ar"),
    "small": Look(size=(900, 600)),
    "large-text": Look("dark", text=1.75, size=(1100, 720)),
    "compact": Look(density="compact", size=(900, 600)),
    "twice": Look(scale=2.0, size=(900, 600)),
}
