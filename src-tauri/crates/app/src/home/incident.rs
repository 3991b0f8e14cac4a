//! Incidents whose clocks ran out while nobody recorded the act.

use super::{Attention, AttentionKind};
use crate::command::incident::running;
use jiff::Timestamp;
use riskwright_domain::incident::ClockState;
use riskwright_domain::workspace::Content;

/// Every open incident with a limit that has passed.
pub fn of_incidents(content: &Content, now: Timestamp) -> Vec<Attention> {
    let open = content.incidents.iter().filter(|one| one.outcome.is_none());
    let late = open.filter_map(|one| {
        let policy = content.policies.iter().find(|policy| policy.number == one.policy)?;
        let clocks = running(content, one, policy.version(&one.version)?, now);
        let overdue = clocks.iter().filter(|clock| clock.state == ClockState::Overdue).count();
        let acts = if overdue == 1 { "1 act is".to_owned() } else { format!("{overdue} acts are") };
        let text = format!("{} {}: {acts} past the limit", one.number, one.title.trim_end_matches('.'));
        let route = format!("incidents/{}", one.number);
        (overdue > 0).then_some(Attention { kind: AttentionKind::Overdue, text, route })
    });
    late.collect()
}
