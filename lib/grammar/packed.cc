#include "grammar/packed.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/stream.h"
#include "grammar/limits.h"

namespace protokol::grammar {

namespace {

namespace fs = std::filesystem;

// Another number wherever what is packed, or how a rule is understood, changes.
constexpr std::uint64_t format = 4;

std::uint64_t hashed(std::uint64_t hash, std::string_view bytes) {
  const auto take = [&bytes](std::uint64_t sum, std::size_t at, std::size_t size) {
    std::uint64_t part = 0;
    std::memcpy(&part, bytes.data() + at, size);
    return std::rotl((sum ^ part) * 0x9E3779B97F4A7C15U, 29);
  };
  constexpr std::size_t word = sizeof hash, lanes = 4;
  std::array<std::uint64_t, lanes> sums = {hash ^ bytes.size(), 1, 2, 3};  // they do not wait for each other
  std::size_t at = 0;
  for (; at + lanes * word <= bytes.size(); at += lanes * word) {
    for (std::size_t i = 0; i < lanes; ++i) sums[i] = take(sums[i], at + i * word, word);
  }
  for (; at < bytes.size(); at += word) sums[0] = take(sums[0], at, std::min(word, bytes.size() - at));
  for (std::size_t i = 1; i < lanes; ++i) sums[0] = std::rotl((sums[0] ^ sums[i]) * 0x9E3779B97F4A7C15U, 29);
  return sums[0];
}

/// At most `largest_folder` bytes; nothing where the file is larger or cannot be read.
std::optional<std::string> content(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return std::nullopt;
  const auto size = fs::file_size(file, error);
  if (error || size > largest_folder) return std::nullopt;
  std::string bytes(size, '\0');
  std::ifstream stream(file, std::ios::binary);
  if (!stream.read(bytes.data(), static_cast<std::streamsize>(size))) return std::nullopt;
  return bytes;
}

/// Tells these rules with this dictionary from all others.
std::optional<std::uint64_t> fingerprint(const fs::path& folder, const Dictionary& dictionary) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".rules") files.push_back(entry->path());
  }
  if (error) return std::nullopt;
  std::sort(files.begin(), files.end());
  std::uint64_t hash = hashed(format, dictionary.fingerprint());
  for (const fs::path& file : files) {
    const auto bytes = content(file);
    if (!bytes) return std::nullopt;
    hash = hashed(hashed(hash, file.filename().native()), *bytes);
  }
  return hash;
}

fs::path packed_file(const fs::path& folder) {
  fs::path file = folder;
  return file += ".packed";
}

/// Names of files are packed without their folder.
void move_files(Program& program, const fs::path& folder) {
  for (ProgramEntry& entry : program.entries) {
    entry.file = folder.empty() ? fs::path(entry.file).filename().string() : (folder / entry.file).string();
  }
}

}  // namespace

template <typename Stream>
void transfer(Stream& stream, Understood& all) {
  Program& program = all.program;
  stream(program.steps);
  stream(program.children);
  stream(program.lines);
  stream(program.entries);
  stream(program.rules);
  stream(program.groups);
  stream(program.labels);
  stream(program.kinds);
  stream(program.lexicon);
  stream(program.stretches);
  stream(program.gates.first);
  stream(program.gates.lines);
  stream(program.gates.open_lines);
  stream(all.table_names);
  stream(all.tables);
}

std::string pack(Understood& understood, const fs::path& folder, const Dictionary& dictionary,
                 const PackedAlong& along) {
  move_files(understood.program, {});
  WriteStream body;
  body(along.learnt);
  body(along.attachment);
  transfer(body, understood);
  move_files(understood.program, folder);
  WriteStream file;
  file(fingerprint(folder, dictionary).value_or(0));
  file(hashed(format, body.bytes));
  return file.bytes + body.bytes;
}

std::optional<Understood> read_packed(const fs::path& folder, const Dictionary& dictionary) {
  auto file = FileMapping::of(packed_file(folder));
  if (!file) return std::nullopt;
  ReadStream stream(file->bytes());
  std::uint64_t rules = 0, body = 0;
  stream(rules);
  stream(body);
  if (stream.failed || body != hashed(format, stream.bytes)) return std::nullopt;
  if (rules == 0 || rules != fingerprint(folder, dictionary)) return std::nullopt;
  Understood understood;
  understood.learnt = stream.text();
  understood.attachment = stream.text();
  transfer(stream, understood);
  understood.file = std::move(file);
  if (stream.failed || !stream.bytes.empty()) return std::nullopt;
  move_files(understood.program, folder);
  return understood;
}

}  // namespace protokol::grammar
