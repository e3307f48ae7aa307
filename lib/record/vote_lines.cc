// A line is part of a vote where votes are put together from all of its words.
#include "record/vote_lines.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <string>
#include <unordered_set>

#include "base/utf8.h"
#include "record/groups.h"
#include "record/piece_text.h"
#include "record/vote_atoms.h"
#include "record/vote_places.h"
#include "record/votes.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_line = 800;  // bytes
constexpr std::size_t side_count = 4;

/// What a line counts: the sides, and whether each has its figure.
struct VoteLine {
  bool label = false;  ///< «Голосовали:» stands before them
  bool counted = false, unanimous = false;
  bool total = false;  ///< «Итого:» opens it: the sum of a roll call
  std::bitset<side_count> sides;

  bool opens() const { return label || (counted && sides.any()); }
  bool goes_on() const { return !label && counted && sides.any(); }
  bool tells_all() const { return unanimous || (counted && sides.count() > 1); }
};

class VoteLines {
 public:
  VoteLines(std::string_view document, const Language& language)
      : document_(document),
        language_(language),
        openers_(words_of(language.grammar, "votes.openers")),
        totals_(words_of(language.grammar, "votes.totals")) {}

  /// Nothing where the line tells something else, too.
  std::optional<VoteLine> read(const std::vector<Span>& pieces) const {
    if (pieces.empty() || extent(pieces) > longest_line) return std::nullopt;
    const std::string opener = first_word(pieces.front());
    if (!openers_.contains(opener)) return std::nullopt;
    const PieceText text(document_, pieces);
    const Passage whole = text.whole();
    VoteLine line;
    line.total = totals_.contains(opener);
    bool names = false;      // «за – 2: Котов И. И., Рыжик А. А.»
    std::uint32_t told = 0;  // tokens up to here belong to the vote
    for (const VoteAtom& atom : vote_atoms(whole, language_)) {
      names = names || !only_signs(text.text(), told, atom.tokens.from);
      if (!add(atom, line)) {
        // «Итого: «за» – 4, «против» – 1. Решение принято.»
        const bool verdict = line.total && line.counted && is_one_vote(whole);
        return verdict ? std::optional(line) : std::nullopt;
      }
      told = atom.tokens.to;
    }
    names = names || !only_signs(text.text(), told, whole.tokens.to);
    if (names && !is_one_vote(whole)) return std::nullopt;
    return line;
  }

  /// «Котов И. И. – за»: a name, how he voted, and no more.
  bool is_voter(const std::vector<Span>& pieces) const {
    constexpr std::uint32_t longest_voter = 120;  // bytes
    if (pieces.empty() || extent(pieces) > longest_voter) return false;
    const PieceText text(document_, pieces);
    const Passage whole = text.whole();
    const std::vector<VoteAtom> atoms = vote_atoms(whole, language_);
    if (atoms.size() != 1 || atoms.front().kind != VoteAtomKind::side || atoms.front().nil_before)
      return false;
    const std::optional<Span> name =
        VotePlaces(whole, atoms, language_).voter_before(atoms.front().tokens.from);
    return name && only_signs(text.text(), 0, name->from) &&
           only_signs(text.text(), atoms.front().tokens.to, whole.tokens.to);
  }

 private:
  static bool add(const VoteAtom& atom, VoteLine& line) {
    switch (atom.kind) {
      case VoteAtomKind::side:
        if (atom.side == VoteSide::none) return false;
        line.sides.set(static_cast<std::size_t>(atom.side));
        line.counted = line.counted || atom.nil_before;
        return true;
      case VoteAtomKind::number:
      case VoteAtomKind::nil:
      case VoteAtomKind::all:
        line.counted = true;
        return true;
      case VoteAtomKind::unanimous:
        line.counted = line.unanimous = true;
        return true;
      case VoteAtomKind::label:
        line.label = true;
        return true;
      case VoteAtomKind::unit:
      case VoteAtomKind::filler:
        return true;
      default:
        return false;
    }
  }

  bool is_one_vote(const Passage& line) const {
    const std::vector<FoundVote> votes = find_votes(line, language_);
    return votes.size() == 1 && only_signs(*line.text, 0, votes.front().tokens.from) &&
           only_signs(*line.text, votes.front().tokens.to, line.tokens.to);
  }

  static bool only_signs(const TokenText& text, std::uint32_t from, std::uint32_t to) {
    for (; from < to; ++from) {
      if (text.tokens[from].kind != TokenKind::sign) return false;
    }
    return true;
  }

  /// Small letters; quotes and bullets before it do not count.
  std::string first_word(Span line) const {
    std::string word;
    for (std::uint32_t at = line.from; at < line.to;) {
      const utf8::CodePoint letter = utf8::decode(document_, at);
      if (utf8::is_letter(letter.value)) {
        word += utf8::encode(utf8::to_small(letter.value));
      } else if (!word.empty() || utf8::is_digit(letter.value)) {
        break;
      }
      at += letter.size;
    }
    return word;
  }

  std::string_view document_;
  const Language& language_;
  std::unordered_set<std::string> openers_, totals_;
};

}  // namespace

std::optional<std::vector<Block>> with_vote_rows(std::string_view document, const std::vector<Block>& blocks,
                                                 const Language& language) {
  const VoteLines votes(document, language);
  std::optional<std::vector<Block>> lines;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != BlockKind::row) continue;
    const std::optional<VoteLine> vote = votes.read(blocks[i].pieces);
    const bool names_columns = vote && !vote->counted && vote->sides.any();
    if (!vote || !vote->opens() || names_columns) continue;
    if (!lines) lines = blocks;
    Block& line = (*lines)[i];
    line.kind = BlockKind::line;
    line.cells.clear();
    line.table = 0;
    line.ends_paragraph = true;
  }
  return lines;
}

namespace {

/// «- купить дрова / голосовали за 20 против 4»: the vote was taken for the end of an item that no full stop
/// closes. Nothing where the paragraph is no item or its last line no vote; a full line goes on.
std::optional<Paragraph> cut_vote(Paragraph& item, std::string_view document,
                                  const std::vector<Block>& blocks, const VoteLines& votes) {
  if (item.size() < 2 || item.back().wrapped) return std::nullopt;
  const auto& first = blocks[item.front().block].pieces;
  if (first.empty() || utf8::is_letter(utf8::decode(document, first.front().from).value)) return std::nullopt;
  const std::optional<VoteLine> vote = votes.read(blocks[item.back().block].pieces);
  if (!vote || !vote->tells_all()) return std::nullopt;
  Paragraph cut{item.back()};
  item.pop_back();
  return cut;
}

}  // namespace

std::vector<Paragraph> with_whole_votes(std::string_view document, const std::vector<Block>& blocks,
                                        std::vector<Paragraph> paragraphs, const Language& language) {
  const VoteLines votes(document, language);
  const auto pieces_of = [&](const Paragraph& paragraph) {
    std::vector<Span> pieces;
    if (blocks[paragraph.front().block].kind == BlockKind::row) return pieces;
    for (const JoinedLine& line : paragraph) {
      const auto& own = blocks[line.block].pieces;
      pieces.insert(pieces.end(), own.begin(), own.end());
    }
    return pieces;
  };
  std::vector<Paragraph> parted;
  for (Paragraph& paragraph : paragraphs) {
    std::optional<Paragraph> vote = cut_vote(paragraph, document, blocks, votes);
    parted.push_back(std::move(paragraph));
    if (vote) parted.push_back(std::move(*vote));
  }
  std::vector<Paragraph> whole;
  std::optional<VoteLine> open;
  bool calls_roll = false;  // the last paragraph is made of voters
  for (Paragraph& paragraph : parted) {
    const std::vector<Span> pieces = pieces_of(paragraph);
    const std::optional<VoteLine> vote = votes.read(pieces);
    const bool voter =
        !vote && (calls_roll || (open && open->label && !open->counted)) && votes.is_voter(pieces);
    const bool sums_up = vote && vote->total && vote->counted && (calls_roll || (open && open->label));
    const bool goes_on = open && vote && vote->goes_on() && (open->sides & vote->sides).none();
    if (voter || sums_up || goes_on) {
      if (open && vote) open->sides |= vote->sides;
      whole.back().insert(whole.back().end(), paragraph.begin(), paragraph.end());
      calls_roll = voter;
      continue;
    }
    open = vote && vote->opens() ? vote : std::nullopt;
    calls_roll = false;
    whole.push_back(std::move(paragraph));
  }
  return whole;
}

}  // namespace protokol
