"""Damage done to a signed PDF: single bytes, and a page exchanged in an update behind the signatures."""

import io
import re

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

CONTAINER = re.compile(rb"/Contents\s?<(30[0-9A-Fa-f]+)>")


def places(pdf):
    """A byte in each part of a file with two signatures, by the name of the part."""
    author, approver = list(CONTAINER.finditer(pdf))
    update = pdf.index(b"%%EOF", author.end())
    return {
        "the content of the first page": pdf.index(b"stream") + 40,
        "the middle of the unsigned document": author.start() // 2,
        "the author's signature": last_digit(pdf, author),
        "the update behind the author's signature": pdf.index(b"stream", update) + 40,
        "the approver's signature": last_digit(pdf, approver),
    }


def last_digit(pdf, container):
    """The last digit before the padding: part of the signature itself."""
    start, end = container.span(1)
    return start + len(pdf[start:end].rstrip(b"0")) - 1


def flipped(pdf, place):
    """The same file with one bit of one byte changed."""
    damaged = bytearray(pdf)
    damaged[place] ^= 1
    return bytes(damaged)


def page_replaced(pdf):
    """The same file with other content on its first page, written as a valid update behind the signatures."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    reference, _ = writer.find_page_for_modification(0)
    page = reference.get_object()
    drawn = generic.StreamObject(stream_data=b"BT /F1 12 Tf 72 720 Td (Nothing is reviewed.) Tj ET")
    page["/Contents"] = writer.add_object(drawn)
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
