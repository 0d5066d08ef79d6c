from pathlib import Path

import pytest

from libtalos.provision.errors import ProvisionError
from libtalos.provision.paths import ClusterName, ClusterPaths, NodeName, cluster_name, talos_home


def test_the_home_is_talos_home_or_below_the_users() -> None:
    assert talos_home({"HOME": "/home/u"}) == Path("/home/u/.talos")
    assert talos_home({"HOME": "/home/u", "TALOS_HOME": "/srv/t"}) == Path("/srv/t")
    assert talos_home({"TALOS_HOME": "rel"}) == Path.cwd() / "rel"


@pytest.mark.parametrize("name", ["talos-default", "a", "x" * 38])
def test_cluster_names(name: str) -> None:
    assert cluster_name(name) == name


@pytest.mark.parametrize("name", ["", "-a", "a-", "A", "a/b", "..", "x" * 39, "a b"])
def test_what_is_no_cluster_name(name: str) -> None:
    with pytest.raises(ProvisionError, match="not a cluster name"):
        cluster_name(name)


def test_the_tag_tells_homes_apart(tmp_path: Path) -> None:
    first, second = (ClusterPaths(tmp_path / home, ClusterName("x")).tag for home in ("a", "b"))
    assert first != second
    assert first == ClusterPaths(tmp_path / "a", ClusterName("x")).tag
    # With its prefix it names a link, which has at most 15 characters.
    assert len(f"talos{first}") <= 15


def test_a_home_too_long_for_unix_sockets_is_refused() -> None:
    node = NodeName("n-controlplane-1")
    rest = len("/clusters/n/n-controlplane-1/bus/filesystem.sock")
    ClusterPaths(Path("/".ljust(107 - rest, "x")), ClusterName("n")).check_socket_paths(node)
    with pytest.raises(ProvisionError, match="too long for unix sockets by 1 bytes; set TALOS_HOME"):
        ClusterPaths(Path("/".ljust(108 - rest, "x")), ClusterName("n")).check_socket_paths(node)
