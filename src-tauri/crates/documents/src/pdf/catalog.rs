//! The catalogue, through which a reader finds everything else (ISO 32000-1, 7.7.2).

use lopdf::{Object, ObjectId, Stream, dictionary};

use super::Parts;
use super::annotation::Added;
use super::error::WriteError;
use super::object::{dictionary_mut, text};
use crate::document::Document;

/// The profile for the colours in use: sRGB, made by Little CMS.
const SRGB: &[u8] = include_bytes!("srgb.icc");

/// What was added before.
pub(super) struct Entries {
    pub structure: ObjectId,
    pub outline: Option<ObjectId>,
    pub metadata: ObjectId,
    pub annotations: Added,
}

/// Completes the catalogue and takes out what printpdf adds without need.
pub(super) fn complete(
    parts: &mut Parts<'_>,
    document: &Document,
    entries: &Entries,
) -> Result<(), WriteError> {
    clear_resources(parts)?;
    let intent = output_intent(parts);
    let root = parts.file.trailer.get(b"Root").and_then(Object::as_reference);
    let root = root.map_err(|_| WriteError::Incomplete("catalogue"))?;
    let form = (!entries.annotations.fields.is_empty()).then(|| form(parts, &entries.annotations.fields));
    let catalog = dictionary_mut(&mut parts.file, root, "catalogue")?;
    catalog.set("StructTreeRoot", entries.structure);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", text(&document.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", entries.metadata);
    catalog.set("OutputIntents", vec![intent]);
    catalog.remove(b"PageMode");
    if let Some(outline) = entries.outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    }
    catalog.remove(b"PageLayout");
    if let Some(form) = form {
        catalog.set("AcroForm", form);
    }
    Ok(())
}

fn output_intent(parts: &mut Parts<'_>) -> Object {
    let profile = parts.file.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text("sRGB"),
        "Info" => text("sRGB"),
        "DestOutputProfile" => profile,
    }
    .into()
}

/// The fields. Bit 1 says that there are signature fields (ISO 32000-1, table 219).
fn form(parts: &mut Parts<'_>, fields: &[ObjectId]) -> ObjectId {
    let fields: Vec<Object> = fields.iter().copied().map(Object::Reference).collect();
    parts.file.add_object(dictionary! { "Fields" => fields, "SigFlags" => 1 })
}

/// Leaves only fonts among the resources of pages: the other kinds are there but empty.
fn clear_resources(parts: &mut Parts<'_>) -> Result<(), WriteError> {
    for page in &parts.pages {
        let page = dictionary_mut(&mut parts.file, *page, "page")?;
        let resources = page.get(b"Resources").and_then(Object::as_reference);
        let resources = resources.map_err(|_| WriteError::Incomplete("resources"))?;
        let resources = dictionary_mut(&mut parts.file, resources, "resources")?;
        for key in [b"Shading".as_slice(), b"ExtGState", b"XObject"] {
            resources.remove(key);
        }
    }
    Ok(())
}
