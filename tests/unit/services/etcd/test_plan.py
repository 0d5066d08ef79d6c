"""From facts to the member that is wanted."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from libtalos.config import encode, generate
from libtalos.pki import bundle
from services.etcd.facts import Facts, Subnets, read_addresses, read_config
from services.etcd.plan import Nothing, make_plan
from tests.unit.services.etcd.samples import AUTHORITY, CONFIG, FACTS, NOW, addresses, planned


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (Facts(), "the node has no machine config yet"),
        (Facts(config=replace(CONFIG, authority=None)), "this machine has no etcd CA"),
        (Facts(config=replace(CONFIG, hostname="")), "the node has no hostname yet"),
        (Facts(config=replace(CONFIG, addresses=())), "the node has no address that etcd may advertise yet"),
    ],
)
def test_without_enough_facts_there_is_a_reason(facts: Facts, reason: str) -> None:
    nothing = make_plan(facts)
    assert isinstance(nothing, Nothing)
    assert nothing.reason.startswith(reason)


def test_the_default_is_the_first_address_and_to_listen_everywhere() -> None:
    plan = planned(replace(FACTS, addresses=addresses("10.5.0.2", "10.6.0.2")))
    assert (plan.name, plan.dns_names) == ("n1", ("n1", "n1.example.org"))
    assert plan.advertised == addresses("10.5.0.2")
    assert plan.listen_peer == plan.listen_client == addresses("0.0.0.0")  # noqa: S104 - what is to be
    assert plan.addresses == addresses("10.5.0.2", "10.6.0.2")
    assert plan.missing == ()


def test_what_is_seen_stands_in_for_what_is_not_configured() -> None:
    config = replace(CONFIG, hostname="", addresses=())
    plan = planned(Facts(config=config, hostname="dhcp-7", addresses=addresses("192.0.2.7")))
    assert plan.name == "dhcp-7"
    assert plan.advertised == addresses("192.0.2.7")
    assert plan.missing == ("volume /var to be mounted", "time sync")


def test_what_is_missing_is_named() -> None:
    plan = planned(replace(FACTS, addresses=(), mounts=frozenset({"/run"})))
    assert plan.missing == ("volume /var to be mounted", "address 10.5.0.2 to be assigned")
    assert planned(replace(FACTS, time_synced=False)).missing == ("time sync",)


def test_subnets_narrow_down() -> None:
    seen = addresses("10.5.0.2", "10.6.0.2", "10.6.0.3", "fd00::2")
    subnets = Subnets.parse(("10.6.0.0/16", "fd00::/64", "!10.6.0.3/32"))
    plan = planned(replace(FACTS, config=replace(CONFIG, advertised=subnets), addresses=seen))
    assert plan.advertised == addresses("10.6.0.2", "fd00::2")
    assert plan.listen_peer == plan.advertised
    assert plan.listen_client == addresses("127.0.0.1", "10.6.0.2", "fd00::2")
    config = replace(CONFIG, advertised=subnets, listening=Subnets.parse(("10.5.0.0/16",)))
    plan = planned(replace(FACTS, config=config, addresses=seen))
    assert plan.listen_peer == addresses("10.5.0.2")


def test_an_exclusion_alone_passes_over_addresses() -> None:
    config = replace(CONFIG, advertised=Subnets.parse(("!10.5.0.2/32",)))
    plan = planned(replace(FACTS, config=config, addresses=addresses("10.5.0.2", "10.5.0.3")))
    assert plan.advertised == addresses("10.5.0.3")


def test_addresses_of_use_to_others() -> None:
    texts = ("fd00::2/64", "10.0.0.10/24", "127.0.0.1/8", "::1/128", "fe80::1/64", "10.0.0.9/24", "10.0.0.9/32")
    assert read_addresses(texts) == addresses("10.0.0.9", "10.0.0.10", "fd00::2")


def test_a_machine_config_is_read() -> None:
    secrets = bundle.generate(now=NOW)
    choices = generate.Choices(cluster_name="t", addresses=("10.5.0.2/24",))
    text = encode(generate.control_plane(secrets, choices)).decode()
    text = text.replace("\n  etcd:\n", "\n  etcd:\n    extraArgs: {a: b}\n    advertisedSubnets: ['10.5.0.1/16']\n")
    config = read_config(text)
    assert config.addresses == addresses("10.5.0.2")
    assert config.extra_args == {"a": "b"}
    assert config.advertised == Subnets.parse(("10.5.0.0/16",))
    assert config.authority == secrets.certs.etcd.pair()
    assert read_config(text.replace("controlplane", "worker")).authority is None
    assert read_config("machine: {type: controlplane}").authority is None


def test_nothing_secret_is_in_a_repr() -> None:
    assert AUTHORITY.key.reveal() not in repr(FACTS) + repr(planned())
    assert "PRIVATE KEY" not in repr(FACTS) + repr(planned())
