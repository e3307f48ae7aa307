// Finding the marks of deadlines and turning one into a record.
#include "record/deadline_marks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace protokol {

namespace {

std::string_view group_name(const Grammar& grammar, std::string_view place) {
  const Table* table = grammar.table("deadline.groups");
  if (!table) return {};
  for (const std::vector<std::string>& row : *table) {
    if (row.size() > 1 && row[0] == place) return row[1];
  }
  return {};
}

}  // namespace

DeadlineRole role_of(const Mark& mark) {
  using enum DeadlineRole;
  constexpr std::array<std::pair<std::string_view, DeadlineRole>, 16> roles{{{"by", firm},
                                                                             {"span", firm},
                                                                             {"during", firm},
                                                                             {"from", firm},
                                                                             {"within", firm},
                                                                             {"on", loose},
                                                                             {"days", loose},
                                                                             {"in", loose},
                                                                             {"every", adverb},
                                                                             {"ongoing", adverb},
                                                                             {"immediate", adverb},
                                                                             {"event", event},
                                                                             {"label", label},
                                                                             {"joint", joint},
                                                                             {"items", items},
                                                                             {"void", governor}}};
  for (auto [kind, role] : roles) {
    if (kind == mark.kind) return role;
  }
  return none;
}

std::vector<Mark> sentence_marks(const TokenText& text, Span tokens, const Grammar& grammar) {
  std::string_view group = group_name(grammar, "sentence");
  return group.empty() ? std::vector<Mark>() : grammar.find(text, tokens, group);
}

std::vector<Mark> cell_marks(const TokenText& text, Span tokens, const Grammar& grammar) {
  std::vector<Mark> marks = sentence_marks(text, tokens, grammar);
  std::erase_if(marks, [](const Mark& mark) { return role_of(mark) == DeadlineRole::governor; });
  std::string_view group = group_name(grammar, "cell");
  if (group.empty()) return marks;
  std::vector<Mark> own = grammar.find(text, tokens, group);  // of equals, the cell's own rule is first
  marks.insert(marks.begin(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  std::ranges::stable_sort(marks, [](const Mark& a, const Mark& b) {
    return a.tokens.from != b.tokens.from ? a.tokens.from < b.tokens.from : a.tokens.to > b.tokens.to;
  });
  std::uint32_t end = 0;
  std::erase_if(marks, [&end](const Mark& mark) {
    if (mark.tokens.from < end) return true;
    end = mark.tokens.to;
    return false;
  });
  return marks;
}

FoundDeadline found_deadline(const Mark& mark, Span tokens, const TokenText& text,
                             std::string_view document_text, const DeadlineBasis& basis,
                             const Grammar& grammar) {
  FoundDeadline found;
  found.deadline = deadline_of(mark.kind, mark.value, basis).value_or(Deadline());
  found.deadline.text = wording(text, document_text, tokens);
  found.deadline.span = text.source(tokens);
  found.deadline.rule = std::string(grammar.rule_name(mark.rule));
  found.tokens = tokens;
  found.removal = tokens;
  return found;
}

DeadlineBasis basis_for(const std::vector<Mark>& marks, const DeadlineContext& context,
                        const Grammar& grammar) {
  DeadlineBasis basis;
  basis.document_date = context.document_date;
  bool counts_working_days = std::ranges::any_of(
      marks, [](const Mark& mark) { return mark.value.find("working") != std::string::npos; });
  if (counts_working_days) basis.working_days = working_calendar(grammar);
  return basis;
}

}  // namespace protokol
