// The records that one protocol turns into. Plain data; what every field means is docs/records.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace protokol {

/// A value that was read, its place, and the rule (or the reading in code) that found it.
/// Spans are bytes of Document::text. A value that follows from another place, such as a lead-in's
/// addressee, keeps the span of that place.
struct Field {
  std::string value;
  Span span;
  std::string rule;

  bool empty() const { return value.empty(); }
};

/// A person («Иванова А. П.», nominative), a post without a person (`role` alone) or a body (`group`).
struct Party {
  std::string text;   ///< as printed; filled for addressees only
  std::string name;
  std::string role;
  std::string group;
  Span span;
  std::string rule;
};

enum class Attendance : std::uint8_t { present, absent, invited };

struct Attendee {
  Attendance status = Attendance::present;
  Party party;
  std::optional<int> count;
};

struct AgendaItem {
  Field number;
  Field title;
  std::vector<Party> speakers;
  Span span;
};

enum class HearingKind : std::uint8_t { heard, spoke };

struct Hearing {
  HearingKind kind = HearingKind::heard;
  std::vector<std::string> agenda;
  std::vector<Party> speakers;
  Span span;
};

enum class Action : std::uint8_t {
  assign, recommend, request, note, approve, elect, appoint, reject, close, extend, control, other,
};

enum class DeadlineType : std::uint8_t { date, period, ongoing, recurring, relative, immediate, event };

struct Deadline {
  std::string text;
  DeadlineType type = DeadlineType::event;
  std::string start, end;        ///< ISO 8601 days; empty where there is none
  std::string rrule;             ///< RFC 5545
  std::string duration;          ///< ISO 8601
  bool working_days = false;
  Span span;
  std::string rule;
};

struct Vote {
  std::optional<double> in_favour, against, abstained;
  bool unanimous = false;
  Span span;
  std::string rule;

  bool empty() const { return !in_favour && !against && !abstained && !unanimous; }
};

/// How sure a reading is: «high» where marks in the text carry all of it, «low» where much was guessed.
enum class Confidence : std::uint8_t { high, medium, low };

struct Decision {
  Field number;
  std::vector<std::string> agenda;
  Action action = Action::other;
  std::string action_rule;
  std::vector<Party> addressees;
  Field text;
  std::vector<Party> responsible;
  std::vector<Party> control;
  std::vector<Deadline> deadlines;
  Vote vote;
  Confidence confidence = Confidence::medium;
  Span span;
};

struct Signature {
  std::string role, name;
  Span span;
};

enum class ProtocolKind : std::uint8_t { protocol, extract, decision, assignments };

struct Approval {
  std::string name, role, date;
  Span span;
};

struct Header {
  std::optional<ProtocolKind> kind;
  Span kind_span;
  Field number, date /* ISO */, time /* HH:MM */, place, organization, title, topic;
  std::optional<Approval> approval;
};

/// Something that a clerk should look at.
struct Warning {
  std::string code;     ///< "no_date", "deadline_before_meeting", …
  std::string message;  ///< one plain English sentence
  std::optional<Span> span;
};

/// A stretch that no rule claimed.
struct Unread {
  std::string text;
  Span span;
};

/// Where a rule or a reading in code took something: for `explain` and for `unread`.
struct Claim {
  Span span;
  std::string rule;   ///< «срок.дата», or the name of a reading in code, such as «layout.number»
  std::string field;  ///< the record's field it fed: "decisions[3].deadlines", "document.number", …
  std::string value;
};

struct Protocol {
  Header header;
  std::vector<Party> chair;
  std::vector<Party> secretary;
  std::vector<Attendee> attendees;
  std::vector<AgendaItem> agenda;
  std::vector<Hearing> hearings;
  std::vector<Decision> decisions;
  std::vector<Signature> signatures;
  std::vector<Warning> warnings;
  std::vector<Unread> unread;
  std::vector<Claim> claims;

  /// False where nothing of a protocol was found in the input.
  bool recognised() const {
    return header.kind || !decisions.empty() || !agenda.empty() || !hearings.empty() || !attendees.empty();
  }
};

}  // namespace protokol
