// Which item stands under which: by numbers where there are numbers, by colons and signs where there are
// none.
#include "record/decision_tree.h"

#include <algorithm>

namespace protokol {

namespace {

class Planter {
 public:
  explicit Planter(const Outline& outline) : outline_(outline), tree_(1) { tree_[0].leads = true; }

  void add(std::uint32_t index, Standing standing) {
    const Unit& unit = outline_.units[index];
    leads_ = standing == Standing::leads;
    if (standing == Standing::goes_on && tree_.size() > 1) {
      tree_.back().units.push_back(index);
      return;
    }
    plant(index, unit, parent_of(unit));
  }

  DecisionTree take() { return std::move(tree_); }

 private:
  bool ends_in_colon(const Unit& unit) const {
    if (leads_) return true;
    const Passage content = outline_.content(unit);
    if (content.empty()) return unit.heading.names_question;
    std::uint32_t last = content.tokens.to - 1;
    while (last > content.tokens.from && is_sign(*content.text, last, "*_")) --last;
    return is_sign(*content.text, last, ":");
  }

  void plant(std::uint32_t index, const Unit& unit, std::uint32_t parent) {
    DecisionNode node;
    node.marker = unit.marker;
    node.units = {index};
    node.parent = parent;
    node.leads = ends_in_colon(unit) || unit.marker.sign == ']';
    tree_[parent].has_children = true;
    tree_.push_back(std::move(node));
  }

  std::uint32_t last() const { return static_cast<std::uint32_t>(tree_.size() - 1); }

  /// No item looks further back for the one that it stands under: lists of any length stay cheap.
  std::uint32_t first_near() const {
    constexpr std::uint32_t farthest = 500;
    return last() > farthest ? last() - farthest : 0;
  }

  std::uint32_t parent_of(const Unit& unit) const {
    switch (unit.marker.kind) {
      case MarkerKind::number:
        return parent_of_number(unit.marker);
      case MarkerKind::roman:
        return 0;
      case MarkerKind::letter:
        return unit.marker.sign == ']' ? 0 : parent_of_letter();
      case MarkerKind::bullet:
        return parent_of_bullet(unit.marker);
      case MarkerKind::none:
        return parent_of_unmarked(unit);
    }
    return 0;
  }

  /// The nearest item before whose number begins this one; a lead-in without a number holds what follows it.
  std::uint32_t parent_of_number(const Marker& marker) const {
    if (tree_[last()].marker.kind == MarkerKind::roman) return last();
    for (std::uint32_t i = last(); i > first_near(); --i) {
      const Marker& before = tree_[i].marker;
      const bool prefix = before.kind == MarkerKind::number && before.path.size() < marker.path.size() &&
                          std::equal(before.path.begin(), before.path.end(), marker.path.begin());
      if (prefix) return i;
      const bool sibling = before.kind == MarkerKind::number && before.path.size() == marker.path.size() &&
                           before.sign == marker.sign;
      if (sibling) return tree_[i].parent;
      if (tree_[i].leads && opens_new_count(tree_[i], marker)) return i;
    }
    return 0;
  }

  /// «2. Директорам: 1) …», «Директорам: / 2.1. …».
  static bool opens_new_count(const DecisionNode& lead, const Marker& marker) {
    if (lead.marker.kind == MarkerKind::none || lead.marker.kind == MarkerKind::roman) return true;
    return lead.marker.kind == MarkerKind::number && marker.path.size() == 1 &&
           lead.marker.sign != marker.sign && marker.path.back() == 1;
  }

  std::uint32_t parent_of_letter() const {
    for (std::uint32_t i = last(); i > first_near(); --i) {
      if (tree_[i].marker.kind == MarkerKind::letter) return tree_[i].parent;
      if (tree_[i].marker.kind != MarkerKind::bullet) return tree_[i].leads || i == last() ? i : 0;
    }
    return 0;
  }

  std::uint32_t parent_of_bullet(const Marker& marker) const {
    if (last() == 0) return 0;
    const DecisionNode& before = tree_[last()];
    if (before.leads && (before.marker.kind != MarkerKind::bullet || before.marker.sign != marker.sign))
      return last();
    for (std::uint32_t i = last(); i > first_near(); --i) {
      if (tree_[i].marker.kind != MarkerKind::bullet) {
        if (tree_[i].leads) return i;
        continue;
      }
      if (tree_[i].marker.sign == marker.sign) return tree_[i].parent;
    }
    return 0;
  }

  /// A lead-in of its own level, or a line under a lead-in that has no marked items.
  std::uint32_t parent_of_unmarked(const Unit& unit) const {
    if (last() == 0 || ends_in_colon(unit) || unit.heading.names_question) return under_question(unit);
    const DecisionNode& before = tree_[last()];
    if (before.leads) return last();
    const bool in_list = before.marker.kind == MarkerKind::none && before.parent != 0;
    return in_list ? before.parent : 0;
  }

  /// «По 1-2 вопросам: / Руководителям: / - …»: the addressee's line stands under the question's.
  std::uint32_t under_question(const Unit& unit) const {
    if (unit.heading.names_question) return 0;
    for (std::uint32_t i = last(); i > first_near(); --i) {
      if (tree_[i].marker.sign == ']') return i;
      const Unit& before = outline_.units[tree_[i].units.front()];
      if (before.heading.names_question && tree_[i].leads) return i;
    }
    return 0;
  }

  const Outline& outline_;
  DecisionTree tree_;
  bool leads_ = false;  ///< the unit that is being planted only names who must act
};

}  // namespace

DecisionTree decision_tree(const Outline& outline, const std::vector<std::uint32_t>& units,
                           const std::vector<Standing>& standings) {
  Planter planter(outline);
  for (std::size_t i = 0; i < units.size(); ++i) planter.add(units[i], standings[i]);
  return planter.take();
}

}  // namespace protokol
