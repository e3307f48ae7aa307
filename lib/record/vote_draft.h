// One vote on its way to the result. For votes.cc only.
#pragma once

#include <cstdint>
#include <optional>

#include "record/vote_atoms.h"
#include "record/vote_places.h"
#include "record/votes.h"

namespace protokol {

struct VoteDraft {
  FoundVote found;
  std::uint32_t end = 0;  ///< behind the last thing that belongs to it
  VoteAtomKind first = VoteAtomKind::filler;
  VoteSide pending_side = VoteSide::none;  ///< waits for its number
  VoteSide last_side = VoteSide::none;     ///< the last one that has a number
  std::optional<double> pending_number;    ///< waits for its side
  int sides = 0;                           ///< that have a number
  bool any_side = false;
  bool emphatic = false;  ///< «за» in quotes, with a capital or in capitals
  bool label = false, took = false, majority = false, others = false, ground = false, no_vote = false;
  bool unit = false;            ///< «чел.» followed the last number
  bool all = false;             ///< «все» waits for its «за»
  bool sentence_ended = false;  ///< since the vote began

  bool has_figures() const { return sides > 0 || found.vote.unanimous; }
  bool has_count(VoteSide side) const;
  /// Is it likely that a name behind «против» tells who voted so?
  bool is_evident() const;
};

/// Gives `side` its number.
void bind_votes(VoteDraft& draft, VoteSide side, double number);

/// Whether what was gathered is a vote: a lone «за 5» or «7-0-0» is one only in the right place.
bool is_vote(const VoteDraft& draft, const VotePlaces& places);

}  // namespace protokol
