"""Everything at once about one running process: the checks of its contracts and generated requests."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts import lock
from libtalos.contracts.conformance import Conformance
from libtalos.contracts.layout import Finding
from libtalos.contracts.target import Target


async def examine(
    socket: Path,
    contracts: Sequence[str],
    *,
    examples: int = 20,
    unsafe: bool = False,
    call_timeout: float = 5.0,
    stream_timeout: float = 0.2,
    files: pb.FileDescriptorSet | None = None,
) -> list[Finding]:
    """Return what is wrong with the process at socket, beside the event loop (so the caller may serve it).

    Each method without side effects gets `examples` generated requests, with unsafe every method. files default to
    the contracts that this libtalos was generated from. Raises ContractError for an unknown contract or no socket.
    """
    recorded = files or lock.packaged()

    def work() -> list[Finding]:
        with Target(socket, timeout=call_timeout) as target:
            return [
                finding
                for contract in contracts
                for finding in _examine(
                    Conformance(target, recorded, contract, stream_timeout=stream_timeout), examples, unsafe=unsafe
                )
            ]

    return await asyncio.to_thread(work)


def _examine(conformance: Conformance, examples: int, *, unsafe: bool) -> list[Finding]:
    from libtalos.contracts.fuzz import fuzz  # noqa: PLC0415 (hypothesis takes longer to load than many checks to run)

    findings = [finding for check in conformance.checks().values() for finding in check()]
    return [*findings, *fuzz(conformance, examples=examples, unsafe=unsafe), *conformance.check_health()]
