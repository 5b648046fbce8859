"""The commands of the checks: show them, go from one to the next, mend, open what a fix needs.

In: the right panel, the window's body, the actions. Out: nothing; it connects. Must not know: how
the panels look.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from briefer.ui.actions import Actions
from briefer.ui.body import Body
from briefer.ui.checks.right import CHECKS, SLIDE, RightPanel
from briefer.ui.session import Session


class Checking(QObject):
    """Does what the user chose about findings."""

    def __init__(
        self,
        right: RightPanel,
        body: Body,
        session: Session,
        actions: Actions,
        *,
        places: Mapping[str, Callable[[], object]],
    ) -> None:
        """Connect the commands; `places` opens each place that `words.PLACES` names."""
        super().__init__(right)
        self._right = right
        self._body = body
        self._session = session
        self._places = places
        self._actions = actions
        panel = right.checks
        does: dict[str, Callable[[], object]] = {
            "checks": self.show_checks,
            "next-finding": lambda: self.step(1),
            "previous-finding": lambda: self.step(-1),
            "fix": panel.fix_current,
            "fix-all": panel.fix_all,
        }
        for name, do in does.items():
            actions[name].triggered.connect(lambda _=False, do=do: do())
        panel.place_wanted.connect(self.open_place)
        right.turned.connect(lambda _: body.widen(right.width_wanted))
        right.turned.connect(body.turn)
        body.tab_wanted.connect(right.show_tab)
        right.mark_too(body.rails["inspector"].buttons[CHECKS])
        session.built_changed.connect(self.update_actions)
        self.update_actions()

    def show_checks(self) -> None:
        """Bring the findings to the front, and the keyboard to them."""
        self._show()
        self._right.checks.take_focus()

    def step(self, by: int) -> None:
        """Bring the findings to the front and go to the next or previous one."""
        self._show()
        self._right.checks.step(by)

    def show_slide(self) -> None:
        """Bring the inspector to the front."""
        self._right.show_tab(SLIDE)
        self._body.reveal("inspector")

    def open_place(self, place: str) -> None:
        """Open what mends a finding where no edit does."""
        if place in ("title", "wording", "card-marking"):
            self.show_slide()
        self._places[place]()

    def update_actions(self) -> None:
        """Disable what there is nothing to do about."""
        built = self._session.built
        found = built.findings if built else ()
        placed = any(finding.page is not None for finding in found)
        for name in ("next-finding", "previous-finding"):
            self._actions[name].setEnabled(placed)
        self._actions["fix"].setEnabled(self._right.checks.fixable)
        self._actions["fix-all"].setEnabled(not self._right.checks.fix_button.isHidden())

    def _show(self) -> None:
        self._right.show_tab(CHECKS)
        self._body.reveal("inspector")
