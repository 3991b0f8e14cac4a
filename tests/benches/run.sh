#!/usr/bin/env bash
# Builds the benchmarks with optimization and runs them, the core's and the browser's: run.sh [FILTER]
set -eu -o pipefail
cd "$(dirname "$0")/../.."
folder=${CARGO_TARGET_DIR:-$PWD/target/benches}
# The same versions of everything as the product has; the benchmarks' own library is added.
cp Cargo.lock tests/benches/Cargo.lock
cargo build --release --manifest-path tests/benches/Cargo.toml --target-dir "$folder" --bins
cargo bench --manifest-path tests/benches/Cargo.toml --target-dir "$folder" -- "$@"
if [ $# -eq 0 ]; then
    node tests/benches/browser.mjs "$folder/release"
fi
