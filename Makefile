# `make run` and `make test` do all their set-up; run again they are quick.

PYTHON_IN_VENV := .venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test check bench store templates onefolder wheelhouse clean setup-run setup-test setup-build

help:
	@echo "make run        set up, then open the window (without a display: export the sample)"
	@echo "make test       set up, then run all tests"
	@echo "make check      set up, then ruff, format and types"
	@echo "make bench      set up, then measure Briefer beside its peers (ARGS='export --quick' for less)"
	@echo "make store      build store.sqlite from briefer/data/library"
	@echo "make templates  build the house templates"
	@echo "make onefolder  build dist/briefer, which runs where there is no Python, and try it"
	@echo "make wheelhouse put all wheels into dist/wheelhouse, to install offline, and try them"
	@echo "make clean      remove what was made, .venv included"

run: setup-run
	@sh scripts/run.sh

# Tests start hundreds of Pythons, each quicker where the last one kept what it compiled.
test: setup-test
	QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE= \
		$(PYTHON_IN_VENV) -m pytest -n auto --dist worksteal $(ARGS)

check: setup-test
	$(PYTHON_IN_VENV) -m ruff check .
	$(PYTHON_IN_VENV) -m ruff format --check .
	$(PYTHON_IN_VENV) -m mypy

bench: setup-test
	$(PYTHON_IN_VENV) -m benchmarks $(ARGS)

store: setup-run
	$(PYTHON_IN_VENV) -m briefer build-store -o store.sqlite --force

templates: setup-run
	$(PYTHON_IN_VENV) scripts/build_templates.py

onefolder: setup-build
	$(PYTHON_IN_VENV) -m PyInstaller packaging/briefer.spec --noconfirm --log-level WARN \
		--distpath dist --workpath build/onefolder
	$(PYTHON_IN_VENV) scripts/smoke_onefolder.py dist/briefer

wheelhouse: setup-build
	rm -rf dist/wheelhouse
	$(PYTHON_IN_VENV) -m pip wheel --quiet --wheel-dir dist/wheelhouse '.[csl]'
	$(PYTHON_IN_VENV) scripts/smoke_wheelhouse.py dist/wheelhouse

setup-run:
	@sh scripts/setup.sh run

setup-test:
	@sh scripts/setup.sh test

setup-build:
	@sh scripts/setup.sh build

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist out
	find briefer tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
