// The agenda: numbered titles with their speakers, from its own section or from the headings of questions.
#pragma once

#include <string>
#include <vector>

#include "record/outline.h"
#include "record/protocol.h"
#include "record/sections.h"

namespace protokol {

struct FoundAgenda {
  std::vector<AgendaItem> items;
  std::vector<Claim> claims;
  std::vector<Span> reporter_lines;  ///< bytes: «Докладчик: …» below a title, no part of the minutes
};

FoundAgenda read_agenda(const Outline& outline, const std::vector<Section>& sections,
                        const Language& language);

/// One line an item: number, title, speakers; for tests.
std::string dump(const FoundAgenda& found);

}  // namespace protokol
