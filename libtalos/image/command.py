"""Run the few programs that the build needs, with errors that name the apt package to install."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from libtalos.image.errors import ImageError

# program -> the Debian package that has it; all of them are in deploy/apt-packages.txt
TOOLS: Mapping[str, str] = {
    "apt-get": "apt",
    "apt-cache": "apt",
    "dpkg": "dpkg",
    "dpkg-deb": "dpkg",
    "mksquashfs": "squashfs-tools",
    "strip": "binutils",
}

# enough to see what failed, not a screenful
_SHOWN_LINES = 12


def run(argv: Sequence[str], *, env: Mapping[str, str] | None = None, cwd: Path | None = None, stdin: str = "") -> str:
    """Run a program to its end and return its stdout; env replaces the whole environment.

    Raises ImageError if the program is missing (with the apt package to install) or fails (with its last lines).
    """
    try:
        done = subprocess.run(
            argv, env=env, cwd=cwd, input=stdin, capture_output=True, text=True, check=False, errors="replace"
        )
    except FileNotFoundError as missing:
        raise ImageError(_missing(argv[0])) from missing
    if done.returncode != 0:
        raise ImageError(_failed(argv, done.returncode, done.stderr or done.stdout))
    return done.stdout


def base_environment(**extra: str) -> dict[str, str]:
    """The environment for programs whose output ends in the image: fixed locale, no SOURCE_DATE_EPOCH of the caller's.

    mksquashfs refuses SOURCE_DATE_EPOCH together with the explicit times that the build passes.
    """
    kept = {name: value for name, value in os.environ.items() if name not in {"SOURCE_DATE_EPOCH", "PYTHONPATH"}}
    return kept | {"LC_ALL": "C.UTF-8", "TZ": "UTC"} | extra


def _missing(program: str) -> str:
    package = TOOLS.get(Path(program).name)
    if package is None:
        return f"{program}: no such program"
    return f"{program} is not installed: run `apt-get install --no-install-recommends {package}`"


def _failed(argv: Sequence[str], status: int, output: str) -> str:
    shown = "\n".join(f"  {line}" for line in output.strip().splitlines()[-_SHOWN_LINES:])
    return f"`{' '.join(argv[:3])} ...` failed with status {status}:\n{shown}"
