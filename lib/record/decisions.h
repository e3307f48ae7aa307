// The decisions of a protocol.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "calendar/date.h"
#include "record/outline.h"
#include "record/protocol.h"
#include "record/sections.h"

namespace protokol {

struct DecisionContext {
  std::optional<Date> document_date;
  std::optional<Party> signer;  ///< whom «оставляю за собой» means
  std::span<const AgendaItem> agenda;
};

struct FoundDecisions {
  std::vector<Decision> decisions;
  std::vector<Claim> claims;
};

FoundDecisions read_decisions(const Outline& outline, const std::vector<Section>& sections,
                              const DecisionContext& context, const Language& language);

}  // namespace protokol
