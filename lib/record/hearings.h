// Who was heard and who spoke, on which question.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "record/outline.h"
#include "record/protocol.h"
#include "record/sections.h"

namespace protokol {

struct FoundHearings {
  std::vector<Hearing> hearings;
  std::vector<Claim> claims;
};

/// `reporter_lines`: what the agenda has taken («Докладчик: …» below a title), in order.
FoundHearings read_hearings(const Outline& outline, const std::vector<Section>& sections,
                            std::span<const Span> reporter_lines, const Language& language);

/// One line an entry: kind, agenda numbers, speakers; for tests.
std::string dump(const FoundHearings& found);

}  // namespace protokol
