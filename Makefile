# make demo            install what is missing, build, and propose pairs for the sample school
# make test            install what is missing and run every test that needs no outside files
# make test-published  DATA=folder: solve public instances with known answers
# make bench           measure the solver and others in turn, write benchmarks/README.md (15 minutes)
# make bench-quick     both on small instances, written nowhere: do all agree? (2 minutes)
# make bench-programs  integer programs beside other solvers; options in OPTIONS="--seeds 1 …",
#                      DATA=folder of public instances for one more family (hours)
# make bench-mixes     school-sized instances with any mix of rules: are all solved in two seconds?
# make bench-explain   what every question about an optimum takes (1 minute)
# make bench-profiles  100,000 x 100,000 pairs whose costs are computed on the fly
# make lint | format   check the style | mend it
# make clean           forget what was built

SWIFT_FLAGS := -c release --explicit-target-dependency-import-check error
SOURCES     := Package.swift Sources Tests benchmarks
LANGUAGE    := ru

# Virtual environments of the other solvers, and instances while they are solved.
BENCH_DIR := .benchmark
BENCH     := $(BENCH_DIR)/a/bin/python benchmarks/assignment/run.py \
               --runner .build/release/assignment-benchmark \
               --environments $(BENCH_DIR) --scratch $(BENCH_DIR)/scratch
PROGRAMS  := $(BENCH_DIR)/programs/bin/python benchmarks/programs/run.py \
               --runner .build/release/program-benchmark \
               --environments $(BENCH_DIR) --scratch $(BENCH_DIR)/scratch-programs
MIXES     := $(BENCH_DIR)/programs/bin/python benchmarks/programs/mixes.py \
               --runner .build/release/program-benchmark --scratch $(BENCH_DIR)/scratch-mixes

SECONDS := 300

.PHONY: demo build test test-published fuzz bench bench-quick bench-profiles bench-programs bench-mixes bench-explain \
        solvers lint format clean system-libraries

demo: build
	@.build/release/nastavnik propose samples/school-7 --lang $(LANGUAGE)

build: system-libraries
	@swift build $(SWIFT_FLAGS) --product nastavnik

test: system-libraries
	swift test $(SWIFT_FLAGS) --disable-xctest --skip Published

test-published: system-libraries
	@test -d "$(DATA)" || { echo "make test-published needs DATA=<folder of public instances>: no folder '$(DATA)'"; exit 66; }
	NASTAVNIK_DATA="$(abspath $(DATA))" swift test $(SWIFT_FLAGS) --disable-xctest --filter Published

fuzz: system-libraries
	@swift build $(SWIFT_FLAGS) --product fuzz
	@.build/release/fuzz $(SECONDS) $(SEED)

bench: solvers
	@$(BENCH) --results benchmarks/results --page benchmarks/README.md

bench-quick: solvers
	@mkdir -p $(BENCH_DIR)/quick && cp benchmarks/README.md $(BENCH_DIR)/quick/
	@$(BENCH) --quick --results $(BENCH_DIR)/quick --page $(BENCH_DIR)/quick/README.md
	@$(PROGRAMS) --quick --results $(BENCH_DIR)/quick --page $(BENCH_DIR)/quick/README.md
	@$(MIXES) --count 20 --limit 2 --page $(BENCH_DIR)/quick/README.md

bench-profiles: solvers
	@$(BENCH) --profiles --results benchmarks/results --page benchmarks/README.md

bench-programs: solvers
	@$(PROGRAMS) $(if $(DATA),--data $(DATA)) $(OPTIONS) \
	  --results benchmarks/results --page benchmarks/README.md

bench-explain: system-libraries
	@swift build $(SWIFT_FLAGS) --product explain-benchmark
	@python3 benchmarks/explain/run.py --runner .build/release/explain-benchmark \
	  --results benchmarks/results --page benchmarks/README.md

bench-mixes: solvers
	@$(MIXES) --page benchmarks/README.md $(OPTIONS)

solvers: system-libraries
	@swift build $(SWIFT_FLAGS) --product assignment-benchmark
	@swift build $(SWIFT_FLAGS) --product program-benchmark
	@python3 -c "import ensurepip" 2>/dev/null || { $(call install,python3-venv); }
	@python3 benchmarks/common/environments.py $(BENCH_DIR) a b programs

lint:
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)

clean:
	rm -rf .build $(BENCH_DIR)

# GLPK solves integer programs, libsodium hashes, libzip and expat read spreadsheets, libxlsxwriter writes
# them, libstemmer knows Russian endings: Debian's packages, installed only where missing.
system-libraries:
	@missing=""; \
	  test -e /usr/include/glpk.h   || missing="$$missing libglpk-dev"; \
	  test -e /usr/include/sodium.h || missing="$$missing libsodium-dev"; \
	  test -e /usr/include/zip.h || missing="$$missing libzip-dev"; \
	  test -e /usr/include/expat.h || missing="$$missing libexpat1-dev"; \
	  test -e /usr/include/xlsxwriter.h || missing="$$missing libxlsxwriter-dev"; \
	  test -e /usr/include/libstemmer.h || missing="$$missing libstemmer-dev"; \
	  if [ -n "$$missing" ]; then $(call install,$$missing); fi

install = echo "installing $(strip $(1))"; \
	  if [ "$$(id -u)" = 0 ]; then root=""; else root="sudo"; fi; \
	  $$root apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends $(1) >/dev/null
