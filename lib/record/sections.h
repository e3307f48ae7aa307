// The parts of a protocol: which units belong to the head, to a list of those present, to the agenda, to what
// was heard and decided on which question, to the foot.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/outline.h"

namespace protokol {

/// Units [from, to) of an outline that belong together.
struct Section {
  SectionKind kind = SectionKind::head;
  std::vector<std::string> questions;  ///< the agenda numbers that it is about, as far as headings tell
  std::uint32_t from = 0, to = 0;      ///< units; the first one may carry the heading
};

/// Every unit in exactly one section, in order.
std::vector<Section> sections_of(const Outline& outline, const Language& language);

/// One line a section: kind, questions, the first words; for tests and `explain`.
std::string dump(const std::vector<Section>& sections, const Outline& outline);

}  // namespace protokol
