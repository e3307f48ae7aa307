// Rules as data: the language «Знаки», loaded once, matched against many texts.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "morphology/dictionary.h"
#include "text/tokens.h"

namespace protokol {

/// A part of a mark that a pattern named: `{год}`; the second use of a name in a pattern is `год'2`.
struct MarkPart {
  std::string_view name;  ///< the part's name without braces, UTF-8; lives as long as the grammar
  Span tokens;
};

/// What a rule found. Where no `=` is given the kind is empty and the value is the text.
struct Mark {
  std::uint32_t rule = 0;  ///< Grammar::rule_name
  std::string_view
      kind;  ///< first word of the recorded value: «by», «section» …; lives as long as the grammar
  std::string value;  ///< the rest of it: «2020-10-01», «decisions»
  Span tokens;
};

/// A rule file's table: `| cell | cell |` lines under a name. Cells are UTF-8, trimmed.
using Table = std::vector<std::vector<std::string>>;

/// What is packed along with rules.
struct PackedAlong {
  std::string learnt;  ///< Grammar::learnt of a grammar of the same rules: its states need not be made again
  std::string attachment;  ///< what somebody else has made of the rules
};

class Grammar {
 public:
  /// Loads every *.rules file of `folders`, by file name. A later folder's rule replaces one of the same
  /// name in its place; its new rules are preferred to those of the earlier folders.
  /// Throws one LoadError with every fault.
  static Grammar load(std::span<const std::filesystem::path> folders, const Dictionary& dictionary);

  /// What `load` of this folder alone would understand, as bytes: written to FOLDER.packed beside it, they
  /// are taken instead of its rules for as long as these stay the same. Throws as `load`.
  static std::string pack(const std::filesystem::path& folder, const Dictionary& dictionary,
                          const PackedAlong& along = {});
  /// What looking into texts has taught this thread, for `PackedAlong`.
  std::string learnt() const;
  /// The attachment of rules that were taken packed, else nothing. Lives as long as the grammar.
  std::string_view attachment() const;

  Grammar(Grammar&&) noexcept;
  Grammar& operator=(Grammar&&) noexcept;
  ~Grammar();

  /// Every mark in tokens [range.from, range.to) of `text`. Rules whose names share the part before the
  /// first dot are one group («срок.дата», «срок.повтор»): within a group marks do not overlap, the
  /// leftmost wins, then the longest, then the rule that stands first; groups do not disturb each
  /// other. Ordered by place, then by group.
  std::vector<Mark> find(const TokenText& text, Span range) const;
  /// The same, only the rules of one group (faster than filtering).
  std::vector<Mark> find(const TokenText& text, Span range, std::string_view group) const;

  /// The parts of a mark that was found in `range`, in the order of the text.
  std::vector<MarkPart> parts(const TokenText& text, Span range, const Mark& mark) const;

  std::string_view rule_name(std::uint32_t rule) const;
  /// nullptr where no rule file has a table of that name.
  const Table* table(std::string_view name) const;

  /// Runs every `+` and `-` of the rule files and the other checks of `protokol check`.
  std::vector<Diagnostic> check() const;

 private:
  friend std::string dump(const Grammar& grammar, const TokenText& text, const std::vector<Mark>& marks);
  struct Impl;
  explicit Grammar(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// How the marks came about, for `protokol explain`: a line a mark with its rule, the file and line of the
/// pattern, what it records and its text; beneath it, indented, the parts it is made of, and theirs.
std::string dump(const Grammar& grammar, const TokenText& text, const std::vector<Mark>& marks);

}  // namespace protokol
