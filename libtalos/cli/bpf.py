"""Filters of packets, from tcpdump's language to classic BPF. tcpdump compiles them: it is libpcap's compiler."""

from __future__ import annotations

import re
import subprocess
from typing import Final

from libtalos.bus.errors import InvalidArgumentError
from libtalos.gen.talos.network.v1 import BpfInstruction

# an instruction as `tcpdump -dd` prints it, for C; upstream's talosctl takes those
_IN_C: Final = re.compile(r"\{\s*(\w+)\s*,\s*(\w+)\s*,\s*(\w+)\s*,\s*(\w+)\s*\}\s*,?\s*")
# seconds: it looks up the names of hosts
_PATIENCE: Final = 30


def compile_filter(expression: str, *, link_type: str) -> list[BpfInstruction]:
    """Return the program of an expression such as "tcp port 443", for links of a type of libpcap's, such as EN10MB.

    Raises InvalidArgumentError with tcpdump's words if it is none, FileNotFoundError if there is no tcpdump here.
    """
    command = ("tcpdump", "-ddd", "-y", link_type, "--", expression)
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    except FileNotFoundError as error:
        raise FileNotFoundError(
            "tcpdump, which compiles filters, is not installed here: install it (apt-get install tcpdump), or give "
            "--bpf-filter what `tcpdump -dd` printed elsewhere"
        ) from error
    except subprocess.TimeoutExpired as error:
        raise InvalidArgumentError(f"--bpf-filter: tcpdump has not compiled it in {_PATIENCE} s") from error
    if done.returncode:
        raise InvalidArgumentError(f"--bpf-filter: {done.stderr.strip()}")
    # the first line is how many there are
    return [_instruction(line.split(), 10) for line in done.stdout.splitlines()[1:]]


def is_program(text: str) -> bool:
    """Return whether a filter is a program already."""
    return text.lstrip().startswith("{")


def read_program(text: str) -> list[BpfInstruction]:
    """Return a program as `tcpdump -dd` prints it. Raises InvalidArgumentError that shows what is no instruction."""
    text = text.strip()
    program, position = [], 0
    while position < len(text):
        found = _IN_C.match(text, position)
        if found is None:
            raise InvalidArgumentError(f"--bpf-filter: {text[position : position + 40]!r} is no instruction of BPF")
        program.append(_instruction(list(found.groups()), 0))
        position = found.end()
    return program


def _instruction(words: list[str], base: int) -> BpfInstruction:
    try:
        op, jt, jf, k = (int(word, base) for word in words)
    except ValueError as error:
        raise InvalidArgumentError(f"--bpf-filter: {' '.join(words)!r} is no instruction of BPF") from error
    return BpfInstruction(op=op, jt=jt, jf=jf, k=k)
