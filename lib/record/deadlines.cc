// Deadlines in the wording of a decision: which time phrases are deadlines, how far an event goes, and which
// phrases leave the wording.
#include "record/deadlines.h"

#include <algorithm>
#include <span>
#include <utility>

#include "record/deadline_marks.h"
#include "record/deadline_sentence.h"

namespace protokol {

namespace {

/// One time phrase on its way to the result.
struct Candidate {
  std::string_view kind;
  FoundDeadline found;
  Span whole;  ///< with its label
  bool labelled = false;
  bool apart = false;    ///< a separator, a label or the sentence's start stands before it
  bool closing = false;  ///< nothing but claimed tokens and signs follows it in its sentence
  bool chained = false;  ///< only a comma or «далее» parts it from the deadline before it
};

class SentenceReading {
 public:
  SentenceReading(const TokenText& text, std::string_view document_text, Span tokens,
                  const DeadlineContext& context, const Grammar& grammar, const Dictionary& dictionary)
      : text_(text),
        document_text_(document_text),
        range_(tokens),
        context_(context),
        grammar_(grammar),
        marks_(sentence_marks(text, tokens, grammar)),
        basis_(basis_for(marks_, context, grammar)),
        sentences_(text, document_text, tokens, context.taken, occupied(marks_)),
        words_(text, dictionary) {}

  std::vector<FoundDeadline> read() {
    find_chains();
    for (std::size_t i = 0; i < marks_.size(); ++i) consider(i);
    in_text_ = accepted_.size();
    read_labelled_places();
    in_places_ = accepted_.size();
    read_tails();
    std::ranges::stable_sort(accepted_, {}, [](const Candidate& one) { return one.found.tokens.from; });
    join_closing();
    std::vector<FoundDeadline> found;
    for (Candidate& candidate : accepted_) {
      set_removal(candidate);
      found.push_back(std::move(candidate.found));
    }
    return found;
  }

 private:
  static std::vector<Span> occupied(const std::vector<Mark>& marks) {
    std::vector<Span> spans;
    for (const Mark& mark : marks) spans.push_back(mark.tokens);
    return spans;
  }

  void consider(std::size_t i) {
    const Mark& mark = marks_[i];
    DeadlineRole role = role_of(mark);
    using enum DeadlineRole;
    if (role == label || role == joint || role == governor || role == items || role == none) return;
    if (!accepted_.empty() && mark.tokens.from < accepted_.back().found.tokens.to) return;
    const Span tokens{mark.tokens.from, ends_[i]};
    Candidate candidate;
    candidate.kind = mark.value == "stretch" ? "in" : std::string_view(mark.kind);
    candidate.found = found_deadline(mark, tokens, text_, document_text_, basis_, grammar_);
    candidate.whole = {tokens.from, behind_items(i)};
    if (const Mark* named = items_behind(i)) candidate.found.items = named->value;
    if (const Mark* label = label_before(i)) {
      candidate.labelled = true;
      candidate.whole.from = label->tokens.from;
      if (candidate.found.items.empty()) candidate.found.items = label->value;
    }
    candidate.chained = !accepted_.empty() && joined(accepted_.back().whole.to, candidate.whole.from);
    candidate.apart = candidate.labelled || candidate.chained || sentences_.opens(candidate.whole.from);
    candidate.closing = sentences_.closes(chain_ends_[i]);
    if (is_deadline(candidate, mark)) accepted_.push_back(std::move(candidate));
  }

  // ---- marks beside marks

  const Mark* label_before(std::size_t i) const {
    if (i == 0 || role_of(marks_[i - 1]) != DeadlineRole::label) return nullptr;
    for (std::uint32_t t = marks_[i - 1].tokens.to; t < marks_[i].tokens.from; ++t) {
      if (!is_sign(text_, t, ":-,\"*(")) return nullptr;
    }
    return &marks_[i - 1];
  }

  /// «15 августа | (подпункт «а»)»
  const Mark* items_behind(std::size_t i) const {
    const Mark* next = i + 1 < marks_.size() ? &marks_[i + 1] : nullptr;
    const bool behind = next && role_of(*next) == DeadlineRole::items && next->tokens.from == ends_[i];
    return behind ? next : nullptr;
  }

  std::uint32_t behind_items(std::size_t i) const {
    const Mark* named = items_behind(i);
    return named ? named->tokens.to : ends_[i];
  }

  const Mark* mark_at(std::uint32_t token) const {
    auto mark = std::ranges::upper_bound(marks_, token, {}, [](const Mark& one) { return one.tokens.to; });
    return mark != marks_.end() && mark->tokens.contains(token) ? &*mark : nullptr;
  }

  /// Only signs, joints and labels stand in tokens [from, to).
  bool joined(std::uint32_t from, std::uint32_t to) const {
    while (from < to) {
      const Mark* linking = mark_at(from);
      if (linking && (role_of(*linking) == DeadlineRole::joint || role_of(*linking) == DeadlineRole::label)) {
        from = linking->tokens.to;
      } else if (is_sign(text_, from, ",-:")) {
        ++from;
      } else {
        return false;
      }
    }
    return true;
  }

  /// Where each mark ends, an event with its words, and where the deadlines end that are joined to it.
  void find_chains() {
    ends_.resize(marks_.size());
    chain_ends_.resize(marks_.size());
    for (std::size_t i = marks_.size(); i-- > 0;) {
      bool event = role_of(marks_[i]) == DeadlineRole::event;
      ends_[i] = event ? event_end(i) : marks_[i].tokens.to;
      // Labels and joints begin no chain: to look through a long run of them from each would be the square.
      chain_ends_[i] = links(marks_[i]) ? ends_[i] : after_joined(i);
    }
  }

  static bool links(const Mark& mark) {
    return role_of(mark) == DeadlineRole::label || role_of(mark) == DeadlineRole::joint;
  }

  std::uint32_t after_joined(std::size_t i) const {
    for (std::size_t next = i + 1; next < marks_.size(); ++next) {
      DeadlineRole role = role_of(marks_[next]);
      if (role == DeadlineRole::none || role == DeadlineRole::governor) break;
      if (marks_[next].tokens.from < ends_[i] || role == DeadlineRole::label || role == DeadlineRole::joint ||
          role == DeadlineRole::items)
        continue;
      return joined(behind_items(i), marks_[next].tokens.from) ? chain_ends_[next] : behind_items(i);
    }
    return behind_items(i);
  }

  /// An event's words go on to a sign, to a verb or to the next mark; a clause that a participle opens
  /// belongs to it.
  std::uint32_t event_end(std::size_t i) const {
    std::uint32_t end = marks_[i].tokens.to;
    std::uint32_t limit = sentences_.around(marks_[i].tokens.from).to;
    if (i + 1 < marks_.size()) limit = std::min(limit, marks_[i + 1].tokens.from);
    bool stops_at_preposition = marks_[i].value == "short";
    bool governed = false;  // a preposition within it may govern an object
    for (std::uint32_t t = end; t < limit && !sentences_.is_taken(t); ++t) {
      bool clause = is_sign(text_, t, ",") && words_.is_participle(t + 1);
      bool inside = marks_[i].value == "clause" && is_word(text_, t) && !words_.is_infinitive(t);
      if (inside) end = t + 1;
      if (inside || clause || is_sign(text_, t, "\"№") || text_.tokens[t].kind == TokenKind::number) continue;
      if (is_sign(text_, t, "-") && !text_.tokens[t].space_before) {
        const bool numbered = t + 1 < limit && text_.tokens[t + 1].kind == TokenKind::number;
        if (numbered && !text_.tokens[t + 1].space_before) end = t + 2;  // «подписания КС-2»
        continue;
      }
      if (!is_word(text_, t) || words_.is_infinitive(t) || words_.is_only_finite(t)) break;
      bool preposition = words_.is_preposition(t);
      if (preposition && stops_at_preposition) break;
      if (!governed && (words_.is_direct_noun(t) || words_.is_actor_before_verb(t))) break;
      governed = governed || preposition;
      end = t + 1;
    }
    if (end > marks_[i].tokens.to && words_.is_conjunction(end - 1)) --end;
    if (end < limit && is_sign(text_, end, "\"")) ++end;
    if (end < limit && text_.tokens[end].kind == TokenKind::number) ++end;
    return end;
  }

  // ---- is it a deadline at all?

  bool is_deadline(const Candidate& candidate, const Mark& mark) const {
    std::uint32_t from = candidate.whole.from;
    if (sentences_.is_quoted(from) || sentences_.is_taken(from) || governed_by_void(candidate)) return false;
    if (mark.kind == "in" && words_.is_attribute(mark.tokens.from)) return false;
    if (candidate.labelled) return true;
    if (sentences_.in_bracket(from) && !candidate.apart) return false;
    if (!candidate.apart && words_.in_finite_clause(candidate.whole, sentences_.around(from))) return false;
    if (mark.kind == "from" && is_over(candidate.found.deadline.start)) return false;
    DeadlineRole role = role_of(mark);
    if (role != DeadlineRole::adverb && role != DeadlineRole::event && mark.kind != "within" &&
        !candidate.apart && words_.participle_before(from, range_)) {
      return false;
    }
    if (candidate.apart && candidate.closing) return true;
    switch (role) {
      case DeadlineRole::adverb:
        return !words_.is_participle(candidate.found.tokens.to);
      case DeadlineRole::event:
        return mark.value == "short" || event_is_deadline(candidate);
      case DeadlineRole::loose:
        return loose_is_deadline(candidate, mark);
      default:
        return true;
    }
  }

  /// The verb that the phrase hangs on takes its day as content: «продлить до мая», «назначить с мая».
  bool governed_by_void(const Candidate& candidate) const {
    Span sentence = sentences_.around(candidate.whole.from);
    std::string_view kind = candidate.kind;
    bool starts = kind == "from" || kind == "span" || kind == "days" || kind == "in";
    const auto governs = [&](const Governors& found) {
      if (found.any) return true;
      return (found.starts && starts && !candidate.labelled) ||
             (found.all_but_events && kind != "event" && kind != "immediate");
    };
    std::optional<std::uint32_t> verb = words_.verb_of(candidate.whole, sentence);
    if (!verb) return governs(governors_in(sentence));
    const Mark* mark = mark_at(*verb);
    return mark && sentence.contains(mark->tokens.from) && governs(governors_of(*mark));
  }

  /// Which phrases the governors take: all, all but events, those that begin something.
  struct Governors {
    bool any = false, all_but_events = false, starts = false;
  };

  static Governors governors_of(const Mark& mark) {
    if (role_of(mark) != DeadlineRole::governor) return {};
    bool starts = mark.value == "from";
    return {mark.value.empty(), !mark.value.empty() && !starts, starts};
  }

  const Governors& governors_in(Span sentence) const {
    if (sentence == governed_) return governors_;
    governed_ = sentence;
    governors_ = {};
    auto mark =
        std::ranges::lower_bound(marks_, sentence.from, {}, [](const Mark& one) { return one.tokens.from; });
    for (; mark != marks_.end() && mark->tokens.from < sentence.to; ++mark) {
      const Governors own = governors_of(*mark);
      governors_.any = governors_.any || own.any;
      governors_.all_but_events = governors_.all_but_events || own.all_but_events;
      governors_.starts = governors_.starts || own.starts;
    }
    return governors_;
  }

  bool event_is_deadline(const Candidate& candidate) const {
    std::uint32_t to = candidate.found.tokens.to;
    std::uint32_t from = candidate.whole.from;
    if (from > range_.from && words_.is_infinitive(from - 1)) return true;
    return candidate.closing || sentences_.opens(from) || words_.is_infinitive(to) ||
           sentences_.ends_clause(to);
  }

  bool is_over(std::string_view day) const {
    return context_.document_date && !day.empty() && day < to_iso(*context_.document_date);
  }

  /// A day without a year that comes again only after most of a year has just been: «участников слёта 13
  /// мая».
  bool is_last_years(const Deadline& deadline) const {
    constexpr int most_of_a_year = 300;
    return context_.document_date &&
           deadline.end > to_iso(add_days(*context_.document_date, most_of_a_year)) &&
           deadline.type == DeadlineType::date;
  }

  /// A bare day or stretch inside the sentence: beside the verb, or at its end and not yet over.
  bool loose_is_deadline(const Candidate& candidate, const Mark& mark) const {
    const Deadline& deadline = candidate.found.deadline;
    std::uint32_t from = candidate.whole.from, to = candidate.found.tokens.to;
    if (is_over(deadline.end)) return false;
    std::string today = context_.document_date ? to_iso(*context_.document_date) : std::string();
    if (!candidate.apart && is_last_years(deadline)) return false;
    if (words_.is_infinitive(to) || (from > range_.from && words_.is_infinitive(from - 1))) return true;
    if (candidate.apart && sentences_.ends_clause(to)) return true;
    // «в 2020 году» said in 2020 tells of what goes on.
    bool year = mark.value.starts_with("year") || mark.value.starts_with("schoolyear");
    if (year && !deadline.start.empty() && deadline.start <= today) return false;
    if (candidate.closing) return true;
    Span sentence = sentences_.around(from);
    if (from == sentence.from && words_.verb_of(candidate.whole, sentence)) return true;
    // «проверить счета в январе 2025 г., о результатах доложить»: ahead, and the clause ends with it.
    const bool inside =
        mark.kind == "in" && (today.empty() || deadline.start <= today || !sentences_.ends_clause(to));
    return !inside && words_.verb_before(from, sentence);
  }

  // ---- places that hold nothing but a deadline

  /// Behind a label that no known phrase follows, everything is the deadline: «срок – Великий пост».
  void read_labelled_places() {
    for (const Mark& mark : marks_) {
      if (role_of(mark) != DeadlineRole::label) continue;
      std::uint32_t end = sentences_.piece_end(mark.tokens.to);
      if (is_used({mark.tokens.from, end}) || !sentences_.closes_piece(end) || !is_place(mark, end)) continue;
      for (FoundDeadline& found :
           read_deadlines(text_, document_text_, {mark.tokens.to, end}, context_, grammar_)) {
        if (found.items.empty()) found.items = mark.value;
        accept_place(std::move(found), {}, mark.tokens.from);
      }
    }
  }

  /// Does the label's sign, or one known phrase and nothing else behind it, make it a place of its own?
  bool is_place(const Mark& label, std::uint32_t end) const {
    if (is_sign(text_, label.tokens.to - 1, ":-") || is_sign(text_, label.tokens.to, ":-")) return true;
    while (end > label.tokens.to && is_sign(text_, end - 1, ".;,")) --end;
    std::vector<Mark> marks = cell_marks(text_, {label.tokens.to, end}, grammar_);
    return marks.size() == 1 && marks[0].tokens == Span{label.tokens.to, end} &&
           role_of(marks[0]) != DeadlineRole::none;
  }

  /// A phrase that only a table cell would have, alone behind the last separator: «– 3 рабочих дня».
  void read_tails() {
    for (Span tail : sentences_.tails()) {
      if (is_judged(tail) || is_found(tail) || sentences_.is_quoted(tail.from)) continue;
      std::vector<Mark> marks = cell_marks(text_, tail, grammar_);
      if (marks.size() != 1 || marks[0].tokens != tail || marks[0].kind == "none" || marks[0].kind == "event")
        continue;
      // «стажировку (14 часов)»: how long it lasts
      const bool hours = marks[0].kind == "within" && marks[0].value.find(" H") != std::string::npos;
      if (hours && sentences_.in_bracket(tail.from)) continue;
      DeadlineBasis basis = basis_for(marks, context_, grammar_);
      accept_place(found_deadline(marks[0], tail, text_, document_text_, basis, grammar_), marks[0].kind,
                   tail.from);
    }
  }

  /// What is accepted stands in three runs, each in order: that of the text, of places, of tails.
  template <typename SpanOf>
  bool meets_accepted(Span tokens, SpanOf span_of) const {
    const auto meets = [&](std::size_t from, std::size_t to) {
      const std::span run = std::span(accepted_).subspan(from, to - from);
      const auto next = std::ranges::upper_bound(run, tokens.from, {},
                                                 [&](const Candidate& one) { return span_of(one).to; });
      return next != run.end() && span_of(*next).overlaps(tokens);
    };
    const std::size_t places = std::min(in_places_, accepted_.size());
    return meets(0, in_text_) || meets(in_text_, places) || meets(places, accepted_.size());
  }
  bool is_used(Span tokens) const {
    return meets_accepted(tokens, [](const Candidate& one) { return one.whole; });
  }
  bool is_found(Span tokens) const {
    return meets_accepted(tokens, [](const Candidate& one) { return one.found.tokens; });
  }

  bool is_judged(Span tail) const {
    auto mark =
        std::ranges::upper_bound(marks_, tail.from, {}, [](const Mark& one) { return one.tokens.to; });
    for (; mark != marks_.end() && mark->tokens.from < tail.to; ++mark) {
      if (role_of(*mark) != DeadlineRole::none || mark->tokens.from < tail.from) return true;
    }
    return false;
  }

  void accept_place(FoundDeadline found, std::string_view kind, std::uint32_t from) {
    Candidate candidate;
    candidate.kind = kind;
    candidate.labelled = from < found.tokens.from;
    candidate.whole = {from, found.tokens.to};
    candidate.apart = true;
    candidate.closing = sentences_.closes(found.tokens.to);
    candidate.found = std::move(found);
    if (!governed_by_void(candidate)) accepted_.push_back(std::move(candidate));
  }

  // ---- what leaves the wording

  /// «внести до 1 сентября и до 1 декабря»: both close the sentence.
  void join_closing() {
    for (std::size_t i = accepted_.size(); i-- > 1;) {
      Candidate& second = accepted_[i];
      Candidate& first = accepted_[i - 1];
      const bool joined =
          second.whole.from == first.whole.to + 1 && words_.is_conjunction(first.whole.to) && !first.closing;
      if (!second.closing || !joined) continue;
      first.closing = true;
      second.whole.from = first.whole.to;
    }
  }

  void set_removal(Candidate& candidate) const {
    bool bracket = sentences_.in_bracket(candidate.whole.from) && candidate.apart;
    candidate.found.cut = candidate.closing || bracket;
    if (!candidate.found.cut) return;
    Span whole = candidate.whole;
    if (candidate.chained) whole = with_joint(whole);
    candidate.found.removal = sentences_.with_separators(whole, candidate.closing);
  }

  /// «, далее ежеквартально» goes with its «далее».
  Span with_joint(Span whole) const {
    std::uint32_t before = whole.from;
    while (before > range_.from && is_sign(text_, before - 1, ",-")) --before;
    const Mark* mark = before > range_.from ? mark_at(before - 1) : nullptr;
    if (mark && role_of(*mark) == DeadlineRole::joint) whole.from = mark->tokens.from;
    return whole;
  }

  const TokenText& text_;
  std::string_view document_text_;
  Span range_;
  const DeadlineContext& context_;
  const Grammar& grammar_;
  std::vector<Mark> marks_;
  DeadlineBasis basis_;
  Sentences sentences_;
  SentenceWords words_;
  std::vector<std::uint32_t> ends_, chain_ends_;  ///< by mark
  mutable Span governed_;                         ///< the sentence asked last, with its governors
  mutable Governors governors_;
  std::vector<Candidate> accepted_;
  std::size_t in_text_ = 0, in_places_ = SIZE_MAX;  ///< where the runs of `accepted_` end
};

}  // namespace

std::vector<FoundDeadline> find_deadlines(const TokenText& text, std::string_view document_text, Span tokens,
                                          const DeadlineContext& context, const Grammar& grammar,
                                          const Dictionary& dictionary) {
  return SentenceReading(text, document_text, tokens, context, grammar, dictionary).read();
}

}  // namespace protokol
