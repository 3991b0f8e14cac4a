//! People, vendors, sites and assets by what a sheet calls them.

use super::cell::spaced;
use riskwright_domain::assessment::{Assessment, Asset};
use riskwright_domain::number::{PersonNumber, SiteNumber, VendorNumber};
use riskwright_domain::workspace::Content;
use std::collections::BTreeMap;

/// Everything that a row may name, by number and by name.
pub struct Lookup<'a> {
    people: Names<'a, PersonNumber>,
    vendors: Names<'a, VendorNumber>,
    sites: Names<'a, SiteNumber>,
    assets: Names<'a, Asset>,
}

/// Records by their names in lower case; a name may be that of several.
struct Names<'a, T>(BTreeMap<String, Vec<&'a T>>);

impl<'a, T: PartialEq> Names<'a, T> {
    fn of(pairs: impl Iterator<Item = (&'a str, &'a T)>) -> Self {
        let mut found: BTreeMap<String, Vec<&T>> = BTreeMap::new();
        for (name, record) in pairs {
            let records = found.entry(spaced(name)).or_default();
            if !records.contains(&record) {
                records.push(record);
            }
        }
        Self(found)
    }

    fn all(&self, name: &str) -> &[&'a T] {
        self.0.get(&spaced(name)).map(Vec::as_slice).unwrap_or_default()
    }

    fn one(&self, name: &str, what: &str) -> Result<&'a T, String> {
        match self.all(name) {
            [one] => Ok(one),
            [] => Err(format!(
                "There is no {what} {name:?} in this workspace; add it first, or mend the spelling."
            )),
            several => {
                Err(format!("{} of the name {name:?} are here; write the number instead.", several.len()))
            }
        }
    }
}

impl<'a> Lookup<'a> {
    /// The names of a content.
    pub fn of(content: &'a Content, assessment: &'a Assessment) -> Self {
        let people = content.people.iter().flat_map(|person| {
            let names = [Some(person.number.as_str()), Some(person.name.as_str()), person.login.as_deref()];
            names.into_iter().flatten().map(move |name| (name, &person.number))
        });
        let vendors = assessment.vendors.iter().flat_map(|vendor| {
            [vendor.number.as_str(), vendor.name.as_str()].map(|name| (name, &vendor.number))
        });
        let sites = content
            .organization
            .sites
            .iter()
            .flat_map(|site| [site.number.as_str(), site.name.as_str()].map(|name| (name, &site.number)));
        let assets = assessment.assets.iter().map(|asset| (asset.name.as_str(), asset));
        Self {
            people: Names::of(people),
            vendors: Names::of(vendors),
            sites: Names::of(sites),
            assets: Names::of(assets),
        }
    }

    /// The person of a number, name or login.
    ///
    /// # Errors
    /// What is wrong, for a person.
    pub fn person(&self, name: &str) -> Result<PersonNumber, String> {
        self.people.one(name, "person").cloned()
    }

    /// The vendor of a number or name.
    ///
    /// # Errors
    /// What is wrong, for a person.
    pub fn vendor(&self, name: &str) -> Result<VendorNumber, String> {
        self.vendors.one(name, "vendor").cloned()
    }

    /// The site of a number or name.
    ///
    /// # Errors
    /// What is wrong, for a person.
    pub fn site(&self, name: &str) -> Result<SiteNumber, String> {
        self.sites.one(name, "site").cloned()
    }

    /// Assets of a name.
    pub fn assets(&self, name: &str) -> &[&'a Asset] {
        self.assets.all(name)
    }
}
