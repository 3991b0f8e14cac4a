"""What must be printed in the PDF of a policy, computed from the exported content and the catalogue of frameworks.

Levels of risk are looked up here once more from the ratings, in Tables G-5 and I-2 of NIST SP 800-30 Rev. 1.
"""

from pathlib import Path

from ruamel.yaml import YAML

DATA = Path(__file__).parents[2] / "src-tauri" / "crates" / "domain" / "data"
SCALE = ["very_low", "low", "moderate", "high", "very_high"]
# Rows by likelihood of initiation, columns by likelihood of adverse impact, both from very low to very high.
G_5 = ["00111", "01122", "11223", "12234", "12344"]
# Rows by overall likelihood, columns by impact.
I_2 = ["00011", "01112", "01223", "01234", "01234"]


def load(file):
    """YAML 1.2 with plain values; YAML 1.1 would read the field `on` as true."""
    yaml = YAML(typ="safe", pure=True)
    # A plain `=` is text in YAML 1.2; this reader still gives it the tag that YAML 1.1 did.
    yaml.constructor.add_constructor("tag:yaml.org,2002:value", lambda _, node: node.value)
    return yaml.load(file)


def level(rating):
    """The level of a risk in words, from its likelihoods and the highest of its impacts."""
    at = {name: SCALE.index(rating[name]) for name in ("initiation", "adverse")}
    impact = max(SCALE.index(value) for value in rating["impact"].values())
    likelihood = int(G_5[at["initiation"]][at["adverse"]])
    return SCALE[int(I_2[likelihood][impact])].replace("_", " ").capitalize()


class Policy:
    """A policy version in force, with what its PDF must say."""

    def __init__(self, content, policy, version, threat_names):
        self.content = content
        self.number = policy["number"]
        self.version = version
        self.threat_names = threat_names

    def signers(self):
        """Names of the people who sign: the author, then each approver, nobody twice."""
        names = {person["number"]: person["name"] for person in self.content["people"]}
        numbers = [self.version["author"]] + [approval["by"] for approval in self.version["approvals"]]
        return [names[number] for number in dict.fromkeys(numbers)]

    def risks(self):
        """A row a linked risk: number, threat, asset, level, day of the rating."""
        assessment = next(one for one in self.content["assessments"] if one["number"] == self.version["assessment"])
        assets = {asset["number"]: asset["name"] for asset in assessment["assets"]}
        linked = {link["risk"] for statement in self.version["statements"] for link in statement.get("risks", [])}
        for risk in assessment["risks"]:
            if risk["number"] in linked:
                threat = self.threat_names[risk["number"]]
                rated = (level(risk["residual"]), str(risk["rated_on"]))
                yield (risk["number"], threat, assets[risk["asset"]], *rated)

    def traces(self):
        """The sentence that begins the trace of each linked risk to its statements."""
        return [f"{number} {threat}: rated {level} on {day}" for number, threat, _, level, day in self.risks()]

    def timeframes(self):
        """A row a time: to identify, respond to and address incidents, and for upkeep."""
        for one in self.version["timeframes"]:
            severity = one.get("severity") or ("–" if one["phase"] == "govern" else "all")
            words = (one["role"], one["action"], limit(one), one["trigger"])
            yield (one["number"], one["phase"].capitalize(), str(severity), *words)

    def editions(self):
        """Id, name and edition of each framework that a statement follows."""
        frameworks = load(next(DATA.glob("frameworks/*/frameworks.yaml")))["frameworks"]
        cited = {one["framework"] for one in self.alignments()}
        return [(one["id"], one["name"], str(one["version"])) for one in frameworks if one["id"] in cited]

    def alignments(self):
        """Every alignment of every statement."""
        return [one for statement in self.version["statements"] for one in statement.get("alignments", [])]


def limit(timeframe):
    """`within 1 business day`: the unit in the singular for one."""
    unit = timeframe["unit"]
    unit = unit.removesuffix("s") if timeframe["quantity"] == 1 else unit
    law = f" ({timeframe['legal_limit']})" if timeframe.get("legal_limit") else ""
    return f"{timeframe['comparator']} {timeframe['quantity']} {unit}{law}"


def policies(content, threat_names):
    """The policies in force, by number."""
    in_force = {}
    for policy in content["policies"]:
        for version in policy["versions"]:
            if version["status"] == "effective":
                in_force[policy["number"]] = Policy(content, policy, version, threat_names)
    return in_force
