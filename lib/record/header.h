// The head of a protocol: kind, number, date, time, place, issuing body, title, topic, stamp of approval;
// chair and secretary.
#pragma once

#include <optional>
#include <vector>

#include "record/outline.h"
#include "record/protocol.h"
#include "record/sections.h"

namespace protokol {

struct FoundHeader {
  Header header;
  std::vector<Party> chair, secretary;
  std::vector<std::uint32_t> units;  ///< the units that it was read from wholly: no other reading wants them
  std::vector<Claim> claims;         ///< every stretch that was taken, labels too
};

/// Reads the head sections (and, for a date or number that stands there only, the foot).
FoundHeader read_header(const Outline& outline, const std::vector<Section>& sections,
                        const Language& language);

}  // namespace protokol
