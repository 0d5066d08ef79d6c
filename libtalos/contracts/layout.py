"""Where the contracts of a repository lie, and what a check says about them."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec.structs import asdict


class ContractError(Exception):
    """A check could not be made: something that it needs is missing or unreadable. The message says what and where."""


class ToolError(ContractError):
    """A program that the check needs is missing or failed: says nothing about the contracts."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong: which check says so, where it is, and what to do about it."""

    check: str
    where: str
    message: str

    def __str__(self) -> str:
        """Format as `check: where: message`."""
        return f"{self.check}: {self.where}: {self.message}"

    def as_dict(self) -> dict[str, str]:
        """Return the finding as plain data, for JSON and YAML."""
        return asdict(self)


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The paths of one repository of contracts."""

    proto: Path
    gen: Path
    services: Path

    @classmethod
    def at(cls, root: Path) -> Layout:
        """Return the layout of the repository at root. Raises ContractError if there is none."""
        layout = cls(proto=root / "proto", gen=root / "libtalos" / "gen", services=root / "services")
        if not (layout.proto / "buf.yaml").is_file():
            raise ContractError(f"{root} is no repository of contracts: it has no proto/buf.yaml")
        return layout

    @classmethod
    def find(cls, start: Path) -> Layout | None:
        """Return the layout of the nearest repository at or above start, or None outside of one."""
        for root in (start, *start.parents):
            if (root / "proto" / "buf.yaml").is_file() and (root / "libtalos").is_dir():
                return cls.at(root)
        return None

    @property
    def lock(self) -> Path:
        """The directory of recorded descriptor sets, one per package."""
        return self.proto / "lock"

    @property
    def golden(self) -> Path:
        """The directory of recorded messages, one directory per package."""
        return self.proto / "golden"

    @property
    def components(self) -> Path:
        """The recorded declarations of every component."""
        return self.gen / "components.json"
