"""JSON patches: on one document, and on the one of several that is meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from libtalos.config import ConfigError
from libtalos.config.patching import JsonPatch, StrategicPatch, apply, load_patch, read_patch

CONFIG = "version: v1alpha1\nmachine: {type: worker, network: {hostname: '007'}, certSANs: [one]}\n"
LINKS = "".join(f"---\napiVersion: v1alpha1\nkind: DummyLinkConfig\nname: dummy{number}\n" for number in (0, 1))


def patched(patch: str, config: str = CONFIG) -> list[Any]:
    """The documents of the config with the patch."""
    return list(yaml.safe_load_all(apply(config.encode(), [load_patch(patch.encode())])))


@pytest.mark.parametrize(
    "patch",
    [
        '[{"op": "add", "path": "/machine/certSANs/-", "value": "two"}, {"op": "remove", "path": "/version"}]',
        "- {op: add, path: /machine/certSANs/-, value: two}\n- {op: remove, path: /version}",
    ],
)
def test_operations_are_done_in_order(patch: str) -> None:
    assert patched(patch) == [
        {"machine": {"type": "worker", "certSANs": ["one", "two"], "network": {"hostname": "007"}}}
    ]


def test_several_documents_need_a_target() -> None:
    with pytest.raises(ConfigError, match="JSON6902 patches are not supported for multi-document machine config"):
        patched("[{op: remove, path: /version}]", CONFIG + LINKS)
    operations = "patch: [{op: add, path: /mtu, value: 9000}]"
    one = patched(f"target: {{kind: DummyLinkConfig, name: dummy1}}\n{operations}", CONFIG + LINKS)
    assert [each.get("mtu") for each in one] == [None, None, 9000]
    both = patched(f"target: {{kind: DummyLinkConfig}}\n{operations}", CONFIG + LINKS)
    assert [each.get("mtu") for each in both] == [None, 9000, 9000]
    first = patched("target: {kind: v1alpha1}\npatch: [{op: remove, path: /version}]", CONFIG + LINKS)
    assert "version" not in first[0]
    with pytest.raises(ConfigError, match="the config has no document VLANConfig/x"):
        patched(f"target: {{kind: VLANConfig, name: x}}\n{operations}", CONFIG + LINKS)


@pytest.mark.parametrize(
    ("patch", "said"),
    [
        ("[{op: remove, path: /machine/nothing}]", r"operation 0 \(remove /machine/nothing\) on document /v1alpha1/"),
        ("[{op: test, path: /machine/type, value: secret}]", r"operation 0 \(test /machine/type\)"),
        ("[{op: jump, path: /machine}]", r"operation 0 \(jump /machine\)"),
        ("[1]", r"operation 0 \(not a mapping\)"),
        ("[{op: add, path: /machine/nothing, value: 1}]", "unknown keys"),
        ("{target: {name: x}, patch: []}", "target: expected kind"),
        ("{target: {kind: x}, patch: 1}", "expected a list of operations"),
    ],
)
def test_what_does_not_fit_is_told(patch: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        patched(patch)


def test_patches_come_inline_or_from_files(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text("- {op: remove, path: /version}")
    assert isinstance(read_patch(f"@{file}"), JsonPatch)
    assert isinstance(read_patch(str(file)), JsonPatch)
    assert isinstance(read_patch("machine: {type: worker}"), StrategicPatch)
    assert isinstance(read_patch('[{"op":"remove","path":"/version"}]'), JsonPatch)
    file.write_text("a: [")
    with pytest.raises(ConfigError, match=f"^{file}: not YAML"):
        read_patch(f"@{file}")
    with pytest.raises(FileNotFoundError):
        read_patch("@/absent")
