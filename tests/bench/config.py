"""A control-plane node's config with documents beside it: read and checked, beside PyYAML's C loader alone.

The loader makes dicts and lists; ours makes typed values that know their lines, and refuses what upstream refuses.
The first time in a process has its imports and the types to resolve: init reads a config once, in a process of its own.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

import yaml

from libtalos.config import encode, generate, load_documents
from libtalos.config.validation import Mode, validate_documents
from libtalos.pki import bundle
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, Setting

PYYAML = "PyYAML (C), no values"
READ, CHECKED = "read", "read and check"
IMPORT, FIRST = "import", "first read and check in a process"
GOALS = {CHECKED: 5.0, IMPORT: 30.0}
TIMES = 20
DOCUMENTS = """\
---
apiVersion: v1alpha1
kind: HostnameConfig
hostname: n1
---
apiVersion: v1alpha1
kind: LinkConfig
name: eth1
addresses: [{address: 10.0.0.2/24}]
routes: [{destination: 10.0.0.0/8, gateway: 10.0.0.1}]
---
apiVersion: v1alpha1
kind: BondConfig
name: bond0
links: [eth2, eth3]
bondMode: 802.3ad
miimon: 100
---
apiVersion: v1alpha1
kind: NetworkRuleConfig
name: apid
portSelector: {ports: [50000], protocol: tcp}
ingress: [{subnet: 10.0.0.0/8}]
---
apiVersion: v1alpha1
kind: UserVolumeConfig
name: data
provisioning: {diskSelector: {match: disk.transport == "nvme"}, minSize: 1GiB}
---
apiVersion: v1alpha1
kind: RegistryMirrorConfig
name: docker.io
endpoints: [{url: https://mirror.example.org}]
"""
# prints the milliseconds of the imports and of the rest; the config is on standard input
_PROCESS = """\
import json, sys, time
data = sys.stdin.buffer.read()
start = time.perf_counter()
from libtalos.config import load_documents
imported = time.perf_counter()
from libtalos.config.validation import Mode, validate_documents
validate_documents(load_documents(data), Mode.CONTAINER)
print(json.dumps([(imported - start) * 1e3, (time.perf_counter() - imported) * 1e3]))
"""


def run(setting: Setting) -> list[Row]:
    """Measure everything in every round, in turns."""
    data = config()
    samples = Samples()
    contenders: list[tuple[str, str, Callable[[], object]]] = [
        (READ, OURS, partial(load_documents, data)),
        (READ, PYYAML, lambda: list(yaml.load_all(data, Loader=yaml.CSafeLoader))),
        (CHECKED, OURS, lambda: validate_documents(load_documents(data), Mode.CONTAINER)),
    ]
    for number in range(1, setting.rounds + 1):
        setting.say(f"config: round {number} of {setting.rounds}")
        setting.settle()
        for what, who, work in contenders:
            samples.add(what, who, _milliseconds(work), "ms")
        imports, first = _process(data)
        samples.add(IMPORT, OURS, imports, "ms")
        samples.add(FIRST, OURS, first, "ms")
    return samples.rows(ours=OURS, goals=GOALS)


def config() -> bytes:
    """The config: what `gen config` makes, and one document of six kinds."""
    choices = generate.Choices(cluster_name="bench", addresses=("10.5.0.2/24",), gateway="10.5.0.1")
    secrets = bundle.generate(now=dt.datetime.now(dt.UTC))
    return encode(generate.control_plane(secrets, choices)) + DOCUMENTS.encode()


def _milliseconds(work: Callable[[], object]) -> float:
    work()
    start = time.perf_counter()
    for _ in range(TIMES):
        work()
    return (time.perf_counter() - start) * 1e3 / TIMES


def _process(data: bytes) -> tuple[float, float]:
    done = subprocess.run([sys.executable, "-c", _PROCESS], input=data, check=True, capture_output=True)
    imports, first = json.loads(done.stdout)
    return imports, first
