// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qglobal.h>

#if defined(plumbline_widgets_EXPORTS)
#    define PLUMBLINE_WIDGETS_EXPORT Q_DECL_EXPORT
#else
#    define PLUMBLINE_WIDGETS_EXPORT Q_DECL_IMPORT
#endif
