// From lines to units: paragraphs are joined, then cut where a heading or the next item of a list begins.
#include "record/outline.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "record/paragraphs.h"

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

/// Cuts one paragraph's text into units.
class Cutter {
 public:
  Cutter(const Passage& paragraph, const Language& language)
      : paragraph_(paragraph), text_(*paragraph.text), headings_(headings_behind_marker(language)) {}

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
  std::vector<Heading> headings_behind_marker(const Language& language) const {
    const Marker marker = marker_at(paragraph_);
    const std::uint32_t from = marker.kind == MarkerKind::none ? paragraph_.tokens.from : marker.tokens.to;
    return find_headings(paragraph_.within({from, paragraph_.tokens.to}), language);
  }

  /// The heading that begins at the token, if one does.
  const Heading* heading_at(std::uint32_t token) {
    while (next_heading_ < headings_.size() && headings_[next_heading_].tokens.from < token) ++next_heading_;
    if (next_heading_ == headings_.size() || headings_[next_heading_].tokens.from != token) return nullptr;
    return &headings_[next_heading_];
  }

  Unit begin_unit(std::uint32_t from) {
    Unit unit;
    unit.marker = marker_at(paragraph_.within({from, paragraph_.tokens.to}));
    std::uint32_t at = unit.marker.kind == MarkerKind::none ? from : unit.marker.tokens.to;
    if (const Heading* heading = heading_at(at)) {
      unit.heading = *heading;
      at = heading->tokens.to;
      // «Решили: 1. …» is a heading and then an item.
      while (at < paragraph_.tokens.to && is_sign(text_, at, ":")) ++at;
    }
    unit.tokens = {at, at};
    if (unit.marker.kind != MarkerKind::none && !unit.heading.found()) last_ = unit.marker;
    return unit;
  }

  std::uint32_t end_of(const Unit& unit) {
    std::uint32_t at = unit.tokens.from;
    const bool heading_only = unit.heading.found() && may_open(at);
    if (heading_only) return at;
    if (at == unit.tokens.from && at < paragraph_.tokens.to && !heading_at(at)) ++at;
    for (; at < paragraph_.tokens.to; ++at) {
      if (begins_unit(at)) return at;
    }
    return at;
  }

  /// Whether a list opens right at `at`, behind a heading.
  bool may_open(std::uint32_t at) const {
    const Marker marker = marker_at(paragraph_.within({at, paragraph_.tokens.to}));
    if (marker.kind == MarkerKind::none || marker.kind == MarkerKind::bullet) return false;
    return !marker.capital || marker.kind == MarkerKind::roman;
  }

  bool begins_unit(std::uint32_t at) {
    if (heading_at(at)) return true;
    if (!may_stand_behind(at)) return false;
    const Marker marker = marker_at(paragraph_.within({at, paragraph_.tokens.to}));
    if (marker.kind == MarkerKind::none || marker.kind == MarkerKind::bullet) return bullet_begins(marker, at);
    if (headed(marker)) return true;
    if (marker.capital && marker.kind == MarkerKind::letter) return false;
    const bool follows = last_.kind != MarkerKind::none && may_follow(last_, marker);
    return follows || (may_open_list(marker) && opens_here(marker, at));
  }

  /// «1. СЛУШАЛИ:» in the middle of a paragraph: the number goes with the heading.
  bool headed(const Marker& marker) { return heading_at(marker.tokens.to) != nullptr; }

  /// A bullet sign of its own kind parts members of a list in run-on text; a dash does not.
  bool bullet_begins(const Marker& marker, std::uint32_t at) const {
    return marker.kind == MarkerKind::bullet && marker.sign == '\x95' && text_.tokens[at].space_before;
  }

  bool opens_here(const Marker& marker, std::uint32_t at) const {
    if (is_sign(text_, at - 1, ":")) return true;
    const bool letter = marker.kind == MarkerKind::letter;
    return !letter && is_sign(text_, at - 1, ".!?") && text_.tokens[at].space_before;
  }

  /// An item may stand behind the end of a sentence, of a clause or of a heading.
  bool may_stand_behind(std::uint32_t at) const {
    const TokenKind kind = text_.tokens[at].kind;
    if (kind == TokenKind::sign) return is_sign(text_, at, "\x95(\xA7");
    if (kind == TokenKind::word && text_.at(at).size() > 5) return false;
    return is_sign(text_, at - 1, ".;:!?)\"") || (kind == TokenKind::word && is_sign(text_, at - 1, ","));
  }

  Passage paragraph_;
  const TokenText& text_;
  std::vector<Heading> headings_;
  std::size_t next_heading_ = 0;
  Marker last_;
};

class Builder {
 public:
  Builder(const Document& document, const Language& language)
      : document_(document),
        language_(language),
        openers_(words_of(language.grammar, "lines.openers")),
        furniture_(furniture_group()) {
    outline_.document = document.text;
  }

  Outline build() {
    const auto opens = [this](std::string_view word) { return openers_.contains(std::string(word)); };
    note_page_furniture();
    for (const Paragraph& paragraph : join_lines(document_, opens)) add(paragraph);
    drop_lone_capitals();
    return std::move(outline_);
  }

 private:
  std::string_view furniture_group() const {
    const Table* table = language_.grammar.table("outline.groups");
    if (!table) return {};
    const auto row = std::ranges::find_if(*table, [](const auto& one) { return one[0] == "furniture"; });
    return row == table->end() ? std::string_view() : std::string_view((*row)[1]);
  }

  void note_page_furniture() {
    for (const Block& block : document_.blocks) {
      if (!block.page_furniture) continue;
      for (const Span piece : block.pieces) outline_.furniture.push_back({piece, "layout.page", "", ""});
    }
  }

  const TokenText& prepared(const std::vector<Span>& pieces) {
    outline_.texts.push_back(tokenize(prepare(document_.text, pieces), document_.text));
    return outline_.texts.back();
  }

  void add(const Paragraph& paragraph) {
    const Block& first = document_.blocks[paragraph.front()];
    if (first.kind == BlockKind::row) return add_row(first);
    std::vector<Span> pieces;
    for (const std::uint32_t block : paragraph) {
      const auto& own = document_.blocks[block].pieces;
      pieces.insert(pieces.end(), own.begin(), own.end());
    }
    const TokenText& text = prepared(pieces);
    const Passage whole{&text, document_.text, {0, text.size()}};
    if (whole.empty()) return;
    if (const auto mark = furniture(whole)) {
      outline_.furniture.push_back({source(whole), std::string(language_.grammar.rule_name(mark->rule)), "", ""});
      return;
    }
    for (Unit& unit : Cutter(whole, language_).cut()) {
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
  std::optional<Mark> furniture(const Passage& line) const {
    constexpr std::uint32_t longest = 60;
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
      unit.cells.push_back({&text, document_.text, {0, text.size()}});
      unit.merged.push_back(cell.merged);
    }
    prepared({});
    unit.blank_before = row.blank_before;
    add_unit(std::move(unit), row);
  }

  /// «А. …» may be an initial: a capital letter with a full stop is a marker only beside its like.
  void drop_lone_capitals() {
    auto& units = outline_.units;
    const auto doubtful = [](const Unit& unit) {
      return unit.marker.kind == MarkerKind::letter && unit.marker.capital && unit.marker.sign == '.';
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

  const Document& document_;
  const Language& language_;
  Words openers_;
  std::string_view furniture_;
  Outline outline_;
};

std::string quoted(const Passage& passage) { return "«" + wording(passage) + "»"; }

}  // namespace

Outline outline_of(const Document& document, const Language& language) {
  return Builder(document, language).build();
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
