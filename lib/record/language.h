// The loaded things that every reading needs.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "grammar/grammar.h"
#include "morphology/dictionary.h"
#include "morphology/inflection.h"
#include "record/people_words.h"

namespace protokol {

/// Loaded once, shared by all threads.
struct Language {
  Dictionary dictionary;
  Grammar grammar;
  InflectionTables tables;  ///< what the grammar's tables say of declension
  PeopleWords people;       ///< and of posts and bodies
};

/// Maps the dictionary and loads every rule of `grammar_folders`; a later folder's rules win. Throws one
/// LoadError with every fault.
Language load_language(const std::filesystem::path& dictionary_file,
                       std::span<const std::filesystem::path> grammar_folders);

/// The bytes of FOLDER.packed, from which `load_language` of this folder alone starts sooner for as long as
/// its rules stay the same. `language` was loaded from it; what it has learnt from texts is packed along.
std::string pack_language(const std::filesystem::path& grammar_folder, const Language& language);

}  // namespace protokol
