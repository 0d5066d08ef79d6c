import os
from pathlib import Path

import pytest

from libtalos.linux import caps
from libtalos.linux.exits import Exit


def test_the_words_are_those_of_go_programs() -> None:
    assert Exit(1, code=0).ok
    assert Exit(1, code=2).describe() == "exit status 2"
    assert Exit(1, signal=9).describe() == "signal: killed"
    assert Exit(1, signal=15).describe() == "signal: terminated"
    assert not Exit(1, signal=15).ok


def test_capabilities_have_the_kernels_numbers() -> None:
    assert caps.number("CAP_CHOWN") == 0
    assert caps.number("CAP_SYS_ADMIN") == 21
    assert caps.number("CAP_CHECKPOINT_RESTORE") == 40
    assert caps.mask({"CAP_CHOWN", "CAP_NET_ADMIN"}) == 1 | 1 << 12
    assert caps.last() <= 63


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user has no capabilities to compare")
def test_the_sets_of_this_process_are_read() -> None:
    text = Path("/proc/self/status").read_text()
    lines = dict(line.split(":", 1) for line in text.splitlines())
    effective, permitted, inheritable = caps.read()
    assert [int(lines[name], 16) for name in ("CapEff", "CapPrm", "CapInh")] == [effective, permitted, inheritable]
