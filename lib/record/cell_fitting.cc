// Every way to part the pieces among the columns is weighed by what the cells look like; the best one wins.
#include "record/cell_fitting.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"
#include "record/deadlines.h"
#include "record/parties.h"
#include "record/piece_text.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_cell = 6;     // pieces of a cell that is no task
constexpr std::uint32_t longest_people = 24;  // tokens
constexpr std::uint32_t longest_body = 5;     // words of a post or body without a name
constexpr double impossible = -1000;

/// What a run of pieces looks like, weighed for each kind of column; 0 is «says nothing».
struct Likeness {
  double deadline = impossible, people = impossible, count = impossible, status = 0;
  bool other_than_task = false;  ///< hardly part of a task
};

class Fitting {
 public:
  Fitting(std::string_view document, const std::vector<Span>& pieces, const std::vector<Column>& columns,
          const Language& language)
      : document_(document),
        pieces_(pieces),
        columns_(columns),
        language_(language),
        count_(static_cast<std::uint32_t>(pieces.size())) {
    for (std::uint32_t from = 0; from < count_; ++from) {
      alike_.emplace_back();
      for (std::uint32_t to = from + 1; to <= std::min(count_, from + longest_cell); ++to) {
        alike_.back().push_back(likeness(from, to));
      }
    }
  }

  std::vector<Span> fit() const {
    // best[c][p]: the weight of the first c columns holding the first p pieces.
    const std::size_t width = count_ + 1;
    std::vector<double> best((columns_.size() + 1) * width, impossible * 2);
    std::vector<std::uint32_t> begins(best.size(), 0);
    best[0] = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      for (std::uint32_t from = 0; from <= count_; ++from) {
        const double before = best[c * width + from];
        if (before <= impossible) continue;
        for (std::uint32_t to = from; to <= count_; ++to) {
          const double weight = before + weigh(columns_[c], from, to);
          double& reached = best[(c + 1) * width + to];
          if (weight <= reached) continue;
          reached = weight;
          begins[(c + 1) * width + to] = from;
        }
      }
    }
    return cells(begins, best.back() > impossible);
  }

 private:
  std::vector<Span> cells(const std::vector<std::uint32_t>& begins, bool fits) const {
    std::vector<Span> cells(columns_.size());
    if (!fits) {
      const auto task =
          static_cast<std::size_t>(std::ranges::find(columns_, Column::task) - columns_.begin());
      if (task < cells.size()) cells[task] = {0, count_};
      return cells;
    }
    std::uint32_t to = count_;
    for (std::size_t c = columns_.size(); c-- > 0;) {
      cells[c] = {begins[(c + 1) * (count_ + 1) + to], to};
      to = cells[c].from;
    }
    return cells;
  }

  std::string_view piece(std::uint32_t at) const {
    return document_.substr(pieces_[at].from, pieces_[at].size());
  }

  /// A cell hardly begins within a hyphened word or behind a comma.
  double begin_weight(std::uint32_t from) const {
    if (from == 0) return 0;
    const std::string_view before = piece(from - 1);
    if (before.ends_with('-') && before.size() > 1 && utf8::is_small(utf8::decode(piece(from), 0).value))
      return -6;
    return before.ends_with(',') ? -3 : 0;
  }

  double weigh(Column column, std::uint32_t from, std::uint32_t to) const {
    const bool empty = from == to;
    if (column == Column::number) return empty ? 0 : impossible;
    if (column == Column::task) return empty ? -10 : task_weight(from, to);
    if (empty) return column == Column::status || column == Column::other ? 0 : -0.5;
    if (to - from > longest_cell) return impossible;
    const Likeness& alike = alike_[from][to - from - 1];
    return begin_weight(from) + kind_weight(column, alike);
  }

  static double kind_weight(Column column, const Likeness& alike) {
    switch (column) {
      case Column::deadline:
        return alike.deadline;
      case Column::responsible:
      case Column::partner:
      case Column::addressee:
      case Column::control:
      case Column::name:
        return alike.people;
      case Column::in_favour:
      case Column::against:
      case Column::abstained:
        return alike.count;
      default:
        return alike.status;
    }
  }

  double task_weight(std::uint32_t from, std::uint32_t to) const {
    double weight = begin_weight(from);
    for (std::uint32_t at = from + 1; at < to; ++at) weight -= alike_[at][0].other_than_task ? 2 : 0;
    return weight;
  }

  Likeness likeness(std::uint32_t from, std::uint32_t to) const {
    const std::vector<Span> run(pieces_.begin() + from, pieces_.begin() + to);
    const PieceText text(document_, run);
    const Passage cell = text.whole();
    Likeness alike;
    if (to - from == 1 && is_dash(cell)) return {0.5, 0.5, 0.5, 0.5, true};
    if (to - from > 1 && holds_dash(from, to)) return {impossible, impossible, impossible, impossible, true};
    if (cell.tokens.size() == 1 && cell.token(0).kind == TokenKind::number && cell.at(0).size() <= 3)
      alike.count = 2;
    alike.deadline = deadline_weight(cell);
    alike.people = people_weight(cell);
    alike.status = 0.1;
    alike.other_than_task = alike.deadline > 0 || alike.people > 1;
    return alike;
  }

  /// A dash is a cell of its own.
  bool holds_dash(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at) {
      const std::string_view text = piece(at);
      if (text == "-" || text == "–" || text == "—") return true;
    }
    return false;
  }

  static bool is_dash(const Passage& cell) {
    for (std::uint32_t t = cell.tokens.from; t < cell.tokens.to; ++t) {
      if (!is_sign(*cell.text, t, "-_\"/")) return false;
    }
    return true;
  }

  /// How many words of the cell stand in none of the (ordered) stretches.
  static std::uint32_t words_outside(const Passage& cell, const std::vector<Span>& stretches) {
    std::uint32_t outside = 0;
    for (std::uint32_t t = cell.tokens.from; t < cell.tokens.to; ++t) {
      if (cell.token(t).kind == TokenKind::sign) continue;
      outside += std::ranges::none_of(stretches, [t](Span one) { return one.contains(t); }) ? 1 : 0;
    }
    return outside;
  }

  double deadline_weight(const Passage& cell) const {
    std::vector<Span> found;
    for (const FoundDeadline& one :
         find_deadlines(*cell.text, document_, cell.tokens, {}, language_.grammar, language_.dictionary)) {
      found.push_back(one.tokens);
    }
    return !found.empty() && words_outside(cell, found) == 0 ? 3 : -1.5;
  }

  double people_weight(const Passage& cell) const {
    if (cell.tokens.size() > longest_people) return -4;
    std::vector<Span> persons, parties;
    for (const FoundParty& one : find_persons(cell, Case::none, language_)) persons.push_back(one.tokens);
    if (!persons.empty() && words_outside(cell, persons) == 0) return 3;
    const auto read = read_parties(cell, Case::nominative, language_);
    bool named = false;
    for (const FoundParty& one : read) {
      parties.push_back(one.tokens);
      named = named || one.kind == PartyKind::person;
    }
    if (parties.empty() || words_outside(cell, parties) > 0) return -2;
    if (named) return 2;
    return words_outside(cell, {}) > longest_body || ends_sentence(cell) ? -2 : 0.8;
  }

  /// A full stop behind a long word; behind a short one it may be an abbreviation's.
  static bool ends_sentence(const Passage& cell) {
    const std::uint32_t last = cell.tokens.to - 1;
    return cell.tokens.size() > 1 && is_sign(*cell.text, last, ".") && is_word(*cell.text, last - 1) &&
           cell.at(last - 1).size() > 4;
  }

  std::string_view document_;
  const std::vector<Span>& pieces_;
  const std::vector<Column>& columns_;
  const Language& language_;
  std::uint32_t count_;
  std::vector<std::vector<Likeness>> alike_;  ///< [first piece][number of pieces - 1]
};

}  // namespace

std::vector<Span> fit_cells(std::string_view document, const std::vector<Span>& pieces,
                            const std::vector<Column>& columns, const Language& language) {
  return Fitting(document, pieces, columns, language).fit();
}

}  // namespace protokol
