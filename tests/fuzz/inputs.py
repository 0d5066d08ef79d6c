"""The inputs that are kept: text files for each target, with an input in hex on each line.

TARGET.txt has what the fuzzer has found worth keeping, the shortest first; TARGET-faults.txt what showed a fault
once, and is written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus")


def load(name: str, directory: Path = CORPUS) -> list[bytes]:
    """Read the inputs of a target; none if it has no file. Raises ValueError for a line that is not hex."""
    return [data for kind in ("", "-faults") for data in _read(directory / f"{name}{kind}.txt")]


def _read(path: Path) -> list[bytes]:
    return [bytes.fromhex(line) for line in path.read_text().splitlines()] if path.exists() else []


def save(name: str, inputs: Iterable[bytes], directory: Path = CORPUS) -> None:
    """Write the inputs of a target that are worth keeping."""
    lines = sorted({data.hex() for data in inputs}, key=lambda line: (len(line), line))
    (directory / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines))
