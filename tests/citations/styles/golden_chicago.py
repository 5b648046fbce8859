"""Golden examples of the Chicago notes style: one entry of the sources slide a kind of source."""

from __future__ import annotations

from collections.abc import Mapping

from briefer.citations.styles.kinds import Kind

GOLDEN: Mapping[Kind, str] = {
    # 14.168
    "journal article": (
        "Jane Q. Doe and Richard Roe, “States Act on Drugs,” _American Journal of "
        "International Law_ 118, no. 2 (April 2024): 371–80."
    ),
    # 14.208
    "web article": (
        "David P. Fidler, “Fentanyl and Foreign Policy,” _Think Global "
        "Health_, Council on Foreign Relations, August 2023."
    ),
    # 14.207
    "web page": "“What Is Fentanyl?” Drug Enforcement Administration, June 2023.",
    # 14.191, without pages
    "newspaper": "Jane Q. Doe, “Talks Resume,” _The Daily Example_, November 16, 2023.",
    # as 14.207, with what it is
    "press release": (
        "U.S. Department of the Treasury, “U.S. Treasury Launches "
        "Counter-Fentanyl Strike Force,” press release, December 4, 2023."
    ),
    # 14.217
    "speech": (
        "Rahul Gupta, “The U.S. National Statement” (remarks as prepared for delivery, "
        "66th Session of the Commission on Narcotic Drugs, March 13, 2023)."
    ),
    # 14.269 to 14.305: as the Bluebook
    "testimony": (
        "_Stopping the Flow: Hearing Before the H. Comm. on Examples_, "
        "118th Cong. (2023) (statement of Jane Q. Doe)."
    ),
    # 14.284
    "UN resolution": (
        "UN General Assembly, Resolution 78/999, _Cooperation on "
        "Examples_, A/RES/78/999 (December 18, 2023)."
    ),
    # 14.284
    "UN meeting record": (
        "UN General Assembly, 48th plenary meeting, A/78/PV.48 (December 18, 2023)."
    ),
    # 14.269 to 14.305: as the Bluebook
    "treaty": "Single Convention on Narcotic Drugs, Mar. 30, 1961, 520 U.N.T.S. 151.",
    # 14.269 to 14.305: as the Bluebook
    "statute": "Fentanyl Sanctions Act, 21 U.S.C. § 2301 (2019).",
    # 14.269 to 14.305: as the Bluebook
    "bill": "Example Act, H.R. 99999, 118th Cong. (2023).",
    # 14.269 to 14.305: as the Bluebook
    "executive order": "Exec. Order No. 14,059, 86 Fed. Reg. 71,549 (Dec. 15, 2021).",
    # 14.269 to 14.305: as the Bluebook
    "presidential determination": (
        "Presidential Determination No. 2023-12, 88 Fed. Reg. 66,673 (Sept. 15, 2023)."
    ),
    # 14.269 to 14.305: as the Bluebook
    "rule": (
        "Revision of the Entity List, 99 Fed. Reg. 12,345 (Nov. 17, "
        "2023) (to be codified at 15 C.F.R. pt. 744)."
    ),
    # 14.269 to 14.305: as the Bluebook
    "indictment": (
        "Indictment, _United States v. Doe_, No. 23-cr-999 (S.D.N.Y. unsealed June 23, 2023)."
    ),
    # 14.269 to 14.305: as the Bluebook
    "case": "_Doe v. Roe_, 999 F.3d 456 (2d Cir. 1999).",
    # 14.220
    "report": (
        "Liana W. Rosen, Barrios, and Lawrence, _China Primer: Illicit Fentanyl and "
        "China’s Role_, IF10890 (Congressional Research Service, February 20, 2024)."
    ),
    # 14.23
    "book": "Jane Q. Doe and Richard Roe, _Drugs and States_ (Example University Press, 2022).",
    # 14.106
    "chapter": (
        "Jane Q. Doe, “Precursors,” in _A Handbook of Drugs_ "
        "(Example University Press, 2022), 21–48."
    ),
    # 14.257
    "data set": (
        "National Center for Health Statistics, “Provisional Drug "
        "Overdose Death Counts,” data set, June 14, 2023."
    ),
    # 14.213
    "interview": "Jane Q. Doe, “On the Talks,” interview, _Example Radio_, November 20, 2023.",
    # 14.220
    "document": (
        "National Narcotics Control Commission, _Notice to Exporters_ (November 16, 2023)."
    ),
}
"""Words between underscores are in italics."""
