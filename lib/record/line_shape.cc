// Reads a line's signs from both ends; nothing here looks at its neighbours.
#include "record/line_shape.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace protokol {

namespace {

constexpr std::size_t longest_word = 64;  // bytes; no label is longer

bool is_dash(char32_t c) { return c == U'-' || c == U'–' || c == U'—'; }

bool is_opening(char32_t c) {
  return c == U'«' || c == U'"' || c == U'“' || c == U'„' || c == U'*' || c == U'(';
}

/// Where the code point that ends at `end` begins.
std::size_t before(std::string_view line, std::size_t end) {
  std::size_t start = end - 1;
  while (start > 0 && (static_cast<unsigned char>(line[start]) & 0xC0U) == 0x80U) --start;
  return start;
}

/// The letters from `at` on, in small letters; empty where there are too many for a label.
std::string word_at(std::string_view line, std::size_t at) {
  std::string word;
  while (at < line.size()) {
    const utf8::CodePoint letter = utf8::decode(line, at);
    if (!utf8::is_letter(letter.value)) break;
    word += utf8::encode(utf8::to_small(letter.value));
    if (word.size() > longest_word) return {};
    at += letter.size;
  }
  return word;
}

std::size_t after_letters(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    const utf8::CodePoint letter = utf8::decode(line, at);
    if (!utf8::is_letter(letter.value)) break;
    at += letter.size;
  }
  return at;
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

/// Bytes of «И.» at the head of `line`; 0 where none stands there.
std::size_t initial_size(std::string_view line) {
  if (line.empty()) return 0;
  const utf8::CodePoint letter = utf8::decode(line, 0);
  const bool initial =
      utf8::is_capital(letter.value) && letter.size < line.size() && line[letter.size] == '.';
  return initial ? letter.size + 1 : 0;
}

/// «И. И., …», «О. В.»: initials, and no surname behind them.
bool begins_with_bare_initials(std::string_view line) {
  std::size_t at = 0;
  while (const std::size_t size = initial_size(line.substr(at))) {
    at += size;
    at += utf8::space_size(line, at);
  }
  return at > 0 && (at == line.size() || !utf8::is_capital(utf8::decode(line, at).value));
}

/// Where the capitalised word that begins at `at` ends; `at` where none does.
std::size_t after_capitalised(std::string_view line, std::size_t at) {
  if (at >= line.size() || !utf8::is_capital(utf8::decode(line, at).value)) return at;
  std::size_t end = after_letters(line, at);
  if (end < line.size() && line[end] == '-') end = after_letters(line, end + 1);
  return end - at > utf8::decode(line, at).size ? end : at;
}

/// «Иванов Иван Иванович – …», «…, …»
bool begins_full_name(std::string_view line) {
  std::size_t at = 0;
  for (int word = 0; word < 3; ++word) {
    const std::size_t end = after_capitalised(line, at);
    if (end == at) return false;
    at = end + utf8::space_size(line, end);
  }
  return at < line.size() && (line[at] == ',' || is_dash(utf8::decode(line, at).value));
}

/// «Иванов И. …», «Петров-Водкин К. …»
bool begins_name(std::string_view line) {
  const std::size_t end = after_capitalised(line, 0);
  const std::size_t gap = utf8::space_size(line, end);
  return end > 0 && gap > 0 && initial_size(line.substr(end + gap)) > 0;
}

/// «Иванов И. И. – …», «Иванов И. И.: …»
bool begins_remark(std::string_view line) {
  std::size_t at = after_capitalised(line, 0);
  at += utf8::space_size(line, at);
  const std::size_t initials = at;
  while (const std::size_t size = initial_size(line.substr(at))) {
    at += size;
    at += utf8::space_size(line, at);
  }
  if (initials == 0 || at == initials || at >= line.size()) return false;
  return line[at] == ':' || (is_dash(utf8::decode(line, at).value) && line[at - 1] == ' ');
}

/// «…, Иванов И. …»
bool has_name_inside(std::string_view line) {
  for (std::size_t space = line.find(' '); space != std::string_view::npos;
       space = line.find(' ', space + 1)) {
    if (begins_name(line.substr(space + 1))) return true;
  }
  return false;
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

void read_head(std::string_view line, const LineWords& words, LineShape& shape) {
  shape.starts_bracket = line.front() == '(';
  shape.starts_emphasis = line.front() == '*';
  shape.starts_digit = line.front() >= '0' && line.front() <= '9';
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
  shape.starts_lead = begins_with_colon(line.substr(at));
  shape.starts_side = begins_side(line, at, words);
  shape.starts_capitals = !shape.capitals && begins_in_capitals(line.substr(at));
}

/// The letters that `line` ends with.
std::string_view last_word(std::string_view line) {
  std::size_t start = line.size();
  while (start > 0 && line.size() - start < longest_word) {
    const std::size_t letter = before(line, start);
    if (!utf8::is_letter(utf8::decode(line, letter).value)) break;
    start = letter;
  }
  return line.substr(start);
}

/// «… представить до», «… и»: a small word of one or two letters; behind a number it is a unit («5 га»).
bool ends_with_preposition(std::string_view line) {
  const std::string_view word = last_word(line);
  if (word.empty() || word.size() >= line.size() || utf8::count(word) > 2) return false;
  for (std::size_t at = 0; at < word.size(); at += utf8::decode(word, at).size) {
    if (!utf8::is_small(utf8::decode(word, at).value)) return false;
  }
  std::size_t end = line.size() - word.size();
  const std::size_t word_from = end;
  while (end > 0 && utf8::is_space(utf8::decode(line, before(line, end)).value)) end = before(line, end);
  if (end == 0 || end == word_from) return false;
  const char32_t sign = utf8::decode(line, before(line, end)).value;
  return utf8::is_letter(sign) || sign == U',' || sign == U')' || is_dash(sign);
}

/// «Тулаев Б», without its full stop.
bool ends_with_initial(std::string_view line) {
  const std::string_view word = last_word(line);
  if (word.empty()) return false;
  const utf8::CodePoint first = utf8::decode(word, 0);
  return first.size == word.size() && utf8::is_capital(first.value);
}

/// «А. Котов, В», «на О. В», without the last full stop: initials that no surname stands before.
bool ends_with_first_initial(std::string_view line) {
  while (ends_with_initial(line)) {
    line.remove_suffix(last_word(line).size());
    while (!line.empty() && utf8::is_space(utf8::decode(line, before(line, line.size())).value)) {
      line.remove_suffix(line.size() - before(line, line.size()));
    }
    if (line.empty() || line.back() != '.') break;
    line.remove_suffix(1);
  }
  const std::string_view word = last_word(line);
  return word.empty() || utf8::is_small(utf8::decode(word, 0).value);
}

/// «И. И. Иванов»
bool ends_with_surname(std::string_view line) {
  const std::string_view word = last_word(line);
  std::size_t end = line.size() - word.size();
  if (word.empty() || !utf8::is_capital(utf8::decode(word, 0).value)) return false;
  while (end > 0 && utf8::is_space(utf8::decode(line, before(line, end)).value)) end = before(line, end);
  return end > 0 && line[end - 1] == '.' && ends_with_initial(line.substr(0, end - 1));
}

/// «… до весны. Отв», without its sign: a label of one word, alone in its sentence.
bool ends_with_label(std::string_view line, const LineWords& words) {
  const std::string_view word = last_word(line);
  const std::size_t from = line.size() - word.size();
  if (word.empty() || from == 0 || utf8::space_size(line, before(line, from)) == 0) return false;
  std::size_t end = from;
  while (end > 0 && utf8::is_space(utf8::decode(line, before(line, end)).value)) end = before(line, end);
  if (end == 0 || std::string_view(".;,)").find(line[end - 1]) == std::string_view::npos) return false;
  return words.opens(word_at(word, 0));
}

/// «… в п», without its full stop.
bool ends_with_abbreviation(std::string_view line, const LineWords& words) {
  const std::string_view word = last_word(line);
  return !word.empty() && utf8::is_small(utf8::decode(word, 0).value) && words.abbreviates(word);
}

void read_tail(std::string_view line, const LineWords& words, LineShape& shape) {
  std::size_t end = line.size();
  char32_t last = 0;
  shape.ends_emphasis = line.back() == '*';
  while (end > 0) {
    const std::size_t start = before(line, end);
    last = utf8::decode(line, start).value;
    const bool closing = last == U'»' || last == U'"' || last == U'”' || last == U')' || last == U'*';
    if (!closing) break;
    end = start;
  }
  if (end == 0) return;
  shape.ends_stop = last == U'.';
  shape.ends_colon = last == U':';
  shape.ends_semicolon = last == U';';
  shape.ends_sentence = last == U'.' || last == U';' || last == U':' || last == U'!' || last == U'?';
  const std::size_t letter_end = before(line, end);
  const bool after_letter =
      letter_end > 0 && utf8::is_letter(utf8::decode(line, before(line, letter_end)).value);
  shape.ends_hyphen = (last == U'-' || last == 0xAD || last == 0x2010) && after_letter;
  shape.ends_open = last == U',' || (is_dash(last) && !after_letter);
  shape.ends_label =
      (shape.ends_stop || shape.ends_colon) && ends_with_label(line.substr(0, letter_end), words);
  if (end == line.size()) {
    const std::string_view unstopped = line.substr(0, letter_end);
    shape.ends_preposition = ends_with_preposition(line);
    shape.ends_number_sign = last == U'№';
    shape.ends_surname = ends_with_surname(line);
    shape.ends_initial = shape.ends_stop && ends_with_initial(unstopped);
    shape.ends_first_initial = shape.ends_initial && ends_with_first_initial(unstopped);
    shape.ends_broken = shape.ends_number_sign || shape.ends_initial ||
                        (shape.ends_stop && ends_with_abbreviation(unstopped, words));
  }
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

/// A tab, three spaces, or the rule that a form leaves for writing.
/// «… режим.   Срок: постоянно»: what a label begins behind a sentence's end is no column.
bool parts_label(std::string_view line, std::size_t gap, const LineWords& words) {
  if (gap == 0 || (line[gap - 1] != '.' && line[gap - 1] != ';')) return false;
  const std::size_t next = line.find_first_not_of(' ', gap);
  return next != std::string_view::npos && opening_at(line, next, words).sign;
}

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

}  // namespace

LineShape shape_of(std::string_view line, const LineWords& words) {
  LineShape shape;
  const std::size_t word_end = first_word_end(line);
  shape.first_word =
      static_cast<std::uint16_t>(std::min<std::size_t>(utf8::count(line.substr(0, word_end)), 999));
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
  read_tail(line, words, shape);
  return shape;
}

}  // namespace protokol
