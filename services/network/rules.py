"""Routing rules: from what is wanted and what is seen to the operations between them, and these."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from services.network.kernelnames import RULE_ACTIONS, TABLES, word
from services.network.layers.words import RuleAction
from services.network.state import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.network.kernel import Kernel
    from services.network.layers.contribution import Merged
    from services.network.layers.specs import RoutingRuleSpec
    from services.network.ledger import Ledger
    from services.network.operations import Operation
    from services.network.state import Seen

# what the kernel takes for a mark that is given without a mask
WHOLE_MARK = 0xFFFFFFFF


class RuleKey(NamedTuple):
    """What tells a rule from another: all but who made it."""

    family: int
    priority: int
    source: str
    destination: str
    table: int
    action: int
    in_link: str
    out_link: str
    fw_mark: int
    fw_mask: int


class AddRule(msgspec.Struct, frozen=True, kw_only=True):
    """Add a rule."""

    rule: Rule

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"add {_describe(self.rule)}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it."""
        kernel.add_rule(self.rule)
        return True

    def undo(self, kernel: Kernel) -> None:
        """Remove the rule."""
        kernel.remove_rule(self.rule)


class RemoveRule(msgspec.Struct, frozen=True, kw_only=True):
    """Remove a rule that this component once added."""

    rule: Rule

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"remove {_describe(self.rule)}"

    def execute(self, kernel: Kernel) -> bool:
        """Do it."""
        kernel.remove_rule(self.rule)
        return True

    def undo(self, kernel: Kernel) -> None:
        """Add the rule again."""
        kernel.add_rule(self.rule)


def stale_rules(wanted: Merged, seen: Seen, ledger: Ledger) -> Iterator[Operation]:
    """Return the removal of rules that are ours and no longer wanted."""
    stale = ledger.rules - wanted_rules(wanted)
    return (RemoveRule(rule=rule) for rule in seen.rules if rule_key(rule) in stale)


def missing_rules(wanted: Merged, seen: Seen) -> Iterator[Operation]:
    """Return the addition of rules that are wanted and not there."""
    present = {rule_key(rule) for rule in seen.rules}
    for spec in wanted.rules.values():
        rule = as_rule(spec)
        if rule_key(rule) not in present and not _pointless(rule, seen):
            yield AddRule(rule=rule)


def _pointless(rule: Rule, seen: Seen) -> bool:
    # a rule for packets of any address is one for each family; a node without IPv6 has no packets for the second
    return rule.family.version == 6 and not seen.ipv6 and rule.source is None and rule.destination is None


def as_rule(spec: RoutingRuleSpec) -> Rule:
    """Return a wanted rule as the kernel has it. Only a lookup needs a table, and only a mark has a mask."""
    return Rule(
        family=spec.family,
        priority=spec.priority,
        source=spec.source if spec.source is not None and spec.source.prefixlen else None,
        destination=spec.destination if spec.destination is not None and spec.destination.prefixlen else None,
        table=spec.table if spec.action is RuleAction.UNICAST else 0,
        action=spec.action,
        in_link=spec.in_link,
        out_link=spec.out_link,
        fw_mark=spec.fw_mark,
        fw_mask=(spec.fw_mask or WHOLE_MARK) if spec.fw_mark else 0,
    )


def rule_key(rule: Rule) -> RuleKey:
    """Return the key of a rule."""
    return RuleKey(
        family=int(rule.family),
        priority=rule.priority,
        source=_text(rule.source),
        destination=_text(rule.destination),
        table=rule.table,
        action=int(rule.action),
        in_link=_text(rule.in_link),
        out_link=_text(rule.out_link),
        fw_mark=rule.fw_mark,
        fw_mask=rule.fw_mask,
    )


def wanted_rules(wanted: Merged) -> set[RuleKey]:
    """Return the keys of the rules that are wanted."""
    return {rule_key(as_rule(spec)) for spec in wanted.rules.values()}


def _describe(rule: Rule) -> str:
    mask = "" if rule.fw_mask == WHOLE_MARK else f"/0x{rule.fw_mask:x}"
    conditions = {
        "from": _text(rule.source),
        "to": _text(rule.destination),
        "iif": _text(rule.in_link),
        "oif": _text(rule.out_link),
        "fwmark": f"0x{rule.fw_mark:x}{mask}" if rule.fw_mark else "",
    }
    told = "".join(f" {name} {value}" for name, value in conditions.items() if value)
    unicast = rule.action == RuleAction.UNICAST
    way = f"lookup {word(TABLES, rule.table)}" if unicast else word(RULE_ACTIONS, rule.action)
    return f"{rule.family.word} rule {rule.priority}{told or ' of everything'} {way}"


def _text(value: object) -> str:
    return "" if value is None else str(value)
