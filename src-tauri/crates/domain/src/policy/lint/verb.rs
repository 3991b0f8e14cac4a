//! Verbs that the grammar asks about: those that policies order things with, and those that carry them.

/// Verbs after which the duty follows.
pub(super) const MODALS: &[&str] =
    &["shall", "must", "will", "should", "may", "can", "cannot", "would", "could"];

/// Finite forms that carry a passive or say what something is.
pub(super) const AUXILIARIES: &[&str] =
    &["is", "are", "was", "were", "has", "have", "had", "does", "do", "did"];

/// Third-person verbs that show that the words before them are the subject.
pub(super) const EVENT_VERBS: &[&str] = &[
    "happens",
    "occurs",
    "takes",
    "begins",
    "starts",
    "ends",
    "finishes",
    "completes",
    "runs",
    "applies",
    "expires",
    "lasts",
    "follows",
    "remains",
];

/// Plain forms of the verbs that policies order things with, in alphabetical order.
#[rustfmt::skip]
pub(super) const VERBS: &[&str] = &[
    "acknowledge", "acquire", "act", "activate", "add", "address", "alert", "amend", "analyze", "announce",
    "answer", "appoint", "approve", "archive", "assess", "assign", "attest", "audit", "authorize", "back",
    "backup", "begin", "block", "call", "cease", "certify", "change", "check", "classify", "clean", "close",
    "collect", "communicate", "compare", "complete", "conduct", "configure", "confirm", "contact", "contain",
    "control", "coordinate", "copy", "correct", "create", "deactivate", "decide", "declare", "decommission",
    "delete", "deliver", "deny", "deploy", "destroy", "determine", "disable", "disclose", "disconnect",
    "dispose", "document", "draft", "enable", "encrypt", "end", "enforce", "engage", "ensure", "eradicate",
    "erase", "escalate", "establish", "evaluate", "examine", "execute", "file", "finish", "fix", "give",
    "grant", "harden", "hold", "identify", "implement", "inform", "inspect", "install", "interview",
    "investigate", "invoke", "isolate", "issue", "keep", "limit", "lock", "log", "mail", "maintain", "make",
    "measure", "mitigate", "monitor", "notify", "obtain", "open", "patch", "perform", "post", "preserve",
    "prevent", "produce", "protect", "provide", "publish", "quarantine", "raise", "rate", "re-enable",
    "reassess", "rebuild", "recertify", "reconcile", "record", "recover", "reduce", "refresh", "register",
    "reimage", "remediate", "remove", "renew", "replace", "report", "request", "require", "reset", "resolve",
    "respond", "restore", "restrict", "resume", "retain", "retest", "retire", "return", "revalidate",
    "review", "revise", "revoke", "rotate", "run", "sanction", "scan", "schedule", "secure", "segment",
    "send", "share", "sign", "start", "stop", "store", "submit", "suspend", "take", "tell", "terminate",
    "test", "track", "train", "transfer", "transmit", "triage", "turn", "uninstall", "update", "upgrade",
    "upload", "validate", "verify", "warn", "wipe", "withdraw", "withhold", "write",
];

/// Past participles that do not end in `-ed`.
pub(super) const IRREGULAR_PARTICIPLES: &[&str] = &[
    "begun",
    "brought",
    "built",
    "cut",
    "done",
    "drawn",
    "found",
    "given",
    "held",
    "kept",
    "known",
    "led",
    "left",
    "lost",
    "made",
    "met",
    "paid",
    "put",
    "read",
    "rebuilt",
    "reset",
    "run",
    "seen",
    "sent",
    "set",
    "shut",
    "taken",
    "told",
    "understood",
    "withdrawn",
    "withheld",
    "won",
    "written",
];

/// Verbs that keep something going, for which a period alone is a duty.
pub(super) const KEEPING: &[&str] = &[
    "retain",
    "retains",
    "retained",
    "retaining",
    "retention",
    "keep",
    "keeps",
    "kept",
    "preserve",
    "preserves",
    "preserved",
    "archive",
    "archives",
    "archived",
    "store",
    "stores",
    "stored",
    "maintain",
    "maintains",
    "maintained",
    "remain",
    "remains",
    "hold",
    "holds",
    "held",
    "stay",
    "stays",
    "posted",
    "post",
    "posts",
    "display",
    "displays",
    "displayed",
];

/// Verbs with which an adjective of frequency tells a duty: `perform quarterly reviews`.
pub(super) const PERFORMING: &[&str] = &[
    "perform",
    "performs",
    "performed",
    "conduct",
    "conducts",
    "conducted",
    "run",
    "runs",
    "hold",
    "holds",
    "held",
    "make",
    "makes",
    "do",
    "does",
    "take",
    "takes",
    "complete",
    "completes",
    "carry",
    "out",
    "undertake",
    "undertakes",
    "provide",
    "provides",
    "require",
    "requires",
    "receive",
    "receives",
    "schedule",
    "schedules",
    "attend",
    "attends",
    "submit",
    "submits",
    "produce",
    "produces",
    "lead",
    "leads",
    "execute",
    "executes",
    "give",
    "gives",
    "deliver",
    "delivers",
];

/// Whether the word is the plain form of a policy verb.
pub(super) fn is_verb(word: &str) -> bool {
    VERBS.binary_search(&word).is_ok()
}

/// Whether the word can be a past participle.
pub(super) fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") || IRREGULAR_PARTICIPLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_stand_in_order_so_that_they_can_be_searched() {
        assert!(VERBS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(is_verb("acknowledge") && is_verb("write") && !is_verb("officer"));
    }
}
