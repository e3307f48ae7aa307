// Deadlines: in a place that holds nothing else, and in the wording of a decision.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "calendar/date.h"
#include "grammar/grammar.h"
#include "morphology/dictionary.h"
#include "record/protocol.h"
#include "text/tokens.h"

namespace protokol {

struct DeadlineContext {
  /// The meeting's day; without it a day that lacks its year, and all that is counted from it, stays open.
  std::optional<Date> document_date;
  /// Tokens that other readings have claimed (responsible, control, vote), in order: at a sentence's end
  /// they count as not there.
  std::vector<Span> taken;
};

/// A deadline in a decision's wording.
struct FoundDeadline {
  Deadline deadline;
  Span tokens;        ///< the phrase itself
  bool cut = false;   ///< it stands apart or closes its sentence: the wording goes without it
  Span removal;       ///< where it is cut: the phrase with its label, brackets and separator
  std::string items;  ///< the item numbers that its label names («Срок по пп. 2.1, 2.2»), as printed
};

/// A labelled place or a table cell: everything there is a deadline, and what no rule understands is an
/// event. A label at its head is passed over; an empty place, a dash or «TBD» gives none. Spans are bytes of
/// the document. A place that names items («по пп. 2.1 – до мая, по п. 2.3 – до июня») gives them in
/// FoundDeadline::items.
std::vector<FoundDeadline> read_deadlines(const TokenText& text, std::string_view document_text, Span tokens,
                                          const DeadlineContext& context, const Grammar& grammar);

/// The deadlines in a decision's wording, ordered by place. Removals of neighbours may touch or overlap.
std::vector<FoundDeadline> find_deadlines(const TokenText& text, std::string_view document_text, Span tokens,
                                          const DeadlineContext& context, const Grammar& grammar,
                                          const Dictionary& dictionary);

/// For tests and `explain`: «date end=2020-10-01 «до 1 октября»», joined by « | ».
std::string dump(const std::vector<FoundDeadline>& deadlines);

}  // namespace protokol
