// Words for meetings and institutions in the head, and the issuing body that they lead to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/head_items.h"

namespace protokol {

/// Asks the grammar and the dictionary about wording of the head.
class MeetingWords {
 public:
  explicit MeetingWords(const Language& language) : language_(language) {}

  /// A word for an event or an organ that meets stands in it.
  bool names_meeting(const Passage& passage) const;
  /// Words for meetings and the bodies that meet.
  std::vector<Mark> meetings(const Passage& passage) const;
  /// Such a word stands among its first words, and only adjectives before it.
  bool opens_with_meeting(const Passage& passage, std::uint32_t within) const;
  /// It begins like an issuing body: capital, nominative, a word for an institution.
  bool names_issuer(const Passage& passage) const;
  bool opens_with_short_form(const Passage& passage) const;
  bool opens_with_preposition(const Passage& passage) const;
  /// Its first word names an institution.
  bool opens_with_body(const Passage& passage) const;
  /// It begins with «О …», «Об …» and a capital: what the document is about.
  bool opens_subject(const Passage& passage) const;
  /// Its first word may be a genitive and is no nominative, or begins with a small letter.
  bool stands_in_genitive(const Passage& passage) const;
  /// Its first word can only be a nominative.
  bool stands_in_nominative(const Passage& passage) const;
  /// It must go on: an open quotation mark, a preposition or a comma at its end.
  bool is_open(const Passage& passage) const;
  /// It is a line of a letterhead that stands above the issuing body: a region, a country.
  bool is_region(const Passage& passage) const;
  /// Tokens of the first institution («МБОУ», «университета») in the singular, and of its sort.
  struct Named {
    Span tokens;
    bool institution = false;  ///< otherwise an authority or a territory
  };
  std::vector<Named> bodies(const Passage& passage) const;

  const Language& language() const { return language_; }

 private:
  const Language& language_;
};

/// An issuing body: the items and the wording.
struct LetterHead {
  std::vector<std::uint32_t> items;
  std::vector<Passage> passages;
};

/// «Заказчик: МУП «Водоканал», …»; a person is no organization.
std::optional<LetterHead> labelled_organization(const std::vector<HeadItem>& items, const Language& language);
/// The last block of lines before item `end` that names an institution or an authority.
std::optional<LetterHead> letterhead(const std::vector<HeadItem>& items, const std::vector<bool>& taken,
                                     std::uint32_t end, const MeetingWords& words);
/// The same below the title.
std::optional<LetterHead> letterhead_below(const std::vector<HeadItem>& items, const std::vector<bool>& taken,
                                           std::uint32_t from, const MeetingWords& words);
/// An institution that is named in the title only.
std::optional<LetterHead> institution_within(const std::vector<Passage>& title, const MeetingWords& words);

/// The wording of some passages on one line, without brackets that say «далее» and without signs at the end.
std::string title_wording(const std::vector<Passage>& passages);

}  // namespace protokol
