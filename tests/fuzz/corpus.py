"""The inputs that are kept: a text file for each target, with an input in hex on each line, the shortest first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus")


def load(name: str, directory: Path = CORPUS) -> list[bytes]:
    """Read the inputs of a target; none if it has no file. Raises ValueError for a line that is not hex."""
    path = directory / f"{name}.txt"
    if not path.exists():
        return []
    return [bytes.fromhex(line) for line in path.read_text().splitlines()]


def save(name: str, inputs: Iterable[bytes], directory: Path = CORPUS) -> None:
    """Write the inputs of a target."""
    lines = sorted({data.hex() for data in inputs}, key=lambda line: (len(line), line))
    (directory / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines))
