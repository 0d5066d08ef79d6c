"""What holds for documents of every kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libtalos.config import ConfigError, Documents, MachineConfig, encode, encode_documents, load_documents
from libtalos.config.decoder import UnknownKeys, decoder
from libtalos.config.document import API_VERSION, HEAD, Document
from libtalos.config.nodes import Mapping
from libtalos.config.registry import KINDS, document_class
from libtalos.config.source import documents
from tests.unit.config.documents.strategies import structs

CLASSES = [document_class(API_VERSION, kind) for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_a_class_is_called_as_its_kind(kind: str) -> None:
    assert document_class("v1alpha1", kind).__name__ == kind


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_what_is_written_reads_the_same(kind: type[Document], data: st.DataObject) -> None:
    document = data.draw(structs(kind))
    [node] = documents(encode(document))
    assert isinstance(node, Mapping)
    assert list(node.entries)[:2] == ["apiVersion", "kind"]
    for key in HEAD:
        del node.entries[key]
    unknown = UnknownKeys()
    assert decoder(kind)(node, "", unknown) == document
    assert not unknown.places


@settings(deadline=None)
@given(config=structs(MachineConfig))
def test_the_v1alpha1_document_reads_as_it_was_written(config: MachineConfig) -> None:
    unknown = UnknownKeys()
    [node] = documents(encode(config)) if config != MachineConfig() else [Mapping(1)]
    assert decoder(MachineConfig)(node, "", unknown) == config
    assert not unknown.places


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_checks_take_any_values(kind: type[Document], data: st.DataObject) -> None:
    document = data.draw(structs(kind))
    assert all(fault.problem for fault in (*document.faults(), *document.warnings()))


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_key_is_told_with_its_document(kind: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_documents(f"apiVersion: v1alpha1\nkind: {kind}\nname: 10.0.0.0\nnonsense: 7\n".encode())
    assert caught.value.message.startswith(f"error decoding document v1alpha1/{kind}/10.0.0.0 (line 1): ")


@pytest.mark.parametrize("version", ["v1alpha2", "v1", ""])
def test_an_unknown_version_is_refused(version: str) -> None:
    text = f'apiVersion: "{version}"\nkind: LinkConfig\nname: eth0\n'
    with pytest.raises(ConfigError, match=f'"LinkConfig" "{version}": not registered'):
        load_documents(text.encode())


def test_documents_are_found_by_kind_and_written_in_order() -> None:
    text = b"""\
apiVersion: v1alpha1
kind: LinkConfig
name: eth1
---
machine:
  type: worker
---
apiVersion: v1alpha1
kind: HostnameConfig
hostname: a
---
apiVersion: v1alpha1
kind: LinkConfig
name: eth0
"""
    found = load_documents(text)
    link = document_class(API_VERSION, "LinkConfig")
    assert [document.identity for document in found.of(link)] == ["eth1", "eth0"]
    assert found.only(document_class(API_VERSION, "ResolverConfig")) is None
    written = encode_documents(found)
    assert load_documents(written) == found
    assert [line for line in written.decode().splitlines() if line.startswith(("kind", "machine"))] == [
        "machine:",
        "kind: LinkConfig",
        "kind: HostnameConfig",
        "kind: LinkConfig",
    ]


def test_a_document_given_twice_is_refused() -> None:
    text = "apiVersion: v1alpha1\nkind: LinkConfig\nname: eth0\n"
    with pytest.raises(ConfigError, match=r"duplicate document v1alpha1/LinkConfig/eth0 is not allowed \(line 5\)"):
        load_documents(f"{text}---\n{text}".encode())


def test_no_documents_are_no_config() -> None:
    with pytest.raises(ConfigError, match="config not found"):
        load_documents(b"---\n")
    assert Documents().others == ()
