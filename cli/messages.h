// Messages for people, on standard error, and names made safe to print.
#pragma once

#include <string>
#include <string_view>

namespace protokol::cli {

/// Prints «protokol: message» as one line. Control characters and broken UTF-8 are made visible, so that
/// a file's name cannot steer a terminal.
void say(std::string_view message);

/// `bytes` as valid UTF-8: each byte that is none becomes U+FFFD.
std::string valid_utf8(std::string_view bytes);

}  // namespace protokol::cli
