// One decision's wording: what stands apart or closes a sentence (deadlines, responsible, control, votes) is read
// and leaves the text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "record/deadlines.h"
#include "record/duties.h"
#include "record/language.h"
#include "record/passage.h"
#include "record/protocol.h"
#include "record/votes.h"

namespace protokol {

/// What a wording holds. Where nothing but labelled places stand in it, `text` has no letters: then it is a line
/// that belongs to the decision before it.
struct Wording {
  Field text;
  std::vector<FoundDuty> duties;
  std::vector<FoundDeadline> deadlines;
  std::vector<FoundVote> votes;
  bool kept_whole = false;    ///< labels and nothing else, but an item of its own
  std::vector<Claim> claims;  ///< what left the text, by the rules that took it; `field` is left open

  bool is_only_labels() const { return text.empty(); }
};

Wording read_wording(const Passage& passage, const std::optional<Date>& document_date, const Language& language);

/// The printed wording of the passage without the removed token spans: on one line, without a final «;».
std::string wording_without(const Passage& passage, const std::vector<Span>& removed);

}  // namespace protokol
