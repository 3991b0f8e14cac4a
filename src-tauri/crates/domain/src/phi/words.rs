//! Words that a scanner of names and dates must know. One word a line would be read by nobody.

/// Months, whole and short.
#[rustfmt::skip]
pub const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
];

/// Words in front of a last name.
#[rustfmt::skip]
pub const HONORIFICS: &[&str] = &[
    "mr", "mrs", "ms", "miss",
];

/// Capitalized words that are no part of a person's name: calendar, roles, functions, beginnings of sentences.
#[rustfmt::skip]
pub const NOT_NAMES: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "christmas", "thanksgiving", "labor", "memorial", "independence", "day", "eve", "holiday", "security",
    "privacy", "officer", "official", "officials", "lead", "manager", "director", "executive",
    "administrator", "president", "chief", "nurse", "doctor", "physician", "practitioner", "clinician",
    "provider", "responder", "analyst", "engineer", "technician", "assistant", "coordinator", "supervisor",
    "owner", "deputy", "staff", "workforce", "member", "members", "contact", "contacts", "person", "people",
    "guest", "user", "users", "patient", "patients", "caller", "relative", "guardian", "customer", "client",
    "sender", "name", "father", "mother", "incident", "emergency", "response", "on", "call", "after", "hours",
    "help", "desk", "hotline", "line", "phone", "telephone", "tel", "fax", "mobile", "cell", "number",
    "extension", "front", "back", "main", "night", "switchboard", "operator", "reception", "billing",
    "records", "record", "risk", "policy", "procedure", "plan", "form", "page", "section", "step", "table",
    "appendix", "chapter", "version", "report", "review", "training", "access", "control", "data", "cloud",
    "portal", "system", "network", "server", "backup", "email", "mail", "web", "site", "internet", "password",
    "account", "audit", "log", "alert", "rule", "act", "breach", "notification", "information", "technology",
    "health", "human", "resources", "general", "public", "private", "local", "state", "federal", "national",
    "american", "united", "states", "new", "north", "south", "east", "west", "northern", "southern",
    "eastern", "western", "upper", "lower", "central", "great", "lake", "lakes", "bay", "river", "valley",
    "hill", "hills", "park", "springs", "beach", "island", "port", "fort", "mount", "the", "a", "an", "if",
    "in", "at", "by", "for", "from", "to", "of", "and", "or", "when", "while", "where", "who", "whoever",
    "each", "every", "all", "any", "no", "not", "this", "that", "these", "those", "our", "your", "their",
    "its", "we", "you", "they", "he", "she", "it", "ask", "tell", "please", "dial", "reach", "notify", "send",
    "use", "see", "write", "text", "ring", "leave", "with", "without", "then", "also", "only", "dear",
    "hello", "re", "subject", "note", "attention", "attn", "outside", "during", "before", "once", "until",
    "first", "second", "third", "last", "one", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "wisconsin", "illinois", "minnesota", "michigan", "iowa", "ohio", "indiana", "texas",
    "california", "florida", "york", "jersey", "hampshire", "mexico", "virginia", "carolina", "dakota",
    "pennsylvania", "massachusetts", "chicago", "milwaukee", "pacific", "mountain", "time", "standard",
    "daylight",
];

/// Words that make the whole name an organization's, a place's or a unit's.
#[rustfmt::skip]
pub const ORGANIZATIONS: &[&str] = &[
    "inc", "llc", "llp", "ltd", "corp", "corporation", "company", "co", "group", "partners", "associates",
    "holdings", "clinic", "clinics", "hospital", "hospitals", "center", "centre", "centers", "medical",
    "pharmacy", "laboratory", "laboratories", "lab", "labs", "imaging", "radiology", "dental", "surgery",
    "hospice", "practice", "practices", "care", "healthcare", "health", "wellness", "family", "pediatrics",
    "systems", "solutions", "services", "service", "software", "technologies", "technology", "networks",
    "hosting", "communications", "telecom", "consulting", "support", "department", "dept", "office",
    "offices", "team", "division", "bureau", "agency", "administration", "ministry", "commission", "board",
    "council", "committee", "police", "sheriff", "fire", "university", "college", "school", "institute",
    "foundation", "society", "association", "union", "bank", "insurance", "mutual", "trust", "fund", "county",
    "city", "town", "village", "district", "street", "st", "avenue", "ave", "road", "rd", "drive",
    "boulevard", "blvd", "lane", "court", "highway", "suite", "building", "floor", "room", "hotel", "church",
    "library", "museum", "airport", "station", "exchange", "registry", "traders", "industries", "supply",
    "logistics", "media", "press", "desk", "line", "hotline", "helpdesk",
];
