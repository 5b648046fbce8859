"""How actors are named on slides: initials, roles, the party they speak for.

In: actor and statement records. Out: plain text. Must not know: slides, layout.
"""

from __future__ import annotations

from briefer.compose.context import CardContext
from briefer.compose.sentences import capital, in_sentence
from briefer.records.actor import Actor
from briefer.records.base import Ref
from briefer.records.event import Participant
from briefer.records.statement import Statement
from briefer.records.vocabulary import ACTOR_TYPES, COUNTRIES

_NOT_INITIALS = frozenset(
    ("of", "the", "and", "for", "on", "to", "in", "at", "a", "an", "de", "del", "la")
    + ("against", "with", "jr", "sr", "ii", "iii", "dr", "mr", "mrs", "ms")
)
_LONGEST_INITIALS = 3
_WITH_ARTICLE = frozenset(
    {"agency", "coalition", "court", "criminal-organisation", "igo", "institute", "legislature"}
)
_NO_PARTY = ("institute", "media")


def initials(name: str) -> str:
    """Return up to three initials of a name, one at least; a single word gives one letter.

    Middle initials, suffixes and little words do not count: "Lisa O. Monaco" gives "LM". A name
    without a letter gives a question mark.
    """
    words = [word.strip(".,()") for word in name.replace("-", " ").split()]
    full = [word for word in words if len(word) > 1 and word.lower() not in _NOT_INITIALS]
    if not full:
        return next((char.upper() for char in name if char.isalnum()), "?" if name else "")
    return "".join(word[0].upper() for word in full[:_LONGEST_INITIALS])


def is_person(actor: Actor) -> bool:
    """Return whether an actor is somebody rather than something."""
    return actor.actor_type == "person"


def type_label(actor: Actor) -> str:
    """Return the word for an actor's type."""
    return ACTOR_TYPES.label(actor.actor_type)


def role_of(actor: Actor) -> str:
    """Return an actor's role with its date where the record gives one."""
    if not actor.role:
        return ""
    return f"{actor.role} ({actor.role_date.display})" if actor.role_date else actor.role


def described(actor: Actor) -> str:
    """Return an actor's name with its role: "Rahul Gupta, Director of ...".

    The role of somebody follows a comma; what a body does follows a colon.
    """
    role = role_of(actor)
    if not role or _words(role) <= _words(actor.name):
        return capital(actor.name)
    if is_person(actor):
        article, _, rest = role.partition(" ")
        lowered = f"{article.lower()} {rest}" if article in ("A", "An", "The") else role
        return f"{capital(actor.name)}, {lowered}"
    return f"{capital(actor.name)}: {role}"


def short_name(actor: Actor) -> str:
    """Return an actor's acronym where it goes by one ("CDC"), else its name."""
    return next(
        (alias for alias in actor.aliases if alias.isupper() and alias.isalpha()), (actor.name)
    )


def speaker_name(context: CardContext, statement: Statement) -> str:
    """Return who speaks: the actor's name, the source's label, or that it names nobody."""
    speaker = context.find(statement.speaker, Actor)
    if speaker:
        return speaker.name
    return capital(statement.speaker_label or "Speaker not named in the source")


def capacity_of(context: CardContext, statement: Statement) -> str:
    """Return in what capacity a statement was made: as recorded, else the person's role."""
    speaker = context.find(statement.speaker, Actor)
    capacity = statement.capacity or (role_of(speaker) if speaker and is_person(speaker) else "")
    return "" if capacity == speaker_name(context, statement) else capital(capacity)


def party_name(context: CardContext, statement: Statement) -> str:
    """Return for whom a statement speaks: the speaker's country, affiliation or own name.

    Who works for a research institute or a newspaper speaks for nobody else.
    """
    speaker = context.find(statement.speaker, Actor)
    if speaker is None:
        country = statement.countries[0] if len(statement.countries) == 1 else ""
        return _state_name(country) or speaker_name(context, statement)
    if speaker.actor_type == "state":
        return speaker.name
    affiliation = context.find(speaker.affiliation, Actor)
    country = speaker.country or (affiliation.country if affiliation else None) or ""
    if affiliation and affiliation.actor_type in _NO_PARTY:
        affiliation = None
    return _state_name(country) or (affiliation.name if affiliation else speaker.name)


def in_title(context: CardContext, statement: Statement, name: str) -> str:
    """Return the name of a statement's speaker or party as it stands inside a title."""
    speaker = context.find(statement.speaker, Actor)
    affiliation = context.find(speaker.affiliation, Actor) if speaker else None
    for actor in (speaker, affiliation):
        if actor and actor.name == name:
            return actor_in_sentence(context, actor.id)
    return in_sentence(name)


def participant_name(context: CardContext, participant: Participant) -> str:
    """Return the name of an event's participant, or the visible words for an unknown one."""
    actor = context.find(participant.actor, Actor)
    return actor.name if actor else f"[unknown record {participant.actor}]"


def actor_name(context: CardContext, ref: Ref) -> str:
    """Return an actor's name, or the visible words for an unknown one."""
    actor = context.find(ref, Actor)
    return actor.name if actor else f"[unknown record {ref}]"


def actor_in_sentence(context: CardContext, ref: Ref) -> str:
    """Return an actor's name as it stands inside a sentence: with "the" where it takes one."""
    actor = context.find(ref, Actor)
    if actor is None:
        return actor_name(context, ref)
    bare = actor.unnamed or actor.name.lower().startswith(("the ", "a ", "an "))
    taking = actor.actor_type in _WITH_ARTICLE or actor.name.endswith(" administration")
    if taking and not bare:
        return f"the {actor.name}"
    return in_sentence(actor.name)


def is_plural(actor: Actor) -> bool:
    """Return whether a record stands for several: a group, or companies nobody names."""
    single = actor.name.lower().startswith(("a ", "an "))
    several = actor.name.split(" in ")[0].endswith("s")
    return not single and (actor.actor_type == "group" or (actor.unnamed and several))


def known_as(actor: Actor) -> tuple[str, ...]:
    """Return the words by which a text may name an actor: name, aliases, a person's last name."""
    names = (actor.name, *actor.aliases)
    if actor.actor_type != "person" or actor.unnamed:
        return names
    plain = actor.name.split(",")[0]  # which may be nothing: a name can begin with a comma
    return (*names, *plain.split()[-1:])


def _words(text: str) -> set[str]:
    return {word.strip(".,;()").casefold() for word in text.split()}


def _state_name(country: str) -> str:
    return COUNTRIES.label(country) if country else ""
