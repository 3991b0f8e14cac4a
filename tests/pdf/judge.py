"""Signed policies as third parties judge them.

usage: judge.py RISKWRIGHT

Runs the demonstration, hands every signed policy to pdfsig, pyHanko and qpdf, damages copies in two ways, and reads
the text of two policies against the exchange file. Prints a line a check; exit code 0 only if all pass.
"""

import io
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from ruamel.yaml import YAML

HERE = Path(__file__).parent
LEVELS = ["very_low", "low", "moderate", "high", "very_high"]
PEOPLE = {"RISKWRIGHT_PERSON": "dana.whitfield", "RISKWRIGHT_PASSPHRASE": "lakeside sample passphrase"}


class Judge:
    """Counts checks and tells each."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, what, holds, detail=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
        print(f"{'ok    ' if holds else 'FAILED'} {what}{'' if holds else ' ' + str(detail)}", flush=True)


def run(*command, **more):
    environment = {**os.environ, **PEOPLE, **more}
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, env=environment, check=False)


def pdfsig_accepts(pdf):
    out = run("pdfsig", pdf).stdout
    signatures = out.count("Signature Validation:")
    return signatures, signatures > 0 and out.count("Signature is Valid") == signatures


def pyhanko_accepts(pdf):
    done = run(sys.executable, HERE / "verify_with_pyhanko.py", pdf)
    return done.returncode == 0, done.stdout.strip().splitlines()


def riskwright_accepts(program, pdf):
    return run(program, "verify", pdf).returncode == 0


def judge_whole(judge, program, pdf):
    name = pdf.name.split()[0]
    signatures, valid = pdfsig_accepts(pdf)
    judge.check(f"{name}: pdfsig accepts both signatures", valid and signatures == 2, run("pdfsig", pdf).stdout)
    accepted, lines = pyhanko_accepts(pdf)
    judge.check(f"{name}: pyHanko accepts both signatures", accepted and len(lines) == 2, lines)
    judge.check(f"{name}: riskwright verify accepts it", riskwright_accepts(program, pdf))
    checked = run("qpdf", "--check", pdf)
    judge.check(f"{name}: qpdf finds nothing", checked.returncode == 0, checked.stdout + checked.stderr)
    fonts = [line.split()[-5:-2] for line in run("pdffonts", pdf).stdout.splitlines()[2:]]
    judge.check(f"{name}: every font is embedded and a subset", fonts and all(font[:2] == ["yes", "yes"] for font in fonts), fonts)


def judge_damage(judge, program, pdf, folder):
    name = pdf.name.split()[0]
    whole = pdf.read_bytes()
    for where, at in {"in a page": whole.index(b"stream") + 40, "in the middle": len(whole) // 3}.items():
        damaged = folder / "damaged.pdf"
        damaged.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        judge.check(f"{name}: pdfsig refuses a byte flipped {where}", not pdfsig_accepts(damaged)[1])
        judge.check(f"{name}: pyHanko refuses a byte flipped {where}", not pyhanko_accepts(damaged)[0])
        judge.check(f"{name}: riskwright refuses a byte flipped {where}", not riskwright_accepts(program, damaged))
    replaced = folder / "replaced.pdf"
    replaced.write_bytes(with_first_page_replaced(whole))
    judge.check(f"{name}: pyHanko refuses a page replaced later", not pyhanko_accepts(replaced)[0])
    answer = run(program, "verify", "--json", replaced)
    changes = [change for one in json.loads(answer.stdout)["signatures"] for change in one["changes_after"]]
    judge.check(f"{name}: riskwright refuses a page replaced later and names the change", answer.returncode == 1 and changes, answer.stdout)


def with_first_page_replaced(pdf):
    """The attack that some viewers still call valid: a later increment with other content for page one."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]
    while "/Kids" in page:
        page = page["/Kids"][0]
    content = generic.StreamObject(stream_data=b"BT /F20 12 Tf 72 700 Td ET")
    page["/Contents"] = writer.add_object(content)
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def judge_text(judge, content, policy, pdf):
    number = policy["number"]
    version = policy["versions"][-1]
    text = words(run("pdftotext", "-raw", pdf, "-").stdout)
    register = {risk["number"]: risk for risk in content["assessments"][-1]["risks"]}
    names = threat_names(content)
    for link in {link["risk"]: link for one in version["statements"] for link in one.get("risks", [])}.values():
        risk = register[link["risk"]]
        row = f"{link['risk']} {names[risk['threat']]}"
        shown = ["Very low", "Low", "Moderate", "High", "Very high"][LEVELS.index(link["level"])]
        judge.check(f"{number}: {row}, {shown}, {risk['rated_on']}", words(f"{row}: rated {shown} on {risk['rated_on']}") in text)
    for time in version["timeframes"]:
        unit = time["unit"].rstrip("s") if time["quantity"] == 1 else time["unit"]
        limit = f"shall {time['action']} {time['comparator']} {time['quantity']} {unit}"
        judge.check(f"{number}: {time['phase']} {time['number']} {limit}", words(limit) in text)
    for phase in ("Identify", "Respond", "Address"):
        judge.check(f"{number}: has times to {phase.lower()}", phase in text)
    for one in [one for statement in version["statements"] for one in statement.get("alignments", [])]:
        judge.check(f"{number}: standard {one['framework']} {one['element']}", words(one["element"]) in text and edition(one["framework"]) in text)
    people = {person["number"]: person["name"] for person in content["people"]}
    signers = {people[version["author"]], *(people[approval["by"]] for approval in version["approvals"])}
    for signer in signers:
        judge.check(f"{number}: a place signed by {signer}", words(f"Digitally signed by {signer}") in text)


def edition(framework):
    """The words of a framework's edition as a reader looks for them."""
    return {
        "nist-csf-2.0": "CSF 2.0",
        "nist-800-53r5": "Rev. 5",
        "nist-800-61r3": "Rev. 3",
        "nist-800-63-4": "Rev. 4",
        "hicp-2023": "2023 edition",
        "fhir-smart-2": "2.x",
    }.get(framework, "")


def threat_names(content):
    catalogue = read_yaml((HERE.parents[1] / THREATS).read_text())
    names = {threat["id"]: threat["name"] for threat in catalogue["threats"]}
    names.update({threat["id"]: threat["name"] for threat in content["assessments"][-1].get("own_threats", [])})
    return names


def read_yaml(text):
    """YAML 1.2, in which a plain = is text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:value", lambda _, node: node.value)
    return yaml.load(text)


THREATS = "src-tauri/crates/domain/data/threats/2026-09-17/threats.yaml"


def words(text):
    """Text without line breaks, and without the hyphens' spaces that cells of a table bring."""
    return re.sub(r"\s+", " ", str(text)).strip()


def main():
    program = Path(sys.argv[1]).resolve()
    judge = Judge()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        demo = folder / "demo"
        judge.check("the demonstration is written", run(program, "demo", demo).returncode == 0)
        exported = run(program, "export", demo / "lakeside.riskwright").stdout
        content = read_yaml(exported)
        pdfs = sorted((demo / "policies").glob("*.pdf"))
        judge.check("there are six signed policies or more", len(pdfs) >= 6, len(pdfs))
        for pdf in pdfs:
            judge_whole(judge, program, pdf)
        for number in ("POL-11", "POL-25"):
            pdf = next(pdf for pdf in pdfs if pdf.name.startswith(number))
            judge_damage(judge, program, pdf, folder)
            judge_text(judge, content, next(one for one in content["policies"] if one["number"] == number), pdf)
    print(f"{judge.passed} passed, {judge.failed} failed")
    sys.exit(1 if judge.failed else 0)


if __name__ == "__main__":
    main()
