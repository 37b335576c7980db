"""Files of `resources/`, found alike in a checkout, an installed wheel and a frozen build."""

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The resources folder: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    packed = package / "resources"
    return packed if packed.is_dir() else package.parent / "resources"


def read_bytes(name: str) -> bytes:
    """The content of one resource, named by its path below `resources/` with forward slashes.

    Raises FileNotFoundError for an unknown name. Blocks for one small read.
    """
    return root().joinpath(*name.split("/")).read_bytes()
