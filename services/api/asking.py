"""One question to several components at once, with a bound on how long the slowest may take."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Generic, NewType, TypeVar

import msgspec

from libtalos.bus.errors import BusError, DeadlineExceededError, UnavailableError

ComponentName = NewType("ComponentName", str)

B = TypeVar("B")
T = TypeVar("T")


class Answers(msgspec.Struct, Generic[T], frozen=True):
    """What came back, by component, in the order of the backends; and from whom nothing came, with the reason."""

    given: Mapping[ComponentName, T]
    failed: Mapping[ComponentName, BusError]


async def ask_one(name: ComponentName, question: Awaitable[T], *, patience: float) -> T:
    """Await an answer for at most patience seconds. Raises BusError."""
    try:
        async with asyncio.timeout(patience):
            return await question
    except TimeoutError as error:
        raise DeadlineExceededError(f"{name} did not answer within {patience:g} s") from error


async def ask_all(
    backends: Mapping[ComponentName, B], question: Callable[[B], Awaitable[T]], *, patience: float
) -> Answers[T]:
    """Ask every backend at once. What is not a BusError is a fault and is raised."""
    results = await asyncio.gather(
        *(_caught(ask_one(name, question(backend), patience=patience)) for name, backend in backends.items())
    )
    answers = dict(zip(backends, results, strict=True))
    return Answers(
        given={name: answer for name, answer in answers.items() if not isinstance(answer, BusError)},
        failed={name: answer for name, answer in answers.items() if isinstance(answer, BusError)},
    )


async def find_owner(
    backends: Mapping[ComponentName, B], owns: Callable[[B], Awaitable[bool]], *, patience: float
) -> ComponentName | None:
    """Return the first backend that says yes, without waiting for the others; None if all say no.

    Raises UnavailableError if none says yes and some could not be asked.
    """
    failures: list[str] = []

    async def probe(name: ComponentName, backend: B) -> ComponentName | None:
        try:
            return name if await ask_one(name, owns(backend), patience=patience) else None
        except BusError as error:
            failures.append(f"{name}: {error.message}")
            return None

    probes = [asyncio.ensure_future(probe(name, backend)) for name, backend in backends.items()]
    try:
        for answer in asyncio.as_completed(probes):
            owner = await answer
            if owner is not None:
                return owner
    finally:
        for task in probes:
            task.cancel()
        # a cancelled probe still has a call to close
        await asyncio.gather(*probes, return_exceptions=True)
    if failures:
        raise UnavailableError(f"not every component could be asked ({'; '.join(failures)}): try again")
    return None


async def _caught(answer: Awaitable[T]) -> T | BusError:
    try:
        return await answer
    except BusError as error:
        return error
