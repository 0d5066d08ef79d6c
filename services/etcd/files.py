"""Directories and files of etcd, for the user that it runs as."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from services.etcd.certificates import SecretFile

# upstream's constants.EtcdUserID; group alike
ETCD_ID: Final = 60


class EtcdFiles(msgspec.Struct, frozen=True, kw_only=True):
    """Where etcd's secrets and data are, and whose they are."""

    secrets: Path = Path("/system/secrets/etcd")
    data: Path = Path("/var/lib/etcd")
    uid: int = ETCD_ID
    gid: int = ETCD_ID

    def write_secrets(self, files: Iterable[SecretFile]) -> None:
        """Write each file at once or not at all, mode 0600, in a directory of mode 0700. Raises OSError.

        etcd reads certificate and key at every handshake; one that comes between the two renames fails, and the
        caller tries again.
        """
        self._directory(self.secrets)
        for file in sorted(files, key=lambda file: file.name, reverse=True):
            self._write(self.secrets / file.name, file.content)
        _sync(self.secrets)

    def hold(self, files: Iterable[SecretFile]) -> bool:
        """Return whether each of the files is there as it was written. Raises OSError if it cannot be looked at."""
        return all(_content(self.secrets / file.name) == file.content for file in files)

    def make_data_directory(self) -> bool:
        """Make the data directory, mode 0700; returns whether it has no data yet. Raises OSError."""
        self._directory(self.data)
        return not any(self.data.iterdir())

    def _directory(self, path: Path) -> None:
        # etcd passes through the parents as a user of its own
        path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
        path.chmod(0o700)
        os.chown(path, self.uid, self.gid)

    def _write(self, path: Path, content: bytes) -> None:
        temporary = path.with_name(f".{path.name}.new")
        temporary.unlink(missing_ok=True)
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with os.fdopen(fd, "wb") as stream:
            os.fchown(fd, self.uid, self.gid)
            stream.write(content)
            stream.flush()
            os.fsync(fd)
        temporary.replace(path)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _sync(directory: Path) -> None:
    fd = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
