//! Sections that keep the policy fair, known, followed and current.

use super::Sheet;
use crate::block::{Block, Run};

pub fn even_application(sheet: &Sheet<'_>) -> Vec<Block> {
    optional(
        "even_application",
        "Consistent and non-discriminatory application",
        sheet.version.even_application.as_deref(),
    )
}

pub fn effect_on_access(sheet: &Sheet<'_>) -> Vec<Block> {
    optional(
        "effect_on_access",
        "Effect on access to EHI and alternatives considered",
        sheet.version.effect_on_access.as_deref(),
    )
}

pub fn factors(sheet: &Sheet<'_>) -> Vec<Block> {
    let factors = &sheet.version.factors;
    let rows = [
        ("Size, complexity and capabilities", factors.size.as_str()),
        ("Technical infrastructure and capabilities", factors.infrastructure.as_str()),
        ("Costs of security measures", factors.cost.as_str()),
        ("Probability and criticality of risks to ePHI", factors.probability.as_str()),
    ];
    vec![
        Block::heading(1, "factors", "Factors weighed"),
        Block::paragraph(
            "Weighed as 45 CFR 164.306(b)(2) asks when the measures in this policy were chosen.",
        ),
        Block::key_values(rows),
    ]
}

pub fn sanctions(sheet: &Sheet<'_>) -> Vec<Block> {
    section("sanctions", "Sanctions", &sheet.version.sanctions)
}

pub fn exceptions(sheet: &Sheet<'_>) -> Vec<Block> {
    section("exceptions", "Policy exceptions", &sheet.version.exceptions)
}

pub fn training(sheet: &Sheet<'_>) -> Vec<Block> {
    section("training", "Training and awareness", &sheet.version.training)
}

pub fn monitoring(sheet: &Sheet<'_>) -> Vec<Block> {
    section("monitoring", "Monitoring and evaluation", &sheet.version.monitoring)
}

pub fn review(sheet: &Sheet<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(1, "review", "Review"),
        Block::paragraph(format!(
            "This policy is reviewed every {} months, and before that when one of these events occurs:",
            sheet.version.review_months
        )),
    ];
    blocks.push(Block::bullets(sheet.version.review_triggers.iter().map(String::as_str)));
    blocks
}

pub fn retention(_: &Sheet<'_>) -> Vec<Block> {
    vec![
        Block::heading(1, "retention", "Retention"),
        Block::paragraph(
            "Each version of this policy is kept for 6 years from the date of its creation or the date when it last was in effect, whichever is later (45 CFR 164.316(b)(2)(i)).",
        ),
    ]
}

pub fn availability(sheet: &Sheet<'_>) -> Vec<Block> {
    section("availability", "Availability", &sheet.version.availability)
}

pub fn related(sheet: &Sheet<'_>) -> Vec<Block> {
    if sheet.version.related.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading(1, "related", "Related documents and law"),
        Block::bullets(sheet.version.related.iter().map(String::as_str)),
    ]
}

fn optional(id: &str, title: &str, text: Option<&str>) -> Vec<Block> {
    section(id, title, text.unwrap_or_default())
}

fn section(id: &str, title: &str, text: &str) -> Vec<Block> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(1, id, title)];
    blocks.extend(text.split("\n\n").filter(|part| !part.trim().is_empty()).map(|part| {
        Block::paragraph(vec![Run::plain(part.split_whitespace().collect::<Vec<_>>().join(" "))])
    }));
    blocks
}
