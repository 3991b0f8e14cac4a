//! How the columns of a table share its width.

/// No column is narrower: the widest glyph in table size and the padding still fit.
pub(super) const NARROWEST: f32 = 42.0;
/// The longest word of a title may widen its column up to so many times an even share.
const WIDEST_TITLE: f32 = 1.5;

/// How many columns fit side by side.
pub(super) fn most(width: f32) -> usize {
    // A page holds few columns; the cast cannot overflow.
    (width / NARROWEST).max(1.0) as usize
}

/// The widths of the columns: by their shares, but none too narrow for the longest word of its title.
pub(super) fn widths(shares: &[u16], longest_words: &[f32], width: f32) -> Vec<f32> {
    let even = width / shares.len().max(1) as f32;
    let least: Vec<f32> =
        longest_words.iter().map(|word| word.min(even * WIDEST_TITLE).max(NARROWEST.min(even))).collect();
    let least = if least.iter().sum::<f32>() > width { vec![even; shares.len()] } else { least };
    let mut settled: Vec<Option<f32>> = vec![None; shares.len()];
    loop {
        let (unit, open) = unit(shares, &settled, width);
        let short = (0..shares.len()).find(|index| {
            let by_share = f32::from(share(shares, *index)) * unit;
            settled.get(*index).is_some_and(Option::is_none) && by_share < at(&least, *index)
        });
        match short {
            Some(index) if open > 1 => {
                if let Some(width) = settled.get_mut(index) {
                    *width = Some(at(&least, index));
                }
            }
            _ => return (0..shares.len()).map(|index| resolve(&settled, shares, index, unit)).collect(),
        }
    }
}

/// The width of one share among the columns that are not settled, and how many those are.
fn unit(shares: &[u16], settled: &[Option<f32>], width: f32) -> (f32, usize) {
    let taken: f32 = settled.iter().flatten().sum();
    let open: Vec<usize> =
        settled.iter().enumerate().filter(|(_, width)| width.is_none()).map(|(index, _)| index).collect();
    let total: f32 = open.iter().map(|index| f32::from(share(shares, *index))).sum();
    ((width - taken) / total.max(1.0), open.len())
}

fn resolve(settled: &[Option<f32>], shares: &[u16], index: usize, unit: f32) -> f32 {
    let by_share = f32::from(share(shares, index)) * unit;
    settled.get(index).copied().flatten().unwrap_or(by_share)
}

fn share(shares: &[u16], index: usize) -> u16 {
    shares.get(index).copied().unwrap_or(1).max(1)
}

fn at(values: &[f32], index: usize) -> f32 {
    values.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_divide_the_width() {
        assert_eq!(widths(&[1, 1, 2], &[10.0, 10.0, 10.0], 400.0), [100.0, 100.0, 200.0]);
        assert_eq!(widths(&[0, 0], &[0.0, 0.0], 400.0), [200.0, 200.0]);
    }

    #[test]
    fn a_long_title_widens_its_column() {
        assert_eq!(widths(&[1, 9], &[80.0, 10.0], 400.0), [80.0, 320.0]);
    }

    proptest! {
        #[test]
        fn columns_fill_the_width_and_none_is_too_narrow(
            columns in prop::collection::vec((0_u16.., 0.0_f32..900.0), 1..=10)
        ) {
            let (shares, words): (Vec<u16>, Vec<f32>) = columns.into_iter().unzip();
            let widths = widths(&shares, &words, 440.0);
            let total: f32 = widths.iter().sum();
            prop_assert!((total - 440.0).abs() < 0.1, "{widths:?}");
            prop_assert!(widths.iter().all(|width| *width >= NARROWEST - 0.1), "{widths:?}");
        }
    }
}
