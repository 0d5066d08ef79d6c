"""A table of nftables as plain values, in the words that nft reads and writes (libnftables-json(5))."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FAMILY: Final = "inet"
NAME: Final = "talos"


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """A chain; each rule is the JSON text of its expressions, without counts, with sets in one order."""

    name: str
    type: str = ""
    hook: str = ""
    priority: int = 0
    policy: str = ""
    rules: tuple[str, ...] = ()


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """The node's table; strangers are what others have put in it beside chains and rules."""

    chains: tuple[Chain, ...] = ()
    strangers: tuple[str, ...] = ()


def rule_text(expressions: Iterable[Mapping[str, Any]]) -> str:
    """Return the one text of a rule."""
    return msgspec.json.encode([_plain(each) for each in expressions], order="sorted").decode()


def read_table(listing: bytes, flags: int = 0) -> Table:
    """Read what `nft -j list table` tells; raises ValueError. flags: the table's own, which nft does not tell."""
    chains: dict[str, Chain] = {}
    rules: dict[str, list[str]] = {}
    strangers = [f"flags {flags:#x}"] if flags else []
    for each in msgspec.json.decode(listing)["nftables"]:
        for kind, what in each.items():
            if kind == "chain":
                chains[what["name"]] = _chain(what)
            elif kind == "rule":
                rules.setdefault(what["chain"], []).append(rule_text(what["expr"]))
            elif kind not in {"metainfo", "table"}:
                strangers.append(f"{kind} {what.get('name', '')}".strip())
    return Table(
        chains=tuple(
            msgspec.structs.replace(chain, rules=tuple(rules.get(name, ()))) for name, chain in sorted(chains.items())
        ),
        strangers=tuple(strangers),
    )


def removing() -> list[Any]:
    """Return the commands that remove the table, whether it is there or not."""
    return [{"add": _TABLE}, {"delete": _TABLE}]


def replacing(table: Table) -> list[Any]:
    """Return the commands that put the table in the place of the one that is there, if there is one."""
    return [*removing(), {"add": _TABLE}, *_additions(table)]


def differences(wanted: Table, seen: Table | None) -> Iterator[str]:
    """Tell in words for people how a table that is seen differs."""
    if seen is None:
        yield "there is no table"
        return
    yield from (f"{each} is in the table" for each in seen.strangers)
    known = {chain.name: chain for chain in seen.chains}
    for chain in wanted.chains:
        found = known.pop(chain.name, None)
        if found is None:
            yield f"there is no chain {chain.name}"
        elif found != chain:
            yield from _chain_differences(chain, found)
    yield from (f"chain {name} is in the table" for name in known)


_TABLE: Final = {"table": {"family": FAMILY, "name": NAME}}


def _additions(table: Table) -> Iterator[Any]:
    place = {"family": FAMILY, "table": NAME}
    for chain in table.chains:
        base = {"type": chain.type, "hook": chain.hook, "prio": chain.priority, "policy": chain.policy}
        yield {"add": {"chain": {**place, "name": chain.name, **(base if chain.hook else {})}}}
    for chain in table.chains:
        for text in chain.rules:
            yield {"add": {"rule": {**place, "chain": chain.name, "expr": msgspec.json.decode(text)}}}


def _chain(what: Mapping[str, Any]) -> Chain:
    return Chain(
        name=what["name"],
        type=what.get("type", ""),
        hook=what.get("hook", ""),
        priority=what.get("prio", 0),
        policy=what.get("policy", ""),
    )


def _chain_differences(wanted: Chain, seen: Chain) -> Iterator[str]:
    if msgspec.structs.replace(wanted, rules=()) != msgspec.structs.replace(seen, rules=()):
        yield f"chain {wanted.name} has another hook, priority or policy ({seen.policy})"
    for number, (one, other) in enumerate(zip(wanted.rules, seen.rules, strict=False), 1):
        if one != other:
            yield f"rule {number} of chain {wanted.name} is {other} and not {one}"
    if len(wanted.rules) != len(seen.rules):
        yield f"chain {wanted.name} has {len(seen.rules)} rules and not {len(wanted.rules)}"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _inner(key, inner) for key, inner in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _inner(key: str, value: Any) -> Any:
    if key == "counter":
        return None
    plain = _plain(value)
    # the order of a set's elements is the kernel's
    return sorted(plain, key=msgspec.json.encode) if key == "set" else plain
