"""Documents of user volumes: read beside the v1alpha1 one, and refused with every fault."""

from __future__ import annotations

import pytest

from libtalos.config import ConfigError, ValidationError, load, load_documents
from libtalos.config.validation import Mode, validate_documents
from libtalos.config.volumes import DiskSelector, MountOptions, Provisioning, UserVolumeConfig

MACHINE = "version: v1alpha1\nmachine: {type: worker}\n"
HEAD = "---\napiVersion: v1alpha1\nkind: UserVolumeConfig\n"
PARTITION = 'name: a\nprovisioning: {diskSelector: {match: disk.transport == "nvme"}, minSize: 1GiB, maxSize: 10GB}\n'


def test_volumes_are_read_beside_the_config_wherever_they_stand() -> None:
    text = f"{HEAD[4:]}{PARTITION}mount: {{secure: false}}\n---\n{MACHINE}{HEAD}name: b\nvolumeType: directory\n"
    first, second = load_documents(text.encode()).of(UserVolumeConfig)
    assert first == UserVolumeConfig(
        name="a",
        provisioning=Provisioning(
            disk_selector=DiskSelector(match='disk.transport == "nvme"'), min_size="1GiB", max_size="10GB"
        ),
        mount=MountOptions(secure=False),
    )
    assert (first.type, second.type, second.name) == ("partition", "directory", "b")
    machine = load(text.encode()).machine
    assert machine is not None
    assert machine.type == "worker"


def test_a_config_without_volumes_has_none_and_an_escape_hides_none() -> None:
    assert load_documents(MACHINE.encode()).others == ()
    hidden = HEAD.replace("UserVolumeConfig", r'"User\x56olumeConfig"')
    (found,) = load_documents(f"{MACHINE}{hidden}name: a\nvolumeType: directory\n".encode()).of(UserVolumeConfig)
    assert found.name == "a"


def test_the_v1alpha1_document_is_needed_for_a_config() -> None:
    with pytest.raises(ConfigError, match="config not found"):
        load(f"{HEAD}{PARTITION}".encode())


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("name: ''\nvolumeType: directory\n", "name is required"),
        ("name: a_b\nvolumeType: directory\n", "only ASCII letters, digits and hyphens are allowed"),
        (f"name: {'a' * 35}\nvolumeType: directory\n", "name: 35 characters are more than 34"),
        ("name: a\nvolumeType: raid\n", 'volumeType: "raid" is not supported: partition, disk and directory are'),
        ("name: a\nvolumeType: disk\n", "provisioning.diskSelector.match is required"),
        (f"volumeType: disk\n{PARTITION}", "provisioning.minSize: minSize is not allowed for a disk"),
        (f"{PARTITION}encryption: {{provider: luks2}}\n", "encryption: encryption is not supported: leave it out"),
        ("name: a\nvolumeType: directory\nfilesystem: {type: xfs}\n", "filesystem is not allowed for a directory"),
        ("name: a\n", "provisioning.diskSelector.match is required"),
        ("name: a\n", "provisioning: minSize or maxSize is required"),
        (PARTITION + "filesystem: {type: vfat}\n", 'filesystem.type: "vfat" is not supported: xfs and ext4 are'),
        (PARTITION.replace("10GB", "0%"), 'provisioning.maxSize: "0%" is not a share: write a whole number from 1%'),
        (PARTITION.replace("1GiB", "much"), 'provisioning.minSize: "much" is not a size'),
        (PARTITION.replace("1GiB", "1TiB"), "provisioning: minSize is larger than maxSize"),
    ],
)
def test_what_makes_no_sense_is_told_by_the_volumes_name(body: str, problem: str) -> None:
    with pytest.raises(ValidationError) as caught:
        load(f"{MACHINE}{HEAD}{body}".encode())
    assert any(each.startswith("v1alpha1/UserVolumeConfig/") and problem in each for each in caught.value.problems)


def test_two_volumes_of_a_name_and_a_wrong_version_are_faults() -> None:
    twice = f"{HEAD}name: a\nvolumeType: directory\n{HEAD}name: A\nvolumeType: directory\n"
    with pytest.raises(ValidationError, match="v1alpha1/UserVolumeConfig/A: another one has that name"):
        validate_documents(load_documents(f"{MACHINE}{twice}".encode()), Mode.METAL)
    with pytest.raises(ConfigError, match='"UserVolumeConfig" "v2": not registered'):
        load(f"{MACHINE}{HEAD.replace('v1alpha1', 'v2')}name: a\nvolumeType: directory\n".encode())


def test_a_name_is_required() -> None:
    with pytest.raises(ConfigError, match=r"document v1alpha1/UserVolumeConfig/ \(line 4\): .*required key 'name'"):
        load(f"{MACHINE}{HEAD}volumeType: directory\n".encode())


def test_an_unknown_key_is_told_with_its_document() -> None:
    with pytest.raises(ConfigError, match=r"document v1alpha1/UserVolumeConfig/a \(line 4\): unknown keys"):
        load(f"{MACHINE}{HEAD}name: a\nencrypted: true\n".encode())
