#include "input/page_lines.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace protokol {
namespace {

// Gaps, in heights of the line.
constexpr double surely_wide = 3;     ///< wide whatever the other gaps are
constexpr double perhaps_wide = 1.1;  ///< wide where the line's other gaps are a third of it
constexpr double how_much_wider = 3;
constexpr double widest_behind_mark = 6;

constexpr std::size_t most_gap_spaces = 60, fewest_gap_spaces = 4;

struct Row {
  Box box;
  std::vector<PageWord> words;
};

void widen(Box& box, const Box& by) {
  box = {std::min(box.left, by.left), std::min(box.top, by.top), std::max(box.right, by.right),
         std::max(box.bottom, by.bottom)};
}

/// The words of one line as the tool saw it; it stops at wide gaps.
std::vector<Row> rows_of_tool(std::vector<PageWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PageWord& a, const PageWord& b) { return a.line < b.line; });
  std::vector<Row> rows;
  for (const PageWord& word : words) {
    if (rows.empty() || rows.back().words.back().line != word.line) rows.push_back({word.box, {}});
    rows.back().words.push_back(word);
    widen(rows.back().box, word.box);
  }
  return rows;
}

/// Rows whose middles stand at one height as one.
std::vector<Row> joined(std::vector<Row> rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.box.middle_y() < b.box.middle_y(); });
  std::vector<Row> result;
  double middle = 0;
  for (Row& row : rows) {
    const bool beside = !result.empty() && row.box.middle_y() - middle <
                                               std::min(row.box.height(), result.back().box.height()) / 2;
    if (!beside) {
      middle = row.box.middle_y();
      result.push_back(std::move(row));
      continue;
    }
    Row& last = result.back();
    widen(last.box, row.box);
    last.words.insert(last.words.end(), row.words.begin(), row.words.end());
  }
  for (Row& row : result) {
    std::stable_sort(row.words.begin(), row.words.end(),
                     [](const PageWord& a, const PageWord& b) { return a.box.left < b.box.left; });
  }
  return result;
}

double median_height(const std::vector<PageWord>& words) {
  std::vector<double> heights;
  for (const PageWord& word : words) heights.push_back(word.box.height());
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

double usual_gap(const std::vector<PageWord>& words) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < words.size(); ++i) gaps.push_back(words[i].box.left - words[i - 1].box.right);
  if (gaps.size() < 2) return 0;
  const auto low = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 3);
  std::nth_element(gaps.begin(), low, gaps.end());
  return std::max(*low, 0.0);
}

/// Whether the gap before each word is wide.
std::vector<bool> wide_gaps(const Row& row) {
  const double height = median_height(row.words), usual = usual_gap(row.words);
  std::vector<bool> wide(row.words.size(), false);
  const auto gap = [&](std::size_t i) { return row.words[i].box.left - row.words[i - 1].box.right; };
  for (std::size_t i = 1; i < row.words.size(); ++i) {
    wide[i] =
        gap(i) > surely_wide * height || (gap(i) > perhaps_wide * height && gap(i) > how_much_wider * usual);
  }
  // A number with more cells behind it is a cell, too.
  const auto cells = std::count(wide.begin(), wide.end(), true);
  const bool marked = cells == 1 && wide[1] && is_list_mark(row.words[0].text);
  if (marked && gap(1) < widest_behind_mark * height) wide[1] = false;
  return wide;
}

PageLine line_of(const Row& row) {
  const std::vector<bool> wide = wide_gaps(row);
  PageLine line;
  line.box = row.box;
  line.words = row.words;
  line.first_word = row.words.front().box.width();
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    const PageWord& word = row.words[i];
    if (i == 0 || wide[i]) {
      line.segments.push_back({word.box, std::string(word.text)});
    } else {
      widen(line.segments.back().box, word.box);
      (line.segments.back().text += ' ') += word.text;
    }
  }
  return line;
}

}  // namespace

std::vector<PageLine> lines_of(std::vector<PageWord> words) {
  std::vector<PageLine> lines;
  for (const Row& row : joined(rows_of_tool(std::move(words)))) lines.push_back(line_of(row));
  return lines;
}

bool is_list_mark(std::string_view word) {
  const std::size_t length = utf8::count(word);
  if (length == 1) return !utf8::is_letter(utf8::decode(word, 0).value);
  return length <= 8 && (word.ends_with('.') || word.ends_with(')')) &&
         (length == 2 || word.find_first_of("0123456789") != std::string_view::npos);
}

std::string text_of(const PageLine& line, double column) {
  std::string text;
  for (std::size_t i = 0; i < line.segments.size(); ++i) {
    if (i > 0) {
      const double gap = (line.segments[i].box.left - line.segments[i - 1].box.right) / std::max(column, 0.1);
      text.append(
          std::clamp(static_cast<std::size_t>(std::max(gap, 0.0)), fewest_gap_spaces, most_gap_spaces), ' ');
    }
    text += line.segments[i].text;
  }
  return text;
}

}  // namespace protokol
