"""The pytest plug-in: run as anybody would run it, against a foreign process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import grpc
import pytest

PLAN = "/talos.network.v1.NetworkService/Plan"


def suite(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run pytest on the suite in a process of its own, outside of the repository."""
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", *arguments]
    command += ["--pyargs", "libtalos.contracts.suite"]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=60)


def run(foreign: Any, cwd: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Run the suite against the foreign process."""
    foreign.start()
    options = ["--contract", "talos.network.v1", "--contract-socket", str(foreign.path), "--contract-examples", "5"]
    return suite(*options, *more, cwd=cwd)


def test_the_suite_passes_for_a_process_that_fits(foreign: Any, tmp_path: Path) -> None:
    """One test a check and two a method; those with side effects are skipped, with the reason."""
    result = run(foreign, tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "9 passed, 10 skipped" in result.stdout
    assert "test_method_answers[talos.network.v1.NetworkService/Plan]" in result.stdout
    assert "has side effects; give --contract-unsafe to call it" in result.stdout


def test_methods_with_side_effects_are_called_on_demand(foreign: Any, tmp_path: Path) -> None:
    """--contract-unsafe is for processes that can do no harm."""
    result = run(foreign, tmp_path, "--contract-unsafe")
    assert "14 passed, 5 skipped" in result.stdout, result.stdout


def test_the_suite_fails_for_a_process_that_does_not_fit(foreign: Any, tmp_path: Path) -> None:
    """The finding is the failure's text, without a traceback."""

    def fail(request: bytes, context: grpc.ServicerContext) -> list[bytes]:
        context.abort(grpc.StatusCode.UNKNOWN, "oops")
        return []

    foreign.behaviours[PLAN] = fail
    result = run(foreign, tmp_path)
    assert result.returncode == 1
    assert f"methods: {PLAN}: the recorded request: failed with UNKNOWN: oops" in result.stdout
    assert f"fuzz: {PLAN}: {{}}: failed with UNKNOWN: oops" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "needs --contract PACKAGE"),
        (("--contract", "talos.network.v1"), "needs --contract-socket PATH"),
        (("--contract", "talos.nothing.v1"), "no contract talos.nothing.v1; there are"),
    ],
)
def test_missing_options_are_told(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    """Not with a traceback."""
    result = suite(*arguments, cwd=tmp_path)
    assert result.returncode != 0
    assert message in result.stdout + result.stderr


def test_the_plugin_costs_nothing_when_it_is_not_used(tmp_path: Path) -> None:
    """It is loaded by everybody's pytest: no protobuf, no grpc, no hypothesis."""
    heavy = "{'grpc', 'google', 'hypothesis'}"
    code = f"import sys, libtalos.contracts.pytest_plugin; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
