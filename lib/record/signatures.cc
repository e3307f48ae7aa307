// Pairing posts and names of the foot.
#include "record/signatures.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "record/foot_pieces.h"
#include "record/head_items.h"
#include "record/head_organization.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_foot = 24;   // units looked at from the end, where no section tells
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
    bool another = waiting_.empty() || piece.opens_role || piece.mark == FootMark::members || piece.before == Gap::blank;
    // «Председатель коллегии, / руководитель управления»: a small letter goes on.
    bool small = is_word(*piece.passage.text, piece.passage.tokens.from) && !piece.passage.token(piece.passage.tokens.from).capital;
    if (!waiting_.empty() && small && piece.before != Gap::blank) another = false;
    if (piece.before == Gap::wide && role_on_line_ && piece.opens_role) another = true;
    if (another) waiting_.push_back({{}, piece.mark == FootMark::members});
    waiting_.back().role.push_back(piece.passage);
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
      for (const Mark& mark : language_.grammar.find(*part.text, part.tokens, head_group(language_.grammar, "office"))) {
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

/// The units of the foot, in order.
std::vector<std::uint32_t> foot_units(const Outline& outline, const std::vector<Section>& sections, const Language& language) {
  std::vector<std::uint32_t> units;
  std::uint32_t end = static_cast<std::uint32_t>(outline.units.size());
  for (const Section& section : sections) {
    if (section.kind == SectionKind::appendix && section.to == end) end = section.from;
    if (section.kind != SectionKind::signatures) continue;
    for (std::uint32_t unit = section.from; unit < section.to; ++unit) units.push_back(unit);
  }
  if (!units.empty()) return units;
  std::uint32_t least = end > longest_foot ? end - longest_foot : 0;
  for (std::uint32_t unit = end; unit > least; --unit) {
    bool signature = may_be_signature(outline, outline.units[unit - 1], language);
    if (signature) units.push_back(unit - 1);
    else if (!units.empty()) break;
  }
  std::ranges::reverse(units);
  return units;
}

}  // namespace

FoundSignatures read_signatures(const Outline& outline, const std::vector<Section>& sections, const Language& language) {
  SignatureReading reading(language);
  for (std::uint32_t unit : foot_units(outline, sections, language)) {
    reading.unit(foot_pieces(outline, outline.units[unit], language));
  }
  return reading.take();
}

bool may_be_signature(const Outline& outline, const Unit& unit, const Language& language) {
  if (unit.whole.empty() || unit.whole.size() > longest_line) return false;
  std::vector<FootPiece> pieces = foot_pieces(outline, unit, language);
  if (pieces.empty() || pieces.front().mark == FootMark::end) return false;
  bool role = std::ranges::any_of(pieces, &FootPiece::opens_role);
  bool named = std::ranges::any_of(pieces, [](const FootPiece& piece) { return piece.mark == FootMark::name; });
  std::uint32_t words = 0;
  for (const FootPiece& piece : pieces) {
    if (piece.mark == FootMark::role) words += piece.passage.tokens.size();
  }
  if (unit.marker.kind != MarkerKind::none && !(role && named)) return false;
  if (pieces.front().mark == FootMark::certified) return true;
  return pieces.front().opens_role ? words < longest_line / 2 : named && words == 0;
}

}  // namespace protokol
