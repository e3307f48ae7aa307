#include "emit/json_record.h"

#include <array>
#include <initializer_list>
#include <utility>

#include "base/utf8.h"
#include "emit/names.h"

namespace protokol {

namespace {

using NamedField = std::pair<std::string_view, const Field&>;

// What every part of a record is written with.
struct Out {
  JsonWriter json;
  utf8::CodePointIndex places;
  RuleNames rules;
};

void text(Out& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  out.json.key(key);
  out.json.value(value);
}

void place(Out& out, std::string_view key, Span bytes) {
  if (bytes.empty()) return;
  const Span span = out.places.span(bytes);
  out.json.key(key);
  out.json.begin_short_object();
  out.json.key("from");
  out.json.value(std::int64_t{span.from});
  out.json.key("to");
  out.json.value(std::int64_t{span.to});
  out.json.end_object();
}

void rule(Out& out, std::string_view key, std::string_view name) {
  if (out.rules == RuleNames::shown) text(out, key, name);
}

void texts(Out& out, std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out.json.key(key);
  out.json.begin_array();
  for (const std::string& value : values) out.json.value(value);
  out.json.end_array();
}

// A list of objects; `member` writes one object's members.
template <typename Items, typename Member>
void list(Out& out, std::string_view key, const Items& items, Member member) {
  if (items.empty()) return;
  out.json.key(key);
  out.json.begin_array();
  for (const auto& item : items) {
    out.json.begin_object();
    member(out, item);
    out.json.end_object();
  }
  out.json.end_array();
}

// Where the scalar fields of an object were read, beside the fields themselves.
void spans(Out& out, std::initializer_list<NamedField> fields) {
  bool any = false;
  for (const auto& [key, field] : fields) {
    if (field.empty() || field.span.empty()) continue;
    if (!any) {
      out.json.key("spans");
      out.json.begin_object();
    }
    any = true;
    place(out, key, field.span);
  }
  if (any) out.json.end_object();
}

void rules(Out& out, std::initializer_list<NamedField> fields) {
  if (out.rules == RuleNames::hidden) return;
  bool any = false;
  for (const auto& [key, field] : fields) {
    if (field.empty() || field.rule.empty()) continue;
    if (!any) {
      out.json.key("rules");
      out.json.begin_object();
    }
    any = true;
    text(out, key, field.rule);
  }
  if (any) out.json.end_object();
}

void party_names(Out& out, const Party& party) {
  text(out, "text", party.text);
  text(out, "name", party.name);
  text(out, "role", party.role);
  text(out, "group", party.group);
}

void party(Out& out, const Party& value) {
  party_names(out, value);
  place(out, "span", value.span);
  rule(out, "rule", value.rule);
}

void approval(Out& out, const Approval& value) {
  out.json.key("approval");
  out.json.begin_object();
  text(out, "name", value.name);
  text(out, "role", value.role);
  text(out, "date", value.date);
  place(out, "span", value.span);
  out.json.end_object();
}

void header(Out& out, const Header& value) {
  Field kind;
  if (value.kind) kind = {std::string(name_of(*value.kind)), value.kind_span, ""};
  const std::initializer_list<NamedField> before = {
      {"kind", kind},         {"number", value.number}, {"date", value.date},
      {"time", value.time},   {"place", value.place},   {"organization", value.organization},
      {"title", value.title}, {"topic", value.topic},
  };
  out.json.key("document");
  out.json.begin_object();
  for (const auto& [key, field] : before) text(out, key, field.value);
  if (value.approval) approval(out, *value.approval);
  spans(out, before);
  rules(out, before);
  out.json.end_object();
}

void attendee(Out& out, const Attendee& value) {
  text(out, "status", name_of(value.status));
  party_names(out, value.party);
  if (value.count) {
    out.json.key("count");
    out.json.value(std::int64_t{*value.count});
  }
  place(out, "span", value.party.span);
  rule(out, "rule", value.party.rule);
}

void agenda_item(Out& out, const AgendaItem& value) {
  text(out, "number", value.number.value);
  text(out, "title", value.title.value);
  list(out, "speakers", value.speakers, party);
  place(out, "span", value.span);
  const std::initializer_list<NamedField> fields = {{"number", value.number}, {"title", value.title}};
  spans(out, fields);
  rules(out, fields);
}

void hearing(Out& out, const Hearing& value) {
  text(out, "kind", name_of(value.kind));
  texts(out, "agenda", value.agenda);
  list(out, "speakers", value.speakers, party);
  place(out, "span", value.span);
}

void deadline(Out& out, const Deadline& value) {
  text(out, "text", value.text);
  text(out, "type", name_of(value.type));
  text(out, "start", value.start);
  text(out, "end", value.end);
  text(out, "rrule", value.rrule);
  text(out, "duration", value.duration);
  if (value.working_days) {
    out.json.key("working_days");
    out.json.value(true);
  }
  place(out, "span", value.span);
  rule(out, "rule", value.rule);
}

void votes(Out& out, std::string_view key, std::optional<double> number) {
  if (!number) return;
  out.json.key(key);
  out.json.value(*number);
}

void vote(Out& out, const Vote& value) {
  if (value.empty()) return;
  out.json.key("vote");
  out.json.begin_object();
  votes(out, "for", value.in_favour);
  votes(out, "against", value.against);
  votes(out, "abstained", value.abstained);
  if (value.unanimous) {
    out.json.key("unanimous");
    out.json.value(true);
  }
  out.json.end_object();
}

void decision(Out& out, const Decision& value) {
  text(out, "number", value.number.value);
  texts(out, "agenda", value.agenda);
  text(out, "action", name_of(value.action));
  list(out, "addressees", value.addressees, party);
  text(out, "text", value.text.value);
  list(out, "responsible", value.responsible, party);
  list(out, "control", value.control, party);
  list(out, "deadlines", value.deadlines, deadline);
  vote(out, value.vote);
  text(out, "confidence", name_of(value.confidence));
  place(out, "span", value.span);
  const Field action{std::string(name_of(value.action)), {}, value.action_rule};
  const Field vote_place{value.vote.empty() ? "" : "vote", value.vote.span, value.vote.rule};
  const std::initializer_list<NamedField> fields = {
      {"number", value.number}, {"action", action}, {"text", value.text}, {"vote", vote_place}};
  spans(out, fields);
  rules(out, fields);
}

void signature(Out& out, const Signature& value) {
  text(out, "role", value.role);
  text(out, "name", value.name);
  place(out, "span", value.span);
}

void warning(Out& out, const Warning& value) {
  text(out, "code", value.code);
  text(out, "message", value.message);
  if (value.span) place(out, "span", *value.span);
}

void unread(Out& out, const Unread& value) {
  text(out, "text", value.text);
  place(out, "span", value.span);
}

void claim(Out& out, const Claim& value) {
  text(out, "rule", value.rule);
  text(out, "field", value.field);
  text(out, "value", value.value);
  place(out, "span", value.span);
}

void content(Out& out, const Protocol& value) {
  header(out, value.header);
  list(out, "chair", value.chair, party);
  list(out, "secretary", value.secretary, party);
  list(out, "attendees", value.attendees, attendee);
  list(out, "agenda", value.agenda, agenda_item);
  list(out, "hearings", value.hearings, hearing);
  list(out, "decisions", value.decisions, decision);
  list(out, "signatures", value.signatures, signature);
  list(out, "warnings", value.warnings, warning);
  list(out, "unread", value.unread, unread);
  if (out.rules == RuleNames::shown) list(out, "claims", value.claims, claim);
}

void content(Out& out, const ErrorRecord& value) {
  out.json.key("error");
  out.json.begin_object();
  text(out, "code", value.code);
  text(out, "stage", value.stage);
  text(out, "message", value.message);
  out.json.end_object();
}

}  // namespace

std::string json_record(const Result& result, RuleNames rule_names, JsonLayout layout, int depth) {
  Out out{JsonWriter(layout, depth), utf8::CodePointIndex(result.text), rule_names};
  out.json.begin_object();
  text(out, "source", result.source);
  text(out, "encoding", result.encoding);
  text(out, "format", result.format);
  if (result.ocr_confidence) {
    out.json.key("ocr");
    out.json.value(true);
    out.json.key("ocr_confidence");
    out.json.value(*result.ocr_confidence);
  }
  std::visit([&out](const auto& value) { content(out, value); }, result.content);
  out.json.end_object();
  return out.json.take();
}

}  // namespace protokol
