// Votes and control, handed out to leaves.
#include "record/decision_draft.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "text/prepared.h"

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

/// A text that many protocols were glued into has a sentence for each, and each reaches every decision.
constexpr std::size_t most_controllers = 50;

void add_control(Decision& decision, const Party& party) {
  if (decision.control.size() == most_controllers) return;
  const bool known = std::ranges::any_of(decision.control, [&](const Party& one) { return is_same(one, party); });
  if (!known) decision.control.push_back(party);
}

std::vector<Party> controllers(const FoundControl& control, const std::optional<Party>& signer) {
  std::vector<Party> parties;
  for (const FoundParty& found : control.parties) parties.push_back(found.party);
  if (control.signer && signer) parties.push_back(*signer);
  return parties;
}

/// «пп. 1.2, 2.2»: numbers of several levels are good for the whole document.
bool names_levels(const FoundControl& control) {
  return std::ranges::any_of(control.items, [](const std::string& item) { return item.find('.') != std::string::npos; });
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
    case ControlReach::subjects:
      if (draft.control.otherwise == ControlReach::questions) return in_question(leaf, draft.control.items);
      return std::ranges::any_of(draft.control.items,
                                 [&leaf](const std::string& subject) { return leaf.about.find(subject) != std::string::npos; });
  }
  return false;
}

bool has_figures(const Vote& vote) { return vote.in_favour || vote.against || vote.abstained; }

/// The leaves that a vote is for. Items may stand further up than the last heading.
std::vector<std::size_t> meant_by(const Drafts& drafts, const FoundVote& vote) {
  std::vector<std::size_t> named, open;
  if (vote.everywhere) {
    for (std::size_t i = 0; i < drafts.leaves.size(); ++i) {
      if (drafts.leaves[i].decision.vote.empty()) open.push_back(i);
    }
    return open;
  }
  const std::size_t first_open = std::max(drafts.open_from, drafts.voted_to);
  for (std::size_t i = vote.items.empty() ? first_open : 0; i < drafts.leaves.size(); ++i) {
    const DecisionDraft& leaf = drafts.leaves[i];
    if (!leaf.decision.vote.empty()) continue;
    const bool same_question = leaf.decision.agenda == drafts.leaves.back().decision.agenda;
    if (same_question && is_named(leaf, vote.items)) named.push_back(i);
    if (i >= drafts.open_from) open.push_back(i);
  }
  return named.empty() ? open : named;
}

void drop(Drafts& drafts, const std::vector<std::size_t>& leaves) {
  auto dropped = leaves.begin();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < drafts.leaves.size(); ++i) {
    if (dropped != leaves.end() && *dropped == i) {
      ++dropped;
    } else {
      if (kept != i) drafts.leaves[kept] = std::move(drafts.leaves[i]);
      ++kept;
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
  for (std::size_t dot = number.rfind('.'); dot != std::string::npos && dot > 0; dot = number.rfind('.', dot - 1)) {
    names.push_back(number.substr(0, dot));
  }
}

bool is_called(const DecisionDraft& leaf, const std::string& item) {
  return std::ranges::find(leaf.names, item) != leaf.names.end();
}

void close_by_vote(Drafts& drafts, const FoundVote& vote) {
  const bool follows = !drafts.closed.empty() && drafts.closed_at == drafts.leaves.size();
  const bool plain = vote.items.empty() && !vote.rest;
  if (vote.verdict == Verdict::not_adopted) return drop(drafts, follows && plain ? drafts.closed : meant_by(drafts, vote));
  if (vote.vote.empty()) return;
  if (follows && plain && !has_figures(vote.vote)) {
    if (drafts.leaves[drafts.closed.front()].decision.vote.unanimous) return;  // and so are all of them
    for (const std::size_t leaf : drafts.closed) drafts.leaves[leaf].decision.vote.unanimous = true;
    return;
  }
  drafts.closed = meant_by(drafts, vote);
  drafts.closed_at = drafts.leaves.size();
  for (const std::size_t leaf : drafts.closed) drafts.leaves[leaf].decision.vote = vote.vote;
  if (plain) drafts.voted_to = drafts.leaves.size();
}

void elect_by_votes(Drafts& drafts, const std::vector<CandidateVote>& candidates) {
  constexpr std::size_t stem = 10;  // bytes: five letters of the surname, which may stand in another case
  for (std::size_t i = drafts.open_from; i < drafts.leaves.size(); ++i) {
    Decision& decision = drafts.leaves[i].decision;
    if (!decision.vote.empty()) continue;
    const auto named = std::ranges::find_if(candidates, [&](const CandidateVote& candidate) {
      const std::string surname = candidate.name.substr(0, std::min(candidate.name.find(' '), stem));
      return surname.size() >= 6 && decision.text.value.find(surname) != std::string::npos;
    });
    if (named != candidates.end()) decision.vote = named->vote;
  }
}

namespace {

/// Leaves found by what a control sentence may call them.
class LeafIndex {
 public:
  explicit LeafIndex(const std::vector<DecisionDraft>& leaves) : count_(leaves.size()) {
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      for (const std::string& name : leaves[i].names) named_[name].push_back(i);
      for (const std::string& question : leaves[i].decision.agenda) asked_[question].push_back(i);
      in_block_[leaves[i].block].push_back(i);
    }
  }

  /// All that the sentence may cover, perhaps some more.
  std::vector<std::size_t> reached_by(const ControlDraft& draft) const {
    std::vector<std::size_t> reached;
    const auto add = [&reached](const auto& lists, const auto& key) {
      if (const auto list = lists.find(key); list != lists.end()) {
        reached.insert(reached.end(), list->second.begin(), list->second.end());
      }
    };
    switch (draft.control.reach) {
      case ControlReach::itself:
        break;
      case ControlReach::document:
      case ControlReach::subjects:
        reached.resize(count_);
        std::iota(reached.begin(), reached.end(), 0U);
        break;
      case ControlReach::block:
      case ControlReach::rest:
        add(in_block_, draft.block);
        break;
      case ControlReach::items:
      case ControlReach::questions:
        for (const std::string& item : draft.control.items) {
          add(named_, item);
          add(asked_, item);
        }
        break;
    }
    return reached;
  }

 private:
  std::size_t count_;
  std::unordered_map<std::string, std::vector<std::size_t>> named_, asked_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> in_block_;
};

}  // namespace

namespace {

/// The agenda numbers of the questions whose titles speak of a subject.
std::vector<std::string> questions_about(const std::vector<std::string>& subjects, std::span<const AgendaItem> agenda) {
  std::vector<std::string> numbers;
  for (const AgendaItem& item : agenda) {
    const std::string title = to_utf8(prepare(item.title.value));
    const bool about = std::ranges::any_of(subjects, [&title](const std::string& subject) { return title.find(subject) != std::string::npos; });
    if (about && !item.number.empty()) numbers.push_back(item.number.value);
  }
  return numbers;
}

/// Subjects become questions where the agenda has such; else what has them in its wording is controlled.
void settle_subjects(Drafts& drafts, std::span<const AgendaItem> agenda) {
  for (ControlDraft& draft : drafts.controls) {
    if (draft.control.reach != ControlReach::subjects) continue;
    std::vector<std::string> questions = questions_about(draft.control.items, agenda);
    if (!questions.empty()) {
      draft.control.otherwise = ControlReach::questions;
      draft.control.items = std::move(questions);
    } else if (draft.control.otherwise != ControlReach::itself) {
      draft.control.reach = draft.control.otherwise;
    }
  }
  for (DecisionDraft& leaf : drafts.leaves) leaf.about = to_utf8(prepare(leaf.decision.text.value));
}

}  // namespace

void hand_out_control(Drafts& drafts, const std::optional<Party>& signer, std::span<const AgendaItem> agenda) {
  if (drafts.controls.empty()) return;
  const bool by_subject = std::ranges::any_of(
      drafts.controls, [](const ControlDraft& draft) { return draft.control.reach == ControlReach::subjects; });
  if (by_subject) settle_subjects(drafts, agenda);
  const LeafIndex index(drafts.leaves);
  std::vector<bool> covered(drafts.leaves.size(), false);
  const auto hand_out = [&](const ControlDraft& draft, auto covers_leaf) {
    const std::vector<Party> parties = controllers(draft.control, signer);
    for (const std::size_t i : index.reached_by(draft)) {
      if (!covers_leaf(i)) continue;
      for (const Party& party : parties) add_control(drafts.leaves[i].decision, party);
      covered[i] = true;
    }
  };
  for (const ControlDraft& draft : drafts.controls) {
    const bool narrow = draft.control.reach == ControlReach::items || draft.control.reach == ControlReach::questions;
    hand_out(draft, [&](std::size_t i) {
      const bool here = draft.block == drafts.leaves[i].block || draft.control.reach == ControlReach::document ||
                        draft.control.reach == ControlReach::questions || draft.control.reach == ControlReach::subjects ||
                        (narrow && (draft.agenda == drafts.leaves[i].decision.agenda || names_levels(draft.control)));
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
