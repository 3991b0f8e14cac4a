//! Whether a template is whole: what it names is there, each sentence is one duty with a basis, times are objective.

use super::available::Available;
use super::problem::{TemplateProblem, TemplateProblemCode as Reason};
use super::{Condition, Pieces, PolicyTemplate, Size, TemplateStatement, references};
use crate::catalogue::{Catalogue, PolicyKind};
use crate::line;
use crate::policy::lint::{self, Finding, FindingLevel, Options, TimeframeFields};
use crate::policy::{Effect, Parameter, Phase};
use std::collections::BTreeSet;

/// Every fault of a template, in the order of its sections; `text` only tells lines.
pub fn check(
    file: &str,
    text: &str,
    template: &PolicyTemplate,
    catalogue: &Catalogue,
) -> Vec<TemplateProblem> {
    let Some(kind) = catalogue.policy(template.policy.as_str()) else {
        let reason = Reason::UnknownPolicy { policy: template.policy.clone() };
        return vec![problem(file, text, "policy", reason)];
    };
    let scene = Scene { template, catalogue, kind, rows: Available::of(template) };
    let found = [
        scene.sections(),
        scene.ids(),
        scene.texts(),
        template.statements.iter().flat_map(|one| scene.statement(one)).collect(),
        scene.carried(),
        scene.times(),
        scene.parameters(),
        scene.phases(),
    ];
    found.into_iter().flatten().map(|(place, reason)| problem(file, text, &place, reason)).collect()
}

type Found = Vec<(String, Reason)>;

struct Scene<'a> {
    template: &'a PolicyTemplate,
    catalogue: &'a Catalogue,
    kind: &'a PolicyKind,
    rows: Available<'a>,
}

impl Scene<'_> {
    fn sections(&self) -> Found {
        let template = self.template;
        let restricting = self.kind.may_restrict_ehi;
        let given = |pieces: Option<&Pieces>| pieces.is_some_and(|one| !one.0.is_empty());
        let empty = [
            ("purpose", template.purpose.0.is_empty()),
            ("scope", template.scope.text.0.is_empty() || template.scope.asset_kinds.is_empty()),
            ("statements", template.statements.is_empty()),
            ("sanctions", template.sanctions.0.is_empty()),
            ("exceptions", template.exceptions.0.is_empty()),
            ("training", template.training.0.is_empty()),
            ("availability", template.availability.0.is_empty()),
            ("review_triggers", template.review_triggers.is_empty()),
            ("even_application", restricting && !given(template.even_application.as_ref())),
            ("effect_on_access", restricting && !given(template.effect_on_access.as_ref())),
        ];
        let mut found: Found = empty
            .into_iter()
            .filter(|(_, empty)| *empty)
            .map(|(section, _)| (section.to_owned(), Reason::Empty))
            .collect();
        if !(1..=12).contains(&template.review_months) {
            found.push(("review_months".to_owned(), Reason::ReviewInterval));
        }
        if !self.rows.role(&template.owner, &Condition::default()) {
            found.push(missing("owner", &template.owner));
        }
        found
    }

    fn ids(&self) -> Found {
        let mut seen = BTreeSet::new();
        let twice = self.rows.ids().filter(|id| !seen.insert(*id));
        twice.map(|id| (id.to_owned(), Reason::DuplicateId)).collect()
    }

    /// References that name nothing, in every text but the statements'.
    fn texts(&self) -> Found {
        let of_pieces = self.template.sections().into_iter().flat_map(|(section, pieces)| {
            pieces.0.iter().flat_map(move |piece| self.references(section, &piece.text, &piece.when))
        });
        let definitions = self.template.definitions.iter();
        let definitions = definitions.flat_map(|one| self.references(&one.term, &one.meaning, &one.when));
        let roles =
            self.template.roles.iter().flat_map(|one| self.references(&one.role, &one.authority, &one.when));
        of_pieces.chain(definitions).chain(roles).collect()
    }

    fn references(&self, place: &str, text: &str, when: &Condition) -> Found {
        let names = references(text).into_iter().filter_map(|one| one.name);
        names.filter(|name| !self.rows.named(name, when)).map(|name| missing(place, name)).collect()
    }

    fn statement(&self, one: &TemplateStatement) -> Found {
        let place = one.id.as_str();
        let mut found = self.references(place, &one.text, &one.when);
        let mut add = |amiss: bool, reason: Reason| {
            if amiss {
                found.push((place.to_owned(), reason));
            }
        };
        let begins = one.text.starts_with(&format!("{} shall ", one.role));
        let whole = begins && one.text.matches("shall").count() == 1 && one.text.trim_end().ends_with('.');
        add(!whole, Reason::NotOneDuty);
        add(!self.has_basis(one), Reason::NoBasis);
        add(one.answers.iter().any(|answer| !Effect::is_stated(&answer.effect)), Reason::NoEffect);
        add(!self.rows.role(&one.role, &one.when), Reason::Missing { reference: one.role.clone() });
        for reference in self.unknown(one) {
            add(true, Reason::Missing { reference });
        }
        let sizes =
            Size::ALL.into_iter().filter(|size| one.when.size.is_empty() || one.when.size.contains(size));
        let mut times: Vec<Reason> = Vec::new();
        for time in sizes.flat_map(|size| self.lint(one, size)) {
            if !times.contains(&time) {
                times.push(time);
            }
        }
        times.into_iter().for_each(|time| add(true, time));
        found
    }

    /// A duty alone is enough where a required safeguard asks for it and nobody's access is at stake.
    fn has_basis(&self, one: &TemplateStatement) -> bool {
        let required = one.safeguards.iter().any(|it| self.catalogue.is_required(it.as_str()));
        let duty = required && !self.kind.may_restrict_ehi;
        duty || one.answers.iter().any(|answer| !answer.threats.is_empty())
    }

    fn unknown(&self, one: &TemplateStatement) -> Vec<String> {
        let threats = one.answers.iter().flat_map(|answer| &answer.threats);
        let threats =
            threats.filter(|id| self.catalogue.threat(id.as_str()).is_none()).map(ToString::to_string);
        let safeguards = one.safeguards.iter().filter(|it| self.catalogue.safeguard(it.as_str()).is_none());
        let elements = one.alignments.iter().filter(|it| {
            self.catalogue.framework(it.framework.as_str()).is_none()
                || !self.catalogue.accepts_element(it.framework.as_str(), &it.element)
        });
        let elements = elements.map(|it| format!("{} {}", it.framework, it.element));
        threats.chain(safeguards.map(ToString::to_string)).chain(elements).collect()
    }

    fn lint(&self, one: &TemplateStatement, size: Size) -> Vec<Reason> {
        let roles = self.template.roles.iter().map(|role| role.role.clone()).collect();
        let defined = self.template.definitions.iter().map(|one| one.term.clone()).collect();
        let options = Options { roles: Some(roles), defined: Some(defined), ..Options::default() };
        let text = self.rows.filled(&one.text, size);
        errors(lint::lint(&text, &options).findings)
    }

    fn carried(&self) -> Found {
        let always = self.template.statements.iter().filter(|one| one.when.is_always());
        let carried: BTreeSet<_> = always.flat_map(|one| &one.safeguards).collect();
        let lost = self.kind.covers.iter().filter(|citation| !carried.contains(citation));
        lost.map(|citation| ("statements".to_owned(), Reason::NotCarried { citation: citation.clone() }))
            .collect()
    }

    fn times(&self) -> Found {
        let mut found = Found::new();
        for one in &self.template.timeframes {
            if !self.rows.role(&one.role, &one.when) {
                found.push(missing(one.id.as_str(), &one.role));
            }
            for size in Size::ALL {
                let fields = TimeframeFields {
                    trigger: &one.trigger,
                    comparator: &one.comparator,
                    quantity: *one.quantity.of(size),
                    unit: &one.unit,
                    role: &one.role,
                    action: &one.action,
                };
                for reason in errors(lint::check_timeframe(&fields)) {
                    let fault = (one.id.to_string(), reason);
                    if !found.contains(&fault) {
                        found.push(fault);
                    }
                }
            }
        }
        found
    }

    fn parameters(&self) -> Found {
        let whole = |one: &super::TemplateParameter, size: Size| {
            let parameter = Parameter {
                number: one.id.clone(),
                phase: one.phase,
                name: one.name.clone(),
                comparator: one.comparator.clone(),
                value: one.value.of(size).clone(),
                unit: one.unit.clone(),
            };
            parameter.is_complete()
        };
        let amiss =
            self.template.parameters.iter().filter(|one| !Size::ALL.into_iter().all(|size| whole(one, size)));
        amiss.map(|one| (one.id.to_string(), Reason::Incomplete)).collect()
    }

    fn phases(&self) -> Found {
        if !self.kind.may_restrict_ehi {
            return Found::new();
        }
        let template = self.template;
        let mut found = Found::new();
        for phase in [Phase::Identify, Phase::Respond, Phase::Address] {
            let timed = template.timeframes.iter().any(|one| one.phase == phase && one.when.is_always());
            let measured = template.parameters.iter().any(|one| one.phase == phase && one.when.is_always());
            for (section, there) in [("timeframes", timed), ("parameters", measured)] {
                if !there {
                    found.push((section.to_owned(), Reason::NoPhase { phase }));
                }
            }
        }
        found
    }
}

fn errors(findings: Vec<Finding>) -> Vec<Reason> {
    let errors = findings.into_iter().filter(|one| one.level == FindingLevel::Error);
    errors.map(|one| Reason::Time { code: one.code, text: one.text }).collect()
}

fn missing(place: &str, reference: &str) -> (String, Reason) {
    (place.to_owned(), Reason::Missing { reference: reference.to_owned() })
}

fn problem(file: &str, text: &str, place: &str, reason: Reason) -> TemplateProblem {
    let line = line::of_item(text, place, 0).or_else(|| line::of_key(text, place));
    TemplateProblem { file: file.to_owned(), line, place: place.to_owned(), reason }
}
