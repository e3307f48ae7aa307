// Control sentences, handed out to the leaves that they cover.
#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "record/decision_draft.h"
#include "text/prepared.h"

namespace protokol {

namespace {

using Leaves = std::vector<std::size_t>;

/// A text with more sentences of one reach than a protocol has holds many protocols. Each is good there for
/// what stands between it and the one before, lest all control everything; and of those that stand together,
/// so many.
struct Bounds {
  std::size_t in_text = 0, together = 0;
};
constexpr Bounds of_wide{12, 12}, of_named{100, 1000};

constexpr std::size_t most_controllers = 50;  ///< of one decision

bool is_same(const Party& a, const Party& b) {
  return a.name == b.name && a.role == b.role && a.group == b.group;
}

void add_control(Decision& decision, const Party& party) {
  if (decision.control.size() == most_controllers) return;
  const bool known =
      std::ranges::any_of(decision.control, [&](const Party& one) { return is_same(one, party); });
  if (!known) decision.control.push_back(party);
}

std::vector<Party> controllers(const FoundControl& control, const std::optional<Party>& signer) {
  std::vector<Party> parties;
  for (const FoundParty& found : control.parties) {
    if (parties.size() < most_controllers) parties.push_back(found.party);
  }
  if (control.signer && signer) parties.push_back(*signer);
  return parties;
}

/// «пп. 1.2, 2.2»: numbers of several levels are good for the whole document.
bool names_levels(const FoundControl& control) {
  return std::ranges::any_of(control.items,
                             [](const std::string& item) { return item.find('.') != std::string::npos; });
}

bool is_named(ControlReach reach) { return reach == ControlReach::items || reach == ControlReach::questions; }

using Range = std::pair<std::size_t, std::size_t>;

/// For each sentence the leaves, as a range of their places, that it may cover for its place in the text.
std::vector<Range> ranges_of(const std::vector<ControlDraft>& controls, std::size_t leaves) {
  struct Alike {
    std::size_t count = 0;
    std::size_t before = 0, last = 0;  ///< where the two last groups of them stand
    std::size_t together = 0;          ///< how many of the last group there were
  };
  std::unordered_map<std::uint64_t, Alike> alike;
  const auto key = [](const ControlDraft& draft) {
    const ControlReach reach = draft.control.reach;
    const bool own_block = reach == ControlReach::block || reach == ControlReach::rest;
    return std::uint64_t{own_block ? draft.block : 0} * 8 + (own_block ? 1 : is_named(reach) ? 2 : 0);
  };
  for (const ControlDraft& draft : controls) ++alike[key(draft)].count;

  std::vector<Range> ranges;
  for (const ControlDraft& draft : controls) {
    Alike& own = alike[key(draft)];
    const Bounds& most = is_named(draft.control.reach) ? of_named : of_wide;
    const std::size_t place = std::min(draft.place, leaves);
    if (place > own.last) {
      own.before = std::exchange(own.last, place);
      own.together = 0;
    }
    if (own.count <= most.in_text) {
      ranges.emplace_back(0, leaves);
    } else if (++own.together <= most.together) {
      ranges.emplace_back(own.before, own.last);
    } else {
      ranges.emplace_back(0, 0);
    }
  }
  return ranges;
}

/// Leaves found by what a control sentence calls them.
class LeafIndex {
 public:
  explicit LeafIndex(const std::vector<DecisionDraft>& leaves) {
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      for (const std::string& name : leaves[i].names) named_[name].push_back(i);
      for (const std::string& question : leaves[i].decision.agenda) asked_[question].push_back(i);
      in_block_[leaves[i].block].push_back(i);
    }
  }

  /// Those from `from` to before `to`; some may stand twice.
  Leaves meant_by(const ControlDraft& draft, std::size_t from, std::size_t to) const {
    Leaves meant;
    const auto add = [&](const auto& lists, const auto& key) {
      const auto list = lists.find(key);
      if (list == lists.end()) return;
      const auto first = std::ranges::lower_bound(list->second, from);
      meant.insert(meant.end(), first, std::lower_bound(first, list->second.end(), to));
    };
    switch (draft.control.reach) {
      case ControlReach::itself:
        break;
      case ControlReach::document:
      case ControlReach::subjects:
        meant.resize(to - from);
        std::iota(meant.begin(), meant.end(), from);
        break;
      case ControlReach::block:
      case ControlReach::rest:
        add(in_block_, draft.block);
        break;
      case ControlReach::items:
        for (const std::string& item : draft.control.items) add(named_, item);
        break;
      case ControlReach::questions:
        for (const std::string& item : draft.control.items) {
          add(named_, item);
          add(asked_, item);
        }
        break;
    }
    return meant;
  }

 private:
  std::unordered_map<std::string, Leaves> named_, asked_;
  std::unordered_map<std::uint32_t, Leaves> in_block_;
};

bool speaks_of(std::string_view text, const std::vector<std::string>& subjects) {
  return std::ranges::any_of(
      subjects, [text](const std::string& subject) { return text.find(subject) != std::string_view::npos; });
}

std::string folded(const std::string& text) { return to_utf8(prepare(text)); }

/// The agenda numbers of the questions whose titles speak of a subject.
std::vector<std::string> questions_about(const std::vector<std::string>& subjects,
                                         std::span<const AgendaItem> agenda) {
  std::vector<std::string> numbers;
  for (const AgendaItem& item : agenda) {
    if (!item.number.empty() && speaks_of(folded(item.title.value), subjects))
      numbers.push_back(item.number.value);
  }
  return numbers;
}

/// Subjects become questions where the agenda has such; else what has them in its wording is controlled.
void settle_subjects(Drafts& drafts, std::span<const AgendaItem> agenda) {
  bool by_subject = false;
  for (ControlDraft& draft : drafts.controls) {
    if (draft.control.reach != ControlReach::subjects) continue;
    by_subject = true;
    std::vector<std::string> questions = questions_about(draft.control.items, agenda);
    if (!questions.empty()) {
      draft.control.otherwise = ControlReach::questions;
      draft.control.items = std::move(questions);
    } else if (draft.control.otherwise != ControlReach::itself) {
      draft.control.reach = draft.control.otherwise;
    }
  }
  if (!by_subject) return;
  for (DecisionDraft& leaf : drafts.leaves) leaf.about = folded(leaf.decision.text.value);
}

/// «3. Контроль возложить на Котова» of no question, with nothing beside it to control: over all there is.
void settle_lone_sentences(Drafts& drafts) {
  std::unordered_set<std::uint32_t> working;  // blocks in which something else is decided
  for (const DecisionDraft& leaf : drafts.leaves) {
    if (leaf.decision.action != Action::control) working.insert(leaf.block);
  }
  for (ControlDraft& draft : drafts.controls) {
    const bool lone = draft.agenda.empty() && !working.contains(draft.block);
    if (draft.control.reach == ControlReach::block && lone) draft.control.reach = ControlReach::document;
  }
}

bool in_question(const DecisionDraft& leaf, const std::vector<std::string>& questions) {
  return std::ranges::any_of(leaf.decision.agenda, [&](const std::string& number) {
    return std::ranges::find(questions, number) != questions.end();
  });
}

/// Items are called by their numbers within one block or question, unless the numbers tell more.
bool is_near(const ControlDraft& draft, const DecisionDraft& leaf) {
  if (draft.control.reach == ControlReach::subjects) {
    const bool settled = draft.control.otherwise == ControlReach::questions;
    return settled ? in_question(leaf, draft.control.items) : speaks_of(leaf.about, draft.control.items);
  }
  if (!draft.control.questions.empty()) return in_question(leaf, draft.control.questions);
  return draft.control.reach != ControlReach::items || draft.block == leaf.block ||
         draft.agenda == leaf.decision.agenda || names_levels(draft.control);
}

/// «7. Контроль за пунктами 2–6 оставляю за собой» is a decision that its signer controls.
bool is_leaf_of_its_own(const ControlDraft& draft, const std::vector<DecisionDraft>& leaves) {
  return draft.control.signer && draft.place < leaves.size() && leaves[draft.place].block == draft.block &&
         leaves[draft.place].decision.action == Action::control;
}

}  // namespace

void hand_out_control(Drafts& drafts, const std::optional<Party>& signer,
                      std::span<const AgendaItem> agenda) {
  if (drafts.controls.empty()) return;
  settle_subjects(drafts, agenda);
  settle_lone_sentences(drafts);
  const LeafIndex index(drafts.leaves);
  const auto ranges = ranges_of(drafts.controls, drafts.leaves.size());
  std::vector<bool> covered(drafts.leaves.size(), false);
  const auto hand_out = [&](std::size_t sentence) {
    const ControlDraft& draft = drafts.controls[sentence];
    const std::vector<Party> parties = controllers(draft.control, signer);
    if (is_leaf_of_its_own(draft, drafts.leaves)) {
      for (const Party& party : parties) add_control(drafts.leaves[draft.place].decision, party);
    }
    for (const std::size_t i : index.meant_by(draft, ranges[sentence].first, ranges[sentence].second)) {
      const bool taken = draft.control.reach == ControlReach::rest && covered[i];
      if (taken || !is_near(draft, drafts.leaves[i])) continue;
      for (const Party& party : parties) add_control(drafts.leaves[i].decision, party);
      covered[i] = true;
    }
  };
  // «The rest» is what no other sentence covers.
  for (const bool rest : {false, true}) {
    for (std::size_t i = 0; i < drafts.controls.size(); ++i) {
      if ((drafts.controls[i].control.reach == ControlReach::rest) == rest) hand_out(i);
    }
  }
}

}  // namespace protokol
