"""The network without a window: who is in it, where they stand, what a slide takes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from briefer.records import Relation
from briefer.records.vocabulary import ACTOR_TYPES, RELATION_WORDS
from briefer.store import Store
from briefer.ui.network.arranging import ARRANGEMENTS, arranged
from briefer.ui.network.choosing import MOST_ON_SLIDE, choice_of
from briefer.ui.network.graph import (
    MOST,
    MOST_TIES,
    Network,
    Wanted,
    read_connections,
    read_network,
)
from briefer.ui.network.kinds import ACTOR_KINDS, TIE_KINDS, kind_of_actor, kind_of_tie, tie_words
from briefer.ui.network.telling import path_told, told
from tests.builders import make_actor, make_relation, make_source


def make_store(path: Path, ties: Iterable[tuple[str, str]], lone: int = 0) -> Store:
    """Return a store of actors that are tied so, and some that are not tied."""
    pairs = list(ties)
    slugs = sorted({slug for pair in pairs for slug in pair} | {f"lone-{n}" for n in range(lone)})
    store = Store.create(path)
    store.load(
        [
            make_source(),
            *(make_actor(f"actor/{slug}", name=slug.capitalize()) for slug in slugs),
            *(
                make_relation(f"relation/{n}", subject=f"actor/{one}", object_=f"actor/{other}")
                for n, (one, other) in enumerate(pairs)
            ),
        ]
    )
    return store


def star(count: int) -> list[tuple[str, str]]:
    """Return ties of one actor to many."""
    return [("hub", f"leaf-{number:05}") for number in range(count)]


# What is shown


def test_every_word_has_a_kind() -> None:
    """Every actor type and relation word is drawn as some kind, and no two lines are alike."""
    assert {kind_of_actor(word).name for word in ACTOR_TYPES} == set(ACTOR_KINDS)
    assert {kind_of_tie(word).name for word in RELATION_WORDS} == set(TIE_KINDS)
    assert kind_of_tie("supplies").words == "Supply"
    lines = {(kind.dash, kind.width) for kind in TIE_KINDS.values()}
    assert len(lines) == len(TIE_KINDS)
    assert tie_words("charges", backwards=True) == "Charged by"
    assert all(tie_words(word, backwards=True) for word in RELATION_WORDS)


def test_all_tied_actors_are_shown_where_there_is_room(tmp_path: Path) -> None:
    """Actors with relations are nodes, the best connected first; others are only counted."""
    with make_store(tmp_path / "s", [("a", "b"), ("a", "c"), ("d", "d")], lone=2) as store:
        found = read_network(store, Wanted())
    assert [node.name for node in found.nodes] == ["A", "B", "C"]
    assert found.links == ((0, 1), (0, 2))
    assert told(found) == "3 actors, 2 relations  ·  3 actors without relations are not drawn"


def test_a_large_library_shows_the_best_connected(tmp_path: Path) -> None:
    """No more than so many actors are shown, and the words say so; a search finds the others."""
    pairs = [*star(300), ("leaf-00200", "tail"), ("tail", "tip")]
    with make_store(tmp_path / "s", pairs) as store:
        best = read_network(store, Wanted())
        assert len(best.nodes) == MOST
        assert best.nodes[0].name == "Hub"
        assert "The 60 best connected of 303 actors" in told(best)
        assert "actor/tip" not in best.place
        found = read_network(store, Wanted("tip"))
        assert found.matches == 1
        assert [node.name for node in found.nodes if node.matched] == ["Tip"]
        assert {"actor/tail", "actor/leaf-00200"} <= set(found.place)
        around = read_network(store, Wanted(center="actor/tip"))
        assert set(around.place) == {"actor/tip", "actor/tail", "actor/leaf-00200"}


def test_no_more_relations_are_drawn_than_can_be_painted_at_once(tmp_path: Path) -> None:
    """Where many actors are tied by very many relations fewer of them are shown, the best first."""
    names = [f"a{number:02}" for number in range(40)]
    with make_store(tmp_path / "s", list(combinations(names, 2))) as store:
        found = read_network(store, Wanted())
    assert 15 < len(found.nodes) < 40
    assert len(found.edges) == found.ties <= MOST_TIES
    assert f"The {len(found.nodes)} best connected of 40 actors" in told(found)


def test_two_actors_with_very_many_relations_are_shown_with_some(tmp_path: Path) -> None:
    """Two actors stay in sight, and the words say that not all their relations are drawn."""
    with make_store(tmp_path / "s", [("a", "b")] * (MOST_TIES + 40)) as store:
        found = read_network(store, Wanted())
    assert [node.name for node in found.nodes] == ["A", "B"]
    assert len(found.edges) == MOST_TIES
    assert f"{MOST_TIES} of the {MOST_TIES + 40} relations between them are drawn" in told(found)


def test_a_search_of_relations_finds_their_actors(tmp_path: Path) -> None:
    """A filter that no actor has but a relation has finds the actors of the relation."""
    with make_store(tmp_path / "s", [("a", "b"), ("c", "d")]) as store:
        relation = store.get("relation/0")
        assert isinstance(relation, Relation)
        store.save(make_relation_on(relation, topic="sanctions"))
        found = read_network(store, Wanted('topic:"sanctions"'))
    assert {node.name for node in found.nodes if node.matched} == {"A", "B"}


def make_relation_on(relation: Relation, *, topic: str) -> Relation:
    """Return a relation with a topic."""
    fields = {name: getattr(relation, name) for name in ("id", "citations", "subject", "object")}
    return Relation(**fields, relation=relation.relation, topics=(topic,))


def test_connections_read_from_either_side(tmp_path: Path) -> None:
    """A relation is told outward by its word and inward by the word turned round."""
    with make_store(tmp_path / "s", [("a", "b")]) as store:
        (out,) = read_connections(store, "actor/a").listed
        (into,) = read_connections(store, "actor/b").listed
    assert out.words == "Member of B"
    assert into.words == "Includes as a member A"
    assert out.spoken == "Member of B, Part of, Note, n. 5"


# Where


@pytest.mark.parametrize("way", [way.name for way in ARRANGEMENTS])
@pytest.mark.parametrize("links", [star(59), [(str(n), str(n + 1)) for n in range(0, 60, 2)]])
def test_no_two_boxes_overlap(way: str, links: list[tuple[str, str]]) -> None:
    """However arranged, discs and names keep apart; the same input is placed the same way."""
    place = {name: n for n, name in enumerate(sorted({end for link in links for end in link}))}
    pairs = [(place[one], place[other]) for one, other in links]
    sizes = [(80.0 + 7 * (n % 6), 60.0 + 9 * (n % 3)) for n in range(len(place))]
    points = arranged(way, sizes, pairs)
    assert points == arranged(way, sizes, pairs)
    for n, (x, y) in enumerate(points):
        for m, (other_x, other_y) in enumerate(points[:n]):
            apart_x = abs(x - other_x) - (sizes[n][0] + sizes[m][0]) / 2
            apart_y = abs(y - other_y) - (sizes[n][1] + sizes[m][1]) / 2
            assert max(apart_x, apart_y) > 0


def test_layers_lead_downwards() -> None:
    """Who acts stands above whom it acts on, also where a circle closes."""
    points = arranged("layers", [(50.0, 50.0)] * 3, [(0, 1), (1, 2), (2, 0)])
    assert points[0][1] < points[1][1] < points[2][1]


# Slides


def test_a_slide_takes_so_many_and_tells_who_is_left(tmp_path: Path) -> None:
    """Beyond the most that a slide takes, the words name who is left out."""
    with make_store(tmp_path / "s", star(14)) as store:
        found = read_network(store, Wanted())
    choice = choice_of(found, [0], neighbours=True)
    assert len(choice.taken) == MOST_ON_SLIDE
    assert choice.taken[0].name == "Hub"
    assert choice.left_words == (
        "The best connected 12 of 15; without Leaf-00011, Leaf-00012 and Leaf-00013."
    )
    assert choice_of(Network(), [], neighbours=True).words == "Add network slide"


def test_no_way_is_told() -> None:
    """Where nothing leads from one actor to the other, there is no path."""
    assert path_told(Network(), (), ()).startswith("Choose two actors")
