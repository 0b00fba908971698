# make demo            install what is missing, build, and propose pairs for the sample school
# make test            install what is missing and run every test that needs no outside files
# make test-published  DATA=folder: solve public instances with known answers
# make lint | format   check the style | mend it
# make clean           forget what was built

SWIFT_FLAGS := -c release --explicit-target-dependency-import-check error
SOURCES     := Package.swift Sources Tests
LANGUAGE    := ru

.PHONY: demo build test test-published lint format clean system-libraries

demo: build
	@.build/release/nastavnik propose samples/school-7 --lang $(LANGUAGE)

build: system-libraries
	@swift build $(SWIFT_FLAGS) --product nastavnik

test: system-libraries
	swift test $(SWIFT_FLAGS) --disable-xctest --skip Published

test-published: system-libraries
	@test -d "$(DATA)" || { echo "make test-published needs DATA=<folder of public instances>: no folder '$(DATA)'"; exit 66; }
	NASTAVNIK_DATA="$(abspath $(DATA))" swift test $(SWIFT_FLAGS) --disable-xctest --filter Published

lint:
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)

clean:
	rm -rf .build

# GLPK solves integer programs, libsodium hashes: Debian's packages, installed only where missing.
system-libraries:
	@missing=""; \
	  test -e /usr/include/glpk.h   || missing="$$missing libglpk-dev"; \
	  test -e /usr/include/sodium.h || missing="$$missing libsodium-dev"; \
	  if [ -n "$$missing" ]; then \
	    echo "installing$$missing"; \
	    if [ "$$(id -u)" = 0 ]; then root=""; else root="sudo"; fi; \
	    $$root apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	  fi
