"""From the text of a machine config to the firewall's settings."""

from __future__ import annotations

from ipaddress import ip_network

import pytest

from libtalos.config.errors import ConfigError
from services.network.firewall.settings import Rule, Settings, Source
from services.network.machineconfig import Config, keep_config, read_config

CONFIG = """\
version: v1alpha1
machine:
  type: controlplane
  features:
    hostDNS: {enabled: true, forwardKubeDNSToHost: true}
cluster:
  network:
    podSubnets: [10.244.0.0/16]
    serviceSubnets: [10.96.0.0/12]
"""
ACTION = """\
---
apiVersion: v1alpha1
kind: NetworkDefaultActionConfig
ingress: block
"""
RULE = """\
---
apiVersion: v1alpha1
kind: NetworkRuleConfig
name: apid
portSelector:
  ports: [50000, 50010-50020]
  protocol: tcp
ingress:
  - subnet: 192.168.0.0/16
    except: 192.168.7.0/24
  - subnet: 2001:db8::/32
"""


def test_a_config_that_says_nothing_filters_nothing() -> None:
    assert read_config(CONFIG).firewall == Settings()


def test_what_documents_say() -> None:
    assert read_config(CONFIG + ACTION + RULE).firewall == Settings(
        action="block",
        rules=(
            Rule(
                name="apid",
                protocol="tcp",
                ports=((50000, 50000), (50010, 50020)),
                sources=(
                    Source(subnet=ip_network("192.168.0.0/16"), without=ip_network("192.168.7.0/24")),
                    Source(subnet=ip_network("2001:db8::/32")),
                ),
            ),
        ),
        cluster=(ip_network("10.244.0.0/16"), ip_network("10.96.0.0/12")),
        host_dns=True,
    )


def test_rules_alone_leave_the_default_and_a_machine_may_be_without_a_cluster() -> None:
    alone = read_config(RULE.removeprefix("---\n")).firewall
    assert (alone.action, alone.cluster, alone.host_dns, alone.silent) == ("accept", None, False, False)
    assert read_config(ACTION.replace("block", "accept")).firewall.silent


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CONFIG + ACTION.replace("block", "maybe"), "v1alpha1/NetworkDefaultActionConfig/ (line 11): ingress"),
        (CONFIG + RULE.replace("50000,", "70000,"), "v1alpha1/NetworkRuleConfig/apid (line 11): portSelector.ports"),
        (CONFIG + RULE.replace("192.168.0.0/16", "everywhere"), "ingress[0].subnet"),
        (CONFIG.replace("10.244.0.0/16", "10.244.0.1/16") + ACTION, "cluster.network.podSubnets[0]: "),
    ],
)
def test_what_is_wrong_is_told_with_its_document_and_its_path_and_the_last_good_one_holds(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(text)
    assert said in str(caught.value)
    good = Config(firewall=Settings(action="block"))
    kept = keep_config(good, caught.value)
    assert kept.firewall == good.firewall
    assert said in kept.network.problems[0].text
