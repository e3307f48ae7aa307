// Decisions, block by block: the tree of items gives leaves, lead-ins pass on what they say, votes and control
// sentences are handed out at the end.
#include "record/decisions.h"

#include <utility>

#include "record/decision_draft.h"
#include "record/decision_items.h"
#include "record/decision_table.h"

namespace protokol {

namespace {

class Reader {
 public:
  Reader(const Outline& outline, const std::vector<Section>& sections, const DecisionContext& context,
         const Language& language)
      : outline_(outline), sections_(sections), context_(context), language_(language) {}

  FoundDecisions read() {
    for (const Section& section : sections_) read(section);
    apply_pending();
    hand_out_control(drafts_, context_.signer);
    return finished();
  }

 private:
  void read(const Section& section) {
    switch (section.kind) {
      case SectionKind::decisions:
        return read_block(section);
      case SectionKind::vote:
        return read_votes(section);
      case SectionKind::heard:
      case SectionKind::spoke:
      case SectionKind::discussion:
        return leave_block();
      default:
        return;
    }
  }

  void read_block(const Section& section) {
    const bool heads = outline_.units[section.from].heading.section == SectionKind::decisions;
    if (heads || !in_block_) begin_block();
    in_block_ = true;
    read_heading_vote(outline_.units[section.from]);
    for (std::uint32_t from = section.from; from < section.to;) {
      std::uint32_t to = from + 1;
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

  void begin_block() {
    apply_pending();
    ++drafts_.block;
    drafts_.open_from = drafts_.leaves.size();
  }

  void leave_block() {
    in_block_ = false;
    if (drafts_.leaves.size() > drafts_.open_from) apply_pending();
  }

  /// «ПОСТАНОВИЛИ (открытым голосованием, «за» – 16):»
  void read_heading_vote(const Unit& unit) {
    if (!unit.heading.found()) return;
    const Passage heading = outline_.whole(unit).within(unit.heading.tokens);
    for (FoundVote& vote : find_votes(heading, language_)) drafts_.pending.push_back(std::move(vote));
  }

  void read_votes(const Section& section) {
    for (std::uint32_t i = section.from; i < section.to; ++i) {
      const Unit& unit = outline_.units[i];
      const Passage whole = outline_.whole(unit);
      const std::vector<FoundVote> votes = unit.kind == UnitKind::row ? row_votes(unit) : find_votes(whole, language_);
      for (const FoundVote& vote : votes) {
        if (!vote.tokens.empty() && unit.kind != UnitKind::row) {
          drafts_.claims.push_back({source(whole.within(vote.tokens)), vote.vote.rule, "decisions.vote", ""});
        }
        take(vote);
      }
      if (unit.kind == UnitKind::paragraph) read_sentences_behind_vote(outline_, i, votes, language_, drafts_);
    }
  }

  std::vector<FoundVote> row_votes(const Unit& row) { return vote_rows_.read(outline_, row, language_, drafts_); }

  /// A vote closes the decisions before it, where they are of its block and have none; else it waits for those
  /// that follow.
  void take(const FoundVote& vote) {
    const bool waiting = drafts_.leaves.size() > drafts_.open_from && in_block_;
    if (!waiting) {
      drafts_.pending.push_back(vote);
      return;
    }
    close_by_vote(drafts_, vote);
  }

  void apply_pending() {
    for (const FoundVote& vote : std::exchange(drafts_.pending, {})) close_by_vote(drafts_, vote);
  }

  FoundDecisions finished() {
    FoundDecisions found;
    found.claims = std::move(drafts_.claims);
    for (DecisionDraft& leaf : drafts_.leaves) found.decisions.push_back(std::move(leaf.decision));
    return found;
  }

  const Outline& outline_;
  const std::vector<Section>& sections_;
  const DecisionContext& context_;
  const Language& language_;
  Drafts drafts_;
  DecisionTable table_;
  VoteTable vote_rows_;
  bool in_block_ = false;
};

}  // namespace

FoundDecisions read_decisions(const Outline& outline, const std::vector<Section>& sections,
                              const DecisionContext& context, const Language& language) {
  return Reader(outline, sections, context, language).read();
}

}  // namespace protokol
