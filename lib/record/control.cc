// Sentences whose whole sense is who controls.
#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "record/duties.h"
#include "record/duty_marks.h"
#include "record/item_list.h"
#include "text/prepared.h"

namespace protokol {

namespace {

std::string_view first_word(std::string_view value) { return value.substr(0, value.find(' ')); }

std::optional<ControlReach> reach_named(std::string_view word) {
  if (word == "items") return ControlReach::items;
  if (word == "questions") return ControlReach::questions;
  if (word == "rest") return ControlReach::rest;
  if (word == "subjects") return ControlReach::subjects;
  if (word == "document") return ControlReach::document;
  if (word == "block") return ControlReach::block;
  return std::nullopt;
}

/// How closely a scope tells what is controlled: «п. 2 настоящего решения» is the item.
int closeness(ControlReach reach) {
  switch (reach) {
    case ControlReach::itself:
      return 0;
    case ControlReach::block:
      return 1;
    case ControlReach::document:
      return 2;
    case ControlReach::questions:
      return 3;
    case ControlReach::rest:
    case ControlReach::items:
    case ControlReach::subjects:
      return 4;
  }
  return 0;
}

class ControlReading {
 public:
  ControlReading(const Passage& sentence, const Language& language)
      : sentence_(trimmed(sentence, ",;:-*")),
        language_(language),
        marks_(duty_marks("control", sentence_, language)) {}

  std::vector<FoundControl> read() {
    if (marks_.empty() || marks_.front().kind != "open" ||
        marks_.front().tokens.from != sentence_.tokens.from)
      return {};
    times_ = time_marks(sentence_, language_);
    opening_ = marks_.front().value;
    subjects_ = std::ranges::count_if(marks_, [this](const Mark& mark) { return divides(mark); }) > 1;
    at_ = marks_.front().tokens.to;
    begin_part();
    if (opening_ == "person" || names_somebody(at_)) read_holders(at_, Case::nominative);
    while (at_ < sentence_.tokens.to) step();
    close_part();
    return std::move(found_);
  }

 private:
  /// «Контроль Иванов И. И.», without a sign between.
  bool names_somebody(std::uint32_t from) const {
    if (!opening_.empty() || !is_word(*sentence_.text, from) || !sentence_.token(from).capital) return false;
    Passage rest = sentence_.within({from, sentence_.tokens.to});
    std::vector<FoundParty> people = find_persons(rest, Case::nominative, language_);
    return !people.empty() && people[0].tokens.from == from;
  }

  /// «…: | по котельной – Рогов, | по сетям – на Котова»: one of several subjects, each with somebody of its
  /// own.
  bool divides(const Mark& mark) const {
    if (mark.value != "subjects" || mark.tokens.to >= sentence_.tokens.to) return false;
    return is_sign(*sentence_.text, mark.tokens.from - 1, ":,;-") &&
           is_sign(*sentence_.text, mark.tokens.to, "-:");
  }

  /// «Контроль за исполнением решения | по котельной | возложить на Рогова»
  bool narrows(const Mark& mark) const {
    if (mark.value != "subjects" || part_.reach != ControlReach::block || !beside_scope_) return false;
    const Mark* next = marks_.at(mark.tokens.to);
    return is_sign(*sentence_.text, mark.tokens.to, "-:") ||
           (next && (next->kind == "holder" || next->kind == "self"));
  }

  void step() {
    const Mark* mark = marks_.at(at_);
    if (mark && mark->value == "subjects" && !(subjects_ && divides(*mark)) && !narrows(*mark))
      mark = nullptr;
    if (mark && mark->kind == "scope") {
      read_scope(*mark);
    } else if (mark && mark->kind == "self") {
      part_.signer = true;
      given_ = true;
      at_ = mark->tokens.to;
    } else if (mark && mark->kind == "holder" && (!mark->value.ends_with("weak") || beside_scope_)) {
      given_ = given_ || !mark->value.ends_with("weak");
      read_holders(mark->tokens.to, case_named(first_word(mark->value)));
    } else if (is_dash(at_)) {
      read_behind_dash();
    } else {
      beside_scope_ = beside_scope_ && is_sign(*sentence_.text, at_, ",;");
      ++at_;
    }
  }

  /// A colon, or a dash that is no hyphen.
  bool is_dash(std::uint32_t token) const {
    if (is_sign(*sentence_.text, token, ":")) return true;
    return is_sign(*sentence_.text, token, "-") &&
           (sentence_.token(token).space_before || beside_scope_ ||
            (token + 1 < sentence_.tokens.to && sentence_.token(token + 1).space_before));
  }

  void read_behind_dash() {
    std::uint32_t next = ++at_;
    beside_scope_ = true;
    const Mark* holder = marks_.at(next);
    // «Контроль за выплатами – за ревизионной комиссией»
    if (opening_ == "other" && holder && holder->kind == "holder") given_ = true;
    const Mark* mark = marks_.at(next);
    if (mark && mark->value == "subjects" && !subjects_) mark = nullptr;
    if (mark && (mark->kind == "scope" || mark->kind == "self" || mark->kind == "holder")) return;
    // «Контроль за вывозом – до 1 мая» is a task.
    if (opening_ == "other") return;
    read_holders(next, Case::nominative);
  }

  void read_scope(const Mark& mark) {
    if (opening_ == "other") {
      // «Контроль за пп. 1, 2» is of decisions, «контроль за ведением протокола» is not.
      if (beside_scope_) opening_ = "decision";
      at_ = mark.tokens.to;
      if (!beside_scope_) return;
    }
    if (!part_.parties.empty() || part_.signer) {
      close_part();
      begin_part();
    }
    std::optional<ControlReach> reach = reach_named(first_word(mark.value));
    const bool of_question = reach == ControlReach::questions && part_.reach == ControlReach::items;
    if (of_question && beside_scope_) add_items(mark, part_.questions);
    if (reach && closeness(*reach) >= closeness(part_.reach)) {
      if (*reach != part_.reach) part_.items.clear();
      if (*reach == ControlReach::subjects && part_.reach != *reach) part_.otherwise = part_.reach;
      part_.reach = *reach;
      if (*reach == ControlReach::items || *reach == ControlReach::questions) add_items(mark, part_.items);
      if (*reach == ControlReach::subjects) add_subjects(mark.tokens);
    }
    at_ = mark.tokens.to;
    beside_scope_ = true;
  }

  /// The list stands last in the mark; an ordinal («по третьему вопросу») is told by its value.
  void add_items(const Mark& mark, std::vector<std::string>& items) const {
    const std::vector<MarkPart> parts = language_.grammar.parts(*sentence_.text, sentence_.tokens, mark);
    Span list = parts.empty() ? mark.tokens : parts.back().tokens;
    std::size_t ordinal = mark.value.find(' ');
    std::vector<std::string> listed = ordinal == std::string::npos
                                          ? read_items(sentence_.within(list))
                                          : std::vector<std::string>{mark.value.substr(ordinal + 1)};
    items.insert(items.end(), listed.begin(), listed.end());
  }

  /// The beginnings of the words, which stand in other cases elsewhere.
  void add_subjects(Span words) {
    constexpr std::size_t shortest = 4, ending = 2;
    for (std::uint32_t t = words.from; t < words.to; ++t) {
      const std::string_view word = sentence_.at(t);
      if (word.size() < shortest) continue;
      part_.items.push_back(to_utf8(word.substr(0, std::max(shortest, word.size() - ending))));
    }
  }

  /// The people from `from` up to the next scope.
  void read_holders(std::uint32_t from, Case stood_in) {
    std::uint32_t to = sentence_.tokens.to;
    for (const Mark& mark : marks_.within({from, to})) {
      bool parted = mark.tokens.from > from && is_sign(*sentence_.text, mark.tokens.from - 1, ",;");
      const bool subject = mark.value == "subjects";
      bool ends = mark.kind == "self" ||
                  (mark.kind == "scope" && parted && (!subject || (subjects_ && divides(mark))));
      if (ends && mark.tokens.from >= from) {
        to = mark.tokens.from;
        break;
      }
    }
    std::uint32_t stop = sentence_behind_name(sentence_.within({from, to}), language_);
    Span place = before_times(sentence_.within({from, stop}), times_);
    for (FoundParty& party : read_parties(without_stop(sentence_.within(place)), stood_in, language_)) {
      if (is_known(party, sentence_, language_)) part_.parties.push_back(std::move(party));
    }
    part_.tokens.to = place.to;
    at_ = stop < to ? sentence_.tokens.to : std::max(to, from);
    beside_scope_ = false;
  }

  void begin_part() {
    part_ = FoundControl();
    part_.tokens = {at_, at_};
  }

  void close_part() {
    if (part_.parties.empty() && !part_.signer) return;
    if (part_.parties.empty()) part_.tokens.to = at_;
    if (opening_ == "other") {
      if (!given_) return;
    } else if (part_.reach == ControlReach::itself && given_) {
      part_.reach = ControlReach::block;
    }
    found_.push_back(std::move(part_));
  }

  Passage sentence_;
  const Language& language_;
  MarkList marks_;
  MarkList times_;
  std::string opening_;
  std::uint32_t at_ = 0;
  FoundControl part_;
  bool subjects_ = false;  ///< the sentence is divided by subjects
  bool given_ = false;  ///< «возложить на», «за собой»: control is given, not only named
  bool beside_scope_ = true;  ///< only signs stand between `at_` and a scope or the opening
  std::vector<FoundControl> found_;
};

std::string_view name_of(ControlReach reach) {
  switch (reach) {
    case ControlReach::itself:
      return "itself";
    case ControlReach::block:
      return "block";
    case ControlReach::document:
      return "document";
    case ControlReach::items:
      return "items";
    case ControlReach::questions:
      return "questions";
    case ControlReach::rest:
      return "rest";
    case ControlReach::subjects:
      return "subjects";
  }
  return {};
}

}  // namespace

std::vector<FoundControl> read_control(const Passage& sentence, const Language& language) {
  return ControlReading(sentence, language).read();
}

std::string dump(const std::vector<FoundControl>& controls) {
  std::string text;
  for (const FoundControl& control : controls) {
    if (!text.empty()) text += " | ";
    text += name_of(control.reach);
    for (std::size_t i = 0; i < control.items.size(); ++i) text += (i == 0 ? " " : ",") + control.items[i];
    for (std::size_t i = 0; i < control.questions.size(); ++i)
      text += (i == 0 ? " of " : ",") + control.questions[i];
    text += ": " + dump_people(control.parties, control.signer);
  }
  return text;
}

}  // namespace protokol
