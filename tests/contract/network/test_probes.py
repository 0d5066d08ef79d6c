"""Probes in the running component: what they say of connectivity, and that they come and go with the config."""

from __future__ import annotations

import socket

import pytest

from libtalos.resources.definitions.network import NetworkStatus
from libtalos.resources.definitions.probes import ProbeSpec, ProbeStatus
from tests.contract.network.node import running

pytestmark = pytest.mark.root
CONFIG = """\
version: v1alpha1
machine:
  type: worker
"""
PROBE = """\
---
apiVersion: v1alpha1
kind: TCPProbeConfig
name: here
endpoint: 127.0.0.1:7
interval: 100ms
failureThreshold: 1
"""
NAME = "tcp:127.0.0.1:7"


def listen() -> socket.socket:
    """A socket that connections reach."""
    return socket.create_server(("127.0.0.1", 7))


async def test_a_probe_decides_about_connectivity_while_there_is_one() -> None:
    async with running(config=CONFIG + PROBE) as node:
        await node.until(ProbeStatus, lambda known: NAME in known and not known[NAME].success)
        await node.until(NetworkStatus, lambda known: bool(known) and not known["status"].connectivity_ready)
        listener = await node.in_namespace(listen)
        try:
            found = await node.until(ProbeStatus, lambda known: known[NAME].success)
            assert found[NAME].last_error == ""
            status = await node.until(NetworkStatus, lambda known: known["status"].connectivity_ready)
            # not for a default route: there is none in this namespace
            assert status["status"].etc_files_ready
        finally:
            listener.close()
        found = await node.until(ProbeStatus, lambda known: not known[NAME].success)
        assert "127.0.0.1" in found[NAME].last_error
        await node.until(NetworkStatus, lambda known: not known["status"].connectivity_ready)
        node.configure(CONFIG)
        await node.until(ProbeStatus, lambda known: not known)
        await node.until(ProbeSpec, lambda known: not known)


async def test_a_refusal_is_in_words() -> None:
    async with running(config=CONFIG + PROBE) as node:
        found = await node.until(ProbeStatus, lambda known: NAME in known)
        assert found[NAME].last_error.startswith("127.0.0.1:7: ")
        specs = await node.until(ProbeSpec, lambda known: NAME in known)
        assert (specs[NAME].interval, specs[NAME].failure_threshold, specs[NAME].tcp.timeout) == ("100ms", 1, "10s")
