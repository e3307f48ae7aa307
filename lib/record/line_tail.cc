// A line's end, read backwards from its last sign.
#include "record/line_tail.h"

#include "base/utf8.h"
#include "record/line_letters.h"

namespace protokol {

namespace {

/// The letters that `line` ends with.
std::string_view last_word(std::string_view line) {
  std::size_t start = line.size();
  while (start > 0 && line.size() - start < longest_label) {
    const std::size_t letter = code_point_before(line, start);
    if (!utf8::is_letter(utf8::decode(line, letter).value)) break;
    start = letter;
  }
  return line.substr(start);
}

/// The line without its last word and the white space before it.
std::string_view before_last_word(std::string_view line) {
  line.remove_suffix(last_word(line).size());
  while (!line.empty() && utf8::is_space(utf8::decode(line, code_point_before(line, line.size())).value)) {
    line.remove_suffix(line.size() - code_point_before(line, line.size()));
  }
  return line;
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
  while (end > 0 && utf8::is_space(utf8::decode(line, code_point_before(line, end)).value))
    end = code_point_before(line, end);
  if (end == 0 || end == word_from) return false;
  const char32_t sign = utf8::decode(line, code_point_before(line, end)).value;
  constexpr std::u32string_view closing = U",):»”\"";  // «Срок: до», «на блоке «Б» до»
  return utf8::is_letter(sign) || is_dash(sign) || closing.find(sign) != std::u32string_view::npos;
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
    line = before_last_word(line);
    if (line.empty() || line.back() != '.') break;
    line.remove_suffix(1);
  }
  const std::string_view word = last_word(line);
  return word.empty() || utf8::is_small(utf8::decode(word, 0).value);
}

/// «Котов И. И», without the last full stop.
bool ends_with_two_initials(std::string_view line) {
  line = before_last_word(line);
  return !line.empty() && line.back() == '.' && ends_with_initial(line.substr(0, line.size() - 1));
}

/// «И. И. Иванов»
bool ends_with_surname(std::string_view line) {
  const std::string_view word = last_word(line);
  std::size_t end = line.size() - word.size();
  if (word.empty() || !utf8::is_capital(utf8::decode(word, 0).value)) return false;
  while (end > 0 && utf8::is_space(utf8::decode(line, code_point_before(line, end)).value))
    end = code_point_before(line, end);
  return end > 0 && line[end - 1] == '.' && ends_with_initial(line.substr(0, end - 1));
}

/// «… до весны. Отв», without its sign: a label of one word, alone in its sentence.
bool ends_with_label(std::string_view line, const LineWords& words) {
  const std::string_view word = last_word(line);
  const std::size_t from = line.size() - word.size();
  if (word.empty() || from == 0 || utf8::space_size(line, code_point_before(line, from)) == 0) return false;
  std::size_t end = from;
  while (end > 0 && utf8::is_space(utf8::decode(line, code_point_before(line, end)).value))
    end = code_point_before(line, end);
  if (end == 0 || std::string_view(".;,)").find(line[end - 1]) == std::string_view::npos) return false;
  return words.opens(word_at(word, 0));
}

/// «… в п», without its full stop.
bool ends_with_abbreviation(std::string_view line, const LineWords& words) {
  const std::string_view word = last_word(line);
  return !word.empty() && utf8::is_small(utf8::decode(word, 0).value) && words.abbreviates(word);
}

}  // namespace

void read_line_tail(std::string_view line, const LineWords& words, LineShape& shape) {
  std::size_t end = line.size();
  char32_t last = 0;
  shape.ends_emphasis = line.back() == '*';
  while (end > 0) {
    const std::size_t start = code_point_before(line, end);
    last = utf8::decode(line, start).value;
    const bool closing = last == U'»' || last == U'"' || last == U'”' || last == U')' || last == U'*';
    if (!closing) break;
    end = start;
  }
  if (end == 0) return;
  shape.ends_stop = last == U'.';
  shape.ends_digit = utf8::is_digit(last);
  shape.ends_colon = last == U':';
  shape.ends_semicolon = last == U';';
  shape.ends_sentence = last == U'.' || last == U';' || last == U':' || last == U'!' || last == U'?';
  const std::size_t letter_end = code_point_before(line, end);
  const bool after_letter =
      letter_end > 0 && utf8::is_letter(utf8::decode(line, code_point_before(line, letter_end)).value);
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
    shape.ends_two_initials = shape.ends_initial && ends_with_two_initials(unstopped);
    shape.ends_first_initial = shape.ends_initial && ends_with_first_initial(unstopped);
    shape.ends_broken = shape.ends_number_sign || shape.ends_initial ||
                        (shape.ends_stop && ends_with_abbreviation(unstopped, words));
  }
}

}  // namespace protokol
