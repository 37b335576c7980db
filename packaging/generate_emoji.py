"""Make `resources/emoji/` again from its sources, all npm packages, unpacked by hand:

    npm pack emojibase-data@17.0.0 && tar xzf emojibase-data-17.0.0.tgz
    python packaging/generate_emoji.py table package

    npm pack cldr-annotations-full@48.2.0 && tar xzf cldr-annotations-full-48.2.0.tgz
    npm pack cldr-annotations-derived-full@48.2.0 && tar xzf cldr-annotations-derived-full-48.2.0.tgz
    python packaging/generate_emoji.py names package         (both unpack into the same folder)

    npm pack twemoji-colr-font@15.0.3 && tar xzf twemoji-colr-font-15.0.3.tgz
    python packaging/generate_emoji.py font package          (needs `pip install fonttools brotli`)

`table` writes `groups.json`: what the `emoji` package does not know (groups, the order of pickers, tags, skin tones),
keyed by the fully qualified characters that the `emoji` package installed here names. `names` writes a
`names-LANGUAGE.json` for each language of the window but English, after the table. Tags are folded as queries are, so
that nobody has to do it at each start. `font` writes `twemoji.ttf`.
Each copies its source's licence beside its output. The same input gives the same bytes.
"""

import argparse
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "emoji"
VARIATION_SELECTOR = "\ufe0f"
COMPONENTS = "component"  # swatches of skin and hair, which are parts of emoji
FAMILY = "Twemoji Chatapp"
LANGUAGES = ("de", "ar")


def table(package: Path) -> str:
    """The text of `groups.json`: an object `{source, groups}`, one emoji a line.

    A group is `{key, name, emoji}`, an emoji is `[characters, tags joined by "|"]` or, where it has skin tones,
    `[characters, tags, [variants by tone]]`. Groups and emoji stand in the order of pickers. Raises OSError, KeyError
    or ValueError for a folder that is not emojibase-data.
    """
    named = _fully_qualified()
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    keys: dict[str, str] = json.loads((package / "meta" / "groups.json").read_text("utf-8"))["groups"]
    titles = {
        group["key"]: group["message"]
        for group in json.loads((package / "en" / "messages.json").read_text("utf-8"))["groups"]
    }
    entries = [entry for entry in json.loads((package / "en" / "data.json").read_text("utf-8")) if "group" in entry]
    entries.sort(key=lambda entry: entry["order"])

    groups = []
    for number, key in sorted(keys.items(), key=lambda item: int(item[0])):
        if key == COMPONENTS:
            continue
        rows = [
            _row(entry, named) for entry in entries if entry["group"] == int(number) and _bare(entry["emoji"]) in named
        ]
        head = json.dumps({"key": key, "name": titles[key].capitalize()}, ensure_ascii=False)
        body = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        groups.append(f'{head[:-1]}, "emoji": [\n{body}\n]}}')
    return f'{{"source": "emojibase-data {version}", "groups": [\n' + ",\n".join(groups) + "\n]}\n"


def names(package: Path, language: str, characters: Iterable[str]) -> str:
    """The text of `names-LANGUAGE.json`: an object `{source, names}`, one emoji a line, those of `characters`.

    An emoji is `[characters, name, tags joined by "|"]`. Raises OSError or KeyError for a folder that does not hold
    CLDR's annotations, the derived ones too, or where they lack one of the emoji.
    """
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    known: dict[str, dict[str, list[str]]] = {}
    for kind in ("annotations", "annotationsDerived"):
        stored = json.loads((package / kind / language / "annotations.json").read_text("utf-8"))
        known |= stored[kind]["annotations"]
    rows = []
    for emoji in characters:
        found = known[_bare(emoji)]
        name = found["tts"][0]
        rows.append([emoji, name, _tags(tag for tag in found["default"] if tag != name)])
    body = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f'{{"source": "cldr-annotations {version}", "names": [\n{body}\n]}}\n'


def font(package: Path, output: Path) -> None:
    """Write the package's COLRv0 font as TrueType, which opens twenty times faster in Qt than its WOFF2.

    Qt drops U+FE0F before it shapes, so each ligature that asks for it is given a twin that does not; without them
    135 emoji (keycaps, most professions) fall apart. The family is renamed, since this is a changed version.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415 -- only this command needs fonttools
    from fontTools.ttLib.tables.otTables import Ligature  # noqa: PLC0415 -- as above

    opened = TTFont(package / "twemoji.woff2", recalcTimestamp=False)
    opened.flavor = None
    selector = opened.getBestCmap()[ord(VARIATION_SELECTOR)]
    for lookup in opened["GSUB"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            for ligatures in subtable.ligatures.values():
                known = {tuple(ligature.Component) for ligature in ligatures}
                for ligature in list(ligatures):
                    components = tuple(name for name in ligature.Component if name != selector)
                    if not components or components in known:
                        continue
                    known.add(components)
                    twin = Ligature()
                    twin.Component, twin.CompCount = list(components), len(components) + 1
                    twin.LigGlyph = ligature.LigGlyph
                    ligatures.append(twin)
                ligatures.sort(key=lambda ligature: -len(ligature.Component))  # the first that fits is taken
    for record in opened["name"].names:
        if record.nameID in {1, 4}:
            record.string = FAMILY
        elif record.nameID == 6:
            record.string = FAMILY.replace(" ", "")
    opened.save(output)


def _row(entry: dict[str, Any], named: dict[str, str]) -> list[Any]:
    row: list[Any] = [named[_bare(entry["emoji"])], _tags(entry.get("tags", ()))]
    skins = [named[_bare(skin["emoji"])] for skin in entry.get("skins", ()) if _bare(skin["emoji"]) in named]
    return [*row, skins] if skins else row


def _tags(tags: Iterable[str]) -> str:
    from chatapp.text.emoji_keys import fold  # noqa: PLC0415 -- as below

    return "|".join(dict.fromkeys(map(fold, tags)))


def _fully_qualified() -> dict[str, str]:
    import emoji  # noqa: PLC0415 -- `font` runs where it is not installed

    fully = emoji.STATUS["fully_qualified"]
    return {_bare(characters): characters for characters, data in emoji.EMOJI_DATA.items() if data["status"] == fully}


def _bare(characters: str) -> str:
    return characters.replace(VARIATION_SELECTOR, "")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("table", "names", "font"))
    parser.add_argument("package", type=Path, help="the unpacked npm package")
    parser.add_argument("--output", type=Path, default=RESOURCES, help="the folder to write to")
    options = parser.parse_args(arguments)
    options.output.mkdir(parents=True, exist_ok=True)
    if options.what == "table":
        (options.output / "groups.json").write_text(table(options.package), "utf-8", newline="\n")
        shutil.copyfile(options.package / "LICENSE", options.output / "LICENSE-emojibase-data.txt")
    elif options.what == "names":
        groups = json.loads((options.output / "groups.json").read_text("utf-8"))["groups"]
        characters = [row[0] for group in groups for row in group["emoji"]]
        for language in LANGUAGES:
            text = names(options.package, language, characters)
            (options.output / f"names-{language}.json").write_text(text, "utf-8", newline="\n")
        shutil.copyfile(options.package / "LICENSE", options.output / "LICENSE-cldr.txt")
    else:
        font(options.package, options.output / "twemoji.ttf")
        shutil.copyfile(options.package / "LICENSE", options.output / "LICENSE-twemoji.txt")


if __name__ == "__main__":
    main()
