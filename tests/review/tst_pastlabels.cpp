// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/layerhistory.h"
#include "tests/review/reviewproject.h"

#include <QTest>

#include <map>

using namespace plumbline;

/// A layer as it was after any operation, against what was noted at the time.
class TestPastLabels : public QObject
{
    Q_OBJECT

private slots:
    void everyPastStateComesBack()
    {
        test::ReviewProject p;
        p.make(2);
        base::SeededRandom random(42);
        const auto below = [&](std::uint64_t n) { return random.next() % n; };
        std::map<std::int64_t, std::vector<model::Annotation>> noted;
        const auto now = [&] { return p.reader()->annotations({p.items[0], p.anna.name}).value(); };
        for (int step = 0; step < 300; ++step) {
            const auto labels = now();
            const double at = static_cast<double>(below(500));
            switch (labels.empty() ? 0 : below(9)) {
            case 0:
            case 1: p.draw(p.items[0], p.anna, {at, at, 10, 20}); break;
            case 2:
            case 3: p.move(labels[below(labels.size())], {at, 5, 30, 40}, p.anna); break;
            case 4: p.remove(labels[below(labels.size())], p.anna); break;
            case 5: (void)store::wait(p.project->store().undo(p.anna.name)); break;
            case 6: (void)store::wait(p.project->store().redo(p.anna.name)); break;
            case 7:
                QVERIFY_RESULT(
                    p.project->store().bulk(QStringLiteral("Import"), p.anna.name, [&](store::BulkSink &sink) -> Result<> {
                        for (int i = 0; i < 3; ++i) {
                            model::Annotation label;
                            label.id = p.ids().make<AnnotationId>();
                            label.item = p.items[0];
                            label.layer = p.anna.name;
                            label.geometry = geometry::Box{at, double(i), 5, 5};
                            if (const auto added = sink.addAnnotation(label); !added)
                                return added;
                        }
                        return {};
                    }));
                break;
            default: p.draw(p.items[below(2)], p.ben, {at, at, 10, 20}); break;
            }
            noted[p.reader()->lastOperation().value()] = now();
        }
        QVERIFY(noted.size() > 200);
        const auto history = store::LayerHistory::open(p.project->store());
        QVERIFY_RESULT(history);
        for (auto &[seq, labels] : noted) {
            auto past = history->at(p.items[0], p.anna.name, seq);
            QVERIFY_RESULT(past);
            for (auto *list : {&past->annotations, &labels})
                for (model::Annotation &label : *list)
                    label.revision = 0;
            QVERIFY2(past->annotations == labels, qPrintable(QStringLiteral("after operation %1").arg(seq)));
        }
        QCOMPARE(history->at(p.items[0], p.anna.name, 0)->annotations.size(), 0U);
        QCOMPARE(history->at(p.items[0], QStringLiteral("nobody"), 100)->annotations.size(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestPastLabels)
#include "tst_pastlabels.moc"
