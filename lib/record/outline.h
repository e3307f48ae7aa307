// The document as paragraphs, list items and table rows in reading order, whatever its layout was: hard-wrapped
// lines are joined, run-on text is cut where a heading or the next item of a list begins.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "record/language.h"
#include "record/passage.h"

namespace protokol {

enum class MarkerKind : std::uint8_t { none, number, letter, roman, bullet };

/// What stands before an item: «3.1.», «а)», «II.», «•».
struct Marker {
  MarkerKind kind = MarkerKind::none;
  std::string text;                 ///< as printed, without the final dot or bracket; empty of a bullet
  std::vector<std::uint32_t> path;  ///< «3.1» → 3, 1; «б» → 2; «IV» → 4; empty of a bullet
  char sign = 0;                    ///< what closes it («.», «)», 0), or a bullet's sign (prepared alphabet)
  Span span;                        ///< bytes of the document
};

/// What part of a protocol a heading opens.
enum class SectionKind : std::uint8_t {
  head,         ///< before any heading
  present,      ///< those present, with what the line itself says
  absent,
  invited,
  agenda,
  heard,
  spoke,
  discussion,   ///< talk that is neither: «Справка:», the course of the meeting
  decisions,
  vote,
  signatures,
  appendix,     ///< annexes, distribution lists, typist's marks: nothing of the protocol
};

/// A heading at the start of a unit: «РЕШИЛИ:», «По первому вопросу слушали:», «ВОПРОС 2.».
struct Heading {
  bool found = false;
  std::optional<SectionKind> section;
  std::vector<std::string> questions;  ///< agenda numbers as digits, letters or Roman numerals: «1», «2»
  bool names_question = false;         ///< a question is named, with or without a number («Вопрос третий»)
  Span tokens;                         ///< with its colon; the unit's content follows
  std::string rule;
};

enum class UnitKind : std::uint8_t { paragraph, row };

/// The smallest piece that sections are made of: [marker] [heading] content.
struct Unit {
  UnitKind kind = UnitKind::paragraph;
  std::uint32_t text = 0;  ///< in Outline::texts
  Span tokens;             ///< the content, behind marker and heading; may be empty
  Span whole;              ///< tokens with marker and heading
  Marker marker;
  Heading heading;
  std::uint16_t indent = 0, blank_before = 0;
  std::uint16_t table = 0;  ///< rows of one table share a number from 1
  bool emphasis = false;    ///< all of it was bold or italic
  bool inside = false;      ///< it begins in the middle of a paragraph
  std::vector<Passage> cells;     ///< of a row; an empty cell has no tokens
  std::vector<bool> merged;       ///< of a row: the cell continues the one above
};

struct Outline {
  std::string_view document;    ///< Document::text
  std::deque<TokenText> texts;  ///< passages point into it
  std::vector<Unit> units;
  std::vector<Span> furniture;  ///< bytes of page numbers, rules, web furniture: read as nothing

  Passage content(const Unit& unit) const { return {&texts[unit.text], document, unit.tokens}; }
  Passage whole(const Unit& unit) const { return {&texts[unit.text], document, unit.whole}; }
};

/// The outline of a document. Views into `document`, which outlives it.
Outline outline_of(const Document& document, const Language& language);

/// One line a unit: kind, marker, heading, content; for tests and `explain`.
std::string dump(const Outline& outline);

}  // namespace protokol
