// Who was heard and who spoke: paragraphs under headings, and the narrative of the minutes.
#include "record/hearings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "record/list_marks.h"
#include "record/person_names.h"
#include "record/speech.h"
#include "record/votes.h"
#include "text/prepared.h"

namespace protokol {

namespace {

bool holds_minutes(SectionKind kind) {
  return kind == SectionKind::heard || kind == SectionKind::spoke || kind == SectionKind::discussion;
}

/// «Докладчик: …» may stand among the lines of the head.
bool may_name_reporter(SectionKind kind) {
  using enum SectionKind;
  return kind == head || kind == present || kind == absent || kind == invited;
}

std::string_view surname_of(const Party& person) {
  return std::string_view(person.name).substr(0, person.name.find(' '));
}

/// Goes through the minutes and remembers what headings said and who has reported.
class MinutesReading {
 public:
  MinutesReading(const Outline& outline, const FoundAgenda& agenda, const Language& language,
                 std::span<const Attendee> present)
      : outline_(outline), agenda_(agenda), language_(language) {
    for (const Attendee& one : present) {
      if (!one.party.name.empty()) present_.insert(prepare(surname_of(one.party)));
    }
    for (const AgendaItem& item : agenda.items) items_.try_emplace(item.number.value, &item);
  }

  void read(const Section& section) {
    if (!holds_minutes(section.kind) && !may_name_reporter(section.kind)) {
      forget();
      block_.reset();
      return;
    }
    if (section.questions != questions_) forget();
    questions_ = section.questions;
    for (std::uint32_t i = section.from; i < section.to; ++i) read_unit(outline_.units[i], section.kind);
  }

  FoundHearings take() { return std::move(found_); }

 private:
  void forget() {
    said_.clear();
    reported_ = false;
    goes_on_ = false;
  }

  /// «Председатель объявил собрание закрытым.»
  static bool ends_meeting(const Unit& unit) {
    return unit.heading.inner && unit.heading.section == SectionKind::discussion;
  }

  void read_unit(const Unit& unit, SectionKind section) {
    if (unit.kind == UnitKind::row || ends_meeting(unit)) return;
    Passage paragraph = outline_.content(unit);
    if (unit.heading.found()) paragraph.tokens.from = opening_of(unit);
    // Under «СЛУШАЛИ:» the line «Докладчик: …» tells who was heard, too.
    if (paragraph.empty() || counts_votes(paragraph)) return;
    const bool heard = section == SectionKind::heard || block_ == HearingKind::heard;
    if (!heard && is_taken(paragraph)) return;
    Speech speech(paragraph, language_);
    SpeechOpening opening = speech.opening();
    if (may_name_reporter(section) && opening != SpeechOpening::label) return;
    if (unit.marker.kind == MarkerKind::number) speech.set_titled();
    if (speech.only_opens()) {
      open_block(opening);
      return;
    }
    bool item = unit.marker.kind != MarkerKind::none;
    bool heads = opening == SpeechOpening::heard || opening == SpeechOpening::spoke;
    if (unit.heading.names_question && (!item || (unit.heading.section && !stands_alone_))) block_.reset();
    // «Слушали:» on its own line holds for its items, whatever verb they begin with.
    bool in_block =
        block_ && (!heads || item) && opening != SpeechOpening::says && opening != SpeechOpening::label;
    if (heads && !in_block) stands_alone_ = false;
    if (heads && !in_block)
      block_ = opening == SpeechOpening::spoke ? std::optional(HearingKind::spoke) : std::nullopt;
    std::optional<HearingKind> kind;
    if (in_block)
      kind = block_;
    else if (heads)
      kind = opening == SpeechOpening::heard ? HearingKind::heard : HearingKind::spoke;
    else if (opening == SpeechOpening::asks)
      kind = HearingKind::spoke;
    else if (opening == SpeechOpening::label && holds_minutes(section))
      kind = HearingKind::heard;
    else if (goes_on_)
      kind = found_.hearings.back().kind;
    note_item(unit);
    if (unit.heading.names_question && is_miscellany(paragraph)) reported_ = true;
    std::optional<HearingKind> listed = in_block ? block_ : goes_on_ ? kind : std::nullopt;
    if (!kind && opening == SpeechOpening::none && reports_under_question(unit, paragraph)) {
      kind = HearingKind::heard;
      listed = HearingKind::spoke;  // the name is the subject of what it says
    }
    std::vector<FoundSpeaker> speakers = speech.speakers(listed);
    if (unit.heading.section == SectionKind::spoke && unit.heading.names_question &&
        opens_with_reporter(speakers)) {
      for (FoundSpeaker& one : speakers) one.kind = one.first ? HearingKind::heard : HearingKind::spoke;
      kind.reset();
    }
    if (speakers.empty() && opening == SpeechOpening::heard) speakers = reporters_in(paragraph);
    add_known(speakers, paragraph);
    const std::size_t before = found_.hearings.size();
    add(std::move(speakers), kind, unit, paragraph);
    // «СЛУШАЛИ: О ремонте крыши» leaves it to the next lines to name the reporter.
    if (heads && (opening != SpeechOpening::heard || found_.hearings.size() > before)) reported_ = true;
    goes_on_ = (heads || goes_on_) && !found_.hearings.empty() && is_unfinished(paragraph);
  }

  /// «По первому вопросу: Котова И. И. – поступило две жалобы.»
  bool reports_under_question(const Unit& unit, const Passage& paragraph) const {
    if (!unit.heading.names_question || unit.heading.section) return false;
    const PersonNames names(paragraph, PersonNames::Place::list, language_);
    const std::optional<NameMark> name = names.name_from(paragraph.tokens.from);
    if (!name || name->tokens.to + 1 >= paragraph.tokens.to) return false;
    const std::uint32_t next = name->tokens.to + 1;
    return is_sign(*paragraph.text, name->tokens.to, "-") && is_word(*paragraph.text, next) &&
           !paragraph.token(next).capital;
  }

  /// «По первому вопросу выступил Котов И. И.», whom the agenda names as the question's reporter.
  bool opens_with_reporter(const std::vector<FoundSpeaker>& speakers) const {
    return !speakers.empty() && speakers.front().first && is_reporter(speakers.front().party);
  }

  bool is_reporter(const Party& speaker) const {
    if (questions_.size() != 1) return false;
    const auto item = items_.find(questions_.front());
    if (item == items_.end()) return false;
    return std::ranges::any_of(item->second->speakers,
                               [&](const Party& one) { return is_same_speaker(one, speaker); });
  }

  /// «СЛУШАЛИ: О ремонте крыши (Котов И. И.)»: the title that is heard names its reporters.
  std::vector<FoundSpeaker> reporters_in(const Passage& paragraph) const {
    const Span place = source(paragraph);
    std::vector<FoundSpeaker> speakers;
    const auto start_of = [](const AgendaItem& item) { return item.title.span.from; };
    auto item = std::ranges::lower_bound(agenda_.items, place.from, {}, start_of);
    for (; item != agenda_.items.end() && item->title.span.to <= place.to; ++item) {
      for (const Party& one : item->speakers) {
        FoundSpeaker speaker;
        speaker.party = one;
        speakers.push_back(std::move(speaker));
      }
    }
    return speakers;
  }

  /// «Кокорев сообщил, что …», «Кокорев: труба течёт»: a sentence begins with the bare surname of one who was
  /// there.
  void add_known(std::vector<FoundSpeaker>& speakers, const Passage& paragraph) const {
    if (present_.empty()) return;
    const MarkList marks = list_marks(paragraph, "hearings", language_.grammar);
    const std::size_t known = speakers.size();
    std::uint32_t from = paragraph.tokens.from;
    for (const std::uint32_t end : sentence_ends(paragraph, {})) {
      const Mark* verb = from + 1 < end ? marks.at(from + 1) : nullptr;
      const bool quoted = is_sign(*paragraph.text, from + 1, ":");
      const bool says = verb && verb->kind == "says";
      if ((says || quoted) && is_word(*paragraph.text, from) &&
          present_.contains(std::string(paragraph.at(from))))
        add_surname(speakers, paragraph.within({from, from + 1}), says && verb->value == "remark");
      from = end;
    }
    if (speakers.size() > known)
      std::ranges::stable_sort(speakers, {}, [](const FoundSpeaker& one) { return one.party.span.from; });
  }

  static void add_surname(std::vector<FoundSpeaker>& speakers, const Passage& surname, bool remarks) {
    const Span place = source(surname);
    const bool known = std::ranges::any_of(speakers, [place](const FoundSpeaker& one) {
      return one.party.span.from <= place.from && place.from < one.party.span.to;
    });
    if (known) return;
    FoundSpeaker speaker;
    speaker.party.name = wording(surname);
    speaker.party.span = place;
    speaker.party.rule = "hearings.surname";
    if (remarks) speaker.kind = HearingKind::spoke;
    speakers.push_back(std::move(speaker));
  }

  /// By the surname; a reporter who is only a post by that.
  static bool is_same_speaker(const Party& reporter, const Party& speaker) {
    if (reporter.name.empty())
      return !speaker.role.empty() && prepare(reporter.role) == prepare(speaker.role);
    return surname_of(reporter) == surname_of(speaker);
  }

  bool is_taken(const Passage& paragraph) const {
    return std::ranges::binary_search(agenda_.reporter_lines, source(paragraph).from, {}, &Span::from);
  }

  /// «Котов И. И.: за – 5, против – 3»: votes on a candidate, who says nothing.
  bool counts_votes(const Passage& paragraph) const {
    constexpr std::uint32_t longest = 32;
    if (paragraph.tokens.size() > longest) return false;
    const std::vector<FoundVote> votes = find_votes(paragraph, language_);
    return !votes.empty() && votes.front().candidate &&
           votes.front().candidate->from == paragraph.tokens.from;
  }

  /// In «Ход собрания: 1. … 2. …» each number is a question.
  void note_item(const Unit& unit) {
    if (!questions_.empty() || unit.marker.kind != MarkerKind::number || unit.marker.path.size() != 1) return;
    reported_ = false;
  }

  /// «Разное» has no reporter.
  bool is_miscellany(const Passage& title) const {
    const MarkList marks = list_marks(trimmed(title, " .:-"), "agenda", language_.grammar);
    return std::ranges::any_of(marks, [](const Mark& mark) { return mark.kind == "misc"; });
  }

  /// The heading's words from the verb on: «По первому вопросу | слушали».
  std::uint32_t opening_of(const Unit& unit) const {
    Passage words = outline_.whole(unit).within({unit.heading.tokens.from, unit.whole.to});
    for (const Mark& mark : list_marks(words, "hearings", language_.grammar)) {
      if (mark.tokens.from < unit.heading.tokens.to) return mark.tokens.from;
      break;
    }
    return unit.tokens.from;
  }

  void open_block(SpeechOpening opening) {
    stands_alone_ = true;
    if (opening == SpeechOpening::heard) block_ = HearingKind::heard;
    if (opening == SpeechOpening::spoke || (opening == SpeechOpening::asks && !block_))
      block_ = HearingKind::spoke;
    goes_on_ = false;
  }

  bool is_unfinished(const Passage& paragraph) const {
    std::uint32_t last = paragraph.tokens.to - 1;
    return is_sign(*paragraph.text, last, ",") ||
           (is_word(*paragraph.text, last) && paragraph.at(last).size() == 1);
  }

  void add(std::vector<FoundSpeaker> speakers, std::optional<HearingKind> kind, const Unit& unit,
           const Passage& paragraph) {
    std::size_t first = found_.hearings.size();
    const bool before = reported_;
    for (FoundSpeaker& speaker : speakers) {
      const HearingKind likely = kind ? *kind : speaker.kind.value_or(HearingKind::spoke);
      const bool named = !speaker.party.name.empty();
      if (!speaker.first && named && said_.contains(key_of(likely, speaker.party))) continue;
      // «Котова А. А. и Рогов Б. Б. показали …»: both are the question's reporters.
      bool reports = !reported_ || (speaker.first && !before) || is_reporter(speaker.party);
      HearingKind as = kind           ? *kind
                       : speaker.kind ? *speaker.kind
                       : reports      ? HearingKind::heard
                                      : HearingKind::spoke;
      reported_ = reported_ || as == HearingKind::heard;
      if (speaker.same) {
        if (last_.empty()) continue;
        add_speakers(as, first, last_, unit, paragraph);
      } else {
        add_speakers(as, first, {std::move(speaker.party)}, unit, paragraph);
      }
    }
    for (std::size_t i = first; i < found_.hearings.size(); ++i) {
      if (found_.hearings[i].kind == HearingKind::heard) last_ = found_.hearings[i].speakers;
    }
  }

  /// To this paragraph's entry of the kind, or to the entry that goes on from the line before.
  void add_speakers(HearingKind kind, std::size_t first, const std::vector<Party>& speakers, const Unit& unit,
                    const Passage& paragraph) {
    std::size_t from = goes_on_ && first > 0 ? first - 1 : first;
    auto entry = std::find_if(found_.hearings.begin() + static_cast<std::ptrdiff_t>(from),
                              found_.hearings.end(), [kind](const Hearing& one) { return one.kind == kind; });
    if (entry == found_.hearings.end()) {
      found_.hearings.push_back({kind, numbers_of(unit), {}, source(paragraph)});
      entry = std::prev(found_.hearings.end());
    }
    std::string field = "hearings[" + std::to_string(entry - found_.hearings.begin()) + "].speakers";
    for (const Party& party : speakers) {
      found_.claims.push_back({party.span, party.rule, field, dump(party)});
      said_.insert(key_of(kind, party));
      entry->speakers.push_back(party);
    }
  }

  static std::string key_of(HearingKind kind, const Party& party) {
    return (kind == HearingKind::heard ? "heard " : "spoke ") + party.name;
  }

  std::vector<std::string> numbers_of(const Unit& unit) const {
    if (!questions_.empty()) return questions_;
    if (block_ == HearingKind::spoke) return {};  // «ВЫСТУПИЛИ: 1. Котов К. К. – …» numbers who spoke
    if (unit.marker.kind == MarkerKind::number && unit.marker.path.size() == 1) return {unit.marker.text};
    return {};
  }

  const Outline& outline_;
  const FoundAgenda& agenda_;
  const Language& language_;
  std::unordered_set<std::string> present_;                   ///< surnames of those who were there, prepared
  std::unordered_map<std::string, const AgendaItem*> items_;  ///< by number
  FoundHearings found_;
  std::vector<std::string> questions_;
  std::optional<HearingKind> block_;      ///< a heading on a line of its own, or «ВЫСТУПИЛИ: …»
  bool stands_alone_ = false;             ///< it was a line of its own
  std::unordered_set<std::string> said_;  ///< who is noted on this question already
  bool reported_ = false;                 ///< the question's reporter has spoken
  bool goes_on_ = false;                  ///< the list of speakers was broken at a line's end
  std::vector<Party> last_;               ///< whom «её же» means
};

}  // namespace

FoundHearings read_hearings(const Outline& outline, const std::vector<Section>& sections,
                            const FoundAgenda& agenda, const Language& language,
                            std::span<const Attendee> present) {
  MinutesReading reading(outline, agenda, language, present);
  for (const Section& section : sections) reading.read(section);
  return reading.take();
}

std::string dump(const FoundHearings& found) {
  std::string text;
  for (const Hearing& hearing : found.hearings) {
    text += hearing.kind == HearingKind::heard ? "heard" : "spoke";
    for (const std::string& number : hearing.agenda) text += " " + number;
    for (const Party& party : hearing.speakers) text += " | " + dump(party);
    text += '\n';
  }
  return text;
}

}  // namespace protokol
