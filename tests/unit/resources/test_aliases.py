"""From what a person types to a type."""

import pytest

from libtalos.bus.errors import InvalidArgumentError, NotFoundError
from libtalos.resources import aliases
from libtalos.resources.definitions.network import AddressStatus, LinkStatus
from libtalos.resources.definitions.runtime import MachineConfigSpec, MachineStatus, MountStatus
from libtalos.resources.definitions.volumes import VolumeMount
from libtalos.resources.wire import definition_to_message

KNOWN = [kind.DEFINITION for kind in (AddressStatus, LinkStatus, MachineConfigSpec, MachineStatus, MountStatus)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("links", LinkStatus),
        ("LinkStatus", LinkStatus),
        ("linkstatuses.net", LinkStatus),
        ("LinkStatuses.net.talos.dev", LinkStatus),
        ("mc", MachineConfigSpec),
        ("mounts", MountStatus),
        ("machinestatus", MachineStatus),
        ("addresses", AddressStatus),
    ],
)
def test_every_form_of_a_name_resolves(
    name: str, expected: type[LinkStatus | MachineConfigSpec | MountStatus | MachineStatus | AddressStatus]
) -> None:
    assert aliases.resolve(name, KNOWN) == expected.DEFINITION


def test_messages_resolve_like_definitions() -> None:
    message = definition_to_message(LinkStatus)
    assert aliases.resolve("links", [message]) is message


def test_an_ambiguous_alias_lists_the_candidates() -> None:
    with pytest.raises(InvalidArgumentError, match="ambiguous") as caught:
        aliases.resolve("ms", KNOWN)
    assert "MachineStatuses.runtime.talos.dev, MountStatuses.runtime.talos.dev" in caught.value.message


def test_a_first_alias_goes_before_those_that_follow() -> None:
    known = [*KNOWN, VolumeMount.DEFINITION]
    assert aliases.resolve("mountstatus", known) == VolumeMount.DEFINITION
    assert aliases.resolve("mounts", known) == MountStatus.DEFINITION
    assert aliases.resolve("mountstatuses.runtime", known) == MountStatus.DEFINITION
    with pytest.raises(InvalidArgumentError, match="ambiguous"):
        aliases.resolve("mountstatuses", known)


def test_the_same_type_twice_is_not_ambiguous() -> None:
    assert aliases.resolve("links", [*KNOWN, LinkStatus.DEFINITION]).type == LinkStatus.DEFINITION.type


def test_an_unknown_name_says_so() -> None:
    with pytest.raises(NotFoundError, match='resource "nonsense" is not registered'):
        aliases.resolve("nonsense", KNOWN)
