//! The treatment plan: what is done about each risk, by whom, by when and at what cost; 45 CFR 164.308(a)(1)(ii)(B).

use super::register::text;
use super::sheet::Sheet;
use super::{frame, words};
use crate::block::{Block, Column as Printed, Run};
use crate::document::Document;
use crate::spreadsheet::{Cell, Column, Spreadsheet};
use riskwright_domain::risk::{Risk, RiskState, Treatment};

/// What plans cost together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Costs {
    /// Once, in whole US dollars.
    pub once: u64,
    /// Each year.
    pub yearly: u64,
    /// Plans without an amount.
    pub without: usize,
}

impl Costs {
    /// The sums of some plans.
    pub fn of<'a>(plans: impl IntoIterator<Item = &'a Treatment>) -> Self {
        plans.into_iter().fold(Self::default(), |sum, plan| Self {
            once: sum.once + u64::from(plan.cost_once.unwrap_or_default()),
            yearly: sum.yearly + u64::from(plan.cost_yearly.unwrap_or_default()),
            without: sum.without + usize::from(plan.cost_once.is_none() && plan.cost_yearly.is_none()),
        })
    }

    /// `$12,400 once and $3,000 a year; 2 plans name no amount`.
    #[must_use]
    pub fn words(&self) -> String {
        let sums = format!("{} once and {} a year", words::money(self.once), words::money(self.yearly));
        match self.without {
            0 => sums,
            number => format!("{sums}; {} no amount", words::count(number, "plan names", "plans name")),
        }
    }
}

/// Plans that are not done, the earliest due date first; those of closed risks are left out.
#[must_use]
pub fn open_plans<'a>(sheet: &Sheet<'a>) -> Vec<(&'a Risk, &'a Treatment)> {
    let mut plans: Vec<_> = planned(sheet).filter(|(_, plan)| plan.done_on.is_none()).collect();
    plans.retain(|(risk, _)| risk.status != RiskState::Closed);
    plans.sort_by_key(|(risk, plan)| (plan.due, &risk.number));
    plans
}

/// Plans that are done, the newest first.
#[must_use]
pub fn done_plans<'a>(sheet: &Sheet<'a>) -> Vec<(&'a Risk, &'a Treatment)> {
    let mut plans: Vec<_> = planned(sheet).filter(|(_, plan)| plan.done_on.is_some()).collect();
    plans.sort_by(|(one, first), (other, second)| {
        second.done_on.cmp(&first.done_on).then_with(|| one.number.cmp(&other.number))
    });
    plans
}

/// Open risks above the tolerance with neither a plan nor an acceptance that holds on the copy's day.
#[must_use]
pub fn undecided<'a>(sheet: &Sheet<'a>) -> Vec<&'a Risk> {
    let tolerance = sheet.organization().risk_tolerance;
    let held = |risk: &Risk| {
        let accepted = risk.acceptance.as_ref().is_some_and(|one| sheet.copy.made_on <= one.expires);
        let planned = risk.treatment.as_ref().is_some_and(|plan| plan.done_on.is_none());
        accepted || planned
    };
    let mut risks = sheet.ranked();
    risks.retain(|risk| risk.status != RiskState::Closed);
    risks.retain(|risk| risk.level().is_some_and(|level| level > tolerance) && !held(risk));
    risks
}

fn planned<'a>(sheet: &Sheet<'a>) -> impl Iterator<Item = (&'a Risk, &'a Treatment)> + use<'a> {
    sheet.assessment.risks.iter().filter_map(|risk| Some((risk, risk.treatment.as_ref()?)))
}

/// What is done about a risk, in a few words.
#[must_use]
pub fn in_short(sheet: &Sheet<'_>, risk: &Risk) -> String {
    let plan = risk.treatment.as_ref().map(|plan| {
        let option = words::option(plan.option);
        match plan.done_on {
            Some(day) => format!("{option}: done {day}"),
            None => format!("{option}: due {}, {}", plan.due, sheet.person(&plan.owner)),
        }
    });
    let accepted = risk.acceptance.as_ref().map(|one| {
        let lapsed = if one.expires < sheet.copy.made_on { "acceptance lapsed" } else { "accepted until" };
        format!("{lapsed} {}", one.expires)
    });
    let parts: Vec<String> = plan.into_iter().chain(accepted).collect();
    if parts.is_empty() { "No plan".to_owned() } else { parts.join("; ") }
}

/// The plan as a sheet: a row for each risk that has one, open plans first.
#[must_use]
pub fn spreadsheet(sheet: &Sheet<'_>) -> Spreadsheet {
    let plans = open_plans(sheet).into_iter().chain(done_plans(sheet));
    Spreadsheet {
        title: "Treatment plan".to_owned(),
        columns: vec![
            Column::text("Risk", 9),
            Column::text("Threat", 34),
            Column::text("Asset", 26),
            Column::text("Level", 12),
            Column::text("Target level", 12),
            Column::text("Treatment", 12),
            Column::text("Plan", 60),
            Column::text("Owner", 20),
            Column::date("Due", 11),
            Column::date("Done", 11),
            Column::number("Cost once, US dollars", 12),
            Column::number("Cost a year, US dollars", 12),
        ],
        rows: plans.map(|(risk, plan)| row(sheet, risk, plan)).collect(),
    }
}

fn row(sheet: &Sheet<'_>, risk: &Risk, plan: &Treatment) -> Vec<Cell> {
    let target = risk.target.map(|values| values.rating().level.to_string());
    vec![
        text(risk.number.to_string()),
        text(sheet.threat(&risk.threat)),
        text(sheet.asset(&risk.asset)),
        risk.level().map(|level| level.to_string()).into(),
        target.into(),
        words::option(plan.option).into(),
        text(plan.plan.clone()),
        text(sheet.person(&plan.owner)),
        plan.due.into(),
        plan.done_on.into(),
        plan.cost_once.map(i64::from).into(),
        plan.cost_yearly.map(i64::from).into(),
    ]
}

/// The plan on pages.
#[must_use]
pub fn document(sheet: &Sheet<'_>) -> Document {
    let mut blocks = vec![frame::banner(sheet)];
    blocks.extend(sections(sheet, 1, false));
    blocks.push(frame::remark(sheet));
    let document =
        frame::document(sheet, "Treatment plan", "What is done, by whom, by when, at what cost", blocks);
    frame::with_short_front(document, sheet)
}

/// The sections of the plan below headings of a level; risks are links where the document has their cards.
#[must_use]
pub fn sections(sheet: &Sheet<'_>, level: u8, linked: bool) -> Vec<Block> {
    let (open, done) = (open_plans(sheet), done_plans(sheet));
    let mut blocks = vec![Block::heading(level, "plan-open", "Open plans")];
    if open.is_empty() {
        blocks.push(Block::paragraph("No plan is open."));
    } else {
        let costs = Costs::of(open.iter().map(|(_, plan)| *plan));
        blocks.push(Block::paragraph(overdue(sheet, &open)));
        blocks.push(table(sheet, &open, linked));
        blocks.push(Block::paragraph(vec![Run::bold("Open plans cost "), Run::plain(costs.words() + ".")]));
    }
    blocks.push(Block::heading(level, "plan-undecided", "Above tolerance without plan or acceptance"));
    blocks.push(Block::paragraph(without(sheet, linked)));
    if !done.is_empty() {
        blocks.push(Block::heading(level, "plan-done", "Done"));
        blocks.push(table(sheet, &done, linked));
    }
    blocks
}

fn overdue(sheet: &Sheet<'_>, open: &[(&Risk, &Treatment)]) -> String {
    let late = open.iter().filter(|(_, plan)| plan.due < sheet.copy.made_on).count();
    let open = words::count(open.len(), "plan is", "plans are");
    match late {
        0 => format!("{open} open, none of them overdue on {}.", sheet.copy.made_on),
        late => format!("{open} open, {} overdue on {}.", words::grouped(late as u64), sheet.copy.made_on),
    }
}

fn without(sheet: &Sheet<'_>, linked: bool) -> Vec<Run> {
    let numbers: Vec<_> = undecided(sheet).into_iter().map(|risk| risk.number.clone()).collect();
    let tolerance = sheet.organization().risk_tolerance;
    if numbers.is_empty() {
        return vec![Run::plain(format!(
            "None: every open risk above {tolerance} has an open plan or an acceptance that holds."
        ))];
    }
    let mut runs = vec![Run::bold(format!(
        "{} above {tolerance} wait for a decision: ",
        words::count(numbers.len(), "risk", "risks")
    ))];
    if linked {
        runs.extend(sheet.risk_links(&numbers));
    } else {
        runs.push(Run::plain(words::listed(&numbers)));
    }
    runs
}

fn table(sheet: &Sheet<'_>, plans: &[(&Risk, &Treatment)], linked: bool) -> Block {
    let columns = [
        Printed::new("Due or done", 6),
        Printed::new("Risk", 5),
        Printed::new("Level, target", 6),
        Printed::new("What is done", 18),
        Printed::new("Owner", 7),
        Printed::new("Cost", 7),
    ];
    let rows: Vec<[Vec<Run>; 6]> =
        plans.iter().map(|(risk, plan)| printed(sheet, risk, plan, linked)).collect();
    Block::table("", columns, rows)
}

fn printed(sheet: &Sheet<'_>, risk: &Risk, plan: &Treatment, linked: bool) -> [Vec<Run>; 6] {
    let number = [risk.number.clone()];
    let target = risk.target.map(|values| format!(", {}", values.rating().level));
    let plan_text = format!("{}: {}", words::option(plan.option), plan.plan);
    [
        when(sheet, plan),
        if linked { sheet.risk_links(&number) } else { vec![Run::plain(risk.number.as_str())] },
        vec![Run::plain(words::level(risk.level()) + &target.unwrap_or_default())],
        vec![Run::plain(plan_text)],
        vec![Run::plain(sheet.person(&plan.owner))],
        vec![Run::plain(
            words::costs(plan.cost_once, plan.cost_yearly).unwrap_or_else(|| words::NONE.to_owned()),
        )],
    ]
}

fn when(sheet: &Sheet<'_>, plan: &Treatment) -> Vec<Run> {
    match plan.done_on {
        Some(day) => vec![Run::plain(day.to_string())],
        None if plan.due < sheet.copy.made_on => vec![Run::bold(format!("{} overdue", plan.due))],
        None => vec![Run::plain(plan.due.to_string())],
    }
}
