from pathlib import Path

import pytest

from libtalos.linux.cgroup import FREEZER, UNIFIED, Cgroups, Hierarchies, NoHierarchyError

_MOUNTS = """\
24 1 0:21 / /sys rw - sysfs sysfs rw
30 24 0:26 / {root}/freezer\\040here rw,relatime - cgroup cgroup rw,freezer
31 24 0:27 / {root}/systemd rw,relatime shared:9 master:1 - cgroup cgroup rw,xattr,name=systemd
32 24 0:28 / {root}/unified rw,relatime - cgroup2 cgroup2 rw,nsdelegate
33 24 0:29 / {root}/memory rw,relatime - cgroup cgroup rw,memory
"""


def _hierarchies(root: Path, *made: str) -> Hierarchies:
    for name in made:
        (root / name).mkdir()
    table = root / "mountinfo"
    table.write_text(_MOUNTS.format(root=root))
    return Hierarchies.find(table)


def test_the_mount_table_is_read(tmp_path: Path) -> None:
    found = _hierarchies(tmp_path)
    assert found == Hierarchies(tmp_path / "unified", tmp_path / "freezer here", tmp_path / "systemd")


def test_version_2_is_preferred(tmp_path: Path) -> None:
    seen = _hierarchies(tmp_path, "unified", "freezer here", "systemd")
    assert Cgroups.find("base", seen) == Cgroups(tmp_path / "unified/base", UNIFIED)


def test_the_freezer_does_where_version_2_is_missing(tmp_path: Path) -> None:
    (tmp_path / "freezer here").mkdir()
    (tmp_path / "systemd").mkdir()
    seen = Hierarchies(None, tmp_path / "freezer here", tmp_path / "systemd")
    cgroups = Cgroups.find("base", seen)
    assert cgroups == Cgroups(tmp_path / "freezer here/base", FREEZER, (tmp_path / "systemd/base",))
    group = cgroups.group("system/etcd")
    assert group.create()
    assert not group.create()
    assert [path.parent.is_dir() for path in group.join_files] == [True, True]
    assert group.birthplace is None
    assert group.remove()
    assert not group.path.exists()


def test_no_hierarchy_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoHierarchyError, match="mount cgroup2"):
        Cgroups.find("", Hierarchies())


@pytest.mark.parametrize("name", ["", "/etc", "a/../../b", ".."])
def test_a_group_cannot_leave_the_base(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="relative path"):
        Cgroups(tmp_path, UNIFIED).group(name)


def test_members_of_groups_below_count_and_numbers_are_read(tmp_path: Path) -> None:
    group = Cgroups(tmp_path, FREEZER).group("a")
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/cgroup.procs").write_text("10\n11\n")
    (tmp_path / "a/b/cgroup.procs").write_text("12\n")
    assert sorted(group.pids()) == [10, 11, 12]
    assert group.populated()
    assert not Cgroups(tmp_path, FREEZER).group("none").populated()
    assert not Cgroups(tmp_path, UNIFIED).group("none").populated()
