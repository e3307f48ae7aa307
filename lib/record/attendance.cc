// Who was there: the sections that list people, and what the head says of it.
#include "record/attendance.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>
#include <utility>

#include "record/attendance_list.h"
#include "record/list_marks.h"
#include "record/noun_phrase.h"
#include "record/parties.h"

namespace protokol {

namespace {

std::optional<Attendance> status_of(SectionKind kind) {
  if (kind == SectionKind::present) return Attendance::present;
  if (kind == SectionKind::absent) return Attendance::absent;
  if (kind == SectionKind::invited) return Attendance::invited;
  return std::nullopt;
}

/// Heading and content: the heading's words are part of the statement («Из 6 членов присутствуют»).
Passage statement(const Outline& outline, const Unit& unit) {
  Passage passage = outline.content(unit);
  if (unit.heading.found()) passage.tokens.from = unit.heading.tokens.from;
  return passage;
}

/// What a line of a list is, as far as it decides how its neighbours are read.
struct Line {
  bool names = false;  ///< it begins with a name
  bool people = false;
  bool number = false;  ///< nothing but a running number
};

Line line_of(const Passage& passage, const Language& language) {
  Line line;
  if (passage.empty()) return line;
  line.number = passage.tokens.size() <= 2 && passage.token(passage.tokens.from).kind == TokenKind::number;
  const std::vector<Span> names = find_names(passage, language);
  line.people = !names.empty();
  line.names = line.people && names[0].from == passage.tokens.from;
  return line;
}

/// A line that begins with a name, and no post stands beside any of its names.
bool names_without_posts(const Passage& passage, const Language& language) {
  if (!line_of(passage, language).names) return false;
  return std::ranges::all_of(find_persons(passage, Case::nominative, language),
                             [](const FoundParty& one) { return one.party.role.empty(); });
}

/// Lists of one section: line by line, a line without names may tell whom the next ones come from.
class SectionReading {
 public:
  SectionReading(const Outline& outline, const Section& section, const Language& language)
      : outline_(outline), section_(section), language_(language), list_(status_of(section.kind), language) {}

  /// The list goes on from the section before: «Члены комиссии: …» behind «Присутствовали: / Председатель:
  /// …».
  void go_on_from(const AttendanceList& earlier) { list_.go_on_from(earlier); }

  AttendanceList read() {
    for (std::uint32_t i = section_.from; i < section_.to; ++i) {
      const Unit& unit = outline_.units[i];
      if (unit.kind == UnitKind::row) {
        if (list_.open()) list_.read_row(unit.cells);
      } else {
        read_line(i, statement(outline_, unit));
      }
    }
    return std::move(list_);
  }

 private:
  void read_line(std::uint32_t i, const Passage& passage) {
    if (passage.empty()) return;
    const MarkList marks = list_marks(passage, "attendance", language_.grammar);
    const Unit& unit = outline_.units[i];
    if (unit.heading.found() && passage.tokens != unit.tokens && marks.within(unit.heading.tokens).empty()) {
      return read_line(i, outline_.content(unit));  // «Были все мастера»
    }
    auto has = [&marks](std::string_view kind) {
      return std::ranges::any_of(marks, [kind](const Mark& mark) { return mark.kind == kind; });
    };
    bool statement = has("status") || has("advisory");
    if (!has("people") && unit_is_item(i, passage)) return list_.close();
    if (!list_.open() && !statement && !opens_in_head(i, passage)) return;
    if (i > 0) list_.announce(outline_.content(outline_.units[i - 1]));
    if (const MarkList column = list_marks(passage, "attendance columns", language_.grammar);
        !column.empty()) {
      role_follows_ = role_follows_ || column.front().value == "role";
      return;
    }
    Line line = line_of(passage, language_);
    if (line.number && !statement) return;
    if (!statement && !line.people && role_follows_) return list_.describe_last(passage);
    const bool heads = introduces(i) || (names_side(passage, marks) && people_follow(i));
    if (!statement && !line.people && !has("people") && heads) return list_.come_from(passage);
    const bool foreign = list_.open() && marks.empty() && !line.people;
    if (foreign && (is_other_field(passage) || begins_another_matter(i, passage))) return list_.close();
    list_.read(passage);
  }

  /// «Предмет закупки: ремонт крыши.» behind people: a label of something else, and no count behind it.
  bool is_other_field(const Passage& passage) const {
    constexpr std::uint32_t longest_label = 8;  // tokens
    if (list_.entries().empty()) return false;
    const std::uint32_t limit = std::min(passage.tokens.to, passage.tokens.from + longest_label);
    for (std::uint32_t t = passage.tokens.from; t + 1 < limit; ++t) {
      if (!is_sign(*passage.text, t, ":")) continue;
      return passage.token(t + 1).kind != TokenKind::number;
    }
    return false;
  }

  /// «Рассмотрение заявок на ремонт» behind people and a blank line: a thing, and no body.
  bool begins_another_matter(std::uint32_t i, const Passage& passage) const {
    if (list_.entries().empty() || outline_.units[i].blank_before == 0) return false;
    const std::string_view first = passage.at(passage.tokens.from);
    return is_word(*passage.text, passage.tokens.from) && language_.dictionary.names_thing(first) &&
           !language_.people.in_any({PeopleTable::posts, PeopleTable::bodies}, first);
  }

  /// Do names on the next line belong to this one?
  bool introduces(std::uint32_t i) const {
    if (i + 1 >= section_.to || outline_.units[i + 1].kind == UnitKind::row) return false;
    const Unit& next = outline_.units[i + 1];
    return !next.heading.found() && names_without_posts(outline_.content(next), language_);
  }

  /// «От ООО «Свет»:»
  static bool names_side(const Passage& line, const MarkList& marks) {
    const Mark* from = marks.at(line.tokens.from);
    return from && from->kind == "from" && is_sign(*line.text, line.tokens.to - 1, ":");
  }

  bool people_follow(std::uint32_t i) const {
    return i + 1 < section_.to && outline_.units[i + 1].kind != UnitKind::row &&
           line_of(outline_.content(outline_.units[i + 1]), language_).people;
  }

  /// A numbered item without people, behind people: the minutes have begun.
  bool unit_is_item(std::uint32_t i, const Passage& passage) const {
    const Marker& marker = outline_.units[i].marker;
    if (marker.kind == MarkerKind::none || i == section_.from || list_.entries().empty()) return false;
    return !outline_.units[i].heading.found() && !line_of(passage, language_).people;
  }

  /// In the head, «Члены Совета – А, Б», «От профсоюза: А» list people without saying that they were there.
  bool opens_in_head(std::uint32_t i, const Passage& passage) {
    if (outline_.units[i].heading.found() || !lists_people(passage)) return false;
    if (i > section_.from && list_.entries().empty())
      read_chair_above(outline_.content(outline_.units[i - 1]));
    list_.open_as(Attendance::present);
    return true;
  }

  /// A label of several people, a colon or dash, and names.
  bool lists_people(const Passage& passage) const {
    const std::vector<Span> names = find_names(passage, language_);
    if (names.empty()) return false;
    Passage label = passage.within({passage.tokens.from, names[0].from});
    while (!label.empty() && !is_sign(*label.text, label.tokens.to - 1, ":-")) --label.tokens.to;
    if (label.tokens.size() < 2) return false;
    const MarkList marks = list_marks(label, "attendance", language_.grammar);
    const Mark* represented = marks.at(label.tokens.from);
    bool from = represented && represented->kind == "from" && label.tokens.size() > 2 &&
                is_sign(*label.text, label.tokens.to - 1, ":");
    return from || is_plural(label, language_.dictionary);
  }

  /// «И. И. Котов – председатель совета» right above «Члены совета – …».
  void read_chair_above(const Passage& line) {
    const std::vector<Span> names = find_names(line, language_);
    if (names.size() != 1 || names[0].from != line.tokens.from || !is_sign(*line.text, names[0].to, "-,"))
      return;
    list_.open_as(Attendance::present);
    list_.read(line);
  }

  const Outline& outline_;
  const Section& section_;
  const Language& language_;
  AttendanceList list_;
  bool role_follows_ = false;  ///< the list was a table: each post stands on the line behind its name
};

/// Puts the entries of all lists together.
class Collection {
 public:
  explicit Collection(const std::vector<AttendanceEntry>& entries) {
    for (const AttendanceEntry& entry : entries) {
      if (!entry.attendee.party.name.empty()) ++named_[index_of(entry)];
    }
  }

  void add(FoundAttendance& found, const AttendanceEntry& entry) {
    if (is_counted_by_names(entry)) return;
    const Party& party = entry.attendee.party;
    if (!party.name.empty() && !known_.insert(std::to_string(index_of(entry)) + party.name).second) return;
    const std::string field = "attendees[" + std::to_string(found.attendees.size()) + "]";
    const std::string rule = party.rule.empty() ? "attendance.list" : party.rule;
    found.claims.push_back({entry.source, rule, field, dump(party)});
    if (entry.office == Office::chair && found.chair.empty()) found.chair.push_back(party);
    if (entry.office == Office::secretary && found.secretary.empty()) found.secretary.push_back(party);
    found.attendees.push_back(entry.attendee);
  }

 private:
  static std::size_t index_of(const AttendanceEntry& entry) {
    return static_cast<std::size_t>(entry.attendee.status);
  }

  /// A head count says nothing where the list names them all.
  bool is_counted_by_names(const AttendanceEntry& entry) const {
    if (!entry.announced || !entry.attendee.count) return false;
    const int named = named_[index_of(entry)], count = *entry.attendee.count;
    return named > 0 && named >= count - 2 && named >= count - named;
  }

  std::array<int, 3> named_{};  ///< persons by status
  std::unordered_set<std::string> known_;
};

}  // namespace

FoundAttendance read_attendance(const Outline& outline, const std::vector<Section>& sections,
                                const Language& language) {
  FoundAttendance found;
  std::vector<AttendanceEntry> entries;
  std::optional<AttendanceList> earlier;
  for (const Section& section : sections) {
    if (section.kind != SectionKind::head && !status_of(section.kind)) continue;
    SectionReading reading(outline, section, language);
    if (earlier) reading.go_on_from(*earlier);
    AttendanceList& list = earlier.emplace(reading.read());
    std::ranges::move(list.take_claims(), std::back_inserter(found.claims));
    entries.insert(entries.end(), list.entries().begin(), list.entries().end());
  }
  Collection collection(entries);
  for (const AttendanceEntry& entry : entries) collection.add(found, entry);
  return found;
}

std::string dump(const FoundAttendance& found) {
  std::string text;
  for (const Attendee& attendee : found.attendees) {
    text += attendee.status == Attendance::present ? "+" : attendee.status == Attendance::absent ? "-" : "?";
    const Party& party = attendee.party;
    if (!party.name.empty() || !party.role.empty() || !party.group.empty()) text += " " + dump(party);
    if (attendee.count) text += " x" + std::to_string(*attendee.count);
    text += '\n';
  }
  for (const Party& party : found.chair) text += "chair " + party.name + '\n';
  for (const Party& party : found.secretary) text += "secretary " + party.name + '\n';
  return text;
}

}  // namespace protokol
