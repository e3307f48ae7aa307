// A small protocol made by hand, for the tests of emit/.
#pragma once

#include <string>

#include "emit/emit.h"

namespace protokol::test {

inline const std::string sample_text = "Протокол № 2\nРЕШИЛИ:\n1.10. Провести «анализ» до 1 марта.\n???\n";

/// The byte span of `part` in the sample's text.
inline Span place(std::string_view part) {
  const auto from = static_cast<std::uint32_t>(sample_text.find(part));
  return {from, from + static_cast<std::uint32_t>(part.size())};
}

inline Party person(std::string name, std::string role) {
  Party party;
  party.name = std::move(name);
  party.role = std::move(role);
  return party;
}

inline Protocol sample_protocol() {
  Protocol protocol;
  protocol.header.kind = ProtocolKind::protocol;
  protocol.header.kind_span = place("Протокол");
  protocol.header.number = {"2", place("2"), "номер.знак"};
  protocol.header.date = {"2021-02-24", {}, ""};
  protocol.chair = {person("Орлова А. П.", "директор")};
  Attendee crowd;
  crowd.status = Attendance::absent;
  crowd.count = 4;
  protocol.attendees = {crowd};
  Decision decision;
  decision.number = {"1.10", place("1.10"), "layout.number"};
  decision.agenda = {"1", "2"};
  decision.action = Action::assign;
  decision.action_rule = "действие.поручение";
  Party addressee;
  addressee.text = "директорам";
  addressee.group = "директора";
  decision.addressees = {addressee};
  decision.text = {"Провести «анализ»", place("Провести «анализ»"), ""};
  decision.responsible = {person("Орлова А. П.", "директор"), person("Лис И. И.", "")};
  Deadline deadline;
  deadline.text = "до 1 марта";
  deadline.type = DeadlineType::date;
  deadline.end = "2021-03-01";
  deadline.span = place("до 1 марта");
  deadline.rule = "срок.дата";
  decision.deadlines = {deadline};
  decision.vote.in_favour = 3204.9;
  decision.vote.against = 0;
  decision.span = place("1.10. Провести «анализ» до 1 марта.");
  protocol.decisions = {decision};
  protocol.unread = {{"???", place("???")}};
  return protocol;
}

inline Result sample_result() { return {"a/б.txt", "UTF-8", sample_text, sample_protocol()}; }

inline Result failed_result() {
  return {"нет.txt", "", "", ErrorRecord{"not_found", "read", "There is no such file."}};
}

}  // namespace protokol::test
