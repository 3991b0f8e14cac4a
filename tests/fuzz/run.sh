#!/usr/bin/env bash
# Builds the fuzz targets with coverage and runs each for so many seconds: run.sh SECONDS [TARGET...]
# Finds are left in tests/output/fuzz; a find fails the run.
set -eu -o pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(exchange_yaml catalogue_yaml pdf_verify command_json phi_look csv policy_lint)

# With a named target, build scripts and macros of the compiler stay uninstrumented.
host=$(rustc -vV | sed -n 's/^host: //p')
folder=${CARGO_TARGET_DIR:-$PWD/target/fuzz}
coverage="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4"
coverage+=" -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"
coverage+=" -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=16 --cfg fuzzing"
bins=()
for target in "${targets[@]}"; do bins+=(--bin "$target"); done
# The same versions of everything as the product has.
cp Cargo.lock tests/fuzz/Cargo.lock
RUSTFLAGS="$coverage" cargo build --release --manifest-path tests/fuzz/Cargo.toml \
    --target "$host" --target-dir "$folder" "${bins[@]}"

out=$PWD/tests/output/fuzz
fixtures=$PWD/src-tauri/crates/documents/tests/signature/fixtures
commands=$out/seeds/command_json
mkdir -p "$commands"
grep -o '`[a-z_]*::[a-z_]*`' docs/permissions.md | tr -d '`' | while read -r name; do
    printf '{"command":"%s","request":{}}' "$name" > "$commands/${name/::/-}.json"
done

for target in "${targets[@]}"; do
    mkdir -p "$out/corpus/$target" "$out/finds/$target"
    seeds=()
    [ ! -d "tests/fuzz/seeds/$target" ] || seeds+=("$PWD/tests/fuzz/seeds/$target")
    [ "$target" != pdf_verify ] || seeds+=("$fixtures")
    [ "$target" != command_json ] || seeds+=("$commands")
    echo "== $target for $seconds s"
    "$folder/$host/release/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=65536 \
        -print_final_stats=1 -artifact_prefix="$out/finds/$target/" "$out/corpus/$target" "${seeds[@]}" \
        2>&1 | grep -E 'stat::number_of_executed|stat::new_units|ERROR|SUMMARY|panicked|Done|Test unit written' || true
    if [ -n "$(ls -A "$out/finds/$target")" ]; then
        echo "$target: see tests/output/fuzz/finds/$target" >&2
        exit 1
    fi
done
