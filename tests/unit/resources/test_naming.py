"""Names and aliases of types, by upstream's rule."""

import pytest

from libtalos.resources import naming


@pytest.mark.parametrize(
    ("resource_type", "expected"),
    [
        ("LinkStatuses.net.talos.dev", "LinkStatus"),
        ("NodeAddresses.net.talos.dev", "NodeAddress"),
        ("Services.v1alpha1.talos.dev", "Service"),
        ("PKIStatuses.etcd.talos.dev", "PKIStatus"),
        ("Identities.cluster.talos.dev", "Identity"),
        ("DNSResolveCaches.net.talos.dev", "DNSResolveCache"),
        ("LinkRefreshes.net.talos.dev", "LinkRefresh"),
        ("Namespaces.meta.cosi.dev", "Namespace"),
        ("OOMActions.talos.dev", "OOMAction"),
    ],
)
def test_display_type_is_the_singular(resource_type: str, expected: str) -> None:
    assert naming.display_type(resource_type) == expected


@pytest.mark.parametrize(
    ("resource_type", "expected"),
    [
        ("MachineConfigs.config.talos.dev", ("machineconfig", "mc", "mcs")),
        ("VolumeStatuses.block.talos.dev", ("volumestatus", "vs")),
        ("KubeletSpecs.kubernetes.talos.dev", ("kubeletspec", "ks")),
        ("Members.cluster.talos.dev", ("member",)),
    ],
)
def test_implicit_aliases(resource_type: str, expected: tuple[str, ...]) -> None:
    assert naming.aliases(resource_type) == expected


def test_initials_that_end_in_s_get_no_second_s() -> None:
    assert "vss" not in naming.aliases("VolumeStatuses.block.talos.dev")
    assert "rds" in naming.aliases("ResourceDefinitions.meta.cosi.dev")


def test_all_aliases_have_the_plural_with_and_without_suffix() -> None:
    names = naming.all_aliases("VolumeStatuses.block.talos.dev")
    assert {"volumestatuses", "volumestatuses.block", "volumestatuses.block.talos.dev"} <= set(names)
    assert "volumestatuses.block.talos" in names


def test_explicit_aliases_come_first_and_are_not_repeated() -> None:
    assert naming.aliases("HostnameStatuses.net.talos.dev", ("hostname", "hs")) == ("hostname", "hs", "hostnamestatus")


@pytest.mark.parametrize(
    "bad", ["", "Links", "links.net.talos.dev", "Link.net.talos.dev", "Links.net", "Links.Net.x", "Li ks.a.b"]
)
def test_a_malformed_type_is_refused_with_its_name(bad: str) -> None:
    with pytest.raises(ValueError, match="LinkStatuses") as caught:
        naming.split_type(bad)
    assert f'"{bad}"' in str(caught.value)
