//! How fast the linter reads policy text: the sentences of the corpus, repeated to 1 MB and 10 MB. Nothing is asserted;
//! bytes a second are printed, and where the work grows with the text alone, both sizes show the same.

use criterion::{Criterion, Throughput};
use riskwright_domain::policy::lint::{Options, lint};
use std::hint::black_box;
use std::time::Duration;

const HALVES: [&str; 2] =
    [include_str!("../../linter/corpus/development.yaml"), include_str!("../../linter/corpus/held_out.yaml")];

const MEGABYTE: usize = 1_000_000;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(5))
        .configure_from_args();
    let page = page();
    let mut group = criterion.benchmark_group("policy::lint");
    for megabytes in [1, 10] {
        let text = repeated(&page, megabytes * MEGABYTE);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("{megabytes} MB"), |bencher| {
            bencher.iter(|| black_box(lint(&text, &Options::default())));
        });
    }
    group.finish();
    criterion.final_summary();
}

/// Every sentence of the corpus, a paragraph each.
fn page() -> String {
    let lines = HALVES.iter().flat_map(|half| half.lines());
    let texts = lines.filter_map(|line| line.trim().strip_prefix("text: "));
    texts.map(|text| format!("{}\n\n", text.trim_matches('"'))).collect()
}

/// The page over and over, up to the last whole sentence that fits.
fn repeated(page: &str, bytes: usize) -> String {
    let sentences = page.split_inclusive("\n\n").cycle();
    let mut text = String::with_capacity(bytes);
    for sentence in sentences {
        if text.len() + sentence.len() > bytes {
            break;
        }
        text.push_str(sentence);
    }
    text
}
