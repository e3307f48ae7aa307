// One paragraph's text, cut into units.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "record/outline.h"

namespace protokol {

/// Where a paragraph stands: the last ones may hold the foot, and do so only where somebody has talked
/// before.
enum class ParagraphPlace : std::uint8_t { inner, last, last_behind_talk };

struct CutParagraph {
  Span page_number;         ///< tokens of a page number before the first item; empty where there is none
  std::vector<Unit> units;  ///< in order; all but the first are `inside`; `text` and layout are not set
};

/// `paragraph` is not empty. `running`: the last number of a list inside the paragraph before, which this one
/// may go on with. `abbreviations`: words that end in a full stop and no sentence («п», «ст»), in small
/// letters.
CutParagraph cut_paragraph(const Passage& paragraph, ParagraphPlace place, const Marker& running,
                           const Language& language, const std::unordered_set<std::string>& abbreviations);

}  // namespace protokol
