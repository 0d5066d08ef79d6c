"""A call by a client that is neither ours nor grpc's, and says what the test wants it to say."""

import socket
from collections.abc import Mapping
from pathlib import Path

import h2.config
import h2.connection
import h2.events

PATIENCE = 5.0


def raw_call(path: Path, method: str, fields: Mapping[str, str], body: bytes = b"\0\0\0\0\0") -> dict[str, str]:
    """One call over h2; every header and trailer of the answer."""
    with socket.socket(socket.AF_UNIX) as sock:
        sock.settimeout(PATIENCE)
        sock.connect(str(path))
        wire = h2.connection.H2Connection(h2.config.H2Configuration(header_encoding="utf-8"))
        wire.initiate_connection()
        head = {":method": "POST", ":scheme": "http", ":authority": "x", ":path": method, "te": "trailers"}
        wire.send_headers(1, [*head.items(), ("content-type", "application/grpc"), *fields.items()])
        wire.send_data(1, body, end_stream=True)
        answer: dict[str, str] = {}
        while True:
            sock.sendall(wire.data_to_send())
            for event in wire.receive_data(sock.recv(65536)):
                if isinstance(event, h2.events.ResponseReceived | h2.events.TrailersReceived):
                    answer.update({str(name): str(value) for name, value in event.headers or ()})
                if isinstance(event, h2.events.StreamEnded):
                    return answer
                if isinstance(event, h2.events.StreamReset | h2.events.ConnectionTerminated):
                    return {"reset": str(event.error_code), **answer}
