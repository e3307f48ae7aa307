// Finding the names beside the words for chair and secretary.
#include "record/officers.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "record/parties.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_region = 80;    // tokens behind a label in which its name may stand
constexpr std::uint32_t longest_label = 8;      // words of a label without a sign before the name
constexpr std::uint32_t longest_election = 80;  // units in which an election is looked for
constexpr std::uint32_t election_behind = 30;   // tokens

bool ends_sentence(const TokenText& text, std::uint32_t token) {
  if (is_sign(text, token, ";!?")) return true;
  if (!is_sign(text, token, ".") || token == 0 || !is_word(text, token - 1)) return false;
  return text.at(token - 1).size() > 4 && (token + 1 >= text.size() || text.tokens[token + 1].capital);
}

class OfficerReading {
 public:
  OfficerReading(const std::vector<HeadItem>& items, const Language& language)
      : items_(items), language_(language) {}

  FoundOfficers read() {
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (items_[i].mark != HeadMark::office || items_[i].value == "other" ||
          items_[i].label == HeadLabel::nothing)
        continue;
      std::vector<Party>& office = items_[i].value == "chair" ? found_.chair : found_.secretary;
      if (!office.empty()) continue;
      if (std::optional<Party> party = stands_before(i) ? before(i) : behind(i))
        add(office, i, std::move(*party));
    }
    return std::move(found_);
  }

 private:
  void add(std::vector<Party>& office, std::uint32_t i, Party party) {
    party.rule = items_[i].rule;
    found_.claims.push_back({source(items_[i].passage), items_[i].rule, items_[i].value, {}});
    found_.claims.push_back({party.span, items_[i].rule, items_[i].value, party.name});
    office.push_back(std::move(party));
  }

  const TokenText& text(std::uint32_t i) const { return *items_[i].passage.text; }

  /// «Рогов Р. Р. (председатель)», «… – председатель,»: the office closes what is said of the name before it.
  bool stands_before(std::uint32_t i) const {
    Span office = items_[i].passage.tokens;
    bool bracket = office.from > 0 && is_sign(text(i), office.from - 1, "(");
    bool named = !persons_before(i).empty();
    if (bracket && named) return true;
    if (!named || is_sign(text(i), office.to - 1, ":") || is_sign(text(i), office.to, ":-")) return false;
    bool parted = office.from > 0 && is_sign(text(i), office.from - 1, "-,");
    bool closes = office.to >= text(i).size() || is_sign(text(i), office.to, ",;)") ||
                  ends_sentence(text(i), office.to) ||
                  gap_before(text(i), items_[i].passage.document, office.to) >= Gap::line;
    bool comma = office.from > 0 && is_sign(text(i), office.from - 1, ",");
    if (subject_follows(i)) return false;
    if (!closes && holder_follows(i)) return false;
    return closes || (comma && !has_sign(i)) || (parted && behind_region_is_empty(i));
  }

  /// «…, протокол вела Котова И. И.», «…, записал Мышкин»: behind a verb stands its subject.
  bool subject_follows(std::uint32_t i) const {
    const std::uint32_t next = items_[i].passage.tokens.to;
    const bool verb = next > 0 && !language_.people.in(PeopleTable::posts, text(i).at(next - 1));
    return verb && next < text(i).size() && is_word(text(i), next) && text(i).tokens[next].capital;
  }

  /// «заместитель Рогов Р. Р., секретарь комиссии Котова К. К.»: nothing parts the office from the name
  /// behind.
  bool holder_follows(std::uint32_t i) const {
    const Passage region = region_behind(i);
    const std::vector<FoundParty> persons = find_persons(region, Case::nominative, language_);
    if (persons.empty()) return false;
    for (std::uint32_t t = region.tokens.from; t < persons.front().name.from; ++t) {
      if (!is_word(text(i), t)) return false;
    }
    return true;
  }

  bool behind_region_is_empty(std::uint32_t i) const {
    return find_names(region_behind(i), language_).empty();
  }

  /// Persons of the sentence before the office, on its line.
  std::vector<FoundParty> persons_before(std::uint32_t i) const {
    const Passage& office = items_[i].passage;
    std::uint32_t from = office.tokens.from;
    while (from > 0 && office.tokens.from - from < longest_region && !ends_sentence(*office.text, from - 1) &&
           gap_before(*office.text, office.document, from) < Gap::line)
      --from;
    return find_persons(office.within({from, office.tokens.from}), Case::nominative, language_);
  }

  std::optional<Party> before(std::uint32_t i) const {
    std::vector<FoundParty> persons = persons_before(i);
    if (persons.empty()) return std::nullopt;
    return std::move(persons.back().party);
  }

  /// From the office to the next office, the end of the sentence, or of the line; a label alone on its line
  /// has the next one.
  Passage region_behind(std::uint32_t i) const {
    const Passage& office = items_[i].passage;
    std::uint32_t limit = std::min(office.text->size(), office.tokens.to + longest_region);
    for (std::uint32_t k = i + 1; k < items_.size() && items_[k].passage.text == office.text; ++k) {
      if (items_[k].mark != HeadMark::office) {
        if (items_[k].mark == HeadMark::label || items_[k].mark == HeadMark::kind)
          limit = std::min(limit, items_[k].passage.tokens.from);
        continue;
      }
      bool same = items_[k].value == items_[i].value || (items_[k].value == "other" && has_sign(i));
      if (!same) limit = std::min(limit, items_[k].passage.tokens.from);
    }
    std::uint32_t to = office.tokens.to;
    bool words = false;
    while (to < limit && !(words && ends_sentence(*office.text, to))) {
      bool line = gap_before(*office.text, office.document, to) >= Gap::line;
      if (line && words && !is_sign(*office.text, to - 1, ",-")) break;
      words = words || is_word(*office.text, to);
      ++to;
    }
    return office.within({office.tokens.to, to});
  }

  bool has_sign(std::uint32_t i) const {
    std::uint32_t to = items_[i].passage.tokens.to;
    for (std::uint32_t t = to - 1; t < to + longest_label && t < text(i).size(); ++t) {
      if (is_sign(text(i), t, ":-")) return true;
      if (is_sign(text(i), t, ",(;")) return false;
    }
    return false;
  }

  std::optional<Party> behind(std::uint32_t i) const {
    Passage region = region_behind(i);
    if (region.empty() || !has_letters(region)) return from_line_below(i);
    const Case stands_in = items_[i].governs ? Case::genitive : Case::nominative;
    std::vector<FoundParty> parties = find_persons(region, stands_in, language_);
    if (parties.empty()) return bare_surname(i, region);
    FoundParty& first = parties.front();
    if (!has_sign(i) && first.name.from > region.tokens.from + longest_label) return std::nullopt;
    if (stands_in == Case::nominative && !first.party.role.empty() && first.tokens.from < first.name.from) {
      if (std::optional<std::string> role = whole_role(region, first.name.from)) first.party.role = *role;
    }
    return std::move(first.party);
  }

  /// «Председатель – ректор, профессор Рогов Р. Р.»: all posts before the name, where nothing else stands
  /// there.
  std::optional<std::string> whole_role(const Passage& region, std::uint32_t name) const {
    const Passage posts = trimmed(region.within({region.tokens.from, name}), " ,:-");
    if (posts.empty() || !opens_with_post(posts)) return std::nullopt;
    for (std::uint32_t t = posts.tokens.from; t < posts.tokens.to; ++t) {
      if (!is_word(*posts.text, t) && !is_sign(*posts.text, t, ",.-")) return std::nullopt;
    }
    return wording(posts);
  }

  /// «ректор», «первый заместитель», «зав. кафедрой»
  bool opens_with_post(const Passage& role) const {
    using enum PeopleTable;
    const std::uint32_t first = role.tokens.from;
    if (language_.people.in_any({posts, abbreviations, modifiers}, role.at(first))) return true;
    return first + 1 < role.tokens.to && is_word(*role.text, first + 1) &&
           language_.people.in(posts, role.at(first + 1));
  }

  /// Labels with nothing behind them: «Вёл заседание: Записывала:», and the names in their order below.
  std::optional<Party> from_line_below(std::uint32_t i) const {
    std::uint32_t first = i, last = i;
    auto office = [this](std::uint32_t k) { return items_[k].mark == HeadMark::office; };
    while (first > 0 && office(first - 1) && items_[first - 1].line == items_[i].line) --first;
    while (last + 1 < items_.size() && office(last + 1) && items_[last + 1].line == items_[i].line) ++last;
    if (last + 1 >= items_.size() || items_[last + 1].line != items_[i].line + 1) return std::nullopt;
    const HeadItem& next = items_[last + 1];
    if (next.mark != HeadMark::text && next.mark != HeadMark::office) return std::nullopt;
    Passage line = next.passage;
    std::uint32_t limit = std::min(line.text->size(), line.tokens.from + longest_region);
    while (line.tokens.to < limit && gap_before(*line.text, line.document, line.tokens.to) < Gap::line)
      ++line.tokens.to;
    std::vector<FoundParty> parties = find_persons(line, Case::nominative, language_);
    if (parties.size() <= i - first) return std::nullopt;
    return std::move(parties[i - first].party);
  }

  static bool has_letters(const Passage& passage) {
    for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
      if (is_word(*passage.text, t)) return true;
    }
    return false;
  }

  /// «Цветков» is a form of «цветок», too. Behind another word it may be a first name: «Цой Марина».
  bool is_likely_surname(const Passage& region, std::uint32_t token) const {
    for (std::uint32_t t = region.tokens.from; t < token; ++t) {
      if (is_word(*region.text, t)) return false;
    }
    return region.token(token).capital && language_.people.has_surname_ending(region.at(token)) &&
           !language_.people.in_any({PeopleTable::posts, PeopleTable::bodies}, region.at(token));
  }

  /// «Протокол вёл Рогов», «Записала: Маслова»: a capitalised word that the dictionary lacks.
  std::optional<Party> bare_surname(std::uint32_t i, const Passage& region) const {
    std::uint32_t last = region.tokens.to;
    for (std::uint32_t t = region.tokens.from; t < region.tokens.to && t < region.tokens.from + longest_label;
         ++t) {
      if (!is_word(*region.text, t)) continue;
      bool name = (region.token(t).capital || items_[i].rule.empty()) && region.at(t).size() > 2 &&
                  (!language_.dictionary.knows(region.at(t)) || is_likely_surname(region, t));
      if (name) {
        last = t;
        break;
      }
    }
    if (last >= region.tokens.to) return std::nullopt;
    Party party;
    Passage name = region.within({last, last + 1});
    party.name = wording(name);
    party.span = source(name);
    return party;
  }

  const std::vector<HeadItem>& items_;
  const Language& language_;
  FoundOfficers found_;
};

class ElectionReading {
 public:
  ElectionReading(const Outline& outline, const Language& language)
      : outline_(outline), language_(language) {}

  FoundOfficers read() {
    std::string_view group = head_group(language_.grammar, "elected");
    std::uint32_t units = std::min(static_cast<std::uint32_t>(outline_.units.size()), longest_election);
    for (std::uint32_t unit = 0; unit < units && !(has_chair() && has_secretary()); ++unit) {
      Passage passage = outline_.whole(outline_.units[unit]);
      std::vector<Mark> marks = language_.grammar.find(*passage.text, passage.tokens, group);
      const auto first = std::ranges::find_if(marks, is_verb);  // «Председателем избрали Рогова Р. Р.»
      const bool verb = first != marks.end();
      if (verb) case_ = case_by(*first);
      for (std::size_t i = 0; i < marks.size(); ++i) {
        if (is_verb(marks[i]))
          case_ = case_by(marks[i]);
        else
          office(passage, marks, i, verb);
      }
    }
    return std::move(found_);
  }

 private:
  static std::string_view kind_of(const Mark& mark) {
    return mark.kind.empty() ? std::string_view(mark.value) : mark.kind;
  }
  static Case case_by(const Mark& verb) { return kind_of(verb) == "whom" ? Case::accusative : Case::none; }
  static bool is_verb(const Mark& mark) { return kind_of(mark) == "whom" || kind_of(mark) == "who"; }
  bool has_chair() const { return !found_.chair.empty(); }
  bool has_secretary() const { return !found_.secretary.empty(); }

  void office(const Passage& passage, const std::vector<Mark>& marks, std::size_t i, bool verb) {
    std::vector<Party>& office = kind_of(marks[i]) == "chair" ? found_.chair : found_.secretary;
    std::uint32_t to = marks[i].tokens.to;
    bool sign = is_sign(*passage.text, to, "-:");
    if (!office.empty() || (!verb && !sign) || names_other_body(passage, to) ||
        names_other_office(passage, marks[i].tokens.from))
      return;
    std::uint32_t limit = std::min(passage.tokens.to, to + election_behind);
    for (std::size_t next = i + 1; next < marks.size(); ++next) {
      if (is_verb(marks[next])) continue;
      limit = std::min(limit, marks[next].tokens.from);
      break;
    }
    std::uint32_t end = to;
    while (end < limit && !ends_sentence(*passage.text, end)) ++end;
    std::vector<FoundParty> persons = find_persons(passage.within({to, end}), case_, language_);
    bool behind = !persons.empty();
    if (!behind) {
      std::uint32_t from = marks[i].tokens.from;
      while (from > passage.tokens.from && marks[i].tokens.from - from < election_behind &&
             !ends_sentence(*passage.text, from - 1))
        --from;
      persons = find_persons(passage.within({from, marks[i].tokens.from}), case_, language_);
    }
    if (persons.empty()) return;
    Party party = std::move(behind ? persons.front().party : persons.back().party);
    party.rule = std::string(language_.grammar.rule_name(marks[i].rule));
    found_.claims.push_back({party.span, party.rule, std::string(kind_of(marks[i])), party.name});
    office.push_back(std::move(party));
  }

  /// «председателем совета дома»: not of this meeting.
  bool names_other_body(const Passage& passage, std::uint32_t token) const {
    if (token >= passage.tokens.to || !is_word(*passage.text, token)) return false;
    const bool capital = passage.token(token).capital;  // «секретарём Общества», but «секретарём Волкова»
    return std::ranges::any_of(
        language_.dictionary.readings(passage.at(token)), [capital](const Reading& reading) {
          return (reading.part == PartOfSpeech::noun || reading.part == PartOfSpeech::adjective) &&
                 reading.grammatical_case == Case::genitive &&
                 (!capital || reading.animacy == Animacy::inanimate);
        });
  }

  /// «корпоративным секретарём», «новым председателем»: a quality before it makes it another office.
  bool names_other_office(const Passage& passage, std::uint32_t token) const {
    if (token == passage.tokens.from || !is_word(*passage.text, token - 1)) return false;
    return std::ranges::any_of(
        language_.dictionary.readings(passage.at(token - 1)), [](const Reading& reading) {
          return reading.part == PartOfSpeech::adjective && reading.grammatical_case == Case::instrumental;
        });
  }

  const Outline& outline_;
  const Language& language_;
  Case case_ = Case::none;  ///< that the last verb asks of the names: «избрать» whom, «избран» who
  FoundOfficers found_;
};

}  // namespace

FoundOfficers read_officers(const std::vector<HeadItem>& items, const Language& language) {
  return OfficerReading(items, language).read();
}

FoundOfficers read_elections(const Outline& outline, const Language& language) {
  return ElectionReading(outline, language).read();
}

}  // namespace protokol
