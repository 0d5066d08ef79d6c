"""Lines of the kernel's files as values."""

from __future__ import annotations

import os
import socket
from contextlib import closing
from pathlib import Path

import pytest

from services.network.sockets.devices import Counters, parse_devices
from services.network.sockets.listing import Query, Sockets, UnknownError
from services.network.sockets.owners import Owner, find_owners
from services.network.sockets.table import Socket, parse_sockets

HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
LINE = (
    "   1: 0200050A:01BB 0100050A:03E7 01 0000000B:0000000C 02:000000FA 00000001     5        3 13 4 00000000000000ff"
    " 20 4 30 10 -1\n"
)
SIX = (
    "   0: 00000000000000000000000001000000:C350 00000000000000000000000000000000:0000 0A 00000000:00000000"
    " 00:00000000 00000000     0        0 487 1 0000000000000000 100 0 0 10 0\n"
)
DEVICES = """\
Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo
    lo: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
eth0:1: 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
"""


def test_a_connection() -> None:
    assert list(parse_sockets("tcp", HEAD + LINE)) == [
        Socket(
            protocol="tcp",
            local_address="10.5.0.2",
            local_port=443,
            remote_address="10.5.0.1",
            remote_port=999,
            state=1,
            transmit_queue=11,
            receive_queue=12,
            timer=2,
            timer_ticks=250,
            retransmits=1,
            uid=5,
            timeout=3,
            inode=13,
            references=4,
            pointer=255,
        )
    ]


def test_ipv6_and_who_is_connected() -> None:
    (one,) = parse_sockets("tcp6", HEAD + SIX)
    assert (one.local_address, one.local_port, one.state, one.connected) == ("::1", 50000, 10, False)
    (other,) = parse_sockets("tcp", HEAD + LINE)
    assert other.connected


def test_a_line_that_is_none_is_an_error_that_shows_it() -> None:
    with pytest.raises(ValueError, match="cannot understand a line of /proc/net/tcp: 'nonsense'"):
        list(parse_sockets("tcp", HEAD + "nonsense\n"))
    with pytest.raises(ValueError, match="cannot understand a line of /proc/net/dev"):
        list(parse_devices("\n\nlo: 1 2\n"))


def test_counters() -> None:
    assert list(parse_devices(DEVICES)) == [Counters("lo", *range(1, 17)), Counters("eth0:1", *([0] * 16))]


def test_the_owner_of_a_socket_of_this_process() -> None:
    with closing(socket.socket()) as mine:
        inode = os.fstat(mine.fileno()).st_ino
        owner = find_owners(Path("/proc"))[inode]
        assert owner == Owner(os.getpid(), Path("/proc/self/comm").read_text().rstrip("\n"))


def test_processes_that_end_meanwhile_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "7" / "fd").mkdir(parents=True)
    (tmp_path / "7" / "fd" / "3").symlink_to("socket:[5]")
    (tmp_path / "7" / "fd" / "4").symlink_to("/dev/null")
    (tmp_path / "8").mkdir()
    (tmp_path / "meminfo").touch()
    assert find_owners(tmp_path) == {5: Owner(7, "")}


def test_a_kernel_without_a_protocol_has_no_such_sockets(tmp_path: Path) -> None:
    (tmp_path / "thread-self" / "net").mkdir(parents=True)
    (tmp_path / "thread-self" / "net" / "tcp").write_text(HEAD + LINE)
    sockets = Sockets(proc=tmp_path, netns=tmp_path / "netns")
    assert [each.socket.protocol for each in sockets.find(Query())] == ["tcp"]
    assert sockets.find(Query(connected=False)) == []
    with pytest.raises(UnknownError):
        sockets.find(Query(namespaces=("pod",)))
