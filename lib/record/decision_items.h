// Decisions from paragraphs: numbered and bulleted items, lead-ins, lines of labels, running text.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "calendar/date.h"
#include "record/decision_draft.h"
#include "record/outline.h"
#include "record/sections.h"

namespace protokol {

/// Reads the paragraphs of one section and adds its leaves, votes and control sentences to `drafts`.
void read_items(const Outline& outline, const Section& section, const std::optional<Date>& document_date,
                const Language& language, Drafts& drafts);

}  // namespace protokol
