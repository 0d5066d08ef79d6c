"""The JSON Schema takes what is read, and refuses what is not."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from libtalos.config import MachineConfig, encode
from libtalos.config.document import API_VERSION, Document
from libtalos.config.jsonschema import DIALECT, schema
from libtalos.config.registry import KINDS, document_class
from tests.unit.config.documents.strategies import structs

CLASSES = [document_class(API_VERSION, kind) for kind in KINDS]


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    """The schema."""
    found = schema()
    jsonschema.Draft202012Validator.check_schema(found)
    return found


def _validator(whole: dict[str, Any], kind: str) -> jsonschema.Draft202012Validator:
    """A validator of one kind, whose errors are about it and not about all others."""
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": whole["$defs"]})


def _plain(document: MachineConfig | Document) -> Any:
    return yaml.load(encode(document), Loader=yaml.CSafeLoader)


def test_every_kind_is_in_it(whole: dict[str, Any]) -> None:
    assert whole["$schema"] == DIALECT
    assert [each["$ref"] for each in whole["anyOf"]] == [
        "#/$defs/MachineConfig",
        *(f"#/$defs/{kind}" for kind in KINDS),
    ]
    assert not [name for name in whole["$defs"] if "." in name], "two classes have one name"


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_what_is_written_is_valid(whole: dict[str, Any], kind: type[Document], data: st.DataObject) -> None:
    _validator(whole, kind.__name__).validate(_plain(data.draw(structs(kind))))


@settings(max_examples=20, deadline=None)
@given(config=structs(MachineConfig))
def test_what_is_written_of_v1alpha1_is_valid(whole: dict[str, Any], config: MachineConfig) -> None:
    _validator(whole, "MachineConfig").validate(_plain(config))


@pytest.mark.parametrize(
    "text",
    [
        "{apiVersion: v1alpha1, kind: LinkConfig}",
        "{apiVersion: v1, kind: LinkConfig, name: a}",
        "{apiVersion: v1alpha1, kind: LinkConfig, name: a, mtus: 7}",
        "{apiVersion: v1alpha1, kind: LinkConfig, name: a, mtu: 4294967296}",
        "{apiVersion: v1alpha1, kind: BondConfig, name: a, bondMode: fast}",
        "{apiVersion: v1alpha1, kind: NobodysConfig}",
        "{machine: {typ: worker}}",
    ],
)
def test_what_is_not_read_is_not_valid(whole: dict[str, Any], text: str) -> None:
    assert not jsonschema.Draft202012Validator(whole).is_valid(yaml.safe_load(text))
