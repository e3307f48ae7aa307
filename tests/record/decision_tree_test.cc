// Which item of a decision stands under which.
#include "record/decision_tree.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "input/plain_text.h"
#include "readings.h"
#include "rows.h"

using namespace protokol;

namespace {

std::string children(const DecisionTree& tree, std::uint32_t parent) {
  std::string text;
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    if (tree[i].parent != parent) continue;
    text += (text.empty() ? "" : " ") + (tree[i].marker.text.empty() ? "·" : tree[i].marker.text);
    const std::string inner = children(tree, i);
    if (!inner.empty()) text += "(" + inner + ")";
  }
  return text;
}

}  // namespace

TEST_CASE("items of decisions as a tree") {
  for (const test::Row& row : test::rows("record/decision_tree.tsv")) {
    CAPTURE(row.line);
    REQUIRE(row.cells.size() == 2);
    Document document;
    for (std::size_t from = 0; from <= row.cells[0].size();) {
      const std::size_t to = std::min(row.cells[0].find(" / ", from), row.cells[0].size());
      document.text += row.cells[0].substr(from, to - from) + "\n";
      from = to + 3;
    }
    document.blocks = split_blocks(document.text);
    const Outline outline = outline_of(document, test::language());
    std::vector<std::uint32_t> units;
    for (std::uint32_t i = 0; i < outline.units.size(); ++i) units.push_back(i);
    const std::vector<Standing> standings(units.size(), Standing::item);
    CHECK(children(decision_tree(outline, units, standings), 0) == row.cells[1]);
  }
}
