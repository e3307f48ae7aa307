#include "emit/tables.h"

#include <fmt/format.h>

#include <array>

#include "emit/names.h"

namespace protokol {

namespace {

using Columns = std::span<const std::string_view>;

constexpr std::array<std::string_view, 22> decision_columns{
    "source",        "document_number", "document_date", "document_title", "decision_number", "agenda",
    "action",        "addressees",      "decision",      "responsible",    "control",         "deadlines",
    "deadline_type", "deadline_start",  "deadline_end",  "recurrence",     "duration",        "votes_for",
    "votes_against", "votes_abstained", "unanimous",     "organization"};

constexpr std::array<std::string_view, 6> agenda_columns{"source",        "document_number", "document_date",
                                                         "agenda_number", "agenda_title",    "speakers"};

constexpr std::array<std::string_view, 10> people_columns{
    "source", "document_number", "document_date", "part", "item", "status", "name", "role", "group", "count"};

constexpr std::array<std::string_view, 22> document_columns{
    "source", "encoding",     "kind",        "number",       "date",        "time",
    "place",  "organization", "title",       "topic",        "approved_by", "approval_date",
    "chair",  "secretary",    "attendees",   "agenda_items", "decisions",   "warnings",
    "unread", "error_code",   "error_stage", "error_message"};

template <typename Items, typename Wording>
std::string joined(const Items& items, Wording wording) {
  std::string text;
  for (const auto& item : items) {
    const std::string part{wording(item)};
    if (part.empty()) continue;
    if (!text.empty()) text += "; ";
    text += part;
  }
  return text;
}

// «name, role», or whichever of a party's values there is.
std::string party_wording(const Party& party) {
  if (!party.name.empty()) return party.role.empty() ? party.name : party.name + ", " + party.role;
  if (!party.group.empty()) return party.group;
  return party.role.empty() ? party.text : party.role;
}

std::string parties(const std::vector<Party>& list) { return joined(list, party_wording); }

std::string strings(const std::vector<std::string>& list) {
  return joined(list, [](const std::string& text) { return text; });
}

TableCell text(std::string value) { return {std::move(value), CellKind::text}; }
TableCell day(std::string value) { return {std::move(value), CellKind::day}; }
TableCell choice(std::string_view value) { return {std::string(value), CellKind::choice}; }
TableCell number(std::size_t value) { return {std::to_string(value), CellKind::number}; }
TableCell number(std::optional<double> value) {
  return {value ? fmt::format("{}", *value) : std::string(), CellKind::number};
}

TableRow document_cells(const Result& result, const Protocol& protocol) {
  return {text(result.source), text(protocol.header.number.value), day(protocol.header.date.value)};
}

// The first deadline that can be put on a calendar; without one, the first.
Deadline leading_deadline(const std::vector<Deadline>& deadlines) {
  for (const Deadline& deadline : deadlines) {
    if (!deadline.start.empty() || !deadline.end.empty()) return deadline;
  }
  return deadlines.front();
}

void add_deadlines(TableRow& row, const std::vector<Deadline>& deadlines) {
  row.push_back(text(joined(deadlines, [](const Deadline& deadline) { return deadline.text; })));
  if (deadlines.empty()) {
    row.insert(row.end(), 3, TableCell{});
  } else {
    const Deadline leading = leading_deadline(deadlines);
    row.push_back(choice(name_of(leading.type)));
    row.push_back(day(leading.start));
    row.push_back(day(leading.end));
  }
  row.push_back(text(joined(deadlines, [](const Deadline& deadline) { return deadline.rrule; })));
  row.push_back(text(joined(deadlines, [](const Deadline& deadline) { return deadline.duration; })));
}

TableRow decision_row(const Result& result, const Protocol& protocol, const Decision& decision) {
  TableRow row = document_cells(result, protocol);
  row.push_back(text(protocol.header.title.value));
  row.push_back(text(decision.number.value));
  row.push_back(text(strings(decision.agenda)));
  row.push_back(choice(name_of(decision.action)));
  row.push_back(text(parties(decision.addressees)));
  row.push_back(text(decision.text.value));
  row.push_back(text(parties(decision.responsible)));
  row.push_back(text(parties(decision.control)));
  add_deadlines(row, decision.deadlines);
  row.push_back(number(decision.vote.in_favour));
  row.push_back(number(decision.vote.against));
  row.push_back(number(decision.vote.abstained));
  row.push_back(choice(decision.vote.unanimous ? "true" : ""));
  row.push_back(text(protocol.header.organization.value));
  return row;
}

TableRow agenda_row(const Result& result, const Protocol& protocol, const AgendaItem& item) {
  TableRow row = document_cells(result, protocol);
  row.push_back(text(item.number.value));
  row.push_back(text(item.title.value));
  row.push_back(text(parties(item.speakers)));
  return row;
}

// Collects the rows of `people`: everyone whom the protocol names, once for each place that names him.
class People {
 public:
  explicit People(TableRow document) : document_(std::move(document)) {}

  void add(std::string_view part, const std::string& item, const Party& party) {
    add(part, item, "", party, TableCell{"", CellKind::number});
  }
  void add(std::string_view part, const std::string& item, const std::vector<Party>& list) {
    for (const Party& party : list) add(part, item, party);
  }
  void add(const Attendee& attendee) {
    const std::optional<double> count =
        attendee.count ? std::optional<double>(*attendee.count) : std::nullopt;
    add("attendee", "", name_of(attendee.status), attendee.party, number(count));
  }
  std::vector<TableRow> take() { return std::move(rows_); }

 private:
  void add(std::string_view part, const std::string& item, std::string_view status, const Party& party,
           TableCell count) {
    TableRow row = document_;
    row.push_back(choice(part));
    row.push_back(text(item));
    row.push_back(choice(status));
    row.push_back(text(party.name));
    row.push_back(text(party.role));
    row.push_back(text(party.group));
    row.push_back(std::move(count));
    rows_.push_back(std::move(row));
  }

  TableRow document_;
  std::vector<TableRow> rows_;
};

Party person(const std::string& name, const std::string& role) {
  Party party;
  party.name = name;
  party.role = role;
  return party;
}

std::vector<TableRow> people_rows(const Result& result, const Protocol& protocol) {
  People people(document_cells(result, protocol));
  if (const auto& approval = protocol.header.approval) {
    people.add("approval", "", person(approval->name, approval->role));
  }
  people.add("chair", "", protocol.chair);
  people.add("secretary", "", protocol.secretary);
  for (const Attendee& attendee : protocol.attendees) people.add(attendee);
  for (const AgendaItem& item : protocol.agenda) people.add("speaker", item.number.value, item.speakers);
  for (const Hearing& hearing : protocol.hearings) {
    people.add(name_of(hearing.kind), strings(hearing.agenda), hearing.speakers);
  }
  for (const Decision& decision : protocol.decisions) {
    people.add("addressee", decision.number.value, decision.addressees);
    people.add("responsible", decision.number.value, decision.responsible);
    people.add("control", decision.number.value, decision.control);
  }
  for (const Signature& signature : protocol.signatures) {
    people.add("signature", "", person(signature.name, signature.role));
  }
  return people.take();
}

TableRow document_row(const Result& result, const Protocol& protocol) {
  const Header& header = protocol.header;
  const Approval approval = header.approval.value_or(Approval{});
  return {text(result.source),
          text(result.encoding),
          choice(header.kind ? name_of(*header.kind) : ""),
          text(header.number.value),
          day(header.date.value),
          text(header.time.value),
          text(header.place.value),
          text(header.organization.value),
          text(header.title.value),
          text(header.topic.value),
          text(party_wording(person(approval.name, approval.role))),
          day(approval.date),
          text(parties(protocol.chair)),
          text(parties(protocol.secretary)),
          number(protocol.attendees.size()),
          number(protocol.agenda.size()),
          number(protocol.decisions.size()),
          text(joined(protocol.warnings, [](const Warning& warning) { return warning.code; })),
          number(protocol.unread.size()),
          text(""),
          text(""),
          text("")};
}

TableRow error_row(const Result& result, const ErrorRecord& error) {
  TableRow row(document_columns.size());
  row.front() = text(result.source);
  row[row.size() - 3] = text(error.code);
  row[row.size() - 2] = text(error.stage);
  row[row.size() - 1] = text(error.message);
  return row;
}

}  // namespace

std::span<const std::string_view> table_columns(CsvTable table) {
  switch (table) {
    case CsvTable::decisions:
      return Columns(decision_columns);
    case CsvTable::agenda:
      return Columns(agenda_columns);
    case CsvTable::people:
      return Columns(people_columns);
    case CsvTable::documents:
      return Columns(document_columns);
  }
  return {};
}

std::vector<TableRow> table_rows(CsvTable table, const Result& result) {
  std::vector<TableRow> rows;
  const auto* protocol = std::get_if<Protocol>(&result.content);
  if (protocol == nullptr) {
    if (table == CsvTable::documents)
      rows.push_back(error_row(result, std::get<ErrorRecord>(result.content)));
    return rows;
  }
  switch (table) {
    case CsvTable::decisions:
      for (const Decision& decision : protocol->decisions)
        rows.push_back(decision_row(result, *protocol, decision));
      break;
    case CsvTable::agenda:
      for (const AgendaItem& item : protocol->agenda) rows.push_back(agenda_row(result, *protocol, item));
      break;
    case CsvTable::people:
      return people_rows(result, *protocol);
    case CsvTable::documents:
      rows.push_back(document_row(result, *protocol));
      break;
  }
  return rows;
}

}  // namespace protokol
