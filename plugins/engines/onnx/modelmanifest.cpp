// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/modelmanifest.h"

#include "core/base/atomicfile.h"
#include "core/base/json.h"
#include "plugins/engines/onnx/builtindata.h"

#include <QCoreApplication>

#include <cmath>
#include <initializer_list>
#include <utility>

namespace plumbline::engines::onnx {

namespace {

constexpr int maximumSide = 8192;
constexpr std::size_t maximumClasses = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::engines::onnx", text);
}

template <typename Value>
using Word = std::pair<const char *, Value>;

// Reads members of objects; the first thing wrong is kept with its key and everything after it is skipped.
class Reader
{
public:
    [[nodiscard]] bool good() const { return !m_error; }
    [[nodiscard]] Error error() const { return m_error.value_or(Error{}); }

    void wrong(const QString &key, const QString &what, ErrorCode code = ErrorCode::Malformed)
    {
        if (!m_error)
            m_error = Error{code, tr("model.json: “%1” %2").arg(key, what), {}};
    }

    void allowOnly(const Json &object, const QString &prefix, std::initializer_list<const char *> keys)
    {
        for (const auto &[key, value] : object.items()) {
            const bool known = std::any_of(keys.begin(), keys.end(), [&name = key](const char *other) { return name == other; });
            if (!known)
                wrong(prefix + QString::fromStdString(key), tr("is not a key of this schema."));
        }
    }

    const Json *object(const Json &parent, const char *key, bool required)
    {
        const auto it = parent.find(key);
        if (it == parent.end()) {
            if (required)
                wrong(QLatin1String(key), tr("is missing."));
            return nullptr;
        }
        if (!it->is_object()) {
            wrong(QLatin1String(key), tr("must be an object."));
            return nullptr;
        }
        return &*it;
    }

    QString text(const Json &parent, const QString &prefix, const char *key, bool required)
    {
        const QString name = prefix + QLatin1String(key);
        const auto it = parent.find(key);
        if (it == parent.end()) {
            if (required)
                wrong(name, tr("is missing."));
            return {};
        }
        if (!it->is_string() || it->get_ref<const std::string &>().empty() || it->get_ref<const std::string &>().size() > 1000) {
            wrong(name, tr("must be a text of 1 to 1,000 characters."));
            return {};
        }
        return base::toQString(*it);
    }

    template <typename Value>
    Value word(const Json &parent, const QString &prefix, const char *key, std::initializer_list<Word<Value>> words,
               bool required)
    {
        const QString given = text(parent, prefix, key, required);
        QStringList known;
        for (const auto &[name, value] : words) {
            if (given == QLatin1String(name))
                return value;
            known.append(QLatin1String(name));
        }
        if (!given.isEmpty())
            wrong(prefix + QLatin1String(key), tr("is “%1”; known here: %2.").arg(given, known.join(QStringLiteral(", "))),
                  ErrorCode::Unsupported);
        return words.begin()->second;
    }

    double number(const Json &parent, const QString &prefix, const char *key, double low, double high, double fallback)
    {
        const auto it = parent.find(key);
        if (it == parent.end())
            return fallback;
        return numberIn(*it, prefix + QLatin1String(key), low, high, fallback);
    }

    double numberIn(const Json &value, const QString &name, double low, double high, double fallback)
    {
        const double number = value.is_number() ? value.get<double>() : std::nan("");
        if (std::isfinite(number) && number >= low && number <= high)
            return number;
        wrong(name, tr("must be a number from %1 to %2.").arg(low).arg(high));
        return fallback;
    }

    int integer(const Json &parent, const QString &prefix, const char *key, int low, int high)
    {
        const QString name = prefix + QLatin1String(key);
        const auto it = parent.find(key);
        if (it == parent.end()) {
            wrong(name, tr("is missing."));
            return low;
        }
        return integerIn(*it, name, low, high);
    }

    int integerIn(const Json &value, const QString &name, int low, int high)
    {
        const double number = value.is_number_integer() ? value.get<double>() : std::nan("");
        if (number >= low && number <= high)
            return static_cast<int>(number);
        wrong(name, tr("must be a whole number from %1 to %2.").arg(low).arg(high));
        return low;
    }

    void triple(const Json &parent, const QString &prefix, const char *key, double low, double high,
                std::array<double, 3> &values)
    {
        const auto it = parent.find(key);
        if (it == parent.end())
            return;
        const QString name = prefix + QLatin1String(key);
        if (!it->is_array() || it->size() != 3) {
            wrong(name, tr("must be a list of three numbers."));
            return;
        }
        for (std::size_t i = 0; i < 3; ++i)
            values[i] = numberIn((*it)[i], QStringLiteral("%1[%2]").arg(name).arg(i), low, high, 0);
    }

private:
    std::optional<Error> m_error;
};

void readFiles(const Json &root, Reader &reader, ModelManifest &manifest)
{
    const auto it = root.find("files");
    if (it == root.end() || !it->is_array() || it->empty() || it->size() > 64) {
        reader.wrong(QStringLiteral("files"), tr("must be a list of 1 to 64 files."));
        return;
    }
    int graphs = 0;
    for (std::size_t i = 0; i < it->size() && reader.good(); ++i) {
        const Json &file = (*it)[i];
        const QString prefix = QStringLiteral("files[%1].").arg(i);
        if (!file.is_object()) {
            reader.wrong(prefix.chopped(1), tr("must be an object."));
            return;
        }
        reader.allowOnly(file, prefix, {"path", "sha256"});
        const QString path = reader.text(file, prefix, "path", true);
        const QString hash = reader.text(file, prefix, "sha256", true);
        if (!reader.good())
            return;
        const auto safe = base::safeRelativePath(path);
        const auto digest = base::Sha256Digest::fromHex(hash);
        if (!safe)
            reader.wrong(prefix + QStringLiteral("path"), tr("must name a file inside the model's folder."));
        else if (!digest || digest->isNull())
            reader.wrong(prefix + QStringLiteral("sha256"), tr("must be 64 hexadecimal digits."));
        else
            manifest.files.push_back({*safe, *digest});
        // In the folder itself, because weights outside the graph are named relative to it.
        graphs += path.endsWith(QLatin1String(".onnx")) && safe && !safe->contains(QLatin1Char('/'));
    }
    if (reader.good() && graphs != 1)
        reader.wrong(QStringLiteral("files"), tr("must hold exactly one file in the model's own folder that ends in .onnx."));
}

void readInput(const Json &root, Reader &reader, ModelManifest &manifest)
{
    const Json *input = reader.object(root, "input", true);
    if (!input)
        return;
    const auto prefix = QStringLiteral("input.");
    reader.allowOnly(*input, prefix, {"width", "height", "layout", "colour", "mean", "scale", "letterbox", "padding"});
    const int width = reader.integer(*input, prefix, "width", 1, maximumSide);
    const int height = reader.integer(*input, prefix, "height", 1, maximumSide);
    manifest.input.size = {width, height};
    manifest.input.layout =
        reader.word<Layout>(*input, prefix, "layout", {{"NCHW", Layout::Nchw}, {"NHWC", Layout::Nhwc}}, false);
    manifest.input.colour =
        reader.word<ColourOrder>(*input, prefix, "colour", {{"RGB", ColourOrder::Rgb}, {"BGR", ColourOrder::Bgr}}, true);
    reader.triple(*input, prefix, "mean", -1e6, 1e6, manifest.input.mean);
    reader.triple(*input, prefix, "scale", -1e6, 1e6, manifest.input.scale);
    manifest.input.fit = reader.word<Fit>(*input, prefix, "letterbox",
                                          {{"top-left", Fit::TopLeft}, {"centre", Fit::Centre}, {"none", Fit::Stretch}}, true);
    manifest.input.padding = reader.number(*input, prefix, "padding", 0, 255, 114);
}

void readOutput(const Json &root, Reader &reader, ModelManifest &manifest)
{
    const Json *output = reader.object(root, "output", true);
    if (!output)
        return;
    const auto prefix = QStringLiteral("output.");
    reader.allowOnly(*output, prefix, {"decoder", "name", "strides"});
    manifest.head.decoder = reader.word<Decoder>(*output, prefix, "decoder",
        {{"yolox", Decoder::YoloX}, {"yolov5", Decoder::YoloV5}, {"yolov8", Decoder::YoloV8}}, true);
    manifest.outputName = reader.text(*output, prefix, "name", false);
    const auto strides = output->find("strides");
    if (strides == output->end())
        return;
    if (!strides->is_array() || strides->empty() || strides->size() > 8) {
        reader.wrong(QStringLiteral("output.strides"), tr("must be a list of 1 to 8 whole numbers."));
        return;
    }
    manifest.head.strides.clear();
    const int shorter = std::min(manifest.input.size.width(), manifest.input.size.height());
    for (std::size_t i = 0; i < strides->size(); ++i)
        manifest.head.strides.push_back(
            reader.integerIn((*strides)[i], QStringLiteral("output.strides[%1]").arg(i), 1, std::max(1, shorter)));
}

void readClasses(const Json &root, Reader &reader, ModelManifest &manifest)
{
    const auto it = root.find("classes");
    if (it != root.end() && it->is_string() && it->get_ref<const std::string &>() == "coco80") {
        manifest.classNames = cocoObjects();
    } else if (it == root.end() || !it->is_array() || it->empty() || it->size() > maximumClasses) {
        reader.wrong(QStringLiteral("classes"), tr("must be a list of 1 to 10,000 names, or “coco80”."));
    } else {
        for (std::size_t i = 0; i < it->size() && reader.good(); ++i) {
            const QString name = base::toQString((*it)[i]);
            if (name.isEmpty() || name.size() > 200)
                reader.wrong(QStringLiteral("classes[%1]").arg(i), tr("must be a name of 1 to 200 characters."));
            manifest.classNames.append(name);
        }
    }
    const Json *mapping = reader.object(root, "classMapping", false);
    if (!mapping)
        return;
    for (const auto &[key, value] : mapping->items()) {
        const QString from = QString::fromStdString(key);
        const QString place = QStringLiteral("classMapping.") + from;
        const QString to = base::toQString(value);
        if (!manifest.classNames.contains(from))
            reader.wrong(place, tr("is not one of the model's classes."));
        else if (!value.is_null() && (to.isEmpty() || to.size() > 200))
            reader.wrong(place, tr("must be the name of a label class, or null to leave the class out."));
        manifest.classMapping[from] = value.is_null() ? std::nullopt : std::optional<QString>(to);
    }
}

void readThresholds(const Json &root, Reader &reader, ModelManifest &manifest)
{
    const Json *thresholds = reader.object(root, "thresholds", false);
    if (!thresholds)
        return;
    const auto prefix = QStringLiteral("thresholds.");
    reader.allowOnly(*thresholds, prefix, {"score", "nms"});
    manifest.scoreThreshold = reader.number(*thresholds, prefix, "score", 0, 1, manifest.scoreThreshold);
    manifest.nmsThreshold = reader.number(*thresholds, prefix, "nms", 0, 1, manifest.nmsThreshold);
}

// A graph's picture input: one float tensor with a batch of one and three channels.
struct PictureInput {
    Layout layout = Layout::Nchw;
    std::int64_t width = -1;
    std::int64_t height = -1;
};

std::optional<PictureInput> pictureInput(const GraphSummary &graph)
{
    if (graph.inputs.size() != 1 || graph.inputs[0].elementType != floatElement || graph.inputs[0].dims.size() != 4)
        return std::nullopt;
    const auto &dims = graph.inputs[0].dims;
    if (dims[0] > 1 || std::any_of(dims.begin(), dims.end(), [](std::int64_t side) { return side > maximumSide; }))
        return std::nullopt;
    if (dims[1] == 3)
        return PictureInput{Layout::Nchw, dims[3], dims[2]};
    if (dims[3] == 3)
        return PictureInput{Layout::Nhwc, dims[2], dims[1]};
    return std::nullopt;
}

QString shapeText(const TensorSpec &tensor)
{
    QStringList sizes;
    for (const std::int64_t size : tensor.dims)
        sizes.append(size < 0 ? QStringLiteral("?") : QString::number(size));
    return QStringLiteral("%1: %2").arg(tensor.name, sizes.join(QStringLiteral(" × ")));
}

QString shapesText(const std::vector<TensorSpec> &tensors)
{
    QStringList words;
    for (const TensorSpec &tensor : tensors)
        words.append(shapeText(tensor));
    return words.mid(0, 8).join(QStringLiteral("; "));
}

}  // namespace

QString ModelManifest::graphFile() const
{
    const auto it = std::find_if(files.begin(), files.end(),
                                 [](const File &file) { return file.path.endsWith(QLatin1String(".onnx")); });
    return it == files.end() ? QString() : it->path;
}

Result<ModelManifest> parseManifest(QByteArrayView text)
{
    auto json = base::parseJson(text, 16);
    if (!json)
        return fail(json.error().code, tr("model.json: %1").arg(json.error().text), json.error().detail);
    if (!json->is_object())
        return fail(ErrorCode::Malformed, tr("model.json must hold one object."));
    const Json &root = *json;
    Reader reader;
    const QString schema = reader.text(root, {}, "schema", true);
    if (reader.good() && schema != QLatin1String(manifestSchema)) {
        const bool later = schema.startsWith(QLatin1String("plumbline-model/"));
        reader.wrong(QStringLiteral("schema"), tr("is “%1”; this version reads “%2”.").arg(schema, QLatin1String(manifestSchema)),
                     later ? ErrorCode::NewerVersion : ErrorCode::Malformed);
    }
    ModelManifest manifest;
    reader.allowOnly(root, {}, {"schema", "id", "version", "title", "licence", "task", "files", "input", "output", "classes",
                                "classMapping", "thresholds", "extra"});
    manifest.id = reader.text(root, {}, "id", true);
    manifest.version = reader.text(root, {}, "version", true);
    manifest.title = reader.text(root, {}, "title", false);
    manifest.licence = reader.text(root, {}, "licence", true);
    manifest.task = reader.word<QString>(root, {}, "task", {{"detect", QStringLiteral("detect")}}, true);
    readFiles(root, reader, manifest);
    readInput(root, reader, manifest);
    readOutput(root, reader, manifest);
    readClasses(root, reader, manifest);
    readThresholds(root, reader, manifest);
    if (!reader.good())
        return fail(reader.error());
    if (manifest.title.isEmpty())
        manifest.title = manifest.id;
    manifest.head.classes = static_cast<int>(manifest.classNames.size());
    manifest.head.input = manifest.input.size;
    return manifest;
}

Result<ModelManifest> proposeManifest(const GraphSummary &graph, const QString &name)
{
    ModelManifest manifest;
    manifest.id = manifest.title = name;
    manifest.task = QStringLiteral("detect");
    const auto input = pictureInput(graph);
    const std::vector<std::int64_t> *dims = nullptr;
    if (input && graph.outputs.front().elementType == floatElement && graph.outputs.front().dims.size() == 3)
        dims = &graph.outputs.front().dims;
    const auto unknown = [&] {
        return fail(ErrorCode::Unsupported,
                    tr("No known detector has these inputs and outputs; put the file into a folder with a model.json."),
                    QStringLiteral("in %1, out %2").arg(shapesText(graph.inputs), shapesText(graph.outputs)));
    };
    if (!dims)
        return unknown();
    manifest.input.layout = input->layout;
    const auto side = [](std::int64_t size) { return size > 0 ? static_cast<int>(size) : 640; };
    manifest.input.size = {side(input->width), side(input->height)};
    manifest.head.input = manifest.input.size;
    const std::int64_t cells = gridCells(manifest.input.size, manifest.head.strides);
    const std::int64_t rows = (*dims)[1];
    const std::int64_t columns = (*dims)[2];
    std::int64_t classes = 0;
    if (rows == cells && columns > 5) {
        manifest.head.decoder = Decoder::YoloX;
        classes = columns - 5;
        manifest.input.fit = Fit::TopLeft;
        manifest.input.colour = ColourOrder::Bgr;
    } else if (rows == 3 * cells && columns > 5) {
        manifest.head.decoder = Decoder::YoloV5;
        classes = columns - 5;
    } else if (columns == cells && rows > 4) {
        manifest.head.decoder = Decoder::YoloV8;
        classes = rows - 4;
    } else {
        return unknown();
    }
    if (manifest.head.decoder != Decoder::YoloX)
        manifest.input.scale = {1.0 / 255, 1.0 / 255, 1.0 / 255};
    if (graph.classNames.size() == classes)
        manifest.classNames = graph.classNames;
    else if (classes == 80)
        manifest.classNames = cocoObjects();
    else
        return fail(ErrorCode::Unsupported,
                    tr("The model has %1 classes but does not name them; put it into a folder with a model.json that does.")
                        .arg(classes));
    manifest.head.classes = static_cast<int>(classes);
    return manifest;
}

Result<> checkAgainstGraph(const ModelManifest &manifest, const GraphSummary &graph)
{
    const auto input = pictureInput(graph);
    const auto agrees = [](std::int64_t size, int wanted) { return size < 0 || size == wanted; };
    const QSize size = manifest.input.size;
    if (!input || input->layout != manifest.input.layout || !agrees(input->width, size.width()) ||
        !agrees(input->height, size.height()))
        return fail(ErrorCode::Unsupported,
                    tr("The model's input (%1) is not one picture of %2 × %3 pixels in 32-bit floats.")
                        .arg(shapesText(graph.inputs)).arg(size.width()).arg(size.height()));
    const auto output = std::find_if(graph.outputs.begin(), graph.outputs.end(), [&](const TensorSpec &candidate) {
        return manifest.outputName.isEmpty() || candidate.name == manifest.outputName;
    });
    if (output == graph.outputs.end())
        return fail(ErrorCode::Unsupported,
                    tr("The model has no output “%1”; it has %2.").arg(manifest.outputName, shapesText(graph.outputs)));
    if (output->elementType != floatElement)
        return fail(ErrorCode::Unsupported, tr("The model's output “%1” is not of 32-bit floats.").arg(output->name));
    return {};
}

}  // namespace plumbline::engines::onnx
