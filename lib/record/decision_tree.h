// The units under a decision heading as a tree: lead-ins with the items under them.
#pragma once

#include <cstdint>
#include <vector>

#include "record/outline.h"

namespace protokol {

/// One item: its own words, lines that go on with it, and the items under it.
struct DecisionNode {
  Marker marker;
  std::vector<std::uint32_t> units;  ///< the item's own, then lines without a marker that follow it
  std::uint32_t parent = 0;          ///< in the tree; 0 is the root
  bool leads = false;                ///< its words end in a colon
  bool has_children = false;
};

/// nodes[0] is the root; the others stand in the order of the text.
using DecisionTree = std::vector<DecisionNode>;

/// `continues`: whether an unmarked unit only goes on with the item before it (a line «Срок: …», a sentence on
/// control), so that it is no item.
DecisionTree decision_tree(const Outline& outline, const std::vector<std::uint32_t>& units,
                           const std::vector<bool>& continues);

}  // namespace protokol
