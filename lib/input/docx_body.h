// The paragraphs and tables of one story of a DOCX file: its body, a header, a note.
#pragma once

#include "input/content.h"
#include "input/docx_numbering.h"
#include "input/docx_styles.h"
#include "input/xml.h"

namespace protokol {

/// `story` is the element that holds the paragraphs. Numbers count on from story to story.
Content read_docx_story(const pugi::xml_node& story, const DocxStyles& styles, DocxNumbering& numbering);

}  // namespace protokol
