<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>extension</name>
    <message>
        <source>a list of results with image_id and category_id</source>
        <translation>含有 image_id 和 category_id 的结果列表</translation>
    </message>
    <message>
        <source>COCO panoptic labels; only their pictures and classes can be read</source>
        <translation>COCO 全景标注；只能读取其图片和类别</translation>
    </message>
    <message>
        <source>has the lists images, annotations and categories of COCO</source>
        <translation>含有 COCO 的 images、annotations 和 categories 列表</translation>
    </message>
    <message>
        <source>starts like COCO</source>
        <translation>开头像 COCO</translation>
    </message>
    <message>
        <source>has lists named images and annotations</source>
        <translation>含有名为 images 和 annotations 的列表</translation>
    </message>
    <message>
        <source>starts with info and licenses, as COCO does</source>
        <translation>像 COCO 一样以 info 和 licenses 开头</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 names the classes and the text files hold rows of numbers between 0 and 1</source>
        <translation>%1 列出了类别，文本文件中是 0 到 1 之间的数值行</translation>
    </message>
    <message>
        <source>text files with rows of numbers between 0 and 1 lie beside pictures</source>
        <translation>图片旁边有 0 到 1 之间数值行的文本文件</translation>
    </message>
    <message>
        <source>text files with rows of numbers between 0 and 1; the pictures and class names are elsewhere</source>
        <translation>含有 0 到 1 之间数值行的文本文件；图片和类别名称在别处</translation>
    </message>
    <message>
        <source>a YAML file with names</source>
        <translation>含有 names 的 YAML 文件</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Empty label files for pictures without labels</source>
        <translation>为没有标注的图片写空的标注文件</translation>
    </message>
    <message>
        <source>&lt;annotation&gt; with &lt;object&gt; and &lt;bndbox&gt;</source>
        <translation>含有 &lt;object&gt; 和 &lt;bndbox&gt; 的 &lt;annotation&gt;</translation>
    </message>
    <message>
        <source>&lt;annotation&gt; with &lt;filename&gt; and &lt;size&gt;</source>
        <translation>含有 &lt;filename&gt; 和 &lt;size&gt; 的 &lt;annotation&gt;</translation>
    </message>
    <message>
        <source>the root element is &lt;annotation&gt;</source>
        <translation>根元素是 &lt;annotation&gt;</translation>
    </message>
    <message>
        <source>Files for pictures without labels</source>
        <translation>为没有标注的图片写文件</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Labels pictures, and knows how good the labels are.</source>
        <translation>标注图片，并清楚标注的质量。</translation>
    </message>
    <message>
        <source>Begin with the start page instead of where you were.</source>
        <translation>从开始页启动，而不是回到上次的位置。</translation>
    </message>
    <message>
        <source>A project, or folders and files to label.</source>
        <translation>一个项目，或要标注的文件夹和文件。</translation>
    </message>
</context>
<context>
    <name>plumbline::actions::ChoicePopup</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>plumbline::actions::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
</context>
<context>
    <name>plumbline::actions::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>plumbline::base</name>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Reading %1 failed: %2</source>
        <translation>读取 %1 失败：%2</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes.</source>
        <translation>%1 超过 %2 字节。</translation>
    </message>
    <message>
        <source>“%1” is not a file name inside the data set; it was left out.</source>
        <translation>“%1”不是数据集内的文件名，已略过。</translation>
    </message>
    <message>
        <source>The JSON is broken at byte %1.</source>
        <translation>JSON 在第 %1 字节处损坏。</translation>
    </message>
    <message>
        <source>The JSON is nested more than %1 levels deep.</source>
        <translation>JSON 的嵌套超过 %1 层。</translation>
    </message>
</context>
<context>
    <name>plumbline::canvas</name>
    <message>
        <source>ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>plumbline::canvas::ImageCanvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Labels hidden · H shows them</source>
        <translation>标注已隐藏 · 按 H 显示</translation>
    </message>
</context>
<context>
    <name>plumbline::charts::CalibrationGauge</name>
    <message>
        <source>Calibration</source>
        <translation>校准度</translation>
    </message>
    <message>
        <source>About %1 % of your checked decisions agree with the known answers. With 95 % probability the true share lies between %2 % and %3 %.</source>
        <translation>经过核对的判断中约有 %1 % 与已知答案一致。真实比例有 95 % 的概率在 %2 % 与 %3 % 之间。</translation>
    </message>
    <message>
        <source>This shows how well your labels agree with known answers. It appears after a few more checks.</source>
        <translation>这里显示你的标注与已知答案的一致程度，再核对几次后才会出现。</translation>
    </message>
    <message numerus="yes">
        <source>%1, between %2 and %3, from %n checked decision(s)</source>
        <translation>
            <numerusform>%1，介于 %2 与 %3 之间，基于 %n 次核对</numerusform>
        </translation>
    </message>
    <message>
        <source>not enough checks yet</source>
        <translation>核对次数还不够</translation>
    </message>
</context>
<context>
    <name>plumbline::cli</name>
    <message>
        <source>… and %1 more.</source>
        <translation>……以及另外 %1 个。</translation>
    </message>
    <message>
        <source>The picture for %1 cannot be encoded.</source>
        <translation>无法编码图片 %1。</translation>
    </message>
</context>
<context>
    <name>plumbline::cli::Context</name>
    <message>
        <source>%1 Formats here: %2.</source>
        <translation>%1 可用的格式：%2。</translation>
    </message>
    <message>
        <source>The plugin for the format “%1” did not register it.</source>
        <translation>格式“%1”的插件没有注册该格式。</translation>
    </message>
    <message>
        <source>There is no item “%1”; “items” lists them.</source>
        <translation>没有条目“%1”；“items”可列出全部条目。</translation>
    </message>
    <message>
        <source>%1 items are named “%2”; use the id.</source>
        <translation>有 %1 个条目名为“%2”；请使用 id。</translation>
    </message>
</context>
<context>
    <name>plumbline::coco</name>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Cannot write the labels: %1</source>
        <translation>无法写入标注：%1</translation>
    </message>
    <message>
        <source>COCO instances and key points</source>
        <translation>COCO 实例与关键点</translation>
    </message>
    <message>
        <source>File with the images and categories of a list of results</source>
        <translation>含有结果列表的图片和类别的文件</translation>
    </message>
    <message>
        <source>It has more than %1 levels; it was left out.</source>
        <translation>它超过 %1 层，已略过。</translation>
    </message>
    <message>
        <source>It has text that is not UTF-8; it was left out.</source>
        <translation>它含有非 UTF-8 文本，已略过。</translation>
    </message>
    <message>
        <source>The box is not a list of four numbers; it was left out.</source>
        <translation>矩形框不是四个数的列表，已略过。</translation>
    </message>
    <message>
        <source>The box has a value that is not a finite number; it was left out.</source>
        <translation>矩形框有不是有限数值的值，已略过。</translation>
    </message>
    <message>
        <source>The box has a negative size; it was left out.</source>
        <translation>矩形框的尺寸为负，已略过。</translation>
    </message>
    <message>
        <source>The polygon has an odd number of coordinates; it was left out.</source>
        <translation>多边形的坐标个数为奇数，已略过。</translation>
    </message>
    <message>
        <source>The polygon has fewer than three corners; it was left out.</source>
        <translation>多边形的角点少于三个，已略过。</translation>
    </message>
    <message>
        <source>The polygon has a value that is not a finite number; it was left out.</source>
        <translation>多边形有不是有限数值的值，已略过。</translation>
    </message>
    <message>
        <source>The mask has no size of two whole numbers; it was left out.</source>
        <translation>掩码没有由两个整数组成的尺寸，已略过。</translation>
    </message>
    <message>
        <source>It was left out.</source>
        <translation>它已略过。</translation>
    </message>
    <message>
        <source>The mask has a run length that is no whole number; it was left out.</source>
        <translation>掩码有不是整数的游程长度，已略过。</translation>
    </message>
    <message>
        <source>The segmentation is neither a list of polygons nor a mask; it was left out.</source>
        <translation>分割既不是多边形列表也不是掩码，已略过。</translation>
    </message>
    <message>
        <source>The key points are not a list of x, y and visibility 0, 1 or 2; they were left out.</source>
        <translation>关键点不是 x、y 和可见性 0、1 或 2 的列表，已略过。</translation>
    </message>
    <message>
        <source>The area is not a finite number; it was left out.</source>
        <translation>面积不是有限数值，已略过。</translation>
    </message>
    <message>
        <source>They are written as polygons with four corners.</source>
        <translation>它们写出为四个角点的多边形。</translation>
    </message>
    <message>
        <source>They are written as polygons with %1 corners.</source>
        <translation>它们写出为 %1 个角点的多边形。</translation>
    </message>
    <message>
        <source>polygons with holes</source>
        <translation>带孔洞的多边形</translation>
    </message>
    <message>
        <source>They are written as masks of whole pixels.</source>
        <translation>它们写出为整像素掩码。</translation>
    </message>
    <message>
        <source>Their holes are filled, because the picture&apos;s size is not known or too large.</source>
        <translation>由于图片尺寸未知或过大，孔洞会被填充。</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>ignore regions</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>They are written with the key “ignore”, which many readers of COCO overlook.</source>
        <translation>它们写出时带有键“ignore”，许多 COCO 读取程序会忽视它。</translation>
    </message>
</context>
<context>
    <name>plumbline::coco::FileView</name>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空的。</translation>
    </message>
</context>
<context>
    <name>plumbline::coco::Reader</name>
    <message>
        <source>%1 has no COCO annotation file. Choose the file itself.</source>
        <translation>%1 中没有 COCO 标注文件。请直接选择该文件。</translation>
    </message>
    <message>
        <source>%1 is not a COCO file: it is no JSON object or list.</source>
        <translation>%1 不是 COCO 文件：它不是 JSON 对象或列表。</translation>
    </message>
    <message>
        <source>%1 is not a COCO file: it has no images, annotations or categories.</source>
        <translation>%1 不是 COCO 文件：其中没有 images、annotations 或 categories。</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>第 %1 字节</translation>
    </message>
    <message>
        <source>The file ends too early; what came before was read.</source>
        <translation>文件过早结束；此前的内容已读取。</translation>
    </message>
    <message>
        <source>The file is broken here; what came before was read.</source>
        <translation>文件在此处损坏；此前的内容已读取。</translation>
    </message>
    <message>
        <source>A list of results names no pictures and classes; give the file that has them as the option “reference”.</source>
        <translation>结果列表中没有图片和类别；请用选项“reference”给出含有它们的文件。</translation>
    </message>
    <message>
        <source>It is not valid JSON; it was left out.</source>
        <translation>它不是有效的 JSON，已略过。</translation>
    </message>
    <message>
        <source>It is not a list.</source>
        <translation>它不是列表。</translation>
    </message>
    <message>
        <source>It is not an object; it was left out.</source>
        <translation>它不是对象，已略过。</translation>
    </message>
    <message>
        <source>It has no id; it was left out.</source>
        <translation>它没有 id，已略过。</translation>
    </message>
    <message>
        <source>The id %1 is there twice; the second one was left out.</source>
        <translation>id %1 出现了两次；第二个已略过。</translation>
    </message>
    <message>
        <source>It has no file name; it was left out with its labels.</source>
        <translation>它没有文件名；已连同其标注一起略过。</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>It has no name; it is called “%1”.</source>
        <translation>它没有名称，现称为“%1”。</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>It has more than 64 levels; it was left out.</source>
        <translation>它超过 64 层，已略过。</translation>
    </message>
    <message>
        <source>It has text that is not UTF-8; it was left out.</source>
        <translation>它含有非 UTF-8 文本，已略过。</translation>
    </message>
    <message>
        <source>There is no image with the id %1; the label was left out.</source>
        <translation>没有 id 为 %1 的图片；该标注已略过。</translation>
    </message>
    <message>
        <source>It has no image id; the label was left out.</source>
        <translation>它没有图片 id；该标注已略过。</translation>
    </message>
    <message>
        <source>Panoptic segments are not read by this format; the label was left out.</source>
        <translation>此格式不读取全景分割；该标注已略过。</translation>
    </message>
    <message>
        <source>It has neither box, segmentation nor key points; it was left out.</source>
        <translation>它既没有矩形框、分割，也没有关键点，已略过。</translation>
    </message>
    <message>
        <source>The id %1 is there twice; both labels were kept.</source>
        <translation>id %1 出现了两次；两个标注都予以保留。</translation>
    </message>
    <message>
        <source>The id is neither a whole number nor a text; it was left out.</source>
        <translation>id 既不是整数也不是文本，已略过。</translation>
    </message>
    <message>
        <source>The score is not a finite number; it was left out.</source>
        <translation>分数不是有限数值，已略过。</translation>
    </message>
    <message>
        <source>The score is not between 0 and 1; it is kept but not used.</source>
        <translation>分数不在 0 与 1 之间；予以保留但不使用。</translation>
    </message>
    <message>
        <source>It is neither 0 nor 1; it was taken as 0.</source>
        <translation>它既不是 0 也不是 1，按 0 处理。</translation>
    </message>
    <message>
        <source>It has no category; the label was kept without a class.</source>
        <translation>它没有类别；标注予以保留，但不带类别。</translation>
    </message>
    <message>
        <source>There is no category with the id %1; its labels were kept in a class “%2”.</source>
        <translation>没有 id 为 %1 的类别；其标注保留在类别“%2”中。</translation>
    </message>
    <message>
        <source>“%1” ends too early; what came before was read.</source>
        <translation>“%1”过早结束；此前的内容已读取。</translation>
    </message>
    <message>
        <source>A record of “%1” is broken and was left out: %2</source>
        <translation>“%1”的一条记录已损坏并被略过：%2</translation>
    </message>
    <message>
        <source>Too much of it is broken; the rest was left out.</source>
        <translation>损坏过多；其余部分已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::coco::Writer</name>
    <message>
        <source>Writing annotations</source>
        <translation>正在写出标注</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>plumbline::document</name>
    <message>
        <source>The rescue file %1 is damaged.</source>
        <translation>救援文件 %1 已损坏。</translation>
    </message>
</context>
<context>
    <name>plumbline::document::Document</name>
    <message numerus="yes">
        <source>%n rescued edit(s) no longer fit and are kept in %1.</source>
        <translation>
            <numerusform>有 %n 项抢救出的修改已不适用，保留在 %1 中。</numerusform>
        </translation>
    </message>
    <message>
        <source>No item is open.</source>
        <translation>没有打开任何条目。</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>所有修改均已保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Not saved: %1 Your edits are kept in memory; saving is tried again every few seconds.</source>
        <translation>未保存：%1 修改保留在内存中，每隔几秒会重试保存。</translation>
    </message>
    <message>
        <source>Not saved: %1 Your edits are kept in %2; saving is tried again every few seconds.</source>
        <translation>未保存：%1 修改保留在 %2 中，每隔几秒会重试保存。</translation>
    </message>
</context>
<context>
    <name>plumbline::engines::classical</name>
    <message>
        <source>The picture is empty or too large for memory.</source>
        <translation>图片为空，或超出内存。</translation>
    </message>
    <message>
        <source>The people detector failed on this picture.</source>
        <translation>行人检测器在此图片上失败。</translation>
    </message>
</context>
<context>
    <name>plumbline::engines::classical::ClassicalEngine</name>
    <message>
        <source>Classical detectors</source>
        <translation>经典检测器</translation>
    </message>
    <message>
        <source>People (gradient histograms, built in)</source>
        <translation>行人（梯度直方图，内置）</translation>
    </message>
    <message>
        <source>There is no built-in model “%1”; there is %2.</source>
        <translation>没有内置模型“%1”；有 %2。</translation>
    </message>
    <message>
        <source>The people detector runs on the CPU only; “%1” is not available to it.</source>
        <translation>行人检测器只能在 CPU 上运行；无法使用“%1”。</translation>
    </message>
</context>
<context>
    <name>plumbline::engines::classical::PeopleSession</name>
    <message>
        <source>The score threshold must be from 0 to 1.</source>
        <translation>分数阈值必须在 0 到 1 之间。</translation>
    </message>
</context>
<context>
    <name>plumbline::engines::onnx</name>
    <message>
        <source>the Vulkan loader libvulkan.so.1 is not installed</source>
        <translation>未安装 Vulkan 加载库 libvulkan.so.1</translation>
    </message>
    <message>
        <source>no Vulkan driver is installed</source>
        <translation>未安装 Vulkan 驱动</translation>
    </message>
    <message>
        <source>Vulkan finds no device of version 1.1 or later</source>
        <translation>Vulkan 找不到 1.1 或更高版本的设备</translation>
    </message>
    <message>
        <source>must be a list of 1 to 64 files.</source>
        <translation>必须是 1 到 64 个文件的列表。</translation>
    </message>
    <message>
        <source>must be an object.</source>
        <translation>必须是对象。</translation>
    </message>
    <message>
        <source>must name a file inside the model&apos;s folder.</source>
        <translation>必须指明模型文件夹内的文件。</translation>
    </message>
    <message>
        <source>must be 64 hexadecimal digits.</source>
        <translation>必须是 64 位十六进制数字。</translation>
    </message>
    <message>
        <source>must hold exactly one file in the model&apos;s own folder that ends in .onnx.</source>
        <translation>必须恰好包含模型自身文件夹中一个以 .onnx 结尾的文件。</translation>
    </message>
    <message>
        <source>must be a list of 1 to 8 whole numbers.</source>
        <translation>必须是 1 到 8 个整数的列表。</translation>
    </message>
    <message>
        <source>must be a list of 1 to 10,000 names, or “coco80”.</source>
        <translation>必须是 1 到 10,000 个名称的列表，或“coco80”。</translation>
    </message>
    <message>
        <source>must be a name of 1 to 200 characters.</source>
        <translation>必须是 1 到 200 个字符的名称。</translation>
    </message>
    <message>
        <source>is not one of the model&apos;s classes.</source>
        <translation>不是模型的类别之一。</translation>
    </message>
    <message>
        <source>must be the name of a label class, or null to leave the class out.</source>
        <translation>必须是标注类别的名称，或用 null 略去该类别。</translation>
    </message>
    <message>
        <source>model.json: %1</source>
        <translation>model.json：%1</translation>
    </message>
    <message>
        <source>model.json must hold one object.</source>
        <translation>model.json 必须包含一个对象。</translation>
    </message>
    <message>
        <source>is “%1”; this version reads “%2”.</source>
        <translation>是“%1”；此版本读取“%2”。</translation>
    </message>
    <message>
        <source>No known detector has these inputs and outputs; put the file into a folder with a model.json.</source>
        <translation>没有已知的检测器具有这样的输入和输出；请将文件放入带有 model.json 的文件夹。</translation>
    </message>
    <message>
        <source>The model has %1 classes but does not name them; put it into a folder with a model.json that does.</source>
        <translation>模型有 %1 个类别但没有名称；请将其放入带有 model.json 的文件夹并在其中命名。</translation>
    </message>
    <message>
        <source>The model&apos;s input (%1) is not one picture of %2 × %3 pixels in 32-bit floats.</source>
        <translation>模型的输入 (%1) 不是一张 %2 × %3 像素的 32 位浮点图片。</translation>
    </message>
    <message>
        <source>The model has no output “%1”; it has %2.</source>
        <translation>模型没有输出“%1”；它有 %2。</translation>
    </message>
    <message>
        <source>The model&apos;s output “%1” is not of 32-bit floats.</source>
        <translation>模型的输出“%1”不是 32 位浮点数。</translation>
    </message>
    <message>
        <source>The picture is empty or too large for memory.</source>
        <translation>图片为空，或超出内存。</translation>
    </message>
    <message>
        <source>The model&apos;s output (%1) does not fit its decoder with %2 classes and an input of %3 × %4.</source>
        <translation>模型的输出 (%1) 与其解码器不符（%2 个类别，输入 %3 × %4）。</translation>
    </message>
    <message>
        <source>The file is not an ONNX model, or it is cut short.</source>
        <translation>文件不是 ONNX 模型，或不完整。</translation>
    </message>
    <message>
        <source>%1 is not beside the ONNX Runtime library</source>
        <translation>%1 不在 ONNX Runtime 库旁边</translation>
    </message>
    <message>
        <source>no NVIDIA driver is loaded</source>
        <translation>未加载 NVIDIA 驱动</translation>
    </message>
    <message>
        <source>this build of ONNX Runtime does not have it</source>
        <translation>此 ONNX Runtime 构建不包含它</translation>
    </message>
    <message>
        <source>“%1” is a link or leads out of the model&apos;s folder; it was not opened.</source>
        <translation>“%1”是链接或指向模型文件夹之外；未打开。</translation>
    </message>
    <message>
        <source>The model&apos;s file “%1” is missing.</source>
        <translation>缺少模型文件“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not a plain file.</source>
        <translation>“%1”不是普通文件。</translation>
    </message>
    <message>
        <source>“%1” is larger than 2 GB.</source>
        <translation>“%1”超过 2 GB。</translation>
    </message>
    <message>
        <source>“%1” is not the file that model.json describes: its SHA-256 differs. Fetch the model again.</source>
        <translation>“%1”不是 model.json 所描述的文件：SHA-256 不同。请重新获取模型。</translation>
    </message>
    <message>
        <source>The model wants to read “%1”, which is outside its folder; it was not loaded.</source>
        <translation>模型要读取其文件夹之外的“%1”；未加载。</translation>
    </message>
    <message>
        <source>The model keeps weights in “%1”, which no model.json lists with its SHA-256.</source>
        <translation>模型将权重存放在“%1”中，但没有 model.json 列出其 SHA-256。</translation>
    </message>
    <message>
        <source>There is no model at %1.</source>
        <translation>%1 处没有模型。</translation>
    </message>
    <message>
        <source>%1 is not a plain file of at most 2 GB.</source>
        <translation>%1 不是 2 GB 以内的普通文件。</translation>
    </message>
    <message>
        <source>The provider starts but fails while running.</source>
        <translation>后端能启动，但运行时失败。</translation>
    </message>
</context>
<context>
    <name>plumbline::engines::onnx::OnnxEngine</name>
    <message>
        <source>ONNX Runtime</source>
        <translation>ONNX Runtime</translation>
    </message>
    <message>
        <source>There is no provider “%1”; there are auto, %2.</source>
        <translation>没有后端“%1”；可用的有 auto、%2。</translation>
    </message>
    <message>
        <source>%1 is not available: %2.</source>
        <translation>%1 不可用：%2。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 computes on the processor and is slower than the CPU provider</source>
        <translation>%1：%2 在处理器上计算，比 CPU 后端更慢</translation>
    </message>
    <message>
        <source>No provider can run the model: %1.</source>
        <translation>没有后端能运行此模型：%1。</translation>
    </message>
</context>
<context>
    <name>plumbline::engines::onnx::OnnxSession</name>
    <message>
        <source>The model&apos;s input does not fit into memory.</source>
        <translation>模型的输入超出内存。</translation>
    </message>
    <message>
        <source>The model failed while running.</source>
        <translation>模型在运行时失败。</translation>
    </message>
    <message>
        <source>The model&apos;s output “%1” is not of 32-bit floats.</source>
        <translation>模型的输出“%1”不是 32 位浮点数。</translation>
    </message>
    <message>
        <source>The model did not finish its first run within %1 seconds.</source>
        <translation>模型未能在 %1 秒内完成首次运行。</translation>
    </message>
    <message>
        <source>The picture is empty or too large for memory.</source>
        <translation>图片为空，或超出内存。</translation>
    </message>
    <message>
        <source>The score threshold must be from 0 to 1.</source>
        <translation>分数阈值必须在 0 到 1 之间。</translation>
    </message>
</context>
<context>
    <name>plumbline::engines::onnx::Reader</name>
    <message>
        <source>model.json: “%1” %2</source>
        <translation>model.json：“%1”%2</translation>
    </message>
    <message>
        <source>is not a key of this schema.</source>
        <translation>不是此规范的键。</translation>
    </message>
    <message>
        <source>is missing.</source>
        <translation>缺失。</translation>
    </message>
    <message>
        <source>must be an object.</source>
        <translation>必须是对象。</translation>
    </message>
    <message>
        <source>must be a text of 1 to 1,000 characters.</source>
        <translation>必须是 1 到 1,000 个字符的文本。</translation>
    </message>
    <message>
        <source>is “%1”; known here: %2.</source>
        <translation>是“%1”；已知的有：%2。</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2.</source>
        <translation>必须是 %1 到 %2 之间的数。</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2.</source>
        <translation>必须是 %1 到 %2 之间的整数。</translation>
    </message>
    <message>
        <source>must be a list of three numbers.</source>
        <translation>必须是三个数的列表。</translation>
    </message>
</context>
<context>
    <name>plumbline::engines::onnx::Runtime</name>
    <message>
        <source>The ONNX Runtime library is older than the one this program was built for.</source>
        <translation>ONNX Runtime 库比本程序构建时所用的版本旧。</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot be started.</source>
        <translation>无法启动 ONNX Runtime。</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the model.</source>
        <translation>ONNX Runtime 无法加载此模型。</translation>
    </message>
    <message>
        <source>%1 cannot run the model.</source>
        <translation>%1 无法运行此模型。</translation>
    </message>
    <message>
        <source>No part of this model can run on %1.</source>
        <translation>此模型没有任何部分能在 %1 上运行。</translation>
    </message>
    <message>
        <source>%1 of the model&apos;s %2 steps have no %3 version and run on the CPU</source>
        <translation>模型的 %2 个步骤中有 %1 个没有 %3 版本，在 CPU 上运行</translation>
    </message>
</context>
<context>
    <name>plumbline::example</name>
    <message>
        <source>“%1” is not a number; the box was left out.</source>
        <translation>“%1”不是数字；该矩形框已略过。</translation>
    </message>
    <message>
        <source>%1 The box was left out.</source>
        <translation>%1 该矩形框已略过。</translation>
    </message>
    <message>
        <source>The line has %1 fields instead of %2; it was left out.</source>
        <translation>该行有 %1 个字段，应为 %2 个；已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::example::CsvBoxesFormat</name>
    <message>
        <source>CSV boxes</source>
        <translation>CSV 矩形框</translation>
    </message>
    <message>
        <source>The file begins with the header of this table.</source>
        <translation>文件以此表格的表头开始。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 must begin with the line %2.</source>
        <translation>%1 必须以 %2 这一行开头。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>other shapes</source>
        <translation>其他形状</translation>
    </message>
    <message>
        <source>Only boxes are written; these annotations are left out.</source>
        <translation>只写出矩形框；这些标注会略过。</translation>
    </message>
    <message>
        <source>attributes, scores, roles and tracks</source>
        <translation>属性、分数、角色和轨迹</translation>
    </message>
    <message>
        <source>The boxes are written without them.</source>
        <translation>写出的矩形框不含这些内容。</translation>
    </message>
    <message>
        <source>images without a box</source>
        <translation>没有矩形框的图片</translation>
    </message>
    <message>
        <source>The table has no line for them.</source>
        <translation>表格中没有对应的行。</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>plumbline::example::RecordReader</name>
    <message>
        <source>The line is not UTF-8 text; it was left out.</source>
        <translation>该行不是 UTF-8 文本，已略过。</translation>
    </message>
    <message>
        <source>A quotation mark is never closed; the text behind it was left out.</source>
        <translation>有未闭合的引号；其后的文本已略过。</translation>
    </message>
    <message>
        <source>The line is longer than %1 bytes; it was left out.</source>
        <translation>该行超过 %1 字节，已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::exchange</name>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有这个文件或文件夹。</translation>
    </message>
    <message>
        <source>Looking for media</source>
        <translation>正在查找媒体文件</translation>
    </message>
    <message>
        <source>Adding media</source>
        <translation>正在添加媒体文件</translation>
    </message>
    <message>
        <source>The file name is not UTF-8; rename the file to add it.</source>
        <translation>文件名不是 UTF-8 编码；请重命名后再添加。</translation>
    </message>
    <message>
        <source>The file is empty; it was left out.</source>
        <translation>文件为空，已略过。</translation>
    </message>
    <message>
        <source>No installed plugin can open this file; it was left out.</source>
        <translation>没有插件能打开此文件，已略过。</translation>
    </message>
    <message>
        <source>Add %1 media</source>
        <translation>添加 %1 个媒体文件</translation>
    </message>
    <message>
        <source>Nothing is labeled yet, so there is nothing to export.</source>
        <translation>还没有任何标注，因此没有可导出的内容。</translation>
    </message>
    <message>
        <source>Nothing is accepted yet. Name the layer to export: %1.</source>
        <translation>还没有已通过的标注。请指定要导出的图层：%1。</translation>
    </message>
    <message>
        <source>%1 exists and is not empty; choose another folder.</source>
        <translation>%1 已存在且不为空；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The finished export could not be moved to %1.</source>
        <translation>导出已完成，但无法移动到 %1。</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>没有文件或文件夹 %1。</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>This is neither a file nor a folder; it was left out.</source>
        <translation>这既不是文件也不是文件夹，已略过。</translation>
    </message>
    <message>
        <source>Links are not followed; add what it points to by name.</source>
        <translation>不会跟随链接；请直接添加它所指向的文件。</translation>
    </message>
</context>
<context>
    <name>plumbline::exchange::ImportSink</name>
    <message>
        <source>The format plugin named an item that it did not declare.</source>
        <translation>格式插件提到了未声明的条目。</translation>
    </message>
    <message>
        <source>%1 pictures are not on this machine where the labels say; their labels are kept.</source>
        <translation>有 %1 张图片不在标注所说的位置；它们的标注予以保留。</translation>
    </message>
    <message>
        <source>The labels were made for a picture of %1 × %2 pixels; the picture here has %3 × %4. They may not fit.</source>
        <translation>这些标注是为 %1 × %2 像素的图片制作的，而此处的图片为 %3 × %4，可能不吻合。</translation>
    </message>
</context>
<context>
    <name>plumbline::exchange::MediaOpener</name>
    <message>
        <source>%1 is not there. Move it back, or add its new place to the project.</source>
        <translation>%1 不在原处。请移回，或将新位置添加到项目。</translation>
    </message>
    <message>
        <source>%1 is no medium that an installed plugin can open.</source>
        <translation>%1 不是已安装插件能打开的媒体。</translation>
    </message>
    <message>
        <source>%1 is neither a file nor a folder.</source>
        <translation>%1 既不是文件也不是文件夹。</translation>
    </message>
</context>
<context>
    <name>plumbline::exchange::StoreSource</name>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Nothing is labeled yet, so there is nothing to export.</source>
        <translation>还没有任何标注，没有可导出的内容。</translation>
    </message>
    <message>
        <source>There is no layer “%1”; there are %2.</source>
        <translation>没有图层“%1”；现有：%2。</translation>
    </message>
</context>
<context>
    <name>plumbline::extension</name>
    <message>
        <source>lower-case letters, digits, dots and dashes</source>
        <translation>小写字母、数字、点和短横线</translation>
    </message>
    <message>
        <source>It offers “%1”, a kind of plugin that this version does not know.</source>
        <translation>它提供“%1”，此版本不认识这类插件。</translation>
    </message>
    <message>
        <source>a list like “format:coco”, of the kinds it names</source>
        <translation>形如“format:coco”的列表，属于其声明的种类</translation>
    </message>
    <message>
        <source>It was made for version %1 of the plugin interface; this program has version %2. Install a matching version.</source>
        <translation>它面向插件接口版本 %1；本程序的版本为 %2。请安装相符的版本。</translation>
    </message>
    <message>
        <source>It was built with the compiler %1; this program was built with %2. Install a matching build.</source>
        <translation>它由编译器 %1 构建；本程序由 %2 构建。请安装相符的版本。</translation>
    </message>
    <message>
        <source>(not stated)</source>
        <translation>（未说明）</translation>
    </message>
    <message>
        <source>It is not a Plumbline plugin.</source>
        <translation>它不是 Plumbline 插件。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Cannot make the folder of %1.</source>
        <translation>无法创建 %1 所在的文件夹。</translation>
    </message>
    <message>
        <source>Cannot put the picture %1 at %2.</source>
        <translation>无法将图片 %1 放到 %2。</translation>
    </message>
    <message>
        <source>The option “%1” must be one of: %2; not “%3”.</source>
        <translation>选项“%1”必须是以下之一：%2；不能是“%3”。</translation>
    </message>
    <message>
        <source>crowd regions</source>
        <translation>群体区域</translation>
    </message>
    <message>
        <source>They are written as ordinary objects.</source>
        <translation>它们写出为普通物体。</translation>
    </message>
    <message>
        <source>ignore regions</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>labels of tracks</source>
        <translation>轨迹的标注</translation>
    </message>
    <message>
        <source>They are written as single labels.</source>
        <translation>它们写出为单独的标注。</translation>
    </message>
    <message>
        <source>labels marked as unsure</source>
        <translation>标为不确定的标注</translation>
    </message>
    <message>
        <source>The mark is left out.</source>
        <translation>该标记会略过。</translation>
    </message>
    <message>
        <source>labels whose maker is known</source>
        <translation>已知创建者的标注</translation>
    </message>
    <message>
        <source>Who or what made them is left out.</source>
        <translation>其创建者信息会略过。</translation>
    </message>
    <message>
        <source>labels with details of another format</source>
        <translation>带有其他格式细节的标注</translation>
    </message>
    <message>
        <source>Ids and keys that only the other format has are left out.</source>
        <translation>仅其他格式才有的 id 和键会略过。</translation>
    </message>
    <message>
        <source>items that are no pictures</source>
        <translation>不是图片的条目</translation>
    </message>
    <message>
        <source>labels of items that are no pictures</source>
        <translation>不是图片的条目上的标注</translation>
    </message>
    <message>
        <source>labels without a class</source>
        <translation>没有类别的标注</translation>
    </message>
    <message>
        <source>labels of whole items</source>
        <translation>整个条目的标注</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>矩形框</translation>
    </message>
    <message>
        <source>rotated boxes</source>
        <translation>旋转框</translation>
    </message>
    <message>
        <source>ellipses</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>key points</source>
        <translation>关键点</translation>
    </message>
    <message>
        <source>masks</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>cuboids</source>
        <translation>长方体</translation>
    </message>
    <message>
        <source>point labels</source>
        <translation>点标注</translation>
    </message>
    <message>
        <source>lines in space</source>
        <translation>空间折线</translation>
    </message>
    <message>
        <source>text spans</source>
        <translation>文本片段</translation>
    </message>
    <message>
        <source>message labels</source>
        <translation>消息标注</translation>
    </message>
    <message>
        <source>time ranges</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>ratings</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>preferences</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>rewrites</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Opening media of the kind “%1”</source>
        <translation>打开“%1”类媒体</translation>
    </message>
    <message>
        <source>The file format “%1”</source>
        <translation>文件格式“%1”</translation>
    </message>
    <message>
        <source>The pre-labeling engine “%1”</source>
        <translation>预标注引擎“%1”</translation>
    </message>
    <message>
        <source>The team hub “%1”</source>
        <translation>团队中心“%1”</translation>
    </message>
    <message>
        <source>The view “%1”</source>
        <translation>视图“%1”</translation>
    </message>
    <message>
        <source>Nothing was read or written; the project is as it was.</source>
        <translation>没有读取或写入任何内容；项目保持原样。</translation>
    </message>
    <message>
        <source>Labels and predictions that exist already stay as they are.</source>
        <translation>已有的标注和预测保持不变。</translation>
    </message>
    <message>
        <source>Your work is kept on this machine and can be sent later.</source>
        <translation>你的工作保存在本机上，可以稍后发送。</translation>
    </message>
    <message>
        <source>Items and labels stay in the project untouched and come back with the plugin.</source>
        <translation>条目和标注在项目中保持不变，装上插件后即可恢复显示。</translation>
    </message>
    <message>
        <source>%1 needs a plugin that is not installed (%2). %3</source>
        <translation>%1 需要未安装的插件 (%2)。%3</translation>
    </message>
    <message>
        <source>%1 needs the plugin “%2” (%3), which cannot be used: %4 %5</source>
        <translation>%1 需要插件“%2”(%3)，但它无法使用：%4 %5</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>The file is not a shared library.</source>
        <translation>文件不是共享库。</translation>
    </message>
    <message>
        <source>The file is not a shared library for this kind of machine.</source>
        <translation>文件不是适用于本机类型的共享库。</translation>
    </message>
    <message>
        <source>The file is damaged: it ends early. Install the plugin again.</source>
        <translation>文件已损坏：过早结束。请重新安装插件。</translation>
    </message>
    <message>
        <source>It stopped with an internal error. Please tell its author.</source>
        <translation>它因内部错误而停止。请告知其作者。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>plumbline::extension::Fields</name>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本的列表</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a list of settings</source>
        <translation>设置的列表</translation>
    </message>
    <message>
        <source>Its metadata are broken: “%1” must be %2.</source>
        <translation>它的元数据有误：“%1”必须是%2。</translation>
    </message>
</context>
<context>
    <name>plumbline::extension::PluginManager</name>
    <message>
        <source>It does not offer what its metadata promise.</source>
        <translation>它没有提供其元数据所承诺的内容。</translation>
    </message>
</context>
<context>
    <name>plumbline::extension::PluginManager::Private</name>
    <message>
        <source>It is a shared library, but not a plugin.</source>
        <translation>它是共享库，但不是插件。</translation>
    </message>
    <message>
        <source>Another plugin with the same id was found first: %1</source>
        <translation>先找到了另一个 id 相同的插件：%1</translation>
    </message>
    <message>
        <source>Plugins that need each other cannot be loaded: %1</source>
        <translation>互相依赖的插件无法加载：%1</translation>
    </message>
    <message>
        <source>It needs the plugin %1, which is not installed.</source>
        <translation>它需要插件 %1，但该插件未安装。</translation>
    </message>
    <message>
        <source>It needs the plugin %1, which is switched off.</source>
        <translation>它需要插件 %1，但该插件已关闭。</translation>
    </message>
    <message>
        <source>It needs the plugin %1, which cannot be used: %2</source>
        <translation>它需要插件 %1，但该插件无法使用：%2</translation>
    </message>
    <message>
        <source>It is switched off in the settings.</source>
        <translation>它已在设置中关闭。</translation>
    </message>
    <message>
        <source>It cannot be loaded; a library that it needs may be missing or of another version.</source>
        <translation>无法加载；它需要的库可能缺失或版本不符。</translation>
    </message>
    <message>
        <source>It has no plugin interface. Please tell its author.</source>
        <translation>它没有插件接口。请告知其作者。</translation>
    </message>
</context>
<context>
    <name>plumbline::forms::AttributeForm</name>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>%1: cannot tell</source>
        <translation>%1：无法判断</translation>
    </message>
    <message>
        <source>Must be answered before submitting</source>
        <translation>提交前必须回答</translation>
    </message>
</context>
<context>
    <name>plumbline::forms::ClassPicker</name>
    <message>
        <source>Class name</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Class (/ and some letters)</source>
        <translation>类别（按 / 再输入几个字母）</translation>
    </message>
    <message>
        <source>Several classes</source>
        <translation>多个类别</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>Add the class “%1”</source>
        <translation>添加类别“%1”</translation>
    </message>
</context>
<context>
    <name>plumbline::geometry</name>
    <message>
        <source>The box has a coordinate that is not a number.</source>
        <translation>矩形框有不是数字的坐标。</translation>
    </message>
    <message>
        <source>The box has a negative size.</source>
        <translation>矩形框的尺寸为负。</translation>
    </message>
    <message>
        <source>The rotated box has a value that is not a number.</source>
        <translation>旋转框有不是数字的值。</translation>
    </message>
    <message>
        <source>The rotated box has a negative size.</source>
        <translation>旋转框的尺寸为负。</translation>
    </message>
    <message>
        <source>The ellipse has a value that is not a number.</source>
        <translation>椭圆有不是数字的值。</translation>
    </message>
    <message>
        <source>The ellipse has a negative radius.</source>
        <translation>椭圆的半径为负。</translation>
    </message>
    <message>
        <source>The polygon has no parts.</source>
        <translation>多边形没有任何部分。</translation>
    </message>
    <message>
        <source>The polygon has a part with fewer than three corners.</source>
        <translation>多边形有角点少于三个的部分。</translation>
    </message>
    <message>
        <source>The polygon has a coordinate that is not a number.</source>
        <translation>多边形有不是数字的坐标。</translation>
    </message>
    <message>
        <source>The polygon has a hole with fewer than three corners.</source>
        <translation>多边形有角点少于三个的孔洞。</translation>
    </message>
    <message>
        <source>The line has fewer than two points.</source>
        <translation>折线的点少于两个。</translation>
    </message>
    <message>
        <source>The line has a coordinate that is not a number.</source>
        <translation>折线有不是数字的坐标。</translation>
    </message>
    <message>
        <source>A key point is not a number or has an unknown visibility.</source>
        <translation>某个关键点不是数字，或可见性未知。</translation>
    </message>
    <message>
        <source>The mask&apos;s run lengths do not fill its picture.</source>
        <translation>掩码的游程长度没有填满图片。</translation>
    </message>
    <message>
        <source>The cuboid has a value that is not a number.</source>
        <translation>长方体有不是数字的值。</translation>
    </message>
    <message>
        <source>The cuboid has a negative size.</source>
        <translation>长方体的尺寸为负。</translation>
    </message>
    <message>
        <source>The text span is empty.</source>
        <translation>文本片段为空。</translation>
    </message>
    <message>
        <source>The rating is not a number.</source>
        <translation>评分不是数字。</translation>
    </message>
    <message>
        <source>The compressed mask is broken at character %1.</source>
        <translation>压缩的掩码在第 %1 个字符处损坏。</translation>
    </message>
    <message>
        <source>The shape is too large for its size to be a number.</source>
        <translation>该形状过大，其尺寸无法用数字表示。</translation>
    </message>
</context>
<context>
    <name>plumbline::image</name>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a folder, not an image.</source>
        <translation>%1 是文件夹，不是图片。</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation>%1 不是普通文件。</translation>
    </message>
    <message>
        <source>%1 has %2; the limit for a file is %3.</source>
        <translation>%1 的大小为 %2；单个文件的上限是 %3。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空的。</translation>
    </message>
    <message>
        <source>%1 says it is %2 × %3 pixels, which take %4 of memory; the limit is %5. Cut it into tiles or scale it down.</source>
        <translation>%1 标明为 %2 × %3 像素，需要 %4 内存；上限为 %5。请切块或缩小后再用。</translation>
    </message>
    <message>
        <source>The file name says .%1, the content is %2; it was opened by its content.</source>
        <translation>文件扩展名为 .%1，内容却是 %2；已按内容打开。</translation>
    </message>
    <message>
        <source>The file ends before the picture does; what is missing cannot be shown.</source>
        <translation>文件在图片结束之前就结束了；缺失的部分无法显示。</translation>
    </message>
    <message>
        <source>It is an animation; only the first of %1 frames is used.</source>
        <translation>它是动画；只使用 %1 帧中的第一帧。</translation>
    </message>
    <message>
        <source>Only the first of %1 pages is used.</source>
        <translation>只使用 %1 页中的第一页。</translation>
    </message>
    <message>
        <source>The colours are CMYK, converted without a colour profile; they may differ from print.</source>
        <translation>颜色为 CMYK，未经色彩配置文件转换；可能与印刷效果不同。</translation>
    </message>
    <message>
        <source>It has %1 bits per channel, of which %2 are used. Store it as PNG or TIFF to keep them all.</source>
        <translation>它每通道有 %1 位，其中使用了 %2 位。存为 PNG 或 TIFF 可全部保留。</translation>
    </message>
    <message>
        <source>It can be transparent; transparent parts are shown over white.</source>
        <translation>它可能是透明的；透明部分以白色为底显示。</translation>
    </message>
</context>
<context>
    <name>plumbline::image::ImageFactory</name>
    <message>
        <source>It does not begin like an image that Plumbline can read.</source>
        <translation>它的开头不像 Plumbline 能读取的图片。</translation>
    </message>
    <message>
        <source>It begins like a %1 image.</source>
        <translation>它的开头像 %1 图片。</translation>
    </message>
    <message>
        <source>%1 is not an image that Plumbline can read; it begins with the bytes %2.</source>
        <translation>%1 不是 Plumbline 能读取的图片；它以字节 %2 开头。</translation>
    </message>
    <message>
        <source>%1 is a %2 image; install the package qt6-image-formats-plugins to read it.</source>
        <translation>%1 是 %2 图片；请安装软件包 qt6-image-formats-plugins 后再读取。</translation>
    </message>
    <message>
        <source>%1 is damaged: its header cannot be read.</source>
        <translation>%1 已损坏：无法读取文件头。</translation>
    </message>
</context>
<context>
    <name>plumbline::image::ImageSource</name>
    <message>
        <source>%1 has one frame; frame %2 was asked for.</source>
        <translation>%1 只有一帧；请求的是第 %2 帧。</translation>
    </message>
    <message>
        <source>%1 cannot be read any more: %2</source>
        <translation>%1 已无法读取：%2</translation>
    </message>
    <message>
        <source>%1 was changed on the disk while it was open. Open it again.</source>
        <translation>%1 在打开期间被修改。请重新打开。</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be decoded.</source>
        <translation>%1 已损坏，无法解码。</translation>
    </message>
    <message>
        <source>%1 is damaged: its header and its picture have different sizes.</source>
        <translation>%1 已损坏：文件头与图片的尺寸不一致。</translation>
    </message>
    <message>
        <source>There is not enough memory to show %1.</source>
        <translation>内存不足，无法显示 %1。</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview</name>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>矩形框</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Actual pixels (1:1)</source>
        <translation>实际像素 (1:1)</translation>
    </message>
    <message>
        <source>Hide or show labels</source>
        <translation>隐藏或显示标注</translation>
    </message>
    <message>
        <source>Finish the shape</source>
        <translation>完成形状</translation>
    </message>
    <message>
        <source>Cancel, or select nothing</source>
        <translation>取消，或不选择</translation>
    </message>
    <message>
        <source>Take the last corner back</source>
        <translation>撤回最后一个角点</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Next annotation</source>
        <translation>下一个标注</translation>
    </message>
    <message>
        <source>Previous annotation</source>
        <translation>上一个标注</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Ignore region</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>Accept prediction</source>
        <translation>接受预测</translation>
    </message>
    <message>
        <source>Reject prediction</source>
        <translation>拒绝预测</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>%1 by ten pixels</source>
        <translation>%1十个像素</translation>
    </message>
    <message>
        <source>%1 by a pixel</source>
        <translation>%1一个像素</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::Actions</name>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::ImageEdits</name>
    <message>
        <source>Select what you want to copy.</source>
        <translation>请先选择要复制的标注。</translation>
    </message>
    <message>
        <source>Copied %1.</source>
        <translation>已复制 %1。</translation>
    </message>
    <message>
        <source>There are no labels to paste; copy some with Ctrl+C first.</source>
        <translation>没有可粘贴的标注；请先用 Ctrl+C 复制。</translation>
    </message>
    <message>
        <source>The clipboard holds more labels than can be pasted at once.</source>
        <translation>剪贴板中的标注太多，无法一次粘贴。</translation>
    </message>
    <message>
        <source>The clipboard does not hold labels that can be read.</source>
        <translation>剪贴板中没有可读取的标注。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 个标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>粘贴 %1</translation>
    </message>
    <message>
        <source>Select what you want to duplicate.</source>
        <translation>请先选择要创建副本的标注。</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>创建 %1 的副本</translation>
    </message>
    <message>
        <source>A polygon needs three corners.</source>
        <translation>多边形至少需要三个角点。</translation>
    </message>
    <message>
        <source>A box needs at least 2 × 2 pixels.</source>
        <translation>矩形框至少需要 2 × 2 像素。</translation>
    </message>
    <message>
        <source>This label cannot be changed here.</source>
        <translation>此标注不能在这里修改。</translation>
    </message>
    <message>
        <source>A polygon needs three corners; press Del again to delete all of it.</source>
        <translation>多边形至少需要三个角点；再按一次 Del 可删除整个多边形。</translation>
    </message>
    <message>
        <source>New labels cannot be made here.</source>
        <translation>这里不能新建标注。</translation>
    </message>
    <message>
        <source>“%1” is labelled with: %2. Choose another tool or another class.</source>
        <translation>“%1”要用 %2 来标注。请换一个工具或类别。</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>绘制 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) cannot be changed here.</source>
        <translation>
            <numerusform>有 %n 个标注不能在这里修改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>调整 %1 的大小</translation>
    </message>
    <message>
        <source>Reshape %1</source>
        <translation>修改 %1 的形状</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>拒绝 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Change class to %1</source>
        <translation>将类别改为 %1</translation>
    </message>
    <message>
        <source>Select a label first.</source>
        <translation>请先选择一个标注。</translation>
    </message>
    <message>
        <source>Mark %1 as sure</source>
        <translation>将 %1 标为确定</translation>
    </message>
    <message>
        <source>Mark %1 as unsure</source>
        <translation>将 %1 标为不确定</translation>
    </message>
    <message>
        <source>Make %1 an object</source>
        <translation>将 %1 设为物体</translation>
    </message>
    <message>
        <source>Make %1 an ignore region</source>
        <translation>将 %1 设为忽略区域</translation>
    </message>
    <message>
        <source>Select a prediction to accept; Tab goes to the next.</source>
        <translation>请选择要接受的预测；Tab 转到下一个。</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>接受 %1</translation>
    </message>
    <message>
        <source>Select a prediction to reject; Tab goes to the next.</source>
        <translation>请选择要拒绝的预测；Tab 转到下一个。</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::ImageView</name>
    <message>
        <source>Loading %1…</source>
        <translation>正在加载 %1…</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>无法显示 %1</translation>
    </message>
    <message>
        <source>Ctrl+Backspace reports it as “cannot label”; D goes on to the next item.</source>
        <translation>按 Ctrl+Backspace 报告为“无法标注”；按 D 转到下一个条目。</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>No picture is open</source>
        <translation>没有打开图片</translation>
    </message>
    <message>
        <source>Choose an item in the queue, or drop pictures or a folder here.</source>
        <translation>请在队列中选择条目，或将图片或文件夹拖到这里。</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>This picture has no labels yet.</source>
        <translation>此图片还没有标注。</translation>
    </message>
    <message>
        <source>New labels are “%1”.</source>
        <translation>新标注的类别为“%1”。</translation>
    </message>
    <message>
        <source>No class has the key %1.</source>
        <translation>没有类别使用按键 %1。</translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels</name>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>cannot label</source>
        <translation>无法标注</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>审核中</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>to fix</source>
        <translation>待修改</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>human</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>propagated</source>
        <translation>传播</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>The medium is broken</source>
        <translation>媒体文件已损坏</translation>
    </message>
    <message>
        <source>The guideline does not say how</source>
        <translation>标注指南没有说明</translation>
    </message>
    <message>
        <source>A class is missing</source>
        <translation>缺少类别</translation>
    </message>
    <message>
        <source>It does not belong to this project</source>
        <translation>不属于此项目</translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels::AnnotationModel</name>
    <message>
        <source>ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>缺少：%1</translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels::HistoryModel</name>
    <message>
        <source>%1, by %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels::JobModel</name>
    <message>
        <source>%1, %2 % done</source>
        <translation>%1，已完成 %2 %</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::jobs</name>
    <message>
        <source>The work stopped with an internal error. Nothing was half stored.</source>
        <translation>工作因内部错误而停止。没有留下只存了一半的内容。</translation>
    </message>
    <message>
        <source>Stopped before it was finished.</source>
        <translation>未完成即已停止。</translation>
    </message>
</context>
<context>
    <name>plumbline::model</name>
    <message>
        <source>A stored record is damaged (%1).</source>
        <translation>一条已保存的记录已损坏 (%1)。</translation>
    </message>
</context>
<context>
    <name>plumbline::model::JsonFields</name>
    <message>
        <source>%1 is not an object.</source>
        <translation>%1 不是对象。</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a fraction [numerator, denominator]</source>
        <translation>分数 [分子, 分母]</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本的列表</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>%1 has an unknown key “%2”.</source>
        <translation>%1 中有未知的键“%2”。</translation>
    </message>
    <message>
        <source>“%2” of %1 must be %3.</source>
        <translation>%1 的“%2”必须是%3。</translation>
    </message>
    <message>
        <source>amodal or visible</source>
        <translation>amodal 或 visible</translation>
    </message>
    <message>
        <source>[length, width, height]</source>
        <translation>[长, 宽, 高]</translation>
    </message>
    <message>
        <source>an id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>a colour like #56b4e9</source>
        <translation>形如 #56b4e9 的颜色</translation>
    </message>
    <message>
        <source>“%1” is not a kind of geometry.</source>
        <translation>“%1”不是一种几何类型。</translation>
    </message>
    <message>
        <source>an object of texts by language</source>
        <translation>按语言列出文本的对象</translation>
    </message>
    <message>
        <source>boolean, choice, number or text</source>
        <translation>boolean、choice、number 或 text</translation>
    </message>
    <message>
        <source>pairs of joint numbers</source>
        <translation>关节编号对</translation>
    </message>
    <message>
        <source>minor, major or critical</source>
        <translation>minor、major 或 critical</translation>
    </message>
    <message>
        <source>the schema</source>
        <translation>标注规范</translation>
    </message>
    <message>
        <source>The class “%1” is there twice.</source>
        <translation>类别“%1”出现了两次。</translation>
    </message>
    <message>
        <source>The parent class “%1” does not exist.</source>
        <translation>上级类别“%1”不存在。</translation>
    </message>
    <message>
        <source>The class “%1” is its own ancestor.</source>
        <translation>类别“%1”是它自己的上级。</translation>
    </message>
    <message>
        <source>The attribute “%1” is there twice.</source>
        <translation>属性“%1”出现了两次。</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 位十六进制数字</translation>
    </message>
    <message>
        <source>human, model, import or propagated</source>
        <translation>human、model、import 或 propagated</translation>
    </message>
    <message>
        <source>The attribute “%1” must be true, false, a number, a text, null or {&quot;unknown&quot;:true}.</source>
        <translation>属性“%1”必须是 true、false、数字、文本、null 或 {&quot;unknown&quot;:true}。</translation>
    </message>
    <message>
        <source>There is no class “%1” in the label schema.</source>
        <translation>标注规范中没有类别“%1”。</translation>
    </message>
    <message>
        <source>object, crowd or ignore</source>
        <translation>object、crowd 或 ignore</translation>
    </message>
    <message>
        <source>accepted or rejected</source>
        <translation>accepted 或 rejected</translation>
    </message>
    <message>
        <source>a time like 2026-11-20T03:00:00.000000Z</source>
        <translation>形如 2026-11-20T03:00:00.000000Z 的时间</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 个数</translation>
    </message>
    <message>
        <source>a list of points</source>
        <translation>点的列表</translation>
    </message>
    <message>
        <source>whole numbers from 0</source>
        <translation>从 0 开始的整数</translation>
    </message>
    <message>
        <source>a list of [value, count]</source>
        <translation>[值, 个数] 的列表</translation>
    </message>
    <message>
        <source>a list of [x, y, visibility] with visibility 0, 1 or 2</source>
        <translation>[x, y, 可见性] 的列表，可见性为 0、1 或 2</translation>
    </message>
    <message>
        <source>[height, width]</source>
        <translation>[高, 宽]</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::AnnotationPanel</name>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 个标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s) open</source>
        <translation>
            <numerusform>%n 个预测待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>No labels yet</source>
        <translation>还没有标注</translation>
    </message>
    <message>
        <source>Draw with B (box) or P (polygon), or press G to let a model propose.</source>
        <translation>按 B 画矩形框或按 P 画多边形，或按 G 让模型给出建议。</translation>
    </message>
    <message>
        <source>Nothing is shown</source>
        <translation>没有显示内容</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::DockTitle</name>
    <message>
        <source>Hide this panel; the Window menu brings it back</source>
        <translation>隐藏此面板；可从“窗口”菜单重新显示</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏%1</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation>还没有修改</translation>
    </message>
    <message>
        <source>Everything that is done to the project is listed here, latest first.</source>
        <translation>对项目的所有操作都列在这里，最新的在前。</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::IssuePanel</name>
    <message>
        <source>Issues</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No issues</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Problems found in files and labels are listed here.</source>
        <translation>文件和标注中发现的问题列在这里。</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::JobPanel</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>没有正在运行的任务</translation>
    </message>
    <message>
        <source>Imports, exports and pre-labeling show their progress here.</source>
        <translation>导入、导出和预标注的进度显示在这里。</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::PropertiesPanel</name>
    <message>
        <source>%1 × %2 px at %3, %4</source>
        <translation>%1 × %2 像素，位于 %3, %4</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Ignore region</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>Change class</source>
        <translation>更改类别</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>回答 %1</translation>
    </message>
    <message>
        <source>Mark as unsure</source>
        <translation>标为不确定</translation>
    </message>
    <message>
        <source>Mark as sure</source>
        <translation>标为确定</translation>
    </message>
    <message>
        <source>Make an ignore region</source>
        <translation>设为忽略区域</translation>
    </message>
    <message>
        <source>Make an object</source>
        <translation>设为物体</translation>
    </message>
    <message>
        <source>Class for new labels</source>
        <translation>新标注的类别</translation>
    </message>
    <message>
        <source>Selected label</source>
        <translation>所选标注</translation>
    </message>
    <message numerus="yes">
        <source>%n selected label(s)</source>
        <translation>
            <numerusform>已选 %n 个标注</numerusform>
        </translation>
    </message>
    <message>
        <source>A proposal of a model: accept it (Y) to change it.</source>
        <translation>这是模型的建议：接受 (Y) 后才能修改。</translation>
    </message>
    <message>
        <source>Add class %1</source>
        <translation>添加类别 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::QueuePanel</name>
    <message>
        <source>Search names</source>
        <translation>搜索名称</translation>
    </message>
    <message>
        <source>Show items by state</source>
        <translation>按状态显示条目</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>All items (%1)</source>
        <translation>全部条目 (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No item has this name and state.</source>
        <translation>没有具有此名称和状态的条目。</translation>
    </message>
    <message>
        <source>Show all items</source>
        <translation>显示全部条目</translation>
    </message>
    <message>
        <source>No items yet</source>
        <translation>还没有条目</translation>
    </message>
    <message>
        <source>Drop pictures or a folder here.</source>
        <translation>将图片或文件夹拖到这里。</translation>
    </message>
</context>
<context>
    <name>plumbline::prelabel</name>
    <message>
        <source>There is no item %1 in the project.</source>
        <translation>项目中没有条目 %1。</translation>
    </message>
    <message>
        <source>Pre-labeling on %1</source>
        <translation>正在 %1 上预标注</translation>
    </message>
</context>
<context>
    <name>plumbline::prelabel::Proposals</name>
    <message>
        <source>Pre-label %1 items with %2</source>
        <translation>用 %2 预标注 %1 个条目</translation>
    </message>
</context>
<context>
    <name>plumbline::quality</name>
    <message>
        <source>The stored state of a quality gauge is damaged. Restore the gold file from its backup.</source>
        <translation>已保存的校准状态已损坏。请从备份恢复标准答案文件。</translation>
    </message>
</context>
<context>
    <name>plumbline::store</name>
    <message>
        <source>Someone has changed this meanwhile; the edit was not applied.</source>
        <translation>此内容在此期间已被他人修改；本次修改未生效。</translation>
    </message>
    <message>
        <source>This is a database, but not one of Plumbline&apos;s.</source>
        <translation>这是数据库，但不是 Plumbline 的数据库。</translation>
    </message>
    <message>
        <source>The project folder %1 cannot be written.</source>
        <translation>无法写入项目文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3) has the project open for writing; close it there first.</source>
        <translation>%1（%3 上的进程 %2）正在以写入方式打开此项目；请先在那里关闭。</translation>
    </message>
    <message>
        <source>The backup does not verify: %1</source>
        <translation>备份未通过校验：%1</translation>
    </message>
    <message>
        <source>There is no backup %1.</source>
        <translation>没有备份 %1。</translation>
    </message>
    <message>
        <source>%1 is a backup of another project.</source>
        <translation>%1 是另一个项目的备份。</translation>
    </message>
    <message>
        <source>The backup cannot be copied beside the project; nothing was changed.</source>
        <translation>无法将备份复制到项目旁边；没有任何改动。</translation>
    </message>
    <message>
        <source>The restored database could not be put in place; the old one is untouched.</source>
        <translation>无法将恢复的数据库放到位；原数据库未改动。</translation>
    </message>
    <message>
        <source>The disk is full. Make room; nothing is lost meanwhile.</source>
        <translation>磁盘已满。请腾出空间；此期间不会丢失任何内容。</translation>
    </message>
    <message>
        <source>The project lies in a place that cannot be written.</source>
        <translation>项目位于无法写入的位置。</translation>
    </message>
    <message>
        <source>The project&apos;s files may not be opened by you.</source>
        <translation>你没有打开项目文件的权限。</translation>
    </message>
    <message>
        <source>Another program is using the project.</source>
        <translation>另一个程序正在使用此项目。</translation>
    </message>
    <message>
        <source>The project&apos;s database is damaged. Restore a backup, then run “verify”.</source>
        <translation>项目数据库已损坏。请恢复备份，然后运行“verify”。</translation>
    </message>
    <message>
        <source>The project&apos;s database cannot be opened.</source>
        <translation>无法打开项目数据库。</translation>
    </message>
    <message>
        <source>The disk reported an error while the project was read or written.</source>
        <translation>读写项目时磁盘报告了错误。</translation>
    </message>
    <message>
        <source>The project&apos;s database reported an error.</source>
        <translation>项目数据库报告了错误。</translation>
    </message>
    <message>
        <source>%1 is there already; a backup never replaces a file.</source>
        <translation>%1 已存在；备份从不覆盖文件。</translation>
    </message>
    <message>
        <source>The finished backup could not be given its name %1.</source>
        <translation>备份已完成，但无法命名为 %1。</translation>
    </message>
    <message>
        <source>%1 is not a Plumbline project (it has no plumbline.json).</source>
        <translation>%1 不是 Plumbline 项目（缺少 plumbline.json）。</translation>
    </message>
    <message>
        <source>%1/plumbline.json is damaged.</source>
        <translation>%1/plumbline.json 已损坏。</translation>
    </message>
    <message>
        <source>The damaged database cannot be moved aside; nothing was changed.</source>
        <translation>无法移开已损坏的数据库；未作任何更改。</translation>
    </message>
    <message>
        <source>The restored database could not be put in place; the damaged one is %1.</source>
        <translation>无法放置恢复的数据库；已损坏的数据库为 %1。</translation>
    </message>
    <message>
        <source>%1 rows are filed under another item, layer, class, name or owner than they have</source>
        <translation>有 %1 行归档的条目、图层、类别、名称或所有者与其内容不符</translation>
    </message>
</context>
<context>
    <name>plumbline::store::Fold</name>
    <message>
        <source>There is no item %1 in the project.</source>
        <translation>项目中没有条目 %1。</translation>
    </message>
    <message>
        <source>The bulk edit that should be changed is not in the history.</source>
        <translation>要更改的批量修改不在历史中。</translation>
    </message>
    <message>
        <source>%1 of the %2 entries were changed since; undo those edits first.</source>
        <translation>%2 项中有 %1 项此后被修改过；请先撤销那些修改。</translation>
    </message>
</context>
<context>
    <name>plumbline::store::Project</name>
    <message>
        <source>%1 exists and is not empty; choose another folder.</source>
        <translation>%1 已存在且不为空；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>There is no project folder %1.</source>
        <translation>没有项目文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 is not a Plumbline project (it has no plumbline.json and project.db).</source>
        <translation>%1 不是 Plumbline 项目（其中没有 plumbline.json 和 project.db）。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>This project is encrypted; this program cannot open encrypted projects.</source>
        <translation>此项目已加密；本程序无法打开加密的项目。</translation>
    </message>
</context>
<context>
    <name>plumbline::store::Reader</name>
    <message>
        <source>the database file: %1</source>
        <translation>数据库文件：%1</translation>
    </message>
    <message>
        <source>operation %1: a stored value does not have the hash it is filed under</source>
        <translation>操作 %1：保存的值与登记的哈希不符</translation>
    </message>
    <message>
        <source>operation %1 is missing</source>
        <translation>缺少操作 %1</translation>
    </message>
    <message>
        <source>operation %1: the chain of hashes is broken</source>
        <translation>操作 %1：哈希链已断开</translation>
    </message>
    <message>
        <source>Checking the history</source>
        <translation>正在检查历史</translation>
    </message>
    <message>
        <source>the end of the history is missing</source>
        <translation>缺少历史的末尾</translation>
    </message>
</context>
<context>
    <name>plumbline::store::Store</name>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>The project was opened for reading only.</source>
        <translation>项目以只读方式打开。</translation>
    </message>
    <message>
        <source>The project lies in a place that cannot be written; it is open for reading only.</source>
        <translation>项目位于无法写入的位置；已以只读方式打开。</translation>
    </message>
    <message>
        <source>The project was written by a newer Plumbline (tables version %1, this program knows %2). It is open for reading only; update the program to edit it.</source>
        <translation>项目由较新的 Plumbline 写入（表版本 %1，本程序支持 %2）。已以只读方式打开；请更新程序后再编辑。</translation>
    </message>
</context>
<context>
    <name>plumbline::store::Unfold</name>
    <message>
        <source>the stored value is not what the history made</source>
        <translation>保存的值与历史得出的不符</translation>
    </message>
    <message>
        <source>it is there although the history removed it</source>
        <translation>历史中已删除，但它仍然存在</translation>
    </message>
    <message>
        <source>%1 is there without an operation that made it</source>
        <translation>%1 存在，但没有创建它的操作</translation>
    </message>
    <message>
        <source>%1 rows were made by no operation</source>
        <translation>有 %1 行不是由任何操作创建的</translation>
    </message>
    <message>
        <source>operation %1 (%2 of %3 %4): %5</source>
        <translation>操作 %1（%3 %4 的 %2）：%5</translation>
    </message>
    <message>
        <source>the edited entity is missing</source>
        <translation>缺少被修改的对象</translation>
    </message>
    <message>
        <source>the bulk edit is not listed</source>
        <translation>未列出该批量修改</translation>
    </message>
    <message>
        <source>its rows are not the ones that were stored</source>
        <translation>它的行不是当初保存的那些</translation>
    </message>
</context>
<context>
    <name>plumbline::store::Writer</name>
    <message>
        <source>The project&apos;s database has lost its identity. Restore a backup.</source>
        <translation>项目数据库已丢失其标识。请恢复备份。</translation>
    </message>
    <message>
        <source>The values of this edit were purged; it cannot be taken back.</source>
        <translation>此修改的值已被清除，无法撤回。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
</context>
<context>
    <name>plumbline::theme</name>
    <message>
        <source>A theme must be a JSON object.</source>
        <translation>主题必须是 JSON 对象。</translation>
    </message>
    <message>
        <source>A theme needs a “name” and “dark” (true or false).</source>
        <translation>主题需要“name”和“dark”（true 或 false）。</translation>
    </message>
    <message>
        <source>The theme “%1” needs a colour like #1A2B3C for “%2”.</source>
        <translation>主题“%1”的“%2”需要形如 #1A2B3C 的颜色。</translation>
    </message>
</context>
<context>
    <name>plumbline::voc</name>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 has no XML files.</source>
        <translation>%1 中没有 XML 文件。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>It has a document type declaration, which is refused.</source>
        <translation>它含有文档类型声明，不予接受。</translation>
    </message>
    <message>
        <source>It has more than %1 levels.</source>
        <translation>它超过 %1 层。</translation>
    </message>
    <message>
        <source>The XML is broken: %1</source>
        <translation>XML 已损坏：%1</translation>
    </message>
</context>
<context>
    <name>plumbline::voc::Reader</name>
    <message>
        <source>The masks of SegmentationClass and SegmentationObject are not read.</source>
        <translation>不读取 SegmentationClass 和 SegmentationObject 中的掩码。</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>None of the XML files is a Pascal VOC annotation.</source>
        <translation>没有任何 XML 文件是 Pascal VOC 标注。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>The root element is not &lt;annotation&gt;; the file was left out.</source>
        <translation>根元素不是 &lt;annotation&gt;；该文件已略过。</translation>
    </message>
    <message>
        <source>It has no file name; the XML file&apos;s own name was taken.</source>
        <translation>它没有文件名；已使用 XML 文件自身的名称。</translation>
    </message>
    <message>
        <source>Another file is about “%1” too; the labels of both were kept.</source>
        <translation>另有文件也对应“%1”；两者的标注都予以保留。</translation>
    </message>
    <message>
        <source>The picture&apos;s size is missing or wrong, and there is no picture to take it from.</source>
        <translation>图片尺寸缺失或有误，且没有图片可供读取尺寸。</translation>
    </message>
    <message>
        <source>The picture&apos;s size is missing or wrong; it was taken from the picture.</source>
        <translation>图片尺寸缺失或有误；已从图片读取。</translation>
    </message>
    <message>
        <source>It has no box; it was left out.</source>
        <translation>它没有矩形框，已略过。</translation>
    </message>
    <message>
        <source>It is missing or no finite number; the label was left out.</source>
        <translation>它缺失或不是有限数值；该标注已略过。</translation>
    </message>
    <message>
        <source>The box has a negative size; it was left out.</source>
        <translation>矩形框的尺寸为负，已略过。</translation>
    </message>
    <message>
        <source>“%1” is neither 0 nor 1; it is kept but not used.</source>
        <translation>“%1”既不是 0 也不是 1；予以保留但不使用。</translation>
    </message>
    <message>
        <source>The file has text that is not UTF-8; labels with such a name were left out.</source>
        <translation>文件含有非 UTF-8 文本；带有此类名称的标注已略过。</translation>
    </message>
    <message>
        <source>It has no class name that can be read; it was left out.</source>
        <translation>它没有可读的类别名称，已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::voc::Writer</name>
    <message>
        <source>Cannot make the folder of %1.</source>
        <translation>无法创建 %1 所在的文件夹。</translation>
    </message>
    <message>
        <source>Writing annotations</source>
        <translation>正在写出标注</translation>
    </message>
    <message>
        <source>pictures whose names clash</source>
        <translation>名称冲突的图片</translation>
    </message>
    <message>
        <source>They are renamed in the copy.</source>
        <translation>在副本中会重命名。</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>They are written as their bounding boxes.</source>
        <translation>它们写出为外接矩形框。</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
</context>
<context>
    <name>plumbline::workflow</name>
    <message>
        <source>There is no item %1 in the project.</source>
        <translation>项目中没有条目 %1。</translation>
    </message>
    <message>
        <source>Cannot label</source>
        <translation>无法标注</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>%1 must begin with a line naming the columns task and truth.</source>
        <translation>%1 的首行必须包含 task 和 truth 两列。</translation>
    </message>
    <message>
        <source>Task or truth is missing; the line was left out.</source>
        <translation>缺少 task 或 truth；该行已略过。</translation>
    </message>
    <message>
        <source>%1 must begin with a line naming the columns task, annotator and label.</source>
        <translation>%1 的首行必须包含 task、annotator 和 label 三列。</translation>
    </message>
    <message>
        <source>Task, annotator or label is missing; the line was left out.</source>
        <translation>缺少 task、annotator 或 label；该行已略过。</translation>
    </message>
    <message>
        <source>The confidence “%1” is not between 0 and 1; it was left out.</source>
        <translation>置信度“%1”不在 0 与 1 之间，已略过。</translation>
    </message>
    <message>
        <source>A quoted cell never ends.</source>
        <translation>带引号的单元格没有结束。</translation>
    </message>
    <message>
        <source>Record %1 judgements</source>
        <translation>记录 %1 个判断</translation>
    </message>
    <message>
        <source>A gold answer is damaged.</source>
        <translation>一个标准答案已损坏。</translation>
    </message>
    <message>
        <source>A demo needs at least one item.</source>
        <translation>示例至少需要一个条目。</translation>
    </message>
    <message>
        <source>Demo: street pictures</source>
        <translation>示例：街景图片</translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::DemoBuilder</name>
    <message>
        <source>Painting streets</source>
        <translation>正在绘制街景</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Add %1 media</source>
        <translation>添加 %1 个媒体文件</translation>
    </message>
    <message>
        <source>Add members</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Accept work</source>
        <translation>通过工作</translation>
    </message>
    <message>
        <source>Simulating annotators</source>
        <translation>正在模拟标注员</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::GoldStore</name>
    <message>
        <source>The folder for gold answers, %1, cannot be made.</source>
        <translation>无法创建标准答案文件夹 %1。</translation>
    </message>
    <message>
        <source>The gold answers were written by a newer Plumbline; update the program.</source>
        <translation>标准答案由较新的 Plumbline 写入；请更新程序。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation</name>
    <message>
        <source>Open the project %1</source>
        <translation>打开项目 %1</translation>
    </message>
    <message>
        <source>the folder %1</source>
        <translation>文件夹 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n 个文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>标注 %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>%1 media files, %2 files that may hold labels</source>
        <translation>%1 个媒体文件，%2 个可能含有标注的文件</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>No media that an installed plugin can open were found there.</source>
        <translation>那里没有已安装插件能打开的媒体。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::CannotLabelPopup</name>
    <message>
        <source>Why can this item not be labeled?</source>
        <translation>为什么无法标注此条目？</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Comment (optional)</source>
        <translation>说明（可选）</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open in file manager</source>
        <translation>在文件管理器中打开</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Labels of</source>
        <translation>标注来源</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>What would be lost</source>
        <translation>将会丢失的内容</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>accepted labels</source>
        <translation>已通过的标注</translation>
    </message>
    <message>
        <source>predictions of %1</source>
        <translation>%1 的预测</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No installed plugin can write labels.</source>
        <translation>没有已安装的插件能写出标注。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>There are no labels yet.</source>
        <translation>还没有标注。</translation>
    </message>
    <message>
        <source>Checking what this format can carry…</source>
        <translation>正在检查此格式能保存什么…</translation>
    </message>
    <message>
        <source>Check an export</source>
        <translation>检查导出</translation>
    </message>
    <message>
        <source>✓ Nothing is lost: this format carries everything that is labeled.</source>
        <translation>✓ 没有丢失：此格式能保存所有标注。</translation>
    </message>
    <message>
        <source>This format cannot carry everything. What happens to it:</source>
        <translation>此格式不能保存全部内容，处理方式如下：</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>导出为 %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，未写入任何内容。</translation>
    </message>
    <message>
        <source>✓ %1 labels of %2 items are in %3 files.</source>
        <translation>✓ %2 个条目的 %1 个标注已写入 %3 个文件。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>A label file, or a folder with labels</source>
        <translation>标注文件，或含有标注的文件夹</translation>
    </message>
    <message>
        <source>Where the labels are</source>
        <translation>标注的位置</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Formats that could be meant</source>
        <translation>可能的格式</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing is stored before you press Import.</source>
        <translation>按下“导入”之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>No installed format recognises this.</source>
        <translation>没有已安装的格式能识别它。</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有这个文件或文件夹。</translation>
    </message>
    <message>
        <source>Several formats could be meant. Choose one.</source>
        <translation>可能是多种格式，请选择一种。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>%1 labels on %2 items, %3 of them new to the project.</source>
        <translation>%2 个条目上有 %1 个标注，其中 %3 个条目是项目中没有的。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es) will be added to the schema.</source>
        <translation>
            <numerusform>将向标注规范添加 %n 个类别。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 new items have no picture on this machine.</source>
        <translation>有 %1 个新条目在本机上没有图片。</translation>
    </message>
    <message>
        <source>%1 records have problems; the good ones are taken.</source>
        <translation>有 %1 条记录存在问题；其余正常导入。</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was stored.</source>
        <translation>已停止，未保存任何内容。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::LabelWork</name>
    <message>
        <source>The list is empty.</source>
        <translation>列表为空。</translation>
    </message>
    <message>
        <source>This is the first item.</source>
        <translation>这是第一个条目。</translation>
    </message>
    <message>
        <source>This is the last item.</source>
        <translation>这是最后一个条目。</translation>
    </message>
    <message>
        <source>Everything in this list is finished. Export it under File › Export.</source>
        <translation>列表中的全部条目都已完成。可用“文件 › 导出”导出。</translation>
    </message>
    <message>
        <source>Mark as begun</source>
        <translation>标为已开始</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) need an answer first: %1. “Cannot tell” is an answer too.</source>
        <translation>
            <numerusform>有 %n 个标注需要先回答：%1。“无法判断”也是一种回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Not submitted: %1</source>
        <translation>未提交：%1</translation>
    </message>
    <message>
        <source>That was a practice item, and everything was right.</source>
        <translation>这是练习条目，全部正确。</translation>
    </message>
    <message>
        <source>Handed in as “cannot label”</source>
        <translation>已按“无法标注”提交</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Confidence %1 of 5 goes with the next submission</source>
        <translation>下次提交将附上信心 %1/5</translation>
    </message>
    <message>
        <source>No open prediction has a score of %1 or more.</source>
        <translation>没有分数达到 %1 的待处理预测。</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n prediction(s) with a score of %1 or more?</source>
        <translation>
            <numerusform>接受 %n 个分数不低于 %1 的预测？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n</source>
        <translation>
            <numerusform>接受 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::MainWindow</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>打开 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>已添加 %n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 labels read (%2)</source>
        <translation>已读取 %1 个标注 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the issues</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <source>Read the gauge</source>
        <translation>读取校准度</translation>
    </message>
    <message>
        <source>Add to %1: %2</source>
        <translation>添加到 %1：%2</translation>
    </message>
    <message>
        <source>Look at what is dragged</source>
        <translation>查看拖入的内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Open a folder…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;files…</source>
        <translation>打开文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Open a &amp;project…</source>
        <translation>打开项目(&amp;P)…</translation>
    </message>
    <message>
        <source>Open the &amp;sample project</source>
        <translation>打开示例项目(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import labels…</source>
        <translation>导入标注(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Is everything s&amp;aved?</source>
        <translation>都保存了吗？(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Close the project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>&amp;Next item</source>
        <translation>下一个条目(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous item</source>
        <translation>上一个条目(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;unfinished item</source>
        <translation>下一个未完成的条目(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Submit and next</source>
        <translation>提交并转到下一个(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cannot label…</source>
        <translation>无法标注(&amp;C)…</translation>
    </message>
    <message>
        <source>Confidence %1 of 5</source>
        <translation>信心 %1/5</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find an item</source>
        <translation>查找条目(&amp;F)</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Pick a &amp;class…</source>
        <translation>选择类别(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Answer attributes</source>
        <translation>回答属性(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Pre-label this item</source>
        <translation>预标注此条目(&amp;P)</translation>
    </message>
    <message>
        <source>Pre-label a&amp;ll items</source>
        <translation>预标注全部条目(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Stop pre-labeling</source>
        <translation>停止预标注(&amp;S)</translation>
    </message>
    <message>
        <source>Acc&amp;ept all sure predictions…</source>
        <translation>接受所有高分预测(&amp;E)…</translation>
    </message>
    <message>
        <source>Choose a &amp;model…</source>
        <translation>选择模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>&amp;Search or command…</source>
        <translation>搜索或命令(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>Switch &amp;dark and light</source>
        <translation>切换深色和浅色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show or hide: %1</source>
        <translation>显示或隐藏：%1</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>条目(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>标注(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Search or command  Ctrl+K</source>
        <translation>搜索或命令  Ctrl+K</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>%1 labels on %2 items were imported.</source>
        <translation>已导入 %2 个条目上的 %1 个标注。</translation>
    </message>
    <message>
        <source>Pre-labeling</source>
        <translation>预标注</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 毫秒</translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the schema lacks their classes</source>
        <translation>
            <numerusform>略过 %n 个：标注规范中没有它们的类别</numerusform>
        </translation>
    </message>
    <message>
        <source>Add these classes</source>
        <translation>添加这些类别</translation>
    </message>
    <message>
        <source>Pre-labeling was stopped; what was done is kept.</source>
        <translation>预标注已停止；已完成的部分予以保留。</translation>
    </message>
    <message>
        <source>Choose a model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>%1 is not an item of this project.</source>
        <translation>%1 不是此项目的条目。</translation>
    </message>
    <message>
        <source>Nothing is asked here; select one of your labels first.</source>
        <translation>这里没有问题要回答；请先选择你的一个标注。</translation>
    </message>
    <message numerus="yes">
        <source>%1 predictions on %n item(s) · %2 (%3) · %4 ms each</source>
        <translation>
            <numerusform>%n 个条目上有 %1 个预测 · %2 (%3) · 每个 %4 毫秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Daily backup</source>
        <translation>每日备份</translation>
    </message>
    <message>
        <source>The daily backup failed: %1</source>
        <translation>每日备份失败：%1</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>labels</translation>
    </message>
    <message>
        <source>Plumbline projects (*%1)</source>
        <translation>Plumbline 项目 (*%1)</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ModelDialog</name>
    <message>
        <source>Pre-labeling</source>
        <translation>预标注</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>添加模型…</translation>
    </message>
    <message>
        <source>Pre-label this item</source>
        <translation>预标注此条目</translation>
    </message>
    <message>
        <source>Pre-label all items</source>
        <translation>预标注全部条目</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Models (*.onnx model.json)</source>
        <translation>模型 (*.onnx model.json)</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>正在查找模型…</translation>
    </message>
    <message>
        <source>%1: cannot be used</source>
        <translation>%1：无法使用</translation>
    </message>
    <message>
        <source>No model yet. Add an .onnx file, or put model folders into the project&apos;s “models” folder.</source>
        <translation>还没有模型。请添加 .onnx 文件，或将模型文件夹放入项目的“models”文件夹。</translation>
    </message>
    <message>
        <source>Automatic: the fastest that works</source>
        <translation>自动：选择可用的最快设备</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: not available</source>
        <translation>%1：不可用</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::Opening</name>
    <message>
        <source>There is no such file or folder: %1</source>
        <translation>没有这个文件或文件夹：%1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Make the sample project</source>
        <translation>创建示例项目</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>创建项目</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PracticePanel</name>
    <message>
        <source>around %1, %2</source>
        <translation>在 %1, %2 附近</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>What was different</source>
        <translation>有哪些不同</translation>
    </message>
    <message>
        <source>Missed: %1, %2</source>
        <translation>遗漏：%1，%2</translation>
    </message>
    <message>
        <source>Not there: %1, %2</source>
        <translation>并不存在：%1，%2</translation>
    </message>
    <message>
        <source>Another class: you said %1, it is %2</source>
        <translation>类别不同：你标为 %1，实际是 %2</translation>
    </message>
    <message>
        <source>Too far off: %1 overlaps by %2 %, 50 % are needed</source>
        <translation>偏差过大：%1 的重叠为 %2 %，需要达到 50 %</translation>
    </message>
    <message>
        <source>This item cannot be labeled; say so with Ctrl+Backspace</source>
        <translation>此条目无法标注；请用 Ctrl+Backspace 说明</translation>
    </message>
    <message>
        <source>This item can be labeled</source>
        <translation>此条目可以标注</translation>
    </message>
    <message numerus="yes">
        <source>Practice item: %n difference(s) from the known answer</source>
        <translation>
            <numerusform>练习条目：与已知答案有 %n 处不同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::Prelabeling</name>
    <message>
        <source>Look for models</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Pre-label this item</source>
        <translation>预标注此条目</translation>
    </message>
    <message>
        <source>Pre-label all items</source>
        <translation>预标注全部条目</translation>
    </message>
    <message>
        <source>There is no model to pre-label with. Add one under Label › Choose a model.</source>
        <translation>没有可用于预标注的模型。请在“标注 › 选择模型”中添加。</translation>
    </message>
    <message>
        <source>The model %1 is not there any more. Choose another one.</source>
        <translation>模型 %1 已不存在，请选择其他模型。</translation>
    </message>
    <message>
        <source>The model %1 cannot be used: %2</source>
        <translation>模型 %1 无法使用：%2</translation>
    </message>
    <message>
        <source>The engine %1 is not installed.</source>
        <translation>未安装引擎 %1。</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>正在加载 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::RecentRow</name>
    <message>
        <source>%1, not there any more</source>
        <translation>%1，已不存在</translation>
    </message>
    <message>
        <source>%1, %2 of %3 items finished</source>
        <translation>%1，%3 个条目中已完成 %2 个</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Remove %1 from this list</source>
        <translation>将 %1 从列表中移除</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Device for pre-labeling</source>
        <translation>预标注设备</translation>
    </message>
    <message>
        <source>Automatic: the fastest that works</source>
        <translation>自动：选择可用的最快设备</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: not available</source>
        <translation>%1：不可用</translation>
    </message>
    <message>
        <source>Accept all: from this score on</source>
        <translation>全部接受：分数下限</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>模型默认值</translation>
    </message>
    <message>
        <source>Keep predictions from this score on</source>
        <translation>保留预测：分数下限</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::StartPage</name>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Label pictures, and know how good the labels are.</source>
        <translation>标注图片，并清楚标注的质量。</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>示例项目</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>A folder whose name ends in .plumb.</source>
        <translation>名称以 .plumb 结尾的文件夹。</translation>
    </message>
    <message>
        <source>Or drop files and folders anywhere in this window.</source>
        <translation>也可以将文件和文件夹拖到此窗口的任意位置。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Pictures, with their labels if there are any.</source>
        <translation>图片，以及已有的标注。</translation>
    </message>
    <message>
        <source>60 street scenes to try everything on.</source>
        <translation>60 张街景，可以试用所有功能。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>New empty project…</source>
        <translation>新建空项目…</translation>
    </message>
    <message>
        <source>New empty project</source>
        <translation>新建空项目</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::StatusLine</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Running job</source>
        <translation>正在运行的任务</translation>
    </message>
    <message>
        <source>Stop this job</source>
        <translation>停止此任务</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Device for pre-labeling</source>
        <translation>预标注设备</translation>
    </message>
    <message>
        <source>Device for pre-labeling: %1</source>
        <translation>预标注设备：%1</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有打开任何项目</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>全部已保存</translation>
    </message>
    <message>
        <source>Everything is saved, %1 ago</source>
        <translation>全部已保存，%1前</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Items that you have finished</source>
        <translation>你已完成的条目</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>How well your labels agree with known answers</source>
        <translation>你的标注与已知答案的一致程度</translation>
    </message>
    <message>
        <source>Of %1 checked decisions, about %2 % were right; the true share lies between %3 % and %4 % with 95 % probability. The bar gets shorter as more of your work is checked, and it moves in steps so that nobody can tell which item was a check.</source>
        <translation>在 %1 次核对过的判断中，约有 %2 % 正确；真实比例有 95 % 的概率在 %3 % 与 %4 % 之间。核对得越多，横条越短；它分步变化，因此无人能看出哪个条目是核对用的。</translation>
    </message>
    <message>
        <source>Some items have known answers; once enough of them have passed your hands, the share you got right is shown here with how sure it is. Practice items explain at once what was different.</source>
        <translation>有些条目有已知答案；当你处理过足够多之后，这里会显示你答对的比例及其可信程度。练习条目会立即说明有哪些不同。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ViewHost</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Nothing is shown</source>
        <translation>没有显示内容</translation>
    </message>
    <message>
        <source>Choose an item in the queue.</source>
        <translation>请在队列中选择条目。</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>加载 %1</translation>
    </message>
    <message>
        <source>This kind of item cannot be shown</source>
        <translation>无法显示这类条目</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::Workstation</name>
    <message>
        <source>Its plugin is loaded but offers no view.</source>
        <translation>插件已加载，但没有提供视图。</translation>
    </message>
</context>
<context>
    <name>plumbline::yolo</name>
    <message>
        <source>YOLO detection and segmentation</source>
        <translation>YOLO 检测与分割</translation>
    </message>
    <message>
        <source>File with one class name a line, or data.yaml</source>
        <translation>每行一个类别名称的文件，或 data.yaml</translation>
    </message>
    <message>
        <source>The line has something that is not a number; it was left out.</source>
        <translation>该行含有不是数字的内容，已略过。</translation>
    </message>
    <message>
        <source>The line has a value that is not a finite number; it was left out.</source>
        <translation>该行含有不是有限数值的值，已略过。</translation>
    </message>
    <message>
        <source>The line has %1 values; a box has 5, an outline at least 7; it was left out.</source>
        <translation>该行有 %1 个值；矩形框有 5 个，轮廓至少 7 个；已略过。</translation>
    </message>
    <message>
        <source>The class is not a whole number from 0 up; the line was left out.</source>
        <translation>类别不是从 0 开始的整数；该行已略过。</translation>
    </message>
    <message>
        <source>The line has a coordinate outside of the picture: values must lie between 0 and 1; it was left out.</source>
        <translation>该行有超出图片的坐标：值必须在 0 与 1 之间；已略过。</translation>
    </message>
    <message>
        <source>The box has a negative size; the line was left out.</source>
        <translation>矩形框的尺寸为负；该行已略过。</translation>
    </message>
    <message>
        <source>The confidence is not between 0 and 1; the line was left out.</source>
        <translation>置信度不在 0 与 1 之间；该行已略过。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 has no YOLO label files.</source>
        <translation>%1 中没有 YOLO 标注文件。</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>They are left out, because YOLO&apos;s numbers are fractions of the picture&apos;s size.</source>
        <translation>它们会略过，因为 YOLO 的数值是图片尺寸的比例。</translation>
    </message>
    <message>
        <source>labels of pictures whose size is not known</source>
        <translation>尺寸未知的图片上的标注</translation>
    </message>
    <message>
        <source>They are written as their bounding boxes.</source>
        <translation>它们写出为外接矩形框。</translation>
    </message>
    <message>
        <source>Each part is written as an outline of its own, and their holes are filled.</source>
        <translation>每个部分写出为单独的轮廓，孔洞会被填充。</translation>
    </message>
    <message>
        <source>Each part is written as an outline of its own.</source>
        <translation>每个部分写出为单独的轮廓。</translation>
    </message>
    <message>
        <source>polygons with several parts</source>
        <translation>由多个部分组成的多边形</translation>
    </message>
    <message>
        <source>Their holes are filled.</source>
        <translation>孔洞会被填充。</translation>
    </message>
    <message>
        <source>polygons with holes</source>
        <translation>带孔洞的多边形</translation>
    </message>
    <message>
        <source>They are written as outlines with %1 corners.</source>
        <translation>它们写出为 %1 个角点的轮廓。</translation>
    </message>
    <message>
        <source>labels outside of their picture</source>
        <translation>在图片之外的标注</translation>
    </message>
    <message>
        <source>They are cut at the picture&apos;s border.</source>
        <translation>它们在图片边缘处截断。</translation>
    </message>
    <message>
        <source>labels that reach outside of their picture</source>
        <translation>超出图片范围的标注</translation>
    </message>
    <message>
        <source>It is not a class name; it was left out.</source>
        <translation>它不是类别名称，已略过。</translation>
    </message>
    <message>
        <source>The class name is empty or not UTF-8; it was left out.</source>
        <translation>类别名称为空或不是 UTF-8，已略过。</translation>
    </message>
    <message>
        <source>It is neither a list nor a map of class names.</source>
        <translation>它既不是类别名称的列表也不是映射。</translation>
    </message>
    <message>
        <source>%1 lies outside of the data set and was not read. Import that folder by itself.</source>
        <translation>%1 位于数据集之外，未读取。请单独导入该文件夹。</translation>
    </message>
    <message>
        <source>It is no data set description: it is not a map.</source>
        <translation>它不是数据集描述：它不是映射。</translation>
    </message>
    <message>
        <source>The YAML is broken: %1</source>
        <translation>YAML 已损坏：%1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>plumbline::yolo::Reader</name>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>No class names were found (data.yaml, classes.txt or *.names); classes are called by their number.</source>
        <translation>没有找到类别名称（data.yaml、classes.txt 或 *.names）；以编号作为类别名称。</translation>
    </message>
    <message>
        <source>The class “%1” is there twice.</source>
        <translation>类别“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Its picture was not found, and without the picture&apos;s size its labels mean nothing; they were left out.</source>
        <translation>没有找到对应的图片；不知道图片尺寸时标注没有意义，已略过。</translation>
    </message>
    <message>
        <source>The picture&apos;s size cannot be read; its labels were left out.</source>
        <translation>无法读取图片尺寸；其标注已略过。</translation>
    </message>
    <message>
        <source>There is no class %1; the line was left out.</source>
        <translation>没有类别 %1；该行已略过。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::yolo::Writer</name>
    <message>
        <source>Writing annotations</source>
        <translation>正在写出标注</translation>
    </message>
    <message>
        <source>Cannot make the folder of %1.</source>
        <translation>无法创建 %1 所在的文件夹。</translation>
    </message>
    <message>
        <source>pictures whose names clash or confuse readers of YOLO</source>
        <translation>名称冲突或会使 YOLO 读取程序混淆的图片</translation>
    </message>
    <message>
        <source>They are renamed in the copy.</source>
        <translation>在副本中会重命名。</translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a whole number of at most 32 bits</source>
        <translation>不超过 32 位的整数</translation>
    </message>
</context>
</TS>
