<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>extension</name>
    <message>
        <source>a list of results with image_id and category_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COCO panoptic labels; only their pictures and classes can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the lists images, annotations and categories of COCO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts like COCO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has lists named images and annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts with info and licenses, as COCO does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;annotation&gt; with &lt;object&gt; and &lt;bndbox&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;annotation&gt; with &lt;filename&gt; and &lt;size&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the root element is &lt;annotation&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files for pictures without labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names the classes and the text files hold rows of numbers between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text files with rows of numbers between 0 and 1 lie beside pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text files with rows of numbers between 0 and 1; the pictures and class names are elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a YAML file with names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty label files for pictures without labels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Labels pictures, and knows how good the labels are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with the start page instead of where you were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project, or folders and files to label.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::actions::ChoicePopup</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::actions::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::actions::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::base</name>
    <message>
        <source>Cannot write %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a file name inside the data set; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is broken at byte %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is nested more than %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::canvas</name>
    <message>
        <source>ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crowd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::canvas::ImageCanvas</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels hidden · H shows them</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 % of your checked decisions agree with the known answers. With 95 % probability the true share lies between %2 % and %3 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shows how well your labels agree with known answers. It appears after a few more checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough checks yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::cli</name>
    <message>
        <source>… and %1 more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture for %1 cannot be encoded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::cli::Context</name>
    <message>
        <source>%1 Formats here: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plugin for the format “%1” did not register it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no item “%1”; “items” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 items are named “%2”; use the id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::coco</name>
    <message>
        <source>It has more than %1 levels; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has text that is not UTF-8; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COCO instances and key points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the images and categories of a list of results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are written as polygons with four corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are written as polygons with %1 corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polygons with holes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are written as masks of whole pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their holes are filled, because the picture&apos;s size is not known or too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignore regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are written with the key “ignore”, which many readers of COCO overlook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box is not a list of four numbers; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box has a value that is not a finite number; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box has a negative size; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygon has an odd number of coordinates; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygon has fewer than three corners; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygon has a value that is not a finite number; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask has no size of two whole numbers; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask has a run length that is no whole number; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The segmentation is neither a list of polygons nor a mask; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key points are not a list of x, y and visibility 0, 1 or 2; they were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area is not a finite number; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write the labels: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::coco::FileView</name>
    <message>
        <source>Cannot read %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::coco::Reader</name>
    <message>
        <source>%1 has no COCO annotation file. Choose the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a COCO file: it is no JSON object or list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a COCO file: it has no images, annotations or categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early; what came before was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is broken here; what came before was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of results names no pictures and classes; give the file that has them as the option “reference”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not valid JSON; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not an object; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no id; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id %1 is there twice; the second one was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no file name; it was left out with its labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no name; it is called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than 64 levels; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has text that is not UTF-8; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no image with the id %1; the label was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no image id; the label was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panoptic segments are not read by this format; the label was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has neither box, segmentation nor key points; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id %1 is there twice; both labels were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id is neither a whole number nor a text; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score is not a finite number; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score is not between 0 and 1; it is kept but not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is neither 0 nor 1; it was taken as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no category; the label was kept without a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no category with the id %1; its labels were kept in a class “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” ends too early; what came before was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record of “%1” is broken and was left out: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much of it is broken; the rest was left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::coco::Writer</name>
    <message>
        <source>Writing annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::document</name>
    <message>
        <source>The rescue file %1 is damaged.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>No item is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1 Your edits are kept in memory; saving is tried again every few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1 Your edits are kept in %2; saving is tried again every few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::engines::classical</name>
    <message>
        <source>The picture is empty or too large for memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people detector failed on this picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::engines::classical::ClassicalEngine</name>
    <message>
        <source>Classical detectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People (gradient histograms, built in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no built-in model “%1”; there is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people detector runs on the CPU only; “%1” is not available to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::engines::classical::PeopleSession</name>
    <message>
        <source>The score threshold must be from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::engines::onnx</name>
    <message>
        <source>The model&apos;s output (%1) does not fit its decoder with %2 classes and an input of %3 × %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is empty or too large for memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a link or leads out of the model&apos;s folder; it was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s file “%1” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a plain file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is larger than 2 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the file that model.json describes: its SHA-256 differs. Fetch the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model wants to read “%1”, which is outside its folder; it was not loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model keeps weights in “%1”, which no model.json lists with its SHA-256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a plain file of at most 2 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of 1 to 64 files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name a file inside the model&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 64 hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold exactly one file in the model&apos;s own folder that ends in .onnx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of 1 to 8 whole numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of 1 to 10,000 names, or “coco80”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a name of 1 to 200 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not one of the model&apos;s classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be the name of a label class, or null to leave the class out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model.json: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model.json must hold one object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is “%1”; this version reads “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known detector has these inputs and outputs; put the file into a folder with a model.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has %1 classes but does not name them; put it into a folder with a model.json that does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s input (%1) is not one picture of %2 × %3 pixels in 32-bit floats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no output “%1”; it has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s output “%1” is not of 32-bit floats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider starts but fails while running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not an ONNX model, or it is cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not beside the ONNX Runtime library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no NVIDIA driver is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this build of ONNX Runtime does not have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Vulkan loader libvulkan.so.1 is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no Vulkan driver is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vulkan finds no device of version 1.1 or later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::engines::onnx::OnnxEngine</name>
    <message>
        <source>ONNX Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no provider “%1”; there are auto, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not available: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 computes on the processor and is slower than the CPU provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider can run the model: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::engines::onnx::OnnxSession</name>
    <message>
        <source>The model&apos;s input does not fit into memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model failed while running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s output “%1” is not of 32-bit floats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model did not finish its first run within %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is empty or too large for memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score threshold must be from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::engines::onnx::Reader</name>
    <message>
        <source>model.json: “%1” %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a key of this schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text of 1 to 1,000 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is “%1”; known here: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of three numbers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::engines::onnx::Runtime</name>
    <message>
        <source>The ONNX Runtime library is older than the one this program was built for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX Runtime cannot be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot run the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No part of this model can run on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the model&apos;s %2 steps have no %3 version and run on the CPU</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::example</name>
    <message>
        <source>“%1” is not a number; the box was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The box was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has %1 fields instead of %2; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::example::CsvBoxesFormat</name>
    <message>
        <source>CSV boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file begins with the header of this table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must begin with the line %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only boxes are written; these annotations are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attributes, scores, roles and tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The boxes are written without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images without a box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no line for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::example::RecordReader</name>
    <message>
        <source>The line is not UTF-8 text; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is never closed; the text behind it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is longer than %1 bytes; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::exchange</name>
    <message>
        <source>Nothing is labeled yet, so there is nothing to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is accepted yet. Name the layer to export: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists and is not empty; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished export could not be moved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file name is not UTF-8; rename the file to add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No installed plugin can open this file; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is neither a file nor a folder; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links are not followed; add what it points to by name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::exchange::ImportSink</name>
    <message>
        <source>The format plugin named an item that it did not declare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures are not on this machine where the labels say; their labels are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels were made for a picture of %1 × %2 pixels; the picture here has %3 × %4. They may not fit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::exchange::MediaOpener</name>
    <message>
        <source>%1 is not there. Move it back, or add its new place to the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no medium that an installed plugin can open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::exchange::StoreSource</name>
    <message>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is labeled yet, so there is nothing to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer “%1”; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::extension</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a shared library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a shared library for this kind of machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: it ends early. Install the plugin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot make the folder of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot put the picture %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The option “%1” must be one of: %2; not “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crowd regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are written as ordinary objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ignore regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels of tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are written as single labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels marked as unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mark is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels whose maker is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who or what made them is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels with details of another format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ids and keys that only the other format has are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items that are no pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels of items that are no pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels without a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels of whole items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotated boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ellipses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuboids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines in space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rewrites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening media of the kind “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file format “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pre-labeling engine “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team hub “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read or written; the project is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels and predictions that exist already stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is kept on this machine and can be sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items and labels stay in the project untouched and come back with the plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a plugin that is not installed (%2). %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs the plugin “%2” (%3), which cannot be used: %4 %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stopped with an internal error. Please tell its author.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower-case letters, digits, dots and dashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It offers “%1”, a kind of plugin that this version does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list like “format:coco”, of the kinds it names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made for version %1 of the plugin interface; this program has version %2. Install a matching version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was built with the compiler %1; this program was built with %2. Install a matching build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not stated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a Plumbline plugin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::extension::Fields</name>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its metadata are broken: “%1” must be %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::extension::PluginManager</name>
    <message>
        <source>It does not offer what its metadata promise.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::extension::PluginManager::Private</name>
    <message>
        <source>It is a shared library, but not a plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another plugin with the same id was found first: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugins that need each other cannot be loaded: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs the plugin %1, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs the plugin %1, which is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs the plugin %1, which cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is switched off in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be loaded; a library that it needs may be missing or of another version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no plugin interface. Please tell its author.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::forms::AttributeForm</name>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be answered before submitting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::forms::ClassPicker</name>
    <message>
        <source>Class name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the class “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class (/ and some letters)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::geometry</name>
    <message>
        <source>The compressed mask is broken at character %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask&apos;s run lengths do not fill its picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box has a coordinate that is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box has a negative size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rotated box has a value that is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rotated box has a negative size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ellipse has a value that is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ellipse has a negative radius.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygon has no parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygon has a part with fewer than three corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygon has a coordinate that is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygon has a hole with fewer than three corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has fewer than two points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has a coordinate that is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key point is not a number or has an unknown visibility.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuboid has a value that is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cuboid has a negative size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text span is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rating is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape is too large for its size to be a number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::image</name>
    <message>
        <source>%1 is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder, not an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2; the limit for a file is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says it is %2 × %3 pixels, which take %4 of memory; the limit is %5. Cut it into tiles or scale it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file name says .%1, the content is %2; it was opened by its content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends before the picture does; what is missing cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an animation; only the first of %1 frames is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first of %1 pages is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colours are CMYK, converted without a colour profile; they may differ from print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has %1 bits per channel, of which %2 are used. Store it as PNG or TIFF to keep them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be transparent; transparent parts are shown over white.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::image::ImageFactory</name>
    <message>
        <source>It does not begin like an image that Plumbline can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins like a %1 image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an image that Plumbline can read; it begins with the bytes %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a %2 image; install the package qt6-image-formats-plugins to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: its header cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::image::ImageSource</name>
    <message>
        <source>%1 has one frame; frame %2 was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read any more: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed on the disk while it was open. Open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: its header and its picture have different sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to show %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::imageview</name>
    <message>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual pixels (1:1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide or show labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel, or select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last corner back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by ten pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by a pixel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::Actions</name>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>A box needs at least 2 × 2 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select what you want to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no labels to paste; copy some with Ctrl+C first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds more labels than can be pasted at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard does not hold labels that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select what you want to duplicate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New labels cannot be made here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is labelled with: %2. Choose another tool or another class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reshape %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change class to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a label first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1 as sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark %1 as unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 an ignore region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a prediction to accept; Tab goes to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a prediction to reject; Tab goes to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A polygon needs three corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This label cannot be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A polygon needs three corners; press Del again to delete all of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::ImageView</name>
    <message>
        <source>Loading %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Backspace reports it as “cannot label”; D goes on to the next item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an item in the queue, or drop pictures or a folder here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture has no labels yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New labels are “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No class has the key %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels</name>
    <message>
        <source>to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>human</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>propagated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The medium is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guideline does not say how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not belong to this project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels::AnnotationModel</name>
    <message>
        <source>ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crowd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels::HistoryModel</name>
    <message>
        <source>%1, by %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels::JobModel</name>
    <message>
        <source>%1, %2 % done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::jobs</name>
    <message>
        <source>Stopped before it was finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work stopped with an internal error. Nothing was half stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::model</name>
    <message>
        <source>A stored record is damaged (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::model::JsonFields</name>
    <message>
        <source>64 hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>human, model, import or propagated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attribute “%1” must be true, false, a number, a text, null or {&quot;unknown&quot;:true}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class “%1” in the label schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object, crowd or ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted or rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time like 2026-11-20T03:00:00.000000Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole numbers from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of [value, count]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of [x, y, visibility] with visibility 0, 1 or 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[height, width]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a kind of geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fraction [numerator, denominator]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has an unknown key “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%2” of %1 must be %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amodal or visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[length, width, height]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colour like #56b4e9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object of texts by language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boolean, choice, number or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairs of joint numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minor, major or critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class “%1” is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parent class “%1” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class “%1” is its own ancestor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attribute “%1” is there twice.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No labels yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with B (box) or P (polygon), or press G to let a model propose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::panels::DockTitle</name>
    <message>
        <source>Hide this panel; the Window menu brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::panels::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is done to the project is listed here, latest first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::panels::IssuePanel</name>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems found in files and labels are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::panels::JobPanel</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports, exports and pre-labeling show their progress here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::panels::NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>%1 × %2 px at %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an ignore region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class for new labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proposal of a model: accept it (Y) to change it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::panels::QueuePanel</name>
    <message>
        <source>Search names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show items by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All items (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item has this name and state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop pictures or a folder here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::prelabel</name>
    <message>
        <source>There is no item %1 in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-labeling on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::prelabel::Proposals</name>
    <message>
        <source>Pre-label %1 items with %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::quality</name>
    <message>
        <source>The stored state of a quality gauge is damaged. Restore the gold file from its backup.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::store</name>
    <message>
        <source>%1 is there already; a backup never replaces a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup does not verify: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished backup could not be given its name %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone has changed this meanwhile; the edit was not applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a database, but not one of Plumbline&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project folder %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (process %2 on %3) has the project open for writing; close it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a backup of another project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup cannot be copied beside the project; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The restored database could not be put in place; the old one is untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Make room; nothing is lost meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project lies in a place that cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project&apos;s files may not be opened by you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project&apos;s database is damaged. Restore a backup, then run “verify”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project&apos;s database cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reported an error while the project was read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project&apos;s database reported an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a Plumbline project (it has no plumbline.json).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/plumbline.json is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged database cannot be moved aside; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The restored database could not be put in place; the damaged one is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows are filed under another item, layer, class, name or owner than they have</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::store::Fold</name>
    <message>
        <source>There is no item %1 in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bulk edit that should be changed is not in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the %2 entries were changed since; undo those edits first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::store::Project</name>
    <message>
        <source>%1 exists and is not empty; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a Plumbline project (it has no plumbline.json and project.db).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project is encrypted; this program cannot open encrypted projects.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::store::Reader</name>
    <message>
        <source>the database file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation %1: a stored value does not have the hash it is filed under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation %1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation %1: the chain of hashes is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of the history is missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::store::Store</name>
    <message>
        <source>%1 is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project was opened for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project lies in a place that cannot be written; it is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project was written by a newer Plumbline (tables version %1, this program knows %2). It is open for reading only; update the program to edit it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::store::Unfold</name>
    <message>
        <source>the stored value is not what the history made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is there although the history removed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there without an operation that made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows were made by no operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operation %1 (%2 of %3 %4): %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the edited entity is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bulk edit is not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its rows are not the ones that were stored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::store::Writer</name>
    <message>
        <source>The project&apos;s database has lost its identity. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values of this edit were purged; it cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::theme</name>
    <message>
        <source>A theme must be a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A theme needs a “name” and “dark” (true or false).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme “%1” needs a colour like #1A2B3C for “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::voc</name>
    <message>
        <source>%1 is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no XML files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a document type declaration, which is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than %1 levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The XML is broken: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::voc::Reader</name>
    <message>
        <source>The masks of SegmentationClass and SegmentationObject are not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the XML files is a Pascal VOC annotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has text that is not UTF-8; labels with such a name were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The root element is not &lt;annotation&gt;; the file was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no file name; the XML file&apos;s own name was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file is about “%1” too; the labels of both were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture&apos;s size is missing or wrong, and there is no picture to take it from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture&apos;s size is missing or wrong; it was taken from the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no class name that can be read; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no box; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is missing or no finite number; the label was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box has a negative size; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither 0 nor 1; it is kept but not used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::voc::Writer</name>
    <message>
        <source>Cannot make the folder of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures whose names clash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are renamed in the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are written as their bounding boxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attributes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workflow</name>
    <message>
        <source>A demo needs at least one item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo: street pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no item %1 in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gold answer is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must begin with a line naming the columns task and truth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task or truth is missing; the line was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must begin with a line naming the columns task, annotator and label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task, annotator or label is missing; the line was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confidence “%1” is not between 0 and 1; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quoted cell never ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1 judgements</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::DemoBuilder</name>
    <message>
        <source>Painting streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulating annotators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::GoldStore</name>
    <message>
        <source>The folder for gold answers, %1, cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gold answers were written by a newer Plumbline; update the program.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Open the project %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 media files, %2 files that may hold labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No media that an installed plugin can open were found there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::CannotLabelPopup</name>
    <message>
        <source>Why can this item not be labeled?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predictions of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No installed plugin can write labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no labels yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking what this format can carry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Nothing is lost: this format carries everything that is labeled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format cannot carry everything. What happens to it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1 labels of %2 items are in %3 files.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label file, or a folder with labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the labels are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats that could be meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored before you press Import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No installed format recognises this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several formats could be meant. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 labels on %2 items, %3 of them new to the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new items have no picture on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records have problems; the good ones are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; nothing was stored.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>The list is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in this list is finished. Export it under File › Export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not submitted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was a practice item, and everything was right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed in as “cannot label”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence %1 of 5 goes with the next submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open prediction has a score of %1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The daily backup failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 labels read (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the gauge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what is dragged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a &amp;project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import labels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything s&amp;aved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;unfinished item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Submit and next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cannot label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence %1 of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a &amp;class…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Answer attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is asked here; select one of your labels first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pre-label this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-label a&amp;ll items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop pre-labeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acc&amp;ept all sure predictions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search or command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch &amp;dark and light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or command  Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plumbline projects (*%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 labels on %2 items were imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-labeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add these classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-labeling was stopped; what was done is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an item of this project.</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Pre-labeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-label this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-label all items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.onnx model.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet. Add an .onnx file, or put model folders into the project&apos;s “models” folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: the fastest that works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not available</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::Opening</name>
    <message>
        <source>There is no such file or folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the sample project</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>around %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not there: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another class: you said %1, it is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too far off: %1 overlaps by %2 %, 50 % are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item cannot be labeled; say so with Ctrl+Backspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item can be labeled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::Prelabeling</name>
    <message>
        <source>Look for models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-label this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-label all items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model to pre-label with. Add one under Label › Choose a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 is not there any more. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine %1 is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::RecentRow</name>
    <message>
        <source>%1, not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3 items finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device for pre-labeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: the fastest that works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept all: from this score on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep predictions from this score on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::StartPage</name>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label pictures, and know how good the labels are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures, with their labels if there are any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 street scenes to try everything on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder whose name ends in .plumb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New empty project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New empty project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop files and folders anywhere in this window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::StatusLine</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device for pre-labeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device for pre-labeling: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved, %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items that you have finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well your labels agree with known answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 checked decisions, about %2 % were right; the true share lies between %3 % and %4 % with 95 % probability. The bar gets shorter as more of your work is checked, and it moves in steps so that nobody can tell which item was a check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some items have known answers; once enough of them have passed your hands, the share you got right is shown here with how sure it is. Practice items explain at once what was different.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ViewHost</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an item in the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of item cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::Workstation</name>
    <message>
        <source>Its plugin is loaded but offers no view.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::yolo</name>
    <message>
        <source>It is not a class name; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class name is empty or not UTF-8; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is neither a list nor a map of class names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lies outside of the data set and was not read. Import that folder by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no data set description: it is not a map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The YAML is broken: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YOLO detection and segmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with one class name a line, or data.yaml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no YOLO label files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has something that is not a number; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has a value that is not a finite number; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has %1 values; a box has 5, an outline at least 7; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class is not a whole number from 0 up; the line was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has a coordinate outside of the picture: values must lie between 0 and 1; it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box has a negative size; the line was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The confidence is not between 0 and 1; the line was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are left out, because YOLO&apos;s numbers are fractions of the picture&apos;s size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels of pictures whose size is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are written as their bounding boxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each part is written as an outline of its own, and their holes are filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each part is written as an outline of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polygons with several parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their holes are filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polygons with holes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are written as outlines with %1 corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels outside of their picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are cut at the picture&apos;s border.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels that reach outside of their picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::yolo::Reader</name>
    <message>
        <source>Reading annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No class names were found (data.yaml, classes.txt or *.names); classes are called by their number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class “%1” is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its picture was not found, and without the picture&apos;s size its labels mean nothing; they were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture&apos;s size cannot be read; its labels were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class %1; the line was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumbline::yolo::Writer</name>
    <message>
        <source>Writing annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot make the folder of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures whose names clash or confuse readers of YOLO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are renamed in the copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of at most 32 bits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
