//! What an evidence sheet is made from, and the whole document.

use super::{
    alternatives, application, closing, conditions, dates, evidence, rule, standing, trail, watch, words,
};
use crate::assessment::Copy;
use crate::block::Block;
use crate::document::{Document, RunningText};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::Organization;
use riskwright_domain::practice::Practice;
use riskwright_domain::practice::check::subject::Subject;
use riskwright_domain::practice::check::{Check, Facts};
use riskwright_domain::workspace::Content;

/// One practice, its check on one day, and everything the sheet speaks of.
#[derive(Debug)]
pub struct PracticeSheet<'a> {
    /// The law and the catalogues.
    pub catalogue: &'a Catalogue,
    /// The whole content.
    pub content: &'a Content,
    /// The practice.
    pub practice: &'a Practice,
    /// Its check.
    pub check: &'a Check,
    /// The day of the check, and so of the sheet.
    pub on: Date,
    /// The copy that is being made.
    pub copy: Copy<'a>,
    /// What the comparison of its records by class of requestor says, where it was made.
    pub consistency_words: Option<&'a str>,
    facts: Facts<'a>,
    zone: TimeZone,
}

impl<'a> PracticeSheet<'a> {
    /// The sheet of a practice within a content, with its check on a day, made of that content.
    #[must_use]
    pub fn of(
        catalogue: &'a Catalogue,
        content: &'a Content,
        practice: &'a Practice,
        check: &'a Check,
        on: Date,
        copy: Copy<'a>,
        consistency_words: Option<&'a str>,
    ) -> Self {
        let zone = TimeZoneDatabase::bundled().get(&content.organization.time_zone);
        Self {
            catalogue,
            content,
            practice,
            check,
            on,
            copy,
            consistency_words,
            facts: Facts::new(catalogue, content),
            zone: zone.unwrap_or(TimeZone::UTC),
        }
    }

    /// The legal entity.
    #[must_use]
    pub fn organization(&self) -> &'a Organization {
        &self.content.organization
    }

    /// The person's name, or the number where it names nobody.
    #[must_use]
    pub fn person(&self, number: &PersonNumber) -> String {
        let known = self.facts.person(number.as_str());
        known.map_or_else(|| number.to_string(), |one| one.name.clone())
    }

    /// Name and job title, or the number where it names nobody.
    #[must_use]
    pub fn person_with_title(&self, number: &PersonNumber) -> String {
        let known = self.facts.person(number.as_str());
        known.map_or_else(|| number.to_string(), |one| format!("{}, {}", one.name, one.title))
    }

    /// The minute of an instant in the organization's time zone: `2026-05-14 15:50`.
    #[must_use]
    pub fn minute(&self, at: Timestamp) -> String {
        self.zone.to_datetime(at).strftime("%Y-%m-%d %H:%M").to_string()
    }
}

/// The whole sheet; the same sheet always gives the same document.
#[must_use]
pub fn document(sheet: &PracticeSheet<'_>) -> Document {
    let title = format!("Evidence sheet {}", sheet.practice.number);
    let state = words::conclusion(sheet.check.conclusion);
    let mut document = Document::new(&sheet.organization().name, &title);
    document.subtitle.clone_from(&sheet.practice.title);
    document.number = sheet.practice.number.to_string();
    document.header = RunningText {
        left: format!("{} · {title}", sheet.organization().name),
        right: format!("{state} · as of {}", sheet.on),
    };
    document.footer = RunningText {
        left: format!("{} · {state} · copy of {}", sheet.practice.number, sheet.copy.made_on),
        right: "Uncontrolled when printed".to_owned(),
    };
    document.blocks = blocks(sheet);
    standing::front_matter(sheet)
        .into_iter()
        .fold(document, |document, (name, value)| document.with_front_matter(name, value))
}

fn blocks(sheet: &PracticeSheet<'_>) -> Vec<Block> {
    let mut blocks = vec![standing::conclusion(sheet)];
    let Ok(subject) = Subject::new(&sheet.facts, sheet.practice, sheet.on) else {
        blocks.push(Block::warning(format!(
            "The catalogue has no edition of 45 CFR 171.203 in force on {}; nothing more can be shown.",
            sheet.on
        )));
        blocks.extend(closing::blocks(sheet));
        return blocks;
    };
    blocks.extend(standing::blocks(sheet, &subject));
    blocks.extend(rule::blocks(sheet, &subject));
    blocks.extend(dates::blocks(sheet, &subject));
    blocks.extend(trail::blocks(sheet, &subject));
    blocks.extend(conditions::blocks(sheet, &subject));
    blocks.extend(evidence::blocks(sheet, &subject));
    blocks.extend(application::blocks(sheet));
    blocks.extend(alternatives::blocks(&subject));
    blocks.extend(watch::blocks(sheet, &subject));
    blocks.extend(closing::blocks(sheet));
    blocks
}
