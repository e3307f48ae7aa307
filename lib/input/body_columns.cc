#include "input/body_columns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace protokol {
namespace {

constexpr double narrowest_gutter = 0.8;  ///< in heights of a line
constexpr double furthest_indent = 4;     ///< likewise: of a line in its column
constexpr double widest_step = 2.2;       ///< likewise: from one line's foot to that of the next one
constexpr double like_width = 0.75;       ///< of the narrower column to the wider one
constexpr double deepest_margin = 0.6;    ///< likewise: from the column's left to a line that begins there
constexpr double flush_lines = 0.5;       ///< the share of lines that begin at the left margin
constexpr double filled_lines = 0.5;      ///< the share of lines that break for want of room
constexpr std::size_t fewest_lines = 5, most_lines = 400;
constexpr std::size_t most_gaps = 6;  ///< in one line; more are a table

struct Gutter {
  double left = 0, right = 0;

  double width() const { return right - left; }
};

/// A line's words on either side of a gutter.
struct Halves {
  std::vector<PageWord> left, right;

  bool both() const { return !left.empty() && !right.empty(); }
};

double height_of(const PageLine& line) { return std::max(line.words.front().box.height(), 0.1); }

/// The gaps that may be a gutter.
std::vector<Gutter> gaps_of(const PageLine& line) {
  std::vector<Gutter> gaps;
  double right = line.words.front().box.right;
  for (const PageWord& word : line.words) {
    if (word.box.left - right >= narrowest_gutter * height_of(line)) gaps.push_back({right, word.box.left});
    right = std::max(right, word.box.right);
  }
  return gaps;
}

/// The gutter as far as this line leaves it free; nothing where it goes across.
std::optional<Gutter> narrowed(Gutter gutter, const PageLine& line) {
  const double middle = (gutter.left + gutter.right) / 2;
  for (const PageWord& word : line.words) {
    if (word.box.middle_x() < middle) {
      gutter.left = std::max(gutter.left, word.box.right);
    } else {
      gutter.right = std::min(gutter.right, word.box.left);
    }
  }
  if (gutter.width() < narrowest_gutter * height_of(line)) return std::nullopt;
  return gutter;
}

Halves halves_of(const PageLine& line, const Gutter& gutter) {
  Halves halves;
  for (const PageWord& word : line.words)
    (word.box.left < gutter.right ? halves.left : halves.right).push_back(word);
  return halves;
}

/// The lines of one column, and how far it reaches.
struct Column {
  std::vector<PageLine> lines;
  double left = 0, right = 0;

  double width() const { return right - left; }
};

Column column_of(std::vector<PageWord> words) {
  Column column;
  column.lines = lines_of(std::move(words));
  column.left = column.right = column.lines.front().box.left;
  for (const PageLine& line : column.lines) {
    column.left = std::min(column.left, line.box.left);
    column.right = std::max(column.right, line.box.right);
  }
  return column;
}

/// Whether most of its lines begin at one margin and are broken by the other. A letterhead's lines do
/// neither.
bool is_body_text(const Column& column) {
  if (column.lines.size() < fewest_lines) return false;
  const auto at_margin = [&](const PageLine& line) {
    return line.box.left - column.left < deepest_margin * height_of(line);
  };
  const auto flush = std::count_if(column.lines.begin(), column.lines.end(), at_margin);
  std::size_t filled = 0;
  for (std::size_t i = 0; i + 1 < column.lines.size(); ++i)
    filled += column.right - column.lines[i].box.right < column.lines[i + 1].first_word;
  const auto lines = static_cast<double>(column.lines.size());
  return static_cast<double>(flush) >= flush_lines * lines &&
         static_cast<double>(filled) >= filled_lines * (lines - 1);
}

/// Consecutive lines of the items, and the gutter that goes through them.
struct Run {
  std::size_t from = 0, to = 0;
  Gutter gutter;
};

/// Looks for columns among the items of a page.
class Search {
 public:
  explicit Search(const PageItems& items) : items_(items) {}

  /// The columns that begin with this line.
  std::optional<Run> from(std::size_t at) const {
    const PageLine* line = line_at(at);
    if (line == nullptr) return std::nullopt;
    const std::vector<Gutter> gaps = gaps_of(*line);
    if (gaps.size() > most_gaps) return std::nullopt;
    for (const Gutter& gap : gaps) {
      const Run run = without_foot(longest(at, gap));
      if (are_columns(run)) return run;
    }
    return std::nullopt;
  }

  std::vector<PageWord> words(const Run& run, std::vector<PageWord> Halves::*side) const {
    std::vector<PageWord> words;
    for (std::size_t i = run.from; i < run.to; ++i) {
      Halves halves = halves_of(*line_at(i), run.gutter);
      std::move((halves.*side).begin(), (halves.*side).end(), std::back_inserter(words));
    }
    return words;
  }

 private:
  const PageLine* line_at(std::size_t at) const {
    return at < items_.size() ? std::get_if<PageLine>(&items_[at]) : nullptr;
  }

  /// As many lines as leave the gutter free and follow one another closely.
  Run longest(std::size_t at, Gutter gutter) const {
    Run run{at, at, gutter};
    double foot = line_at(at)->box.bottom;
    for (; run.to < items_.size() && run.to - at < most_lines; ++run.to) {
      const PageLine* line = line_at(run.to);
      if (line == nullptr || line->box.bottom - foot > widest_step * height_of(*line)) break;
      const auto free = narrowed(run.gutter, *line);
      if (!free) break;
      run.gutter = *free;
      foot = line->box.bottom;
    }
    // Beside the first line the other column may begin a little higher.
    const PageLine* before = at > 0 ? line_at(at - 1) : nullptr;
    const bool beside = before != nullptr && before->box.bottom > line_at(at)->box.top;
    if (const auto free = beside ? narrowed(run.gutter, *before) : std::nullopt) {
      --run.from;
      run.gutter = *free;
    }
    return run;
  }

  /// A signature stands across: beneath the columns, its name not at the second one's margin.
  Run without_foot(Run run) const {
    double margin = 1e9;
    for (std::size_t i = run.from; i < run.to; ++i) {
      const Halves halves = halves_of(*line_at(i), run.gutter);
      if (!halves.right.empty()) margin = std::min(margin, halves.right.front().box.left);
    }
    while (run.to > run.from) {
      const PageLine& last = *line_at(run.to - 1);
      const Halves halves = halves_of(last, run.gutter);
      if (!halves.both() || halves.right.front().box.left - margin <= furthest_indent * height_of(last))
        break;
      --run.to;
    }
    return run;
  }

  bool are_columns(const Run& run) const {
    std::size_t both = 0;
    for (std::size_t i = run.from; i < run.to; ++i) both += halves_of(*line_at(i), run.gutter).both();
    if (run.to - run.from < fewest_lines || both < fewest_lines / 2) return false;
    std::vector<PageWord> left = words(run, &Halves::left), right = words(run, &Halves::right);
    if (left.empty() || right.empty()) return false;
    const Column first = column_of(std::move(left)), second = column_of(std::move(right));
    const auto [narrow, wide] = std::minmax(first.width(), second.width());
    return narrow >= like_width * wide && is_body_text(first) && is_body_text(second);
  }

  const PageItems& items_;
};

void shift(PageLine& line, double by) {
  const auto move = [by](Box& box) {
    box.left -= by;
    box.right -= by;
  };
  move(line.box);
  for (PageSegment& segment : line.segments) move(segment.box);
  for (PageWord& word : line.words) move(word.box);
  line.moved = by;
}

}  // namespace

PageItems in_reading_order(PageItems items) {
  PageItems result;
  const Search search(items);
  for (std::size_t at = 0; at < items.size();) {
    const auto run = search.from(at);
    if (!run) {
      result.push_back(items[at++]);
      continue;
    }
    if (run->from < at) result.pop_back();
    const Column first = column_of(search.words(*run, &Halves::left));
    Column second = column_of(search.words(*run, &Halves::right));
    for (PageLine line : first.lines) {
      line.right_margin = first.right;
      result.emplace_back(std::move(line));
    }
    for (PageLine& line : second.lines) {
      shift(line, second.left - first.left);
      line.right_margin = second.right - (second.left - first.left);
      result.emplace_back(std::move(line));
    }
    at = run->to;
  }
  return result;
}

}  // namespace protokol
