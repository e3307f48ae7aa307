// Names are compared by their initials, and by surnames that differ in their endings only.
#include "record/same_people.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace protokol {

namespace {

constexpr std::size_t longest_ending = 2;  // letters
constexpr std::size_t most_alike = 100;    // surnames that begin alike, of the same initials

struct Name {
  std::string_view surname;
  std::string initials;
};

/// Of «Рогов А. А.» and of «Рогов Антон Антонович»; no initials where there is only a surname.
Name parts_of(std::string_view name) {
  Name parts{name.substr(0, name.find(' ')), {}};
  bool begins = true;
  for (std::size_t at = parts.surname.size(); at < name.size();) {
    const utf8::CodePoint next = utf8::decode(name, at);
    const bool letter = utf8::is_letter(next.value);
    if (letter && begins) parts.initials += name.substr(at, next.size);
    begins = !letter;
    at += next.size;
  }
  return parts;
}

/// Whether the surnames are alike but for their endings.
bool may_be_forms(std::string_view one, std::string_view other) {
  std::size_t common = 0;
  while (common < one.size() && common < other.size() && one[common] == other[common]) ++common;
  // Not within a letter.
  while (common > 0 && common < one.size() && (static_cast<unsigned char>(one[common]) & 0xC0U) == 0x80U)
    --common;
  const std::size_t tails = std::max(utf8::count(one.substr(common)), utf8::count(other.substr(common)));
  return tails <= longest_ending && utf8::count(one.substr(0, common)) > longest_ending;
}

class Settling {
 public:
  explicit Settling(const Protocol& protocol) {
    for (const Attendee& one : protocol.attendees) know(one.party.name);
    for (const Signature& one : protocol.signatures) know(one.name);
  }

  void settle(std::vector<Party>& parties) const {
    for (Party& one : parties) settle(one);
  }

 private:
  void know(const std::string& name) {
    Name parts = parts_of(name);
    if (parts.initials.empty()) return;
    auto& surnames = surnames_[key(parts)];
    const bool known = std::ranges::find(surnames, parts.surname) != surnames.end();
    if (!known && surnames.size() < most_alike) surnames.emplace_back(parts.surname);
  }

  void settle(Party& party) const {
    const Name parts = parts_of(party.name);
    const auto known = surnames_.find(key(parts));
    if (parts.initials.empty() || known == surnames_.end()) return;
    const std::string* found = nullptr;
    for (const std::string& surname : known->second) {
      if (surname == parts.surname) return;
      if (!may_be_forms(surname, parts.surname)) continue;
      if (found) return;  // two it may be
      found = &surname;
    }
    if (found) party.name.replace(0, parts.surname.size(), *found);
  }

  /// What names of one person have in common: the initials, and the letters that are no ending.
  static std::string key(const Name& name) {
    std::size_t stem = 0;
    for (std::size_t i = 0; i <= longest_ending && stem < name.surname.size(); ++i) {
      stem += utf8::decode(name.surname, stem).size;
    }
    return name.initials + ' ' + std::string(name.surname.substr(0, stem));
  }

  std::unordered_map<std::string, std::vector<std::string>> surnames_;  ///< by key
};

/// «СЛУШАЛИ: / 1. Котова И. И. – о крыше»: an agenda made of what was heard has the people of the hearings,
/// whose case the heading tells.
void take_heard(std::vector<AgendaItem>& agenda, const std::vector<Hearing>& hearings) {
  std::unordered_map<std::uint32_t, const Party*> heard;
  for (const Hearing& hearing : hearings) {
    for (const Party& speaker : hearing.speakers) heard.emplace(speaker.span.from, &speaker);
  }
  for (AgendaItem& item : agenda) {
    for (Party& speaker : item.speakers) {
      const auto same = heard.find(speaker.span.from);
      if (same != heard.end() && !same->second->name.empty()) speaker.name = same->second->name;
    }
  }
}

}  // namespace

Protocol with_settled_names(Protocol protocol) {
  take_heard(protocol.agenda, protocol.hearings);
  const Settling settling(protocol);
  for (AgendaItem& item : protocol.agenda) settling.settle(item.speakers);
  for (Hearing& hearing : protocol.hearings) settling.settle(hearing.speakers);
  for (Decision& decision : protocol.decisions) {
    settling.settle(decision.addressees);
    settling.settle(decision.responsible);
    settling.settle(decision.control);
  }
  return protocol;
}

}  // namespace protokol
