"""Text of OpenDocument: paragraphs and tables in their order, out of content.xml."""

from sereno.documents.readers.formats.opendocument import Content
from sereno.documents.readers.formats.packages import Package
from sereno.documents.readers.paper import Paper


def read(data: bytes) -> Paper:
    package = Package(data)
    content = Content(package, is_sheet=False)
    return Paper(tuple(content.blocks), 0, package.notes() + content.notes())
