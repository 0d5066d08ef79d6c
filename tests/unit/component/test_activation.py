"""Sockets in, readiness out."""

import socket
from pathlib import Path

import pytest

from libtalos.component.activation import ActivationError, listening_sockets, notify, own_socket


@pytest.mark.parametrize(
    ("environment", "text"),
    [
        ({}, "LISTEN_PID is None and not this process"),
        ({"LISTEN_PID": "8"}, "LISTEN_PID is '8'"),
        (
            {"LISTEN_PID": "7", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "a.sock"},
            "LISTEN_FDS is 2 but LISTEN_FDNAMES names 1",
        ),
        ({"LISTEN_PID": "7", "LISTEN_FDS": "x", "LISTEN_FDNAMES": "a.sock"}, "LISTEN_FDS is 'x'"),
    ],
)
def test_a_wrong_start_says_what_is_missing(environment: dict[str, str], text: str) -> None:
    with pytest.raises(ActivationError, match=text):
        listening_sockets(environment, 7)


def test_a_component_wants_its_own_socket() -> None:
    with pytest.raises(ActivationError, match=r"network\.sock is not among"):
        own_socket({"LISTEN_PID": "7", "LISTEN_FDS": "0"}, 7, "network")


def test_readiness_goes_to_the_socket_that_asked(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as receiver:
        receiver.bind(str(tmp_path / "notify"))
        assert notify({"NOTIFY_SOCKET": str(tmp_path / "notify")}, "READY=1")
        assert receiver.recv(100) == b"READY=1"


def test_nobody_asked_for_readiness() -> None:
    assert not notify({}, "READY=1")
