//! The officer's year, through commands alone: the sample clinic's first assessment entered from its paper, approved,
//! and carried into a second year with five changes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod year;

use serde_json::json;
use year::{Paper, Year};

#[test]
fn the_first_year_is_done_and_the_second_names_exactly_what_changed() {
    let paper = Paper::of_the_sample();
    let year = Year::begin(&paper);

    // The path, in the suggested order.
    year.describe_the_organization(&paper);
    year.list_where_ephi_is(&paper);
    year.answer_the_questions(&paper);
    year.decide_the_threats(&paper);
    let risks = year.put_risks_into_the_register(&paper);
    year.rate_the_risks(&paper, &risks);
    year.plan_and_accept(&paper, &risks);
    year.state_the_safeguards(&paper);
    year.decide_the_addressable_ones(&paper, &risks);
    year.say_what_it_rests_on(&paper);

    // Nothing is missing, so it goes to the executive, who sees the hash that the approval binds to.
    let view = year.official.ok("assessment::get", json!({}));
    let blocking: Vec<_> =
        view["gaps"].as_array().unwrap().iter().filter(|gap| gap["blocking"] == true).collect();
    assert!(blocking.is_empty(), "{blocking:#?}");
    let approved = year.submit_and_approve();
    assert_eq!(approved["status"], "approved");
    assert_eq!(approved["approvals"][0]["holds"], true);
    let refused = year.official.refused("threat::decide", year::no_threat());
    assert_eq!(serde_json::to_value(refused.code).unwrap(), "frozen");

    // The second year: everything comes forward, five things change, the rest is confirmed.
    let begun = year.carry_forward();
    assert!(begun["to_confirm"].as_u64().unwrap() > 250, "{begun}");
    let expected = year.change_five_things();
    year.confirm_the_rest();
    let found = year.official.ok("assessment::difference", json!({}));
    let mut found: Vec<(String, String)> = found["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let id = row["record"]["id"].as_str().unwrap();
            (row["change"].as_str().unwrap().to_owned(), id.rsplit('/').next().unwrap().to_owned())
        })
        .collect();
    found.sort();
    assert_eq!(found, expected);
    let second = year.submit_and_approve();
    assert_eq!(second["previous"], approved["number"]);
    let list = year.official.ok("assessment::list", json!({}));
    let states: Vec<_> =
        list["assessments"].as_array().unwrap().iter().map(|one| one["status"].clone()).collect();
    assert_eq!(states, ["approved", "superseded"], "newest first");
    let trail = year.official.ok("audit::verify", json!({}));
    assert_eq!(trail["holds"], true, "{trail}");
}
