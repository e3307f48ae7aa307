// How a line begins, and what stands within it; nothing here looks at its neighbours.
#include "record/line_shape.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "record/line_letters.h"
#include "record/line_names.h"
#include "record/line_tail.h"

namespace protokol {

namespace {

bool is_opening(char32_t c) {
  return c == U'«' || c == U'"' || c == U'“' || c == U'„' || c == U'*' || c == U'(';
}

/// «г. Энск», «пос.Рудный»: three letters at most, a full stop and a capital.
bool is_abbreviated_place(std::string_view line) {
  std::size_t at = 0, letters = 0;
  for (; at < line.size() && utf8::is_letter(utf8::decode(line, at).value); ++letters) {
    at += utf8::decode(line, at).size;
  }
  if (letters == 0 || letters > 3 || at >= line.size() || line[at] != '.') return false;
  ++at;
  at += utf8::space_size(line, at);
  return at < line.size() && utf8::is_capital(utf8::decode(line, at).value);
}

/// «ВОПРОС ПЕРВЫЙ. …», «ВЫСТУПИЛА …»; shorter words in capitals are abbreviations.
bool begins_in_capitals(std::string_view line) {
  constexpr std::size_t longest_abbreviation = 6;
  std::size_t letters = 0, spaces = 0;
  for (std::size_t at = 0; at < line.size();) {
    const utf8::CodePoint sign = utf8::decode(line, at);
    if (utf8::is_space(sign.value) && spaces == 0 && letters > 3) {
      ++spaces;
    } else if (!utf8::is_capital(sign.value)) {
      return letters > longest_abbreviation && !utf8::is_small(sign.value);
    } else {
      ++letters;
    }
    at += sign.size;
  }
  return letters > longest_abbreviation;
}

/// «Отсутствовал: …», «Не явились: …», «В обсуждении приняли участие: …»
bool begins_with_colon(std::string_view line) {
  constexpr std::size_t most_words = 4;
  if (!utf8::is_capital(utf8::decode(line, 0).value)) return false;
  std::size_t at = 0;
  for (std::size_t words = 0; words < most_words; ++words) {
    const std::size_t end = after_letters(line, at);
    if (end == at || end >= line.size()) return false;
    if (line[end] == ':') return true;
    at = end + utf8::space_size(line, end);
    if (at == end) return false;
  }
  return false;
}

/// «09.10.2024», «09.10»
bool begins_date(std::string_view line) {
  constexpr std::size_t size = 5;
  if (line.size() < size || line[2] != '.') return false;
  for (const std::size_t digit : {0, 1, 3, 4}) {
    if (line[digit] < '0' || line[digit] > '9') return false;
  }
  return line.size() == size || line[size] < '0' || line[size] > '9';
}

bool begins_number(std::string_view line) {
  std::size_t at = 0, parts = 0, digits = 0;
  while (at < line.size() && line[at] >= '0' && line[at] <= '9') {
    digits = 0;
    while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at, ++digits;
    ++parts;
    if (digits > 3) return false;
    if (at < line.size() && (line[at] == '.' || line[at] == ')'))
      ++at;
    else
      return parts > 1 && at < line.size() && line[at] == ' ';
    if (line[at - 1] == ')') return true;
  }
  return at < line.size();
}

/// «12.» or «12)» and no further level; 0 elsewhere.
std::uint32_t plain_number(std::string_view line) {
  std::uint32_t number = 0;
  std::size_t at = 0;
  for (; at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9'; ++at) {
    number = number * 10 + static_cast<std::uint32_t>(line[at] - '0');
  }
  const bool closed = at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')');
  const bool deeper = closed && at + 1 < line.size() && line[at + 1] >= '0' && line[at + 1] <= '9';
  return closed && !deeper ? number : 0;
}

bool begins_roman(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (line[at] == 'I' || line[at] == 'V' || line[at] == 'X')) ++at;
  return at > 0 && at + 1 < line.size() && line[at] == '.';
}

/// «1.», «2.3», «а)», «IV.», «-», «•»: cheap, and rather too often than too seldom.
bool begins_item(std::string_view line) {
  const utf8::CodePoint first = utf8::decode(line, 0);
  const std::size_t second = first.size;
  if (first.value >= U'0' && first.value <= U'9') return begins_number(line);
  if (utf8::is_letter(first.value)) {
    if (line.size() <= second) return false;
    if (line[second] == ')') return true;
    if (first.value == U'o' && line[second] == ' ') return true;
    return begins_roman(line);
  }
  if (first.value == U'(' || first.value == U'[') {
    const utf8::CodePoint letter = second < line.size() ? utf8::decode(line, second) : utf8::CodePoint();
    const std::size_t close = second + letter.size;
    return close < line.size() && (line[close] == ')' || line[close] == ']');
  }
  if (first.value == U'§' || first.value == U'>' || first.value == U'=' || first.value == U'+') return true;
  if (is_dash(first.value)) return true;
  const bool quote =
      is_opening(first.value) || first.value == U'»' || first.value == U'”' || first.value == U'№';
  return !quote && first.value > 0xFF;
}

/// Whether an opening word stands at `at`, and a sign behind it.
struct Opening {
  bool word = false, sign = false;
};

Opening opening_at(std::string_view line, std::size_t at, const LineWords& words) {
  if (!words.opens(word_at(line, at))) return {};
  std::size_t end = after_letters(line, at);
  end += utf8::space_size(line, end);
  if (end >= line.size()) return {true, true};
  const char32_t sign = utf8::decode(line, end).value;
  return {true, sign == U':' || sign == U'.' || is_dash(sign)};
}

/// «Срок:», «Отв. –»
bool is_lone_label(std::string_view line, const LineWords& words) {
  const std::size_t end = after_letters(line, 0);
  if (end == 0 || end == line.size() || !words.labels(word_at(line, 0))) return false;
  return line.find_first_not_of(".: -\xE2\x80\x93\x94", end) == std::string_view::npos;
}

/// «… до весны. Срок: …»
bool has_label_inside(std::string_view line, const LineWords& words) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != '.' && line[at] != ';' && line[at] != ')' && line[at] != ':') continue;
    const std::size_t next = at + 1 + utf8::space_size(line, at + 1);
    if (next == at + 1 || next >= line.size() || !utf8::is_capital(utf8::decode(line, next).value)) continue;
    if (opening_at(line, next, words).sign) return true;
  }
  return false;
}

/// «от заказчика (ООО «Заря»): …»
bool begins_side(std::string_view line, std::size_t at, const LineWords& words) {
  constexpr std::size_t longest_side = 160;  // bytes
  const std::size_t colon = line.substr(0, at + longest_side).find(':');
  return colon != std::string_view::npos && colon < line.find(';') && words.sends(word_at(line, at));
}

/// Bytes of «№ 8» at the start of the line, which nobody parts.
std::size_t numbered_size(std::string_view line) {
  constexpr std::string_view sign = "№";
  if (!line.starts_with(sign)) return 0;
  const std::size_t number = sign.size() + utf8::space_size(line, sign.size());
  return std::min(line.find(' ', number), line.size());
}

/// «№ 8 (п. 2)», but not «№ 8. Купить дрова»: the number of an item.
bool begins_numbered(std::string_view line) {
  const std::size_t end = numbered_size(line);
  return end > 0 && (end == line.size() || (line[end - 1] != '.' && line[end - 1] != ')'));
}

void read_head(std::string_view line, const LineWords& words, LineShape& shape) {
  shape.starts_bracket = line.front() == '(';
  shape.starts_emphasis = line.front() == '*';
  shape.starts_digit = line.front() >= '0' && line.front() <= '9';
  shape.starts_number_sign = begins_numbered(line);
  shape.starts_date = begins_date(line);
  shape.starts_item = begins_item(line);
  shape.starts_dash = is_dash(utf8::decode(line, 0).value);
  shape.starts_initials = begins_with_bare_initials(line);
  shape.starts_name = begins_name(line) || begins_full_name(line);
  shape.starts_remark = begins_remark(line);
  if (shape.starts_item) shape.number = plain_number(line);
  std::size_t at = 0;
  while (at < line.size() && is_opening(utf8::decode(line, at).value)) at += utf8::decode(line, at).size;
  if (at == line.size()) return;
  const char32_t first = utf8::decode(line, at).value;
  shape.starts_small = utf8::is_small(first) && !is_abbreviated_place(line.substr(at));
  if (!utf8::is_letter(first)) return;
  const Opening opening = opening_at(line, at, words);
  shape.starts_label = opening.sign;
  shape.starts_opener = opening.word && utf8::is_capital(first);
  shape.starts_small_opener = opening.word && utf8::is_small(first);
  shape.starts_lead = begins_with_colon(line.substr(at));
  shape.starts_side = begins_side(line, at, words);
  shape.starts_capitals = !shape.capitals && begins_in_capitals(line.substr(at));
}

/// Counts what opens and closes; the bracket of an item's mark, «1)» or «а)», is passed over.
void read_brackets(std::string_view line, LineShape& shape) {
  constexpr std::size_t longest_mark = 3;  // bytes
  int brackets = 0, quotes = 0;
  const std::size_t mark = line.find(')');
  const bool marked = mark <= longest_mark && line.find_first_of(" .(") > mark;
  shape.closes_mark = marked;
  for (std::size_t at = marked ? mark + 1 : 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '(' || c == '[') ++brackets;
    if ((c == ')' || c == ']') && --brackets < 0) brackets = 0, shape.closes_bracket = true;
    if (c != '\xC2' || at + 1 == line.size()) continue;
    if (line[at + 1] == '\xAB') ++quotes;
    if (line[at + 1] == '\xBB' && --quotes < 0) quotes = 0, shape.closes_bracket = true;
  }
  shape.open_bracket = brackets > 0 || quotes > 0;
}

bool is_in_capitals(std::string_view line) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const utf8::CodePoint sign = utf8::decode(line, at);
    if (utf8::is_small(sign.value)) return false;
    capitals += utf8::is_capital(sign.value) ? 1 : 0;
    at += sign.size;
  }
  return capitals > 2;
}

/// «… режим.   Срок: постоянно»: what a label begins behind a sentence's end is no column.
bool parts_label(std::string_view line, std::size_t gap, const LineWords& words) {
  if (gap == 0 || (line[gap - 1] != '.' && line[gap - 1] != ';')) return false;
  const std::size_t next = line.find_first_not_of(' ', gap);
  return next != std::string_view::npos && opening_at(line, next, words).sign;
}

/// A tab, three spaces, or the rule that a form leaves for writing.
bool has_wide_gap(std::string_view line, const LineWords& words) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char sign = line[at];
    if (sign == '\t') return true;
    if (at + 1 == line.size() || line[at + 1] != sign) continue;
    if (sign == '_') return true;
    if (sign != ' ' || at + 2 >= line.size() || line[at + 2] != ' ') continue;
    if (!parts_label(line, at, words)) return true;
    at = line.find_first_not_of(' ', at);
  }
  return false;
}

/// Where a line may be broken first: at no no-break space, unless the text has no other kind.
std::size_t first_word_end(std::string_view line) {
  const std::size_t space = line.find_first_of(" \t");
  if (space != std::string_view::npos) return space;
  std::size_t end = 0;
  while (end < line.size() && utf8::space_size(line, end) == 0) end += utf8::decode(line, end).size;
  return end;
}

std::uint16_t columns_of(std::string_view words) {
  constexpr std::size_t most = 999;
  return static_cast<std::uint16_t>(std::min(utf8::count(words), most));
}

}  // namespace

LineShape shape_of(std::string_view line, const LineWords& words) {
  LineShape shape;
  const std::size_t word_end = first_word_end(line);
  shape.first_word = columns_of(line.substr(0, word_end));
  shape.unbroken = columns_of(line.substr(0, std::max({word_end, name_size(line), numbered_size(line)})));
  shape.columns = has_wide_gap(line, words);
  const std::size_t semicolon = line.find(';');
  shape.inner_semicolon = semicolon != std::string_view::npos && semicolon + 2 < line.size();
  shape.several_words = word_end < line.size();
  shape.inner_label = has_label_inside(line, words);
  shape.lone_label = is_lone_label(line, words);
  shape.inner_name = has_name_inside(line);
  shape.capitals = is_in_capitals(line);
  read_brackets(line, shape);
  read_head(line, words, shape);
  read_line_tail(line, words, shape);
  return shape;
}

}  // namespace protokol
