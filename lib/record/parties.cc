// Lists of people, posts and bodies: which words belong to which name.
#include "record/parties.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "record/party_items.h"
#include "record/party_records.h"

namespace protokol {

namespace {

using Kind = PartyItemKind;

constexpr int deepest_bracket = 3;

class ListReading {
 public:
  ListReading(const Passage& place, Case assumed, const Language& language, int depth)
      : place_(place),
        text_(*place.text),
        assumed_(assumed),
        language_(language),
        depth_(depth),
        phrases_(place, language),
        items_(party_items(place, assumed, phrases_, language)) {}

  std::vector<FoundParty> read() {
    for (at_ = 0; at_ < items_.size(); ++at_) {
      switch (items_[at_].kind) {
        case Kind::words:
          take_words();
          break;
        case Kind::name:
          take_name();
          break;
        case Kind::bracket:
          take_bracket();
          break;
        case Kind::colon:
          take_colon();
          break;
        case Kind::end:
          finish_words();
          finish_person();
          shared_.reset();
          break;
        default:
          break;
      }
    }
    finish_words();
    finish_person();
    return std::move(found_);
  }

 private:
  /// Words that wait for the name behind them, or turn out to stand for themselves.
  struct Waiting {
    Span words;
    Span tokens;  ///< with brackets
    std::optional<int> count;
    std::vector<FoundParty> bracketed;  ///< who stands in brackets behind them
  };

  Kind kind_at(std::size_t item) const { return item < items_.size() ? items_[item].kind : Kind::end; }
  Kind before() const { return at_ > 0 ? items_[at_ - 1].kind : Kind::end; }

  // ---- words

  void take_words() {
    Span words = items_[at_].tokens;
    if (goes_on_after_bracket(words)) return;
    if (phrases_.in(PeopleTable::sides, words.from) && take_side(words)) return;
    bool leads = leads_to_name();
    if (leads && person_ && before() == Kind::dash && kind_at(at_ + 1) == Kind::dash) leads = false;
    if (leads && person_ && before() == Kind::name && !text_.tokens[words.from].space_before) leads = false;
    if (!leads && person_ && belongs_behind(words)) return;
    finish_person_before_words();
    waiting_.push_back({words, words, std::nullopt, {}});
  }

  /// «От заказчика (МКУ «Стройзаказчик»):» is part of the role of all who follow.
  bool take_side(Span words) {
    Span side{words.from + 1, words.to};
    bool bracket = kind_at(at_ + 1) == Kind::bracket;
    Kind next = kind_at(bracket ? at_ + 2 : at_ + 1);
    if (side.empty() || (!bracket && next != Kind::colon && next != Kind::dash)) return false;
    if (bracket) side.to = items_[++at_].tokens.to;
    finish_words();
    finish_person();
    side_ = phrases_.nominative(side, Case::genitive);
    return true;
  }

  bool leads_to_name() const {
    Kind next = kind_at(at_ + 1);
    return next == Kind::name ||
           ((next == Kind::dash || next == Kind::colon) && kind_at(at_ + 2) == Kind::name);
  }

  /// «МБУ «Парк» (директор – Игнатов Н.Н.) совместно с ОМВД»
  bool goes_on_after_bracket(Span words) {
    if (before() != Kind::bracket || waiting_.empty() || !phrases_.in(PeopleTable::joint, words.from))
      return false;
    joint_ = words;
    return true;
  }

  /// A role behind the name: after a dash, a comma, or glued to it.
  bool belongs_behind(Span words) {
    if (phrases_.in(PeopleTable::sides, words.from) && words.size() > 1 && before() != Kind::conjunction) {
      person_->side = phrases_.nominative({words.from + 1, words.to}, Case::genitive);
      person_->tokens.to = words.to;
      return true;
    }
    Case stands_in = person_case();
    PhraseReading reading = phrases_.read(words, stands_in);
    const bool clause = phrases_.is_verb(words.to) && reading.kind != PhraseKind::post;
    // «– о ходе ремонта», «– возражений не имеет»
    if (reading.kind == PhraseKind::none || clause) return person_behind_signs() == Kind::dash;
    bool fits = false;
    switch (person_behind_signs()) {
      case Kind::dash:
        fits = true;
        break;
      case Kind::comma:
        fits = reading.kind == PhraseKind::post ||
               (reading.kind == PhraseKind::body && !reading.listed && !person_->behind.empty());
        break;
      case Kind::name:
      case Kind::bracket:
        fits = reading.kind == PhraseKind::post && reading.listed;
        break;
      default:
        break;
    }
    if (!fits) return false;
    person_->behind.push_back(words);
    person_->tokens.to = words.to;
    return true;
  }

  Kind person_behind_signs() const { return before() == Kind::words ? Kind::end : before(); }

  Case person_case() const {
    return restore_name(language_.tables, person_->name.printed, assumed_, Gender::none).stood_in;
  }

  void finish_person_before_words() {
    if (before() != Kind::conjunction && before() != Kind::comma) shared_.reset();
    finish_person();
  }

  // ---- names

  void take_name() {
    const PartyItem& item = items_[at_];
    finish_person();
    person_ = PersonParts{item.name, {}, {}, std::nullopt, side_, item.tokens};
    std::size_t own = own_words();
    std::vector<Span> role;
    for (std::size_t i = own; i < waiting_.size(); ++i) {
      person_->tokens.from = std::min(person_->tokens.from, waiting_[i].tokens.from);
      if (auto words = role_words(waiting_[i].words)) role.push_back(*words);
    }
    waiting_.resize(own);
    finish_words();
    if (!role.empty()) give_role(std::move(role));
    if (shared_ && person_->before.empty()) person_->shared = shared_;
  }

  /// The first of the waiting words that belong to the name at hand; all their number where none do.
  std::size_t own_words() const {
    Kind previous = before();
    if (previous == Kind::dash || previous == Kind::colon)
      previous = at_ > 1 ? items_[at_ - 2].kind : Kind::end;
    bool adjacent = previous == Kind::words || (previous == Kind::bracket && !waiting_.empty());
    if (!adjacent || waiting_.empty()) return waiting_.size();
    // «отдел снабжения (Цой В.) Ким А.», as in lines of one cell: the words have their person.
    if (previous == Kind::bracket && !waiting_.back().bracketed.empty()) return waiting_.size();
    std::size_t first = waiting_.size() - 1;
    while (first > 0 && is_one(waiting_[first - 1].words) && is_one(waiting_[first].words)) --first;
    return first;
  }

  /// A degree or a post of one person, that more posts may follow: «зав. кафедрой, д.т.н., проф. …».
  bool is_one(Span words) const {
    if (words.from > 0 && is_sign(text_, words.to, ";")) return false;
    PhraseReading reading = phrases_.read(words, assumed_);
    return reading.kind == PhraseKind::post || is_label(words);
  }

  bool is_label(Span words) const {
    for (std::uint32_t t = words.from; t < words.to; ++t) {
      if (is_word(text_, t) && !phrases_.in(PeopleTable::labels, t)) return false;
    }
    return true;
  }

  /// The words without a label at their head; nothing where they are one.
  std::optional<Span> role_words(Span words) const {
    if (is_label(words)) return std::nullopt;
    words = without_preposition(words);
    for (std::uint32_t t = words.from; t + 1 < words.to; ++t) {
      bool dash = is_sign(text_, t, "-") && text_.tokens[t].space_before;
      if (dash && t > words.from && is_label({words.from, t})) return Span{t + 1, words.to};
    }
    return words;
  }

  /// «контроль – за начальником цеха», «возложить на главного врача», «при секретаре Котовой И. И.»
  Span without_preposition(Span words) const {
    bool governed = assumed_ != Case::none && assumed_ != Case::nominative && assumed_ != Case::dative;
    bool leads = governed && phrases_.in(PeopleTable::prepositions, words.from) &&
                 !phrases_.in(PeopleTable::free_prepositions, words.from) && !phrases_.is_acronym(words.from);
    const bool hosted = phrases_.in(PeopleTable::hosted_prepositions, words.from) &&
                        phrases_.in(PeopleTable::posts, words.from + 1);
    return words.size() > 1 && (leads || hosted) ? Span{words.from + 1, words.to} : words;
  }

  void give_role(std::vector<Span> role) {
    if (phrases_.in(PeopleTable::sides, role[0].from)) {
      Span side{role[0].from + 1, role[0].to};
      person_->side = phrases_.nominative(side, Case::genitive);
      return;
    }
    if (role.size() == 1) {
      PhraseReading reading = phrases_.read(role[0], assumed_);
      if (reading.kind == PhraseKind::posts) {
        bool label = reading.stands_in == Case::nominative || reading.stands_in == Case::none;
        if (!label) shared_ = role[0];
        return;
      }
      if (reading.kind == PhraseKind::none) return;
    }
    shared_.reset();
    person_->before = std::move(role);
  }

  void finish_person() {
    if (!person_) return;
    found_.push_back(person_record(*person_, phrases_, place_, assumed_, language_));
    person_.reset();
  }

  // ---- brackets and colons

  void take_bracket() {
    Span inside{items_[at_].tokens.from + 1, items_[at_].tokens.to - 1};
    if (inside.empty() || depth_ >= deepest_bracket) return;
    if (person_ && waiting_.empty()) {
      bracket_behind_name(inside);
    } else if (!waiting_.empty()) {
      bracket_behind_words(inside);
    }
  }

  void bracket_behind_name(Span inside) {
    PhraseReading reading = phrases_.read(inside, Case::nominative);
    person_->tokens.to = inside.to + 1;
    bool adverb = phrases_.reads_as(inside.from, PartOfSpeech::adverb) && reading.head != inside.from;
    if (adverb) return;  // «(далее – Председатель)»
    if (reading.kind == PhraseKind::none || !(reading.listed || names_somebody(reading.head))) return;
    if (!holds_name(inside)) person_->behind.push_back(inside);
  }

  /// «(наблюдатель)»: a noun in small letters that only people are called by, though no table lists it.
  bool names_somebody(std::uint32_t head) const {
    if (!is_word(text_, head) || text_.tokens[head].capital) return false;
    return std::ranges::any_of(language_.dictionary.readings(text_.at(head)), [](const Reading& one) {
      return one.part == PartOfSpeech::noun && one.animacy == Animacy::animate &&
             one.number == Number::singular && one.grammatical_case == Case::nominative;
    });
  }

  bool holds_name(Span inside) const {
    return !PersonNames(place_.within(inside), PersonNames::Place::list, language_).find().empty();
  }

  void bracket_behind_words(Span inside) {
    Waiting& words = waiting_.back();
    words.tokens.to = inside.to + 1;
    auto count = count_in(inside);
    if (inside.size() == 1) count = number_at(inside.from);
    if (count) {
      words.count = count;
      return;
    }
    std::vector<FoundParty> people =
        ListReading(place_.within(inside), Case::none, language_, depth_ + 1).read();
    std::erase_if(people, [](const FoundParty& one) { return one.kind != PartyKind::person; });
    words.bracketed = std::move(people);
  }

  void take_colon() {
    if (waiting_.empty() || kind_at(at_ + 1) == Kind::name || before() != Kind::words) return;
    if (kind_at(at_ + 1) == Kind::words) {
      Span behind = items_[at_ + 1].tokens;
      auto count = behind.size() == 1 ? number_at(behind.from) : count_in(behind);
      if (count) {
        waiting_.back().count = count;
        ++at_;
        return;
      }
    }
    Span words = waiting_.back().words;
    PhraseReading reading = phrases_.read(words, assumed_);
    if (is_label(words) || (reading.kind == PhraseKind::posts && at_ + 1 < items_.size())) {
      waiting_.pop_back();
    }
  }

  // ---- words without a name

  void finish_words() {
    for (Waiting& one : waiting_) finish(one);
    waiting_.clear();
    joint_ = {};
  }

  void finish(Waiting& one) {
    Span words = one.words;
    if (!one.count) one.count = take_count(words);
    while (!words.empty() && text_.tokens[words.to - 1].kind == TokenKind::sign &&
           is_sign(text_, words.to - 1, "-:"))
      --words.to;
    if (words.empty()) return;
    words = without_preposition(words);
    PhraseReading reading = phrases_.read(words, assumed_);
    if (reading.kind == PhraseKind::none) return;
    bool stray = assumed_ == Case::none && !reading.listed && reading.stands_in != Case::nominative &&
                 reading.stands_in != Case::dative && phrases_.reads_as(reading.head, PartOfSpeech::noun);
    if (stray) return;
    if (reading.kind == PhraseKind::post && one.bracketed.size() == 1 &&
        one.bracketed[0].party.role.empty()) {
      hold(one, words, reading);
      return;
    }
    FoundParty party = nameless_record(words, reading, phrases_, place_);
    party.tokens = one.tokens;
    party.count = one.count;
    if (!joint_.empty()) {
      party.party.group += " " + wording(place_.within(joint_));
      party.tokens.to = joint_.to;
      party.party.span = text_.source(party.tokens);
    }
    found_.push_back(std::move(party));
    for (FoundParty& person : one.bracketed) found_.push_back(std::move(person));
  }

  /// «начальнику отдела (Иванов И. И.)»: one person.
  void hold(Waiting& one, Span words, const PhraseReading& reading) {
    FoundParty holder = std::move(one.bracketed[0]);
    holder.party.role = phrases_.nominative(words, reading.stands_in);
    holder.tokens = one.tokens;
    holder.stood_in = reading.stands_in;
    holder.party.span = text_.source(holder.tokens);
    found_.push_back(std::move(holder));
  }

  // ---- counts

  std::optional<int> number_at(std::uint32_t token) const {
    if (token >= place_.tokens.to || text_.tokens[token].kind != TokenKind::number) return std::nullopt;
    std::string_view digits = text_.at(token);
    int value = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
  }

  /// «9 чел.», «18 человек»
  std::optional<int> count_in(Span words) const {
    if (words.size() < 2 || words.size() > 3 || !phrases_.in(PeopleTable::counted, words.from + 1))
      return std::nullopt;
    return number_at(words.from);
  }

  /// Takes «– 18 человек», «– 13» off the end of the words.
  std::optional<int> take_count(Span& words) const {
    std::uint32_t number = words.to;
    for (std::uint32_t back = 1; back <= 3 && words.from + back <= words.to; ++back) {
      if (text_.tokens[words.to - back].kind == TokenKind::number) {
        number = words.to - back;
        break;
      }
    }
    if (number == words.to) return std::nullopt;
    bool counted = number + 1 < words.to && phrases_.in(PeopleTable::counted, number + 1);
    bool dash = number > words.from && is_sign(text_, number - 1, "-:") && text_.tokens[number].space_before;
    if (!counted && !(dash && number + 1 == words.to)) return std::nullopt;
    words.to = number;
    return number_at(number);
  }

  const Passage place_;
  const TokenText& text_;
  const Case assumed_;
  const Language& language_;
  const int depth_;
  PartyPhrases phrases_;
  std::vector<PartyItem> items_;
  std::size_t at_ = 0;
  std::vector<Waiting> waiting_;
  std::optional<PersonParts> person_;
  std::optional<Span> shared_;
  std::string side_;
  Span joint_;
  std::vector<FoundParty> found_;
};

}  // namespace

std::vector<FoundParty> read_parties(const Passage& place, Case assumed, const Language& language) {
  return ListReading(place, assumed, language, 0).read();
}

std::string dump(const std::vector<FoundParty>& parties) {
  constexpr std::array<std::string_view, 7> cases{"nominative",   "genitive",      "dative", "accusative",
                                                  "instrumental", "prepositional", "none"};
  constexpr std::array<std::string_view, 3> kinds{"person", "post", "body"};
  std::string all;
  for (const FoundParty& found : parties) {
    all += kinds[static_cast<std::size_t>(found.kind)];
    for (const std::string* field : {&found.party.name, &found.party.role, &found.party.group}) {
      if (!field->empty())
        all += (field == &found.party.role && found.kind == PartyKind::person ? " | " : " ") + *field;
    }
    if (found.count) all += " × " + std::to_string(*found.count);
    all += " [";
    all += cases[static_cast<std::size_t>(found.stood_in)];
    all += "]\n";
  }
  return all;
}

}  // namespace protokol
