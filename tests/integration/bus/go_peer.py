"""grpc-go's own interop client and server, and how a foreign program is run beside a server in this process."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from tests.integration.bus.cases import SOAK_CHANNELS
from tests.integration.bus.target import HOST, Identity, Target
from tests.tools.built import tool

# what the server writes to its log (grpc-go: interop/server/server.go)
LISTENING = re.compile(r"interop server listening on \S*:(\d+)")
LOGGING = {"GRPC_GO_LOG_SEVERITY_LEVEL": "info"}
# the cases that grpc-go's client has and that need neither a cloud nor load reports
CASES = (
    "empty_unary",
    "large_unary",
    "client_streaming",
    "server_streaming",
    "ping_pong",
    "empty_stream",
    "timeout_on_sleeping_server",
    "cancel_after_begin",
    "cancel_after_first_response",
    "custom_metadata",
    "status_code_and_message",
    "special_status_message",
    "unimplemented_method",
    "unimplemented_service",
    "rpc_soak",
    "channel_soak",
)


@contextmanager
def served(identity: Identity | None = None) -> Iterator[Target]:
    """grpc-go's interop server at a free port."""
    command = [str(tool("interop-server")), "--port=0"]
    if identity is not None:
        command += ["--use_tls", f"--tls_cert_file={identity.certificate}", f"--tls_key_file={identity.key}"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, **LOGGING}, text=True) as server:
        assert server.stderr is not None
        # its log is read to the end, or it would wait for room in the pipe
        reader = Thread(target=deque, args=(server.stderr, 0))
        try:
            port = _port(server.stderr)
            reader.start()
            yield Target(port=port, identity=identity)
        finally:
            server.kill()
            if reader.ident is not None:
                reader.join()


def _port(log: Iterator[str]) -> int:
    """The port that the server says it has."""
    for line in log:
        if found := LISTENING.search(line):
            return int(found[1])
    raise AssertionError("grpc-go's interop server ended without a word about its port")


async def run_case(case: str, target: Target) -> None:
    """Run one case of grpc-go's interop client; it must end well."""
    where = [f"--server_host={HOST}", f"--server_port={target.port}"]
    if target.path is not None:
        where = [f"--server_host=unix:{target.path}", "--server_port=0"]
    if target.identity is not None:
        where += ["--use_tls", "--use_test_ca", f"--ca_file={target.identity.ca}"]
    code, said = await run(tool("interop-client"), f"--test_case={case}", f"--soak_iterations={SOAK_CHANNELS}", *where)
    assert code == 0, said
    assert re.search(r" done$", said, re.MULTILINE), said


async def run(program: Path, *arguments: str, environment: Mapping[str, str] = LOGGING) -> tuple[int, str]:
    """Run a program beside the server in this process; its exit code and all that it said."""
    process = await asyncio.create_subprocess_exec(
        program,
        *arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **environment},
    )
    try:
        said, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode is not None
    return process.returncode, said.decode(errors="replace")
