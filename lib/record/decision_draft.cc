// Votes and control, handed out to leaves.
#include "record/decision_draft.h"

#include <algorithm>

namespace protokol {

namespace {

bool is_named(const DecisionDraft& leaf, const std::vector<std::string>& items) {
  return std::ranges::any_of(items, [&leaf](const std::string& item) { return is_called(leaf, item); });
}

bool in_question(const DecisionDraft& leaf, const std::vector<std::string>& questions) {
  return std::ranges::any_of(leaf.decision.agenda, [&](const std::string& number) {
    return std::ranges::find(questions, number) != questions.end();
  });
}

bool is_same(const Party& a, const Party& b) { return a.name == b.name && a.role == b.role && a.group == b.group; }

void add_control(Decision& decision, const Party& party) {
  const bool known = std::ranges::any_of(decision.control, [&](const Party& one) { return is_same(one, party); });
  if (!known) decision.control.push_back(party);
}

std::vector<Party> controllers(const FoundControl& control, const std::optional<Party>& signer) {
  std::vector<Party> parties;
  for (const FoundParty& found : control.parties) parties.push_back(found.party);
  if (control.signer && signer) parties.push_back(*signer);
  return parties;
}

/// Whether a control sentence covers the leaf, as far as it alone tells; «the rest» is what no other covers.
bool covers(const ControlDraft& draft, const DecisionDraft& leaf) {
  switch (draft.control.reach) {
    case ControlReach::itself:
      return false;
    case ControlReach::document:
      return true;
    case ControlReach::block:
      return leaf.block == draft.block;
    case ControlReach::items:
      return is_named(leaf, draft.control.items);
    case ControlReach::questions:
      return in_question(leaf, draft.control.items) || is_named(leaf, draft.control.items);
    case ControlReach::rest:
      return false;
  }
  return false;
}

}  // namespace

bool is_called(const DecisionDraft& leaf, const std::string& item) {
  return std::ranges::find(leaf.names, item) != leaf.names.end();
}

void close_by_vote(Drafts& drafts, const FoundVote& vote) {
  const auto from = drafts.leaves.begin() + static_cast<std::ptrdiff_t>(drafts.open_from);
  const auto meant = [&vote](const DecisionDraft& leaf) {
    if (!vote.items.empty()) return is_named(leaf, vote.items);
    return leaf.decision.vote.empty();
  };
  if (vote.verdict == Verdict::not_adopted) {
    drafts.leaves.erase(std::remove_if(from, drafts.leaves.end(), meant), drafts.leaves.end());
    drafts.open_from = drafts.leaves.size();
    return;
  }
  if (vote.vote.empty()) return;
  for (auto leaf = from; leaf != drafts.leaves.end(); ++leaf) {
    if (meant(*leaf)) leaf->decision.vote = vote.vote;
  }
}

void hand_out_control(Drafts& drafts, const std::optional<Party>& signer) {
  std::vector<bool> covered(drafts.leaves.size(), false);
  const auto hand_out = [&](const ControlDraft& draft, auto covers_leaf) {
    const std::vector<Party> parties = controllers(draft.control, signer);
    for (std::size_t i = 0; i < drafts.leaves.size(); ++i) {
      if (!covers_leaf(i)) continue;
      for (const Party& party : parties) add_control(drafts.leaves[i].decision, party);
      covered[i] = true;
    }
  };
  for (const ControlDraft& draft : drafts.controls) {
    const bool narrow = draft.control.reach == ControlReach::items || draft.control.reach == ControlReach::questions;
    hand_out(draft, [&](std::size_t i) {
      const bool here = draft.block == drafts.leaves[i].block || draft.control.reach == ControlReach::document ||
                        draft.control.reach == ControlReach::questions ||
                        (narrow && draft.block > drafts.leaves[i].block);
      return here && covers(draft, drafts.leaves[i]);
    });
  }
  for (const ControlDraft& draft : drafts.controls) {
    if (draft.control.reach != ControlReach::rest) continue;
    const std::vector<bool> before = covered;
    hand_out(draft, [&](std::size_t i) { return !before[i] && drafts.leaves[i].block == draft.block; });
  }
}

}  // namespace protokol
