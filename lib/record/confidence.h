// How sure the reading of a decision is.
#pragma once

#include "record/decision_draft.h"

namespace protokol {

/// high: nothing was guessed; low: much was. Control and votes that other lines hand down count, too.
Confidence confidence_of(const DecisionDraft& draft);

}  // namespace protokol
