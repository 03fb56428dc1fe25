// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include <QCoreApplication>
#include <QFile>

namespace plumbline::store {

namespace {

QString migrationFile(int number)
{
    return QStringLiteral(":/plumbline/store/migrations/%1.sql").arg(number, 4, 10, QLatin1Char('0'));
}

}  // namespace

int currentSchemaVersion()
{
    int version = 0;
    while (QFile::exists(migrationFile(version + 1)))
        ++version;
    return version;
}

Result<int> schemaVersionOf(Connection &connection)
{
    const auto application = connection.integer("PRAGMA application_id");
    if (!application)
        return fail(application.error());
    if (*application != applicationId)
        return fail(ErrorCode::Malformed,
                    QCoreApplication::translate("plumbline::store", "This is a database, but not one of Plumbline's."));
    const auto version = connection.integer("PRAGMA user_version");
    return version ? Result<int>(static_cast<int>(*version)) : fail(version.error());
}

Result<> migrate(Connection &connection, int from)
{
    for (int number = from + 1; number <= currentSchemaVersion(); ++number) {
        QFile file(migrationFile(number));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Failed, file.errorString());
        Transaction transaction(connection);
        if (!transaction.begun())
            return transaction.begun();
        if (const auto done = connection.execute(file.readAll().constData()); !done)
            return done;
        const QByteArray version = QByteArrayLiteral("PRAGMA user_version = ") + QByteArray::number(number);
        if (const auto done = connection.execute(version.constData()); !done)
            return done;
        if (const auto done = transaction.commit(); !done)
            return done;
    }
    return {};
}

}  // namespace plumbline::store
