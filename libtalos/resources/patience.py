"""Calls whose answer is a stream, repeated while the component behind them restarts.

The bus repeats unary calls; a stream may only be opened again before its first message.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from typing import TYPE_CHECKING, TypeVar, cast

from libtalos.bus.errors import UnavailableError
from libtalos.resources.backoff import Backoff, BackoffPolicy

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

T = TypeVar("T")

# seconds; as long as a unary call without a deadline waits (libtalos.bus.settings.BusSettings.call_deadline)
PATIENCE = 20.0


async def patiently(call: Callable[[], Awaitable[T]], *, policy: BackoffPolicy, patience: float = PATIENCE) -> T:
    """Make a call without side effects; repeat it while the component is away, for `patience` seconds at most.

    Raises UnavailableError at once if nobody listens there at all.
    """
    backoff, until = Backoff(policy), _now() + patience
    while True:
        try:
            return await call()
        except UnavailableError as error:
            if nobody_listens(error) or _now() >= until:
                raise
        await backoff.wait()


async def begin(
    stream: Callable[[], AsyncIterator[T]], *, policy: BackoffPolicy, patience: float = PATIENCE
) -> AsyncIterator[T]:
    """Yield the messages of a stream; open it again if it is lost before the first, for `patience` seconds at most.

    Raises UnavailableError if it is lost later, and at once if nobody listens there at all.
    """
    backoff, until = Backoff(policy), _now() + patience
    while True:
        begun = False
        try:
            async with aclosing(as_generator(stream())) as messages:
                async for message in messages:
                    begun = True
                    yield message
        except UnavailableError as error:
            if begun or nobody_listens(error) or _now() >= until:
                raise
        else:
            return
        await backoff.wait()


def nobody_listens(error: UnavailableError) -> bool:
    """Whether there is no socket, or none that anybody keeps open: waiting would not help."""
    return isinstance(error.__cause__, FileNotFoundError | ConnectionRefusedError)


def as_generator(stream: AsyncIterator[T]) -> "AsyncGenerator[T, None]":
    """Return what a generated stub's stream really is, so that it can be closed."""
    return cast("AsyncGenerator[T, None]", stream)


def _now() -> float:
    return asyncio.get_running_loop().time()
