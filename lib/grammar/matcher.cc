#include "grammar/matcher.h"

#include <algorithm>

#include "base/stream.h"
#include "base/time_limit.h"

namespace protokol::grammar {

namespace {

constexpr std::uint32_t most_remembered = 200'000;
constexpr std::uint32_t between_looks = 1024;  // at the clock, in tokens
constexpr std::uint32_t longest_stretch = 64;  // tokens

}  // namespace

Matcher::Matcher(const Program& program)
    : program_(&program),
      alphabet_(program),
      automaton_(program),
      best_(program.groups.size()),
      free_from_(program.groups.size()) {}

Matcher::Matcher(const Program& program, std::string_view learnt) : Matcher(program) {
  if (learnt.empty()) return;
  ReadStream stream(learnt);
  stream(alphabet_), stream(automaton_);
  if (!stream.failed && stream.bytes.empty()) return;
  alphabet_.forget();
  automaton_.forget();
}

std::string Matcher::learnt() {
  WriteStream stream;
  stream(alphabet_), stream(automaton_);
  return stream.bytes;
}

void Matcher::read(const TokenText& text, Span range) {
  if (alphabet_.size() > most_remembered) {
    alphabet_.forget();
    automaton_.forget();
    letters_.forget();
  }
  line_ = letters_.read(text, range, alphabet_);
}

bool Matcher::may_find(const TokenText& text, Span range, std::uint32_t group) {
  read(text, range);
  return group == none || line_.group_starts->next(group, range.from, range.to) < range.to;
}

const std::vector<Found>& Matcher::find(const TokenText& text, Span range, std::uint32_t group) {
  read(text, range);
  found_.clear();
  const auto next_start = [&](std::uint32_t from) {
    return group == none ? from : line_.group_starts->next(group, from, range.to);
  };
  std::uint32_t from = next_start(range.from);
  if (from >= range.to) return found_;
  if (group == none) {
    std::fill(free_from_.begin(), free_from_.end(), range.from);
  } else {
    free_from_[group] = range.from;
  }
  for (std::uint32_t looked = 0; from < range.to; from = next_start(from + 1)) {
    if (++looked % between_looks == 0 && time_is_up()) break;
    if (automaton_.is_large()) automaton_.forget();
    const auto start = automaton_.start(group, line_.border(from));
    if (automaton_.speaks(start)) listen(from, from, start);
    const auto second =
        automaton_.first(group, alphabet_, line_.letter(from), line_.border(from), line_.border(from + 1));
    if (second == Automaton::dead && runs_.empty()) continue;
    if (second != Automaton::dead) runs_.push_back({from + 1, second});
    while (!runs_.empty()) {
      const Run next = runs_.back();
      runs_.pop_back();
      run(from, next.at, next.state);
    }
    settle(from);
  }
  return found_;
}

void Matcher::run(std::uint32_t from, std::uint32_t at, Automaton::State state) {
  const std::uint32_t limit = std::min(line_.range.to, from + longest_match);
  while (at <= limit) {
    if (automaton_.speaks(state)) listen(from, at, state);
    if (at == limit) return;
    state = automaton_.next(state, alphabet_, line_.letter(at), line_.border(at + 1));
    if (state == Automaton::dead) return;
    ++at;
  }
}

void Matcher::listen(std::uint32_t from, std::uint32_t at, Automaton::State state) {
  for (const Accepted& end : automaton_.accepted(state)) {
    if (from < free_from_[end.group]) continue;
    Best& best = best_[end.group];
    if (best.to == 0) touched_.push_back(end.group);
    if (at > best.to || (at == best.to && end.line < best.line)) best = {at, end.line};
  }
  if (at == line_.range.to) return;
  for (std::size_t i = 0; i < automaton_.pending(state).size(); ++i) {
    const Pending wanted = automaton_.pending(state)[i];  // resume may move the states
    const std::uint32_t end = stretch_end(program_->stretches[wanted.stretch], line_, at);
    if (end == at) continue;
    const auto behind = automaton_.resume(wanted.rest, line_.border(end));
    if (behind != Automaton::dead) runs_.push_back({end, behind});
  }
}

void Matcher::settle(std::uint32_t from) {
  std::sort(touched_.begin(), touched_.end());
  for (const std::uint32_t group : touched_) {
    found_.push_back({best_[group].line, {from, best_[group].to}});
    free_from_[group] = best_[group].to;
    best_[group] = {};
  }
  touched_.clear();
}

std::uint32_t stretch_end(const Stretch& stretch, const Lettered& line, std::uint32_t from) {
  const std::vector<Token>& tokens = line.text->tokens;
  const std::string_view prepared = line.text->prepared.text;
  std::uint32_t limit = std::min(line.range.to, from + longest_stretch);
  while (limit > from) {
    const std::uint32_t start = tokens[from].from;
    const std::size_t size = stretch.longest(prepared.substr(start, tokens[limit - 1].to - start));
    std::uint32_t end = from;
    while (end < limit && tokens[end].to <= start + size) ++end;
    if (end > from && tokens[end - 1].to == start + size) return end;
    limit = std::min(end, limit - 1);  // the match ends within a token: only what lies before it
  }
  return from;
}

}  // namespace protokol::grammar
