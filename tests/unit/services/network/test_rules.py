"""Routing rules: ours come and go, those of others stay."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.network.apply import converge, revert
from services.network.layers import Contribution, Layer, Merged, RoutingRuleSpec, merge
from services.network.layers.words import Family, RuleAction
from services.network.ledger import Ledger
from services.network.resources import rule_statuses
from services.network.rulecodec import decode_rule, encode_rule, is_ip_rule
from services.network.rules import as_rule
from services.network.state import LinkName, Rule, Seen
from tests.unit.services.network.fakes import FakeKernel

MAIN = Rule(family=Family.INET4, priority=32766, protocol=2)
FOREIGN = Rule(family=Family.INET4, priority=100, table=99, protocol=3)
NETWORKS = {Family.INET4: ip_network("10.0.0.0/8"), Family.INET6: ip_network("fd00::/8")}


@st.composite
def specs(draw: st.DrawFn) -> RoutingRuleSpec:
    """A rule that the config lets through."""
    family, action = draw(st.sampled_from(Family)), draw(st.sampled_from(RuleAction))
    network = st.none() | st.just(NETWORKS[family])
    mark = draw(st.sampled_from([0, 1, 0xFFFFFFFF]))
    return RoutingRuleSpec(
        family=family,
        priority=draw(st.sampled_from([1, 100, 32765])),
        source=draw(network),
        destination=draw(network),
        table=draw(st.sampled_from([7, 254, 1000])),
        action=action,
        in_link=draw(st.none() | st.just(LinkName("eth0"))),
        out_link=draw(st.none() | st.just(LinkName("a-link-of-fifte"))),
        fw_mark=mark,
        fw_mask=draw(st.sampled_from([0, 0xFF])),
    )


WANTED = st.lists(specs(), max_size=4).map(
    lambda rules: merge([Contribution(layer=Layer.CONFIGURATION, rules=tuple(rules))])
)


@given(specs())
def test_a_rule_is_read_as_it_was_written(spec: RoutingRuleSpec) -> None:
    rule = as_rule(spec)
    payload = encode_rule(rule)
    assert is_ip_rule(payload)
    assert decode_rule(payload) == rule


def test_rules_of_multicast_are_none_of_ip() -> None:
    assert not is_ip_rule(bytes((128,)) + bytes(11))


@given(WANTED, WANTED)
def test_what_is_wanted_is_there_and_all_else_is_somebody_elses(before: Merged, after: Merged) -> None:
    kernel = FakeKernel(rules=[MAIN, FOREIGN])
    ledger = converge(kernel, before, Ledger()).ledger
    outcome = converge(kernel, after, ledger)
    assert outcome.failed == ()
    assert set(kernel.rules) == {MAIN, FOREIGN, *(as_rule(spec) for spec in after.rules.values())}
    assert converge(kernel, after, outcome.ledger).done == ()


@given(WANTED)
def test_undoing_goes_back(wanted: Merged) -> None:
    kernel = FakeKernel(rules=[MAIN, FOREIGN])
    revert(kernel, converge(kernel, wanted, Ledger()).done)
    assert kernel.rules == [MAIN, FOREIGN]


def told(*specs: RoutingRuleSpec) -> list[str]:
    """What is done for rules."""
    kernel = FakeKernel(rules=[MAIN])
    outcome = converge(kernel, merge([Contribution(layer=Layer.PLATFORM, rules=specs)]), Ledger())
    return [each.operation.describe() for each in outcome.done]


@pytest.mark.parametrize(
    ("spec", "text"),
    [
        (
            RoutingRuleSpec(family=Family.INET4, priority=100, source=NETWORKS[Family.INET4], table=7),
            "add inet4 rule 100 from 10.0.0.0/8 lookup 7",
        ),
        (
            RoutingRuleSpec(family=Family.INET6, priority=5, action=RuleAction.PROHIBIT, fw_mark=16, fw_mask=0xF0),
            "add inet6 rule 5 fwmark 0x10/0xf0 prohibit",
        ),
        (RoutingRuleSpec(family=Family.INET4, priority=9), "add inet4 rule 9 of everything lookup main"),
        (
            RoutingRuleSpec(family=Family.INET4, priority=9, in_link=LinkName("a"), out_link=LinkName("b"), fw_mark=1),
            "add inet4 rule 9 iif a oif b fwmark 0x1 lookup main",
        ),
    ],
)
def test_rules_tell_themselves(spec: RoutingRuleSpec, text: str) -> None:
    assert told(spec) == [text]


def test_without_ipv6_a_rule_for_every_packet_is_one_of_ipv4() -> None:
    every = [RoutingRuleSpec(family=family, priority=9) for family in Family]
    kernel = FakeKernel(ipv6=False)
    outcome = converge(kernel, merge([Contribution(layer=Layer.PLATFORM, rules=tuple(every))]), Ledger())
    assert outcome.failed == ()
    assert [each.family for each in kernel.rules] == [Family.INET4]


def test_rules_of_one_priority_are_all_published() -> None:
    second = Rule(family=Family.INET4, priority=100, table=0, action=2)
    statuses = rule_statuses(Seen(rules=(MAIN, FOREIGN, second)))
    assert {name: (each.table, each.action) for name, each in statuses.items()} == {
        "inet4/32766": ("main", "unicast"),
        "inet4/00100": ("99", "unicast"),
        "inet4/00100/2": ("unspec", "goto"),
    }
