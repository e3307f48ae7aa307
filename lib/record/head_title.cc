// Reading kind, title and issuing body: a walk over the head's items.
#include "record/head_title.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "record/groups.h"
#include "record/head_organization.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_title = 120;    // tokens
constexpr std::uint32_t name_opens_within = 6;  // tokens before the word that names a meeting

std::optional<ProtocolKind> kind_named(std::string_view value) {
  if (value == "protocol") return ProtocolKind::protocol;
  if (value == "extract") return ProtocolKind::extract;
  if (value == "decision" || value == "resolution") return ProtocolKind::decision;
  if (value == "assignments") return ProtocolKind::assignments;
  return std::nullopt;
}

class TitleReading {
 public:
  TitleReading(const std::vector<HeadItem>& items, const std::vector<bool>& taken, const Language& language)
      : items_(items), taken_(taken), language_(language), words_(language) {}

  HeadTitle read() {
    read_kind();
    read_title();
    read_organization();
    if (!title_.kind && !title_.title.empty()) title_.kind = ProtocolKind::protocol;
    std::ranges::sort(title_.items);
    return std::move(title_);
  }

 private:
  using Items = std::vector<std::uint32_t>;

  bool is(std::uint32_t i, HeadMark mark) const {
    return i < items_.size() && !taken_[i] && items_[i].mark == mark;
  }

  void take(const Items& items) { title_.items.insert(title_.items.end(), items.begin(), items.end()); }

  // ---- kind

  void read_kind() {
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (!is(i, HeadMark::kind) || !items_[i].core || items_[i].label == HeadLabel::nothing) continue;
      if (kinds_.empty()) {
        title_.kind = kind_named(items_[i].value);
        title_.kind_span = source(items_[i].passage);
        title_.kind_line = items_[i].line;
      }
      kinds_.push_back(i);
      title_.items.push_back(i);
    }
  }

  // ---- title

  void read_title() {
    Items best;
    bool best_named = false, best_numbered = false;
    for (std::uint32_t kind : kinds_) {
      Items pieces = title_after(kind);
      if (pieces.empty()) continue;
      bool named =
          words_.names_meeting(items_[pieces.front()].passage) || words_.names_meeting(joined(pieces));
      // A heading of the page may say the same in other words: the document's own has the number.
      const bool own = named && best_named && numbers(kind) && !best_numbered;
      if (best.empty() || (named && !best_named) || own) {
        best = pieces, best_named = named;
        best_numbered = numbers(kind) || has_number(pieces);
      }
      if (best_named && best_numbered) break;
    }
    if (!best_named) {
      Items before = meeting_lines();
      if (!before.empty()) best = before;
    }
    if (best.empty()) return;
    take(best);
    bool resolution = !kinds_.empty() && items_[kinds_.front()].value == "resolution";
    (resolution ? title_.organization : title_.title) = field(best);
    title_items_ = best;
  }

  /// «ПРОТОКОЛ № 7» on one line.
  bool numbers(std::uint32_t kind) const {
    for (std::uint32_t i = kind + 1; i < items_.size() && items_[i].line == items_[kind].line; ++i) {
      if (items_[i].mark == HeadMark::number) return true;
    }
    return false;
  }

  bool has_number(const Items& pieces) const {
    const std::uint32_t next = pieces.back() + 1;
    for (std::uint32_t i = next; i < items_.size() && items_[i].line <= items_[pieces.back()].line; ++i) {
      if (items_[i].mark == HeadMark::number) return true;
    }
    return false;
  }

  /// What follows the kind's word up to a date, a label, prose: the meeting's name over one line or several.
  Items title_after(std::uint32_t kind) const {
    Items pieces;
    std::uint32_t size = 0, last_line = items_[kind].line;
    for (std::uint32_t i = kind + 1; i < items_.size() && size < longest_title; ++i) {
      const HeadItem& item = items_[i];
      if (taken_[i] || !item.core) break;
      if (is(i, HeadMark::kind) && pieces.empty()) {
        last_line = item.line;
        continue;
      }
      const bool related = is(i, HeadMark::related) && !is_wording(i, pieces);
      if (related) pieces.clear();
      if (related || is(i, HeadMark::sheet) || is(i, HeadMark::number)) {
        last_line = item.line;
        continue;
      }
      if (is(i, HeadMark::nothing)) continue;
      if (!is_wording(i, pieces)) {
        if (!pieces.empty() || is(i, HeadMark::label) || is(i, HeadMark::office) || is(i, HeadMark::kind))
          break;
        if (item.line == last_line || item.line == last_line + 1) last_line = item.line;
        continue;
      }
      if (is_bracketed(item.passage)) continue;
      bool adjoins = item.line <= last_line + 1;
      if (pieces.empty() ? !may_begin(i, adjoins && item.line > items_[kind].line)
                         : !goes_on(i, pieces.back(), last_line))
        break;
      pieces.push_back(i);
      size += item.passage.tokens.size();
      last_line = item.line;
      if (ends_sentence(item.passage)) break;
    }
    return pieces;
  }

  /// Wording of a title: also a number of something else, a town right behind an institution, and what goes
  /// on with a meeting's name: «заседания комиссии по итогам года».
  bool is_wording(std::uint32_t i, const Items& pieces) const {
    if (items_[i].label != HeadLabel::none && items_[i].label != HeadLabel::topic) return false;
    if (is(i, HeadMark::text)) return items_[i].label == HeadLabel::none;
    if (is(i, HeadMark::foreign)) return true;
    if (is(i, HeadMark::related))
      return !pieces.empty() && items_[i].before == Gap::space && words_.names_meeting(joined(pieces));
    if (is(i, HeadMark::room) || is(i, HeadMark::address))
      return !pieces.empty() && items_[i].before == Gap::space;
    if (is(i, HeadMark::town))
      return !pieces.empty() && !names_place(i) && (items_[i].before == Gap::space || opens_wording(i));
    return is(i, HeadMark::office) && items_[i].value == "other" && !pieces.empty() &&
           items_[i].before == Gap::space;
  }

  /// «ДЕРЕВНЯ СОСНОВКА ЭНСКОГО РАЙОНА» on a line of its own goes on with a title.
  bool opens_wording(std::uint32_t i) const {
    for (std::uint32_t k = i + 1; k < items_.size() && items_[k].line == items_[i].line; ++k) {
      if (is(k, HeadMark::date)) return false;
    }
    return items_[i].before == Gap::line && is(i + 1, HeadMark::text) &&
           items_[i + 1].line == items_[i].line && items_[i + 1].before == Gap::space &&
           items_[i + 1].passage.tokens.from == items_[i].passage.tokens.to;
  }

  /// A town with the day right behind it is where the meeting was.
  bool names_place(std::uint32_t i) const {
    if (is(i - 1, HeadMark::number) || is(i - 1, HeadMark::date)) return true;
    if (!is(i + 1, HeadMark::date) || items_[i + 1].line != items_[i].line) return false;
    const Passage& date = items_[i + 1].passage;
    return !is_word(*date.text, date.tokens.from);
  }

  bool may_begin(std::uint32_t i, bool next_line) const {
    const HeadItem& item = items_[i];
    if (item.listed && item.before != Gap::space) return false;
    if (words_.opens_subject(item.passage)) return false;
    bool own_line = item.before == Gap::line || item.before == Gap::blank;
    if (!own_line) return true;
    if (tells(item.passage)) return false;
    if (words_.names_meeting(item.passage)) return true;
    return next_line && item.before != Gap::blank ? !words_.names_issuer(item.passage)
                                                  : words_.stands_in_genitive(item.passage);
  }

  /// «Собрание открыл настоятель»: a verb right behind the meeting makes a sentence of it.
  bool tells(const Passage& line) const {
    const std::vector<Mark> meetings = words_.meetings(line);
    if (meetings.empty() || meetings.front().tokens.to >= line.tokens.to) return false;
    const Readings next = language_.dictionary.readings(line.at(meetings.front().tokens.to));
    return !next.empty() &&
           std::ranges::all_of(next, [](const Reading& one) { return one.part == PartOfSpeech::verb; });
  }

  bool goes_on(std::uint32_t i, std::uint32_t last, std::uint32_t last_line) const {
    const HeadItem& item = items_[i];
    if (item.before == Gap::space || item.before == Gap::wide)
      return item.before == Gap::space || item.line == last_line;
    if (item.listed || item.line > last_line + 1) return false;
    if (words_.opens_subject(item.passage)) return false;
    if (words_.is_open(joined({last}))) return true;
    if (item.before == Gap::line && dates_another_matter(i)) return false;
    if (!starts_with_capital(item.passage) && words_.stands_in_nominative(item.passage)) return false;
    if (item.before == Gap::line) return !words_.names_issuer(item.passage);
    return !starts_with_capital(item.passage) || words_.stands_in_genitive(item.passage);
  }

  /// «Чемпионат области, 21.01.2024»: a nominative of its own on the line of the day.
  bool dates_another_matter(std::uint32_t i) const {
    const Passage& passage = items_[i].passage;
    const bool known = language_.dictionary.knows(passage.at(passage.tokens.from));
    if (!known || !starts_with_capital(passage) || words_.stands_in_genitive(passage)) return false;
    return is(i + 1, HeadMark::date) && items_[i + 1].line == items_[i].line &&
           is_sign(*passage.text, items_[i + 1].passage.tokens.from - 1, ",");
  }

  static bool starts_with_capital(const Passage& passage) {
    for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
      if (is_word(*passage.text, t)) return passage.token(t).capital;
    }
    return true;
  }

  static bool is_bracketed(const Passage& passage) {
    return is_sign(*passage.text, passage.tokens.from, "(") &&
           is_sign(*passage.text, passage.tokens.to - 1, ")");
  }

  static std::optional<std::uint32_t> sentence_end(const Passage& passage) {
    for (std::uint32_t t = passage.tokens.from + 1; t + 1 < passage.tokens.to; ++t) {
      if (is_sign(*passage.text, t, ".") && is_word(*passage.text, t - 1) && passage.at(t - 1).size() > 4 &&
          passage.token(t + 1).capital && passage.token(t + 1).space_before)
        return t;
    }
    return std::nullopt;
  }

  static bool ends_sentence(const Passage& passage) {
    if (sentence_end(passage)) return true;
    std::uint32_t end = passage.tokens.to;
    return is_sign(*passage.text, end, ".") && is_word(*passage.text, end - 1) &&
           passage.at(end - 1).size() > 4 && end + 1 < passage.text->size() &&
           passage.token(end + 1).capital &&
           gap_before(*passage.text, passage.document, end + 1) == Gap::space;
  }

  /// No word for a meeting behind the kind: a line before it that begins with one.
  Items meeting_lines() const {
    std::uint32_t end = kinds_.empty() ? static_cast<std::uint32_t>(items_.size()) : kinds_.front();
    for (std::uint32_t i = 0; i < end; ++i) {
      if (!is(i, HeadMark::text) || !items_[i].core || items_[i].label != HeadLabel::none) continue;
      if (items_[i].before == Gap::space && i > 0 && items_[i - 1].line == items_[i].line &&
          !is(i - 1, HeadMark::nothing))
        continue;
      if (items_[i].listed || !words_.opens_with_meeting(items_[i].passage, name_opens_within)) continue;
      Items pieces{i};
      for (std::uint32_t k = i + 1;
           k < items_.size() && is_wording(k, pieces) && !is_bracketed(items_[k].passage); ++k) {
        if (!goes_on(k, k - 1, items_[k - 1].line)) break;
        pieces.push_back(k);
      }
      return pieces;
    }
    return {};
  }

  // ---- from items to a field

  /// All tokens of neighbouring pieces of one text; otherwise those of the first.
  Passage joined(const Items& pieces) const {
    Passage whole = items_[pieces.front()].passage;
    for (std::uint32_t piece : pieces) {
      if (items_[piece].passage.text == whole.text) whole.tokens.to = items_[piece].passage.tokens.to;
    }
    return whole;
  }

  Field field(const Items& pieces) const {
    std::vector<Passage> passages;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      Passage passage = with_signs(items_[pieces[i]].passage);
      bool follows = i > 0 && pieces[i] == pieces[i - 1] + 1 && passages.back().text == passage.text;
      if (follows)
        passages.back().tokens.to = passage.tokens.to;
      else
        passages.push_back(passage);
    }
    Passage& last = passages.back();
    if (std::optional<std::uint32_t> end = sentence_end(last)) last.tokens.to = *end;
    if (leaves_bracket_open(last) && is_sign(*last.text, last.tokens.to, ")")) ++last.tokens.to;
    std::string wording = title_wording(passages);
    if (ends_shortened(last)) wording += '.', ++last.tokens.to;
    return {std::move(wording),
            {source(passages.front()).from, source(passages.back()).to},
            items_[pieces.front()].rule};
  }

  /// «… к зиме 2024–2025 гг.»: the stop belongs to the word.
  bool ends_shortened(const Passage& title) const {
    const std::uint32_t end = title.tokens.to;
    const bool stop = is_sign(*title.text, end, ".") && !title.token(end).space_before;
    return stop && is_word(*title.text, end - 1) &&
           words_of(language_.grammar, "title.shortened").contains(wording(title.within({end - 1, end})));
  }

  /// Quotation marks and brackets that stand around a piece come with it.
  static Passage with_signs(Passage passage) {
    const TokenText& text = *passage.text;
    while (passage.tokens.from > 0 && is_sign(text, passage.tokens.from - 1, "\"")) --passage.tokens.from;
    while (passage.tokens.to < text.size() && is_sign(text, passage.tokens.to, "\",")) ++passage.tokens.to;
    return passage;
  }

  /// «встречи с заказчиком (проект «Кабинет»»
  static bool leaves_bracket_open(const Passage& passage) {
    int depth = 0;
    for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t)
      depth += is_sign(*passage.text, t, "(") ? 1 : is_sign(*passage.text, t, ")") ? -1 : 0;
    return depth > 0;
  }

  // ---- issuing body

  void read_organization() {
    if (!title_.organization.empty()) return;
    std::uint32_t end = kinds_.empty() ? static_cast<std::uint32_t>(items_.size()) : kinds_.front();
    if (!title_items_.empty()) end = std::min(end, title_items_.front());
    std::optional<LetterHead> found = labelled_organization(items_, language_);
    if (!found) found = letterhead(items_, taken_, end, words_);
    if (!found && !title_items_.empty()) found = institution_within(joined_title(), words_);
    if (!found && !title_items_.empty())
      found = letterhead_below(items_, taken_, title_items_.back() + 1, words_);
    if (!found) return read_body_above();
    take(found->items);
    title_.organization = {title_wording(found->passages),
                           {source(found->passages.front()).from, source(found->passages.back()).to},
                           "layout.letterhead"};
  }

  /// «Антинаркотическая комиссия в … области / ПРОТОКОЛ / заседания комиссии»: with a title of its own below,
  /// the meeting's body above the kind is who issues.
  void read_body_above() {
    if (kinds_.empty() || title_items_.empty() || title_items_.front() < kinds_.front()) return;
    const Items above = meeting_lines();
    if (above.empty()) return;
    std::vector<Mark> meetings = words_.meetings(joined(above));
    const bool event =
        meetings.empty() || meetings.front().kind == "event" || meetings.front().value == "event";
    if (event || !names_whose(items_[above.front()].passage)) return;
    take(above);
    title_.organization = field(above);
  }

  /// «Комиссия Энского района» does, «Совет многоквартирного дома» does not: a name behind the first word.
  static bool names_whose(const Passage& body) {
    for (std::uint32_t t = body.tokens.from + 1; t < body.tokens.to; ++t) {
      if (is_word(*body.text, t) && body.token(t).capital) return true;
    }
    return false;
  }

  std::vector<Passage> joined_title() const {
    std::vector<Passage> passages;
    for (std::uint32_t piece : title_items_) {
      Passage passage = with_signs(items_[piece].passage);
      if (!passages.empty() && passages.back().text == passage.text)
        passages.back().tokens.to = passage.tokens.to;
      else
        passages.push_back(passage);
    }
    return passages;
  }

  const std::vector<HeadItem>& items_;
  const std::vector<bool>& taken_;
  const Language& language_;
  MeetingWords words_;
  Items kinds_, title_items_;
  HeadTitle title_;
};

}  // namespace

HeadTitle read_head_title(const std::vector<HeadItem>& items, const std::vector<bool>& taken,
                          const Language& language) {
  return TitleReading(items, taken, language).read();
}

}  // namespace protokol
