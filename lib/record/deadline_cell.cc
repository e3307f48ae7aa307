// Deadlines of a labelled place: every mark counts, and what no rule understands is an event.
#include <algorithm>
#include <array>

#include "record/deadline_marks.h"

namespace protokol {

namespace {

/// `tokens` without separators at either end.
Span trimmed(const TokenText& text, Span tokens) {
  while (!tokens.empty() && is_sign(text, tokens.from, ".,;:-()[]\"*_/|!")) ++tokens.from;
  while (!tokens.empty() && is_sign(text, tokens.to - 1, ".,;:-([\"*_/|!")) --tokens.to;
  if (!tokens.empty() && is_sign(text, tokens.to - 1, ")]")) {
    bool opened = false;
    for (std::uint32_t i = tokens.from; i < tokens.to; ++i) opened = opened || is_sign(text, i, "([");
    if (!opened) return trimmed(text, {tokens.from, tokens.to - 1});
  }
  return tokens;
}

bool has_letters(const TokenText& text, Span tokens) {
  for (std::uint32_t i = tokens.from; i < tokens.to; ++i) {
    if (is_word(text, i)) return true;
  }
  return false;
}

/// What follows a deadline up to its next neighbour belongs to it where it stands in brackets, or where the
/// deadline is an event, whose words no rule knows.
Span with_tail(const TokenText& text, const Mark& mark, std::uint32_t next) {
  Span whole = mark.tokens;
  bool bracket = is_sign(text, whole.to, "(");
  if (role_of(mark) != DeadlineRole::event && !bracket) return whole;
  Span tail = trimmed(text, {whole.to, next});
  if (!has_letters(text, tail)) return whole;
  whole.to = tail.to;
  if (bracket && is_sign(text, whole.to, ")")) ++whole.to;
  return whole;
}

class CellReading {
 public:
  CellReading(const TokenText& text, std::string_view document_text, const Grammar& grammar)
      : text_(text), document_text_(document_text), grammar_(grammar) {}

  std::vector<FoundDeadline> read(Span tokens, const DeadlineContext& context) {
    Span place = trimmed(text_, tokens);
    if (place.to < tokens.to && is_sign(text_, place.to, ".")) ++place.to;  // it may belong to «г.»
    std::vector<Mark> marks = cell_marks(text_, place, grammar_);
    if (marks.size() == 1 && role_of(marks[0]) == DeadlineRole::none &&
        trimmed(text_, marks[0].tokens) == trimmed(text_, place))
      return {};
    std::erase_if(marks, [](const Mark& mark) { return role_of(mark) == DeadlineRole::none; });
    DeadlineBasis basis = basis_for(marks, context, grammar_);
    std::uint32_t unread = place.from;  // from here to the next mark nothing is understood
    std::string items;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      DeadlineRole role = role_of(marks[i]);
      std::uint32_t next = i + 1 < marks.size() ? marks[i + 1].tokens.from : place.to;
      Span whole = marks[i].tokens;
      if (role == DeadlineRole::label) {
        items = marks[i].value;
      } else if (role != DeadlineRole::joint) {
        whole = with_tail(text_, marks[i], next);
        found_.push_back(found_deadline(marks[i], whole, text_, document_text_, basis, grammar_));
        found_.back().items = items;
      }
      unread = whole.to;
    }
    if (found_.empty()) add_event({unread, place.to}, items);
    return std::move(found_);
  }

 private:
  void add_event(Span tokens, const std::string& items) {
    tokens = trimmed(text_, tokens);
    if (!has_letters(text_, tokens)) return;
    FoundDeadline event;
    event.deadline.text = wording(text_, document_text_, tokens);
    event.deadline.span = text_.source(tokens);
    event.deadline.rule = "deadline.event";
    event.tokens = event.removal = tokens;
    event.items = items;
    found_.push_back(std::move(event));
  }

  const TokenText& text_;
  std::string_view document_text_;
  const Grammar& grammar_;
  std::vector<FoundDeadline> found_;
};

}  // namespace

std::vector<FoundDeadline> read_deadlines(const TokenText& text, std::string_view document_text, Span tokens,
                                          const DeadlineContext& context, const Grammar& grammar) {
  return CellReading(text, document_text, grammar).read(tokens, context);
}

std::string dump(const std::vector<FoundDeadline>& deadlines) {
  constexpr std::array<std::string_view, 7> types{"date",     "period",    "ongoing", "recurring",
                                                  "relative", "immediate", "event"};
  std::string all;
  for (const FoundDeadline& found : deadlines) {
    const Deadline& deadline = found.deadline;
    if (!all.empty()) all += " | ";
    all += types[static_cast<std::size_t>(deadline.type)];
    if (!deadline.start.empty()) all += " start=" + deadline.start;
    if (!deadline.end.empty()) all += " end=" + deadline.end;
    if (!deadline.rrule.empty()) all += " " + deadline.rrule;
    if (!deadline.duration.empty()) all += " " + deadline.duration;
    if (deadline.working_days) all += " working";
    if (!found.items.empty()) all += " items=" + found.items;
    all += " «" + deadline.text + "»";
  }
  return all;
}

}  // namespace protokol
