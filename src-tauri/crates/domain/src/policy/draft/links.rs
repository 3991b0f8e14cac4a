//! Which risks of an assessment a statement answers, by their threats.

use crate::assessment::Assessment;
use crate::policy::RiskLink;
use crate::policy::template::TemplateStatement;
use crate::risk::RiskState;

/// A link to each open, rated risk whose threat the statement answers, in the order of the register; the first answer
/// that names the threat says the effect.
pub fn of(statement: &TemplateStatement, assessment: &Assessment) -> Vec<RiskLink> {
    let open =
        assessment.risks.iter().filter(|risk| risk.status != RiskState::Closed && risk.residual.is_some());
    let links = open.filter_map(|risk| {
        let answer = statement.answers.iter().find(|answer| answer.threats.contains(&risk.threat))?;
        let effect = Some(answer.effect.clone());
        Some(RiskLink { risk: risk.number.clone(), effect, rating_hash: None, level: None })
    });
    links.collect()
}
