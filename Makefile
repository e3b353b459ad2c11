# Undersigned: everything a newcomer, a contributor and CI type. `make` alone lists it.
#
#   ADDR=127.0.0.1:3000   where `make run` serves
#   DATA=data             its folder: database, keys
#
# Tools and what cargo compiles go to ~/.cache/undersigned (UNDERSIGNED_CACHE names another folder), where new clones find them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory

ADDR ?= 127.0.0.1:3000
DATA ?= data

# Tool paths and the compiler's settings, as `.ci/setup` found them.
env := source target/env.sh &&
# What the browser gets, on its way to target/site.
front := target/front

# Both are put in place by a rename: an interrupted build leaves the last good one.
.PRECIOUS: target/release/undersigned $(front)/app.wasm

.PHONY: help run build dev dev-build test bench fmt clean setup FORCE

help: ## this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: build ## install what is missing, build in release, serve (ADDR=127.0.0.1:3000 DATA=data)
	@echo "==> Starting the server with the data in $(DATA) (Ctrl-C stops)" >&2
	@exec target/release/undersigned serve --addr "$(ADDR)" --data "$(DATA)"

# The two compilers run side by side: each has stretches that keep one core busy only.
build: setup ## leave target/release/undersigned and target/site
	@$(MAKE) -j2 target/site/pkg target/release/undersigned target/release/hash.txt

dev: setup ## rebuild and reload the browser on every change
	@$(env) ADDR="$(ADDR)" DATA="$(DATA)" node .ci/dev.mjs

# What `make dev` serves: quick to build, neither shrunk nor compressed, and with plain names.
dev-build:
	@$(env) cargo build -p app --lib --no-default-features --features hydrate \
	  --target wasm32-unknown-unknown --target-dir "$$CARGO_TARGET_DIR/front"
	@$(env) cargo build -p server --bin undersigned
	@$(env) rm -rf target/dev.front && mkdir -p target/dev/pkg && cp -R public/. target/dev/ && \
	  undersigned-bindgen "$$CARGO_TARGET_DIR/front/wasm32-unknown-unknown/debug/app.wasm" target/dev.front undersigned && \
	  cp target/dev.front/undersigned_bg.wasm target/dev/pkg/undersigned.wasm && \
	  esbuild --bundle --log-level=warning --format=esm target/dev.front/undersigned.js --outfile=target/dev/pkg/undersigned.js && \
	  esbuild --bundle --log-level=warning $(public:public/%=--external:/%) style/main.css --outfile=target/dev/pkg/undersigned.css

test: ## every check and test; its last line counts them
	@.ci/setup build test
	@.ci/test

# The names of the built files are read beside the program that runs, here the benchmark.
bench: build ## measure signing and the campaign page, each beside its limit
	@$(env) mkdir -p "$$CARGO_TARGET_DIR/release/deps" && cp target/release/hash.txt "$$CARGO_TARGET_DIR/release/deps/"
	$(env) cargo bench -p server

fmt: setup ## format the code
	$(env) cargo fmt

clean: ## remove what was built for this checkout (tools and other checkouts stay)
	@if [ -f target/env.sh ]; then $(env) rm -rf "$$CARGO_TARGET_DIR"; fi
	rm -rf target end2end/test-results end2end/playwright-report

setup:
	@.ci/setup build

# ---- The site: cargo is always asked, for it knows what changed; the later steps run only if its result is another. ----

$(front)/app.wasm: FORCE | setup
	@echo "==> Compiling the browser's part" >&2
	@$(env) cargo build -p app --lib --no-default-features --features hydrate \
	  --target wasm32-unknown-unknown --profile wasm-release --target-dir "$$CARGO_TARGET_DIR/front"
	@$(env) mkdir -p $(front) && built="$$CARGO_TARGET_DIR/front/wasm32-unknown-unknown/wasm-release/app.wasm" && \
	  { cmp -s "$$built" $@ || { cp "$$built" $@.new && mv $@.new $@; }; }

$(front)/bindgen/undersigned.js: $(front)/app.wasm
	@echo "==> Writing its JavaScript (wasm-bindgen)" >&2
	@$(env) rm -rf $(@D) && undersigned-bindgen $< $(@D) undersigned

$(front)/undersigned.wasm: $(front)/bindgen/undersigned.js
	@echo "==> Shrinking it (wasm-opt, half a minute)" >&2
	@$(env) wasm-opt -Oz --enable-bulk-memory --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
	  --enable-mutable-globals --enable-multivalue $(front)/bindgen/undersigned_bg.wasm -o $@

# The vault, for the worker on key holders' pages: a WASM of its own, which no other page loads.
$(front)/vault_wasm.wasm: FORCE | setup
	@echo "==> Compiling the vault for the browser" >&2
	@$(env) cargo build -p vault-wasm --lib --target wasm32-unknown-unknown --profile wasm-release --target-dir "$$CARGO_TARGET_DIR/front"
	@$(env) mkdir -p $(front) && built="$$CARGO_TARGET_DIR/front/wasm32-unknown-unknown/wasm-release/vault_wasm.wasm" && \
	  { cmp -s "$$built" $@ || { cp "$$built" $@.new && mv $@.new $@; }; }

$(front)/vault-bindgen/vault.js: $(front)/vault_wasm.wasm
	@$(env) rm -rf $(@D) && undersigned-bindgen $< $(@D) vault

$(front)/vault.wasm: $(front)/vault-bindgen/vault.js
	@$(env) wasm-opt -O3 --enable-bulk-memory --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
	  --enable-mutable-globals --enable-multivalue $(front)/vault-bindgen/vault_bg.wasm -o $@

esbuild := esbuild --bundle --minify --log-level=warning --target=chrome107,firefox104,safari16

# Its worker names the file above by its place in target/front.
$(front)/vault.js: app/vault-wasm/js/vault.js $(wildcard app/vault-wasm/js/*.js) $(front)/vault-bindgen/vault.js
	@$(env) $(esbuild) --format=iife $< --outfile=$@

$(front)/undersigned.js: $(front)/bindgen/undersigned.js
	@$(env) $(esbuild) --format=esm $< --outfile=$@

# A picture or font that the CSS names by its address must be a file in public/: any other is an error.
public := $(shell find public -type f)

$(front)/undersigned.css: $(shell find style -type f) $(public) | setup
	@$(env) mkdir -p $(front) && $(esbuild) $(public:public/%=--external:/%) style/main.css --outfile=$@

# The folder is made anew each time, so its age is that of the last assembly.
target/site/pkg: $(front)/undersigned.wasm $(front)/undersigned.js $(front)/undersigned.css $(front)/vault.wasm $(front)/vault.js .ci/site.mjs $(shell find public)
	@echo "==> Assembling target/site" >&2
	@$(env) node .ci/site.mjs

# Leptos reads the hashed names beside the binary.
target/release/hash.txt: target/site/pkg
	@mkdir -p $(@D) && cp $(front)/hash.txt $@

# ---- The server -------------------------------------------------------------------------------------------------------

target/release/undersigned: FORCE | setup
	@echo "==> Compiling the server" >&2
	@$(env) cargo build -p server --bin undersigned --release
	@$(env) mkdir -p $(@D) && built="$$CARGO_TARGET_DIR/release/undersigned" && \
	  { cmp -s "$$built" $@ || { cp "$$built" $@.new && mv $@.new $@; }; }
