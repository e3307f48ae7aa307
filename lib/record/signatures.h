// The foot of a protocol: who signed it, and as what.
#pragma once

#include <vector>

#include "record/outline.h"
#include "record/protocol.h"
#include "record/sections.h"

namespace protokol {

/// Which office of the meeting a signature tells of.
enum class Office : std::uint8_t { none, chair, secretary };

struct FoundSignatures {
  std::vector<Signature> signatures;
  std::vector<Party> chair, secretary;  ///< as the foot names them
  std::vector<Claim> claims;
};

FoundSignatures read_signatures(const Outline& outline, const std::vector<Section>& sections,
                                const Language& language);

}  // namespace protokol
