# make demo   one negotiation, told session by session
# make test   every check that a change must pass
# make bundle everything that a laptop without the internet needs, in the folder bundle
# All make a private Python in .venv first, once, and again when pyproject.toml changes.

NAMES := python3 python3.14 python3.13 python3.12 python3.11
PY := .venv/bin/python
WORKERS := 2
BUNDLE := bundle

.PHONY: demo test style behaviour verify benchmark docs golden bundle clean

demo: .venv/ready-to-run
	@$(PY) -m sim run

test: .venv/ready-to-test
	@$(MAKE) --no-print-directory -j 2 style behaviour

style:
	$(PY) -m ruff check --quiet
	$(PY) -m ruff format --check --quiet
	$(PY) -m mypy
	.venv/bin/lint-imports

behaviour:
	env -u MAKEFLAGS -u MAKELEVEL $(PY) -m pytest -q -n $(WORKERS) --dist worksteal --ignore=tests/verification

verify: .venv/ready-to-measure
	@status=0; $(PY) -m pytest -q -n $(WORKERS) tests/verification --junitxml=.venv/verified.xml || status=$$?; \
	$(PY) -m tests.verification.verdict .venv/verified.xml || status=$$?; exit $$status

benchmark: .venv/ready-to-measure
	$(PY) -m tests.benchmarks

docs: .venv/ready-to-test
	@for script in docs/printed/*.py; do \
	  page="docs/$$(basename "$$script" .py | tr _ -).md"; \
	  $(PY) "$$script" > "$$page.new" && mv "$$page.new" "$$page" && echo "$$page" || exit 1; \
	done
	@$(PY) -m sim validate --schema > scenarios/scenario.schema.json

golden: .venv/ready-to-test
	$(PY) -m pytest -q --record

bundle: .venv/ready-to-run
	@rm -rf "$(BUNDLE).new" && mkdir "$(BUNDLE).new" && cp stick/install.sh stick/made_for.py "$(BUNDLE).new"
	@echo "Gathering wheels of sim and of all that it needs"
	@$(PY) -m pip wheel --quiet --disable-pip-version-check --wheel-dir "$(BUNDLE).new" . pip
	@$(PY) stick/made_for.py > "$(BUNDLE).new/MADE_FOR"
	@sed "s/@MADE_FOR@/$$(cat "$(BUNDLE).new/MADE_FOR")/" stick/README.txt > "$(BUNDLE).new/README.txt"
	@cd "$(BUNDLE).new" && sums=$$(sha256sum * 2>/dev/null || shasum -a 256 *) && echo "$$sums" > SHA256SUMS
	@rm -rf "$(BUNDLE)" && mv "$(BUNDLE).new" "$(BUNDLE)"
	@du -sh "$(BUNDLE)"

clean:
	rm -rf .venv build dist bundle bundle.new

.venv/bin/python:
	@for name in $(PYTHON) $(NAMES); do \
	  if "$$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Making .venv with $$("$$name" --version)" && exec "$$name" -m venv .venv; \
	  fi; \
	done; \
	echo "Python 3.11 or newer is wanted, with its venv module. Name one: make PYTHON=/path/to/python3" >&2; exit 1

.venv/ready-to-run: pyproject.toml | .venv/bin/python
	@echo "Installing what sim needs into .venv (once)"
	@$(PY) -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/ready-to-test: pyproject.toml | .venv/bin/python
	@echo "Installing what sim and its tests need into .venv (once)"
	@$(PY) -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ .venv/ready-to-run

.venv/ready-to-measure: pyproject.toml .venv/ready-to-test
	@echo "Installing what sim is held against into .venv (once)"
	@$(PY) -m pip install --quiet --disable-pip-version-check --editable ".[dev,benchmark]"
	@touch $@
