// Readings of one passage, put together.
#include "record/wording.h"

#include <algorithm>

namespace protokol {

namespace {

constexpr std::string_view separators = ",;:-";

/// Which tokens of a passage go, with the signs that then part nothing.
class Remainder {
 public:
  Remainder(const Passage& passage, const std::vector<Span>& removed) : passage_(passage), gone_(passage.tokens.size(), false) {
    for (const Span span : removed) {
      for (std::uint32_t t = std::max(span.from, passage.tokens.from); t < std::min(span.to, passage.tokens.to); ++t) {
        gone_[t - passage.tokens.from] = true;
      }
    }
    if (removed.empty()) return;
    drop_empty_brackets();
    drop_loose_ends();
  }

  std::string text() const {
    std::string text;
    for (std::uint32_t from = passage_.tokens.from; from < passage_.tokens.to;) {
      std::uint32_t to = from;
      while (to < passage_.tokens.to && gone(to) == gone(from)) ++to;
      if (!gone(from)) append(text, {from, to});
      from = to;
    }
    return text;
  }

  bool has_words() const {
    for (std::uint32_t t = passage_.tokens.from; t < passage_.tokens.to; ++t) {
      if (!gone(t) && passage_.token(t).kind != TokenKind::sign) return true;
    }
    return false;
  }

 private:
  bool gone(std::uint32_t token) const { return gone_[token - passage_.tokens.from]; }
  void drop(std::uint32_t token) { gone_[token - passage_.tokens.from] = true; }
  bool is(std::uint32_t token, std::string_view signs) const { return is_sign(*passage_.text, token, signs); }

  void append(std::string& text, Span tokens) const {
    const bool sign = is(tokens.from, ".,;:)!?");
    if (!text.empty() && !sign) text += ' ';
    text += wording(passage_.within(tokens));
  }

  /// «( … )» whose whole content went.
  void drop_empty_brackets() {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::uint32_t open = none;
    bool touched = false;
    for (std::uint32_t t = passage_.tokens.from; t < passage_.tokens.to; ++t) {
      if (gone(t)) {
        touched = true;
      } else if (is(t, "([")) {
        open = t;
        touched = false;
      } else if (is(t, ")]")) {
        if (open != none && touched) drop(open), drop(t);
        open = none;
      } else if (!is(t, ",;.")) {
        open = none;
      }
    }
  }

  /// Separators at the end, and before a full stop that the phrase left behind.
  void drop_loose_ends() {
    for (std::uint32_t t = passage_.tokens.to; t-- > passage_.tokens.from;) {
      if (gone(t)) continue;
      if (!is(t, separators) && !(is(t, ".") && behind_gap(t))) return;
      drop(t);
    }
  }

  /// A full stop with nothing but gone tokens and separators between it and another sign.
  bool behind_gap(std::uint32_t token) const {
    return token > passage_.tokens.from && gone(token - 1);
  }

  Passage passage_;
  std::vector<bool> gone_;
};

void strip_final_semicolon(std::string& text) {
  while (!text.empty() && (text.back() == ';' || text.back() == ' ')) text.pop_back();
}

std::vector<Span> in_order(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, [](Span span) { return span.from; });
  return spans;
}

}  // namespace

std::string wording_without(const Passage& passage, const std::vector<Span>& removed) {
  std::string text = Remainder(passage, removed).text();
  strip_final_semicolon(text);
  return text;
}

Wording read_wording(const Passage& passage, const std::optional<Date>& document_date, const Language& language) {
  Wording result;
  if (passage.empty()) return result;
  result.duties = find_duties(passage, language);
  result.votes = find_votes(passage, language);
  std::vector<Span> taken, removed;
  const auto claim = [&](Span tokens, const std::string& rule) {
    result.claims.push_back({source(passage.within(tokens)), rule, "", wording(passage.within(tokens))});
  };
  for (const FoundDuty& duty : result.duties) {
    taken.push_back(duty.tokens);
    if (!duty.removal.empty()) removed.push_back(duty.removal);
    claim(duty.tokens, duty.rule);
  }
  for (const FoundVote& vote : result.votes) {
    taken.push_back(vote.tokens);
    if (!vote.removal.empty()) removed.push_back(vote.removal);
    claim(vote.tokens, vote.vote.rule);
  }
  result.deadlines = find_deadlines(*passage.text, passage.document, passage.tokens, {document_date, in_order(taken)},
                                    language.grammar, language.dictionary);
  for (const FoundDeadline& deadline : result.deadlines) {
    if (deadline.cut) removed.push_back(deadline.removal);
    claim(deadline.tokens, deadline.deadline.rule);
  }
  const Remainder rest(passage, removed);
  if (rest.has_words()) {
    result.text = {rest.text(), source(passage), "decision.text"};
    strip_final_semicolon(result.text.value);
  }
  return result;
}

}  // namespace protokol
