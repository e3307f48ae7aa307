// Marks of headings, judged by where they stand, and neighbours joined.
#include "record/headings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "record/groups.h"

namespace protokol {

namespace {

constexpr std::string_view section_group = "section";
constexpr std::string_view question_group = "question";

std::optional<SectionKind> section_named(std::string_view name) {
  using enum SectionKind;
  constexpr std::array<std::pair<std::string_view, SectionKind>, 11> names{{{"present", present},
                                                                            {"absent", absent},
                                                                            {"invited", invited},
                                                                            {"agenda", agenda},
                                                                            {"heard", heard},
                                                                            {"spoke", spoke},
                                                                            {"discussion", discussion},
                                                                            {"decisions", decisions},
                                                                            {"vote", vote},
                                                                            {"signatures", signatures},
                                                                            {"appendix", appendix}}};
  for (const auto& [known, kind] : names) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

std::vector<std::string_view> words_of(std::string_view value) {
  std::vector<std::string_view> words;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    if (end > 0) words.push_back(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return words;
}

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string roman(std::uint32_t number) {
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 5> parts{
      {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
  std::string text;
  for (const auto& [value, letters] : parts) {
    for (; number >= value; number -= value) text += letters;
  }
  return text;
}

std::string capital(std::string_view letter) {
  const utf8::CodePoint small = utf8::decode(letter, 0);
  return utf8::encode(small.value >= 0x430 && small.value <= 0x44F ? small.value - 0x20 : small.value);
}

/// «1 - 3» → 1, 2, 3; «roman 4» → IV; «letter б» → Б.
std::vector<std::string> questions_of(std::string_view value) {
  constexpr std::uint32_t longest_range = 50;
  std::vector<std::string> questions;
  const auto words = words_of(value);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "roman" && i + 1 < words.size()) {
      questions.push_back(roman(number_of(words[++i])));
    } else if (words[i] == "letter" && i + 1 < words.size()) {
      questions.push_back(capital(words[++i]));
    } else if (words[i] == "-" && !questions.empty() && i + 1 < words.size()) {
      const std::uint32_t last = number_of(words[i + 1]);
      for (std::uint32_t n = number_of(questions.back()) + 1; n < last && last - n < longest_range; ++n) {
        questions.push_back(std::to_string(n));
      }
    } else {
      questions.emplace_back(words[i]);
    }
  }
  return questions;
}

Heading heading_of(const Mark& mark, const Grammar& grammar) {
  Heading heading;
  heading.tokens = mark.tokens;
  heading.rule = std::string(grammar.rule_name(mark.rule));
  if (mark.kind == section_group) {
    const auto words = words_of(mark.value);
    if (!words.empty()) heading.section = section_named(words.front());
    heading.open = words.size() > 1 && words[1] == "open";
    heading.annex = words.size() > 1 && words[1] == "annex";
    heading.leads = words.size() > 1 && words[1] == "lead";
    heading.inner = words.size() > 1 && words[1] == "inner";
    heading.first = words.size() > 1 && words[1] == "first";
    heading.verdict = words.size() > 1 && words[1] == "verdict";
  } else if (mark.kind == "item") {
    heading.section = SectionKind::decisions;
    heading.one_item = true;
    heading.item = mark.value;
  } else if (mark.kind == question_group) {
    heading.names_question = true;
    heading.questions = questions_of(mark.value);
  }
  return heading;
}

/// Where a heading may begin: at the passage's start, behind a sentence or another heading.
class Places {
 public:
  explicit Places(const Passage& passage) : text_(*passage.text), from_(passage.tokens.from) {}

  bool may_begin(const Mark& mark, const std::vector<Heading>& found) const {
    const std::uint32_t at = mark.tokens.from;
    if (at == from_) return !goes_on_with_title(mark);
    if (!found.empty() && between_is_empty(found.back().tokens.to, at)) return true;
    const Token& token = text_.tokens[at];
    // «… О должниках По второму вопросу:»: a number is named with a capital, though the stop was lost.
    if (mark.kind == question_group) return token.capital && (ends_sentence(at - 1) || !mark.value.empty());
    if (in_quotes(at)) return false;
    const bool colon = is_sign(text_, mark.tokens.to - 1, ":");
    if (colon || mark.value.ends_with(" firm")) return true;
    return token.capital && ends_sentence(at - 1);
  }

  /// «совещания у главы / по вопросу завершения стройки»: no number, and a small letter.
  bool goes_on_with_title(const Mark& mark) const {
    return mark.kind == question_group && mark.value.empty() && !text_.tokens[mark.tokens.from].capital;
  }

  bool between_is_empty(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t) {
      if (!is_sign(text_, t, ":-,\".")) return false;
    }
    return from <= to;
  }

 private:
  bool ends_sentence(std::uint32_t token) const { return is_sign(text_, token, ".;:!?)\"\x95"); }

  /// A quotation mark glued to the word's front opens a quotation.
  bool in_quotes(std::uint32_t at) const {
    return is_sign(text_, at - 1, "\"") && !text_.tokens[at].space_before;
  }

  const TokenText& text_;
  std::uint32_t from_;
};

void join(Heading& first, Heading&& second) {
  first.tokens.to = second.tokens.to;
  first.names_question = first.names_question || second.names_question;
  first.groups = first.groups || second.groups;
  if (first.questions.empty()) first.questions = std::move(second.questions);
  if (second.section) {
    first.section = second.section;
    first.rule = std::move(second.rule);
    first.one_item = second.one_item;
    first.item = std::move(second.item);
  }
  first.open = second.open;
  first.leads = second.leads;
}

void take_question(Heading& heading, Heading&& question) {
  heading.names_question = true;
  if (heading.questions.empty()) heading.questions = std::move(question.questions);
}

}  // namespace

bool begins_talk(const Heading& heading) {
  using enum SectionKind;
  const auto section = heading.section;
  return section && (*section == heard || *section == spoke || *section == decisions);
}

std::vector<Heading> find_headings(const Passage& passage, const Language& language) {
  const Grammar& grammar = language.grammar;
  const std::string_view sections = group_named(grammar, section_group);
  const std::string_view questions = group_named(grammar, question_group);
  if (sections.empty() || questions.empty()) return {};
  std::vector<Mark> marks = grammar.find(*passage.text, passage.tokens, sections);
  for (Mark& mark : grammar.find(*passage.text, passage.tokens, questions)) marks.push_back(std::move(mark));
  std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.tokens.from; });

  const Places places(passage);
  std::vector<Heading> found;
  for (const Mark& mark : marks) {
    if (!found.empty() && mark.tokens.from < found.back().tokens.to) {
      // «по второму выступила»: the question's rule ends in the section's verb.
      if (mark.kind == section_group && mark.tokens.to == found.back().tokens.to && !found.back().section) {
        join(found.back(), heading_of(mark, grammar));
      } else if (mark.kind == question_group && mark.tokens.to <= found.back().tokens.to) {
        // «Решение по первому вопросу:»: the question is named within the section's heading.
        take_question(found.back(), heading_of(mark, grammar));
      }
      continue;
    }
    if (mark.kind == "none" || !places.may_begin(mark, found)) continue;
    Heading heading = heading_of(mark, grammar);
    const bool neighbour =
        !found.empty() && places.between_is_empty(found.back().tokens.to, mark.tokens.from);
    const bool completes = neighbour && (!found.back().section || heading.names_question);
    if (completes) {
      heading.groups = found.back().section && heading.names_question;
      join(found.back(), std::move(heading));
    } else {
      found.push_back(std::move(heading));
    }
  }
  return found;
}

}  // namespace protokol
