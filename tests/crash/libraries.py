"""Libraries whose processes are killed: sound, with all that was acknowledged."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from briefer import paths
from briefer.store import Store
from briefer.store.backups import backup_folder, backups_of, make_backup
from briefer.store.doctor import examine_library
from briefer.store.examine import problems_of
from tests.crash import steps
from tests.crash.harness import Judged, Told, emptied
from tests.crash.place import Place, judged
from tests.crash.request import Request
from tests.store.files import SCHEMA_1, content, raw

_STEPS = 3 * len(steps.EDITS)
_ANEW = 20
"""So many rounds work on one library, which grows."""
_IMPORTED = 30
_ACTORS = 150


def faults_of(store: Path) -> list[str]:
    """Return what is wrong with a library, by SQLite and by the doctor."""
    found = list(problems_of(store))
    if not found:
        health = examine_library(store)
        found = [one.message for one in health.problems if one.severity == "error"]
    return found


class _Library(Place):
    """A library in the user's folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.store = self.home / "store.sqlite"

    def work_on(self) -> None:
        """Open the library, change it, and make a backup."""
        if self.store.exists():
            with Store.open(self.store) as store:
                source = store.all("source")[0].id
                store.attach_text(source, "A text for a moment.", name="moment.txt")
                store.detach_text(source)
            shutil.rmtree(make_backup(self.store, self.out).parent)
            self.out.mkdir()
        super().work_on()


class Edits(_Library):
    """Records and texts changed in the user's library, with undo, the bin and merging."""

    name = "record edits"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._expected: dict[str, str] = {}
        self._word = ""

    def request(self, number: int) -> Request:
        """Return the next edits, in a fresh library now and then."""
        if number % _ANEW == 0 or number == 1:
            shutil.copyfile(paths.bundled_store(), self.store)
            self._expected = {}
        self._word = f"k{number}"
        return self.asks("change", self.store, self._word, _STEPS)

    def judged(self, told: Told) -> Judged:
        """Return whether what was acknowledged is there, and one change more at most."""
        faults = faults_of(self.store)
        if faults:
            return judged(*faults)
        there = steps.found(self.store)
        done = len(told.done)
        possible = [{**self._expected, **steps.expected(done + n, self._word)} for n in (0, 1)]
        self._expected = there
        if there not in possible:
            return judged(f"what is there is not what {done} changes leave")
        return judged(went=there != possible[0])


class Imports(_Library):
    """Sources imported from files: all of a file's or none."""

    name = "imports of sources"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._word = ""

    def request(self, number: int) -> Request:
        """Return the import of a file whose sources no library has."""
        if number % _ANEW == 0 or number == 1:
            shutil.copyfile(paths.bundled_store(), self.store)
        self._word = f"imported{number}"
        items = [
            {
                "id": f"{self._word}-{n}",
                "type": "report",
                "title": f"{self._word} number {n} " + "of its kind " * n,
            }
            for n in range(_IMPORTED)
        ]
        file = self.home / "sources.json"
        file.write_text(json.dumps(items), encoding="utf-8")
        return self.asks("command", "import-sources", file, "--duplicates", "keep-both")

    def judged(self, told: Told) -> Judged:
        """Return whether all sources are there or none."""
        faults = faults_of(self.store)
        if faults:
            return judged(*faults)
        with Store.open(self.store) as store:
            there = sum(one.label.startswith(f"{self._word} ") for one in store.all("source"))
        done = "done" in told.done
        if there not in ((_IMPORTED,) if done else (0, _IMPORTED)):
            return judged(f"{there} of {_IMPORTED} sources are there")
        return judged(went=there > 0 and not done)


class Packs(_Library):
    """A library built from its text form, in the place of another."""

    name = "imports of packs"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.target = self.home / "built.sqlite"
        self._new = b""

    def request(self, number: int) -> Request:
        """Return the building, in the place of a library every other time."""
        self.target.unlink(missing_ok=True)
        if number % 2:
            shutil.copyfile(SCHEMA_1, self.target)
        return self.asks("command", "build-store", "-o", self.target, "--force")

    def judged(self, told: Told) -> Judged:
        """Return whether the target is the old library or the new one."""
        there = self.target.read_bytes() if self.target.exists() else b""
        done = "done" in told.done
        if done and not self._new:
            self._new = there
            return judged(*faults_of(self.target))
        if there == self._new:
            return judged(went=not done)
        if done or there and there != SCHEMA_1.read_bytes():
            return judged("the library is neither the old nor the new one")
        return judged()


class Upgrades(_Library):
    """A library of the first schema, upgraded when it is opened."""

    name = "upgrades"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._old = grown(folder / "old.sqlite")
        self._before = content(self._old)
        self._after: dict[str, list[tuple[object, ...]]] = {}

    def request(self, number: int) -> Request:
        """Return the opening of an old library."""
        emptied(self.home)
        shutil.copyfile(self._old, self.store)
        return self.asks("open", self.store)

    def judged(self, told: Told) -> Judged:
        """Return whether it is the old library or the new one, and its backups are whole."""
        done = "done" in told.done
        faults = list(problems_of(self.store))
        if faults:
            return judged(*faults)
        there = content(self.store)
        if done and not self._after:
            self._after = there
        kept = backups_of(self.store)
        if any(problems_of(backup) or content(backup) != self._before for backup in kept):
            return judged("a backup is not what the library was")
        if there not in ((self._after,) if done else (self._before, self._after)):
            return judged("the library is neither the old nor the new one")
        if there == self._after and not kept:
            return judged("there is no backup of before")
        Store.open(self.store).close()
        again = None if content(self.store) == self._after else "it cannot be upgraded again"
        return judged(again, *faults_of(self.store), went=there == self._after and not done)

    def work_on(self) -> None:
        """Make the next backup there."""
        make_backup(self.store, backup_folder(self.store))
        super().work_on()


def grown(path: Path) -> Path:
    """Write a library of the first schema with so many actors that its upgrade takes a while."""
    shutil.copyfile(SCHEMA_1, path)
    with raw(path) as connection:
        connection.execute("BEGIN")
        columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(actor)")]
        values = ", ".join(f'"{name}"' for name in columns[1:])
        for number in range(_ACTORS):
            ref = f"actor/more-{number:05}"
            connection.execute(
                f"INSERT INTO actor SELECT ?, {values} FROM actor WHERE id = 'actor/mexico'", (ref,)
            )
            connection.execute("INSERT INTO records (id, type) VALUES (?, 'actor')", (ref,))
        connection.execute("COMMIT")
    return path


class FirstRuns(_Library):
    """The first command that writes makes the user's library and adds a record to it."""

    name = "first runs"

    def request(self, number: int) -> Request:
        """Return the adding of a record in an empty folder."""
        emptied(self.home)
        record = {"type": "source", "title": "First source", "csl_type": "report"}
        file = self.temporary.with_name("record.json")
        file.write_text(json.dumps(record), encoding="utf-8")
        return self.asks("command", "add", file)

    def judged(self, told: Told) -> Judged:
        """Return whether there is no library, the bundled one, or one with the record."""
        done = "done" in told.done
        if not self.store.exists():
            return judged("the library is not there" if done else None)
        faults = faults_of(self.store)
        if faults:
            return judged(*faults)
        there = steps.found(self.store)
        if done and len(there) != 1:
            return judged("the record is not there")
        return judged(went=bool(there) and not done)


class Care(_Library):
    """Backups made and restored."""

    name = "backups and restoring"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._before: dict[str, list[tuple[object, ...]]] = {}

    def request(self, number: int) -> Request:
        """Return backups of a library and the restoring of them."""
        emptied(self.home)
        shutil.copyfile(SCHEMA_1, self.store)
        Store.open(self.store).close()
        shutil.rmtree(backup_folder(self.store))
        self._before = content(self.store)
        return self.asks("care", self.store, 6)

    def judged(self, told: Told) -> Judged:
        """Return whether the library is as it was, and all that was acknowledged is kept."""
        stores = [self.store, *backups_of(self.store)]
        stores += self.home.glob("store.replaced-*.sqlite")
        faults = [f"{path.name}: {one}" for path in stores for one in problems_of(path)]
        if faults:
            return judged(*faults)
        names = {path.name for path in stores if content(path) == self._before}
        if len(names) != len(stores):
            return judged("a library or a backup is not what it was")
        lost = set(told.done) - names
        went = len(stores) > 1 + len(told.done)
        return judged(f"{lost} is acknowledged and lost" if lost else None, went=went)

    def work_on(self) -> None:
        """Make the next backup there."""
        make_backup(self.store, backup_folder(self.store))
        super().work_on()
