"""Who wants which volume mounted: the reference counts. They outlive the process in a file, not the boot."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

Requesters = Mapping[str, tuple[str, ...]]
SYSTEM: Final = "sequencer"  # as upstream
USER: Final = "block.UserVolumeConfigController"  # as upstream
NAME_MAX: Final = 128  # characters of a requester's name


class RequestError(ValueError):
    """A request that cannot be taken."""


class UnknownRequestError(LookupError):
    """Nobody of that name has asked for the volume."""


class Record(msgspec.Struct, frozen=True):
    """What outlives the process, for one volume: who asked, and where it is mounted."""

    target: str
    requesters: tuple[str, ...]


class Request(NamedTuple):
    """One request. The id is that of its resource."""

    volume: str
    requester: str

    @property
    def id(self) -> str:
        """The id of its resource."""
        return f"{self.requester}-{self.volume}"


class RequestFile:
    """Keeps the records: on a file system that a reboot empties, as it takes all mounts away."""

    def __init__(self, path: Path) -> None:
        """Take where they are kept."""
        self._path = path

    def load(self) -> dict[str, Record]:
        """Return what a predecessor left, nothing if that makes no sense. Raises OSError if it cannot be read."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, Record])
        except (FileNotFoundError, NotADirectoryError, msgspec.DecodeError):
            return {}

    def save(self, records: Mapping[str, Record]) -> None:
        """Replace the records as a whole. Raises OSError."""
        self._path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        aside = self._path.with_suffix(".new")
        aside.write_bytes(msgspec.json.encode(records))
        aside.rename(self._path)


class Requests:
    """The requests that count now."""

    def __init__(self, file: RequestFile) -> None:
        """Take what a predecessor left. Raises OSError."""
        self._file = file
        self._records = file.load()

    def __iter__(self) -> Iterator[Request]:
        """Every request, sorted."""
        return (Request(volume, who) for volume, record in sorted(self._records.items()) for who in record.requesters)

    def volumes(self) -> dict[str, Record]:
        """Return the records of the volumes that somebody wants."""
        return dict(self._records)

    def of(self, volume: str) -> tuple[str, ...]:
        """Return who wants a volume, sorted."""
        record = self._records.get(volume)
        return record.requesters if record else ()

    def add(self, volume: str, requester: str, target: str) -> bool:
        """Note a request; return whether it is new. Raises OSError, and then nothing has changed."""
        present = self.of(volume)
        if requester in present:
            return False
        self._keep({**self._records, volume: Record(target, tuple(sorted((*present, requester))))})
        return True

    def remove(self, volume: str, requester: str) -> None:
        """Take a request back. Raises UnknownRequestError, OSError, and then nothing has changed."""
        present = self.of(volume)
        if requester not in present:
            raise UnknownRequestError(f'"{requester}" has no request; there are {", ".join(present) or "none"}')
        left = tuple(name for name in present if name != requester)
        records = {name: record for name, record in self._records.items() if name != volume}
        self._keep({**records, volume: Record(self._records[volume].target, left)} if left else records)

    def _keep(self, records: dict[str, Record]) -> None:
        self._file.save(records)
        self._records = records


def checked(requester: str) -> str:
    """Return the name of a requester that comes from outside. Raises RequestError."""
    if not requester or len(requester) > NAME_MAX or not requester.isprintable():
        raise RequestError(f"a requester has a name of 1 to {NAME_MAX} printable characters")
    if requester in {SYSTEM, USER}:
        raise RequestError(f'"{requester}" is this component\'s own name')
    return requester
