// Pairing posts and names of the foot.
#include "record/signatures.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "record/foot_pieces.h"
#include "record/head_items.h"
#include "record/head_organization.h"
#include "record/headless_decisions.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_foot = 24;   // units looked at from the end, where no section tells
constexpr std::uint32_t most_passed = 4;     // units below the signatures: a typist's mark, a page number
constexpr std::uint32_t longest_annex = 60;  // units of an annex below the signatures
constexpr std::uint32_t longest_tail = 60;   // tokens at the end of a run-on paragraph
constexpr std::uint32_t longest_role = 12;   // tokens of a post in such a tail
constexpr std::uint32_t longest_remark = 3;  // tokens behind a name
constexpr std::uint32_t longest_line = 60;   // tokens of a unit that may be a signature

/// A post that waits for its name.
struct Waiting {
  std::vector<Passage> role;
  bool members = false;
};

class SignatureReading {
 public:
  explicit SignatureReading(const Language& language) : language_(language) {}

  void unit(const std::vector<FootPiece>& pieces) {
    for (const FootPiece& piece : pieces) {
      if (piece.mark == FootMark::certified) certified_ = true;
      if (piece.mark == FootMark::role || piece.mark == FootMark::members) role(piece);
      if (piece.mark == FootMark::name) name(piece);
      if (piece.mark == FootMark::end) role_on_line_ = false;
    }
  }

  FoundSignatures take() {
    while (!waiting_.empty()) sign(nullptr);
    return std::move(found_);
  }

 private:
  void role(const FootPiece& piece) {
    bool own_line = piece.before == Gap::line || piece.before == Gap::blank;
    bool another =
        waiting_.empty() || piece.opens_role || piece.mark == FootMark::members || piece.before == Gap::blank;
    // «Председатель коллегии, / руководитель управления»: a small letter goes on.
    bool small = is_word(*piece.passage.text, piece.passage.tokens.from) &&
                 !piece.passage.token(piece.passage.tokens.from).capital;
    if (!waiting_.empty() && small && piece.before != Gap::blank) another = false;
    if (piece.before == Gap::wide && role_on_line_ && piece.opens_role) another = true;
    if (another) waiting_.push_back({{}, piece.mark == FootMark::members});
    std::vector<Passage>& parts = waiting_.back().role;
    // Neighbours are one wording, with the comma between them.
    bool adjoins = !parts.empty() && parts.back().text == piece.passage.text &&
                   parts.back().tokens.to <= piece.passage.tokens.from &&
                   piece.passage.tokens.from - parts.back().tokens.to <= 1;
    if (adjoins)
      parts.back().tokens.to = piece.passage.tokens.to;
    else
      parts.push_back(piece.passage);
    if (own_line || another) role_on_line_ = true;
  }

  /// A name behind a post on its line takes that post, one on a line of its own the first that waits.
  void name(const FootPiece& piece) {
    bool own_line = piece.before == Gap::line || piece.before == Gap::blank;
    if (!own_line) {
      while (waiting_.size() > 1) sign(nullptr);
    }
    sign(&piece);
    role_on_line_ = false;
  }

  void sign(const FootPiece* name) {
    Waiting post;
    if (!waiting_.empty()) {
      post = std::move(waiting_.front());
      waiting_.pop_front();
    }
    Signature signature;
    signature.role = title_wording(post.role);
    if (name) signature.name = name->name;
    std::vector<Passage> all = post.role;
    if (name) all.push_back(name->passage);
    if (all.empty()) return;
    signature.span = {source(all.front()).from, source(all.front()).to};
    for (const Passage& one : all) {
      signature.span.from = std::min(signature.span.from, source(one).from);
      signature.span.to = std::max(signature.span.to, source(one).to);
    }
    Office office = office_of(post.role);
    if (certified_ && (office != Office::chair || !found_.signatures.empty())) return;
    if (post.members) signature.role.clear();
    if (!signature.name.empty()) {
      Party party;
      party.name = signature.name;
      party.span = signature.span;
      party.rule = "layout.signature";
      if (office == Office::chair && found_.chair.empty()) found_.chair.push_back(party);
      if (office == Office::secretary && found_.secretary.empty()) found_.secretary.push_back(party);
    }
    found_.claims.push_back({signature.span, "layout.signature",
                             "signatures[" + std::to_string(found_.signatures.size()) + "]", signature.name});
    found_.signatures.push_back(std::move(signature));
  }

  /// Which office the post tells of: the first mark of the group of offices.
  Office office_of(const std::vector<Passage>& role) const {
    for (const Passage& part : role) {
      // «Протокол:» is the secretary with its colon.
      Span tokens{part.tokens.from, std::min(part.tokens.to + 1, part.text->size())};
      for (const Mark& mark :
           language_.grammar.find(*part.text, tokens, head_group(language_.grammar, "office"))) {
        if (mark.kind == "chair") return Office::chair;
        return mark.kind == "secretary" ? Office::secretary : Office::none;
      }
    }
    return Office::none;
  }

  const Language& language_;
  std::deque<Waiting> waiting_;
  bool role_on_line_ = false, certified_ = false;
  FoundSignatures found_;
};

/// The units of the sections of signatures, in order.
std::vector<std::uint32_t> foot_units(const std::vector<Section>& sections) {
  std::vector<std::uint32_t> units;
  for (const Section& section : sections) {
    if (section.kind != SectionKind::signatures) continue;
    for (std::uint32_t unit = section.from; unit < section.to; ++unit) units.push_back(unit);
  }
  return units;
}

/// A post of the meeting with its name and little else.
bool is_signature(const Outline& outline, const Unit& unit, const Language& language) {
  if (unit.marker.kind != MarkerKind::none || unit.whole.size() > longest_line / 2) return false;
  std::vector<FootPiece> pieces = foot_pieces(outline, unit, language);
  return pieces.size() >= 2 && pieces.front().opens_role && pieces.back().mark == FootMark::name &&
         pieces.back().before == Gap::wide && may_be_signature(outline, unit, language);
}

/// The last units that look like a foot; a few lines below them may be the typist's.
std::vector<std::uint32_t> units_like_foot(const Outline& outline, const std::vector<Section>& sections,
                                           const Language& language) {
  std::vector<std::uint32_t> units;
  std::uint32_t passed = 0;
  bool decided = false;
  for (auto section = sections.rbegin(); section != sections.rend(); ++section) {
    if (section->kind == SectionKind::head || units.size() > longest_foot) break;
    // Lists of people and questions above the decisions are no foot, though their lines look like one.
    if (decided && (is_attendance(section->kind) || section->kind == SectionKind::agenda)) break;
    decided = decided || section->kind == SectionKind::decisions;
    for (std::uint32_t unit = section->to; unit > section->from; --unit) {
      // Farther up, behind an annex, only a post with its name is believed.
      const Unit& candidate = outline.units[unit - 1];
      bool near = !units.empty() || (passed <= most_passed && section->kind != SectionKind::appendix);
      bool signature =
          near ? may_be_signature(outline, candidate, language) : is_signature(outline, candidate, language);
      if (signature) {
        units.push_back(unit - 1);
      } else if (!units.empty() || ++passed > longest_annex) {
        std::ranges::reverse(units);
        return units;
      }
    }
  }
  std::ranges::reverse(units);
  return units;
}

/// «… принято единогласно. Председатель Р. Р. Рогов Секретарь М. М. Маслова»: the last unit that says
/// something.
FoundSignatures signatures_in_tail(const Outline& outline, const std::vector<Section>& sections,
                                   const Language& language) {
  for (auto section = sections.rbegin(); section != sections.rend(); ++section) {
    if (section->kind == SectionKind::appendix || section->to == section->from) continue;
    const Unit& unit = outline.units[section->to - 1];
    std::optional<std::uint32_t> from = signature_tail(outline, unit, language);
    if (!from) return {};
    Unit tail = unit;
    tail.heading = {};
    tail.whole.from = tail.tokens.from = *from;
    SignatureReading reading(language);
    reading.unit(foot_pieces(outline, tail, language));
    return reading.take();
  }
  return {};
}

bool is_named(const FoundSignatures& found) {
  return std::ranges::any_of(found.signatures, [](const Signature& one) { return !one.name.empty(); });
}

/// «24-15-60», «8 (3022) 24-15-60»
bool is_telephone(const Passage& line) {
  bool digits = false;
  for (std::uint32_t t = line.tokens.from; t < line.tokens.to; ++t) {
    if (is_word(*line.text, t)) return false;
    digits = digits || line.token(t).kind == TokenKind::number;
  }
  return digits;
}

/// «Бойко Ирина Львовна / 24-15-60»: whom to ask, below the signatures.
bool names_typist(const Outline& outline, std::uint32_t unit, const std::vector<FootPiece>& pieces) {
  const bool name_alone = pieces.size() == 1 && pieces.front().mark == FootMark::name;
  return name_alone && unit + 1 < outline.units.size() &&
         is_telephone(outline.whole(outline.units[unit + 1]));
}

FoundSignatures read_units(const Outline& outline, const std::vector<std::uint32_t>& units,
                           const Language& language) {
  SignatureReading reading(language);
  for (std::uint32_t unit : units) {
    const std::vector<FootPiece> pieces = foot_pieces(outline, outline.units[unit], language);
    if (names_typist(outline, unit, pieces)) break;
    reading.unit(pieces);
  }
  return reading.take();
}

}  // namespace

FoundSignatures read_signatures(const Outline& outline, const std::vector<Section>& sections,
                                const Language& language) {
  FoundSignatures found = read_units(outline, foot_units(sections), language);
  if (is_named(found)) return found;
  FoundSignatures other = read_units(outline, units_like_foot(outline, sections, language), language);
  if (!is_named(other) && found.signatures.empty()) other = signatures_in_tail(outline, sections, language);
  return is_named(other) ? other : found;
}

std::optional<std::uint32_t> signature_tail(const Outline& outline, const Unit& unit,
                                            const Language& language) {
  if (unit.kind == UnitKind::row || unit.tokens.empty()) return std::nullopt;
  Unit tail = unit;
  tail.heading = {};
  if (tail.tokens.size() > longest_tail) tail.tokens.from = tail.tokens.to - longest_tail;
  tail.whole = tail.tokens;
  std::vector<FootPiece> pieces = foot_pieces(outline, tail, language);
  std::optional<std::uint32_t> from;
  bool named = false;
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    if (piece->mark == FootMark::end) continue;
    if (piece->mark == FootMark::name) {
      named = true;
      continue;
    }
    const Passage& role = piece->passage;
    if (!named || !piece->opens_role || role.tokens.size() > longest_role ||
        !role.token(role.tokens.from).capital)
      break;
    from = role.tokens.from;
  }
  return from;
}

bool may_be_signature(const Outline& outline, const Unit& unit, const Language& language) {
  if (unit.whole.empty() || unit.whole.size() > longest_line) return false;
  std::vector<FootPiece> pieces = foot_pieces(outline, unit, language);
  if (pieces.empty() || pieces.front().mark == FootMark::end) return false;
  bool role = std::ranges::any_of(pieces, &FootPiece::opens_role);
  bool named =
      std::ranges::any_of(pieces, [](const FootPiece& piece) { return piece.mark == FootMark::name; });
  const Passage line = outline.whole(unit);
  // «Котов И. И.:» over what he has to do
  if (named && !role && is_sign(*line.text, line.tokens.to - 1, ":")) return false;
  std::uint32_t words = 0;
  bool behind_name = false;
  for (const FootPiece& piece : pieces) {
    behind_name = behind_name || piece.mark == FootMark::name;
    if (piece.mark != FootMark::role) continue;
    words += piece.passage.tokens.size();
    if (behind_name && !piece.opens_role && piece.passage.tokens.size() > longest_remark)
      return false;  // prose
  }
  if (unit.marker.kind != MarkerKind::none && !(role && named)) return false;
  if (pieces.front().mark == FootMark::certified) return true;
  return pieces.front().opens_role ? words < longest_line / 2 : named && words == 0;
}

}  // namespace protokol
