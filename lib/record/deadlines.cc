// Deadlines in the wording of a decision: which time phrases are deadlines, how far an event goes, and which
// phrases leave the wording.
#include "record/deadlines.h"

#include <algorithm>

#include "record/deadline_marks.h"
#include "record/deadline_sentence.h"

namespace protokol {

namespace {

/// One accepted deadline on its way to the result.
struct Candidate {
  std::size_t mark = 0;
  Span tokens;
  bool labelled = false;
  bool apart = false;    ///< a separator, a label or a sentence's start stands before it
  bool closing = false;  ///< nothing but claimed tokens and signs follows in its sentence
  Span whole;            ///< with its label
};

class SentenceReading {
 public:
  SentenceReading(const TokenText& text, Span tokens, const DeadlineContext& context, const Grammar& grammar,
                  const Dictionary& dictionary)
      : text_(text),
        marks_(sentence_marks(text, tokens, grammar)),
        basis_(basis_for(marks_, context, grammar)),
        sentences_(text, tokens, context.taken, occupied(marks_)),
        words_(text, dictionary) {}

  std::vector<FoundDeadline> read(std::string_view document_text, const Grammar& grammar) {
    for (std::size_t i = 0; i < marks_.size(); ++i) consider(i);
    std::vector<FoundDeadline> found;
    for (const Candidate& candidate : accepted_) {
      found.push_back(
          found_deadline(marks_[candidate.mark], candidate.tokens, text_, document_text, basis_, grammar));
      if (candidate.labelled) found.back().items = label_before(candidate.mark)->value;
    }
    mark_removals(found);
    return found;
  }

 private:
  static std::vector<Span> occupied(const std::vector<Mark>& marks) {
    std::vector<Span> spans;
    for (const Mark& mark : marks) spans.push_back(mark.tokens);
    return spans;
  }

  const Mark* label_before(std::size_t i) const {
    if (i == 0 || role_of(marks_[i - 1]) != DeadlineRole::label) return nullptr;
    for (std::uint32_t t = marks_[i - 1].tokens.to; t < marks_[i].tokens.from; ++t) {
      if (!is_sign(text_, t, ":-,\"*(")) return nullptr;
    }
    return &marks_[i - 1];
  }

  void consider(std::size_t i) {
    DeadlineRole role = role_of(marks_[i]);
    using enum DeadlineRole;
    if (role == label || role == joint || role == governor || role == none) return;
    if (!accepted_.empty() && marks_[i].tokens.from < accepted_.back().tokens.to) return;
    Candidate candidate;
    candidate.mark = i;
    candidate.tokens = marks_[i].tokens;
    if (role == event) candidate.tokens.to = event_end(i);
    candidate.whole = candidate.tokens;
    if (const Mark* label = label_before(i)) {
      candidate.labelled = true;
      candidate.whole.from = label->tokens.from;
    }
    candidate.apart =
        candidate.labelled || follows_deadline(candidate) || sentences_.opens(candidate.whole.from);
    candidate.closing = sentences_.closes(after_joined(i, candidate.tokens.to));
    if (is_deadline(candidate, role)) accepted_.push_back(candidate);
  }

  /// Is the deadline before it only a comma, a dash or «далее» away?
  bool follows_deadline(const Candidate& candidate) const {
    if (accepted_.empty()) return false;
    return joined(accepted_.back().tokens.to, candidate.whole.from);
  }

  /// Only signs, joints and labels stand in tokens [from, to).
  bool joined(std::uint32_t from, std::uint32_t to) const {
    while (from < to) {
      const Mark* linking = mark_at(from);
      if (linking && (role_of(*linking) == DeadlineRole::joint || role_of(*linking) == DeadlineRole::label)) {
        from = linking->tokens.to;
      } else if (is_sign(text_, from, ",-;:")) {
        ++from;
      } else {
        return false;
      }
    }
    return true;
  }

  const Mark* mark_at(std::uint32_t token) const {
    for (const Mark& mark : marks_) {
      if (mark.tokens.contains(token)) return &mark;
    }
    return nullptr;
  }

  /// Past the deadlines that are joined to the one that ends at `end`.
  std::uint32_t after_joined(std::size_t i, std::uint32_t end) const {
    for (std::size_t next = i + 1; next < marks_.size(); ++next) {
      DeadlineRole role = role_of(marks_[next]);
      if (role == DeadlineRole::none || role == DeadlineRole::governor || role == DeadlineRole::event) break;
      if (marks_[next].tokens.from < end) continue;
      if (!joined(end, marks_[next].tokens.from)) break;
      if (role != DeadlineRole::label && role != DeadlineRole::joint) end = marks_[next].tokens.to;
    }
    return end;
  }

  /// An event's words go on to a sign, to a verb or to the next mark; a clause that a participle opens
  /// belongs to it.
  std::uint32_t event_end(std::size_t i) const {
    Span sentence = sentences_.around(marks_[i].tokens.from);
    std::uint32_t end = marks_[i].tokens.to;
    std::uint32_t limit = sentence.to;
    if (i + 1 < marks_.size()) limit = std::min(limit, marks_[i + 1].tokens.from);
    bool in_clause = false;
    for (std::uint32_t t = end; t < limit; ++t) {
      if (is_sign(text_, t, ",") && !in_clause && t + 1 < limit && words_.is_participle(t + 1)) {
        in_clause = true;
      } else if (is_sign(text_, t, "\"№-") || text_.tokens[t].kind == TokenKind::number) {
        continue;
      } else if (!is_word(text_, t) || words_.is_infinitive(t) || sentences_.is_taken(t)) {
        break;
      } else {
        end = t + 1;
        continue;
      }
    }
    return with_last_number(end, limit);
  }

  /// «после п. 1», «к празднику № 2»: a number that ends the event belongs to it.
  std::uint32_t with_last_number(std::uint32_t end, std::uint32_t limit) const {
    if (end < limit && text_.tokens[end].kind == TokenKind::number) return end + 1;
    if (end + 1 < limit && is_sign(text_, end, "№") && text_.tokens[end + 1].kind == TokenKind::number)
      return end + 2;
    return end;
  }

  // ---- is it a deadline at all?

  bool is_deadline(const Candidate& candidate, DeadlineRole role) const {
    std::uint32_t from = candidate.whole.from;
    if (sentences_.is_quoted(from) || sentences_.is_taken(from)) return false;
    if (governed_by_void(candidate)) return false;
    if (candidate.labelled) return true;
    if (sentences_.in_bracket(from) && !candidate.apart) return false;
    if (!candidate.apart && from > 0 && words_.is_participle(from - 1)) return false;
    if (candidate.apart && candidate.closing) return true;
    switch (role) {
      case DeadlineRole::adverb:
        return !words_.is_participle(candidate.tokens.to);
      case DeadlineRole::event:
        return event_is_deadline(candidate);
      case DeadlineRole::loose:
        return loose_is_deadline(candidate);
      default:
        return true;
    }
  }

  /// The verb that the phrase hangs on takes its day as content: «продлить до мая», «назначить с мая».
  bool governed_by_void(const Candidate& candidate) const {
    Span sentence = sentences_.around(candidate.whole.from);
    std::optional<std::uint32_t> verb = words_.verb_of(candidate.whole, sentence);
    std::string_view kind = marks_[candidate.mark].kind;
    bool starts = kind == "from" || kind == "span" || kind == "days" || kind == "in";
    for (const Mark& mark : marks_) {
      if (role_of(mark) != DeadlineRole::governor || !sentence.contains(mark.tokens.from)) continue;
      if (verb && !mark.tokens.contains(*verb) && words_.is_infinitive(*verb)) continue;
      if (mark.value.empty() ? kind != "event" : starts) return true;
    }
    return false;
  }

  bool event_is_deadline(const Candidate& candidate) const {
    if (candidate.closing || sentences_.opens(candidate.whole.from)) return true;
    return words_.is_infinitive(candidate.tokens.to) || sentences_.ends_clause(candidate.tokens.to);
  }

  /// A bare day or stretch inside the sentence: beside the verb, or at the end and not yet over.
  bool loose_is_deadline(const Candidate& candidate) const {
    const Mark& mark = marks_[candidate.mark];
    bool beside_verb = words_.is_infinitive(candidate.tokens.to) ||
                       (candidate.whole.from > 0 && words_.is_infinitive(candidate.whole.from - 1));
    if (is_over(mark)) return false;
    if (beside_verb) return true;
    if (mark.kind == "in" && is_running(mark)) return false;
    if (candidate.closing) return true;
    Span sentence = sentences_.around(candidate.whole.from);
    return mark.kind != "in" && words_.verb_before(candidate.whole.from, sentence);
  }

  /// It ended before the document's day.
  bool is_over(const Mark& mark) const {
    auto deadline = deadline_of(mark.kind, mark.value, basis_);
    return basis_.document_date && deadline && !deadline->end.empty() &&
           deadline->end < to_iso(*basis_.document_date);
  }

  /// The document's day lies in it, and it is a year or more: «в 2020 году» said in 2020 tells of what goes
  /// on.
  bool is_running(const Mark& mark) const {
    auto deadline = deadline_of(mark.kind, mark.value, basis_);
    if (!basis_.document_date || !deadline || deadline->start.empty()) return false;
    if (!mark.value.starts_with("year") && !mark.value.starts_with("schoolyear")) return false;
    return deadline->start <= to_iso(*basis_.document_date);
  }

  // ---- what leaves the wording

  void mark_removals(std::vector<FoundDeadline>& found) const {
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Candidate& candidate = accepted_[i];
      bool bracket = sentences_.in_bracket(candidate.whole.from) && candidate.apart;
      found[i].cut = candidate.closing || bracket;
      if (!found[i].cut) continue;
      found[i].removal = sentences_.with_separators(with_joint(candidate.whole), candidate.closing);
    }
  }

  /// «, далее ежеквартально» goes with its «далее».
  Span with_joint(Span whole) const {
    for (bool again = true; again && whole.from > 0;) {
      std::uint32_t before = whole.from - 1;
      while (before > 0 && is_sign(text_, before, ",-")) --before;
      const Mark* mark = mark_at(before);
      again = mark && role_of(*mark) == DeadlineRole::joint && sentences_.around(whole.from).contains(before);
      if (again) whole.from = mark->tokens.from;
    }
    return whole;
  }

  const TokenText& text_;
  std::vector<Mark> marks_;
  DeadlineBasis basis_;
  Sentences sentences_;
  SentenceWords words_;
  std::vector<Candidate> accepted_;
};

}  // namespace

std::vector<FoundDeadline> find_deadlines(const TokenText& text, std::string_view document_text, Span tokens,
                                          const DeadlineContext& context, const Grammar& grammar,
                                          const Dictionary& dictionary) {
  return SentenceReading(text, tokens, context, grammar, dictionary).read(document_text, grammar);
}

}  // namespace protokol
