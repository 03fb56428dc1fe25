// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's header uses Qt's foreach, which is off here.
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef foreach
