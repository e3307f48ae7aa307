// How sure the reading of a decision is.
#pragma once

#include "record/decision_draft.h"

namespace protokol {

/// high: nothing was guessed; medium: one or two doubts; low: more. What casts doubt:
///  - the cut: running text without marks, an item in the middle of a paragraph, several sentences in one
///  item,
///    labels kept as the wording;
///  - the action: no verb tells it;
///  - who acts: a task that is nobody's, an addressee that stands neither first nor behind the verb, one
///  handed
///    down to an act that is complete in itself, somebody named without a label, bare surnames and bodies of
///    one word or several clauses, initials within a post or body;
///  - control handed down to a decision that has no number to be called by;
///  - a deadline that no rule knows, or that hangs on an event.
/// Control and votes that other lines hand down count, too: ask when the draft is complete.
Confidence confidence_of(const DecisionDraft& draft);

}  // namespace protokol
