"""The catalogue of the open data (DCAT, as JSON-LD): what other catalogues gather."""

import json

from sereno.reports.formats.opened.cells import said
from sereno.reports.formats.opened.package import ENDINGS, LICENCE, Publisher
from sereno.reports.queries.opened import Table

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
SPANISH = {"@id": "http://publications.europa.eu/resource/authority/language/SPA"}


def catalogue(tables: tuple[Table, ...], *, by: Publisher) -> bytes:
    here = f"{by.host}/datos/"
    told = {
        "@context": CONTEXT,
        "@id": here,
        "@type": "dcat:Catalog",
        **_told(f"Datos abiertos. {by.council}", "Todo lo que se publica, en tablas."),
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": by.council},
        "dct:license": {"@id": LICENCE["path"]},
        "dct:modified": {"@type": "xsd:dateTime", "@value": said(by.at)},
        "foaf:homepage": {"@id": here},
        "dcat:dataset": [_dataset(table, by=by) for table in tables],
        "dcat:service": [
            {
                "@id": f"{by.host}/api/v1/",
                "@type": "dcat:DataService",
                "dct:title": "API",
                "dcat:endpointURL": {"@id": f"{by.host}/api/v1/"},
                "dcat:endpointDescription": {"@id": f"{by.host}/api/v1/openapi.json"},
            }
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _dataset(table: Table, *, by: Publisher) -> dict[str, object]:
    return {
        "@id": f"{by.host}/datos/#{table.file}",
        "@type": "dcat:Dataset",
        **_told(table.title, table.about),
        "dct:identifier": table.file,
        "dct:license": {"@id": LICENCE["path"]},
        "dcat:distribution": [
            {
                "@id": f"{by.host}/datos/{table.file}.{ending}",
                "@type": "dcat:Distribution",
                "dct:title": f"{table.title} ({ending.upper()})",
                "dcat:downloadURL": {"@id": f"{by.host}/datos/{table.file}.{ending}"},
                "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"},
            }
            for ending, media in ENDINGS.items()
        ],
    }


def _told(title: str, about: str) -> dict[str, object]:
    return {
        "dct:title": {"@language": "es", "@value": title},
        "dct:description": {"@language": "es", "@value": about},
        "dct:language": SPANISH,
    }
