"""Components import no more than was recorded: what one needs now and then it imports then."""

from __future__ import annotations

import pytest

from tests.contract.modules.loaded import NAMES, loaded, recorded

# of use to a part of a node's life at most, and dear: megabytes and tens of milliseconds
DEAR = {"cryptography", "grpc", "grpclib", "h2", "multiprocessing", "pyroute2", "pyudev", "yaml"}


@pytest.mark.root
@pytest.mark.timeout(120)
async def test_a_component_that_is_ready_has_imported_what_was_recorded() -> None:
    found = await loaded()
    more = {name: sorted(found[name] - recorded(name)) for name in NAMES if found[name] - recorded(name)}
    assert not more, f"import it where it is used, or record it: python -m tests.contract.modules.loaded\n{more}"


@pytest.mark.parametrize("component", NAMES)
def test_nothing_dear_is_recorded(component: str) -> None:
    assert not DEAR & recorded(component)
    assert ("uvloop" in recorded(component)) == (component != "init"), "PID 1 must not run on uvloop"
