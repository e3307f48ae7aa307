// Titles compared by their letters, and told from decisions by having no operative verb.
#include "record/titles.h"

#include <algorithm>

#include "record/actions.h"
#include "record/addressees.h"
#include "record/groups.h"
#include "record/lead_in.h"
#include "record/list_marks.h"

namespace protokol {

namespace {

constexpr std::size_t shortest_prefix = 24;
constexpr std::uint32_t longest_title = 60;    // tokens
constexpr std::uint32_t longest_counted = 20;  // tokens of a numbered title that looks like no title
constexpr std::size_t shortest_key = 10;       // letters of a title that was shortened
constexpr std::uint32_t shortest_line = 4;     // a line of so few words may be a shortened title
constexpr std::size_t longest_unmarked = 90;   // letters of an agenda's line without a number

/// The letters and digits of a passage, small, without what stands in brackets at its end.
std::string key_of(const Passage& passage) {
  std::string key;
  constexpr std::size_t longest = 160;
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to && key.size() < longest; ++t) {
    if (is_sign(*passage.text, t, "(") && !key.empty()) break;
    if (passage.token(t).kind != TokenKind::sign) key += passage.at(t);
  }
  return key;
}

bool same_title(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  const std::size_t common = std::min(a.size(), b.size());
  return common >= shortest_prefix && a.compare(0, common, b, 0, common) == 0;
}

bool begins_as_title(const Passage& passage, std::string_view group, const Language& language) {
  if (group.empty()) return false;
  const auto marks = language.grammar.find(*passage.text, passage.tokens, group);
  return !marks.empty() && marks.front().tokens.from == passage.tokens.from;
}

bool is_bracketed(const Passage& passage) {
  return !passage.empty() && is_sign(*passage.text, passage.tokens.from, "(") &&
         is_sign(*passage.text, passage.tokens.to - 1, ")");
}

/// «1.1.» right below «1.»
bool opens_list_of(const Marker& outer, const Marker& inner) {
  return inner.kind == MarkerKind::number && !outer.path.empty() &&
         inner.path.size() == outer.path.size() + 1 && inner.path.front() == outer.path.front() &&
         inner.path.back() == 1;
}

/// «2) каталог / - сверить подписи / - убрать опечатки»: a short numbered line that asks nothing of anybody,
/// over bullets or points that ask.
bool heads_tasks(const Outline& outline, std::uint32_t index, const Language& language) {
  constexpr std::uint32_t longest_name = 12;  // tokens
  const Unit& unit = outline.units[index];
  const Passage content = outline.content(unit);
  if (content.tokens.size() > longest_name || is_sign(*content.text, content.tokens.to - 1, ":;,."))
    return false;
  const auto asked = find_action(content, Asked::nobody, language);
  const bool numbered =
      index + 1 < outline.units.size() && opens_list_of(unit.marker, outline.units[index + 1].marker);
  if (asked && !(numbered && asked->strength == ActionStrength::noun)) return false;
  const auto addressed = read_addressees(content, language).parties;
  if (std::ranges::any_of(addressed, [](const FoundParty& one) { return one.stood_in == Case::dative; }))
    return false;
  std::uint32_t first = index + 1;
  const bool plain = unit.marker.kind == MarkerKind::none;
  // «О паводке / (Котов И. И., Мышкин П. П.)»
  if (plain && first < outline.units.size() && is_bracketed(outline.content(outline.units[first]))) ++first;
  if (first >= outline.units.size()) return false;
  const Unit& next = outline.units[first];
  const bool below = next.marker.kind == MarkerKind::bullet || opens_list_of(unit.marker, next.marker) ||
                     (plain && next.marker.kind == MarkerKind::number);
  if (!below || next.heading.found() || next.tokens.empty()) return false;
  return has_operative_verb(outline.content(next), Asked::nobody, language);
}

/// Somebody says something in it.
bool tells(const Passage& content, const Language& language) {
  const MarkList marks = list_marks(content, "hearings", language.grammar);
  return std::ranges::any_of(marks,
                             [](const Mark& mark) { return mark.kind == "says" || mark.kind == "opens"; });
}

bool ends_agenda(const Unit& unit) {
  if (!unit.heading.found()) return false;
  return unit.heading.section.has_value();
}

}  // namespace

Titles::Titles(const Outline& outline, const Language& language) {
  read_agenda(outline);
  find_titles(outline, language);
  find_counted_minutes(outline, language);
  // «ВОПРОСЫ: / 1. Ремонт / ДОЛОЖИЛ: …»: the heading stands over the talk itself, and its list is no agenda.
  const std::uint32_t next = agenda_end_ + 1;
  const bool talks =
      keys_.size() == 1 && next < outline.units.size() && begins_talk(outline.units[next].heading);
  if (keys_.empty() || talks) find_counted_titles(outline, language);
}

void Titles::read_agenda(const Outline& outline) {
  const auto& units = outline.units;
  auto unit =
      std::ranges::find_if(units, [](const Unit& one) { return one.heading.section == SectionKind::agenda; });
  if (unit == units.end()) return;
  std::string number;
  for (++unit; unit != units.end() && !ends_agenda(*unit); ++unit) {
    const std::string key = key_of(outline.content(*unit));
    if (std::ranges::any_of(keys_, [&key](const std::string& known) { return same_title(known, key); }))
      break;
    if (shortens_title(unit->marker, outline.content(*unit)))
      break;  // the minutes, behind an agenda of bullets
    const bool counted = unit->marker.kind != MarkerKind::none && !unit->marker.text.empty();
    const bool named = unit->heading.names_question && !unit->heading.questions.empty();
    const std::string own = named     ? unit->heading.questions.front()
                            : counted ? unit->marker.text
                                      : std::string();
    if (!own.empty()) {
      if (std::ranges::find(numbers_, own) != numbers_.end()) break;
      numbers_.push_back(own);
      number = own;
    } else if (unit->marker.kind != MarkerKind::bullet &&
               (key.size() > longest_unmarked || !number.empty())) {
      continue;
    }
    keys_.push_back(key);
    key_numbers_.push_back(number);
    agenda_end_ = static_cast<std::uint32_t>(unit - units.begin());
  }
}

void Titles::find_titles(const Outline& outline, const Language& language) {
  const auto& units = outline.units;
  const std::string_view titles = group_named(language.grammar, "title");
  const bool all_capitals = std::ranges::all_of(units, [&](const Unit& unit) {
    return unit.kind == UnitKind::row || unit.whole.size() < 4 || is_in_capitals(outline.whole(unit));
  });
  const bool blanks = std::ranges::any_of(units, [](const Unit& unit) { return unit.blank_before > 0; });
  const bool headless = std::ranges::none_of(
      units, [](const Unit& unit) { return unit.heading.section == SectionKind::decisions; });
  for (std::uint32_t i = agenda_end_ == 0 ? 0 : agenda_end_ + 1; i < units.size(); ++i) {
    const Unit& unit = units[i];
    const Passage content = outline.content(unit);
    if (unit.kind == UnitKind::row || content.empty()) continue;
    if (unit.heading.section) {
      // «1. Рассмотрели: ремонт крыши», where no agenda tells the titles.
      const bool titled = keys_.empty() && unit.heading.section == SectionKind::discussion &&
                          unit.marker.kind == MarkerKind::number && unit.marker.path.size() == 1;
      if (titled) questions_[i] = unit.marker.text;
      continue;
    }
    if (shortens_title(unit.marker, content)) {
      questions_[i] = unit.marker.text;
      continue;
    }
    if (content.tokens.size() > longest_title) continue;
    if (!keys_.empty()) {
      const std::string key = key_of(content);
      const bool alone = unit.blank_before > 0 && !unit.inside && unit.marker.kind == MarkerKind::none &&
                         content.tokens.size() <= shortest_line;
      const bool shortened = key.size() >= shortest_key && begins_as_title(content, titles, language);
      const auto same = std::ranges::find_if(keys_, [&](const std::string& known) {
        return same_title(known, key) || ((alone || shortened) && known.starts_with(key));
      });
      if (same == keys_.end()) continue;
      if (key.size() > same->size() && has_operative_verb(content, Asked::nobody, language))
        continue;  // «Отчёт ревизора утвердить»
      const std::string& number = key_numbers_[static_cast<std::size_t>(same - keys_.begin())];
      questions_[i] = number.empty() && unit.marker.path.size() == 1 ? unit.marker.text : number;
    } else if (unit.marker.kind == MarkerKind::none && !unit.inside &&
               (unit.blank_before > 0 || (!blanks && begins_as_title(content, titles, language)))) {
      // «О РЕМОНТЕ КРОВЛИ» alone between paragraphs
      const bool shouted =
          !all_capitals && is_in_capitals(content) && begins_as_title(content, titles, language) && i > 0;
      if (shouted || (headless && i > 0 && heads_tasks(outline, i, language))) questions_[i] = "";
    } else if (unit.marker.path.size() == 1 && unit.marker.sign != ']') {
      const bool title =
          begins_as_title(content, titles, language) || (!all_capitals && is_in_capitals(content));
      if ((title && !has_operative_verb(content, Asked::nobody, language)) ||
          (headless && heads_tasks(outline, i, language)))
        questions_[i] = unit.marker.text;
    }
  }
}

/// «2. Смета. Котов И. И. огласил …», where the agenda's second bullet is «Смета на 2019 год».
bool Titles::shortens_title(const Marker& marker, const Passage& content) const {
  constexpr std::size_t shortest = 4;   // letters
  constexpr std::uint32_t longest = 8;  // tokens
  if (marker.kind != MarkerKind::number || marker.path.size() != 1) return false;
  const std::uint32_t number = marker.path.front();
  if (number == 0 || number > keys_.size() || !key_numbers_[number - 1].empty()) return false;
  std::uint32_t end = content.tokens.from;
  while (end < content.tokens.to && !is_sign(*content.text, end, ".:")) ++end;
  if (end == content.tokens.to || end > content.tokens.from + longest) return false;
  const std::string key = key_of(content.within({content.tokens.from, end}));
  return key.size() >= shortest && keys_[number - 1].starts_with(key);
}

/// «1) Отчитался Котов И. И. / Постановили: … / 2) …»: behind the agenda its numbers again, each with what
/// was said or decided before the next one, and no other list between them.
void Titles::find_counted_minutes(const Outline& outline, const Language& language) {
  const auto& units = outline.units;
  std::vector<std::uint32_t> counted;
  bool answered = true;  // the last one, by talk or by a decision
  for (std::uint32_t i = agenda_end_ + 1; i < units.size() && counted.size() < numbers_.size(); ++i) {
    const Unit& unit = units[i];
    if (unit.marker.kind == MarkerKind::number && unit.marker.path.size() == 1) {
      if (unit.marker.text != numbers_[counted.size()] || !answered) return;
      counted.push_back(i);
      answered = tells(outline.whole(unit), language);
    }
    answered = answered || unit.heading.section == SectionKind::decisions;
  }
  if (counted.size() < 2 || counted.size() < numbers_.size()) return;
  const std::uint32_t last = counted.back();
  if (!answered && find_action(outline.content(units[last]), Asked::nobody, language)) {
    answered_ = last;
    answer_ = units[last].marker.text;
    counted.pop_back();
  }
  for (const std::uint32_t i : counted) questions_.try_emplace(i, units[i].marker.text);
}

/// «1. Сдача спектакля / Слушали …»: without an agenda short items that decide nothing, counted from one
/// through the whole document, are titles, too, if talk or decisions begin behind each of them.
void Titles::find_counted_titles(const Outline& outline, const Language& language) {
  const auto& units = outline.units;
  const std::string_view titles = group_named(language.grammar, "title");
  std::vector<std::uint32_t> counted;
  std::uint32_t headed = 0;
  bool waits = false;  // for talk or decisions behind the last one
  for (std::uint32_t i = 0; i + 1 < units.size(); ++i) {
    const Unit& unit = units[i];
    if (waits && begins_talk(unit.heading)) {
      waits = false;
      ++headed;
    }
    const Passage content = outline.content(unit);
    const bool counts = unit.marker.kind == MarkerKind::number || unit.marker.kind == MarkerKind::roman;
    const bool next_number = counts && unit.marker.path.size() == 1 &&
                             unit.marker.path.front() == counted.size() + 1 &&
                             (counted.empty() || units[counted.front()].marker.kind == unit.marker.kind);
    if (!next_number || unit.kind == UnitKind::row || unit.heading.found()) continue;
    if (content.empty() || content.tokens.size() > longest_counted) continue;
    const bool leads = is_sign(*content.text, content.tokens.to - 1, ":");
    if (leads && names_addressees_only(content, language)) continue;  // «2. Главному инженеру:»
    const bool titled = begins_as_title(content, titles, language);  // «1. Рассмотрели замечания заказчика.»
    // «1. Уведомление Котова о намерении работать. / Решение: …»
    const bool answered = units[i + 1].marker.kind == MarkerKind::none && begins_talk(units[i + 1].heading);
    if (!titled && !answered && has_operative_verb(content, Asked::nobody, language)) continue;
    if (waits) return;  // a list of something else
    counted.push_back(i);
    waits = true;
  }
  if (waits && begins_talk(units.back().heading)) ++headed;
  if (headed < 2) return;
  for (const std::uint32_t i : counted) questions_.try_emplace(i, units[i].marker.text);
}

const std::string* Titles::question_of(std::uint32_t unit) const {
  const auto question = questions_.find(unit);
  return question == questions_.end() ? nullptr : &question->second;
}

const std::string* Titles::answer_to(std::uint32_t unit) const {
  return answered_ == unit ? &answer_ : nullptr;
}

bool Titles::is_title(std::uint32_t unit) const { return questions_.contains(unit); }

}  // namespace protokol
