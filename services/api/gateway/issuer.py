"""Asks the process that issues certificates."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import Sequence

import msgspec

from services.api.gateway.issuing import Issued, IssueRequest

COMMAND = (sys.executable, "-I", "-m", "services.api.gateway.issuing")
# seconds; it takes about 0.3
PATIENCE = 30.0


async def ask(request: IssueRequest, *, command: Sequence[str] = COMMAND) -> Issued:
    """Have certificates issued. What goes wrong is the problem of the result."""
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    try:
        async with asyncio.timeout(PATIENCE):
            out, errors = await process.communicate(msgspec.json.encode(request))
    except TimeoutError:
        return Issued(problem=f"no certificates were issued within {PATIENCE:g} s")
    except (OSError, RuntimeError) as error:
        # uvloop's word for a process that ended before it had read the request is RuntimeError
        await process.wait()
        return Issued(problem=f"no certificates were issued: {error}")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        return Issued(problem=f"no certificates were issued: {_last_line(errors)}")
    return msgspec.json.decode(out, type=Issued)


def _last_line(errors: bytes) -> str:
    lines = errors.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "the process died"
