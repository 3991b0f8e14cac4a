#!/usr/bin/env bash
# Builds the benchmarks as the released program is built and runs them: run.sh [FILTER]
set -eu -o pipefail
cd "$(dirname "$0")/../.."
# The same versions of everything as the product has; the benchmarks' own library is added.
cp Cargo.lock tests/benches/Cargo.lock
cargo bench --manifest-path tests/benches/Cargo.toml --target-dir "${CARGO_TARGET_DIR:-$PWD/target/benches}" "$@"
