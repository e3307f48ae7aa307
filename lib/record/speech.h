// Who speaks in one paragraph of the minutes.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "record/language.h"
#include "record/mark_list.h"
#include "record/parties.h"
#include "record/passage.h"
#include "record/protocol.h"

namespace protokol {

struct FoundSpeaker {
  Party party;
  std::optional<HearingKind> kind;  ///< where words of the paragraph itself tell: «Высказались: …»
  bool same = false;                ///< «её же»: whoever was heard last; `party` is empty
  bool first = false;               ///< of those whom the paragraph begins with
};

/// What a paragraph begins with, as far as it tells how to read it.
enum class SpeechOpening : std::uint8_t {
  none,
  heard,  ///< «СЛУШАЛИ:», «Заслушав»
  spoke,  ///< «ВЫСТУПИЛИ:»
  asks,   ///< «Вопросы задали:»
  says,   ///< «Докладывала»
  label,  ///< «Докладчик:»
};

class Speech {
 public:
  Speech(const Passage& paragraph, const Language& language);
  /// The paragraph is a numbered item: it may be «Котов И. И. – О ремонте».
  void set_titled() { titled_ = true; }

  SpeechOpening opening() const { return opening_; }
  /// Nothing but the opening words stands there.
  bool only_opens() const;
  /// The speakers in order, each once. `listed`: the paragraph stands under a heading of that kind, so that
  /// people at its beginning speak even where no verb says so.
  std::vector<FoundSpeaker> speakers(std::optional<HearingKind> listed) const;

 private:
  struct Chain {
    std::vector<FoundSpeaker> speakers;
    std::uint32_t end = 0;
    bool person = false;
    bool subject = false;  ///< the first person stands in the nominative
  };
  static FoundParty with_role_of_last(std::vector<FoundSpeaker>& speakers, FoundParty person);
  void find_opening();
  Chain chain_at(std::uint32_t from, std::uint32_t limit, Case assumed) const;
  Chain told_in(Span clause) const;
  std::uint32_t behind_clause(std::uint32_t from) const;
  std::vector<Span> clauses(std::uint32_t from) const;
  std::uint32_t stop_of(std::uint32_t from, std::uint32_t limit) const;
  std::uint32_t behind_aside(std::uint32_t token, std::uint32_t limit) const;
  std::uint32_t behind_brackets(std::uint32_t token, std::uint32_t limit) const;
  const FoundParty* subject_before(std::uint32_t verb, std::uint32_t from) const;
  FoundSpeaker speaker_of(const FoundParty& party, std::optional<HearingKind> kind) const;
  bool names_post(const Chain& chain) const;
  bool tells_of_report(std::uint32_t token) const;
  bool is_titled(std::uint32_t from) const;
  bool is_preposition(std::uint32_t token) const;
  bool is_many_things(std::string_view name) const;
  bool is_common_noun(std::string_view name) const;
  bool is_mark(std::uint32_t token, std::string_view kind) const;
  /// Persons that may be a sentence's subject.
  const std::vector<FoundParty>& subjects() const;

  Passage paragraph_;
  const Language& language_;
  MarkList marks_;
  mutable std::optional<std::vector<FoundParty>> subjects_;  ///< once somebody has asked for them
  std::vector<std::uint32_t> ends_;                          ///< where sentences end
  SpeechOpening opening_ = SpeechOpening::none;
  bool titled_ = false;
  std::uint32_t content_ = 0;  ///< the token behind the opening words
};

}  // namespace protokol
