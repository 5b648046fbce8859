"""Golden examples of the house style: one entry of the sources slide a kind of source."""

from __future__ import annotations

from collections.abc import Mapping

from briefer.citations.styles.kinds import Kind

GOLDEN: Mapping[Kind, str] = {
    # design page "slides", section 6: note form
    "journal article": (
        "Jane Q. Doe and Richard Roe, “States Act on Drugs,” _American Journal of "
        "International Law_ 118, no. 2 (April 2024): 371–80."
    ),
    # design page "slides", section 6: note form
    "web article": (
        "David P. Fidler, “Fentanyl and Foreign Policy,” _Think Global "
        "Health_ (Council on Foreign Relations, August 2023)."
    ),
    # design page "slides", section 6: note form
    "web page": "“What Is Fentanyl?” (Drug Enforcement Administration, June 2023).",
    # design page "slides", section 6: note form
    "newspaper": "Jane Q. Doe, “Talks Resume,” _The Daily Example_ (November 16, 2023).",
    # design page "slides", section 6: note form
    "press release": (
        "U.S. Treasury Launches Counter-Fentanyl Strike Force, Press release "
        "(U.S. Department of the Treasury, December 4, 2023)."
    ),
    # design page "slides", section 6: note form
    "speech": (
        "Rahul Gupta, The U.S. National Statement, Remarks as prepared for delivery, "
        "_66th Session of the Commission on Narcotic Drugs_ (March 13, 2023)."
    ),
    # design page "slides", section 6: note form
    "testimony": (
        "Jane Q. Doe, Stopping the Flow, 118th Cong. (House Committee on Examples, July 12, 2023)."
    ),
    # design page "slides", section 6: note form
    "UN resolution": (
        "United Nations General Assembly, Cooperation on Examples, "
        "Resolution A/RES/78/999 (December 18, 2023)."
    ),
    # design page "slides", section 6: note form
    "UN meeting record": (
        "United Nations General Assembly, 48th plenary meeting, "
        "Meeting record A/78/PV.48 (December 18, 2023)."
    ),
    # design page "slides", section 6: note form
    "treaty": (
        "Single Convention on Narcotic Drugs, 520 _United "
        "Nations Treaty Series_ 151 (March 30, 1961)."
    ),
    # design page "slides", section 6: note form
    "statute": "Fentanyl Sanctions Act, 21 _U.S.C._ § 2301 (2019).",
    # design page "slides", section 6: note form
    "bill": "Example Act, H.R. 99999 (118th Congress, May 2023).",
    # design page "slides", section 6: note form
    "executive order": (
        "Imposing Sanctions on Foreign Persons Involved in the Global Illicit Drug Trade,"
        " Executive Order 14059, 86 _Federal Register_ 71549–71553 (December 15, 2021)."
    ),
    # design page "slides", section 6: note form
    "presidential determination": (
        "Presidential Determination No. 2023-12 of September 15, 2023, 88 "
        "_Federal Register_ 66673–66675 (September 15, 2023)."
    ),
    # design page "slides", section 6: note form
    "rule": (
        "Revision of the Entity List, Final rule, 99 _Federal Register_ "
        "12345–12349, 15 C.F.R. pt. 744 (November 17, 2023)."
    ),
    # design page "slides", section 6: note form
    "indictment": (
        "_United States v. Doe_, Unsealed indictment 23-cr-999 (S.D.N.Y., June 23, 2023)."
    ),
    # design page "slides", section 6: note form
    "case": "_Doe v. Roe_, 999 _F.3d_ 456 (2d Cir., May 3, 1999).",
    # design page "slides", section 6: note form
    "report": (
        "Liana W. Rosen, Barrios and Lawrence, _China Primer: Illicit Fentanyl and "
        "China’s Role_, IF10890 (Congressional Research Service, February 20, 2024)."
    ),
    # design page "slides", section 6: note form
    "book": "Jane Q. Doe and Richard Roe, _Drugs and States_ (Example University Press, 2022).",
    # design page "slides", section 6: note form
    "chapter": (
        "Jane Q. Doe, “Precursors,” _A Handbook of Drugs_ (Example University Press, 2022)."
    ),
    # design page "slides", section 6: note form
    "data set": (
        "Provisional Drug Overdose Death Counts (National Center "
        "for Health Statistics, June 14, 2023)."
    ),
    # design page "slides", section 6: note form
    "interview": "Jane Q. Doe, On the Talks, _Example Radio_ (November 20, 2023).",
    # design page "slides", section 6: note form
    "document": "Notice to Exporters (National Narcotics Control Commission, November 16, 2023).",
}
"""Words between underscores are in italics."""
