// The stamp of approval: «УТВЕРЖДАЮ», post, name, day.
#pragma once

#include <optional>
#include <vector>

#include "record/head_items.h"
#include "record/protocol.h"

namespace protokol {

struct FoundApproval {
  std::optional<Approval> approval;  ///< none where the stamp is «СОГЛАСОВАНО» or empty
  std::vector<bool> taken;           ///< for each item: it belongs to a stamp
  std::vector<bool> agreed;          ///< and that is one of agreement, which approves nothing
};

FoundApproval read_approval(const std::vector<HeadItem>& items, const Language& language);

}  // namespace protokol
