// Names of people where they stand in a text, as yet in the case they are printed in.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "morphology/names.h"
#include "record/language.h"
#include "record/passage.h"

namespace protokol {

struct NameMark {
  Span tokens;         ///< the full stops of its initials included
  PersonName printed;  ///< capitals as names have them, whatever the text has
};

/// How a text is written: names are told by capitals where it has small and capital letters.
enum class Lettering : std::uint8_t {
  mixed,
  capitals,  ///< «СЛУШАЛИ КОРЕПАНОВА И. С.»
  small,     ///< «были: чижова марина, абдуллаева г. р.»
};
Lettering lettering_of(const Passage& passage);

/// Two capitals and at most seven letters: «ПЭО», «КИПиА», «СЫЧУ».
bool has_letters_of_acronym(const Passage& passage, std::uint32_t token);

/// How much a word looks like a surname.
enum class Likeness : std::uint8_t {
  none,  ///< a verb, a post, an abbreviation: no surname
  word,  ///< a common noun or adjective, as «Мороз» and «Лютая» are
  fair,  ///< no word of the dictionary
  good,  ///< it ends as surnames do
};

/// Reads names in one passage. A list holds people: «Чижова Марина», «Терещук В.» are read more readily
/// there.
class PersonNames {
 public:
  enum class Place : std::uint8_t { list, prose };
  PersonNames(const Passage& passage, Place place, const Language& language);

  /// Names of at least two words, and monastic ones behind their rank, in order; none inside quotes.
  std::vector<NameMark> find() const;
  /// The hyphenated word at `token` as a surname that stands alone; nothing where no surname begins there.
  std::optional<NameMark> bare_surname(std::uint32_t token, Likeness least) const;
  /// The name of at least two words that begins at `token`.
  std::optional<NameMark> name_from(std::uint32_t token) const;
  bool begins_at(std::uint32_t token) const { return name_from(token).has_value(); }
  Likeness likeness(std::uint32_t token) const;
  /// The dictionary itself has the word as a surname: «чижова» is of «чижов».
  bool is_form_of_surname(std::uint32_t token) const;
  bool ends_as_surname(std::uint32_t token) const {
    return language_.people.has_surname_ending(text_.at(token));
  }
  Lettering lettering() const { return lettering_; }

 private:
  std::optional<NameMark> name_at(std::uint32_t token) const;
  std::optional<NameMark> with_initials_before(std::uint32_t token) const;
  std::optional<NameMark> with_initials_behind(std::uint32_t token) const;
  std::optional<NameMark> in_full(std::uint32_t token) const;
  std::optional<NameMark> monastic(std::uint32_t token) const;

  static constexpr std::size_t most_initials = 3;
  struct Initials {
    std::uint32_t end = 0;
    std::array<std::uint32_t, most_initials> letters{};  ///< their tokens
    std::size_t count = 0;
    bool stopped = false;  ///< each has its full stop
  };
  std::optional<Initials> initials_at(std::uint32_t token) const;
  /// «И.», «И.»: each with its full stop.
  std::vector<std::string> printed_initials(const Initials& initials) const;
  bool is_initial(std::uint32_t token) const;
  bool is_name_word(std::uint32_t token) const;
  bool is_shouted_name(std::uint32_t token) const;
  bool is_undeclined_surname(std::string_view word) const;
  bool is_particle(std::uint32_t token) const;
  Likeness likeness_of_whole(std::uint32_t token) const;
  bool is_see(std::uint32_t token) const;
  bool ends_item(std::uint32_t token) const;
  bool follows_office(std::uint32_t token) const;
  bool reads_as_adjective(std::uint32_t token) const;
  bool follows(PeopleTable table, std::uint32_t token) const;
  std::uint32_t surname_end(std::uint32_t token) const;
  bool first_name(std::uint32_t token) const;
  bool patronymic(std::uint32_t token) const;
  std::string printed(Span word) const;

  /// likeness() without its memory.
  Likeness judge(std::uint32_t token) const;
  bool names_deed(std::string_view word) const;

  const Passage passage_;
  const TokenText& text_;
  const Place place_;
  const Language& language_;
  const Lettering lettering_;
  mutable std::array<std::pair<std::uint32_t, Likeness>, 64> judged_;  ///< by the token's low bits
};

}  // namespace protokol
