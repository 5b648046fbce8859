"""The closed lists of words that records use, each word with a label for people.

Extended by adding a word here. Rules: design page "domain", section 7, and page "records".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from briefer.errors import did_you_mean
from briefer.records.countries import COUNTRY_NAMES

_MOST_LISTED = 30

Track = Literal["enforcement", "bilateral", "multilateral", "background"]


class Vocabulary(Mapping[str, str]):
    """A closed list: word -> label, in the order given."""

    def __init__(self, what: str, words: Mapping[str, str] | str) -> None:
        self.what = what
        self._labels = dict(words) if isinstance(words, Mapping) else _labelled(words)

    def __getitem__(self, word: str) -> str:
        """Return the label of a word."""
        return self._labels[word]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the words in order."""
        return iter(self._labels)

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._labels)

    def label(self, word: str) -> str:
        """Return the label of a word, or the word in plain letters where it is not listed."""
        return self._labels.get(word) or _plain(word)

    def problem(self, word: str) -> str:
        """Return what is wrong with a word and the nearest listed one, or "" if it is listed."""
        if word in self._labels:
            return ""
        hint = did_you_mean(word, self._labels)
        told = hint.startswith("Did you mean") or len(self) <= _MOST_LISTED
        return f"{word!r} is no {self.what}. {hint if told else ''}".rstrip()


def _labelled(words: str) -> dict[str, str]:
    return {word: _plain(word) for word in words.split()}


def _plain(word: str) -> str:
    plain = word.rsplit(".", 1)[-1].replace("_", " ")
    return plain[:1].upper() + plain[1:]


EVENT_TYPES = Vocabulary(
    "event type",
    {
        "law_enforcement.indictment": "Indictment",
        "law_enforcement.unsealing": "Charges unsealed",
        "law_enforcement.arrest": "Arrest",
        "law_enforcement.extradition": "Extradition",
        "law_enforcement.expulsion": "Expulsion",
        "law_enforcement.seizure": "Seizure",
        "law_enforcement.reward_offer": "Reward offer",
        "law_enforcement.operation": "Law enforcement action",
        "law_enforcement.sentencing": "Sentencing",
        "sanctions.designation": "Sanctions designation",
        "sanctions.delisting": "Sanctions delisting",
        "export_control.entity_list_addition": "Entity List addition",
        "export_control.entity_list_removal": "Entity List removal",
        "drug_control.scheduling_decision_international": "International scheduling decision",
        "drug_control.scheduling_national": "National scheduling",
        "drug_control.precursor_control": "Precursor control",
        "drug_control.export_regulation": "Export regulation",
        "drug_control.regulatory_notice": "Regulatory notice",
        "executive.executive_order": "Executive order",
        "executive.presidential_determination": "Presidential determination",
        "executive.finding": "Finding",
        "executive.strategy": "Strategy",
        "executive.force_or_office_created": "Force or office created",
        "executive.envoy_named": "Envoy named",
        "executive.partnership": "Partnership",
        "legislative.bill": "Bill",
        "legislative.statute": "Statute",
        "legislative.hearing": "Hearing",
        "legislative.letter": "Letter",
        "legislative.report": "Report",
        "multilateral.ministerial": "Ministerial meeting",
        "multilateral.session": "Session",
        "multilateral.side_event": "Side event",
        "multilateral.address": "Address to a multilateral meeting",
        "multilateral.treaty": "Treaty",
        "multilateral.diplomacy": "Multilateral diplomacy",
        "multilateral.resolution_proposed": "Resolution proposed",
        "multilateral.resolution_adopted": "Resolution adopted",
        "multilateral.declaration_adopted": "Declaration adopted",
        "multilateral.coalition_launched": "Coalition launched",
        "multilateral.working_group_meeting": "Working group meeting",
        "bilateral.summit": "Summit",
        "bilateral.agreement": "Agreement",
        "bilateral.negotiation": "Negotiation",
        "bilateral.visit": "Visit",
        "bilateral.request_refused": "Request refused",
        "bilateral.cooperation_reduced": "Cooperation reduced",
        "bilateral.cooperation_suspended": "Cooperation suspended",
        "bilateral.cooperation_resumed": "Cooperation resumed",
        "statement": "Statement",
        "statement.remarks": "Remarks",
        "statement.press_conference": "Press conference",
        "statement.proposal": "Proposal",
        "statement.criticism": "Criticism",
        "statement.rebuttal": "Rebuttal",
        "data_release": "Data release",
        "science.synthesis": "Synthesis",
        "science.approval": "Approval",
        "trafficking.production": "Drug production",
        "trafficking.sale": "Drug sale",
        "public_health.milestone": "Public health milestone",
        "publication": "Publication",
    },
)

_TRACKS: dict[str, Track] = {
    "law_enforcement": "enforcement",
    "sanctions": "enforcement",
    "export_control": "enforcement",
    "export_control.entity_list_removal": "bilateral",
    "drug_control.scheduling_decision_international": "multilateral",
    "drug_control.precursor_control": "multilateral",
    "drug_control.export_regulation": "bilateral",
    "drug_control.regulatory_notice": "bilateral",
    "executive": "enforcement",
    "executive.strategy": "background",
    "executive.presidential_determination": "bilateral",
    "executive.finding": "bilateral",
    "executive.partnership": "background",
    "executive.envoy_named": "multilateral",
    "statement.rebuttal": "bilateral",
    "multilateral": "multilateral",
    "bilateral": "bilateral",
}

TRACKS = Vocabulary("track", "enforcement bilateral multilateral background")


def track_of(event_type: str) -> Track:
    """Return the track of a timeline on which an event of this type stands."""
    group = event_type.split(".", 1)[0]
    return _TRACKS.get(event_type) or _TRACKS.get(group, "background")


EVENT_STATUSES = Vocabulary("event status", "happened planned alleged reported")
DATE_BASES = Vocabulary("date basis", "stated context other-source relative")
EVENT_ROLES = Vocabulary(
    "role",
    "issuer announcer host organizer participant signatory sponsor cosponsor "
    "proposer_of_amendment voter voter_for voter_against voter_abstaining designee target "
    "defendant charging_office court requesting_state sending_state receiving_state speaker "
    "addressee respondent subject implementer critic author member founder",
)
ACTOR_TYPES = Vocabulary(
    "actor type",
    {
        "person": "Person",
        "office": "Office",
        "state": "State",
        "agency": "Agency",
        "legislature": "Legislature",
        "court": "Court",
        "igo": "International organization",
        "coalition": "Coalition",
        "criminal-organisation": "Criminal organization",
        "company": "Company",
        "institute": "Institute",
        "media": "Media",
        "group": "Group",
    },
)
STATEMENT_TYPES = Vocabulary(
    "statement type",
    {"quotation": "Quotation", "document": "Document quotation", "position": "Position"},
)
STATEMENT_MODES = Vocabulary("mode", "as_prepared as_delivered briefing written letter")
QUALIFIERS = Vocabulary(
    "qualifier",
    {
        "exact": "Exactly",
        "about": "About",
        "nearly": "Nearly",
        "more than": "More than",
        "less than": "Less than",
        "at least": "At least",
        "at most": "At most",
        "up to": "Up to",
    },
)
RELATION_WORDS = Vocabulary(
    "relation word",
    "heads part_of member_of not_member_of leads founded hosts represents employs supplies "
    "affiliated_with seeks_help_from sanctions delists designates charges prosecutes extradites "
    "cooperates_with opposes criticizes controls regulates competes_with "
    "succeeds coordinates sponsors launched",
)
LOCATOR_LABELS = Vocabulary("locator label", "note page paragraph section line timestamp")
VERIFICATIONS = Vocabulary(
    "verification state",
    {
        "verified": "Verified",
        "partial": "Partly verified",
        "candidate": "Candidate",
        "held-text": "Text held",
    },
)
CSL_TYPES = Vocabulary(
    "CSL type",
    {
        "article-journal": "Journal article",
        "article-magazine": "Magazine article",
        "article-newspaper": "Newspaper article",
        "bill": "Bill",
        "book": "Book",
        "chapter": "Chapter",
        "collection": "Collection",
        "dataset": "Data set",
        "document": "Document",
        "hearing": "Hearing",
        "interview": "Interview",
        "legal_case": "Case",
        "legislation": "Legislation",
        "pamphlet": "Pamphlet",
        "periodical": "Periodical",
        "personal_communication": "Letter",
        "post": "Post",
        "post-weblog": "Blog post",
        "regulation": "Regulation",
        "report": "Report",
        "speech": "Speech",
        "standard": "Standard",
        "treaty": "Treaty",
        "webpage": "Web page",
    },
)
TOPICS = Vocabulary(
    "topic",
    {
        "border": "Border",
        "cartels": "Cartels",
        "demand": "Demand",
        "domestic-policy": "Domestic policy",
        "export-controls": "Export controls",
        "geopolitics": "Geopolitics",
        "harm": "Harm",
        "harm-reduction": "Harm reduction",
        "history": "History",
        "human-rights": "Human rights",
        "law-enforcement": "Law enforcement",
        "money-laundering": "Money laundering",
        "multilateral-diplomacy": "Multilateral diplomacy",
        "online-platforms": "Online platforms",
        "organized-crime": "Transnational organized crime",
        "precursors": "Precursors",
        "public-health": "Public health",
        "sanctions": "Sanctions",
        "scheduling": "Scheduling",
        "supply-chain": "Supply chain",
        "treatment": "Treatment",
        "us-china": "United States and China",
        "us-mexico": "United States and Mexico",
    },
)
SUBSTANCES = Vocabulary(
    "substance",
    {
        "fentanyl": "Fentanyl",
        "fentanyl-analogues": "Fentanyl analogues",
        "precursors": "Precursors",
        "4-ANPP": "4-ANPP (ANPP)",
        "NPP": "NPP",
        "4-AP": "4-AP",
        "1-boc-4-AP": "1-boc-4-AP",
        "norfentanyl": "Norfentanyl",
        "carfentanil": "Carfentanil",
        "brorphine": "Brorphine",
        "metonitazene": "Metonitazene",
        "eutylone": "Eutylone",
        "nitazenes": "Nitazenes",
        "xylazine": "Xylazine",
        "tramadol": "Tramadol",
        "amphetamine": "Amphetamine",
        "captagon": "Captagon",
        "heroin": "Heroin",
        "morphine": "Morphine",
        "cocaine": "Cocaine",
        "methamphetamine": "Methamphetamine",
        "naloxone": "Naloxone",
        "opioids": "Opioids",
        "prescription-opioids": "Prescription opioids",
        "synthetic-opioids": "Synthetic opioids",
        "synthetic-cannabinoids": "Synthetic cannabinoids",
        "synthetic-stimulants": "Synthetic stimulants",
        "synthetic-drugs": "Synthetic drugs",
        "plant-based-drugs": "Plant-based drugs",
        "narcotic-drugs": "Narcotic drugs",
        "psychotropic-drugs": "Psychotropic drugs",
    },
)
COUNTRIES = Vocabulary("country (ISO 3166 code)", COUNTRY_NAMES)

FIELD_WORDS: Mapping[tuple[str, str], Vocabulary] = {
    ("Record", "topics"): TOPICS,
    ("Record", "substances"): SUBSTANCES,
    ("Record", "countries"): COUNTRIES,
    ("Locator", "label"): LOCATOR_LABELS,
    ("Event", "event_type"): EVENT_TYPES,
    ("Event", "status"): EVENT_STATUSES,
    ("Event", "date_basis"): DATE_BASES,
    ("Participant", "role"): EVENT_ROLES,
    ("Actor", "actor_type"): ACTOR_TYPES,
    ("Actor", "country"): COUNTRIES,
    ("Statement", "statement_type"): STATEMENT_TYPES,
    ("Statement", "mode"): STATEMENT_MODES,
    ("Statistic", "qualifier"): QUALIFIERS,
    ("Relation", "relation"): RELATION_WORDS,
    ("Source", "csl_type"): CSL_TYPES,
    ("Source", "verification"): VERIFICATIONS,
}
"""The vocabulary of a field, by the class that declares it and the field's name."""
