// Splitting an item of an agenda into its title and its speakers.
#include "record/agenda_item.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "record/list_marks.h"
#include "record/noun_phrase.h"

namespace protokol {

namespace {

/// So many dashes before people are tried.
constexpr int most_tries = 4;

/// A stretch that holds speakers, and what goes with it: brackets, label, separator.
struct Tail {
  Span place;
  Span whole;
};

class ItemReading {
 public:
  ItemReading(const Passage& item, const Language& language)
      : item_(item),
        language_(language),
        marks_(list_marks(item, "agenda", language.grammar)),
        persons_(find_persons(item, Case::nominative, language)) {}

  ItemWording read() {
    ItemWording found{item_, {}, {}};
    Span& title = found.title.tokens;
    // «Тема (Котов И. И.) – 10 минут» has one tail, «Тема (докладчик …) (содокладчик …)» two.
    for (int tails = 0; tails < 3; ++tails) {
      std::optional<Tail> tail = tail_of(title);
      if (!tail) break;
      std::size_t before = found.speakers.size();
      take(found, tail->place);
      if (found.speakers.size() == before) break;
      std::rotate(found.speakers.begin(), found.speakers.begin() + static_cast<std::ptrdiff_t>(before),
                  found.speakers.end());
      std::rotate(found.speaker_spans.begin(),
                  found.speaker_spans.begin() + static_cast<std::ptrdiff_t>(before),
                  found.speaker_spans.end());
      title.to = tail->whole.from;
    }
    if (found.speakers.empty()) take_leading(found);
    found.title = trimmed_title(found.title);
    return found;
  }

 private:
  std::optional<Tail> tail_of(Span title) const {
    while (!title.empty() && is_sign(*item_.text, title.to - 1, " ,;.*")) --title.to;
    if (title.empty() || names_author(title)) return std::nullopt;
    if (std::optional<Tail> bracket = bracket_at_end(title)) return bracket;
    if (std::optional<Tail> labelled = labelled_tail(title)) return labelled;
    if (std::optional<Tail> dash = tail_behind_dash(title)) return dash;
    return last_sentence(title);
  }

  /// «… рукописи (автор – Котова И. И.; рецензент Рогов И. И.)»: the bracket at the end names no speaker.
  bool names_author(Span title) const {
    const std::optional<Span> inside = bracket_closing(title);
    const Mark* mark = inside ? marks_.at(inside->from) : nullptr;
    return mark && mark->kind == "guide";
  }

  /// What the bracket holds that the title ends with.
  std::optional<Span> bracket_closing(Span title) const {
    if (!is_sign(*item_.text, title.to - 1, ")")) return std::nullopt;
    int depth = 0;
    for (std::uint32_t t = title.to; t > title.from; --t) {
      if (is_sign(*item_.text, t - 1, ")")) ++depth;
      if (is_sign(*item_.text, t - 1, "(") && --depth == 0) return Span{t, title.to - 1};
    }
    return std::nullopt;
  }

  /// «(Котов И. И., директор)», «(инф. директора Котова И. И.)», «(Психолог)».
  std::optional<Tail> bracket_at_end(Span title) const {
    const std::optional<Span> inside = bracket_closing(title);
    if (!inside) return std::nullopt;
    const Mark* mark = marks_.at(inside->from);
    const bool labelled = mark && mark->kind == "reporter";
    if (!labelled && only_people(item_.within(*inside), language_).empty() && !one_with_post(*inside))
      return std::nullopt;
    return Tail{*inside, {inside->from - 1, title.to}};
  }

  /// «(Котов И. И., завскладом)»: small words behind the name and a comma, whether known to be a post or not.
  const FoundParty* one_with_post(Span inside) const {
    constexpr std::uint32_t longest_post = 8;
    const auto person = std::ranges::find_if(
        persons_, [inside](const FoundParty& one) { return one.name.from == inside.from; });
    if (person == persons_.end() || !is_sign(*item_.text, person->name.to, ",")) return nullptr;
    const std::uint32_t post = person->name.to + 1;
    if (post >= inside.to || inside.to - post > longest_post || item_.token(post).capital) return nullptr;
    for (std::uint32_t t = post; t < inside.to; ++t) {
      if (!is_word(*item_.text, t) && !is_sign(*item_.text, t, ".-")) return nullptr;
    }
    return &*person;
  }

  /// «… Докладчик – Котов И. И.», «…, информация директора Котова И. И.»: from the first label that people
  /// follow to the end.
  std::optional<Tail> labelled_tail(Span title) const {
    for (const Mark& mark : marks_) {
      std::uint32_t from = mark.tokens.from;
      if (mark.kind != "reporter" || from <= title.from || mark.tokens.to >= title.to) continue;
      const bool noun = mark.value == "genitive";
      const bool apart = is_sign(*item_.text, from - 1, noun ? ".;(:" : ".;-(:") ||
                         (is_sign(*item_.text, mark.tokens.to - 1, ":-") && !noun);
      if (!apart || !person_within({mark.tokens.to, title.to})) continue;
      Span whole{is_sign(*item_.text, from - 1, "-(") ? from - 1 : from, title.to};
      return Tail{{from, title.to}, whole};
    }
    return std::nullopt;
  }

  /// « – Котов И. И., директор;»: the first dash behind which people fill the rest.
  std::optional<Tail> tail_behind_dash(Span title) const {
    int tries = 0;
    for (const FoundParty& person : persons_) {
      std::uint32_t from = person.tokens.from;
      if (from <= title.from || from >= title.to || !is_sign(*item_.text, from - 1, "-")) continue;
      bool compound = !item_.token(from - 1).space_before && !item_.token(from).space_before;
      Span place{from, title.to};
      if (!compound && ++tries > most_tries) break;
      if (!compound && !only_people(item_.within(place), language_).empty())
        return Tail{place, {from - 1, title.to}};
    }
    return std::nullopt;
  }

  /// «Тема. Старший воспитатель Котова И. И.»: the last sentence is nothing but people.
  std::optional<Tail> last_sentence(Span title) const {
    const std::vector<std::uint32_t> ends = sentence_ends(item_.within(title), {});
    if (ends.size() < 2) return std::nullopt;
    const Span last{ends[ends.size() - 2], title.to};
    if (last.empty() || !item_.token(last.from).capital || !person_within(last)) return std::nullopt;
    if (only_people(item_.within(last), language_).empty()) return std::nullopt;
    return Tail{last, last};
  }

  /// «Зав. кафедрой Котов И. И. – О новых планах».
  void take_leading(ItemWording& found) {
    Span& title = found.title.tokens;
    if (take_with_report(found)) return;
    if (persons_.empty() || persons_[0].tokens.from != title.from) return;
    std::uint32_t end = persons_[0].tokens.to;
    if (end + 1 >= title.to || !is_sign(*item_.text, end, "-:")) return;
    take(found, {title.from, end});
    title.from = end + 1;
  }

  /// «Выступление логопеда Котовой И. И. с докладом: «Речь дошкольника»»: the item is the speech.
  bool take_with_report(ItemWording& found) const {
    const Span title = found.title.tokens;
    const auto theme = std::ranges::find(marks_, std::string_view("theme"), &Mark::kind);
    if (theme == marks_.end() || theme->tokens.to >= title.to) return false;
    const Mark& label = *marks_.begin();
    if (label.kind != "reporter" || label.tokens.from != title.from || label.tokens.to >= theme->tokens.from)
      return false;
    if (only_people(item_.within({label.tokens.to, theme->tokens.from}), language_).empty()) return false;
    take(found, {title.from, theme->tokens.from});
    found.title.tokens.from = theme->tokens.to;
    return true;
  }

  /// Adds the parties of `place`, label by label.
  void take(ItemWording& found, Span place) const {
    std::uint32_t from = place.from;
    Case assumed = Case::nominative;
    auto read_until = [&](std::uint32_t to) {
      Passage piece = trimmed_people(item_.within({from, to}));
      if (piece.empty()) return;
      const FoundParty* one = only_people(piece, language_).empty() ? one_with_post(piece.tokens) : nullptr;
      if (one) {
        found.speakers.push_back(one->party);
        found.speakers.back().role = wording(piece.within({one->name.to + 1, piece.tokens.to}));
        found.speaker_spans.push_back(source(piece));
        return;
      }
      for (const FoundParty& party : read_parties(piece, assumed, language_)) {
        found.speakers.push_back(party.party);
        found.speaker_spans.push_back(source(piece.within(party.tokens)));
      }
    };
    for (const Mark& mark : marks_) {
      if (mark.kind != "reporter" || mark.tokens.from < from || mark.tokens.from >= place.to) continue;
      read_until(mark.tokens.from);
      from = mark.tokens.to;
      bool sign = is_sign(*item_.text, from - 1, ":-");
      assumed = mark.value == "genitive" && !sign ? Case::genitive : Case::nominative;
    }
    read_until(place.to);
  }

  bool person_within(Span tokens) const {
    auto person = std::ranges::lower_bound(persons_, tokens.from, {},
                                           [](const FoundParty& one) { return one.name.from; });
    return person != persons_.end() && person->name.from < tokens.to;
  }

  const Passage& item_;
  const Language& language_;
  MarkList marks_;
  std::vector<FoundParty> persons_;
};

}  // namespace

ItemWording read_item(const Passage& item, const Language& language) {
  return ItemReading(item, language).read();
}

std::vector<FoundParty> only_people(const Passage& place, const Language& language) {
  Passage people = trimmed_people(place);
  if (people.empty()) return {};
  std::vector<FoundParty> found = read_parties(people, Case::nominative, language);
  // «Осокин В. В., главы районов», but not «Осокин В. В., отдел связи»
  const auto other = [&](const FoundParty& one) {
    const bool led =
        found.front().kind == PartyKind::person && is_plural(people.within(one.tokens), language.dictionary);
    return one.kind == PartyKind::body && !led;
  };
  if (std::ranges::any_of(found, other)) return {};
  std::uint32_t at = people.tokens.from;
  for (const FoundParty& party : found) {
    for (; at < party.tokens.from; ++at) {
      if (people.token(at).kind == TokenKind::number ||
          (is_word(*people.text, at) && people.at(at).size() > 1))
        return {};
    }
    at = std::max(at, party.tokens.to);
  }
  for (; at < people.tokens.to; ++at) {
    if (people.token(at).kind != TokenKind::sign) return {};
  }
  return found;
}

bool is_bracket_of_people(const Passage& line, const Language& language) {
  return !line.empty() && is_sign(*line.text, line.tokens.from, "(") &&
         !only_people(trimmed(line, "()."), language).empty();
}

bool has_finite_verb(const Passage& passage, const Dictionary& dictionary) {
  int depth = 0;
  bool quoted = false;
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    if (is_sign(*passage.text, t, "([")) ++depth;
    if (is_sign(*passage.text, t, ")]") && depth > 0) --depth;
    if (is_sign(*passage.text, t, "\"")) quoted = !quoted;
    if (depth > 0 || quoted || !is_word(*passage.text, t)) continue;
    const Readings readings = dictionary.readings(passage.at(t));
    auto finite = [](const Reading& one) {
      return one.part == PartOfSpeech::verb && one.tense != Tense::imperative;
    };
    if (!readings.empty() && std::ranges::all_of(readings, finite)) return true;
  }
  return false;
}

bool is_title(const Passage& passage, const Language& language) {
  Passage title = trimmed_title(passage);
  if (title.empty()) return false;
  const Token& first = title.token(title.tokens.from);
  bool opens = first.kind == TokenKind::word ? first.capital : is_sign(*title.text, title.tokens.from, "\"");
  return opens && !has_finite_verb(title, language.dictionary);
}

Passage trimmed_title(Passage title) {
  while (!title.empty() && is_sign(*title.text, title.tokens.from, " .,;:-*")) ++title.tokens.from;
  while (!title.empty() && is_sign(*title.text, title.tokens.to - 1, " ,;:-*(")) --title.tokens.to;
  return title;
}

}  // namespace protokol
