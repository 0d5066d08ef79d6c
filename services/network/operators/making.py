"""Making what a spec asks for. Clients are imported when there is one to make: most containers have none."""

from __future__ import annotations

import binascii
from functools import partial
from typing import TYPE_CHECKING

from services.network.layers.specs import DhcpOptions
from services.network.layers.words import OperatorKind
from services.network.operators.session import Circumstances, Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from services.network.layers.specs import OperatorSpec
    from services.network.operators.lease import Answer
    from services.network.operators.machine import Machine
    from services.network.operators.memory import LeaseFiles
    from services.network.operators.session import Wire
    from services.network.state import Ip, Link

# RFC 8415 11.1: two bytes of type and up to 128 of anything
_LONGEST_DUID = 130
_HARDWARE_LENGTH = 6


class SessionMaker:
    """Makes the sessions of DHCP."""

    def __init__(self, *, memory: LeaseFiles, random: Random) -> None:
        """Build it. Whoever can guess random's numbers can answer in the place of a server."""
        self._memory = memory
        self._random = random

    def make(
        self, key: str, spec: OperatorSpec, link: Link, *, taken: Callable[[Ip], str], woken: Callable[[], None]
    ) -> Session:
        """Make what a spec asks for; raises ValueError if that cannot be, in words for whoever wrote the config."""
        if len(link.hardware_addr) != _HARDWARE_LENGTH:
            raise ValueError(f"{link.name} has no Ethernet address")
        around = Circumstances(link=link, taken=taken, random=self._random, remembered=self._recall(key))
        machine, connect = _make(spec, around)
        return Session(key=key, machine=machine, connect=connect, memory=self._memory, random=self._random, woken=woken)

    def _recall(self, key: str) -> Answer | None:
        try:
            return self._memory.load(key)
        except (OSError, ValueError):
            # It is no more than a wish for the same address: without, the server is asked for any.
            return None


def _make(spec: OperatorSpec, around: Circumstances) -> tuple[Machine, Callable[[], Wire]]:
    options = spec.dhcp or DhcpOptions()
    duid = _duid(options)
    if spec.kind is OperatorKind.DHCP4:
        from services.network.operators.dhcp4 import making as four  # noqa: PLC0415

        return four.make_machine(options, duid, around), partial(four.connect, around.link)
    if spec.kind is OperatorKind.DHCP6:
        from services.network.operators.dhcp6 import making as six  # noqa: PLC0415

        return six.make_machine(duid, around), partial(six.connect, around.link)
    raise ValueError(f"{spec.kind.word} is not supported by this version")


def _duid(options: DhcpOptions) -> bytes:
    if not options.duid:
        return b""
    try:
        duid = binascii.unhexlify(options.duid.replace(":", ""))
    except ValueError as error:
        raise ValueError(f'DUID "{options.duid}" is not hexadecimal: {error}') from error
    if not 3 <= len(duid) <= _LONGEST_DUID:
        raise ValueError(f'DUID "{options.duid}" has {len(duid)} bytes; from 3 to {_LONGEST_DUID} are one')
    return duid
