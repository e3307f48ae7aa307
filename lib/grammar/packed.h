// A folder of rules understood beforehand: FOLDER.packed, which the build lays beside the built-in rules, so
// that the program need not understand them again at each start. It serves only while every byte of the rules
// is the same.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_mapping.h"
#include "grammar/grammar.h"
#include "grammar/program.h"

namespace protokol::grammar {

/// What loading a folder without faults gives.
struct Understood {
  Program program;
  std::vector<std::string> table_names;
  std::vector<Table> tables;
  std::string_view learnt, attachment;  ///< of packed rules: PackedAlong; they lie in `file`
  std::optional<FileMapping> file;      ///< FOLDER.packed
};

/// The bytes of FOLDER.packed.
std::string pack(Understood& understood, const std::filesystem::path& folder, const Dictionary& dictionary,
                 const PackedAlong& along);

/// What FOLDER.packed holds; empty where there is none, or where the rules or the dictionary are others by
/// now.
std::optional<Understood> read_packed(const std::filesystem::path& folder, const Dictionary& dictionary);

}  // namespace protokol::grammar
