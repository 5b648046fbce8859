"""Golden examples of the APA style: one entry of the sources slide a kind of source."""

from __future__ import annotations

from collections.abc import Mapping

from briefer.citations.styles.kinds import Kind

GOLDEN: Mapping[Kind, str] = {
    # 10.1
    "journal article": (
        "Doe, J. Q., & Roe, R. (2024). States Act on Drugs. _American "
        "Journal of International Law_, _118_(2), 371–80."
    ),
    # 10.1
    "web article": (
        "Fidler, D. P. (2023, August). Fentanyl and Foreign Policy. _Think Global Health_."
    ),
    # 10.16
    "web page": "Drug Enforcement Administration. (2023, June). _What Is Fentanyl?_",
    # 10.1
    "newspaper": "Doe, J. Q. (2023, November 16). Talks Resume. _The Daily Example_, A1.",
    # 10.16
    "press release": (
        "U.S. Department of the Treasury. (2023, December 4). _U.S. Treasury "
        "Launches Counter-Fentanyl Strike Force_ [Press release]."
    ),
    # 10.5
    "speech": (
        "Gupta, R. (2023, March 13). _The U.S. National Statement_ [Remarks as prepared "
        "for delivery]. 66th Session of the Commission on Narcotic Drugs."
    ),
    # 11.5, as the Bluebook
    "testimony": (
        "_Stopping the Flow: Hearing Before the H. Comm. on Examples_, "
        "118th Cong. (2023) (statement of Jane Q. Doe)."
    ),
    # 10.4
    "UN resolution": (
        "United Nations General Assembly. (2023, December 18). "
        "_Cooperation on Examples_ (A/RES/78/999)."
    ),
    # 10.4
    "UN meeting record": (
        "United Nations General Assembly. (2023, December 18). _48th plenary meeting_ (A/78/PV.48)."
    ),
    # 11.8
    "treaty": "Single Convention on Narcotic Drugs, March 30, 1961, 520 U.N.T.S. 151.",
    # 11.5, as the Bluebook
    "statute": "Fentanyl Sanctions Act, 21 U.S.C. § 2301 (2019).",
    # 11.5, as the Bluebook
    "bill": "Example Act, H.R. 99999, 118th Cong. (2023).",
    # 11.7, as the Bluebook
    "executive order": "Exec. Order No. 14,059, 86 Fed. Reg. 71,549 (Dec. 15, 2021).",
    # 11.7, as the Bluebook
    "presidential determination": (
        "Presidential Determination No. 2023-12, 88 Fed. Reg. 66,673 (Sept. 15, 2023)."
    ),
    # 11.7, as the Bluebook
    "rule": (
        "Revision of the Entity List, 99 Fed. Reg. 12,345 (Nov. 17, "
        "2023) (to be codified at 15 C.F.R. pt. 744)."
    ),
    # 11.4, the case in roman
    "indictment": (
        "Indictment, United States v. Doe, No. 23-cr-999 (S.D.N.Y. unsealed June 23, 2023)."
    ),
    # 11.4, the case in roman
    "case": "Doe v. Roe, 999 F.3d 456 (2d Cir. 1999).",
    # 10.4
    "report": (
        "Rosen, L. W., Barrios, & Lawrence. (2024, February 20). _China Primer: Illicit "
        "Fentanyl and China’s Role_ (IF10890). Congressional Research Service."
    ),
    # 10.2
    "book": "Doe, J. Q., & Roe, R. (2022). _Drugs and States_. Example University Press.",
    # 10.3
    "chapter": (
        "Doe, J. Q. (2022). Precursors. In _A Handbook of Drugs_ "
        "(pp. 21–48). Example University Press."
    ),
    # 10.9
    "data set": (
        "National Center for Health Statistics. (2023, June 14). "
        "_Provisional Drug Overdose Death Counts_ [Data set]."
    ),
    # 10.13
    "interview": "Doe, J. Q. (2023, November 20). _On the Talks_ [Interview]. Example Radio.",
    # 10.4
    "document": (
        "National Narcotics Control Commission. (2023, November 16). _Notice to Exporters_."
    ),
}
"""Words between underscores are in italics."""
