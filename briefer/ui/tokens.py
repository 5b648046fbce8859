"""The colours of the window by what they are for, in the three themes.

In: nothing. Out: `THEMES`, from theme to token to colour. Must not know: widgets. The table is that
of design page "app", section 13, where the contrast of each pair is listed. Slide colours are the
template's and never come from here.
"""

from __future__ import annotations

from collections.abc import Mapping

_TABLE = """
app              #F3F4F7 #13161B #000000
panel            #FFFFFF #191D23 #000000
sunken           #E8EAEF #0C0E12 #000000
raised           #FFFFFF #22272F #000000
field            #FFFFFF #13161B #000000
hover            #EEF1F6 #252B34 #1A1A1A
pressed          #E3E8F0 #2C333E #333333
selected         #E7EFFE #1B2E55 #00305C
selected_border  #1F5BD7 #7FABFF #5CD6FF
border           #E0E4EA #272D36 #FFFFFF
border_strong    #CBD1DA #39424E #FFFFFF
control          #838D9B #6E7A8A #FFFFFF
text             #141A24 #EDF0F4 #FFFFFF
text2            #465061 #B6BECA #FFFFFF
text3            #5F6979 #939DAB #E6E6E6
disabled         #9AA3B0 #5E6875 #A6A6A6
accent           #1F5BD7 #86B0FF #5CD6FF
accent_solid     #1F5BD7 #2F6AE0 #5CD6FF
accent_hover     #1A4DB8 #346DE2 #8AE3FF
accent_pressed   #154098 #275BC4 #B8EEFF
on_accent        #FFFFFF #FFFFFF #000000
accent_tint      #E7EFFE #1B2E55 #00305C
focus            #1F5BD7 #86B0FF #FFFF00
event            #AD3B12 #FF9F78 #FFB08F
event_tint       #FCEDE6 #3A231B #000000
actor            #0A6B60 #55D0BF #6FF0DE
actor_tint       #E1F3F0 #14322F #000000
statement        #663CBE #BDA5FF #D3C2FF
statement_tint   #EFEAFB #2A2346 #000000
statistic        #765800 #E8C25A #FFE27A
statistic_tint   #FAF1D8 #332B14 #000000
relation         #3C4858 #B6C1CF #FFFFFF
relation_tint    #EAEDF2 #2A313B #000000
source           #3C4858 #B6C1CF #FFFFFF
source_tint      #EAEDF2 #2A313B #000000
success          #0E6B36 #63D592 #7CF2AA
success_tint     #E2F4E9 #15301F #000000
warning          #855000 #F5B95A #FFD27A
warning_tint     #FEF1DA #362811 #000000
danger           #B0251D #FF8F86 #FFB3AD
danger_tint      #FCE9E8 #3D1D1B #000000
mark             #FFE9A8 #5A4A12 #FFFF00
mark_text        #141A24 #FFF3C4 #000000
hint             #141A24 #EDF0F4 #FFFFFF
on_hint          #FFFFFF #141A24 #000000
"""

_ROWS = [line.split() for line in _TABLE.split("\n") if line]

THEMES: Mapping[str, Mapping[str, str]] = {
    name: {row[0]: row[column] for row in _ROWS}
    for column, name in enumerate(("light", "dark", "contrast"), start=1)
}
