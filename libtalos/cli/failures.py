"""From errors to messages and exit codes.

0 done; 1 failed; 2 wrong usage; 3 the node cannot be reached; 4 there is nothing of that name; 5 not allowed, or not in
this state; 130 interrupted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import typer

from libtalos.bus.errors import BusError, Code
from libtalos.cli.output import say
from libtalos.provision.errors import ProvisionError

T = TypeVar("T")

EXIT_FAILED = 1
EXIT_INTERRUPTED = 130
EXIT_CODES = {
    Code.INVALID_ARGUMENT: 2,
    Code.UNAVAILABLE: 3,
    Code.DEADLINE_EXCEEDED: 3,
    Code.NOT_FOUND: 4,
    Code.PERMISSION_DENIED: 5,
    Code.FAILED_PRECONDITION: 5,
}


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a command's work; what goes wrong becomes a message on stderr and an exit code."""
    try:
        return asyncio.run(work)
    except BusError as error:
        say(f"error: {error.message}")
        raise typer.Exit(EXIT_CODES.get(error.code, EXIT_FAILED)) from error
    except ProvisionError as error:
        say(f"error: {error}")
        raise typer.Exit(EXIT_FAILED) from error
    except BrokenPipeError as error:
        # the reader of a pipe has seen enough
        raise typer.Exit(0) from error
    except KeyboardInterrupt as error:
        raise typer.Exit(EXIT_INTERRUPTED) from error
