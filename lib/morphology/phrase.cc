// The head of a noun phrase found among its units.
#include "morphology/phrase.h"

#include <algorithm>
#include <utility>

namespace protokol::phrase {
namespace {

bool contains(const Rows& rows, std::string_view word) {
  return std::any_of(rows.begin(), rows.end(),
                     [&](const auto& row) { return std::find(row.begin(), row.end(), word) != row.end(); });
}

bool has_part(const Unit& unit, PartOfSpeech part) {
  return unit.kind == UnitKind::word &&
         std::any_of(unit.parts.back().readings.begin(), unit.parts.back().readings.end(),
                     [&](const Reading& r) { return r.part == part; });
}

bool modifies(const Reading& r) {
  return r.part == PartOfSpeech::adjective || r.part == PartOfSpeech::participle ||
         r.part == PartOfSpeech::pronoun;
}

Readings select(const Part& part, Case wanted, bool (*fits)(const Reading&)) {
  Readings result;
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
  Readings readings;
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
    if (takes_object(modifiers.back())) return false;  // «заведующим хозяйством»
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

  /// A watchman before a device, a chief before a chapter.
  Readings nouns_of(const Part& part) const {
    Readings nouns;
    for (const bool animate : {true, false}) {
      for (const Reading& r : part.readings) {
        if (!is_noun(r) || r.grammatical_case != wanted_) continue;
        if ((r.animacy == Animacy::animate) == animate) nouns.push_back(r);
      }
    }
    return nouns;
  }

  std::optional<Group> noun_head(const Unit& unit, std::size_t i,
                                 const std::vector<Modifier>& modifiers) const {
    for (const Part& part : unit.parts) {
      for (const Reading& reading : nouns_of(part)) {
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

  Change change(const Part& part, const Dictionary::Pieces& form) const {
    return {part.token, phrase_[part.token].prepared.substr(0, part.prefix_size), form};
  }

  void change_noun(const Part& part, Number number, std::vector<Change>& changes) const {
    for (const Reading& reading : nouns_of(part)) {
      if (reading.number != number) continue;
      const auto form = dictionary_.form_in_pieces(reading, Case::nominative, number, Gender::none);
      if (form) changes.push_back(change(part, *form));
      return;
    }
  }

  /// The nominative of all modifiers as they agree with `head`; nothing where one does not.
  std::optional<std::vector<Change>> changes_for(const Reading& head, const std::vector<Modifier>& modifiers,
                                                 Gender gender) const {
    std::vector<Change> changes;
    const bool several =
        std::any_of(modifiers.begin(), modifiers.end(), [](const Modifier& m) { return m.joined; });
    for (const Modifier& modifier : modifiers) {
      std::optional<Dictionary::Pieces> chosen;
      for (const Reading& reading : modifier.readings) {
        Reading as_one = head;  // «юридическому и финансовому отделам»
        if (several && reading.number == Number::singular) as_one.number = Number::singular;
        if (!agree(reading, as_one)) continue;
        chosen = dictionary_.form_in_pieces(reading, Case::nominative, as_one.number, gender);
        if (chosen) break;
      }
      if (!chosen) return std::nullopt;
      changes.push_back(change(*modifier.part, *chosen));
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

std::optional<Group> group_at(const Dictionary& dictionary, const InflectionTables& tables,
                              std::span<const PhraseToken> phrase, const std::vector<Unit>& units,
                              std::size_t from, Case wanted) {
  return Finder(dictionary, tables, phrase, units, wanted).find(from);
}

}  // namespace protokol::phrase
