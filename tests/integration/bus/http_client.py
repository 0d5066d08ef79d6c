"""HTTP/2 by the library h2: requests as browsers and tools send them, which are no calls."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, Event, ResponseReceived, StreamEnded, StreamReset, TrailersReceived

from tests.integration.bus.target import HOST

AT_ONCE = 65536


@dataclass
class Answer:
    """What came back on the stream."""

    fields: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    reset: int | None = None
    ended: bool = False

    @property
    def status(self) -> int:
        """The HTTP status."""
        return int(self.fields[":status"])

    def take(self, event: Event) -> None:
        """Note what an event says."""
        match event:
            case ResponseReceived(headers=headers) | TrailersReceived(headers=headers):
                self.fields |= {name.decode(): value.decode() for name, value in headers}
            case DataReceived(data=data):
                self.body += data
            case StreamReset(error_code=code):
                self.reset = int(code)
                self.ended = True
            case StreamEnded():
                self.ended = True
            case _:
                pass


async def ask(port: int, method: str, path: str, body: bytes | None = None, **fields: str) -> Answer:
    """Send one request on a connection of its own; names of fields have "_" for "-"."""
    reader, writer = await asyncio.open_connection(HOST, port)
    connection, answer = H2Connection(H2Configuration(client_side=True)), Answer()
    connection.initiate_connection()
    stream = connection.get_next_available_stream_id()
    named = [(name.replace("_", "-"), value) for name, value in fields.items()]
    pseudo = [(":method", method), (":scheme", "http"), (":path", path), (":authority", HOST)]
    connection.send_headers(stream, pseudo + named, end_stream=body is None)
    if body is not None:
        connection.send_data(stream, body, end_stream=True)
    try:
        while not answer.ended:
            writer.write(connection.data_to_send())
            received = await reader.read(AT_ONCE)
            assert received, "the server closed the connection without an answer"
            for event in connection.receive_data(received):
                answer.take(event)
    finally:
        writer.close()
        await writer.wait_closed()
    return answer
