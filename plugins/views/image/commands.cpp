// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/commands.h"

#include "plugins/views/image/objectcommands.h"
#include "plugins/views/image/regioncommands.h"

#include <array>

namespace plumbline::imageview {

std::span<const std::span<const Command>> commandLists()
{
    static const std::array lists{objectCommands(), regionCommands()};
    return lists;
}

const Command *findCommand(const QString &id)
{
    for (const std::span<const Command> commands : commandLists())
        for (const Command &command : commands)
            if (id == QLatin1String(command.id))
                return &command;
    return nullptr;
}

}  // namespace plumbline::imageview
