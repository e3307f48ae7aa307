// What the head says of the meeting itself: kind of document, title, issuing body.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "record/head_items.h"
#include "record/protocol.h"

namespace protokol {

struct HeadTitle {
  std::optional<ProtocolKind> kind;
  Span kind_span;
  Field title, organization;
  std::optional<std::uint32_t> kind_line;  ///< line of the items
  std::vector<std::uint32_t> items;        ///< indices of the items that were taken
};

/// `taken[i]`: item i belongs to another reading, such as the stamp of approval.
HeadTitle read_head_title(const std::vector<HeadItem>& items, const std::vector<bool>& taken,
                          const Language& language);

}  // namespace protokol
