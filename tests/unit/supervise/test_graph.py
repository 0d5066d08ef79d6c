import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libtalos.supervise import graph
from libtalos.supervise.errors import ServiceGraphError


def test_an_unknown_dependency_is_named_with_what_is_known() -> None:
    with pytest.raises(ServiceGraphError) as caught:
        graph.check({"etcd": ["cri"], "containerd": []})
    assert str(caught.value) == 'service "etcd" depends on "cri", which is not defined; known: containerd, etcd'


def test_a_cycle_is_told_as_a_path() -> None:
    with pytest.raises(ServiceGraphError) as caught:
        graph.check({"z": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]})
    assert '"a" -> "b" -> "c" -> "a"; remove one of these dependencies' in str(caught.value)


def test_a_service_that_depends_on_itself_is_a_cycle() -> None:
    assert graph.find_cycle({"a": ["a"]}) == ["a", "a"]


def test_dependents_are_the_reverse() -> None:
    assert graph.dependents({"a": [], "b": ["a"], "c": ["a", "b"]}) == {"a": ("b", "c"), "b": ("c",), "c": ()}


@given(st.data(), st.integers(min_value=1, max_value=12))
def test_edges_that_only_point_backwards_make_no_cycle(data: st.DataObject, size: int) -> None:
    edges = {str(i): data.draw(st.lists(st.sampled_from([str(j) for j in range(i)]))) if i else [] for i in range(size)}
    graph.check(edges)


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef")), min_size=6, max_size=6))
def test_a_cycle_that_is_found_is_one(edges: dict[str, list[str]]) -> None:
    cycle = graph.find_cycle(edges)
    if cycle is not None:
        assert cycle[0] == cycle[-1]
        assert all(after in edges[before] for before, after in itertools.pairwise(cycle))
    else:
        assert _removable(edges)


def _removable(edges: dict[str, list[str]]) -> bool:
    """Kahn's way: without a cycle there is always a service that needs nothing any more."""
    left = {name: set(needed) for name, needed in edges.items()}
    while free := [name for name, needed in left.items() if not needed & left.keys()]:
        for name in free:
            del left[name]
    return not left
