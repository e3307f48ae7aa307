// Which rule took what, line by line: for people who write rules.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "emit/emit.h"

namespace protokol {

namespace {

constexpr std::size_t widest_wording = 60;  // code points

// One thing to print beneath the line that it begins in.
struct Entry {
  Span span;
  std::string note;
};

// The byte that begins code point number `index` of the text.
std::size_t start_of(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  for (; index > 0 && at < text.size(); --index) at += utf8::decode(text, at).size;
  return at;
}

// The place's text on one line, shortened in its middle where it is long.
std::string wording(std::string_view text, Span span) {
  std::string line(text.substr(std::min<std::size_t>(span.from, text.size()), span.size()));
  std::replace(line.begin(), line.end(), '\n', ' ');
  const std::size_t size = utf8::count(line);
  if (size <= widest_wording) return line;
  return line.substr(0, start_of(line, widest_wording / 2)) + " … " +
         line.substr(start_of(line, size - widest_wording / 2));
}

std::vector<Entry> entries_of(const Protocol& protocol, std::string_view text) {
  std::vector<Entry> entries;
  for (const Claim& claim : protocol.claims) {
    std::string note = fmt::format("{}: {}", claim.rule, wording(text, claim.span));
    if (!claim.field.empty()) note += " => " + claim.field;
    if (!claim.value.empty()) note += " = " + claim.value;
    entries.push_back({claim.span, std::move(note)});
  }
  for (const Unread& unread : protocol.unread) {
    entries.push_back({unread.span, "? unread: " + wording(text, unread.span)});
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.span.from != b.span.from ? a.span.from < b.span.from : a.span.to > b.span.to;
  });
  return entries;
}

}  // namespace

std::string explanation(const Protocol& protocol, std::string_view text) {
  const std::vector<Entry> entries = entries_of(protocol, text);
  std::string out;
  std::vector<Span> around;  // the claims that the next one may lie within
  std::size_t next = 0;
  std::size_t number = 1;
  for (std::size_t from = 0; from < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    out += fmt::format("{:>5}  {}\n", number, text.substr(from, end - from));
    for (; next < entries.size() && (entries[next].span.from <= end || end == text.size()); ++next) {
      const Span span = entries[next].span;
      while (!around.empty() && (span.from >= around.back().to || span.to > around.back().to))
        around.pop_back();
      out += fmt::format("{:{}}{}\n", "", 9 + 2 * around.size(), entries[next].note);
      around.push_back(span);
    }
    from = end + 1;
  }
  return out;
}

}  // namespace protokol
