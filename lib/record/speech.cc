// Finding the speakers of a paragraph: those listed at its head, and subjects and authors of its sentences.
#include "record/speech.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "record/list_marks.h"
#include "record/parties.h"
#include "text/prepared.h"

namespace protokol {

namespace {

constexpr std::string_view separators = " ,;:.-*";

}  // namespace

/// «психолога, Котова И. И.»: the post is the person's role, and leaves the end of `speakers`.
FoundParty Speech::with_role_of_last(std::vector<FoundSpeaker>& speakers, FoundParty person) {
  const Party& last = speakers.back().party;
  if (!person.party.role.empty() || !last.name.empty() || last.role.empty()) return person;
  person.party.role = last.role;
  speakers.pop_back();
  return person;
}

Speech::Speech(const Passage& paragraph, const Language& language)
    : paragraph_(paragraph),
      language_(language),
      marks_(list_marks(paragraph, "hearings", language.grammar)),
      content_(paragraph.tokens.from) {
  ends_ = sentence_ends(paragraph, find_names(paragraph, language));
  find_opening();
}

/// The words that open the paragraph, perhaps behind the number of a question.
void Speech::find_opening() {
  for (const Mark& mark : marks_) {
    if (mark.kind == "opens")
      opening_ = mark.value == "heard" ? SpeechOpening::heard : SpeechOpening::spoke;
    else if (mark.kind == "asks")
      opening_ = SpeechOpening::asks;
    else if (mark.kind == "says")
      opening_ = SpeechOpening::says;
    else if (mark.kind == "label")
      opening_ = SpeechOpening::label;
    bool bracket = mark.tokens.from == content_ + 1 && is_sign(*paragraph_.text, content_, "(");
    if (mark.tokens.from != content_ && !bracket) opening_ = SpeechOpening::none;
    if (opening_ != SpeechOpening::none) content_ = mark.tokens.to;
    return;
  }
}

bool Speech::only_opens() const {
  return opening_ != SpeechOpening::none &&
         trimmed(paragraph_.within({content_, paragraph_.tokens.to}), separators).empty();
}

std::vector<FoundSpeaker> Speech::speakers(std::optional<HearingKind> listed) const {
  std::vector<FoundSpeaker> found;
  std::unordered_set<std::string> known;
  auto add = [&](std::vector<FoundSpeaker> more) {
    for (FoundSpeaker& one : more) {
      const Party& party = one.party;
      const std::string key = party.name.empty() ? party.role + "|" + party.group : party.name;
      if (one.same || known.insert(key).second) found.push_back(std::move(one));
    }
  };
  std::uint32_t from = content_;
  if (!listed && opening_ == SpeechOpening::none && is_mark(from, "report") &&
      marks_.at(from)->value == "told") {
    // «Информация директора Котова И. И. о погоде.»
    Chain chain = chain_at(from, paragraph_.tokens.to, Case::genitive);
    const bool alone = is_sign(*paragraph_.text, chain.end, ".") || chain.end >= paragraph_.tokens.to;
    if (chain.person && (alone || is_mark(chain.end, "about"))) {
      for (FoundSpeaker& speaker : chain.speakers) speaker.kind = HearingKind::heard;
      add(std::move(chain.speakers));
      from = chain.end;
    }
  }
  if (listed || opening_ != SpeechOpening::none) {
    const bool object = opening_ == SpeechOpening::heard ||
                        (opening_ == SpeechOpening::none && listed == HearingKind::heard && !is_titled(from));
    Case assumed = object ? Case::accusative : Case::nominative;
    Chain chain = chain_at(from, paragraph_.tokens.to, assumed);
    std::erase_if(chain.speakers, [this](const FoundSpeaker& one) { return is_many_things(one.party.name); });
    bool enough = chain.person || opening_ == SpeechOpening::spoke || opening_ == SpeechOpening::says ||
                  opening_ == SpeechOpening::label || names_post(chain);
    if (enough) {
      for (FoundSpeaker& speaker : chain.speakers) speaker.first = true;
      add(std::move(chain.speakers));
      from = std::max(from, chain.end);
      while (const std::uint32_t next = object ? behind_clause(from) : 0) {
        Chain more = chain_at(next, paragraph_.tokens.to, Case::accusative);
        if (!more.person || more.subject) break;
        for (FoundSpeaker& speaker : more.speakers) speaker.first = true;
        add(std::move(more.speakers));
        from = more.end;
      }
    }
  }
  bool list =
      listed == HearingKind::spoke || opening_ == SpeechOpening::spoke || opening_ == SpeechOpening::asks;
  for (Span clause : clauses(from)) {
    const bool side = clause.from > from && is_sign(*paragraph_.text, clause.from - 1, ";");
    if (side && (list || opening_ == SpeechOpening::heard)) {
      Chain chain = chain_at(clause.from, clause.to, list ? Case::nominative : Case::accusative);
      if (chain.person && (list || tells_of_report(chain.end))) add(std::move(chain.speakers));
    }
    add(told_in(clause).speakers);
  }
  return found;
}

/// «Слушали классного руководителя, которая …», «Слушали старосту.»: somebody without a name.
bool Speech::names_post(const Chain& chain) const {
  const bool posts =
      !chain.speakers.empty() && std::ranges::all_of(chain.speakers, [](const FoundSpeaker& one) {
        return one.party.name.empty() && !one.party.role.empty();
      });
  return opening_ == SpeechOpening::heard && posts &&
         (tells_of_report(chain.end) || chain.end >= paragraph_.tokens.to ||
          is_sign(*paragraph_.text, chain.end, "."));
}

/// «СЛУШАЛИ: Котова И. И., который …; сторожа Мышкина М. М., изложившего …; …»: what stands behind one who
/// was heard.
bool Speech::tells_of_report(std::uint32_t token) const {
  if (is_mark(token, "about")) return true;
  if (!is_sign(*paragraph_.text, token, ",") || token + 1 >= paragraph_.tokens.to) return false;
  if (is_mark(token + 1, "who")) return true;
  return std::ranges::any_of(language_.dictionary.readings(paragraph_.at(token + 1)),
                             [](const Reading& one) { return one.part == PartOfSpeech::participle; });
}

/// «…, которая доложила о ремонте, и Мышкина М. М.»: whom the verb names behind a clause about the one
/// before; 0 where nobody stands there.
std::uint32_t Speech::behind_clause(std::uint32_t from) const {
  const auto end = std::ranges::upper_bound(ends_, from);
  const std::uint32_t limit = end == ends_.end() ? paragraph_.tokens.to : *end;
  if (from + 1 >= limit || !is_sign(*paragraph_.text, from, ",") || !is_mark(from + 1, "who")) return 0;
  for (std::uint32_t t = from + 2; t + 2 < limit; ++t) {
    const bool joined = is_sign(*paragraph_.text, t, ",") && is_word(*paragraph_.text, t + 1) &&
                        paragraph_.at(t + 1).size() == 1 && paragraph_.token(t + 2).capital;
    if (joined) return t + 2;
  }
  return 0;
}

/// «Котов И. И. – О ремонте»: people at `from` are the subject of a title, not of «слушали», unless a small
/// letter goes on with its sentence: «Котова И. И. – о ремонте».
bool Speech::is_titled(std::uint32_t from) const {
  if (!titled_) return false;
  const std::uint32_t stop = stop_of(from, paragraph_.tokens.to);
  if (is_mark(stop, "about") && !paragraph_.token(stop).capital) return false;
  const bool about = is_mark(stop, "about") && stop > from && is_sign(*paragraph_.text, stop - 1, "-");
  return about || is_sign(*paragraph_.text, stop, "-");
}

/// People in a row from `from` on: parted by signs, «и», «содоклад», and what stands in brackets.
Speech::Chain Speech::chain_at(std::uint32_t from, std::uint32_t limit, Case assumed) const {
  Chain chain;
  chain.end = from;
  for (;;) {
    while (from < limit && is_sign(*paragraph_.text, from, " ,;:.-")) ++from;
    if (chain.end < from && chain.speakers.empty()) chain.end = from;
    if (const Mark* mark = marks_.at(from); mark && mark->tokens.to <= limit) {
      if (mark->kind == "same") {
        chain.speakers.push_back({{}, std::nullopt, true, false});
        chain.person = true;
        chain.end = mark->tokens.to;
        return chain;
      }
      if (mark->kind == "report" || mark->kind == "label") {
        from = mark->tokens.to;
        bool sign = is_sign(*paragraph_.text, from - 1, ":-");
        assumed = mark->kind == "report" && !sign ? Case::genitive : Case::nominative;
      }
    }
    std::uint32_t stop = stop_of(from, limit);
    if (is_mark(stop, "says") && assumed == Case::accusative) assumed = Case::nominative;
    Passage place = trimmed_people(paragraph_.within({from, stop}));
    const bool genitive = assumed == Case::genitive;
    bool more = false;
    std::uint32_t at = place.tokens.from;
    for (FoundParty party : read_parties(place, assumed, language_)) {
      bool joined = !is_preposition(party.tokens.from);
      for (std::uint32_t t = at; t < party.tokens.from && joined; ++t) {
        if (std::uint32_t behind = behind_brackets(t, party.tokens.from); behind > t) {
          t = behind - 1;
        } else {
          joined = paragraph_.token(t).kind == TokenKind::sign || paragraph_.at(t).size() == 1;
        }
      }
      if (!joined) break;
      // «…, совет решил» and «…, директора школы» behind people are others than speakers.
      if (chain.person && party.kind == PartyKind::body) {
        at = std::max(at, party.tokens.to);
        continue;
      }
      if (!chain.person && party.kind == PartyKind::person)
        chain.subject = party.stood_in == Case::nominative || party.stood_in == Case::none;
      if (party.kind == PartyKind::person && !chain.speakers.empty() && !genitive) {
        party = with_role_of_last(chain.speakers, std::move(party));
      }
      chain.person = chain.person || party.kind == PartyKind::person;
      if (party.kind != PartyKind::post || !chain.person)
        chain.speakers.push_back(speaker_of(party, std::nullopt));
      at = std::max(at, party.tokens.to);
      chain.end = at;
      more = true;
    }
    if (!more) return chain;
    // «… (10 мин.), …»
    if (const std::uint32_t behind = behind_aside(chain.end, limit); behind > chain.end) {
      chain.end = from = behind;
      if (behind < limit && is_sign(*paragraph_.text, behind, ",;")) continue;
    }
    // «доклад … и содоклад …»
    std::uint32_t next = chain.end;
    while (next < limit && (is_sign(*paragraph_.text, next, ",;") ||
                            (is_word(*paragraph_.text, next) && paragraph_.at(next).size() == 1)))
      ++next;
    if (!is_mark(next, "report")) return chain;
    from = next;
  }
}

/// A sentence's subject beside a verb of speech or a colon, or whom the verb names: «доложил М. Котов».
Speech::Chain Speech::told_in(Span clause) const {
  Chain told;
  std::optional<HearingKind> kind;
  std::uint32_t from = clause.from;
  while (from < clause.to && is_sign(*paragraph_.text, from, " ,;:.-")) ++from;
  auto add = [&](Chain chain) {
    for (FoundSpeaker& speaker : chain.speakers) {
      if (is_common_noun(speaker.party.name)) continue;
      speaker.kind = kind;
      told.speakers.push_back(std::move(speaker));
    }
  };
  std::uint32_t stop = stop_of(from, clause.to);
  bool colon = stop < clause.to && is_sign(*paragraph_.text, stop, ":");
  bool verb = is_mark(stop, "says") || is_mark(stop, "who");
  const bool quoted = is_mark(from, "report") && !colon;  // «Предложение Котова И. И. отклонили»
  if (stop > from && (colon || verb) && !quoted) {
    Chain chain = chain_at(from, stop, Case::nominative);
    std::uint32_t end = behind_brackets(chain.end, stop);
    while (end < stop && is_sign(*paragraph_.text, end, " ,-")) ++end;
    if (is_mark(stop, "says") && marks_.at(stop)->value == "remark") kind = HearingKind::spoke;
    if (end == stop && chain.person) add(std::move(chain));
    kind.reset();
  }
  for (const Mark& mark : marks_.within({from, clause.to})) {
    if (mark.kind == "says") {
      std::optional<HearingKind> as = !kind && mark.value == "remark" ? HearingKind::spoke : kind;
      if (const FoundParty* subject = subject_before(mark.tokens.from, from))
        told.speakers.push_back(speaker_of(*subject, as));
    }
    bool opens = mark.kind == "opens" || mark.kind == "asks";
    if (opens) kind = mark.value == "heard" ? HearingKind::heard : HearingKind::spoke;
    if (!opens && mark.kind != "says") continue;
    // «Она отметила работу Котовой И. И.»: the verb has its subject.
    if (!opens && mark.tokens.from > from && is_mark(mark.tokens.from - 1, "who")) continue;
    Chain chain = chain_at(mark.tokens.to, clause.to, Case::nominative);
    if (chain.person && (opens || chain.subject)) add(std::move(chain));
  }
  return told;
}

const std::vector<FoundParty>& Speech::subjects() const {
  if (!subjects_) {
    subjects_ = find_persons(paragraph_, Case::nominative, language_);
    std::erase_if(*subjects_, [](const FoundParty& one) {
      return one.stood_in != Case::nominative && one.stood_in != Case::none;
    });
  }
  return *subjects_;
}

/// The person right before a verb: «По заявке № 2 Котов И. И. высказал сомнение».
const FoundParty* Speech::subject_before(std::uint32_t verb, std::uint32_t from) const {
  const std::vector<FoundParty>& all = subjects();
  auto behind =
      std::ranges::upper_bound(all, verb, {}, [](const FoundParty& one) { return one.tokens.from; });
  if (behind == all.begin()) return nullptr;
  const FoundParty& person = *std::prev(behind);
  return person.tokens.from >= from && person.tokens.to == verb ? &person : nullptr;
}

FoundSpeaker Speech::speaker_of(const FoundParty& party, std::optional<HearingKind> kind) const {
  FoundSpeaker speaker{party.party, kind, false, false};
  speaker.party.span = source(paragraph_.within(party.tokens));
  return speaker;
}

/// Sides of a «;» and sentences.
std::vector<Span> Speech::clauses(std::uint32_t from) const {
  std::vector<Span> clauses;
  auto end = std::ranges::upper_bound(ends_, from);
  int depth = 0;
  for (std::uint32_t t = from; t < paragraph_.tokens.to; ++t) {
    if (is_sign(*paragraph_.text, t, "([")) ++depth;
    if (is_sign(*paragraph_.text, t, ")]") && depth > 0) --depth;
    bool ends = end != ends_.end() && t + 1 == *end;
    if (!ends && !(depth == 0 && is_sign(*paragraph_.text, t, ";"))) continue;
    if (ends) ++end;
    clauses.push_back({from, t + 1});
    from = t + 1;
  }
  return clauses;
}

/// Where people at `from` must have ended: a verb, a colon, «который», «о», the sentence's end.
std::uint32_t Speech::stop_of(std::uint32_t from, std::uint32_t limit) const {
  auto end = std::ranges::upper_bound(ends_, from);
  if (end != ends_.end()) limit = std::min(limit, *end);
  int depth = 0;
  for (std::uint32_t t = from; t < limit; ++t) {
    if (is_sign(*paragraph_.text, t, "([")) ++depth;
    if (is_sign(*paragraph_.text, t, ")]") && depth > 0) --depth;
    if (is_mark(t, "aside")) return is_sign(*paragraph_.text, t - 1, "(") && t > from ? t - 1 : t;
    if (depth > 0) continue;
    if (is_sign(*paragraph_.text, t, ":")) return t;
    // «Котов И. И. – Летняя практика»
    if (titled_ && t > from && is_sign(*paragraph_.text, t, "-") && t + 1 < limit &&
        paragraph_.token(t + 1).capital &&
        (paragraph_.token(t).space_before || paragraph_.token(t + 1).space_before))
      return t;
    const Mark* mark = marks_.at(t);
    if (mark && (mark->kind != "label" && mark->kind != "same" && (mark->kind != "report" || t > from)))
      return t;
  }
  return limit;
}

/// «Вопросов не поступило»: things in the genitive plural, which end as surnames do.
bool Speech::is_many_things(std::string_view name) const {
  const std::string word = prepare(name);
  return language_.dictionary.names_thing(word) &&
         std::ranges::any_of(language_.dictionary.readings(word), [](const Reading& one) {
           return one.number == Number::plural && one.grammatical_case == Case::genitive;
         });
}

/// «Заёмщик просит»: a lone word that the dictionary knows is no surname at a sentence's start.
bool Speech::is_common_noun(std::string_view name) const {
  if (name.empty() || name.find(' ') != std::string_view::npos) return false;
  return std::ranges::any_of(language_.dictionary.readings(prepare(name)),
                             [](const Reading& one) { return one.part == PartOfSpeech::noun; });
}

bool Speech::is_preposition(std::uint32_t token) const {
  if (paragraph_.at(token).size() == 1 && is_sign(*paragraph_.text, token + 1, "."))
    return false;  // an initial
  return std::ranges::any_of(language_.dictionary.readings(paragraph_.at(token)),
                             [](const Reading& one) { return one.part == PartOfSpeech::preposition; });
}

/// Behind «(по телефону)» or «15 мин.».
std::uint32_t Speech::behind_aside(std::uint32_t token, std::uint32_t limit) const {
  if (token < limit && is_sign(*paragraph_.text, token, "(") && is_mark(token + 1, "aside")) {
    return behind_bracket(*paragraph_.text, token, limit).value_or(limit);
  }
  return is_mark(token, "aside") ? marks_.at(token)->tokens.to : token;
}

std::uint32_t Speech::behind_brackets(std::uint32_t token, std::uint32_t limit) const {
  while (token < limit && is_sign(*paragraph_.text, token, "(")) {
    std::optional<std::uint32_t> behind = behind_bracket(*paragraph_.text, token, limit);
    if (!behind) break;
    token = *behind;
  }
  return token;
}

bool Speech::is_mark(std::uint32_t token, std::string_view kind) const {
  const Mark* mark = marks_.at(token);
  return mark && mark->kind == kind;
}

}  // namespace protokol
