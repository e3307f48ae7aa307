// The foot of a protocol cut into posts, names and what ends it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/head_items.h"
#include "record/outline.h"

namespace protokol {

enum class FootMark : std::uint8_t {
  role,       ///< wording of a post, or a part of it
  members,    ///< «Члены комиссии»: nobody's role
  name,       ///< `name` holds it, nominative
  end,        ///< «Исп.», «Рассылка»: no signatures of the protocol follow
  certified,  ///< «Выписка верна»
};

struct FootPiece {
  FootMark mark = FootMark::role;
  Passage passage;
  std::string name;
  Gap before = Gap::space;
  bool opens_role = false;  ///< a post begins here: «Председатель», «Главный инженер»
};

std::vector<FootPiece> foot_pieces(const Outline& outline, const Unit& unit, const Language& language);

}  // namespace protokol
