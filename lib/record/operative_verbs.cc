// Finding the operative verbs of running text.
#include "record/operative_verbs.h"

#include <algorithm>
#include <array>
#include <utility>

#include "record/act_sentences.h"

namespace protokol {

namespace {

std::vector<Mark> marks_of(std::string_view place, const Passage& passage, const Grammar& grammar) {
  const Table* groups = grammar.table("action.groups");
  if (!groups) return {};
  for (const std::vector<std::string>& row : *groups) {
    if (row.size() > 1 && row[0] == place) return grammar.find(*passage.text, passage.tokens, row[1]);
  }
  return {};
}

std::optional<Action> action_named(std::string_view name) {
  using enum Action;
  constexpr std::array<std::pair<std::string_view, Action>, 12> names{{{"assign", assign},
                                                                       {"recommend", recommend},
                                                                       {"request", request},
                                                                       {"note", note},
                                                                       {"approve", approve},
                                                                       {"elect", elect},
                                                                       {"appoint", appoint},
                                                                       {"reject", reject},
                                                                       {"close", close},
                                                                       {"extend", extend},
                                                                       {"control", control},
                                                                       {"other", other}}};
  for (auto [known, action] : names) {
    if (known == name) return action;
  }
  return std::nullopt;
}

/// What a verb means beside its companions, by the table of senses.
std::string_view sense_of(std::string_view verb, std::string_view companion, const Table& senses) {
  for (const std::vector<std::string>& row : senses) {
    if (row.size() > 2 && row[0] == verb && row[1] == companion) return row[2];
  }
  return {};
}

/// Walks through marks that are in order, asked about rising tokens.
class MarkCursor {
 public:
  explicit MarkCursor(std::vector<Mark> marks) : marks_(std::move(marks)) {}

  bool has(std::string_view kind) const {
    return std::ranges::any_of(marks_, [kind](const Mark& mark) { return mark.kind == kind; });
  }

  /// The mark that begins at `token`.
  const Mark* at(std::uint32_t token) {
    while (next_ < marks_.size() && marks_[next_].tokens.from < token) ++next_;
    return next_ < marks_.size() && marks_[next_].tokens.from == token ? &marks_[next_] : nullptr;
  }

 private:
  std::vector<Mark> marks_;
  std::size_t next_ = 0;
};

/// Only verbs whose sense depends on them need companions.
std::vector<Mark> companions_beside(const MarkCursor& verbs, const Passage& passage, const Grammar& grammar) {
  return verbs.has("verb") ? marks_of("companions", passage, grammar) : std::vector<Mark>();
}

class SpanCursor {
 public:
  explicit SpanCursor(const std::vector<Span>& spans) : spans_(spans) {}

  bool contains(std::uint32_t token) {
    while (next_ < spans_.size() && spans_[next_].to <= token) ++next_;
    return next_ < spans_.size() && spans_[next_].contains(token);
  }

 private:
  const std::vector<Span>& spans_;
  std::size_t next_ = 0;
};

/// Everything the reading knows of the place it has come to, within one sentence.
struct Surroundings {
  int brackets = 0;
  bool quoted = false;
  bool clause = false;    ///< within a subordinate clause
  bool proposal = false;  ///< behind «предложение», in its own part of the sentence
  std::optional<std::uint32_t> negation;  ///< where «не» stands, right before
  bool opened = false;                    ///< a word has been read
  std::uint32_t skip_to = 0;
  std::uint32_t verb_end = 0;

  bool main_clause() const { return brackets == 0 && !quoted && !clause; }
};

class VerbReading {
 public:
  VerbReading(const Passage& passage, const std::vector<Span>& taken, const Language& language)
      : passage_(passage),
        text_(*passage.text),
        dictionary_(language.dictionary),
        senses_(language.grammar.table("action.senses")),
        taken_(taken),
        verbs_(marks_of("verbs", passage, language.grammar)),
        companions_(companions_beside(verbs_, passage, language.grammar)),
        tasks_(marks_of("tasks", passage, language.grammar)),
        context_marks_(marks_of("context", passage, language.grammar)),
        context_(context_marks_) {}

  /// Tokens of abbreviations with the word behind them.
  std::vector<Span> abbreviations() const {
    std::vector<Span> spans;
    for (const Mark& mark : context_marks_) {
      if (mark.kind == "abbreviation") spans.push_back(mark.tokens);
    }
    return spans;
  }

  VerbSentence read(Span tokens) {
    sentence_ = {};
    sentence_.tokens = tokens;
    around_ = {};
    pending_.clear();
    company_ = opens_with_control_ = controls_ = separated_ = false;
    seen_companions_.clear();
    for (std::uint32_t t = tokens.from; t < tokens.to; ++t) read_token(t);
    settle();
    return std::move(sentence_);
  }

 private:
  struct Pending {
    std::size_t verb;  ///< index in sentence_.verbs
    std::string_view key;
    bool narrates;  ///< a past form: what would be a task has been done already
  };

  // ---- token by token

  void read_token(std::uint32_t t) {
    const Mark* verb = verbs_.at(t);
    const Mark* companion = companions_.at(t);
    const Mark* task = tasks_.at(t);
    const Mark* context = context_.at(t);
    if (taken_.contains(t)) return;
    if (text_.tokens[t].kind == TokenKind::sign) read_sign(t);
    if (context) read_context(*context);
    if (t < around_.skip_to) return;
    if (companion && around_.brackets == 0 && !around_.quoted)
      seen_companions_.push_back(companion->kind == "with" ? companion->value : "");
    if (around_.main_clause()) {
      if (verb && is_operative(*verb)) {
        add_verb(*verb);
      } else if (task && t >= around_.verb_end) {
        read_task(*task);
      }
    }
    if (text_.tokens[t].kind == TokenKind::word) {
      around_.opened = true;
      if (!(context && context->kind == "not")) around_.negation.reset();
    }
  }

  void read_sign(std::uint32_t t) {
    if (is_sign(text_, t, "([")) ++around_.brackets;
    if (is_sign(text_, t, ")]") && around_.brackets > 0) --around_.brackets;
    if (is_sign(text_, t, "\"")) turn_quote(t);
    bool dash = is_sign(text_, t, "-") &&
                (text_.tokens[t].space_before || (t + 1 < text_.size() && text_.tokens[t + 1].space_before));
    if (dash || is_sign(text_, t, ",:")) around_.clause = around_.proposal = false;
    if ((dash || is_sign(text_, t, ":")) && around_.main_clause()) separated_ = true;
  }

  void turn_quote(std::uint32_t t) {
    std::string_view glyph = passage_.document.substr(text_.source({t, t + 1}).from);
    bool opens = glyph.starts_with("\u00AB") || glyph.starts_with("\u201E");
    bool closes = glyph.starts_with("\u00BB");
    around_.quoted = opens || (!closes && !around_.quoted);
  }

  void read_context(const Mark& mark) {
    if (mark.kind == "skip") around_.skip_to = std::max(around_.skip_to, mark.tokens.to);
    if (mark.kind == "not") around_.negation = mark.tokens.from;
    if (mark.kind == "label" && !around_.opened) sentence_.labelled = true;
    if (around_.brackets > 0 || around_.quoted) return;
    if (mark.kind == "clause") around_.clause = true;
    if (mark.kind == "proposal") around_.proposal = true;
    if (mark.kind == "company") company_ = true;
    if (mark.kind == "control" && !around_.opened) opens_with_control_ = true;
    if (mark.kind == "controls") controls_ = true;
    if (mark.kind == "office" && around_.main_clause()) {
      OperativeVerb office;
      office.strength = ActionStrength::noun;
      office.action = Action::elect;
      office.rule = mark.rule;
      office.tokens = mark.tokens;
      sentence_.verbs.push_back(office);
    }
  }

  // ---- verbs

  /// Infinitives, «утвердили», «утверждено», and what the rules list; other forms narrate or describe.
  bool is_operative(const Mark& mark) const {
    if (mark.kind == "spoken") return true;
    if (mark.kind == "weak") return !is_past(mark);
    for (std::uint32_t t = mark.tokens.from; t < mark.tokens.to; ++t) {
      if (!is_word(text_, t)) continue;
      for (const Reading& reading : dictionary_.readings(text_.at(t))) {
        if (reading.part == PartOfSpeech::infinitive || is_past_decision(reading)) return true;
      }
    }
    return false;
  }
  static bool is_past_decision(const Reading& reading) {
    if (reading.part == PartOfSpeech::short_adjective) return reading.voice == Voice::passive;
    return reading.part == PartOfSpeech::verb && reading.tense == Tense::past &&
           (reading.number == Number::plural || reading.gender == Gender::neuter);
  }
  bool is_past(const Mark& mark) const {
    for (std::uint32_t t = mark.tokens.from; t < mark.tokens.to; ++t) {
      if (!is_word(text_, t)) continue;
      for (const Reading& reading : dictionary_.readings(text_.at(t))) {
        if (reading.part == PartOfSpeech::infinitive) return false;
      }
    }
    return true;
  }

  OperativeVerb verb_at(Span tokens, std::uint32_t rule, ActionStrength strength) const {
    OperativeVerb verb;
    verb.strength = strength;
    verb.rule = rule;
    verb.tokens = tokens;
    verb.proposed = around_.proposal;
    verb.negated = around_.negation && *around_.negation < tokens.from;
    verb.joined = tokens.from > passage_.tokens.from && is_joint(tokens.from - 1);
    return verb;
  }
  bool is_joint(std::uint32_t token) const {
    if (is_sign(text_, token, ",")) return true;
    return is_word(text_, token) &&
           std::ranges::any_of(dictionary_.readings(text_.at(token)), [](const Reading& reading) {
             return reading.part == PartOfSpeech::conjunction;
           });
  }

  void add_verb(const Mark& mark) {
    OperativeVerb verb = verb_at(mark.tokens, mark.rule, ActionStrength::decision);
    around_.verb_end = mark.tokens.to;
    verb.weak = mark.kind == "weak";
    if (mark.kind == "verb") {
      pending_.push_back({sentence_.verbs.size(), mark.value, is_past(mark)});
    } else {
      set_sense(verb, mark.value);
    }
    sentence_.verbs.push_back(verb);
  }

  static void set_sense(OperativeVerb& verb, std::string_view sense) {
    // «approve act»: the meeting approves, unless somebody is charged with it.
    constexpr std::string_view unless_charged = " act";
    verb.act = sense == "act" || sense.ends_with(unless_charged);
    if (sense.ends_with(unless_charged)) sense.remove_suffix(unless_charged.size());
    if (sense == "weak") verb.weak = true;
    bool completes = sense == "act" || sense == "weak";
    verb.action = completes ? Action::other : action_named(sense).value_or(Action::other);
    if (verb.weak && !completes) verb.strength = ActionStrength::task;
  }

  void read_task(const Mark& mark) {
    if (mark.kind == "noun") {
      bool first = !around_.opened && sentence_.verbs.empty();
      if (first && is_nominative(mark.tokens.from)) {
        sentence_.verbs.push_back(verb_at(mark.tokens, mark.rule, ActionStrength::noun));
      }
      return;
    }
    std::uint32_t token = mark.tokens.from;
    if (mark.kind == "infinitive" ? !is_infinitive(token, mark.value) : !is_common_doing(token)) return;
    OperativeVerb verb = verb_at(mark.tokens, mark.rule, ActionStrength::task);
    if (mark.kind == "we") verb.action = Action::other;
    sentence_.verbs.push_back(verb);
  }

  bool is_nominative(std::uint32_t token) const {
    Readings readings = dictionary_.readings(text_.at(token));
    return readings.empty() || std::ranges::any_of(readings, [](const Reading& reading) {
             return reading.part == PartOfSpeech::noun && reading.grammatical_case == Case::nominative;
           });
  }

  bool is_infinitive(std::uint32_t token, std::string_view certainty) const {
    if (certainty == "sure") return true;
    const Readings readings = dictionary_.likely_readings(text_.at(token));
    if (readings.empty()) return certainty == "likely" && (!text_.tokens[token].capital || !around_.opened);
    return std::ranges::all_of(
        readings, [](const Reading& reading) { return reading.part == PartOfSpeech::infinitive; });
  }

  /// «едем», «берём»: the first person plural of a verb and nothing else.
  bool is_common_doing(std::uint32_t token) const {
    Readings readings = dictionary_.readings(text_.at(token));
    return !readings.empty() && std::ranges::all_of(readings, [](const Reading& reading) {
      return reading.part == PartOfSpeech::verb && reading.number == Number::plural &&
             reading.tense != Tense::past;
    });
  }

  // ---- at the sentence's end

  void settle() {
    for (const Pending& pending : pending_) {
      OperativeVerb& verb = sentence_.verbs[pending.verb];
      std::string_view sense = sense_beside_companions(pending.key);
      set_sense(verb, sense);
      if (pending.narrates && sense == "assign") verb.strength = ActionStrength::noun;
    }
    // A past form that only tells of work done decides nothing.
    for (std::size_t i = pending_.size(); i-- > 0;) {
      std::size_t index = pending_[i].verb;
      if (pending_[i].narrates && sentence_.verbs[index].strength == ActionStrength::noun)
        sentence_.verbs.erase(sentence_.verbs.begin() + static_cast<std::ptrdiff_t>(index));
    }
    for (OperativeVerb& verb : sentence_.verbs) negate(verb);
    settle_control();
  }

  std::string_view sense_beside_companions(std::string_view key) const {
    if (!senses_) return {};
    for (const std::string& companion : seen_companions_) {
      std::string_view sense = sense_of(key, companion, *senses_);
      if (!sense.empty()) return sense;
    }
    std::string_view with_company = company_ ? sense_of(key, "company", *senses_) : std::string_view();
    return with_company.empty() ? sense_of(key, "", *senses_) : with_company;
  }

  static void negate(OperativeVerb& verb) {
    if (!verb.negated || verb.strength != ActionStrength::decision) return;
    if (verb.action == Action::recommend || verb.action == Action::request) return;
    verb.action = verb.action == Action::approve  ? Action::reject
                  : verb.action == Action::assign ? Action::assign
                                                  : Action::other;
  }

  void settle_control() {
    if (!opens_with_control_) return;
    bool works = std::ranges::any_of(
        sentence_.verbs, [](const OperativeVerb& verb) { return verb.strength == ActionStrength::task; });
    sentence_.control = controls_ || (separated_ && !works);
    if (!sentence_.control) return;
    for (OperativeVerb& verb : sentence_.verbs) {
      verb.action = Action::control;
      verb.act = verb.weak = verb.proposed = verb.negated = false;
    }
  }

  const Passage& passage_;
  const TokenText& text_;
  const Dictionary& dictionary_;
  const Table* senses_;
  SpanCursor taken_;
  MarkCursor verbs_, companions_, tasks_;
  std::vector<Mark> context_marks_;
  MarkCursor context_;
  VerbSentence sentence_;
  Surroundings around_;
  std::vector<Pending> pending_;
  std::vector<std::string> seen_companions_;
  bool company_ = false;             ///< «с юристом» stands in the sentence
  bool opens_with_control_ = false;  ///< «Контроль …»
  bool controls_ = false;            ///< «возложить», «оставляю»
  bool separated_ = false;           ///< a dash or a colon stands in it
};

}  // namespace

std::vector<VerbSentence> verb_sentences(const Passage& passage, const std::vector<Span>& taken,
                                         const std::vector<Span>& phrases, const Language& language) {
  VerbReading reading(passage, taken, language);
  std::vector<VerbSentence> all;
  for (Span side : act_sentences(passage, phrases, reading.abbreviations(), language.dictionary)) {
    all.push_back(reading.read(side));
  }
  return all;
}

const OperativeVerb* main_verb(const VerbSentence& sentence) {
  const std::vector<OperativeVerb>& verbs = sentence.verbs;
  auto decision = [](const OperativeVerb& verb) {
    return verb.strength == ActionStrength::decision && !verb.weak;
  };
  std::size_t decision_before = 0, governing_before = 0;  // where the last of each ends
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    if (!decision(verbs[i])) continue;
    decision_before = i + 1;
    if (verbs[i].action != Action::assign && !verbs[i].joined) governing_before = i + 1;
  }
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    bool task = verbs[i].strength == ActionStrength::task;
    if ((verbs[i].weak || (task && verbs[i].negated)) && decision_before > i + 1) continue;
    if (verbs[i].proposed && governing_before > i + 1) continue;
    if (verbs[i].strength == ActionStrength::noun && i + 1 < verbs.size()) continue;
    return &verbs[i];
  }
  return nullptr;
}

}  // namespace protokol
