// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/tests/scenefixture.h"
#include "widgets/theme/theme.h"

using namespace plumbline;
using namespace plumbline::test;

/// Where the signs of remarks lie over a scene.
class TestSceneSigns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::applyTheme(*qApp, theme::darkTheme()); }

    void aSignFollowsItsBox()
    {
        GeneratedStreet street;
        SceneFixture f(street);
        const AnnotationId id = f.document().add(street.cars(0)[0]).id;
        auto *signs = dynamic_cast<extension::RemarkSurface *>(static_cast<extension::AnnotationView *>(f.view.get()));
        QVERIFY(signs);
        QVERIFY(signs->remarkSurface() && signs->remarkSurface()->isVisible());
        f.view->reveal(id);
        const auto at = signs->signPlace(id);
        QVERIFY(at && QRectF(signs->remarkSurface()->rect()).contains(*at));
        f.view->trigger(QStringLiteral("scene.view.top"));
        const auto fromAbove = signs->signPlace(id);
        QVERIFY(fromAbove && QLineF(*fromAbove, *at).length() > 1);
        // In another frame there is no such box.
        f.document().setFrame(1);
        QVERIFY(!signs->signPlace(id));
        QVERIFY(!signs->signPlace(AnnotationId{}));
    }
};

QTEST_MAIN(TestSceneSigns)
#include "tst_scenesigns.moc"
