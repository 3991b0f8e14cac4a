//! How the practice is applied: the rule, what it may depend on, each class of requestors, deviations, training.

use super::sheet::PracticeSheet;
use super::words;
use crate::assessment::risk_card::closed;
use crate::assessment::words::{NONE, count, filled, listed};
use crate::block::{Block, Column, Run};
use jiff::civil::Date;
use riskwright_domain::practice::application::Deviation;
use riskwright_domain::practice::consistency::{ClassCount, consistency};
use riskwright_domain::practice::{Application, ApplicationRecord};

pub fn blocks(sheet: &PracticeSheet<'_>) -> Vec<Block> {
    let application = &sheet.practice.application;
    let mut blocks = vec![Block::heading(1, "application", "How it is applied")];
    blocks.extend(rule(application));
    blocks.push(Block::heading(2, "application-records", "Records of application"));
    blocks.extend(records(sheet));
    blocks.push(Block::heading(2, "application-training", "Training of those who apply it"));
    blocks.push(training(sheet));
    blocks
}

fn rule(application: &Application) -> Vec<Block> {
    let mut blocks = vec![match application.rule.trim() {
        "" => Block::warning("No rule of application is written down."),
        rule => Block::paragraph(rule),
    }];
    let mut rows = vec![
        ("Applied by", vec![Run::plain(listed(&application.applied_by))]),
        ("Own staff, affiliates, vendors", internal(application)),
    ];
    rows.extend(
        application.rule_changed_on.map(|on| ("Rule last changed", vec![Run::plain(on.to_string())])),
    );
    let named = application.named_requestors.iter().map(|one| match &one.risk {
        Some(risk) => format!("{} ({risk})", one.name.trim()),
        None => one.name.trim().to_owned(),
    });
    let named: Vec<String> = named.collect();
    if !named.is_empty() {
        rows.push(("Requestors named in the rule", vec![Run::plain(named.join("; "))]));
    }
    blocks.push(Block::key_values(rows));
    blocks.push(differentiators(application));
    blocks
}

fn internal(application: &Application) -> Vec<Run> {
    let Some(one) = &application.internal_comparison else { return vec![Run::bold("Not answered")] };
    let same = if one.same { "Treated the same" } else { "Treated differently" };
    let risk = one.risk.as_ref().map(|risk| format!(" ({risk})")).unwrap_or_default();
    vec![Run::bold(format!("{same}{risk}")), Run::plain(format!(": {}", closed(&one.statement)))]
}

fn differentiators(application: &Application) -> Block {
    let Some(used) = &application.differentiators else {
        return Block::warning("It is not answered what the rule treats differently.");
    };
    if used.is_empty() {
        return Block::paragraph("The rule treats nothing differently.");
    }
    let columns = [
        Column::new("What the rule depends on", 7),
        Column::new("How", 15),
        Column::new("Rated risk that differs", 6),
    ];
    let rows = used.iter().map(|one| {
        let risk = one.risk.as_ref().map_or_else(|| NONE.to_owned(), ToString::to_string);
        [words::difference(one.kind).to_owned(), filled(&one.description), risk]
    });
    Block::table("What the rule treats differently", columns, rows)
}

fn records(sheet: &PracticeSheet<'_>) -> Vec<Block> {
    let application = &sheet.practice.application;
    let held = application.records.iter().filter(|record| record.on <= sheet.on);
    let held: Vec<ApplicationRecord> = held.cloned().collect();
    let days = held.iter().map(|record| record.on);
    let Some((first, last)) = days.clone().min().zip(days.max()) else {
        return vec![if application.not_yet_applied {
            Block::paragraph("Recorded as not yet applied.")
        } else {
            Block::warning("No application is on record, and it is not recorded that there was none.")
        }];
    };
    let mut blocks = vec![classes(between(&held, first, last), &consistency(&held).classes, &held)];
    blocks.extend(sheet.consistency_words.map(Block::paragraph));
    blocks.push(deviations(sheet, &held));
    blocks
}

fn between(held: &[ApplicationRecord], first: Date, last: Date) -> String {
    let number = count(held.len(), "application", "applications");
    let days = if first == last { format!("on {first}") } else { format!("from {first} to {last}") };
    format!("{number} on record {days}, by class of requestors")
}

fn classes(caption: String, classes: &[ClassCount], held: &[ApplicationRecord]) -> Block {
    let columns = [
        Column::new("Class of requestors", 13),
        Column::numbers("Applied", 5),
        Column::numbers("Access limited", 5),
        Column::numbers("Not limited", 5),
        Column::numbers("Not recorded", 6),
        Column::numbers("Deviations", 6),
    ];
    let row = |one: &ClassCount| {
        let not_limited = one.known().saturating_sub(one.restricted);
        let numbers =
            [one.applied, one.restricted, not_limited, one.unknown].map(|number| number.to_string());
        let [applied, restricted, not_limited, unknown] = numbers;
        let name = if one.requestor_class.is_empty() {
            "no class named".to_owned()
        } else {
            one.requestor_class.clone()
        };
        [name, applied, restricted, not_limited, unknown, deviating(one, held).to_string()]
    };
    Block::table(caption, columns, classes.iter().map(row))
}

/// Deviations recorded for a class; classes that differ by case and space alone are one.
fn deviating(class: &ClassCount, held: &[ApplicationRecord]) -> usize {
    let name = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let of_class = held.iter().filter(|record| name(&record.requestor_class) == name(&class.requestor_class));
    of_class.filter(|record| record.deviation.is_some()).count()
}

fn deviations(sheet: &PracticeSheet<'_>, held: &[ApplicationRecord]) -> Block {
    let rows: Vec<[Vec<Run>; 5]> = held
        .iter()
        .filter_map(|record| Some((record, record.deviation.as_ref()?)))
        .map(|(record, deviation)| deviation_row(sheet, record, deviation))
        .collect();
    if rows.is_empty() {
        return Block::paragraph("No deviation from the rule is recorded.");
    }
    let columns = [
        Column::new("Date", 8),
        Column::new("Class", 9),
        Column::new("What was done", 14),
        Column::new("Why the rule was not followed", 13),
        Column::new("Approved by", 9),
    ];
    Block::table("Deviations from the rule", columns, rows)
}

fn deviation_row(
    sheet: &PracticeSheet<'_>,
    record: &ApplicationRecord,
    deviation: &Deviation,
) -> [Vec<Run>; 5] {
    let reason = match deviation.reason.trim() {
        "" => vec![Run::bold("no reason recorded")],
        reason => vec![Run::plain(reason)],
    };
    let by = deviation.approved_by.as_ref().map(|by| Run::plain(sheet.person(by)));
    [
        vec![Run::plain(record.on.to_string())],
        vec![Run::plain(filled(&record.requestor_class))],
        vec![Run::plain(filled(&record.outcome))],
        reason,
        vec![by.unwrap_or_else(|| Run::bold("nobody recorded"))],
    ]
}

fn training(sheet: &PracticeSheet<'_>) -> Block {
    let application = &sheet.practice.application;
    if application.applied_by.is_empty() {
        return Block::warning("It is not recorded which roles apply the practice.");
    }
    let last = |role: &str| {
        let same =
            application.training.iter().filter(|one| one.role.trim().eq_ignore_ascii_case(role.trim()));
        same.map(|one| one.completed_on).filter(|on| *on <= sheet.on).max()
    };
    let rows = application.applied_by.iter().map(|role| {
        let on = last(role).map_or_else(|| Run::bold("none recorded"), |on| Run::plain(on.to_string()));
        [vec![Run::plain(role.as_str())], vec![on]]
    });
    Block::table("", [Column::new("Role", 3), Column::new("Last training completed", 2)], rows)
}
