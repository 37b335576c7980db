#!/usr/bin/env python3
"""Make the sounds that the program plays, `resources/sounds/*.wav`: python3 packaging/generate_sounds.py

Each is a few soft tones one after the other, computed here and nothing else, so they are free of anybody's rights. Run
it again where they are to sound otherwise; the same script makes the same files.
"""

import math
import struct
import wave
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 22_050
"""samples a second; nothing here is higher than a fifth of that"""

TONES: dict[str, list[tuple[float, float, float]]] = {
    # Of each tone: when it begins and how long it takes to fade (seconds), and its pitch (hertz).
    "message": [(0.00, 0.09, 587.33)],
    "mention": [(0.00, 0.10, 659.26), (0.11, 0.16, 880.00)],
}
LOUDNESS = 0.28
ATTACK = 0.006
"""seconds in which a tone comes in: at once would click"""


def samples(tones: list[tuple[float, float, float]]) -> list[int]:
    """The sound as 16-bit numbers, silent at both ends."""
    length = max(begin + 4 * fade for begin, fade, _ in tones)
    count = int(length * RATE)
    values = [0.0] * count
    for begin, fade, pitch in tones:
        for place in range(int(begin * RATE), count):
            since = place / RATE - begin
            envelope = min(1.0, since / ATTACK) * math.exp(-since / fade * 1.6)
            turn = 2 * math.pi * pitch * since
            values[place] += envelope * (math.sin(turn) + 0.18 * math.sin(2 * turn))
    last = int(0.03 * RATE)
    for place in range(last):
        values[count - 1 - place] *= place / last
    return [round(max(-1.0, min(1.0, LOUDNESS * value)) * 32_767) for value in values]


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, tones in TONES.items():
        numbers = samples(tones)
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(numbers)}h", *numbers))


if __name__ == "__main__":
    main()
