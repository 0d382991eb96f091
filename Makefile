# What people and CI type. `make help` lists it; docs/ explains it.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON := .venv/bin/python
# Two test files at a time, each in a process with servers of its own; in their order, which has the slow folders first.
TWO_AT_A_TIME := -n 2 --dist loadfile --no-loadscope-reorder
LOCK := var/tools/bin/uv pip compile --quiet --generate-hashes --no-header
.PHONY: help setup setup-tests run train test check evaluate evaluate-crisis bench check-content redact desk-user desk-export demo pictures lock format clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' Makefile

setup: ## make both environments (run and test do it when needed)
	@deploy/setup.sh

setup-tests:
	@deploy/setup.sh tests

run: setup ## start everything; the page is on http://127.0.0.1:8000, Ctrl-C stops it
	@exec $(PYTHON) -m deploy.run

train: setup ## train the assistant when its data changed
	@$(PYTHON) -m deploy.train

# The browser tests have a process of their own: Playwright keeps an event loop running from the first one on.
test: setup-tests train ## run everything that CI runs
	@$(PYTHON) -m tests.static_checks
	@$(PYTHON) -m pytest $(TWO_AT_A_TIME) tests/e2e
	@$(PYTHON) -m pytest $(TWO_AT_A_TIME) --ignore=tests/e2e

check: setup-tests ## the fast part: style, types, unit and structure tests, content
	@$(PYTHON) -m tests.static_checks
	@$(PYTHON) -m pytest -m "not slow" tests/unit tests/structure

check-content: setup ## check every article: sources, dates, length, readability, links
	@$(PYTHON) -m knowledge.check

# NAME, ORGANISATION and SCHOOL=yes may be given too.
desk-user: setup ## make a desk account: make desk-user EMAIL=a@b.nl ROLE=counsellor
	@$(PYTHON) -m desk.users add --email "$(EMAIL)" --role "$(ROLE)" $(if $(NAME),--name "$(NAME)") \
		$(if $(ORGANISATION),--organisation "$(ORGANISATION)") $(if $(SCHOOL),--school)

desk-export: setup ## write what the desk proposes to learn as a change to review; trains nothing
	@$(PYTHON) -m desk.export

# RUN=yes starts it as well.
demo: setup ## fill an empty data folder with invented cases, and print who can log in at the desk
	@$(PYTHON) -m desk.demo
	@$(if $(RUN),OFFICE_HOURS=$${OFFICE_HOURS:-always} exec $(PYTHON) -m deploy.run)

evaluate: setup train ## score understanding: make evaluate FILE=questions.jsonl
	@$(PYTHON) -m tests.measure.evaluate $(FILE)

evaluate-crisis: setup-tests train ## how well a cry for help is heard, and what is taken for one
	@$(PYTHON) -m tests.measure.crisis

bench: setup-tests ## measure this assistant beside a stock Rasa project; takes about an hour the first time
	@$(PYTHON) -m tests.measure.bench

# Standard output holds the masked lines and nothing else, so the set-up talks on standard error.
redact: ## mask personal data in JSON lines: make redact <in.jsonl >out.jsonl
	@deploy/setup.sh </dev/null >&2
	@$(PYTHON) -m desk.intake.redact

pictures: setup-tests ## make the pictures of the desk and the figures in docs/screenshots again
	@RENEW_PICTURES=yes $(PYTHON) -m pytest tests/e2e/desk tests/e2e/test_figures.py

lock: setup ## lock the versions of all packages again, after a change of a list
	@$(LOCK) -p 3.12 --universal pyproject.toml -o requirements.txt
	@$(LOCK) -p 3.12 --universal --group dev pyproject.toml -o requirements-dev.txt
	@$(LOCK) -p 3.10 bot/requirements.in -o bot/requirements.txt

format: setup-tests ## put the code in the house style
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

clean: ## remove both environments, the model and all data
	rm -rf .venv .venv-bot var
