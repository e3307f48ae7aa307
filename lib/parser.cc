// From a document to its records: the table of contents of the whole reading.
#include "parser.h"

#include <utility>

#include "record/agenda.h"
#include "record/attendance.h"
#include "record/coverage.h"
#include "record/decisions.h"
#include "record/header.h"
#include "record/hearings.h"
#include "record/outline.h"
#include "record/question_numbers.h"
#include "record/same_people.h"
#include "record/sections.h"
#include "record/signatures.h"
#include "record/surname_parties.h"
#include "record/warnings.h"

namespace protokol {

namespace {

void add_claims(Protocol& protocol, std::vector<Claim>&& claims) {
  protocol.claims.insert(protocol.claims.end(), std::make_move_iterator(claims.begin()),
                         std::make_move_iterator(claims.end()));
}

/// Chair and secretary stand in the head, else in the list of those present, else at the foot.
std::vector<Party> first_named(std::vector<Party> head, std::vector<Party> list, std::vector<Party> foot) {
  if (!head.empty()) return head;
  return list.empty() ? foot : list;
}

/// Who approved the document, where nobody signed it.
std::optional<Party> approver_of(const Header& header) {
  if (!header.approval || header.approval->name.empty()) return std::nullopt;
  Party party;
  party.name = header.approval->name;
  party.role = header.approval->role;
  party.span = header.approval->span;
  party.rule = "approval";
  return party;
}

/// Whom «оставляю за собой» means.
std::optional<Party> signer_of(const Protocol& protocol) {
  if (protocol.signatures.empty() || protocol.signatures.front().name.empty()) {
    if (!protocol.chair.empty()) return protocol.chair.front();
    return approver_of(protocol.header);
  }
  const Signature& signature = protocol.signatures.front();
  Party party;
  party.name = signature.name;
  party.role = signature.role;
  party.span = signature.span;
  party.rule = "signature";
  return party;
}

}  // namespace

Protocol parse(const Document& document, const Language& language) {
  Outline outline = outline_of(document, language);
  const std::vector<Section> sections = sections_of(outline, language);

  Protocol protocol;
  FoundHeader header = read_header(outline, sections, language);
  FoundAttendance attendance = read_attendance(outline, sections, language);
  FoundSignatures signatures = read_signatures(outline, sections, language);
  FoundAgenda agenda = read_agenda(outline, sections, language);
  FoundHearings hearings = read_hearings(outline, sections, agenda, language, attendance.attendees);
  protocol.header = std::move(header.header);
  protocol.chair =
      first_named(std::move(header.chair), std::move(attendance.chair), std::move(signatures.chair));
  protocol.secretary = first_named(std::move(header.secretary), std::move(attendance.secretary),
                                   std::move(signatures.secretary));
  protocol.attendees = std::move(attendance.attendees);
  protocol.agenda = std::move(agenda.items);
  protocol.hearings = std::move(hearings.hearings);
  protocol.signatures = std::move(signatures.signatures);

  FoundDecisions decisions =
      read_decisions(outline, sections,
                     {parse_iso(protocol.header.date.value), signer_of(protocol), protocol.agenda}, language);
  protocol.decisions = std::move(decisions.decisions);

  protocol = with_agenda_numbers(std::move(protocol));
  protocol = with_settled_names(std::move(protocol));
  protocol = with_surname_parties(std::move(protocol), document.text, language.tables);

  for (auto* claims : {&outline.furniture, &header.claims, &attendance.claims, &signatures.claims,
                       &agenda.claims, &hearings.claims, &decisions.claims}) {
    add_claims(protocol, std::move(*claims));
  }
  add_claims(protocol, heading_claims(outline));
  protocol.unread = unread_of(document.text, protocol);
  protocol.warnings = warnings_of(protocol);
  return protocol;
}

}  // namespace protokol
