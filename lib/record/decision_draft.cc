// Votes, handed out to leaves.
#include "record/decision_draft.h"

#include <algorithm>
#include <span>
#include <utility>

#include "text/prepared.h"

namespace protokol {

namespace {

bool is_named(const DecisionDraft& leaf, const std::vector<std::string>& items) {
  return std::ranges::any_of(items, [&leaf](const std::string& item) { return is_called(leaf, item); });
}

bool has_figures(const Vote& vote) { return vote.in_favour || vote.against || vote.abstained; }

/// The leaves that a vote names, on the question that was last. Items may stand further up than the last
/// heading.
std::vector<std::size_t> named_by(const Drafts& drafts, const FoundVote& vote) {
  std::vector<std::size_t> named;
  if (vote.items.empty() || vote.everywhere) return named;
  for (std::size_t i = first_callable(drafts); i < drafts.leaves.size(); ++i) {
    const DecisionDraft& leaf = drafts.leaves[i];
    const bool same_question = leaf.decision.agenda == drafts.leaves.back().decision.agenda;
    if (leaf.decision.vote.empty() && same_question && is_named(leaf, vote.items)) named.push_back(i);
  }
  return named;
}

/// The leaves that wait for the vote; one «on both questions» closes those under earlier headings, too.
std::vector<std::size_t> open_leaves(const Drafts& drafts, const FoundVote& vote) {
  std::vector<std::size_t> open;
  const std::size_t first = vote.everywhere ? 0 : std::max(drafts.open_from, drafts.voted_to);
  for (std::size_t i = first; i < drafts.leaves.size(); ++i) {
    if (drafts.leaves[i].decision.vote.empty()) open.push_back(i);
  }
  return open;
}

void drop(Drafts& drafts, const std::vector<std::size_t>& leaves) {
  if (leaves.empty()) return drafts.closed.clear();
  auto dropped = leaves.begin();
  std::size_t kept = leaves.front();
  for (std::size_t i = kept; i < drafts.leaves.size(); ++i) {
    if (dropped != leaves.end() && *dropped == i) {
      ++dropped;
    } else {
      drafts.leaves[kept++] = std::move(drafts.leaves[i]);
    }
  }
  drafts.leaves.resize(kept);
  drafts.open_from = std::min(drafts.open_from, drafts.leaves.size());
  drafts.voted_to = std::min(drafts.voted_to, drafts.open_from);
  drafts.closed.clear();
}

}  // namespace

std::vector<std::string> last_agenda(const Drafts& drafts) {
  return drafts.leaves.empty() ? std::vector<std::string>() : drafts.leaves.back().decision.agenda;
}

void add_names(const std::string& number, std::vector<std::string>& names) {
  names.push_back(number);
  for (std::size_t dot = number.rfind('.'); dot != std::string::npos && dot > 0;
       dot = number.rfind('.', dot - 1)) {
    names.push_back(number.substr(0, dot));
  }
}

bool is_called(const DecisionDraft& leaf, const std::string& item) {
  return std::ranges::find(leaf.names, item) != leaf.names.end();
}

std::size_t first_callable(const Drafts& drafts) {
  constexpr std::size_t farthest = 1000;
  return drafts.leaves.size() - std::min(drafts.leaves.size(), farthest);
}

void close_by_vote(Drafts& drafts, const FoundVote& vote) {
  const bool follows = !drafts.closed.empty() && drafts.closed_at == drafts.leaves.size();
  const bool plain = vote.items.empty() && !vote.rest;
  if (vote.verdict == Verdict::not_adopted && follows && plain) return drop(drafts, drafts.closed);
  if (vote.verdict != Verdict::not_adopted && vote.vote.empty()) return;
  if (vote.verdict != Verdict::not_adopted && follows && plain && !has_figures(vote.vote)) {
    if (drafts.leaves[drafts.closed.front()].decision.vote.unanimous) return;  // and so are all of them
    for (const std::size_t leaf : drafts.closed) drafts.leaves[leaf].decision.vote.unanimous = true;
    return;
  }
  const std::vector<std::size_t> named = named_by(drafts, vote);
  const std::vector<std::size_t> meant = named.empty() ? open_leaves(drafts, vote) : named;
  if (vote.verdict == Verdict::not_adopted) return drop(drafts, meant);
  for (const std::size_t leaf : meant) drafts.leaves[leaf].decision.vote = vote.vote;
  if (named.empty()) drafts.voted_to = drafts.leaves.size();
  drafts.closed = meant;
  drafts.closed_at = drafts.leaves.size();
}

void elect_by_votes(Drafts& drafts, const std::vector<CandidateVote>& candidates) {
  constexpr std::size_t most_candidates = 200;
  const auto voted_on = std::span(candidates).first(std::min(candidates.size(), most_candidates));
  for (std::size_t i = drafts.open_from; i < drafts.leaves.size(); ++i) {
    Decision& decision = drafts.leaves[i].decision;
    if (!decision.vote.empty()) continue;
    const std::string text = prepare(decision.text.value);
    const auto named =
        std::find_if(voted_on.begin(), voted_on.end(), [&text](const CandidateVote& candidate) {
          return !candidate.surname.empty() && text.find(candidate.surname) != std::string::npos;
        });
    if (named != voted_on.end()) decision.vote = named->vote;
  }
}

}  // namespace protokol
