"""Asking before what cannot be taken back."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


def confirm(question: str, *, yes: bool) -> None:
    """Go on if yes is given or the user says so.

    Raises typer.Abort if not, BadParameter if no terminal is read from.
    """
    if yes:
        return
    if not someone_to_ask():
        raise typer.BadParameter("there is nobody to ask: give --yes", param_hint="--yes")
    typer.confirm(question, abort=True, err=True)


def someone_to_ask() -> bool:
    """Whether a terminal is read from."""
    return sys.stdin.isatty()
