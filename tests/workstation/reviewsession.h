// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/overlap.h"
#include "core/simulation/street.h"
#include "tests/packet/sampleproject.h"

#include <vector>

namespace plumbline::test {

/// The project of the review session and the people who are not at the keys. Thirteen painted streets whose truth is known: the
/// first four are labeled by all three annotators, the next four by omar alone, the next four by pia alone; the last is too dark.
/// nora is careful; omar calls every truck a car; pia draws people and bicycles half as large again as they are.
class ReviewWorld
{
public:
    static constexpr int together = 4;
    static constexpr int each = 4;
    static constexpr int pictures = together + 2 * each + 1;

    /// Somebody with a copy of the program of their own.
    struct Worker {
        Party party;
        QString home;  ///< folder of their project
        std::vector<int> pictures;
    };

    [[nodiscard]] Result<> make(const QString &folder, const QString &lead)
    {
        for (const char *name : {"nora", "omar", "pia"}) {
            const QString named = QString::fromLatin1(name);
            workers.push_back({{named}, QFileInfo(folder).path() + QLatin1Char('/') + named + QStringLiteral(".plumb"), {}});
        }
        for (int i = 0; i < together; ++i)
            for (Worker &worker : workers)
                worker.pictures.push_back(i);
        for (int i = 0; i < each; ++i) {
            workers[1].pictures.push_back(together + i);
            workers[2].pictures.push_back(together + each + i);
        }
        workers[2].pictures.push_back(pictures - 1);
        for (int i = 0; i < pictures; ++i)
            m_scenes.push_back(streetFor(i));

        const auto project = store::Project::create(folder, {QStringLiteral("streets"), schema(), {lead, true}, true});
        if (!project)
            return fail(project.error());
        auto builder = gesture(**project);
        for (const Worker &worker : workers)
            builder.put(nullptr, model::Member{worker.party.name, worker.party.name, QStringLiteral("annotator"), {}});
        for (int i = 0; i < pictures; ++i)
            if (const auto added = addPicture(**project, i, builder); !added)
                return added;
        builder.setting(QStringLiteral("guideline"), nullptr, "Boxes touch the outermost pixels. A truck is no car.");
        return commit(**project, builder, lead);
    }

    [[nodiscard]] static model::Schema schema()
    {
        model::Schema schema = model::emptySchema();
        for (const QString &name : simulation::streetClasses())
            model::addClass(schema, classNamed(name), name);
        return schema;
    }
    [[nodiscard]] static QString nameOf(int picture)
    {
        return QStringLiteral("street %1.png").arg(picture + 1, 2, 10, QLatin1Char('0'));
    }
    [[nodiscard]] static ItemId idOf(int picture) { return ItemId{Uuid::fromName("picture", QByteArray::number(picture))}; }
    [[nodiscard]] static ClassId classNamed(const QString &name) { return ClassId{Uuid::fromName("class", name.toUtf8())}; }
    [[nodiscard]] const simulation::StreetScene &scene(int picture) const { return m_scenes[static_cast<std::size_t>(picture)]; }

    /// What is wrong with a label, as an error code of the schema; empty = nothing.
    [[nodiscard]] QString wrongWith(int picture, const model::Annotation &label) const
    {
        const auto truth = simulation::truthOf(scene(picture));
        double best = 0;
        const simulation::SimulatedLabel *nearest = nullptr;
        for (const simulation::SimulatedLabel &object : truth)
            if (const double overlap = likeness(object.geometry, label.geometry); overlap > best) {
                best = overlap;
                nearest = &object;
            }
        if (!nearest)
            return QStringLiteral("invented");
        if (classNamed(nearest->className) != label.labelClass)
            return QStringLiteral("wrong-class");
        constexpr double tight = 0.6;
        return best < tight ? QStringLiteral("loose") : QString();
    }

    /// Draws what the worker sees in a picture, with their habit.
    [[nodiscard]] Result<> label(store::Project &project, const Worker &worker, int picture)
    {
        base::SeededRandom random(static_cast<std::uint64_t>(picture) * 31 + worker.party.name.size());
        simulation::AnnotatorProfile careful;
        careful.jitterPixels = 1;
        auto builder = gesture(project);
        for (const simulation::SimulatedLabel &seen : simulation::annotate(scene(picture), careful, random).labels) {
            model::Annotation label = begun(project, worker, picture);
            const bool truck = seen.className == QLatin1String("truck");
            label.labelClass =
                classNamed(truck && worker.party.name == QLatin1String("omar") ? QStringLiteral("car") : seen.className);
            label.geometry = seen.geometry;
            if (worker.party.name == QLatin1String("pia") && isSlim(seen.className))
                label.geometry = widened(std::get<geometry::Box>(seen.geometry));
            builder.create(label);
        }
        return commit(project, builder, worker.party.name);
    }

    /// Puts right what is wrong with the worker's labels of a picture; the number of labels changed.
    [[nodiscard]] Result<int> correct(store::Project &project, const Worker &worker, int picture)
    {
        auto builder = gesture(project);
        int changed = 0;
        for (const model::Annotation &label : labelsOf(project, idOf(picture), worker.party.name)) {
            const QString wrong = wrongWith(picture, label);
            if (wrong.isEmpty())
                continue;
            model::Annotation better = label;
            for (const simulation::SimulatedLabel &object : simulation::truthOf(scene(picture)))
                if (likeness(object.geometry, label.geometry) > overlapOfBest(picture, label) - 1e-9) {
                    better.labelClass = classNamed(object.className);
                    better.geometry = object.geometry;
                }
            const auto stored = (*project.store().reader())->annotation(label.id);
            better.revision = (*stored)->revision;
            builder.update(**stored, better);
            ++changed;
        }
        if (const auto done = commit(project, builder, worker.party.name); !done)
            return fail(done.error());
        return changed;
    }

    std::vector<Worker> workers;

private:
    [[nodiscard]] static bool isSlim(const QString &name)
    {
        return name == QLatin1String("person") || name == QLatin1String("bicycle");
    }
    [[nodiscard]] static geometry::Box widened(const geometry::Box &box)
    {
        constexpr double more = 0.25;  // on each side
        return {box.x - more * box.w, box.y - more * box.h, (1 + 2 * more) * box.w, (1 + 2 * more) * box.h};
    }
    [[nodiscard]] static double likeness(const geometry::Geometry &a, const geometry::Geometry &b)
    {
        const auto x = geometry::boundsOf(a);
        const auto y = geometry::boundsOf(b);
        return x && y ? geometry::iou(geometry::Geometry(*x), geometry::Geometry(*y)) : 0;
    }
    [[nodiscard]] double overlapOfBest(int picture, const model::Annotation &label) const
    {
        double best = 0;
        for (const simulation::SimulatedLabel &object : simulation::truthOf(scene(picture)))
            best = std::max(best, likeness(object.geometry, label.geometry));
        return best;
    }
    // Pictures in which the habits show.
    [[nodiscard]] static simulation::StreetScene streetFor(int picture)
    {
        for (std::uint64_t seed = static_cast<std::uint64_t>(picture) * 1000;; ++seed) {
            simulation::StreetScene street = simulation::makeStreet(seed);
            const auto has = [&](const char *name) {
                return std::any_of(street.objects.begin(), street.objects.end(), [&](const simulation::StreetObject &object) {
                    return object.className == QLatin1String(name) && object.occludedShare < 0.2 && object.truncatedShare < 0.2;
                });
            };
            if (has("truck") && (has("person") || has("bicycle")))
                return street;
        }
    }
    Result<> addPicture(store::Project &project, int picture, history::GestureBuilder &builder)
    {
        model::Item item;
        item.id = idOf(picture);
        item.name = nameOf(picture);
        item.path = QStringLiteral("media/") + item.name;
        item.width = scene(picture).width;
        item.height = scene(picture).height;
        QImage image = simulation::renderStreet(scene(picture));
        if (picture == pictures - 1)
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    image.setPixelColor(x, y, image.pixelColor(x, y).darker(1200));
        const QString path = project.folder() + QLatin1Char('/') + item.path;
        if (!image.save(path))
            return fail(ErrorCode::Failed, path);
        const auto digest = base::sha256OfFile(path);
        if (!digest)
            return fail(digest.error());
        item.contentSha256 = *digest;
        item.bytes = QFileInfo(path).size();
        builder.put(nullptr, item);
        return {};
    }
    [[nodiscard]] static model::Annotation begun(store::Project &project, const Worker &worker, int picture)
    {
        model::Annotation label;
        label.id = project.store().ids().make<AnnotationId>();
        label.item = idOf(picture);
        label.layer = label.origin.by = worker.party.name;
        label.createdMicroseconds = project.store().clock().nowMicroseconds();
        return label;
    }

    std::vector<simulation::StreetScene> m_scenes;
};

}  // namespace plumbline::test
