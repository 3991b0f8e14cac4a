//! What the file says of itself: information dictionary, XMP and identifier.

use lopdf::{Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::object::text;
use super::{Parts, Stamp};
use crate::document::Document;

const PRODUCER: &str = "Riskwright";

/// Adds the information dictionary and the identifier; the result is the XMP for the catalogue.
pub(super) fn add(parts: &mut Parts<'_>, document: &Document, stamp: &Stamp) -> ObjectId {
    let date = Object::string_literal(stamp.created.strftime("D:%Y%m%d%H%M%S+00'00'").to_string());
    let information = parts.file.add_object(dictionary! {
        "Title" => text(&document.title),
        "Author" => text(&document.organization),
        "Subject" => text(&subject(document)),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    });
    parts.file.trailer.set("Info", information);
    let id = Object::String(identifier(stamp), StringFormat::Hexadecimal);
    parts.file.trailer.set("ID", vec![id.clone(), id]);
    let stream =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(document, stamp).into());
    // Archives read the metadata without a PDF reader, so it stays plain (ISO 19005-2, 6.6.2.1).
    parts.file.add_object(stream.with_compression(false))
}

fn subject(document: &Document) -> String {
    [document.number.as_str(), document.version.as_str()].join(" ").trim().to_owned()
}

/// From content and time, so that each file made of the same content has its own.
fn identifier(stamp: &Stamp) -> Vec<u8> {
    let mut hash = Sha256::new_with_prefix(stamp.identifier);
    hash.update(stamp.created.as_second().to_be_bytes());
    hash.finalize().iter().copied().take(16).collect()
}

/// XMP with the same facts, and the claim to be built to PDF/A-2A and PDF/UA-1 (ISO 16684-1, ISO 19005-2, ISO 14289-1).
fn xmp(document: &Document, stamp: &Stamp) -> String {
    let date = stamp.created.strftime("%Y-%m-%dT%H:%M:%S+00:00");
    let (title, author) = (escaped(&document.title), escaped(&document.organization));
    let (subject, language) = (escaped(&subject(document)), escaped(&document.language));
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{EXTENSION_SCHEMA}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        mark = '\u{FEFF}',
    )
}

/// PDF/A knows only the properties of its own schemas; that of PDF/UA must be described (ISO 19005-2, 6.6.2.3).
const EXTENSION_SCHEMA: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 to which the file is built</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#;

/// Text as XML 1.0 allows it between tags.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            _ if character.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_break_out_of_the_xml() {
        assert_eq!(escaped("a<b>&\"c\"\u{0}\u{FFFE}d\n"), "a&lt;b&gt;&amp;&quot;c&quot; d ");
    }
}
