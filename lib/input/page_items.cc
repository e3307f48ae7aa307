#include "input/page_items.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace protokol {
namespace {

constexpr double usual_width = 595;  ///< of an A4 page, in points
constexpr std::size_t most_uprights = 4000;
constexpr std::size_t most_grids = 64;  ///< on one page; more are a drawing

const Box& box_of(const PageLine& line) { return line.box; }
Box box_of(const PageTable& table) { return table.grid.box(); }

/// Strokes of letters are upright lines, too.
Rulings without_strokes(Rulings rulings, const std::vector<PageWord>& words) {
  if (rulings.upright.size() > most_uprights) return {};
  const auto is_stroke = [&](const Ruling& ruling) {
    return std::any_of(words.begin(), words.end(), [&](const PageWord& word) {
      const bool inside = word.box.left < ruling.at && ruling.at < word.box.right &&
                          word.box.top <= (ruling.from + ruling.to) / 2 &&
                          (ruling.from + ruling.to) / 2 <= word.box.bottom;
      return inside && ruling.to - ruling.from <= word.box.height();
    });
  };
  auto& upright = rulings.upright;
  upright.erase(std::remove_if(upright.begin(), upright.end(), is_stroke), upright.end());
  return rulings;
}

/// The tool joins words of two narrow cells: cut where the line between them goes through.
std::vector<PageWord> cut_at_lines(const PageWord& word, const Grid& grid) {
  const std::size_t letters = utf8::count(word.text);
  const auto first = std::upper_bound(grid.xs.begin(), grid.xs.end(), word.box.left);
  if (letters < 2 || first == grid.xs.end() || *first >= word.box.right) return {word};
  const double letter = word.box.width() / static_cast<double>(letters);
  const auto before = static_cast<std::size_t>(std::round((*first - word.box.left) / letter));
  const auto cell = cell_at(grid, word.box.left, word.box.middle_y());
  const bool same_cell = !cell || cell == cell_at(grid, word.box.right, word.box.middle_y());
  if (same_cell || before == 0 || before >= letters) return {word};
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < before; ++i) bytes += utf8::decode(word.text, bytes).size;
  PageWord left = word, right = word;
  left.text = word.text.substr(0, bytes);
  right.text = word.text.substr(bytes);
  left.box.right = right.box.left = *first;
  return {left, right};
}

}  // namespace

double top_of(const PageItem& item) {
  return std::visit([](const auto& one) { return box_of(one).top; }, item);
}

PageItems items_of(const Page& page) {
  const double unit = std::min(page.width, page.height) / usual_width;
  std::vector<PageTable> tables;
  for (Grid& grid : find_grids(without_strokes(page.rulings, page.words), unit)) {
    // A frame around text is no table.
    if (grid.columns() < 2 || grid.cells.size() < 2 || tables.size() == most_grids) continue;
    std::vector<std::vector<PageWord>> words(grid.cells.size());
    tables.push_back({std::move(grid), std::move(words)});
  }
  std::vector<PageWord> loose;
  for (const PageWord& word : page.words) {
    const auto place_in = [&](PageTable& table) {
      if (!cell_at(table.grid, word.box.middle_x(), word.box.middle_y())) return false;
      for (const PageWord& part : cut_at_lines(word, table.grid)) {
        const auto cell = cell_at(table.grid, part.box.middle_x(), part.box.middle_y());
        if (cell) table.words[*cell].push_back(part);
      }
      return true;
    };
    if (std::none_of(tables.begin(), tables.end(), place_in)) loose.push_back(word);
  }
  PageItems items;
  for (PageLine& line : lines_of(std::move(loose))) items.emplace_back(std::move(line));
  for (PageTable& table : tables) {
    const bool filled =
        std::any_of(table.words.begin(), table.words.end(), [](const auto& cell) { return !cell.empty(); });
    if (filled) items.emplace_back(std::move(table));
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const PageItem& a, const PageItem& b) { return top_of(a) < top_of(b); });
  return items;
}

}  // namespace protokol
