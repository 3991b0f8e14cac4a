//! Verbs that the grammar asks about: those that policies order things with, and those that carry them.

use super::token::Token;
use super::word_set::{WordSet, words};

/// Verbs after which the duty follows.
pub(super) const MODALS: &WordSet =
    words!["shall", "must", "will", "should", "may", "can", "cannot", "would", "could"];

/// Finite forms that carry a passive or say what something is.
pub(super) const AUXILIARIES: &WordSet =
    words!["is", "are", "was", "were", "has", "have", "had", "does", "do", "did"];

/// Third-person verbs that show that the words before them are the subject.
pub(super) const EVENT_VERBS: &WordSet = words![
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
    "accept", "acknowledge", "acquire", "act", "activate", "add", "address", "adjust", "advise", "alert",
    "align", "allocate", "amend", "analyze", "announce", "answer", "appoint", "approve", "archive",
    "arrange", "ask", "assemble", "assess", "assign", "attach", "attend", "attest", "audit", "authorize",
    "back", "backup", "balance", "ban", "begin", "block", "brief", "bring", "broadcast", "bury", "call",
    "cancel", "carry", "cease", "certify", "change", "check", "classify", "clean", "clear", "close",
    "collect", "commission", "communicate", "compare", "compile", "complete", "conduct", "configure",
    "confirm", "connect", "consult", "contact", "contain", "control", "convene", "coordinate", "copy",
    "correct", "create", "crosscheck", "cut", "deactivate", "decide", "declare", "decommission", "deduct",
    "defer", "defragment", "delete", "deliver", "deny", "deploy", "deprovision", "destroy", "detach",
    "detect", "determine", "disable", "disclose", "disconnect", "dismiss", "dispatch", "display", "dispose",
    "distribute", "divert", "document", "draft", "drop", "empty", "enable", "encrypt", "end", "enforce",
    "engage", "enroll", "ensure", "enter", "enumerate", "eradicate", "erase", "escalate", "escort",
    "establish", "evaluate", "examine", "execute", "expire", "explain", "export", "extend", "extract",
    "file", "fill", "finish", "fix", "flag", "flush", "forward", "freeze", "gather", "generate", "give",
    "grant", "halt", "hand", "harden", "hold", "identify", "implement", "import", "increase", "inform",
    "initiate", "insert", "inspect", "install", "interview", "investigate", "invite", "invoke", "isolate",
    "issue", "join", "keep", "launch", "lead", "learn", "lift", "limit", "load", "lock", "log", "lower",
    "mail", "maintain", "make", "manage", "mask", "measure", "meet", "merge", "migrate", "mitigate",
    "monitor", "move", "negotiate", "notify", "obtain", "offer", "open", "organize", "page", "pass",
    "patch", "pause", "pay", "perform", "pick", "pledge", "post", "prepare", "preserve", "prevent", "print",
    "prioritize", "produce", "promote", "protect", "prove", "provide", "publish", "pull", "purchase",
    "purge", "push", "put", "quarantine", "quit", "raise", "rate", "re-enable", "reach", "read", "reassess",
    "reassign", "reboot", "rebuild", "recall", "receive", "recertify", "recheck", "reclaim", "recommend",
    "reconcile", "record", "recover", "redact", "reduce", "refer", "refill", "refresh", "refuse",
    "register", "reimage", "reimburse", "reinstall", "reinstate", "reissue", "reject", "release",
    "relocate", "remediate", "remind", "remove", "rename", "renew", "repair", "repeat", "replace", "reply",
    "report", "republish", "request", "require", "rerun", "rescan", "resend", "reset", "resolve", "respond",
    "restart", "restock", "restore", "restrict", "resume", "retain", "retest", "retire", "retrain",
    "retrieve", "return", "revalidate", "reverse", "review", "revise", "revoke", "roll", "rotate", "route",
    "run", "sanction", "save", "scan", "schedule", "screen", "seal", "search", "secure", "see", "segment",
    "seize", "select", "send", "separate", "serve", "set", "settle", "share", "shred", "shut", "sign",
    "sort", "split", "start", "stop", "store", "strike", "submit", "summarize", "supply", "surrender",
    "suspend", "swap", "sweep", "switch", "sync", "take", "tell", "terminate", "test", "trace", "track",
    "train", "transfer", "transmit", "triage", "trigger", "turn", "uninstall", "unlock", "update",
    "upgrade", "upload", "vacate", "validate", "verify", "visit", "void", "walk", "warn", "wash", "watch",
    "weigh", "wipe", "withdraw", "withhold", "write",
];

/// Past participles that do not end in `-ed`.
#[rustfmt::skip]
pub(super) const IRREGULAR_PARTICIPLES: &WordSet = words![
    "beaten", "begun", "bought", "bound", "broadcast", "broken", "brought", "built", "caught", "chosen",
    "cut", "dealt", "done", "drawn", "driven", "fed", "felt", "fled", "flown", "found", "frozen", "given",
    "gone", "grown", "held", "hidden", "hung", "hurt", "kept", "known", "laid", "led", "left", "lent",
    "lit", "lost", "made", "met", "overseen", "overwritten", "paid", "proven", "put", "read", "rebound",
    "rebuilt", "redone", "rerun", "resent", "reset", "retaken", "rewritten", "ridden", "risen", "run",
    "seen", "sent", "set", "shown", "shrunk", "shut", "slid", "sold", "sought", "spent", "split", "spread",
    "stolen", "stood", "struck", "sunk", "swept", "sworn", "taken", "taught", "thrown", "told", "torn",
    "unbound", "understood", "undone", "unwound", "withdrawn", "withheld", "woken", "won", "worn", "wound",
    "written",
];

/// Verbs that keep something going, for which a period alone is a duty.
pub(super) const KEEPING: &WordSet = words![
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
    "save",
    "saves",
    "saved",
    "file",
    "files",
    "filed",
    "leave",
    "leaves",
];

/// Verbs with which an adjective of frequency tells a duty: `perform quarterly reviews`.
pub(super) const PERFORMING: &WordSet = words![
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

/// Verbs of keeping within a time: `meet a 4-hour objective`.
pub(super) const MEETING: &WordSet = words![
    "meet", "meets", "keep", "keeps", "observe", "observes", "hold", "holds", "honor", "respect", "follow",
    "follows", "met", "kept", "held", "work", "works", "under", "inside", "commit", "commits",
];

/// Whether the word is the plain form of a policy verb.
pub(super) fn is_verb(word: &str) -> bool {
    VERBS.binary_search(&word).is_ok()
}

/// Whether the word can be a past participle.
pub(super) fn is_participle(token: &Token<'_>) -> bool {
    token.lower.len() > 4 && token.lower.ends_with("ed") || token.is_any(IRREGULAR_PARTICIPLES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_stand_in_order_so_that_they_can_be_searched() {
        assert!(VERBS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(EVENT_VERBS.iter().all(|verb| verb.ends_with('s')), "or they are no third persons");
        assert!(is_verb("acknowledge") && is_verb("write") && !is_verb("officer"));
    }
}
