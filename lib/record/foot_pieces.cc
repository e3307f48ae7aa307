// Cutting a line of the foot into pieces.
#include "record/foot_pieces.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "record/parties.h"
#include "record/person_names.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_foot = 400;  // tokens of one unit that are looked at
constexpr std::string_view foot_signs = "_/|:;,.-*()[]";

class FootCutter {
 public:
  FootCutter(const Passage& passage, const Language& language, Gap first_gap)
      : passage_(passage), language_(language), first_gap_(first_gap) {
    passage_.tokens.to = std::min(passage_.tokens.to, passage_.tokens.from + longest_foot);
    marks_ = language.grammar.find(*passage.text, passage_.tokens, foot_group());
    persons_ = find_persons(passage_, Case::nominative, language);
  }

  std::vector<FootPiece> cut() {
    std::uint32_t t = passage_.tokens.from;
    std::uint32_t role = t;
    while (t < passage_.tokens.to) {
      if (const FoundParty* person = person_at(t)) {
        wording(role, t);
        add(FootMark::name, person->name).name = person->party.name;
        role = t = person->name.to;
        skip_remark(t, role);
        continue;
      }
      if (const Mark* mark = mark_at(t)) {
        if (mark->kind == "role" || mark->kind == "members") {
          if (t > role) wording(role, t), role = t;
          t = mark->tokens.to;
          continue;
        }
        wording(role, t);
        t = role = mark->tokens.to;
        if (mark->kind == "end") add(FootMark::end, mark->tokens);
        if (mark->kind == "certified") add(FootMark::certified, mark->tokens);
        if (mark->kind == "list") t = role = names_listed(t);
        if (mark->kind == "end") return std::move(pieces_);
        continue;
      }
      if (const std::optional<Party> person = named_by_initial(role, t)) {
        wording(role, t);
        add(FootMark::name, {t, t + 3}).name = person->name;
        role = t += 3;
        continue;
      }
      if (t > role && parts(t)) wording(role, t), role = t;
      ++t;
    }
    wording(role, passage_.tokens.to);
    return std::move(pieces_);
  }

 private:
  std::string_view foot_group() const {
    const Table* table = language_.grammar.table("foot.groups");
    return table && !table->empty() && table->front().size() > 1 ? std::string_view(table->front()[1])
                                                                 : std::string_view();
  }

  const FoundParty* person_at(std::uint32_t token) const {
    auto person =
        std::ranges::find_if(persons_, [token](const FoundParty& one) { return one.name.from == token; });
    return person == persons_.end() ? nullptr : &*person;
  }

  const Mark* mark_at(std::uint32_t token) const {
    auto mark = std::ranges::lower_bound(marks_, token, {}, [](const Mark& one) { return one.tokens.from; });
    return mark == marks_.end() || mark->tokens.from != token ? nullptr : &*mark;
  }

  Gap gap(std::uint32_t token) const {
    return token <= passage_.tokens.from ? first_gap_ : gap_before(*passage_.text, passage_.document, token);
  }

  /// A new line, a column or a place for the hand parts post and name.
  bool parts(std::uint32_t token) const {
    return gap(token) != Gap::space || is_sign(*passage_.text, token, "_/|");
  }

  FootPiece& add(FootMark mark, Span tokens) {
    std::uint32_t first = tokens.from;
    while (first > passage_.tokens.from && gap(first) == Gap::space &&
           is_sign(*passage_.text, first - 1, foot_signs))
      --first;
    pieces_.push_back({mark, passage_.within(tokens), {}, gap(first), false});
    return pieces_.back();
  }

  /// «Вела протокол | Р. Кобзарь»: behind an office one initial and the line's last word, which may be any.
  std::optional<Party> named_by_initial(std::uint32_t role, std::uint32_t token) const {
    const std::uint32_t end = token + 3;
    if (end > passage_.tokens.to || !mark_at(role) || !is_sign(*passage_.text, token + 1, "."))
      return std::nullopt;
    if (!passage_.token(token).capital || passage_.at(token).size() != 1) return std::nullopt;
    if (end < passage_.tokens.to && gap(end) == Gap::space) return std::nullopt;
    const auto found = read_parties(passage_.within({token, end}), Case::nominative, language_);
    const bool one = found.size() == 1 && found.front().kind == PartyKind::person;
    return one ? std::optional(found.front().party) : std::nullopt;
  }

  /// «(с особым мнением)» behind a name.
  void skip_remark(std::uint32_t& t, std::uint32_t& role) const {
    std::uint32_t open = t;
    while (open < passage_.tokens.to && is_sign(*passage_.text, open, "_/. ")) ++open;
    if (!is_sign(*passage_.text, open, "(") || person_at(open + 1)) return;
    while (open < passage_.tokens.to && !is_sign(*passage_.text, open, ")")) ++open;
    t = role = std::min(open + 1, passage_.tokens.to);
  }

  /// Posts, and surnames without initials behind them.
  void wording(std::uint32_t from, std::uint32_t to) {
    Passage piece = trimmed(passage_.within({from, to}), foot_signs);
    if (piece.empty()) return;
    bool letters = false;
    for (std::uint32_t t = piece.tokens.from; t < piece.tokens.to; ++t)
      letters = letters || is_word(*piece.text, t);
    if (!letters) return;
    const Mark* mark = mark_at(piece.tokens.from);
    bool members = mark && mark->kind == "members";
    bool opens = members || (mark && mark->kind == "role");
    if (!opens && is_surname(piece)) {
      add(FootMark::name, piece.tokens).name = protokol::wording(piece);
      return;
    }
    std::uint32_t surname = opens ? surname_within(piece, mark->tokens.to) : piece.tokens.to;
    add(members ? FootMark::members : FootMark::role, {piece.tokens.from, surname}).opens_role = opens;
    if (surname < piece.tokens.to) {
      add(FootMark::name, {surname, piece.tokens.to}).name =
          protokol::wording(piece.within({surname, piece.tokens.to}));
    }
  }

  /// A word with one capital that may be a surname: no initial, no acronym.
  bool is_capitalised(std::uint32_t token) const {
    return is_word(*passage_.text, token) && passage_.token(token).capital &&
           !passage_.token(token).capitals && passage_.at(token).size() > 2 &&
           !has_letters_of_acronym(passage_, token);
  }

  bool unknown_capital(std::uint32_t token) const {
    return is_capitalised(token) && !language_.dictionary.knows(passage_.at(token));
  }

  /// «Председатель: Котов», though the dictionary knows cats.
  bool is_surname_behind_sign(std::uint32_t token) const {
    return token > passage_.tokens.from && is_sign(*passage_.text, token - 1, ":-") &&
           is_word(*passage_.text, token) && passage_.token(token).capital &&
           !passage_.token(token).capitals && language_.people.has_surname_ending(passage_.at(token));
  }

  /// «Записала Гримм», «Вёл протокол Жук»: nothing else stands behind the office, and it names no thing.
  bool is_lone_name(std::uint32_t token, std::uint32_t behind) const {
    while (is_sign(*passage_.text, behind, ":-")) ++behind;
    const std::string_view word = passage_.at(token);
    return token == behind && is_capitalised(token) &&
           !language_.people.in_any({PeopleTable::posts, PeopleTable::bodies}, word) &&
           !language_.dictionary.names_thing(word);
  }

  /// In a field of its own behind a post: one to three capitalised words.
  bool is_surname(const Passage& piece) const {
    if (pieces_.empty() || pieces_.back().mark != FootMark::role || piece.tokens.size() > 3) return false;
    if (language_.people.in(PeopleTable::sides, piece.at(piece.tokens.from))) return false;  // «От Заказчика»
    std::uint32_t first = piece.tokens.from;
    while (first > passage_.tokens.from && gap(first) == Gap::space &&
           is_sign(*passage_.text, first - 1, foot_signs))
      --first;
    bool same_line = gap(first) == Gap::wide || (gap(first) == Gap::space && first < piece.tokens.from);
    for (std::uint32_t t = piece.tokens.from; t < piece.tokens.to; ++t) {
      if (is_word(*piece.text, t) && !piece.token(t).capital) return false;
    }
    return same_line ? piece.at(piece.tokens.from).size() > 1
                     : piece.tokens.size() == 1 && unknown_capital(piece.tokens.from);
  }

  /// «Протокол вёл Ермишин», «Записала: секретарь Мамедова»: where the surname begins, else the end.
  std::uint32_t surname_within(const Passage& piece, std::uint32_t behind) const {
    std::uint32_t last = piece.tokens.to - 1;
    const bool named = unknown_capital(last) || is_surname_behind_sign(last) || is_lone_name(last, behind);
    bool follows = last >= behind && named && !passage_.token(piece.tokens.from).capitals;
    bool others_small = true;
    for (std::uint32_t t = piece.tokens.from + 1; t < last; ++t) {
      others_small = others_small && !(is_word(*piece.text, t) && passage_.token(t).capital && t > behind);
    }
    return follows && others_small ? last : piece.tokens.to;
  }

  /// «Подписи: Чижова, Тучкова»
  std::uint32_t names_listed(std::uint32_t from) {
    std::uint32_t to = from;
    while (to < passage_.tokens.to && (to == from || gap(to) < Gap::line)) ++to;
    bool initials = std::ranges::any_of(
        persons_, [&](const FoundParty& one) { return one.name.from >= from && one.name.from < to; });
    if (initials) return from;
    for (std::uint32_t start = from; start < to;) {
      std::uint32_t end = start;
      while (end < to && !is_sign(*passage_.text, end, ",;")) ++end;
      Passage name = trimmed(passage_.within({start, end}), foot_signs);
      if (!name.empty() && name.tokens.size() <= 3)
        add(FootMark::name, name.tokens).name = protokol::wording(name);
      start = end + 1;
    }
    return to;
  }

  Passage passage_;
  const Language& language_;
  Gap first_gap_;
  std::vector<Mark> marks_;
  std::vector<FoundParty> persons_;
  std::vector<FootPiece> pieces_;
};

}  // namespace

std::vector<FootPiece> foot_pieces(const Outline& outline, const Unit& unit, const Language& language) {
  std::vector<Passage> passages = unit.cells;
  if (passages.empty())
    passages.push_back(outline.whole(unit).within(
        {unit.heading.found() ? unit.heading.tokens.from : unit.tokens.from, unit.whole.to}));
  Gap gap = unit.inside ? Gap::space : unit.blank_before > 0 ? Gap::blank : Gap::line;
  std::vector<FootPiece> pieces;
  for (const Passage& passage : passages) {
    if (passage.empty()) continue;
    std::vector<FootPiece> more = FootCutter(passage, language, gap).cut();
    pieces.insert(pieces.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
    gap = Gap::wide;
  }
  return pieces;
}

}  // namespace protokol
