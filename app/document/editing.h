// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/document/document.h"

namespace n3x {

// For a control or an action that edits: where nothing can be edited it is disabled, and its tip says why.
template <class Control> void disableIfReadOnly(Control& control, const Document& document)
{
    if (!document.isReadOnly()) return;
    control.setEnabled(false);
    control.setToolTip(document.whyReadOnly());
}

} // namespace n3x
