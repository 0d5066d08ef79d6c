import base64
import json
from pathlib import Path

import pytest

from libtalos.provision.bundle import USERDATA_MAX, BundleSpec, WriteBundle, config
from libtalos.provision.capabilities import bounding_set
from libtalos.provision.cgroups import Layout
from libtalos.provision.errors import ProvisionError
from libtalos.provision.paths import NodePaths


def spec(directory: Path, layout: Layout = Layout.UNIFIED) -> BundleSpec:
    return BundleSpec(
        hostname="n1", group="talos-g", paths=NodePaths(directory), layout=layout, capabilities=["CAP_CHOWN"]
    )


def test_the_node_has_namespaces_privileges_and_its_config(tmp_path: Path) -> None:
    found = config(spec(tmp_path), b"machine: {}")
    assert found["root"] == {"path": str(tmp_path / "bundle/rootfs"), "readonly": True}
    assert {entry["type"] for entry in found["linux"]["namespaces"]} == {
        "pid", "network", "ipc", "uts", "mount", "cgroup"
    }  # fmt: skip
    process = found["process"]
    environment = dict(entry.split("=", 1) for entry in process["env"])
    assert base64.b64decode(environment["USERDATA"]) == b"machine: {}"
    assert environment["PLATFORM"] == "container"
    assert process["args"] == ["/sbin/init"]
    assert all(names == ["CAP_CHOWN"] for names in process["capabilities"].values())


def test_the_bus_and_the_disks_are_the_hosts_directories(tmp_path: Path) -> None:
    mounts = {mount["destination"]: mount for mount in config(spec(tmp_path), b"")["mounts"]}
    assert mounts["/run/talos/bus"]["source"] == str(tmp_path / "bus")
    assert mounts["/system/disks"]["source"] == str(tmp_path / "disks")
    assert all("rprivate" in mounts[place]["options"] for place in ("/run/talos/bus", "/system/disks"))
    assert next(place for place in mounts if place.startswith("/system")) == "/system", "before what is in it"


@pytest.mark.parametrize(
    ("layout", "path", "types"),
    [
        (Layout.UNIFIED, "/talos-g", {"/sys/fs/cgroup": "cgroup"}),
        (Layout.HYBRID, "talos-g", {"/sys/fs/cgroup": "cgroup", "/sys/fs/cgroup/unified": "cgroup2"}),
        (Layout.LEGACY, "talos-g", {"/sys/fs/cgroup": "cgroup"}),
    ],
)
def test_groups_by_layout(tmp_path: Path, layout: Layout, path: str, types: dict[str, str]) -> None:
    found = config(spec(tmp_path, layout), b"")
    assert found["linux"]["cgroupsPath"] == path
    cgroup_mounts = [mount for mount in found["mounts"] if mount["destination"].startswith("/sys/fs/cgroup")]
    assert {mount["destination"]: mount["type"] for mount in cgroup_mounts} == types
    assert all("rw" in mount["options"] for mount in cgroup_mounts)


def test_a_config_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    config(spec(tmp_path), bytes(USERDATA_MAX * 3 // 4 - 3))
    with pytest.raises(ProvisionError, match=r"machine config: .* more than an environment variable holds"):
        config(spec(tmp_path), bytes(USERDATA_MAX))


def test_the_bundle_is_for_its_owner_only(tmp_path: Path) -> None:
    (tmp_path / "bundle").mkdir()
    (tmp_path / "config.yaml").write_bytes(b"x")
    operation = WriteBundle(spec(tmp_path))
    operation.execute()
    written = tmp_path / "bundle/config.json"
    assert json.loads(written.read_text())["hostname"] == "n1"
    assert written.stat().st_mode & 0o777 == 0o600
    operation.undo()
    operation.undo()
    assert not written.exists()


def test_capabilities_are_those_of_the_bounding_set(tmp_path: Path) -> None:
    status = tmp_path / "status"
    status.write_text("CapEff:\t0000000000000000\nCapBnd:\t000001fffeffffff\n")
    found = bounding_set(status)
    assert "CAP_SYS_RESOURCE" not in found
    assert {"CAP_CHOWN", "CAP_SYS_ADMIN", "CAP_CHECKPOINT_RESTORE"} < set(found)
    assert len(found) == 40
    status.write_text("CapBnd:\tffffffffffffffff\n")
    assert len(bounding_set(status)) == 41
    status.write_text("")
    with pytest.raises(ValueError, match="no line CapBnd"):
        bounding_set(status)
