"""What the tests' own styles make of one source of each kind, and what they leave out."""

from __future__ import annotations

from collections.abc import Mapping

from briefer.citations.styles.kinds import Kind

NOTES: Mapping[Kind, tuple[str, str]] = {
    "journal article": (
        "Jane Q. Doe and Richard Roe, “States Act on Drugs,” _American Journal of International "
        "Law_, April 2024.",
        "leaves out volume and page",
    ),
    "web article": (
        "David P. Fidler, “Fentanyl and Foreign Policy,” _Think Global Health_, Council on "
        "Foreign Relations, August 2023.",
        "",
    ),
    "web page": (
        "“What Is Fentanyl?” Drug Enforcement Administration, June 2023.",
        "",
    ),
    "newspaper": (
        "Jane Q. Doe, “Talks Resume,” _The Daily Example_, November 16, 2023.",
        "",
    ),
    "press release": (
        "“U.S. Treasury Launches Counter-Fentanyl Strike Force,” Press release, U.S. Department "
        "of the Treasury, December 4, 2023.",
        "",
    ),
    "speech": (
        "Rahul Gupta, “The U.S. National Statement,” _66th Session of the Commission on Narcotic "
        "Drugs_, Remarks as prepared for delivery, March 13, 2023.",
        "",
    ),
    "testimony": (
        "Jane Q. Doe, “Stopping the Flow,” No. 118th Cong., July 12, 2023.",
        "",
    ),
    "UN resolution": (
        "United Nations General Assembly, “Cooperation on Examples,” Resolution No. "
        "A/RES/78/999, December 18, 2023.",
        "",
    ),
    "UN meeting record": (
        "United Nations General Assembly, “48th Plenary Meeting,” Meeting record No. A/78/PV.48, "
        "December 18, 2023.",
        "",
    ),
    "treaty": (
        "“Single Convention on Narcotic Drugs,” _United Nations Treaty Series_, March 30, 1961.",
        "leaves out volume and page",
    ),
    "statute": (
        "“Fentanyl Sanctions Act,” _U.S.C._, 2019.",
        "leaves out volume",
    ),
    "bill": (
        "“Example Act,” No. H.R. 99999, May 2023.",
        "",
    ),
    "executive order": (
        "“Imposing Sanctions on Foreign Persons Involved in the Global Illicit Drug Trade,” "
        "_Federal Register_, Executive Order No. 14059, December 15, 2021.",
        "leaves out volume and page",
    ),
    "presidential determination": (
        "“Presidential Determination No. 2023-12 of September 15, 2023,” _Federal Register_, "
        "Presidential Determination No. 2023-12, September 15, 2023.",
        "leaves out volume and page",
    ),
    "rule": (
        "“Revision of the Entity List,” _Federal Register_, Final rule, November 17, 2023.",
        "leaves out volume and page",
    ),
    "indictment": (
        "_United States v. Doe_, Unsealed indictment No. 23-cr-999, June 23, 2023.",
        "leaves out court",
    ),
    "case": (
        "_Doe v. Roe_, _F.3d_, May 3, 1999.",
        "leaves out court, volume and page",
    ),
    "report": (
        "Liana W. Rosen, Barrios, and Lawrence, _China Primer: Illicit Fentanyl and China’s "
        "Role_, No. IF10890, Congressional Research Service, February 20, 2024.",
        "",
    ),
    "book": (
        "Jane Q. Doe and Richard Roe, _Drugs and States_, Example University Press, 2022.",
        "",
    ),
    "chapter": (
        "Jane Q. Doe, “Precursors,” _A Handbook of Drugs_, Example University Press, 2022.",
        "",
    ),
    "data set": (
        "“Provisional Drug Overdose Death Counts,” National Center for Health Statistics, June "
        "14, 2023.",
        "",
    ),
    "interview": (
        "Jane Q. Doe, “On the Talks,” _Example Radio_, November 20, 2023.",
        "",
    ),
    "document": (
        "“Notice to Exporters,” Notice, National Narcotics Control Commission, November 16, 2023.",
        "",
    ),
}

AUTHOR_DATE: Mapping[Kind, tuple[str, str]] = {
    "journal article": (
        "Doe, J.Q. & Roe, R. (2024) ‘States Act on Drugs’. *American Journal of International "
        "Law*, 118.",
        "leaves out page",
    ),
    "web article": (
        "Fidler, D.P. (2023) ‘Fentanyl and Foreign Policy’. *Think Global Health*.",
        "",
    ),
    "web page": (
        "(2023) ‘What Is Fentanyl?’.",
        "",
    ),
    "newspaper": (
        "Doe, J.Q. (2023) ‘Talks Resume’. *The Daily Example*.",
        "",
    ),
    "press release": (
        "(2023) ‘U.S. Treasury Launches Counter-Fentanyl Strike Force’.",
        "leaves out agency",
    ),
    "speech": (
        "Gupta, R. (2023) ‘The U.S. National Statement’. *66th Session of the Commission on "
        "Narcotic Drugs*.",
        "",
    ),
    "testimony": (
        "Doe, J.Q. (2023) ‘Stopping the Flow’.",
        "leaves out number",
    ),
    "UN resolution": (
        "United Nations General Assembly (2023) ‘Cooperation on Examples’.",
        "leaves out number",
    ),
    "UN meeting record": (
        "United Nations General Assembly (2023) ‘48th plenary meeting’.",
        "leaves out number",
    ),
    "treaty": (
        "(1961) ‘Single Convention on Narcotic Drugs’. *United Nations Treaty Series*, 520.",
        "leaves out page",
    ),
    "statute": (
        "(2019) ‘Fentanyl Sanctions Act’. *U.S.C.*, 21.",
        "",
    ),
    "bill": (
        "(2023) ‘Example Act’.",
        "leaves out number",
    ),
    "executive order": (
        "(2021) ‘Imposing Sanctions on Foreign Persons Involved in the Global Illicit Drug "
        "Trade’. *Federal Register*, 86.",
        "leaves out number and page",
    ),
    "presidential determination": (
        "(2023) ‘Presidential Determination No. 2023-12 of September 15, 2023’. *Federal "
        "Register*, 88.",
        "leaves out page",
    ),
    "rule": (
        "(2023) ‘Revision of the Entity List’. *Federal Register*, 99.",
        "leaves out page",
    ),
    "indictment": (
        "(2023) ‘United States v. Doe’.",
        "leaves out number and court",
    ),
    "case": (
        "(1999) ‘Doe v. Roe’. *F.3d*, 999.",
        "leaves out court and page",
    ),
    "report": (
        "Rosen, L.W., Barrios, & Lawrence (2024) ‘China Primer: Illicit Fentanyl and China’s "
        "Role’.",
        "leaves out number",
    ),
    "book": (
        "Doe, J.Q. & Roe, R. (2022) ‘Drugs and States’.",
        "",
    ),
    "chapter": (
        "Doe, J.Q. (2022) ‘Precursors’. *A Handbook of Drugs*.",
        "",
    ),
    "data set": (
        "(2023) ‘Provisional Drug Overdose Death Counts’.",
        "",
    ),
    "interview": (
        "Doe, J.Q. (2023) ‘On the Talks’. *Example Radio*.",
        "",
    ),
    "document": (
        "(2023) ‘Notice to Exporters’.",
        "leaves out agency",
    ),
}
