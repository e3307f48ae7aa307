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

/// How a unit without a marker stands to the items around it.
enum class Standing : std::uint8_t {
  item,     ///< it is one
  goes_on,  ///< a line «Срок: …», a sentence on control: it belongs to the item before it
  leads,    ///< it only names who must act: what follows stands under it
};

/// `standings`: of the units, one each.
DecisionTree decision_tree(const Outline& outline, const std::vector<std::uint32_t>& units,
                           const std::vector<Standing>& standings);

}  // namespace protokol
