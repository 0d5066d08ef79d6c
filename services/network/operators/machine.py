"""What the clients of all protocols have in common: they are machines without input or output.

A machine is told the time and what was received, and is asked what to send and when to come back. So it runs on any
clock, and a test can take it through a year.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from services.network.operators.lease import Answer, Lease, Outgoing, Status

NEVER = math.inf


class Machine(Protocol):
    """The client of one link. Every `now` is monotonic, in seconds, and no earlier than the one before."""

    @property
    def lease(self) -> Lease | None:
        """What is held now."""

    @property
    def answer(self) -> Answer | None:
        """The answer that the lease was made of, to be remembered."""

    @property
    def due(self) -> float:
        """When advance has something to do if nothing is received; NEVER if nothing will be."""

    def status(self, now: float) -> Status:
        """What it does."""

    def begin(self, now: float) -> None:
        """The link has a carrier: ask for what was held, or for anything."""

    def halt(self) -> None:
        """The link has no carrier: be silent. What is held stays until its time is over."""

    def receive(self, payload: bytes, now: float) -> None:
        """Take a message, of whomever and whatever it is."""

    def advance(self, now: float) -> None:
        """Do what is due."""

    def give_back(self, now: float) -> None:
        """Give back what is held, and end."""

    def take(self) -> list[Outgoing]:
        """Return what is to be sent now, once."""
