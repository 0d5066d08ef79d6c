import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from libtalos.supervise.errors import UnknownLogError
from libtalos.supervise.logs import PIECE, Logs


@pytest.fixture
async def logs() -> AsyncIterator[Logs]:
    made = Logs(capacity=256 * 1024)
    yield made
    made.close()


async def _read(logs: Logs, name: str, *, tail_lines: int = -1) -> bytes:
    return b"".join([piece async for piece in logs.read(name, tail_lines=tail_lines)])


async def test_what_a_process_writes_is_kept_and_its_last_line_is_ended(logs: Logs) -> None:
    log = logs.open("etcd")
    os.write(log.writer(), b"one\ntwo")
    log.drain()
    assert await _read(logs, "etcd") == b"one\ntwo\n"
    assert await _read(logs, "etcd", tail_lines=1) == b"two\n"
    assert await _read(logs, "etcd", tail_lines=0) == b""


async def test_an_unknown_log_is_an_error_that_names_the_known(logs: Logs) -> None:
    logs.open("etcd")
    with pytest.raises(UnknownLogError, match='log "x" was not registered; known: etcd'):
        await _read(logs, "x")


async def test_a_follower_gets_whole_lines_as_they_are_finished(logs: Logs) -> None:
    log = logs.open("etcd")
    log.write(b"old\n")
    reader = logs.read("etcd", follow=True, tail_lines=0)
    following = asyncio.ensure_future(anext(reader))
    await asyncio.sleep(0)
    log.write(b"unfin")
    await asyncio.sleep(0)
    assert not following.done()
    log.write(b"ished\nmore")
    assert await following == b"unfinished\n"
    await reader.aclose()


async def test_a_follower_ends_when_the_log_is_closed(logs: Logs) -> None:
    logs.open("etcd").write(b"one\n")
    reader = logs.read("etcd", follow=True)
    assert await anext(reader) == b"one\n"
    ended = asyncio.ensure_future(anext(reader, None))
    await asyncio.sleep(0)
    logs.close()
    assert await ended is None


async def test_a_slow_reader_misses_lines_and_is_told_how_many_bytes(logs: Logs) -> None:
    log = logs.open("etcd")
    log.write(b"first\n")
    reader = logs.read("etcd", follow=True)
    assert await anext(reader) == b"first\n"
    lines = [b"%07d\n" % n for n in range(40_000)]
    for line in lines:
        log.write(line)
    told = await anext(reader)
    lost = log.ring.end - log.ring.capacity - 6
    assert told.startswith(b"[")
    assert 0 <= int(told[1:].split()[0]) - lost <= 8
    rest = await anext(reader)
    assert len(rest) <= PIECE
    assert rest.splitlines(keepends=True)[0] in lines
    await reader.aclose()


async def test_a_line_longer_than_a_piece_comes_in_one(logs: Logs) -> None:
    log = logs.open("etcd")
    log.write(b"x" * 3 * PIECE + b"\nshort\n")
    pieces = [piece async for piece in logs.read("etcd")]
    assert pieces[0] == b"x" * 3 * PIECE + b"\n"
    assert b"".join(pieces[1:]) == b"short\n"


async def test_a_directory_that_comes_later_gets_the_backlog_once(logs: Logs, tmp_path: Path) -> None:
    log = logs.open("etcd")
    log.write(b"early\n")
    logs.use_directory(tmp_path / "log")
    log.write(b"late\n")
    logs.open("kubelet").write(b"other\n")
    assert (tmp_path / "log" / "etcd.log").read_bytes() == b"early\nlate\n"
    assert (tmp_path / "log" / "kubelet.log").read_bytes() == b"other\n"
    logs.use_directory(None)
    log.write(b"in memory\n")
    logs.use_directory(tmp_path / "log")
    assert (tmp_path / "log" / "etcd.log").read_bytes() == b"early\nlate\nin memory\n"
    assert logs.names() == ["etcd", "kubelet"]


async def test_a_directory_that_cannot_be_is_told_and_memory_goes_on(tmp_path: Path) -> None:
    problems: list[str] = []
    logs = Logs(problem=problems.append)
    (tmp_path / "file").write_text("")
    logs.use_directory(tmp_path / "file" / "log")
    logs.open("etcd").write(b"one\n")
    assert await _read(logs, "etcd") == b"one\n"
    assert any("Not a directory" in text for text in problems)
    logs.close()
