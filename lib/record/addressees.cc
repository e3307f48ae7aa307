// Who must act: the dative that opens a decision or stands beside its verb, and the objects of verbs that
// ask.
#include "record/addressees.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "record/addressee_list.h"
#include "record/deadline_sentence.h"
#include "record/duty_marks.h"
#include "record/unbroken.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_aside = 40;  // tokens between a verb that asks and who is asked

class AddresseeReading {
 public:
  AddresseeReading(const Passage& wording, const Language& language)
      : wording_(wording),
        language_(language),
        text_(*wording.text),
        marks_(addressee_marks(wording, language)),
        times_(time_marks(wording, language)),
        sentences_(text_, wording.document, wording.tokens, times_.spans(),
                   unbroken_phrases(wording, times_.spans(), language)),
        words_(text_, language.dictionary),
        all_verbs_(infinitives()),
        lists_(wording, marks_, times_, all_verbs_, language) {}

  /// The addressees in running text.
  FoundAddressees find() {
    for (std::uint32_t from = wording_.tokens.from; from < wording_.tokens.to;) {
      clause_ = sentences_.around(from);
      read_clause();
      from = clause_.to;
    }
    return std::move(found_);
  }

  /// A line that names addressees and nothing else.
  FoundAddressees read() {
    clause_ = without_stop(trimmed(wording_, ",;:-*•")).tokens;
    bool led = wording_.tokens.to > clause_.to && is_sign(text_, clause_.to, ":");
    collect_verbs();
    if (read_asked()) return std::move(found_);
    std::uint32_t start = past_times(clause_.from);
    if (std::optional<PartyList> list = lists_.at(start, Case::dative); list && fills(list->tokens)) {
      add(std::move(*list));
    } else if (led && verbs_.empty()) {
      read_end_of_line();
    }
    if (found_.parties.empty() && verbs_.empty() && !words_.is_preposition(start)) {
      std::optional<PartyList> named =
          lists_.filling({start, clause_.to}, led ? PartyLists::Place::lead_in : PartyLists::Place::cell);
      if (named) add(std::move(*named));
    }
    return std::move(found_);
  }

 private:
  void read_clause() {
    collect_verbs();
    if (read_asked() || verbs_missing() || (marks_.has("award", clause_) && !marks_.has("payer", clause_)))
      return;
    if (!read_opening()) scan();
  }

  void collect_verbs() {
    auto from = std::ranges::lower_bound(all_verbs_, clause_.from);
    verbs_ = {from, std::lower_bound(from, all_verbs_.end(), clause_.to)};
  }

  std::vector<std::uint32_t> infinitives() const {
    std::vector<std::uint32_t> verbs;
    for (std::uint32_t t = wording_.tokens.from; t < wording_.tokens.to; ++t) {
      if (words_.is_infinitive(t)) verbs.push_back(t);
    }
    return verbs;
  }

  // ---- verbs that ask somebody: «поручить», «рекомендовать», «обязать»

  bool read_asked() {
    bool asked = false;
    for (const Mark& mark : marks_.within(clause_)) {
      // «смету, предложенную ООО «Свет», отклонить»: a participle asks nobody.
      if (mark.kind != "ask" || words_.is_participle(mark.tokens.from)) continue;
      if (sentences_.in_bracket(mark.tokens.from) || sentences_.is_quoted(mark.tokens.from)) continue;
      asked = read_ask(mark) || asked;
    }
    return asked;
  }

  bool read_ask(const Mark& ask) {
    const bool candidate = ask.value == "candidate";
    Case wanted = candidate ? Case::dative : case_named(ask.value);
    std::uint32_t at = past_aside(past_times(ask.tokens.to));
    if (const Mark* again = marks_.at(at); again && again->kind == "again") {
      found_.again = true;
      widen(again->tokens);
      return true;
    }
    std::optional<PartyList> list = lists_.at(at, wanted);
    if (!list && wanted == Case::dative)
      list = first_dative({at, std::min(next_verb(at), at + longest_aside)});
    // The accusative of a body is like its nominative.
    if (!list && wanted == Case::accusative) list = lists_.at(at, Case::nominative);
    if (!list) list = lists_.surname({at, next_verb(at)}, wanted);
    if (!list && wanted == Case::dative) list = lists_.at(past_times(clause_.from), wanted);
    if (!list || is_owner(*list)) return false;
    if (candidate && is_candidate(*list)) return true;
    add(std::move(*list));
    return true;
  }

  /// «рекомендовать Котову И. И. к защите, на должность …»: the name is an accusative, and nobody is asked to
  /// act.
  bool is_candidate(const PartyList& list) const {
    return list.parties.front().kind == PartyKind::person && next_verb(list.tokens.to) == clause_.to &&
           list.tokens.to < clause_.to && words_.is_preposition(list.tokens.to);
  }

  /// «…, в порядке исключения, …»
  std::uint32_t past_aside(std::uint32_t at) const {
    if (!is_sign(text_, at, ",")) return at;
    for (std::uint32_t t = at + 1; t < clause_.to; ++t) {
      if (is_sign(text_, t, ",")) return t + 1;
    }
    return at;
  }

  // ---- the dative that opens the clause

  bool read_opening() {
    std::uint32_t start = past_times(past_signs(clause_.from));
    std::optional<PartyList> list = lists_.at(start, Case::dative);
    if (!list || goes_on_with_names(list->tokens.to)) {
      std::optional<PartyList> plain = lists_.undeclined_at(start);
      if (plain && (!list || plain->tokens.to > list->tokens.to)) list = std::move(plain);
    }
    if (!list || !opens_task(*list)) return false;
    add(std::move(*list));
    return true;
  }

  /// «Мороз Н. А., | Гора М. И. – составить …»: the first shows no case, the others are no datives.
  bool goes_on_with_names(std::uint32_t end) const {
    const bool joined = is_sign(text_, end, ",") || (is_word(text_, end) && text_.at(end).size() == 1);
    return joined && end + 1 < clause_.to && text_.tokens[end + 1].capital;
  }

  /// «Условно переведённым» does, «п. 3 протокола» does not.
  bool shows_actor(const PartyList& list) const {
    if (lists_.names_somebody(list)) return true;
    for (std::uint32_t t = list.tokens.from; t < list.tokens.to && !is_sign(text_, t, "(["); ++t) {
      if (lists_.may_be(t, Case::dative) || is_sign(text_, t, "\"")) return true;
    }
    return lists_.is_abbreviated(list);
  }

  bool opens_task(const PartyList& list) const {
    if (!shows_actor(list)) return false;
    std::uint32_t verb = next_verb(list.tokens.to);
    if (verb < clause_.to) return !is_receiver(list, verb) && !is_object(list) && is_actor(list);
    return is_sign(text_, list.tokens.to, ":") || marks_.has("must", clause_);
  }

  /// «Жителям выдать воду», «должникам отключить свет»; «родителям сдать деньги» and «подрядчику представить
  /// акты» ask them to act.
  bool is_receiver(const PartyList& list, std::uint32_t verb) const {
    const Mark* give = marks_.at(verb);
    if (!give || !lists_.is_outsider(list.tokens)) return false;
    if (give->kind != "give") return give->kind == "affect";
    return give->value != "owed" && !(give->value == "partly" && lists_.is_partner(list.tokens));
  }

  /// «Ким Г. В. аттестовать»: a name that shows no case, beside a verb whose object is a person;
  /// «ответственным за питание назначить …»: what the person becomes.
  bool is_object(const PartyList& list) const {
    const bool whom = has_at("whom", past_adverbs(list.tokens.to));
    const std::uint32_t first = list.tokens.from;
    const bool becomes = list.parties.front().kind != PartyKind::person &&
                         lists_.may_be(first, Case::instrumental) && !lists_.may_be(first + 1, Case::dative);
    // «Специалисту Ким О. Д. уведомить …»: the post shows the case.
    const bool post_shows = list.parties.front().tokens.from < list.parties.front().name.from &&
                            lists_.may_be(first, Case::dative) && !lists_.may_be(first, Case::accusative);
    return whom && ((!lists_.shows_case(list) && !post_shows) || becomes);
  }

  /// «КС-2 за май собрать», «премьеру сыграть»: letters without a case and what may be the accusative are an
  /// actor only where something else is the object, or where brackets or a sign show it.
  bool is_actor(const PartyList& list) const {
    const FoundParty& first = list.parties.front();
    if (first.kind == PartyKind::person || list.parties.size() > 1) return true;
    if (lists_.is_known_acronym(first)) return true;
    const bool acronym = lists_.is_acronym(first);
    if (!acronym && !lists_.may_be_object(first)) return true;
    if (is_sign(text_, list.tokens.to, ":-")) return true;
    constexpr std::uint32_t nearest = 5;
    std::uint32_t verb = past_adverbs(list.tokens.to);
    if (!words_.is_infinitive(verb)) return false;
    for (std::uint32_t t = verb + 1; t < std::min(clause_.to, verb + nearest); ++t) {
      if (words_.is_preposition(t)) return false;
      if (lists_.may_be(t, Case::accusative)) return true;
    }
    return false;
  }

  // ---- the dative beside a verb inside the clause

  void scan() {
    for (std::uint32_t t = clause_.from; t < clause_.to;) {
      std::optional<PartyList> list = free_dative_at(t);
      if (!list) {
        ++t;
        continue;
      }
      t = std::max(list->tokens.to, t + 1);
      if (stands_before_verb(*list) || stands_behind_verb(*list)) add(std::move(*list));
    }
  }

  std::optional<PartyList> first_dative(Span range) {
    for (std::uint32_t t = range.from; t < range.to; ++t) {
      if (std::optional<PartyList> list = free_dative_at(t)) return list;
    }
    return std::nullopt;
  }

  /// A list in the dative that no preposition and no noun governs.
  std::optional<PartyList> free_dative_at(std::uint32_t t) {
    if (sentences_.is_taken(t) || sentences_.in_bracket(t) || !lists_.may_begin(t)) return std::nullopt;
    const bool behind_initial = t > clause_.from + 1 && is_sign(text_, t - 1, ".") && is_word(text_, t - 2) &&
                                text_.at(t - 2).size() == 1 && text_.tokens[t - 2].capital;
    if (behind_initial) return std::nullopt;  // «отчёт В. В. | Яровой»
    if (t > clause_.from && is_word(text_, t - 1)) {
      if (words_.is_preposition(t - 1) || lists_.is_modifier(t - 1) || lists_.is_governor(t - 1))
        return std::nullopt;
      if (lists_.may_be(t, Case::genitive) && !words_.is_infinitive(t - 1)) return std::nullopt;
    }
    if (sentences_.is_quoted(t)) return std::nullopt;
    std::optional<PartyList> list = lists_.at(t, Case::dative);
    if (!list || !lists_.names_somebody(*list) || is_owner(*list)) return std::nullopt;
    return lists_.follows_object(t) ? std::nullopt : list;
  }

  /// «опыт Котовой К. К. распространить»: a name right behind a noun that may as well be its genitive.
  bool is_owner(const PartyList& list) {
    const std::uint32_t before = list.tokens.from - 1;
    if (list.tokens.from == clause_.from || list.parties.front().kind != PartyKind::person) return false;
    if (!is_word(text_, before) || !is_noun(before)) return false;
    const auto owners = find_persons(wording_.within(list.tokens), Case::genitive, language_);
    return !owners.empty() && owners.front().stood_in == Case::genitive &&
           owners.front().party.name == list.parties.front().party.name;
  }

  bool is_noun(std::uint32_t token) const {
    const Readings readings = language_.dictionary.readings(text_.at(token));
    return !words_.is_infinitive(token) &&
           std::ranges::any_of(readings, [](const Reading& one) { return one.part == PartOfSpeech::noun; });
  }

  bool stands_before_verb(const PartyList& list) const {
    std::uint32_t next = past_adverbs(list.tokens.to);
    if (!words_.is_infinitive(next) || lists_.is_outsider(list.tokens)) return has_at("must", next);
    if (is_object(list) || !is_actor(list)) return false;
    // «направить главе города и опубликовать»
    if (list.tokens.from > clause_.from && has_at("give", list.tokens.from - 1)) return false;
    if (!has_at("give", next)) return true;
    const Mark* opening = marks_.at(clause_.from);
    return opening && opening->kind == "about";
  }

  bool stands_behind_verb(const PartyList& list) const {
    if (list.tokens.from == clause_.from) return false;
    std::uint32_t verb = list.tokens.from - 1;
    if (!words_.is_infinitive(verb) || has_at("give", verb) || lists_.is_outsider(list.tokens)) return false;
    bool person = list.parties[0].kind == PartyKind::person;
    if (person && has_at("whom", verb)) return false;
    return person || verb > past_times(past_signs(clause_.from));
  }

  // ---- lines that name addressees

  /// «В целях экономии главам поселений:»
  void read_end_of_line() {
    for (std::uint32_t t = clause_.from; t < clause_.to; ++t) {
      std::optional<PartyList> list = free_dative_at(t);
      if (!list || list->tokens.to < clause_.to) continue;
      add(std::move(*list));
      return;
    }
  }

  bool fills(Span tokens) const { return past_times(past_signs(tokens.to)) >= clause_.to; }

  // ---- small questions

  bool verbs_missing() const { return verbs_.empty() && !marks_.has("must", clause_) && !colon_or_dash(); }

  bool colon_or_dash() const {
    for (std::uint32_t t = clause_.from; t < clause_.to; ++t) {
      if (is_sign(text_, t, ":-")) return true;
    }
    return false;
  }

  std::uint32_t next_verb(std::uint32_t from) const {
    auto verb = std::ranges::lower_bound(verbs_, from);
    return verb == verbs_.end() ? clause_.to : *verb;
  }

  bool has_at(std::string_view kind, std::uint32_t token) const {
    return marks_.has(kind, {token, token + 1});
  }

  std::uint32_t past_signs(std::uint32_t at) const {
    while (at < clause_.to && is_sign(text_, at, ":-.,*•")) ++at;
    return at;
  }

  std::uint32_t past_adverbs(std::uint32_t at) const {
    at = past_times(at);
    while (at < clause_.to && lists_.is_adverb(at)) at = past_times(at + 1);
    return at;
  }

  std::uint32_t past_times(std::uint32_t at) const {
    while (true) {
      const Mark* time = times_.at(at);
      if (!time && is_sign(text_, at, ":-,")) time = times_.at(at + 1);
      if (!time) break;
      at = time->tokens.to;
    }
    while (at < clause_.to && is_sign(text_, at, ":")) ++at;
    return at;
  }

  void widen(Span tokens) {
    Span& all = found_.tokens;
    all = all.empty() ? tokens : Span{std::min(all.from, tokens.from), std::max(all.to, tokens.to)};
  }

  void add(PartyList list) {
    widen(list.tokens);
    std::ranges::move(list.parties, std::back_inserter(found_.parties));
  }

  const Passage& wording_;
  const Language& language_;
  const TokenText& text_;
  MarkList marks_;
  MarkList times_;
  Sentences sentences_;
  SentenceWords words_;
  std::vector<std::uint32_t> all_verbs_;  ///< infinitives, by place
  PartyLists lists_;
  Span clause_;
  std::span<const std::uint32_t> verbs_;  ///< those of the clause
  FoundAddressees found_;
};

}  // namespace

FoundAddressees find_addressees(const Passage& wording, const Language& language) {
  return AddresseeReading(wording, language).find();
}

FoundAddressees read_addressees(const Passage& place, const Language& language) {
  return AddresseeReading(place, language).read();
}

std::string dump(const FoundAddressees& found) {
  std::string text = found.again ? "again" : "";
  for (const FoundParty& one : found.parties) {
    if (!text.empty()) text += " | ";
    text += "«" + one.party.text + "» " + dump_people({one}, false);
  }
  return text;
}

}  // namespace protokol
