// What a Grammar holds.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "grammar/derivation.h"
#include "grammar/grammar.h"
#include "grammar/matcher.h"
#include "grammar/program.h"
#include "grammar/rule_file.h"

namespace protokol {

namespace grammar {

/// Matchers that no thread uses at the moment: each remembers what it has learnt from former texts.
class MatcherPool {
 public:
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

  Lease lend(const Program& program);

 private:
  void take_back(std::unique_ptr<Matcher> matcher);

  std::mutex mutex_;
  std::vector<std::unique_ptr<Matcher>> idle_;
};

}  // namespace grammar

struct Grammar::Impl {
  std::vector<grammar::RuleEntry> sources;  ///< by preference, as the program's entries
  grammar::Program program;
  std::map<std::string, Table, std::less<>> tables;
  grammar::MatcherPool matchers;

  std::vector<Mark> find(const TokenText& text, Span range, std::uint32_t group);
};

}  // namespace protokol
