//! A small document with two empty signature fields, and a way to append updates to it.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};

/// How the cross-references of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Table,
    Streams,
}

/// A policy of two pages; the second has the fields `author` and `approver` and a link.
pub fn document(form: Form) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
    });
    let resources = document.add_object(dictionary! { "Font" => dictionary! { "F1" => font } });
    let texts = ["Access is reviewed every quarter.", "Approved by the people below."];
    let kids: Vec<ObjectId> = texts.iter().map(|text| page(&mut document, pages, resources, text)).collect();
    let fields: Vec<Object> = [("author", 400), ("approver", 300)]
        .map(|(name, bottom)| document.add_object(field(name, bottom, kids[1])).into())
        .to_vec();
    let link = document.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Link", "Rect" => numbers([72, 700, 200, 712]),
        "Dest" => vec![kids[0].into(), "Fit".into()],
    });
    let mut annotations = vec![Object::Reference(link)];
    annotations.extend(fields.clone());
    document.get_dictionary_mut(kids[1]).unwrap().set("Annots", annotations);
    let count = i64::try_from(kids.len()).unwrap();
    let kids: Vec<Object> = kids.into_iter().map(Object::Reference).collect();
    document.set_object(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let form_object = document.add_object(dictionary! { "Fields" => fields, "SigFlags" => 1 });
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => pages, "AcroForm" => form_object, "Lang" => Object::string_literal("en-US"),
    });
    let information = document.add_object(dictionary! { "Title" => Object::string_literal("Access policy") });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", information);
    let id = Object::string_literal("0123456789abcdef");
    document.trailer.set("ID", vec![id.clone(), id]);
    save(document, form)
}

fn page(document: &mut Document, pages: ObjectId, resources: ObjectId, text: &str) -> ObjectId {
    let content = format!("BT /F1 12 Tf 72 720 Td ({text}) Tj ET");
    let content = document.add_object(Stream::new(dictionary! {}, content.into_bytes()));
    document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Resources" => resources, "Contents" => content,
        "MediaBox" => numbers([0, 0, 595, 842]),
    })
}

fn field(name: &str, bottom: i64, page: ObjectId) -> Dictionary {
    dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal(name), "F" => 132,
        "Rect" => numbers([72, bottom, 300, bottom + 56]), "P" => page,
    }
}

pub fn numbers(numbers: [i64; 4]) -> Vec<Object> {
    numbers.map(Object::Integer).to_vec()
}

fn save(mut document: Document, form: Form) -> Vec<u8> {
    let mut bytes = Vec::new();
    match form {
        Form::Table => {
            document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
            document.save_to(&mut bytes).unwrap();
        }
        Form::Streams => document.save_modern(&mut bytes).unwrap(),
    }
    bytes
}

/// Appends an update that another program could have made.
pub fn update(pdf: &[u8], change: impl FnOnce(&mut Draft)) -> Vec<u8> {
    let previous = Document::load_mem(pdf).unwrap();
    let mut draft = Draft(IncrementalDocument::create_from(pdf.to_vec(), previous));
    change(&mut draft);
    let mut bytes = Vec::new();
    draft.0.save_to(&mut bytes).unwrap();
    bytes
}

/// An update that is being written.
pub struct Draft(pub IncrementalDocument);

impl Draft {
    /// A dictionary of the document, to be changed.
    pub fn edit(&mut self, id: ObjectId) -> &mut Dictionary {
        self.0.opt_clone_object_to_new_document(id).unwrap();
        match self.0.new_document.objects.get_mut(&id).unwrap() {
            Object::Stream(stream) => &mut stream.dict,
            object => object.as_dict_mut().unwrap(),
        }
    }

    /// A new object of the document.
    pub fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        self.0.new_document.add_object(object)
    }

    /// Puts an object in the place of another.
    pub fn replace(&mut self, id: ObjectId, object: impl Into<Object>) {
        self.0.new_document.set_object(id, object);
    }

    pub fn catalog(&self) -> ObjectId {
        self.previous().trailer.get(b"Root").unwrap().as_reference().unwrap()
    }

    pub fn form(&self) -> ObjectId {
        self.reference(self.catalog(), b"AcroForm")
    }

    pub fn information(&self) -> ObjectId {
        self.previous().trailer.get(b"Info").unwrap().as_reference().unwrap()
    }

    /// The object of a page, from 1.
    pub fn page(&self, number: u32) -> ObjectId {
        self.previous().get_pages()[&number]
    }

    /// The object of a signature field.
    pub fn field(&self, name: &str) -> ObjectId {
        let is_field = |object: &Object| {
            object
                .as_dict()
                .is_ok_and(|field| field.get(b"T").is_ok_and(|t| t.as_str().unwrap() == name.as_bytes()))
        };
        *self.previous().objects.iter().find(|(_, object)| is_field(object)).unwrap().0
    }

    /// What an entry of a dictionary refers to.
    pub fn reference(&self, id: ObjectId, key: &[u8]) -> ObjectId {
        self.previous().get_dictionary(id).unwrap().get(key).unwrap().as_reference().unwrap()
    }

    fn previous(&self) -> &Document {
        self.0.get_prev_documents()
    }
}
