// Finds and loads the grammars and the dictionary.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "parser.h"

namespace protokol::cli {

/// The folder that holds grammars/ and dictionary.bin: $PROTOKOL_DATA, else share/protokol beside the program
/// (build tree) or beside the program's folder (installed). Throws LoadError where there is none.
std::filesystem::path data_folder();

/// Where rules are loaded from: the built-in folder, then `added`, whose rules win.
std::vector<std::filesystem::path> grammar_folders(const std::vector<std::string>& added);

/// Throws LoadError with every fault of the dictionary and the rules.
Language load_language(const std::vector<std::string>& added_grammars);

/// Says each fault on standard error.
void say_faults(const std::vector<Diagnostic>& faults);

}  // namespace protokol::cli
