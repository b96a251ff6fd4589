.PHONY: demo test

demo: .venv/.demo
	.venv/bin/kliping demo

test: .venv/.test
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/lint-imports
	.venv/bin/mypy
	.venv/bin/pytest

# requirements.lock holds every version; what is installed of them is what pyproject.toml asks for.
.venv/.demo: requirements.lock pyproject.toml
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	touch $@

.venv/.test: requirements.lock pyproject.toml
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[test]'
	touch $@ .venv/.demo
