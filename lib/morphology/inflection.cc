// Noun phrases: which case do they stand in, and how are they called in the nominative.
#include "morphology/inflection.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "morphology/letters.h"
#include "morphology/phrase.h"

namespace protokol {
namespace {

using phrase::Change;
using phrase::Group;
using phrase::Part;
using phrase::Unit;
using phrase::UnitKind;

constexpr std::array by_likelihood = {Case::nominative, Case::dative,       Case::genitive,
                                      Case::accusative, Case::instrumental, Case::prepositional};

Case likeliest(CaseSet possible) {
  for (const Case c : by_likelihood) {
    if (possible.has(c)) return c;
  }
  return Case::none;
}

/// Where the head's words begin: numbers and signs before them do not count.
std::size_t first_word(const std::vector<Unit>& units) {
  std::size_t i = 0;
  while (i < units.size() && units[i].kind == UnitKind::other) ++i;
  return i;
}

/// Whether the phrase begins with what is never inflected: «МКУ», «и.о.», «замглавы», a name.
bool begins_with_name(const std::vector<Unit>& units, std::size_t first) {
  if (first >= units.size()) return false;
  const Unit& unit = units[first];
  if (unit.kind != UnitKind::word) return true;
  const auto& readings = unit.parts.back().readings;
  return std::all_of(readings.begin(), readings.end(), [](const Reading& r) {
    return r.part == PartOfSpeech::noun && r.grammatical_case == Case::none;
  });
}

/// Walks the words after the head and finds those that stand in the head's case with it.
class Tail {
 public:
  Tail(const Dictionary& dictionary, const InflectionTables& tables, std::span<const PhraseToken> tokens,
       const std::vector<Unit>& units, Case stands_in)
      : dictionary_(dictionary), tables_(tables), tokens_(tokens), units_(units), case_(stands_in) {}

  std::vector<Change> changes(Group head) {
    std::vector<Change> result = head.changes;
    std::size_t i = head.end;
    take_head(std::move(head));
    while (i < units_.size()) {
      const auto found = separator(units_[i]) ? joined_after(i) : added_at(i);
      if (found) {
        result.insert(result.end(), found->changes.begin(), found->changes.end());
        i = found->end;
      } else {
        note(units_[i++]);
      }
    }
    return result;
  }

 private:
  static bool separator(const Unit& unit) {
    return unit.kind == UnitKind::comma || unit.kind == UnitKind::dash || phrase::is_conjunction(unit);
  }

  void take_head(Group head) {
    head_ = std::move(head);
    near_animacy_ = head_.animacy;
    near_head_ = true;
    governed_ = named_ = false;
  }

  /// Keeps in mind what stands between the head and what may be joined to it.
  void note(const Unit& unit) {
    if (unit.kind == UnitKind::name) named_ = true;
    if (unit.kind != UnitKind::word) return;
    for (const Reading& r : unit.parts.back().readings) {
      if (r.part == PartOfSpeech::preposition && r.grammatical_case == case_) governed_ = true;
      if (r.part != PartOfSpeech::noun) continue;
      near_head_ = false;
      near_animacy_ = r.animacy;
      near_number_ = r.number;
      if (r.grammatical_case == Case::genitive) break;
    }
  }

  std::optional<Group> joined_after(std::size_t at) const {
    std::size_t i = at + 1;
    while (i < units_.size() && (phrase::is_conjunction(units_[i]) || skipped(units_[i]))) ++i;
    if (i >= units_.size() || units_[i].kind != UnitKind::word) return std::nullopt;
    if (units_[at].kind == UnitKind::comma) {
      if (auto clause = clause_at(i)) return clause;
    }
    auto group = phrase::group_at(dictionary_, tables_, tokens_, units_, i, case_);
    if (!group || !belongs_to_head(*group, units_[at].kind)) return std::nullopt;
    if (!group->noun && !agrees_with_head(*group, units_[i])) return std::nullopt;
    return group;
  }

  /// Right behind a person's post, in its case: «врачу | акушеру-гинекологу», «врачу-терапевту |
  /// участковому».
  std::optional<Group> added_at(std::size_t at) const {
    if (!near_head_ || named_ || !head_.noun || head_.animacy != Animacy::animate) return std::nullopt;
    if (units_[at].kind != UnitKind::word) return std::nullopt;
    auto group = phrase::group_at(dictionary_, tables_, tokens_, units_, at, case_);
    if (!group || group->may_be_genitive || group->number != head_.number) return std::nullopt;
    const bool last = group->end == units_.size() || separator(units_[group->end]);
    if (group->noun) return group->animacy == Animacy::animate ? group : std::nullopt;
    return last && agrees_with_head(*group, units_[at]) ? group : std::nullopt;
  }

  bool skipped(const Unit& unit) const {
    if (unit.kind != UnitKind::word || phrase::is_preposition(unit)) return false;
    const auto& readings = unit.parts.back().readings;
    return !readings.empty() && std::all_of(readings.begin(), readings.end(), [](const Reading& r) {
      return r.part == PartOfSpeech::adverb || r.part == PartOfSpeech::particle ||
             r.part == PartOfSpeech::conjunction;
    });
  }

  /// «руководителям, имеющим на балансе котельные»: after a comma an active participle changes alone.
  std::optional<Group> clause_at(std::size_t at) const {
    const Part& part = units_[at].parts.back();
    for (const Reading& r : part.readings) {
      if (r.part != PartOfSpeech::participle || r.voice != Voice::active || r.grammatical_case != case_)
        continue;
      if (r.number != head_.number || (r.number == Number::singular && r.gender != head_.gender)) continue;
      if (!near_head_ && near_number_ == r.number && may_be(part, Case::genitive)) continue;
      const auto form = dictionary_.form_in_pieces(r, Case::nominative, head_.number, head_.gender);
      if (!form) continue;
      Group group = head_;
      group.end = at + 1;
      group.changes = {{part.token, tokens_[part.token].prepared.substr(0, part.prefix_size), *form}};
      return group;
    }
    return std::nullopt;
  }

  /// «…, ответственным за …»: an adjective or participle, not «которым», and not of the noun before it.
  bool agrees_with_head(const Group& group, const Unit& unit) const {
    const auto& readings = unit.parts.back().readings;
    const bool pronoun = std::any_of(readings.begin(), readings.end(),
                                     [](const Reading& r) { return r.part == PartOfSpeech::pronoun; });
    if (pronoun || group.number != head_.number) return false;
    return near_head_ || !group.may_be_genitive || near_number_ != group.number;
  }

  static bool may_be(const Part& part, Case c) {
    return std::any_of(part.readings.begin(), part.readings.end(),
                       [&](const Reading& r) { return r.grammatical_case == c; });
  }

  /// A noun after «и», a comma or a dash: the head's equal, or the equal of the noun just before it?
  bool belongs_to_head(const Group& group, UnitKind separator) const {
    const bool like_head = group.animacy == head_.animacy;
    if (near_head_ && !named_) return true;
    if (separator == UnitKind::dash) {
      if (group.may_be_genitive && named_) return false;
      return !group.may_be_genitive || like_head;
    }
    if (group.may_be_genitive || governed_) {
      const bool person = like_head && head_.animacy == Animacy::animate;
      return person && !near_head_ && near_animacy_ != head_.animacy;
    }
    return true;
  }

  const Dictionary& dictionary_;
  const InflectionTables& tables_;
  std::span<const PhraseToken> tokens_;
  const std::vector<Unit>& units_;
  Case case_;
  Group head_;
  bool near_head_ = true;  ///< no noun between the head and here
  bool governed_ = false;  ///< a preposition before here governs the head's case
  bool named_ = false;     ///< a name in quotes or brackets stands between
  Animacy near_animacy_ = Animacy::none;
  Number near_number_ = Number::none;
};

std::string print(std::span<const PhraseToken> tokens, const std::vector<Change>& changes) {
  std::string result;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && tokens[i].space_before) result += ' ';
    const auto change =
        std::find_if(changes.begin(), changes.end(), [&](const Change& c) { return c.token == i; });
    result += change == changes.end()
                  ? std::string(tokens[i].printed)
                  : letters::reprint(tokens[i].printed, tokens[i].prepared, change->text());
  }
  return result;
}

/// The cases that any word of the phrase may stand in.
CaseSet cases_of_words(const std::vector<Unit>& units) {
  CaseSet cases;
  for (const Unit& unit : units) {
    for (const Part& part : unit.parts) {
      for (const Reading& r : part.readings) {
        if (r.grammatical_case != Case::none) cases.add(r.grammatical_case);
      }
    }
  }
  return cases;
}

CaseSet cases_of_head(const Dictionary& dictionary, const InflectionTables& tables,
                      std::span<const PhraseToken> phrase, const std::vector<Unit>& units) {
  const std::size_t first = first_word(units);
  CaseSet with_noun, without;
  for (const Case c : cases_of_words(units)) {
    const auto group = phrase::group_at(dictionary, tables, phrase, units, first, c);
    if (group && group->has_head) (group->noun ? with_noun : without).add(c);
  }
  return with_noun.empty() ? without : with_noun;  // «главной медицинской сестре» is no genitive
}

}  // namespace

CaseSet phrase_case(const Dictionary& dictionary, const InflectionTables& tables,
                    std::span<const PhraseToken> phrase) {
  return cases_of_head(dictionary, tables, phrase, phrase::units_of(dictionary, tables, phrase));
}

std::string to_nominative(const Dictionary& dictionary, const InflectionTables& tables,
                          std::span<const PhraseToken> phrase, Case assumed) {
  const std::vector<Unit> units = phrase::units_of(dictionary, tables, phrase);
  const CaseSet possible = cases_of_head(dictionary, tables, phrase, units);
  const Case stands_in = possible.empty() || possible.has(assumed) ? assumed : likeliest(possible);
  if (stands_in == Case::none || stands_in == Case::nominative) return print(phrase, {});
  const std::size_t first = first_word(units);
  std::optional<Group> head;
  if (begins_with_name(units, first)) {
    head = Group{first + 1, false, true, Number::singular, Gender::neuter, Animacy::inanimate, false, {}};
  }
  if (possible.has(stands_in)) {
    head = phrase::group_at(dictionary, tables, phrase, units, first, stands_in);
  }
  if (!head) return print(phrase, {});
  return print(phrase, Tail(dictionary, tables, phrase, units, stands_in).changes(std::move(*head)));
}

}  // namespace protokol
