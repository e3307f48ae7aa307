// Headings within a text: what part of a protocol begins at a token, and which question it is about.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/language.h"
#include "record/passage.h"

namespace protokol {

/// What part of a protocol a heading opens.
enum class SectionKind : std::uint8_t {
  head,     ///< before any heading
  present,  ///< those present, with what the line itself says
  absent,
  invited,
  agenda,
  heard,
  spoke,
  discussion,  ///< talk that is neither: «Справка:», the course of the meeting
  decisions,
  vote,
  signatures,
  appendix,  ///< distribution lists, typist's marks, what stands behind the signatures
};

/// A heading: «РЕШИЛИ:», «По первому вопросу слушали:», «ВОПРОС 2.».
struct Heading {
  std::optional<SectionKind> section;
  std::vector<std::string> questions;  ///< agenda numbers: «1», «II», «Б»
  bool names_question = false;         ///< a question is named, with or without a number
  bool groups = false;  ///< behind the section's word: «РЕШИЛИ: По вопросу 1:», other groups follow
  bool one_item = false;  ///< heads one decision: «Решение № 3:»
  std::string item;       ///< that decision's number
  bool leads = false;     ///< a verb of asking alone: «ПОРУЧИТЬ:»; of an item it is only a lead-in
  bool annex = false;     ///< an annex begins, which is no part of the protocol
  bool open = false;      ///< no sign parts it from what follows: «РЕШИЛИ чинить крышу»
  bool first = false;  ///< heads a part only where no other has begun: «Члены комиссии:» in the head
  bool inner = false;  ///< heads a part, or the whole document: «Протокол поручений от 5 мая»
  bool verdict = false;  ///< of a vote: «Решение принято», and behind a colon perhaps the decision itself
  Span tokens;  ///< with its colon; empty where there is none
  std::string rule;

  bool found() const { return !tokens.empty(); }
};

/// Whether what was said or decided at the meeting stands under it.
bool begins_talk(const Heading& heading);

/// Every heading in the passage, by place. Neighbours are one: a question's and a section's.
std::vector<Heading> find_headings(const Passage& passage, const Language& language);

}  // namespace protokol
