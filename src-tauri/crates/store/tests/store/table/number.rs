use crate::trial::Trial;
use riskwright_store::Series;

fn next(trial: &Trial, series: Series<'_>) -> String {
    trial.store.read(|reader| reader.next_number(series)).unwrap()
}

#[test]
fn each_series_goes_on_after_the_highest_it_ever_had() {
    let empty = Trial::new();
    let trial = Trial::with_content();
    let policy = "POL-11".into();
    let table = [
        (Series::Person, "P-001", "P-003"),
        (Series::Evidence, "E-0001", "E-0003"),
        (Series::Asset, "A-001", "A-003"),
        (Series::Vendor, "V-001", "V-008"),
        (Series::Risk, "R-0001", "R-0003"),
        (Series::Policy, "POL-01", "POL-12"),
        (Series::Practice, "PR-0001", "PR-0002"),
        (Series::Statement(&policy), "S-01", "S-03"),
        (Series::Timeframe(&policy), "T-01", "T-05"),
        (Series::Parameter(&policy), "P-01", "P-01"),
    ];
    for (series, first, after) in table {
        assert_eq!(next(&empty, series), first, "{series:?}");
        assert_eq!(next(&trial, series), after, "{series:?}");
    }
    assert_eq!(next(&trial, Series::Statement(&"POL-1".into())), "S-01", "POL-1 is not POL-11");
}

#[test]
fn a_removed_number_is_not_given_out_again() {
    let mut trial = Trial::with_content();
    trial.write(|writer| {
        writer.remove_practice(&"PR-0001".into())?;
        let policy = "POL-11".into();
        let mut draft = writer.policy_version(&policy, "2.0")?.unwrap();
        draft.statements.clear();
        writer.put_policy_version(&policy, &draft)?;
        for year in ["AS-2025", "AS-2026"] {
            writer.remove_risk(&year.into(), &"R-0002".into())?;
        }
        Ok(())
    });
    assert_eq!(next(&trial, Series::Practice), "PR-0002");
    assert_eq!(next(&trial, Series::Risk), "R-0003");
    assert_eq!(next(&trial, Series::Statement(&"POL-11".into())), "S-03");
}

#[test]
fn numbers_of_another_form_do_not_count_and_none_is_too_high() {
    let mut trial = Trial::with_content();
    for number in ["PR-X", "ORG-7", "PR-99999999999999", "PR-4294967295", "PR-0041"] {
        let mut practice = trial.store.read(|reader| reader.practice(&"PR-0001".into())).unwrap().unwrap();
        practice.number = number.into();
        trial.write(|writer| writer.put_practice(&practice));
    }
    assert_eq!(next(&trial, Series::Practice), "PR-0042");
}
