// Names told by their shape: initials, first names, patronymics, and the capitals of surnames.
#include "record/person_names.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "record/quotes.h"

namespace protokol {

namespace {

/// Cyrillic letters of two bytes and nothing else, the first a capital: a name as names are printed.
bool is_plain_name(std::string_view printed) {
  if (printed.empty() || printed.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < printed.size(); i += 2) {
    if (printed[i] != '\xD0' && printed[i] != '\xD1') return false;
  }
  return utf8::is_capital(utf8::decode(printed, 0).value);
}

/// The word with its ё and its inner capitals, Cyrillic throughout, beginning with a capital.
std::string capitalised(std::string_view printed, std::string_view prepared, bool shouted) {
  constexpr char32_t first_cyrillic = 0x400, last_cyrillic = 0x52F;
  if (!shouted && printed.size() == prepared.size() * 2 && is_plain_name(printed))
    return std::string(printed);
  const std::string plain = to_utf8(prepared);
  const bool alike = utf8::count(printed) == prepared.size();
  std::string result;
  std::size_t seen_at = 0;
  for (std::size_t at = 0; at < plain.size();) {
    const utf8::CodePoint own = utf8::decode(plain, at);
    char32_t letter = own.value;
    if (alike) {
      const utf8::CodePoint seen = utf8::decode(printed, seen_at);
      const bool cyrillic = seen.value >= first_cyrillic && seen.value <= last_cyrillic;
      if (cyrillic) letter = utf8::to_small(seen.value);
      if (utf8::is_capital(seen.value) && !shouted) letter = utf8::to_capital(letter);
      seen_at += seen.size;
    }
    result += utf8::encode(at == 0 ? utf8::to_capital(letter) : letter);
    at += own.size;
  }
  return result;
}

}  // namespace

PersonNames::PersonNames(const Passage& passage, Place place, const Language& language)
    : passage_(passage),
      text_(*passage.text),
      place_(place),
      language_(language),
      lettering_(lettering_of(passage)) {
  judged_.fill({UINT32_MAX, Likeness::none});
}

std::vector<NameMark> PersonNames::find() const {
  std::vector<NameMark> found;
  std::vector<Span> quotes = quotes_in(passage_);
  auto quote = quotes.begin();
  for (std::uint32_t t = passage_.tokens.from; t < passage_.tokens.to;) {
    while (quote != quotes.end() && quote->to <= t) ++quote;
    if (quote != quotes.end() && quote->contains(t)) {
      t = quote->to;
      continue;
    }
    std::optional<NameMark> mark = is_word(text_, t) ? name_at(t) : std::nullopt;
    bool honoured = mark && follows(PeopleTable::memorials, t);
    t = mark ? mark->tokens.to : t + 1;
    if (mark && !honoured) found.push_back(std::move(*mark));
  }
  return found;
}

std::optional<NameMark> PersonNames::name_from(std::uint32_t token) const {
  bool possible =
      token < passage_.tokens.to && is_word(text_, token) && !follows(PeopleTable::memorials, token);
  return possible ? name_at(token) : std::nullopt;
}

std::uint32_t PersonNames::surname_end(std::uint32_t token) const {
  constexpr std::uint32_t longest = 5;  // three words and two hyphens
  std::uint32_t end = token + 1;
  while (end + 1 < passage_.tokens.to && end < token + longest && is_sign(text_, end, "-") &&
         !text_.tokens[end].space_before && !text_.tokens[end + 1].space_before && is_name_word(end + 1)) {
    end += 2;
  }
  return end;
}

bool PersonNames::first_name(std::uint32_t token) const {
  return is_name_word(token) && !first_name_readings(language_.tables, text_.at(token)).empty();
}

bool PersonNames::patronymic(std::uint32_t token) const {
  constexpr std::size_t shortest = 5;  // «Ильич»
  return is_name_word(token) && text_.at(token).size() >= shortest &&
         !patronymic_readings(language_.tables, text_.at(token)).empty();
}

bool PersonNames::is_particle(std::uint32_t token) const {
  return token < passage_.tokens.to && language_.people.in(PeopleTable::name_particles, text_.at(token));
}

std::string PersonNames::printed(Span word) const {
  std::string result;
  for (std::uint32_t t = word.from; t < word.to; ++t) {
    std::string_view prepared = text_.at(t);
    if (text_.tokens[t].kind != TokenKind::word) {
      result += prepared;
    } else {
      result +=
          capitalised(wording(text_, passage_.document, {t, t + 1}), prepared, text_.tokens[t].capitals);
    }
  }
  return result;
}

// ---- initials

/// One letter, or two before a full stop: «Дж.», «Дз.».
bool PersonNames::is_initial(std::uint32_t token) const {
  if (token >= passage_.tokens.to || !is_word(text_, token)) return false;
  const Token& word = text_.tokens[token];
  std::size_t size = word.to - word.from;
  if (size > 2 || !is_cyrillic(text_.prepared.text[word.from])) return false;
  bool stopped = is_sign(text_, token + 1, ".") && !text_.tokens[token + 1].space_before;
  if (lettering_ == Lettering::small) return size == 1 && stopped;
  return word.capital && (size == 1 || (stopped && !word.capitals));
}

std::optional<PersonNames::Initials> PersonNames::initials_at(std::uint32_t token) const {
  Initials result;
  result.end = token;
  result.stopped = true;
  bool two_letters = false;
  while (result.count < most_initials && is_initial(result.end)) {
    std::uint32_t next = result.end + 1;
    bool stop = next < passage_.tokens.to && is_sign(text_, next, ".");
    bool first = result.count == 0;
    if (!stop && !first && result.stopped && !ends_item(next) &&
        (lettering_ == Lettering::capitals || result.count > 1)) {
      break;  // «ДЬЯКОВА П. О. И ГРОМОВУ А. С.»
    }
    two_letters = two_letters || text_.at(result.end).size() > 1;
    result.letters[result.count++] = result.end;
    result.stopped = result.stopped && stop;
    result.end = stop ? next + 1 : next;
    if (!stop && !is_initial(result.end)) break;
  }
  if (result.count == 0) return std::nullopt;
  // A stop too many: «Дроздов Н.П..- учитель».
  if (result.stopped && is_sign(text_, result.end, ".") && !text_.tokens[result.end].space_before) {
    result.end = std::min(result.end + 1, passage_.tokens.to);
  }
  return result;
}

std::vector<std::string> PersonNames::printed_initials(const Initials& initials) const {
  std::vector<std::string> result;
  for (std::size_t i = 0; i < initials.count; ++i) {
    result.push_back(printed({initials.letters[i], initials.letters[i] + 1}) + '.');
  }
  return result;
}

bool PersonNames::ends_item(std::uint32_t token) const {
  return token >= passage_.tokens.to || is_sign(text_, token, ",;:)-/(|.");
}

/// Does a word of the table, whole or shortened, stand before: «ул. А. Матросова», «имени В. И. Вернадского»?
bool PersonNames::follows(PeopleTable table, std::uint32_t token) const {
  std::uint32_t before = token;
  if (before > passage_.tokens.from && is_sign(text_, before - 1, ".")) --before;
  if (before == passage_.tokens.from || !is_word(text_, before - 1)) return false;
  const Token& word = text_.tokens[before - 1];
  bool letter = word.to - word.from == 1;
  if (letter && (word.capital || !word.space_before)) return false;  // an initial, or «с.н.с.»
  return language_.people.in(table, text_.at(before - 1));
}

// ---- whole names

std::optional<NameMark> PersonNames::name_at(std::uint32_t token) const {
  if (!is_initial(token) && !is_name_word(token)) return std::nullopt;
  if (auto mark = with_initials_before(token)) return mark;
  if (auto mark = monastic(token)) return mark;
  if (auto mark = with_initials_behind(token)) return mark;
  return in_full(token);
}

/// «Секретарь: Ю. Тен», «секретарь Ю. Тен», «____ /Ю. Тен/», «Секретарь правления         Ю. Тен»
bool PersonNames::follows_office(std::uint32_t token) const {
  if (token == passage_.tokens.from) return false;
  if (gap_before(text_, passage_.document, token) == Gap::wide) return true;
  return is_sign(text_, token - 1, ":-/_") || follows(PeopleTable::posts, token);
}

std::optional<NameMark> PersonNames::with_initials_before(std::uint32_t token) const {
  std::optional<Initials> initials = initials_at(token);
  if (!initials || initials->end >= passage_.tokens.to) return std::nullopt;
  std::uint32_t surname = initials->end;
  bool glued = !text_.tokens[surname].space_before;
  if (!initials->stopped && (initials->count < 2 || glued)) return std::nullopt;
  bool alone = initials->count == 1;
  if (alone && text_.at(token).size() > 1 && place_ == Place::prose) return std::nullopt;  // «Ст. Лесная»
  const bool apart = follows_office(token) && ends_item(surname_end(surname));
  Likeness least = alone && !glued && !apart && place_ == Place::prose ? Likeness::fair : Likeness::word;
  if (lettering_ == Lettering::small) least = alone ? Likeness::good : Likeness::fair;
  if (likeness(surname) < least) return std::nullopt;
  NameMark mark{{token, surname_end(surname)}, {}};
  mark.printed.surname = printed({surname, mark.tokens.to});
  mark.printed.given = printed_initials(*initials);
  return mark;
}

/// «СЫЧУ Н.Л.»: two initials with their stops make letters that look like an acronym a surname.
bool PersonNames::is_shouted_name(std::uint32_t token) const {
  if (lettering_ != Lettering::mixed || !text_.tokens[token].capitals || !is_name_word(token)) return false;
  if (language_.people.in_any({PeopleTable::posts, PeopleTable::bodies}, text_.at(token))) return false;
  std::optional<Initials> initials = initials_at(token + 1);
  return initials && initials->stopped && initials->count > 1 && !is_name_word(initials->end);
}

bool PersonNames::reads_as_adjective(std::uint32_t token) const {
  return std::ranges::any_of(language_.dictionary.readings(text_.at(token)),
                             [](const Reading& one) { return one.part == PartOfSpeech::adjective; });
}

std::optional<NameMark> PersonNames::with_initials_behind(std::uint32_t token) const {
  std::uint32_t end = surname_end(token);
  if (!is_initial(end)) return std::nullopt;
  Likeness own = likeness_of_whole(token);
  bool shouted = own == Likeness::none && is_shouted_name(token);
  if (!shouted && own < (lettering_ == Lettering::small ? Likeness::fair : Likeness::word))
    return std::nullopt;
  std::optional<Initials> initials = initials_at(end);
  if (!initials) return std::nullopt;
  bool alone = initials->count == 1;
  if (!initials->stopped && (alone || lettering_ == Lettering::capitals) && !ends_item(initials->end)) {
    return std::nullopt;
  }
  // «Общества А. П. Шелест»: the initials may belong to the word that follows them.
  std::uint32_t next = initials->end;
  if (initials->stopped && next < passage_.tokens.to && is_name_word(next) &&
      !initials_at(surname_end(next))) {
    Likeness other = likeness(next);
    bool glued = !text_.tokens[next].space_before && text_.tokens[end].space_before;
    // «начальника УМУ М. Д. Корзинкину»
    bool acronym = lettering_ == Lettering::mixed && !text_.tokens[next].capitals &&
                   has_letters_of_acronym(passage_, token);
    const bool thing = other == own && language_.dictionary.names_thing(text_.at(token)) &&
                       reads_as_adjective(next);  // «Отчёт В. В. Яровой»
    if (other > own || (other == own && glued) || thing || (acronym && other >= Likeness::word))
      return std::nullopt;
  }
  if (alone && own == Likeness::word && place_ == Place::prose) {
    Readings readings = language_.dictionary.readings(text_.at(token));
    bool person =
        std::ranges::any_of(readings, [](const Reading& r) { return r.animacy == Animacy::animate; });
    // «Учителю Дроздовой С. подготовить …»
    bool placed = token == passage_.tokens.from || follows(PeopleTable::posts, token);
    if (!person && !(placed && language_.people.has_surname_ending(text_.at(token))))
      return std::nullopt;  // «Пункт А.»
  }
  NameMark mark{{token, initials->end}, {}};
  mark.printed.surname = printed({token, end});
  mark.printed.given = printed_initials(*initials);
  return mark;
}

/// «Дёмина Лидия Павловна», «Лидия Павловна Дёмина», «Лидия Павловна», «Дёмина Лидия», «Лидия Дёмина».
std::optional<NameMark> PersonNames::in_full(std::uint32_t token) const {
  if (likeness(token) == Likeness::none) return std::nullopt;
  std::uint32_t second = surname_end(token);
  if (second >= passage_.tokens.to || !is_name_word(second)) return std::nullopt;
  bool hyphenated = second > token + 1;
  std::uint32_t third = second + 1;
  bool third_is_name = third < passage_.tokens.to && is_name_word(third);
  NameMark mark{{token, third}, {}};
  if (third_is_name && patronymic(third) && likeness(second) != Likeness::none) {
    mark.tokens.to = third + 1;
    mark.printed = {printed({token, second}), {printed({second, third}), printed({third, third + 1})}};
    return mark;
  }
  if (third_is_name && is_particle(third + 1)) {
    mark.tokens.to = third + 2;
    mark.printed = {printed({token, second}), {printed({second, third}), printed({third, third + 1})}};
    mark.printed.given.back() += " " + to_utf8(text_.at(third + 1));
    return mark;
  }
  if (!hyphenated && patronymic(second) && (first_name(token) || third_is_name)) {
    mark.printed.given = {printed({token, second}), printed({second, third})};
    bool another = third_is_name && (initials_at(surname_end(third)) || patronymic(surname_end(third) + 1));
    if (third_is_name && !another && likeness(third) > Likeness::none) {
      mark.tokens.to = surname_end(third);
      mark.printed.surname = printed({third, mark.tokens.to});
    }
    return mark;
  }
  if (follows(PeopleTable::places, token)) return std::nullopt;
  Likeness least = place_ == Place::list && lettering_ == Lettering::mixed ? Likeness::word : Likeness::fair;
  if (likeness(token) >= least && first_name(second)) {
    mark.printed = {printed({token, second}), {printed({second, third})}};
    return mark;
  }
  if (!hyphenated && first_name(token) && likeness(second) >= least) {
    mark.tokens.to = surname_end(second);
    mark.printed = {printed({second, mark.tokens.to}), {printed({token, second})}};
    return mark;
  }
  return std::nullopt;
}

/// «протоиерей Михаил», «прот. Михаил Пестов», «иеромонах Паисий (Лыков)», «диакон Сергий Пестов».
std::optional<NameMark> PersonNames::monastic(std::uint32_t token) const {
  const bool ranked = follows(PeopleTable::clergy, token);
  if (!ranked || lettering_ == Lettering::small || likeness(token) == Likeness::none) return std::nullopt;
  if (initials_at(token + 1) || is_see(token)) return std::nullopt;
  NameMark mark{{token, token + 1}, {"", {printed({token, token + 1})}}};
  std::uint32_t next = token + 1;
  if (next < passage_.tokens.to && patronymic(next)) return std::nullopt;
  if (next < passage_.tokens.to && likeness(next) >= Likeness::word) {
    mark.tokens.to = surname_end(next);
    mark.printed.surname = printed({next, mark.tokens.to});
    if (first_name(next) && !first_name(token)) std::swap(mark.printed.surname, mark.printed.given[0]);
  } else if (is_sign(text_, next, "(") && likeness(next + 1) != Likeness::none &&
             is_sign(text_, next + 2, ")")) {
    mark.tokens.to = next + 3;
    mark.printed.given.push_back("(" + printed({next + 1, next + 2}) + ")");
  }
  return mark;
}

/// «Варсонофий, епископ Ивдинский»: where he is bishop.
bool PersonNames::is_see(std::uint32_t token) const {
  constexpr std::size_t ending = 3;
  return token > passage_.tokens.from + 1 && is_sign(text_, token - 2, ",") &&
         text_.at(token).size() > ending &&
         language_.people.in(PeopleTable::see_endings,
                             text_.at(token).substr(text_.at(token).size() - ending)) &&
         language_.people.in(PeopleTable::clergy, text_.at(token - 1));
}

std::optional<NameMark> PersonNames::bare_surname(std::uint32_t token, Likeness least) const {
  if (token >= passage_.tokens.to || likeness(token) < least || is_see(token) ||
      follows(PeopleTable::memorials, token) || follows(PeopleTable::places, token)) {
    return std::nullopt;
  }
  // «директор МБУК «Парус»»: letters of an organisation, whatever they end with.
  if (has_letters_of_acronym(passage_, token) && is_sign(text_, token + 1, "\"")) return std::nullopt;
  NameMark mark{{token, surname_end(token)}, {}};
  mark.printed.surname = printed(mark.tokens);
  return mark;
}

}  // namespace protokol
