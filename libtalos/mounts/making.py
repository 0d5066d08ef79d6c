"""Running mkfs."""

import errno
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

_TIMEOUT_SECONDS: Final = 300


def run_mkfs(command: Sequence[str], path: Path, *, package: str, env: Mapping[str, str] | None = None) -> None:
    """Run a mkfs and fsync what it has made; package is who has the program. Raises OSError with what it said."""
    environment = {**os.environ, **(env or {})}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_TIMEOUT_SECONDS, check=False, env=environment
        )
    except FileNotFoundError as error:
        message = f"{command[0]} is not in PATH: the image needs {package}"
        raise FileNotFoundError(errno.ENOENT, message) from error
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(errno.ETIMEDOUT, f"{' '.join(command)}: not done in {_TIMEOUT_SECONDS} s") from error
    if done.returncode:
        said = " / ".join((done.stderr or done.stdout).strip().splitlines()[:3])
        raise OSError(errno.EIO, f"{' '.join(command)}: exit status {done.returncode}: {said}")
    sync(path)


def sync(path: Path) -> None:
    """fsync a file or directory. Raises OSError."""
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
