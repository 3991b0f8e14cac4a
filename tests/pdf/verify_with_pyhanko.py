"""Judges the signatures of a PDF with pyHanko, as a second opinion on `riskwright verify`.

    python verify_with_pyhanko.py FILE.pdf [CA.pem]

Prints one JSON object a line, one line a signature in the order of signing. Exits 0 only if there is a signature,
every signature is intact and valid, only permitted changes follow each, and the last covers the whole file. Trust in
the certificate is printed, but does not change the exit code.
"""

import json
import logging
import sys

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def judge(signature, context):
    status = validate_pdf_signature(signature, signer_validation_context=context)
    level = status.modification_level
    permitted = level is not None and level != ModificationLevel.OTHER and status.docmdp_ok is not False
    row = {
        "field": signature.field_name,
        "signer": status.signing_cert.subject.native.get("common_name"),
        "intact": status.intact,
        "valid": status.valid,
        "trusted": status.trusted,
        "coverage": status.coverage.name,
        "modification_level": level.name if level is not None else None,
        "docmdp_ok": status.docmdp_ok,
    }
    return row, status.intact and status.valid and permitted, status.coverage


def main(pdf, authority=None):
    roots = list(load_certs_from_pemder([authority])) if authority else []
    with open(pdf, "rb") as file:
        signatures = PdfFileReader(file, strict=True).embedded_signatures
        holds = bool(signatures)
        last = None
        for signature in signatures:
            context = ValidationContext(trust_roots=roots, allow_fetching=False)
            try:
                row, sound, last = judge(signature, context)
            except Exception as error:
                row, sound = {"field": signature.field_name, "error": f"{type(error).__name__}: {error}"}, False
            holds = holds and sound
            print(json.dumps(row))
    return 0 if holds and last == SignatureCoverageLevel.ENTIRE_FILE else 1


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    logging.disable(logging.CRITICAL)
    try:
        code = main(*sys.argv[1:])
    except Exception as error:
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}))
        code = 1
    sys.exit(code)
