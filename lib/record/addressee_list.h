// Lists of those who must act: people, posts and bodies in one case, parted by commas and conjunctions.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "record/language.h"
#include "record/mark_list.h"
#include "record/parties.h"
#include "record/passage.h"

namespace protokol {

struct PartyList {
  std::vector<FoundParty> parties;  ///< not empty; `party.text` is filled
  Span tokens;                      ///< with the brackets that belong to them
};

/// The marks of the group that the table `addressee.groups` names.
MarkList addressee_marks(const Passage& passage, const Language& language);

/// Reads lists within one passage; the passage, the marks and the language outlive it.
class PartyLists {
 public:
  /// `times` and `verbs`, the tokens of infinitives, end a party.
  PartyLists(const Passage& passage, const MarkList& marks, const MarkList& times,
             const std::vector<std::uint32_t>& verbs, const Language& language);

  /// The list that begins at `from` and stands in the case `wanted`.
  std::optional<PartyList> at(std::uint32_t from, Case wanted);
  /// A list that opens a sentence without showing its case: «КУМИ (Кравец Н. Н.)», «Иванов И. И. – …».
  std::optional<PartyList> undeclined_at(std::uint32_t from);
  /// A surname alone that fills `range`: «поручить Стебловой …».
  std::optional<PartyList> surname(Span range, Case wanted);
  /// A list in the nominative that fills `range`. A lead-in (`led`) has bodies by name only, a table cell may
  /// have anybody.
  enum class Place : std::uint8_t { lead_in, cell };
  std::optional<PartyList> filling(Span range, Place place);

  /// Whether a list in the dative may begin at the token, as far as its form tells.
  bool may_begin(std::uint32_t token);
  bool may_be(std::uint32_t token, Case wanted) const;
  /// An adjective in the dative, to which the noun behind it belongs.
  bool is_modifier(std::uint32_t token) const;
  /// A person, or words with a noun in the dative; «неудовлетворительной» is nobody.
  bool names_somebody(const PartyList& list) const;
  /// Does the first one's name differ from its nominative?
  bool shows_case(const PartyList& list) const;
  /// Only letters that show no case: «КУМИ».
  bool is_acronym(const FoundParty& party) const;
  /// «УК», «ОМВД»: letters that are known to name a body.
  bool is_known_acronym(const FoundParty& party) const;
  /// «Зав. отделениями»: the post is written short and shows no case.
  bool is_abbreviated(const PartyList& list) const;
  /// «премьеру»: one word that is the accusative of a thing as well as the dative of somebody.
  bool may_be_object(const FoundParty& party) const;
  bool is_adverb(std::uint32_t token) const;
  /// Does a dative behind the token depend on it: «помощь», «письмо»?
  /// «принять Савина Е. Е., Котову К. К.»: behind a comma goes on a list whose first person is no dative.
  bool follows_object(std::uint32_t token);
  bool is_governor(std::uint32_t token) const;
  /// Are they people whom one gives things rather than work: «жителям», «родителям»?
  bool is_outsider(Span list) const;
  /// An outsider whom the body works with: «подрядчику».
  bool is_partner(Span list) const;

 private:
  std::optional<PartyList> item_at(std::uint32_t from, Case wanted);
  void drop_plural_label(PartyList& list) const;
  bool may_be_surname(const FoundParty& party) const;
  void join_others(PartyList& list);
  void take_clause(PartyList& list);
  std::vector<PhraseToken> phrase(Span tokens, std::vector<std::string>& printed) const;
  std::uint32_t past_separator(std::uint32_t at) const;
  const std::vector<FoundParty>& persons(Case assumed);
  const FoundParty* person_at(std::uint32_t token, Case assumed);
  const Mark* mark_at(std::uint32_t token, std::string_view kind) const;

  const Passage& passage_;
  const MarkList& marks_;
  const Language& language_;
  std::vector<std::uint32_t> stops_;  ///< tokens at which a party ends at the latest
  std::optional<std::vector<FoundParty>> persons_dative_, persons_accusative_, persons_nominative_;
};

}  // namespace protokol
