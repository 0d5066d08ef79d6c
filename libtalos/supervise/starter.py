"""Starts programs by the fastest way that works here."""

from collections.abc import Callable

from libtalos.linux.helper import Helper, start_helper
from libtalos.linux.launch import Launch
from libtalos.linux.spawner import Spawner, SpawnerGoneError, TooBigError
from libtalos.supervise.children import Born, Children
from libtalos.supervise.spawning import Spawning


class Starter:
    """Forks through a helper (see libtalos.linux.spawner), or, when that fails, by itself.

    A helper that ends after it was of use is replaced at the next start; one that never was is not tried again.
    `helper` is one that was started before, the first to be used; `make` makes the others; without both it does
    without. `problem` gets a text when one is lost, and when the slow way must do.
    """

    def __init__(
        self,
        *,
        children: Children,
        helper: Helper | None = None,
        make: Callable[[], Helper] | None = start_helper,
        problem: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._children = children
        self._first = helper
        self._make = make
        self._problem = problem
        self._spawning: Spawning | None = None
        self._usable = True

    @property
    def pid(self) -> int | None:
        """The helper's pid, None without one."""
        return None if self._spawning is None else self._spawning.pid

    def warm_up(self) -> None:
        """Start the helper, so that it is ready when the first program is to start. Call it in a running loop."""
        if self._spawning is not None or not self._usable:
            return
        try:
            helper = self._next()
            self._spawning = None if helper is None else Spawning(Spawner(helper), children=self._children)
        except OSError as error:
            self._usable = False
            self._problem(f"programs are started without a helper: {error}")

    async def start(self, launch: Launch) -> Born:
        """As libtalos.linux.process.start; its end is watched. If cancelled, kills it. Raises OSError, ValueError."""
        while (spawning := self._ready()) is not None:
            try:
                return await spawning.start(launch)
            except TooBigError:
                break
            except SpawnerGoneError as error:
                self._lost(spawning, error)
        from libtalos.linux import process  # noqa: PLC0415 who has a helper does not need what forking here needs

        started = process.start(launch)
        return Born(self._children.watch(started.pid, started.pidfd), started.report)

    def close(self) -> None:
        """End the helper."""
        if self._spawning is not None:
            self._spawning.close()
            self._spawning = None

    def _next(self) -> Helper | None:
        first, self._first = self._first, None
        if first is None and self._make is not None:
            return self._make()
        return first

    def _ready(self) -> Spawning | None:
        self.warm_up()
        return self._spawning

    def _lost(self, spawning: Spawning, error: SpawnerGoneError) -> None:
        """Do without it; the others that waited for it find it gone already."""
        if self._spawning is spawning:
            self._usable = spawning.served > 0
            self.close()
            then = "is made anew" if self._usable else "is done without"
            self._problem(f"the process that starts others {then}: {error}")
