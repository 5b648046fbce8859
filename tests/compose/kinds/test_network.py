"""Tests of the network of actors, and of the chain."""

from __future__ import annotations

from briefer.content import ASKS, Diagram, Slide
from briefer.records import Actor, Relation
from tests.builders import (
    composed,
    lines,
    make_actor,
    make_card,
    make_event,
    make_relation,
    make_statement,
    make_statistic,
    shown,
)


def _actor(slug: str, name: str, country: str | None = None, kind: str = "agency") -> Actor:
    return make_actor(f"actor/{slug}", name=name, actor_type=kind, country=country)


_JUSTICE = _actor("justice", "Department of Justice", "US")
_TREASURY = _actor("treasury", "Department of the Treasury", "US")
_CARTEL = _actor("cartel", "Sinaloa Cartel", "MX", "criminal-organisation")
_MAKERS = _actor("makers", "Chinese makers", "CN", "group")
_COALITION = _actor("coalition", "Global Coalition", None, "coalition")
_CHINA = _actor("china", "China", "CN", "state")
_MEXICO = _actor("mexico", "Mexico", "MX", "state")
_STATES = _actor("united-states", "United States", "US", "state")
_ACTORS = (_JUSTICE, _TREASURY, _CARTEL, _MAKERS, _COALITION, _CHINA, _MEXICO, _STATES)


def _tie(subject: Actor, word: str, object_: Actor, note: str = "5") -> Relation:
    return make_relation(
        f"relation/{subject.id[6:]}-{word}-{object_.id[6:]}",
        subject=subject.id,
        relation=word,
        object_=object_.id,
        note=note,
    )


_CHARGES = _tie(_JUSTICE, "charges", _CARTEL, "33")
_CHARGES_MAKERS = _tie(_JUSTICE, "charges", _MAKERS, "36")
_SANCTIONS = _tie(_TREASURY, "sanctions", _MAKERS, "41")
_LAUNCHED = _tie(_STATES, "launched", _COALITION, "26")
_SUPPLY = _tie(_MAKERS, "supplies", _CARTEL, "15")
_ONWARD = _tie(_CARTEL, "supplies", _STATES, "16")
_ALL = (*_ACTORS, _CHARGES, _CHARGES_MAKERS, _SANCTIONS, _LAUNCHED, _SUPPLY, _ONWARD)


def _diagram(slide: Slide) -> Diagram:
    (diagram,) = (block for block in slide.blocks if isinstance(block, Diagram))
    return diagram


def _ties(slide: Slide) -> list[str]:
    diagram = _diagram(slide)
    name = [node.name for node in diagram.nodes]
    return [f"{name[k.start]} {shown(k.label)} {name[k.end]}" for k in diagram.links]


def test_picked_relations_bring_their_actors() -> None:
    """Each label carries the mark of its relation; who acts is told from whom it is done to."""
    slide = composed(make_card("network", [_CHARGES, _LAUNCHED]), *_ALL)
    assert _ties(slide) == [
        "Department of Justice Charges{33} Sinaloa Cartel",
        "United States Launched{26} Global Coalition",
    ]
    assert [link.tone for link in _diagram(slide).links] == ["pressure", "cooperation"]
    assert _diagram(slide).links[0].sentence == (
        "The Department of Justice charges the Sinaloa Cartel."
    )
    assert set(slide.records) >= {_CHARGES.id, _JUSTICE.id, _CARTEL.id}


def test_picked_actors_bring_the_relations_between_them() -> None:
    """Nobody else's relations come along."""
    slide = composed(make_card("network", [_JUSTICE, _CARTEL, _TREASURY]), *_ALL)
    assert _ties(slide) == ["Department of Justice Charges{33} Sinaloa Cartel"]
    assert [line for line in lines(slide, "text") if "Treasury" in line]


def test_an_actor_alone_brings_all_its_relations() -> None:
    """The self-contained case of one actor and what it is tied to."""
    slide = composed(make_card("network", [_MAKERS]), *_ALL)
    assert len(_diagram(slide).links) == 3


def test_the_title_says_who_does_what_to_how_many() -> None:
    """Only counts and the relations' own words."""
    one = composed(make_card("network", [_CHARGES]), *_ALL)
    assert one.title == "The Department of Justice charges the Sinaloa Cartel"
    two = composed(make_card("network", [_CHARGES, _CHARGES_MAKERS]), *_ALL)
    assert two.title == "The Department of Justice charges two actors"
    both = composed(
        make_card(
            "network",
            [_CHARGES, _CHARGES_MAKERS, _SANCTIONS],
            text={_JUSTICE.id: "Justice", _TREASURY.id: "Treasury"},
        ),
        *_ALL,
    )
    assert both.title == "Justice charges two actors; Treasury sanctions Chinese makers"
    mixed = composed(make_card("network", [_SUPPLY, _LAUNCHED, _ONWARD]), *_ALL)
    assert mixed.title == "Three ties join four actors"


def test_staff_name_actors_and_word_ties() -> None:
    """A name, a quieter line after a bar, its citation; a tie's own mark stays."""
    text = {
        _CARTEL.id: "Targets in Mexico | Cartel leaders[@relation/justice-charges-makers]",
        _CHARGES.id: "Indicted in April",
    }
    slide = composed(make_card("network", [_CHARGES], text=text), *_ALL)
    node = _diagram(slide).nodes[1]
    assert (node.name, shown(node.note)) == ("Targets in Mexico", "Cartel leaders{36}")
    link = _diagram(slide).links[0]
    assert shown(link.label) == "Indicted in April{33}"
    assert link.sentence == "Department of Justice to Targets in Mexico: Indicted in April."


def test_the_tone_of_a_tie_can_be_chosen() -> None:
    """An option named by the relation's id decides."""
    card = make_card("network", [_SUPPLY], options={_SUPPLY.id: "pressure"})
    assert _diagram(composed(card, *_ALL)).links[0].tone == "pressure"


def test_actors_without_ties_are_told_as_text() -> None:
    """Nothing picked is lost, and nothing is invented."""
    slide = composed(make_card("network", [_TREASURY, _COALITION]), *_ALL)
    assert slide.pattern == "text"
    assert "no relations between these actors" in lines(slide, "text")[0]
    assert len(lines(slide, "text")) == 3


def test_what_the_diagram_does_not_show_follows() -> None:
    """Events, missing records and a tie of an actor to itself stand below as text."""
    own = make_relation("relation/own", subject=_CARTEL.id, object_=_CARTEL.id)
    event = make_event()
    card = make_card("network", [_CHARGES, own, event, "relation/gone"])
    slide = composed(card, *_ALL, own, event)
    told = " ".join(lines(slide, "text"))
    assert "Talks were held" in told
    assert "[unknown record relation/gone]" in told
    assert slide.missing == ("relation/gone",)


def test_an_unknown_actor_is_a_visible_node() -> None:
    """A relation whose actor is gone still shows."""
    slide = composed(make_card("network", [_CHARGES]), _CHARGES, _JUSTICE)
    assert _diagram(slide).nodes[1].name == f"[unknown record {_CARTEL.id}]"


def test_supply_makes_a_chain() -> None:
    """From first to last, whatever the order picked; each block tells its actor's role."""
    card = make_card("network", [_ONWARD, _SUPPLY], options={"form": "chain"})
    slide = composed(card, *_ALL)
    diagram = _diagram(slide)
    assert diagram.form == slide.pattern == "chain"
    assert [node.name for node in diagram.nodes] == [
        "Chinese makers",
        "Sinaloa Cartel",
        "United States",
    ]
    assert [node.party for node in diagram.nodes] == ["CN", "MX", "US"]
    assert _ties(slide) == [
        "Chinese makers Supply{15} Sinaloa Cartel",
        "Sinaloa Cartel Supplies{16} United States",
    ]
    assert slide.title == (
        "Supply runs from Chinese makers to the United States through the Sinaloa Cartel"
    )
    assert shown(diagram.nodes[0].facts[0].inlines) == "Director of the Office.{2}"


def test_relations_in_no_row_stay_a_network() -> None:
    """A branching supply is no chain, and neither is one that runs in a circle."""
    branch = _tie(_MAKERS, "supplies", _STATES)
    card = make_card("network", [_SUPPLY, branch], options={"form": "chain"})
    assert composed(card, *_ALL, branch).pattern == "network"
    circle = _tie(_STATES, "supplies", _MAKERS)
    card = make_card("network", [_SUPPLY, _ONWARD, circle], options={"form": "chain"})
    assert composed(card, *_ALL, circle).pattern == "network"


def test_staff_write_the_links_of_a_chain() -> None:
    """Actors stand as picked; a link without words asks for them, one without a source says so."""
    other = _tie(_STATES, "seeks_help_from", _CHINA)
    card = make_card(
        "network",
        [_CHINA, _MEXICO, _STATES],
        text={
            "form": "chain",
            "link-1": "Precursors[@relation/makers-supplies-cartel]",
            "return": "Proceeds",
            "facts-1": "Makes most of them.[@actor/china]",
        },
    )
    diagram = _diagram(composed(card, *_ALL, other))
    assert [shown(link.label) for link in diagram.links] == ["Precursors{15}", f"{ASKS}link-2]"]
    assert diagram.links[0].sentence == "China to Mexico: Precursors."
    assert shown(diagram.back) == "Proceeds{}"
    assert [shown(fact.inlines) for fact in diagram.nodes[0].facts] == ["Makes most of them.{2}"]


def test_records_go_to_the_block_they_are_about() -> None:
    """Statistics and statements are facts, events deeds; a foreign party comes before the U.S."""
    deaths = make_statistic()
    said = make_statement(speaker=_CHINA.id)
    event = make_event(actors=((_JUSTICE.id, "announcer"), (_MEXICO.id, "participant")))
    card = make_card("network", [_CHINA, _MEXICO, said, deaths, event], options={"form": "chain"})
    slide = composed(card, *_ALL, deaths, said, event)
    china, mexico = _diagram(slide).nodes
    assert [fact.origin for fact in china.facts] == [said.id]
    assert [shown(act.inlines) for act in mexico.acts] == ["June 2023: Talks were held.{1}"]
    assert _diagram(slide).headings[0] == "Where U.S. policy acted in 2023"
    assert [line for line in lines(slide, "text") if "Deaths" in line or "78,000" in line]


def test_what_others_did_is_not_called_us_policy() -> None:
    """The heading claims no more than the records say; staff may reword it."""
    event = make_event(actors=((_MEXICO.id, "sending_state"), (_STATES.id, "receiving_state")))
    picked = [_CHINA, _MEXICO, event]
    card = make_card("network", picked, options={"form": "chain"})
    assert _diagram(composed(card, *_ALL, event)).headings[0] == "What was done in 2023"
    own = make_card("network", picked, options={"form": "chain"}, text={"policy": "In court"})
    assert _diagram(composed(own, *_ALL, event)).headings[0] == "In court"


def test_an_empty_card_says_what_to_pick() -> None:
    """A new slide is not blank."""
    slide = composed(make_card("network"), *_ALL)
    assert lines(slide, "text") == ["lead: [pick actors or relations]"]
