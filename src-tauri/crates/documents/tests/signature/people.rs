//! The people who sign in these tests.

use jiff::Timestamp;
use riskwright_documents::signature::{Authority, Details, Identity, Trust, Validity, sign};

use crate::sample::{Form, document};

/// The time at which everybody signs.
pub const AT: &str = "2026-11-21T22:30:00Z";

/// An organization with an author and an approver.
pub struct People {
    pub authority: Authority,
    pub author: Identity,
    pub approver: Identity,
}

impl People {
    pub fn new() -> Self {
        let authority = Authority::create("Lakeside Clinic", validity(), &[1]).unwrap();
        let author = authority.issue("Ana Author", validity(), &[2]).unwrap();
        let approver = authority.issue("Ben Approver", validity(), &[3]).unwrap();
        Self { authority, author, approver }
    }

    pub fn trust(&self) -> Trust {
        Trust { organization: vec![self.authority.certificate().to_vec()], system: Vec::new() }
    }

    /// The sample signed by the author.
    pub fn once(&self, form: Form) -> Vec<u8> {
        sign(&document(form), "author", &self.author, &details("Author")).unwrap()
    }

    /// The sample signed by the author and the approver.
    pub fn twice(&self, form: Form) -> Vec<u8> {
        sign(&self.once(form), "approver", &self.approver, &details("Approver")).unwrap()
    }
}

pub fn validity() -> Validity {
    Validity { from: "2026-01-01T00:00:00Z".parse().unwrap(), until: "2031-01-01T00:00:00Z".parse().unwrap() }
}

pub fn details(role: &str) -> Details {
    Details { role: role.to_owned(), at: AT.parse::<Timestamp>().unwrap() }
}
