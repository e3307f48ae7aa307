// Putting votes together from their words and figures.
#include "record/votes.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "record/roll_call.h"
#include "record/vote_atoms.h"
#include "record/vote_draft.h"
#include "record/vote_places.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_bracket = 64;  // tokens

class VoteReading {
 public:
  VoteReading(const Passage& passage, const Language& language)
      : passage_(passage),
        text_(*passage.text),
        atoms_(vote_atoms(passage, language)),
        places_(passage, atoms_, language) {}

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

  bool counts(std::size_t index) const {
    const VoteAtom* one = atom(index);
    return one && (one->kind == Kind::number || one->kind == Kind::nil);
  }

  /// «3 голоса против 2»: the number before «против» is the majority's.
  bool is_majority_form(std::size_t number) const {
    std::size_t unit = number + 1, side = number + 2;
    return places_.adjoins(number, unit) && atoms_[unit].kind == Kind::unit && places_.adjoins(unit, side) &&
           atoms_[side].side == VoteSide::against && places_.adjoins(side, side + 1) && counts(side + 1);
  }

  bool starts_vote(std::size_t index) const {
    switch (atoms_[index].kind) {
      case Kind::unit:
      case Kind::filler:
      case Kind::nil:
        return false;
      case Kind::number: {
        std::size_t second = index + 1;
        if (!places_.adjoins(index, second)) return false;
        if (atoms_[second].kind == Kind::unit && places_.adjoins(second, second + 1)) ++second;
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
    if (end == t) end = candidate_end(t);
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
    bool unit = counts(next_) && places_.adjoins(next_, next_ + 1) && atoms_[next_ + 1].kind == Kind::unit &&
                atoms_[next_ + 1].tokens.to == close && draft_->sides == 0;
    if (votes || unit) return t + 1;
    if (draft_->end == t) draft_->end = close + 1;
    skip_atoms(close + 1);
    return close + 1;
  }

  // ---- atoms

  bool needs_another_vote() const {
    const VoteAtom& here = atoms_[next_];
    const VoteDraft& draft = *draft_;
    switch (here.kind) {
      case Kind::side:
        return here.side < VoteSide::absent && draft.has_count(here.side);
      case Kind::number:
        return draft.found.vote.in_favour && is_majority_form(next_);
      case Kind::label:
        return draft.has_figures() && draft.sentence_ended;
      case Kind::figures:
        return draft.sides > 0;
      case Kind::items:
      case Kind::rest:
        return (draft.has_figures() || !draft.found.items.empty()) && next_ + 1 < atoms_.size() &&
               places_.adjoins(next_, next_ + 1) && atoms_[next_ + 1].kind != Kind::filler;
      default:
        return false;
    }
  }

  void feed(const VoteAtom& here) {
    VoteDraft& draft = *draft_;
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
          bind_votes(*draft_, draft.pending_side, 0);
        } else {
          draft.pending_number = 0;
          belongs = false;
        }
        break;
      case Kind::figures:
        for (std::size_t i = 0; i < 3; ++i) bind_votes(*draft_, static_cast<VoteSide>(i), here.figures[i]);
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
      case Kind::everywhere:
        draft.found.everywhere = true;
        break;
      case Kind::filler:
        belongs = false;
        break;
    }
    if (belongs) draft.end = here.tokens.to;
  }

  /// Does another atom follow, with nothing but signs between?
  bool continues(std::size_t index) const {
    return index + 1 < atoms_.size() && places_.adjoins(index, index + 1) &&
           atoms_[index + 1].kind != Kind::filler;
  }
  bool is_closed(std::uint32_t token) const {
    return token >= passage_.tokens.to || is_sign(text_, token, ".,;:()!");
  }

  void feed_side(const VoteAtom& here) {
    VoteDraft& draft = *draft_;
    if (here.nil_before && draft.pending_side != VoteSide::none) bind_votes(*draft_, draft.pending_side, 0);
    draft.any_side = true;
    if (is_emphatic(here)) draft.emphatic = true;
    if (draft.all && here.side == VoteSide::in_favour) draft.found.vote.unanimous = true;
    draft.all = false;
    if (draft.pending_number) {
      double number = *draft.pending_number;
      bool figure_follows = places_.adjoins(next_, next_ + 1) && counts(next_ + 1);
      // «3 голоса против 2»
      if (here.side == VoteSide::against && figure_follows && !draft.found.vote.in_favour) {
        bind_votes(*draft_, VoteSide::in_favour, number);
      } else {
        bind_votes(*draft_, here.side, number);
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
    VoteDraft& draft = *draft_;
    if (draft.pending_side != VoteSide::none) {
      bind_votes(*draft_, draft.pending_side, number);
      return true;
    }
    draft.pending_number = number;
    draft.unit = false;
    return false;
  }

  void feed_all() {
    VoteDraft& draft = *draft_;
    bool in_favour = draft.pending_side == VoteSide::in_favour || draft.last_side == VoteSide::in_favour;
    if (in_favour) draft.found.vote.unanimous = true;
    draft.all = !in_favour && draft.pending_side == VoteSide::none;
  }

  /// «принято 3 голосами»: a number that no side claimed is the majority's.
  void settle_number() {
    VoteDraft& draft = *draft_;
    bool carried =
        draft.took || draft.majority || draft.found.verdict == Verdict::adopted || draft.found.vote.unanimous;
    if (draft.pending_number && carried && draft.unit && !draft.found.vote.in_favour) {
      bind_votes(*draft_, VoteSide::in_favour, *draft.pending_number);
      draft.end = atoms_[next_ == 0 ? 0 : next_ - 1].tokens.to;
    }
    draft.pending_number.reset();
  }

  // ---- names for numbers

  /// «против – Петров, Сидоров»: those who are named are counted, unless their number was («против – 2
  /// голоса: Петров, Сидоров»). Returns where the names end, or `from`.
  std::uint32_t names_end(std::uint32_t from) {
    VoteDraft& draft = *draft_;
    VoteSide side = draft.pending_side;
    const bool counted = side == VoteSide::none && draft.last_side != VoteSide::none && !draft.sentence_ended;
    if (side == VoteSide::none && !counted) return from;
    bool separated = is_sign(text_, from - 1, "-:\"");
    bool after_verdict = side != VoteSide::in_favour && draft.took;
    // «за – 3, воздержался Котов И. И.»: behind figures the verb's subject stands right beside it
    const bool after_figures = side != VoteSide::in_favour && draft.sides > 0 && !counted;
    if (!separated && !after_verdict && !after_figures) return from;
    VoterNames names = places_.names_at(from, next_);
    // A surname in small letters is one only before «остальные за».
    bool likely = names.others || (draft.is_evident() && !names.small);
    if (names.count == 0 || !names.complete || !likely) return from;
    if (!counted) bind_votes(*draft_, side, names.count);
    draft.end = names.end;
    while (draft.end > from && is_sign(text_, draft.end - 1, ",")) --draft.end;
    return names.end;
  }

  /// «За Котова И. И. – 88»: whom the votes were given to. Returns where his name ends, or `from`.
  std::uint32_t candidate_end(std::uint32_t from) {
    VoteDraft& draft = *draft_;
    const bool waits = draft.pending_side == VoteSide::in_favour && draft.sides == 0 &&
                       !draft.found.candidate && draft.first == Kind::side && from == draft.end;
    if (!waits) return from;
    const std::uint32_t end = places_.name_end(from);
    if (end == from || !is_sign(text_, end, "-:")) return from;
    const VoteAtom* number = next_ < atoms_.size() ? &atoms_[next_] : nullptr;
    if (!number || number->kind != Kind::number || number->tokens.from != end + 1) return from;
    draft.found.candidate = Span{from, end};
    draft.end = end;
    return end;
  }

  // ---- the result

  void finish() {
    if (!draft_) return;
    settle_number();
    VoteDraft draft = std::move(*draft_);
    draft_.reset();
    draft.found.tokens.to = draft.end;
    if (draft.found.tokens.empty() || !is_vote(draft, places_)) return;
    FoundVote& found = draft.found;
    if (draft.took && found.verdict == Verdict::none) found.verdict = Verdict::adopted;
    found.tokens = places_.with_pairs(found.tokens);
    std::optional<Span> bracket = places_.bracket_around(found.tokens, first_atom_);
    if (bracket) found.tokens = *bracket;
    if (!found.candidate && !bracket && !draft.label && draft.sides > 0 && draft.first == Kind::side &&
        !draft.ground) {
      found.candidate = places_.candidate_before(found.tokens.from);
    }
    if (!draft.ground && !opens_sentence(found.tokens)) found.removal = places_.with_separators(found.tokens);
    found.vote.span = text_.source(found.tokens);
    found.vote.rule = "vote.phrase";
    votes_.push_back(std::move(found));
  }

  /// «По результатам тайного голосования («за» – 5) присудить степень»: its words are the sentence's own.
  bool opens_sentence(Span vote) const {
    return places_.opens_sentence(vote.from) && is_sign(text_, vote.to - 1, ")") && is_word(text_, vote.to) &&
           vote.to < passage_.tokens.to && !text_.tokens[vote.to].capital;
  }

  const Passage& passage_;
  const TokenText& text_;
  std::vector<VoteAtom> atoms_;
  VotePlaces places_;
  std::size_t next_ = 0;  ///< the first atom that was not fed yet
  std::size_t first_atom_ = 0;
  std::optional<VoteDraft> draft_;
  std::vector<FoundVote> votes_;
};

bool follows_at_once(const FoundVote& vote, const Passage& behind) {
  for (std::uint32_t t = behind.tokens.from; t < vote.tokens.from; ++t) {
    if (!is_sign(*behind.text, t, ".,;-:\"\x7F")) return false;
  }
  return true;
}

/// «…, Котов – «за». Решение принято единогласно»: what is said of the same vote.
bool closes_roll_call(const FoundVote& vote, const Passage& behind) {
  const bool figures = vote.vote.in_favour || vote.vote.against || vote.vote.abstained;
  return !figures && vote.items.empty() && !vote.rest && follows_at_once(vote, behind);
}

/// «…, Котов – «за». Итого: «за» – 6, «против» – нет»: the sum, which tells of the sides nobody took.
bool sums_up_roll_call(const FoundVote& vote, const Passage& behind) {
  return vote.vote.in_favour && !vote.candidate && vote.items.empty() && !vote.rest &&
         follows_at_once(vote, behind);
}

FoundVote summed_up(const FoundVote& roll, FoundVote sum, const TokenText& text) {
  sum.tokens.from = roll.tokens.from;
  sum.removal = {roll.removal.from, std::max(roll.removal.to, sum.removal.to)};
  sum.vote.span = text.source(sum.tokens);
  sum.vote.rule = roll.vote.rule;
  return sum;
}

FoundVote joined(FoundVote roll, const FoundVote& verdict, const TokenText& text) {
  roll.vote.unanimous = verdict.vote.unanimous;
  roll.verdict = verdict.verdict;
  roll.tokens.to = verdict.tokens.to;
  roll.removal.to = std::max(roll.removal.to, verdict.removal.to);
  roll.vote.span = text.source(roll.tokens);
  return roll;
}

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
  std::optional<FoundVote> roll = find_roll_call(passage, vote_atoms(passage, language), language);
  if (!roll) return VoteReading(passage, language).read();
  const Passage before = passage.within({passage.tokens.from, roll->tokens.from});
  const Passage behind = passage.within({roll->tokens.to, passage.tokens.to});
  std::vector<FoundVote> votes = VoteReading(before, language).read();
  std::vector<FoundVote> more = VoteReading(behind, language).read();
  if (!more.empty() && closes_roll_call(more.front(), behind)) {
    roll = joined(std::move(*roll), more.front(), *passage.text);
    more.erase(more.begin());
  } else if (!more.empty() && sums_up_roll_call(more.front(), behind)) {
    roll = summed_up(*roll, std::move(more.front()), *passage.text);
    more.erase(more.begin());
  }
  votes.push_back(std::move(*roll));
  std::ranges::move(more, std::back_inserter(votes));
  return votes;
}

bool is_vote_line(const Passage& passage, const Language& language) {
  auto only_signs = [&](Span tokens) {
    for (std::uint32_t t = tokens.from; t < tokens.to; ++t) {
      if (passage.token(t).kind != TokenKind::sign) return false;
    }
    return true;
  };
  std::vector<FoundVote> votes = find_votes(passage, language);
  std::uint32_t end = passage.tokens.from;
  for (const FoundVote& vote : votes) {
    bool ground = vote.removal.empty();
    if (ground || !only_signs({end, vote.tokens.from})) return false;
    end = vote.tokens.to;
  }
  return !votes.empty() && only_signs({end, passage.tokens.to});
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
