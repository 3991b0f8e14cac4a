//! Small closed classes of English words that the grammar asks about; verbs are in `verb`.
//! Words that a finding is made of are data, not vocabulary.

use super::word_set::{WordSet, words};

/// Words before a full stop that end no sentence.
pub(super) const ABBREVIATIONS: &WordSet = words![
    "eg", "ie", "etc", "vs", "cf", "no", "nos", "dr", "mr", "mrs", "ms", "inc", "ltd", "corp", "co", "st",
    "sec", "art", "para", "approx", "min", "hr", "hrs", "fig", "dept", "ext", "al", "rev", "ed", "vol",
];

/// Words that, capitalized, open a sentence rather than go on with one.
pub(super) const OPENERS: &WordSet = words![
    "the", "a", "an", "this", "these", "each", "every", "all", "any", "no", "if", "when", "where", "within",
    "after", "before", "upon", "once", "on", "in", "for", "at", "by", "it", "they", "we", "someone",
    "anyone", "access",
];

/// Words that cannot be the last of a sentence.
pub(super) const DANGLING: &WordSet = words![
    "the", "a", "an", "of", "to", "and", "or", "within", "after", "before", "than", "by", "for", "from",
    "with", "in", "on", "at", "upon", "every", "each", "shall", "must", "will", "should", "may", "be", "is",
    "are", "not", "no", "later", "more", "least", "most", "calendar", "business", "its", "their", "that",
    "which", "who", "when", "if",
];

/// Words that open a noun phrase.
pub(super) const DETERMINERS: &WordSet = words![
    "the",
    "a",
    "an",
    "each",
    "every",
    "all",
    "any",
    "no",
    "this",
    "that",
    "these",
    "those",
    "its",
    "their",
    "our",
    "both",
    "one",
    "someone",
    "somebody",
    "anyone",
    "anybody",
    "everyone",
    "everybody",
    "nobody",
    "it",
    "they",
    "we",
    "he",
    "she",
    "you",
];

/// Words that open a clause of their own.
pub(super) const SUBORDINATORS: &WordSet = words![
    "that", "which", "who", "whom", "whose", "when", "whenever", "where", "wherever", "if", "unless",
    "until", "while", "because", "since", "although", "after", "before", "upon", "once", "as",
];

/// Words that open a clause about the noun before them.
pub(super) const RELATIVES: &WordSet = words!["that", "which", "who", "whom", "whose"];

/// Opening words of a clause that names the event for the time in the main clause.
pub(super) const EVENT_OPENERS: &WordSet = words![
    "when",
    "whenever",
    "if",
    "after",
    "upon",
    "once",
    "on",
    "following",
    "at",
    "from",
    "where",
    "in",
    "for",
    "during",
    "before",
    "unless",
    "as",
    "while",
    "until",
];

/// Nouns whose complement opens with `to` or `for`.
pub(super) const NOUNS_WITH_COMPLEMENT: &WordSet = words![
    "access",
    "amendment",
    "application",
    "change",
    "changes",
    "contract",
    "damage",
    "disclosure",
    "harm",
    "invoice",
    "modification",
    "need",
    "notice",
    "order",
    "procedure",
    "report",
    "request",
    "requests",
    "response",
    "return",
    "risk",
    "threat",
    "transfer",
    "update",
    "updates",
    "upgrade",
];

/// Words that open an adjunct after the event, so that the event ends before them.
pub(super) const EVENT_ENDS: &WordSet = words![
    "where",
    "if",
    "unless",
    "when",
    "whenever",
    "as",
    "using",
    "via",
    "through",
    "per",
    "during",
    "until",
    "without",
    "so",
    "but",
    "then",
    "before",
    "while",
    "because",
    "shall",
    "must",
    "with",
    "rather",
    "instead",
    "including",
    "provided",
    "subject",
    "except",
    "together",
    "regardless",
    "whichever",
];

/// Prepositions, conjunctions and other small words that can follow an adverb of frequency.
pub(super) const AFTER_ADVERB: &WordSet = words![
    "and",
    "or",
    "by",
    "in",
    "on",
    "at",
    "to",
    "for",
    "from",
    "with",
    "using",
    "through",
    "via",
    "as",
    "if",
    "when",
    "where",
    "unless",
    "until",
    "after",
    "before",
    "during",
    "against",
    "per",
    "of",
    "thereafter",
    "the",
    "a",
    "an",
    "all",
    "each",
    "any",
    "its",
    "their",
    "that",
    "which",
    "but",
    "so",
    "between",
    "across",
    "within",
    "no",
    "not",
    "every",
    "is",
    "are",
    "shall",
    "must",
    "will",
];

/// Nouns after which a number is a label: `severity 1`.
pub(super) const LABELS: &WordSet = words![
    "severity", "tier", "level", "levels", "priority", "class", "category", "stage", "phase", "type", "part",
    "section", "version", "step", "sev", "group", "appendix", "table", "schedule", "form",
];
