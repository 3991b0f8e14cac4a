//! Where things come to stand on pages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod sample;

use proptest::prelude::*;
use riskwright_documents::layout::{Layout, Page, Problem, Shape, Text, layout};
use riskwright_documents::{Block, Column, Document, LayoutError, PageSize, Run, Signer, Style};

const ROUNDING: f32 = 0.1;

fn document(blocks: Vec<Block>) -> Document {
    let mut document = Document::new("Lakeside", "Title");
    document.blocks = blocks;
    document
}

fn laid_out(blocks: Vec<Block>) -> Layout {
    layout(&document(blocks), &Style::default()).unwrap()
}

fn problems(document: &Document) -> Vec<Problem> {
    match layout(document, &Style::default()) {
        Err(LayoutError::Document(problems)) => problems,
        other => panic!("no problem found: {other:?}"),
    }
}

/// The text between header and footer.
fn body<'a>(page: &'a Page, style: &Style) -> Vec<&'a Text> {
    let bottom = style.page.points().1 - style.margins.bottom;
    let texts = page.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(text) if !text.words.is_empty() => Some(text),
        _ => None,
    });
    texts.filter(|text| text.y > style.margins.top && text.y < bottom).collect()
}

/// The lines of the body from top to bottom, each from left to right.
fn lines(page: &Page) -> Vec<String> {
    let mut texts = body(page, &Style::default());
    texts.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut lines: Vec<(f32, String)> = Vec::new();
    for text in texts {
        match lines.last_mut() {
            Some((y, line)) if *y == text.y => line.push_str(&text.plain()),
            _ => lines.push((text.y, text.plain())),
        }
    }
    lines.into_iter().map(|(_, line)| line.trim().to_owned()).collect()
}

/// Paragraphs of one line each.
fn filler(count: usize) -> Vec<Block> {
    (1..=count).map(|number| Block::paragraph(format!("line {number}"))).collect()
}

/// How many one-line paragraphs the first page takes.
fn first_page_lines() -> usize {
    let layout = laid_out(filler(60));
    lines(&layout.pages[0]).iter().filter(|line| line.starts_with("line")).count()
}

fn words(count: usize) -> String {
    (0..count).map(|number| format!("word{number}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_heading_never_ends_a_page() {
    let full = first_page_lines();
    for before in full - 4..=full {
        let mut blocks = filler(before);
        blocks.push(Block::heading(1, "one", "Chapter"));
        blocks.push(Block::heading(2, "two", "Section"));
        blocks.push(Block::paragraph(words(60)));
        let layout = laid_out(blocks);
        let headings = ["1 Chapter", "1.1 Section"];
        let last = lines(&layout.pages[0]).pop().unwrap();
        assert!(!headings.contains(&last.as_str()), "{before} lines before: page 1 ends with {last}");
        assert_eq!(layout.pages.len(), 2, "{before} lines before");
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone() {
    let full = first_page_lines();
    for before in full - 6..=full {
        for length in [30, 45, 60, 75] {
            let mut blocks = filler(before);
            blocks.push(Block::paragraph(words(length)));
            let layout = laid_out(blocks);
            let counts: Vec<usize> = layout
                .pages
                .iter()
                .map(|page| lines(page).iter().filter(|line| line.contains("word")).count())
                .collect();
            let total: usize = counts.iter().sum();
            assert!(total >= 2 && !counts.contains(&1), "{before} lines before, {length} words: {counts:?}");
        }
    }
}

#[test]
fn a_table_header_stands_on_each_page_of_its_table_and_is_read_out_once() {
    let rows = (1..=90).map(|number| [format!("row {number}"), "value".to_owned()]);
    let table = Block::table("Caption", [Column::new("Name", 1), Column::new("Value", 1)], rows);
    let layout = laid_out(vec![table]);
    assert!(layout.pages.len() >= 3);
    let mut read_out = 0;
    for (number, page) in layout.pages.iter().enumerate() {
        let found = lines(page);
        let header = found.iter().filter(|line| *line == "NameValue").count();
        assert_eq!(header, 1, "page {}: {found:?}", number + 1);
        if number > 0 {
            assert_eq!(found[0], "NameValue", "page {}", number + 1);
        }
        let marked = page.items.iter().filter(|item| {
            item.sequence.is_some() && matches!(&item.shape, Shape::Text(text) if text.plain() == "Name")
        });
        read_out += marked.count();
    }
    assert_eq!(read_out, 1);
}

#[test]
fn rows_do_not_break_and_none_is_lost() {
    let rows = (1..=60).map(|number| [format!("begin{number}"), format!("{} end{number}", words(30))]);
    let layout = laid_out(vec![Block::table("", [Column::new("A", 1), Column::new("B", 2)], rows)]);
    let pages: Vec<String> = layout.pages.iter().map(|page| lines(page).join(" ")).collect();
    for number in 1..=60 {
        let holds =
            |word: &str| pages.iter().position(|page| page.split(' ').any(|found| found.ends_with(word)));
        let (begin, end) = (format!("begin{number}"), format!("end{number}"));
        let begins = pages.iter().position(|page| page.contains(&format!("{begin}word0")));
        assert!(begins.is_some(), "{begin} is lost");
        assert_eq!(begins, holds(&end), "row {number}");
    }
}

#[test]
fn a_row_taller_than_a_page_breaks_and_loses_nothing() {
    let rows = [["first".to_owned(), words(3000)], ["last".to_owned(), "end".to_owned()]];
    let layout = laid_out(vec![Block::table("", [Column::new("A", 1), Column::new("B", 2)], rows)]);
    assert!(layout.pages.len() > 2);
    let all: Vec<String> = layout.pages.iter().flat_map(lines).collect();
    let found = all.join(" ").split(' ').filter(|word| word.contains("word")).count();
    assert_eq!(found, 3000);
    for page in &layout.pages[1..] {
        assert_eq!(lines(page)[0], "AB");
    }
}

#[test]
fn a_table_with_a_giant_header_still_ends() {
    let columns = [Column::new(words(4000), 1), Column::new("B", 1)];
    let rows = (0..50).map(|_| ["a", "b"]);
    let layout = laid_out(vec![Block::table("", columns, rows)]);
    let rows: usize =
        layout.pages.iter().map(|page| lines(page).iter().filter(|line| *line == "ab").count()).sum();
    assert_eq!(rows, 50);
}

#[test]
fn contents_give_the_page_of_each_heading() {
    let mut sample = sample::policy();
    sample.title = "T".to_owned();
    let layout = layout(&sample, &Style::default()).unwrap();
    let contents = lines(&layout.pages[0]);
    for entry in layout.outline.iter().filter(|entry| entry.level < 3) {
        let page = layout.destinations[&entry.id].page;
        let expected = format!("{}{}", entry.title(), page + 1);
        assert!(contents.contains(&expected), "{expected} is not among {contents:#?}");
        let on_page = lines(&layout.pages[page]).join(" ");
        let words: Vec<&str> = entry.text.split(' ').collect();
        assert!(on_page.contains(words[0]), "page {} does not hold {}", page + 1, entry.text);
    }
}

#[test]
fn a_page_break_starts_a_page_and_two_start_one() {
    let broken = |between: Vec<Block>| {
        let blocks = [vec![Block::paragraph("one")], between, vec![Block::paragraph("two")]].concat();
        laid_out(blocks)
            .pages
            .iter()
            .map(lines)
            .map(|lines| lines.last().cloned().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(broken(vec![Block::PageBreak]), ["one", "two"]);
    assert_eq!(broken(vec![Block::PageBreak, Block::PageBreak]), ["one", "two"]);
    assert_eq!(broken(vec![Block::heading(1, "h", "h"), Block::PageBreak]), ["1 h", "two"]);
    assert_eq!(laid_out(vec![Block::paragraph("one"), Block::PageBreak]).pages.len(), 1);
}

#[test]
fn signers_do_not_break_over_pages() {
    let signers = (0..12).map(|number| Signer {
        field: format!("signer-{number}"),
        name: format!("Name {number}"),
        role: "Role".to_owned(),
        statement: words(40),
    });
    let layout = laid_out(vec![Block::signatures(signers)]);
    for page in &layout.pages {
        let found = lines(page);
        let begun = found.iter().filter(|line| line.starts_with("Role, Name")).count();
        assert_eq!(begun, page.annotations.len());
        assert_eq!(begun, found.iter().filter(|line| line.starts_with("Digital signature")).count());
    }
    assert_eq!(layout.annotations.len(), 12);
}

#[test]
fn everything_wrong_is_named_at_once() {
    let mut document = document(vec![
        Block::heading(1, "same", "One"),
        Block::heading(1, "same", "Two"),
        Block::paragraph(Run::link("there", "nowhere")),
        Block::table("Cells", [Column::new("A", 1), Column::new("B", 1)], [vec!["1", "2"], vec!["3"]]),
        Block::table("Wide", (0..30).map(|_| Column::new("A", 1)), Vec::<Vec<&str>>::new()),
        Block::paragraph("心 and 臓"),
        Block::signatures(["a", "a", "b.c", ""].map(|field| Signer {
            field: field.to_owned(),
            name: String::new(),
            role: String::new(),
            statement: String::new(),
        })),
    ]);
    document.footer.left = "\u{7}".to_owned();
    let expected = [
        Problem::DuplicateId("same".into()),
        Problem::UnknownTarget { target: "nowhere".into(), text: "there".into() },
        Problem::RaggedRow { table: "Cells".into(), row: 2, cells: 1, columns: 2 },
        Problem::ColumnCount { table: "Wide".into(), columns: 30, most: 10 },
        Problem::FieldName("b.c".into()),
        Problem::FieldName(String::new()),
        Problem::DuplicateField("a".into()),
        Problem::MissingGlyph { character: '\u{7}', text: "\u{7}".into() },
        Problem::MissingGlyph { character: '心', text: "心".into() },
        Problem::MissingGlyph { character: '臓', text: "臓".into() },
    ];
    assert_eq!(problems(&document), expected);
}

#[test]
fn a_missing_glyph_is_named_in_words() {
    let error = layout(&document(vec![Block::paragraph("Ask 心 first")]), &Style::default()).unwrap_err();
    assert_eq!(error.to_string(), "no glyph for '心' (U+5FC3) in \"心\"");
}

#[test]
fn margins_that_leave_no_room_are_refused() {
    let mut style = Style::default();
    style.margins.left = 400.0;
    assert_eq!(
        layout(&document(filler(1)), &style).unwrap_err(),
        LayoutError::Document(vec![Problem::NoRoom])
    );
}

#[test]
fn a4_is_narrower_and_taller() {
    let (document, style) = (sample::policy(), Style::on(PageSize::A4));
    let layout = layout(&document, &style).unwrap();
    assert_eq!(layout.size, (595.28, 841.89));
    assert_inside(&layout, &style);
}

#[test]
fn the_sample_stays_within_its_margins() {
    assert_inside(&layout(&sample::policy(), &Style::default()).unwrap(), &Style::default());
}

#[test]
fn a_long_header_is_cut_and_the_page_number_is_not() {
    let mut document = document(filler(60));
    document.header.left = words(100);
    document.header.right = words(100);
    document.footer.left = words(100);
    document.footer.right = words(100);
    let layout = layout(&document, &Style::default()).unwrap();
    assert_inside(&layout, &Style::default());
    let last = layout.pages.last().unwrap();
    let shown: Vec<String> = last
        .items
        .iter()
        .filter_map(|item| match &item.shape {
            Shape::Text(text) => Some(text.plain()),
            _ => None,
        })
        .collect();
    let cut = shown.iter().filter(|text| text.starts_with("word0") && text.ends_with('…')).count();
    assert_eq!(cut, 4, "{shown:?}");
    assert_eq!(shown.last().unwrap(), " · Page 3 of 3");
}

/// Everything drawn stays between the margins, header and footer between the edges of the page.
fn assert_inside(layout: &Layout, style: &Style) {
    let (width, height) = layout.size;
    let (left, right) = (style.margins.left - ROUNDING, width - style.margins.right + ROUNDING);
    for (number, page) in layout.pages.iter().enumerate() {
        for item in &page.items {
            let (from, to) = match &item.shape {
                Shape::Text(text) => ((text.x, text.y - text.size), (text.x + text.width(), text.y)),
                Shape::Rectangle { area, .. } => {
                    ((area.x, area.y), (area.x + area.width, area.y + area.height))
                }
                Shape::Rule(rule) => (rule.from, rule.to),
            };
            let what = format!("page {}: {from:?} to {to:?}: {:?}", number + 1, item.shape);
            assert!(from.0 >= left && to.0 <= right, "{what}");
            assert!(from.1 >= 0.0 && to.1 <= height, "{what}");
            let is_body = item.sequence.is_some();
            let bottom = height - style.margins.bottom + ROUNDING;
            assert!(!is_body || (from.1 >= style.margins.top - ROUNDING - 12.0 && to.1 <= bottom), "{what}");
        }
    }
}

/// A document with the text in every place that text can stand.
fn everywhere(text: &str) -> Document {
    let run = || vec![Run::plain("x "), Run::bold(text), Run::link(text, "h"), Run::italic(text)];
    let signer = Signer {
        field: "f".to_owned(),
        name: text.to_owned(),
        role: text.to_owned(),
        statement: text.to_owned(),
    };
    let columns = [Column::new(text, 1), Column::numbers("n", 4), Column::new(text, 9), Column::new("", 0)];
    let mut document = document(vec![
        Block::heading(1, "h", text),
        Block::heading(2, "h2", text),
        Block::paragraph(run()),
        Block::bullets([run(), run()]),
        Block::table(text, columns, [vec![run(), run(), run(), run()], vec![vec![], run(), vec![], vec![]]]),
        Block::key_values([(text, run())]),
        Block::warning(run()),
        Block::signatures([signer]),
    ]);
    document.title = text.to_owned();
    document.subtitle = text.to_owned();
    document.organization = text.to_owned();
    document.front_matter = vec![(text.to_owned(), run())];
    document.contents = true;
    document.with_control_lines(text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn text_that_the_fonts_have_stays_within_the_margins(
        words in prop::collection::vec("[a-zA-ZÀ-ſ0-9§–—“”•≥≤→.,;:/_@&=?%-]{1,70}", 0..60),
        separator in "[ \u{A0}\n\t-]{1,2}",
    ) {
        let document = everywhere(&words.join(&separator));
        assert_inside(&layout(&document, &Style::default()).unwrap(), &Style::default());
    }

    #[test]
    fn any_text_at_all_is_laid_out_or_refused_by_its_characters(text in any::<String>()) {
        match layout(&everywhere(&text), &Style::default()) {
            Ok(layout) => assert_inside(&layout, &Style::default()),
            Err(LayoutError::Document(problems)) => {
                for problem in problems {
                    let Problem::MissingGlyph { character, .. } = problem else { panic!("{problem:?}") };
                    prop_assert!(text.contains(character), "{character:?} is not in {text:?}");
                }
            }
            Err(error) => panic!("{error}"),
        }
    }
}
