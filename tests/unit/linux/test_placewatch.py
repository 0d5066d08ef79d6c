"""News of paths: what is told, what is not, and what appears later."""

import select
from collections.abc import Iterator
from pathlib import Path

import pytest

from libtalos.linux.placewatch import PlaceWatch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[PlaceWatch]:
    """A watch of /system/etc and a file in it, which are there."""
    (tmp_path / "system/etc").mkdir(parents=True)
    (tmp_path / "system/etc/hosts").write_text("")
    watch = PlaceWatch(root=tmp_path, places=[tmp_path / "system/etc"], files=[tmp_path / "system/etc/hosts"])
    assert watch.refresh() is True
    yield watch
    watch.close()


def told(watch: PlaceWatch) -> bool:
    """Whether there is news that matters."""
    if select.select([watch], [], [], 0)[0]:
        watch.acknowledge()
    return watch.heard()


def test_a_file_is_watched_by_contents_mode_and_name(watch: PlaceWatch, tmp_path: Path) -> None:
    path = tmp_path / "system/etc/hosts"
    assert not told(watch)
    path.write_text("other")
    assert told(watch)
    path.chmod(0o600)
    assert told(watch)
    path.rename(path.with_name("away"))
    assert told(watch)
    path.with_name("away").rename(path)
    assert told(watch)
    path.unlink()
    assert told(watch)
    assert not told(watch)
    assert watch.refresh() is False


def test_what_has_another_name_is_not_news(watch: PlaceWatch, tmp_path: Path) -> None:
    (tmp_path / "system/etc/.hosts.new").write_text("")
    (tmp_path / "system/run").mkdir()
    (tmp_path / "other").write_text("")
    assert select.select([watch], [], [], 0)[0]
    assert not told(watch)


def test_a_directory_that_comes_back_is_watched_again(watch: PlaceWatch, tmp_path: Path) -> None:
    path = tmp_path / "system/etc/hosts"
    path.unlink()
    path.parent.rmdir()
    path.parent.parent.rmdir()
    assert told(watch)
    assert watch.refresh() is False
    path.parent.parent.mkdir()
    assert told(watch)
    path.parent.mkdir()
    assert watch.refresh() is True
    path.write_text("")
    assert told(watch)
    assert watch.refresh() is False


def test_a_file_in_the_place_of_a_directory_is_no_error(watch: PlaceWatch, tmp_path: Path) -> None:
    (tmp_path / "system/etc/hosts").unlink()
    (tmp_path / "system/etc").rmdir()
    (tmp_path / "system/etc").write_text("")
    assert told(watch)
    assert watch.refresh() is False
