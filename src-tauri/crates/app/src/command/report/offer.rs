//! Which reports there are, for whom, in which forms, and when one cannot be written.

use super::{Report, ReportFormat, ReportRow};
use crate::error::{CommandError, CommandResult, FieldError};
use riskwright_domain::workspace::Content;

/// A report that can be asked for.
pub struct Offer {
    /// Which.
    pub report: Report,
    /// Title.
    pub title: &'static str,
    /// Part of the name of its file.
    pub file_name: &'static str,
    about: &'static str,
    formats: &'static [ReportFormat],
}

const PAGES: &[ReportFormat] = &[ReportFormat::Pdf];
const TABLES: &[ReportFormat] = &[ReportFormat::Pdf, ReportFormat::Xlsx, ReportFormat::Csv];

/// All, in the order of use.
pub const OFFERS: [Offer; 8] = [
    Offer {
        report: Report::Assessment,
        title: "Full assessment report",
        file_name: "assessment",
        about: "Everything the assessment holds, for the file, an auditor or counsel: scope and method, answers, inventory, threats, every risk with its rationale, safeguards, decisions, approvals.",
        formats: PAGES,
    },
    Offer {
        report: Report::Summary,
        title: "Summary for the board",
        file_name: "summary",
        about: "One page: where the organization stands, the highest risks, and what is asked of the board.",
        formats: PAGES,
    },
    Offer {
        report: Report::Register,
        title: "Risk register",
        file_name: "register",
        about: "A line for each risk. The workbook also has the treatment plan and the safeguards.",
        formats: TABLES,
    },
    Offer {
        report: Report::HeatMap,
        title: "Heat maps",
        file_name: "heat-maps",
        about: "Risks by likelihood and impact: inherent, residual and target, with the numbers of the high ones.",
        formats: PAGES,
    },
    Offer {
        report: Report::TreatmentPlan,
        title: "Treatment plan",
        file_name: "treatment-plan",
        about: "What is done about each risk, by whom, by when and at what cost, and what still waits for a decision.",
        formats: TABLES,
    },
    Offer {
        report: Report::SafeguardGaps,
        title: "Safeguard gaps",
        file_name: "safeguard-gaps",
        about: "Safeguards of the Security Rule that are not fully in place, with owner and date.",
        formats: TABLES,
    },
    Offer {
        report: Report::Difference,
        title: "What changed since the assessment before",
        file_name: "difference",
        about: "New, worse, better and closed: every record that differs from the assessment that this one follows.",
        formats: PAGES,
    },
    Offer {
        report: Report::Calendar,
        title: "Calendar of due dates",
        file_name: "calendar",
        about: "Due dates for a calendar program: plans, acceptances, safeguards, decisions, open items, reviews. It names numbers and people, never what a risk is.",
        formats: &[ReportFormat::Ics],
    },
];

impl Offer {
    /// The offer of a report.
    pub fn of(report: Report) -> &'static Self {
        let [first, ..] = &OFFERS;
        OFFERS.iter().find(|offer| offer.report == report).unwrap_or(first)
    }

    /// The row of the list, for a content.
    pub fn row(&self, content: &Content) -> ReportRow {
        ReportRow {
            report: self.report,
            title: self.title.to_owned(),
            about: self.about.to_owned(),
            formats: self.formats.to_vec(),
            unavailable: self.unavailable(content),
        }
    }

    /// Refuses a form that the report does not come in.
    pub fn comes_in(&self, format: ReportFormat) -> CommandResult<()> {
        if self.formats.contains(&format) {
            return Ok(());
        }
        let forms = self.formats.iter().map(|one| one.ending()).collect::<Vec<_>>().join(", ");
        let message = format!("{} comes in these forms: {forms}.", self.title);
        let field = FieldError::new("format", "not_offered", message);
        Err(CommandError::invalid("The report does not come in this form.", vec![field]))
    }

    fn unavailable(&self, content: &Content) -> Option<String> {
        let Some(assessment) = content.assessment_at_hand() else {
            return Some("There is no assessment yet.".to_owned());
        };
        let before = assessment.previous.as_ref();
        let known = before.is_some_and(|number| content.assessments.iter().any(|one| one.number == *number));
        (self.report == Report::Difference && !known)
            .then(|| "There is no earlier assessment to compare with.".to_owned())
    }
}

impl ReportFormat {
    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Ics => "ics",
        }
    }
}
