//! A small content made by hand: two years, one policy with two versions, one practice, every list filled.

use riskwright_domain::workspace::Content;
use serde_json::{Value, json};

/// A name that no file of the folder may show.
pub const ASSET_NAME: &str = "Quartz-Meadow scheduling server";

pub fn content() -> Content {
    serde_json::from_value(json!({
        "riskwright_exchange": 1,
        "organization": organization(),
        "people": [
            person("P-002", "Lee Park", Some("lee"), "executive", "administration"),
            person("P-001", "Dana Ruiz", Some("dana"), "official", "information_technology"),
        ],
        "evidence": [
            { "number": "E-0002", "title": "Restore test", "kind": "test_result", "on": "2025-11-03", "reference": "Shelf 4" },
            { "number": "E-0001", "title": "Firewall log", "kind": "log", "on": "2025-10-01", "reference": "Archive" },
        ],
        "assessments": [
            assessment("AS-2025", 2025, None, "superseded"),
            assessment("AS-2026", 2026, Some("AS-2025"), "approved"),
        ],
        "policies": [policy()],
        "practices": [{
            "number": "PR-0001",
            "title": "Stale tokens end",
            "description": "Tokens of applications that were not used for a year are withdrawn.",
            "state": "active",
            "start_date": "2026-01-20",
            "basis": { "policy": { "policy": "POL-11", "version": "1.0", "statements": ["S-02"] } },
        }],
    }))
    .unwrap()
}

fn organization() -> Value {
    json!({
        "id": "01980000-0000-7000-8000-000000000010",
        "name": "Quartz Meadow Clinic",
        "kind": "covered_entity",
        "actor_types": ["health_care_provider"],
        "workforce": 42,
        "time_zone": "America/Chicago",
        "risk_tolerance": "low",
        "capabilities": "Two sites with one part-time administrator.",
        "infrastructure": "One server room and a hosted record system.",
        "budget": "Set once a year.",
        "sites": [{ "number": "S-1", "name": "Main", "address": "1 Elm St", "workforce": 42 }],
        "duties": [{ "role": "Security Official", "holders": [{ "person": "P-001", "from": "2024-01-01" }] }],
    })
}

fn person(number: &str, name: &str, login: Option<&str>, access: &str, function: &str) -> Value {
    json!({
        "number": number, "name": name, "title": "Staff", "login": login,
        "access": [access], "function": function,
    })
}

fn assessment(number: &str, year: i16, previous: Option<&str>, status: &str) -> Value {
    json!({
        "number": number,
        "year": year,
        "kind": "annual",
        "status": status,
        "scope": "The whole clinic",
        "method": "NIST SP 800-30 Rev. 1",
        "catalogue": "2026-01",
        "started_on": format!("{year}-01-02"),
        "assessors": ["P-001"],
        "sources": [{ "name": "HHS bulletin", "consulted_on": format!("{year}-01-03") }],
        "previous": previous,
        "approvals": [approval("P-002", "executive"), approval("P-001", "security_official")],
        "answers": [
            { "question": "Q002", "answer": "Yes", "by": "P-001", "on": "2026-01-04" },
            { "question": "Q001", "answer": "Two", "choices": ["b", "a"], "by": "P-001", "on": "2026-01-04" },
        ],
        "assets": [
            asset("A-002", "Paper charts", "medium"),
            asset("A-001", ASSET_NAME, "system"),
        ],
        "flows": [{ "from": "A-001", "party": "State registry", "method": "TLS", "protection": "Encrypted", "purpose": "Reporting" }],
        "vendors": [{ "number": "V-007", "name": "Host Co", "service": "Hosting", "business_associate": true }],
        "own_threats": [{ "id": "TX-01", "name": "Burst pipe", "description": "Water in the server room" }],
        "threats": [
            { "threat": "T-002", "answer": "not_applicable", "reason": "No such device" },
            { "threat": "T-001", "answer": "applicable" },
        ],
        "risks": [risk("R-0002", "A-002"), risk("R-0001", "A-001")],
        "safeguards": [
            { "safeguard": "45 CFR 164.312(b)", "status": "in_place", "note": "Logs", "evidence": ["E-0001"], "owner": "P-001" },
            { "safeguard": "45 CFR 164.312(a)(2)(iv)", "status": "planned", "note": "Disks", "due": "2026-09-01" },
        ],
        "decisions": [{
            "specification": "45 CFR 164.312(a)(2)(iv)", "contribution": "High", "size": "Small", "infrastructure": "Simple",
            "cost": "Low", "probability": "Moderate", "reasonable": true, "rationale": "Cheap and effective",
            "approval": approval("P-002", "executive"),
        }],
        "open_items": [{ "what": "Branch office", "owner": "P-001", "due": "2026-05-01" }],
    })
}

fn approval(by: &str, capacity: &str) -> Value {
    json!({ "by": by, "capacity": capacity, "on": "2026-01-15", "statement": "I approve this." })
}

fn asset(number: &str, name: &str, kind: &str) -> Value {
    json!({
        "id": "01980000-0000-7000-8000-0000000000a1",
        "number": number, "name": name, "kind": kind, "owner": "P-001", "sites": ["S-1"],
        "information": ["clinical notes"], "records": 9000, "recovery": "high",
        "criticality": { "c": "high", "i": "moderate", "a": "very_high" },
    })
}

fn risk(number: &str, asset: &str) -> Value {
    let level = json!({ "initiation": "moderate", "adverse": "high", "impact": { "c": "high", "i": "low", "a": "moderate" } });
    json!({
        "number": number, "threat": "T-001", "vulnerabilities": ["V-01"], "asset": asset,
        "effect": "Charts cannot be read.", "residual": level, "rationale": "Seen twice in the region.",
        "rated_by": "P-001", "rated_on": "2026-01-10", "owner": "P-001", "status": "evaluated",
        "scope": { "systems": { "only": [asset] } },
    })
}

fn policy() -> Value {
    json!({
        "id": "01980000-0000-7000-8000-0000000000b1",
        "number": "POL-11",
        "title": "Access by applications",
        "owner": "P-001",
        "may_restrict_ehi": true,
        "practice_types": ["PT-01"],
        "versions": [
            version("1.0", "effective", json!([approval("P-001", "security_official"), approval("P-002", "executive")])),
            version("2.0", "draft", json!([])),
        ],
    })
}

fn version(number: &str, status: &str, approvals: Value) -> Value {
    json!({
        "number": number,
        "status": status,
        "author": "P-001",
        "created_on": "2026-01-11",
        "change_reason": "First written",
        "assessment": "AS-2026",
        "effective_from": "2026-01-20",
        "purpose": "Keep applications from reading what they should not.",
        "scope": { "text": "All staff", "assets": ["A-001"] },
        "statements": [
            { "number": "S-02", "role": "Security Official", "text": "The Security Official shall withdraw stale tokens.",
              "risks": [{ "risk": "R-0001", "effect": { "lowers_likelihood": 1 } }] },
            { "number": "S-01", "role": "Staff", "text": "Staff shall report lost devices." },
        ],
        "timeframes": [{ "number": "T-04", "phase": "respond", "role": "Security Official", "action": "withdraw the token",
            "comparator": "within", "quantity": 4, "unit": "hours", "trigger": "the report is logged" }],
        "factors": { "size": "Small", "infrastructure": "Simple", "cost": "Low", "probability": "Moderate" },
        "sanctions": "See POL-02.",
        "exceptions": "By the official.",
        "training": "Yearly.",
        "review_months": 12,
        "review_triggers": ["An incident"],
        "availability": "Shared folder",
        "approvals": approvals,
        "seal": { "content_hash": "ab".repeat(32), "template_hash": "cd".repeat(32), "blocks": "[]" },
    })
}
