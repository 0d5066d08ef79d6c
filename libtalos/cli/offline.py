"""Commands that need no node: what files can be wrong with becomes a message and an exit code."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from libtalos.cli.failures import EXIT_FAILED, leave, reported
from libtalos.config.errors import ConfigError
from libtalos.linux.files import write_atomic
from libtalos.pki.keys import PkiError
from libtalos.pki.talosconfig import TalosconfigError


@contextlib.contextmanager
def offline() -> Iterator[None]:
    """Do as reported() does, and the same for machine configs, keys, certificates and talosconfigs."""
    with reported():
        try:
            yield
        except (ConfigError, PkiError, TalosconfigError) as error:
            leave(str(error), error, code=EXIT_FAILED)


def refuse_existing(path: Path, *, force: bool) -> None:
    """Raise FileExistsError, which says how to overwrite a file, if there is one and that is not asked for."""
    if path.exists() and not force:
        raise FileExistsError(f"{path} is there already: give --force to overwrite it")


def write_new(path: Path, data: bytes, *, force: bool, mode: int = 0o600) -> None:
    """Write a file whole. Raises FileExistsError unless forced, and OSError."""
    refuse_existing(path, force=force)
    write_atomic(path, data, mode=mode)
