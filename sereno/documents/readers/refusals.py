"""What a file is refused for: a code that never changes and a sentence that says what to do."""

from typing import Final

SENTENCES: Final = {
    "empty": "El archivo está vacío. Vuelva a guardarlo o pídalo de nuevo a quien lo envió.",
    "too-large": (
        "El archivo pesa {size} MB y se leen hasta {most} MB. Divídalo, o guárdelo sin imágenes."
    ),
    "wrong-type": (
        "Este archivo es {what} y no se puede leer como documento. Guárdelo como PDF, Word, "
        "Excel, OpenDocument, CSV o texto."
    ),
    "old-office": (
        "Es un archivo de Office anterior a 2007. Ábralo y guárdelo como .docx o .xlsx."
    ),
    "encrypted": "El archivo tiene contraseña. Ábralo, quítesela, guárdelo y vuelva a subirlo.",
    "truncated": (
        "El archivo está cortado o dañado: {what}. Vuelva a descargarlo o pida otra copia."
    ),
    "zip-bomb": (
        "Al abrirse, el archivo crecería a {size} MB y se aceptan hasta {most} MB. "
        "Guárdelo de nuevo desde Word, Excel o LibreOffice."
    ),
    "too-many-columns": (
        "La tabla «{where}» tiene {columns} columnas y se leen hasta {most}. "
        "Borre las columnas vacías y guárdelo de nuevo."
    ),
    "too-many-rows": ("La tabla «{where}» tiene más de {most} filas. Divídala en varios archivos."),
    "no-ocr": (
        "El documento tiene páginas que son imágenes y aquí falta con qué reconocer su texto. "
        "Instale en el servidor: sudo apt install tesseract-ocr tesseract-ocr-spa. "
        "O pida el original en Word, Excel o PDF con texto."
    ),
    "ocr-failed": (
        "El texto de una página que es imagen no se pudo reconocer. Escanéela de nuevo, derecha "
        "y a 200 o 300 puntos por pulgada, o pida el original."
    ),
    "too-many-pages": (
        "Son {pages} páginas de imágenes y se reconocen hasta {most}. Divida el archivo."
    ),
    "too-long": (
        "El documento tiene {pages} páginas y se leen hasta {most}. Divídalo en varios archivos."
    ),
    "too-dense": (
        "La página {page} tiene tantas letras que no se puede leer como documento. "
        "Quite esa página o guárdela de nuevo, y vuelva a subirlo."
    ),
    "too-many-dots": (
        "La imagen mide {size} puntos, más de lo que se lee. Escanéela a 200 o 300 puntos por "
        "pulgada."
    ),
    "no-words": "El documento no tiene texto. Revise que sea el archivo que quería subir.",
    "no-reader": "Este sereno no tiene con qué leer {what}. Guárdelo como PDF, Word o Excel.",
}


class Unreadable(Exception):
    """Nothing of the file was taken in. ``parts`` are what the sentence was made of."""

    def __init__(self, code: str, says: str = "", **parts: str) -> None:
        self.code = code
        self.parts = parts
        self.says = says or SENTENCES[code].format(**parts)
        super().__init__(self.says)
