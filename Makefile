PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: test

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

test: $(BIN)/python
	$(BIN)/pip install -q -e . --group dev 2>/dev/null || $(BIN)/pip install -q -e . pytest pytest-cov hypothesis
	$(BIN)/python -m pytest
