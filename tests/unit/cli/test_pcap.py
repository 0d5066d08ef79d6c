"""Captures of packets, and their filters."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import pytest

from libtalos.bus.errors import InvalidArgumentError
from libtalos.cli.bpf import compile_filter, read_program
from libtalos.gen.talos.network.v1 import BpfInstruction, CapturePacketsRequest
from libtalos.resources.definitions.network import LinkStatus

# accept everything
RETURN = BpfInstruction(op=6, k=262144)


def asked(node: Any) -> CapturePacketsRequest:
    """The one request."""
    (request,) = node.components["network"].network.captures
    assert isinstance(request, CapturePacketsRequest)
    return request


def link(node: Any, name: str, kind: str) -> None:
    """Let the node have a link."""
    node.put("network", name, LinkStatus(index=1, type=kind))


def test_an_end_without_an_error_when_the_time_is_up(node: Any) -> None:
    result = node.talos("pcap", "--duration", "0.5s")
    assert (result.exit_code, "Error" in result.stderr) == (0, False)
    assert asked(node) == CapturePacketsRequest(interface="eth0", snap_len=4096)
    assert node.components["network"].network.ended.wait(10)


@pytest.mark.parametrize("to_file", [False, True])
def test_a_link_that_goes_down_is_told_after_what_there_was(node: Any, tmp_path: Path, *, to_file: bool) -> None:
    place = tmp_path / "node.pcap"
    arguments = ("-o", str(place)) if to_file else ()
    result = node.talos("pcap", "-i", "down0", "--promiscuous", "-s", "100", *arguments)
    assert result.exit_code == 5
    assert (place.read_text() if to_file else result.stdout) == "fileonetwo"
    assert result.stdout == ("" if to_file else "fileonetwo")
    assert "4 packets dropped" in result.stderr
    assert 'link "down0" is down or gone' in result.stderr
    assert asked(node) == CapturePacketsRequest(interface="down0", promiscuous=True, snap_len=100)


def test_an_interrupt_ends_it_and_tells_what_was_dropped(node: Any) -> None:
    command = node.begin("pcap")
    assert node.components["network"].network.asked.wait(30)
    assert command.stdout.read(10) == "fileonetwo"
    command.send_signal(signal.SIGINT)
    _, complained = command.communicate(timeout=30)
    assert command.returncode == 130
    assert "4 packets dropped" in complained
    assert node.components["network"].network.ended.wait(10)


def test_nothing_is_overwritten_where_nothing_comes(node: Any, tmp_path: Path) -> None:
    place = tmp_path / "node.pcap"
    place.write_text("earlier")
    result = node.talos("pcap", "-i", "eth7", "-o", str(place))
    assert result.exit_code == 4
    assert 'there is no link "eth7"' in result.stderr
    assert "dropped" not in result.stderr
    assert place.read_text() == "earlier"


@pytest.mark.parametrize(("kind", "offset"), [("ether", 12), ("loopback", 12), ("none", 0)])
def test_a_filter_is_compiled_for_the_type_of_the_link(node: Any, kind: str, offset: int) -> None:
    link(node, "down0", kind)
    assert node.talos("pcap", "-i", "down0", "--bpf-filter", "ip").exit_code == 5
    program = asked(node).bpf_filter
    assert program[0].k == offset
    assert program[-2:] == [RETURN, BpfInstruction(op=6)]


def test_a_program_is_taken_as_it_is(node: Any) -> None:
    assert node.talos(
        "pcap", "-i", "down0", "--bpf-filter", "{ 0x28, 0, 0, 0x0000000c },\n{ 0x6, 0, 0, 0x40000 },"
    ).exit_code
    assert asked(node).bpf_filter == [BpfInstruction(op=0x28, k=12), RETURN]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--bpf-filter", "tcp prt 80"), 2, "--bpf-filter: "),
        (("--bpf-filter", "-w /tmp/file"), 2, "--bpf-filter: "),
        (("--bpf-filter", "{ 1, 2 }"), 2, "'{ 1, 2 }' is no instruction of BPF"),
        (("--bpf-filter", "ip", "-i", "lost0"), 4, "lost0"),
        (("--duration", "soon"), 2, "soon"),
        (("--snaplen", "0"), 2, "Usage"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_captured(
    node: Any, arguments: tuple[str, ...], code: int, said: str
) -> None:
    link(node, "eth0", "ether")
    result = node.talos("pcap", *arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert node.components["network"].network.captures == []


def test_without_tcpdump_the_way_out_is_told(node: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    link(node, "eth0", "ether")
    monkeypatch.setenv("PATH", str(tmp_path))
    result = node.talos("pcap", "--bpf-filter", "ip")
    assert result.exit_code == 1
    assert "tcpdump, which compiles filters, is not installed here" in result.stderr


def test_a_program_as_both_ways_of_tcpdump_print_it() -> None:
    by_c = "{ 0x28, 0, 0, 0x0000000c },\n{ 0x15, 0, 1, 0x00000800 },\n{ 0x6, 0, 0, 0x00040000 },\n{ 0x6, 0, 0, 0 },\n"
    assert compile_filter("ip", link_type="EN10MB") == read_program(by_c)
    assert read_program("") == []
    for wrong in ("{ 0x28, 0, 0, 12 } tail", "{ one, 0, 0, 12 }"):
        with pytest.raises(InvalidArgumentError, match="is no instruction of BPF"):
            read_program(wrong)
