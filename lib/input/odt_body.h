// The paragraphs and tables of one story of an ODT file: its body, a header.
#pragma once

#include "input/content.h"
#include "input/odt_styles.h"
#include "input/xml.h"

namespace protokol {

struct OdtStory {
  Content content;
  Content notes;  ///< footnotes and endnotes in it
};

/// `story` is the element that holds the paragraphs.
OdtStory read_odt_story(const pugi::xml_node& story, const OdtStyles& styles);

}  // namespace protokol
