// Decisions in the making: leaves with what is needed to hand votes, control and deadlines out to them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/duties.h"
#include "record/protocol.h"
#include "record/votes.h"

namespace protokol {

/// One leaf.
struct DecisionDraft {
  Decision decision;
  std::vector<std::string> names;  ///< numbers that other lines may call it by: its own, those above it
  std::uint32_t block = 0;         ///< decisions under one heading
};

/// A control sentence, and the block that it stands in.
struct ControlDraft {
  FoundControl control;
  std::uint32_t block = 0;
};

/// What the readings of one document have gathered so far.
struct Drafts {
  std::vector<DecisionDraft> leaves;
  std::vector<ControlDraft> controls;
  std::vector<Claim> claims;
  std::size_t open_from = 0;       ///< leaves from here on wait for a vote
  std::vector<FoundVote> pending;  ///< votes that stand before their decisions
  std::uint32_t block = 0;         ///< the block that is being read
};

/// Whether a name in a list of items («2», «а», «3.1») means the leaf: its own number or one above it.
bool is_called(const DecisionDraft& leaf, const std::string& item);

/// Gives a vote to the leaves that it closes: the items it names, the rest, or all that wait for one. Drops the
/// leaves that were voted down.
void close_by_vote(Drafts& drafts, const FoundVote& vote);

/// Hands control sentences out to the leaves that they cover; `signer` stands for «за собой».
void hand_out_control(Drafts& drafts, const std::optional<Party>& signer);

}  // namespace protokol
