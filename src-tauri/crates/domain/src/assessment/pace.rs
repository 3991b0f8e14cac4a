//! About how long the rest of the questions takes somebody, by that person's own pace so far.

use jiff::Timestamp;

/// Longest time between two answers that still counts as working on.
const LONGEST_SECONDS: i64 = 20 * 60;
/// Fewest gaps between answers that make a pace.
const FEWEST: usize = 5;

/// Minutes that `open` further answers take at the median time between consecutive answers, rounded up.
///
/// The instants are those of one person's answers in any order; pauses of 20 minutes or more do not count. `None`
/// before there are five such gaps, and where nothing is open.
#[must_use]
pub fn minutes_left(answer_instants: &[Timestamp], open: u32) -> Option<u32> {
    let mut instants = answer_instants.to_vec();
    instants.sort_unstable();
    instants.dedup();
    let pairs = instants.iter().zip(instants.iter().skip(1));
    let mut gaps: Vec<i64> = pairs
        .map(|(before, after)| after.as_second() - before.as_second())
        .filter(|seconds| *seconds < LONGEST_SECONDS)
        .collect();
    if gaps.len() < FEWEST || open == 0 {
        return None;
    }
    gaps.sort_unstable();
    let median = *gaps.get(gaps.len() / 2)?;
    let seconds = i64::from(open).checked_mul(median.max(1))?;
    u32::try_from(seconds.saturating_add(59) / 60).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Instants with these seconds between them.
    fn instants(gaps: &[i64]) -> Vec<Timestamp> {
        let mut at = 1_700_000_000;
        let first = Timestamp::from_second(at).unwrap();
        let rest = gaps.iter().map(|gap| {
            at += gap;
            Timestamp::from_second(at).unwrap()
        });
        std::iter::once(first).chain(rest).collect()
    }

    #[test]
    fn the_median_of_short_gaps_is_the_pace() {
        let cases: &[(&[i64], u32, Option<u32>)] = &[
            (&[60, 60, 60, 60], 10, None),
            (&[60, 60, 60, 60, 60], 10, Some(10)),
            (&[30, 60, 90, 400, 500], 10, Some(15)),
            (&[60, 60, 60, 60, 1200], 10, None),
            (&[60, 60, 60, 60, 1199], 10, Some(10)),
            (&[60, 60, 7200, 60, 60, 60], 3, Some(3)),
            (&[20, 20, 20, 20, 20], 1, Some(1)),
            (&[60, 60, 60, 60, 60], 0, None),
            (&[], 10, None),
        ];
        for (gaps, open, expected) in cases {
            assert_eq!(minutes_left(&instants(gaps), *open), *expected, "{gaps:?}");
        }
    }

    #[test]
    fn the_order_of_the_instants_does_not_matter_and_one_act_counts_once() {
        let mut mixed = instants(&[60, 60, 60, 60, 60]);
        mixed.reverse();
        mixed.extend(mixed.clone());
        assert_eq!(minutes_left(&mixed, 7), Some(7));
    }
}
