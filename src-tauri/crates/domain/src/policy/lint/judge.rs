//! Brings together what stands in a sentence and says what is wrong with it.

use std::ops::Range;

use super::amount::Amount;
use super::clause::{self, Actor, Clauses, Part};
use super::definition::{self, DefinedTerms};
use super::event::Event;
use super::finding::{Code, Finding, FindingLevel};
use super::legal;
use super::limit::{Limit, Shape, limits};
use super::place::Place;
use super::reading::Reading;
use super::role::{self, RoleTable};
use super::rules::RULES;
use super::sentence::without_item_mark;
use super::timeframe::{FoundTimeframe, Relation, Unit};
use super::token::Token;
use super::unit::UnitWord;
use super::word::FoundWord;
use super::{Context, Options, Report, escape, number, stem};

/// Judges sentence after sentence of one text.
pub(super) struct Judge<'t> {
    source: &'t str,
    context: Context,
    roles: Option<RoleTable>,
    defined: DefinedTerms,
    /// Whether business days need a definition that is not in the list.
    business_days_open: bool,
    /// Each with the term that would make it void once defined.
    findings: Vec<(Finding, Option<String>)>,
    timeframes: Vec<FoundTimeframe>,
    lead_in: Option<LeadIn>,
}

/// What the words before a list say for each of its items.
struct LeadIn {
    named: bool,
    event: Option<String>,
}

impl<'t> Judge<'t> {
    pub fn new(source: &'t str, options: &Options) -> Self {
        Self {
            source,
            context: options.context,
            roles: options.roles.as_deref().map(RoleTable::new),
            defined: DefinedTerms::new(options.defined.as_deref().unwrap_or_default()),
            business_days_open: options.defined.is_some(),
            findings: Vec::new(),
            timeframes: Vec::new(),
            lead_in: None,
        }
    }

    pub fn sentence(&mut self, tokens: &[Token<'t>]) {
        let words = RULES.words.find(tokens);
        match self.context {
            Context::LegalQuotation => {}
            Context::NonNormative => self.inform(tokens, &words),
            Context::Normative | Context::Definition => self.normative(tokens, words),
        }
    }

    pub fn into_report(self) -> Report {
        let open = |term: &Option<String>| term.as_deref().is_none_or(|term| !self.defined.holds(term));
        let mut findings: Vec<Finding> =
            self.findings.into_iter().filter(|(_, term)| open(term)).map(|(finding, _)| finding).collect();
        findings.sort_by_key(|finding| (finding.line, finding.column));
        Report { findings, timeframes: self.timeframes }
    }

    fn inform(&mut self, tokens: &[Token<'t>], words: &[FoundWord<'_>]) {
        for word in words {
            let mut finding = self.word_finding(tokens, word, Code::VagueWord);
            if let Some(finding) = &mut finding {
                finding.level = FindingLevel::Info;
            }
            self.findings.extend(finding.map(|finding| (finding, None)));
        }
    }

    fn normative(&mut self, tokens: &[Token<'t>], words: Vec<FoundWord<'static>>) {
        let limits = limits(tokens);
        let term = definition::term(tokens);
        if let Some(term) = term {
            self.defined.insert(term);
        }
        let defines = term.is_some() || self.context == Context::Definition;
        if defines && tokens.iter().any(|token| token.is_number() || number_word(token)) {
            return;
        }
        let item = without_item_mark(tokens).len() < tokens.len();
        let leads_in = tokens.last().is_some_and(|token| token.is_mark(':'));
        if limits.is_empty() && words.is_empty() && !leads_in {
            // Nothing can be wrong with times where there are none; only what leads into a list reaches further.
            self.lead_in = self.lead_in.take().filter(|_| item);
            return;
        }
        let clauses = clause::read(tokens, &limits);
        let inherited = self.lead_in.take_if(|_| !clauses.leads_in || !item).filter(|_| item);
        let event = self.text_of(tokens, &clauses.event).or_else(|| inherited.as_ref()?.event.clone());
        let event = event.or_else(|| {
            let lacks = |limit: &Limit| limit.event == Event::Missing && limit.shape != Shape::Loose;
            limits.iter().any(lacks).then(|| self.text_of(tokens, &stem::apart(tokens, &limits)))?
        });
        let escapes = escape::find(tokens);
        let reading = Reading { tokens, limits, words, escapes, event };
        self.limits(&reading);
        self.words(&reading);
        self.escapes(&reading);
        if !defines && !inherited.as_ref().is_some_and(|lead_in| lead_in.named) {
            self.roles(&reading, &clauses);
        }
        self.lead_in = next_lead_in(&clauses, reading.event, inherited);
    }

    fn limits(&mut self, reading: &Reading<'_, 't>) {
        for (index, limit) in reading.limits.iter().enumerate() {
            self.amount(reading, limit);
            if reading.lacks_event(limit) {
                let span = limit.span.start..limit.amount_span.end;
                self.find(reading.tokens, &span, Code::MissingTrigger);
            }
            self.law(reading, index, limit);
            self.timeframes.extend(self.timeframe(reading, limit));
        }
    }

    fn amount(&mut self, reading: &Reading<'_, 't>, limit: &Limit) {
        let Some(code) = amount_problem(limit) else { return self.day_type(reading, limit) };
        if code != Code::VagueQuantity || !reading.has_word_in(&limit.amount_span) {
            self.find(reading.tokens, &limit.amount_span, code);
        }
    }

    /// Units that only a definition makes sure.
    fn day_type(&mut self, reading: &Reading<'_, 't>, limit: &Limit) {
        let Amount::One { unit, .. } = limit.amount else { return };
        let term = match unit {
            UnitWord::Shifts => "shift",
            UnitWord::Known(Unit::BusinessDays) if self.business_days_open => "business day",
            _ => return,
        };
        let place = Place::of(self.source, reading.tokens, &limit.amount_span);
        let Some(mut finding) = place.map(|place| place.finding(Code::UnitDayTypeUndefined)) else { return };
        finding.suggestion = format!("Define \"{term}\" with its hours and time zone in the definitions.");
        self.findings.push((finding, Some(term.to_owned())));
    }

    fn law(&mut self, reading: &Reading<'_, 't>, index: usize, limit: &Limit) {
        let Some(claim) = reading.claim(index) else { return };
        let Some(breach) = legal::breach(&claim) else { return };
        let Some(place) = Place::of(self.source, reading.tokens, &limit.span) else { return };
        let mut finding = place.finding(breach.code);
        finding.suggestion = breach.suggestion();
        self.findings.push((finding, None));
    }

    fn timeframe(&self, reading: &Reading<'_, 't>, limit: &Limit) -> Option<FoundTimeframe> {
        let Shape::Timeframe(relation) = limit.shape else { return None };
        let Amount::One { quantity, unit: UnitWord::Known(unit), hedged: false } = limit.amount else {
            return None;
        };
        if quantity < 1 && relation != Relation::At || reading.is_escaped(limit) {
            return None;
        }
        let trigger = match &limit.event {
            Event::LastPerformance => "last performance".to_owned(),
            Event::Named(_) => self.text_of(reading.tokens, &limit.event)?,
            Event::Missing => reading.event.clone()?,
        };
        let place = Place::of(self.source, reading.tokens, &limit.span)?;
        let Place { line, column, text, .. } = place;
        Some(FoundTimeframe {
            line,
            column,
            text,
            relation,
            quantity,
            unit,
            trigger,
            duration: unit.duration(quantity),
        })
    }

    fn words(&mut self, reading: &Reading<'_, 't>) {
        let bounded = reading.is_bounded();
        for word in &reading.words {
            if word.rule.spared_by_limit && bounded {
                continue;
            }
            let rest = reading.tokens.get(word.span.end..).unwrap_or_default();
            let numbered = rest.first().is_some_and(Token::is_number) || number::whole(rest).is_some();
            let code = word.rule.before_number.filter(|_| numbered).unwrap_or(word.rule.code);
            self.find_word(reading.tokens, word, code, None);
            if let Some(code) = word.rule.undefined {
                let term = word.rule.defined_as.as_ref().unwrap_or(&word.rule.word);
                self.find_word(reading.tokens, word, code, Some(term.clone()));
            }
            if let Some(code) = reading.code_beside_limits(word) {
                self.find_word(reading.tokens, word, code, None);
            }
        }
    }

    /// Escapes beside a limit that are no words of the list.
    fn escapes(&mut self, reading: &Reading<'_, 't>) {
        for span in &reading.escapes {
            if reading.weakens_limit(span) && !reading.has_word_in(span) {
                self.find(reading.tokens, span, Code::ConditionalEscape);
            }
        }
    }

    /// Who acts, in each clause that sets a time.
    fn roles(&mut self, reading: &Reading<'_, 't>, clauses: &Clauses) {
        for (index, part) in clauses.parts.iter().enumerate() {
            if !reading.sets_time(&part.span) {
                self.unnamed(reading, part);
                continue;
            }
            let problem =
                role::problem(reading.tokens, &part.actor, self.roles.as_ref().filter(|_| index == 0));
            if let Some((code, span)) = problem {
                self.find(reading.tokens, &span, code);
            }
        }
    }

    /// A passive that bounds a value, where somebody might be named.
    fn unnamed(&mut self, reading: &Reading<'_, 't>, part: &Part) {
        let Actor::PassiveSubject(span) = &part.actor else { return };
        let bounds = |limit: &Limit| limit.shape == Shape::Value && part.span.contains(&limit.span.start);
        if reading.limits.iter().any(bounds) {
            self.find(reading.tokens, span, Code::PassiveWithoutAgent);
        }
    }

    fn find(&mut self, tokens: &[Token<'t>], span: &Range<usize>, code: Code) {
        let place = Place::of(self.source, tokens, span);
        self.findings.extend(place.map(|place| (place.finding(code), None)));
    }

    fn find_word(
        &mut self,
        tokens: &[Token<'t>],
        word: &FoundWord<'_>,
        code: Code,
        until_defined: Option<String>,
    ) {
        let finding = self.word_finding(tokens, word, code);
        self.findings.extend(finding.map(|finding| (finding, until_defined)));
    }

    fn word_finding(&self, tokens: &[Token<'t>], word: &FoundWord<'_>, code: Code) -> Option<Finding> {
        let mut finding = Place::of(self.source, tokens, &word.span)?.finding(code);
        if let Some(suggestion) = &word.rule.suggestion
            && code != Code::ConditionalEscape
        {
            finding.suggestion.clone_from(suggestion);
        }
        Some(finding)
    }

    fn text_of(&self, tokens: &[Token<'t>], event: &Event) -> Option<String> {
        let Event::Named(range) = event else { return None };
        Place::of(self.source, tokens, range).map(|place| place.text)
    }
}

fn next_lead_in(clauses: &Clauses, event: Option<String>, inherited: Option<LeadIn>) -> Option<LeadIn> {
    if !clauses.leads_in {
        return inherited;
    }
    let main = clauses.parts.first().map(|part| &part.actor);
    let named = matches!(main, Some(Actor::Subject(_) | Actor::Agent(_)));
    Some(LeadIn { named, event })
}

fn amount_problem(limit: &Limit) -> Option<Code> {
    match limit.amount {
        Amount::Range { .. } => Some(Code::RangeNotSingleLimit),
        Amount::Fraction { .. } => Some(Code::QuantityNotPositive),
        Amount::Vague => Some(Code::VagueQuantity),
        Amount::Bare { .. } => Some(Code::MissingUnit),
        Amount::One { quantity, .. } if quantity < 1 && limit.shape != Shape::Timeframe(Relation::At) => {
            Some(Code::QuantityNotPositive)
        }
        Amount::One { unit: UnitWord::UntypedDays, .. } => Some(Code::UnitDayTypeUndefined),
        Amount::One { hedged: true, .. } => Some(Code::VagueQuantity),
        Amount::One { .. } => None,
    }
}

fn number_word(token: &Token<'_>) -> bool {
    token.is_word() && number::whole(std::slice::from_ref(token)).is_some()
}
