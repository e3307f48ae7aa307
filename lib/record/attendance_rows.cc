// A table of those present, row by row.
#include <algorithm>
#include <utility>

#include "record/attendance_list.h"
#include "record/list_marks.h"

namespace protokol {

namespace {

constexpr std::string_view separators = " ,;:.-*";

}  // namespace

void AttendanceList::read_row(const std::vector<Passage>& cells) {
  struct Filled {
    Passage passage;
    bool people = false;
  };
  std::vector<Filled> filled;
  std::optional<Attendance> status = status_;
  for (const Passage& cell : cells) {
    begin(cell);
    bool number =
        cell.tokens.size() <= 2 && !cell.empty() && cell.token(cell.tokens.from).kind == TokenKind::number;
    if (!list_marks(cell, "attendance columns", language_.grammar).empty()) return;
    const Mark* only = cell.empty() ? nullptr : marks_.at(cell.tokens.from);
    bool told = only && only->kind == "status" &&
                trimmed(cell.within({only->tokens.to, cell.tokens.to}), separators).empty();
    if (told) status = status_of(*only);
    if (!told && !trimmed(cell, separators).empty() && !(number && filled.empty()))
      filled.push_back({cell, !people_.empty()});
  }
  std::optional<Attendance> outer = std::exchange(status_, status);
  auto people = std::ranges::find_if(filled, &Filled::people);
  if (people == filled.end()) {
    const bool told = status != outer;
    if (filled.size() == 1 && !told && cells.size() > 1) come_from(filled[0].passage);
    if (filled.size() > 1 || (told && !filled.empty()))
      read_unnamed(filled[0].passage, filled.back().passage);
  } else {
    lasting_role_.clear();
    for (auto cell = filled.begin(); cell != people; ++cell) come_from(cell->passage);
    begin(people->passage);
    std::size_t before = entries_.size();
    read_clauses(people->passage);
    auto role = std::next(people);
    for (std::size_t i = before; role != filled.end() && i < entries_.size(); ++i)
      describe(entries_[i], role->passage);
  }
  status_ = outer;
}

/// A row without names: «стройконтроль | отсутствовал», «Родители | 13».
void AttendanceList::read_unnamed(const Passage& label, const Passage& last) {
  std::size_t before = entries_.size();
  begin(label);
  read_clauses(label);
  bool number =
      last.tokens.from != label.tokens.from && last.token(last.tokens.from).kind == TokenKind::number;
  if (number && entries_.size() == before + 1)
    entries_.back().attendee.count = number_at(*last.text, last.tokens.from);
}

void AttendanceList::describe_last(const Passage& role) {
  if (!entries_.empty()) describe(entries_.back(), role);
}

void AttendanceList::describe(AttendanceEntry& entry, const Passage& role) {
  std::string& known = entry.attendee.party.role;
  std::string text = wording(trimmed(role, separators));
  known = known.empty() ? text : known + ", " + text;
  entry.source.to = std::max(entry.source.to, source(role).to);
}

}  // namespace protokol
