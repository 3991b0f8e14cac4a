//! A policy as rich as one can be: every kind of block, a table over three pages, names from many languages.
#![allow(dead_code, reason = "each test binary uses a part")]

use riskwright_documents::{Block, Column, Document, Run, Signer, Stamp};

/// About eleven pages.
pub fn policy() -> Document {
    let mut document =
        Document::new("Lakeside Family Clinic, LLC", "Access Control and Workforce Security Policy")
            .with_front_matter("Policy number", "POL-11")
            .with_front_matter("Version", "2.0, replaces 1.3")
            .with_front_matter("Effective", "January 1, 2027")
            .with_front_matter("Owner", "Nguyễn Thị Ánh, Security Officer")
            .with_front_matter("Approved by", "Łukasz Ørsted-O’Brien, Chief Executive")
            .with_front_matter(
                "Answers",
                vec![
                    Run::plain("45 CFR § 164.308(a)(3)–(5), § 164.312(a) and (d); see "),
                    Run::link("Risks answered", "risks"),
                ],
            );
    document.subtitle =
        "Who may see electronic protected health information, and how that is kept so".to_owned();
    document.number = "POL-11".to_owned();
    document.version = "2.0".to_owned();
    document.contents = true;
    document.blocks = blocks();
    document.with_control_lines("3f9a1c07b2e4d5a6978812aa04be11c2d3e4f5061728394a5b6c7d8e9f001122")
}

pub fn stamp() -> Stamp {
    Stamp { created: "2026-11-21T22:30:00Z".parse().unwrap(), identifier: *b"0123456789abcdef" }
}

fn blocks() -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(1, "purpose", "Purpose"),
        Block::paragraph([
            Run::plain("This policy says who may reach systems that hold "),
            Run::italic("electronic protected health information"),
            Run::plain(
                " (ePHI), how access is given and taken away, and within which time. It answers the risks in ",
            ),
            Run::link("Risks answered", "risks"),
            Run::plain(" and supports the conditions of "),
            Run::bold("45 CFR § 171.203"),
            Run::plain("."),
        ]),
        Block::info(
            "Words in italics are defined in the glossary. “Within” counts from the moment that a thing is known to a member of the workforce, not from when it is written down.",
        ),
        Block::heading(2, "scope", "Scope"),
        Block::paragraph(
            "All workforce members, at all three sites, whether employed, contracted or volunteering; all devices that store, receive or send ePHI, including those that belong to a person.",
        ),
        Block::bullets([
            vec![
                Run::bold("Clinical systems"),
                Run::plain(
                    ": the electronic health record, the laboratory interface and the imaging archive.",
                ),
            ],
            vec![
                Run::bold("Office systems"),
                Run::plain(
                    ": mail, scheduling and billing, as far as they hold ePHI. A system that holds none today is looked at again whenever it changes, because forms grow fields and exports grow columns.",
                ),
            ],
            vec![Run::bold("Portable devices"), Run::plain(": laptops, phones and USB drives.")],
        ]),
    ];
    for chapter in 1..=6 {
        blocks.extend(self::chapter(chapter));
    }
    blocks.push(Block::heading(1, "risks", "Risks answered"));
    blocks.push(risks());
    blocks.push(Block::unnumbered_heading(1, "approval", "Approval and signatures"));
    blocks.push(Block::key_values([
        ("Approved", "November 21, 2026, by Łukasz Ørsted-O’Brien"),
        ("Next review", "By November 21, 2027"),
        ("Content hash", "3f9a1c07b2e4d5a6978812aa04be11c2d3e4f5061728394a5b6c7d8e9f001122"),
    ]));
    blocks.push(Block::signatures([
        Signer {
            field: "author".to_owned(),
            name: "Nguyễn Thị Ánh".to_owned(),
            role: "Security Officer".to_owned(),
            statement: "I wrote this policy and will keep it current.".to_owned(),
        },
        Signer {
            field: "approver".to_owned(),
            name: "Łukasz Ørsted-O’Brien".to_owned(),
            role: "Chief Executive".to_owned(),
            statement: "I approve this policy and the resources that it needs, and make it binding on the whole workforce from its effective date.".to_owned(),
        },
        Signer { field: "witness".to_owned(), name: String::new(), role: "Witness".to_owned(), statement: String::new() },
    ]));
    blocks
}

fn chapter(number: usize) -> Vec<Block> {
    let titles = [
        "Authorization and supervision",
        "Workforce clearance",
        "Unique user identification and authentication of persons and entities",
        "Automatic logoff",
        "Emergency access",
        "Termination of access",
    ];
    let title = titles[(number - 1) % titles.len()];
    let id = format!("chapter-{number}");
    vec![
        Block::heading(1, &id, title),
        Block::paragraph(
            "The Security Officer gives access in writing, to a named person, for a named duty, and no wider than that duty needs. The supervisor asks; the Security Officer decides; the system administrator carries out what was decided and records when. None of the three stands in for another.",
        ),
        Block::heading(2, format!("{id}-rules"), "Rules"),
        Block::numbered([
            vec![
                Run::plain("Access is asked for on form F-07 and decided "),
                Run::bold("within 2 business days"),
                Run::plain(" of the request."),
            ],
            vec![
                Run::plain("Each person has an account of their own. Shared accounts are closed "),
                Run::bold("within 24 hours"),
                Run::plain(
                    " of being found; what was done through them is reviewed by the Security Officer and the result is kept with the incident record for six years.",
                ),
            ],
            vec![
                Run::plain(
                    "After 5 failed sign-ins within 15 minutes the account is locked until a person with the duty ",
                ),
                Run::italic("system administrator"),
                Run::plain(" has confirmed who asks."),
            ],
        ]),
        Block::heading(3, format!("{id}-times"), "Times"),
        Block::table(
            "What happens when",
            [Column::new("Event", 5), Column::new("Who acts", 3), Column::numbers("Hours", 1)],
            [
                ["A member of the workforce leaves", "Supervisor, then system administrator", "4"],
                ["A device is lost or stolen", "Whoever finds out", "1"],
                ["A duty changes so that access is wider than needed", "Supervisor", "24"],
            ],
        ),
        Block::paragraph(
            "Where a time cannot be met, the Security Officer is told before it ends, with the reason and the time that will be met instead. The register at https://intranet.lakeside.example/policies/access-control/exceptions/register?year=2027&site=all&sort=descending holds each exception with its end.",
        ),
        Block::warning([
            Run::plain("No one is given access by telephone. See "),
            Run::link("Emergency access", "chapter-5"),
            Run::plain(" for what to do instead."),
        ]),
    ]
}

fn risks() -> Block {
    let columns = [
        Column::new("Risk", 2),
        Column::new("What may happen", 7),
        Column::new("Level", 3),
        Column::new("Answered by", 5),
    ];
    let rows = (1..=36).map(|number| {
        let what = match number % 4 {
            0 => "A former employee signs in with an account that was not closed.",
            1 => "A laptop with cached records is stolen from a car; the disk is not encrypted and the record of what was on it is incomplete, so that every patient seen from it must be told.",
            2 => "An account is shared at the front desk, and nobody can tell who opened a record.",
            _ => "A vendor’s support account keeps more rights than the contract gives ≥ 30 days after the work.",
        };
        let level = ["Very low", "Low", "Moderate", "High", "Very high"][number % 5];
        vec![
            vec![Run::plain(format!("R-{number:04}"))],
            vec![Run::plain(what)],
            vec![Run::plain(level)],
            vec![Run::plain("POL-11/S-03, "), Run::link("Termination of access", "chapter-6")],
        ]
    });
    Block::table("Risks from the assessment of 2026", columns, rows)
}
