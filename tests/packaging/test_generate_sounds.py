"""The sounds are what the script makes, so anybody can make them again."""

import importlib.util
import wave
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_sounds", ROOT / "packaging" / "generate_sounds.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_files_are_made_by_it(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "FOLDER", tmp_path)
    script.main()
    kept = {path.name: path for path in (ROOT / "resources" / "sounds").glob("*.wav")}
    made = {path.name: path for path in tmp_path.glob("*.wav")}
    assert kept.keys() == made.keys()
    for name, path in kept.items():
        with wave.open(str(path)) as one, wave.open(str(made[name])) as other:
            assert one.getparams() == other.getparams()
