import asyncio
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from libtalos.supervise.checks import Exec, HttpGet, TcpConnect, UnixConnect
from libtalos.supervise.children import Children
from libtalos.supervise.errors import CheckFailedError, LaunchError
from libtalos.supervise.programs import Programs
from libtalos.supervise.starter import Starter


@pytest.fixture
async def programs() -> AsyncIterator[Programs]:
    starter = Starter(children=Children())
    yield Programs(environment={"PATH": os.environ["PATH"]}, start=starter.start)
    starter.close()


async def test_a_program_is_run_and_its_last_output_kept(programs: Programs) -> None:
    done = await programs.run(["sh", "-c", "head -c 100000 /dev/zero | tr '\\0' x; echo; echo end >&2; exit 3"])
    assert done.exit.code == 3
    assert len(done.output) == 64 * 1024
    assert done.output.endswith(b"x\nend\n")


async def test_a_program_that_is_not_there_is_an_error_that_names_it(programs: Programs) -> None:
    with pytest.raises(LaunchError, match="cannot execute /no/such: No such file or directory"):
        await programs.run(["/no/such"])


async def test_a_cancelled_program_is_killed_with_its_children(programs: Programs, tmp_path: Path) -> None:
    marker = tmp_path / "pids"
    command = ["sh", "-c", f"sleep 60 & echo $! $$ > {marker}.new; mv {marker}.new {marker}; wait"]
    running = asyncio.ensure_future(programs.run(command))
    async with asyncio.timeout(5):
        while not marker.exists():  # noqa: ASYNC110 a file of another process
            await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    pids = [int(word) for word in marker.read_text().split()]
    end = time.monotonic() + 5
    while any(_runs(pid) for pid in pids):
        assert time.monotonic() < end, "still there"
        await asyncio.sleep(0.01)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


async def test_an_exec_check_tells_how_the_program_ended(programs: Programs) -> None:
    await Exec(["true"], programs.run)()
    with pytest.raises(CheckFailedError, match="sh: exit status 2: second"):
        await Exec(["sh", "-c", "echo first; echo second; exit 2"], programs.run)()


async def test_connect_checks(tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    unix = await asyncio.start_unix_server(lambda _r, w: w.close(), path)
    tcp = await asyncio.start_server(lambda _r, w: w.close(), "127.0.0.1")
    port = tcp.sockets[0].getsockname()[1]
    await UnixConnect(path)()
    await TcpConnect("127.0.0.1", port)()
    for server in (unix, tcp):
        server.close()
        await server.wait_closed()
    with pytest.raises(OSError, match="Connect"):
        await TcpConnect("127.0.0.1", port)()
    with pytest.raises(OSError, match=r"refused|No such file"):
        await UnixConnect(path)()


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\nok", None),
        (b"HTTP/1.1 500 Internal Server Error\r\n\r\n", "500 Internal Server Error"),
        (b"SSH-2.0-x\r\n", "not an HTTP answer"),
    ],
)
async def test_http_checks(answer: bytes, problem: str | None) -> None:
    asked: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1")
    check = HttpGet(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/healthz?full=1")
    if problem is None:
        await check()
    else:
        with pytest.raises(CheckFailedError, match=problem):
            await check()
    assert asked[0].startswith(b"GET /healthz?full=1 HTTP/1.1\r\nHost: 127.0.0.1:")
    server.close()
    await server.wait_closed()
