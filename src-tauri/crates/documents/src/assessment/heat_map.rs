//! Heat maps: how many risks stand at each crossing of likelihood and impact, and which of them are high.

use super::frame;
use super::sheet::Sheet;
use super::words;
use crate::block::{Block, HeatCell, HeatRow, Run};
use crate::document::Document;
use riskwright_domain::number::RiskNumber;
use riskwright_domain::risk::rate::{Rating, risk_level};
use riskwright_domain::risk::{Level, Risk, RiskState};

/// Which rating of the risks is mapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// As if no own safeguard worked.
    Inherent,
    /// As things are.
    Residual,
    /// As if the plans were done.
    Target,
}

impl Stage {
    /// All, in the order of the work.
    pub const ALL: [Self; 3] = [Self::Inherent, Self::Residual, Self::Target];

    /// The rating of a risk at this stage, if it has one.
    #[must_use]
    pub fn rating(self, risk: &Risk) -> Option<Rating> {
        let values = match self {
            Self::Inherent => risk.inherent,
            Self::Residual => risk.residual,
            Self::Target => risk.target,
        };
        values.map(|values| values.rating())
    }

    fn name(self) -> &'static str {
        match self {
            Self::Inherent => "Inherent risk",
            Self::Residual => "Residual risk",
            Self::Target => "Target",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::Inherent => "Rated as if no own safeguard worked.",
            Self::Residual => "Rated as things are, with the controls that are in place.",
            Self::Target => "Rated as if the planned treatments were done.",
        }
    }
}

/// Counts by likelihood and impact, both from very low to very high; closed risks are left out.
#[must_use]
pub fn counts(risks: &[Risk], stage: Stage) -> [[u32; 5]; 5] {
    let mut counts = [[0; 5]; 5];
    for rating in open(risks).filter_map(|risk| stage.rating(risk)) {
        let row = counts.get_mut(rating.likelihood.rank());
        if let Some(count) = row.and_then(|row| row.get_mut(rating.impact.rank())) {
            *count += 1;
        }
    }
    counts
}

/// The document with the three maps.
#[must_use]
pub fn document(sheet: &Sheet<'_>) -> Document {
    let mut blocks = vec![frame::banner(sheet)];
    for stage in Stage::ALL {
        blocks.push(Block::unnumbered_heading(1, format!("map-{}", stage.name()), stage.name()));
        blocks.extend(stage_blocks(sheet, stage, false));
    }
    blocks.push(frame::remark(sheet));
    let document = frame::document(sheet, "Heat maps", "Risks by likelihood and impact", blocks);
    frame::with_short_front(document, sheet)
}

/// One map with its introduction and the numbers of what is high; numbers are links where the document has the cards.
#[must_use]
pub fn stage_blocks(sheet: &Sheet<'_>, stage: Stage, linked: bool) -> Vec<Block> {
    let risks = &sheet.assessment.risks;
    let rated = open(risks).filter(|risk| stage.rating(risk).is_some()).count();
    let without = open(risks).count() - rated;
    let mut text = format!("{} {}", stage.about(), words::count(rated, "open risk is", "open risks are"));
    text += " counted";
    text += &match without {
        0 => ".".to_owned(),
        _ => format!("; {} no such rating.", words::count(without, "other has", "others have")),
    };
    // The map first: it stays with its heading, whatever room is left on the page.
    let mut blocks = vec![map(risks, stage), Block::paragraph(text)];
    for level in [Level::VeryHigh, Level::High] {
        blocks.extend(numbers(sheet, stage, level, linked));
    }
    blocks
}

/// The map alone.
#[must_use]
pub fn map(risks: &[Risk], stage: Stage) -> Block {
    let counts = counts(risks, stage);
    let rows = Level::ALL.into_iter().rev().map(|likelihood| HeatRow {
        title: likelihood.to_string(),
        cells: Level::ALL.into_iter().map(|impact| cell(&counts, likelihood, impact)).collect(),
    });
    Block::HeatMap {
        caption: format!("{}: number of risks, and the level of risk of each crossing", stage.name()),
        across: "Impact".to_owned(),
        down: "Likelihood".to_owned(),
        columns: Level::ALL.map(|impact| impact.to_string()).into(),
        rows: rows.collect(),
    }
}

fn cell(counts: &[[u32; 5]; 5], likelihood: Level, impact: Level) -> HeatCell {
    let level = risk_level(likelihood, impact);
    let count = counts.get(likelihood.rank()).and_then(|row| row.get(impact.rank()));
    HeatCell {
        count: count.copied().unwrap_or_default(),
        label: level.to_string(),
        // A rank is from 0 to 4.
        shade: u8::try_from(level.rank()).unwrap_or_default(),
    }
}

fn numbers(sheet: &Sheet<'_>, stage: Stage, level: Level, linked: bool) -> Option<Block> {
    let found: Vec<RiskNumber> = open(&sheet.assessment.risks)
        .filter(|risk| stage.rating(risk).is_some_and(|rating| rating.level == level))
        .map(|risk| risk.number.clone())
        .collect();
    if found.is_empty() {
        return None;
    }
    let mut runs = vec![Run::bold(format!("{level} ({}): ", words::grouped(found.len() as u64)))];
    if linked {
        runs.extend(sheet.risk_links(&found));
    } else {
        runs.push(Run::plain(words::listed(&found)));
    }
    Some(Block::paragraph(runs))
}

fn open(risks: &[Risk]) -> impl Iterator<Item = &Risk> {
    risks.iter().filter(|risk| risk.status != RiskState::Closed)
}
