// One row is one decision: each cell is read by what its column is.
#include "record/decision_table.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "record/actions.h"
#include "record/addressees.h"
#include "record/duty_marks.h"
#include "record/groups.h"
#include "record/headings.h"
#include "record/row_titles.h"
#include "record/wording.h"

namespace protokol {

namespace {

std::vector<Party> parties_of(const std::vector<FoundParty>& found) {
  std::vector<Party> parties;
  for (const FoundParty& one : found) parties.push_back(one.party);
  return parties;
}

bool has_words(const Passage& cell) {
  for (std::uint32_t t = cell.tokens.from; t < cell.tokens.to; ++t) {
    if (cell.token(t).kind != TokenKind::sign) return true;
  }
  return false;
}

/// A whole cell as a number; a dash or «нет» is none.
std::optional<double> count_of(const Passage& cell) {
  if (cell.tokens.size() != 1 || cell.token(cell.tokens.from).kind != TokenKind::number) return std::nullopt;
  const std::string_view digits = cell.at(cell.tokens.from);
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

class DecisionTable::Rows {
 public:
  Rows(DecisionTable& table, const Outline& outline, const Section& section, const std::optional<Date>& date,
       const Language& language, Drafts& drafts)
      : table_(table),
        outline_(outline),
        section_(section),
        date_(date),
        language_(language),
        drafts_(drafts),
        ditto_(group_named(language.grammar, "ditto")) {}

  void read() {
    for (std::uint32_t i = section_.from; i < section_.to; ++i) {
      if (const auto title = row_title(outline_, i, language_))
        ask(outline_.units[i], *title);
      else
        row(outline_.units[i]);
    }
  }

 private:
  void ask(const Unit& unit, const RowTitle& title) {
    claim_row(unit);
    table_.addressees_.clear();
    table_.questions_ = table_.names_ = {title.number};
  }

  void row(const Unit& unit) {
    claim_row(unit);
    if (auto columns = columns_of(unit, language_)) {
      const bool again = table_.table_ == unit.table || *columns == table_.columns_;
      table_.columns_ = std::move(*columns);
      if (!again) start_table();
      table_.table_ = unit.table;
      return;
    }
    if (table_.columns_.empty()) table_.columns_ = guessed_columns(unit);
    if (is_column_count(unit)) return;
    if (const auto across = single_cell(unit)) return row_across(unit, *across);
    if (!has_task(unit)) return go_on(unit);
    decision(unit);
  }

  void start_table() {
    table_.addressees_.clear();
    table_.names_.clear();
    table_.questions_.clear();
    table_.people_above_.clear();
  }

  void claim_row(const Unit& unit) {
    for (const Passage& cell : unit.cells) {
      if (!cell.empty()) drafts_.claims.push_back({source(cell), "table.cell", "decisions", ""});
    }
  }

  /// A table without a heading row: the longest cell is the task, the first number the number.
  std::vector<Column> guessed_columns(const Unit& unit) const {
    std::vector<Column> columns(unit.cells.size(), Column::other);
    std::size_t longest = 0;
    for (std::size_t c = 0; c < unit.cells.size(); ++c) {
      if (unit.cells[c].tokens.size() > unit.cells[longest].tokens.size()) longest = c;
    }
    if (columns.empty()) return columns;
    columns[longest] = Column::task;
    if (longest > 0) columns[0] = Column::number;
    for (std::size_t c = longest + 1; c < columns.size(); ++c) columns[c] = kind_of(unit.cells[c]);
    return columns;
  }

  Column kind_of(const Passage& cell) const {
    const auto deadlines =
        read_deadlines(*cell.text, cell.document, cell.tokens, {date_, {}}, language_.grammar);
    const bool dated = std::ranges::any_of(
        deadlines, [](const FoundDeadline& one) { return one.deadline.type != DeadlineType::event; });
    return dated ? Column::deadline : Column::responsible;
  }

  /// «1 | 2 | 3 | 4»: the columns counted.
  bool is_column_count(const Unit& unit) const {
    for (std::size_t c = 0; c < unit.cells.size(); ++c) {
      const auto value = count_of(unit.cells[c]);
      if (!value || *value != static_cast<double>(c + 1)) return false;
    }
    return unit.cells.size() > 1;
  }

  /// The only cell of the row that holds words, where it is no numbered task of its own.
  std::optional<std::size_t> single_cell(const Unit& unit) const {
    std::optional<std::size_t> only;
    for (std::size_t c = 0; c < unit.cells.size(); ++c) {
      if (!has_words(unit.cells[c])) continue;
      if (only) return std::nullopt;
      only = c;
    }
    if (only && column(*only) == Column::task && !is_lead(unit.cells[*only]) &&
        is_task(unit.cells[*only], *only))
      return std::nullopt;
    return only;
  }

  /// Under a column of numbers only the first cell goes across; without one, what decides nothing.
  bool is_task(const Passage& cell, std::size_t index) const {
    if (has(table_.columns_, Column::number)) return index > 0;
    return has_operative_verb(cell, Asked::nobody, language_);
  }

  bool is_lead(const Passage& cell) const { return is_sign(*cell.text, cell.tokens.to - 1, ":"); }

  Column column(std::size_t cell) const {
    return cell < table_.columns_.size() ? table_.columns_[cell] : Column::other;
  }

  /// A row across the columns: a question, who must act, or a mere heading.
  void row_across(const Unit& unit, std::size_t cell) {
    const Passage& text = unit.cells[cell];
    table_.addressees_.clear();
    const Marker marker = marker_at(text);
    table_.names_.clear();
    if (!marker.text.empty()) table_.names_.push_back(marker.text);
    const auto headings = find_headings(text, language_);
    if (!headings.empty() && headings.front().names_question) {
      table_.questions_ = headings.front().questions;
      table_.names_ = table_.questions_;
      return;
    }
    Passage words = text;
    if (marker.kind != MarkerKind::none) words.tokens.from = marker.tokens.to;
    const FoundAddressees found = read_addressees(words, language_);
    const bool addresses = is_lead(text) || std::ranges::all_of(found.parties, [](const FoundParty& one) {
                             return one.stood_in == Case::dative && one.party.text != one.party.group;
                           });
    if (addresses) table_.addressees_ = parties_of(found.parties);
  }

  bool has_task(const Unit& unit) const {
    for (std::size_t c = 0; c < unit.cells.size(); ++c) {
      if (column(c) == Column::task && has_words(unit.cells[c])) return true;
    }
    return false;
  }

  /// A row without a task goes on with the one above.
  void go_on(const Unit& unit) {
    if (drafts_.leaves.empty()) return;
    Decision& decision = drafts_.leaves.back().decision;
    for (std::size_t c = 0; c < unit.cells.size(); ++c) {
      if (has_words(unit.cells[c])) read_cell(unit, c, decision, nullptr);
    }
  }

  void decision(const Unit& unit) {
    const Decision* above = drafts_.leaves.empty() || drafts_.leaves.back().block != drafts_.block
                                ? nullptr
                                : &drafts_.leaves.back().decision;
    DecisionDraft draft;
    draft.block = drafts_.block;
    draft.names = table_.names_;
    Decision& decision = draft.decision;
    decision.agenda = table_.questions_.empty() ? section_.questions : table_.questions_;
    decision.addressees = table_.addressees_;
    bool dropped = false;
    for (std::size_t c = 0; c < unit.cells.size(); ++c) {
      if (column(c) == Column::task) read_task(unit.cells[c], decision);
    }
    for (std::size_t c = 0; c < unit.cells.size(); ++c) {
      if (column(c) != Column::task) read_cell(unit, c, decision, above);
      dropped = dropped || is_voted_down(unit.cells[c]);
    }
    if (dropped || decision.text.empty()) return;
    set_action(unit, decision);
    draft.doubts.no_marker = decision.number.empty();
    for (const Passage& cell : unit.cells) {
      if (cell.empty()) continue;
      const Span place = source(cell);
      decision.span = decision.span.empty() ? place
                                            : Span{std::min(decision.span.from, place.from),
                                                   std::max(decision.span.to, place.to)};
    }
    if (!decision.number.empty()) add_names(decision.number.value, draft.names);
    drafts_.leaves.push_back(std::move(draft));
  }

  bool is_voted_down(const Passage& cell) const {
    if (cell.empty() || cell.tokens.size() > 12) return false;
    const auto votes = find_votes(cell, language_);
    return std::ranges::any_of(votes,
                               [](const FoundVote& vote) { return vote.verdict == Verdict::not_adopted; });
  }

  void read_task(const Passage& cell, Decision& decision) {
    Passage words = cell;
    const Marker marker = marker_at(cell);
    // «2. | 2.1. Купить дрова | …»: the task's own number says more than its row's.
    const bool deeper = marker.path.size() > 1;
    if (marker.kind == MarkerKind::number && (deeper || !has(table_.columns_, Column::number))) {
      decision.number = {marker.text, cell.text->source(marker.tokens), "layout.number"};
      words.tokens.from = marker.tokens.to;
    }
    const Wording wording = read_wording(words, date_, language_);
    decision.text = wording.text;
    if (decision.text.empty()) decision.text = {protokol::wording(words), source(words), "decision.text"};
    drafts_.claims.insert(drafts_.claims.end(), wording.claims.begin(), wording.claims.end());
    for (const FoundDeadline& found : wording.deadlines) decision.deadlines.push_back(found.deadline);
    for (const FoundDuty& duty : wording.duties) {
      auto& parties = duty.kind == DutyKind::responsible ? decision.responsible : decision.control;
      for (const FoundParty& one : duty.parties) parties.push_back(one.party);
    }
    for (const FoundParty& one : find_addressees(words, language_).parties)
      decision.addressees.push_back(one.party);
  }

  /// `above`: the decision whose values a ditto mark or a merged cell takes.
  void read_cell(const Unit& unit, std::size_t index, Decision& decision, const Decision* above) {
    const Passage& cell = unit.cells[index];
    const bool merged = index < unit.merged.size() && unit.merged[index];
    switch (column(index)) {
      case Column::number:
        return read_number(cell, decision);
      case Column::responsible:
      case Column::partner:
        return read_people(cell, merged, index, decision.responsible);
      case Column::duty:
        return read_duty(cell, merged, index, decision, above);
      case Column::control:
        return read_people(cell, merged, index, decision.control);
      case Column::addressee:
        return read_addressed(cell, merged, decision, above);
      case Column::deadline:
        return read_deadline(cell, merged, decision, above);
      case Column::status:
        return read_status(cell, decision);
      case Column::in_favour:
        decision.vote.in_favour = count_of(cell);
        break;
      case Column::against:
        decision.vote.against = count_of(cell);
        break;
      case Column::abstained:
        decision.vote.abstained = count_of(cell);
        break;
      default:
        return;
    }
    if (!cell.empty()) decision.vote.span = source(cell);
  }

  void read_number(const Passage& cell, Decision& decision) {
    const Passage number = trimmed(cell, ".)(");
    if (!decision.number.empty()) return;
    if (number.empty() || number.tokens.size() > 12 || !has_words(number)) return;
    decision.number = {wording(number), source(number), "table.number"};
  }

  /// Whether the cell repeats the one above: by a mark, or by being merged with it.
  bool is_ditto(const Passage& cell, bool merged) const {
    if (merged && cell.empty()) return true;
    if (cell.empty() || ditto_.empty() || cell.tokens.size() > 8) return false;
    for (const Mark& mark : language_.grammar.find(*cell.text, cell.tokens, ditto_)) {
      if (mark.tokens == cell.tokens) return true;
    }
    return false;
  }

  void read_people(const Passage& cell, bool merged, std::size_t column, std::vector<Party>& parties) {
    if (table_.people_above_.size() <= column) table_.people_above_.resize(column + 1);
    std::vector<Party>& above = table_.people_above_[column];
    if (!is_ditto(cell, merged)) {
      if (!has_words(cell)) return;  // «он же» below means the last one named
      Passage rest = cell;
      if (!begins_with_ditto(cell, rest)) above.clear();
      if (has_words(rest)) {
        for (const FoundParty& one : read_parties(rest, Case::none, language_)) above.push_back(one.party);
        if (above.empty() && is_pronoun(rest)) above.push_back(everybody(rest));
      }
    }
    parties.insert(parties.end(), above.begin(), above.end());
  }

  /// «все», «каждый»
  bool is_pronoun(const Passage& cell) const {
    const Passage word = trimmed(cell, ".,;");
    if (word.tokens.size() != 1) return false;
    return std::ranges::any_of(language_.dictionary.readings(word.at(word.tokens.from)),
                               [](const Reading& one) { return one.part == PartOfSpeech::pronoun; });
  }

  static Party everybody(const Passage& cell) {
    Party party;
    party.group = wording(cell);
    party.span = source(cell);
    party.rule = "table.everybody";
    return party;
  }

  /// «он же, Дудкина С.С.»: the mark, and the rest of the cell.
  bool begins_with_ditto(const Passage& cell, Passage& rest) const {
    if (ditto_.empty()) return false;
    for (const Mark& mark : language_.grammar.find(*cell.text, cell.tokens, ditto_)) {
      if (mark.tokens.from != cell.tokens.from) continue;
      rest.tokens.from = mark.tokens.to;
      return true;
    }
    return false;
  }

  void read_addressed(const Passage& cell, bool merged, Decision& decision, const Decision* above) {
    if (is_ditto(cell, merged)) {
      if (above) decision.addressees = above->addressees;
      return;
    }
    if (!has_words(cell)) return;
    for (const FoundParty& one : read_addressees(cell, language_).parties)
      decision.addressees.push_back(one.party);
  }

  /// «Котов И. И., до 1 мая», «до 1 мая, Котов И. И.»
  void read_duty(const Passage& cell, bool merged, std::size_t index, Decision& decision,
                 const Decision* above) {
    if (cell.empty()) return read_people(cell, merged, index, decision.responsible);
    constexpr std::string_view signs = " ,;:-";
    const MarkList times = time_marks(cell, language_);
    const Passage before = trimmed(cell.within(before_times(cell, times)), signs);
    Passage time = cell, people = before;
    if (before.empty()) {
      for (const Mark& mark : times) time.tokens.to = mark.tokens.to;
      people = trimmed(cell.within({time.tokens.to, cell.tokens.to}), signs);
    } else {
      time = trimmed(cell.within({before.tokens.to, cell.tokens.to}), signs);
    }
    read_people(people, merged, index, decision.responsible);
    if (has_words(time)) read_deadline(time, false, decision, above);
  }

  void read_deadline(const Passage& cell, bool merged, Decision& decision, const Decision* above) {
    if (is_ditto(cell, merged)) {
      if (above)
        decision.deadlines.insert(decision.deadlines.end(), above->deadlines.begin(), above->deadlines.end());
      return;
    }
    for (const FoundDeadline& found :
         read_deadlines(*cell.text, cell.document, cell.tokens, {date_, {}}, language_.grammar)) {
      decision.deadlines.push_back(found.deadline);
    }
  }

  /// «не выполнено, срок перенесен на 19.08.2022» moves the deadline; every other mark is no field.
  void read_status(const Passage& cell, Decision& decision) {
    if (cell.empty()) return;
    for (const FoundDeadline& found : moved_deadlines(cell)) decision.deadlines.push_back(found.deadline);
  }

  std::vector<FoundDeadline> moved_deadlines(const Passage& cell) const {
    const std::string_view group = group_named(language_.grammar, "moved");
    if (group.empty()) return {};
    for (const Mark& mark : language_.grammar.find(*cell.text, cell.tokens, group)) {
      return read_deadlines(*cell.text, cell.document, {mark.tokens.to, cell.tokens.to}, {date_, {}},
                            language_.grammar);
    }
    return {};
  }

  void set_action(const Unit& unit, Decision& decision) const {
    const auto asked = decision.addressees.empty() ? Asked::nobody : Asked::somebody;
    decision.action = Action::assign;
    decision.action_rule = "table.task";
    for (std::size_t c = 0; c < unit.cells.size(); ++c) {
      if (column(c) != Column::task || unit.cells[c].empty()) continue;
      if (const auto action = find_action(unit.cells[c], asked, language_)) {
        const bool charged = action->act && !decision.responsible.empty();
        decision.action = charged ? Action::assign : action->action;
        decision.action_rule = action->rule;
      }
    }
  }

  DecisionTable& table_;
  const Outline& outline_;
  const Section& section_;
  const std::optional<Date>& date_;
  const Language& language_;
  Drafts& drafts_;
  std::string_view ditto_;
};

void DecisionTable::read(const Outline& outline, const Section& section,
                         const std::optional<Date>& document_date, const Language& language, Drafts& drafts) {
  Rows(*this, outline, section, document_date, language, drafts).read();
}

std::vector<FoundVote> VoteTable::read(const Outline&, const Unit& row, const Language& language,
                                       Drafts& drafts) {
  for (const Passage& cell : row.cells) {
    if (!cell.empty()) drafts.claims.push_back({source(cell), "table.vote", "decisions.vote", ""});
  }
  if (auto columns = columns_of(row, language)) {
    columns_ = std::move(*columns);
    table_ = row.table;
    return {};
  }
  FoundVote sum;
  if (row.table != table_) return {};
  for (std::size_t c = 0; c < row.cells.size() && c < columns_.size(); ++c) {
    const auto count = count_of(row.cells[c]);
    if (columns_[c] == Column::in_favour) sum.vote.in_favour = count;
    if (columns_[c] == Column::against) sum.vote.against = count;
    if (columns_[c] == Column::abstained) sum.vote.abstained = count;
    if (count) sum.vote.span = source(row.cells[c]);
  }
  sum.vote.rule = "table.vote";
  if (sum.vote.empty()) return {};
  return {sum};
}

}  // namespace protokol
