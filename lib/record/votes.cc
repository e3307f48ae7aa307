// Putting votes together from their words and figures.
#include "record/votes.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "record/vote_atoms.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_bracket = 64;  // tokens
constexpr std::uint32_t longest_names = 60;
constexpr std::uint32_t candidate_reach = 40;

/// One vote on its way to the result.
struct Draft {
  FoundVote found;
  std::uint32_t end = 0;  ///< behind the last thing that belongs to it
  VoteSide pending_side = VoteSide::none;
  VoteSide last_side = VoteSide::none;
  std::optional<double> pending_number;
  int sides = 0;  ///< that have a number
  bool any_side = false;
  bool emphatic = false;  ///< «за» in quotes, as sentence's start or in capitals
  bool label = false, took = false, majority = false, others = false, ground = false, no_vote = false;
  bool unit = false;
  bool all = false;
  bool sentence_ended = false;
  VoteAtomKind first = VoteAtomKind::filler;

  bool has_figures() const { return sides > 0 || found.vote.unanimous; }
  bool is_evident() const {
    return label || took || majority || others || ground || sides > 0 || emphatic ||
           found.verdict != Verdict::none;
  }
};

std::optional<double>& count_of(Vote& vote, VoteSide side) {
  if (side == VoteSide::in_favour) return vote.in_favour;
  return side == VoteSide::against ? vote.against : vote.abstained;
}

bool has_count(const Vote& vote, VoteSide side) {
  return (side == VoteSide::in_favour ? vote.in_favour
          : side == VoteSide::against ? vote.against
                                      : vote.abstained)
      .has_value();
}

class VoteReading {
 public:
  VoteReading(const Passage& passage, const Language& language)
      : passage_(passage), text_(*passage.text), language_(language), atoms_(vote_atoms(passage, language)) {}

  std::vector<FoundVote> read() {
    std::uint32_t t = passage_.tokens.from;
    while (t < passage_.tokens.to) {
      if (!draft_) {
        if (next_ == atoms_.size()) break;
        if (starts_vote(next_)) {
          begin(next_);
        } else {
          t = atoms_[next_++].tokens.to;
          continue;
        }
        t = atoms_[next_].tokens.from;
      }
      t = step(t);
    }
    finish();
    return std::move(votes_);
  }

 private:
  using Kind = VoteAtomKind;

  // ---- walking

  const VoteAtom* atom_at(std::uint32_t token) const {
    return next_ < atoms_.size() && atoms_[next_].tokens.from == token ? &atoms_[next_] : nullptr;
  }
  const VoteAtom* atom(std::size_t index) const { return index < atoms_.size() ? &atoms_[index] : nullptr; }

  /// Only quotes, dashes, colons and blanks stand between the two atoms.
  bool adjoins(std::size_t first, std::size_t second) const {
    if (second >= atoms_.size()) return false;
    for (std::uint32_t t = atoms_[first].tokens.to; t < atoms_[second].tokens.from; ++t) {
      if (!is_sign(text_, t, "\"-:*|")) return false;
    }
    return true;
  }
  bool counts(std::size_t index) const {
    const VoteAtom* one = atom(index);
    return one && (one->kind == Kind::number || one->kind == Kind::nil);
  }

  /// «3 голоса против 2»: the number before «против» is the majority's.
  bool is_majority_form(std::size_t number) const {
    std::size_t unit = number + 1, side = number + 2;
    return adjoins(number, unit) && atoms_[unit].kind == Kind::unit && adjoins(unit, side) &&
           atoms_[side].side == VoteSide::against && adjoins(side, side + 1) && counts(side + 1);
  }

  bool starts_vote(std::size_t index) const {
    switch (atoms_[index].kind) {
      case Kind::unit:
      case Kind::filler:
      case Kind::nil:
        return false;
      case Kind::number: {
        std::size_t second = index + 1;
        if (!adjoins(index, second)) return false;
        if (atoms_[second].kind == Kind::unit && adjoins(second, second + 1)) ++second;
        return atoms_[second].kind == Kind::side && atoms_[second].side != VoteSide::absent;
      }
      default:
        return true;
    }
  }

  void begin(std::size_t index) {
    draft_.emplace();
    draft_->first = atoms_[index].kind;
    draft_->found.tokens = {atoms_[index].tokens.from, atoms_[index].tokens.from};
    draft_->end = atoms_[index].tokens.from;
    first_atom_ = index;
  }

  std::uint32_t step(std::uint32_t t) {
    if (const VoteAtom* here = atom_at(t)) {
      if (needs_another_vote()) {
        finish();
        return t;
      }
      feed(*here);
      std::uint32_t to = here->tokens.to;
      ++next_;
      return to;
    }
    if (text_.tokens[t].kind == TokenKind::sign) return pass_sign(t);
    std::uint32_t end = names_end(t);
    if (end == t) {
      finish();
      return t;
    }
    skip_atoms(end);
    return end;
  }

  void skip_atoms(std::uint32_t token) {
    while (next_ < atoms_.size() && atoms_[next_].tokens.from < token) ++next_;
  }

  std::uint32_t pass_sign(std::uint32_t t) {
    if (is_sign(text_, t, "([")) return pass_bracket(t);
    if (is_sign(text_, t, ",;.")) {
      settle_number();
      draft_->all = false;
      if (is_sign(text_, t, ".;")) draft_->pending_side = VoteSide::none;
      if (is_sign(text_, t, ".")) draft_->sentence_ended = true;
    } else if (is_sign(text_, t, ")]")) {
      draft_->pending_side = VoteSide::none;
    } else if (!is_sign(text_, t, "\"-:*|/!_\x7F")) {
      finish();
    }
    return t + 1;
  }

  /// A bracket that holds votes is read, any other belongs to what it follows: «против – 1 (Петров)».
  std::uint32_t pass_bracket(std::uint32_t t) {
    std::uint32_t close = t + 1, limit = std::min(passage_.tokens.to, t + longest_bracket);
    while (close < limit && !is_sign(text_, close, ")]")) ++close;
    if (close == limit) {
      finish();
      return t + 1;
    }
    std::size_t inside = next_;
    while (inside < atoms_.size() && atoms_[inside].kind == Kind::filler &&
           atoms_[inside].tokens.to < close) {
      ++inside;
    }
    const VoteAtom* first = atom(inside);
    bool votes = first && first->tokens.from < close && starts_vote(inside) && first->kind != Kind::items &&
                 first->kind != Kind::rest;
    bool unit = counts(next_) && adjoins(next_, next_ + 1) && atoms_[next_ + 1].kind == Kind::unit &&
                atoms_[next_ + 1].tokens.to == close && draft_->sides == 0;
    if (votes || unit) return t + 1;
    if (draft_->end == t) draft_->end = close + 1;
    skip_atoms(close + 1);
    return close + 1;
  }

  // ---- atoms

  bool needs_another_vote() const {
    const VoteAtom& here = atoms_[next_];
    const Draft& draft = *draft_;
    switch (here.kind) {
      case Kind::side:
        return here.side < VoteSide::absent && has_count(draft.found.vote, here.side);
      case Kind::number:
        return draft.found.vote.in_favour && is_majority_form(next_);
      case Kind::label:
        return draft.has_figures() && draft.sentence_ended;
      case Kind::figures:
        return draft.sides > 0;
      case Kind::items:
      case Kind::rest:
        return (draft.has_figures() || !draft.found.items.empty()) && next_ + 1 < atoms_.size() &&
               adjoins(next_, next_ + 1) && atoms_[next_ + 1].kind != Kind::filler;
      default:
        return false;
    }
  }

  void feed(const VoteAtom& here) {
    Draft& draft = *draft_;
    bool belongs = true;
    switch (here.kind) {
      case Kind::side:
        feed_side(here);
        break;
      case Kind::number:
        belongs = feed_number(here.number);
        break;
      case Kind::nil:
        if (draft.pending_side != VoteSide::none) {
          bind(draft.pending_side, 0);
        } else {
          draft.pending_number = 0;
          belongs = false;
        }
        break;
      case Kind::figures:
        for (std::size_t i = 0; i < 3; ++i) bind(static_cast<VoteSide>(i), here.figures[i]);
        break;
      case Kind::unit:
        draft.unit = true;
        belongs = draft.end + 1 >= here.tokens.from && !draft.pending_number;
        break;
      case Kind::all:
        feed_all();
        break;
      case Kind::unanimous:
        draft.found.vote.unanimous = true;
        draft.pending_side = VoteSide::none;
        break;
      case Kind::majority:
        draft.majority = true;
        break;
      case Kind::label:
        draft.label = true;
        break;
      case Kind::adopted:
      case Kind::rejected:
        draft.found.verdict = here.kind == Kind::adopted ? Verdict::adopted : Verdict::not_adopted;
        break;
      case Kind::took:
        draft.took = true;
        belongs = is_closed(here.tokens.to) || continues(next_);
        break;
      case Kind::ground:
        draft.ground = true;
        break;
      case Kind::no_vote:
        draft.no_vote = true;
        break;
      case Kind::others:
        draft.others = true;
        draft.pending_side = VoteSide::none;
        break;
      case Kind::items:
        for (std::string& item : spelled_out(here.value)) draft.found.items.push_back(std::move(item));
        break;
      case Kind::rest:
        draft.found.rest = true;
        break;
      case Kind::filler:
        belongs = false;
        break;
    }
    if (belongs) draft.end = here.tokens.to;
  }

  /// Does another atom follow, with nothing but signs between?
  bool continues(std::size_t index) const {
    return index + 1 < atoms_.size() && adjoins(index, index + 1) && atoms_[index + 1].kind != Kind::filler;
  }
  bool is_closed(std::uint32_t token) const {
    return token >= passage_.tokens.to || is_sign(text_, token, ".,;:()!");
  }

  void bind(VoteSide side, double number) {
    Draft& draft = *draft_;
    draft.pending_side = VoteSide::none;
    draft.pending_number.reset();
    draft.last_side = side;
    if (side >= VoteSide::absent) return;
    count_of(draft.found.vote, side) = number;
    ++draft.sides;
  }

  void feed_side(const VoteAtom& here) {
    Draft& draft = *draft_;
    if (here.nil_before && draft.pending_side != VoteSide::none) bind(draft.pending_side, 0);
    draft.any_side = true;
    if (is_emphatic(here)) draft.emphatic = true;
    if (draft.all && here.side == VoteSide::in_favour) draft.found.vote.unanimous = true;
    draft.all = false;
    if (draft.pending_number) {
      double number = *draft.pending_number;
      bool figure_follows = adjoins(next_, next_ + 1) && counts(next_ + 1);
      // «3 голоса против 2»
      if (here.side == VoteSide::against && figure_follows && !draft.found.vote.in_favour) {
        bind(VoteSide::in_favour, number);
      } else {
        bind(here.side, number);
        return;
      }
    }
    draft.pending_side = here.side;
    draft.last_side = VoteSide::none;
  }

  bool is_emphatic(const VoteAtom& here) const {
    const Token& token = text_.tokens[here.tokens.from];
    if (token.kind == TokenKind::sign) return here.tokens.size() > 2;
    return token.capitals || token.capital;
  }

  bool feed_number(double number) {
    Draft& draft = *draft_;
    if (draft.pending_side != VoteSide::none) {
      bind(draft.pending_side, number);
      return true;
    }
    draft.pending_number = number;
    draft.unit = false;
    return false;
  }

  void feed_all() {
    Draft& draft = *draft_;
    bool in_favour = draft.pending_side == VoteSide::in_favour || draft.last_side == VoteSide::in_favour;
    if (in_favour) draft.found.vote.unanimous = true;
    draft.all = !in_favour && draft.pending_side == VoteSide::none;
  }

  /// «принято 3 голосами»: a number that no side claimed is the majority's.
  void settle_number() {
    Draft& draft = *draft_;
    bool carried =
        draft.took || draft.majority || draft.found.verdict == Verdict::adopted || draft.found.vote.unanimous;
    if (draft.pending_number && carried && draft.unit && !draft.found.vote.in_favour) {
      bind(VoteSide::in_favour, *draft.pending_number);
      draft.end = atoms_[next_ == 0 ? 0 : next_ - 1].tokens.to;
    }
    draft.pending_number.reset();
  }

  // ---- names for numbers

  struct Names {
    int count = 0;
    std::uint32_t end = 0;
    bool small = false;     ///< printed without capitals
    bool complete = false;  ///< nothing but a sign or an atom follows
    bool others = false;    ///< «остальные за» follows
  };

  /// Names from `from` on, parted by commas and conjunctions.
  Names names_at(std::uint32_t from) const {
    Names names;
    names.small = !text_.tokens[from].capital;
    bool in_name = false, surname = false;
    std::size_t next = next_;
    std::uint32_t t = from, limit = std::min(passage_.tokens.to, from + longest_names);
    for (; t < limit; ++t) {
      while (next < atoms_.size() && atoms_[next].tokens.from < t) ++next;
      bool mark = next < atoms_.size() && atoms_[next].tokens.from == t;
      if (mark && atoms_[next].kind != Kind::filler) break;
      bool initial = is_sign(text_, t, ".") && text_.at(t - 1).size() == 1;
      if (mark || is_sign(text_, t, ",")) {
        in_name = surname = false;
      } else if (initial) {
        bool new_sentence = surname && t + 1 < limit && is_capital_word(t + 1);
        if (new_sentence && ++t) break;
      } else if (is_word(text_, t) && (text_.tokens[t].capital || (names.small && !in_name))) {
        if (!in_name) ++names.count;
        in_name = true;
        surname = surname || text_.at(t).size() > 1;
      } else if (!is_sign(text_, t, "-") || !in_name || text_.tokens[t].space_before) {
        break;
      }
    }
    names.end = t;
    bool atom_follows = next < atoms_.size() && atoms_[next].tokens.from == t;
    names.others = atom_follows && atoms_[next].kind == Kind::others;
    names.complete = atom_follows || t >= passage_.tokens.to || !is_word(text_, t) || !in_name ||
                     is_sign(text_, t - 1, ".");
    return names;
  }

  /// «против – Петров, Сидоров»: those who are named are counted. Returns where the names end, or `from`.
  std::uint32_t names_end(std::uint32_t from) {
    Draft& draft = *draft_;
    VoteSide side = draft.pending_side;
    if (side == VoteSide::none) return from;
    bool separated = is_sign(text_, from - 1, "-:\"");
    bool after_verdict = side != VoteSide::in_favour && draft.took;
    if (!separated && !after_verdict) return from;
    Names names = names_at(from);
    // A surname in small letters is one only before «остальные за».
    bool likely = names.others || (draft.is_evident() && !names.small);
    if (names.count == 0 || !names.complete || !likely) return from;
    bind(side, names.count);
    draft.end = names.end;
    while (draft.end > from && is_sign(text_, draft.end - 1, ",")) --draft.end;
    return names.end;
  }

  // ---- the result

  void finish() {
    if (!draft_) return;
    settle_number();
    Draft draft = std::move(*draft_);
    draft_.reset();
    draft.found.tokens.to = draft.end;
    if (draft.found.tokens.empty() || !is_vote(draft)) return;
    FoundVote& found = draft.found;
    if (draft.took && found.verdict == Verdict::none) found.verdict = Verdict::adopted;
    close_pairs(found.tokens);
    bool bracketed = take_bracket(found.tokens);
    if (!bracketed && !draft.label && draft.sides > 0 && draft.first == Kind::side && !draft.ground) {
      found.candidate = candidate_before(found.tokens.from);
    }
    if (!draft.ground) found.removal = with_separators(found.tokens);
    found.vote.span = text_.source(found.tokens);
    found.vote.rule = "vote.phrase";
    votes_.push_back(std::move(found));
  }

  bool is_vote(const Draft& draft) const {
    const Vote& vote = draft.found.vote;
    if (vote.unanimous || draft.no_vote || draft.found.verdict != Verdict::none) return true;
    if (draft.first == Kind::figures) return are_figures_votes(draft);
    if (draft.label) return draft.sides > 0 || draft.any_side || draft.majority || is_whole(draft);
    if (draft.majority) return draft.sides > 0 || draft.any_side || draft.took;
    if (draft.took) return draft.sides > 0 || is_whole(draft);
    if (draft.others) return draft.sides > 0;
    // «5 против 3» within a sentence compares something else.
    if (draft.sides > 1) return draft.first != Kind::number || draft.unit || closes(draft.found.tokens.to);
    if (draft.sides == 0) return false;
    std::uint32_t from = draft.found.tokens.from, to = draft.found.tokens.to;
    bool opens = opens_sentence(from) || is_sign(text_, from - 1, "([");
    bool apart = opens || is_sign(text_, from - 1, ",-:|");
    return closes(to) && (opens || (apart && draft.emphatic));
  }

  /// «…, 7-0-0» at the sentence's end. Telephone numbers and dates look the same.
  bool are_figures_votes(const Draft& draft) const {
    if (draft.label) return true;
    const Vote& vote = draft.found.vote;
    std::uint32_t from = draft.found.tokens.from;
    bool apart = from > passage_.tokens.from && is_sign(text_, from - 1, ",-(|:.");
    bool small = *vote.against < 10 || *vote.abstained < 10;
    return apart && closes(draft.found.tokens.to) && small && *vote.in_favour > *vote.against &&
           *vote.in_favour >= *vote.abstained && *vote.in_favour < 1000;
  }

  bool opens_sentence(std::uint32_t token) const {
    return token == passage_.tokens.from || is_sign(text_, token - 1, ".;!?");
  }
  bool closes(std::uint32_t token) const {
    return token >= passage_.tokens.to || is_sign(text_, token, ".;!?)]|,") || text_.tokens[token].opens;
  }
  bool is_whole(const Draft& draft) const {
    return opens_sentence(draft.found.tokens.from) && closes(draft.found.tokens.to);
  }

  /// A bracket or a quotation that opens within the vote closes within it; blanks to fill in go with it.
  void close_pairs(Span& tokens) const {
    int depth = 0, quotes = 0;
    for (std::uint32_t t = tokens.from; t < tokens.to; ++t) {
      depth += is_sign(text_, t, "([") ? 1 : is_sign(text_, t, ")]") ? -1 : 0;
      quotes += is_sign(text_, t, "\"");
    }
    std::uint32_t end = passage_.tokens.to;
    if (quotes % 2 == 1 && tokens.to < end && is_sign(text_, tokens.to, "\"")) ++tokens.to;
    while (tokens.to < end && is_sign(text_, tokens.to, "_\x7F")) ++tokens.to;
    std::uint32_t to = tokens.to;
    while (to < end && is_sign(text_, to, "\".;,")) ++to;
    if (depth > 0 && to < end && is_sign(text_, to, ")]")) tokens.to = to + 1;
  }

  /// The brackets that hold nothing but the vote go with it.
  bool take_bracket(Span& tokens) const {
    std::uint32_t from = tokens.from;
    std::size_t index = first_atom_;
    while (from > passage_.tokens.from) {
      if (is_sign(text_, from - 1, "\",-:")) {
        --from;
      } else if (index > 0 && atoms_[index - 1].tokens.to == from && atoms_[index - 1].kind == Kind::filler) {
        from = atoms_[--index].tokens.from;
      } else {
        break;
      }
    }
    if (from == passage_.tokens.from || !is_sign(text_, from - 1, "([")) return false;
    std::uint32_t to = tokens.to;
    while (to < passage_.tokens.to && is_sign(text_, to, "\".;,")) ++to;
    if (to >= passage_.tokens.to || !is_sign(text_, to, ")]")) return false;
    tokens = {from - 1, to + 1};
    return true;
  }

  Span with_separators(Span phrase) const {
    while (phrase.from > passage_.tokens.from && is_sign(text_, phrase.from - 1, ",:;-")) --phrase.from;
    bool own_sentence = opens_sentence(phrase.from);
    std::uint32_t end = phrase.to;
    while (end < passage_.tokens.to && is_sign(text_, end, ".;,!:-")) ++end;
    if (own_sentence || end == passage_.tokens.to) phrase.to = end;
    return phrase;
  }

  // ---- candidates

  bool is_capital_word(std::uint32_t token) const {
    return is_word(text_, token) && text_.tokens[token].capital && text_.at(token).size() > 1;
  }
  bool is_initial(std::uint32_t letter) const {
    return is_word(text_, letter) && text_.tokens[letter].capital && text_.at(letter).size() <= 2 &&
           is_sign(text_, letter + 1, ".");
  }

  /// Where the hyphenated word that ends with `word` begins.
  std::uint32_t hyphenated(std::uint32_t word) const {
    bool hyphen = word >= passage_.tokens.from + 2 && is_sign(text_, word - 1, "-") &&
                  !text_.tokens[word].space_before && !text_.tokens[word - 1].space_before;
    return hyphen && is_capital_word(word - 2) ? word - 2 : word;
  }

  /// The name that ends at `end`: «Петров П. П.», «П. П. Петров», «Петров Пётр Петрович».
  std::optional<Span> name_before(std::uint32_t end) const {
    std::uint32_t start = passage_.tokens.from, from = end;
    auto initials = [&] {
      while (from >= start + 2 && is_initial(from - 2)) from -= 2;
    };
    initials();
    if (from < end) {
      if (from == start || !is_capital_word(from - 1)) return std::nullopt;
      return Span{hyphenated(from - 1), end};
    }
    while (from > start && end - from < 3 && is_capital_word(from - 1)) --from;
    if (from == end) return std::nullopt;
    std::uint32_t words = end - from;
    if (words == 1) initials();
    return words == 3 || end - from > 1 ? std::optional(Span{from, end}) : std::nullopt;
  }

  std::optional<Span> candidate_before(std::uint32_t vote) const {
    std::uint32_t end = vote;
    while (end > passage_.tokens.from && is_sign(text_, end - 1, "\"-:,|")) --end;
    std::optional<Span> name = name_before(end);
    if (!name) return std::nullopt;
    for (std::uint32_t t = name->to, seen = 0; t > passage_.tokens.from && seen < candidate_reach;
         --t, ++seen) {
      if (t <= name->from && (opens_sentence(t) || is_sign(text_, t - 1, ":"))) break;
      if (!is_word(text_, t - 1)) continue;
      for (const Reading& reading : language_.dictionary.readings(text_.at(t - 1))) {
        if (reading.part == PartOfSpeech::infinitive) return std::nullopt;
      }
    }
    return name;
  }

  const Passage& passage_;
  const TokenText& text_;
  const Language& language_;
  std::vector<VoteAtom> atoms_;
  std::size_t next_ = 0;  ///< the first atom that was not fed yet
  std::size_t first_atom_ = 0;
  std::optional<Draft> draft_;
  std::vector<FoundVote> votes_;
};

std::string side_text(std::string_view name, std::optional<double> count) {
  return count ? fmt::format("{}={} ", name, *count) : std::string();
}

std::string dump_one(const FoundVote& found, const Passage& passage) {
  std::string text = side_text("for", found.vote.in_favour) + side_text("against", found.vote.against) +
                     side_text("abstained", found.vote.abstained);
  if (found.vote.unanimous) text += "unanimous ";
  if (found.verdict == Verdict::adopted) text += "adopted ";
  if (found.verdict == Verdict::not_adopted) text += "not-adopted ";
  if (!found.items.empty()) text += fmt::format("items={} ", fmt::join(found.items, ","));
  if (found.rest) text += "rest ";
  if (found.candidate) text += fmt::format("candidate=«{}» ", wording(passage.within(*found.candidate)));
  return text + fmt::format("«{}»", wording(passage.within(found.tokens)));
}

}  // namespace

std::vector<FoundVote> find_votes(const Passage& passage, const Language& language) {
  return VoteReading(passage, language).read();
}

bool is_vote_line(const Passage& passage, const Language& language) {
  std::vector<FoundVote> votes = find_votes(passage, language);
  std::uint32_t t = passage.tokens.from;
  for (const FoundVote& vote : votes) {
    for (; t < vote.tokens.from; ++t) {
      if (passage.token(t).kind != TokenKind::sign) return false;
    }
    t = vote.tokens.to;
  }
  for (; t < passage.tokens.to; ++t) {
    if (passage.token(t).kind != TokenKind::sign) return false;
  }
  return !votes.empty();
}

std::string dump(const std::vector<FoundVote>& votes, const Passage& passage) {
  std::string text;
  for (const FoundVote& vote : votes) {
    if (!text.empty()) text += " | ";
    text += dump_one(vote, passage);
  }
  return text;
}

}  // namespace protokol
