"""`talos filesystem`: the plan for people and for machines."""

import json
from typing import Any

import yaml

ROWS = [
    {
        "target": "/run",
        "kind": "mount",
        "source": "tmpfs",
        "type": "tmpfs",
        "options": ["nosuid", "nodev"],
        "mode": "0755",
        "owner": "0:0",
        "component": "init",
        "steps": [],
    },
    {
        "target": "/var/run",
        "kind": "link",
        "source": "../run",
        "type": "",
        "options": [],
        "mode": "",
        "owner": "",
        "component": "filesystem",
        "steps": ["link /var/run to ../run"],
    },
]
TABLE = """\
TARGET     KIND    SOURCE   TYPE    OPTIONS        MODE   OWNER   COMPONENT    STATE
/run       mount   tmpfs    tmpfs   nosuid,nodev   0755   0:0     init         ok
/var/run   link    ../run   -       -              -      -       filesystem   1 step missing

TARGET     STEP
/var/run   link /var/run to ../run
"""


def test_the_plan_is_a_table_and_then_the_steps(node: Any) -> None:
    node.add("filesystem")
    result = node.talos("filesystem", "plan")
    assert (result.exit_code, result.stdout) == (0, TABLE)


def test_the_plan_is_one_document_for_machines(node: Any) -> None:
    node.add("filesystem")
    assert json.loads(node.talos("filesystem", "plan", "-o", "json").stdout) == ROWS
    assert yaml.safe_load(node.talos("filesystem", "plan", "-o", "yaml").stdout) == ROWS
