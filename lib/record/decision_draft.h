// Decisions in the making: leaves with what is needed to hand votes, control and deadlines out to them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "record/duties.h"
#include "record/protocol.h"
#include "record/votes.h"

namespace protokol {

/// What of a decision was guessed rather than marked in the text. Counted while it is read.
struct Doubts {
  bool no_marker = false;         ///< no number, bullet or table row: cut from running text
  bool run_on = false;            ///< its item begins in the middle of a paragraph
  bool no_verb = false;           ///< no verb tells its action
  bool addressee_inside = false;  ///< who must act stands neither first nor behind the verb
  bool unlabelled_duty = false;  ///< somebody in brackets or behind a dash, without a word that says what for
  bool unknown_deadline = false;  ///< words that no rule of deadlines knows
  bool whole_kept = false;        ///< labels and nothing else, kept as the wording
};

/// One leaf.
struct DecisionDraft {
  Decision decision;
  std::vector<std::string> names;  ///< numbers that other lines may call it by: its own, those above it
  std::uint32_t block = 0;         ///< decisions under one heading
  bool act = false;  ///< complete in itself («выделить») unless somebody is marked responsible for it
  std::string about;  ///< its words, folded, where control is given by subject
  Doubts doubts;
};

/// A control sentence, and the block that it stands in.
struct ControlDraft {
  FoundControl control;
  std::uint32_t block = 0;
  std::vector<std::string> agenda;  ///< the question that the block is about
  std::size_t place = 0;            ///< how many leaves stand before it
};

/// A vote on a candidate of an election.
struct CandidateVote {
  std::string surname;  ///< its first letters, which all its cases share; prepared
  Vote vote;
};

/// What the readings of one document have gathered so far.
struct Drafts {
  std::vector<DecisionDraft> leaves;
  std::vector<ControlDraft> controls;
  std::vector<Claim> claims;
  std::size_t open_from = 0;        ///< leaves from here on wait for a vote
  std::size_t voted_to = 0;         ///< those of them that stand before this one have got it
  std::vector<std::size_t> closed;  ///< the leaves that the last vote closed
  std::size_t closed_at = 0;        ///< how many leaves there were then
  std::uint32_t block = 0;          ///< the block that is being read
};

/// The question that the last leaf is about.
std::vector<std::string> last_agenda(const Drafts& drafts);

/// The names of a number and of those above it: «2.1.3» → «2.1.3», «2.1», «2».
void add_names(const std::string& number, std::vector<std::string>& names);

/// Whether a name in a list of items («2», «а», «3.1») means the leaf: its own number or one above it.
bool is_called(const DecisionDraft& leaf, const std::string& item);

/// Lines call items by their numbers from no further away than a thousand leaves: the first that the next
/// line may call.
std::size_t first_callable(const Drafts& drafts);

/// Gives a vote to the leaves that it closes: the items it names, the rest, or all that wait for one.
/// «Решение принято единогласно» right behind figures adds to them. Drops the leaves that were voted down.
void close_by_vote(Drafts& drafts, const FoundVote& vote);

/// Gives the leaves from `open_from` on that have no vote the one of the candidate whom they name.
void elect_by_votes(Drafts& drafts, const std::vector<CandidateVote>& candidates);

/// Hands control sentences out to the leaves that they cover; `signer` stands for «за собой».
void hand_out_control(Drafts& drafts, const std::optional<Party>& signer, std::span<const AgendaItem> agenda);

}  // namespace protokol
