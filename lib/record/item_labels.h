// What stands below an item of a list of decisions: lines of labels, and what goes on behind them.
#pragma once

#include <optional>
#include <vector>

#include "calendar/date.h"
#include "record/decision_draft.h"
#include "record/language.h"
#include "record/parties.h"
#include "record/passage.h"
#include "record/wording.h"

namespace protokol {

/// Those of a duty as parties.
std::vector<Party> parties_of(const std::vector<FoundParty>& found);
/// Adds the duties of a wording to those who are responsible and those who control.
void take_duties(const Wording& wording, std::vector<Party>& responsible, std::vector<Party>& control);

/// Adds what labels say to the last leaf of `drafts`, or to the leaves that they name.
class ItemLabels {
 public:
  ItemLabels(const std::optional<Date>& date, const Language& language, Drafts& drafts)
      : date_(date), language_(language), drafts_(drafts) {}

  /// A line of labels: «Срок: май. Отв. Котов И. И.»
  void add(const Passage& line);
  void add(const Wording& wording);

  /// «Срок: до 17 апреля; отчёт – до 20 апреля»: a deadline behind one word and its sign, and nothing asks
  /// for work.
  bool open_with_deadline(const Passage& line) const;
  /// Adds the labels that a line begins with; gives what stands behind them: «Срок – май. | Доложить штабу.»
  Passage take_front(const Passage& line);
  /// Sentences behind the labels of a numbered item are still the item's; false where it has no number.
  bool extend_item(const Passage& sentences);

  /// «Срок: то же.»
  bool is_ditto(const FoundDeadline& found) const;

 private:
  bool has_item() const;
  void repeat_deadlines();
  void add_deadline(const FoundDeadline& found);
  bool is_beside(const DecisionDraft& leaf, const std::string& item) const;

  const std::optional<Date>& date_;
  const Language& language_;
  Drafts& drafts_;
};

}  // namespace protokol
