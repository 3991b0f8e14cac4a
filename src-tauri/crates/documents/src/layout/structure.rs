//! The logical structure of a document: what a screen reader walks (ISO 32000-1, 14.7 and 14.8).

/// An element of the structure tree, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub usize);

/// A piece of text before it is known on which page it comes to stand, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentId(pub usize);

/// A link or signature field, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnnotationId(pub usize);

/// The standard structure types in use (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Document,
    /// The document's title; a paragraph to readers that know PDF 1.7 only.
    Title,
    H1,
    H2,
    H3,
    P,
    Div,
    L,
    Li,
    Lbl,
    LBody,
    Table,
    Caption,
    THead,
    TBody,
    Tr,
    Th,
    Td,
    Toc,
    Toci,
    Reference,
    Link,
    Form,
}

impl Tag {
    /// The name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Title => "Title",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
            Self::P => "P",
            Self::Div => "Div",
            Self::L => "L",
            Self::Li => "LI",
            Self::Lbl => "Lbl",
            Self::LBody => "LBody",
            Self::Table => "Table",
            Self::Caption => "Caption",
            Self::THead => "THead",
            Self::TBody => "TBody",
            Self::Tr => "TR",
            Self::Th => "TH",
            Self::Td => "TD",
            Self::Toc => "TOC",
            Self::Toci => "TOCI",
            Self::Reference => "Reference",
            Self::Link => "Link",
            Self::Form => "Form",
        }
    }
}

/// What an element says beyond its type: owner, key and value of an attribute (ISO 32000-1, 14.8.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute {
    pub owner: &'static str,
    pub key: &'static str,
    pub value: &'static str,
}

impl Attribute {
    pub const COLUMN_HEADER: Self = Self { owner: "Table", key: "Scope", value: "Column" };
    pub const ROW_HEADER: Self = Self { owner: "Table", key: "Scope", value: "Row" };
    pub const NUMBERED: Self = Self { owner: "List", key: "ListNumbering", value: "Decimal" };
    pub const BULLETS: Self = Self { owner: "List", key: "ListNumbering", value: "Disc" };
}

/// What stands below an element, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kid {
    Node(NodeId),
    Content(ContentId),
    Annotation(AnnotationId),
}

/// One element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub tag: Tag,
    /// `None` for the root only.
    pub parent: Option<NodeId>,
    pub attribute: Option<Attribute>,
    pub kids: Vec<Kid>,
}

/// The whole tree; the first node is the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    pub nodes: Vec<Node>,
    /// For each content, the element that it belongs to.
    pub contents: Vec<NodeId>,
    /// For each annotation, the element that it belongs to.
    pub annotations: Vec<NodeId>,
}

impl Structure {
    pub const ROOT: NodeId = NodeId(0);

    pub(super) fn new() -> Self {
        let root = Node { tag: Tag::Document, parent: None, attribute: None, kids: Vec::new() };
        Self { nodes: vec![root], contents: Vec::new(), annotations: Vec::new() }
    }

    /// Adds an element as the last of its parent.
    pub(super) fn add(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { tag, parent: Some(parent), attribute: None, kids: Vec::new() });
        self.push(parent, Kid::Node(id));
        id
    }

    /// Adds an element with an attribute as the last of its parent.
    pub(super) fn add_with(&mut self, parent: NodeId, tag: Tag, attribute: Attribute) -> NodeId {
        let id = self.add(parent, tag);
        if let Some(node) = self.nodes.get_mut(id.0) {
            node.attribute = Some(attribute);
        }
        id
    }

    /// Adds text as the last of an element.
    pub(super) fn add_content(&mut self, node: NodeId) -> ContentId {
        let id = ContentId(self.contents.len());
        self.contents.push(node);
        self.push(node, Kid::Content(id));
        id
    }

    /// Adds a link or field as the last of an element.
    pub(super) fn add_annotation(&mut self, node: NodeId) -> AnnotationId {
        let id = AnnotationId(self.annotations.len());
        self.annotations.push(node);
        self.push(node, Kid::Annotation(id));
        id
    }

    fn push(&mut self, node: NodeId, kid: Kid) {
        if let Some(node) = self.nodes.get_mut(node.0) {
            node.kids.push(kid);
        }
    }
}
