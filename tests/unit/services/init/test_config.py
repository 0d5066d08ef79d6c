"""The machine config from the environment, good and bad."""

import base64
import datetime as dt
from collections.abc import Mapping

import betterproto2
import pytest
import structlog
from structlog.testing import capture_logs

from libtalos.config import encode
from libtalos.config.generate import Choices, control_plane
from libtalos.gen.machine import ConfigLoadErrorEvent, ConfigValidationErrorEvent
from libtalos.pki import bundle
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.store import ResourceStore
from services.init.config import CONFIG_ID, ConfigSource


class Events:
    """Keeps what is published."""

    def __init__(self) -> None:
        self.published: list[betterproto2.Message] = []

    def publish(self, message: betterproto2.Message) -> None:
        self.published.append(message)


def environment(text: bytes) -> dict[str, str]:
    return {"PLATFORM": "container", "USERDATA": base64.b64encode(text).decode()}


def load(variables: Mapping[str, str]) -> tuple[str, ResourceStore, Events]:
    store, events = ResourceStore("init", clock=lambda: 0.0), Events()
    source = ConfigSource(environment=variables, store=store, events=events, log=structlog.stdlib.get_logger())
    return source.load(), store, events


def test_a_good_config_becomes_the_resource_as_it_was_given() -> None:
    secrets = bundle.generate(now=dt.datetime.now(dt.UTC))
    config = control_plane(
        secrets, Choices(cluster_name="c", hostname="n", addresses=("10.5.0.2/24",), cert_sans=("n",))
    )
    text = encode(config)
    with capture_logs() as lines:
        problem, store, events = load(environment(text))
    assert problem == ""
    assert store.get(MachineConfigSpec, CONFIG_ID).spec.yaml == text.decode()
    assert events.published == []
    assert [line["event"] for line in lines if line["log_level"] == "info"] == ["machine config loaded successfully"]


def test_what_has_no_effect_is_told_when_the_config_is_loaded() -> None:
    secrets = bundle.generate(now=dt.datetime.now(dt.UTC))
    config = control_plane(secrets, Choices(cluster_name="c", addresses=("10.5.0.2/24",)))
    document = b"---\napiVersion: v1alpha1\nkind: ZswapConfig\nmaxPoolPercent: 25\n"
    with capture_logs() as lines:
        problem, store, _ = load(environment(encode(config) + document))
    assert problem == ""
    assert store.get(MachineConfigSpec, CONFIG_ID).spec.yaml.endswith("maxPoolPercent: 25\n")
    told = [str(line) for line in lines if line["log_level"] == "warning"]
    assert any("v1alpha1/ZswapConfig/ has no effect in this version" in line for line in told), told


@pytest.mark.parametrize(
    ("variables", "problem", "event"),
    [
        ({}, 'PLATFORM is "", only "container" is supported', ConfigLoadErrorEvent),
        ({"PLATFORM": "container"}, "USERDATA is empty: pass the machine config", ConfigLoadErrorEvent),
        ({"PLATFORM": "container", "USERDATA": "%"}, "USERDATA is not valid base64", ConfigLoadErrorEvent),
        (environment(b"version: v1alpha1\nmachin: {}\n"), "machin (line 2)", ConfigValidationErrorEvent),
        (environment(b"version: v1alpha1\n"), "machine instructions are required", ConfigValidationErrorEvent),
    ],
)
def test_a_bad_config_is_told_and_not_published(
    variables: Mapping[str, str], problem: str, event: type[betterproto2.Message]
) -> None:
    told, store, events = load(variables)
    assert problem in told
    assert store.list(MachineConfigSpec) == []
    assert [type(message) for message in events.published] == [event]
