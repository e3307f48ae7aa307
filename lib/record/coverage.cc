// The complement of all spans.
#include "record/coverage.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace protokol {

namespace {

void add(std::vector<Span>& spans, Span span) {
  if (!span.empty()) spans.push_back(span);
}

void add(std::vector<Span>& spans, const std::vector<Party>& parties) {
  for (const Party& party : parties) add(spans, party.span);
}

std::vector<Span> covered(const Protocol& protocol) {
  std::vector<Span> spans;
  const Header& header = protocol.header;
  for (const Field* field : {&header.number, &header.date, &header.time, &header.place, &header.organization,
                             &header.title, &header.topic}) {
    add(spans, field->span);
  }
  add(spans, header.kind_span);
  if (header.approval) add(spans, header.approval->span);
  add(spans, protocol.chair);
  add(spans, protocol.secretary);
  for (const Attendee& attendee : protocol.attendees) add(spans, attendee.party.span);
  for (const AgendaItem& item : protocol.agenda) add(spans, item.span);
  for (const Hearing& hearing : protocol.hearings) add(spans, hearing.span);
  for (const Decision& decision : protocol.decisions) add(spans, decision.span);
  for (const Signature& signature : protocol.signatures) add(spans, signature.span);
  for (const Claim& claim : protocol.claims) add(spans, claim.span);
  std::ranges::sort(spans, {}, [](Span span) { return span.from; });
  return spans;
}

bool has_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::decode(text, at);
    if (utf8::is_letter(point.value)) return true;
    at += point.size;
  }
  return false;
}

/// The pieces of a gap, one a line.
void add_gap(std::string_view text, Span gap, std::vector<Unread>& unread) {
  while (!gap.empty()) {
    const std::size_t end = std::min<std::size_t>(text.substr(0, gap.to).find('\n', gap.from), gap.to);
    const Span line = utf8::trim(text, {gap.from, static_cast<std::uint32_t>(end)});
    const std::string_view content = text.substr(line.from, line.size());
    if (has_letters(content)) unread.push_back({std::string(content), line});
    gap.from = static_cast<std::uint32_t>(end) + 1;
  }
}

}  // namespace

std::vector<Unread> unread_of(std::string_view text, const Protocol& protocol) {
  std::vector<Unread> unread;
  std::uint32_t at = 0;
  for (const Span span : covered(protocol)) {
    if (span.from > at) add_gap(text, {at, span.from}, unread);
    at = std::max(at, span.to);
  }
  add_gap(text, {at, static_cast<std::uint32_t>(text.size())}, unread);
  return unread;
}

}  // namespace protokol
