"""Starts programs by the fastest way that works here."""

import os
from collections.abc import Callable

from libtalos.linux import process
from libtalos.linux.spawner import Spawner, SpawnerGoneError, TooBigError
from libtalos.supervise.children import Child, Children


class Starter:
    """Forks through a lean helper (see libtalos.linux.spawner), or, when that fails, by itself.

    A helper that ends after it was of use is replaced at the next start; one that never was is not tried again.
    `problem` gets a text when the slow way must do.
    """

    def __init__(self, *, children: Children, problem: Callable[[str], None] = lambda _: None) -> None:
        self._children = children
        self._problem = problem
        self._spawner: Spawner | None = None
        self._helper: Child | None = None
        self._usable = True

    @property
    def pid(self) -> int | None:
        """The helper's pid, None without one."""
        return None if self._spawner is None else self._spawner.pid

    def warm_up(self) -> None:
        """Start the helper, so that it is ready when the first program is to start. Call it in a running loop."""
        if self._spawner is not None or not self._usable:
            return
        try:
            self._spawner = Spawner()
        except OSError as error:
            self._usable = False
            self._problem(f"programs are started without a spawner: {error}")
            return
        self._helper = self._children.watch(self._spawner.pid, os.pidfd_open(self._spawner.pid))

    def start(self, launch: process.Launch) -> process.Started:
        """As libtalos.linux.process.start. Raises OSError, ValueError."""
        self.warm_up()
        if self._spawner is not None:
            try:
                return self._spawner.start(launch)
            except TooBigError:
                return process.start(launch)
            except SpawnerGoneError as error:
                self._usable = self._spawner.served > 0
                self.close()
                self._problem(f"started without the spawner: {error}")
        return process.start(launch)

    def close(self) -> None:
        """End the helper."""
        if self._spawner is not None and self._helper is not None:
            self._spawner.close()
            self._helper.collect_killed()
            self._spawner = self._helper = None
