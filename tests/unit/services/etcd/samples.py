"""What the tests of the etcd component share."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import ip_address

from libtalos.pki import AuthorityKind, create_authority
from services.etcd.facts import Address, EtcdConfig, Facts
from services.etcd.plan import Plan, make_plan

NOW = datetime.now(UTC).replace(microsecond=0)
AUTHORITY = create_authority(AuthorityKind.ETCD, now=NOW)


def addresses(*texts: str) -> tuple[Address, ...]:
    """Addresses from their texts."""
    return tuple(ip_address(text) for text in texts)


CONFIG = EtcdConfig(authority=AUTHORITY, hostname="n1.example.org", addresses=addresses("10.5.0.2"))
FACTS = Facts(config=CONFIG, addresses=addresses("10.5.0.2"), mounts=frozenset({"/var"}), time_synced=True)


def planned(facts: Facts = FACTS) -> Plan:
    """The plan of facts that suffice for one."""
    plan = make_plan(facts)
    assert isinstance(plan, Plan)
    return plan
