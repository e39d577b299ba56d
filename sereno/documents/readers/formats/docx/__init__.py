"""Word: paragraphs and tables in their order, out of the document's own XML."""

from sereno.documents.readers.formats.docx.body import Body
from sereno.documents.readers.formats.packages import Package
from sereno.documents.readers.paper import Paper


def read(data: bytes) -> Paper:
    package = Package(data)
    body = Body(package)
    return Paper(tuple(body.blocks), 0, package.notes() + body.notes())
