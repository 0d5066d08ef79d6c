"""What the node says of itself."""

from pathlib import Path

from services.api import machine, meminfo
from services.api.node import Node, this_version

MEMINFO = """\
MemTotal:       16331288 kB
MemAvailable:   12000000 kB
Active(anon):     345678 kB
HugePages_Total:       7
DirectMap4k:      123456 kB
Zswapped:              1 kB
"""


def test_meminfo_has_upstreams_names() -> None:
    assert meminfo.parse(MEMINFO) == {
        "memtotal": 16331288,
        "memavailable": 12000000,
        "activeanon": 345678,
        "hugepagestotal": 7,
        "directmap4k": 123456,
        "zswapped": 1,
    }


def test_memory_is_read_from_proc(tmp_path: Path) -> None:
    (tmp_path / "meminfo").write_text(MEMINFO)
    node = Node(this_version(version="1.2.3", platform_name="container"), proc=tmp_path)
    info = machine.memory_info(node.memory())
    assert (info.memtotal, info.activeanon, info.hugepagestotal, info.memfree) == (16331288, 345678, 7, 0)


def test_this_kernels_meminfo_fills_upstreams_fields() -> None:
    info = machine.memory_info(Node(this_version(version="0", platform_name="metal")).memory())
    assert info.memtotal > info.memfree > 0


def test_version_names_tag_and_mode() -> None:
    container = this_version(version="1.2.3", platform_name="container")
    assert (container.tag, container.mode) == ("v1.2.3", "container")
    assert this_version(version="1.2.3", platform_name="metal").mode == "metal"
    assert container.runtime.startswith("python3.")
