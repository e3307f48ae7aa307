// The agenda: from its own section, else from the headings of questions, else from titles that stand as
// headings.
#include "record/agenda.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "record/agenda_item.h"
#include "record/agenda_list.h"
#include "record/headings.h"
#include "record/list_marks.h"
#include "record/row_titles.h"
#include "record/titles.h"
#include "text/prepared.h"

namespace protokol {

namespace {

/// An agenda that stands where no section of it may begin, behind elections: from its heading to the next
/// one.
void read_late_agenda(const Outline& outline, const Language& language, AgendaList& list) {
  const auto& units = outline.units;
  const auto heading = std::ranges::find_if(units, [](const Unit& unit) {
    return unit.heading.section == SectionKind::agenda && unit.tokens.empty();
  });
  if (heading == units.end()) return;
  // «ВОПРОСЫ: / 1. Ремонт / ДОЛОЖИЛ: …»: the talk itself stands below.
  const auto first = static_cast<std::uint32_t>(heading - units.begin()) + 1;
  if (Titles(outline, language).is_title(first)) return;
  const auto end = std::find_if(std::next(heading), units.end(),
                                [](const Unit& unit) { return unit.heading.section.has_value(); });
  Section section{SectionKind::agenda,
                  {},
                  static_cast<std::uint32_t>(heading - units.begin()),
                  static_cast<std::uint32_t>(end - units.begin())};
  read_agenda_section(outline, section, language, list);
}

/// «(Котов И. И., Мышкин П. П.)», «Докладчик: Котов И. И.» on the line below a title. «Докладывал: …» tells
/// what was said, and belongs to the minutes.
void add_speakers_below(const Outline& outline, std::uint32_t i, const Language& language, AgendaList& list) {
  if (i + 1 >= outline.units.size()) return;
  const Unit& next = outline.units[i + 1];
  const Passage below = outline.content(next);
  if (next.heading.found() || below.empty() || next.kind == UnitKind::row) return;
  if (is_bracket_of_people(below, language)) return list.add_line_of_speakers(below);
  const MarkList marks = list_marks(below, "agenda", language.grammar);
  const Mark* label = marks.at(below.tokens.from);
  const bool announced = label && label->kind == "reporter" && label->value == "planned" &&
                         is_sign(*below.text, label->tokens.to - 1, ":-");
  if (!announced || only_people(below.within({label->tokens.to, below.tokens.to}), language).empty()) return;
  list.add_line_of_speakers(below);
  list.add_reporter_line(source(below));
}

/// Below titles that the minutes repeat: «1. О паводке / (Котов И. И.)»; «(Докладчик – Котов И. И.)» tells
/// who was heard.
void add_speakers_below_titles(const Outline& outline, const Language& language, AgendaList& list) {
  const bool complete =
      std::ranges::none_of(list.items(), [](const AgendaItem& item) { return item.speakers.empty(); });
  if (complete) return;
  std::optional<Titles> titles;  // most documents have no such line
  for (std::uint32_t i = 0; i + 1 < outline.units.size(); ++i) {
    const Unit& next = outline.units[i + 1];
    if (next.kind == UnitKind::row || next.heading.found()) continue;
    const Passage below = outline.content(next);
    if (!is_bracket_of_people(below, language) ||
        has_kind(list_marks(below, "agenda", language.grammar), "reporter"))
      continue;
    if (!titles) titles.emplace(outline, language);
    if (const std::string* question = titles->question_of(i)) list.add_speakers_below(*question, below);
  }
}

/// «Вопрос 1. Подготовка к ремонту» across the columns of a table.
void read_question_row(const Unit& row, const Language& language, AgendaList& list) {
  const auto filled = [](const Passage& cell) { return !cell.empty(); };
  if (std::ranges::count_if(row.cells, filled) != 1) return;
  const Passage& cell = *std::ranges::find_if(row.cells, filled);
  const std::vector<Heading> headings = find_headings(cell, language);
  if (headings.empty() || headings[0].tokens.from != cell.tokens.from || headings[0].questions.size() != 1)
    return;
  const Passage title = cell.within({headings[0].tokens.to, cell.tokens.to});
  if (!is_title(title, language) || list.knows(headings[0].questions[0])) return;
  list.add(title, headings[0].questions[0], source(cell.within(headings[0].tokens)));
}

/// «Вопрос 4. О …», «По первому вопросу: О …».
void read_question_headings(const Outline& outline, const Language& language, AgendaList& list) {
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind == UnitKind::row) {
      if (const auto title = row_title(outline, static_cast<std::uint32_t>(i), language))
        list.add(title->title, title->number, source(title->place));
      else
        read_question_row(unit, language, list);
      continue;
    }
    const Heading& heading = unit.heading;
    if (!heading.names_question || heading.questions.size() > 1 ||
        (heading.section && *heading.section != SectionKind::agenda))
      continue;
    Passage content = outline.content(unit);
    if (content.empty() && i + 1 < outline.units.size()) {
      const Unit& next = outline.units[i + 1];
      Passage below = outline.content(next);
      bool titled = !next.heading.found() && next.marker.kind == MarkerKind::none &&
                    next.kind == UnitKind::paragraph &&
                    (has_kind(list_marks(below, "agenda", language.grammar), "topic") ||
                     is_in_capitals(below));  // «Вопрос 1 / ПРОЕКТ ЖИЛОГО ДОМА»
      if (titled) content = below;
    }
    std::string number = heading.questions.empty() ? std::string() : heading.questions.front();
    if (!is_title(content, language) || (!number.empty() && list.knows(number))) continue;
    Passage words = outline.whole(unit).within(heading.tokens);
    list.add(content, number, number.empty() ? Span{} : source(words));
    add_speakers_below(outline, static_cast<std::uint32_t>(i), language, list);
  }
}

/// A line of capitals with a number right above a heading: «1) ПЕРЕХОД НА ЭЛЕКТРОННЫЙ БИЛЕТ».
bool is_shouted_title(const Outline& outline, std::uint32_t i) {
  const Unit& unit = outline.units[i];
  const bool headed = i + 1 < outline.units.size() && outline.units[i + 1].heading.section &&
                      *outline.units[i + 1].heading.section != SectionKind::vote;
  if (!headed || unit.heading.found() || unit.marker.path.size() != 1) return false;
  return is_in_capitals(outline.content(unit));
}

/// «О долгах. | Котов И. И. сообщил, что …»: the title is the first sentence where the next one tells.
Passage without_talk(const Passage& content, const Language& language) {
  const std::vector<std::uint32_t> ends = sentence_ends(content, find_names(content, language));
  if (ends.front() >= content.tokens.to) return content;
  const MarkList behind =
      list_marks(content.within({ends.front(), content.tokens.to}), "hearings", language.grammar);
  return has_kind(behind, "says") ? content.within({content.tokens.from, ends.front()}) : content;
}

/// «I. О подготовке к паводку / (Котов И. И.)»: titles that stand as headings.
void read_titles(const Outline& outline, const Language& language, AgendaList& list) {
  const Titles titles(outline, language);
  for (std::uint32_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    const Passage content = outline.content(unit);
    if (unit.kind == UnitKind::row || content.empty()) continue;
    if (!titles.is_title(i) && !is_shouted_title(outline, i)) continue;
    list.add(without_talk(content, language), unit.marker.text,
             source(outline.whole(unit).within(unit.marker.tokens)));
    add_speakers_below(outline, i, language, list);
  }
}

/// «4. СЛУШАЛИ: / О ремонте крыши. Тема …», «СЛУШАЛИ: / 1. Котов И. И. – О ремонте крыши».
void read_heard_titles(const Outline& outline, const std::vector<Section>& sections, const Language& language,
                       AgendaList& list) {
  for (const Section& section : sections) {
    if (section.kind != SectionKind::heard) continue;
    bool first = true;
    for (std::uint32_t i = section.from; i < section.to; ++i) {
      const Unit& unit = outline.units[i];
      Passage content = outline.content(unit);
      if (content.empty() || unit.kind == UnitKind::row) continue;
      const bool topic = has_kind(list_marks(content, "agenda", language.grammar), "topic");
      const bool opens = std::exchange(first, false);
      const std::string number = section.questions.size() == 1 ? section.questions.front() : std::string();
      // Without a number only the words right behind «СЛУШАЛИ:» are a title.
      if (topic && (number.empty() ? opens && section.questions.empty() : !list.knows(number))) {
        content.tokens.to = sentence_ends(content, {}).front();
        list.add(content, number, {});
      } else if (!topic && unit.marker.kind == MarkerKind::number && unit.marker.path.size() == 1 &&
                 !unit.heading.found()) {
        ItemWording item = read_item(content, language);
        const bool reported =
            !item.speakers.empty() && item.title.tokens.to == trimmed_title(content).tokens.to;
        if (reported && !item.title.empty())
          list.add(content, unit.marker.text, source(outline.whole(unit).within(unit.marker.tokens)));
      }
    }
  }
}

/// The head goes on below the document's kind, which may be taken for a heading: «РЕШЕНИЕ / от … № … / Об
/// итогах».
std::uint32_t end_of_letterhead(const Outline& outline, const std::vector<Section>& sections) {
  constexpr std::uint32_t longest = 4;  // units
  std::uint32_t end = sections.front().to;
  if (sections.size() < 2 || sections[1].kind != SectionKind::decisions || !outline.units[end].tokens.empty())
    return end;
  const std::uint32_t limit = std::min(sections[1].to, end + longest + 1);
  for (std::uint32_t i = end + 1; i < limit && outline.units[i].marker.kind == MarkerKind::none; ++i)
    end = i + 1;
  return end;
}

/// «Об итогах года» over a decision that stands alone.
void read_title_of_head(const Outline& outline, const std::vector<Section>& sections,
                        const Language& language, AgendaList& list) {
  const auto decided = std::ranges::any_of(sections, [](const Section& one) {
    return one.kind == SectionKind::heard || one.kind == SectionKind::decisions;
  });
  if (sections.empty() || sections.front().kind != SectionKind::head || !decided) return;
  const std::uint32_t end = end_of_letterhead(outline, sections);
  for (std::uint32_t i = sections.front().from; i < end; ++i) {
    const Passage content = outline.content(outline.units[i]);
    if (content.empty() || outline.units[i].kind == UnitKind::row || outline.units[i].inside) continue;
    if (!has_kind(list_marks(content, "agenda", language.grammar), "topic") || !is_title(content, language))
      continue;
    return list.add(trimmed(content, "\""), {}, {});
  }
}

std::string trimmed_key(std::string key) {
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

bool is_next(const Marker& marker, std::size_t count) { return marker.path.front() == count + 1; }

/// «Выборы» begins «Выборы старосты».
bool begins_words(std::string_view title, std::string_view shorter) {
  constexpr std::size_t shortest = 4;  // letters
  return shorter.size() >= shortest && title.size() > shorter.size() && title.starts_with(shorter) &&
         title[shorter.size()] == ' ';
}

/// «• Выборы старосты» in the agenda, «1. Выборы старосты.» in the minutes: all of the items, or none.
void number_by_titles(const Outline& outline, std::vector<AgendaItem>& items) {
  const auto key_of = [](std::string_view title) {
    return prepare(title.substr(0, title.find_first_of(".(")));
  };
  constexpr std::uint32_t longest = 40;  // tokens
  std::vector<const Unit*> found;
  for (const Unit& unit : outline.units) {
    if (found.size() == items.size()) break;
    if (unit.kind == UnitKind::row || unit.marker.kind != MarkerKind::number || unit.marker.path.size() != 1)
      continue;
    const Passage content = outline.content(unit);
    if (content.empty()) continue;
    const std::string own = trimmed_key(key_of(wording(
        content.within({content.tokens.from, std::min(content.tokens.to, content.tokens.from + longest)}))));
    const std::string known = trimmed_key(key_of(items[found.size()].title.value));
    if (own == known || (is_next(unit.marker, found.size()) && begins_words(known, own)))
      found.push_back(&unit);
  }
  if (found.size() != items.size()) return;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Passage marker = outline.whole(*found[i]).within(found[i]->marker.tokens);
    items[i].number = {found[i]->marker.text, source(marker), "layout.number"};
  }
}

/// Bullets take the numbers of the questions that the minutes name: «По первому вопросу».
void number_by_headings(const Outline& outline, AgendaList& list) {
  std::vector<AgendaItem>& items = list.items();
  if (items.empty() ||
      std::ranges::any_of(items, [](const AgendaItem& item) { return !item.number.empty(); }))
    return;
  std::unordered_map<std::string, const Unit*> headings;
  for (const Unit& unit : outline.units) {
    for (const std::string& number : unit.heading.questions) headings.emplace(number, &unit);
  }
  number_by_titles(outline, items);
  if (!items.front().number.empty()) return;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto named = headings.find(std::to_string(i + 1));
    if (named == headings.end()) return;
    const Passage words = outline.whole(*named->second).within(named->second->heading.tokens);
    items[i].number = {named->first, source(words), "layout.question"};
  }
}

}  // namespace

FoundAgenda read_agenda(const Outline& outline, const std::vector<Section>& sections,
                        const Language& language) {
  AgendaList list(language);
  for (const Section& section : sections) {
    if (section.kind == SectionKind::agenda) read_agenda_section(outline, section, language, list);
  }
  if (list.empty()) read_late_agenda(outline, language, list);
  number_by_headings(outline, list);
  if (!list.empty()) add_speakers_below_titles(outline, language, list);
  if (list.empty()) read_question_headings(outline, language, list);
  if (list.empty()) read_titles(outline, language, list);
  if (list.empty()) read_heard_titles(outline, sections, language, list);
  if (list.empty()) read_title_of_head(outline, sections, language, list);
  std::erase_if(list.items(), [](const AgendaItem& item) { return item.title.empty(); });
  FoundAgenda found;
  found.claims = list.claims();
  found.reporter_lines = list.reporter_lines();
  found.items = std::move(list.items());
  std::erase_if(found.items, [](const AgendaItem& item) { return item.title.empty(); });
  return found;
}

std::string dump(const FoundAgenda& found) {
  std::string text;
  for (const AgendaItem& item : found.items) {
    text += item.number.empty() ? "-" : item.number.value;
    text += " «" + item.title.value + "»";
    for (const Party& party : item.speakers) text += " | " + dump(party);
    text += '\n';
  }
  return text;
}

}  // namespace protokol
