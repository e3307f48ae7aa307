// Number, day, hour and place of the meeting, chosen among all that the head prints.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "record/head_items.h"
#include "record/protocol.h"

namespace protokol {

struct HeadValues {
  Field number, date, time, place, topic;
  std::vector<std::uint32_t> items;  ///< indices of the items that were taken, their labels too
};

/// `taken[i]`: item i belongs to another reading. `kind_line`: the line that names the document.
/// A day without its year stays «MM-DD».
HeadValues read_head_values(const std::vector<HeadItem>& items, const std::vector<bool>& taken,
                            std::optional<std::uint32_t> kind_line);

/// A field's value over the tokens of some items.
Field field_of(const HeadItem& item, std::string value);

}  // namespace protokol
