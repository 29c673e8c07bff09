// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/code.h"

namespace n3x::codes {

// The codes of the folder by name; what each means stands in core/workspace/code_table.cpp.
inline constexpr Code noProject{"N3X7001"};
inline constexpr Code unreadable{"N3X7002"};
inline constexpr Code unwritable{"N3X7003"};
inline constexpr Code noSpace{"N3X7004"};
inline constexpr Code projectInUse{"N3X7005"};
inline constexpr Code unsafePath{"N3X7006"};
inline constexpr Code changedByOthers{"N3X7007"};
inline constexpr Code commentsWouldGo{"N3X7008"};
inline constexpr Code contentsWouldGo{"N3X7009"};
inline constexpr Code editedByHand{"N3X7010", Severity::Warning};
inline constexpr Code inTheWay{"N3X7011", Severity::Warning};
inline constexpr Code noRegularFile{"N3X7012", Severity::Warning};
inline constexpr Code manifestUnreadable{"N3X7013"};
inline constexpr Code exportInterrupted{"N3X7014", Severity::Warning};
inline constexpr Code gitUnaware{"N3X7015", Severity::Warning};
inline constexpr Code projectThere{"N3X7016"};
inline constexpr Code diskRefused{"N3X7017"};
inline constexpr Code stoppedHalfway{"N3X7018"};
inline constexpr Code keptByRecovery{"N3X7019", Severity::Warning};
inline constexpr Code approvalWrong{"N3X7020"};
inline constexpr Code approvalExpired{"N3X7021", Severity::Warning};
inline constexpr Code readOnly{"N3X7022"};
inline constexpr Code viewUnreadable{"N3X7023", Severity::Warning};
inline constexpr Code profileNoFile{"N3X7024", Severity::Warning};
inline constexpr Code hardwareElsewhere{"N3X7025", Severity::Warning};
inline constexpr Code unlistedWouldGo{"N3X7026"};

} // namespace n3x::codes
