#include "grammar/grammar.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "base/time_limit.h"
#include "grammar/check.h"
#include "grammar/compiler.h"
#include "grammar/impl.h"
#include "grammar/packed.h"
#include "grammar/rule_folder.h"

namespace protokol {

namespace grammar {

namespace {

/// Threads numbered as they come.
std::size_t thread_number() {
  static std::atomic<std::size_t> last{0};
  thread_local const std::size_t own = last.fetch_add(1, std::memory_order_relaxed);
  return own;
}

}  // namespace

MatcherPool::~MatcherPool() {
  for (std::atomic<Matcher*>& place : places_) delete place.load();
}

MatcherPool::Lease MatcherPool::lend(const Program& program) {
  std::unique_ptr<Matcher> matcher(own_place().exchange(nullptr, std::memory_order_acquire));
  return {*this, matcher ? std::move(matcher) : std::make_unique<Matcher>(program)};
}

void MatcherPool::take_back(std::unique_ptr<Matcher> matcher) {
  // Two threads may share a place: one matcher too many goes.
  delete own_place().exchange(matcher.release(), std::memory_order_acq_rel);
}

std::atomic<Matcher*>& MatcherPool::own_place() { return places_[thread_number() % places_.size()]; }

namespace {

/// A value's first word, where it is a kind, and what stands behind it.
struct Recorded {
  std::string_view kind;
  std::string value;
};

Recorded recorded(const Program& program, const Deriver& deriver, const Derivation& derivation) {
  std::string value = deriver.value(derivation);
  const Derivation& source = deriver.recording(derivation);
  if (source.entry == none || !program.lines[source.line].has_value) return {{}, std::move(value)};
  const std::size_t space = std::min(value.find(' '), value.size());
  const auto word = std::string_view(value).substr(0, space);
  const auto kind = std::lower_bound(program.kinds.begin(), program.kinds.end(), word);
  if (kind == program.kinds.end() || *kind != word) return {{}, std::move(value)};
  value.erase(0, std::min(space + 1, value.size()));
  return {*kind, std::move(value)};
}

Mark mark_of(const Program& program, const Deriver& deriver, const Found& found) {
  Mark mark;
  mark.rule = program.entries[program.lines[found.line].entry].rule;
  mark.tokens = found.tokens;
  const ProgramLine& line = program.lines[found.line];
  const Derivation derivation = line.told_by_parts
                                    ? deriver.derive_line(found.line, found.tokens)
                                    : Derivation{none, line.entry, found.line, found.tokens, {}};
  Recorded whole = recorded(program, deriver, derivation);
  mark.kind = whole.kind;
  mark.value = std::move(whole.value);
  return mark;
}

}  // namespace

}  // namespace grammar

std::vector<Mark> Grammar::Impl::find(const TokenText& text, Span range, std::uint32_t group) {
  if (time_is_up()) return {};
  auto matcher = matchers.lend(program);
  if (!matcher->may_find(text, range, group)) return {};
  if (const std::vector<Mark>* known = matcher->memory().find(text, range, group)) return *known;
  const auto& found = matcher->find(text, range, group);
  const grammar::Deriver deriver(program, matcher->alphabet(), matcher->line());
  std::vector<Mark> marks;
  marks.reserve(found.size());
  for (const grammar::Found& one : found) {
    if (time_is_up()) break;
    marks.push_back(grammar::mark_of(program, deriver, one));
  }
  matcher->memory().keep(text, range, group, marks);
  return marks;
}

namespace {

/// Throws one LoadError with every fault.
grammar::Understood understand(const std::vector<grammar::RuleEntry>& entries, std::vector<Diagnostic> faults,
                               const Dictionary& dictionary) {
  auto compiled = grammar::compile(entries, dictionary);
  if (auto* more = std::get_if<std::vector<Diagnostic>>(&compiled)) {
    std::move(more->begin(), more->end(), std::back_inserter(faults));
  }
  if (!faults.empty()) throw LoadError(grammar::by_place(std::move(faults)));
  grammar::Understood understood{std::move(std::get<grammar::Program>(compiled)), {}, {}};
  std::set<std::string_view> tables;
  for (const grammar::RuleEntry& entry : entries) {
    if (entry.rows.empty() || !tables.insert(entry.name).second) continue;
    understood.table_names.push_back(entry.name);
    understood.tables.push_back(entry.rows);
  }
  return understood;
}

grammar::RuleEntries sources_of(std::span<const std::filesystem::path> folders) {
  grammar::RuleEntries loaded;
  for (const std::filesystem::path& folder : folders) {
    loaded = grammar::overlaid(std::move(loaded), grammar::load_folder(folder));
  }
  return loaded;
}

/// Whether the program was made of these entries.
bool are_sources_of(const grammar::Program& program, const std::vector<grammar::RuleEntry>& entries) {
  auto made = program.entries.begin();
  for (const grammar::RuleEntry& entry : entries) {
    if (entry.patterns.empty()) continue;
    if (made == program.entries.end() || made->name != entry.name) return false;
    ++made;
  }
  return made == program.entries.end();
}

}  // namespace

Grammar Grammar::load(std::span<const std::filesystem::path> folders, const Dictionary& dictionary) {
  auto impl = std::make_unique<Impl>();
  auto packed = folders.size() == 1 ? grammar::read_packed(folders.front(), dictionary) : std::nullopt;
  if (packed) {
    impl->packed_folder = folders.front();
  } else {
    grammar::RuleEntries loaded = sources_of(folders);
    packed = understand(loaded.entries, std::move(loaded.faults), dictionary);
    impl->sources = std::move(loaded.entries);
  }
  impl->program = std::move(packed->program);
  impl->tables = std::move(packed->tables);
  for (const std::string& group : impl->program.groups) impl->group_names.insert(group);
  for (const std::string& name : packed->table_names) impl->table_names.insert(name);
  return Grammar(std::move(impl));
}

std::string Grammar::pack(const std::filesystem::path& folder, const Dictionary& dictionary) {
  grammar::RuleEntries loaded = sources_of(std::span(&folder, 1));
  grammar::Understood understood = understand(loaded.entries, std::move(loaded.faults), dictionary);
  return grammar::pack(understood, folder, dictionary);
}

std::vector<Diagnostic> Grammar::check() const {
  if (impl_->packed_folder.empty()) return grammar::check(impl_->program, impl_->sources);
  // The examples stand in the rule files only.
  const grammar::RuleEntries loaded = sources_of(std::span(&impl_->packed_folder, 1));
  if (loaded.faults.empty() && are_sources_of(impl_->program, loaded.entries)) {
    return grammar::check(impl_->program, loaded.entries);
  }
  return {{impl_->packed_folder.string(), 0, "the rules were changed while they were checked",
           "check them again"}};
}

Grammar::Grammar(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Grammar::Grammar(Grammar&&) noexcept = default;
Grammar& Grammar::operator=(Grammar&&) noexcept = default;
Grammar::~Grammar() = default;

std::vector<Mark> Grammar::find(const TokenText& text, Span range) const {
  return impl_->find(text, range, grammar::none);
}

std::vector<Mark> Grammar::find(const TokenText& text, Span range, std::string_view group) const {
  const auto known = impl_->group_names.find(group);
  return known ? impl_->find(text, range, *known) : std::vector<Mark>();
}

std::vector<MarkPart> Grammar::parts(const TokenText& text, Span range, const Mark& mark) const {
  const grammar::Program& program = impl_->program;
  auto matcher = impl_->matchers.lend(program);
  matcher->read(text, range);
  const grammar::Deriver deriver(program, matcher->alphabet(), matcher->line());
  std::vector<MarkPart> parts;
  if (const auto derivation = deriver.derive(program.rules[mark.rule], mark.tokens)) {
    for (const grammar::Derivation& part : derivation->parts) {
      parts.push_back({program.labels[part.label], part.tokens});
    }
  }
  return parts;
}

std::string_view Grammar::rule_name(std::uint32_t rule) const {
  return impl_->program.entries[impl_->program.rules[rule]].name;
}

const Table* Grammar::table(std::string_view name) const {
  const auto known = impl_->table_names.find(name);
  return known ? &impl_->tables[*known] : nullptr;
}

}  // namespace protokol
