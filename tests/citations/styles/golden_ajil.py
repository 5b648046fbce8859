"""Golden examples of the AJIL-like style: one entry of the sources slide a kind of source."""

from __future__ import annotations

from collections.abc import Mapping

from briefer.citations.styles.kinds import Kind

GOLDEN: Mapping[Kind, str] = {
    # its own initials
    "journal article": "Jane Q. Doe & Richard Roe, _States Act on Drugs_, 118 AJIL 371 (2024).",
    # Bluebook, rule 18; design page "domain", section 5.3
    "web article": (
        "David P. Fidler, _Fentanyl and Foreign Policy_, Think Glob. Health (Aug. 2023)."
    ),
    # Bluebook, rule 18
    "web page": "_What Is Fentanyl?_, Drug Enforcement Admin. (June 2023).",
    # Bluebook, rule 16, in print
    "newspaper": "Jane Q. Doe, _Talks Resume_, The Daily Example, Nov. 16, 2023, at A1.",
    # design page "domain", section 1.3
    "press release": (
        "U.S. Dep’t of the Treasury Press Release, _U.S. Treasury Launches "
        "Counter-Fentanyl Strike Force_ (Dec. 4, 2023)."
    ),
    # Bluebook, rule 17
    "speech": (
        "Rahul Gupta, _The U.S. National Statement_, Remarks as Prepared for Delivery at "
        "66th Session of the Commission on Narcotic Drugs (Mar. 13, 2023)."
    ),
    # Bluebook, rule 13
    "testimony": (
        "_Stopping the Flow: Hearing Before the H. Comm. on Examples_, "
        "118th Cong. (2023) (statement of Jane Q. Doe)."
    ),
    # United Nations without stops
    "UN resolution": "GA Res. 78/999, Cooperation on Examples (Dec. 18, 2023).",
    # United Nations without stops
    "UN meeting record": "48th plenary meeting, UN Doc. A/78/PV.48 (Dec. 18, 2023).",
    # treaty series without stops
    "treaty": "Single Convention on Narcotic Drugs, Mar. 30, 1961, 520 UNTS 151.",
    # Bluebook, rule 12; design page "domain", section 5.2
    "statute": "Fentanyl Sanctions Act, 21 U.S.C. § 2301 (2019).",
    # Bluebook, rule 13
    "bill": "Example Act, H.R. 99999, 118th Cong. (2023).",
    # Bluebook, rule 14; design page "domain", section 5.3
    "executive order": "Exec. Order No. 14,059, 86 Fed. Reg. 71,549 (Dec. 15, 2021).",
    # Bluebook, rule 14; design page "domain", section 5.3
    "presidential determination": (
        "Presidential Determination No. 2023-12, 88 Fed. Reg. 66,673 (Sept. 15, 2023)."
    ),
    # Bluebook, rule 14
    "rule": (
        "Revision of the Entity List, 99 Fed. Reg. 12,345 (Nov. 17, "
        "2023) (to be codified at 15 C.F.R. pt. 744)."
    ),
    # Bluebook, rule 10.8; design page "domain", section 5.3
    "indictment": (
        "Indictment, _United States v. Doe_, No. 23-cr-999 (S.D.N.Y. unsealed June 23, 2023)."
    ),
    # Bluebook, rule 10
    "case": "_Doe v. Roe_, 999 F.3d 456 (2d Cir. 1999).",
    # Bluebook, rules 13 and 15
    "report": (
        "Liana W. Rosen et al., Cong. Rsch. Serv., IF10890, _China Primer: "
        "Illicit Fentanyl and China’s Role_ (Feb. 20, 2024)."
    ),
    # Bluebook, rule 15
    "book": "Jane Q. Doe & Richard Roe, _Drugs and States_ (2022).",
    # Bluebook, rule 15
    "chapter": "Jane Q. Doe, _Precursors_, _in_ _A Handbook of Drugs_ 21 (2022).",
    # Bluebook, rule 18
    "data set": (
        "Nat’l Ctr. for Health Statistics, _Provisional Drug Overdose "
        "Death Counts_ (data set) (June 14, 2023)."
    ),
    # Bluebook, rule 17
    "interview": "Interview with Jane Q. Doe, _On the Talks_, Example Radio (Nov. 20, 2023).",
    # Bluebook, rule 14 or 17 by what it is
    "document": "Nat’l Narcotics Control Comm’n, _Notice to Exporters_ (Nov. 16, 2023).",
}
"""Words between underscores are in italics."""
