# The few commands of the house; `make help` names them.
.DEFAULT_GOAL := help
.PHONY: help run test check pictures bench bench-packs bench-readers fuzz lock

# What `make run` shows: the example council of Loja, with a street that keeps living.
# Each can be set on the command line: make run SERENO_SIMULATE=0 SERENO_PORT=8080
export SERENO_EXAMPLE ?= loja
export SERENO_SECOND_FACTOR ?= offered

help:  ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 15

run:  ## Install what is missing, load the example once, serve at http://127.0.0.1:8000/
	@scripts/venv base
	@.venv/bin/python scripts/vendor
	@exec .venv/bin/python -m sereno serve --prepare

test:  ## Run every test that this machine can run, on SQLite and on PostgreSQL
	@scripts/venv dev
	@.venv/bin/python scripts/vendor
	@.venv/bin/python scripts/test

check:  ## Run the gate: style, types, imports, migrations, house rules, documents
	@scripts/venv dev
	@.venv/bin/python scripts/check

pictures:  ## Take the pictures of README anew
	@scripts/venv dev
	@.venv/bin/python scripts/vendor
	@SERENO_PICTURES=1 .venv/bin/python -m pytest -q tests/journeys/test_pictures.py

bench:  ## Measure the headline figures and print them with the machine
	@scripts/venv dev
	@.venv/bin/python scripts/vendor
	@.venv/bin/python -m bench

bench-packs:  ## Measure what documents cost, beside LibreOffice and WeasyPrint
	@scripts/venv bench
	@.venv/bin/python -m bench packs

bench-readers:  ## Measure how much of a table is read, beside what other libraries recover
	@scripts/venv bench
	@.venv/bin/python -m bench readers

fuzz:  ## Change published files in a thousand ways: all are found, none falsely
	@scripts/venv dev
	@SERENO_MUTATIONS=1000 .venv/bin/python -m pytest -q tests/reports/formats/test_checked.py

lock:  ## Resolve requirements/*.in again into locks with hashes
	@scripts/venv dev
	@scripts/lock
