"""Documents of volumes that are not the user's."""

from __future__ import annotations

import pytest

from libtalos.config import load_documents
from libtalos.config.conflicts import conflicts
from libtalos.config.document import Document
from libtalos.config.documents.block.volumes import (
    ExistingMount,
    ExistingVolumeConfig,
    ExternalFilesystem,
    ExternalMount,
    ExternalVolumeConfig,
    RawVolumeConfig,
    SwapVolumeConfig,
    SystemMount,
    Virtiofs,
    VolumeConfig,
    VolumeDiscovery,
    VolumeSelector,
)
from libtalos.config.volumes import DiskSelector, Provisioning
from tests.unit.config.documents.reading import problems, read, text_of, warnings

PLACE = "provisioning: {diskSelector: {match: 'true'}, minSize: 1GiB, maxSize: 80%}"
WANTED = Provisioning(disk_selector=DiskSelector(match="true"), min_size="1GiB", max_size="80%")

DOCUMENTS: dict[str, tuple[str, Document]] = {
    "system": (
        f"name: EPHEMERAL\n{PLACE}\nmount: {{secure: false}}",
        VolumeConfig(name="EPHEMERAL", provisioning=WANTED, mount=SystemMount(secure=False)),
    ),
    "raw": (f"name: a\n{PLACE}", RawVolumeConfig(name="a", provisioning=WANTED)),
    "swap": (f"name: a\n{PLACE}", SwapVolumeConfig(name="a", provisioning=WANTED)),
    "existing": (
        "name: a\ndiscovery: {volumeSelector: {match: b}}\nmount: {readOnly: true}",
        ExistingVolumeConfig(
            name="a",
            discovery=VolumeDiscovery(volume_selector=VolumeSelector(match="b")),
            mount=ExistingMount(read_only=True),
        ),
    ),
    "external": (
        "name: a\nfilesystemType: virtiofs\nmount: {virtiofs: {tag: Data}, disableAccessTime: true}",
        ExternalVolumeConfig(
            name="a",
            filesystem_type=ExternalFilesystem.VIRTIOFS,
            mount=ExternalMount(virtiofs=Virtiofs(tag="Data"), disable_access_time=True),
        ),
    ),
}


@pytest.mark.parametrize(("body", "expected"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_keys_are_upstreams_and_values_are_parsed(body: str, expected: Document) -> None:
    assert read(type(expected).__name__, body) == expected


@pytest.mark.parametrize(
    ("kind", "body", "problem"),
    [
        ("VolumeConfig", "name: DATA", 'name: "DATA" is no volume of the system: STATE, EPHEMERAL, IMAGE-CACHE are'),
        (
            "VolumeConfig",
            "name: STATE\nprovisioning: {grow: true}",
            "provisioning: STATE is always made in the same way",
        ),
        ("VolumeConfig", "name: EPHEMERAL\nprovisioning: {maxSize: big}", 'provisioning.maxSize: "big" is not a size'),
        ("VolumeConfig", "name: STATE\nencryption: {provider: luks2}", "encryption: encryption is not supported"),
        ("RawVolumeConfig", f"name: a_b\n{PLACE}", "name: only ASCII letters, digits and hyphens are allowed"),
        ("RawVolumeConfig", "name: a", "provisioning.diskSelector.match: provisioning.diskSelector.match is required"),
        ("SwapVolumeConfig", "name: a", "provisioning: minSize or maxSize is required"),
        ("SwapVolumeConfig", f"name: a\n{PLACE}\nencryption: {{keys: [{{tpm: {{}}}}]}}", "encryption is not supported"),
        ("ExistingVolumeConfig", "name: a", "discovery.volumeSelector.match is required"),
        (
            "ExternalVolumeConfig",
            "name: a\nfilesystemType: virtiofs",
            "mount.virtiofs.tag: mount.virtiofs.tag is required",
        ),
        (
            "UserVolumeConfig",
            f"name: a\n{PLACE}\nfilesystem: {{type: ext4, projectQuotaSupport: true}}",
            "filesystem.projectQuotaSupport: only xfs has project quotas",
        ),
    ],
)
def test_what_makes_no_sense_is_told_with_its_place(kind: str, body: str, problem: str) -> None:
    found = problems(kind, body)
    assert any(problem in each for each in found), found


def test_project_quotas_are_said_to_have_no_effect() -> None:
    body = f"name: a\n{PLACE}\nfilesystem: {{projectQuotaSupport: true}}"
    assert warnings("UserVolumeConfig", body) == ["filesystem.projectQuotaSupport: has no effect in this version"]


@pytest.mark.parametrize(
    ("kinds", "clash"),
    [
        (("UserVolumeConfig", "ExistingVolumeConfig"), True),
        (("ExistingVolumeConfig", "ExternalVolumeConfig"), True),
        (("UserVolumeConfig", "RawVolumeConfig"), False),
        (("RawVolumeConfig", "SwapVolumeConfig"), False),
    ],
)
def test_what_is_mounted_in_one_place_has_different_names(kinds: tuple[str, str], *, clash: bool) -> None:
    bodies = {
        "UserVolumeConfig": f"name: A\n{PLACE}",
        "ExistingVolumeConfig": "name: a\ndiscovery: {volumeSelector: {match: b}}",
        "ExternalVolumeConfig": "name: A\nfilesystemType: virtiofs\nmount: {virtiofs: {tag: b}}",
        "RawVolumeConfig": f"name: A\n{PLACE}",
        "SwapVolumeConfig": f"name: a\n{PLACE}",
    }
    found = list(conflicts(load_documents("---\n".join(text_of(kind, bodies[kind]) for kind in kinds).encode())))
    assert bool(found) is clash, found
