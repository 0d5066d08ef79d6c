"""The foreign programs that `make tools` builds (deploy/go-tools.sh, versions in go/go.mod)."""

from __future__ import annotations

from pathlib import Path

TOOLS = Path(__file__).parents[2] / "_out/tools"


def tool(name: str) -> Path:
    """The path of a program. Fails if it is not built: CI builds them, so that no proof is left out there."""
    path = TOOLS / name
    assert path.exists(), f"{path} is missing; run `make tools`"
    return path
