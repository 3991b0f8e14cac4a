//! Reading the attributes of distinguished names (RFC 5280, 4.1.2.4 and appendix A).

use const_oid::ObjectIdentifier;
use const_oid::db::rfc4519::{COMMON_NAME, ORGANIZATION_NAME};
use der::asn1::{BmpString, PrintableStringRef, TeletexStringRef, Utf8StringRef};
use der::{Any, Tag, Tagged};
use x509_cert::name::Name;

/// The common name; without one, the whole name as RFC 4514 writes it.
pub(crate) fn common_name(name: &Name) -> String {
    attribute(name, COMMON_NAME).unwrap_or_else(|| name.to_string())
}

/// The organization's name.
pub(crate) fn organization(name: &Name) -> Option<String> {
    attribute(name, ORGANIZATION_NAME)
}

fn attribute(name: &Name, kind: ObjectIdentifier) -> Option<String> {
    let parts = name.0.iter().flat_map(|part| part.0.iter());
    parts.filter(|part| part.oid == kind).find_map(|part| text(&part.value))
}

fn text(value: &Any) -> Option<String> {
    match value.tag() {
        Tag::Utf8String => value.decode_as::<Utf8StringRef>().ok().map(|text| text.as_str().to_owned()),
        Tag::PrintableString => {
            value.decode_as::<PrintableStringRef>().ok().map(|text| text.as_str().to_owned())
        }
        Tag::TeletexString => value.decode_as::<TeletexStringRef>().ok().map(|text| text.as_str().to_owned()),
        Tag::BmpString => value.decode_as::<BmpString>().ok().map(|text| text.to_string()),
        _ => None,
    }
}
