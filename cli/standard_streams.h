// Standard input, output and error, also where the caller has closed them.
#pragma once

namespace protokol::cli {

/// Takes the numbers 0 to 2, where they are free, with descriptors that can neither be read nor written as such: no
/// file that is opened later is mistaken for standard output. To be called before anything is opened.
void keep_standard_streams();

}  // namespace protokol::cli
