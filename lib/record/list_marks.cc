// Finding the marks of lists, and where sentences end among names and abbreviations.
#include "record/list_marks.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace protokol {

namespace {

/// No longer abbreviation is met before a small letter.
constexpr std::size_t longest_abbreviation = 4;
/// No longer bracket is looked for, in tokens: what stays open so long was never closed.
constexpr std::uint32_t longest_bracket = 120;
constexpr std::string_view separators = " ,;:.-*/";

std::string_view group_of(std::string_view list, const Grammar& grammar) {
  const Table* table = grammar.table("list.groups");
  if (!table) return {};
  for (const std::vector<std::string>& row : *table) {
    if (row.size() > 1 && row[0] == list) return row[1];
  }
  return {};
}

}  // namespace

MarkList list_marks(const Passage& passage, std::string_view list, const Grammar& grammar) {
  std::vector<Mark> marks = grammar.find(*passage.text, passage.tokens, group_of(list, grammar));
  std::erase_if(marks, [&passage](const Mark& mark) {
    std::uint32_t token = mark.tokens.from;
    bool initial = mark.tokens.size() == 1 && passage.at(token).size() == 1 && passage.token(token).capital;
    return initial && is_sign(*passage.text, token + 1, ".");
  });
  return MarkList(std::move(marks));
}

bool has_kind(const MarkList& marks, std::string_view kind) {
  return std::ranges::any_of(marks, [kind](const Mark& mark) { return mark.kind == kind; });
}

namespace {

/// «… (болен) Секретарь совета: …»: a capital, few words, and a colon.
bool label_at(const Passage& passage, std::uint32_t from) {
  constexpr std::uint32_t longest_label = 3;
  if (!passage.token(from).capital) return false;
  for (std::uint32_t t = from; t < std::min(passage.tokens.to, from + longest_label); ++t) {
    if (!is_word(*passage.text, t)) return false;
    if (is_sign(*passage.text, t + 1, ":")) return true;
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> sentence_ends(const Passage& passage, const std::vector<Span>& names) {
  const TokenText& text = *passage.text;
  std::vector<std::uint32_t> ends;
  auto name = names.begin();
  for (std::uint32_t t = passage.tokens.from; t + 1 < passage.tokens.to; ++t) {
    if (is_sign(text, t, "(")) {
      std::uint32_t limit = std::min(passage.tokens.to, t + longest_bracket);
      if (auto behind = behind_bracket(text, t, limit)) t = *behind - 1;
      if (t + 1 >= passage.tokens.to) break;
      if (is_sign(text, t, ")") && label_at(passage, t + 1)) ends.push_back(t + 1);
    }
    while (name != names.end() && name->to <= t) ++name;
    const Token& next = text.tokens[t + 1];
    if (is_sign(text, t, "!?")) ends.push_back(t + 1);
    if (!is_sign(text, t, ".")) continue;
    bool before_capital = next.kind == TokenKind::word && next.capital;
    if (name != names.end() && name->contains(t)) {
      if (t + 1 == name->to && before_capital) ends.push_back(t + 1);
      continue;
    }
    std::size_t letters = t > passage.tokens.from && is_word(text, t - 1) ? text.at(t - 1).size() : 0;
    // «проф. Котов И. И.», «нач. ОМТС»
    const bool small = letters > 0 && (!text.tokens[t - 1].capital || t - 1 == passage.tokens.from);
    bool titled = small && letters <= longest_abbreviation &&
                  (next.capitals || (name != names.end() && name->from == t + 1));
    if (titled) continue;
    bool glued = !next.space_before && next.kind != TokenKind::sign;
    if (letters == 1 || (glued && !before_capital)) continue;
    if (before_capital || letters == 0 || letters > longest_abbreviation) ends.push_back(t + 1);
  }
  ends.push_back(passage.tokens.to);
  return ends;
}

std::optional<std::uint32_t> behind_bracket(const TokenText& text, std::uint32_t token, std::uint32_t end) {
  int depth = 0;
  for (; token < end; ++token) {
    if (is_sign(text, token, "([")) ++depth;
    if (is_sign(text, token, ")]") && --depth <= 0) return token + 1;
  }
  return std::nullopt;
}

std::optional<int> number_at(const TokenText& text, std::uint32_t token) {
  int value = 0;
  std::string_view digits = text.at(token);
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

Passage trimmed_people(Passage people) {
  Span& tokens = people.tokens;
  while (!tokens.empty() && is_sign(*people.text, tokens.from, separators)) ++tokens.from;
  while (!tokens.empty() && is_sign(*people.text, tokens.to - 1, separators)) {
    bool initial =
        tokens.size() > 1 && is_word(*people.text, tokens.to - 2) && people.at(tokens.to - 2).size() == 1;
    if (initial && is_sign(*people.text, tokens.to - 1, ".")) break;
    --tokens.to;
  }
  return people;
}

Claim claim_of(const Passage& passage, std::string rule, std::string field, std::string value) {
  return {source(passage), std::move(rule), std::move(field), std::move(value)};
}

std::string dump(const Party& party) {
  if (!party.group.empty()) return "{" + party.group + "}";
  if (party.name.empty()) return "[" + party.role + "]";
  return party.role.empty() ? party.name : party.name + " [" + party.role + "]";
}

}  // namespace protokol
