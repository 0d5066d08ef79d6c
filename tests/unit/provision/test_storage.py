from dataclasses import dataclass
from pathlib import Path

import pytest

from libtalos.provision.errors import ProvisionError
from libtalos.provision.paths import NodePaths
from libtalos.provision.storage import (
    DISK_MIN,
    ConfigRequest,
    Generated,
    MakeDisk,
    WriteConfig,
    check_disk_size,
)

REQUEST = ConfigRequest(cluster="c", hostname="c-1", interface="eth0", node_address="10.5.0.2/24", gateway="10.5.0.1")


@dataclass
class Source:
    calls: int = 0

    def generate(self, request: ConfigRequest, secrets: bytes | None) -> Generated:
        self.calls += 1
        secrets = secrets or b"new secrets"
        return Generated(secrets=secrets, machine_config=request.hostname.encode() + b" with " + secrets)


def test_config_and_secrets_are_made_once_and_readable_by_the_owner(tmp_path: Path) -> None:
    source = Source()
    secrets, config = tmp_path / "secrets.yaml", tmp_path / "config.yaml"
    operation = WriteConfig(source, REQUEST, secrets, config)
    operation.execute()
    operation.execute()
    assert source.calls == 1
    assert config.read_bytes() == b"c-1 with new secrets"
    assert {path.stat().st_mode & 0o777 for path in (secrets, config)} == {0o600}
    operation.undo()
    operation.undo()
    assert list(tmp_path.iterdir()) == []


def test_a_second_node_is_made_from_the_clusters_secrets(tmp_path: Path) -> None:
    secrets, config = tmp_path / "secrets.yaml", tmp_path / "config.yaml"
    secrets.write_bytes(b"old secrets")
    WriteConfig(Source(), REQUEST, secrets, config).execute()
    assert config.read_bytes() == b"c-1 with old secrets"
    assert secrets.read_bytes() == b"old secrets"


def test_a_disk_is_sparse_and_kept_if_it_is_there(tmp_path: Path) -> None:
    paths = NodePaths(tmp_path)
    paths.disks.mkdir()
    operation = MakeDisk(paths, 1 << 30)
    operation.execute()
    image = paths.disks / "EPHEMERAL.img"
    assert (image.stat().st_size, image.stat().st_blocks) == (1 << 30, 0)
    image.write_bytes(b"data")
    operation.execute()
    assert image.read_bytes() == b"data"
    (paths.disks / "STATE").mkdir()
    (paths.disks / "STATE/config.yaml").write_text("a volume that is a directory")
    operation.undo()
    operation.undo()
    assert list(paths.disks.iterdir()) == []


def test_a_disk_too_small_for_xfs_is_refused() -> None:
    assert check_disk_size(DISK_MIN) == DISK_MIN
    with pytest.raises(ProvisionError, match="XFS needs at least 300 MiB"):
        check_disk_size(DISK_MIN - 1)
