"""Judges the signed policies of the demonstration with programs of others: poppler, qpdf and pyHanko.

    python judge.py BINARY

BINARY is `riskwright`. Prints a line a check and the number of those that passed and failed; exits 0 only if none
failed. What must be printed is computed from `riskwright export`, nothing is written down here.
"""

import contextlib
import io
import json
import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import attack
import expected
import verify_with_pyhanko

TOOLS = ["pdfsig", "pdffonts", "pdfinfo", "pdftotext", "qpdf"]
# The two policies whose text is compared with the content, line by line.
READ = ["POL-11", "POL-25"]


class Verdict:
    """Counts what passed and what failed, and says which."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, what, holds, detail=""):
        """Notes one check; the detail is told where it failed."""
        if holds:
            self.passed += 1
            print(f"ok    {what}")
        else:
            self.failed += 1
            print(f"FAIL  {what}{f': {detail}' if detail else ''}")

    def summary(self):
        """Says how many; 0 if none failed and any passed."""
        print(f"{self.passed} passed, {self.failed} failed")
        return 0 if self.passed and not self.failed else 1


class Program:
    """`riskwright` as a user runs it, with a state folder of its own."""

    def __init__(self, binary, folder):
        self.binary = Path(binary).resolve()
        self.environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state")}

    def run(self, *arguments, given=None):
        """Exit code, standard output and standard error."""
        return run([self.binary, *arguments], given, self.environment)

    def open_as(self, login, passphrase):
        """From now on every workspace is opened as this person."""
        self.environment |= {"RISKWRIGHT_PERSON": login, "RISKWRIGHT_PASSPHRASE": passphrase}

    def verify(self, pdf):
        """Exit code and report on a PDF."""
        code, out, err = self.run("verify", "--json", pdf)
        return code, json.loads(out) if out else {"error": err}


def run(command, given=None, environment=None):
    """Exit code, standard output and standard error of a command."""
    done = subprocess.run(
        [str(part) for part in command], input=given, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def second_opinion(pdf):
    """Exit code and rows of pyHanko."""
    told = io.StringIO()
    try:
        with contextlib.redirect_stdout(told):
            code = verify_with_pyhanko.main(str(pdf))
    except Exception as error:  # Whatever a reader says of a damaged file is a no.
        return 1, [{"error": f"{type(error).__name__}: {error}"}]
    return code, [json.loads(line) for line in told.getvalue().splitlines()]


def poppler_signers(pdf):
    """Names of the signers whose signatures poppler calls valid, whether all are, and whether all is covered."""
    _, out, _ = run(["pdfsig", "-nocert", pdf])
    names = re.findall(r"Signer Certificate Common Name: (.*)", out)
    judged = re.findall(r"Signature Validation: (.*)", out)
    valid = [judgement == "Signature is Valid." for judgement in judged]
    sound = bool(valid) and all(valid) and len(valid) == len(names)
    return names, sound, out.rstrip().count("Total document signed") == 1


def judge_signatures(verdict, program, policy, pdf):
    """Everybody agrees that the signatures of the people in the policy hold."""
    signers = policy.signers()
    names, sound, covered = poppler_signers(pdf)
    verdict.check(f"{policy.number}: poppler finds the signatures valid", sound and covered, run(["pdfsig", pdf])[1])
    verdict.check(f"{policy.number}: poppler names {' and '.join(signers)}", names == signers, names)
    code, rows = second_opinion(pdf)
    accepted = code == 0 and [row.get("signer") for row in rows] == signers
    verdict.check(f"{policy.number}: pyHanko accepts them with permitted changes only", accepted, rows)
    code, report = program.verify(pdf)
    told = [one["signer"] for one in report.get("signatures", [])]
    verdict.check(f"{policy.number}: riskwright says the same", code == 0 and told == signers, report)


def judge_form(verdict, policy, pdf):
    """The file is well formed, tagged, and carries the parts of the fonts it uses."""
    code, out, err = run(["qpdf", "--check", pdf])
    verdict.check(f"{policy.number}: qpdf finds no error", code == 0 and "No syntax" in out, out + err)
    rows = [line.split() for line in run(["pdffonts", pdf])[1].splitlines()[2:]]
    carried = [row[-5:-3] == ["yes", "yes"] for row in rows]
    verdict.check(f"{policy.number}: every font is embedded as a subset", carried and all(carried), rows)
    facts = run(["pdfinfo", pdf])[1]
    verdict.check(f"{policy.number}: the file is tagged", bool(re.search(r"Tagged:\s+yes", facts)), facts)


def judge_damage(verdict, program, policy, pdf, folder):
    """One changed bit anywhere is found by everybody."""
    signed = pdf.read_bytes()
    damaged = folder / "damaged.pdf"
    for name, place in attack.places(signed).items():
        damaged.write_bytes(attack.flipped(signed, place))
        found = [not poppler_signers(damaged)[1], second_opinion(damaged)[0] == 1, program.verify(damaged)[0] == 1]
        told = dict(zip(["poppler", "pyHanko", "riskwright"], found))
        verdict.check(f"{policy.number}: a flipped bit in {name} is found by all three", all(found), told)


def judge_replaced_page(verdict, program, policy, pdf, folder):
    """A page exchanged behind the signatures is refused, although the signed bytes are as they were."""
    replaced = folder / "replaced.pdf"
    replaced.write_bytes(attack.page_replaced(pdf.read_bytes()))
    code, report = program.verify(replaced)
    named = any("page" in problem for problem in report.get("problems", []))
    verdict.check(f"{policy.number}: riskwright refuses and names a replaced page", code == 1 and named, report)
    code, rows = second_opinion(replaced)
    verdict.check(f"{policy.number}: pyHanko refuses a replaced page", code == 1, rows)


class Page:
    """The text of a PDF in reading order, to be searched without regard to how lines are broken."""

    def __init__(self, pdf):
        self.lines = [line for page in run(["pdftotext", pdf, "-"])[1].split("\f") for line in body(page)]
        self.text = squeezed(" ".join(self.lines))

    def says(self, *cells):
        """Whether the cells of a row, or the parts of a sentence, follow each other."""
        return squeezed("".join(cells)) in self.text

    def short_name(self, name, edition):
        """The short name that the list of standards gives an edition."""
        for at, line in enumerate(self.lines):
            short, colon, rest = line.removeprefix("• ").partition(": ")
            behind = squeezed(rest + "".join(self.lines[at + 1 : at + 4]))
            if line.startswith("• ") and colon and behind.startswith(squeezed(f"{name}, {edition} (")):
                return short
        return None


def body(page):
    """The lines of a page without its running head and foot."""
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    foot = re.compile(r".+ · (Version .+ · [0-9a-f]{12}|Page \d+ of \d+)$")
    return [line for line in lines if not foot.match(line)]


def squeezed(text):
    """Text without spaces, line breaks and the hyphens that poppler drops at them; ligatures taken apart."""
    return "".join(unicodedata.normalize("NFKC", text).replace("-", "").split())


def judge_text(verdict, policy, pdf):
    """The page says what the content says."""
    page = Page(pdf)
    for row in policy.risks():
        verdict.check(f"{policy.number}: {row[0]} with threat, asset, level {row[3]} and day", page.says(*row), row)
    for sentence in policy.traces():
        verdict.check(f"{policy.number}: {sentence}", page.says(sentence))
    phases = {row[1] for row in policy.timeframes()}
    verdict.check(f"{policy.number}: times for each of the three verbs", phases >= {"Identify", "Respond", "Address"}, phases)
    for row in policy.timeframes():
        verdict.check(f"{policy.number}: {row[0]}, {row[1].lower()}, {row[5]} of {row[6]}", page.says(*row), row)
    short = {}
    for framework, name, edition in policy.editions():
        short[framework] = page.short_name(name, edition)
        verdict.check(f"{policy.number}: {name}, {edition}", short[framework] is not None)
    for one in policy.alignments():
        row = (short.get(one["framework"]) or "?", one["element"], one["explanation"], one["applicability"])
        verdict.check(f"{policy.number}: {one['framework']} {one['element']} with explanation", page.says(*row), row)
    for name in policy.signers():
        verdict.check(f"{policy.number}: signature block of {name}", page.says("Digitally signed by ", name))


def content(program, workspace, folder):
    """The exported content, and the name of the threat behind each risk."""
    export = folder / "content.yaml"
    code, _, err = program.run("export", workspace, "-o", export)
    if code:
        sys.exit(f"export: {err}")
    code, out, err = program.run("call", workspace, given='{"command":"risk::list"}\n')
    if code:
        sys.exit(f"call: {out}{err}")
    threats = {row["number"]: row["threat"] for row in json.loads(out)["ok"]["risks"]}
    return expected.load(export), threats


def passphrase(readme):
    """The published passphrase of the sample, from its own README."""
    return re.search(r"^Passphrase.*: (.+)$", readme.read_text(encoding="utf-8"), re.MULTILINE).group(1)


def judge(verdict, program, folder):
    """Writes the demonstration and judges every policy in it."""
    demo = folder / "demo"
    code, _, err = program.run("demo", demo)
    if code:
        sys.exit(f"demo: {err}")
    program.open_as("dana.whitfield", passphrase(demo / "README.txt"))
    in_force = expected.policies(*content(program, demo / "lakeside.riskwright", folder))
    files = sorted((demo / "policies").glob("*.pdf"))
    found = {pdf.name.split()[0]: pdf for pdf in files}
    verdict.check("there is a PDF of every policy in force", sorted(found) == sorted(in_force), sorted(found))
    for number, pdf in found.items():
        policy = in_force[number]
        judge_signatures(verdict, program, policy, pdf)
        judge_form(verdict, policy, pdf)
        judge_damage(verdict, program, policy, pdf, folder)
        judge_replaced_page(verdict, program, policy, pdf, folder)
        if number in READ:
            judge_text(verdict, policy, pdf)


def main(binary):
    """Exits 0 if everything passed, 1 if anything failed, 2 if it cannot be judged here."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print(f"cannot judge without {', '.join(missing)} (packages poppler-utils and qpdf)", file=sys.stderr)
        return 2
    logging.disable(logging.CRITICAL)
    verdict = Verdict()
    with tempfile.TemporaryDirectory() as folder:
        judge(verdict, Program(binary, Path(folder)), Path(folder))
    return verdict.summary()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
