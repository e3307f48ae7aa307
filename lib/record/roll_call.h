// Votes by name: «Котов – «за», Мышкина – «против»». For votes.cc only.
#pragma once

#include <optional>
#include <vector>

#include "record/vote_atoms.h"
#include "record/votes.h"

namespace protokol {

/// The first run of at least two voters, each with how he voted, with the label before it. Voters are counted
/// by side; a side that nobody took has no number.
std::optional<FoundVote> find_roll_call(const Passage& passage, const std::vector<VoteAtom>& atoms,
                                        const Language& language);

}  // namespace protokol
