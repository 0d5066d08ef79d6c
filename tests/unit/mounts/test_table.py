"""The mount table: what is accepted, what is refused and how that is said."""

from pathlib import Path

import pytest

from libtalos.linux import mount
from libtalos.mounts import MountTable, Owner, TableError, load, parse
from libtalos.mounts.declared import declared
from libtalos.mounts.flags import FLAGS, flag_names, flags_and_data
from libtalos.mounts.rows import FileRow, MountRow, OverlayRow, VolumeRow

OURS = Path(__file__).parents[3] / "rootfs/mounts.toml"


@pytest.fixture(scope="module")
def ours() -> MountTable:
    """The table of the image."""
    return load(OURS)


def one(text: str) -> MountTable:
    """A table with one row."""
    return parse(f"[[row]]\n{text}\n", "mounts.toml")


def test_the_images_table_has_what_the_design_says(ours: MountTable) -> None:
    mounts = {row.target for row in ours.owned_by(Owner.INIT) if isinstance(row, MountRow)}
    assert {"/proc", "/sys", "/dev", "/run", "/tmp", "/system"} <= mounts
    assert {row.name for row in ours.files()} == {"hosts", "hostname", "resolv.conf", "machine-id"}
    overlays = {row.target for row in ours.rows if isinstance(row, OverlayRow)}
    assert overlays == {"/etc/kubernetes", "/etc/cni", "/usr/libexec/kubernetes", "/opt"}
    assert [row.target for row in ours.rows if isinstance(row, VolumeRow)] == ["/system/state", "/var"]


def test_every_mount_of_the_design_is_a_row_with_mode_and_owner(ours: MountTable) -> None:
    """The table of the architecture page: pseudo, tmpfs, bind, persistent, overlay."""
    pseudo = {"/proc", "/sys", "/dev", "/dev/pts", "/dev/shm", "/sys/fs/cgroup"}
    wanted = {
        "mount": pseudo | {"/run", "/tmp", "/system"},
        "file": {"/etc/hosts", "/etc/resolv.conf", "/etc/hostname", "/etc/machine-id"},
        "volume": {"/var", "/system/state"},
        "overlay": {"/etc/kubernetes", "/etc/cni", "/usr/libexec/kubernetes", "/opt"},
    }
    rows = [declared(row) for row in ours.rows]
    found = {kind: {row.target for row in rows if row.kind == kind} for kind in wanted}
    assert {kind: wanted[kind] - found[kind] for kind in wanted} == {kind: set() for kind in wanted}
    mounting = [row for row in rows if row.kind in wanted]
    assert [row.target for row in mounting if row.mode is None or not row.source or not row.type] == []
    assert [row.target for row in mounting if "nosuid" not in row.options] == []


def test_mode_and_owner_of_a_tmpfs_are_options_so_that_it_never_has_others() -> None:
    row = MountRow(target="/t", type="tmpfs", options=("nosuid", "size=1M"), mode=0o1777, uid=3)
    assert row.all_options == ("nosuid", "size=1M", "mode=1777", "uid=3")
    assert MountRow(target="/t", type="tmpfs").all_options == ()
    assert MountRow(target="/t", type="proc", mode=0o555).all_options == ()


def test_every_row_of_the_images_table_has_one_owner(ours: MountTable) -> None:
    assert len(ours.rows) == sum(len(ours.owned_by(owner)) for owner in Owner)


def test_a_mount_comes_before_what_lies_below_it(ours: MountTable) -> None:
    order = [row.target for row in ours.rows if isinstance(row, MountRow | VolumeRow)]
    for number, target in enumerate(order):
        assert not [later for later in order[number + 1 :] if target.startswith(later + "/")]


def test_overlay_names_are_upstreams(ours: MountTable) -> None:
    names = {row.name for row in ours.rows if isinstance(row, OverlayRow)}
    assert names == {"etc-kubernetes", "etc-cni", "usr-libexec-kubernetes", "opt"}


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ('kind = "nonsense"\ntarget = "/x"', "Invalid value 'nonsense'.*row"),
        ('kind = "mount"\ntarget = "/x"', "missing required field `type`.*row"),
        ('kind = "mount"\ntarget = "x"\ntype = "tmpfs"', "target 'x' has to be an absolute path"),
        ('kind = "mount"\ntarget = "/x/../y"\ntype = "tmpfs"', "has to be an absolute path without"),
        ('kind = "mount"\ntarget = "/x"\ntype = "tmpfs"\ntpye = "x"', "unknown field `tpye`"),
        ('kind = "mount"\ntarget = "/x"\ntype = "tmpfs"\nowner = "kubelet"', "Invalid enum value 'kubelet'"),
        ('kind = "volume"\ntarget = "/v"\nimage = "/i"\nlabel = "L"\nsize = "much"', "'much' is not a size"),
        ('kind = "volume"\ntarget = "/v"\nimage = "/i"\nlabel = "MUCH-TOO-LONG"\nsize = "1"', "1 to 12 bytes"),
        ('kind = "file"\ntarget = "/etc/x"\nsource = "system/x"', "source 'system/x'"),
        ('kind = "file"\ntarget = "/etc/x"\nsource = "/x"\nkeep = "k"', "keep 'k'"),
        ('kind = "directory"\ntarget = "/x"\nmode = "0755"', "Expected `int`, got `str`"),
    ],
)
def test_a_bad_row_is_refused_and_named(row: str, complaint: str) -> None:
    with pytest.raises(TableError, match=f"mounts.toml: .*{complaint}"):
        one(row)


def test_broken_toml_is_refused_with_its_place() -> None:
    with pytest.raises(TableError, match=r"mounts.toml: .*line 2"):
        parse("[[row]]\nkind = mount\n", "mounts.toml")


def test_two_rows_of_a_kind_for_one_target_are_refused() -> None:
    row = '[[row]]\nkind = "directory"\ntarget = "/x"\n'
    with pytest.raises(TableError, match="row 1: /x has a row of this kind already"):
        parse(row * 2, "mounts.toml")


def test_a_missing_table_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"absent\.toml"):
        load(tmp_path / "absent.toml")


def test_options_are_split_as_mount_does_it() -> None:
    flags, data = flags_and_data(("nosuid", "mode=0755", "ro", "size=64M"))
    assert flags == mount.MS_NOSUID | mount.MS_RDONLY
    assert data == "mode=0755,size=64M"


def test_flags_are_named_as_they_are_written() -> None:
    assert [flag_names(flag) for flag in FLAGS.values()] == list(FLAGS)
    assert flag_names(mount.MS_NOSUID | mount.MS_RDONLY) == "ro,nosuid"


def test_defaults_of_a_file() -> None:
    (row,) = one('kind = "file"\ntarget = "/etc/ssl/ca.crt"\nsource = "/system/etc/ca.crt"').files()
    assert row == FileRow(target="/etc/ssl/ca.crt", source="/system/etc/ca.crt", owner=Owner.FILESYSTEM, mode=0o644)
    assert row.name == "ssl/ca.crt"
