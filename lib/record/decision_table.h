// Decisions from the rows of a table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "record/columns.h"
#include "record/decision_draft.h"
#include "record/outline.h"
#include "record/sections.h"

namespace protokol {

/// Reads the rows of one table after another; remembers the columns, and the row above for ditto marks.
class DecisionTable {
 public:
  /// Adds the leaves of a section's rows to `drafts`. A row that only names who must act, or a question, holds for
  /// the rows under it.
  void read(const Outline& outline, const Section& section, const std::optional<Date>& document_date,
            const Language& language, Drafts& drafts);

 private:
  class Rows;
  std::uint16_t table_ = 0;
  std::vector<Column> columns_;
  std::vector<Party> addressees_;        ///< of the row across the columns
  std::vector<std::string> questions_;   ///< of such a row, or of the section
  std::vector<std::string> names_;
  std::vector<std::vector<Party>> people_above_;  ///< by column: what the row above has there
};

/// A table of who voted how: «Член СД | За | Против | Возд.»; its last row holds the sums.
class VoteTable {
 public:
  std::vector<FoundVote> read(const Outline& outline, const Unit& row, const Language& language, Drafts& drafts);

 private:
  std::vector<Column> columns_;
  std::uint16_t table_ = 0;
};

}  // namespace protokol
