// A head of names without gaps tells that the file lost its cell borders; then a capital right behind a small
// letter, a digit behind a letter and the like are where borders were.
#include "record/glued_table.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "record/cell_fitting.h"
#include "record/columns.h"
#include "record/headings.h"
#include "record/piece_text.h"
#include "record/row_blocks.h"

namespace protokol {

namespace {

constexpr std::size_t longest_head = 400;  // bytes
constexpr std::size_t fewest_columns = 3;
constexpr std::size_t longest_line = 4000;
constexpr std::size_t most_pieces = 64;  ///< of a row

enum class Sign : std::uint8_t { small, capital, digit, space, stop, closing, number, other };

Sign sign_of(char32_t c) {
  if (utf8::is_small(c)) return Sign::small;
  if (utf8::is_capital(c)) return Sign::capital;
  if (c >= U'0' && c <= U'9') return Sign::digit;
  if (utf8::is_space(c)) return Sign::space;
  if (c == U'.') return Sign::stop;
  if (c == U'»' || c == U')' || c == U'”') return Sign::closing;
  return c == U'№' ? Sign::number : Sign::other;
}

struct Letter {
  std::uint32_t at = 0;  ///< byte of the document
  char32_t value = 0;
  Sign sign = Sign::other;
};

/// How boldly a line is cut: a row of a table has borders at places where running text has none.
enum class Cuts : std::uint8_t { evident, every };

class Line {
 public:
  Line(std::string_view document, Span line) : line_(line) {
    for (std::uint32_t at = line.from; at < line.to;) {
      const utf8::CodePoint next = utf8::decode(document, at);
      letters_.push_back({at, next.value, sign_of(next.value)});
      at += next.size;
    }
  }

  std::vector<Span> cut(Cuts cuts) const {
    std::vector<Span> pieces;
    std::uint32_t from = line_.from;
    for (std::size_t i = 1; i < letters_.size(); ++i) {
      if (!is_border(i, cuts)) continue;
      pieces.push_back({from, letters_[i].at});
      from = letters_[i].at;
    }
    pieces.push_back({from, line_.to});
    return pieces;
  }

 private:
  Sign sign(std::size_t i) const { return i < letters_.size() ? letters_[i].sign : Sign::space; }

  /// «Р.М.»: the stop behind an initial, or an initial behind a stop.
  bool is_initial(std::size_t i) const { return sign(i) == Sign::capital && sign(i + 1) == Sign::stop; }

  bool is_border(std::size_t i, Cuts cuts) const {
    const Sign before = sign(i - 1), here = sign(i);
    if (here == Sign::capital && before == Sign::small) return true;
    if (here == Sign::number) return before == Sign::small;
    if (before == Sign::number) return here == Sign::capital;
    // «ТСЖДата»
    if (here == Sign::capital && before == Sign::capital && i > 1) {
      return sign(i + 1) == Sign::small && sign(i - 2) == Sign::capital;
    }
    if (before == Sign::digit && here == Sign::capital) return sign(i + 1) == Sign::small;
    if (before == Sign::closing) return here == Sign::capital || here == Sign::digit;
    return cuts == Cuts::every && is_row_border(i);
  }

  bool is_row_border(std::size_t i) const {
    const Sign before = sign(i - 1), here = sign(i);
    if (before == Sign::digit) return here == Sign::small || here == Sign::capital;
    if (before == Sign::small)
      return here == Sign::digit || (here == Sign::other && is_dash(i) && is_dash(i + 1));
    if (before != Sign::stop || i < 2) return false;
    const bool behind_initial = is_initial(i - 2);
    if (here == Sign::capital) return !is_initial(i);
    if (here == Sign::digit) return behind_initial;
    if (here == Sign::small) return true;
    return here == Sign::other && behind_initial && is_dash(i);
  }

  bool is_dash(std::size_t i) const {
    if (i >= letters_.size()) return false;
    const char32_t c = letters_[i].value;
    return c == U'-' || c == U'–' || c == U'—' || c == U'/';
  }

  Span line_;
  std::vector<Letter> letters_;
};

/// Cheap: few spaces, and capitals right behind small letters at two places or more.
bool may_be_glued(std::string_view line) {
  constexpr std::size_t prose = 16;  // bytes: running text has a space at least so often
  if (static_cast<std::size_t>(std::ranges::count(line, ' ')) * prose > line.size()) return false;
  std::size_t seams = 0;
  bool small = false;
  for (std::size_t at = 0; at < line.size() && seams < 2;) {
    const utf8::CodePoint next = utf8::decode(line, at);
    seams += small && utf8::is_capital(next.value) ? 1 : 0;
    small = utf8::is_small(next.value);
    at += next.size;
  }
  return seams >= 2;
}

bool is_count(Column column) {
  return column == Column::in_favour || column == Column::against || column == Column::abstained;
}

class Cutting {
 public:
  Cutting(std::string_view document, const std::vector<Block>& blocks, const Language& language)
      : document_(document), blocks_(blocks), language_(language), tables_(blocks) {}

  std::optional<std::vector<Block>> run() {
    if (std::ranges::none_of(blocks_,
                             [this](const Block& one) { return is_line(one) && !head_of(one).empty(); })) {
      return std::nullopt;
    }
    for (const Block& one : blocks_) take(one);
    return std::move(out_);
  }

 private:
  static bool is_line(const Block& block) {
    return block.kind == BlockKind::line && block.pieces.size() == 1 && !block.page_furniture;
  }

  /// The columns that the line names; none where it is no glued head.
  std::vector<Column> head_of(const Block& block) const {
    const Span line = block.pieces.front();
    if (line.size() > longest_head || !may_be_glued(document_.substr(line.from, line.size()))) return {};
    const std::vector<Span> pieces = Line(document_, line).cut(Cuts::every);
    if (pieces.size() < fewest_columns) return {};
    std::vector<Column> columns;
    std::size_t named = 0;
    for (const Span piece : pieces) {
      columns.push_back(column_of(PieceText(document_, {piece}).whole(), language_));
      named += columns.back() == Column::other ? 0 : 1;
    }
    return named >= 2 && named + 1 >= columns.size() ? columns : std::vector<Column>();
  }

  void take(const Block& block) {
    if (!is_line(block) || block.pieces.front().size() > longest_line) {
      columns_.clear();
      out_.push_back(block);
      return;
    }
    if (block.blank_before > 0) columns_.clear();
    const std::vector<Column> head = head_of(block);
    if (!head.empty()) return begin(block, head);
    if (!columns_.empty() && take_row(block)) return;
    columns_.clear();
    take_line(block);
  }

  void begin(const Block& block, const std::vector<Column>& head) {
    columns_ = head;
    table_ = tables_.next();
    std::vector<std::vector<Span>> cells;
    for (const Span piece : Line(document_, block.pieces.front()).cut(Cuts::every)) cells.push_back({piece});
    out_.push_back(row_of(block, table_, cells));
  }

  /// Glued lines that are no rows: one line a piece, but a question keeps its name.
  void take_line(const Block& block) {
    std::vector<Span> pieces = Line(document_, block.pieces.front()).cut(Cuts::evident);
    const auto headings = find_headings(PieceText(document_, {pieces.front()}).whole(), language_);
    const bool question = !headings.empty() && headings.front().names_question;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      Block one = block;
      one.pieces = {pieces[i]};
      if (i > 0) one.blank_before = 0;
      if (i == 0 && question && pieces.size() > 1) one.pieces.push_back(pieces[++i]);
      out_.push_back(std::move(one));
    }
  }

  // ---- rows

  bool take_row(const Block& block) {
    std::vector<Span> pieces;
    for (const Span piece : Line(document_, block.pieces.front()).cut(Cuts::every)) add_words(piece, pieces);
    split_counts(pieces);
    const bool numbered = columns_.front() == Column::number;
    const bool readable = pieces.size() >= 2 && pieces.size() <= most_pieces;
    if (!readable || (numbered && !is_number(pieces.front()))) return false;
    std::vector<Column> columns(columns_.begin() + (numbered ? 1 : 0), columns_.end());
    columns.push_back(Column::status);
    const std::vector<Span> inner(pieces.begin() + (numbered ? 1 : 0), pieces.end());
    std::vector<std::vector<Span>> cells;
    if (numbered) cells.push_back({pieces.front()});
    for (const Span place : fit_cells(document_, inner, columns, language_)) {
      // What belongs to one cell was never parted.
      cells.emplace_back();
      if (!place.empty()) cells.back().push_back({inner[place.from].from, inner[place.to - 1].to});
    }
    out_.push_back(row_of(block, table_, cells));
    return true;
  }

  bool is_number(Span piece) const {
    const std::string_view text = document_.substr(piece.from, piece.size());
    return text.find_first_not_of("0123456789.)") == std::string_view::npos && text.front() != '.';
  }

  /// Two words of the dictionary in one that it lacks: «юристиюнь».
  void add_words(Span piece, std::vector<Span>& pieces) const {
    const PieceText text(document_, {piece});
    const Passage passage = text.whole();
    std::uint32_t from = piece.from;
    for (std::uint32_t t = 0; t < passage.tokens.to; ++t) {
      const std::uint32_t cut = seam_in(passage, t);
      if (cut == 0) continue;
      pieces.push_back({from, cut});
      from = cut;
    }
    pieces.push_back({from, piece.to});
  }

  std::uint32_t seam_in(const Passage& passage, std::uint32_t token) const {
    constexpr std::size_t shortest = 4;
    const std::string_view word = passage.at(token);
    const bool name = passage.token(token).capital;  // «Котовпостоянно»: the dictionary lacks surnames
    if (passage.token(token).kind != TokenKind::word || language_.dictionary.knows(word)) return 0;
    for (std::size_t at = shortest; at < word.size(); ++at) {
      const std::string_view first = word.substr(0, at), second = word.substr(at);
      const bool ends =
          second.size() >= (name ? 2 * shortest - 2 : shortest) || before_number(passage, token, second);
      if (!ends || !language_.dictionary.knows(second)) continue;
      if (!name && !language_.dictionary.knows(first)) continue;
      return passage.text->prepared.source[passage.token(token).from + at];
    }
    return 0;
  }

  /// «вещейдо 01.06»: a preposition before a number.
  bool before_number(const Passage& passage, std::uint32_t token, std::string_view word) const {
    if (token + 1 >= passage.tokens.to || passage.token(token + 1).kind != TokenKind::number) return false;
    return std::ranges::any_of(language_.dictionary.readings(word), [](const Reading& reading) {
      return reading.part == PartOfSpeech::preposition;
    });
  }

  /// «20.05.2022400»: the last digits are the counts of the columns «За», «Против», «Возд.».
  void split_counts(std::vector<Span>& pieces) const {
    const auto counts = static_cast<std::size_t>(std::ranges::count_if(columns_, is_count));
    if (counts == 0) return;
    std::size_t last = pieces.size();
    while (last > 0 && digits_behind(pieces[last - 1]) < counts) --last;
    if (last == 0) return;
    const Span whole = pieces[last - 1];
    const auto cut = static_cast<std::uint32_t>(whole.to - counts);
    std::vector<Span> parts;
    if (cut > whole.from) parts.push_back({whole.from, cut});
    for (std::uint32_t at = cut; at < whole.to; ++at) parts.push_back({at, at + 1});
    const auto place = pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(last) - 1);
    pieces.insert(place, parts.begin(), parts.end());
  }

  std::size_t digits_behind(Span piece) const {
    std::size_t digits = 0;
    while (digits < piece.size() && document_[piece.to - digits - 1] >= '0' &&
           document_[piece.to - digits - 1] <= '9')
      ++digits;
    return digits;
  }

  std::string_view document_;
  const std::vector<Block>& blocks_;
  const Language& language_;
  std::vector<Block> out_;
  std::vector<Column> columns_;  ///< of the table that the lines are rows of
  TableNumbers tables_;
  std::uint16_t table_ = 0;
};

}  // namespace

std::optional<std::vector<Block>> with_glued_tables(std::string_view document,
                                                    const std::vector<Block>& blocks,
                                                    const Language& language) {
  return Cutting(document, blocks, language).run();
}

}  // namespace protokol
