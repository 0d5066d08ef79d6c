"""A running process to be tested, in whatever language: raw gRPC over its unix socket with grpcio.

Deliberately not libtalos.bus: the harness is the foreign client, and must not share a mistake with what it tests.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

import grpc
import msgspec

from libtalos.contracts.layout import ContractError

FAULTS = frozenset({"UNKNOWN", "INTERNAL", "DATA_LOSS"})
"""Statuses that no request may cause: they mean that the server did not expect what happened."""

_MAX_MESSAGE = 32 * 1024 * 1024


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What came back: the status's name, its message, and the messages before it."""

    status: str
    details: str
    messages: tuple[bytes, ...]
    cut: bool = False
    """The stream went on, and we left."""

    def __str__(self) -> str:
        """Format as `STATUS: details`."""
        return f"{self.status}: {self.details}" if self.details else self.status


class Target:
    """A connection to the process under test. Use as a context manager."""

    def __init__(self, socket: Path, *, timeout: float = 5.0) -> None:
        """Prepare a connection to the unix socket; each call gets timeout seconds."""
        if not socket.is_socket():
            raise ContractError(f"{socket} is no socket: start the process, or give the right path")
        options = [
            ("grpc.default_authority", "localhost"),
            ("grpc.max_receive_message_length", _MAX_MESSAGE),
            ("grpc.use_local_subchannel_pool", 1),
            ("grpc.enable_retries", 0),
        ]
        self.socket = socket
        self._timeout = timeout
        self._channel = grpc.insecure_channel(f"unix:{socket.absolute()}", options=options)

    def __enter__(self) -> Self:
        """Return the target."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connection."""
        self._channel.close()

    def call(self, path: str, *requests: bytes, timeout: float | None = None, limit: int = 100) -> Answer:
        """Send requests to the method at path and return what came back, after at most limit messages.

        Every cardinality looks alike on the wire, so this one function calls unary and streaming methods.
        """
        method = self._channel.stream_stream(path, request_serializer=None, response_deserializer=None)
        call = method(iter(requests), timeout=timeout or self._timeout, wait_for_ready=False)
        received: list[bytes] = []
        try:
            for message in call:
                received.append(message)
                if len(received) >= limit:
                    return Answer(status="OK", details="", messages=tuple(received), cut=True)
        except grpc.RpcError:
            pass  # the status is read from the call
        finally:
            call.cancel()
        return _answer(call, received)


def _answer(call: grpc.Call, received: list[bytes]) -> Answer:
    code = call.code()
    return Answer(status=code.name, details=call.details() or "", messages=tuple(received))
