// One person, one name: the lists of a protocol tell what an inflected name leaves open.
#pragma once

#include "record/protocol.h"

namespace protokol {

/// «СЛУШАЛИ: Рогова А. А.» may be a man or a woman. Where those present, or the signatures, have «Рогов А.
/// А.» and nobody by the name that was read, the surname becomes theirs: in the agenda, the hearings and the
/// decisions. An agenda made of what was heard takes the names from there.
Protocol with_settled_names(Protocol protocol);

}  // namespace protokol
