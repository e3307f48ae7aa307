// What a Grammar holds.
#pragma once

#include <array>
#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/file_mapping.h"
#include "base/word_table.h"
#include "grammar/derivation.h"
#include "grammar/grammar.h"
#include "grammar/matcher.h"
#include "grammar/program.h"
#include "grammar/rule_file.h"

namespace protokol {

namespace grammar {

/// Matchers that no thread uses at the moment: each remembers what it has learnt from former texts. A thread
/// gets the one back that it used before, which knows the text that it is about.
class MatcherPool {
 public:
  MatcherPool() = default;
  MatcherPool(const MatcherPool&) = delete;
  MatcherPool& operator=(const MatcherPool&) = delete;
  ~MatcherPool();

  /// A matcher for one caller; goes back when `Lease` ends.
  class Lease {
   public:
    Lease(MatcherPool& pool, std::unique_ptr<Matcher> matcher) : pool_(&pool), matcher_(std::move(matcher)) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { pool_->take_back(std::move(matcher_)); }
    Matcher& operator*() { return *matcher_; }
    Matcher* operator->() { return matcher_.get(); }

   private:
    MatcherPool* pool_;
    std::unique_ptr<Matcher> matcher_;
  };

  /// `learnt`: what a new matcher knows already.
  Lease lend(const Program& program, std::string_view learnt);

 private:
  void take_back(std::unique_ptr<Matcher> matcher);
  std::atomic<Matcher*>& own_place();

  std::array<std::atomic<Matcher*>, 64> places_{};  ///< by thread
};

}  // namespace grammar

struct Grammar::Impl {
  std::filesystem::path packed_folder;  ///< where the rules stand that were taken packed; else empty
  std::vector<grammar::RuleEntry>
      sources;  ///< by preference, as the program's entries; empty for packed rules
  std::optional<FileMapping> packed_file;
  std::string_view attachment, learnt;  ///< in `packed_file`
  grammar::Program program;
  std::vector<Table> tables;
  WordTable table_names;  ///< numbers of `tables`
  WordTable group_names;  ///< numbers of the program's groups
  grammar::MatcherPool matchers;

  std::vector<Mark> find(const TokenText& text, Span range, std::uint32_t group);
};

}  // namespace protokol
