"""The operators' objects, put together."""

from __future__ import annotations

from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from libtalos.resources.definitions.operators import OperatorStatus
from services.network.layers.words import OperatorKind
from services.network.operators.making import SessionMaker
from services.network.operators.memory import LeaseFiles
from services.network.operators.ra.listener import solicit
from services.network.operators.ra.routers import Routers
from services.network.operators.running import Operators
from services.network.operators.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Callable

    from structlog.stdlib import BoundLogger

    from services.network.layers.contribution import Contribution
    from services.network.operators.telling import Store

PUBLISHES = (OperatorStatus,)
RUNS = (OperatorKind.DHCP4, OperatorKind.DHCP6)
LEASES = Path("/run/network/leases")


def wire(
    *,
    store: Store,
    contribute: Callable[[str, Contribution | None], None],
    clock: Callable[[], float],
    log: BoundLogger,
) -> Operators:
    """Build what finds out about the network of the process's namespace, and contributes what it finds."""
    return Operators(
        maker=SessionMaker(memory=LeaseFiles(LEASES), random=SystemRandom()),
        routers=Routers(),
        solicit=solicit,
        clock=clock,
        contribute=contribute,
        tell=Teller(store=store, log=log).tell,
    )
