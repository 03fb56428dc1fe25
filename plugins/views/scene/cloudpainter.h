// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/pointcolours.h"
#include "plugins/views/scene/viewcamera.h"

#include <QOpenGLBuffer>
#include <QOpenGLExtraFunctions>
#include <QOpenGLShaderProgram>
#include <QOpenGLTexture>
#include <QOpenGLVertexArrayObject>

#include <map>
#include <memory>

namespace plumbline::sceneview {

/// How points and ground are drawn.
struct CloudLook {
    ColourMode mode;
    std::array<double, 2> range{0, 1};  ///< values at the ends of the gradient
    bool dark = true;
    QColor ground;                      ///< behind everything
    QColor lines;                       ///< grid and rings
    QColor plain;                       ///< points of ColourMode::Kind::Plain
    std::shared_ptr<const PointColourer> colourer;  ///< of modes that need one; null = points are plain
    double pointSize = 1;               ///< share of the size that suits the distance
    bool edges = true;                  ///< eye-dome lighting
    bool grid = true;
    bool rings = true;
    Vector3 sensor{};                   ///< label frame; centre of rings, from where distance counts
    double groundHeight = 0;            ///< of grid and rings, label frame
    std::shared_ptr<const PointMarks> marks;     ///< points that stand out, such as those a gesture has chosen; null: none
    bool operator==(const CloudLook &) const = default;
};

/// Distance of the grid's lines and of the rings at this zoom: 1, 5, 10, 50… metres.
[[nodiscard]] double gridStep(const ViewCamera &camera);

/// Draws a cloud with OpenGL 3.3 into whatever is bound. Eye-dome lighting after Boucheny (2009): a point darkens as its
/// neighbours on the screen lie in front of it, which shows edges without normals. All calls with the same context current.
class CloudPainter final : private QOpenGLExtraFunctions
{
public:
    /// Fails with the compiler's words.
    [[nodiscard]] Result<> initialize();
    ~CloudPainter();
    /// Drops what is no longer among them; the rest is sent to the device when it is drawn.
    void setPieces(const std::vector<CloudPointer> &pieces);
    /// At most `mostPoints` of them, evenly thinned. Returns how many it drew. `pixels` is the size of the target.
    std::size_t paint(const ViewCamera &camera, const CloudLook &look, QSize pixels, double devicePixelRatio,
                      std::size_t mostPoints);

private:
    struct Buffers {
        QOpenGLBuffer positions{QOpenGLBuffer::VertexBuffer};
        QOpenGLBuffer scalars{QOpenGLBuffer::VertexBuffer};
        QOpenGLVertexArrayObject array;
        QOpenGLBuffer marks{QOpenGLBuffer::VertexBuffer};
        ColourMode mode;
        std::shared_ptr<const PointColourer> colourer;
        bool hasScalars = false;
        std::shared_ptr<const PointMarks> shownMarks;
    };

    Buffers &buffersOf(const CloudPointer &piece, const CloudLook &look);
    void paintLines(const ViewCamera &camera, const CloudLook &look, QSizeF viewport);
    std::size_t paintPoints(const ViewCamera &camera, const CloudLook &look, QSize pixels, double devicePixelRatio,
                            std::size_t mostPoints);
    void resize(QSize pixels);

    std::vector<CloudPointer> m_pieces;
    std::map<const CloudData *, std::unique_ptr<Buffers>> m_buffers;
    QOpenGLShaderProgram m_points;
    QOpenGLShaderProgram m_lines;
    QOpenGLShaderProgram m_edges;
    QOpenGLBuffer m_lineBuffer{QOpenGLBuffer::VertexBuffer};
    QOpenGLVertexArrayObject m_lineArray;
    QOpenGLVertexArrayObject m_emptyArray;
    std::unique_ptr<QOpenGLTexture> m_gradient;
    bool m_gradientDark = true;
    GLuint m_target = 0;
    GLuint m_colour = 0;
    GLuint m_depth = 0;
    QSize m_size;
};

}  // namespace plumbline::sceneview
