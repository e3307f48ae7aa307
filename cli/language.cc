#include "cli/language.h"

#include <cstdlib>
#include <system_error>

#include "cli/messages.h"

namespace protokol::cli {

namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "dictionary.bin", error) && fs::is_directory(folder / "grammars", error);
}

}  // namespace

fs::path data_folder() {
  if (const char* chosen = std::getenv("PROTOKOL_DATA"); chosen != nullptr && *chosen != '\0') {
    if (holds_data(chosen)) return chosen;
    throw LoadError({{chosen, 0, "PROTOKOL_DATA names a folder without dictionary.bin and grammars/",
                      "correct the variable or unset it"}});
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& folder : {program / "share/protokol", program.parent_path() / "share/protokol"}) {
    if (holds_data(folder)) return folder;
  }
  throw LoadError({{(program.parent_path() / "share/protokol").string(), 0,
                    "the dictionary and the grammars are not beside the program",
                    "install it with cmake --install, or name their folder in PROTOKOL_DATA"}});
}

std::vector<fs::path> grammar_folders(const std::vector<std::string>& added) {
  std::vector<fs::path> folders{data_folder() / "grammars"};
  for (const std::string& folder : added) {
    std::error_code error;
    if (!fs::equivalent(folder, folders.front(), error)) folders.emplace_back(folder);
  }
  return folders;
}

Language load_language(const std::vector<std::string>& added_grammars) {
  const std::vector<fs::path> folders = grammar_folders(added_grammars);
  return protokol::load_language(data_folder() / "dictionary.bin", folders);
}

void say_faults(const std::vector<Diagnostic>& faults) {
  for (const Diagnostic& fault : faults) say(to_string(fault));
}

}  // namespace protokol::cli
