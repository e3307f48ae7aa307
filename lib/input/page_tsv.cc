// Words from the tables of pdftotext and tesseract.
#include <array>
#include <charconv>

#include "input/page.h"

namespace protokol {
namespace {

constexpr std::size_t columns = 12;  ///< level page par block line word left top width height conf text

using Fields = std::array<std::string_view, columns>;

std::optional<Fields> split(std::string_view line) {
  Fields fields;
  for (std::size_t i = 0; i + 1 < columns; ++i) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    fields[i] = line.substr(0, tab);
    line.remove_prefix(tab + 1);
  }
  fields[columns - 1] = line;
  return fields;
}

double number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value >= -1e6 && value <= 1e6 ? value : 0;
}

Box box_of(const Fields& fields) {
  const double left = number(fields[6]), top = number(fields[7]);
  return {left, top, left + number(fields[8]), top + number(fields[9])};
}

}  // namespace

std::vector<Page> read_tsv(std::string_view tsv) {
  std::vector<Page> pages;
  std::uint32_t lines = 0;
  while (!tsv.empty()) {
    const std::size_t end = std::min(tsv.find('\n'), tsv.size());
    const auto fields = split(tsv.substr(0, end));
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (!fields) continue;
    const Box box = box_of(*fields);
    const std::string_view level = fields->front(), text = fields->back();
    if (level == "1") {
      pages.push_back({box.width(), box.height(), {}, {}});
    } else if (level == "4") {
      ++lines;
    } else if (level == "5" && !pages.empty() && text.find_first_not_of(' ') != std::string_view::npos) {
      pages.back().words.push_back({box, text, lines, number((*fields)[10])});
    }
  }
  return pages;
}

}  // namespace protokol
