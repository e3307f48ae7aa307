// What the codes in Document::warnings mean.
#pragma once

#include <string_view>

namespace protokol {

/// One plain English sentence for people; empty where the code is unknown.
std::string_view warning_message(std::string_view code);

}  // namespace protokol
