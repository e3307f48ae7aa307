#include "input/page_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "input/body_columns.h"
#include "input/content.h"
#include "input/page_columns.h"
#include "input/page_furniture.h"
#include "input/page_items.h"
#include "input/page_margins.h"
#include "input/page_table.h"

namespace protokol {
namespace {

constexpr double blank_line = 1.7;  ///< from line to line, in usual distances: an empty one stands between
constexpr std::size_t most_blank = 3;

class Pages {
 public:
  explicit Pages(std::vector<PageItems> pages) : pages_(std::move(pages)), margins_(measure(pages_)) {}

  Content content() {
    for (const auto& items : pages_) {
      last_line_on_page_ = nullptr;
      for (std::size_t at = 0; at < items.size();) at = take(items, at);
    }
    return std::move(content_);
  }

 private:
  std::size_t take(const PageItems& items, std::size_t at) {
    if (const auto* table = std::get_if<PageTable>(&items[at])) {
      take_table(*table, at == 0);
      return at + 1;
    }
    const Columns columns = columns_from(items, at);
    if (columns.lines == 0) {
      take_line(std::get<PageLine>(items[at]));
      return at + 1;
    }
    for (std::size_t i = at; i < at + columns.lines; ++i) {
      Paragraph paragraph;
      paragraph.text = tabbed(std::get<PageLine>(items[i]), columns.columns);
      add(std::move(paragraph));
    }
    last_line_on_page_ = &std::get<PageLine>(items[at + columns.lines - 1]);
    return at + columns.lines;
  }

  void take_line(const PageLine& line) {
    if (last_line_on_page_ != nullptr) add_blank_lines(line.box.bottom - last_line_on_page_->box.bottom);
    if (last_line_ != nullptr && !ends_paragraph(*last_line_, line, margins_)) {
      auto& paragraph = std::get<Paragraph>(content_[last_place_]);
      if (are_joined(paragraph.text, *last_line_, line)) {
        if (!ends_in_range(paragraph.text)) paragraph.text += ' ';
        paragraph.text += line.segments.front().text;
        paragraph.width = margins_.columns(line.box.right);
        last_line_on_page_ = last_line_ = &line;
        return;
      }
      paragraph.continues = true;
    }
    Paragraph paragraph;
    paragraph.text = text_of(line, margins_.column);
    paragraph.indent = margins_.columns(line.box.left);
    paragraph.width = margins_.columns(line.box.right);
    add(std::move(paragraph));
    last_line_on_page_ = last_line_ = &line;
    last_place_ = content_.size() - 1;
  }

  void add_blank_lines(double distance) {
    const double lines = distance / margins_.leading;
    if (lines < blank_line) return;
    const auto blank = static_cast<std::size_t>(std::round(lines)) - 1;
    for (std::size_t i = 0; i < std::clamp(blank, std::size_t{1}, most_blank); ++i)
      content_.emplace_back(Paragraph());
    last_line_ = nullptr;
  }

  void take_table(const PageTable& page_table, bool at_head) {
    Table table = table_of(page_table);
    auto* before = content_.empty() ? nullptr : std::get_if<Table>(&content_.back());
    if (at_head && before != nullptr && same_columns(page_table.grid)) {
      extend(*before, std::move(table));
    } else {
      content_.emplace_back(std::move(table));
    }
    table_columns_ = page_table.grid.xs;
    last_line_ = last_line_on_page_ = nullptr;
  }

  bool same_columns(const Grid& grid) const {
    return std::equal(grid.xs.begin(), grid.xs.end(), table_columns_.begin(), table_columns_.end(),
                      [this](double a, double b) { return std::abs(a - b) < margins_.column; });
  }

  void add(Paragraph paragraph) {
    content_.emplace_back(std::move(paragraph));
    last_line_ = nullptr;
  }

  std::vector<PageItems> pages_;
  Margins margins_;
  Content content_;
  std::vector<double> table_columns_;            ///< of the last table
  const PageLine* last_line_on_page_ = nullptr;  ///< null behind a table and at the head of a page
  const PageLine* last_line_ = nullptr;          ///< null behind whatever is no running text
  std::size_t last_place_ = 0;                   ///< where it stands in content_
};

/// Takes the furniture's lines out of the pages.
Content take_furniture(std::vector<PageItems>& pages) {
  std::vector<EdgeLine> lines;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    PageItems& items = pages[page];
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::size_t edge = std::min(i, items.size() - 1 - i);
      if (edge >= furniture_depth) continue;
      if (const auto* line = std::get_if<PageLine>(&items[i]))
        lines.push_back({page, i, edge, line->box.top, text_of(*line, line->box.height())});
    }
  }
  Content furniture;
  const std::vector<bool> is_furniture = find_furniture(lines, pages.size());
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (!is_furniture[i]) continue;
    Paragraph paragraph;
    paragraph.text = lines[i].text;
    furniture.emplace_back(std::move(paragraph));
    auto& items = pages[lines[i].page];
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(lines[i].place));
  }
  std::reverse(furniture.begin(), furniture.end());
  return furniture;
}

}  // namespace

Document lay_out_pages(const std::vector<Page>& pages) {
  std::vector<PageItems> items;
  for (const Page& page : pages) items.push_back(items_of(page));
  const Content furniture = take_furniture(items);
  for (PageItems& page : items) page = in_reading_order(std::move(page));
  return lay_out(Pages(std::move(items)).content(), furniture);
}

}  // namespace protokol
