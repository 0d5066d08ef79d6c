"""A small checkout to build from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from libtalos.image.spec import BuildSpec, read_spec

RECIPE = """
created = 2026-01-01T00:00:00Z
compression-level = 3
templates = ["/etc/os-release"]
[debian]
suite = "bookworm"
packages = { libc6 = [] }
[python]
version = "3.11"
site = "/site"
lock = "lock.txt"
[suite]
packages = ["pack"]
exclude = ["pack/tool/*"]
[links]
"/bin" = "usr/bin"
[files]
"table.toml" = "/usr/share/table.toml"
[directories]
"/tmp" = 0o1777
"""

FILES: Mapping[str, str] = {
    "rootfs/packages.toml": RECIPE,
    "rootfs/skeleton/etc/os-release": "VERSION_ID=${version}\n",
    "rootfs/skeleton/sbin/init": "#!/usr/bin/python3\n",
    "lock.txt": "a==1 \\\n    --hash=sha256:00\n",
    "table.toml": "rows = []\n",
    "pack/__init__.py": "",
    "pack/node.py": "NODE = 1\n",
    "pack/tool/host.py": "HOST = 1\n",
    "pack/__pycache__/node.cpython-311.pyc": "stale",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    for name, content in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    (root / "rootfs/skeleton/sbin/init").chmod(0o755)
    (root / "rootfs/skeleton/etc/mtab").symlink_to("/proc/mounts")
    return root


@pytest.fixture
def spec(checkout: Path) -> BuildSpec:
    return read_spec(checkout, environment={}, version="1.2.3")
