# Everything needs only Python 3.11 or later with venv, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen
SOURCES := app reports resources ui main.py

.PHONY: run test check demo screens messages clean

run: $(VENV)/installed
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/python -m compileall -q $(SOURCES); \
		$(BIN)/python main.py; \
	else \
		echo "There is no screen here, so the demo runs instead."; \
		$(MAKE) --no-print-directory demo; \
	fi

test: $(VENV)/installed
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto

check: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

demo: $(VENV)/installed
	rm -rf build/demo
	mkdir -p build/demo/out
	$(BIN)/python main.py --shop build/demo demo
	$(BIN)/python main.py --shop build/demo cards --letter birthday --to birthdays:30 --paper A6x4 \
		-o build/demo/out/birthday-cards.pdf
	$(BIN)/python main.py --shop build/demo labels --stock L7160 -o build/demo/out/labels-L7160.pdf
	@for place in en-GB cs-CZ sk-SK da-DK kk-KZ he-IL; do \
		language=$${place%-*} shop=build/demo/shops/$${place%-*}; \
		$(BIN)/python main.py --shop $$shop setup --lang $$language --country $${place#*-} && \
		$(BIN)/python main.py --shop $$shop demo --customers 60 && \
		$(BIN)/python main.py --shop $$shop cards --letter birthday --to birthdays:120 --paper A6x4 \
			-o build/demo/out/cards-$$language.pdf || exit 1; \
	done
	@ls -l build/demo/out

screens: $(VENV)/installed
	$(OFFSCREEN) $(BIN)/python -m ui.screens --out build/screens

messages: $(VENV)/installed
	@mkdir -p build
	$(BIN)/pybabel -q extract --no-default-keywords --sort-by-file --omit-header --no-location \
		-k words -k _words -k say -k _say -k mark -k plural:1,2 -k mark_plural:1,2 -k said:1c,2 \
		-o build/regulars.pot app reports resources ui
	$(BIN)/pybabel -q update -i build/regulars.pot -d resources/translations -D regulars \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel -q compile -d resources/translations -D regulars

clean:
	rm -rf build $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	$(BIN)/python -m compileall -q $(SOURCES)
	@touch $@
