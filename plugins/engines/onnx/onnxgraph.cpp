// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/onnxgraph.h"

#include "plugins/engines/onnx/protobufreader.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace plumbline::engines::onnx {

namespace {

constexpr int maximumDepth = 16;       // graphs inside nodes inside graphs
constexpr qsizetype maximumNames = 10'000;

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 4096)));
}

class Inspector
{
public:
    bool model(QByteArrayView message)
    {
        ProtobufReader reader(message);
        bool hasGraph = false;
        bool hasVersion = false;
        while (reader.next()) {
            switch (reader.field()) {
            case 1: hasVersion = reader.number() > 0; break;
            case 7:
                hasGraph = true;
                if (!graph(reader.bytes(), 0))
                    return false;
                break;
            case 14: metadata(reader.bytes()); break;
            case 20:  // training: graphs 1 and 2
            case 25:  // functions: nodes in field 7
                if (!sweep(reader.bytes(), reader.field() == 20 ? 1U : 7U, reader.field() == 20))
                    return false;
                break;
            default: break;
            }
        }
        std::erase_if(m_summary.inputs, [this](const TensorSpec &input) { return m_weights.contains(input.name); });
        return !reader.failed() && hasGraph && hasVersion && !m_summary.outputs.empty();
    }

    [[nodiscard]] GraphSummary take() { return std::move(m_summary); }

private:
    bool graph(QByteArrayView message, int depth)
    {
        if (depth > maximumDepth)
            return false;
        ProtobufReader reader(message);
        while (reader.next()) {
            bool good = true;
            switch (reader.field()) {
            case 1: good = node(reader.bytes(), depth); break;
            case 5: good = tensor(reader.bytes(), depth == 0); break;
            case 11:
                if (depth == 0)
                    good = value(reader.bytes(), m_summary.inputs);
                break;
            case 12:
                if (depth == 0)
                    good = value(reader.bytes(), m_summary.outputs);
                break;
            case 15: good = sparse(reader.bytes()); break;
            default: break;
            }
            if (!good)
                return false;
        }
        return !reader.failed();
    }

    // A message whose nodes or graphs matter only for the files they name.
    bool sweep(QByteArrayView message, std::uint32_t field, bool graphs)
    {
        ProtobufReader reader(message);
        while (reader.next()) {
            const bool wanted = reader.field() == field || (graphs && reader.field() == field + 1);
            if (wanted && !(graphs ? graph(reader.bytes(), 1) : node(reader.bytes(), 1)))
                return false;
        }
        return !reader.failed();
    }

    bool node(QByteArrayView message, int depth)
    {
        ProtobufReader reader(message);
        while (reader.next()) {
            if (reader.field() == 5 && !attribute(reader.bytes(), depth))
                return false;
        }
        return !reader.failed();
    }

    bool attribute(QByteArrayView message, int depth)
    {
        ProtobufReader reader(message);
        while (reader.next()) {
            bool good = true;
            switch (reader.field()) {
            case 5:
            case 10: good = tensor(reader.bytes(), false); break;
            case 6:
            case 11: good = graph(reader.bytes(), depth + 1); break;
            case 22:
            case 23: good = sparse(reader.bytes()); break;
            default: break;
            }
            if (!good)
                return false;
        }
        return !reader.failed();
    }

    bool sparse(QByteArrayView message)
    {
        ProtobufReader reader(message);
        while (reader.next()) {
            if ((reader.field() == 1 || reader.field() == 2) && !tensor(reader.bytes(), false))
                return false;
        }
        return !reader.failed();
    }

    bool tensor(QByteArrayView message, bool isWeight)
    {
        ProtobufReader reader(message);
        QByteArrayView name;
        while (reader.next()) {
            if (reader.field() == 8)
                name = reader.bytes();
            else if (reader.field() == 13 &&
                     !entry(reader.bytes(), "location", [this](const QString &path) { externalFile(path); }))
                return false;
        }
        if (isWeight)
            m_weights.insert(text(name));
        return !reader.failed();
    }

    void externalFile(const QString &path)
    {
        if (!m_externalSeen.contains(path)) {
            m_externalSeen.insert(path);
            m_summary.externalFiles.append(path);
        }
    }

    void metadata(QByteArrayView message)
    {
        (void)entry(message, "names", [this](const QString &names) { m_summary.classNames = parseNamesLiteral(names); });
    }

    // StringStringEntryProto; calls `use` with the value when the key is the wanted one.
    template <typename Use>
    bool entry(QByteArrayView message, QByteArrayView wanted, Use use)
    {
        ProtobufReader reader(message);
        QByteArrayView key;
        QByteArrayView content;
        while (reader.next()) {
            if (reader.field() == 1)
                key = reader.bytes();
            else if (reader.field() == 2)
                content = reader.bytes();
        }
        if (key == wanted && content.size() <= (1 << 20))
            use(QString::fromUtf8(content));
        return !reader.failed();
    }

    // ValueInfoProto { name, type { tensor_type { elem_type, shape { dim { dim_value } } } } }
    static bool value(QByteArrayView message, std::vector<TensorSpec> &list)
    {
        TensorSpec spec;
        ProtobufReader reader(message);
        while (reader.next()) {
            if (reader.field() == 1)
                spec.name = text(reader.bytes());
            else if (reader.field() == 2 && !type(reader.bytes(), spec))
                return false;
        }
        if (reader.failed() || list.size() >= 4096)
            return false;
        list.push_back(std::move(spec));
        return true;
    }

    static bool type(QByteArrayView message, TensorSpec &spec)
    {
        ProtobufReader reader(message);
        while (reader.next()) {
            if (reader.field() != 1)
                continue;
            ProtobufReader tensorType(reader.bytes());
            while (tensorType.next()) {
                if (tensorType.field() == 1)
                    spec.elementType = static_cast<int>(tensorType.number() & 0xffff);
                else if (tensorType.field() == 2 && !shape(tensorType.bytes(), spec))
                    return false;
            }
            if (tensorType.failed())
                return false;
        }
        return !reader.failed();
    }

    static bool shape(QByteArrayView message, TensorSpec &spec)
    {
        ProtobufReader reader(message);
        while (reader.next()) {
            if (reader.field() != 1)
                continue;
            if (spec.dims.size() >= 64)
                return false;
            std::int64_t size = -1;
            ProtobufReader dimension(reader.bytes());
            while (dimension.next()) {
                if (dimension.field() == 1)
                    size = static_cast<std::int64_t>(dimension.number());
            }
            if (dimension.failed())
                return false;
            spec.dims.push_back(size > 0 ? size : -1);
        }
        return !reader.failed();
    }

    GraphSummary m_summary;
    QSet<QString> m_weights;
    QSet<QString> m_externalSeen;
};

}  // namespace

Result<GraphSummary> inspectOnnx(QByteArrayView file)
{
    Inspector inspector;
    if (!inspector.model(file))
        return fail(ErrorCode::Malformed, QCoreApplication::translate("plumbline::engines::onnx",
                                                                      "The file is not an ONNX model, or it is cut short."));
    return inspector.take();
}

QStringList parseNamesLiteral(const QString &text)
{
    static const QRegularExpression pair(QStringLiteral(R"re(\s*(\d{1,6})\s*:\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*([,}]))re"));
    QStringList names;
    const qsizetype open = text.indexOf(QLatin1Char('{'));
    if (open < 0)
        return {};
    for (qsizetype position = open + 1; names.size() < maximumNames;) {
        const auto match =
            pair.match(text, position, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch() || match.captured(1).toLongLong() != names.size())
            return {};
        names.append(match.captured(2).isEmpty() ? match.captured(3) : match.captured(2));
        if (match.captured(4) == QLatin1String("}"))
            return names;
        position = match.capturedEnd();
    }
    return {};
}

}  // namespace plumbline::engines::onnx
