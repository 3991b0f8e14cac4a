//! iCalendar text (RFC 5545): properties, escapes and folded lines. What is due belongs to the calendar.

use jiff::Timestamp;
use jiff::civil::Date;

/// Octets of a line without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;
/// Days before the day on which calendar programs remind.
const REMINDERS: [u8; 3] = [30, 7, 1];

/// Something that happens on a whole day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Identity, the same whenever the event is written again.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// What calendar programs show.
    pub summary: String,
    /// More of it.
    pub description: String,
}

/// A published calendar of whole days; `at` is when it was written.
pub fn write(name: &str, at: Timestamp, events: &[Event]) -> String {
    let mut text = String::new();
    for (property, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Riskwright//Riskwright//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        line(&mut text, property, value);
    }
    line(&mut text, "X-WR-CALNAME", &escaped(name));
    let stamp = at.strftime("%Y%m%dT%H%M%SZ").to_string();
    for event in events {
        put(&mut text, event, &stamp);
    }
    line(&mut text, "END", "VCALENDAR");
    text
}

fn put(text: &mut String, event: &Event, stamp: &str) {
    let day = |day: Date| day.strftime("%Y%m%d").to_string();
    line(text, "BEGIN", "VEVENT");
    line(text, "UID", &escaped(&event.uid));
    line(text, "DTSTAMP", stamp);
    line(text, "DTSTART;VALUE=DATE", &day(event.day));
    line(text, "DTEND;VALUE=DATE", &day(event.day.tomorrow().unwrap_or(event.day)));
    line(text, "SUMMARY", &escaped(&event.summary));
    line(text, "DESCRIPTION", &escaped(&event.description));
    // A due date takes nobody's time.
    line(text, "TRANSP", "TRANSPARENT");
    for days in REMINDERS {
        line(text, "BEGIN", "VALARM");
        line(text, "ACTION", "DISPLAY");
        line(text, "DESCRIPTION", &escaped(&event.summary));
        line(text, "TRIGGER", &format!("-P{days}D"));
        line(text, "END", "VALARM");
    }
    line(text, "END", "VEVENT");
}

/// A text value (RFC 5545, 3.3.11); other control characters are no text and are left out.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for character in value.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            other if other.is_control() => {}
            other => text.push(other),
        }
    }
    text
}

/// A content line, folded between characters so that none is longer than allowed.
fn line(text: &mut String, property: &str, value: &str) {
    let mut length = 0;
    for character in format!("{property}:{value}").chars() {
        if length + character.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(character);
        length += character.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// Folded lines put together again (RFC 5545, 3.1).
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn an_event_is_written_property_by_property() {
        let event = Event {
            uid: "treatment-R-0001-x@riskwright".to_owned(),
            day: date(2026, 12, 31),
            summary: "R-0001: due; now, or \\ later".to_owned(),
            description: "Owner: Ada.\nElsewhere.".to_owned(),
        };
        let text = write("Clinic", "2026-11-21T22:30:05Z".parse().unwrap(), &[event]);
        assert_eq!(
            unfolded(&text),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Riskwright//Riskwright//EN",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH",
                "X-WR-CALNAME:Clinic",
                "BEGIN:VEVENT",
                "UID:treatment-R-0001-x@riskwright",
                "DTSTAMP:20261121T223005Z",
                "DTSTART;VALUE=DATE:20261231",
                "DTEND;VALUE=DATE:20270101",
                "SUMMARY:R-0001: due\\; now\\, or \\\\ later",
                "DESCRIPTION:Owner: Ada.\\nElsewhere.",
                "TRANSP:TRANSPARENT",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:R-0001: due\\; now\\, or \\\\ later",
                "TRIGGER:-P30D",
                "END:VALARM",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:R-0001: due\\; now\\, or \\\\ later",
                "TRIGGER:-P7D",
                "END:VALARM",
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "DESCRIPTION:R-0001: due\\; now\\, or \\\\ later",
                "TRIGGER:-P1D",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
    }

    proptest! {
        #[test]
        fn whatever_a_text_holds_lines_are_short_and_nothing_is_lost(summary in "\\PC{0,300}[\n,;\\\\é漢]{0,9}") {
            let event = Event { uid: "u".to_owned(), day: date(2026, 1, 1), summary: summary.clone(), description: String::new() };
            let text = write("Clinic", Timestamp::UNIX_EPOCH, &[event]);
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= 75, "{line:?}");
                prop_assert!(!line.contains(['\r', '\n']), "{line:?}");
            }
            let shown = unfolded(&text).into_iter().find_map(|line| line.strip_prefix("SUMMARY:").map(str::to_owned));
            let mut back = String::new();
            let shown = shown.unwrap();
            let mut characters = shown.chars();
            while let Some(character) = characters.next() {
                back.push(match character {
                    '\\' => match characters.next() {
                        Some('n') => '\n',
                        Some(other) => other,
                        None => '?',
                    },
                    other => other,
                });
            }
            prop_assert_eq!(back, summary);
        }
    }
}
