import threading
from pathlib import Path

import pytest

from libtalos.provision.errors import ProvisionError
from libtalos.provision.paths import ClusterName
from libtalos.provision.state import ClusterState, NodeState, StateStore, image_state

NAME = ClusterName("c")


@pytest.fixture
def store(tmp_path: Path) -> StateStore:
    (tmp_path / "clusters" / NAME).mkdir(parents=True)
    return StateStore(tmp_path)


def state(tmp_path: Path) -> ClusterState:
    image = tmp_path / "rootfs.sqsh"
    image.write_bytes(b"hsqs")
    return ClusterState(
        name=NAME,
        created="2026-01-01T00:00:00+00:00",
        image=image_state(image),
        cidr="10.5.0.0/24",
        gateway="10.5.0.1/24",
        disk_size=1 << 30,
        nodes=(NodeState(name="c-controlplane-1", address="10.5.0.2/24"),),
    )


def test_what_is_saved_is_loaded(store: StateStore, tmp_path: Path) -> None:
    assert store.load(NAME) is None
    saved = state(tmp_path)
    store.save(saved)
    assert store.load(NAME) == saved
    assert store.names() == [NAME]
    assert store.paths(NAME).state.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"{", b'{"name": "c"}', b"\xff"])
def test_a_damaged_state_says_what_to_do(store: StateStore, content: bytes) -> None:
    store.paths(NAME).state.write_bytes(content)
    with pytest.raises(ProvisionError, match=r"state\.json: damaged .*talos cluster destroy --name c"):
        store.load(NAME)


def test_a_state_of_another_version_is_refused(store: StateStore, tmp_path: Path) -> None:
    store.save(state(tmp_path))
    path = store.paths(NAME).state
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 2'))
    with pytest.raises(ProvisionError, match="version 2, this program writes version 1"):
        store.load(NAME)


def test_no_home_means_no_clusters(tmp_path: Path) -> None:
    assert StateStore(tmp_path / "none").names() == []


def test_an_image_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProvisionError, match=r"No such file.*talos image build"):
        image_state(tmp_path / "none.sqsh")


def test_one_command_at_a_time(store: StateStore) -> None:
    waits, order = threading.Event(), list[str]()

    def waiting(message: str) -> None:
        order.append(message)
        waits.set()

    def second() -> None:
        with store.locked(waiting):
            order.append("second")

    with store.locked(order.append):
        thread = threading.Thread(target=second)
        thread.start()
        assert waits.wait(5)
        order.append("first")
    thread.join(5)
    assert order == ["wait for another `talos cluster` command to finish", "first", "second"]
