//! Small closed classes of English words that the grammar asks about.
//! Words that a finding is made of are data, not vocabulary.

/// Words before a full stop that end no sentence.
pub(super) const ABBREVIATIONS: &[&str] = &[
    "eg", "ie", "etc", "vs", "cf", "no", "nos", "dr", "mr", "mrs", "ms", "inc", "ltd", "corp", "co", "st", "sec", "art",
    "para", "approx", "min", "hr", "hrs", "fig", "dept", "ext", "al", "rev", "ed", "vol",
];

/// Words that, capitalized, open a sentence rather than go on with one.
pub(super) const OPENERS: &[&str] = &[
    "the", "a", "an", "this", "these", "each", "every", "all", "any", "no", "if", "when", "where", "within", "after",
    "before", "upon", "once", "on", "in", "for", "at", "by", "it", "they", "we", "someone", "anyone", "access",
];

/// Words that cannot be the last of a sentence.
pub(super) const DANGLING: &[&str] = &[
    "the", "a", "an", "of", "to", "and", "or", "within", "after", "before", "than", "by", "for", "from", "with", "in",
    "on", "at", "upon", "every", "each", "shall", "must", "will", "should", "may", "be", "is", "are", "not", "no",
    "later", "more", "least", "most", "calendar", "business", "its", "their", "that", "which", "who", "when", "if",
];

/// Verbs after which the duty follows.
pub(super) const MODALS: &[&str] = &["shall", "must", "will", "should", "may", "can", "cannot", "would", "could"];

/// Finite forms that carry a passive or say what something is.
pub(super) const AUXILIARIES: &[&str] = &["is", "are", "was", "were", "has", "have", "had", "does", "do", "did"];

/// Words that open a noun phrase.
pub(super) const DETERMINERS: &[&str] = &[
    "the", "a", "an", "each", "every", "all", "any", "no", "this", "that", "these", "those", "its", "their", "our",
    "both", "one", "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "it", "they", "we",
    "he", "she", "you",
];

/// Words that open a clause of their own.
pub(super) const SUBORDINATORS: &[&str] = &[
    "that", "which", "who", "whom", "whose", "when", "whenever", "where", "wherever", "if", "unless", "until", "while",
    "because", "since", "although", "after", "before", "upon", "once", "as",
];

/// Opening words of a clause that names the event for the time in the main clause.
pub(super) const EVENT_OPENERS: &[&str] =
    &["when", "whenever", "if", "after", "upon", "once", "on", "following", "at", "from", "where", "in", "for", "during", "before", "unless", "as", "while", "until"];

/// Third-person verbs that show that the words before them are the subject.
pub(super) const EVENT_VERBS: &[&str] = &[
    "happens", "occurs", "takes", "begins", "starts", "ends", "finishes", "completes", "runs", "applies", "expires",
    "lasts", "follows", "remains",
];

/// Nouns whose complement opens with `to` or `for`.
pub(super) const NOUNS_WITH_COMPLEMENT: &[&str] = &[
    "access", "amendment", "application", "change", "changes", "contract", "damage", "disclosure", "harm", "invoice",
    "modification", "need", "notice", "order", "procedure", "report", "request", "requests", "response", "return",
    "risk", "threat", "transfer", "update", "updates", "upgrade",
];

/// Words that open an adjunct after the event, so that the event ends before them.
pub(super) const EVENT_ENDS: &[&str] = &[
    "where", "if", "unless", "when", "whenever", "as", "using", "via", "through", "per", "during", "until", "without",
    "so", "but", "then", "before", "while", "because", "shall", "must", "with", "rather", "instead", "including",
    "provided", "subject", "except", "together", "regardless", "whichever",
];

/// Plain forms of the verbs that policies order things with, in alphabetical order.
pub(super) const VERBS: &[&str] = &[
    "acknowledge", "acquire", "act", "activate", "add", "address", "alert", "amend", "analyze", "announce", "answer",
    "appoint", "approve", "archive", "assess", "assign", "attest", "audit", "authorize", "back", "backup", "begin",
    "block", "call", "cease", "certify", "change", "check", "classify", "clean", "close", "collect", "communicate",
    "compare", "complete", "conduct", "configure", "confirm", "contact", "contain", "control", "coordinate", "copy",
    "correct", "create", "deactivate", "decide", "declare", "decommission", "delete", "deliver", "deny", "deploy",
    "destroy", "determine", "disable", "disclose", "disconnect", "dispose", "document", "draft", "enable", "encrypt",
    "end", "enforce", "engage", "ensure", "eradicate", "erase", "escalate", "establish", "evaluate", "examine",
    "execute", "file", "finish", "fix", "give", "grant", "harden", "hold", "identify", "implement", "inform",
    "inspect", "install", "interview", "investigate", "invoke", "isolate", "issue", "keep", "limit", "lock", "log",
    "mail", "maintain", "make", "measure", "mitigate", "monitor", "notify", "obtain", "open", "patch", "perform",
    "post", "preserve", "prevent", "produce", "protect", "provide", "publish", "quarantine", "raise", "rate",
    "re-enable", "reassess", "rebuild", "recertify", "reconcile", "record", "recover", "reduce", "refresh",
    "register", "reimage", "remediate", "remove", "renew", "replace", "report", "request", "require", "reset",
    "resolve", "respond", "restore", "restrict", "resume", "retain", "retest", "retire", "return", "revalidate",
    "review", "revise", "revoke", "rotate", "run", "sanction", "scan", "schedule", "secure", "segment", "send",
    "share", "sign", "start", "stop", "store", "submit", "suspend", "take", "tell", "terminate", "test", "track",
    "train", "transfer", "transmit", "triage", "turn", "uninstall", "update", "upgrade", "upload", "validate",
    "verify", "warn", "wipe", "withdraw", "withhold", "write",
];

/// Past participles that do not end in `-ed`.
pub(super) const IRREGULAR_PARTICIPLES: &[&str] = &[
    "begun", "brought", "built", "cut", "done", "drawn", "found", "given", "held", "kept", "known", "led", "left",
    "lost", "made", "met", "paid", "put", "read", "rebuilt", "reset", "run", "seen", "sent", "set", "shut", "taken",
    "told", "understood", "withdrawn", "withheld", "won", "written",
];

/// Verbs that keep something going, for which a period alone is a duty.
pub(super) const KEEPING: &[&str] = &[
    "retain", "retains", "retained", "retaining", "retention", "keep", "keeps", "kept", "preserve", "preserves",
    "preserved", "archive", "archives", "archived", "store", "stores", "stored", "maintain", "maintains", "maintained",
    "remain", "remains", "hold", "holds", "held", "stay", "stays", "posted", "post", "posts", "display", "displays",
    "displayed",
];

/// Verbs with which an adjective of frequency tells a duty: `perform quarterly reviews`.
pub(super) const PERFORMING: &[&str] = &[
    "perform", "performs", "performed", "conduct", "conducts", "conducted", "run", "runs", "hold", "holds", "held",
    "make", "makes", "do", "does", "take", "takes", "complete", "completes", "carry", "out", "undertake",
    "undertakes", "provide", "provides", "require", "requires", "receive", "receives", "schedule", "schedules",
    "attend", "attends", "submit", "submits", "produce", "produces", "lead", "leads", "execute", "executes", "give",
    "gives", "deliver", "delivers",
];

/// Prepositions, conjunctions and other small words that can follow an adverb of frequency.
pub(super) const AFTER_ADVERB: &[&str] = &[
    "and", "or", "by", "in", "on", "at", "to", "for", "from", "with", "using", "through", "via", "as", "if", "when",
    "where", "unless", "until", "after", "before", "during", "against", "per", "of", "thereafter", "the", "a", "an",
    "all", "each", "any", "its", "their", "that", "which", "but", "so", "between", "across", "within", "no", "not",
    "every", "is", "are", "shall", "must", "will",
];

/// Nouns after which a number is a label: `severity 1`.
pub(super) const LABELS: &[&str] = &[
    "severity", "tier", "level", "levels", "priority", "class", "category", "stage", "phase", "type", "part",
    "section", "version", "step", "sev", "group", "appendix", "table", "schedule", "form",
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
