// The foot of a protocol: who signed it, and as what.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "record/outline.h"
#include "record/protocol.h"
#include "record/sections.h"

namespace protokol {

/// Which office of the meeting a post tells of.
enum class Office : std::uint8_t { none, chair, secretary };

struct FoundSignatures {
  std::vector<Signature>
      signatures;  ///< in the order printed; a post whose name was not filled in has a role alone
  std::vector<Party> chair, secretary;  ///< as the foot names them
  std::vector<Claim> claims;
};

/// Reads the sections `signatures`; where there are none, the last units that look like a foot.
FoundSignatures read_signatures(const Outline& outline, const std::vector<Section>& sections,
                                const Language& language);

/// Whether a unit looks like a line of signatures: asked from the end of the document upwards. A line of
/// prose, a typist's mark or a distribution list is none.
bool may_be_signature(const Outline& outline, const Unit& unit, const Language& language);

/// Where signatures begin at the end of a run-on paragraph («… Принято единогласно. Председатель Р. Р. Рогов
/// Секретарь …»): a token of the unit's text.
std::optional<std::uint32_t> signature_tail(const Outline& outline, const Unit& unit,
                                            const Language& language);

}  // namespace protokol
