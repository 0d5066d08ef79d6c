import pytest

from libtalos.config import load
from libtalos.provision.errors import ProvisionError
from libtalos.provision.machineconfig import GeneratedConfig
from libtalos.provision.storage import ConfigRequest

REQUEST = ConfigRequest(
    cluster="c", hostname="c-controlplane-1", interface="eth0", node_address="10.5.0.2/24", gateway="10.5.0.1"
)


def test_the_config_is_for_the_node_and_its_network() -> None:
    config = load(GeneratedConfig().generate(REQUEST, None).machine_config)
    assert config.cluster is not None
    assert config.cluster.control_plane is not None
    assert config.cluster.control_plane.endpoint == "https://10.5.0.2:6443"
    assert config.machine is not None
    network = config.machine.network
    assert network is not None
    (interface,) = network.interfaces
    assert (network.hostname, interface.interface, interface.addresses) == (REQUEST.hostname, "eth0", ("10.5.0.2/24",))
    assert [route.gateway for route in interface.routes] == ["10.5.0.1"]


def test_the_same_secrets_make_the_same_config() -> None:
    source = GeneratedConfig()
    first = source.generate(REQUEST, None)
    assert source.generate(REQUEST, first.secrets) == first
    assert source.generate(REQUEST, None).secrets != first.secrets


def test_damaged_secrets_are_told_without_being_shown() -> None:
    with pytest.raises(ProvisionError, match="machine config of c-controlplane-1: not a secrets bundle") as caught:
        GeneratedConfig().generate(REQUEST, b"cluster: hush")
    assert "hush" not in str(caught.value)
