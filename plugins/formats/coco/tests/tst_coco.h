// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/memorydataset.h"

#include <QObject>
#include <QTemporaryDir>

namespace plumbline::test {

/// Reads a file or folder as COCO.
[[nodiscard]] Result<> readCoco(const QString &path, MemoryDataset &into, const extension::FormatOptions &options = {});
/// Writes as COCO below a fresh folder and gives the text of labels.json.
[[nodiscard]] Result<QByteArray> writeCoco(const MemoryDataset &dataset, const QString &folder,
                                           const extension::FormatOptions &options = {});
/// Puts text into a file of a temporary folder and reads it.
[[nodiscard]] Result<> readCocoText(const QByteArray &text, MemoryDataset &into);

class CocoTest final : public QObject
{
    Q_OBJECT

private slots:
    void roundTripOfSamples_data();
    void roundTripOfSamples();
    void orderAcrossImagesSurvives();
    void shapesAreRead();
    void keptFactsFollowTheShape();
    void resultsAreRead();
    void idsStayUnique();
    void lossesAreCounted();
    void unwritableShapesAreLeftOut();
    void randomDataSurvive_data();
    void randomDataSurvive();
    void mediaAreCopied();
    void probes_data();
    void probes();
    void cancelStops();
    void sinkFailureStops();
    void outputIsDeterministic();

    // cocobadinput.cpp
    void badInput_data();
    void badInput();
    void numbersAreExact();
    void truncatedAnywhereNeverCrashes();
    void hugeObjectsAreLeftOut();
    void accidentsAreSurvived();
    void hopelessFilesFail_data();
    void hopelessFilesFail();

    // cocokeypoints.cpp
    void skeletonsComeFromCategories();
    void skeletonsOfTheSchemaAreWritten();
    void keyPointSampleHasSkeletons();
    void clashingIdsAreLosses();
    void duplicateKeysAreTold_data();
    void duplicateKeysAreTold();
    void doubtfulShapesAreKeptAndTold();
};

}  // namespace plumbline::test
