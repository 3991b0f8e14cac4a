//! What was covered, how it was rated, by whom, and from which sources.

use crate::assessment::risk_card::closed;
use crate::assessment::sheet::Sheet;
use crate::assessment::words;
use crate::block::{Block, Column, Run};
use riskwright_domain::risk::Level;

pub fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let assessment = sheet.assessment;
    let mut blocks = vec![
        Block::heading(1, "scope", "Scope and method"),
        Block::heading(2, "covered", "What it covers"),
        Block::paragraph(words::filled(&assessment.scope)),
        Block::heading(2, "method", "How risks were rated"),
        Block::paragraph(format!(
            "Method: {} Each risk is a threat that exploits a weakness of an asset with an effect on confidentiality, integrity or availability. People rate the likelihood that it begins or occurs, the likelihood that harm follows, and the three impacts, each on a scale of five steps. Overall likelihood is looked up in Table G-5 of NIST SP 800-30 Rev. 1, impact is the highest of the three, and the level of risk is looked up in Table I-2; nobody types a level. The Security Rule asks for an accurate and thorough assessment and prescribes no method.",
            closed(&assessment.method)
        )),
        scale(),
        Block::paragraph(format!(
            "The organization set {} as the residual level that needs neither a plan nor an acceptance.",
            sheet.organization().risk_tolerance
        )),
        Block::heading(2, "people", "Who made it, and from what"),
        Block::bullets(assessment.assessors.iter().map(|one| sheet.person_with_title(one))),
        Block::paragraph(editions(sheet)),
    ];
    if !assessment.sources.is_empty() {
        blocks.push(sources(sheet));
    }
    blocks
}

fn scale() -> Block {
    let columns = [
        Column::new("Step", 4),
        Column::new("Likelihood that it begins or occurs", 9),
        Column::new("Likelihood that harm follows", 8),
        Column::new("Impact", 9),
    ];
    let rows = Level::ALL.into_iter().rev().map(|level| {
        let (begins, harms, impact) = match level {
            Level::VeryHigh => ("almost certain", "almost certain", "several severe or catastrophic effects"),
            Level::High => ("highly likely", "highly likely", "one severe or catastrophic effect"),
            Level::Moderate => ("somewhat likely", "somewhat likely", "a serious effect"),
            Level::Low => ("unlikely", "unlikely", "a limited effect"),
            Level::VeryLow => ("highly unlikely", "highly unlikely", "a negligible effect"),
        };
        [level.to_string(), begins.to_owned(), harms.to_owned(), impact.to_owned()]
    });
    Block::table("The scale, in short; NIST SP 800-30 Rev. 1, Tables G-2 to G-4 and H-3", columns, rows)
}

fn editions(sheet: &Sheet<'_>) -> Vec<Run> {
    let mut text = format!("Threat catalogue: {}.", words::filled(&sheet.assessment.catalogue));
    if let Some(rule) = sheet.rule() {
        let edition = &rule.edition;
        text += &format!(
            " Security Rule: {}, edition {}, text confirmed as of {}.",
            edition.citation, edition.id, edition.confirmed_on
        );
    }
    vec![Run::plain(text)]
}

fn sources(sheet: &Sheet<'_>) -> Block {
    let columns = [Column::new("Source of threat information", 4), Column::new("Consulted", 1)];
    let rows = sheet.assessment.sources.iter().map(|one| [one.name.clone(), one.consulted_on.to_string()]);
    Block::table("Sources", columns, rows)
}
