// The document as paragraphs, list items and table rows in reading order, whatever its layout was:
// hard-wrapped lines are joined, run-on text is cut where a heading or the next item of a list begins.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/headings.h"
#include "record/language.h"
#include "record/markers.h"
#include "record/passage.h"
#include "record/protocol.h"

namespace protokol {

enum class UnitKind : std::uint8_t { paragraph, row };

/// The smallest piece that sections are made of: [marker] [heading] content.
struct Unit {
  UnitKind kind = UnitKind::paragraph;
  std::uint32_t text = 0;  ///< in Outline::texts
  Span tokens;             ///< the content, behind marker and heading; may be empty
  Span whole;              ///< tokens with marker and heading
  Marker marker;
  Heading heading;  ///< `heading.found()` tells whether there is one
  std::uint16_t indent = 0, blank_before = 0;
  std::uint16_t table = 0;     ///< rows of one table share a number from 1
  bool emphasis = false;       ///< all of it was bold or italic
  bool inside = false;         ///< it begins in the middle of a paragraph
  std::vector<Passage> cells;  ///< of a row; an empty cell has no tokens
  std::vector<bool> merged;    ///< of a row: the cell continues the one above
};

struct Outline {
  std::string_view document;    ///< Document::text
  std::deque<TokenText> texts;  ///< passages point into it
  std::vector<Unit> units;
  std::vector<Claim> furniture;  ///< page numbers, rules, web furniture: passed over

  Passage content(const Unit& unit) const { return {&texts[unit.text], document, unit.tokens}; }
  Passage whole(const Unit& unit) const { return {&texts[unit.text], document, unit.whole}; }
};

/// The outline of a document. Views into `document`, which outlives it.
Outline outline_of(const Document& document, const Language& language);

/// Every marker and heading, and the furniture: for `explain` and for coverage.
std::vector<Claim> heading_claims(const Outline& outline);

/// One line a unit: kind, marker, heading, content; for tests and `explain`.
std::string dump(const Outline& outline);

}  // namespace protokol
