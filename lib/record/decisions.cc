// Decisions, block by block: the tree of items gives leaves, lead-ins pass on what they say, votes and
// control sentences are handed out at the end.
#include "record/decisions.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "record/confidence.h"
#include "record/decision_draft.h"
#include "record/decision_items.h"
#include "record/decision_table.h"
#include "record/sentences.h"

namespace protokol {

namespace {

class Reader {
 public:
  Reader(const Outline& outline, const std::vector<Section>& sections, const DecisionContext& context,
         const Language& language)
      : outline_(outline), sections_(sections), context_(context), language_(language) {}

  FoundDecisions read() {
    for (const Section& section : sections_) read(section);
    finish_block();
    hand_out_control(drafts_, context_.signer, context_.agenda);
    return finished();
  }

 private:
  void read(const Section& section) {
    if (section.questions != talked_of_) leave_question();
    talked_of_ = section.questions;
    switch (section.kind) {
      case SectionKind::decisions:
        read_block(section);
        break;
      case SectionKind::vote:
        read_votes(section.from, section.to);
        break;
      case SectionKind::heard:
      case SectionKind::spoke:
      case SectionKind::discussion:
        read_talk(section);
        break;
      case SectionKind::signatures:
        for (std::uint32_t i = section.from; i < section.to; ++i) read_control_line(outline_.units[i]);
        break;
      default:
        break;
    }
  }

  /// What was voted on a question before any decision waits: all decisions may stand in one list at the end.
  void leave_question() {
    if (talked_of_.size() == 1 && pending_.size() == 1)
      unanswered_.push_back({talked_of_.front(), pending_.front()});
    pending_.clear();
    if (in_block_) elect_by_votes(drafts_, candidates_);
    candidates_.clear();
  }

  /// «Контроль исполнения решений – …» outside any list: behind a table or the votes, before the signatures.
  /// Whether the unit is such a line.
  bool read_control_line(const Unit& unit) {
    if (drafts_.leaves.empty() || unit.kind == UnitKind::row || unit.heading.found()) return false;
    if (unit.marker.kind != MarkerKind::none || unit.tokens.empty()) return false;
    return note_control(outline_.content(unit));
  }

  /// Whether the words are on control; such of no item are on the whole block.
  bool note_control(const Passage& words) {
    const std::vector<FoundControl> controls = read_control(words, language_);
    if (controls.empty()) return false;
    for (FoundControl control : controls) {
      if (control.reach == ControlReach::itself) control.reach = ControlReach::block;
      drafts_.controls.push_back(
          {std::move(control), drafts_.block, last_agenda(drafts_), drafts_.leaves.size()});
    }
    drafts_.claims.push_back({source(words), "decision.control", "decisions", ""});
    return true;
  }

  /// Sentences on control that stand in the unit behind its votes.
  void read_behind_votes(std::uint32_t unit, const std::vector<FoundVote>& votes) {
    Passage passage = outline_.content(outline_.units[unit]);
    for (const FoundVote& vote : votes) passage.tokens.from = std::max(passage.tokens.from, vote.tokens.to);
    if (passage.empty()) return;
    for (const Span sentence : sentences_of(passage, language_.dictionary))
      note_control(passage.within(sentence));
  }

  /// A heading opens a block of its own, unless it only goes on with the decisions on the same question.
  void read_block(const Section& section) {
    if (!in_block_ || section.questions != questions_) begin_block(section);
    read_heading_vote(outline_.units[section.from]);
    for (std::uint32_t from = section.from; from < section.to;) {
      const bool behind_table = from > section.from && outline_.units[from - 1].kind == UnitKind::row;
      std::uint32_t to = from + 1;
      if (behind_table && read_control_line(outline_.units[from])) {
        from = to;
        continue;
      }
      while (to < section.to && outline_.units[to].kind == outline_.units[from].kind) ++to;
      const Section part{section.kind, section.questions, from, to};
      if (outline_.units[from].kind == UnitKind::row) {
        table_.read(outline_, part, context_.document_date, language_, drafts_);
      } else {
        read_items(outline_, part, context_.document_date, language_, drafts_);
      }
      from = to;
    }
  }

  void begin_block(const Section& section) {
    finish_block();
    opening_ = std::exchange(pending_, {});
    ++drafts_.block;
    drafts_.open_from = drafts_.leaves.size();
    drafts_.closed.clear();
    questions_ = section.questions;
    in_block_ = true;
  }

  /// Votes that stood before the block are for those of its decisions that have none.
  void finish_block() {
    elect_by_votes(drafts_, candidates_);
    if (in_block_) answer_by_number();
    for (const FoundVote& vote : std::exchange(opening_, {})) close_by_vote(drafts_, vote);
    in_block_ = false;
  }

  /// «По первому вопросу: «за» – 5 … По второму вопросу: «за» – 3 … РЕШИЛИ: 1. … 2. …»: where every question
  /// that was voted on has the decision of its number, that decision answers it.
  void answer_by_number() {
    std::vector<QuestionVote> votes = std::exchange(unanswered_, {});
    if (votes.empty()) return;
    const bool others =
        questions_.size() == 1 && opening_.empty() && votes.back().question != questions_.front();
    if (others) return;
    if (questions_.size() == 1 && opening_.size() == 1)
      votes.push_back({questions_.front(), opening_.front()});
    std::unordered_map<std::string_view, DecisionDraft*> numbered;
    for (std::size_t i = drafts_.open_from; i < drafts_.leaves.size(); ++i) {
      numbered.try_emplace(drafts_.leaves[i].decision.number.value, &drafts_.leaves[i]);
    }
    std::vector<DecisionDraft*> answers;
    for (const QuestionVote& one : votes) {
      const auto leaf = numbered.find(one.question);
      if (leaf == numbered.end()) return;
      answers.push_back(leaf->second);
    }
    opening_.clear();
    for (std::size_t i = 0; i < votes.size(); ++i) {
      answers[i]->decision.agenda = {votes[i].question};
      if (answers[i]->decision.vote.empty()) answers[i]->decision.vote = votes[i].vote.vote;
    }
  }

  /// Right behind a block a line may be its vote; anything else ends the block. Votes on candidates stand in
  /// the talk, too.
  void read_talk(const Section& section) {
    std::uint32_t from = section.from;
    while (in_block_ && from < section.to && is_closing_vote(outline_.units[from]))
      read_votes(from, from + 1), ++from;
    if (from == section.to) return;
    finish_block();
    for (; from < section.to; ++from) {
      if (note_question_vote(outline_.units[from])) continue;
      note_candidates(outline_.units[from]);
      read_control_line(outline_.units[from]);
    }
  }

  bool is_closing_vote(const Unit& unit) const {
    if (unit.kind == UnitKind::row || unit.heading.found() || unit.marker.kind != MarkerKind::none)
      return false;
    return is_vote_line(outline_.content(unit), language_);
  }

  /// «По первому вопросу: «за» – 28, «против» – 1» in a list of votes: for the decisions on that question,
  /// printed already or below.
  bool note_question_vote(const Unit& unit) {
    if (unit.kind == UnitKind::row || unit.heading.questions.size() != 1 || unit.tokens.empty()) return false;
    const Passage content = outline_.content(unit);
    if (!is_vote_line(content, language_)) return false;
    const std::string& question = unit.heading.questions.front();
    for (const FoundVote& vote : find_votes(content, language_)) {
      drafts_.claims.push_back({source(content.within(vote.tokens)), vote.vote.rule, "decisions.vote", ""});
      if (!vote_on_printed(question, vote)) unanswered_.push_back({question, vote});
    }
    return true;
  }

  bool vote_on_printed(const std::string& question, const FoundVote& vote) {
    bool found = false;
    for (std::size_t i = first_callable(drafts_); i < drafts_.leaves.size(); ++i) {
      DecisionDraft& leaf = drafts_.leaves[i];
      if (std::ranges::find(leaf.decision.agenda, question) == leaf.decision.agenda.end()) continue;
      if (leaf.decision.vote.empty()) leaf.decision.vote = vote.vote;
      found = true;
    }
    return found;
  }

  /// The first letters of the first word that is no initial.
  static std::string surname_in(const Passage& name) {
    constexpr std::size_t shortest = 3, stem = 5;
    for (std::uint32_t t = name.tokens.from; t < name.tokens.to; ++t) {
      if (is_word(*name.text, t) && name.at(t).size() >= shortest)
        return std::string(name.at(t).substr(0, stem));
    }
    return {};
  }

  void note_candidates(const Unit& unit) {
    if (unit.kind == UnitKind::row) return note_candidate(unit);
    const Passage content = outline_.content(unit);
    for (const FoundVote& vote : find_votes(content, language_)) {
      if (vote.candidate) candidates_.push_back({surname_in(content.within(*vote.candidate)), vote.vote});
    }
  }

  /// A row «Котов И. И. | за 5 | против 3».
  void note_candidate(const Unit& row) {
    CandidateVote candidate;
    for (const Passage& cell : row.cells) {
      const std::vector<FoundVote> votes = find_votes(cell, language_);
      if (votes.empty() && candidate.surname.empty()) candidate.surname = surname_in(cell);
      for (const FoundVote& vote : votes) {
        if (vote.vote.in_favour) candidate.vote.in_favour = vote.vote.in_favour;
        if (vote.vote.against) candidate.vote.against = vote.vote.against;
        if (vote.vote.abstained) candidate.vote.abstained = vote.vote.abstained;
        candidate.vote.span = source(cell.within(vote.tokens));
        drafts_.claims.push_back({candidate.vote.span, vote.vote.rule, "decisions.vote", ""});
      }
    }
    if (!candidate.vote.empty()) candidates_.push_back(std::move(candidate));
  }

  /// «ПОСТАНОВИЛИ (открытым голосованием, «за» – 16):»
  void read_heading_vote(const Unit& unit) {
    if (!unit.heading.found()) return;
    const Passage heading = outline_.whole(unit).within(unit.heading.tokens);
    for (FoundVote& vote : find_votes(heading, language_)) opening_.push_back(std::move(vote));
  }

  void read_votes(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i) {
      const Unit& unit = outline_.units[i];
      if (unit.kind == UnitKind::row) {
        take(vote_rows_.read(outline_, unit, language_, drafts_));
        continue;
      }
      const Passage whole = outline_.whole(unit);
      const std::vector<FoundVote> votes = find_votes(whole, language_);
      for (const FoundVote& vote : votes) {
        drafts_.claims.push_back({source(whole.within(vote.tokens)), vote.vote.rule, "decisions.vote", ""});
      }
      take(votes);
      read_behind_votes(i, votes);
    }
  }

  /// Votes close the decisions before them, where there are any in the block; else they wait for those that
  /// follow.
  void take(const std::vector<FoundVote>& votes) {
    for (const FoundVote& vote : votes) take(vote);
  }

  void take(const FoundVote& vote) {
    const bool waiting = in_block_ && drafts_.leaves.size() > drafts_.open_from;
    if (waiting || (vote.everywhere && !drafts_.leaves.empty())) return close_by_vote(drafts_, vote);
    if (in_block_)
      opening_.push_back(vote);
    else if (vote.verdict == Verdict::not_adopted)
      pending_.clear();
    else
      pending_.push_back(vote);
  }

  FoundDecisions finished() {
    FoundDecisions found;
    found.claims = std::move(drafts_.claims);
    for (DecisionDraft& leaf : drafts_.leaves) {
      if (leaf.act && !leaf.decision.responsible.empty()) leaf.decision.action = Action::assign;
      leaf.decision.confidence = confidence_of(leaf);
      found.decisions.push_back(std::move(leaf.decision));
    }
    return found;
  }

  struct QuestionVote {
    std::string question;
    FoundVote vote;
  };

  const Outline& outline_;
  const std::vector<Section>& sections_;
  const DecisionContext& context_;
  const Language& language_;
  Drafts drafts_;
  DecisionTable table_;
  VoteTable vote_rows_;
  std::vector<FoundVote> pending_;         ///< votes of the talk, for the next block
  std::vector<QuestionVote> unanswered_;   ///< votes on questions that no decision stood under
  std::vector<CandidateVote> candidates_;  ///< of the question that is talked of
  std::vector<FoundVote> opening_;         ///< votes that stood before the block that is being read
  std::vector<std::string> questions_;     ///< of the block
  std::vector<std::string> talked_of_;     ///< of the last section
  bool in_block_ = false;
};

}  // namespace

FoundDecisions read_decisions(const Outline& outline, const std::vector<Section>& sections,
                              const DecisionContext& context, const Language& language) {
  return Reader(outline, sections, context, language).read();
}

}  // namespace protokol
