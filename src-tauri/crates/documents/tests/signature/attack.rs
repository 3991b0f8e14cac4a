//! Updates that a signature does not permit, and a few that it does.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::sample::{Draft, numbers};

/// What an update does.
pub type Change = fn(&mut Draft);

/// An update and what is to be said of it after the author's signature.
pub struct Attack {
    pub name: &'static str,
    pub change: Change,
    /// A line that must be among the changes.
    pub found: &'static str,
}

/// Updates that are not permitted, each with the line that names it.
pub const ATTACKS: &[Attack] = &[
    Attack { name: "page content replaced", change: replace_content, found: "page 1 was changed (Contents)" },
    Attack {
        name: "page replaced in the tree",
        change: replace_page,
        found: "the pages were exchanged (2 before, 2 after)",
    },
    Attack { name: "page added", change: add_page, found: "the pages were exchanged (2 before, 3 after)" },
    Attack {
        name: "page removed",
        change: remove_page,
        found: "the pages were exchanged (2 before, 1 after)",
    },
    Attack { name: "text annotation", change: add_annotation, found: "an annotation was added to page 1" },
    Attack {
        name: "annotation beside fields",
        change: add_stamp,
        found: "an annotation was added to page 2",
    },
    Attack { name: "widget removed", change: remove_widget, found: "an annotation was removed from page 2" },
    Attack { name: "link turned", change: turn_link, found: "an annotation of page 2 was changed" },
    Attack { name: "font replaced", change: replace_font, found: "page 1 was changed (Resources)" },
    Attack { name: "page turned", change: turn_page, found: "page 2 was changed (Rotate)" },
    Attack { name: "text field", change: add_text_field, found: "the form field \"amount\" was added" },
    Attack {
        name: "signature field",
        change: add_signature_field,
        found: "the form field \"third\" was added",
    },
    Attack {
        name: "field moved",
        change: move_field,
        found: "the signature field \"approver\" was changed (Rect)",
    },
    Attack {
        name: "signature redrawn",
        change: redraw,
        found: "the signature field \"author\" was changed (AP)",
    },
    Attack {
        name: "appearances to be made anew",
        change: add_form_entry,
        found: "the form was changed (NeedAppearances)",
    },
    Attack {
        name: "open action",
        change: add_open_action,
        found: "the document's catalog was changed (OpenAction)",
    },
    Attack {
        name: "another catalog",
        change: exchange_catalog,
        found: "the file's trailer was changed (Root)",
    },
    Attack { name: "title", change: change_title, found: "the document's properties were changed (Title)" },
    Attack {
        name: "script among validation data",
        change: hide_in_store,
        found: "the document's catalog was changed (DSS)",
    },
    Attack {
        name: "certification removed",
        change: lift_certification,
        found: "the document's catalog was changed (Perms)",
    },
];

/// Updates that are permitted.
pub const HARMLESS: &[(&str, Change)] = &[
    ("modification date", |draft| {
        let information = draft.information();
        draft.edit(information).set("ModDate", Object::string_literal("D:20261122080000Z"));
    }),
    ("validation data", |draft| {
        let certificate = draft.add(Stream::new(dictionary! {}, b"certificate".to_vec()));
        let catalog = draft.catalog();
        draft.edit(catalog).set("DSS", dictionary! { "Certs" => vec![Object::Reference(certificate)] });
    }),
    ("objects rewritten as they are", |draft| {
        for id in [draft.page(1), draft.page(2), draft.catalog(), draft.form(), draft.field("author")] {
            draft.edit(id);
        }
    }),
];

fn replace_content(draft: &mut Draft) {
    let content = draft.reference(draft.page(1), b"Contents");
    draft.replace(content, Stream::new(dictionary! {}, b"BT /F1 12 Tf 72 720 Td (Never.) Tj ET".to_vec()));
}

fn copy_of_page(draft: &mut Draft) -> ObjectId {
    let mut page = draft.edit(draft.page(1)).clone();
    let content = draft.add(Stream::new(dictionary! {}, b"BT /F1 12 Tf 72 720 Td (Other.) Tj ET".to_vec()));
    page.set("Contents", content);
    draft.add(page)
}

fn set_pages(draft: &mut Draft, pages: &[ObjectId]) {
    let tree = draft.reference(draft.catalog(), b"Pages");
    let tree = draft.edit(tree);
    tree.set("Kids", pages.iter().map(|page| Object::Reference(*page)).collect::<Vec<_>>());
    tree.set("Count", i64::try_from(pages.len()).unwrap());
}

fn replace_page(draft: &mut Draft) {
    let other = copy_of_page(draft);
    let second = draft.page(2);
    set_pages(draft, &[other, second]);
}

fn add_page(draft: &mut Draft) {
    let other = copy_of_page(draft);
    let (first, second) = (draft.page(1), draft.page(2));
    set_pages(draft, &[first, second, other]);
}

fn remove_page(draft: &mut Draft) {
    let second = draft.page(2);
    set_pages(draft, &[second]);
}

fn note() -> Dictionary {
    dictionary! {
        "Type" => "Annot", "Subtype" => "FreeText", "Rect" => numbers([72, 600, 300, 640]),
        "Contents" => Object::string_literal("void"), "DA" => Object::string_literal("/Helv 12 Tf"),
    }
}

fn add_annotation(draft: &mut Draft) {
    let note = draft.add(note());
    let page = draft.page(1);
    draft.edit(page).set("Annots", vec![Object::Reference(note)]);
}

fn annotations(draft: &mut Draft) -> &mut Vec<Object> {
    let page = draft.page(2);
    draft.edit(page).get_mut(b"Annots").unwrap().as_array_mut().unwrap()
}

fn add_stamp(draft: &mut Draft) {
    let note = draft.add(note());
    annotations(draft).push(note.into());
}

fn remove_widget(draft: &mut Draft) {
    annotations(draft).pop();
}

fn turn_link(draft: &mut Draft) {
    let link = annotations(draft)[0].as_reference().unwrap();
    draft.edit(link).set("Dest", Object::string_literal("elsewhere"));
}

fn replace_font(draft: &mut Draft) {
    let resources = draft.reference(draft.page(1), b"Resources");
    let fonts = draft.edit(resources).get(b"Font").unwrap().as_dict().unwrap().clone();
    let font = fonts.get(b"F1").unwrap().as_reference().unwrap();
    draft.edit(font).set("BaseFont", "ZapfDingbats");
}

fn turn_page(draft: &mut Draft) {
    let page = draft.page(2);
    draft.edit(page).set("Rotate", 180);
}

fn add_field(draft: &mut Draft, field: Dictionary) {
    let field = draft.add(field);
    let form = draft.form();
    draft.edit(form).get_mut(b"Fields").unwrap().as_array_mut().unwrap().push(field.into());
}

fn add_text_field(draft: &mut Draft) {
    add_field(draft, dictionary! { "FT" => "Tx", "T" => Object::string_literal("amount") });
}

fn add_signature_field(draft: &mut Draft) {
    add_field(draft, dictionary! { "FT" => "Sig", "T" => Object::string_literal("third") });
}

fn move_field(draft: &mut Draft) {
    let field = draft.field("approver");
    draft.edit(field).set("Rect", numbers([0, 0, 595, 842]));
}

fn redraw(draft: &mut Draft) {
    let drawn = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => numbers([0, 0, 228, 56]) };
    let drawn = draft.add(Stream::new(drawn, b"1 0 0 rg 0 0 228 56 re f".to_vec()));
    let field = draft.field("author");
    draft.edit(field).set("AP", dictionary! { "N" => drawn });
}

fn add_form_entry(draft: &mut Draft) {
    let form = draft.form();
    draft.edit(form).set("NeedAppearances", true);
}

fn add_open_action(draft: &mut Draft) {
    let action = dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let catalog = draft.catalog();
    draft.edit(catalog).set("OpenAction", action);
}

fn exchange_catalog(draft: &mut Draft) {
    let catalog = draft.edit(draft.catalog()).clone();
    let catalog = draft.add(catalog);
    draft.0.new_document.trailer.set("Root", catalog);
}

fn change_title(draft: &mut Draft) {
    let information = draft.information();
    draft.edit(information).set("Title", Object::string_literal("Another policy"));
}

fn hide_in_store(draft: &mut Draft) {
    let catalog = draft.catalog();
    draft.edit(catalog).set("DSS", dictionary! { "JS" => Object::string_literal("app.alert(1)") });
}

fn lift_certification(draft: &mut Draft) {
    let catalog = draft.catalog();
    draft.edit(catalog).remove(b"Perms");
}
