"""What is wrong with a machine config, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

MOST_TOLD: Final = 100  # keys or problems in one message, which ends in logs and events


class ConfigError(Exception):
    """A machine config that cannot be used.

    document: upstream's manifest id, `apiVersion/kind/name`; path: such as `machine.network.interfaces[0].mtu`;
    line: 1-based, 0 if it is not known. Values of secret fields are never quoted in the message.
    """

    def __init__(self, message: str, *, document: str = "", path: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.document = document
        self.path = path
        self.line = line


class ValidationError(ConfigError):
    """A machine config that reads well and means nothing usable; problems has one text for each fault."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        noun = "error" if len(self.problems) == 1 else "errors"
        listing = "".join(f"\n\t* {problem}" for problem in self.problems[:MOST_TOLD])
        if len(self.problems) > MOST_TOLD:
            listing += f"\n\t* and {len(self.problems) - MOST_TOLD} more"
        super().__init__(f"{len(self.problems)} {noun} occurred:{listing}", document="/v1alpha1/")
