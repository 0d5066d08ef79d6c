"""Environment variables of the node's processes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from libtalos.config.document import Document, Fault

if TYPE_CHECKING:
    from libtalos.config.schema import Machine

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class EnvironmentConfig(Document, frozen=True):
    """Variables of PID 1 and all services, taken by a service when it starts."""

    variables: dict[str, str] = msgspec.field(default_factory=dict)

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        for name, value in self.variables.items():
            if not _NAME.fullmatch(name):
                yield Fault(f"variables['{name}']", "a name is made of letters, digits and _, and begins with no digit")
            if "\0" in value:
                yield Fault(f"variables['{name}']", "a value cannot have a zero byte")

    def conflicts(self, machine: Machine) -> Iterator[Fault]:
        """See Document."""
        for name in sorted(self.variables.keys() & machine.env.keys()):
            yield Fault(f"variables['{name}']", "already set in v1alpha1 config (machine.env)")
