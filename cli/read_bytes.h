// The bytes of a file or of standard input, within limits and without ever hanging on what is no file.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "input/options.h"

namespace protokol::cli {

/// The code of the error that an interrupted read gives; it becomes no record.
inline constexpr std::string_view interrupted_code = "interrupted";

std::variant<std::string, InputError> read_file(const std::string& path, std::size_t max_bytes);
std::variant<std::string, InputError> read_standard_input(std::size_t max_bytes);

}  // namespace protokol::cli
