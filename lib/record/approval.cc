// Reading stamps of approval: the lines below the word, up to the day.
#include "record/approval.h"

#include <algorithm>
#include <string>
#include <utility>

#include "record/head_organization.h"
#include "record/parties.h"

namespace protokol {

namespace {

constexpr std::uint32_t longest_stamp = 9;  // lines

bool has_initials(const Passage& passage) {
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    if (is_word(*passage.text, t) && passage.at(t).size() == 1 && passage.token(t).capital &&
        is_sign(*passage.text, t + 1, "."))
      return true;
  }
  return false;
}

/// ««___» ________ 2019 г.»: a day to be filled in.
bool is_blank_day(const Passage& passage) {
  std::uint32_t strokes = 0;
  for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
    if (is_sign(*passage.text, t, "_")) ++strokes;
  }
  return strokes > 2 && !has_initials(passage);
}

class StampReading {
 public:
  StampReading(const std::vector<HeadItem>& items, const Language& language)
      : items_(items), language_(language), words_(language) {
    found_.taken.resize(items.size());
    found_.agreed.resize(items.size());
  }

  FoundApproval read() {
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (items_[i].mark == HeadMark::stamp && items_[i].core && !found_.taken[i] && !is_predicate(i))
        stamp(i);
    }
    return std::move(found_);
  }

 private:
  /// «Состав совета утверждён в количестве 19 человек»: within a sentence it is a verb.
  bool is_predicate(std::uint32_t i) const {
    const Passage& stamp = items_[i].passage;
    const std::uint32_t first = stamp.tokens.from;
    return first > 0 && is_word(*stamp.text, first - 1) && !stamp.token(first).capital &&
           gap_before(*stamp.text, stamp.document, first) == Gap::space;
  }

  void stamp(std::uint32_t from) {
    bool passive = items_[from].value == "approved by";
    std::vector<Passage> posts;
    std::optional<std::uint32_t> name;
    std::string date;
    Span day;
    found_.taken[from] = true;
    std::uint32_t i = from + 1;
    for (; i < items_.size() && belongs(i, from, name.has_value()); ++i) {
      found_.taken[i] = true;
      const HeadItem& item = items_[i];
      if (item.mark == HeadMark::date) date = item.value;
      if (item.mark == HeadMark::foreign && date.empty()) date = date_within(item.passage);
      if (!date.empty() || is_blank_day(item.passage)) {
        day = source(item.passage);
        ++i;
        break;
      }
      if (item.mark == HeadMark::nothing || item.mark == HeadMark::number || is_signature_line(item.passage))
        continue;
      if (passive && item.mark == HeadMark::foreign) continue;  // approved by a paper, not by a person
      if (!name && has_initials(item.passage)) name = i;
      posts.push_back(item.passage);
    }
    while (i < items_.size() && items_[i].before == Gap::space && items_[i].mark == HeadMark::number)
      found_.taken[i++] = true;
    if (items_[from].value == "agreed") {
      for (std::uint32_t k = from; k < i; ++k) found_.agreed[k] = found_.taken[k];
      return;
    }
    if (found_.approval) return;
    record(from, posts, passive, std::move(date), day);
  }

  /// Up to the day, the meeting's own words, or the line below the name.
  bool belongs(std::uint32_t i, std::uint32_t from, bool named) const {
    const HeadItem& item = items_[i];
    if (item.line > items_[from].line + longest_stamp) return false;
    if (item.mark == HeadMark::kind || item.mark == HeadMark::stamp || item.mark == HeadMark::label)
      return false;
    bool own_line = item.before == Gap::line || item.before == Gap::blank;
    bool day = item.mark == HeadMark::date || item.mark == HeadMark::nothing || is_blank_day(item.passage);
    if (named && own_line && !day) return false;
    if (item.before == Gap::blank && !day && item.line > items_[from].line + 1)
      return has_initials(item.passage);
    return !(own_line && item.mark == HeadMark::text && words_.opens_with_meeting(item.passage, 4));
  }

  /// The place for a hand: «/подпись/», strokes.
  static bool is_signature_line(const Passage& passage) {
    for (std::uint32_t t = passage.tokens.from; t < passage.tokens.to; ++t) {
      if (passage.token(t).kind != TokenKind::sign) return false;
    }
    return true;
  }

  /// The day of the order that approved: «приказом директора от 05.09.2019 № 15».
  std::string date_within(const Passage& passage) const {
    for (std::uint32_t t = passage.tokens.from + 1; t < passage.tokens.to; ++t) {
      if (passage.token(t).kind != TokenKind::number) continue;
      for (const Mark& mark : language_.grammar.find(*passage.text, {t, passage.tokens.to},
                                                     head_group(language_.grammar, "head"))) {
        if (mark.kind == "date") return mark.value;
      }
    }
    return {};
  }

  /// «Губернатором области», on however many lines it stood: the post in the nominative.
  std::string post_in(const std::string& words) const {
    const std::vector<Span> pieces{{0, static_cast<std::uint32_t>(words.size())}};
    const TokenText text = tokenize(prepare(words, pieces), words);
    const Passage whole{&text, words, {0, text.size()}};
    std::vector<FoundParty> parties = read_parties(whole, Case::instrumental, language_);
    return parties.empty() ? std::string() : std::move(parties.front().party.role);
  }

  /// ««Школа № 3» ______»: the number's own piece ended before the mark that closes the name.
  static void close_quotation(Passage& post) {
    const std::uint32_t next = post.tokens.to;
    if (next < post.text->size() && is_sign(*post.text, next, "\"") && !post.token(next).space_before)
      ++post.tokens.to;
  }

  void record(std::uint32_t from, const std::vector<Passage>& posts, bool passive, std::string date,
              Span day) {
    Approval approval;
    approval.date = date.size() > 5 ? std::move(date) : std::string();
    approval.span = source(items_[from].passage);
    approval.span.to = std::max(approval.span.to, day.to);
    std::vector<Passage> role;
    for (Passage post : posts) {
      approval.span.to = std::max(approval.span.to, source(post).to);
      for (FoundParty& person :
           find_persons(post, passive ? Case::instrumental : Case::nominative, language_)) {
        if (approval.name.empty()) approval.name = std::move(person.party.name);
        post.tokens.to = std::min(post.tokens.to, person.name.from);
        if (role.empty() && posts.size() == 1) approval.role = std::move(person.party.role);
      }
      post = trimmed(post, "_/|.,;:-");
      if (post.empty()) continue;
      // Lines of one text are one wording, with the signs at their ends.
      if (!role.empty() && role.back().text == post.text)
        role.back().tokens.to = post.tokens.to;
      else
        role.push_back(post);
    }
    if (!role.empty()) {
      close_quotation(role.back());
      std::string words = title_wording(role);
      if (!passive)
        approval.role = std::move(words);
      else if (std::string post = post_in(words); !post.empty())
        approval.role = std::move(post);
    }
    if (approval.name.empty() && approval.role.empty() && approval.date.empty()) return;
    found_.approval = std::move(approval);
  }

  const std::vector<HeadItem>& items_;
  const Language& language_;
  MeetingWords words_;
  FoundApproval found_;
};

}  // namespace

FoundApproval read_approval(const std::vector<HeadItem>& items, const Language& language) {
  return StampReading(items, language).read();
}

}  // namespace protokol
