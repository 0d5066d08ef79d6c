import asyncio
import os
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from libtalos.supervise.notify import NotifySocket, parse


@dataclass
class Heard:
    messages: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    known: bool = True

    def receive(self, pid: int, fields: dict[str, str]) -> bool:
        self.messages.append((pid, fields))
        return self.known


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
async def notify(tmp_path: Path, heard: Heard) -> AsyncIterator[NotifySocket]:
    (tmp_path / "notify.sock").write_text("left by a predecessor")
    made = NotifySocket(tmp_path / "notify.sock", receive=heard.receive, problem=heard.problems.append)
    made.open()
    yield made
    made.close()
    assert not made.path.exists()


def _send(notify: NotifySocket, data: bytes, fds: tuple[int, ...] = ()) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.connect(str(notify.path))
        socket.send_fds(sender, [data], list(fds))


async def test_the_kernel_says_who_sent_it(notify: NotifySocket, heard: Heard) -> None:
    _send(notify, b"READY=1\nSTATUS=up = yes\nnonsense\n")
    await asyncio.sleep(0.01)
    assert heard.messages == [(os.getpid(), {"READY": "1", "STATUS": "up = yes"})]


async def test_descriptors_are_closed_as_a_barrier_expects(notify: NotifySocket) -> None:
    reader, writer = os.pipe()
    _send(notify, b"BARRIER=1", (writer,))
    os.close(writer)
    await asyncio.sleep(0.01)
    assert os.read(reader, 1) == b""
    os.close(reader)


async def test_what_nobody_takes_is_told(notify: NotifySocket, heard: Heard) -> None:
    heard.known = False
    _send(notify, b"READY=1")
    _send(notify, b"x" * 5000)
    await asyncio.sleep(0.01)
    assert "belongs to no service" in heard.problems[0]
    assert "longer than 4096 bytes" in heard.problems[1]


def test_fields_are_split_at_the_first_sign() -> None:
    assert parse(b"A=1\nB=x=y\n\n=z") == {"A": "1", "B": "x=y", "": "z"}
