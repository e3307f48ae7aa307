// Run-on text becomes units where the next heading, the next item of a list or the foot begins.
#include "record/unit_cutter.h"

#include <algorithm>
#include <utility>

#include "record/groups.h"

namespace protokol {

namespace {

class Cutter {
 public:
  Cutter(const Passage& paragraph, ParagraphPlace place, const Marker& running, const Language& language,
         const std::unordered_set<std::string>& abbreviations)
      : paragraph_(paragraph),
        text_(*paragraph.text),
        place_(place),
        abbreviations_(abbreviations),
        numbers_(running) {
    skip_page_number(language);
    headings_ = headings_behind_marker(language);
    find_candidates();
    if (place != ParagraphPlace::inner) find_signatures(language);
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
    bool loose = false;  ///< no stop before it: only its like beside it tell that a list goes on
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
      const bool loose = !open && is_loose_number(at);
      if (!open && !loose && !is_bracketed_number(at)) continue;
      Marker marker = marker_from(at);
      if (marker.kind == MarkerKind::none || !(open || loose || counts_on(marker))) continue;
      candidates_.push_back({at, std::move(marker), loose});
    }
  }

  /// «… до среды 2. Чернозём …», «против – 0 2. Заявление …»: what stands before it has lost its stop; a
  /// capital behind it.
  bool is_loose_number(std::uint32_t at) const {
    return text_.tokens[at].kind == TokenKind::number && text_.tokens[at].space_before &&
           text_.tokens[at - 1].kind != TokenKind::sign && is_sign(text_, at + 1, ".") &&
           is_word(text_, at + 2) && text_.tokens[at + 2].capital && text_.at(at + 2).size() > 1;
  }

  bool is_bracketed_number(std::uint32_t at) const {
    return text_.tokens[at].kind == TokenKind::number && is_sign(text_, at + 1, ")") &&
           text_.tokens[at].space_before;
  }

  /// «1) О крыше 2) О заборе», «1) крышу чинить 2) забор красить»: the next number needs no stop before it; a
  /// small letter may stand behind it only where it counts on from another.
  bool counts_on(const Marker& marker) const {
    const std::uint32_t word = marker.tokens.to;
    if (word >= paragraph_.tokens.to || !is_word(text_, word)) return false;
    if (!candidates_.empty()) return may_follow(candidates_.back().marker, marker);
    const Marker first = marker_from(paragraph_.tokens.from);
    if (first.kind != MarkerKind::none) return may_follow(first, marker);
    return text_.tokens[word].capital && marker.path == std::vector<std::uint32_t>{1};
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
    return place_ == ParagraphPlace::last_behind_talk ||
           std::ranges::any_of(headings_, [at](const Heading& heading) {
             return heading.tokens.from < at && begins_talk(heading);
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
    bullet_ = marker.kind == MarkerKind::bullet ? marker.sign : '\0';
    bullet_inside_ = bullet_ != '\0' && marker.tokens.from > paragraph_.tokens.from;
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
    const bool counts = unit.heading.section == SectionKind::vote;  // «За – 7. Против – 1.»
    if (unit.heading.found() && !counts && at < paragraph_.tokens.to && may_open(at)) return at;
    std::uint32_t end = paragraph_.tokens.to;
    auto heading =
        std::ranges::upper_bound(headings_, at, {}, [](const Heading& h) { return h.tokens.from; });
    while (counts && heading != headings_.end() && heading->section == SectionKind::vote) ++heading;
    if (heading_at(at) && unit.heading.found())
      end = at;
    else if (heading != headings_.end())
      end = heading->tokens.from;
    if (foot_ > at && foot_ < end) end = foot_;
    while (next_candidate_ < candidates_.size() && candidates_[next_candidate_].at <= at) ++next_candidate_;
    for (; next_candidate_ < candidates_.size() && candidates_[next_candidate_].at < end; ++next_candidate_) {
      if (begins_unit(next_candidate_, !counts)) return candidates_[next_candidate_].at;
    }
    return end;
  }

  /// Whether a list opens right at `at`, behind a heading.
  bool may_open(std::uint32_t at) const {
    const Marker marker = marker_from(at);
    if (marker.kind == MarkerKind::none) return false;
    if (marker.kind == MarkerKind::bullet) {
      return marker.sign == '\x95' ||
             (is_spaced_bullet(at) && is_sign(text_, at - 1, ":") && has_second(marker));
    }
    return !marker.capital || marker.kind == MarkerKind::roman;
  }

  /// `new_list`: a list may open here, too.
  bool begins_unit(std::size_t index, bool new_list) const {
    const auto& [at, marker, loose] = candidates_[index];
    if (marker.kind == MarkerKind::bullet) return begins_bullet(index, new_list);
    if (loose && !is_counted_through(index)) return false;
    // «Присутствовало: 9. Отсутствовали: …»: a count, and no number of the heading's.
    const bool is_count = is_sign(text_, at - 1, ":-");
    if (marker.kind != MarkerKind::letter && !is_count && heading_at(marker.tokens.to)) return true;
    if (marker.kind == MarkerKind::letter && marker.sign == '.') return false;
    const Marker& last = last_of(marker.kind);
    if (last.kind != MarkerKind::none && may_follow(last, marker)) return true;
    return new_list && may_open_list(marker) && opens_here(index);
  }

  /// «• …», or «- …» and «* …» where their list goes on or, behind a colon, begins.
  bool begins_bullet(std::size_t index, bool new_list) const {
    const auto& [at, marker, loose] = candidates_[index];
    if (marker.sign == '\x95') return text_.tokens[at].space_before;
    if (marker.sign != '-' && marker.sign != '*') return false;
    // «– директору Котову И. И. – Провести …» on a line of its own is one item.
    if (bullet_ == marker.sign) return bullet_inside_ || !stands_behind_initial(at);
    return new_list && is_sign(text_, at - 1, ":") && has_second(marker);
  }

  bool has_second(const Marker& bullet) const {
    const auto next = std::ranges::upper_bound(candidates_, bullet.tokens.from, {}, &Candidate::at);
    return next != candidates_.end() && may_follow(bullet, next->marker);
  }

  /// A number without a stop before it: no other of its path may follow, and its neighbours must count on.
  bool is_counted_through(std::size_t index) const {
    constexpr std::size_t farthest = 40;
    const Marker& marker = candidates_[index].marker;
    const std::size_t last = std::min(candidates_.size(), index + farthest);
    for (std::size_t next = index + 1; next < last; ++next) {
      if (candidates_[next].marker.kind != marker.kind) continue;
      if (candidates_[next].marker.path == marker.path) return false;
      if (may_follow(marker, candidates_[next].marker)) return true;
    }
    const std::size_t first = index - std::min(index, farthest);
    for (std::size_t before = first; before < index; ++before) {
      if (candidates_[before].loose && may_follow(candidates_[before].marker, marker)) return true;
    }
    return false;
  }

  /// A list opens behind a colon, or behind a sentence where its second item follows.
  bool opens_here(std::size_t index) const {
    constexpr std::size_t farthest = 40;
    const auto& [at, marker, loose] = candidates_[index];
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
    if (is_spaced_bullet(at)) return is_sign(text_, at - 1, ";:") || ends_before_bullet(at);
    if (kind == TokenKind::sign) return is_sign(text_, at, "\x95(\xA7");
    if (kind == TokenKind::word && text_.at(at).size() > 5) return false;
    if (kind == TokenKind::word && is_sign(text_, at - 1, ",")) return true;
    return is_sign(text_, at - 1, ".;:!?)\"") && !behind_abbreviation(at);
  }

  /// A dash or a star with a gap on either side, and a word behind it.
  bool is_spaced_bullet(std::uint32_t at) const {
    return is_sign(text_, at, "-*") && text_.tokens[at].space_before && is_word(text_, at + 1) &&
           text_.tokens[at + 1].space_before;
  }

  /// «… на сайте. - …», «… 2024 г. - Назначить …», but «отв. - Котов».
  bool ends_before_bullet(std::uint32_t at) const {
    constexpr std::size_t longest_abbreviation = 3;
    if (!is_sign(text_, at - 1, ".")) return false;
    if (!is_word(text_, at - 2) || text_.at(at - 2).size() > longest_abbreviation) return true;
    return text_.at(at - 2).size() == 1 && text_.tokens[at + 1].capital;
  }

  /// «… Гусеву К. Ю. - Положение …»
  bool stands_behind_initial(std::uint32_t at) const {
    return is_sign(text_, at - 1, ".") && text_.at(at - 2).size() == 1 && text_.tokens[at - 2].capital;
  }

  /// «п. 3.2», «см. 4.»
  bool behind_abbreviation(std::uint32_t at) const {
    if (!is_sign(text_, at - 1, ".") || at < paragraph_.tokens.from + 2 || !is_word(text_, at - 2))
      return false;
    return text_.at(at - 2).size() <= 4 && abbreviations_.contains(to_utf8(text_.at(at - 2)));
  }

  Passage paragraph_;
  const TokenText& text_;
  ParagraphPlace place_;
  const std::unordered_set<std::string>& abbreviations_;
  Span page_number_;
  std::vector<Heading> headings_;
  std::vector<Candidate> candidates_;
  std::uint32_t foot_ = 0;  ///< where signatures begin; 0 where there are none
  std::size_t next_candidate_ = 0;
  bool bullet_inside_ = false;         ///< within the paragraph, and not at its start
  char bullet_ = 0;                    ///< the dash or star that the last item had
  Marker numbers_, letters_, romans_;  ///< the last of each kind
};

}  // namespace

CutParagraph cut_paragraph(const Passage& paragraph, ParagraphPlace place, const Marker& running,
                           const Language& language, const std::unordered_set<std::string>& abbreviations) {
  Cutter cutter(paragraph, place, running, language, abbreviations);
  return {cutter.page_number(), cutter.cut()};
}

}  // namespace protokol
