# Every target makes the virtual environment it needs. Taken for granted: Python 3.11 or later with
# venv, and a package registry. `make test` also needs Chromium and PostgreSQL, and installs Debian's
# when none is found.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test explore check bench docs generate picture chromium install-chromium postgresql install-postgresql clean
.NOTPARALLEL: # the targets share one virtual environment
.DELETE_ON_ERROR:

demo: $(VENV)/.package ## The whole job on the bundled example: case file, page, audit report
	$(BIN)/claimtrail demo -o demo

# Else one process ends with them while the other waits.
LONGEST := tests/packaging tests/browser

test: $(VENV)/.test chromium postgresql ## All tests
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder \
		$(LONGEST) $(filter-out $(LONGEST),$(patsubst %/,%,$(wildcard tests/*/)))

explore: $(VENV)/.test chromium postgresql ## The tests of properties, with other examples each time
	$(BIN)/python -m pytest --numprocesses 2 -m hypothesis --hypothesis-profile explore

check: $(VENV)/.check ## Style, types, architecture, generated pages
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generator --check

bench: $(VENV)/.test chromium ## Speed and memory, layouts compared, the page in a browser
	$(BIN)/python -m bench
	$(BIN)/python -m bench.layouts
	$(BIN)/python -m bench.browsing

docs: $(VENV)/.docs ## The documentation, in site/
	$(BIN)/mkdocs build --strict --quiet

generate: $(VENV)/.package ## The pages of the reference that are written from the code
	$(BIN)/python docs/generator

picture: $(VENV)/.test chromium ## The pictures of the page in README and documentation
	$(BIN)/python docs/generator/picture.py

# The tests look for Chromium in the same places.
chromium:
	@test -n "$$CLAIMTRAIL_CHROMIUM" \
	|| command -v chromium >/dev/null \
	|| command -v chromium-browser >/dev/null \
	|| command -v google-chrome >/dev/null \
	|| $(MAKE) --no-print-directory install-chromium

install-chromium:
	$(call install,The tests of the page need Chromium,chromium fonts-liberation)

# The tests start a server of their own, from programs that they look for in the same places.
postgresql:
	@test -n "$$CLAIMTRAIL_POSTGRESQL" \
	|| command -v initdb >/dev/null \
	|| ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 \
	|| $(MAKE) --no-print-directory install-postgresql

install-postgresql:
	$(call install,The tests of the store need PostgreSQL,postgresql)

# Who needs it, Debian packages
define install
	@command -v apt-get >/dev/null || { echo "$(1): install it, then run make test again." >&2; exit 1; }
	@if [ "$$(id -u)" = 0 ]; then as_root=; \
	elif command -v sudo >/dev/null; then as_root=sudo; \
	else echo "$(1): ask root to run apt-get install $(2)." >&2; exit 1; fi; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2) >/dev/null
endef

clean: ## Remove what the other targets made
	rm -rf $(VENV) build demo dist site .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# pip learned --group in 25.1
$(VENV)/.package: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --editable .
	touch $@

# Tests and types need every extra but those for training and for spaCy.
$(VENV)/.%: $(VENV)/.package
	$(PIP) install --editable '.[everything]' --group $*
	touch $@
