//! The sentences about a comparison: what was found and what to do, and never what the law concludes.

use super::exact::Method;
use super::{ClassCount, is_difference};

/// What is said of the classes; `tested` is the chance and how it was found.
pub(super) fn words(
    classes: &[ClassCount],
    compared: &[&ClassCount],
    tested: Option<(f64, Method)>,
) -> String {
    let found = match tested {
        Some((p_value, method)) => compared_words(compared, p_value, method),
        None => nothing_to_compare(classes, compared),
    };
    let left_out = left_out(classes);
    if tested.is_none() || left_out.is_empty() { found } else { format!("{found} {left_out}") }
}

fn compared_words(compared: &[&ClassCount], p_value: f64, method: Method) -> String {
    let rates = rates(compared);
    let chance = chance(p_value, method);
    if is_difference(p_value) {
        return format!(
            "Rates differ between classes more than chance would explain. Access was limited for {rates} ({chance}). \
             Look at the records: is there a rated difference in risk that explains it? If not, the rule is not being \
             applied alike."
        );
    }
    format!(
        "These records show no difference between classes beyond chance. Access was limited for {rates} ({chance}). \
         With few records only large differences show, so go on recording."
    )
}

fn nothing_to_compare(classes: &[ClassCount], compared: &[&ClassCount]) -> String {
    if classes.is_empty() {
        return "There is nothing to compare yet: no application is on record.".to_owned();
    }
    let missing = match compared {
        [] => "no record names a class of requestors and says whether access was limited".to_owned(),
        [one] => format!(
            "only one class of requestors has records that say whether access was limited ({} in {} of {})",
            one.requestor_class,
            one.restricted,
            records(one.known())
        ),
        _ => {
            let known: u32 = compared.iter().map(|one| one.known()).sum();
            let limited = compared.iter().any(|one| one.restricted > 0);
            let ended = if limited { "limited every time" } else { "never limited" };
            format!("access was {ended} in {} of {} classes", records(known), compared.len())
        }
    };
    format!(
        "There is nothing to compare yet: {missing}. Record every application, also those that limited nothing."
    )
}

/// Records that took no part, if any.
fn left_out(classes: &[ClassCount]) -> String {
    let unknown: u32 = classes
        .iter()
        .map(|one| if one.requestor_class.is_empty() { one.applied } else { one.unknown })
        .sum();
    match unknown {
        0 => String::new(),
        1 => "1 record without a class or an outcome is left out.".to_owned(),
        many => format!("{many} records without a class or an outcome are left out."),
    }
}

/// `Patient app in 8 of 9 records, Payer in 1 of 12 records`, highest rate first.
fn rates(compared: &[&ClassCount]) -> String {
    let mut ordered = compared.to_vec();
    let share = |one: &ClassCount| f64::from(one.restricted) / f64::from(one.known().max(1));
    ordered.sort_by(|one, other| share(other).total_cmp(&share(one)));
    let each = ordered
        .iter()
        .map(|one| format!("{} in {} of {}", one.requestor_class, one.restricted, records(one.known())));
    each.collect::<Vec<_>>().join(", ")
}

fn records(count: u32) -> String {
    if count == 1 { "1 record".to_owned() } else { format!("{count} records") }
}

fn chance(p_value: f64, method: Method) -> String {
    let test = match method {
        Method::Together => "exact test",
        Method::OneByOne => "exact tests of each class against all others, corrected for their number",
    };
    if p_value < 0.0001 { format!("{test}, p < 0.0001") } else { format!("{test}, p = {p_value:.4}") }
}
