"""The digest that decides whether an image is built again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from libtalos.image import digest, inputs
from libtalos.image.spec import BuildSpec, Extra, read_spec


def write(name: str, content: str) -> Callable[[Path], object]:
    return lambda checkout: (checkout / name).write_text(content)


@pytest.mark.parametrize(
    "change",
    [
        write("pack/node.py", "NODE = 2\n"),
        write("pack/more.py", ""),
        write("rootfs/skeleton/etc/os-release", "other"),
        write("rootfs/skeleton/etc/new", ""),
        write("lock.txt", "a==2\n"),
        write("table.toml", "rows = [1]\n"),
        lambda checkout: (checkout / "rootfs/skeleton/sbin/init").chmod(0o644),
        lambda checkout: (checkout / "rootfs/skeleton/etc/mtab").unlink(),
        lambda checkout: (checkout / "pack/node.py").rename(checkout / "pack/renamed.py"),
    ],
)
def test_a_changed_input_changes_the_digest(spec: BuildSpec, change: Callable[[Path], object]) -> None:
    before = inputs.of_build(spec, "amd64")
    change(spec.checkout)
    assert inputs.of_build(spec, "amd64") != before


@pytest.mark.parametrize("change", [{"level": 4}, {"created": 1}, {"version": "2"}])
def test_a_changed_setting_changes_the_digest(spec: BuildSpec, change: dict[str, int | str]) -> None:
    changed = replace(spec, **change)  # one field at a time
    assert inputs.of_build(changed, "amd64") != inputs.of_build(spec, "amd64")


def test_an_added_program_changes_the_digest(spec: BuildSpec) -> None:
    extended = replace(spec, extras=(Extra(spec.checkout / "lock.txt", "/usr/bin/kubelet"),))
    assert inputs.of_build(extended, "amd64") != inputs.of_build(spec, "amd64")


def test_what_a_node_does_not_have_changes_nothing(spec: BuildSpec) -> None:
    before = inputs.of_build(spec, "amd64")
    (spec.checkout / "pack/tool/host.py").write_text("HOST = 2\n")
    (spec.checkout / "pack/__pycache__/other.cpython-311.pyc").write_text("")
    assert inputs.of_build(spec, "amd64") == before


def test_the_place_of_the_checkout_changes_nothing(spec: BuildSpec, tmp_path: Path) -> None:
    moved = spec.checkout.rename(tmp_path / "elsewhere")
    again = read_spec(moved, environment={}, version=spec.version)
    before = replace(spec, checkout=moved)
    assert inputs.of_build(again, "amd64") == inputs.of_build(before, "amd64")


def test_named_values_do_not_run_into_each_other() -> None:
    assert digest.of_items([("ab", "c")]) != digest.of_items([("a", "bc")])
    assert digest.of_items([("a", "1"), ("b", "2")]) == digest.of_items([("b", "2"), ("a", "1")])
