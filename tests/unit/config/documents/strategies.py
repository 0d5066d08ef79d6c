"""Documents of any kind with any values that their fields can hold."""

from __future__ import annotations

import types
from enum import Enum
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from libtalos.config.machineparts import FileMode
from libtalos.config.urls import Url
from libtalos.config.written import (
    Address,
    AddressPort,
    Duid,
    Duration,
    HardwareAddress,
    PortRange,
    Prefix,
    RoutingTable,
)
from libtalos.pki.secret import PemKey, Secret, SecretKey

# any text but what no YAML document can hold; encoders escape the rest
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
PORTS = st.integers(0, 65_535)
ADDRESSES = st.ip_addresses()
WRITTEN: dict[Any, st.SearchStrategy[Any]] = {
    Address: ADDRESSES.map(Address),
    Prefix: st.builds(
        lambda address, length: Prefix.parse(f"{address}/{length % (address.max_prefixlen + 1)}"),
        ADDRESSES,
        st.integers(0, 128),
    ),
    AddressPort: st.tuples(ADDRESSES, PORTS).map(AddressPort),
    HardwareAddress: st.sampled_from([6, 8, 20])
    .flatmap(lambda n: st.binary(min_size=n, max_size=n))
    .map(HardwareAddress),
    Duid: st.binary(min_size=3, max_size=130).map(Duid),
    Duration: st.integers(-(1 << 63) + 1, (1 << 63) - 1).map(Duration),
    FileMode: st.integers(0, 0o7777).map(FileMode),
    RoutingTable: st.integers(0, (1 << 32) - 1).map(RoutingTable),
    PortRange: st.tuples(PORTS, PORTS).map(lambda ports: PortRange((min(ports), max(ports)))),
    Secret: TEXTS.map(Secret),
    SecretKey: TEXTS.map(SecretKey),
    PemKey: TEXTS.map(PemKey),
    Url: st.from_regex(r"[a-z]{1,5}://[a-z0-9]{1,9}(:[1-9][0-9]{0,3})?(/[a-z?=]{0,9})?", fullmatch=True).map(Url),
    Any: st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(-(10**9), 10**9), TEXTS),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
        max_leaves=4,
    ),
    types.NoneType: st.none(),
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(-(1 << 63), (1 << 63) - 1),
    bytes: st.binary(max_size=20),
}


def structs(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    """Values of a struct: required fields always, others perhaps."""
    hints = get_type_hints(kind, include_extras=True)
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    required = {name: values(hints[name]) for name, field in fields.items() if field.required}
    optional = {name: values(hints[name]) for name, field in fields.items() if not field.required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda given: kind(**given))


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of an annotated type, as the decoder knows them."""
    if annotation in WRITTEN:
        return WRITTEN[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is not None:
        return _composed(origin, arguments)
    return st.sampled_from(annotation) if issubclass(annotation, Enum) else structs(annotation)


def _composed(origin: Any, arguments: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if origin is Annotated:
        return st.integers(arguments[1].ge, arguments[1].le)
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    if origin is dict:
        return st.dictionaries(TEXTS, values(arguments[1]), max_size=3)
    return st.one_of(*map(values, arguments))
