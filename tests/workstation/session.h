// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"
#include "hands.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QObject>

#include <memory>

/// One working session of one person: twenty sample pictures are labeled with every tool and submitted, by key and mouse
/// events in a real window. The keys do what they can; the mouse only draws. Each step is looked up in the store.
class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    // tst_session.cpp
    void p01_byKeysAlone();
    void p02_boxes();
    void p03_pastedFromThePictureBefore();
    void p04_rotatedBoxes();
    void p05_ellipsesAndFill();
    void p06_linesAndDisplay();
    // sessionregions.cpp
    void p07_holesPartsAndCuts();
    void p08_uniteSubtractIntersect();
    void p09_sharedBorders();
    void p10_brushAndEraser();
    void p11_scissors();
    void p12_grabCut();
    void p13_masksAndPolygons();
    // sessionobjects.cpp
    void p14_keyPointsAndRelations();
    void p15_manyAtOnce();
    void p16_orderLockHide();
    void p17_tagsAndRoles();
    void p18_attributes();
    void p19_anotherClass();
    void p20_comparison();
    void allIsSubmitted();

private:
    using Annotation = plumbline::model::Annotation;
    using Box = plumbline::geometry::Box;

    [[nodiscard]] plumbline::document::Document &document() const { return *m_program->document(); }
    [[nodiscard]] plumbline::test::Hands &hands() const { return *m_hands; }
    /// On the disk.
    [[nodiscard]] std::vector<Annotation> stored() const { return plumbline::test::stored(*m_program); }
    [[nodiscard]] Annotation last() const;
    [[nodiscard]] Annotation storedAs(plumbline::AnnotationId id) const;
    [[nodiscard]] static QString kind(const Annotation &annotation)
    {
        return plumbline::geometry::geometryName(annotation.geometry);
    }
    [[nodiscard]] QString className(const Annotation &annotation) const;
    /// Covered square pixels.
    [[nodiscard]] static double area(const Annotation &annotation);
    /// As near as the pixels of the screen allow.
    [[nodiscard]] static bool near(const plumbline::geometry::Geometry &shape, const Box &box, double pixels = 2);
    [[nodiscard]] static bool near(double a, double b, double tolerance = 2) { return std::abs(a - b) <= tolerance; }
    /// The picture is this one; its labels are counted from none.
    [[nodiscard]] bool begins(const char *name) const;
    /// By keys; true when it is handed in and the next picture is there.
    [[nodiscard]] bool submit();
    /// Nothing selected, this class for new labels.
    void newLabelsAre(const char *digit) { hands().keys({"Esc", digit}); }

    std::unique_ptr<plumbline::test::FreshHome> m_home;
    std::unique_ptr<plumbline::test::Program> m_program;
    std::unique_ptr<plumbline::test::Hands> m_hands;
};
