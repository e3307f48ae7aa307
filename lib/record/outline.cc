// From lines to units: stages that change blocks, then lines joined into paragraphs, then paragraphs cut.
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
#include "record/list_markers.h"
#include "record/listed_rows.h"
#include "record/paragraphs.h"
#include "record/parted_names.h"
#include "record/side_by_side.h"
#include "record/signed_rows.h"
#include "record/spaced_table.h"
#include "record/stacked_table.h"
#include "record/unit_cutter.h"
#include "record/vote_lines.h"

namespace protokol {

namespace {

using Words = std::unordered_set<std::string>;

class Builder {
 public:
  Builder(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document),
        blocks_(blocks),
        language_(language),
        openers_(words_of(language.grammar, "lines.openers")),
        labels_(words_of(language.grammar, "lines.labels")),
        abbreviations_(words_of(language.grammar, "numbers.abbreviations")),
        shortened_(words_of(language.grammar, "people.abbreviations")),
        sides_(words_of(language.grammar, "people.sides")),
        furniture_(group_named(language.grammar, "furniture")) {
    outline_.document = document;
  }

  Outline build() {
    const LineWords words{[this](std::string_view word) { return openers_.contains(std::string(word)); },
                          [this](std::string_view word) { return labels_.contains(std::string(word)); },
                          [this](std::string_view word) { return is_abbreviation(std::string(word)); },
                          [this](std::string_view word) { return sides_.contains(std::string(word)); }};
    note_page_furniture();
    constexpr std::size_t foot_paragraphs = 4;
    const std::vector<Paragraph> paragraphs =
        with_whole_votes(document_, blocks_, join_lines(document_, blocks_, words), language_);
    for (std::size_t i = 0; i < paragraphs.size() && !time_is_up(); ++i) {
      const bool inner = i + foot_paragraphs < paragraphs.size();
      add(paragraphs[i], inner        ? ParagraphPlace::inner
                         : has_talk() ? ParagraphPlace::last_behind_talk
                                      : ParagraphPlace::last);
    }
    settle_markers(outline_);
    outline_.units.shrink_to_fit();  // what growing leaves over is as much as the text of a large document
    return std::move(outline_);
  }

 private:
  bool has_talk() const {
    return std::ranges::any_of(outline_.units, [](const Unit& unit) { return begins_talk(unit.heading); });
  }

  bool is_abbreviation(const std::string& word) const {
    return abbreviations_.contains(word) || shortened_.contains(word);
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

  void add(const Paragraph& paragraph, ParagraphPlace place) {
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
    CutParagraph parts = cut_paragraph(whole, place, running_, language_, abbreviations_);
    if (!parts.page_number.empty()) {
      outline_.furniture.push_back({text.source(parts.page_number), "layout.page", "", ""});
    }
    for (Unit& unit : parts.units) {
      note_running(unit);
      if (!unit.inside) unit.blank_before = first.blank_before;
      add_unit(std::move(unit), first);
    }
  }

  /// «… 2) Купить дров. / Отв.: Котов. 3) Продать козу.»: a list within lines goes on in the next one.
  void note_running(const Unit& unit) {
    const bool listed = unit.marker.kind == MarkerKind::number;
    if (unit.heading.found() || (listed && !unit.inside)) running_ = Marker();
    if (unit.inside && listed) running_ = unit.marker;
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

  std::string_view document_;
  const std::vector<Block>& blocks_;
  const Language& language_;
  Words openers_, labels_, abbreviations_, shortened_, sides_;
  std::string_view furniture_;
  Marker running_;
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
