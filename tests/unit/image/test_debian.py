"""Selection of files and libraries, on packages made here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from libtalos.image import debian, elf
from libtalos.image.debian import Contents
from libtalos.image.errors import ImageError
from libtalos.image.recipe import Debian
from libtalos.image.stage import PackageName, Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(root=tmp_path / "root")


def contents(tmp_path: Path, packages: dict[str, dict[str, bytes | Path]]) -> Contents:
    """Packages as dpkg-deb would unpack them; a Path is the target of a link."""
    for name, files in packages.items():
        for path, content in files.items():
            place = tmp_path / "unpacked" / name / path
            place.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                place.symlink_to(content)
            else:
                place.write_bytes(content)
    return Contents(packages={PackageName(name): tmp_path / "unpacked" / name for name in packages})


def recipe(packages: dict[str, tuple[str, ...]], exclude: tuple[str, ...] = ()) -> Debian:
    return Debian(suite="bookworm", packages=packages, exclude=exclude)


def test_only_declared_files_are_kept_with_usr_merged(stage: Stage, tmp_path: Path) -> None:
    found = contents(tmp_path, {"xfsprogs": {"sbin/mkfs.xfs": b"1", "sbin/fsck.xfs": b"2", "usr/share/doc/x": b"3"}})
    debian.select(recipe({"xfsprogs": ("/usr/sbin/mkfs.xfs",)}), found, stage)
    assert stage.owners == {"/usr/sbin/mkfs.xfs": "xfsprogs"}


def test_what_is_excluded_is_left_out(stage: Stage, tmp_path: Path) -> None:
    found = contents(tmp_path, {"python": {"usr/lib/a.py": b"", "usr/lib/test/b.py": b""}})
    debian.select(recipe({"python": ("/usr/lib/*",)}, ("/usr/lib/test/*",)), found, stage)
    assert set(stage.owners) == {"/usr/lib/a.py"}


def test_a_pattern_that_matches_nothing_is_an_error(stage: Stage, tmp_path: Path) -> None:
    found = contents(tmp_path, {"etcd": {"usr/bin/etcd": b""}})
    with pytest.raises(ImageError, match=r"debian.packages.etcd: .* '/usr/bin/etcdctl'"):
        debian.select(recipe({"etcd": ("/usr/bin/etcdctl",)}), found, stage)
    with pytest.raises(ImageError, match=r"debian.exclude: .* /usr/bin/other"):
        debian.select(recipe({"etcd": ("/usr/bin/etcd",)}, ("/usr/bin/other",)), found, stage)


def test_certificates_become_one_file(stage: Stage, tmp_path: Path) -> None:
    folder = "usr/share/ca-certificates/mozilla"
    found = contents(tmp_path, {"ca-certificates": {f"{folder}/b.crt": b"B", f"{folder}/a.crt": b"A\n"}})
    debian.select(recipe({"ca-certificates": ("/usr/share/*.crt",)}), found, stage)
    debian.bundle_certificates(stage)
    assert stage.owners == {debian.BUNDLE: "ca-certificates"}
    assert stage.at(debian.BUNDLE).read_text() == "A\nB\n"
    assert not stage.at("/usr/share").exists()


def libraries_of_python() -> list[str]:
    """Every file that the running interpreter's loader maps, found by the closure itself on this machine."""
    waiting, seen = [Path(sys.executable).resolve()], set[Path]()
    while waiting:
        path = waiting.pop()
        seen.add(path)
        parsed = elf.read(path)
        assert parsed is not None
        wanted = [*parsed.needed, *([Path(parsed.interpreter).name] if parsed.interpreter else [])]
        for name in wanted:
            place = next(folder / name for folder in Path("/lib").glob("*-linux-gnu") if (folder / name).exists())
            if place not in seen:
                waiting.append(place)
    return [str(path) for path in seen if ".so" in path.name]


def test_the_closure_follows_links_and_leaves_out_what_nobody_needs(stage: Stage, tmp_path: Path) -> None:
    libraries = {path.lstrip("/"): Path(path).read_bytes() for path in libraries_of_python()}
    folder = next(path for path in libraries if "libc.so" in path).rpartition("/")[0]
    real = libraries.pop(f"{folder}/libm.so.6")
    packages: dict[str, dict[str, bytes | Path]] = {
        "python": {"usr/bin/python": Path(sys.executable).resolve().read_bytes()},
        "libc6": {**libraries, f"{folder}/libm-2.so": real, f"{folder}/libm.so.6": Path("libm-2.so")},
        "unneeded": {f"{folder}/libunneeded.so.1": real},
    }
    found = contents(tmp_path, packages)
    debian.select(recipe({"python": ("/usr/bin/python",), "libc6": (), "unneeded": ()}), found, stage)
    debian.close_libraries(found, stage)
    assert set(stage.owners.values()) == {"python", "libc6"}
    assert f"/usr/{folder}/libm.so.6" in stage.owners
    assert not stage.at(f"/usr/{folder}/libm.so.6").is_symlink()


def test_a_library_of_no_declared_package_is_an_error(stage: Stage, tmp_path: Path) -> None:
    program = Path(sys.executable).resolve().read_bytes()
    found = contents(tmp_path, {"python": {"usr/bin/python": program}})
    debian.select(recipe({"python": ("/usr/bin/python",)}), found, stage)
    with pytest.raises(ImageError, match=r"/usr/bin/python \(of python\) needs .*\.so.*debian.packages"):
        debian.close_libraries(found, stage)
    with pytest.raises(ImageError, match=r"/usr/bin/python needs .*libc.so.6"):
        debian.check_libraries(stage, "/usr/bin/python")
