// A noun phrase cut into units, and the head found among them.
#include "morphology/phrase.h"

#include <algorithm>
#include <utility>

#include "morphology/letters.h"

namespace protokol::phrase {
namespace {

bool is_word(std::string_view prepared) {
  return !prepared.empty() && static_cast<unsigned char>(prepared.front()) >= 0xE0;
}

bool contains(const Rows& rows, std::string_view word) {
  return std::any_of(rows.begin(), rows.end(),
                     [&](const auto& row) { return std::find(row.begin(), row.end(), word) != row.end(); });
}

/// Cuts tokens into units; remembers where it is.
class Cutter {
 public:
  Cutter(const Dictionary& dictionary, const InflectionTables& tables, std::span<const PhraseToken> phrase)
      : dictionary_(dictionary), tables_(tables), phrase_(phrase) {}

  std::vector<Unit> cut() {
    std::vector<Unit> units;
    while (at_ < phrase_.size()) units.push_back(next());
    return units;
  }

 private:
  bool joined(std::size_t i, std::string_view sign) const {
    return i < phrase_.size() && phrase_[i].prepared == sign && !phrase_[i].space_before;
  }

  Unit next() {
    const PhraseToken& token = phrase_[at_];
    if (is_word(token.prepared)) return word();
    if (token.prepared == "\"") return quoted();
    if (token.prepared == "(") return bracketed();
    ++at_;
    if (token.prepared == ",") return {UnitKind::comma, {}};
    if (token.prepared == "-" || token.prepared == "/") return {UnitKind::dash, {}};
    return {UnitKind::other, {}};
  }

  Unit quoted() {
    int depth = 0;
    do {
      if (phrase_[at_].prepared == "\"") {
        const std::string_view mark = phrase_[at_].printed;
        const bool opens = mark == "«" || mark == "„" || (mark != "»" && mark != "”" && depth == 0);
        depth += opens ? 1 : -1;
      }
      ++at_;
    } while (depth > 0 && at_ < phrase_.size());
    return {UnitKind::name, {}};
  }

  Unit bracketed() {
    while (at_ < phrase_.size() && phrase_[at_++].prepared != ")") {
    }
    return {UnitKind::name, {}};
  }

  Unit word() {
    if (const std::size_t end = abbreviation_end(); end != at_) {
      std::string letters;
      for (; at_ < end; ++at_) letters += phrase_[at_].prepared;
      if (letters.ends_with('.')) letters.pop_back();
      return {contains(tables_.head_abbreviations, letters) ? UnitKind::head_abbreviation
                                                            : UnitKind::abbreviation,
              {}};
    }
    Unit unit{UnitKind::word, {part()}};
    while (joined(at_, "-") && at_ + 1 < phrase_.size() && !phrase_[at_ + 1].space_before &&
           is_word(phrase_[at_ + 1].prepared)) {
      ++at_;
      unit.parts.push_back(part());
    }
    return unit;
  }

  /// One past the last token of an abbreviation that begins here: «гл.», «и.о.», a bare «врио».
  std::size_t abbreviation_end() const {
    std::size_t end = at_;
    while (end + 1 < phrase_.size() && is_word(phrase_[end].prepared) && joined(end + 1, ".")) end += 2;
    constexpr std::size_t longest_abbreviation = 5;
    const bool last = end == phrase_.size() && end == at_ + 2;
    const bool short_enough = phrase_[at_].prepared.size() <= longest_abbreviation;
    if (end > at_ && short_enough && !(last && dictionary_.knows(phrase_[at_].prepared))) return end;
    return contains(tables_.head_abbreviations, phrase_[at_].prepared) ? at_ + 1 : at_;
  }

  Part part() {
    Part result{static_cast<std::uint32_t>(at_), 0, dictionary_.readings(phrase_[at_].prepared)};
    if (result.readings.empty()) {
      auto guess = dictionary_.guess(phrase_[at_].prepared);
      result.prefix_size = guess.prefix_size;
      result.readings = std::move(guess.readings);
    }
    ++at_;
    return result;
  }

  const Dictionary& dictionary_;
  const InflectionTables& tables_;
  std::span<const PhraseToken> phrase_;
  std::size_t at_ = 0;
};

bool has_part(const Unit& unit, PartOfSpeech part) {
  return unit.kind == UnitKind::word &&
         std::any_of(unit.parts.back().readings.begin(), unit.parts.back().readings.end(),
                     [&](const Reading& r) { return r.part == part; });
}

bool modifies(const Reading& r) {
  return r.part == PartOfSpeech::adjective || r.part == PartOfSpeech::participle ||
         r.part == PartOfSpeech::pronoun;
}

std::vector<Reading> select(const Part& part, Case wanted, bool (*fits)(const Reading&)) {
  std::vector<Reading> result;
  for (const Reading& r : part.readings) {
    if (fits(r) && r.grammatical_case == wanted) result.push_back(r);
  }
  return result;
}

bool is_noun(const Reading& r) { return r.part == PartOfSpeech::noun; }

/// Whether an adjective's reading may stand with a noun's.
bool agree(const Reading& modifier, const Reading& head) {
  if (modifier.number != Number::none && head.number != Number::none && modifier.number != head.number)
    return false;
  if (head.number != Number::plural && modifier.gender != Gender::none && head.gender != Gender::none &&
      modifier.gender != head.gender) {
    return false;
  }
  return modifier.animacy == Animacy::none || head.animacy == Animacy::none ||
         modifier.animacy == head.animacy;
}

struct Modifier {
  const Part* part = nullptr;
  std::vector<Reading> readings;
  bool joined = false;  ///< to the one before by a comma or a conjunction
};

/// Reads on from one unit to the head, modifier after modifier.
class Finder {
 public:
  Finder(const Dictionary& dictionary, const InflectionTables& tables, std::span<const PhraseToken> phrase,
         const std::vector<Unit>& units, Case wanted)
      : dictionary_(dictionary), tables_(tables), phrase_(phrase), units_(units), wanted_(wanted) {}

  std::optional<Group> find(std::size_t from) const {
    std::vector<Modifier> modifiers;
    std::optional<Group> substantive;  // the best so far: a modifier that stands for a noun
    bool joined = false;
    for (std::size_t i = from; i < units_.size(); ++i) {
      const Unit& unit = units_[i];
      if (unit.kind == UnitKind::abbreviation) continue;
      if (unit.kind == UnitKind::comma || is_conjunction(unit)) {
        if (modifiers.empty() || !modifier_at(i + 1)) break;
        joined = true;
        continue;
      }
      if (unit.kind != UnitKind::word) break;
      if (auto group = noun_head(unit, i, modifiers)) {
        if (group->noun && !continues(i, modifiers, joined)) return group;
        substantive = std::move(group);
      }
      auto readings = select(unit.parts.back(), wanted_, modifies);
      if (readings.empty()) {
        if (substantive || !passed_over(unit)) break;
        continue;
      }
      modifiers.push_back({&unit.parts.back(), std::move(readings), joined && !modifiers.empty()});
      joined = false;
      if (auto group = modifier_head(i, modifiers)) substantive = std::move(group);
      if (takes_object(modifiers.back())) break;
    }
    return substantive;
  }

 private:
  bool modifier_at(std::size_t i) const {
    return i < units_.size() && units_[i].kind == UnitKind::word &&
           !select(units_[i].parts.back(), wanted_, modifies).empty();
  }

  /// Adverbs, particles and «его», «их» between modifiers.
  bool passed_over(const Unit& unit) const {
    if (is_preposition(unit)) return false;
    const auto& readings = unit.parts.back().readings;
    return std::any_of(readings.begin(), readings.end(), [](const Reading& r) {
      return r.part == PartOfSpeech::adverb || r.part == PartOfSpeech::particle ||
             r.part == PartOfSpeech::short_adjective ||
             (r.part == PartOfSpeech::pronoun && r.grammatical_case == Case::none);
    });
  }

  bool takes_object(const Modifier& modifier) const {
    return std::any_of(modifier.readings.begin(), modifier.readings.end(), [&](const Reading& r) {
      return r.part == PartOfSpeech::participle && r.voice == Voice::active &&
             contains(tables_.object_participles, dictionary_.base_form(r.lemma));
    });
  }

  /// Whether the noun at `i` is rather an adjective of a noun that follows («старшему специалисту»).
  bool continues(std::size_t i, std::vector<Modifier> modifiers, bool joined) const {
    auto readings = select(units_[i].parts.back(), wanted_, modifies);
    if (readings.empty() || i + 1 >= units_.size()) return false;
    modifiers.push_back({&units_[i].parts.back(), std::move(readings), joined});
    for (std::size_t next = i + 1; next < units_.size() && units_[next].kind == UnitKind::word; ++next) {
      if (const auto group = noun_head(units_[next], next, modifiers); group && group->noun) return true;
      if (!modifier_at(next) && !passed_over(units_[next])) return false;
      if (modifier_at(next)) {
        modifiers.push_back(
            {&units_[next].parts.back(), select(units_[next].parts.back(), wanted_, modifies), false});
      }
    }
    return false;
  }

  std::optional<Group> noun_head(const Unit& unit, std::size_t i,
                                 const std::vector<Modifier>& modifiers) const {
    for (const Part& part : unit.parts) {
      for (const Reading& reading : select(part, wanted_, is_noun)) {
        auto changes = changes_for(reading, modifiers, reading.gender);
        if (!changes) continue;
        Group group{i + 1,          true,
                    true,           reading.number,
                    reading.gender, reading.animacy,
                    genitive(part), std::move(*changes)};
        for (const Part& other : unit.parts) change_noun(other, reading.number, group.changes);
        return group;
      }
    }
    return std::nullopt;
  }

  std::optional<Group> modifier_head(std::size_t i, const std::vector<Modifier>& modifiers) const {
    for (const Reading& reading : modifiers.back().readings) {
      auto changes = changes_for(reading, modifiers, reading.gender);
      if (!changes) continue;
      return Group{i + 1,
                   true,
                   false,
                   reading.number,
                   reading.gender,
                   Animacy::animate,
                   genitive(*modifiers.back().part),
                   std::move(*changes)};
    }
    return std::nullopt;
  }

  static bool genitive(const Part& part) {
    return std::any_of(part.readings.begin(), part.readings.end(), [](const Reading& r) {
      return r.grammatical_case == Case::genitive && (is_noun(r) || modifies(r));
    });
  }

  void change(const Part& part, const Reading& reading, Number number, Gender gender,
              std::vector<Change>& changes) const {
    const auto form = dictionary_.form(reading, Case::nominative, number, gender);
    if (!form) return;
    const std::string_view prefix = phrase_[part.token].prepared.substr(0, part.prefix_size);
    changes.push_back({part.token, std::string(prefix) + *form});
  }

  void change_noun(const Part& part, Number number, std::vector<Change>& changes) const {
    for (const Reading& reading : select(part, wanted_, is_noun)) {
      if (reading.number == number) return change(part, reading, number, Gender::none, changes);
    }
  }

  /// The nominative of all modifiers as they agree with `head`; nothing where one does not.
  std::optional<std::vector<Change>> changes_for(const Reading& head, const std::vector<Modifier>& modifiers,
                                                 Gender gender) const {
    std::vector<Change> changes;
    const bool several =
        std::any_of(modifiers.begin(), modifiers.end(), [](const Modifier& m) { return m.joined; });
    for (const Modifier& modifier : modifiers) {
      const Reading* chosen = nullptr;
      Number number = head.number;
      for (const Reading& reading : modifier.readings) {
        Reading as_one = head;  // «юридическому и финансовому отделам»
        if (several && reading.number == Number::singular) as_one.number = Number::singular;
        if (!agree(reading, as_one)) continue;
        if (!dictionary_.form(reading, Case::nominative, as_one.number, gender)) continue;
        chosen = &reading;
        number = as_one.number;
        break;
      }
      if (!chosen) return std::nullopt;
      change(*modifier.part, *chosen, number, gender, changes);
    }
    return changes;
  }

  const Dictionary& dictionary_;
  const InflectionTables& tables_;
  std::span<const PhraseToken> phrase_;
  const std::vector<Unit>& units_;
  Case wanted_;
};

}  // namespace

bool is_conjunction(const Unit& unit) { return has_part(unit, PartOfSpeech::conjunction); }
bool is_preposition(const Unit& unit) { return has_part(unit, PartOfSpeech::preposition); }

std::vector<Unit> units_of(const Dictionary& dictionary, const InflectionTables& tables,
                           std::span<const PhraseToken> phrase) {
  return Cutter(dictionary, tables, phrase).cut();
}

std::optional<Group> group_at(const Dictionary& dictionary, const InflectionTables& tables,
                              std::span<const PhraseToken> phrase, const std::vector<Unit>& units,
                              std::size_t from, Case wanted) {
  return Finder(dictionary, tables, phrase, units, wanted).find(from);
}

}  // namespace protokol::phrase
