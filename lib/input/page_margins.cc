#include "input/page_margins.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace protokol {
namespace {

constexpr double paragraph_indent = 2.5, centred = 3;  ///< columns
constexpr std::size_t longest_label = 40;              ///< bytes before the colon

/// The value at this share of the sorted values: of few values the outermost.
double share_of(std::vector<double> values, double share, double otherwise) {
  if (values.empty()) return otherwise;
  const double place = share * static_cast<double>(values.size() - 1);
  const auto at = static_cast<std::ptrdiff_t>(share > 0.5 ? std::ceil(place) : std::floor(place));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

/// A word was split at the line's end.
bool splits_word(const PageLine& line, const PageLine& next) {
  const std::string& text = line.segments.back().text;
  const bool hyphen = text.ends_with('-') || text.ends_with("\xC2\xAD") || text.ends_with("\xE2\x80\x90");
  return hyphen && text.size() > 2 && text[text.size() - 2] != ' ' &&
         utf8::is_small(utf8::decode(next.segments.front().text, 0).value);
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

/// «25.03», «25.03.2024»: no number of an item.
bool is_day(std::string_view word) {
  const auto digits = [&](std::size_t at) {
    return at + 2 <= word.size() && utf8::is_digit(static_cast<unsigned char>(word[at])) &&
           utf8::is_digit(static_cast<unsigned char>(word[at + 1]));
  };
  return digits(0) && digits(3) && word[2] == '.';
}

/// «3.3Вывезти», «№Поручение»: cells of a table that some program glued together.
bool begins_with_glued_number(std::string_view text) {
  constexpr std::string_view numero = "\u2116";
  if (text.starts_with(numero) && text.size() > numero.size())
    return utf8::is_capital(utf8::decode(text, numero.size()).value);
  const std::size_t end = text.find_first_not_of("0123456789.");
  if (end == text.npos || end < 3 || !utf8::is_digit(static_cast<unsigned char>(text[end - 1]))) return false;
  return text.find('.') < end && utf8::is_capital(utf8::decode(text, end).value);
}

}  // namespace

std::uint16_t Margins::columns(double place) const {
  return static_cast<std::uint16_t>(std::clamp(std::round((place - left) / column), 0.0, 999.0));
}

double Margins::right_of(const PageLine& line) const {
  return line.right_margin > 0 ? line.right_margin : right;
}

bool Margins::is_centred(const PageLine& line) const {
  return std::abs((line.box.left - left) - (right_of(line) - line.box.right)) < centred * column;
}

Margins measure(const std::vector<PageItems>& pages) {
  std::vector<double> lefts, rights, distances;
  double widths = 0, letters = 0;
  for (const auto& items : pages) {
    const PageLine* last = nullptr;
    for (const PageItem& item : items) {
      const auto* line = std::get_if<PageLine>(&item);
      if (line != nullptr) {
        lefts.push_back(line->box.left);
        rights.push_back(line->box.right + line->moved);
        for (const PageSegment& segment : line->segments) {
          widths += segment.box.width();
          letters += static_cast<double>(utf8::count(segment.text));
        }
        if (last != nullptr) distances.push_back(line->box.bottom - last->box.bottom);
      }
      last = line;
    }
  }
  Margins margins{share_of(lefts, 0.02, 0), share_of(rights, 0.98, 0), widths / std::max(letters, 1.0),
                  share_of(distances, 0.5, 0)};
  margins.column = std::max(margins.column, 0.1);
  margins.leading = std::max(margins.leading, 0.1);
  return margins;
}

bool ends_paragraph(const PageLine& line, const PageLine& next, const Margins& margins) {
  if (splits_word(line, next)) return false;
  const bool in_middle = margins.is_centred(line);
  const double right = margins.right_of(line);
  const double room = in_middle ? right - margins.left - line.box.width() : right - line.box.right;
  if (next.first_word + margins.column < room) return true;
  return !in_middle && !margins.is_centred(next) &&
         next.box.left - line.box.left > paragraph_indent * margins.column;
}

bool ends_in_range(std::string_view text) {
  return text.size() > 1 && text.back() == '-' &&
         utf8::is_digit(static_cast<unsigned char>(text[text.size() - 2]));
}

bool are_joined(std::string_view before, const PageLine& line, const PageLine& next) {
  if (!line.is_one_piece() || !next.is_one_piece() || splits_word(line, next)) return false;
  constexpr std::string_view never = ";:|", signs = ".!?";
  const std::string_view after = next.segments.front().text;
  if (never.find(before.back()) != never.npos || after.front() == '|' || after.front() == '_') return false;
  const bool sentence_ends = signs.find(before.back()) != signs.npos;
  if (is_list_mark(first_word(after)) && (sentence_ends || !is_day(first_word(after)))) return false;
  if (begins_with_glued_number(after)) return false;
  const std::size_t colon = after.substr(0, longest_label).find(':');
  if (colon != after.npos && utf8::is_capital(utf8::decode(after, 0).value)) return false;
  return !sentence_ends || before.back() == '.';
}

}  // namespace protokol
