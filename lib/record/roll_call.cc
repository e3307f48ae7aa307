// Counting those who voted by name.
#include "record/roll_call.h"

#include <algorithm>

#include "record/vote_places.h"

namespace protokol {

namespace {

class RollReading {
 public:
  RollReading(const Passage& passage, const std::vector<VoteAtom>& atoms, const Language& language)
      : passage_(passage), text_(*passage.text), atoms_(atoms), places_(passage, atoms, language) {}

  std::optional<FoundVote> read() {
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
      const std::optional<Span> voter = voter_of(i);
      if (!voter) continue;
      if (voters_ > 0 && !only_separators(end_, voter->from)) {
        if (voters_ > 1) break;
        counts_ = {};
        voters_ = 0;
      }
      if (voters_++ == 0) from_ = with_label(voter->from, i);
      ++counts_[static_cast<std::size_t>(atoms_[i].side)];
      end_ = atoms_[i].tokens.to;
    }
    return voters_ > 1 ? std::optional(vote()) : std::nullopt;
  }

 private:
  /// The name before a side that has no number: «Котов И. И. – «за»», but «Котов И. И. – «за» – 12» counts
  /// others.
  std::optional<Span> voter_of(std::size_t i) const {
    const VoteAtom& atom = atoms_[i];
    if (atom.kind != VoteAtomKind::side || atom.side >= VoteSide::absent || atom.nil_before)
      return std::nullopt;
    const bool counted = places_.adjoins(i, i + 1) && (atoms_[i + 1].kind == VoteAtomKind::number ||
                                                       atoms_[i + 1].kind == VoteAtomKind::nil);
    const std::uint32_t behind = behind_quotes(atom.tokens.to);
    if (counted || !(places_.closes(behind) || begins_line(behind))) return std::nullopt;
    return places_.voter_before(atom.tokens.from);
  }

  bool begins_line(std::uint32_t token) const {
    const Gap gap = gap_before(text_, passage_.document, token);
    return gap == Gap::line || gap == Gap::blank;
  }

  std::uint32_t behind_quotes(std::uint32_t token) const {
    while (token < passage_.tokens.to && is_sign(text_, token, "\"")) ++token;
    return token;
  }

  bool only_separators(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t) {
      const bool joint = is_word(text_, t) && text_.at(t).size() == 1 && !text_.tokens[t].capital;  // «и»
      if (!joint && !is_sign(text_, t, "\",;.)|\x7F")) return false;
    }
    return from <= to;
  }

  /// «Голосовали: Котов – «за»»
  std::uint32_t with_label(std::uint32_t name, std::size_t side) const {
    if (side == 0 || atoms_[side - 1].kind != VoteAtomKind::label) return name;
    const Span label = atoms_[side - 1].tokens;
    for (std::uint32_t t = label.to; t < name; ++t) {
      if (!is_sign(text_, t, "\":-.")) return name;
    }
    return label.to <= name ? label.from : name;
  }

  FoundVote vote() const {
    FoundVote found;
    auto side = [this](VoteSide one) {
      const int count = counts_[static_cast<std::size_t>(one)];
      return count > 0 ? std::optional<double>(count) : std::nullopt;
    };
    found.vote.in_favour = side(VoteSide::in_favour);
    found.vote.against = side(VoteSide::against);
    found.vote.abstained = side(VoteSide::abstained);
    found.tokens = places_.with_pairs({from_, end_});
    found.removal = places_.with_separators(found.tokens);
    found.vote.span = text_.source(found.tokens);
    found.vote.rule = "vote.roll_call";
    return found;
  }

  const Passage& passage_;
  const TokenText& text_;
  const std::vector<VoteAtom>& atoms_;
  VotePlaces places_;
  std::array<int, 3> counts_{};
  int voters_ = 0;
  std::uint32_t from_ = 0, end_ = 0;
};

}  // namespace

std::optional<FoundVote> find_roll_call(const Passage& passage, const std::vector<VoteAtom>& atoms,
                                        const Language& language) {
  return RollReading(passage, atoms, language).read();
}

}  // namespace protokol
