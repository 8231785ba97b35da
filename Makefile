# `make audit` and `make test` need Python 3.11 or later with venv, and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := examples/harbour-robots.html
LOCKED := $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes

.PHONY: audit test check browser wheel-check examples lock fuzz mutants bench clean

# The tool with the locked versions of what it needs to run.
$(VENV)/.run: requirements.lock requirements-build.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "a11yaudit needs Python 3.11 or later")'
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { echo "$(PYTHON) can't make environments with pip; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(LOCKED) -r requirements.lock -r requirements-build.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	@touch $@

# What the tests need besides.
$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(LOCKED) -r requirements-dev.lock
	@touch $@

# A browser for the tests of the HTML reports: an installed Chromium or Chrome, else Debian's, which only root can install.
BROWSERS := chromium chromium-browser google-chrome google-chrome-stable
browser:
	@for name in $(BROWSERS); do command -v $$name > /dev/null && exit 0; done; \
	test -d "/Applications/Google Chrome.app" && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } > /dev/null && exit 0; \
	fi; \
	echo "*** NO BROWSER: the HTML reports will not be tested. Install Chromium or Chrome, or run as root on Debian. ***" >&2

# Audit the sample article; its findings are expected and are no error here.
audit: $(VENV)/.run
	@$(BIN)/a11yaudit audit $(SAMPLE) --fail-on never -o json=reports/sample/report.json -o html=reports/sample
	@echo "Reports: reports/sample/report.json and reports/sample/index.html"

# A worker for each processor; the tests of one file stay together, for they share what they have made.
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile
test: $(VENV)/.dev browser
	$(PYTEST)

check: $(VENV)/.dev browser
	$(BIN)/ruff check src tests tools benchmarks
	$(BIN)/ruff format --check src tests tools benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST)

# Build the wheel, install it into a clean environment, and audit one page there from another folder.
wheel-check: $(VENV)/.dev browser
	rm -rf dist build/wheel
	$(BIN)/python -m build -q --wheel --no-isolation
	$(PYTHON) -m venv build/wheel
	build/wheel/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	build/wheel/bin/python -m pip install -q --disable-pip-version-check --no-deps dist/*.whl
	cp $(SAMPLE) build/wheel/page.html
	cd build/wheel && bin/a11yaudit audit page.html --fail-on never -o json=report.json -o html=report
	cd build/wheel && bin/a11yaudit validate report.json

# Make the committed sample report anew.
examples: $(VENV)/.run
	$(BIN)/a11yaudit audit examples --fail-on never -q -o json=reports/examples/report.json -o html=reports/examples > /dev/null

# Resolve the locked versions again, for all platforms, with the hashes of all files that the index lists. Versions stay as they are
# unless pyproject.toml asks for others: make lock UPGRADE=--upgrade, or UPGRADE="--upgrade-package click".
UPGRADE ?=
LOCK := $(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-config \
  --no-header --no-annotate --no-strip-extras --no-emit-index-url --no-emit-find-links $(UPGRADE)
lock: $(VENV)/.run
	$(BIN)/python -m pip install -q --disable-pip-version-check uv==0.13.9
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) --group build -c requirements-dev.lock -o requirements-build.lock

# Audit broken pages for a while: make fuzz SECONDS=600
SECONDS ?= 60
fuzz: $(VENV)/.dev
	$(BIN)/python tools/fuzz.py $(SECONDS)

# How many small faults in checks, sinks and exit codes the tests notice. Takes some minutes, so CI does not run it.
mutants: $(VENV)/.dev
	$(BIN)/python tools/mutants.py

# What an audit costs: make bench PAGES=folder-of-pages
PAGES ?= examples
bench: $(VENV)/.run
	$(BIN)/python benchmarks/speed.py $(PAGES)

clean:
	rm -rf $(VENV) build dist reports/sample
