// Gathering one vote, and judging whether it is one.
#include "record/vote_draft.h"

namespace protokol {

namespace {

constexpr double likely_voters = 1000;  // bare figures above it are something else

bool is_whole(const VoteDraft& draft, const VotePlaces& places) {
  return places.opens_sentence(draft.found.tokens.from) && places.closes(draft.found.tokens.to);
}

/// «…, 7-0-0» at the sentence's end. Telephone numbers and dates look the same.
bool are_figures_votes(const VoteDraft& draft, const VotePlaces& places) {
  if (draft.label) return true;
  double in_favour = draft.found.vote.in_favour.value_or(0);
  double against = draft.found.vote.against.value_or(0);
  double abstained = draft.found.vote.abstained.value_or(0);
  bool small = against < 10 || abstained < 10;
  return places.follows(draft.found.tokens.from, ",-(|:.") && places.closes(draft.found.tokens.to) && small &&
         in_favour > against && in_favour >= abstained && in_favour < likely_voters;
}

}  // namespace

bool VoteDraft::has_count(VoteSide side) const {
  const Vote& vote = found.vote;
  if (side == VoteSide::in_favour) return vote.in_favour.has_value();
  return side == VoteSide::against ? vote.against.has_value() : vote.abstained.has_value();
}

bool VoteDraft::is_evident() const {
  return label || took || majority || others || ground || sides > 0 || emphatic ||
         found.verdict != Verdict::none;
}

void bind_votes(VoteDraft& draft, VoteSide side, double number) {
  draft.pending_side = VoteSide::none;
  draft.pending_number.reset();
  draft.last_side = side;
  if (side >= VoteSide::absent) return;
  Vote& vote = draft.found.vote;
  (side == VoteSide::in_favour ? vote.in_favour
   : side == VoteSide::against ? vote.against
                               : vote.abstained) = number;
  ++draft.sides;
}

bool is_vote(const VoteDraft& draft, const VotePlaces& places) {
  std::uint32_t from = draft.found.tokens.from, to = draft.found.tokens.to;
  if (draft.found.vote.unanimous || draft.no_vote || draft.found.verdict != Verdict::none) return true;
  if (draft.first == VoteAtomKind::figures) return are_figures_votes(draft, places);
  if (draft.label) return draft.sides > 0 || draft.any_side || draft.majority || is_whole(draft, places);
  if (draft.majority) return draft.sides > 0 || draft.any_side || draft.took;
  if (draft.took) return draft.sides > 0 || is_whole(draft, places);
  if (draft.others) return draft.sides > 0;
  // «5 против 3» within a sentence compares something else.
  if (draft.sides > 1) return draft.first != VoteAtomKind::number || draft.unit || places.closes(to);
  if (draft.sides == 0) return false;
  bool opens = places.opens_sentence(from) || places.follows(from, "([");
  bool apart = opens || places.follows(from, ",-:|");
  // «Рогов И. И. – за 31»
  const bool candidate =
      draft.found.candidate || (apart && draft.first == VoteAtomKind::side && places.candidate_before(from));
  return places.closes(to) && (opens || (apart && draft.emphatic) || candidate);
}

}  // namespace protokol
