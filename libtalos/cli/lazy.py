"""Commands that are imported when they are used, so that the help and every other command start at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup


@dataclass(frozen=True)
class Entry:
    """A command before it is imported.

    place is `module:attribute`, a function or a Typer with subcommands; summary is its line in the list of commands,
    panel the heading that it is listed under.
    """

    place: str
    summary: str
    panel: str

    def load(self) -> Any:
        """Import what the entry names."""
        module, _, attribute = self.place.partition(":")
        return getattr(import_module(module), attribute)


class LazyGroup(TyperGroup):
    """A group whose commands are entries; a subclass sets them."""

    entries: ClassVar[Mapping[str, Entry]] = {}

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        # stand-ins: enough for the help, for completion of names and for "did you mean"
        for name, entry in self.entries.items():
            self.add_command(TyperCommand(name, help=entry.summary, rich_help_panel=entry.panel))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command that the arguments name, and import it."""
        name, command, rest = super().resolve_command(ctx, args)
        if name is None or name not in self.entries:
            return name, command, rest
        return name, build(name, self.entries[name]), rest


def build(name: str, entry: Entry) -> Any:
    """The command of an entry, ready to run."""
    target = entry.load()
    if isinstance(target, typer.Typer):
        return typer.main.get_command(target)
    alone = typer.Typer(add_completion=False)
    alone.command(name)(target)
    return typer.main.get_command(alone)
