//! The exact test of a table with two columns and any number of rows. What its result means belongs to the parent.

use std::collections::BTreeMap;

/// Tables count as equally likely within this share of their probability: rounding must not part what is tied.
const TIE: f64 = 1e-7;
/// Partial tables whose logarithms agree to this many parts of one are weighed together.
const MERGE: f64 = 1e10;
/// Most steps of the exact test over all classes, so that a page never waits for it.
const MOST_STEPS: usize = 50_000;

/// One class.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Records in which access was limited.
    pub restricted: u32,
    /// Records that say whether it was.
    pub known: u32,
}

/// How a chance was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// All classes in one table.
    Together,
    /// Each class against all others, corrected for their number.
    OneByOne,
}

/// The chance of a table at least as unlikely as this one, from above 0 to 1.
pub(super) fn test(rows: &[Row]) -> (f64, Method) {
    let table = Table::new(rows);
    let (chance, method) = match rows {
        [one, _] => (table.one_against_others(*one), Method::Together),
        _ => table
            .together(rows)
            .map_or_else(|| (table.one_by_one(rows), Method::OneByOne), |chance| (chance, Method::Together)),
    };
    (chance.clamp(f64::MIN_POSITIVE, 1.0), method)
}

/// The margins of a table.
struct Table {
    restricted: u32,
    known: u32,
    /// ln n! by n.
    ln_factorials: Vec<f64>,
}

impl Table {
    fn new(rows: &[Row]) -> Self {
        let known = rows.iter().map(|row| row.known).sum();
        let restricted = rows.iter().map(|row| row.restricted).sum();
        let mut sum = 0.0;
        let rest = (1..=known).map(|number| {
            sum += f64::from(number).ln();
            sum
        });
        Self { restricted, known, ln_factorials: std::iter::once(0.0).chain(rest).collect() }
    }

    /// Fisher's exact test of one class and all others taken together.
    fn one_against_others(&self, row: Row) -> f64 {
        let ln = |here: u32| {
            self.ln_choose(row.known, here) + self.ln_choose(self.known - row.known, self.restricted - here)
        };
        let limit = ln(row.restricted) + TIE;
        let fewest = self.restricted.saturating_sub(self.known - row.known);
        let most = self.restricted.min(row.known);
        let all = self.ln_choose(self.known, self.restricted);
        (fewest..=most).map(ln).filter(|ln| *ln <= limit).map(|ln| (ln - all).exp()).sum()
    }

    fn one_by_one(&self, rows: &[Row]) -> f64 {
        let smallest = rows.iter().map(|row| self.one_against_others(*row)).fold(1.0, f64::min);
        rows.iter().map(|_| smallest).sum()
    }

    /// The test over all classes at once, class by class: of partial tables only what is still to be placed and the
    /// logarithm of the likelihood matter, and how many there are. None where there are too many.
    fn together(&self, rows: &[Row]) -> Option<f64> {
        let observed: f64 = rows.iter().map(|row| self.ln_choose(row.known, row.restricted)).sum();
        let limit = observed + TIE;
        let mut sizes: Vec<u32> = rows.iter().map(|row| row.known).collect();
        sizes.sort_unstable();
        // Limited and not limited mirror each other; the fewer of the two make the smaller table.
        let placed = self.restricted.min(self.known - self.restricted);
        let mut partial = Partial::from([((placed, 0), (0.0, 1.0))]);
        let (mut room, mut steps) = (self.known, 0);
        for size in sizes {
            room -= size;
            partial = self.place(&partial, size, room, &mut steps)?;
        }
        let all = self.ln_choose(self.known, placed);
        let unlikely = partial.into_values().filter(|(ln, _)| *ln <= limit);
        Some(unlikely.map(|(ln, count)| count * (ln - all).exp()).sum())
    }

    /// The partial tables with one more class, where `room` records remain for the classes after it.
    fn place(&self, partial: &Partial, size: u32, room: u32, steps: &mut usize) -> Option<Partial> {
        let mut next = Partial::new();
        for ((left, _), (ln, count)) in partial {
            for here in left.saturating_sub(room)..=size.min(*left) {
                *steps += 1;
                let ln = ln + self.ln_choose(size, here);
                let merged = next.entry((left - here, rounded(ln))).or_insert((ln, 0.0));
                merged.1 += count;
            }
            if *steps > MOST_STEPS {
                return None;
            }
        }
        Some(next)
    }

    fn ln_choose(&self, all: u32, some: u32) -> f64 {
        let ln = |number: u32| {
            let at = usize::try_from(number).ok();
            at.and_then(|at| self.ln_factorials.get(at)).copied().unwrap_or_default()
        };
        ln(all) - ln(some) - ln(all - some)
    }
}

/// The same for logarithms that agree; zero is added because minus zero has other bits.
fn rounded(ln: f64) -> u64 {
    ((ln * MERGE).round() + 0.0).to_bits()
}

/// By what is left to be placed and the rounded logarithm: the logarithm, and how many tables.
type Partial = BTreeMap<(u32, u64), (f64, f64)>;
