// Leaves of the tree of items become decisions; what lead-ins say passes to them.
#include "record/decision_items.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "record/actions.h"
#include "record/addressees.h"
#include "record/agenda_item.h"
#include "record/decision_tree.h"
#include "record/groups.h"
#include "record/item_labels.h"
#include "record/lead_in.h"
#include "record/sentences.h"
#include "record/wording.h"

namespace protokol {

namespace {

/// What a lead-in passes to the items under it.
struct Inherited {
  std::vector<Party> addressees, responsible, control;
  std::vector<Deadline> deadlines;
  std::optional<FoundAction> action;
  std::vector<std::string> names;
};

template <typename Value>
void append(std::vector<Value>& to, const std::vector<Value>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

class ItemReader {
 public:
  ItemReader(const Outline& outline, const Section& section, const std::optional<Date>& date,
             const Language& language, Drafts& drafts)
      : outline_(outline),
        section_(section),
        date_(date),
        language_(language),
        drafts_(drafts),
        labels_(date, language, drafts) {}

  void read() {
    std::vector<std::uint32_t> units;
    std::vector<Standing> standings;
    for (std::uint32_t i = section_.from; i < section_.to; ++i) {
      const Unit& unit = outline_.units[i];
      const bool remark = unit.heading.found() && !unit.heading.section && !unit.heading.names_question;
      const bool heads_group = unit.marker.sign == ']';
      if (remark || (unit.tokens.empty() && !unit.heading.names_question && !heads_group)) continue;
      units.push_back(i);
      standings.push_back(standing(i, units.size() > 1));
    }
    tree_ = decision_tree(outline_, units, standings);
    for (const DecisionNode& node : tree_) {
      if (node.marker.kind == MarkerKind::bullet) ++bullets_[node.marker.sign], ++all_bullets_;
    }
    inherited_.resize(tree_.size());
    conditional_.resize(tree_.size());
    inherited_[0].action = action_of_heading();
    for (std::uint32_t node = 1; node < tree_.size(); ++node) {
      const std::uint32_t parent = tree_[node].parent;
      inherited_[node] = inherited_[parent];
      conditional_[node] = holds_conditions(node);
      if (conditional_[parent])
        add_condition(node);
      else if (tree_[node].has_children && !conditional_[node])
        lead(node);
      else
        leaf(node);
    }
  }

 private:
  /// «РЕКОМЕНДОВАТЬ:» over a list.
  std::optional<FoundAction> action_of_heading() const {
    const Unit& unit = outline_.units[section_.from];
    if (!unit.heading.leads) return std::nullopt;
    return find_action(outline_.whole(unit).within(unit.heading.tokens), Asked::nobody, language_);
  }

  Passage content(std::uint32_t unit) const { return outline_.content(outline_.units[unit]); }

  // ---- which units are items

  Standing standing(std::uint32_t index, bool behind_item) const {
    const Unit& unit = outline_.units[index];
    const Passage passage = content(index);
    if (passage.empty()) return Standing::item;
    if (unit.marker.kind != MarkerKind::none)
      return opens_bullets(index) && names_addressees_only(passage, language_) ? Standing::leads
                                                                               : Standing::item;
    const bool labels = is_vote_line(passage, language_) || !read_control(passage, language_).empty() ||
                        read_wording(passage, date_, language_).is_only_labels();
    if (labels) return behind_item && !closes_section(index, passage) ? Standing::goes_on : Standing::item;
    const bool before_item =
        index + 1 < section_.to && outline_.units[index + 1].marker.kind != MarkerKind::none;
    return before_item && names_addressees_only(passage, language_) ? Standing::leads : Standing::item;
  }

  /// «Контроль: отдел кадров» below a blank line at the end, where labels of items stand right below them: it
  /// is over all.
  bool closes_section(std::uint32_t index, const Passage& passage) const {
    if (index + 1 != section_.to || outline_.units[index].blank_before == 0) return false;
    bool close = false;
    for (std::uint32_t i = section_.from + 1; i < index; ++i)
      close = close || outline_.units[i].blank_before == 0;
    return close && !read_control(passage, language_).empty();
  }

  /// «1.1. Котову К. К. / - купить дрова»
  bool opens_bullets(std::uint32_t index) const {
    if (index + 1 >= section_.to || outline_.units[index].marker.kind == MarkerKind::bullet) return false;
    const MarkerKind next = outline_.units[index + 1].marker.kind;
    return next == MarkerKind::bullet || next == MarkerKind::letter;
  }

  // ---- lead-ins

  void lead(std::uint32_t node) {
    Inherited& passed = inherited_[node];
    if (!tree_[node].marker.text.empty()) passed.names.push_back(tree_[node].marker.text);
    for (const std::uint32_t unit : tree_[node].units) lead_in(content(unit), passed);
  }

  void lead_in(const Passage& passage, Inherited& passed) {
    if (passage.empty()) return;
    const Wording wording = read_wording(passage, date_, language_);
    claim(passage, "decision.lead-in");
    append(drafts_.claims, wording.claims);
    for (const FoundDeadline& found : wording.deadlines) passed.deadlines.push_back(found.deadline);
    take_duties(wording, passed.responsible, passed.control);
    FoundAddressees addressees = read_addressees(passage, language_);
    // «3. Управлению (Зубкова М. Д.) проверить рабочие программы:»
    if (addressees.parties.empty()) addressees = find_addressees(passage, language_);
    if (!addressees.parties.empty() && addresses(passage, addressees))
      passed.addressees = parties_of(addressees.parties);
    const auto asked = addressees.parties.empty() ? Asked::nobody : Asked::somebody;
    if (auto action = find_action(passage, asked, language_)) passed.action = std::move(action);
  }

  /// The name of a group of items («[А] Новые поручения») addresses nobody, and neither does what somebody
  /// said.
  bool addresses(const Passage& passage, const FoundAddressees& found) const {
    if (is_sign(*passage.text, passage.tokens.to - 1, ":")) return true;
    if (has_finite_verb(passage, language_.dictionary)) return false;
    // «I. МУП «Исток» (Котов И. И.)»: a body with its head in brackets.
    const FoundParty& first = found.parties.front();
    if (first.kind == PartyKind::body && found.parties.size() > 1 &&
        is_sign(*passage.text, passage.tokens.to - 1, ")"))
      return true;
    return std::ranges::all_of(found.parties,
                               [](const FoundParty& one) { return one.stood_in == Case::dative; });
  }

  void claim(const Passage& passage, std::string rule) {
    drafts_.claims.push_back({source(passage), std::move(rule), "decisions", ""});
  }

  // ---- conditions of one decision

  /// «Закрыть каток в случае, если: 1) …; 2) …»: what stands under it are no decisions.
  bool holds_conditions(std::uint32_t node) const {
    const std::string_view group = group_named(language_.grammar, "condition");
    if (group.empty() || !tree_[node].leads || !tree_[node].has_children) return false;
    const Passage passage = content(tree_[node].units.front());
    return !language_.grammar.find(*passage.text, passage.tokens, group).empty();
  }

  void add_condition(std::uint32_t node) {
    if (drafts_.leaves.empty()) return;
    Decision& decision = drafts_.leaves.back().decision;
    for (const std::uint32_t unit : tree_[node].units) {
      const Passage whole = outline_.whole(outline_.units[unit]);
      decision.text.value += ' ' + protokol::wording(whole);
      decision.text.span.to = std::max(decision.text.span.to, source(whole).to);
      decision.span.to = std::max(decision.span.to, source(whole).to);
      claim(whole, "decision.condition");
    }
  }

  // ---- leaves

  void leaf(std::uint32_t node) {
    const DecisionNode& item = tree_[node];
    const std::uint32_t first = item.units.front();
    const Passage passage = content(first);
    const bool marked = (item.marker.kind != MarkerKind::none && !is_numbered_as_question(first)) ||
                        outline_.units[first].heading.one_item;
    if (passage.empty()) return;
    if (!marked && closes(passage, ControlReach::block)) return rest(item, 1);
    if (marked && is_stray(item, passage)) return rest(item, 1);
    if (marked) {
      marked_leaf(item, node, passage);
    } else {
      unmarked_leaves(node, passage, item.leads && !conditional_[node]);
    }
    rest(item, 1);
  }

  /// «4. Постановили: утвердить смету.»: the number is the question's.
  bool is_numbered_as_question(std::uint32_t index) const {
    const Unit& unit = outline_.units[index];
    return unit.heading.section == SectionKind::decisions && section_.questions.size() == 1 &&
           section_.questions.front() == unit.marker.text;
  }

  /// A bullet of another kind than the list's, which asks for nothing: a footnote.
  bool is_stray(const DecisionNode& item, const Passage& passage) const {
    if (item.marker.kind != MarkerKind::bullet) return false;
    const bool alone = bullets_.at(item.marker.sign) == 1 && all_bullets_ > 2;
    return alone && !find_action(passage, Asked::nobody, language_);
  }

  /// Votes and sentences on control that stand by themselves.
  /// `bare`: the reach of a control label that names none.
  bool closes(const Passage& passage, ControlReach bare = ControlReach::itself) {
    if (is_vote_line(passage, language_)) {
      take_votes(passage);
      return true;
    }
    std::vector<Passage> behind;
    if (!take_control(without_closing_votes(passage, behind), bare)) return false;
    for (const Passage& sentence : behind) take_votes(sentence);
    return true;
  }

  void take_votes(const Passage& passage) {
    for (const FoundVote& vote : find_votes(passage, language_)) close_by_vote(drafts_, vote);
    claim(passage, "decision.vote");
  }

  bool take_control(const Passage& passage, ControlReach bare) {
    std::vector<FoundControl> controls = read_control(passage, language_);
    for (FoundControl& control : controls) {
      if (control.reach == ControlReach::itself) control.reach = bare;
      if (control.reach != ControlReach::itself) {
        drafts_.controls.push_back({control, drafts_.block, section_.questions, drafts_.leaves.size()});
      } else if (!drafts_.leaves.empty()) {
        append(drafts_.leaves.back().decision.control, parties_of(control.parties));
      }
    }
    if (!controls.empty()) claim(passage, "decision.control");
    return !controls.empty();
  }

  void marked_leaf(const DecisionNode& item, std::uint32_t node, const Passage& passage) {
    const std::vector<FoundControl> controls = read_control(passage, language_);
    std::vector<Passage> behind;
    if (!controls.empty()) {
      control_leaf(item, node, without_closing_votes(passage, behind), controls);
    } else {
      add_leaf(item, node, without_closing_sentences(passage, behind));
    }
    for (const Passage& sentence : behind) closes(sentence);
  }

  /// A numbered sentence on control is a decision of its own, too.
  void control_leaf(const DecisionNode& item, std::uint32_t node, const Passage& passage,
                    const std::vector<FoundControl>& controls) {
    DecisionDraft draft = draft_of(item, node, passage);
    draft.decision.text = {wording_without(passage, {}), source(passage), "decision.text"};
    draft.decision.action = Action::control;
    draft.decision.action_rule = "decision.control";
    for (FoundControl control : controls) {
      append(draft.decision.control, parties_of(control.parties));
      if (control.reach == ControlReach::itself) control.reach = ControlReach::block;
      drafts_.controls.push_back(
          {std::move(control), drafts_.block, section_.questions, drafts_.leaves.size()});
    }
    drafts_.leaves.push_back(std::move(draft));
  }

  /// Sentences at the end of an item that are not its own: on control, on the vote over the block.
  Passage without_closing_sentences(const Passage& passage, std::vector<Passage>& behind) const {
    return without_closing(passage, behind, [this](const Passage& sentence) {
      return !read_control(sentence, language_).empty() || is_vote_line(sentence, language_);
    });
  }

  Passage without_closing_votes(const Passage& passage, std::vector<Passage>& behind) const {
    return without_closing(passage, behind,
                           [this](const Passage& sentence) { return is_vote_line(sentence, language_); });
  }

  template <typename Closes>
  Passage without_closing(const Passage& passage, std::vector<Passage>& behind, const Closes& closes) const {
    const std::vector<Span> sentences = sentences_of(passage, language_.dictionary);
    std::size_t own = sentences.size();
    while (own > 1 && closes(passage.within(sentences[own - 1]))) --own;
    for (std::size_t i = own; i < sentences.size(); ++i) behind.push_back(passage.within(sentences[i]));
    return own == sentences.size() ? passage : passage.within({passage.tokens.from, sentences[own].from});
  }

  void unmarked_leaves(std::uint32_t node, const Passage& whole, bool leads) {
    const DecisionNode& item = tree_[node];
    if (labels_.open_with_deadline(whole)) return labels_.add(whole);
    const Passage passage = labels_.take_front(whole);
    if (passage.tokens != whole.tokens && labels_.extend_item(passage)) return;
    const bool under_lead = item.parent != 0;
    // «Решили: делаем квест»: what stands on the heading's own line is decided, whatever its words.
    const bool heads = outline_.units[item.units.front()].heading.section == SectionKind::decisions;
    for (const Span act : split_acts(passage, language_)) {
      std::vector<Passage> behind;
      const Passage part = without_closing_sentences(passage.within(act), behind);
      if (!closes(part)) {
        const bool told = heads && act.from == passage.tokens.from;
        const bool decides = under_lead || told || find_action(part, Asked::nobody, language_).has_value();
        if (decides && !leads)
          add_leaf(item, node, part);
        else if (!drafts_.leaves.empty() && read_wording(part, date_, language_).is_only_labels())
          labels_.add(part);
      }
      for (const Passage& sentence : behind) closes(sentence);
    }
  }

  DecisionDraft draft_of(const DecisionNode& item, std::uint32_t node, const Passage& passage) const {
    const Unit& unit = outline_.units[item.units.front()];
    DecisionDraft draft;
    draft.block = drafts_.block;
    draft.names = inherited_[node].names;
    draft.decision.agenda = section_.questions;
    draft.decision.span = source(passage);
    std::string number = is_numbered_as_question(item.units.front()) ? std::string() : item.marker.text;
    Span place = outline_.whole(unit).text->source(item.marker.tokens);
    if (!unit.heading.item.empty()) {
      number = unit.heading.item;
      place = outline_.whole(unit).text->source(unit.heading.tokens);
    }
    if (!number.empty()) {
      draft.decision.number = {number, place, "layout.number"};
      draft.decision.span.from = std::min(draft.decision.span.from, place.from);
      add_names(number, draft.names);
    }
    return draft;
  }

  void add_leaf(const DecisionNode& item, std::uint32_t node, const Passage& passage) {
    Wording wording = read_wording(passage, date_, language_);
    if (wording.is_only_labels()) {
      const bool marked = item.marker.kind != MarkerKind::none;
      if (!marked || charges_item_before(wording, passage)) return labels_.add(wording);
      // «1.1. Петрова П. П. – директором института»: the item is no label of another one.
      wording = Wording();
      wording.kept_whole = true;
      wording.text = {wording_without(passage, {}), source(passage), "decision.text"};
    }
    const Inherited& passed = inherited_[node];
    DecisionDraft draft = draft_of(item, node, passage);
    Decision& decision = draft.decision;
    decision.text = wording.text;
    decision.addressees = passed.addressees;
    append(decision.addressees, addressees_of(passage, draft.doubts));
    decision.responsible = passed.responsible;
    decision.control = passed.control;
    take_duties(wording, decision.responsible, decision.control);
    for (const FoundDeadline& found : wording.deadlines) {
      if (labels_.is_ditto(found) && !drafts_.leaves.empty())
        append(decision.deadlines, drafts_.leaves.back().decision.deadlines);
      else
        decision.deadlines.push_back(found.deadline);
    }
    append(decision.deadlines, passed.deadlines);
    set_action(draft, passage, passed);
    note_doubts(draft, item, wording);
    append(drafts_.claims, wording.claims);
    drafts_.leaves.push_back(std::move(draft));
    for (const FoundVote& vote : wording.votes) own_vote(vote);
  }

  /// «2. Ответственный: Котов И. И.» behind a task that is nobody's: the count ran on over the line of its
  /// label.
  bool charges_item_before(const Wording& wording, const Passage& passage) const {
    if (drafts_.leaves.empty() || wording.duties.empty()) return false;
    if (drafts_.leaves.back().block != drafts_.block || !drafts_.leaves.back().decision.responsible.empty())
      return false;
    const bool labelled = std::ranges::none_of(
        wording.duties, [](const FoundDuty& duty) { return duty.rule.starts_with("duty."); });
    return labelled && !find_action(passage, Asked::nobody, language_);
  }

  void own_vote(const FoundVote& vote) {
    const bool ground = vote.removal.empty();  // «отклонить, как не набравший голосов (за – 6)»
    if (vote.verdict == Verdict::not_adopted && !ground)
      drafts_.leaves.pop_back();
    else if (!vote.vote.empty())
      drafts_.leaves.back().decision.vote = vote.vote;
  }

  void note_doubts(DecisionDraft& draft, const DecisionNode& item, const Wording& wording) const {
    const Unit& unit = outline_.units[item.units.front()];
    Doubts& doubts = draft.doubts;
    doubts.no_marker = item.marker.kind == MarkerKind::none && !unit.heading.one_item;
    doubts.run_on = unit.inside;
    doubts.whole_kept = wording.kept_whole;
    for (const FoundDuty& duty : wording.duties)
      doubts.unlabelled_duty = doubts.unlabelled_duty || duty.rule.starts_with("duty.");
  }

  std::vector<Party> addressees_of(const Passage& passage, Doubts& doubts) const {
    const FoundAddressees found = find_addressees(passage, language_);
    constexpr std::uint32_t near = 3;  // tokens between the start, or the verb, and the addressee
    doubts.addressee_inside = !found.parties.empty() && found.tokens.from > passage.tokens.from + near;
    return found.again ? repeated_addressees(passage.within(found.tokens)) : parties_of(found.parties);
  }

  /// «Рекомендовать им же …»: those of the decision before.
  std::vector<Party> repeated_addressees(const Passage& ditto) const {
    if (drafts_.leaves.empty()) return {};
    std::vector<Party> parties = drafts_.leaves.back().decision.addressees;
    for (Party& party : parties) {
      party.text = protokol::wording(ditto);
      party.span = source(ditto);
    }
    return parties;
  }

  void set_action(DecisionDraft& draft, const Passage& passage, const Inherited& passed) const {
    Decision& decision = draft.decision;
    const auto asked = decision.addressees.empty() ? Asked::nobody : Asked::somebody;
    const auto own = find_action(passage, asked, language_);
    draft.doubts.no_verb = (!own || own->strength == ActionStrength::noun) && !passed.action;
    if (own || passed.action) {
      decision.action = action_of_leaf(passed.action, own);
      draft.act = own && own->act && (decision.action == Action::other || decision.action == Action::approve);
      decision.action_rule = own ? own->rule : passed.action->rule;
      return;
    }
    // «Справочник сверяет Котова, до 5 мая»
    const bool timed = !decision.deadlines.empty() && has_finite_verb(passage, language_.dictionary);
    const bool charged = timed || !decision.addressees.empty() || !decision.responsible.empty();
    decision.action = charged ? Action::assign : Action::other;
    decision.action_rule = charged ? "decision.charged" : "decision.other";
  }

  // ---- lines behind an item

  void rest(const DecisionNode& item, std::size_t from) {
    for (std::size_t i = from; i < item.units.size(); ++i) {
      const Passage passage = content(item.units[i]);
      if (!closes(passage)) labels_.add(passage);
    }
  }

  const Outline& outline_;
  const Section& section_;
  const std::optional<Date>& date_;
  const Language& language_;
  Drafts& drafts_;
  ItemLabels labels_;
  DecisionTree tree_;
  std::unordered_map<char, std::size_t> bullets_;  ///< how many of each sign the tree has
  std::size_t all_bullets_ = 0;
  std::vector<Inherited> inherited_;  ///< by node
  std::vector<bool> conditional_;     ///< by node: conditions stand under it
};

}  // namespace

void read_items(const Outline& outline, const Section& section, const std::optional<Date>& document_date,
                const Language& language, Drafts& drafts) {
  ItemReader(outline, section, document_date, language, drafts).read();
}

}  // namespace protokol
