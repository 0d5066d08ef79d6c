"""What the machine config says, as plain values."""

from __future__ import annotations

import msgspec

from services.network.dns.settings import HostDnsSettings
from services.network.etc import EtcSettings
from services.network.layers.contribution import Contribution
from services.network.layers.selectors import Selector
from services.network.layers.words import Layer
from services.network.problem import Problem
from services.network.state import LinkName
from services.network.timesync.settings import TimeSettings


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the config says.

    selectors: what stands for the links that fit, by the name that it has in the contribution. ignored: links that
    nobody is to touch. auto_hostname: whether a node that nobody has named gets a name.
    """

    contribution: Contribution = Contribution(layer=Layer.CONFIGURATION)
    selectors: dict[LinkName, Selector] = msgspec.field(default_factory=dict)
    etc: EtcSettings = EtcSettings()
    ignored: frozenset[LinkName] = frozenset()
    auto_hostname: bool = True
    host_dns: HostDnsSettings = HostDnsSettings()
    time: TimeSettings = TimeSettings()
    problems: tuple[Problem, ...] = ()
