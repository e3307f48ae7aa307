// Chair and secretary, as the head, a list of those present or an election names them.
#pragma once

#include <vector>

#include "record/head_items.h"
#include "record/outline.h"
#include "record/protocol.h"

namespace protokol {

struct FoundOfficers {
  std::vector<Party> chair, secretary;  ///< one each at most
  std::vector<Claim> claims;
};

/// «Председатель: …», «Вёл совещание – …», «Рогов Р. Р. – председатель комиссии», «…, (секретарь)».
FoundOfficers read_officers(const std::vector<HeadItem>& items, const Language& language);

/// «Избрать председателем собрания Рогова Р. Р.», for those whom the head leaves open.
FoundOfficers read_elections(const Outline& outline, const Language& language);

}  // namespace protokol
