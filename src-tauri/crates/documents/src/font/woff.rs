//! Opens a WOFF file: the tables of a TrueType font, each packed by zlib (W3C, WOFF File Format 1.0).

use std::io::Read;

use flate2::read::ZlibDecoder;

const HEADER: usize = 44;
const ENTRY: usize = 20;
const SFNT_HEADER: usize = 12;
const SFNT_ENTRY: usize = 16;

/// The TrueType font in a WOFF file, or `None` if the file is damaged.
pub(super) fn to_truetype(woff: &[u8]) -> Option<Vec<u8>> {
    if woff.get(..4)? != b"wOFF" {
        return None;
    }
    let flavour = number(woff, 4)?;
    let count = u16::from_be_bytes(woff.get(12..14)?.try_into().ok()?);
    let tables: Option<Vec<Table>> = (0..usize::from(count)).map(|index| table(woff, index)).collect();
    assemble(flavour, count, &tables?)
}

struct Table {
    tag: [u8; 4],
    checksum: u32,
    data: Vec<u8>,
}

fn table(woff: &[u8], index: usize) -> Option<Table> {
    let entry = HEADER + index * ENTRY;
    let (offset, packed, length) = (size(woff, entry + 4)?, size(woff, entry + 8)?, size(woff, entry + 12)?);
    let stored = woff.get(offset..offset.checked_add(packed)?)?;
    let mut data = Vec::with_capacity(length);
    if packed < length {
        ZlibDecoder::new(stored).take(u64::try_from(length).ok()?).read_to_end(&mut data).ok()?;
    } else {
        data.extend_from_slice(stored);
    }
    let tag = woff.get(entry..entry + 4)?.try_into().ok()?;
    (data.len() == length).then_some(Table { tag, checksum: number(woff, entry + 16)?, data })
}

/// Writes the table directory and the tables, each on a boundary of four bytes (OpenType 1.9, "Font file").
fn assemble(flavour: u32, count: u16, tables: &[Table]) -> Option<Vec<u8>> {
    let power = count.checked_ilog2()?;
    let range = 16_u16.checked_shl(power)?;
    let mut font = Vec::new();
    font.extend(flavour.to_be_bytes());
    for value in [count, range, u16::try_from(power).ok()?, (count * 16).checked_sub(range)?] {
        font.extend(value.to_be_bytes());
    }
    let mut offset = SFNT_HEADER + tables.len() * SFNT_ENTRY;
    for table in tables {
        font.extend(table.tag);
        for value in [table.checksum, u32::try_from(offset).ok()?, u32::try_from(table.data.len()).ok()?] {
            font.extend(value.to_be_bytes());
        }
        offset += table.data.len().next_multiple_of(4);
    }
    for table in tables {
        font.extend(&table.data);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    Some(font)
}

fn number(bytes: &[u8], offset: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(offset..offset + 4)?.try_into().ok()?))
}

fn size(bytes: &[u8], offset: usize) -> Option<usize> {
    usize::try_from(number(bytes, offset)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_is_no_font() {
        let whole = include_bytes!("../../fonts/SourceSans3-It.ttf.woff");
        assert!(to_truetype(whole).is_some());
        for damaged in [&b""[..], b"wOFF", b"OTTOxxxx", &whole[..100], &whole[..whole.len() / 2]] {
            assert!(to_truetype(damaged).is_none(), "{} bytes", damaged.len());
        }
    }
}
