// From lines to units: paragraphs are joined, then cut where a heading or the next item of a list begins.
#include "record/outline.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "base/time_limit.h"
#include "record/glued_table.h"
#include "record/groups.h"
#include "record/headed_rows.h"
#include "record/listed_rows.h"
#include "record/paragraphs.h"
#include "record/parted_names.h"
#include "record/side_by_side.h"
#include "record/signed_rows.h"
#include "record/spaced_table.h"
#include "record/stacked_table.h"
#include "record/vote_lines.h"

namespace protokol {

namespace {

using Words = std::unordered_set<std::string>;

Words words_of(const Grammar& grammar, std::string_view name) {
  Words words;
  if (const Table* table = grammar.table(name)) {
    for (const auto& row : *table) words.insert(row.begin(), row.end());
  }
  return words;
}

bool is_talk(SectionKind kind) {
  return kind == SectionKind::heard || kind == SectionKind::spoke || kind == SectionKind::decisions;
}

/// Cuts one paragraph's text into units.
class Cutter {
 public:
  /// `place`: where the paragraph stands; the last ones may hold the foot.
  enum class Place : std::uint8_t { inner, last, last_behind_talk };

  Cutter(const Passage& paragraph, Place place, const Language& language, const Words& abbreviations)
      : paragraph_(paragraph), text_(*paragraph.text), place_(place), abbreviations_(abbreviations) {
    skip_page_number(language);
    headings_ = headings_behind_marker(language);
    find_candidates();
    if (place != Place::inner) find_signatures(language);
  }

  /// Tokens of a page number that stands before the first item; empty where there is none.
  Span page_number() const { return page_number_; }

  std::vector<Unit> cut() {
    std::vector<Unit> units;
    std::uint32_t from = paragraph_.tokens.from;
    while (from < paragraph_.tokens.to) {
      Unit unit = begin_unit(from);
      const std::uint32_t end = end_of(unit);
      unit.whole = {from, end};
      unit.tokens.to = end;
      unit.inside = from > paragraph_.tokens.from;
      units.push_back(std::move(unit));
      from = end;
    }
    return units;
  }

 private:
  /// A marker in the middle of the paragraph, where an item may begin.
  struct Candidate {
    std::uint32_t at = 0;
    Marker marker;
  };

  /// «Присутствовало: 7.»: a number at the end begins no item.
  Marker marker_from(std::uint32_t at) const {
    Marker marker = marker_at(paragraph_.within({at, paragraph_.tokens.to}));
    const bool ends = at > paragraph_.tokens.from && marker.tokens.to == paragraph_.tokens.to;
    return ends ? Marker() : marker;
  }

  /// «29 4. Утвердить …»: a page number went into the text.
  void skip_page_number(const Language& language) {
    const std::uint32_t from = paragraph_.tokens.from;
    if (paragraph_.tokens.size() < 3 || text_.tokens[from].kind != TokenKind::number) return;
    const Token& next = text_.tokens[from + 1];
    if (!next.space_before || text_.at(from).size() > 3) return;
    const Marker marker = marker_from(from + 1);
    const bool item = next.kind == TokenKind::number && marker.kind == MarkerKind::number && marker.sign != 0;
    if (!item && !(next.capital && begins_with_heading(from + 1, language))) return;
    page_number_ = {from, from + 1};
    paragraph_.tokens.from = from + 1;
  }

  bool begins_with_heading(std::uint32_t at, const Language& language) const {
    constexpr std::uint32_t near = 24;  // tokens that a heading may take
    const std::vector<Heading> headings =
        find_headings(paragraph_.within({at, std::min(at + near, paragraph_.tokens.to)}), language);
    return !headings.empty() && headings.front().tokens.from == at;
  }

  std::vector<Heading> headings_behind_marker(const Language& language) const {
    const Marker marker = marker_at(paragraph_);
    const std::uint32_t from = marker.kind == MarkerKind::none ? paragraph_.tokens.from : marker.tokens.to;
    return find_headings(paragraph_.within({from, paragraph_.tokens.to}), language);
  }

  void find_candidates() {
    for (std::uint32_t at = paragraph_.tokens.from + 1; at < paragraph_.tokens.to; ++at) {
      const bool open = may_stand_behind(at);
      if (!open && !is_bracketed_number(at)) continue;
      Marker marker = marker_from(at);
      if (marker.kind == MarkerKind::none || !(open || counts_on(marker))) continue;
      candidates_.push_back({at, std::move(marker)});
    }
  }

  bool is_bracketed_number(std::uint32_t at) const {
    return text_.tokens[at].kind == TokenKind::number && is_sign(text_, at + 1, ")") &&
           text_.tokens[at].space_before;
  }

  /// «1) О крыше 2) О заборе»: the next number needs no stop before it where a capital stands behind.
  bool counts_on(const Marker& marker) const {
    const std::uint32_t word = marker.tokens.to;
    if (word >= paragraph_.tokens.to || !text_.tokens[word].capital) return false;
    if (!candidates_.empty()) return may_follow(candidates_.back().marker, marker);
    const Marker first = marker_from(paragraph_.tokens.from);
    return first.kind != MarkerKind::none ? may_follow(first, marker)
                                          : marker.path == std::vector<std::uint32_t>{1};
  }

  /// «… единогласно. Председатель И. И. Котов Секретарь А. А. Мышкин»: the foot within the last paragraph.
  void find_signatures(const Language& language) {
    constexpr std::uint32_t longest_foot = 48;
    const std::string_view offices = group_named(language.grammar, "office");
    if (offices.empty() || paragraph_.tokens.size() < 2) return;
    const Span tail{paragraph_.tokens.to - std::min(longest_foot, paragraph_.tokens.size() - 1),
                    paragraph_.tokens.to};
    for (std::uint32_t at = tail.from; at < tail.to; ++at) {
      if (!behind_talk(at) || !text_.tokens[at].capital || text_.at(at).size() < 3 ||
          !(is_sign(text_, at - 1, ".)") || is_word(text_, at - 1)))
        continue;
      if (!opens_with({at, tail.to}, offices, language)) continue;
      bool second = false;
      for (std::uint32_t next = at + 2; next < tail.to && !second; ++next) {
        second = text_.tokens[next].capital && opens_with({next, tail.to}, offices, language);
      }
      if (!second && !names_somebody(paragraph_.within({at, tail.to}))) continue;
      foot_ = at;
      return;
    }
  }

  /// Whether talk or decisions stand before the token: names of officers among those present are no foot.
  bool behind_talk(std::uint32_t at) const {
    return place_ == Place::last_behind_talk || std::ranges::any_of(headings_, [at](const Heading& heading) {
             return heading.tokens.from < at && heading.section && is_talk(*heading.section);
           });
  }

  bool opens_with(Span tokens, std::string_view group, const Language& language) const {
    const auto marks = language.grammar.find(text_, tokens, group);
    return !marks.empty() && marks.front().tokens.from == tokens.from;
  }

  /// Initials.
  static bool names_somebody(const Passage& passage) {
    for (std::uint32_t t = passage.tokens.from; t + 1 < passage.tokens.to; ++t) {
      if (passage.at(t).size() == 1 && passage.token(t).capital && is_sign(*passage.text, t + 1, "."))
        return true;
    }
    return false;
  }

  /// The heading that begins at the token, if one does.
  const Heading* heading_at(std::uint32_t token) const {
    const auto heading =
        std::ranges::lower_bound(headings_, token, {}, [](const Heading& h) { return h.tokens.from; });
    return heading != headings_.end() && heading->tokens.from == token ? &*heading : nullptr;
  }

  Unit begin_unit(std::uint32_t from) {
    Unit unit;
    unit.marker = marker_from(from);
    std::uint32_t at = unit.marker.kind == MarkerKind::none ? from : unit.marker.tokens.to;
    const Heading* heading = heading_at(at);
    const bool lead_in = heading && heading->leads && unit.marker.kind != MarkerKind::none;
    if (heading && !lead_in) {
      unit.heading = *heading;
      at = heading->tokens.to;
      while (at < paragraph_.tokens.to && is_sign(text_, at, ":.")) ++at;
      if (unit.heading.section == SectionKind::decisions) numbers_ = {};
    }
    unit.tokens = {at, at};
    note(unit.marker);
    return unit;
  }

  void note(const Marker& marker) {
    if (marker.kind == MarkerKind::number) numbers_ = marker;
    if (marker.kind == MarkerKind::number || marker.kind == MarkerKind::letter) letters_ = {};
    if (marker.kind == MarkerKind::letter) letters_ = marker;
    if (marker.kind == MarkerKind::roman) romans_ = marker;
  }

  const Marker& last_of(MarkerKind kind) const {
    return kind == MarkerKind::number ? numbers_ : kind == MarkerKind::letter ? letters_ : romans_;
  }

  std::uint32_t end_of(const Unit& unit) {
    const std::uint32_t at = unit.tokens.from;
    if (unit.heading.found() && at < paragraph_.tokens.to && may_open(at)) return at;
    std::uint32_t end = paragraph_.tokens.to;
    const auto heading =
        std::ranges::upper_bound(headings_, at, {}, [](const Heading& h) { return h.tokens.from; });
    if (heading_at(at) && unit.heading.found())
      end = at;
    else if (heading != headings_.end())
      end = heading->tokens.from;
    if (foot_ > at && foot_ < end) end = foot_;
    while (next_candidate_ < candidates_.size() && candidates_[next_candidate_].at <= at) ++next_candidate_;
    for (; next_candidate_ < candidates_.size() && candidates_[next_candidate_].at < end; ++next_candidate_) {
      if (begins_unit(next_candidate_)) return candidates_[next_candidate_].at;
    }
    return end;
  }

  /// Whether a list opens right at `at`, behind a heading.
  bool may_open(std::uint32_t at) const {
    const Marker marker = marker_from(at);
    if (marker.kind == MarkerKind::none || marker.kind == MarkerKind::bullet) return false;
    return !marker.capital || marker.kind == MarkerKind::roman;
  }

  bool begins_unit(std::size_t index) const {
    const auto& [at, marker] = candidates_[index];
    if (marker.kind == MarkerKind::bullet) return marker.sign == '\x95' && text_.tokens[at].space_before;
    if (marker.kind != MarkerKind::letter && heading_at(marker.tokens.to)) return true;
    if (marker.kind == MarkerKind::letter && marker.sign == '.') return false;
    const Marker& last = last_of(marker.kind);
    if (last.kind != MarkerKind::none && may_follow(last, marker)) return true;
    return may_open_list(marker) && opens_here(index);
  }

  /// A list opens behind a colon, or behind a sentence where its second item follows.
  bool opens_here(std::size_t index) const {
    constexpr std::size_t farthest = 40;
    const auto& [at, marker] = candidates_[index];
    if (is_sign(text_, at - 1, ":")) return true;
    if (marker.kind == MarkerKind::letter) return false;
    const std::size_t last = std::min(candidates_.size(), index + farthest);
    for (std::size_t next = index + 1; next < last; ++next) {
      if (may_follow(marker, candidates_[next].marker)) return true;
    }
    return false;
  }

  /// An item may stand behind the end of a sentence, of a clause or of a heading.
  bool may_stand_behind(std::uint32_t at) const {
    const TokenKind kind = text_.tokens[at].kind;
    if (kind == TokenKind::sign) return is_sign(text_, at, "\x95(\xA7");
    if (kind == TokenKind::word && text_.at(at).size() > 5) return false;
    if (kind == TokenKind::word && is_sign(text_, at - 1, ",")) return true;
    return is_sign(text_, at - 1, ".;:!?)\"") && !behind_abbreviation(at);
  }

  /// «п. 3.2», «см. 4.»
  bool behind_abbreviation(std::uint32_t at) const {
    if (!is_sign(text_, at - 1, ".") || at < paragraph_.tokens.from + 2 || !is_word(text_, at - 2))
      return false;
    return text_.at(at - 2).size() <= 4 && abbreviations_.contains(to_utf8(text_.at(at - 2)));
  }

  Passage paragraph_;
  const TokenText& text_;
  Place place_;
  const Words& abbreviations_;
  Span page_number_;
  std::vector<Heading> headings_;
  std::vector<Candidate> candidates_;
  std::uint32_t foot_ = 0;  ///< where signatures begin; 0 where there are none
  std::size_t next_candidate_ = 0;
  Marker numbers_, letters_, romans_;  ///< the last of each kind
};

class Builder {
 public:
  Builder(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document),
        blocks_(blocks),
        language_(language),
        openers_(words_of(language.grammar, "lines.openers")),
        abbreviations_(words_of(language.grammar, "numbers.abbreviations")),
        sides_(words_of(language.grammar, "people.sides")),
        furniture_(group_named(language.grammar, "furniture")) {
    outline_.document = document;
  }

  Outline build() {
    const LineWords words{
        [this](std::string_view word) { return openers_.contains(std::string(word)); },
        [this](std::string_view word) { return abbreviations_.contains(std::string(word)); },
        [this](std::string_view word) { return sides_.contains(std::string(word)); }};
    note_page_furniture();
    constexpr std::size_t foot_paragraphs = 4;
    const std::vector<Paragraph> paragraphs =
        with_whole_votes(document_, blocks_, join_lines(document_, blocks_, words), language_);
    for (std::size_t i = 0; i < paragraphs.size() && !time_is_up(); ++i) {
      const bool inner = i + foot_paragraphs < paragraphs.size();
      add(paragraphs[i], inner        ? Cutter::Place::inner
                         : has_talk() ? Cutter::Place::last_behind_talk
                                      : Cutter::Place::last);
    }
    drop_lone_letters();
    number_bare_lists();
    outline_.units.shrink_to_fit();  // what growing leaves over is as much as the text of a large document
    return std::move(outline_);
  }

 private:
  bool has_talk() const {
    return std::ranges::any_of(outline_.units, [](const Unit& unit) {
      return unit.heading.section && is_talk(*unit.heading.section);
    });
  }

  void note_page_furniture() {
    for (const Block& block : blocks_) {
      if (!block.page_furniture) continue;
      for (const Span piece : block.pieces) outline_.furniture.push_back({piece, "layout.page", "", ""});
    }
  }

  const TokenText& prepared(const std::vector<Span>& pieces) {
    outline_.texts.push_back(tokenize(prepare(document_, pieces), document_));
    return outline_.texts.back();
  }

  /// Tells the tokens of the last text before which a full line only ended.
  void note_wraps(const Paragraph& paragraph) {
    TokenText& text = outline_.texts.back();
    std::uint32_t token = 0;
    for (const JoinedLine& line : paragraph) {
      if (!line.wrapped) continue;
      const std::uint32_t from = blocks_[line.block].pieces.front().from;
      while (token < text.size() && text.prepared.source[text.tokens[token].from] < from) ++token;
      if (token < text.size()) text.tokens[token].wrap_before = true;
    }
  }

  void add(const Paragraph& paragraph, Cutter::Place place) {
    const Block& first = blocks_[paragraph.front().block];
    if (first.kind == BlockKind::row) return add_row(first);
    std::vector<Span> pieces;
    for (const JoinedLine& line : paragraph) {
      const auto& own = blocks_[line.block].pieces;
      pieces.insert(pieces.end(), own.begin(), own.end());
    }
    const TokenText& text = prepared(pieces);
    note_wraps(paragraph);
    const Passage whole{&text, document_, {0, text.size()}};
    if (whole.empty()) return;
    if (const auto mark = furniture(whole)) {
      outline_.furniture.push_back(
          {source(whole), std::string(language_.grammar.rule_name(mark->rule)), "", ""});
      return;
    }
    Cutter cutter(whole, place, language_, abbreviations_);
    if (!cutter.page_number().empty()) {
      outline_.furniture.push_back({text.source(cutter.page_number()), "layout.page", "", ""});
    }
    for (Unit& unit : cutter.cut()) {
      if (!unit.inside) unit.blank_before = first.blank_before;
      add_unit(std::move(unit), first);
    }
  }

  void add_unit(Unit unit, const Block& block) {
    unit.text = static_cast<std::uint32_t>(outline_.texts.size() - 1);
    unit.indent = block.indent;
    unit.emphasis = block.emphasis;
    unit.table = block.table;
    outline_.units.push_back(std::move(unit));
  }

  /// A phrase of web furniture that takes the whole line.
  std::optional<Mark> furniture(const Passage& whole) const {
    constexpr std::uint32_t longest = 60;
    const Passage line = trimmed(whole, "-\x95");
    if (furniture_.empty() || line.tokens.size() > longest) return std::nullopt;
    for (Mark& mark : language_.grammar.find(*line.text, line.tokens, furniture_)) {
      if (mark.tokens == line.tokens) return std::move(mark);
    }
    return std::nullopt;
  }

  void add_row(const Block& row) {
    Unit unit;
    unit.kind = UnitKind::row;
    for (const Cell& cell : row.cells) {
      const TokenText& text = prepared(cell.pieces);
      unit.cells.push_back({&text, document_, {0, text.size()}});
      unit.merged.push_back(cell.merged);
    }
    prepared({});
    unit.blank_before = row.blank_before;
    add_unit(std::move(unit), row);
  }

  /// «А. …» may be an initial, «г. …» a town: a letter with a full stop is a marker only beside its like.
  void drop_lone_letters() {
    auto& units = outline_.units;
    const auto doubtful = [](const Unit& unit) {
      return unit.marker.kind == MarkerKind::letter && unit.marker.sign == '.';
    };
    std::vector<bool> kept(units.size(), false);
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
      if (!doubtful(units[i]) || !doubtful(units[i + 1])) continue;
      if (may_follow(units[i].marker, units[i + 1].marker)) kept[i] = kept[i + 1] = true;
    }
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (!doubtful(units[i]) || kept[i]) continue;
      units[i].marker = Marker();
      if (!units[i].heading.found()) units[i].tokens.from = units[i].whole.from;
    }
  }

  /// «1 Ремонт крыши / 2 Покупка дров»: lines that count from one, without a sign behind the number.
  void number_bare_lists() {
    auto& units = outline_.units;
    for (std::size_t from = 0; from < units.size(); ++from) {
      std::size_t to = from;
      while (to < units.size() && bare_number(units[to]) == to - from + 1) ++to;
      if (to < from + 2) continue;
      for (std::size_t i = from; i < to; ++i)
        mark_bare_number(units[i], static_cast<std::uint32_t>(i - from + 1));
      from = to - 1;
    }
  }

  /// The number that a line begins with where a capitalised word follows; 0 where none does.
  std::size_t bare_number(const Unit& unit) const {
    if (unit.kind != UnitKind::paragraph || unit.inside || unit.marker.kind != MarkerKind::none ||
        unit.heading.found() || unit.tokens.size() < 2)
      return 0;
    const TokenText& text = outline_.texts[unit.text];
    const std::uint32_t first = unit.tokens.from;
    const Token& next = text.tokens[first + 1];
    if (text.tokens[first].kind != TokenKind::number || text.at(first).size() > 2) return 0;
    if (next.kind != TokenKind::word || !next.capital || !next.space_before) return 0;
    std::size_t number = 0;
    for (const char digit : text.at(first)) number = number * 10 + static_cast<std::size_t>(digit - '0');
    return number;
  }

  static void mark_bare_number(Unit& unit, std::uint32_t number) {
    unit.marker.kind = MarkerKind::number;
    unit.marker.path = {number};
    unit.marker.text = std::to_string(number);
    unit.marker.tokens = {unit.tokens.from, unit.tokens.from + 1};
    ++unit.tokens.from;
  }

  std::string_view document_;
  const std::vector<Block>& blocks_;
  const Language& language_;
  Words openers_, abbreviations_, sides_;
  std::string_view furniture_;
  Outline outline_;
};

std::string quoted(const Passage& passage) { return "«" + wording(passage) + "»"; }

}  // namespace

Outline outline_of(const Document& document, const Language& language) {
  // In this order: what lost its borders becomes a table before rows that are none become lines.
  constexpr std::array stages{with_glued_tables,  with_spaced_tables, with_stacked_tables,
                              with_columns_apart, with_listed_rows,   with_headed_rows,
                              with_whole_names,   with_signed_rows,   with_vote_rows};
  std::vector<Block> changed;
  const std::vector<Block>* blocks = &document.blocks;
  for (const auto stage : stages) {
    std::optional<std::vector<Block>> next = stage(document.text, *blocks, language);
    if (!next) continue;
    changed = *std::move(next);
    blocks = &changed;
  }
  return Builder(document.text, *blocks, language).build();
}

std::vector<Claim> heading_claims(const Outline& outline) {
  std::vector<Claim> claims;
  for (const Unit& unit : outline.units) {
    if (!unit.heading.found()) continue;
    const Passage heading = outline.whole(unit).within(unit.heading.tokens);
    claims.push_back({source(heading), unit.heading.rule, "", wording(heading)});
  }
  return claims;
}

std::string dump(const Outline& outline) {
  std::string lines;
  for (const Unit& unit : outline.units) {
    lines += unit.kind == UnitKind::row ? "row" : unit.inside ? "  …" : "paragraph";
    if (unit.marker.kind == MarkerKind::bullet) lines += " •";
    if (!unit.marker.text.empty()) lines += " [" + unit.marker.text + "]";
    if (unit.heading.found()) {
      const Passage whole = outline.whole(unit);
      lines += " <" + unit.heading.rule + " " + quoted(whole.within(unit.heading.tokens));
      for (const std::string& question : unit.heading.questions) lines += " " + question;
      lines += ">";
    }
    if (unit.kind == UnitKind::paragraph) lines += " " + quoted(outline.content(unit));
    for (const Passage& cell : unit.cells) lines += " | " + wording(cell);
    lines += "\n";
  }
  return lines;
}

}  // namespace protokol
