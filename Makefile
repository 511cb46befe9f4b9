# Sats: `make sample` sets the sample plan, `make test` tests everything. CONTRIBUTING.md says more.

SWIFT ?= swift
PYTHON ?= python3
SAMPLE = out/folktandvarden-2024.pdf
PLAN = samples/folktandvarden-2024/plan.yaml
# What every line of packages.txt that is not a remark names.
PACKAGES = $(shell sed 's/\#.*//' packages.txt)

.PHONY: setup build sample docs test lint bench bench-lines guard clean
.NOTPARALLEL:

# Asks dpkg before apt, so that it needs neither root nor a network when nothing is missing.
setup:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "make: the Swift toolchain is missing: https://www.swift.org/install" >&2; exit 1; }
	@there=" $$(dpkg-query -W -f='$${Status}:$${Package} ' $(PACKAGES) 2>/dev/null) "; \
	missing=; for package in $(PACKAGES); do \
	  case "$$there" in *" installed:$$package "*) ;; *) missing="$$missing $$package" ;; esac; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	echo "installing$$missing"; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive \
	  apt-get install -y -qq --no-install-recommends $$missing >/dev/null

# With the standard library linked in the program starts 5 ms sooner and runs without a toolchain.
# The toolchain's own linker, since the system's warns of a function in Foundation.
# Whether two places change one thing at once is looked for in the tests, which are debug builds; here
# the look-out would take a twelfth of the time of layout. What debuggers want is left out: valgrind
# cannot read it, and the program is 20 MB smaller. Packed relocations are 2 MB less to read at each
# start. Generic types are asked for with the conformances that the compiler knows; by their names the
# runtime would look for them among all that there are, at each start. Functions stand in sections of
# their own, so that they can be put in an order, and none is offered to the libraries that are loaded.
RELEASE = -c release --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker --strip-debug \
  -Xlinker -z -Xlinker pack-relative-relocs \
  -Xswiftc -enforce-exclusivity=unchecked \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc -Xfrontend -Xswiftc -function-sections -Xlinker --no-export-dynamic \
  -Xswiftc -L$(CURDIR)/$(STATIC) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
  -Xlinker --symbol-ordering-file=$(CURDIR)/$(ORDER) -Xlinker --no-warn-symbol-ordering
# C++'s library, of which the Swift runtime needs little, is linked in: to load it took a sixth of the
# start. It is found here before the one that is loaded.
STATIC = .build/static
# The functions that the sample calls; found after the first build, which is then linked once more.
ORDER = .build/order.txt
# The linker writes the program through a map, which leaves it to the system in many small pieces.
# Copied it is kept in large ones, as what is installed is; then a page by itself takes 4 % less time.
COPIED = .build/copied
SATS = SATS=$$($(SWIFT) build $(RELEASE) --show-bin-path 2>/dev/null)/sats

build: setup
	@mkdir -p $(STATIC); library=$$(clang -print-file-name=libstdc++.a) && ln -sf "$$library" $(STATIC) || :
	@[ -e $(ORDER) ] || : > $(ORDER)
	@$(SWIFT) build --quiet $(RELEASE) --product sats
	@[ -s $(ORDER) ] || $(SATS) $(PYTHON) Benchmarks/order.py $(PLAN) $(ORDER)
	@$(SWIFT) build --quiet $(RELEASE) --product sats
	@$(SATS); [ $(COPIED) -nt "$$SATS" ] || { \
	  cp -p "$$SATS" "$$SATS.copy" && mv "$$SATS.copy" "$$SATS" && touch $(COPIED); }

sample: build
	@mkdir -p out
	@$$($(SWIFT) build $(RELEASE) --show-bin-path 2>/dev/null)/sats build $(PLAN) -o $(SAMPLE)

# The pictures of docs/ and of the kinds' READMEs, from the plans beside them, and the handbook's
# page of kinds. They are committed.
docs: build
	@SATS=$$($(SWIFT) build $(RELEASE) --show-bin-path 2>/dev/null)/sats python3 docs/pictures.py

test: setup
	@$(SWIFT) test --quiet --disable-xctest

# The format, the house's own rules, and that each target declares every room it imports.
lint: setup
	@$(SWIFT) format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	@$(SWIFT) build --quiet --build-tests --explicit-target-dependency-import-check error
	@$(SWIFT) test --quiet --disable-xctest --filter HouseRulesTests

# SIZES="10 100 1000" for other sizes; PEERS=typst beside the floor. Writes Benchmarks/RESULTS.md.
bench: build
	@$(SATS) $(PYTHON) Benchmarks/measure.py

# The prose of all sources, each text once: sats from cold beside the floor's shaping.
bench-lines: build
	@$(SATS) $(PYTHON) Benchmarks/lines.py

# Whether five small documents still take no more instructions, beside the floor, than they did;
# ACCEPT=1 takes what they take now for the limit.
guard: build
	@$(SATS) $(PYTHON) Benchmarks/guard.py

clean:
	@rm -rf .build out Benchmarks/out
