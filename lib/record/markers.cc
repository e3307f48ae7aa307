// Reading the number, letter or bullet before an item.
#include "record/markers.h"

#include <algorithm>
#include <charconv>

namespace protokol {

namespace {

constexpr std::uint32_t largest_number = 999;
constexpr std::size_t deepest_level = 6;
constexpr unsigned char first_letter = 0xE0;  // «а» of the prepared alphabet
constexpr std::uint32_t short_i = 10;         // «й», which lists mostly pass over

std::optional<std::uint32_t> number_of(std::string_view digits) {
  if (digits.size() > 1 && digits.front() == '0') return std::nullopt;
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || number == 0 || number > largest_number) return std::nullopt;
  return number;
}

/// The value of a letter of Roman numerals; Cyrillic look-alikes count. 0 where it is none.
std::uint32_t roman_digit(char prepared) {
  switch (static_cast<unsigned char>(prepared)) {
    case 'i':
    case 0xB3:  // і
      return 1;
    case 'v':
      return 5;
    case 'x':
    case 0xF5:  // х
      return 10;
    default:
      return 0;
  }
}

class Reading {
 public:
  explicit Reading(const Passage& passage) : passage_(passage), text_(*passage.text) {}

  Marker read() {
    const std::uint32_t from = passage_.tokens.from;
    if (passage_.empty()) return {};
    if (is_sign(text_, from, "\xA7") && is_number(from + 1)) return number(from, from + 1);
    if (is_sign(text_, from, "\xB9") && is_number(from + 1)) return numbered(from);
    if (is_sign(text_, from, "([")) return bracketed(from);
    if (const std::optional<std::uint32_t> end = bullet_end(from)) return bulleted(from, *end);
    return is_number(from) ? number(from, from) : letter(from);
  }

 private:
  bool has(std::uint32_t token) const { return token < passage_.tokens.to; }
  bool is_number(std::uint32_t token) const {
    return has(token) && text_.tokens[token].kind == TokenKind::number;
  }
  bool sign(std::uint32_t token, std::string_view signs) const {
    return has(token) && is_sign(text_, token, signs);
  }
  bool glued(std::uint32_t token) const { return has(token) && !text_.tokens[token].space_before; }

  std::string printed(Span tokens) const { return wording(text_, passage_.document, tokens); }

  /// Past a bullet that begins at `from`: a sign of its own kind, twice where it is doubled («--», «>>»).
  std::optional<std::uint32_t> bullet_end(std::uint32_t from) const {
    if (sign(from, "-") && is_number(from + 1) && sign(from + 2, "-")) return std::nullopt;  // a page number
    if (sign(from, "\x95*>=+~") || (sign(from, "-") && has(from + 1))) {
      return from + (sign(from + 1, "->") && glued(from + 1) ? 2 : 1);
    }
    // A small Latin «o» is what is left of a round bullet.
    const bool round = text_.at(from).size() == 1 && has(from + 1) && text_.tokens[from + 1].space_before &&
                       passage_.document[text_.prepared.source[text_.tokens[from].from]] == 'o';
    if (round) return from + 1;
    return std::nullopt;
  }

  Marker bulleted(std::uint32_t from, std::uint32_t end) const {
    Marker inner =
        has(end) && !sign(end, "-\x95([") ? marker_at(passage_.within({end, passage_.tokens.to})) : Marker();
    if (inner.kind == MarkerKind::number && inner.sign != 0) {
      inner.tokens.from = from;
      return inner;
    }
    Marker marker;
    marker.kind = MarkerKind::bullet;
    marker.sign = text_.at(from)[0];
    marker.tokens = {from, past_checkbox(end)};
    return marker;
  }

  /// «- [ ] Купить дрова», «- [x] Купить дрова»: a box to tick belongs to its bullet.
  std::uint32_t past_checkbox(std::uint32_t from) const {
    if (!sign(from, "[")) return from;
    if (sign(from + 1, "]")) return from + 2;
    const bool ticked = has(from + 2) && text_.at(from + 1).size() == 1 && glued(from + 1) &&
                        (roman_digit(text_.at(from + 1)[0]) >= 5 || sign(from + 1, "+*"));
    return ticked && sign(from + 2, "]") ? from + 3 : from;
  }

  /// «3.1.», «3)», «3.1 Провести»; nothing of «24.02.2021», «10.00», «3 марта», «1.5 млн».
  Marker number(std::uint32_t from, std::uint32_t first) const {
    Marker marker;
    marker.kind = MarkerKind::number;
    std::uint32_t at = first;
    while (true) {
      const std::optional<std::uint32_t> part = number_of(text_.at(at));
      if (!part || marker.path.size() == deepest_level) return {};
      marker.path.push_back(*part);
      ++at;
      if (!(sign(at, ".") && glued(at) && is_number(at + 1) && glued(at + 1))) break;
      ++at;
    }
    marker.text = printed({first, at});
    if (sign(at, ".)")) {
      marker.sign = text_.at(at)[0];
      ++at;
    } else if (marker.path.size() < 2 && first == from) {
      return {};
    }
    marker.tokens = {from, at};
    return begins_item(marker) ? marker : Marker();
  }

  /// «№1. Вывезти мусор»; «№ 5 от 3 мая», «№ 5. 3 мая» number something else.
  Marker numbered(std::uint32_t from) const {
    Marker marker = number(from, from + 1);
    const std::uint32_t next = marker.tokens.to;
    const bool item = marker.sign != 0 && has(next) && text_.tokens[next].kind == TokenKind::word;
    return item && text_.tokens[next].capital ? marker : Marker();
  }

  bool begins_item(const Marker& marker) const {
    const std::uint32_t next = marker.tokens.to;
    if (!has(next)) return marker.sign != 0;
    const Token& token = text_.tokens[next];
    if (token.kind == TokenKind::number) return marker.sign != 0 && token.space_before;
    if (token.kind == TokenKind::sign && !is_sign(text_, next, "\"([-\xB9\xA7")) return false;
    if (is_sign(text_, next, "-") && marker.sign == 0) return false;
    return marker.sign != 0 || (token.kind == TokenKind::word && token.space_before);
  }

  /// «(а)», «[А]», «(1)».
  Marker bracketed(std::uint32_t from) const {
    if (!has(from + 2) || !sign(from + 2, ")]")) return {};
    Marker marker = single(from + 1);
    if (marker.kind == MarkerKind::none) return {};
    marker.sign = text_.at(from + 2)[0];
    marker.tokens = {from, from + 3};
    return marker;
  }

  /// One token as a number, a letter, a Roman numeral.
  Marker single(std::uint32_t token) const {
    Marker marker;
    const std::string_view word = text_.at(token);
    marker.capital = text_.tokens[token].capital;
    if (is_number(token)) {
      const auto value = number_of(word);
      if (!value) return {};
      marker.kind = MarkerKind::number;
      marker.path = {*value};
    } else if (text_.tokens[token].kind != TokenKind::word) {
      return {};
    } else if (const auto roman = roman_number(word); roman && marker.capital) {
      marker.kind = MarkerKind::roman;
      marker.path = {*roman};
    } else if (word.size() == 1 && static_cast<unsigned char>(word[0]) >= first_letter) {
      marker.kind = MarkerKind::letter;
      marker.path = {static_cast<std::uint32_t>(static_cast<unsigned char>(word[0]) - first_letter + 1)};
    } else {
      return {};
    }
    marker.text = printed({token, token + 1});
    return marker;
  }

  Marker letter(std::uint32_t from) const {
    if (!sign(from + 1, ".)") || !glued(from + 1)) return {};
    Marker marker = single(from);
    if (marker.kind == MarkerKind::none) return {};
    marker.sign = text_.at(from + 1)[0];
    marker.tokens = {from, from + 2};
    const std::uint32_t next = from + 2;
    const bool initial_follows = marker.sign == '.' && sign(next + 1, ".") && text_.at(next).size() == 1 &&
                                 has(next + 2) && text_.tokens[next].capital &&
                                 text_.tokens[next + 2].capital;
    const bool two_follow = initial_follows && text_.at(next + 2).size() == 1 && sign(next + 3, ".");
    const bool may_be_initial = text_.at(from).size() == 1 && text_.tokens[from].capital && !two_follow;
    if (initial_follows && may_be_initial) return {};  // «Х. А. Котов», where the first is a Roman ten, too
    if (initial_follows && !glued(next))
      return marker;  // «е. А. Я. Дубс доложить», «III. П. Я. Окуневу доложить»
    if (marker.sign == '.' && (!has(next) || glued(next)))
      return marker.kind == MarkerKind::roman ? marker : Marker();
    if (marker.sign == '.' && marker.kind == MarkerKind::letter && sign(next + 1, ".") &&
        text_.at(next).size() <= 2)
      return {};
    return marker;
  }

  const Passage& passage_;
  const TokenText& text_;
};

}  // namespace

std::optional<std::uint32_t> roman_number(std::string_view letters) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::uint32_t digit = roman_digit(letters[i]);
    if (digit == 0) return std::nullopt;
    const std::uint32_t next = i + 1 < letters.size() ? roman_digit(letters[i + 1]) : 0;
    number = digit < next ? number - digit : number + digit;
  }
  if (number == 0 || number > 50) return std::nullopt;
  return number;
}

std::string first_number(const Marker& marker) { return marker.text.substr(0, marker.text.find('.')); }

Marker marker_at(const Passage& passage) { return Reading(passage).read(); }

bool may_open_list(const Marker& marker) {
  if (marker.path.empty()) return marker.kind == MarkerKind::bullet;
  return marker.path.back() == 1;
}

bool may_follow(const Marker& last, const Marker& next) {
  if (next.kind == MarkerKind::bullet) return last.kind == MarkerKind::bullet && last.sign == next.sign;
  if (next.path.empty() || last.path.empty()) return false;
  if (last.kind != next.kind) return false;
  const std::size_t level = next.path.size();
  if (level == last.path.size() + 1) {
    return std::equal(last.path.begin(), last.path.end(), next.path.begin()) && next.path.back() == 1;
  }
  if (level > last.path.size()) return false;
  for (std::size_t i = 0; i + 1 < level; ++i) {
    if (next.path[i] != last.path[i]) return false;
  }
  const std::uint32_t before = last.path[level - 1], after = next.path[level - 1];
  const bool passed_over = next.kind == MarkerKind::letter && before + 2 == after && before + 1 == short_i;
  return after == before + 1 || passed_over || (next.kind == MarkerKind::number && after == before + 2);
}

}  // namespace protokol
