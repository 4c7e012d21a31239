# The two commands are `make run` and `make test`; both install what is missing first.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# Static libraries and packed relocations: most of the time to the first screen is the loader's. The folder holds
# nothing but a link to the static C++ library, so that -lstdc++ finds that one first. Without a path of its own the
# program's libraries are found at once, instead of in forty folders beside it first. Overlapping accesses are looked
# for at run time by the tests' builds only. The linker writes its file in scattered pages; a copy of it, as an installed
# program is, lies in the page cache in one piece and starts half a millisecond earlier. --wrap hands the Swift runtime's
# search for its crash reporter, which nobody installs with the program, to a function that finds nothing (CNcurses.c).
STATIC_LIBRARIES = $(CURDIR)/.build/static-libraries
CONFIGURATION_FLAGS = -c release --static-swift-stdlib --disable-local-rpath -Xswiftc -use-ld=lld -Xlinker --no-pie \
  -Xlinker --wrap=swift_copyAuxiliaryExecutablePath \
  -Xlinker --pack-dyn-relocs=relr -Xlinker -L$(STATIC_LIBRARIES) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
  -Xswiftc -enforce-exclusivity=unchecked
IMPORT_CHECK = --explicit-target-dependency-import-check error
BINARY = .build/release/pullquote

# Programs started from here get a locale with UTF-8 unless one is set.
export LC_ALL ?= C.UTF-8

# Debian packages: to build and run, and further ones for the tests.
BUILD_PACKAGES = libncurses-dev libcurl4-openssl-dev libexpat1-dev libsqlite3-dev zlib1g-dev libhyphen-dev hyphen-en-us
TEST_PACKAGES = tmux

# Development data lies beside the repository, or where PULLQUOTE_SHARED says.
PULLQUOTE_SHARED ?= $(CURDIR)/../shared

.PHONY: build run test score deps test-deps install uninstall check lint format check-themes check-generated docs clean

build: deps
	@mkdir -p $(STATIC_LIBRARIES)
	@ln -sf $(lastword $(sort $(wildcard /usr/lib/gcc/*/*/libstdc++.a))) $(STATIC_LIBRARIES)/libstdc++.a
	$(SWIFT) build $(CONFIGURATION_FLAGS) --product pullquote
	@cp $(BINARY) $(BINARY).new && mv -f $(BINARY).new $(BINARY)

run: build
	$(BINARY) --sample

test: deps test-deps
	$(SWIFT) test --parallel -Xswiftc -use-ld=lld

# The program against the scorers of the development data; says so when there is none.
score: build
	@if [ -f "$(PULLQUOTE_SHARED)/data/quotes/polnear-dev.jsonl" ]; then \
	  python3 Tests/Scoring/quotes.py $(BINARY) "$(PULLQUOTE_SHARED)" --variants; \
	else \
	  echo "score: quotes skipped, $(PULLQUOTE_SHARED) has no data/quotes"; \
	fi
	@if [ -d "$(PULLQUOTE_SHARED)/data/figures" ]; then \
	  PULLQUOTE=$(BINARY) python3 Tests/Scoring/figures.py --all "$(PULLQUOTE_SHARED)/data/figures" .build/scoring/figures && \
	  python3 "$(PULLQUOTE_SHARED)/bench/figures/score_figures.py" --gold "$(PULLQUOTE_SHARED)/data/figures" \
	    --pred .build/scoring/figures; \
	else \
	  echo "score: figures skipped, $(PULLQUOTE_SHARED) has no data/figures"; \
	fi
	@if [ -f "$(PULLQUOTE_SHARED)/data/extraction/gold.jsonl" ]; then \
	  mkdir -p .build/scoring && \
	  python3 Tests/Scoring/extraction.py "$(PULLQUOTE_SHARED)/data/extraction" .build/scoring/extraction.jsonl \
	    --program $(BINARY) && \
	  python3 "$(PULLQUOTE_SHARED)/bench/extraction/score_extraction.py" \
	    --gold "$(PULLQUOTE_SHARED)/data/extraction/gold.jsonl" --pred .build/scoring/extraction.jsonl; \
	else \
	  echo "score: extraction skipped, $(PULLQUOTE_SHARED) has no data/extraction"; \
	fi

	@if [ -d "$(PULLQUOTE_SHARED)/data/comments" ]; then \
	  python3 Tests/Scoring/comments.py $(BINARY) "$(PULLQUOTE_SHARED)" --items; \
	else \
	  echo "score: comments skipped, $(PULLQUOTE_SHARED) has no data/comments"; \
	fi

deps:
	@.ci/install-packages $(BUILD_PACKAGES)

test-deps:
	@.ci/install-packages $(TEST_PACKAGES)

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/pullquote
	install -m 644 Sources/pullquote/Documentation/pullquote.1 $(DESTDIR)$(PREFIX)/share/man/man1/pullquote.1
	$(BINARY) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/pullquote
	$(BINARY) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_pullquote
	$(BINARY) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/pullquote.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/pullquote $(DESTDIR)$(PREFIX)/share/man/man1/pullquote.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/pullquote \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_pullquote \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/pullquote.fish

# Everything CI does, cheapest first.
check: lint deps
	$(SWIFT) build --build-tests $(IMPORT_CHECK) -Xswiftc -use-ld=lld
	$(MAKE) --no-print-directory check-generated check-themes test

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Themes

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Themes

check-themes:
	$(SWIFT) build --product pullquote -Xswiftc -use-ld=lld
	.build/debug/pullquote themes check

# The table of themes is made from their files, the key table and screenshots from the program.
docs:
	python3 .ci/generate-theme-table/generate_theme_table.py
	$(MAKE) --no-print-directory build
	PULLQUOTE=$(BINARY) .ci/generate-key-table write
	PULLQUOTE=$(BINARY) .ci/generate-screenshot

check-generated:
	PULLQUOTE=.build/debug/pullquote .ci/generate-key-table check
	python3 .ci/generate-unicode-tables/generate_unicode_tables.py --check
	python3 .ci/generate-entity-table/generate_entity_table.py --check
	python3 .ci/generate-theme-table/generate_theme_table.py --check
	python3 .ci/train-block-table/train_block_table.py --check

clean:
	rm -rf .build
