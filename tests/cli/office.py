"""Office files and archives made by hand."""
import io
import zipfile

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPEN_DOCUMENT = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                         for name in ("office", "text", "table", "style"))


def archive(files):
    """A ZIP file of {name: str or bytes}."""
    place = io.BytesIO()
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return place.getvalue()


def word_paragraphs(text):
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{line}</w:t></w:r></w:p>' for line in text.splitlines())


def docx(text="", body=None, document=None, **parts):
    """A DOCX file whose paragraphs are the lines of `text`; `body` or the whole `document` may be given as XML,
    and other parts by their names («styles»)."""
    document = document or f"<w:document {WORD}><w:body>{body or word_paragraphs(text)}</w:body></w:document>"
    relations = "".join(f'<Relationship Id="{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>' for name in parts)
    return archive({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{RELATIONS}/officeDocument" '
                       'Target="word/document.xml"/></Relationships>',
        "word/document.xml": document,
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        **{f"word/{name}.xml": content for name, content in parts.items()},
    })


def odt(text="", content=None):
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in text.splitlines())
    return archive({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content or f"<office:document-content {OPEN_DOCUMENT}><office:body><office:text>{paragraphs}"
                                  "</office:text></office:body></office:document-content>",
    })
