#include "input/html_spaces.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace protokol {
namespace {

constexpr std::string_view spaces = " \t\n\r\f", line_ends = "\n\r\f";
constexpr std::size_t fewest_kept_spaces = 3;

std::size_t end_of_gap(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(spaces, at), text.size());
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of(spaces, at), text.size());
}

}  // namespace

void HtmlSpaces::begin_line() {
  at_begin_ = after_space_ = true;
  waiting_.clear();
}

std::string HtmlSpaces::printed(std::string_view part) {
  return kind_ == SpacesOfPage::collapsed ? collapsed(part) : as_written(part);
}

std::string HtmlSpaces::collapsed(std::string_view part) {
  std::string printed;
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t to = end_of_word(part, at), end = end_of_gap(part, to);
    if (to > at) after_space_ = false;
    printed += part.substr(at, to - at);
    const std::string_view gap = part.substr(to, end - to);
    const bool wide = gap.size() >= fewest_kept_spaces || gap.find('\t') != gap.npos;
    if (wide && to > 0 && end < part.size() && gap.find_first_of(line_ends) == gap.npos) {
      printed += gap;
      after_space_ = true;
    } else if (!gap.empty() && !after_space_) {
      printed += ' ';
      after_space_ = true;
    }
    at = end;
  }
  return printed;
}

/// The break of a line in the file, with the tabs that move the next one in, stands for one space; behind a
/// tag it stands for none.
std::string HtmlSpaces::as_written(std::string_view part) {
  std::string printed;
  for (std::size_t at = 0; at < part.size();) {
    if (line_ends.find(part[at]) != line_ends.npos) {
      if (!at_begin_ || !waiting_.empty()) printed += ' ';
      while (at < part.size() && (part[at] == '\t' || line_ends.find(part[at]) != line_ends.npos)) ++at;
    } else {
      printed += part[at++];
    }
    if (!at_begin_) continue;
    waiting_ += std::exchange(printed, {});
    if (waiting_.empty() || spaces.find(waiting_.back()) != spaces.npos) continue;
    printed = std::exchange(waiting_, {});
    at_begin_ = false;
  }
  return printed;
}

}  // namespace protokol
