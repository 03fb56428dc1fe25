<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>plumbline::actions::KeymapEditor</name>
    <message numerus="yes">
        <source>%n key(s) of your own were for the other map and are gone; export them first to keep them.</source>
        <translation>
            <numerusform>%n key of your own was for the other map and is gone; export it first to keep it.</numerusform>
            <numerusform>%n keys of your own were for the other map and are gone; export them first to keep them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was changed: %1 would be the key of both “%2” and “%3” (%n clash(es)).</source>
        <translation>
            <numerusform>Nothing was changed: %1 would be the key of both “%2” and “%3” (%n clash).</numerusform>
            <numerusform>Nothing was changed: %1 would be the key of both “%2” and “%3” (%n clashes).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) were read.</source>
        <translation>
            <numerusform>%n key was read.</numerusform>
            <numerusform>%n keys were read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::adjudication</name>
    <message numerus="yes">
        <source>%n case(s) still have to be decided.</source>
        <translation>
            <numerusform>%n case still has to be decided.</numerusform>
            <numerusform>%n cases still have to be decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::charts::CalibrationGauge</name>
    <message numerus="yes">
        <source>%1, between %2 and %3, from %n checked decision(s)</source>
        <translation>
            <numerusform>%1, between %2 and %3, from %n checked decision</numerusform>
            <numerusform>%1, between %2 and %3, from %n checked decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::document::Document</name>
    <message numerus="yes">
        <source>%n rescued edit(s) no longer fit and are kept in %1.</source>
        <translation>
            <numerusform>%n rescued edit no longer fit and are kept in %1.</numerusform>
            <numerusform>%n rescued edits no longer fit and are kept in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::ImageEdits</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) cannot be changed here.</source>
        <translation>
            <numerusform>%n label cannot be changed here.</numerusform>
            <numerusform>%n labels cannot be changed here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corner(s)</source>
        <translation>
            <numerusform>%n corner</numerusform>
            <numerusform>%n corners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) hidden; {image.showAll} shows them again.</source>
        <translation>
            <numerusform>%n label hidden; {image.showAll} shows it again.</numerusform>
            <numerusform>%n labels hidden; {image.showAll} shows them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::ImageView</name>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%n hidden</numerusform>
            <numerusform>%n hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::RegionEdits</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::panels::AnnotationPanel</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s) open</source>
        <translation>
            <numerusform>%n prediction open</numerusform>
            <numerusform>%n predictions open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by the filter</source>
        <translation>
            <numerusform>%n hidden by the filter</numerusform>
            <numerusform>%n hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::panels::PropertiesPanel</name>
    <message numerus="yes">
        <source>%n selected label(s)</source>
        <translation>
            <numerusform>%n selected label</numerusform>
            <numerusform>%n selected labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::review</name>
    <message numerus="yes">
        <source>%n label(s) have no decision yet. Decide, or accept the rest.</source>
        <translation>
            <numerusform>%n label has no decision yet. Decide, or accept the rest.</numerusform>
            <numerusform>%n labels have no decision yet. Decide, or accept the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of work wait; %1 a day came in and %2 a day were reviewed.</source>
        <translation>
            <numerusform>%n piece of work waits; %1 a day came in and %2 a day were reviewed.</numerusform>
            <numerusform>%n pieces of work wait; %1 a day came in and %2 a day were reviewed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SceneChecks</name>
    <message numerus="yes">
        <source>%n label(s) cannot be changed here.</source>
        <translation>
            <numerusform>%n label cannot be changed here.</numerusform>
            <numerusform>%n labels cannot be changed here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SceneEdits</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) cannot be changed here.</source>
        <translation>
            <numerusform>%n label cannot be changed here.</numerusform>
            <numerusform>%n labels cannot be changed here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other key frame(s) got the same size.</source>
        <translation>
            <numerusform>%n other key frame got the same size.</numerusform>
            <numerusform>%n other key frames got the same size.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::TrackCommands</name>
    <message numerus="yes">
        <source>%n other key frame(s) got the same size.</source>
        <translation>
            <numerusform>%n other key frame got the same size.</numerusform>
            <numerusform>%n other key frames got the same size.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not visible from here up to the next key frame (%n frame(s)).</source>
        <translation>
            <numerusform>Not visible from here up to the next key frame (%n frame).</numerusform>
            <numerusform>Not visible from here up to the next key frame (%n frames).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Visible again from here (%n frame(s)).</source>
        <translation>
            <numerusform>Visible again from here (%n frame).</numerusform>
            <numerusform>Visible again from here (%n frames).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n box(es) tracks of their own</source>
        <translation>
            <numerusform>Make %n box a track of its own</numerusform>
            <numerusform>Make %n boxes tracks of their own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::TrackGrid</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::TrackSheet</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key frame(s)</source>
        <translation>
            <numerusform>%n key frame</numerusform>
            <numerusform>%n key frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in gaps</source>
        <translation>
            <numerusform>%n in gaps</numerusform>
            <numerusform>%n in gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without points</source>
        <translation>
            <numerusform>%n without points</numerusform>
            <numerusform>%n without points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workflow</name>
    <message numerus="yes">
        <source>%n label(s) lie outside your part (%1). Take them away, or ask a lead for another part.</source>
        <translation>
            <numerusform>%n label lies outside your part (%1). Take it away, or ask a lead for another part.</numerusform>
            <numerusform>%n labels lie outside your part (%1). Take them away, or ask a lead for another part.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation</name>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n most used labels are shown.</source>
        <translation>
            <numerusform>The most used label is shown.</numerusform>
            <numerusform>The %n most used labels are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n people: choose the command line for pairs.</source>
        <translation>
            <numerusform>More than %n person: choose the command line for pairs.</numerusform>
            <numerusform>More than %n people: choose the command line for pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed or too far off</source>
        <translation>
            <numerusform>%n missed or too far off</numerusform>
            <numerusform>%n missed or too far off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n called %1</source>
        <translation>
            <numerusform>%n called %1</numerusform>
            <numerusform>%n called %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n where there is none</source>
        <translation>
            <numerusform>%n where there is none</numerusform>
            <numerusform>%n where there is none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln media file(s)</source>
        <translation>
            <numerusform>%Ln media file</numerusform>
            <numerusform>%Ln media files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that may hold labels</source>
        <translation>
            <numerusform>%Ln file that may hold labels</numerusform>
            <numerusform>%Ln files that may hold labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) merged</source>
        <translation>
            <numerusform>%n decision merged</numerusform>
            <numerusform>%n decisions merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) merged</source>
        <translation>
            <numerusform>%n submission merged</numerusform>
            <numerusform>%n submissions merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new conflict(s) that only a person can decide</source>
        <translation>
            <numerusform>%n new conflict that only a person can decide</numerusform>
            <numerusform>%n new conflicts that only a person can decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n prediction(s)</source>
        <translation>
            <numerusform>Accept %n prediction</numerusform>
            <numerusform>Accept %n predictions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n prediction(s)</source>
        <translation>
            <numerusform>Reject %n prediction</numerusform>
            <numerusform>Reject %n predictions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>%n item added</numerusform>
            <numerusform>%n items added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) read (%1)</source>
        <translation>
            <numerusform>%Ln label read (%1)</numerusform>
            <numerusform>%Ln labels read (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::CompareView</name>
    <message numerus="yes">
        <source>%n difference(s) still need a decision.</source>
        <translation>
            <numerusform>%n difference still needs a decision.</numerusform>
            <numerusform>%n differences still need a decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n people</source>
        <translation>
            <numerusform>%1 · %2 · %n person</numerusform>
            <numerusform>%1 · %2 · %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait.</source>
        <translation>
            <numerusform>%n item waits.</numerusform>
            <numerusform>%n items wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradictory</source>
        <translation>
            <numerusform>%n contradictory</numerusform>
            <numerusform>%n contradictory</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ContestWindow</name>
    <message numerus="yes">
        <source>Answered; %n result(s) are other than before.</source>
        <translation>
            <numerusform>Answered; %n result is other than before.</numerusform>
            <numerusform>Answered; %n results are other than before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::GuidelineRollout</name>
    <message numerus="yes">
        <source>%n known answer(s) confirmed</source>
        <translation>
            <numerusform>%n known answer confirmed</numerusform>
            <numerusform>%n known answers confirmed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ImportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es) will be added to the schema.</source>
        <translation>
            <numerusform>%n class will be added to the schema.</numerusform>
            <numerusform>%n classes will be added to the schema.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new item(s) without a picture on this machine.</source>
        <translation>
            <numerusform>%Ln new item without a picture on this machine.</numerusform>
            <numerusform>%Ln new items without a picture on this machine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) with problems; the good ones are taken.</source>
        <translation>
            <numerusform>%Ln record with problems; the good ones are taken.</numerusform>
            <numerusform>%Ln records with problems; the good ones are taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ImportPreview</name>
    <message numerus="yes">
        <source>%1: %n label(s)</source>
        <translation>
            <numerusform>%1: %n label</numerusform>
            <numerusform>%1: %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::LabelExtras</name>
    <message numerus="yes">
        <source>Replace %n here</source>
        <translation>
            <numerusform>Replace %n here</numerusform>
            <numerusform>Replace %n here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The schema is changed, and %Ln label(s) with it.</source>
        <translation>
            <numerusform>The schema is changed, and %Ln label with it.</numerusform>
            <numerusform>The schema is changed, and %Ln labels with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other class is on %Ln label(s) now. Undo takes it back.</source>
        <translation>
            <numerusform>The other class is on %Ln label now. Undo takes it back.</numerusform>
            <numerusform>The other class is on %Ln labels now. Undo takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::LabelWork</name>
    <message numerus="yes">
        <source>%n label(s) need an answer first: %1. “Cannot tell” is an answer too.</source>
        <translation>
            <numerusform>%n label needs an answer first: %1. “Cannot tell” is an answer too.</numerusform>
            <numerusform>%n labels need an answer first: %1. “Cannot tell” is an answer too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n prediction(s) with a score of %1 or more?</source>
        <translation>
            <numerusform>Accept %n prediction with a score of %1 or more?</numerusform>
            <numerusform>Accept %n predictions with a score of %1 or more?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n</source>
        <translation>
            <numerusform>Accept %n</numerusform>
            <numerusform>Accept %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not submitted: %1 (and %n more)</source>
        <translation>
            <numerusform>Not submitted: %1 (and %n more)</numerusform>
            <numerusform>Not submitted: %1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::MainWindow</name>
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>%n item added</numerusform>
            <numerusform>%n items added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n issue</numerusform>
            <numerusform>%n issues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the schema lacks their classes</source>
        <translation>
            <numerusform>%n left out: the schema lacks their classes</numerusform>
            <numerusform>%n left out: the schema lacks their classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 predictions on %n item(s) · %2 (%3) · %4 ms each</source>
        <translation>
            <numerusform>%1 predictions on %n item · %2 (%3) · %4 ms each</numerusform>
            <numerusform>%1 predictions on %n items · %2 (%3) · %4 ms each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Proposed label schema: %1 and %n more</source>
        <translation>
            <numerusform>Proposed label schema: %1 and %n more</numerusform>
            <numerusform>Proposed label schema: %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) read (%1)</source>
        <translation>
            <numerusform>%Ln label read (%1)</numerusform>
            <numerusform>%Ln labels read (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n already there</numerusform>
            <numerusform>%n already there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ModelDialog</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketCases</name>
    <message numerus="yes">
        <source>%1 of %n case(s) decided</source>
        <translation>
            <numerusform>%1 of %n case decided</numerusform>
            <numerusform>%1 of %n cases decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketView</name>
    <message numerus="yes">
        <source>%Ln member(s), %1</source>
        <translation>
            <numerusform>%Ln member, %1</numerusform>
            <numerusform>%Ln members, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketWindow</name>
    <message numerus="yes">
        <source>%n conflict(s) that only a person can decide; Enter shows the item</source>
        <translation>
            <numerusform>%n conflict that only a person can decide; Enter shows the item</numerusform>
            <numerusform>%n conflicts that only a person can decide; Enter shows the item</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PracticePanel</name>
    <message numerus="yes">
        <source>Practice item: %n difference(s) from the known answer</source>
        <translation>
            <numerusform>Practice item: %n difference from the known answer</numerusform>
            <numerusform>Practice item: %n differences from the known answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::RemarksPanel</name>
    <message numerus="yes">
        <source>%n open remark(s)</source>
        <translation>
            <numerusform>%n open remark</numerusform>
            <numerusform>%n open remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Why %n request(s) stay as they are; then it is handed in</source>
        <translation>
            <numerusform>Why %n request stays as it is; then it is handed in</numerusform>
            <numerusform>Why %n requests stay as they are; then it is handed in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;i&gt;%n earlier entries are not shown.&lt;/i&gt;</source>
        <translation>
            <numerusform>&lt;i&gt;%n earlier entry is not shown.&lt;/i&gt;</numerusform>
            <numerusform>&lt;i&gt;%n earlier entries are not shown.&lt;/i&gt;</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ReviewFigures</name>
    <message numerus="yes">
        <source>%1 of %n label(s) judged alike.</source>
        <translation>
            <numerusform>%1 of %n label judged alike.</numerusform>
            <numerusform>%1 of %n labels judged alike.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies were planted.</source>
        <translation>
            <numerusform>%n copy was planted.</numerusform>
            <numerusform>%n copies were planted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ReviewView</name>
    <message numerus="yes">
        <source>%n piece(s) of work wait.</source>
        <translation>
            <numerusform>%n piece of work waits.</numerusform>
            <numerusform>%n pieces of work wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are reviewing %n.</source>
        <translation>
            <numerusform>You are reviewing %n.</numerusform>
            <numerusform>You are reviewing %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n label(s) decided</source>
        <translation>
            <numerusform>%1 of %n label decided</numerusform>
            <numerusform>%1 of %n labels decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n accepted</numerusform>
            <numerusform>%n accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n back to their authors</source>
        <translation>
            <numerusform>%n back to its author</numerusform>
            <numerusform>%n back to their authors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to adjudication</source>
        <translation>
            <numerusform>%n to adjudication</numerusform>
            <numerusform>%n to adjudication</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n that were not drawn</source>
        <translation>
            <numerusform>Accept %n that was not drawn</numerusform>
            <numerusform>Accept %n that were not drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also %n that stayed as they were</source>
        <translation>
            <numerusform>also %n that stayed as it was</numerusform>
            <numerusform>also %n that stayed as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted without a look</source>
        <translation>
            <numerusform>%n accepted without a look</numerusform>
            <numerusform>%n accepted without a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaDialog</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaReport</name>
    <message numerus="yes">
        <source>%n thing(s) must be decided first; nothing has been changed.</source>
        <translation>
            <numerusform>%n thing must be decided first; nothing has been changed.</numerusform>
            <numerusform>%n things must be decided first; nothing has been changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label change(s), in one step that undo takes back. No label is lost.</source>
        <translation>
            <numerusform>%Ln label change, in one step that undo takes back. No label is lost.</numerusform>
            <numerusform>%Ln label changes, in one step that undo takes back. No label is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TasksView</name>
    <message numerus="yes">
        <source>%n handed on to %1</source>
        <translation>
            <numerusform>%n handed on to %1</numerusform>
            <numerusform>%n handed on to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a review again</source>
        <translation>
            <numerusform>%n waits for a review again</numerusform>
            <numerusform>%n wait for a review again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamGoldPlanPage</name>
    <message numerus="yes">
        <source>%n label(s) an item: the majority is then right in %1 of items, if errors are independent and all fall on the same wrong label (the worst case).</source>
        <translation>
            <numerusform>%n label an item: the majority is then right in %1 of items, if errors are independent and all fall on the same wrong label (the worst case).</numerusform>
            <numerusform>%n labels an item: the majority is then right in %1 of items, if errors are independent and all fall on the same wrong label (the worst case).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamModel</name>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamPausePage</name>
    <message numerus="yes">
        <source>False-pause rate: %1. So often would an annotator who is right in %2 be proposed at least once within %n gold result(s).</source>
        <translation>
            <numerusform>False-pause rate: %1. So often would an annotator who is right in %2 be proposed at least once within %n gold result.</numerusform>
            <numerusform>False-pause rate: %1. So often would an annotator who is right in %2 be proposed at least once within %n gold results.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Proposed within %n gold result(s)</source>
        <translation>
            <numerusform>Proposed within %n gold result</numerusform>
            <numerusform>Proposed within %n gold results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rule: %1. Exact, over all courses of %n independent result(s), looked at after every one.</source>
        <translation>
            <numerusform>Rule: %1. Exact, over all courses of %n independent result, looked at after every one.</numerusform>
            <numerusform>Rule: %1. Exact, over all courses of %n independent results, looked at after every one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamTablePage</name>
    <message numerus="yes">
        <source>%1: %n answer(s)</source>
        <translation>
            <numerusform>%1: %n answer</numerusform>
            <numerusform>%1: %n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n missed</numerusform>
            <numerusform>%n missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invented</source>
        <translation>
            <numerusform>%n invented</numerusform>
            <numerusform>%n invented</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of a wrong class</source>
        <translation>
            <numerusform>%n of a wrong class</numerusform>
            <numerusform>%n of a wrong class</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too far off</source>
        <translation>
            <numerusform>%n too far off</numerusform>
            <numerusform>%n too far off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamView</name>
    <message numerus="yes">
        <source>%n annotator(s)</source>
        <translation>
            <numerusform>%n annotator</numerusform>
            <numerusform>%n annotators</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TriageView</name>
    <message numerus="yes">
        <source>%n to decide about.</source>
        <translation>
            <numerusform>%n to decide about.</numerusform>
            <numerusform>%n to decide about.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a medium or a class.</source>
        <translation>
            <numerusform>%n waits for a medium or a class.</numerusform>
            <numerusform>%n wait for a medium or a class.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::packets</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s)</source>
        <translation>
            <numerusform>%Ln submission</numerusform>
            <numerusform>%Ln submissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln disagreement(s)</source>
        <translation>
            <numerusform>%Ln disagreement</numerusform>
            <numerusform>%Ln disagreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s)</source>
        <translation>
            <numerusform>%Ln decision</numerusform>
            <numerusform>%Ln decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
</context>
</TS>
