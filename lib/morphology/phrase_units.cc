// A noun phrase cut into units: words with their readings, abbreviations, names, separators.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "morphology/phrase.h"

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
    if (is_acronym(at_)) {
      ++at_;
      return {UnitKind::name, {}};
    }
    if (const std::size_t end = abbreviation_end(); end != at_) {
      const std::size_t head_end = head_abbreviation_end(end);
      const bool head = head_end != at_;
      at_ = head ? head_end : end;
      return {head ? UnitKind::head_abbreviation : UnitKind::abbreviation, {}};
    }
    Unit unit{UnitKind::word, {part()}};
    while (joined(at_, "-") && at_ + 1 < phrase_.size() && !phrase_[at_ + 1].space_before &&
           is_word(phrase_[at_ + 1].prepared)) {
      ++at_;
      unit.parts.push_back(part());
    }
    return unit;
  }

  /// «УМУ», «ПТО»: letters of several words take no endings, unless the whole phrase is shouted.
  bool is_acronym(std::size_t i) const {
    constexpr std::size_t longest_acronym = 5, longest_alone = 4;
    const std::size_t letters = phrase_[i].prepared.size();
    if (letters < 2 || letters > longest_acronym || !in_capitals(phrase_[i].printed)) return false;
    const bool others_small = std::ranges::any_of(
        phrase_, [](const PhraseToken& token) { return is_word(token.prepared) && !in_capitals(token.printed); });
    return others_small || (phrase_.size() == 1 && letters <= longest_alone);
  }

  static bool in_capitals(std::string_view printed) {
    for (std::size_t at = 0; at < printed.size();) {
      const utf8::CodePoint letter = utf8::decode(printed, at);
      if (utf8::is_small(letter.value)) return false;
      at += letter.size;
    }
    return true;
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

  /// The longest beginning of the abbreviations up to `end` that is a head: «зав.» of «зав. отд.».
  std::size_t head_abbreviation_end(std::size_t end) const {
    std::size_t found = at_;
    std::string letters;
    for (std::size_t i = at_; i < end; ++i) {
      if (phrase_[i].prepared != ".") {
        letters += phrase_[i].prepared;
        const bool full_stop = i + 1 < end;
        if (contains(tables_.head_abbreviations, letters)) found = full_stop ? i + 2 : i + 1;
      } else {
        letters += '.';
      }
    }
    return found;
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

}  // namespace

std::vector<Unit> units_of(const Dictionary& dictionary, const InflectionTables& tables,
                           std::span<const PhraseToken> phrase) {
  return Cutter(dictionary, tables, phrase).cut();
}

}  // namespace protokol::phrase
