// What stands in a page's source and is neither text nor element.
#pragma once

#include <string>

namespace protokol {

/// The page without «<![if !supportLists]>» and the like, which Word writes around the numbers of lists: for
/// browsers they are comments, for libxml2 text.
std::string without_conditions(std::string page);

}  // namespace protokol
