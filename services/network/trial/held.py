"""The file of a config that was applied for good beside the machine config: on a tmpfs, so that a reboot forgets it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from libtalos.linux.files import write_atomic

if TYPE_CHECKING:
    from pathlib import Path


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A config that holds. base: the digest of the machine config that it stands beside; plan: the id of its plan.

    operations: what was done when it was applied, for people.
    """

    base: str
    plan: str
    yaml: str
    operations: tuple[str, ...] = ()


class HeldFile:
    """The file. It has keys, and is for root alone."""

    def __init__(self, path: Path) -> None:
        """Use the file at path; its directory is made when it is needed."""
        self._path = path

    def load(self) -> Held | None:
        """Return what holds, None if nothing does; raises OSError, and ValueError if it cannot be understood."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Held)
        except FileNotFoundError:
            return None

    def save(self, held: Held | None) -> None:
        """Replace it at once and for good, or remove it; raises OSError."""
        if held is None:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(self._path, msgspec.json.encode(held), mode=0o600)


def digest(yaml: str) -> str:
    """Return what tells a machine config from another."""
    return hashlib.sha256(yaml.encode()).hexdigest()
