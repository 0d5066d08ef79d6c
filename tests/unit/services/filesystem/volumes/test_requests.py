"""Who wants which volume: counted, kept across a restart, and unchanged where that fails."""

from pathlib import Path

import pytest

from services.filesystem.volumes.requests import (
    Request,
    RequestError,
    RequestFile,
    Requests,
    UnknownRequestError,
    checked,
)


@pytest.fixture
def file(tmp_path: Path) -> RequestFile:
    return RequestFile(tmp_path / "run/talos/volumes.json")


def test_requests_are_counted_and_outlive_the_process(file: RequestFile) -> None:
    requests = Requests(file)
    assert [requests.add("u-a", name, "/var/mnt/a") for name in ("b", "a", "b")] == [True, True, False]
    again = Requests(file)
    assert list(again) == [Request("u-a", "a"), Request("u-a", "b")]
    assert [request.id for request in again] == ["a-u-a", "b-u-a"]
    again.remove("u-a", "a")
    assert again.of("u-a") == ("b",)
    assert again.volumes()["u-a"].target == "/var/mnt/a"
    again.remove("u-a", "b")
    assert (list(again), again.volumes(), list(Requests(file))) == ([], {}, [])


def test_a_request_that_is_not_there_cannot_be_taken_back(file: RequestFile) -> None:
    requests = Requests(file)
    with pytest.raises(UnknownRequestError, match='"a" has no request; there are none'):
        requests.remove("u-a", "a")


def test_a_file_that_makes_no_sense_is_no_request(file: RequestFile, tmp_path: Path) -> None:
    (tmp_path / "run/talos").mkdir(parents=True)
    (tmp_path / "run/talos/volumes.json").write_text('{"u-a": 1}')
    assert list(Requests(file)) == []


def test_where_nothing_can_be_written_nothing_changes(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("no directory")
    requests = Requests(RequestFile(tmp_path / "run/talos/volumes.json"))
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        requests.add("u-a", "a", "/")
    assert requests.of("u-a") == ()


@pytest.mark.parametrize("name", ["", "a" * 129, "a\0b", "sequencer", "block.UserVolumeConfigController"])
def test_a_requester_from_outside_has_a_sensible_name(name: str) -> None:
    with pytest.raises(RequestError):
        checked(name)
    assert checked("service/etcd") == "service/etcd"
