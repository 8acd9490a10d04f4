#pragma once
#include "layout/component_layout.h"

namespace samverka {

// Stress against some pivots instead of all pairs, for large components (Ortmann, Klimenta & Brandes, "A Sparse Stress
// Model", 2017; as SGD in Zheng, Pawar & Goodman 2018, section 4.3): every vertex keeps its edges and its distances to
// the pivots, where a pivot stands for the vertices around it and weighs as much as they are. O((V + E) · pivots).
std::unique_ptr<ComponentLayout> sparse_stress_layout(const ComponentGraph& graph, const ComponentStart& start);

}  // namespace samverka
