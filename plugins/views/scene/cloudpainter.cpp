// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/cloudpainter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::sceneview {

namespace {

constexpr double largestPoint = 7;   // pixels
constexpr double smallestPoint = 1.4;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::CloudPainter)
};

const QByteArray version = QByteArrayLiteral("#version 330 core\n");

const char *const pointVertex = R"glsl(
layout(location = 0) in vec3 place;
layout(location = 1) in float scalar;
layout(location = 2) in float mark;
uniform vec4 marked;
uniform mat4 view;
uniform mat4 projection;
uniform int mode;            // 0 height, 1 distance, 2 scalar, 3 rgb, 4 plain, 5 no value
uniform vec2 range;
uniform vec3 sensor;
uniform vec4 plain;
uniform float pixelsPerUnit; // at one metre (perspective), or everywhere (parallel)
uniform bool perspective;
uniform float spacing;
uniform vec2 sizes;
uniform sampler2D gradient;
uniform vec3 ground;
uniform float dim;           // share of the ground in it
out vec3 colour;
void main()
{
    vec4 seen = view * vec4(place, 1.0);
    gl_Position = projection * seen;
    float scale = perspective ? pixelsPerUnit / max(-seen.z, 0.01) : pixelsPerUnit;
    gl_PointSize = clamp(spacing * scale, sizes.x, sizes.y);
    float value = scalar;
    if (mode == 0)
        value = place.z;
    else if (mode == 1)
        value = length(place.xy - sensor.xy);
    if (mode == 3 && scalar < 0.0) {
        colour = mix(plain.rgb, ground, 0.6);
    } else if (mode == 3) {
        float red = floor(scalar / 65536.0);
        float green = floor((scalar - red * 65536.0) / 256.0);
        colour = vec3(red, green, scalar - red * 65536.0 - green * 256.0) / 255.0;
    } else if (mode >= 4) {
        colour = plain.rgb;
    } else {
        float share = clamp((value - range.x) / (range.y - range.x), 0.0, 1.0);
        colour = textureLod(gradient, vec2((share * 255.0 + 0.5) / 256.0, 0.5), 0.0).rgb;
    }
    colour = mix(colour, ground, dim);
    if (mark > 0.5)
        colour = marked.rgb;
}
)glsl";

const char *const pointFragment = R"glsl(
in vec3 colour;
out vec4 result;
void main()
{
    vec2 off = gl_PointCoord - vec2(0.5);
    if (dot(off, off) > 0.25)
        discard;
    result = vec4(colour, 1.0);
}
)glsl";

const char *const lineVertex = R"glsl(
layout(location = 0) in vec3 place;
layout(location = 1) in float strength;
uniform mat4 view;
uniform mat4 projection;
uniform vec3 middle;
uniform float fade;
out float seen;
void main()
{
    gl_Position = projection * view * vec4(place, 1.0);
    seen = strength * clamp(1.0 - length(place.xy - middle.xy) / fade, 0.0, 1.0);
}
)glsl";

const char *const lineFragment = R"glsl(
in float seen;
uniform vec4 colour;
uniform vec4 ground;
out vec4 result;
void main()
{
    result = vec4(mix(ground.rgb, colour.rgb, seen), 0.0);
}
)glsl";

const char *const edgeVertex = R"glsl(
void main()
{
    vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
    gl_Position = vec4(corner, 0.0, 1.0);
}
)glsl";

const char *const edgeFragment = R"glsl(
uniform sampler2D colours;
uniform sampler2D depths;
uniform bool edges;
uniform bool perspective;
uniform vec2 reach;      // near and far
uniform int step;
uniform vec4 shade;      // towards which an edge darkens, and how strongly
out vec4 result;
float lengthAt(ivec2 at)
{
    float depth = texelFetch(depths, at, 0).r;
    if (perspective)
        return log2(reach.x * reach.y / (reach.y - depth * (reach.y - reach.x)));
    return depth * (reach.y - reach.x) * 0.1;
}
void main()
{
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec4 here = texelFetch(colours, at, 0);
    result = vec4(here.rgb, 1.0);
    if (!edges || here.a < 0.5)
        return;
    ivec2 last = textureSize(depths, 0) - 1;
    float own = lengthAt(at);
    float hidden = 0.0;
    for (int i = 0; i < 4; ++i) {
        ivec2 off = i == 0 ? ivec2(step, 0) : i == 1 ? ivec2(-step, 0) : i == 2 ? ivec2(0, step) : ivec2(0, -step);
        ivec2 there = clamp(at + off, ivec2(0), last);
        hidden += clamp(own - lengthAt(there), 0.0, 1.0);
    }
    float light = exp(-hidden / 4.0 * shade.a);
    result = vec4(mix(shade.rgb, here.rgb, light), 1.0);
}
)glsl";

QVector4D vectorOf(const QColor &colour)
{
    return {colour.redF(), colour.greenF(), colour.blueF(), 1};
}

}  // namespace

double gridStep(const ViewCamera &camera)
{
    const double wanted = camera.distance / 6;
    const double power = std::pow(10.0, std::floor(std::log10(std::max(wanted, 1e-3))));
    return wanted / power >= 5 ? 5 * power : power;
}

Result<> CloudPainter::initialize()
{
    initializeOpenGLFunctions();
    const auto link = [](QOpenGLShaderProgram &program, const char *vertex, const char *fragment) {
        return program.addShaderFromSourceCode(QOpenGLShader::Vertex, version + vertex)
               && program.addShaderFromSourceCode(QOpenGLShader::Fragment, version + fragment) && program.link();
    };
    for (const auto &[program, vertex, fragment] :
         {std::tuple(&m_points, pointVertex, pointFragment), std::tuple(&m_lines, lineVertex, lineFragment),
          std::tuple(&m_edges, edgeVertex, edgeFragment)})
        if (!link(*program, vertex, fragment))
            return fail(ErrorCode::Unsupported,
                        Words::tr("The graphics driver refuses a drawing program. A newer driver may help."), program->log());
    m_emptyArray.create();
    m_lineArray.create();
    m_lineBuffer.create();
    m_lineBuffer.setUsagePattern(QOpenGLBuffer::StreamDraw);
    return {};
}

CloudPainter::~CloudPainter()
{
    if (!m_target)
        return;
    glDeleteFramebuffers(1, &m_target);
    glDeleteTextures(1, &m_colour);
    glDeleteTextures(1, &m_depth);
}

void CloudPainter::setPieces(const std::vector<CloudPointer> &pieces)
{
    m_pieces = pieces;
    std::erase_if(m_buffers, [&](const auto &entry) {
        return std::none_of(pieces.begin(), pieces.end(), [&](const CloudPointer &piece) { return piece.get() == entry.first; });
    });
}

CloudPainter::Buffers &CloudPainter::buffersOf(const CloudPointer &piece, const CloudLook &look)
{
    auto &buffers = m_buffers[piece.get()];
    if (!buffers) {
        buffers = std::make_unique<Buffers>();
        buffers->array.create();
        buffers->array.bind();
        buffers->positions.create();
        buffers->positions.bind();
        buffers->positions.allocate(piece->positions.data(), int(piece->positions.size() * sizeof(piece->positions[0])));
        glEnableVertexAttribArray(0);
        glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, 0, nullptr);
        buffers->array.release();
    }
    const auto send = [&](QOpenGLBuffer &buffer, GLuint location, const std::vector<float> &values) {
        buffers->array.bind();
        if (!values.empty()) {
            if (!buffer.isCreated())
                buffer.create();
            buffer.bind();
            buffer.allocate(values.data(), int(values.size() * sizeof(float)));
            glEnableVertexAttribArray(location);
            glVertexAttribPointer(location, 1, GL_FLOAT, GL_FALSE, 0, nullptr);
        } else {
            glDisableVertexAttribArray(location);
        }
        buffers->array.release();
    };
    if (!(buffers->mode == look.mode) || buffers->colourer != look.colourer) {
        buffers->mode = look.mode;
        buffers->colourer = look.colourer;
        const std::vector<float> scalars = look.colourer ? look.colourer->coloursOf(*piece) : scalarsOf(*piece, look.mode);
        buffers->hasScalars = scalars.size() == piece->size();
        send(buffers->scalars, 1, buffers->hasScalars ? scalars : std::vector<float>());
    }
    if (buffers->shownMarks != look.marks) {
        buffers->shownMarks = look.marks;
        send(buffers->marks, 2, look.marks ? look.marks->scalarsOf(*piece) : std::vector<float>());
    }
    return *buffers;
}

void CloudPainter::resize(QSize pixels)
{
    if (m_size == pixels && m_target)
        return;
    m_size = pixels;
    if (!m_target) {
        glGenFramebuffers(1, &m_target);
        glGenTextures(1, &m_colour);
        glGenTextures(1, &m_depth);
    }
    const auto shape = [&](GLuint texture, GLint kept, GLenum format, GLenum type) {
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexImage2D(GL_TEXTURE_2D, 0, kept, pixels.width(), pixels.height(), 0, format, type, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    };
    shape(m_colour, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE);
    shape(m_depth, GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT);
    glBindFramebuffer(GL_FRAMEBUFFER, m_target);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_colour, 0);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, m_depth, 0);
}

std::size_t CloudPainter::paint(const ViewCamera &camera, const CloudLook &look, QSize pixels, double devicePixelRatio,
                                std::size_t mostPoints)
{
    if (pixels.isEmpty())
        return 0;
    GLint bound = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &bound);
    resize(pixels);
    glBindFramebuffer(GL_FRAMEBUFFER, m_target);
    glViewport(0, 0, pixels.width(), pixels.height());
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    glEnable(GL_DEPTH_TEST);
    glDepthMask(GL_TRUE);
    glClearColor(float(look.ground.redF()), float(look.ground.greenF()), float(look.ground.blueF()), 0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    // The ground takes no part in the depth: points are always seen on it.
    glDepthMask(GL_FALSE);
    paintLines(camera, look, pixels);
    glDepthMask(GL_TRUE);
    const std::size_t drawn = paintPoints(camera, look, pixels, devicePixelRatio, mostPoints);

    glBindFramebuffer(GL_FRAMEBUFFER, GLuint(bound));
    glViewport(0, 0, pixels.width(), pixels.height());
    glDisable(GL_DEPTH_TEST);
    m_edges.bind();
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, m_depth);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, m_colour);
    m_edges.setUniformValue("colours", 0);
    m_edges.setUniformValue("depths", 1);
    m_edges.setUniformValue("edges", look.edges);
    m_edges.setUniformValue("perspective", !camera.parallel);
    const double nearest = camera.parallel ? -4 * camera.reach - 10 : camera.nearest();
    m_edges.setUniformValue("reach", QVector2D(float(nearest), float(camera.furthest())));
    m_edges.setUniformValue("step", std::max(1, int(std::lround(devicePixelRatio))));
    // A light ground needs less of it.
    m_edges.setUniformValue("shade", QVector4D(0, 0, 0, look.dark ? 5.0F : 3.0F));
    m_emptyArray.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    m_emptyArray.release();
    m_edges.release();
    glBindTexture(GL_TEXTURE_2D, 0);
    return drawn;
}

void CloudPainter::paintLines(const ViewCamera &camera, const CloudLook &look, QSizeF viewport)
{
    struct Vertex {
        float x, y, z, strength;
    };
    const Vector3 origin = m_pieces.empty() ? Vector3{} : m_pieces.front()->origin;
    std::vector<Vertex> vertices;
    const double step = gridStep(camera);
    const float z = float(look.groundHeight - origin[2]);
    const auto vertex = [&](double x, double y, float strength) {
        vertices.push_back({float(x - origin[0]), float(y - origin[1]), z, strength});
    };
    constexpr int cells = 20;
    if (look.grid) {
        const double x0 = std::round(camera.target[0] / step) * step;
        const double y0 = std::round(camera.target[1] / step) * step;
        for (int i = -cells; i <= cells; ++i)
            for (int j = -cells; j < cells; ++j) {
                const float strength = 0.45F;
                vertex(x0 + i * step, y0 + j * step, strength);
                vertex(x0 + i * step, y0 + (j + 1) * step, strength);
                vertex(x0 + j * step, y0 + i * step, strength);
                vertex(x0 + (j + 1) * step, y0 + i * step, strength);
            }
    }
    if (look.rings) {
        constexpr int rings = 10;
        constexpr int pieces = 96;
        for (int ring = 1; ring <= rings; ++ring)
            for (int i = 0; i < pieces; ++i)
                for (const int end : {i, i + 1}) {
                    const double angle = 2 * std::numbers::pi * end / pieces;
                    vertex(look.sensor[0] + ring * step * std::cos(angle), look.sensor[1] + ring * step * std::sin(angle), 1);
                }
    }
    if (vertices.empty())
        return;
    m_lines.bind();
    m_lineArray.bind();
    m_lineBuffer.bind();
    m_lineBuffer.allocate(vertices.data(), int(vertices.size() * sizeof(Vertex)));
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 3, GL_FLOAT, GL_FALSE, sizeof(Vertex), nullptr);
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 1, GL_FLOAT, GL_FALSE, sizeof(Vertex), reinterpret_cast<const void *>(3 * sizeof(float)));
    m_lines.setUniformValue("view", camera.view(origin));
    m_lines.setUniformValue("projection", camera.projection(viewport));
    const Vector3 middle = minus(camera.target, origin);
    m_lines.setUniformValue("middle", QVector3D(float(middle[0]), float(middle[1]), float(middle[2])));
    m_lines.setUniformValue("fade", float(cells * step));
    m_lines.setUniformValue("colour", vectorOf(look.lines));
    m_lines.setUniformValue("ground", vectorOf(look.ground));
    glDrawArrays(GL_LINES, 0, GLsizei(vertices.size()));
    m_lineArray.release();
    m_lines.release();
}

std::size_t CloudPainter::paintPoints(const ViewCamera &camera, const CloudLook &look, QSize pixels, double devicePixelRatio,
                                      std::size_t mostPoints)
{
    if (m_pieces.empty())
        return 0;
    if (!m_gradient || m_gradientDark != look.dark) {
        m_gradientDark = look.dark;
        const auto colours = gradient(look.dark);
        QImage image(int(colours.size()), 1, QImage::Format_RGBA8888);
        for (int i = 0; i < image.width(); ++i)
            image.setPixelColor(i, 0, colours[std::size_t(i)]);
        m_gradient = std::make_unique<QOpenGLTexture>(image, QOpenGLTexture::DontGenerateMipMaps);
        m_gradient->setMinMagFilters(QOpenGLTexture::Linear, QOpenGLTexture::Linear);
        m_gradient->setWrapMode(QOpenGLTexture::ClampToEdge);
    }
    std::size_t all = 0;
    for (const CloudPointer &piece : m_pieces)
        all += piece->size();
    const double share = all > mostPoints ? double(mostPoints) / double(all) : 1;

    glEnable(GL_PROGRAM_POINT_SIZE);
    m_points.bind();
    glActiveTexture(GL_TEXTURE0);
    m_gradient->bind();
    m_points.setUniformValue("gradient", 0);
    m_points.setUniformValue("projection", camera.projection(QSizeF(pixels)));
    m_points.setUniformValue("perspective", !camera.parallel);
    const double scale = camera.pixelsPerMetre(QSizeF(pixels)) * (camera.parallel ? 1 : camera.distance);
    m_points.setUniformValue("pixelsPerUnit", float(scale));
    m_points.setUniformValue("sizes", QVector2D(float(smallestPoint * devicePixelRatio * std::min(look.pointSize, 1.5)),
                                                float(largestPoint * devicePixelRatio * look.pointSize)));
    m_points.setUniformValue("plain", vectorOf(look.plain));
    m_points.setUniformValue("marked", vectorOf(look.marks ? look.marks->colour : look.plain));
    // Of points without marks of their own.
    glVertexAttrib1f(2, 0);
    m_points.setUniformValue("ground", QVector3D(vectorOf(look.ground)));
    std::size_t drawn = 0;
    for (const CloudPointer &piece : m_pieces) {
        Buffers &buffers = buffersOf(piece, look);
        int mode = look.colourer ? int(ColourMode::Kind::Rgb) : std::min(int(look.mode.kind), int(ColourMode::Kind::Plain));
        const bool needsScalars = mode == int(ColourMode::Kind::Channel) || mode == int(ColourMode::Kind::Rgb);
        if (needsScalars && !buffers.hasScalars)
            mode = 5;
        m_points.setUniformValue("mode", mode);
        constexpr float ofOtherFrames = 0.55F;
        m_points.setUniformValue("dim", piece->merged ? ofOtherFrames : 0.0F);
        const double shift = look.mode.kind == ColourMode::Kind::Height ? piece->origin[2] : 0;
        m_points.setUniformValue("range", QVector2D(float(look.range[0] - shift), float(look.range[1] - shift)));
        const Vector3 sensor = minus(look.sensor, piece->origin);
        m_points.setUniformValue("sensor", QVector3D(float(sensor[0]), float(sensor[1]), float(sensor[2])));
        m_points.setUniformValue("view", camera.view(piece->origin));
        // Fewer points have to be larger to look as dense.
        m_points.setUniformValue("spacing", float(double(piece->spacing) * look.pointSize / std::sqrt(std::max(share, 0.05))));
        const auto count = std::size_t(std::ceil(double(piece->size()) * share));
        buffers.array.bind();
        glDrawArrays(GL_POINTS, 0, GLsizei(count));
        buffers.array.release();
        drawn += count;
    }
    m_points.release();
    glDisable(GL_PROGRAM_POINT_SIZE);
    return drawn;
}

}  // namespace plumbline::sceneview
