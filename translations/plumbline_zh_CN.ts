<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>RemarksPanel</name>
    <message>
        <source>minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>major</source>
        <translation>较重</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The header claims %1 points, but the file has room for %2. Those are read.</source>
        <translation>文件头声称有 %1 个点，但文件只容得下 %2 个。已读取这些点。</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>guideline %1 · %2</source>
        <translation>指南 %1 · %2</translation>
    </message>
</context>
<context>
    <name>extension</name>
    <message>
        <source>a list of results with image_id and category_id</source>
        <translation>含有 image_id 和 category_id 的结果列表</translation>
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
    <message>
        <source>COCO panoptic labels; as instances only their pictures and classes can be read</source>
        <translation>COCO 全景标注；若作为实例读取，只能读到其中的图片和类别</translation>
    </message>
    <message>
        <source>named like COCO panoptic labels</source>
        <translation>名称像 COCO 全景标注</translation>
    </message>
    <message>
        <source>has segments_info, as COCO panoptic has</source>
        <translation>像 COCO 全景一样含有 segments_info</translation>
    </message>
    <message>
        <source>has the lists of COCO and is named panoptic</source>
        <translation>含有 COCO 的列表，且名称含 panoptic</translation>
    </message>
    <message>
        <source>Folder of the PNG files</source>
        <translation>PNG 文件的文件夹</translation>
    </message>
    <message>
        <source>&lt;annotations&gt; with &lt;image&gt;</source>
        <translation>含有 &lt;image&gt; 的 &lt;annotations&gt;</translation>
    </message>
    <message>
        <source>&lt;annotations&gt; with &lt;meta&gt;</source>
        <translation>含有 &lt;meta&gt; 的 &lt;annotations&gt;</translation>
    </message>
    <message>
        <source>the root element is &lt;annotations&gt;</source>
        <translation>根元素是 &lt;annotations&gt;</translation>
    </message>
    <message>
        <source>names its Datumaro version</source>
        <translation>注明了 Datumaro 版本</translation>
    </message>
    <message>
        <source>has categories and items as Datumaro writes them</source>
        <translation>含有 Datumaro 所写的 categories 和 items</translation>
    </message>
    <message>
        <source>has items with annotations</source>
        <translation>含有带 annotations 的 items</translation>
    </message>
    <message>
        <source>There is no class number %1; its labels are in a class of that name.</source>
        <translation>没有编号为 %1 的类别；其标注归入以此编号命名的类别。</translation>
    </message>
    <message>
        <source>Items for pictures without labels</source>
        <translation>为没有标注的图片写条目</translation>
    </message>
    <message>
        <source>a header of DOTA and corners with a class</source>
        <translation>DOTA 文件头，以及带类别的角点</translation>
    </message>
    <message>
        <source>four corners, a class and a difficulty</source>
        <translation>四个角点、一个类别和一个难度</translation>
    </message>
    <message>
        <source>a header of DOTA</source>
        <translation>DOTA 文件头</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>The difficulty “%1” is neither 0 nor 1; it is kept but not used.</source>
        <translation>难度“%1”既不是 0 也不是 1；予以保留但不使用。</translation>
    </message>
    <message>
        <source>has “shapes” and the facts of one picture</source>
        <translation>含有“shapes”和单张图片的信息</translation>
    </message>
    <message>
        <source>has a list “shapes”</source>
        <translation>含有列表“shapes”</translation>
    </message>
    <message>
        <source>Whose files</source>
        <translation>文件所属工具</translation>
    </message>
    <message>
        <source>tasks with results of annotators</source>
        <translation>含有标注员结果的任务</translation>
    </message>
    <message>
        <source>tasks with data and annotations</source>
        <translation>含有 data 和 annotations 的任务</translation>
    </message>
    <message>
        <source>Label Studio&apos;s JSON-MIN, which cannot be read; export as JSON instead</source>
        <translation>Label Studio 的 JSON-MIN，无法读取；请改为导出 JSON</translation>
    </message>
    <message>
        <source>tasks without annotations</source>
        <translation>没有标注的任务</translation>
    </message>
    <message>
        <source>Whose labels to read</source>
        <translation>读取谁的标注</translation>
    </message>
    <message>
        <source>Read what models said</source>
        <translation>读取模型的预测</translation>
    </message>
    <message>
        <source>Tasks for pictures without labels</source>
        <translation>为没有标注的图片写任务</translation>
    </message>
    <message>
        <source>SegmentationClass/ with PNG files, beside Annotations/</source>
        <translation>含有 PNG 文件的 SegmentationClass/，与 Annotations/ 并列</translation>
    </message>
    <message>
        <source>SegmentationClass/ with PNG files</source>
        <translation>含有 PNG 文件的 SegmentationClass/</translation>
    </message>
    <message>
        <source>masks/ with PNG files</source>
        <translation>含有 PNG 文件的 masks/</translation>
    </message>
    <message>
        <source>File of class names (import)</source>
        <translation>类别名称文件（导入）</translation>
    </message>
    <message>
        <source>Kind of masks</source>
        <translation>掩码种类</translation>
    </message>
    <message>
        <source>Coding of classes</source>
        <translation>类别编码</translation>
    </message>
    <message>
        <source>%1 has the columns of Open Images</source>
        <translation>%1 含有 Open Images 的列</translation>
    </message>
    <message>
        <source>has SegmentationClass beside JPEGImages</source>
        <translation>SegmentationClass 与 JPEGImages 并列</translation>
    </message>
    <message>
        <source>No class has the number %1; its masks were kept in a class “class %1”.</source>
        <translation>没有编号为 %1 的类别；其掩码保留在类别“类别 %1”中。</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>Pictures of segments</source>
        <translation>分割图片</translation>
    </message>
    <message>
        <source>pictures lie in folders called like classes, below train and val</source>
        <translation>图片位于 train 和 val 下以类别命名的文件夹中</translation>
    </message>
    <message>
        <source>a class, its truncation and occlusion, and boxes in the picture and in space</source>
        <translation>类别、截断与遮挡，以及图片和空间中的框</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>the tables sample_annotation, sample, instance and category</source>
        <translation>表 sample_annotation、sample、instance 和 category</translation>
    </message>
    <message>
        <source>“openlabel” of version 1</source>
        <translation>版本 1 的“openlabel”</translation>
    </message>
    <message>
        <source>files .label in a folder labels of a sequence</source>
        <translation>序列的 labels 文件夹中的 .label 文件</translation>
    </message>
    <message>
        <source>boxes with psr and obj_type</source>
        <translation>含有 psr 和 obj_type 的框</translation>
    </message>
    <message>
        <source>tracklets of KITTI&apos;s raw recordings</source>
        <translation>KITTI 原始记录的 tracklets</translation>
    </message>
    <message>
        <source>The name leads out of the data set; that of the label file was taken.</source>
        <translation>该名称指向数据集之外；已改用标注文件的名称。</translation>
    </message>
    <message>
        <source>boxes with a centroid and dimensions, or eight vertices, as labelCloud writes them</source>
        <translation>labelCloud 所写的框，含有 centroid 和 dimensions，或八个 vertices</translation>
    </message>
    <message>
        <source>_classes.json names a form of labelCloud&apos;s boxes</source>
        <translation>_classes.json 指明了 labelCloud 框的形式</translation>
    </message>
    <message>
        <source>figures and objects of Supervisely&apos;s point clouds</source>
        <translation>Supervisely 点云的 figures 和 objects</translation>
    </message>
    <message>
        <source>meta.json is that of a point cloud project of Supervisely</source>
        <translation>meta.json 属于 Supervisely 的点云项目</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>The guideline was read</source>
        <translation>已阅读标注指南</translation>
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
    <message>
        <source>Go on where you were, whatever the settings say.</source>
        <translation>无论设置如何，都回到上次的位置继续。</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>“%1” is not understood; it is kept but not used.</source>
        <translation>无法理解“%1”；予以保留但不使用。</translation>
    </message>
    <message>
        <source>a box</source>
        <translation>矩形框</translation>
    </message>
</context>
<context>
    <name>plumbline::actions</name>
    <message>
        <source>The keys of “%1” are not a short list.</source>
        <translation>“%1”的快捷键不是简短的列表。</translation>
    </message>
    <message>
        <source>“%1” is not a key (of “%2”).</source>
        <translation>“%1”不是按键（属于“%2”）。</translation>
    </message>
    <message>
        <source>Plumbline</source>
        <translation>Plumbline</translation>
    </message>
    <message>
        <source>CVAT-like</source>
        <translation>类似 CVAT</translation>
    </message>
    <message>
        <source>labelme-like</source>
        <translation>类似 labelme</translation>
    </message>
    <message>
        <source>Left-handed</source>
        <translation>左手</translation>
    </message>
</context>
<context>
    <name>plumbline::actions::ActionRegistry</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
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
    <name>plumbline::actions::Keymap</name>
    <message>
        <source>This is not a key map of Plumbline.</source>
        <translation>这不是 Plumbline 的快捷键方案。</translation>
    </message>
    <message>
        <source>This key map is of a version that this program does not read.</source>
        <translation>此快捷键方案的版本不受本程序支持。</translation>
    </message>
</context>
<context>
    <name>plumbline::actions::KeymapEditor</name>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>再添加一个…</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>改用于此</translation>
    </message>
    <message>
        <source>Key map</source>
        <translation>快捷键方案</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>Press the new key, or Esc</source>
        <translation>请按新的快捷键，或按 Esc</translation>
    </message>
    <message>
        <source>Back to the key of the map</source>
        <translation>恢复为方案中的快捷键</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of your own were for the other map and are gone; export them first to keep them.</source>
        <translation>
            <numerusform>%n 个自定义快捷键属于另一方案，已移除；如需保留，请先导出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a key map</source>
        <translation>导入快捷键方案</translation>
    </message>
    <message>
        <source>Key maps (*.json)</source>
        <translation>快捷键方案 (*.json)</translation>
    </message>
    <message>
        <source>Export the key map</source>
        <translation>导出快捷键方案</translation>
    </message>
    <message>
        <source>Another key for “%1”</source>
        <translation>“%1”的另一个快捷键</translation>
    </message>
    <message>
        <source>New key for “%1”</source>
        <translation>“%1”的新快捷键</translation>
    </message>
    <message>
        <source>%1 is needed inside lists and fields; only what a view offers can have it. Press another one.</source>
        <translation>列表和输入框内需要使用 %1；只有视图提供的操作才能使用它。请按其他键。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” and cannot be taken from it. Press another one.</source>
        <translation>%1 属于“%2”，不能改作他用。请按其他键。</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”. Take it from there, or press another one.</source>
        <translation>%1 是“%2”的快捷键。请改用于此，或按其他键。</translation>
    </message>
    <message>
        <source>“%1” has the key %2 now.</source>
        <translation>“%1”的快捷键现在是 %2。</translation>
    </message>
    <message>
        <source>%1 has become the key of “%2”; change that first.</source>
        <translation>%1 已成为“%2”的快捷键；请先更改该项。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was changed: %1 would be the key of both “%2” and “%3” (%n clash(es)).</source>
        <translation>
            <numerusform>未作任何更改：%1 会同时成为“%2”和“%3”的快捷键（%n 处冲突）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) were read.</source>
        <translation>
            <numerusform>已读取 %n 个快捷键。</numerusform>
        </translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
</context>
<context>
    <name>plumbline::actions::KeymapModel</name>
    <message>
        <source>%1, no key</source>
        <translation>%1，无快捷键</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>由您更改</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>plumbline::activity</name>
    <message>
        <source>A record of active time is not in a form that is known.</source>
        <translation>有一条有效时间记录的格式无法识别。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Line %1: this is not an export of active time (%2).</source>
        <translation>第 %1 行：这不是有效时间的导出内容（%2）。</translation>
    </message>
    <message>
        <source>Line %1: this is no event, sum or unit of work.</source>
        <translation>第 %1 行：这不是事件、合计或工作单元。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>Moments are kept for 1 to %1 days.</source>
        <translation>时刻记录可保留 1 到 %1 天。</translation>
    </message>
    <message>
        <source>Keep moments of work for %1 days</source>
        <translation>将工作时刻记录保留 %1 天</translation>
    </message>
    <message>
        <source>Replace old moments of work by their sums</source>
        <translation>将旧的工作时刻记录替换为合计</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>labeling</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>(no item)</source>
        <translation>（无条目）</translation>
    </message>
    <message>
        <source>together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>  accepted: %1 labels, %2 each
</source>
        <translation>  已接受：%1 个标注，平均每个 %2
</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>A gap counts for %1 s at most, waiting for %2 s.
</source>
        <translation>间隔最多计 %1 秒，等待最多计 %2 秒。
</translation>
    </message>
    <message>
        <source>Some of it are sums that were made with another limit; their moments are no longer kept.
</source>
        <translation>其中一部分是按其他上限得出的合计，其时刻记录已不再保留。
</translation>
    </message>
    <message>
        <source>%1 records could not be read and are left out.
</source>
        <translation>有 %1 条记录无法读取，未计入。
</translation>
    </message>
</context>
<context>
    <name>plumbline::adjudication</name>
    <message>
        <source>Comparing objects</source>
        <translation>正在比较物体</translation>
    </message>
    <message>
        <source>Likenesses lie between 0.1 and 1.</source>
        <translation>相似度应在 0.1 到 1 之间。</translation>
    </message>
    <message>
        <source>There is no item %1 in the project.</source>
        <translation>项目中没有条目 %1。</translation>
    </message>
    <message>
        <source>Nobody has handed in “%1”.</source>
        <translation>尚无人提交“%1”。</translation>
    </message>
    <message>
        <source>What the only person of this project draws is accepted as it is.</source>
        <translation>此项目只有一名成员，其标注会直接接受。</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>What is to be decided about was changed or deleted meanwhile. Compare again.</source>
        <translation>待决定的内容在此期间已更改或删除。请重新比较。</translation>
    </message>
    <message>
        <source>Labels of this kind cannot be merged. Choose one of them.</source>
        <translation>此类标注无法合并。请选择其中一个。</translation>
    </message>
    <message>
        <source>There is nothing to decide about.</source>
        <translation>没有需要决定的内容。</translation>
    </message>
    <message>
        <source>Adjudicate</source>
        <translation>仲裁</translation>
    </message>
    <message>
        <source>The case %1 is decided about twice.</source>
        <translation>案例 %1 有两次决定。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) still have to be decided.</source>
        <translation>
            <numerusform>还有 %n 个案例需要决定。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::adjudication::Drafter</name>
    <message>
        <source>There is no case %1. Compare again.</source>
        <translation>没有案例 %1。请重新比较。</translation>
    </message>
    <message>
        <source>One of those named has no such object.</source>
        <translation>所指定的人员中有人没有此物体。</translation>
    </message>
    <message>
        <source>Choose one version.</source>
        <translation>请选择一个版本。</translation>
    </message>
    <message>
        <source>Merging takes two versions or more.</source>
        <translation>合并需要两个或更多版本。</translation>
    </message>
    <message>
        <source>Say what is to be there instead.</source>
        <translation>请指明应替换成什么。</translation>
    </message>
    <message>
        <source>The label schema has no such class.</source>
        <translation>标注规范中没有此类别。</translation>
    </message>
</context>
<context>
    <name>plumbline::adjudication::Finish</name>
    <message>
        <source>End adjudication</source>
        <translation>结束仲裁</translation>
    </message>
    <message>
        <source>The work of %1 is being reviewed or changed (%2); wait until it is handed in, or end the review.</source>
        <translation>%1 的工作正在审核或修改中（%2）；请等待其提交，或结束审核。</translation>
    </message>
</context>
<context>
    <name>plumbline::audit</name>
    <message>
        <source>signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>gave a wrong secret</source>
        <translation>输入了错误的密码</translation>
    </message>
    <message>
        <source>added a member</source>
        <translation>添加了成员</translation>
    </message>
    <message>
        <source>changed a member</source>
        <translation>更改了成员</translation>
    </message>
    <message>
        <source>removed a member</source>
        <translation>移除了成员</translation>
    </message>
    <message>
        <source>set a secret</source>
        <translation>设置了密码</translation>
    </message>
    <message>
        <source>took a secret away</source>
        <translation>取消了密码</translation>
    </message>
    <message>
        <source>exported labels</source>
        <translation>导出了标注</translation>
    </message>
    <message>
        <source>packed a packet</source>
        <translation>制作了数据包</translation>
    </message>
    <message>
        <source>opened a packet</source>
        <translation>打开了数据包</translation>
    </message>
    <message>
        <source>merged a packet</source>
        <translation>合并了数据包</translation>
    </message>
    <message>
        <source>recalled a packet</source>
        <translation>撤回了数据包</translation>
    </message>
    <message>
        <source>changed known answers</source>
        <translation>更改了已知答案</translation>
    </message>
    <message>
        <source>changed the label schema</source>
        <translation>更改了标注规范</translation>
    </message>
    <message>
        <source>changed the guideline</source>
        <translation>更改了标注指南</translation>
    </message>
    <message>
        <source>changed the review plan</source>
        <translation>更改了审核计划</translation>
    </message>
    <message>
        <source>reopened work</source>
        <translation>重新打开了工作</translation>
    </message>
    <message>
        <source>restored a backup</source>
        <translation>恢复了备份</translation>
    </message>
    <message>
        <source>judged a contested score</source>
        <translation>裁定了有申诉的得分</translation>
    </message>
    <message>
        <source>decided about work that cannot be labeled</source>
        <translation>对无法标注的工作作出了决定</translation>
    </message>
    <message>
        <source>cut off a half-written line</source>
        <translation>截去了未写完的一行</translation>
    </message>
    <message>
        <source>it is no JSON</source>
        <translation>它不是 JSON</translation>
    </message>
    <message>
        <source>it is not as this program writes entries</source>
        <translation>它不符合本程序写入记录的格式</translation>
    </message>
    <message>
        <source>its hash does not fit what it says</source>
        <translation>其哈希值与内容不符</translation>
    </message>
    <message>
        <source>The witness %1 is damaged.</source>
        <translation>见证文件 %1 已损坏。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>plumbline::audit::Log</name>
    <message>
        <source>The audit log %1 cannot be written.</source>
        <translation>无法写入审计日志 %1。</translation>
    </message>
    <message>
        <source>The last entry of the audit log is damaged (%1); the log is not continued. Keep the file under another name, and a new one begins.</source>
        <translation>审计日志的最后一条记录已损坏（%1），无法继续写入。请将该文件改名保存，程序会新建日志。</translation>
    </message>
    <message>
        <source>The entry is too long for the audit log.</source>
        <translation>该记录过长，无法写入审计日志。</translation>
    </message>
    <message>
        <source>The audit log %1 cannot be read.</source>
        <translation>无法读取审计日志 %1。</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>它不完整</translation>
    </message>
    <message>
        <source>Line %1 of the audit log is no entry: %2.</source>
        <translation>审计日志第 %1 行不是有效记录：%2。</translation>
    </message>
    <message>
        <source>Line %1 is no entry: %2.</source>
        <translation>第 %1 行不是有效记录：%2。</translation>
    </message>
    <message>
        <source>Line %1 holds entry %2: entries are missing, added or in another order.</source>
        <translation>第 %1 行是记录 %2：有记录缺失、多出或顺序不对。</translation>
    </message>
    <message>
        <source>The log does not begin as one of this project.</source>
        <translation>日志的开头不属于此项目。</translation>
    </message>
    <message>
        <source>Entry %1 does not follow the one before it.</source>
        <translation>记录 %1 与前一条记录不衔接。</translation>
    </message>
    <message>
        <source>The clock went back before entry %1.</source>
        <translation>在记录 %1 之前，时钟曾被调回。</translation>
    </message>
    <message>
        <source>The log is gone; %1 says that it had %2 entries.</source>
        <translation>日志已不存在；%1表明它曾有 %2 条记录。</translation>
    </message>
    <message>
        <source>The log was cut off: it has %1 entries, and %2 says that it had %3.</source>
        <translation>日志被截断：现有 %1 条记录，而%2表明它曾有 %3 条。</translation>
    </message>
    <message>
        <source>The log was replaced: entry %1 is not the one that %2 names.</source>
        <translation>日志被替换：记录 %1 不是%2所指的那一条。</translation>
    </message>
    <message>
        <source>your witness</source>
        <translation>您的见证文件</translation>
    </message>
    <message>
        <source>the given mark</source>
        <translation>所给的标记</translation>
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
    <name>plumbline::base::AtomicFile</name>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
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
    <name>plumbline::canvas::CanvasOverlays</name>
    <message>
        <source>Pixel under the cursor</source>
        <translation>光标下的像素</translation>
    </message>
    <message>
        <source>R %1  G %2  B %3</source>
        <translation>R %1  G %2  B %3</translation>
    </message>
</context>
<context>
    <name>plumbline::canvas::DisplayPanel</name>
    <message>
        <source>Inverted</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>Display of the picture</source>
        <translation>图片的显示</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the display panel</source>
        <translation>关闭显示面板</translation>
    </message>
    <message>
        <source>Black </source>
        <translation>黑 </translation>
    </message>
    <message>
        <source>White </source>
        <translation>白 </translation>
    </message>
    <message>
        <source>Number that is black</source>
        <translation>黑色对应的数值</translation>
    </message>
    <message>
        <source>Number that is white</source>
        <translation>白色对应的数值</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Black and white from the numbers of the picture</source>
        <translation>根据图片的数值确定黑和白</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
</context>
<context>
    <name>plumbline::canvas::HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Drag the lines to choose what is black and what is white; the fields below do the same.</source>
        <translation>拖动竖线以选择黑和白对应的数值；也可在下方输入框中设置。</translation>
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
    <name>plumbline::canvas::Minimap</name>
    <message>
        <source>Overview of the picture</source>
        <translation>图片概览</translation>
    </message>
    <message>
        <source>Press or drag to show that place.</source>
        <translation>按下或拖动以显示该处。</translation>
    </message>
</context>
<context>
    <name>plumbline::canvas::SplitDivider</name>
    <message>
        <source>Line between the compared layers</source>
        <translation>所比较图层之间的分隔线</translation>
    </message>
    <message>
        <source>%1 on the left, %2 on the right</source>
        <translation>左侧为 %1，右侧为 %2</translation>
    </message>
</context>
<context>
    <name>plumbline::canvas::TileStore</name>
    <message>
        <source>There is no room in %1 for the full detail of this picture. Free some space and open it again.</source>
        <translation>%1 中的空间不足，无法存放此图片的全部细节。请腾出空间后重新打开。</translation>
    </message>
    <message>
        <source>The full detail of this picture cannot be kept in %1: %2</source>
        <translation>无法在 %1 中存放此图片的全部细节：%2</translation>
    </message>
    <message>
        <source>A part of the picture cannot be read back from %1.</source>
        <translation>无法从 %1 读回图片的一部分。</translation>
    </message>
    <message>
        <source>This part of the picture has not been read yet.</source>
        <translation>图片的这一部分尚未读取。</translation>
    </message>
</context>
<context>
    <name>plumbline::canvas::TiledPicture</name>
    <message>
        <source>Read the picture</source>
        <translation>读取图片</translation>
    </message>
    <message>
        <source>Read a part of the picture</source>
        <translation>读取图片的一部分</translation>
    </message>
</context>
<context>
    <name>plumbline::charts</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>To</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
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
        <translation>这里显示您的标注与已知答案的一致程度，再核对几次后才会出现。</translation>
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
    <name>plumbline::charts::CustomPlot</name>
    <message>
        <source>%1 The table beside it has the same figures.</source>
        <translation>%1 旁边的表格列有相同的数据。</translation>
    </message>
    <message>
        <source>95 % interval %1 to %2</source>
        <translation>95 % 区间 %1 至 %2</translation>
    </message>
    <message>
        <source>Charts are saved as png or pdf, not as %1.</source>
        <translation>图表可保存为 png 或 pdf，不能保存为 %1。</translation>
    </message>
    <message>
        <source>The chart cannot be drawn as %1.</source>
        <translation>无法将图表绘制为 %1。</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>95 % interval %1 to %2 %</source>
        <translation>95 % 区间 %1 至 %2 %</translation>
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
    <message>
        <source>There is no guideline yet.</source>
        <translation>还没有标注指南。</translation>
    </message>
    <message>
        <source>There is no version %1; the last one is %2.</source>
        <translation>没有版本 %1；最新版本是 %2。</translation>
    </message>
    <message>
        <source>Version %1, by %2, %3, SHA-256 %4

</source>
        <translation>版本 %1，作者 %2，%3，SHA-256 %4

</translation>
    </message>
    <message>
        <source>%1 is not UTF-8.</source>
        <translation>%1 不是 UTF-8。</translation>
    </message>
    <message>
        <source>There is no guideline yet, and the file is empty.</source>
        <translation>还没有标注指南，而且该文件为空。</translation>
    </message>
    <message>
        <source>The guideline is version %1.</source>
        <translation>标注指南现为版本 %1。</translation>
    </message>
    <message>
        <source>has read the present text</source>
        <translation>已读当前正文</translation>
    </message>
    <message>
        <source>has read none</source>
        <translation>尚未读过</translation>
    </message>
    <message>
        <source>has read version %1</source>
        <translation>已读版本 %1</translation>
    </message>
    <message>
        <source>There is no version %1.</source>
        <translation>没有版本 %1。</translation>
    </message>
    <message>
        <source>%1 has read version %2.</source>
        <translation>%1 已读版本 %2。</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 个标注</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>before any</source>
        <translation>尚无标注指南时</translation>
    </message>
    <message>
        <source>No labels were made under an earlier text.</source>
        <translation>没有按较早的正文所做的标注。</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>look at it again</source>
        <translation>请重新查看</translation>
    </message>
    <message>
        <source>%1  version %2  %3 of %4 right, %5 to %6 %  %7
</source>
        <translation>%1  版本 %2  %4 个中对 %3 个，%5 到 %6 %  %7
</translation>
    </message>
    <message>
        <source>(%1 on keys of an earlier text)</source>
        <translation>（%1 个依据旧版正文的已知答案）</translation>
    </message>
    <message>
        <source>Nothing was scored against known answers.</source>
        <translation>没有与已知答案比对的得分。</translation>
    </message>
    <message>
        <source>“%1” is no day (2026-11-20) and no time (2026-11-20T08:00:00Z).</source>
        <translation>“%1”不是日期（2026-11-20），也不是时间（2026-11-20T08:00:00Z）。</translation>
    </message>
    <message>
        <source>The idle cap is 10 to 3600 seconds.</source>
        <translation>空闲上限为 10 到 3600 秒。</translation>
    </message>
    <message>
        <source>Times are shown to the person themselves and to leads, and nothing proves that you are %1.</source>
        <translation>时间只向本人和负责人显示，而目前无法证明您是 %1。</translation>
    </message>
    <message>
        <source>Other people&apos;s times are for leads; yours are shown without --person.</source>
        <translation>他人的时间仅供负责人查看；不加 --person 可显示您自己的时间。</translation>
    </message>
    <message>
        <source>Moments older than %1 days: %2 records became sums, %3 values of the history were emptied.</source>
        <translation>早于 %1 天的时刻记录：%2 条记录已转为合计，历史中的 %3 个值已清空。</translation>
    </message>
    <message>
        <source>Give a project, or --recompute with an export of --events.</source>
        <translation>请指定项目，或使用 --recompute 并给出 --events 的导出文件。</translation>
    </message>
    <message>
        <source>--purge needs a project.</source>
        <translation>--purge 需要指定项目。</translation>
    </message>
    <message>
        <source>--keep-days goes with --purge.</source>
        <translation>--keep-days 须与 --purge 一起使用。</translation>
    </message>
    <message>
        <source>--from is later than --to.</source>
        <translation>--from 晚于 --to。</translation>
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
    <name>plumbline::cloud::Cloud</name>
    <message>
        <source>%1 is no ordinary file.</source>
        <translation>%1 不是普通文件。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>无法打开 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than is allowed.</source>
        <translation>%1 超过允许的大小。</translation>
    </message>
    <message>
        <source>%1 is not a LAS file that can be read: %2</source>
        <translation>%1 不是可读取的 LAS 文件：%2</translation>
    </message>
    <message>
        <source>it ends within its header.</source>
        <translation>它在文件头内就结束了。</translation>
    </message>
    <message>
        <source>%1 is LAS %2.%3; 1.0 to 1.4 can be read.</source>
        <translation>%1 是 LAS %2.%3；可读取 1.0 至 1.4。</translation>
    </message>
    <message>
        <source>point format %1 with %2 bytes does not exist.</source>
        <translation>不存在点格式 %1（%2 字节）。</translation>
    </message>
    <message>
        <source>its points are said to begin within its header.</source>
        <translation>它声明的点起始位置在文件头之内。</translation>
    </message>
    <message>
        <source>the scale of its coordinates is no number or 0.</source>
        <translation>其坐标的比例不是数字或为 0。</translation>
    </message>
    <message>
        <source>The cloud&apos;s index %1 cannot be used; it is made again.</source>
        <translation>点云的索引 %1 无法使用，将重新建立。</translation>
    </message>
    <message>
        <source>The cloud has more than 4,294,967,295 points.</source>
        <translation>点云超过 4,294,967,295 个点。</translation>
    </message>
    <message>
        <source>The cloud&apos;s index cannot be written: %1</source>
        <translation>无法写入点云的索引：%1</translation>
    </message>
    <message>
        <source>Counting points</source>
        <translation>正在统计点数</translation>
    </message>
    <message>
        <source>%1 points of the cloud lie in one spot; at most %2 can be shown.</source>
        <translation>点云有 %1 个点位于同一处；最多可显示 %2 个。</translation>
    </message>
    <message>
        <source>Sorting points</source>
        <translation>正在对点排序</translation>
    </message>
    <message>
        <source>The cloud&apos;s file has changed while it was read.</source>
        <translation>点云的文件在读取期间发生了变化。</translation>
    </message>
    <message>
        <source>Building the cloud&apos;s index</source>
        <translation>正在建立点云的索引</translation>
    </message>
    <message>
        <source>%1 is not a PCD file that can be read: %2</source>
        <translation>%1 不是可读取的 PCD 文件：%2</translation>
    </message>
    <message>
        <source>its header has no DATA line.</source>
        <translation>其文件头没有 DATA 行。</translation>
    </message>
    <message>
        <source>FIELDS, SIZE, TYPE and COUNT do not name equally many fields.</source>
        <translation>FIELDS、SIZE、TYPE 和 COUNT 列出的字段数量不一致。</translation>
    </message>
    <message>
        <source>field “%1” has a type of numbers that does not exist.</source>
        <translation>字段“%1”的数值类型不存在。</translation>
    </message>
    <message>
        <source>a point has more than %1 numbers.</source>
        <translation>一个点的数值超过 %1 个。</translation>
    </message>
    <message>
        <source>it has no fields x, y and z.</source>
        <translation>它没有字段 x、y 和 z。</translation>
    </message>
    <message>
        <source>it ends before its points.</source>
        <translation>它在点数据之前就结束了。</translation>
    </message>
    <message>
        <source>its points are cut off: %1 bytes are missing.</source>
        <translation>其点数据被截断：缺少 %1 字节。</translation>
    </message>
    <message>
        <source>the number of its points does not fit the size of its data.</source>
        <translation>其点数与数据的大小不符。</translation>
    </message>
    <message>
        <source>%1 unpacks to %2 MB, more than is allowed.</source>
        <translation>%1 解压后为 %2 MB，超过允许的大小。</translation>
    </message>
    <message>
        <source>its compressed points are damaged.</source>
        <translation>其压缩的点数据已损坏。</translation>
    </message>
    <message>
        <source>WIDTH times HEIGHT is not POINTS; POINTS counts.</source>
        <translation>WIDTH 乘以 HEIGHT 不等于 POINTS；以 POINTS 为准。</translation>
    </message>
    <message>
        <source>DATA is “%1”; ascii, binary and binary_compressed are known.</source>
        <translation>DATA 是“%1”；已知的有 ascii、binary 和 binary_compressed。</translation>
    </message>
    <message>
        <source>%1 is not a PLY file that can be read: %2</source>
        <translation>%1 不是可读取的 PLY 文件：%2</translation>
    </message>
    <message>
        <source>its header does not end.</source>
        <translation>其文件头没有结尾。</translation>
    </message>
    <message>
        <source>an element has no number.</source>
        <translation>有一个元素没有数量。</translation>
    </message>
    <message>
        <source>“%1” is no type of numbers.</source>
        <translation>“%1”不是数值类型。</translation>
    </message>
    <message>
        <source>its format “%1” does not exist.</source>
        <translation>其格式“%1”不存在。</translation>
    </message>
    <message>
        <source>it has no vertices.</source>
        <translation>它没有顶点。</translation>
    </message>
    <message>
        <source>%1 cannot be read: its vertices do not come first.</source>
        <translation>无法读取 %1：其顶点不在最前面。</translation>
    </message>
    <message>
        <source>%1 cannot be read: its vertices hold lists.</source>
        <translation>无法读取 %1：其顶点含有列表。</translation>
    </message>
    <message>
        <source>its vertices have no x, y and z.</source>
        <translation>其顶点没有 x、y 和 z。</translation>
    </message>
    <message>
        <source>%1 bytes at the end are no whole point. They are left out.</source>
        <translation>末尾的 %1 字节不是完整的点，会略过。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 has become shorter while it was read.</source>
        <translation>%1 在读取期间变短了。</translation>
    </message>
    <message>
        <source>%1 does not begin with a line of three or more numbers.</source>
        <translation>%1 的首行不是三个或更多的数。</translation>
    </message>
    <message>
        <source>%1 has no columns x, y and z.</source>
        <translation>%1 没有 x、y 和 z 列。</translation>
    </message>
    <message>
        <source>The header claims %1 points, but the file has %2 lines of them. Those are read.</source>
        <translation>文件头声称有 %1 个点，但文件中只有 %2 行点数据。已读取这些点。</translation>
    </message>
    <message>
        <source>point %1</source>
        <translation>点 %1</translation>
    </message>
    <message>
        <source>This line is not made of %1 numbers. Its point is left out.</source>
        <translation>此行不是由 %1 个数组成。该点已略过。</translation>
    </message>
    <message>
        <source>%1 is no point cloud that can be read (PCD, PLY, LAS, LAZ, KITTI .bin, nuScenes .pcd.bin, .xyz, .csv).</source>
        <translation>%1 不是可读取的点云（PCD、PLY、LAS、LAZ、KITTI .bin、nuScenes .pcd.bin、.xyz、.csv）。</translation>
    </message>
    <message>
        <source>%1 bytes of each point are not described; the first %2 of them are shown.</source>
        <translation>每个点有 %1 个字节未作说明；显示其中前 %2 个。</translation>
    </message>
    <message>
        <source>it does not say how it is compressed.</source>
        <translation>它没有说明压缩方式。</translation>
    </message>
    <message>
        <source>its description of the compression is cut off.</source>
        <translation>其压缩说明被截断。</translation>
    </message>
    <message>
        <source>it is compressed in a way that is not known (%1, %2).</source>
        <translation>其压缩方式未知 (%1, %2)。</translation>
    </message>
    <message>
        <source>its chunks are said to hold no points.</source>
        <translation>其数据块标明不含任何点。</translation>
    </message>
    <message>
        <source>part %1 of its records is of a kind that is not known.</source>
        <translation>其记录的第 %1 部分类型未知。</translation>
    </message>
    <message>
        <source>its records have %1 bytes, and the parts that were compressed %2.</source>
        <translation>其记录为 %1 字节，而压缩的各部分为 %2 字节。</translation>
    </message>
    <message>
        <source>The header claims %1 points, but the file has room for %2. Those are read.</source>
        <translation>文件头声称有 %1 个点，但文件只容得下 %2 个。已读取这些点。</translation>
    </message>
    <message>
        <source>%1 is damaged: its points from number %2 on cannot be unpacked.</source>
        <translation>%1 已损坏：从第 %2 个点起无法解压。</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked: the program for it does not start.</source>
        <translation>无法解压 %1：解压程序无法启动。</translation>
    </message>
    <message>
        <source>%1 is compressed (LAZ), for which this installation lacks LASzip. Install Plumbline with it, or unpack the file to LAS first.</source>
        <translation>%1 已压缩 (LAZ)，而此安装缺少所需的 LASzip。请安装带有 LASzip 的 Plumbline，或先将文件解压为 LAS。</translation>
    </message>
    <message>
        <source>%1 is damaged: unpacking it does not come to an end.</source>
        <translation>%1 已损坏：解压无法结束。</translation>
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
    <message>
        <source>key points of a second skeleton in their class</source>
        <translation>同一类别中第二种骨架的关键点</translation>
    </message>
    <message>
        <source>The names of their points are left out.</source>
        <translation>其各点的名称会略过。</translation>
    </message>
    <message>
        <source>pictures whose id another one has too</source>
        <translation>id 与其他图片重复的图片</translation>
    </message>
    <message>
        <source>They get new ids.</source>
        <translation>它们会得到新的 id。</translation>
    </message>
    <message>
        <source>labels whose id another one has too</source>
        <translation>id 与其他标注重复的标注</translation>
    </message>
    <message>
        <source>The names of its key points are not a list of texts; they are kept but not used.</source>
        <translation>其关键点名称不是文本的列表；予以保留但不使用。</translation>
    </message>
    <message>
        <source>Its skeleton has an entry that is no pair of key points; it is kept but not drawn.</source>
        <translation>其骨架中有一项不是关键点对；予以保留但不绘制。</translation>
    </message>
    <message>
        <source>Its skeleton is not a list of pairs; it is kept but not drawn.</source>
        <translation>其骨架不是点对的列表；予以保留但不绘制。</translation>
    </message>
    <message>
        <source>COCO panoptic</source>
        <translation>COCO 全景</translation>
    </message>
    <message>
        <source>It has an object of more than %1 keys; it was left out.</source>
        <translation>其中有一个对象的键超过 %1 个，已略过。</translation>
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
    <name>plumbline::coco::PanopticReader</name>
    <message>
        <source>%1 has no COCO panoptic file. Choose the file itself.</source>
        <translation>%1 中没有 COCO 全景文件。请直接选择该文件。</translation>
    </message>
    <message>
        <source>%1 is not a COCO panoptic file: it is no JSON object.</source>
        <translation>%1 不是 COCO 全景文件：它不是 JSON 对象。</translation>
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
        <source>It is not a list.</source>
        <translation>它不是列表。</translation>
    </message>
    <message>
        <source>It is not an object; it was left out.</source>
        <translation>它不是对象，已略过。</translation>
    </message>
    <message>
        <source>It is not valid JSON; it was left out.</source>
        <translation>它不是有效的 JSON，已略过。</translation>
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
        <source>It has no id or no name; it was left out.</source>
        <translation>它没有 id 或没有名称，已略过。</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>There is no image with the id %1; its segments were left out.</source>
        <translation>没有 id 为 %1 的图片；其分割已略过。</translation>
    </message>
    <message>
        <source>The picture has segments already; these were left out.</source>
        <translation>该图片已有分割；这些分割已略过。</translation>
    </message>
    <message>
        <source>It lies behind a link that is not followed; its segments were left out.</source>
        <translation>它位于不会跟随的链接之后；其分割已略过。</translation>
    </message>
    <message>
        <source>There is no file %1; its segments were left out. The option “segments” names the folder.</source>
        <translation>没有文件 %1；其分割已略过。选项“segments”用于指定文件夹。</translation>
    </message>
    <message>
        <source>Its segments were left out.</source>
        <translation>其分割已略过。</translation>
    </message>
    <message>
        <source>It has %1 × %2 pixels and the picture has %3 × %4; the masks were kept as they are.</source>
        <translation>它为 %1 × %2 像素，而图片为 %3 × %4；掩码按原样保留。</translation>
    </message>
    <message>
        <source>It is not a list; only the picture was read.</source>
        <translation>它不是列表；只读取了图片。</translation>
    </message>
    <message>
        <source>It is no whole number from 1 to %1; the segment was left out.</source>
        <translation>它不是 1 到 %1 之间的整数；该分割已略过。</translation>
    </message>
    <message>
        <source>It has no category; the label was kept without a class.</source>
        <translation>它没有类别；标注予以保留，但不带类别。</translation>
    </message>
    <message>
        <source>category %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>There is no category with the id %1; its labels were kept in a class “%2”.</source>
        <translation>没有 id 为 %1 的类别；其标注保留在类别“%2”中。</translation>
    </message>
    <message>
        <source>It has %1 ids that no segment has, one is %2; their pixels were left out.</source>
        <translation>它有 %1 个不属于任何分割的 id，其中一个是 %2；这些像素已略过。</translation>
    </message>
    <message>
        <source>No pixel has the id %1; the segment was left out.</source>
        <translation>没有 id 为 %1 的像素；该分割已略过。</translation>
    </message>
    <message>
        <source>It is neither 0 nor 1; it was taken as 0.</source>
        <translation>它既不是 0 也不是 1，按 0 处理。</translation>
    </message>
    <message>
        <source>The key “%1” is there twice; the last one was taken.</source>
        <translation>键“%1”出现了两次；采用最后一个。</translation>
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
    <name>plumbline::coco::PanopticWriter</name>
    <message>
        <source>There is not enough memory for a picture of %1 × %2 pixels.</source>
        <translation>内存不足，无法处理 %1 × %2 像素的图片。</translation>
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
        <source>labels of pictures whose size is not known or too large</source>
        <translation>尺寸未知或过大的图片上的标注</translation>
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
        <source>They are left out; their pixels belong to no segment.</source>
        <translation>它们会略过；其像素不属于任何分割。</translation>
    </message>
    <message>
        <source>They are written as masks of whole pixels.</source>
        <translation>它们写出为整像素掩码。</translation>
    </message>
    <message>
        <source>labels without a pixel in the picture</source>
        <translation>在图片内没有像素的标注</translation>
    </message>
    <message>
        <source>labels that others cover</source>
        <translation>被其他标注完全遮盖的标注</translation>
    </message>
    <message>
        <source>labels that others cover in part</source>
        <translation>被其他标注部分遮盖的标注</translation>
    </message>
    <message>
        <source>Each pixel belongs to the label that lies on top.</source>
        <translation>每个像素属于最上层的标注。</translation>
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
    <message>
        <source>It has %1 key points and its category has %2; they were kept without names.</source>
        <translation>它有 %1 个关键点，而其类别有 %2 个；关键点予以保留，但不带名称。</translation>
    </message>
    <message>
        <source>The mask is made for %1 × %2 pixels and the picture has %3 × %4; it was kept as it is.</source>
        <translation>掩码对应 %1 × %2 像素，而图片为 %3 × %4；按原样保留。</translation>
    </message>
    <message>
        <source>The outline crosses itself; it was kept as it is. There are %1 of them in the file.</source>
        <translation>轮廓与自身相交；按原样保留。文件中有 %1 个这样的轮廓。</translation>
    </message>
    <message>
        <source>The key “%1” is there twice; the last one was taken.</source>
        <translation>键“%1”出现了两次；采用最后一个。</translation>
    </message>
    <message>
        <source>Its member %1 has a name that is taken; it was left out.</source>
        <translation>其成员 %1 的名称已被占用，已略过。</translation>
    </message>
    <message>
        <source>The key is there twice; both lists were read.</source>
        <translation>该键出现了两次；两个列表都已读取。</translation>
    </message>
    <message>
        <source>The key is there twice; the first one was taken.</source>
        <translation>该键出现了两次；采用第一个。</translation>
    </message>
</context>
<context>
    <name>plumbline::coco::Writer</name>
    <message>
        <source>Writing annotations</source>
        <translation>正在写出标注</translation>
    </message>
</context>
<context>
    <name>plumbline::consensus</name>
    <message>
        <source>Chose shrunken Dawid-Skene: a confusion table for each annotator, and tasks that are hard for everybody. Mean log-probability of a label given all other labels: %1; without hard tasks %2, with one ability each %3, if all annotators were equal %4 (%5 labels).</source>
        <translation>已选择收缩 Dawid-Skene 模型：每位标注员各有一个混淆矩阵，并考虑对所有人都难的任务。给定所有其他标签时，一个标签的平均对数概率：%1；不考虑难任务时为 %2，每人仅一个能力值时为 %3，假定所有标注员相同时为 %4（%5 个标签）。</translation>
    </message>
    <message>
        <source>Annotators hardly differ, so the answer is close to a majority vote.</source>
        <translation>标注员之间几乎没有差别，因此结果接近多数表决。</translation>
    </message>
    <message>
        <source>Tables lean on the confusions that everybody shares (%1 without these).</source>
        <translation>混淆矩阵向众人共有的混淆收缩（不收缩时为 %1）。</translation>
    </message>
    <message>
        <source>Tables lean on evenly spread errors, which predicts better than leaning on shared confusions (%1).</source>
        <translation>混淆矩阵向均匀分布的错误收缩，其预测优于向共有的混淆收缩 (%1)。</translation>
    </message>
    <message>
        <source>%1 annotators in %2 groups never differ from each other in %3 answers, %4 of them against the others: each group counts as one voice.</source>
        <translation>%2 组共 %1 位标注员在 %3 个回答上彼此从无分歧，其中 %4 个与其他人不同：每组只算一票。</translation>
    </message>
    <message>
        <source>There are no labels.</source>
        <translation>没有标签。</translation>
    </message>
    <message>
        <source>The inference was stopped.</source>
        <translation>推断已停止。</translation>
    </message>
    <message>
        <source>Chose shrunken Dawid-Skene: a confusion table for each annotator. Mean log-probability of a label given all other labels: %1; with tasks that are hard for everybody %2, with one ability each %3, if all annotators were equal %4 (%5 labels).</source>
        <translation>已选择收缩 Dawid-Skene 模型：每位标注员各有一个混淆矩阵。给定所有其他标签时，一个标签的平均对数概率：%1；考虑对所有人都难的任务时为 %2，每人仅一个能力值时为 %3，假定所有标注员相同时为 %4（%5 个标签）。</translation>
    </message>
</context>
<context>
    <name>plumbline::cvat</name>
    <message>
        <source>The mask has more than %1 runs.</source>
        <translation>掩码的游程超过 %1 个。</translation>
    </message>
    <message>
        <source>The picture is too large for masks.</source>
        <translation>图片过大，无法使用掩码。</translation>
    </message>
    <message>
        <source>The mask does not lie inside the picture of %1 × %2 pixels.</source>
        <translation>掩码不在 %1 × %2 像素的图片之内。</translation>
    </message>
    <message>
        <source>The mask&apos;s run lengths do not fill its box.</source>
        <translation>掩码的游程长度没有填满其矩形框。</translation>
    </message>
    <message>
        <source>“%1” is no run length.</source>
        <translation>“%1”不是游程长度。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 has no XML files.</source>
        <translation>%1 中没有 XML 文件。</translation>
    </message>
    <message>
        <source>“%1” is missing or no finite number.</source>
        <translation>“%1”缺失或不是有限数值。</translation>
    </message>
    <message>
        <source>It has no points.</source>
        <translation>它没有点。</translation>
    </message>
    <message>
        <source>“%1” is no point: two finite numbers are expected.</source>
        <translation>“%1”不是点：应为两个有限数值。</translation>
    </message>
    <message>
        <source>The picture&apos;s size is not known.</source>
        <translation>图片尺寸未知。</translation>
    </message>
    <message>
        <source>“%1” is missing or no whole number.</source>
        <translation>“%1”缺失或不是整数。</translation>
    </message>
    <message>
        <source>It has no name, or the name is used twice; it is kept but not used.</source>
        <translation>它没有名称，或名称重复使用；予以保留但不使用。</translation>
    </message>
    <message>
        <source>“%1” does not fit the attribute “%2”; it is kept but not used.</source>
        <translation>“%1”不符合属性“%2”；予以保留但不使用。</translation>
    </message>
    <message>
        <source>A joint has %1 points instead of one.</source>
        <translation>某个关节有 %1 个点，应为一个。</translation>
    </message>
    <message>
        <source>The skeleton has no points.</source>
        <translation>骨架没有点。</translation>
    </message>
    <message>
        <source>“%1” is not understood; it is kept but not used.</source>
        <translation>无法理解“%1”；予以保留但不使用。</translation>
    </message>
    <message>
        <source>Their skeleton is not known, so they are written as loose points; those not labeled are left out.</source>
        <translation>其骨架未知，因此写出为散点；未标注的点会略过。</translation>
    </message>
    <message>
        <source>polygons with holes or several parts</source>
        <translation>带孔洞或由多个部分组成的多边形</translation>
    </message>
    <message>
        <source>They are written as masks of whole pixels.</source>
        <translation>它们写出为整像素掩码。</translation>
    </message>
    <message>
        <source>Each part is written as a polygon without holes, because the picture&apos;s size is not known or too large.</source>
        <translation>由于图片尺寸未知或过大，每个部分写出为不带孔洞的多边形。</translation>
    </message>
    <message>
        <source>masks of another size than their picture</source>
        <translation>尺寸与图片不同的掩码</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>shapes without a pixel</source>
        <translation>没有像素的形状</translation>
    </message>
    <message>
        <source>masks with too many runs</source>
        <translation>游程过多的掩码</translation>
    </message>
    <message>
        <source>answers “cannot tell”</source>
        <translation>“无法判断”的回答</translation>
    </message>
    <message>
        <source>labels that do not say whether they are occluded</source>
        <translation>未说明是否被遮挡的标注</translation>
    </message>
    <message>
        <source>They are written as not occluded.</source>
        <translation>它们写出为未遮挡。</translation>
    </message>
</context>
<context>
    <name>plumbline::cvat::Reader</name>
    <message>
        <source>It is no CVAT annotation of images.</source>
        <translation>它不是 CVAT 图片标注。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>It has a document type declaration, which is refused.</source>
        <translation>它含有文档类型声明，不予接受。</translation>
    </message>
    <message>
        <source>The root element is not &lt;annotations&gt;; the file was left out.</source>
        <translation>根元素不是 &lt;annotations&gt;；该文件已略过。</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>The file has text that is not UTF-8; labels and pictures with such a name were left out.</source>
        <translation>文件含有非 UTF-8 文本；带有此类名称的标注和图片已略过。</translation>
    </message>
    <message>
        <source>The XML is broken: %1</source>
        <translation>XML 已损坏：%1</translation>
    </message>
    <message>
        <source>%1 cuboids of pictures are not shown; they are kept and written again.</source>
        <translation>图片的 %1 个长方体不显示；予以保留，并会重新写出。</translation>
    </message>
    <message>
        <source>%1 tracks of a video are not read.</source>
        <translation>视频的 %1 条轨迹不会读取。</translation>
    </message>
    <message>
        <source>It has too many levels or parts; it was left out.</source>
        <translation>它的层数或部分过多，已略过。</translation>
    </message>
    <message>
        <source>The masks of the picture have too many runs; it was left out.</source>
        <translation>图片的掩码游程过多；已略过。</translation>
    </message>
    <message>
        <source>Another image is called “%1” too; the labels of both were kept.</source>
        <translation>另有图片也名为“%1”；两者的标注都予以保留。</translation>
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
        <source>The image has no whole number as its id; it gets one when written.</source>
        <translation>图片的 id 不是整数；写出时会为其分配一个。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>It has an element of more than %1 attributes; what came before was read.</source>
        <translation>其中有一个元素的属性超过 %1 个；已读取此前的内容。</translation>
    </message>
</context>
<context>
    <name>plumbline::cvat::Writer</name>
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
        <source>pictures of unknown size</source>
        <translation>尺寸未知的图片</translation>
    </message>
    <message>
        <source>They are written without their size, which CVAT expects.</source>
        <translation>写出时不含尺寸，而 CVAT 需要尺寸。</translation>
    </message>
</context>
<context>
    <name>plumbline::datumaro</name>
    <message>
        <source>Datumaro JSON</source>
        <translation>Datumaro JSON</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 has no Datumaro files.</source>
        <translation>%1 中没有 Datumaro 文件。</translation>
    </message>
    <message>
        <source>It is no list of pairs of finite numbers; the label was left out.</source>
        <translation>它不是有限数值对的列表；该标注已略过。</translation>
    </message>
    <message>
        <source>It has not one value for each point; the label was left out.</source>
        <translation>值的个数与点数不一致；该标注已略过。</translation>
    </message>
    <message>
        <source>A visibility is not 0, 1 or 2; the label was left out.</source>
        <translation>有可见性不是 0、1 或 2；该标注已略过。</translation>
    </message>
    <message>
        <source>The skeleton has no elements; it was left out.</source>
        <translation>骨架没有元素，已略过。</translation>
    </message>
    <message>
        <source>An element of the skeleton is not one point; it was left out.</source>
        <translation>骨架的某个元素不是单个点，已略过。</translation>
    </message>
    <message>
        <source>The mask has no size of two whole numbers; it was left out.</source>
        <translation>掩码没有由两个整数组成的尺寸，已略过。</translation>
    </message>
    <message>
        <source>The mask has %1 × %2 pixels and the picture %3 × %4; it was left out.</source>
        <translation>掩码为 %1 × %2 像素，而图片为 %3 × %4，已略过。</translation>
    </message>
    <message>
        <source>%1 The label was left out.</source>
        <translation>%1 该标注已略过。</translation>
    </message>
    <message>
        <source>The mask has no run lengths; it was left out.</source>
        <translation>掩码没有游程长度，已略过。</translation>
    </message>
    <message>
        <source>A run length is no whole number; the label was left out.</source>
        <translation>有游程长度不是整数；该标注已略过。</translation>
    </message>
    <message>
        <source>The box is not four finite numbers; it was left out.</source>
        <translation>矩形框不是四个有限数值，已略过。</translation>
    </message>
    <message>
        <source>A rotated box is centre, width, height and angle; this one was left out.</source>
        <translation>旋转框应为中心、宽、高和角度；此旋转框已略过。</translation>
    </message>
    <message>
        <source>An ellipse is two corners of the box around it; this one was left out.</source>
        <translation>椭圆应为其外接矩形框的两个角点；此椭圆已略过。</translation>
    </message>
    <message>
        <source>“%1” is no annotation that can be read; it was left out.</source>
        <translation>“%1”不是可读取的标注，已略过。</translation>
    </message>
    <message>
        <source>It has no type; it was left out.</source>
        <translation>它没有类型，已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::datumaro3d</name>
    <message>
        <source>%1 is no list of three numbers.</source>
        <translation>%1 不是三个数字的列表。</translation>
    </message>
    <message>
        <source>Its rotation is no number.</source>
        <translation>其旋转不是数字。</translation>
    </message>
    <message>
        <source>a Datumaro subset of point clouds</source>
        <translation>Datumaro 点云子集</translation>
    </message>
    <message>
        <source>items with point clouds, as Datumaro writes them</source>
        <translation>Datumaro 所写的带点云的 items</translation>
    </message>
    <message>
        <source>Datumaro JSON of point clouds</source>
        <translation>Datumaro 点云 JSON</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
</context>
<context>
    <name>plumbline::datumaro3d::Reader</name>
    <message>
        <source>There is no Datumaro subset of point clouds in %1.</source>
        <translation>%1 中没有 Datumaro 点云子集。</translation>
    </message>
    <message>
        <source>It is no Datumaro subset; it was left out.</source>
        <translation>它不是 Datumaro 子集，已略过。</translation>
    </message>
    <message>
        <source>The file breaks off; what came before was read.</source>
        <translation>文件不完整；已读取中断之前的内容。</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>The class has no name; it is called by its number.</source>
        <translation>类别没有名称，现以其编号命名。</translation>
    </message>
    <message>
        <source>It is no object.</source>
        <translation>它不是对象。</translation>
    </message>
    <message>
        <source>items that are no point clouds</source>
        <translation>不是点云的条目</translation>
    </message>
    <message>
        <source>The path leads out of the data set; the item&apos;s id was taken.</source>
        <translation>路径指向数据集之外；已改用条目的 id。</translation>
    </message>
    <message>
        <source>It has no name that is safe to use.</source>
        <translation>它没有可安全使用的名称。</translation>
    </message>
    <message>
        <source>The scene has no sweep of this name.</source>
        <translation>场景没有此名称的扫描。</translation>
    </message>
    <message>
        <source>There is no class number %1; its labels are in a class of that name.</source>
        <translation>没有编号为 %1 的类别；其标注归入以此编号命名的类别。</translation>
    </message>
    <message>
        <source>The file ends inside it.</source>
        <translation>文件在其中间结束。</translation>
    </message>
    <message>
        <source>label_id is no whole number.</source>
        <translation>label_id 不是整数。</translation>
    </message>
</context>
<context>
    <name>plumbline::datumaro::Reader</name>
    <message>
        <source>None of the JSON files is a Datumaro subset.</source>
        <translation>没有一个 JSON 文件是 Datumaro 子集。</translation>
    </message>
    <message>
        <source>It is no Datumaro subset; it was left out.</source>
        <translation>它不是 Datumaro 子集，已略过。</translation>
    </message>
    <message>
        <source>The file is cut off or broken; what came before was read.</source>
        <translation>文件被截断或已损坏；已读取此前的内容。</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>It is too large to be kept; it was left out.</source>
        <translation>它太大，无法保存，已略过。</translation>
    </message>
    <message>
        <source>The class has no name; it is called by its number.</source>
        <translation>类别没有名称，现以其编号命名。</translation>
    </message>
    <message>
        <source>It is no object; the item was left out.</source>
        <translation>它不是对象；该条目已略过。</translation>
    </message>
    <message>
        <source>%1 The item was left out.</source>
        <translation>%1 该条目已略过。</translation>
    </message>
    <message>
        <source>The item is no picture; it was left out.</source>
        <translation>该条目不是图片，已略过。</translation>
    </message>
    <message>
        <source>It is no list; the item has no labels.</source>
        <translation>它不是列表；该条目没有标注。</translation>
    </message>
    <message>
        <source>The item has no name that is safe to use; it was left out.</source>
        <translation>该条目没有可安全使用的名称，已略过。</translation>
    </message>
    <message>
        <source>The path leads out of the data set; the item&apos;s id was taken.</source>
        <translation>路径指向数据集之外；已改用条目的 id。</translation>
    </message>
    <message>
        <source>Another item is about “%1” too; the labels of both were kept.</source>
        <translation>另一个条目也对应“%1”；两者的标注均已保留。</translation>
    </message>
    <message>
        <source>The picture&apos;s size is wrong; it was taken from the picture if there is one.</source>
        <translation>图片的尺寸有误；如果有图片，则已从图片获取。</translation>
    </message>
    <message>
        <source>It is no object; it was left out.</source>
        <translation>它不是对象，已略过。</translation>
    </message>
    <message>
        <source>Labels of type “%1” are kept but not shown.</source>
        <translation>类型为“%1”的标注予以保留，但不显示。</translation>
    </message>
    <message>
        <source>It is no whole number; the label was left out.</source>
        <translation>它不是整数；该标注已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::datumaro::Writer</name>
    <message>
        <source>Cannot write %1.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Writing annotations</source>
        <translation>正在写出标注</translation>
    </message>
    <message>
        <source>Turned ones are written as polygons with %1 corners.</source>
        <translation>旋转过的写出为 %1 个角点的多边形。</translation>
    </message>
    <message>
        <source>polygons of several parts</source>
        <translation>由多个部分组成的多边形</translation>
    </message>
    <message>
        <source>They are written as several polygons of one group.</source>
        <translation>它们写出为同一组的多个多边形。</translation>
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
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>“Cannot tell” is left out.</source>
        <translation>“无法判断”会略过。</translation>
    </message>
    <message>
        <source>Their keys mean something else in Datumaro; they are left out.</source>
        <translation>它们的键在 Datumaro 中另有含义，会略过。</translation>
    </message>
    <message>
        <source>labels with a drawing order</source>
        <translation>带有绘制顺序的标注</translation>
    </message>
    <message>
        <source>The order is left out.</source>
        <translation>该顺序会略过。</translation>
    </message>
    <message>
        <source>names of skeletons</source>
        <translation>骨架的名称</translation>
    </message>
    <message>
        <source>A skeleton goes by the name of its class.</source>
        <translation>骨架以其类别的名称为名。</translation>
    </message>
    <message>
        <source>pictures whose names clash</source>
        <translation>名称冲突的图片</translation>
    </message>
    <message>
        <source>They are renamed in the copy.</source>
        <translation>在副本中会重命名。</translation>
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
    <message>
        <source>This is being reviewed or has been accepted; a reviewer or lead can reopen it.</source>
        <translation>此条目正在审核或已通过；审核员或负责人可以重新打开它。</translation>
    </message>
</context>
<context>
    <name>plumbline::dota</name>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 has no text files.</source>
        <translation>%1 中没有文本文件。</translation>
    </message>
    <message>
        <source>It has %1 fields; a label has eight numbers, a class and a difficulty.</source>
        <translation>它有 %1 个字段；标注应有八个数、一个类别和一个难度。</translation>
    </message>
    <message>
        <source>“%1” is no usable number.</source>
        <translation>“%1”不是可用的数。</translation>
    </message>
    <message>
        <source>Its class has a name that cannot be read.</source>
        <translation>其类别的名称无法读取。</translation>
    </message>
    <message>
        <source>They are written as their bounding boxes.</source>
        <translation>它们写出为外接矩形框。</translation>
    </message>
    <message>
        <source>They are written as the smallest rectangle around them.</source>
        <translation>它们写出为最小外接矩形。</translation>
    </message>
</context>
<context>
    <name>plumbline::dota::Reader</name>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>None of the text files has labels of DOTA.</source>
        <translation>没有一个文本文件含有 DOTA 标注。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1 It was left out.</source>
        <translation>%1 它已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::dota::Writer</name>
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
        <source>labels whose class has blanks in its name</source>
        <translation>类别名称含空格的标注</translation>
    </message>
    <message>
        <source>The blanks are written as underscores.</source>
        <translation>空格写出为下划线。</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
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
    <name>plumbline::engines::lidar</name>
    <message>
        <source>The search for the ground failed in this sweep.</source>
        <translation>此次扫描的地面检测失败。</translation>
    </message>
    <message>
        <source>The search for clusters failed in this sweep.</source>
        <translation>此次扫描的聚类检测失败。</translation>
    </message>
</context>
<context>
    <name>plumbline::engines::lidar::LidarClassicalEngine</name>
    <message>
        <source>Classical LiDAR detector</source>
        <translation>经典 LiDAR 检测器</translation>
    </message>
    <message>
        <source>LiDAR objects and tracks (ground and clusters, built in)</source>
        <translation>LiDAR 物体与轨迹（地面和聚类，内置）</translation>
    </message>
    <message>
        <source>There is no built-in model “%1”; there is %2.</source>
        <translation>没有内置模型“%1”；有 %2。</translation>
    </message>
    <message>
        <source>The LiDAR detector runs on the CPU only; “%1” is not available to it.</source>
        <translation>LiDAR 检测器仅在 CPU 上运行，不能使用“%1”。</translation>
    </message>
</context>
<context>
    <name>plumbline::engines::lidar::SweepSession</name>
    <message>
        <source>This model looks at sweeps of a LiDAR, not at pictures.</source>
        <translation>此模型处理 LiDAR 扫描，不处理图片。</translation>
    </message>
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
        <source>attributes, scores, roles, groups and tracks</source>
        <translation>属性、分数、角色、编组和轨迹</translation>
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
    <message>
        <source>polygons with holes</source>
        <translation>带孔洞的多边形</translation>
    </message>
    <message>
        <source>polygons of several parts</source>
        <translation>由多个部分组成的多边形</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>crowd regions</source>
        <translation>群体区域</translation>
    </message>
    <message>
        <source>ignore regions</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>tracks</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>marks of doubt</source>
        <translation>不确定标记</translation>
    </message>
    <message>
        <source>makers</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>from the specification</source>
        <translation>依据格式规范</translation>
    </message>
    <message>
        <source>| format | reads | writes as it is | what happens to the rest | round trip on |
</source>
        <translation>| 格式 | 读取 | 原样写出 | 其余内容的处理 | 往返验证所用数据 |
</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 个标注</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 个标注</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 个条目</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 个条目</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，分布于 %2</translation>
    </message>
</context>
<context>
    <name>plumbline::exchange::Additions</name>
    <message>
        <source>The file is empty; it was left out.</source>
        <translation>文件为空，已略过。</translation>
    </message>
    <message>
        <source>No installed plugin can open this file; it was left out.</source>
        <translation>没有插件能打开此文件，已略过。</translation>
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
    <message>
        <source>The format plugin related labels that it did not give.</source>
        <translation>格式插件关联了它并未提供的标注。</translation>
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
    <message>
        <source>pictures that are not on this machine</source>
        <translation>不在本机上的图片</translation>
    </message>
    <message>
        <source>They are not put beside the labels: %1, …</source>
        <translation>它们不会放到标注旁边：%1，…</translation>
    </message>
    <message>
        <source>They are not put beside the labels: %1.</source>
        <translation>它们不会放到标注旁边：%1。</translation>
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
        <translation>您的工作保存在本机上，可以稍后发送。</translation>
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
    <message>
        <source>Writing annotations</source>
        <translation>正在写出标注</translation>
    </message>
    <message>
        <source>It has an object of more than %1 keys.</source>
        <translation>其中有一个对象的键超过 %1 个。</translation>
    </message>
    <message>
        <source>%1 has %2 × %3 pixels; pictures of labels may have %4 million.</source>
        <translation>%1 为 %2 × %3 像素；标注图最多 %4 百万像素。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>A picture of labels cannot be written: %1</source>
        <translation>无法写出标注图：%1</translation>
    </message>
    <message>
        <source>Links that lead out of the data set are not followed; %1 do, this one to %2. To allow it, name the folder of the pictures: --media %3.</source>
        <translation>不会跟随指向数据集之外的链接；这样的链接有 %1 个，其中一个指向 %2。要允许跟随，请指定图片所在的文件夹：--media %3。</translation>
    </message>
    <message>
        <source>labels of groups</source>
        <translation>编组的标注</translation>
    </message>
    <message>
        <source>Which of them belong together is left out.</source>
        <translation>哪些标注属于同一组的信息会略过。</translation>
    </message>
    <message>
        <source>items that are no scenes</source>
        <translation>不是场景的条目</translation>
    </message>
    <message>
        <source>labels of items that are no scenes</source>
        <translation>非场景条目的标注</translation>
    </message>
    <message>
        <source>frames of tracks between their keyframes</source>
        <translation>轨迹在关键帧之间的帧</translation>
    </message>
    <message>
        <source>Only keyframes are written.</source>
        <translation>只写出关键帧。</translation>
    </message>
    <message>
        <source>Its rotation is no number.</source>
        <translation>其旋转不是数字。</translation>
    </message>
    <message>
        <source>Its centre is no number or further away than 10,000 km.</source>
        <translation>其中心不是数字，或远于 10,000 km。</translation>
    </message>
    <message>
        <source>It has no size.</source>
        <translation>它没有尺寸。</translation>
    </message>
    <message>
        <source>texts with control characters</source>
        <translation>含有控制字符的文本</translation>
    </message>
    <message>
        <source>XML cannot hold these characters; they are left out.</source>
        <translation>XML 无法容纳这些字符，它们会略过。</translation>
    </message>
    <message>
        <source>scenes of several sweeps</source>
        <translation>含有多次扫描的场景</translation>
    </message>
    <message>
        <source>Each sweep is written as an item of its own.</source>
        <translation>每次扫描写出为单独的条目。</translation>
    </message>
    <message>
        <source>They are not in the frame of the lidar; they are left out.</source>
        <translation>它们不在 LiDAR 的坐标系中，会略过。</translation>
    </message>
    <message>
        <source>labels without a frame of their scene</source>
        <translation>不属于场景任何一帧的标注</translation>
    </message>
    <message>
        <source>%1.%2 is missing or no number.</source>
        <translation>%1.%2 缺失或不是数字。</translation>
    </message>
    <message>
        <source>answers that nobody could give</source>
        <translation>无人能判断的回答</translation>
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
    <message>
        <source>an object of texts</source>
        <translation>值为文本的对象</translation>
    </message>
</context>
<context>
    <name>plumbline::extension::LabelIntake</name>
    <message>
        <source>%1 more were left out.</source>
        <translation>另有 %1 个已略过。</translation>
    </message>
    <message>
        <source>%1 of these were left out.</source>
        <translation>其中 %1 个已略过。</translation>
    </message>
    <message>
        <source>%1 It was left out.</source>
        <translation>%1 它已略过。</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
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
    <message>
        <source>Another part of the program is using it already.</source>
        <translation>程序的另一部分正在使用它。</translation>
    </message>
</context>
<context>
    <name>plumbline::forms::AttributeBar</name>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Label %1 of %2</source>
        <translation>标注 %1 / %2</translation>
    </message>
    <message>
        <source>question %1 of %2</source>
        <translation>第 %1 题，共 %2 题</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>Must be answered before submitting</source>
        <translation>提交前必须回答</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Type · Ctrl+0 cannot tell · Tab next question · Enter next label · Esc leave</source>
        <translation>键入回答 · Ctrl+0 无法判断 · Tab 下一题 · Enter 下一个标注 · Esc 离开</translation>
    </message>
    <message>
        <source>Digits or ↑ ↓ answer · Backspace takes back · Tab next question · Enter next label · U unsure · I ignore · Esc leave</source>
        <translation>数字键或 ↑ ↓ 回答 · Backspace 撤回 · Tab 下一题 · Enter 下一个标注 · U 不确定 · I 忽略 · Esc 离开</translation>
    </message>
    <message>
        <source>“%1” is not a number. Backspace clears it, Ctrl+0 says that it cannot be told.</source>
        <translation>“%1”不是数字。按 Backspace 清除，按 Ctrl+0 表示无法判断。</translation>
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
    <message>
        <source>several answers</source>
        <translation>多个答案</translation>
    </message>
</context>
<context>
    <name>plumbline::forms::ClassPicker</name>
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
    <message>
        <source>Class name · Ctrl+1…9 gives it a key</source>
        <translation>类别名称 · Ctrl+1…9 指定按键</translation>
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
    <message>
        <source>These outlines could not be combined.</source>
        <translation>这些轮廓无法合并运算。</translation>
    </message>
    <message>
        <source>The outline has too many corners to be cut: %1. Simplify it first.</source>
        <translation>轮廓的角点太多，无法切割：%1。请先简化。</translation>
    </message>
    <message>
        <source>The outline crosses itself too often to be cut. Draw it anew, or turn it into a mask.</source>
        <translation>轮廓自相交过多，无法切割。请重新绘制，或将其转为掩码。</translation>
    </message>
    <message>
        <source>The outline has too many long sides to be filled: %1 corners. Simplify it first.</source>
        <translation>轮廓的长边太多，无法填充：%1 个角点。请先简化。</translation>
    </message>
    <message>
        <source>A cut needs two different points.</source>
        <translation>切割需要两个不同的点。</translation>
    </message>
    <message>
        <source>The picture is too large for masks: %1 × %2.</source>
        <translation>图片太大，无法使用掩码：%1 × %2。</translation>
    </message>
    <message>
        <source>This shape has no area.</source>
        <translation>此形状没有面积。</translation>
    </message>
</context>
<context>
    <name>plumbline::identity</name>
    <message>
        <source>The library that checks secrets does not start.</source>
        <translation>用于核对密码的库无法启动。</translation>
    </message>
    <message>
        <source>A secret has %1 to %2 characters.</source>
        <translation>密码长度为 %1 到 %2 个字符。</translation>
    </message>
    <message>
        <source>There is not enough memory to set a secret.</source>
        <translation>内存不足，无法设置密码。</translation>
    </message>
    <message>
        <source>What the secret is checked against is damaged; a lead sets the secret anew.</source>
        <translation>用于核对密码的数据已损坏；请由负责人重新设置密码。</translation>
    </message>
    <message>
        <source>There is no file %1 with a secret.</source>
        <translation>没有含密码的文件 %1。</translation>
    </message>
    <message>
        <source>Others on this machine can read the secret in %1. Choose another secret, and take the rights away from its file (chmod 600).</source>
        <translation>此电脑上的其他人可以读取 %1 中的密码。请改用其他密码，并收回他人对该文件的权限（chmod 600）。</translation>
    </message>
    <message>
        <source>The first line of %1 is empty; it should be the secret.</source>
        <translation>%1 的第一行为空；该行应为密码。</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>%1 has no secret in this project; a lead sets one with “member set”.</source>
        <translation>%1 在此项目中没有密码；请由负责人用“member set”设置。</translation>
    </message>
    <message>
        <source>This is not the secret of %1.</source>
        <translation>这不是 %1 的密码。</translation>
    </message>
    <message>
        <source>%1 is no member of this project.</source>
        <translation>%1 不是此项目的成员。</translation>
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
    <message>
        <source>%1 holds %2-bit numbers, which have no colours of their own; only the image view shows them.</source>
        <translation>%1 含有 %2 位数值，本身没有颜色；只有图片视图能显示。</translation>
    </message>
</context>
<context>
    <name>plumbline::image::JpegParts</name>
    <message>
        <source>%1 cannot be read any more.</source>
        <translation>%1 已无法读取。</translation>
    </message>
    <message>
        <source>%1 is damaged: its header cannot be read.</source>
        <translation>%1 已损坏：无法读取文件头。</translation>
    </message>
    <message>
        <source>%1 is read from the top to the bottom only.</source>
        <translation>%1 只能从上到下读取。</translation>
    </message>
    <message>
        <source>%1 is damaged and can be shown in part only.</source>
        <translation>%1 已损坏，只能显示一部分。</translation>
    </message>
    <message>
        <source>%1 was changed on the disk while it was open. Open it again.</source>
        <translation>%1 在打开期间被修改。请重新打开。</translation>
    </message>
</context>
<context>
    <name>plumbline::image::PngParts</name>
    <message>
        <source>%1 cannot be read any more.</source>
        <translation>%1 已无法读取。</translation>
    </message>
    <message>
        <source>%1 is damaged: its header cannot be read.</source>
        <translation>%1 已损坏：无法读取文件头。</translation>
    </message>
    <message>
        <source>%1 is interlaced.</source>
        <translation>%1 采用隔行存储。</translation>
    </message>
    <message>
        <source>%1 is read from the top to the bottom only.</source>
        <translation>%1 只能从上到下读取。</translation>
    </message>
    <message>
        <source>%1 is damaged and can be shown in part only.</source>
        <translation>%1 已损坏，只能显示一部分。</translation>
    </message>
    <message>
        <source>%1 was changed on the disk while it was open. Open it again.</source>
        <translation>%1 在打开期间被修改。请重新打开。</translation>
    </message>
</context>
<context>
    <name>plumbline::image::TiffDirectory</name>
    <message>
        <source>%1 is damaged: its header cannot be read.</source>
        <translation>%1 已损坏：无法读取文件头。</translation>
    </message>
    <message>
        <source>%1 is damaged: its tiles have no sensible size.</source>
        <translation>%1 已损坏：图块尺寸不合理。</translation>
    </message>
    <message>
        <source>%1 is a kind of TIFF that cannot be shown.</source>
        <translation>%1 属于无法显示的 TIFF 类型。</translation>
    </message>
    <message>
        <source>%1 is stored in pieces of %2 × %3 pixels, which are too large to be read one by one. Store it in tiles.</source>
        <translation>%1 以 %2 × %3 像素的数据块存储，数据块太大，无法逐块读取。请以图块方式存储。</translation>
    </message>
    <message>
        <source>%1 is damaged: it names more pieces than it can hold.</source>
        <translation>%1 已损坏：所列数据块超出文件所能容纳的数量。</translation>
    </message>
    <message>
        <source>%1 is damaged: the file ends before the picture does.</source>
        <translation>%1 已损坏：文件在图片结束之前就已结束。</translation>
    </message>
    <message>
        <source>%1 is damaged and can be shown in part only.</source>
        <translation>%1 已损坏，只能显示一部分。</translation>
    </message>
</context>
<context>
    <name>plumbline::image::TiffParts</name>
    <message>
        <source>%1 has no such part.</source>
        <translation>%1 没有这个部分。</translation>
    </message>
</context>
<context>
    <name>plumbline::image::WholeParts</name>
    <message>
        <source>This picture is read as a whole only.</source>
        <translation>此图片只能整体读取。</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview</name>
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
    <message>
        <source>Zoom to the selection</source>
        <translation>缩放到所选标注</translation>
    </message>
    <message>
        <source>Minimap</source>
        <translation>缩略导航图</translation>
    </message>
    <message>
        <source>Brightness, contrast, window…</source>
        <translation>亮度、对比度、窗宽窗位…</translation>
    </message>
    <message>
        <source>Pixel under the cursor</source>
        <translation>光标处的像素</translation>
    </message>
    <message>
        <source>Crosshair guides</source>
        <translation>十字参考线</translation>
    </message>
    <message>
        <source>Compare layers over each other</source>
        <translation>叠加比较图层</translation>
    </message>
    <message>
        <source>Compare layers side by side</source>
        <translation>并排比较图层</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>下一处差异</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>上一处差异</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Tag the picture: %1</source>
        <translation>为图片添加标签：%1</translation>
    </message>
    <message>
        <source>The pixels here could not be worked on.</source>
        <translation>无法处理此处的像素。</translation>
    </message>
    <message>
        <source>Click inside the picture.</source>
        <translation>请在图片内单击。</translation>
    </message>
    <message>
        <source>The box lies outside the picture.</source>
        <translation>矩形框位于图片之外。</translation>
    </message>
    <message>
        <source>The box leaves no background around it: draw a smaller one.</source>
        <translation>矩形框四周没有留出背景：请画小一些。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Crosshair by keys: arrows move it, Space clicks</source>
        <translation>键盘十字光标：方向键移动，Space 单击</translation>
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
    <message>
        <source>Paste in place</source>
        <translation>原位粘贴</translation>
    </message>
    <message>
        <source>Select all of the same class</source>
        <translation>选择所有同类标注</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消编组</translation>
    </message>
    <message>
        <source>Bring to the front</source>
        <translation>置于顶层</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>Send to the back</source>
        <translation>置于底层</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>水平居中对齐</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>顶端对齐</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>垂直居中对齐</translation>
    </message>
    <message>
        <source>Align bottom edges</source>
        <translation>底端对齐</translation>
    </message>
    <message>
        <source>Space evenly across</source>
        <translation>水平均匀分布</translation>
    </message>
    <message>
        <source>Space evenly down</source>
        <translation>垂直均匀分布</translation>
    </message>
    <message>
        <source>Turn left by a degree</source>
        <translation>向左旋转 1 度</translation>
    </message>
    <message>
        <source>Turn right by a degree</source>
        <translation>向右旋转 1 度</translation>
    </message>
    <message>
        <source>Turn left by 15 degrees</source>
        <translation>向左旋转 15 度</translation>
    </message>
    <message>
        <source>Turn right by 15 degrees</source>
        <translation>向右旋转 15 度</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>锁定或解锁</translation>
    </message>
    <message>
        <source>Hide these</source>
        <translation>隐藏所选标注</translation>
    </message>
    <message>
        <source>Show these only</source>
        <translation>仅显示所选标注</translation>
    </message>
    <message>
        <source>Show all labels</source>
        <translation>显示全部标注</translation>
    </message>
    <message>
        <source>Snap to other labels, or not</source>
        <translation>开启或关闭吸附到其他标注</translation>
    </message>
    <message>
        <source>Joint: visible or hidden</source>
        <translation>关节：可见或遮挡</translation>
    </message>
    <message>
        <source>Joint: leave out</source>
        <translation>关节：略过</translation>
    </message>
    <message>
        <source>Other skeleton, or loose points</source>
        <translation>切换骨架或散点</translation>
    </message>
    <message>
        <source>Relate the two selected labels</source>
        <translation>关联所选的两个标注</translation>
    </message>
    <message>
        <source>Reverse the arrow</source>
        <translation>反转箭头</translation>
    </message>
    <message>
        <source>Tag the picture…</source>
        <translation>为图片添加标签…</translation>
    </message>
    <message>
        <source>Set the scale from the selected ruler…</source>
        <translation>根据所选标尺设置比例…</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>此处可用的操作</translation>
    </message>
    <message>
        <source>This tool has nothing to set with this key.</source>
        <translation>此工具没有可用此键设置的选项。</translation>
    </message>
    <message>
        <source>Unite shapes, or with the neighbour</source>
        <translation>合并形状，或与相邻形状合并</translation>
    </message>
    <message>
        <source>Cut overlapping shapes out of this one</source>
        <translation>从此形状中减去重叠的形状</translation>
    </message>
    <message>
        <source>Keep what shapes have in common</source>
        <translation>保留形状的公共部分</translation>
    </message>
    <message>
        <source>Turn masks into polygons, shapes into masks</source>
        <translation>掩码转为多边形，形状转为掩码</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>填充孔洞</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>去除斑点</translation>
    </message>
    <message>
        <source>Grow the shape</source>
        <translation>扩大形状</translation>
    </message>
    <message>
        <source>Shrink the shape</source>
        <translation>缩小形状</translation>
    </message>
    <message>
        <source>Smaller tip, less tolerance</source>
        <translation>减小笔头或容差</translation>
    </message>
    <message>
        <source>Larger tip, more tolerance</source>
        <translation>增大笔头或容差</translation>
    </message>
    <message>
        <source>Other tip, other kind of scribble</source>
        <translation>切换笔头或涂画类型</translation>
    </message>
    <message>
        <source>Options of the tool</source>
        <translation>工具选项</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Scale and turn</source>
        <translation>缩放和旋转</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>矩形框</translation>
    </message>
    <message>
        <source>Rotated box</source>
        <translation>旋转框</translation>
    </message>
    <message>
        <source>Ellipse or circle</source>
        <translation>椭圆或圆</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Fill similar colours</source>
        <translation>填充相近颜色</translation>
    </message>
    <message>
        <source>Intelligent scissors</source>
        <translation>智能剪刀</translation>
    </message>
    <message>
        <source>GrabCut</source>
        <translation>GrabCut 抠图</translation>
    </message>
    <message>
        <source>Cut a hole</source>
        <translation>挖孔</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>添加部分</translation>
    </message>
    <message>
        <source>Cut in two</source>
        <translation>切成两部分</translation>
    </message>
    <message>
        <source>Simplify</source>
        <translation>简化</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>关键点</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>Crosshair left by a pixel</source>
        <translation>十字光标左移一个像素</translation>
    </message>
    <message>
        <source>Crosshair right by a pixel</source>
        <translation>十字光标右移一个像素</translation>
    </message>
    <message>
        <source>Crosshair up by a pixel</source>
        <translation>十字光标上移一个像素</translation>
    </message>
    <message>
        <source>Crosshair down by a pixel</source>
        <translation>十字光标下移一个像素</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::BrushTool</name>
    <message>
        <source>There is no mask to erase from here: select one.</source>
        <translation>这里没有可擦除的掩码：请选择一个。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>笔头</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Pen pressure sets the size</source>
        <translation>用笔压控制大小</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::CalibrationPopup</name>
    <message>
        <source>Also for pictures without a scale of their own</source>
        <translation>也用于没有自身比例尺的图片</translation>
    </message>
    <message>
        <source>Scale of the picture</source>
        <translation>图片的比例尺</translation>
    </message>
    <message>
        <source>Length of this line</source>
        <translation>此线的长度</translation>
    </message>
    <message>
        <source>Set the scale</source>
        <translation>设置比例尺</translation>
    </message>
    <message>
        <source>This line is</source>
        <translation>此线长</translation>
    </message>
    <message>
        <source>%1 px, so %2 mm per pixel</source>
        <translation>%1 px，即每像素 %2 毫米</translation>
    </message>
    <message>
        <source>%1 px; say how many millimetres that is</source>
        <translation>%1 px；请输入对应的毫米数</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::Comparison</name>
    <message>
        <source>accepted labels</source>
        <translation>已通过的标注</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>Comparison of two layers</source>
        <translation>比较两个图层</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束比较</translation>
    </message>
    <message>
        <source>Layer to compare with</source>
        <translation>要比较的图层</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>%1: only in mine</source>
        <translation>%1：仅我的图层有</translation>
    </message>
    <message>
        <source>%1: only in the other</source>
        <translation>%1：仅对方图层有</translation>
    </message>
    <message>
        <source>%1 here, %2 there</source>
        <translation>此处为 %1，对方为 %2</translation>
    </message>
    <message>
        <source>%1: overlap %2</source>
        <translation>%1：重叠 %2</translation>
    </message>
    <message>
        <source>mine (%1)</source>
        <translation>我的（%1）</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>%1 only in mine, %2 only in the other, %3 of another class, %4 of another shape</source>
        <translation>%1 个仅我的图层有，%2 个仅对方图层有，%3 个类别不同，%4 个形状不同</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::ComparisonPane</name>
    <message>
        <source>Loading %1…</source>
        <translation>正在加载 %1…</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>加载 %1</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>无法显示 %1</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::FillTool</name>
    <message>
        <source>Click inside the picture.</source>
        <translation>请在图片内单击。</translation>
    </message>
    <message>
        <source>There is no mask to take from here: select one.</source>
        <translation>这里没有可减去的掩码：请选择一个。</translation>
    </message>
    <message>
        <source>The pixels of this picture cannot be read.</source>
        <translation>无法读取此图片的像素。</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Makes</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Press on a colour; drag sideways for more or less</source>
        <translation>在颜色上按住；左右拖动可增减范围</translation>
    </message>
    <message>
        <source>Tolerance %1</source>
        <translation>容差 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::GrabCutTool</name>
    <message>
        <source>Drag a box around the thing, at least 8 × 8 pixels.</source>
        <translation>请围绕目标拖出一个框，至少 8 × 8 像素。</translation>
    </message>
    <message>
        <source>The pixels of this picture cannot be read.</source>
        <translation>无法读取此图片的像素。</translation>
    </message>
    <message>
        <source>GrabCut</source>
        <translation>GrabCut 抠图</translation>
    </message>
    <message>
        <source>Nothing stands out in the box: scribble over what belongs to it.</source>
        <translation>框内没有突出的目标：请涂画属于目标的部分。</translation>
    </message>
    <message>
        <source>Makes</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Scribbles</source>
        <translation>涂画</translation>
    </message>
    <message>
        <source>Belongs to it</source>
        <translation>属于目标</translation>
    </message>
    <message>
        <source>Does not</source>
        <translation>不属于目标</translation>
    </message>
    <message>
        <source>Drag a box around the thing</source>
        <translation>围绕目标拖出一个框</translation>
    </message>
    <message>
        <source>Scribble to correct; Enter keeps it</source>
        <translation>涂画以修正；按 Enter 保留</translation>
    </message>
    <message>
        <source>Looking for the outline…</source>
        <translation>正在查找轮廓…</translation>
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
    <message>
        <source>An ellipse needs at least 2 × 2 pixels.</source>
        <translation>椭圆至少需要 2 × 2 像素。</translation>
    </message>
    <message>
        <source>An arrow is copied together with what it joins.</source>
        <translation>箭头须与其连接的标注一起复制。</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>旋转 %1</translation>
    </message>
    <message>
        <source>Drag a box for the whole skeleton, or click its joints one by one.</source>
        <translation>拖出一个框以放置整个骨架，或逐个单击关节。</translation>
    </message>
    <message>
        <source>Loose points.</source>
        <translation>散点。</translation>
    </message>
    <message>
        <source>Skeleton “%1”.</source>
        <translation>骨架“%1”。</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>被遮挡</translation>
    </message>
    <message>
        <source>point %1</source>
        <translation>点 %1</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 / %2：%3</translation>
    </message>
    <message>
        <source>No point has been placed.</source>
        <translation>尚未放置任何点。</translation>
    </message>
    <message>
        <source>the corner next</source>
        <translation>接下来是角点</translation>
    </message>
    <message>
        <source>Measure an angle</source>
        <translation>测量角度</translation>
    </message>
    <message>
        <source>Measure a length</source>
        <translation>测量长度</translation>
    </message>
    <message>
        <source>A ruler needs two ends.</source>
        <translation>标尺需要两个端点。</translation>
    </message>
    <message>
        <source>An angle needs three points: the end of an arm, the corner, the end of the other arm.</source>
        <translation>角度需要三个点：一条边的端点、角点、另一条边的端点。</translation>
    </message>
    <message>
        <source>Points snap to other labels; hold Ctrl to place one freely.</source>
        <translation>点会吸附到其他标注；按住 Ctrl 可自由放置。</translation>
    </message>
    <message>
        <source>Points do not snap.</source>
        <translation>点不吸附。</translation>
    </message>
    <message>
        <source>Click a joint with the select tool first.</source>
        <translation>请先用选择工具单击一个关节。</translation>
    </message>
    <message>
        <source>This belongs to the key point tool.</source>
        <translation>此命令属于关键点工具。</translation>
    </message>
    <message>
        <source>Select two or more labels to align.</source>
        <translation>请选择两个或更多标注进行对齐。</translation>
    </message>
    <message>
        <source>Select three or more labels to space them evenly.</source>
        <translation>请选择三个或更多标注进行等距分布。</translation>
    </message>
    <message>
        <source>Bring %1 to the front</source>
        <translation>将 %1 置于顶层</translation>
    </message>
    <message>
        <source>Send %1 to the back</source>
        <translation>将 %1 置于底层</translation>
    </message>
    <message>
        <source>Raise %1</source>
        <translation>上移 %1</translation>
    </message>
    <message>
        <source>Lower %1</source>
        <translation>下移 %1</translation>
    </message>
    <message>
        <source>The class of a box does not allow rotated boxes; it stays upright.</source>
        <translation>矩形框的类别不允许旋转框；该框保持水平。</translation>
    </message>
    <message>
        <source>Select two or more labels to group.</source>
        <translation>请选择两个或更多标注进行编组。</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>编组 %1</translation>
    </message>
    <message>
        <source>The selection holds no group.</source>
        <translation>所选内容中没有编组。</translation>
    </message>
    <message>
        <source>Ungroup %1</source>
        <translation>取消编组 %1</translation>
    </message>
    <message>
        <source>Unlocked.</source>
        <translation>已解锁。</translation>
    </message>
    <message>
        <source>Locked: nothing changes it, and clicks inside it pass through.</source>
        <translation>已锁定：无法修改，在其内部单击会穿过它。</translation>
    </message>
    <message>
        <source>All labels are shown.</source>
        <translation>已显示全部标注。</translation>
    </message>
    <message>
        <source>This arrow is there already.</source>
        <translation>此箭头已存在。</translation>
    </message>
    <message>
        <source>Relate labels</source>
        <translation>关联标注</translation>
    </message>
    <message>
        <source>Select the two labels that an arrow joins.</source>
        <translation>请选择箭头要连接的两个标注。</translation>
    </message>
    <message>
        <source>Select an arrow first.</source>
        <translation>请先选择一个箭头。</translation>
    </message>
    <message>
        <source>Reverse the arrow</source>
        <translation>反转箭头</translation>
    </message>
    <message>
        <source>“%1” is not for whole pictures.</source>
        <translation>“%1”不能用于整张图片。</translation>
    </message>
    <message>
        <source>Remove the tag %1</source>
        <translation>移除标签 %1</translation>
    </message>
    <message>
        <source>Tag the picture %1</source>
        <translation>为图片添加标签 %1</translation>
    </message>
    <message>
        <source>This line has no length.</source>
        <translation>此线没有长度。</translation>
    </message>
    <message>
        <source>Set the scale</source>
        <translation>设置比例尺</translation>
    </message>
    <message numerus="yes">
        <source>%n corner(s)</source>
        <translation>
            <numerusform>%n 个角点</numerusform>
        </translation>
    </message>
    <message>
        <source>A line needs two points.</source>
        <translation>线至少需要两个点。</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Tag the picture…</source>
        <translation>为图片添加标签…</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>The label schema has no class for whole pictures.</source>
        <translation>标注规范中没有用于整张图片的类别。</translation>
    </message>
    <message>
        <source>Draw a ruler along something whose length you know, and keep it selected.</source>
        <translation>请沿已知长度的物体画一条标尺，并保持选中。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>An arrow starts at a label: press on one and drag to another.</source>
        <translation>箭头从标注开始：请在一个标注上按住并拖到另一个标注。</translation>
    </message>
    <message>
        <source>An arrow ends at another label.</source>
        <translation>箭头须在另一个标注上结束。</translation>
    </message>
    <message>
        <source>A side needs at least 2 pixels.</source>
        <translation>边长至少需要 2 像素。</translation>
    </message>
    <message>
        <source>Click how deep the box is: at least 2 pixels from its first side.</source>
        <translation>请单击确定框的深度：距第一条边至少 2 像素。</translation>
    </message>
    <message>
        <source>Too few points would be left; press Del again to delete all of it.</source>
        <translation>剩余的点太少；再按一次 Del 可全部删除。</translation>
    </message>
    <message>
        <source>Click a joint first.</source>
        <translation>请先单击一个关节。</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>There are no labels to paste; copy some with {image.copy} first.</source>
        <translation>没有可粘贴的标注；请先用 {image.copy} 复制。</translation>
    </message>
    <message>
        <source>Finish these points first, with {image.finish}, or drop them with {image.cancel}.</source>
        <translation>请先用 {image.finish} 完成这些点，或用 {image.cancel} 放弃。</translation>
    </message>
    <message>
        <source>{image.measure.calibrate} says how long this line really is: then lengths are shown in millimetres.</source>
        <translation>{image.measure.calibrate} 用于指定此线的实际长度：之后长度以毫米显示。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) hidden; {image.showAll} shows them again.</source>
        <translation>
            <numerusform>已隐藏 %n 个标注；{image.showAll} 可重新显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only these are shown; {image.solo} shows the others.</source>
        <translation>仅显示所选标注；{image.solo} 可显示其他标注。</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>关系名称</translation>
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
    <message>
        <source>This picture has one layer of labels; there is nothing to compare.</source>
        <translation>此图片只有一个标注图层，无从比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>已隐藏 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a label to zoom to it.</source>
        <translation>请选择要缩放到的标注。</translation>
    </message>
    <message>
        <source>{item.cannotLabel} reports it as “cannot label”; {item.next} goes on to the next item.</source>
        <translation>{item.cannotLabel} 将其报告为“无法标注”；{item.next} 转到下一个条目。</translation>
    </message>
    <message>
        <source>Arrows move the crosshair, Shift far, Ctrl by a pixel. Space clicks; held, it drags. The mouse takes over when it moves.</source>
        <translation>方向键移动十字光标，加 Shift 移得更远，加 Ctrl 移动一个像素。Space 单击，按住则拖动。移动鼠标即改由鼠标控制。</translation>
    </message>
    <message>
        <source>The arrows move what is selected; F4 gives them to the crosshair.</source>
        <translation>方向键移动所选标注；按 F4 改为移动十字光标。</translation>
    </message>
    <message>
        <source>Arrows move the crosshair with every tool; Space is the mouse button.</source>
        <translation>使用任何工具时方向键都移动十字光标；Space 相当于鼠标按钮。</translation>
    </message>
    <message>
        <source>Arrows move what is selected; with a drawing tool they move the crosshair.</source>
        <translation>方向键移动所选标注；使用绘制工具时移动十字光标。</translation>
    </message>
    <message>
        <source>Draw with {image.tool.box} (box) or {image.tool.polygon} (polygon), or press {label.prelabel} to let a model propose.</source>
        <translation>用 {image.tool.box}（矩形框）或 {image.tool.polygon}（多边形）绘制，或按 {label.prelabel} 由模型提出建议。</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::KeyCursor</name>
    <message>
        <source>Crosshair</source>
        <translation>十字光标</translation>
    </message>
    <message>
        <source>%1, %2 in the picture</source>
        <translation>图片中的 %1, %2</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::LiveWire</name>
    <message>
        <source>Click inside the picture.</source>
        <translation>请在图片内单击。</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::RegionEdits</name>
    <message>
        <source>label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>“%1” is labelled with: %2.</source>
        <translation>“%1”可用的标注形状：%2。</translation>
    </message>
    <message>
        <source>Paint %1</source>
        <translation>涂绘 %1</translation>
    </message>
    <message>
        <source>Erase all of %1</source>
        <translation>擦除整个 %1</translation>
    </message>
    <message>
        <source>Erase from %1</source>
        <translation>从 %1 中擦除</translation>
    </message>
    <message>
        <source>Nothing was found here.</source>
        <translation>此处没有找到内容。</translation>
    </message>
    <message>
        <source>Select a shape with an area first.</source>
        <translation>请先选择一个有面积的形状。</translation>
    </message>
    <message>
        <source>Nothing would be left of %1.</source>
        <translation>%1 将不剩任何部分。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 个标注</numerusform>
        </translation>
    </message>
    <message>
        <source>No other shape overlaps or touches %1. Select several shapes, or one that has a neighbour.</source>
        <translation>没有其他形状与 %1 重叠或相接。请选择多个形状，或选择有相邻形状的形状。</translation>
    </message>
    <message>
        <source>Nothing changes: the shapes do not overlap.</source>
        <translation>没有变化：这些形状不重叠。</translation>
    </message>
    <message>
        <source>Unite with %1</source>
        <translation>与 %1 合并</translation>
    </message>
    <message>
        <source>Cut the others out of %1</source>
        <translation>从 %1 中减去其他形状</translation>
    </message>
    <message>
        <source>Keep what %1 has in common</source>
        <translation>仅保留 %1 的公共部分</translation>
    </message>
    <message>
        <source>Convert %1</source>
        <translation>转换 %1</translation>
    </message>
    <message>
        <source>Nothing would be left.</source>
        <translation>将不剩任何部分。</translation>
    </message>
    <message>
        <source>Fill the holes of %1</source>
        <translation>填充 %1 的孔洞</translation>
    </message>
    <message>
        <source>There are no holes.</source>
        <translation>没有孔洞。</translation>
    </message>
    <message>
        <source>Remove the specks of %1</source>
        <translation>去除 %1 的碎块</translation>
    </message>
    <message>
        <source>There are no parts below %1 square pixels.</source>
        <translation>没有小于 %1 平方像素的部分。</translation>
    </message>
    <message>
        <source>Grow %1</source>
        <translation>扩展 %1</translation>
    </message>
    <message>
        <source>Shrink %1</source>
        <translation>收缩 %1</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>没有变化。</translation>
    </message>
    <message>
        <source>Select the shape to cut, or draw the line across it.</source>
        <translation>请选择要切割的形状，或画一条线横穿该形状。</translation>
    </message>
    <message>
        <source>The line does not cut through.</source>
        <translation>此线没有切穿形状。</translation>
    </message>
    <message>
        <source>Cut %1 in two</source>
        <translation>将 %1 切成两部分</translation>
    </message>
    <message>
        <source>Cut a hole into %1</source>
        <translation>在 %1 中挖孔</translation>
    </message>
    <message>
        <source>The hole lies outside of the shape.</source>
        <translation>孔洞位于形状之外。</translation>
    </message>
    <message>
        <source>Select the one shape that gets another part.</source>
        <translation>请选择一个要添加部分的形状。</translation>
    </message>
    <message>
        <source>Add a part to %1</source>
        <translation>为 %1 添加部分</translation>
    </message>
    <message>
        <source>The part lies inside the shape already.</source>
        <translation>该部分已在形状之内。</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::RingTool</name>
    <message>
        <source>Select the shape that gets the hole first.</source>
        <translation>请先选择要挖孔的形状。</translation>
    </message>
    <message>
        <source>Select the shape that gets another part first.</source>
        <translation>请先选择要添加部分的形状。</translation>
    </message>
    <message>
        <source>An area needs three corners.</source>
        <translation>区域至少需要三个角点。</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::ScissorsTool</name>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Set at least two points along the edge.</source>
        <translation>请沿边缘至少设置两个点。</translation>
    </message>
    <message>
        <source>Makes</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Click on an edge to begin</source>
        <translation>在边缘上单击以开始</translation>
    </message>
    <message>
        <source>Click along the edge; Enter closes</source>
        <translation>沿边缘单击；按 Enter 闭合</translation>
    </message>
    <message>
        <source>Looking for edges…</source>
        <translation>正在查找边缘…</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::SimplifyTool</name>
    <message>
        <source>Select a polygon, a mask or a line first.</source>
        <translation>请先选择多边形、掩码或折线。</translation>
    </message>
    <message>
        <source>%1 corners became %2.</source>
        <translation>%1 个角点简化为 %2 个。</translation>
    </message>
    <message>
        <source>Simplify</source>
        <translation>简化</translation>
    </message>
    <message>
        <source>Nothing changes at this tolerance.</source>
        <translation>在此容差下没有变化。</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Select a polygon, a mask or a line</source>
        <translation>选择多边形、掩码或折线</translation>
    </message>
    <message>
        <source>%1 → %2 corners; Enter keeps it</source>
        <translation>%1 → %2 个角点；按 Enter 保留</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::SplitTool</name>
    <message>
        <source>A cut needs two different points.</source>
        <translation>切割需要两个不同的点。</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::TagBar</name>
    <message>
        <source>Show all labels</source>
        <translation>显示全部标注</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>A model says “%1”: Y accepts it</source>
        <translation>模型判断为“%1”：按 Y 接受</translation>
    </message>
    <message>
        <source>The whole picture is “%1”</source>
        <translation>整张图片为“%1”</translation>
    </message>
    <message>
        <source>Tags of the picture</source>
        <translation>图片的标签</translation>
    </message>
</context>
<context>
    <name>plumbline::imageview::ToolOptionsBar</name>
    <message>
        <source>Options of the tool</source>
        <translation>工具选项</translation>
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
    <message>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>ruler</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Made under another calibration (%1, now %2)</source>
        <translation>基于另一标定创建（%1，现为 %2）</translation>
    </message>
    <message>
        <source>back %1 cm too far</source>
        <translation>后端超出 %1 cm</translation>
    </message>
    <message>
        <source>front %1 cm too far</source>
        <translation>前端超出 %1 cm</translation>
    </message>
    <message>
        <source>right %1 cm too far</source>
        <translation>右侧超出 %1 cm</translation>
    </message>
    <message>
        <source>left %1 cm too far</source>
        <translation>左侧超出 %1 cm</translation>
    </message>
    <message>
        <source>bottom %1 cm too low</source>
        <translation>底部偏低 %1 cm</translation>
    </message>
    <message>
        <source>top %1 cm too high</source>
        <translation>顶部偏高 %1 cm</translation>
    </message>
    <message>
        <source>back %1 cm too near</source>
        <translation>后端不足 %1 cm</translation>
    </message>
    <message>
        <source>front %1 cm too near</source>
        <translation>前端不足 %1 cm</translation>
    </message>
    <message>
        <source>right %1 cm too near</source>
        <translation>右侧不足 %1 cm</translation>
    </message>
    <message>
        <source>left %1 cm too near</source>
        <translation>左侧不足 %1 cm</translation>
    </message>
    <message>
        <source>bottom %1 cm too high</source>
        <translation>底部偏高 %1 cm</translation>
    </message>
    <message>
        <source>top %1 cm too low</source>
        <translation>顶部偏低 %1 cm</translation>
    </message>
    <message>
        <source>front and back mixed up</source>
        <translation>前后颠倒</translation>
    </message>
    <message>
        <source>heading %1° off</source>
        <translation>朝向偏差 %1°</translation>
    </message>
    <message>
        <source>Belongs to it: %1</source>
        <translation>属于物体的部分：%1</translation>
    </message>
    <message>
        <source>The whole object, hidden parts too</source>
        <translation>整个物体，包括被遮挡的部分</translation>
    </message>
    <message>
        <source>Only what is seen of it</source>
        <translation>仅物体的可见部分</translation>
    </message>
    <message>
        <source>Heading: %1</source>
        <translation>朝向：%1</translation>
    </message>
    <message>
        <source>Fewest points: %1</source>
        <translation>最少点数：%1</translation>
    </message>
    <message>
        <source>Up to %1 m away</source>
        <translation>距离不超过 %1 m</translation>
    </message>
    <message>
        <source>About %1 × %2 × %3 m</source>
        <translation>约 %1 × %2 × %3 m</translation>
    </message>
    <message>
        <source>adjudicated</source>
        <translation>已仲裁</translation>
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
    <message>
        <source>breaks a rule</source>
        <translation>违反规则</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels::AttributeSteps</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>回答 %1</translation>
    </message>
    <message>
        <source>Mark as sure</source>
        <translation>标为确定</translation>
    </message>
    <message>
        <source>Mark as unsure</source>
        <translation>标为不确定</translation>
    </message>
    <message>
        <source>Make an object</source>
        <translation>设为物体</translation>
    </message>
    <message>
        <source>Make an ignore region</source>
        <translation>设为忽略区域</translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels::HistoryModel</name>
    <message>
        <source>%1, by %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1, by %2, %3, taken back</source>
        <translation>%1，%2，%3，已撤回</translation>
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
    <message>
        <source>Stopped after %1</source>
        <translation>已停止，用时 %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation>已完成，用时 %1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1，用时 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels::RuleFindings</name>
    <message>
        <source>Label rules</source>
        <translation>标注规则</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
</context>
<context>
    <name>plumbline::itemmodels::SchemaDraft</name>
    <message>
        <source>new class</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>属性</translation>
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
    <name>plumbline::kitti3d</name>
    <message>
        <source>KITTI 3D objects and tracking</source>
        <translation>KITTI 3D 物体与跟踪</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>A label of KITTI has 15 to 18 columns, this line has %1.</source>
        <translation>KITTI 标注应有 15 到 18 列，此行有 %1 列。</translation>
    </message>
    <message>
        <source>Its frame or its track is no number.</source>
        <translation>其帧号或轨迹号不是数字。</translation>
    </message>
    <message>
        <source>It has no class.</source>
        <translation>它没有类别。</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
</context>
<context>
    <name>plumbline::kitti3d::Reader</name>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>None of the text files has labels of KITTI&apos;s 3D objects.</source>
        <translation>这些文本文件都不含 KITTI 3D 物体的标注。</translation>
    </message>
    <message>
        <source>The scenes do not say where the rectified frame of KITTI is; it was taken from the camera, so boxes may be off by some centimetres.</source>
        <translation>场景没有说明 KITTI 校正坐标系的位置，已采用相机的位置，因此框可能偏差数厘米。</translation>
    </message>
    <message>
        <source>%1 label files have no calibrated scene; their boxes stay in the camera&apos;s frame.</source>
        <translation>%1 个标注文件没有已标定的场景，其中的框保留在相机坐标系中。</translation>
    </message>
    <message>
        <source>The line is too long.</source>
        <translation>此行过长。</translation>
    </message>
    <message>
        <source>%1 more lines were left out.</source>
        <translation>另有 %1 行已略过。</translation>
    </message>
    <message>
        <source>Its columns are not those of the lines before.</source>
        <translation>其列与前面各行不同。</translation>
    </message>
    <message>
        <source>Its box has no size.</source>
        <translation>它的框没有尺寸。</translation>
    </message>
    <message>
        <source>It has neither a box in space nor one in the picture.</source>
        <translation>它既没有空间中的框，也没有图片中的框。</translation>
    </message>
    <message>
        <source>Its scene has no frame %1.</source>
        <translation>其场景没有第 %1 帧。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1 It was left out.</source>
        <translation>%1 已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::kitti3d::Writer</name>
    <message>
        <source>Their place in the camera&apos;s frame is not known; they are left out.</source>
        <translation>它们在相机坐标系中的位置未知，会略过。</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>labels without a frame of their scene</source>
        <translation>不属于场景任何一帧的标注</translation>
    </message>
    <message>
        <source>cuboids that are not upright for the camera</source>
        <translation>相对于相机不直立的长方体</translation>
    </message>
    <message>
        <source>They are written upright.</source>
        <translation>它们按直立写出。</translation>
    </message>
    <message>
        <source>labels whose class has blanks in its name</source>
        <translation>类别名称含空格的标注</translation>
    </message>
    <message>
        <source>The blanks are written as underscores.</source>
        <translation>空格写出为下划线。</translation>
    </message>
    <message>
        <source>ignore regions</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>They are written as ordinary objects.</source>
        <translation>它们写出为普通物体。</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>boxes of cuboids in the pictures of other cameras</source>
        <translation>长方体在其他相机图片中的框</translation>
    </message>
</context>
<context>
    <name>plumbline::kittiraw</name>
    <message>
        <source>KITTI raw tracklets</source>
        <translation>KITTI 原始数据 tracklets</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>tracks with gaps</source>
        <translation>有间断的轨迹</translation>
    </message>
    <message>
        <source>Each part without a gap becomes an object of its own.</source>
        <translation>每个无间断的部分成为单独的物体。</translation>
    </message>
    <message>
        <source>boxes of another size than their track&apos;s first</source>
        <translation>尺寸与所属轨迹的第一个框不同的框</translation>
    </message>
    <message>
        <source>They get the size of the first.</source>
        <translation>它们采用第一个框的尺寸。</translation>
    </message>
    <message>
        <source>labels of another class than their track&apos;s first</source>
        <translation>类别与所属轨迹的第一个标注不同的标注</translation>
    </message>
    <message>
        <source>They get the class of the first.</source>
        <translation>它们采用第一个标注的类别。</translation>
    </message>
    <message>
        <source>answers that KITTI has no number for</source>
        <translation>KITTI 中没有编号的回答</translation>
    </message>
    <message>
        <source>They are written as unset.</source>
        <translation>它们写出为未设置。</translation>
    </message>
    <message>
        <source>%1 is missing or no number.</source>
        <translation>%1 缺失或不是数字。</translation>
    </message>
    <message>
        <source>Its size is not above 0.</source>
        <translation>其尺寸不大于 0。</translation>
    </message>
    <message>
        <source>Its rotation is no number.</source>
        <translation>其旋转不是数字。</translation>
    </message>
</context>
<context>
    <name>plumbline::kittiraw::Reader</name>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>There is no %1 in %2.</source>
        <translation>%2 中没有 %1。</translation>
    </message>
    <message>
        <source>A tag has more than %1 attributes.</source>
        <translation>有一个标签的属性超过 %1 个。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>The file is broken here; what came before was read.</source>
        <translation>文件在此处损坏；此前的内容已读取。</translation>
    </message>
    <message>
        <source>The file says it has %1 tracklets; it has %2.</source>
        <translation>文件标明有 %1 个 tracklet，实际有 %2 个。</translation>
    </message>
    <message>
        <source>The document declares a type of its own; it was left out.</source>
        <translation>文档声明了自己的类型；该声明已略过。</translation>
    </message>
    <message>
        <source>It has no tracklets.</source>
        <translation>它没有 tracklets。</translation>
    </message>
    <message>
        <source>It has no objectType.</source>
        <translation>它没有 objectType。</translation>
    </message>
    <message>
        <source>first_frame is missing or no frame.</source>
        <translation>first_frame 缺失或不是帧号。</translation>
    </message>
    <message>
        <source>The scene has no frame %1.</source>
        <translation>场景没有第 %1 帧。</translation>
    </message>
</context>
<context>
    <name>plumbline::labelcloud</name>
    <message>
        <source>vertices[%1] is no list of three numbers.</source>
        <translation>vertices[%1] 不是三个数字的列表。</translation>
    </message>
    <message>
        <source>vertices is no list of eight corners.</source>
        <translation>vertices 不是八个角点的列表。</translation>
    </message>
    <message>
        <source>Its vertices are not the corners of a box.</source>
        <translation>其 vertices 不是一个框的角点。</translation>
    </message>
    <message>
        <source>Its rotation is no number.</source>
        <translation>其旋转不是数字。</translation>
    </message>
    <message>
        <source>Form of the boxes</source>
        <translation>框的形式</translation>
    </message>
    <message>
        <source>Angles in the files</source>
        <translation>文件中的角度</translation>
    </message>
    <message>
        <source>labelCloud JSON</source>
        <translation>labelCloud JSON</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
</context>
<context>
    <name>plumbline::labelcloud::Reader</name>
    <message>
        <source>There are no label files of labelCloud in %1.</source>
        <translation>%1 中没有 labelCloud 的标注文件。</translation>
    </message>
    <message>
        <source>Labels of single points are not read.</source>
        <translation>不读取单个点的标注。</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>Nothing says whether angles are degrees or radians, and all could be both; they were taken for radians. The option “rotations” decides.</source>
        <translation>没有说明角度是度还是弧度，且所有角度两者皆有可能；已按弧度处理。可用选项“rotations”指定。</translation>
    </message>
    <message>
        <source>It has no list “objects”; the file was left out.</source>
        <translation>它没有列表“objects”；该文件已略过。</translation>
    </message>
    <message>
        <source>The scene has no sweep of this name; its labels were left out.</source>
        <translation>场景没有此名称的扫描，其标注已略过。</translation>
    </message>
    <message>
        <source>The file breaks off; what came before was read.</source>
        <translation>文件不完整；已读取中断之前的内容。</translation>
    </message>
    <message>
        <source>The file ends inside it.</source>
        <translation>文件在其中间结束。</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>它没有名称。</translation>
    </message>
</context>
<context>
    <name>plumbline::labelme</name>
    <message>
        <source>Labelme and X-AnyLabeling JSON</source>
        <translation>Labelme 和 X-AnyLabeling JSON</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 has no JSON files.</source>
        <translation>%1 中没有 JSON 文件。</translation>
    </message>
    <message>
        <source>It has no points; it was left out.</source>
        <translation>它没有点，已略过。</translation>
    </message>
    <message>
        <source>It is no pair of finite numbers; the label was left out.</source>
        <translation>它不是一对有限数值；该标注已略过。</translation>
    </message>
    <message>
        <source>A rectangle has two or four points, this one %1; it was left out.</source>
        <translation>矩形有两个或四个点，此矩形有 %1 个；已略过。</translation>
    </message>
    <message>
        <source>They name no rectangle for the mask; it was left out.</source>
        <translation>这些点不能为掩码确定矩形；已略过。</translation>
    </message>
    <message>
        <source>The mask has no picture; it was left out.</source>
        <translation>掩码没有图片，已略过。</translation>
    </message>
    <message>
        <source>The mask cannot be read; it was left out.</source>
        <translation>掩码无法读取，已略过。</translation>
    </message>
    <message>
        <source>The mask has %1 × %2 pixels and its points say %3 × %4; it was left out.</source>
        <translation>掩码为 %1 × %2 像素，而其点表示 %3 × %4；已略过。</translation>
    </message>
    <message>
        <source>The mask is no PNG picture; it was left out.</source>
        <translation>掩码不是 PNG 图片，已略过。</translation>
    </message>
    <message>
        <source>The mask&apos;s picture is broken; it was left out.</source>
        <translation>掩码的图片已损坏，已略过。</translation>
    </message>
    <message>
        <source>A shape of type “%1” has %2, this one %3; it was left out.</source>
        <translation>类型为“%1”的形状应有%2，此形状有 %3 个点；已略过。</translation>
    </message>
    <message>
        <source>four points</source>
        <translation>四个点</translation>
    </message>
    <message>
        <source>three points or more</source>
        <translation>三个或更多点</translation>
    </message>
    <message>
        <source>two points</source>
        <translation>两个点</translation>
    </message>
    <message>
        <source>two points or more</source>
        <translation>两个或更多点</translation>
    </message>
    <message>
        <source>one point</source>
        <translation>一个点</translation>
    </message>
    <message>
        <source>“%1” is no shape that can be read; it was left out.</source>
        <translation>“%1”不是可读取的形状，已略过。</translation>
    </message>
    <message>
        <source>It is no text; the label was left out.</source>
        <translation>它不是文本；该标注已略过。</translation>
    </message>
    <message>
        <source>%1 The label was left out.</source>
        <translation>%1该标注已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::labelme::Reader</name>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>None of the JSON files is a Labelme annotation.</source>
        <translation>没有任何 JSON 文件是 Labelme 标注。</translation>
    </message>
    <message>
        <source>It is no Labelme file; it was left out.</source>
        <translation>它不是 Labelme 文件，已略过。</translation>
    </message>
    <message>
        <source>The file is cut off or broken; what came before was read.</source>
        <translation>文件被截断或已损坏；此前的内容已读取。</translation>
    </message>
    <message>
        <source>%1 The label was left out.</source>
        <translation>%1该标注已略过。</translation>
    </message>
    <message>
        <source>It is no object; it was left out.</source>
        <translation>它不是对象，已略过。</translation>
    </message>
    <message>
        <source>The path leads out of the data set; only the picture&apos;s name was used. Name the folder of the pictures.</source>
        <translation>路径指向数据集之外；只使用了图片名称。请指定图片所在的文件夹。</translation>
    </message>
    <message>
        <source>It names no picture; the JSON file&apos;s own name was taken.</source>
        <translation>它没有指明图片；已采用 JSON 文件自身的名称。</translation>
    </message>
    <message>
        <source>Another file is about “%1” too; the labels of both were kept.</source>
        <translation>另有文件也对应“%1”；两者的标注都予以保留。</translation>
    </message>
    <message>
        <source>The picture inside the file is not kept; only its labels are.</source>
        <translation>文件内嵌的图片不予保留，只保留其标注。</translation>
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
        <source>It has no class name; it was left out.</source>
        <translation>它没有类别名称，已略过。</translation>
    </message>
    <message>
        <source>Some link of this file names a group that no label or several have; links are kept but not shown.</source>
        <translation>此文件的某个关联指向的分组不属于任何标注或属于多个标注；关联予以保留但不显示。</translation>
    </message>
</context>
<context>
    <name>plumbline::labelme::Writer</name>
    <message>
        <source>Writing annotations</source>
        <translation>正在写出标注</translation>
    </message>
    <message>
        <source>Cannot make the folder of %1.</source>
        <translation>无法创建 %1 所在的文件夹。</translation>
    </message>
    <message>
        <source>They are written as polygons with four corners; X-AnyLabeling&apos;s dialect has rotated boxes.</source>
        <translation>它们写出为四个角点的多边形；X-AnyLabeling 变体支持旋转框。</translation>
    </message>
    <message>
        <source>They are written as polygons with %1 corners.</source>
        <translation>它们写出为 %1 个角点的多边形。</translation>
    </message>
    <message>
        <source>polygons of several parts</source>
        <translation>由多个部分组成的多边形</translation>
    </message>
    <message>
        <source>They are written as several polygons of one group.</source>
        <translation>它们写出为同一分组的多个多边形。</translation>
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
        <source>Their holes are filled.</source>
        <translation>孔洞会被填充。</translation>
    </message>
    <message>
        <source>Which joint a point is and whether it is hidden are left out, and so are points that are not labeled.</source>
        <translation>点属于哪个关节、是否被遮挡，以及未标注的点都会略过。</translation>
    </message>
    <message>
        <source>They are written as single points of one group.</source>
        <translation>它们写出为同一分组的单个点。</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>labels with a drawing order</source>
        <translation>带绘制顺序的标注</translation>
    </message>
    <message>
        <source>The order is left out.</source>
        <translation>该顺序会略过。</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Values that are unset or “cannot tell” are left out.</source>
        <translation>未设置或为“无法判断”的值会略过。</translation>
    </message>
    <message>
        <source>Numbers are written as text.</source>
        <translation>数字写出为文本。</translation>
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
        <source>names of relations</source>
        <translation>关系的名称</translation>
    </message>
</context>
<context>
    <name>plumbline::labelstudio</name>
    <message>
        <source>Label Studio JSON</source>
        <translation>Label Studio JSON</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 has no files of Label Studio.</source>
        <translation>%1 中没有 Label Studio 文件。</translation>
    </message>
    <message>
        <source>The picture of the brush has no size or too large a one.</source>
        <translation>画笔的图片没有尺寸或尺寸过大。</translation>
    </message>
    <message>
        <source>The brush has no run lengths.</source>
        <translation>画笔没有游程长度。</translation>
    </message>
    <message>
        <source>The run lengths of the brush are not bytes.</source>
        <translation>画笔的游程长度不是字节。</translation>
    </message>
    <message>
        <source>The brush is not of a picture of %1 × %2 pixels.</source>
        <translation>画笔不对应 %1 × %2 像素的图片。</translation>
    </message>
    <message>
        <source>The run lengths of the brush do not fill its picture.</source>
        <translation>画笔的游程长度没有填满图片。</translation>
    </message>
    <message>
        <source>It is missing or no finite number; the label was left out.</source>
        <translation>它缺失或不是有限数值；该标注已略过。</translation>
    </message>
    <message>
        <source>It is no pair of numbers; the label was left out.</source>
        <translation>它不是一对数值；该标注已略过。</translation>
    </message>
    <message>
        <source>“%1” is no shape that can be read; it was left out.</source>
        <translation>“%1”不是可读取的形状，已略过。</translation>
    </message>
    <message>
        <source>The point is no pair of finite numbers; it was left out.</source>
        <translation>该点不是一对有限数值，已略过。</translation>
    </message>
    <message>
        <source>%1 The label was left out.</source>
        <translation>%1 该标注已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::labelstudio::Reader</name>
    <message>
        <source>None of the JSON files holds tasks of Label Studio.</source>
        <translation>这些 JSON 文件都不含 Label Studio 的任务。</translation>
    </message>
    <message>
        <source>%1 tasks have labels of several people or models; one of each was read, the others are kept. Name one with the option “annotator”: %2.</source>
        <translation>%1 个任务有多人或多个模型的标注；每个任务读取了其中一份，其余予以保留。请用选项“annotator”指定一个：%2。</translation>
    </message>
    <message>
        <source>%1 is Label Studio&apos;s JSON-MIN, which leaves out who said what and how labels belong together. Export the project as JSON.</source>
        <translation>%1 是 Label Studio 的 JSON-MIN，其中没有标注的作者以及标注之间的归属关系。请将项目导出为 JSON。</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>The file is cut off or broken; what came before was read.</source>
        <translation>文件被截断或已损坏；已读取其前面的内容。</translation>
    </message>
    <message>
        <source>It is no object; the task was left out.</source>
        <translation>它不是对象；该任务已略过。</translation>
    </message>
    <message>
        <source>%1 The task was left out.</source>
        <translation>%1 该任务已略过。</translation>
    </message>
    <message>
        <source>The task has no data; it was left out.</source>
        <translation>该任务没有数据，已略过。</translation>
    </message>
    <message>
        <source>The task names no picture; it was left out.</source>
        <translation>该任务没有指明图片，已略过。</translation>
    </message>
    <message>
        <source>Another task is about “%1” too; the labels of both were kept.</source>
        <translation>另有任务也对应“%1”；两者的标注都予以保留。</translation>
    </message>
    <message>
        <source>It is no list; the task has no labels.</source>
        <translation>它不是列表；该任务没有标注。</translation>
    </message>
    <message>
        <source>It is no object; it was left out.</source>
        <translation>它不是对象，已略过。</translation>
    </message>
    <message>
        <source>Results of type “%1” are kept but not shown.</source>
        <translation>类型为“%1”的结果予以保留但不显示。</translation>
    </message>
    <message>
        <source>It has no value or no picture size; it was left out.</source>
        <translation>它没有值或没有图片尺寸，已略过。</translation>
    </message>
    <message>
        <source>The picture was turned when it was labeled; the label may not fit.</source>
        <translation>标注时图片经过旋转；该标注可能不吻合。</translation>
    </message>
    <message>
        <source>The relation joins labels that are not there; it was left out.</source>
        <translation>该关系连接的标注不存在，已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::labelstudio::Writer</name>
    <message>
        <source>Writing annotations</source>
        <translation>正在写出标注</translation>
    </message>
    <message>
        <source>polygons of several parts</source>
        <translation>由多个部分组成的多边形</translation>
    </message>
    <message>
        <source>They are written as several polygons.</source>
        <translation>它们写出为多个多边形。</translation>
    </message>
    <message>
        <source>polygons with holes</source>
        <translation>带孔洞的多边形</translation>
    </message>
    <message>
        <source>They are written as brushes of whole pixels.</source>
        <translation>它们写出为整像素画笔。</translation>
    </message>
    <message>
        <source>Their holes are filled, because the picture is too large.</source>
        <translation>由于图片过大，孔洞会被填充。</translation>
    </message>
    <message>
        <source>They are written as single points; those that are not labeled are left out.</source>
        <translation>它们写出为单个点；未标注的点会略过。</translation>
    </message>
    <message>
        <source>Which joint a point is and whether it is hidden are left out.</source>
        <translation>点属于哪个关节以及是否被遮挡会略过。</translation>
    </message>
    <message>
        <source>Masks of another size than the picture are left out.</source>
        <translation>尺寸与图片不同的掩码会略过。</translation>
    </message>
    <message>
        <source>They are left out, because the size of the picture is not known.</source>
        <translation>由于图片尺寸未知，它们会略过。</translation>
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
        <source>Values that are unset or “cannot tell” are left out.</source>
        <translation>未设置或为“无法判断”的值会略过。</translation>
    </message>
    <message>
        <source>labels with a drawing order</source>
        <translation>带绘制顺序的标注</translation>
    </message>
    <message>
        <source>The order is left out.</source>
        <translation>该顺序会略过。</translation>
    </message>
    <message>
        <source>pictures whose names clash</source>
        <translation>名称冲突的图片</translation>
    </message>
    <message>
        <source>They are renamed in the copy.</source>
        <translation>在副本中会重命名。</translation>
    </message>
</context>
<context>
    <name>plumbline::masks</name>
    <message>
        <source>It has no “colors”.</source>
        <translation>它没有“colors”。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a link that leads out of the data set.</source>
        <translation>%1 是指向数据集之外的链接。</translation>
    </message>
    <message>
        <source>%1 has no PNG files.</source>
        <translation>%1 中没有 PNG 文件。</translation>
    </message>
    <message>
        <source>It is no PNG picture.</source>
        <translation>它不是 PNG 图片。</translation>
    </message>
    <message>
        <source>It is too large: %1 × %2 pixels.</source>
        <translation>它过大：%1 × %2 像素。</translation>
    </message>
    <message>
        <source>It cannot be decoded: %1</source>
        <translation>无法解码：%1</translation>
    </message>
    <message>
        <source>There is not enough memory for it.</source>
        <translation>内存不足，无法载入。</translation>
    </message>
    <message>
        <source>It has so many regions that it is no mask.</source>
        <translation>它的区域过多，不是掩码。</translation>
    </message>
</context>
<context>
    <name>plumbline::masks::MasksFormat</name>
    <message>
        <source>Mask pictures (PNG)</source>
        <translation>掩码图片 (PNG)</translation>
    </message>
</context>
<context>
    <name>plumbline::masks::Reader</name>
    <message>
        <source>Reading masks</source>
        <translation>正在读取掩码</translation>
    </message>
    <message>
        <source>None of the PNG files is a mask.</source>
        <translation>这些 PNG 文件都不是掩码。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>It has no class name that can be read; it was left out.</source>
        <translation>它没有可读的类别名称，已略过。</translation>
    </message>
    <message>
        <source>Two classes are called “%1”; the second was left out.</source>
        <translation>有两个类别名为“%1”；第二个已略过。</translation>
    </message>
    <message>
        <source>The mask has %1 × %2 pixels and its picture %3 × %4; it was left out.</source>
        <translation>掩码为 %1 × %2 像素，而其图片为 %3 × %4；已略过。</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>它不存在。</translation>
    </message>
    <message>
        <source>The instances were not read from %1, so each class is one label: %2</source>
        <translation>没有从 %1 读取实例，因此每个类别作为一个标注：%2</translation>
    </message>
    <message>
        <source>It has another size than the classes.</source>
        <translation>它的尺寸与类别掩码不同。</translation>
    </message>
    <message>
        <source>instance %1</source>
        <translation>实例 %1</translation>
    </message>
    <message>
        <source>%1 pixels have an instance but no class; they were left out.</source>
        <translation>%1 个像素有实例但没有类别，已略过。</translation>
    </message>
    <message>
        <source>The class list does not know the value of %1 pixels; they became the class “%2”.</source>
        <translation>类别列表中没有 %1 个像素的值；它们归入类别“%2”。</translation>
    </message>
    <message>
        <source>It has several classes; it became one label of each.</source>
        <translation>它有多个类别；每个类别各成为一个标注。</translation>
    </message>
    <message>
        <source>%1 It was left out.</source>
        <translation>%1 它已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::masks::Writer</name>
    <message>
        <source>The picture %1 cannot be made.</source>
        <translation>无法创建图片 %1。</translation>
    </message>
    <message>
        <source>pixels hidden by overlap</source>
        <translation>因重叠而被遮盖的像素</translation>
    </message>
    <message>
        <source>Labels are painted in their stacking order, then in the order they were made; later ones hide what lies below.</source>
        <translation>标注按层叠顺序绘制，其次按创建顺序；后绘制的会遮盖下方内容。</translation>
    </message>
    <message>
        <source>labels hidden altogether</source>
        <translation>完全被遮盖的标注</translation>
    </message>
    <message>
        <source>They are missing in the files.</source>
        <translation>文件中不含这些标注。</translation>
    </message>
    <message>
        <source>pixels without a label</source>
        <translation>没有标注的像素</translation>
    </message>
    <message>
        <source>They are written as void, because 0 is the number of a class.</source>
        <translation>它们写出为 void，因为 0 是某个类别的编号。</translation>
    </message>
    <message>
        <source>labels that share a class with another of their picture</source>
        <translation>与同一图片中其他标注类别相同的标注</translation>
    </message>
    <message>
        <source>They become one region.</source>
        <translation>它们合并为一个区域。</translation>
    </message>
    <message>
        <source>They are written as whole pixels.</source>
        <translation>它们写出为整像素。</translation>
    </message>
    <message>
        <source>labels of classes beyond the number %1</source>
        <translation>类别编号超过 %1 的标注</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>masks of another size than their picture</source>
        <translation>尺寸与图片不同的掩码</translation>
    </message>
    <message>
        <source>shapes without a pixel</source>
        <translation>不含像素的形状</translation>
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
        <source>labels of pictures whose size is not known or too large</source>
        <translation>图片尺寸未知或过大的标注</translation>
    </message>
</context>
<context>
    <name>plumbline::model</name>
    <message>
        <source>A stored record is damaged (%1).</source>
        <translation>一条已保存的记录已损坏 (%1)。</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 个标注</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 个标注</translation>
    </message>
    <message>
        <source>a pose of the vehicle is no rotation and shift</source>
        <translation>车辆的一个位姿不是旋转与平移</translation>
    </message>
    <message>
        <source>a file belongs to no sensor</source>
        <translation>有一个文件不属于任何传感器</translation>
    </message>
    <message>
        <source>a sensor has two files in one frame</source>
        <translation>有一个传感器在同一帧中有两个文件</translation>
    </message>
    <message>
        <source>two sensors have the same name, or one has none</source>
        <translation>两个传感器同名，或有一个没有名称</translation>
    </message>
    <message>
        <source>the place of sensor %1 is no rotation and shift</source>
        <translation>传感器 %1 的位置不是旋转与平移</translation>
    </message>
    <message>
        <source>the lens of %1 cannot be used</source>
        <translation>%1 的镜头参数不可用</translation>
    </message>
    <message>
        <source>labels are given in the frame of a sensor that is not there</source>
        <translation>标注所用的坐标系属于不存在的传感器</translation>
    </message>
    <message>
        <source>frame %1 is older than the one before it</source>
        <translation>第 %1 帧早于其前一帧</translation>
    </message>
    <message>
        <source>frame %1: %2</source>
        <translation>第 %1 帧：%2</translation>
    </message>
    <message>
        <source>The track has no key frame before this frame. Go to the frame in which the second part shall begin.</source>
        <translation>此帧之前轨迹没有关键帧。请转到第二部分应开始的帧。</translation>
    </message>
    <message>
        <source>The track has no key frame in this frame or after it. Go to the frame in which the second part shall begin.</source>
        <translation>此帧及之后轨迹没有关键帧。请转到第二部分应开始的帧。</translation>
    </message>
    <message>
        <source>Both are the same track already.</source>
        <translation>两者已是同一条轨迹。</translation>
    </message>
    <message>
        <source>The tracks belong to two layers.</source>
        <translation>这些轨迹属于两个图层。</translation>
    </message>
    <message>
        <source>The tracks have two classes. Give both the same one first.</source>
        <translation>这些轨迹的类别不同。请先将两者设为同一类别。</translation>
    </message>
    <message>
        <source>Both tracks show a box in %1 of the frames: %2. Delete or hide one of the two there first.</source>
        <translation>两条轨迹在 %1 帧中都显示框：%2。请先删除或隐藏这些帧中两个框之一。</translation>
    </message>
    <message>
        <source>There is no such frame.</source>
        <translation>没有此帧。</translation>
    </message>
    <message>
        <source>The frames of this scene have no times, so a gap cannot be told apart from the rest.</source>
        <translation>此场景的帧没有时间，因此无法将间断与其余部分区分开。</translation>
    </message>
    <message>
        <source>No box is interpolated here, so there is nothing to hide. A gap lies between two key frames.</source>
        <translation>此处没有插值的框，因此没有可隐藏的内容。间断位于两个关键帧之间。</translation>
    </message>
</context>
<context>
    <name>plumbline::model::Checker</name>
    <message>
        <source>There is no class “%1”.</source>
        <translation>没有类别“%1”。</translation>
    </message>
    <message>
        <source>A class needs a name.</source>
        <translation>类别需要名称。</translation>
    </message>
    <message>
        <source>Another class has the name “%1”.</source>
        <translation>另一个类别已使用名称“%1”。</translation>
    </message>
    <message>
        <source>Another class has the same id.</source>
        <translation>另一个类别有相同的 id。</translation>
    </message>
    <message>
        <source>A class needs an id.</source>
        <translation>类别需要 id。</translation>
    </message>
    <message>
        <source>A hot key is a digit from 1 to 9.</source>
        <translation>快捷键必须是 1 到 9 的数字。</translation>
    </message>
    <message>
        <source>“%1” has the key %2 already.</source>
        <translation>“%1”已使用快捷键 %2。</translation>
    </message>
    <message>
        <source>“%1” is a class or another name of one already.</source>
        <translation>“%1”已是某个类别的名称或别名。</translation>
    </message>
    <message>
        <source>Hard to tell from the colour of “%1”.</source>
        <translation>与“%1”的颜色难以区分。</translation>
    </message>
    <message>
        <source>The class above this one does not exist.</source>
        <translation>上级类别不存在。</translation>
    </message>
    <message>
        <source>“%1” is above itself.</source>
        <translation>“%1”是自身的上级。</translation>
    </message>
    <message>
        <source>An attribute needs a key.</source>
        <translation>属性需要键。</translation>
    </message>
    <message>
        <source>Another attribute has the key “%1”.</source>
        <translation>另一个属性已使用键“%1”。</translation>
    </message>
    <message>
        <source>A choice needs something to choose from.</source>
        <translation>选择型属性需要可选项。</translation>
    </message>
    <message>
        <source>Only a choice offers these.</source>
        <translation>只有选择型属性才有这些选项。</translation>
    </message>
    <message>
        <source>One of these is empty.</source>
        <translation>其中有一项为空。</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>There is no attribute “%1”.</source>
        <translation>没有属性“%1”。</translation>
    </message>
    <message>
        <source>“%1” never has the value “%2”.</source>
        <translation>“%1”不会取值“%2”。</translation>
    </message>
    <message>
        <source>These conditions go in a circle; the attribute is never asked.</source>
        <translation>这些条件互相循环；该属性永远不会被询问。</translation>
    </message>
    <message>
        <source>A skeleton needs a name.</source>
        <translation>骨架需要名称。</translation>
    </message>
    <message>
        <source>Another skeleton has the name “%1”.</source>
        <translation>另一个骨架已使用名称“%1”。</translation>
    </message>
    <message>
        <source>A skeleton needs joints.</source>
        <translation>骨架需要关节。</translation>
    </message>
    <message>
        <source>“%1” is in two pairs.</source>
        <translation>“%1”出现在两个对中。</translation>
    </message>
    <message>
        <source>A pair names a joint that is not there.</source>
        <translation>有一对引用了不存在的关节。</translation>
    </message>
    <message>
        <source>A pair joins a joint to itself, or is there twice.</source>
        <translation>有一对将关节与自身相连，或出现了两次。</translation>
    </message>
    <message>
        <source>A reason needs words.</source>
        <translation>原因需要文字。</translation>
    </message>
    <message>
        <source>A kind of mistake needs a code.</source>
        <translation>错误类型需要代码。</translation>
    </message>
    <message>
        <source>A rule needs an id.</source>
        <translation>规则需要 id。</translation>
    </message>
    <message>
        <source>Another rule has the id “%1”.</source>
        <translation>另一条规则已使用 id“%1”。</translation>
    </message>
    <message>
        <source>Say how large labels must be.</source>
        <translation>请指明标注的大小要求。</translation>
    </message>
    <message>
        <source>Say how many there must be.</source>
        <translation>请指明数量要求。</translation>
    </message>
    <message>
        <source>At most is less than at least: no image can keep this rule.</source>
        <translation>最大值小于最小值：没有图片能满足此规则。</translation>
    </message>
    <message>
        <source>Say how many points there must be.</source>
        <translation>请指明点的数量要求。</translation>
    </message>
    <message>
        <source>Say what the answers must be.</source>
        <translation>请指明回答必须是什么。</translation>
    </message>
    <message>
        <source>“%1” may reach outside the picture, as its class says.</source>
        <translation>“%1”可以超出图片，其类别允许如此。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
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
    <message>
        <source>%1 must have exactly one of is, is_not, at_least, at_most and answered.</source>
        <translation>%1 必须恰好包含 is、is_not、at_least、at_most 和 answered 之一。</translation>
    </message>
    <message>
        <source>a number that is not negative</source>
        <translation>非负数</translation>
    </message>
    <message>
        <source>a number from 0 to below 1</source>
        <translation>大于等于 0 且小于 1 的数</translation>
    </message>
    <message>
        <source>one [x, y] for each joint</source>
        <translation>每个关节一个 [x, y]</translation>
    </message>
    <message>
        <source>motion, longer-side or any</source>
        <translation>motion、longer-side 或 any</translation>
    </message>
    <message>
        <source>a number from 0 up</source>
        <translation>大于等于 0 的数</translation>
    </message>
</context>
<context>
    <name>plumbline::model::Planner</name>
    <message>
        <source>Correct it in the new schema.</source>
        <translation>请在新的标注规范中更正。</translation>
    </message>
    <message>
        <source>The rules change; labels are looked at anew.</source>
        <translation>规则更改；标注会重新检查。</translation>
    </message>
    <message>
        <source>Reasons, kinds of mistakes or other settings change.</source>
        <translation>原因、错误类型或其他设置更改。</translation>
    </message>
    <message>
        <source>The order changes.</source>
        <translation>顺序更改。</translation>
    </message>
    <message>
        <source>New class “%1”.</source>
        <translation>新类别“%1”。</translation>
    </message>
    <message>
        <source>“%1” goes into “%2”: %3 change.</source>
        <translation>“%1”并入“%2”：%3会更改。</translation>
    </message>
    <message>
        <source>“%1” cannot go: it has %2.</source>
        <translation>无法移除“%1”：它有 %2。</translation>
    </message>
    <message>
        <source>Say which class its labels get, or retire it instead.</source>
        <translation>请指明其标注改归哪个类别，或改为停用它。</translation>
    </message>
    <message>
        <source>“%1” goes; it has no labels.</source>
        <translation>移除“%1”；它没有标注。</translation>
    </message>
    <message>
        <source>“%1” is called “%2” from now on: %3.</source>
        <translation>“%1”此后名为“%2”：%3。</translation>
    </message>
    <message>
        <source>“%1” is not offered any more; %2 keep it.</source>
        <translation>不再提供“%1”；%2仍保留它。</translation>
    </message>
    <message>
        <source>every kind of shape</source>
        <translation>所有形状</translation>
    </message>
    <message>
        <source>“%1” allows %2: %3 of another kind stay and are pointed out.</source>
        <translation>“%1”允许的形状：%2；%3属于其他形状，会保留并标出。</translation>
    </message>
    <message>
        <source>“%1” allows %2.</source>
        <translation>“%1”允许的形状：%2。</translation>
    </message>
    <message>
        <source>“%1”: colour, key, place or words change.</source>
        <translation>“%1”：颜色、快捷键、位置或文字更改。</translation>
    </message>
    <message>
        <source>New attribute “%1”.</source>
        <translation>新属性“%1”。</translation>
    </message>
    <message>
        <source>%1 have an answer already.</source>
        <translation>%1已有回答。</translation>
    </message>
    <message>
        <source>“%1” must be answered now: up to %2 have no answer and are pointed out.</source>
        <translation>“%1”现在必须回答：最多 %2没有回答，会被标出。</translation>
    </message>
    <message>
        <source>“%1” cannot become “%2”, which has answers of its own.</source>
        <translation>“%1”无法变为“%2”，后者已有自己的回答。</translation>
    </message>
    <message>
        <source>Choose a name that is new.</source>
        <translation>请选择新的名称。</translation>
    </message>
    <message>
        <source>“%1” becomes “%2”: the answers of %3 go along.</source>
        <translation>“%1”变为“%2”：%3的回答随之转移。</translation>
    </message>
    <message>
        <source>“%1” is not asked any more; %2 keep their answers.</source>
        <translation>不再询问“%1”；%2保留其回答。</translation>
    </message>
    <message>
        <source>“%1” goes; it has no answers.</source>
        <translation>移除“%1”；它没有回答。</translation>
    </message>
    <message>
        <source>“%1”: title, classes, condition or order of choices change.</source>
        <translation>“%1”：标题、类别、条件或选项顺序更改。</translation>
    </message>
    <message>
        <source>“%1” cannot change its type: %2 have answers that do not fit, such as %3.</source>
        <translation>“%1”无法更改类型：%2的回答不适用，例如 %3。</translation>
    </message>
    <message>
        <source>Change these answers first, offer them as choices, or make a new attribute beside it.</source>
        <translation>请先更改这些回答，将其设为选项，或另建一个新属性。</translation>
    </message>
    <message>
        <source>“%1” changes its type: the answers of %2 are written anew.</source>
        <translation>“%1”更改类型：%2的回答会重新写入。</translation>
    </message>
    <message>
        <source>“%1”: “%2” becomes “%3” in %4.</source>
        <translation>“%1”：“%2”变为“%3”，涉及 %4。</translation>
    </message>
    <message>
        <source>“%1”: “%2” becomes “not answered” in %3.</source>
        <translation>“%1”：“%2”变为“未回答”，涉及 %3。</translation>
    </message>
    <message>
        <source>“%1”: the choice “%2” cannot go, %3 have it.</source>
        <translation>“%1”：无法移除选项“%2”，%3正在使用它。</translation>
    </message>
    <message>
        <source>Say which choice takes its place, or keep it.</source>
        <translation>请指明替代它的选项，或保留它。</translation>
    </message>
    <message>
        <source>“%1”: the choice “%2” goes; nobody has it.</source>
        <translation>“%1”：移除选项“%2”；没有标注使用它。</translation>
    </message>
    <message>
        <source>“%1”: new choice “%2”.</source>
        <translation>“%1”：新选项“%2”。</translation>
    </message>
    <message>
        <source>The skeleton “%1” goes; %2 keep their points.</source>
        <translation>移除骨架“%1”；%2保留其点。</translation>
    </message>
    <message>
        <source>New skeleton “%1”.</source>
        <translation>新骨架“%1”。</translation>
    </message>
    <message>
        <source>The joints of “%1” cannot change places or go: %2 have it.</source>
        <translation>“%1”的关节无法调换位置或移除：%2正在使用该骨架。</translation>
    </message>
    <message>
        <source>Add joints at the end, or make a new skeleton beside it.</source>
        <translation>请在末尾添加关节，或另建一个新骨架。</translation>
    </message>
    <message>
        <source>“%1” gets more joints: %2 do not have them yet.</source>
        <translation>“%1”增加关节：%2尚无这些关节。</translation>
    </message>
    <message>
        <source>The skeleton “%1” changes its names, lines or template.</source>
        <translation>骨架“%1”更改名称、连线或模板。</translation>
    </message>
</context>
<context>
    <name>plumbline::nuscenes</name>
    <message>
        <source>“%1” is missing or not %2 numbers.</source>
        <translation>缺少“%1”，或它不是 %2 个数字。</translation>
    </message>
    <message>
        <source>“rotation” is no rotation.</source>
        <translation>“rotation”不是旋转。</translation>
    </message>
    <message>
        <source>nuScenes tables</source>
        <translation>nuScenes 表</translation>
    </message>
    <message>
        <source>There is no sample_annotation.json of nuScenes in %1.</source>
        <translation>%1 中没有 nuScenes 的 sample_annotation.json。</translation>
    </message>
    <message>
        <source>%1 is missing or cannot be read.</source>
        <translation>%1 缺失或无法读取。</translation>
    </message>
    <message>
        <source>%1 is larger than is allowed.</source>
        <translation>%1 超过允许的大小。</translation>
    </message>
    <message>
        <source>%1 is no list of records.</source>
        <translation>%1 不是记录列表。</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>The file ends inside it.</source>
        <translation>文件在其中间结束。</translation>
    </message>
    <message>
        <source>The record is too large.</source>
        <translation>记录过大。</translation>
    </message>
    <message>
        <source>%1 It was left out.</source>
        <translation>%1 已略过。</translation>
    </message>
    <message>
        <source>The record is no object.</source>
        <translation>记录不是对象。</translation>
    </message>
    <message>
        <source>%1 more records were left out.</source>
        <translation>另有 %1 条记录已略过。</translation>
    </message>
    <message>
        <source>The table breaks off; what came before was read.</source>
        <translation>表不完整；已读取中断之前的内容。</translation>
    </message>
</context>
<context>
    <name>plumbline::nuscenes::Reader</name>
    <message>
        <source>%1 more boxes were left out.</source>
        <translation>另有 %1 个框已略过。</translation>
    </message>
    <message>
        <source>%1 boxes are of frames without a known pose of the vehicle; they stay in the map&apos;s frame.</source>
        <translation>%1 个框所在的帧没有已知的车辆位姿，它们保留在地图坐标系中。</translation>
    </message>
    <message>
        <source>Its instance or category is not in the tables.</source>
        <translation>其 instance 或 category 不在表中。</translation>
    </message>
    <message>
        <source>Its sample is not in the tables, or the scene has no frame of its time.</source>
        <translation>其 sample 不在表中，或场景没有该时间的帧。</translation>
    </message>
    <message>
        <source>%1 The box was left out.</source>
        <translation>%1 该框已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::nuscenes::Writer</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>labels without a frame of their scene</source>
        <translation>不属于场景任何一帧的标注</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>The vehicle&apos;s pose is not known at their time; they are left out.</source>
        <translation>其时间的车辆位姿未知，它们会略过。</translation>
    </message>
    <message>
        <source>attributes that are neither a choice nor a yes</source>
        <translation>既非选项也非“是”的属性</translation>
    </message>
</context>
<context>
    <name>plumbline::openimages</name>
    <message>
        <source>The mask is too large: %1 × %2 pixels.</source>
        <translation>掩码过大：%1 × %2 像素。</translation>
    </message>
    <message>
        <source>The mask cannot be decoded: %1</source>
        <translation>无法解码掩码：%1</translation>
    </message>
    <message>
        <source>The mask has too many runs.</source>
        <translation>掩码的游程过多。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 is a link that leads out of the data set.</source>
        <translation>%1 是指向数据集之外的链接。</translation>
    </message>
    <message>
        <source>%1 has no CSV files of Open Images.</source>
        <translation>%1 中没有 Open Images 的 CSV 文件。</translation>
    </message>
    <message>
        <source>“%1” is missing or no usable number.</source>
        <translation>“%1”缺失或不是可用的数值。</translation>
    </message>
    <message>
        <source>The box has a negative size.</source>
        <translation>矩形框的尺寸为负。</translation>
    </message>
</context>
<context>
    <name>plumbline::openimages::Reader</name>
    <message>
        <source>Tables of this kind are not read.</source>
        <translation>不读取此类表格。</translation>
    </message>
    <message>
        <source>None of the CSV files has a label or a picture.</source>
        <translation>这些 CSV 文件都没有标注或图片。</translation>
    </message>
    <message>
        <source>It describes %1 classes; only those in use were taken.</source>
        <translation>它描述了 %1 个类别；只采用了用到的类别。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>It has no class name that can be read; it was left out.</source>
        <translation>它没有可读的类别名称，已略过。</translation>
    </message>
    <message>
        <source>“%1” is described twice; the second was left out.</source>
        <translation>“%1”被描述了两次；第二个已略过。</translation>
    </message>
    <message>
        <source>It has %1 cells instead of %2; it was left out.</source>
        <translation>它有 %1 个单元格，应为 %2 个；已略过。</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>A quoted cell does not end.</source>
        <translation>带引号的单元格没有结束。</translation>
    </message>
    <message>
        <source>“%1” is not among the described classes; it was taken as a new one.</source>
        <translation>“%1”不在所描述的类别中；已作为新类别采用。</translation>
    </message>
    <message>
        <source>The size of the picture “%1” is not known, so the box was left out.</source>
        <translation>图片“%1”的尺寸未知，因此该矩形框已略过。</translation>
    </message>
    <message>
        <source>%1 It was left out.</source>
        <translation>%1 它已略过。</translation>
    </message>
    <message>
        <source>The mask %1 is not there; it was left out.</source>
        <translation>掩码 %1 不存在，已略过。</translation>
    </message>
    <message>
        <source>The mask %1 has %2 × %3 pixels and its picture %4 × %5.</source>
        <translation>掩码 %1 为 %2 × %3 像素，而其图片为 %4 × %5。</translation>
    </message>
    <message>
        <source>%1 It was fitted to the picture.</source>
        <translation>%1 已按图片尺寸调整。</translation>
    </message>
    <message>
        <source>The picture “%1” is listed twice.</source>
        <translation>图片“%1”列出了两次。</translation>
    </message>
    <message>
        <source>%1 labels say that a class is not there; they have the attribute “absent”.</source>
        <translation>有 %1 个标注表示某个类别不存在；它们带有属性“absent”。</translation>
    </message>
</context>
<context>
    <name>plumbline::openimages::TableFile</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 过大。</translation>
    </message>
</context>
<context>
    <name>plumbline::openimages::Writer</name>
    <message>
        <source>Cannot make the folder of %1.</source>
        <translation>无法创建 %1 所在的文件夹。</translation>
    </message>
    <message>
        <source>Writing annotations</source>
        <translation>正在写出标注</translation>
    </message>
    <message>
        <source>They are left out, because the picture&apos;s size is not known.</source>
        <translation>由于图片尺寸未知，它们会略过。</translation>
    </message>
    <message>
        <source>masks of another size than their picture</source>
        <translation>尺寸与图片不同的掩码</translation>
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
        <source>They are written as masks of whole pixels.</source>
        <translation>它们写出为整像素掩码。</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>pictures whose names clash</source>
        <translation>名称冲突的图片</translation>
    </message>
    <message>
        <source>They are renamed in the copy.</source>
        <translation>在副本中会重命名。</translation>
    </message>
</context>
<context>
    <name>plumbline::openlabel</name>
    <message>
        <source>“val” is missing or no list of numbers.</source>
        <translation>缺少“val”，或它不是数字列表。</translation>
    </message>
    <message>
        <source>A cuboid has 9 or 10 numbers, this one has %1.</source>
        <translation>长方体应有 9 或 10 个数字，此处有 %1 个。</translation>
    </message>
    <message>
        <source>Its quaternion is no rotation.</source>
        <translation>其四元数不是旋转。</translation>
    </message>
    <message>
        <source>A box has the centre and a width and height, this one has not.</source>
        <translation>框应有中心、宽度和高度，此处没有。</translation>
    </message>
    <message>
        <source>ASAM OpenLABEL</source>
        <translation>ASAM OpenLABEL</translation>
    </message>
    <message>
        <source>There is no file of OpenLABEL at %1.</source>
        <translation>%1 处没有 OpenLABEL 文件。</translation>
    </message>
    <message>
        <source>A line has three numbers for each of two or more vertices, this one has not.</source>
        <translation>线的每个顶点应有三个数字，且至少有两个顶点；此线不符合。</translation>
    </message>
</context>
<context>
    <name>plumbline::openlabel::Reader</name>
    <message>
        <source>%1 has no “openlabel”.</source>
        <translation>%1 没有“openlabel”。</translation>
    </message>
    <message>
        <source>The file breaks off; what came before was read.</source>
        <translation>文件不完整；已读取中断之前的内容。</translation>
    </message>
    <message>
        <source>It is too large to be kept.</source>
        <translation>它过大，无法保留。</translation>
    </message>
    <message>
        <source>The properties of the frames are too large to be kept; an export writes those of the scene.</source>
        <translation>各帧的属性过大，无法保留；导出时写出场景的属性。</translation>
    </message>
    <message>
        <source>The object is none.</source>
        <translation>该对象不是有效对象。</translation>
    </message>
    <message>
        <source>The frame has no number.</source>
        <translation>该帧没有编号。</translation>
    </message>
    <message>
        <source>“objects” does not have it.</source>
        <translation>“objects”中没有它。</translation>
    </message>
    <message>
        <source>The object has no type.</source>
        <translation>该对象没有类型。</translation>
    </message>
    <message>
        <source>The scene has no frame %1.</source>
        <translation>场景没有第 %1 帧。</translation>
    </message>
    <message>
        <source>answers of objects without a shape</source>
        <translation>没有形状的对象的回答</translation>
    </message>
    <message>
        <source>cuboids that say there is none</source>
        <translation>注明物体不存在的长方体</translation>
    </message>
    <message>
        <source>%1 of these were left out.</source>
        <translation>其中 %1 个已略过。</translation>
    </message>
    <message>
        <source>%1 more were left out.</source>
        <translation>另有 %1 个已略过。</translation>
    </message>
    <message>
        <source>%1 It was left out.</source>
        <translation>%1 已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::openlabel::Writer</name>
    <message>
        <source>The folder of %1 cannot be made.</source>
        <translation>无法创建 %1 的文件夹。</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>labels without a frame of their scene</source>
        <translation>不属于场景任何一帧的标注</translation>
    </message>
    <message>
        <source>answers that nobody could give</source>
        <translation>无人能判断的回答</translation>
    </message>
</context>
<context>
    <name>plumbline::overlap</name>
    <message>
        <source>The shapes have no area in common that most agree on.</source>
        <translation>这些形状没有多数人一致认可的公共区域。</translation>
    </message>
    <message>
        <source>The shapes are too large to be filled.</source>
        <translation>这些形状过大，无法填充。</translation>
    </message>
    <message>
        <source>There are no shapes to agree on.</source>
        <translation>没有可供达成一致的形状。</translation>
    </message>
    <message>
        <source>Shapes of this kind have no consensus: %1.</source>
        <translation>此类形状没有共识结果：%1。</translation>
    </message>
    <message>
        <source>No item was labeled by two people.</source>
        <translation>没有任何条目由两人标注过。</translation>
    </message>
    <message>
        <source>Fewer than two items were labeled.</source>
        <translation>标注过的条目少于两个。</translation>
    </message>
    <message>
        <source>What was drawn on different items is the same: there is nothing to measure against.</source>
        <translation>不同条目上的标注内容完全相同：没有可供比较的基准。</translation>
    </message>
    <message>
        <source>One object is estimated from 1 to %1 masks, not from %2.</source>
        <translation>一个物体由 1 至 %1 个掩码估计，不能由 %2 个估计。</translation>
    </message>
    <message>
        <source>The masks of one object are not of one size.</source>
        <translation>同一物体的掩码尺寸不一致。</translation>
    </message>
    <message>
        <source>The masks of one object have too many runs: %1.</source>
        <translation>同一物体的掩码游程过多：%1。</translation>
    </message>
</context>
<context>
    <name>plumbline::overlap::ItemOverlaps::Builder</name>
    <message>
        <source>There are too many objects on %1 to be compared with each other: %2.</source>
        <translation>%1 上的物体过多，无法相互比较：%2。</translation>
    </message>
    <message>
        <source>The objects on %1 lie over each other too often to be compared in reasonable time.</source>
        <translation>%1 上的物体相互重叠过多，无法在合理时间内比较。</translation>
    </message>
</context>
<context>
    <name>plumbline::packet</name>
    <message>
        <source>The case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>The version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>The case has no id, no item or no versions, or is there twice.</source>
        <translation>案例没有 id、条目或版本，或重复出现。</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>The packet has no case %1.</source>
        <translation>数据包中没有案例 %1。</translation>
    </message>
    <message>
        <source>The case has no version “%1”.</source>
        <translation>案例没有版本“%1”。</translation>
    </message>
    <message>
        <source>A decision has “choose” or “annotation”.</source>
        <translation>决定应含有“choose”或“annotation”。</translation>
    </message>
    <message>
        <source>This is a packet of kind “%1”; there is nothing in it to decide.</source>
        <translation>这是“%1”类数据包；其中没有需要决定的内容。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>There are no decisions to pack.</source>
        <translation>没有可打包的决定。</translation>
    </message>
    <message>
        <source>%1 does not hold a name and two keys.</source>
        <translation>%1 不含一个名称和两个密钥。</translation>
    </message>
    <message>
        <source>The key %1 cannot be written.</source>
        <translation>无法写入密钥 %1。</translation>
    </message>
    <message>
        <source>an id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>a public key of minisign</source>
        <translation>minisign 公钥</translation>
    </message>
    <message>
        <source>a key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>%1 is no reviewer of this project; their decisions are not taken.</source>
        <translation>%1 不是此项目的审核员；其决定不予采用。</translation>
    </message>
    <message>
        <source>A packet of kind “%1” is opened, not merged.</source>
        <translation>“%1”类数据包应打开，而不是合并。</translation>
    </message>
    <message>
        <source>The packet belongs to another project (“%1”).</source>
        <translation>数据包属于另一个项目（“%1”）。</translation>
    </message>
    <message>
        <source>The conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Two decisions about the same objects differ; neither was taken.</source>
        <translation>对相同物体的两个决定不一致；均未采用。</translation>
    </message>
    <message>
        <source>The object that was chosen was deleted meanwhile; the decision was kept.</source>
        <translation>所选物体已在此期间删除；决定已保留。</translation>
    </message>
    <message>
        <source>The accepted label was changed by hand; the decision says something else.</source>
        <translation>已通过的标注被手动修改过；与决定不一致。</translation>
    </message>
    <message>
        <source>The person&apos;s labels were changed here; what was handed in lies beside them.</source>
        <translation>此人的标注在此处被修改过；提交的内容与其并列保存。</translation>
    </message>
    <message>
        <source>Two different submissions have the same number; the earlier one stands in the layer.</source>
        <translation>两次不同的提交编号相同；图层中保留较早的一次。</translation>
    </message>
    <message>
        <source>%1 holds work of another project (“%2”). Open the packet into another folder.</source>
        <translation>%1 含有另一个项目（“%2”）的工作。请将数据包打开到其他文件夹。</translation>
    </message>
    <message>
        <source>%1 was not made from a packet. Open the packet into a folder of its own.</source>
        <translation>%1 不是由数据包创建的。请将数据包打开到单独的文件夹。</translation>
    </message>
    <message>
        <source>The project has lost where it came from.</source>
        <translation>项目已丢失其来源信息。</translation>
    </message>
    <message>
        <source>This is a packet of %1, not of work.</source>
        <translation>这是 %1 数据包，不是 work 数据包。</translation>
    </message>
    <message>
        <source>The packet came from somebody else; only they can recall it.</source>
        <translation>数据包来自他人；只有其本人可以撤回。</translation>
    </message>
    <message>
        <source>Recall a packet</source>
        <translation>撤回数据包</translation>
    </message>
    <message>
        <source>The task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>a stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>a state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>a time like 2026-11-20T03:00:00.000000Z</source>
        <translation>形如 2026-11-20T03:00:00.000000Z 的时间</translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation>两个数字</translation>
    </message>
    <message>
        <source>1 or more</source>
        <translation>大于等于 1</translation>
    </message>
    <message>
        <source>The submission</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>0 到 1 之间的数</translation>
    </message>
    <message>
        <source>the name of a person</source>
        <translation>人员的名称</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>该行</translation>
    </message>
    <message>
        <source>“%1” must be base64.</source>
        <translation>“%1”必须是 base64。</translation>
    </message>
    <message>
        <source>The note of a packet</source>
        <translation>数据包的备注</translation>
    </message>
    <message>
        <source>The scene “%1” has lost its frames.</source>
        <translation>场景“%1”已丢失其帧。</translation>
    </message>
    <message>
        <source>Packing media</source>
        <translation>正在打包媒体文件</translation>
    </message>
    <message>
        <source>The packet was good until %1. Ask %2 for a new one.</source>
        <translation>数据包的有效期至 %1。请向 %2 索取新的数据包。</translation>
    </message>
    <message>
        <source>This project was not made from a packet; there is nobody to send submissions to.</source>
        <translation>此项目不是由数据包创建的；没有可接收提交的人。</translation>
    </message>
    <message>
        <source>%1 has handed in nothing of the work that came in packets.</source>
        <translation>%1 尚未提交数据包所含工作的任何内容。</translation>
    </message>
    <message>
        <source>No packet %1 was made from this project.</source>
        <translation>此项目没有创建过数据包 %1。</translation>
    </message>
    <message>
        <source>The sealed packet was altered or is cut off. Get it again from its sender.</source>
        <translation>密封的数据包被更改过或被截断。请向发送者重新获取。</translation>
    </message>
    <message>
        <source>The receiver&apos;s key cannot be used.</source>
        <translation>无法使用接收者的密钥。</translation>
    </message>
    <message>
        <source>The packet was sealed by a newer version of the program. Update this one to open it.</source>
        <translation>数据包由更新版本的程序密封。请更新本程序后再打开。</translation>
    </message>
    <message>
        <source>The packet is sealed for somebody else: none of your keys opens it.</source>
        <translation>数据包是为他人密封的：您的密钥都无法打开。</translation>
    </message>
    <message>
        <source>The snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>There is not enough memory to check the passphrase.</source>
        <translation>内存不足，无法检查密码短语。</translation>
    </message>
    <message>
        <source>The library for signatures and encryption does not start.</source>
        <translation>签名与加密库无法启动。</translation>
    </message>
    <message>
        <source>The key file is damaged, or holds another kind of key.</source>
        <translation>密钥文件已损坏，或含有另一种密钥。</translation>
    </message>
    <message>
        <source>The key file asks for more memory or time than any key needs.</source>
        <translation>密钥文件要求的内存或时间超过任何密钥所需。</translation>
    </message>
    <message>
        <source>The key is protected; its passphrase is needed.</source>
        <translation>密钥受保护；需要其密码短语。</translation>
    </message>
    <message>
        <source>The passphrase is wrong, or the key file is damaged.</source>
        <translation>密码短语错误，或密钥文件已损坏。</translation>
    </message>
    <message>
        <source>The signature does not fit: the packet was altered after it was signed.</source>
        <translation>签名不符：数据包在签名后被更改过。</translation>
    </message>
    <message>
        <source>The packet is cut off. Get it again from its sender.</source>
        <translation>数据包被截断。请向发送者重新获取。</translation>
    </message>
    <message>
        <source>A member of the packet is locked with a zip password, which packets never are.</source>
        <translation>数据包的一个成员设有 zip 密码，而数据包从不使用密码。</translation>
    </message>
    <message>
        <source>A member of the packet is compressed, which members of packets never are; it was packed by another program.</source>
        <translation>数据包的一个成员已压缩，而数据包的成员从不压缩；它由其他程序打包。</translation>
    </message>
    <message>
        <source>A member of the packet has no possible name, or foreign data beside it.</source>
        <translation>数据包的一个成员名称无效，或附有外来数据。</translation>
    </message>
    <message>
        <source>The packet names a file that must not be written: “%1”.</source>
        <translation>数据包含有不得写入的文件：“%1”。</translation>
    </message>
    <message>
        <source>The packet was altered: the header of “%1” is not as it was written.</source>
        <translation>数据包被更改过：“%1”的文件头与写入时不同。</translation>
    </message>
    <message>
        <source>The packet cannot be read.</source>
        <translation>无法读取数据包。</translation>
    </message>
    <message>
        <source>This is no packet: the file is empty.</source>
        <translation>这不是数据包：文件为空。</translation>
    </message>
    <message>
        <source>This is no packet.</source>
        <translation>这不是数据包。</translation>
    </message>
    <message>
        <source>The packet was altered or is cut off: there is no member where one should be.</source>
        <translation>数据包被更改过或被截断：应有成员之处没有成员。</translation>
    </message>
    <message>
        <source>The packet has more than %1 members.</source>
        <translation>数据包的成员超过 %1 个。</translation>
    </message>
    <message>
        <source>The packet has two members named “%1”.</source>
        <translation>数据包有两个名为“%1”的成员。</translation>
    </message>
    <message>
        <source>The packet was altered: something was added at its end.</source>
        <translation>数据包被更改过：末尾添加了内容。</translation>
    </message>
    <message>
        <source>The packet was altered: the list of its members is not as it was written.</source>
        <translation>数据包被更改过：其成员列表与写入时不同。</translation>
    </message>
    <message>
        <source>%1 has decided nothing here.</source>
        <translation>%1 在此没有作出任何决定。</translation>
    </message>
    <message>
        <source>The item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>The medium</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>The medium of “%1” lies at no place that it can have.</source>
        <translation>“%1”的媒体文件位置不允许。</translation>
    </message>
    <message>
        <source>The item has no id or no kind that is known here.</source>
        <translation>该条目没有 id，或其类型无法识别。</translation>
    </message>
    <message>
        <source>The item is there twice.</source>
        <translation>条目出现了两次。</translation>
    </message>
    <message>
        <source>The scene belongs to no item of the packet.</source>
        <translation>该场景不属于数据包中的任何条目。</translation>
    </message>
    <message>
        <source>The case has two versions of one letter.</source>
        <translation>该案例有两个字母相同的版本。</translation>
    </message>
    <message>
        <source>The case has no id, no versions, or no item of the packet.</source>
        <translation>该案例没有 id、没有版本，或不属于数据包中的任何条目。</translation>
    </message>
    <message>
        <source>The packet does not hold what its summary says.</source>
        <translation>数据包的内容与其摘要不符。</translation>
    </message>
    <message>
        <source>Make a packet</source>
        <translation>制作数据包</translation>
    </message>
    <message>
        <source>Take a packet</source>
        <translation>接收数据包</translation>
    </message>
    <message>
        <source>A remark has no id, or a time or place that cannot be.</source>
        <translation>有一条批注没有 id，或其时间或位置不可能存在。</translation>
    </message>
    <message>
        <source>An entry of a remark has no id, no words or a time that cannot be.</source>
        <translation>批注中有一项没有 id、没有文字，或其时间不可能存在。</translation>
    </message>
    <message>
        <source>A remark has at most %1 characters; this one has %2.</source>
        <translation>批注最多 %1 个字符；这一条有 %2 个。</translation>
    </message>
    <message>
        <source>A remark is about something that the packet does not have.</source>
        <translation>有一条批注所针对的内容不在数据包中。</translation>
    </message>
    <message>
        <source>The remark</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>It names no packet.</source>
        <translation>它没有指明数据包。</translation>
    </message>
    <message>
        <source>Its item is no longer in the project; the packet keeps the remark.</source>
        <translation>其条目已不在项目中；该批注保留在数据包中。</translation>
    </message>
    <message>
        <source>%1 sends words of somebody else; everybody sends their own.</source>
        <translation>%1 发送了他人的文字；每个人只能发送自己的文字。</translation>
    </message>
    <message>
        <source>A line before decides this case already; leave one of them.</source>
        <translation>前面已有一行对此案例作出决定；请只保留其中一行。</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::CasePacker</name>
    <message>
        <source>There is nothing that people disagree on.</source>
        <translation>没有存在分歧的内容。</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::KeyCard</name>
    <message>
        <source>This is no key card.</source>
        <translation>这不是密钥卡。</translation>
    </message>
    <message>
        <source>The key card</source>
        <translation>密钥卡</translation>
    </message>
    <message>
        <source>The key card was made by a newer version of the program.</source>
        <translation>密钥卡由更新版本的程序创建。</translation>
    </message>
    <message>
        <source>The key card was altered: its signature does not fit.</source>
        <translation>密钥卡被更改过：其签名不符。</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::Keyring</name>
    <message>
        <source>The keys need a name of at most 200 characters.</source>
        <translation>密钥需要不超过 200 个字符的名称。</translation>
    </message>
    <message>
        <source>There are keys in %1 already; they are kept. Move them away to make new ones.</source>
        <translation>%1 中已有密钥，将予以保留。要创建新密钥，请先将其移走。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>You have no keys in %1 yet; “packet keygen” makes them.</source>
        <translation>%1 中还没有您的密钥；可用“packet keygen”创建。</translation>
    </message>
    <message>
        <source>Others on this machine can read your key %1. Make new keys; of this one take the rights away (chmod 600) only when nobody can have read it.</source>
        <translation>此计算机上的其他人可以读取您的密钥 %1。请创建新密钥；只有在确定无人读取过此密钥时，才可仅收回其权限 (chmod 600)。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>This key is trusted as “%1” already.</source>
        <translation>此密钥已作为“%1”受信任。</translation>
    </message>
    <message>
        <source>No sender is trusted as “%1”.</source>
        <translation>没有名为“%1”的受信任发送者。</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::Manifest</name>
    <message>
        <source>The summary of the packet cannot be read.</source>
        <translation>无法读取数据包的摘要。</translation>
    </message>
    <message>
        <source>This is no packet: its summary is of another kind.</source>
        <translation>这不是数据包：其摘要属于另一种类型。</translation>
    </message>
    <message>
        <source>The packet was made by a newer version of the program. Update this one to open it.</source>
        <translation>数据包由更新版本的程序创建。请更新本程序后再打开。</translation>
    </message>
    <message>
        <source>work, submissions, adjudication, decisions or recall</source>
        <translation>work、submissions、adjudication、decisions 或 recall</translation>
    </message>
    <message>
        <source>an id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>The summary of the packet is damaged: %1</source>
        <translation>数据包的摘要已损坏：%1</translation>
    </message>
    <message>
        <source>The summary of the packet is not written as packets write it.</source>
        <translation>数据包的摘要不符合数据包的写法。</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::Merger</name>
    <message>
        <source>Merge a packet of %1</source>
        <translation>合并 %1 的数据包</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>It answers a packet that was not made from this project.</source>
        <translation>它回应的数据包不是由此项目创建的。</translation>
    </message>
    <message>
        <source>Its task was not in the packet that it answers.</source>
        <translation>其任务不在它所回应的数据包中。</translation>
    </message>
    <message>
        <source>It answers a packet that was recalled. “--late” takes it all the same.</source>
        <translation>它回应的数据包已被撤回。使用“--late”仍可接收。</translation>
    </message>
    <message>
        <source>It was handed in after the packet had expired. “--late” takes it all the same.</source>
        <translation>它在数据包过期后才提交。使用“--late”仍可接收。</translation>
    </message>
    <message>
        <source>The submission</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>It names no packet.</source>
        <translation>它没有指明数据包。</translation>
    </message>
    <message>
        <source>The submission and its task do not belong together.</source>
        <translation>提交与其任务不匹配。</translation>
    </message>
    <message>
        <source>%1 sends work of %2; everybody sends their own.</source>
        <translation>%1 发送了 %2 的工作；每个人只能发送自己的工作。</translation>
    </message>
    <message>
        <source>The labels are not those that the submission was made of.</source>
        <translation>这些标注不是该提交所依据的标注。</translation>
    </message>
    <message>
        <source>Its item is no longer in the project; the packet keeps the work.</source>
        <translation>其条目已不在项目中；该工作保留在数据包中。</translation>
    </message>
    <message>
        <source>It has labels with the ids of somebody else&apos;s.</source>
        <translation>它含有与他人标注 id 相同的标注。</translation>
    </message>
    <message>
        <source>A submission with the same id and other labels is there already.</source>
        <translation>已有 id 相同但标注不同的提交。</translation>
    </message>
    <message>
        <source>A label is not of the item and the person of the submission.</source>
        <translation>有一个标注不属于该提交的条目和人员。</translation>
    </message>
    <message>
        <source>A track is not of the item and the person of the submission.</source>
        <translation>有一条轨迹不属于该提交的条目和人员。</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>The decision does not fit the case that it names.</source>
        <translation>决定与其所指的案例不符。</translation>
    </message>
    <message>
        <source>Another decision with the same id is there already.</source>
        <translation>已有 id 相同的另一个决定。</translation>
    </message>
    <message>
        <source>Its item is no longer in the project; the packet keeps the decision.</source>
        <translation>其条目已不在项目中；该决定保留在数据包中。</translation>
    </message>
    <message>
        <source>%1 labels have a class that the label schema here no longer has; they keep it.</source>
        <translation>有 %1 个标注的类别已不在此处的标注规范中；它们保留该类别。</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::PacketReader</name>
    <message>
        <source>There is no packet %1 that can be read.</source>
        <translation>没有可读取的数据包 %1。</translation>
    </message>
    <message>
        <source>This is a zip file, but no packet.</source>
        <translation>这是 zip 文件，但不是数据包。</translation>
    </message>
    <message>
        <source>The packet lacks its summary or its signature.</source>
        <translation>数据包缺少摘要或签名。</translation>
    </message>
    <message>
        <source>The packet was altered: its signed list does not name “%1” where it lies.</source>
        <translation>数据包被更改过：其签名列表在“%1”所在的位置没有列出它。</translation>
    </message>
    <message>
        <source>The packet was altered: members that were signed are missing.</source>
        <translation>数据包被更改过：缺少已签名的成员。</translation>
    </message>
    <message>
        <source>The sealed packet was altered: it does not have the parts it must have.</source>
        <translation>密封的数据包被更改过：其组成部分不符合要求。</translation>
    </message>
    <message>
        <source>The packet is sealed. Make or name your keys to open it.</source>
        <translation>数据包已密封。请创建或指定您的密钥以打开它。</translation>
    </message>
    <message>
        <source>There is no place for the opened packet in %1.</source>
        <translation>%1 中没有可存放已打开数据包的位置。</translation>
    </message>
    <message>
        <source>The packet cannot be read.</source>
        <translation>无法读取数据包。</translation>
    </message>
    <message>
        <source>There is no room for the opened packet in %1.</source>
        <translation>%1 中空间不足，无法存放已打开的数据包。</translation>
    </message>
    <message>
        <source>“%1” of the packet is larger than it can be.</source>
        <translation>数据包的“%1”超过允许的大小。</translation>
    </message>
    <message>
        <source>The packet was altered: “%1” is not what was signed.</source>
        <translation>数据包被更改过：“%1”与签名时不同。</translation>
    </message>
    <message>
        <source>Checking the packet</source>
        <translation>正在检查数据包</translation>
    </message>
    <message>
        <source>The packet lacks “%1”.</source>
        <translation>数据包缺少“%1”。</translation>
    </message>
    <message>
        <source>line %1 of “%2”</source>
        <translation>“%2”的第 %1 行</translation>
    </message>
    <message>
        <source>%1 has no end.</source>
        <translation>%1没有结尾。</translation>
    </message>
    <message>
        <source>%1 is longer than it can be.</source>
        <translation>%1超过允许的长度。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::PacketWriter</name>
    <message>
        <source>The folder of %1 cannot be written.</source>
        <translation>无法写入 %1 所在的文件夹。</translation>
    </message>
    <message>
        <source>The medium %1 cannot be read.</source>
        <translation>无法读取媒体文件 %1。</translation>
    </message>
    <message>
        <source>The medium %1 cannot be read to its end.</source>
        <translation>无法完整读取媒体文件 %1。</translation>
    </message>
    <message>
        <source>%1 is not the file that was added to the project; it was not packed.</source>
        <translation>%1 不是添加到项目时的文件；未打包。</translation>
    </message>
    <message>
        <source>The packet cannot be written: %1.</source>
        <translation>无法写入数据包：%1。</translation>
    </message>
    <message>
        <source>The packet cannot be read back.</source>
        <translation>无法回读数据包。</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::Settlement</name>
    <message>
        <source>Merging</source>
        <translation>正在合并</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::SubmissionPacker</name>
    <message>
        <source>The labels of this submission cannot be restored as they were handed in; it was left out.</source>
        <translation>此提交的标注无法恢复为提交时的状态；已略过。</translation>
    </message>
    <message>
        <source>The task of a submission is missing.</source>
        <translation>缺少一个提交的任务。</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::WorkPacker</name>
    <message>
        <source>Say whose work is to be packed.</source>
        <translation>请指明要打包谁的工作。</translation>
    </message>
    <message>
        <source>Nobody is in the cohort “%1”.</source>
        <translation>分组“%1”中没有人。</translation>
    </message>
    <message>
        <source>“%1” is not the name of a person.</source>
        <translation>“%1”不是人员的名称。</translation>
    </message>
    <message>
        <source>There is nothing left to do for %1.</source>
        <translation>%1 没有剩余的工作。</translation>
    </message>
    <message>
        <source>Pack work</source>
        <translation>打包工作</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::WorkParser</name>
    <message>
        <source>The person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>The person is not one that the summary of the packet names.</source>
        <translation>该人员不是数据包摘要中指明的人员。</translation>
    </message>
    <message>
        <source>The item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>The item has no id, kind or name, or sizes that cannot be.</source>
        <translation>条目没有 id、类型或名称，或尺寸无效。</translation>
    </message>
    <message>
        <source>The item is there twice.</source>
        <translation>条目出现了两次。</translation>
    </message>
    <message>
        <source>The item must have exactly one medium.</source>
        <translation>条目必须恰好有一个媒体文件。</translation>
    </message>
    <message>
        <source>The medium</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>The packet lacks the medium “%1”, or it is not this item&apos;s.</source>
        <translation>工作包中缺少媒体“%1”，或它不属于此条目。</translation>
    </message>
    <message>
        <source>The medium “%1” has a place that it cannot have.</source>
        <translation>媒体“%1”的位置不允许。</translation>
    </message>
    <message>
        <source>The file “%1” of the scene has a place that it cannot have.</source>
        <translation>场景的文件“%1”的位置不允许。</translation>
    </message>
    <message>
        <source>The scene belongs to no item of the packet.</source>
        <translation>该场景不属于工作包中的任何条目。</translation>
    </message>
    <message>
        <source>The task is about an item or a person that the packet does not have.</source>
        <translation>该任务涉及工作包中没有的条目或人员。</translation>
    </message>
    <message>
        <source>The label is of an item or a layer that the packet does not have.</source>
        <translation>该标注属于工作包中没有的条目或图层。</translation>
    </message>
    <message>
        <source>The track is of an item or a layer that the packet does not have.</source>
        <translation>该轨迹属于工作包中没有的条目或图层。</translation>
    </message>
    <message>
        <source>The scene of “%1” is missing, or is one of an item that is none.</source>
        <translation>“%1”的场景缺失，或它对应的条目不是场景。</translation>
    </message>
    <message>
        <source>The packet does not hold what its summary says.</source>
        <translation>工作包的内容与其摘要不符。</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::WorkTaker</name>
    <message>
        <source>The packet was recalled by its sender; it is not opened.</source>
        <translation>此工作包已被发送者撤回，不会打开。</translation>
    </message>
    <message>
        <source>The packet was made under another label schema (version %1; here it is %2). Open it into a new folder.</source>
        <translation>此工作包是在另一标注规范下制作的（版本 %1；此处为 %2）。请将其打开到新文件夹中。</translation>
    </message>
    <message>
        <source>There is no place for %1 in the project.</source>
        <translation>项目中没有存放 %1 的位置。</translation>
    </message>
    <message>
        <source>The medium of “%1” is not the one that the packet says.</source>
        <translation>“%1”的媒体文件与工作包所述不一致。</translation>
    </message>
    <message>
        <source>Open a work packet</source>
        <translation>打开工作包</translation>
    </message>
</context>
<context>
    <name>plumbline::packet::ZipWriter</name>
    <message>
        <source>The packet cannot be written: %1.</source>
        <translation>无法写入工作包：%1。</translation>
    </message>
    <message>
        <source>A file changed while it was packed. Try again.</source>
        <translation>打包期间有文件发生了变化。请重试。</translation>
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
        <source>Nothing is shown</source>
        <translation>没有显示内容</translation>
    </message>
    <message>
        <source>Filter: car colour=red score&gt;0.5</source>
        <translation>筛选：car colour=red score&gt;0.5</translation>
    </message>
    <message>
        <source>Filter labels</source>
        <translation>筛选标注</translation>
    </message>
    <message>
        <source>Ready-made filters</source>
        <translation>预设筛选</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by the filter</source>
        <translation>
            <numerusform>筛选隐藏了 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” means nothing here</source>
        <translation>“%1”在此无效</translation>
    </message>
    <message>
        <source>The filter hides every label</source>
        <translation>筛选隐藏了所有标注</translation>
    </message>
    <message>
        <source>They are hidden in the view too. Esc in the filter field clears it.</source>
        <translation>它们在视图中也会隐藏。在筛选框中按 Esc 可清除筛选。</translation>
    </message>
    <message>
        <source>Breaks a rule</source>
        <translation>违反规则</translation>
    </message>
    <message>
        <source>Has an open question</source>
        <translation>有未回答的问题</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Made by a person</source>
        <translation>人工创建</translation>
    </message>
    <message>
        <source>Came from a model</source>
        <translation>来自模型</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Ignore regions</source>
        <translation>忽略区域</translation>
    </message>
    <message>
        <source>Crowds</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>Score above 0.5</source>
        <translation>分数高于 0.5</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
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
    <message>
        <source>A window of its own, or back</source>
        <translation>独立为窗口，或还原</translation>
    </message>
    <message>
        <source>%1: a window of its own, or back</source>
        <translation>%1：独立为窗口，或还原</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::HistoryDelegate</name>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
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
    <message>
        <source>Stop this job</source>
        <translation>停止此任务</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::MentionEdit</name>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
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
    <message>
        <source>Crowd: several objects as one</source>
        <translation>群体：多个物体作为一个</translation>
    </message>
    <message>
        <source>Make a crowd</source>
        <translation>设为群体</translation>
    </message>
    <message>
        <source>Key %1 for %2</source>
        <translation>将按键 %1 指定给 %2</translation>
    </message>
    <message>
        <source>Breaks a rule; the issues panel says which.</source>
        <translation>违反规则；详情见问题面板。</translation>
    </message>
    <message>
        <source>Not in the schema, and kept: %1</source>
        <translation>不在标注规范中，予以保留：%1</translation>
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
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Drop pictures, point clouds or a folder here.</source>
        <translation>将图片、点云或文件夹拖放到此处。</translation>
    </message>
</context>
<context>
    <name>plumbline::panels::ThumbnailStrip</name>
    <message>
        <source>Thumbnails of the queue</source>
        <translation>队列缩略图</translation>
    </message>
</context>
<context>
    <name>plumbline::pointcloud</name>
    <message>
        <source>It has the folder lidar and the tables of an Argoverse 2 log.</source>
        <translation>它有文件夹 lidar 和 Argoverse 2 日志的表。</translation>
    </message>
    <message>
        <source>It is no time with a rotation and a shift; it was left out.</source>
        <translation>它不是带旋转与平移的时间，已略过。</translation>
    </message>
    <message>
        <source>The times of the poses go back. The poses were put in the order of their times.</source>
        <translation>位姿的时间有倒退。已按时间顺序排列位姿。</translation>
    </message>
    <message>
        <source>The place of %1 is no rotation and shift.</source>
        <translation>%1 的位置不是旋转与平移。</translation>
    </message>
    <message>
        <source>The lens of %1 cannot be used.</source>
        <translation>%1 的镜头参数不可用。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>It has the folders velodyne and calib of KITTI&apos;s object detection.</source>
        <translation>它有 KITTI 物体检测的文件夹 velodyne 和 calib。</translation>
    </message>
    <message>
        <source>Reading calibrations</source>
        <translation>正在读取标定</translation>
    </message>
    <message>
        <source>It has the folder velodyne and the %1 of a sequence of KITTI&apos;s odometry.</source>
        <translation>它有文件夹 velodyne 以及 KITTI 里程计序列的 %1。</translation>
    </message>
    <message>
        <source>The poses are those of the camera; without the calibration they cannot be used.</source>
        <translation>位姿是相机的位姿；没有标定就无法使用。</translation>
    </message>
    <message>
        <source>It has the folder velodyne_points/data of a synchronised drive of KITTI&apos;s raw recordings.</source>
        <translation>它有 KITTI 原始数据同步行程的文件夹 velodyne_points/data。</translation>
    </message>
    <message>
        <source>The poses are those of the inertial sensor; without calib_imu_to_velo.txt they cannot be used.</source>
        <translation>位姿是惯性传感器的位姿；没有 calib_imu_to_velo.txt 就无法使用。</translation>
    </message>
    <message>
        <source>It is no record of a pose.</source>
        <translation>它不是位姿记录。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than is allowed.</source>
        <translation>%1 超过允许的大小。</translation>
    </message>
    <message>
        <source>%1 is empty or cannot be read.</source>
        <translation>%1 为空或无法读取。</translation>
    </message>
    <message>
        <source>Its folder %1 holds the tables of nuScenes.</source>
        <translation>其文件夹 %1 含有 nuScenes 的表。</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>It is no list of records.</source>
        <translation>它不是记录列表。</translation>
    </message>
    <message>
        <source>The record is larger than a megabyte; it was left out.</source>
        <translation>该记录大于 1 MB，已略过。</translation>
    </message>
    <message>
        <source>The record cannot be read and was left out: %1</source>
        <translation>无法读取该记录，已略过：%1</translation>
    </message>
    <message>
        <source>The table ends before its last bracket; what came before is used.</source>
        <translation>表在最后一个括号之前结束；使用中断之前的内容。</translation>
    </message>
    <message>
        <source>sweep %1</source>
        <translation>扫描 %1</translation>
    </message>
    <message>
        <source>The times of the sweeps go back here. The sweeps were put in the order of their times.</source>
        <translation>扫描的时间在此处倒退。已按时间顺序排列扫描。</translation>
    </message>
    <message>
        <source>%1 of %2 sweeps have no pose of the vehicle; they are taken as if it stood.</source>
        <translation>%1 / %2 次扫描没有车辆位姿，按车辆静止处理。</translation>
    </message>
    <message>
        <source>The picture of camera %1 cannot be read; %2 of its pictures do not fit the calibration.</source>
        <translation>无法读取相机 %1 的图片；其图片中有 %2 张与标定不符。</translation>
    </message>
    <message>
        <source>Camera %1 is calibrated for %2 × %3 pixels, this picture has %4 × %5; so have %6 in all. What is projected into them lies beside the objects.</source>
        <translation>相机 %1 按 %2 × %3 像素标定，此图片为 %4 × %5；这样的共有 %6 张。投影到其中的内容会偏离物体。</translation>
    </message>
    <message>
        <source>%1: none of the files of this scene is there.</source>
        <translation>%1：此场景的文件全都不存在。</translation>
    </message>
    <message>
        <source>The sweeps have no times; ten a second are assumed.</source>
        <translation>扫描没有时间，假定每秒十次。</translation>
    </message>
    <message>
        <source>%1 is no usable scene: %2.</source>
        <translation>%1 不是可用的场景：%2。</translation>
    </message>
    <message>
        <source>The calibration of %1 is missing, singular or no number. Its pictures are shown, nothing is projected into them.</source>
        <translation>%1 的标定缺失、奇异或不是数字。其图片会显示，但不投影任何内容。</translation>
    </message>
    <message>
        <source>It is a scene.json.</source>
        <translation>它是 scene.json。</translation>
    </message>
    <message>
        <source>It is neither a point cloud nor a scene.</source>
        <translation>它既不是点云，也不是场景。</translation>
    </message>
    <message>
        <source>It is a point cloud: %1.</source>
        <translation>它是点云：%1。</translation>
    </message>
    <message>
        <source>%1 has none of the layouts of scenes that are known.</source>
        <translation>%1 不符合任何已知的场景布局。</translation>
    </message>
    <message>
        <source>The names of its clouds tell times that follow each other.</source>
        <translation>其点云的名称表示前后相继的时间。</translation>
    </message>
    <message>
        <source>The names of its clouds are numbered without a gap.</source>
        <translation>其点云的名称编号连续。</translation>
    </message>
    <message>
        <source>It has a scene.json.</source>
        <translation>它有 scene.json。</translation>
    </message>
    <message>
        <source>The file is not there; so are %1 in all. They were left out.</source>
        <translation>文件不存在；这样的共有 %1 个，均已略过。</translation>
    </message>
    <message>
        <source>It has the folders lidar and camera or label of SUSTechPOINTS.</source>
        <translation>它有 SUSTechPOINTS 的文件夹 lidar 以及 camera 或 label。</translation>
    </message>
    <message>
        <source>“intrinsic” is no matrix of a camera.</source>
        <translation>“intrinsic”不是相机矩阵。</translation>
    </message>
    <message>
        <source>“extrinsic” is no rotation and shift.</source>
        <translation>“extrinsic”不是旋转与平移。</translation>
    </message>
    <message>
        <source>It lies in a folder named sequences and has a folder velodyne, as KITTI&apos;s odometry has it.</source>
        <translation>它位于名为 sequences 的文件夹中，并有文件夹 velodyne，与 KITTI 里程计的结构相同。</translation>
    </message>
    <message>
        <source>The poses are those of the inertial sensor; without Tr_imu_velo they cannot be used.</source>
        <translation>位姿是惯性传感器的位姿；没有 Tr_imu_velo 就无法使用。</translation>
    </message>
    <message>
        <source>%1 lines are no records of a pose.</source>
        <translation>%1 行不是位姿记录。</translation>
    </message>
    <message>
        <source>It has folders of sequences in velodyne as KITTI&apos;s tracking has them.</source>
        <translation>它的 velodyne 中有各序列的文件夹，与 KITTI 跟踪的结构相同。</translation>
    </message>
    <message>
        <source>%1 frames name no cloud of this folder, or one twice; they were left out.</source>
        <translation>%1 帧未指明此文件夹中的点云，或重复指明同一点云，已略过。</translation>
    </message>
    <message>
        <source>The place of camera %1 is not that of its first picture; that one is used.</source>
        <translation>相机 %1 的位置与其第一张图片的位置不同；使用后者。</translation>
    </message>
    <message>
        <source>It has the folder pointcloud and the files of an episode of Supervisely.</source>
        <translation>它有文件夹 pointcloud 和 Supervisely 片段（episode）的文件。</translation>
    </message>
    <message>
        <source>It has the folder pointcloud and annotations or pictures of Supervisely.</source>
        <translation>它有文件夹 pointcloud 以及 Supervisely 的标注或图片。</translation>
    </message>
</context>
<context>
    <name>plumbline::pointcloud::Builder</name>
    <message>
        <source>The file is not there; so are %1 of scene %2 in all. They were left out.</source>
        <translation>文件不存在；场景 %2 中这样的共有 %1 个，均已略过。</translation>
    </message>
    <message>
        <source>%1 has more than one calibration in scene %2; the first is used.</source>
        <translation>%1 在场景 %2 中有多个标定；使用第一个。</translation>
    </message>
    <message>
        <source>Its sensor is not in the tables; it was left out.</source>
        <translation>其传感器不在表中，已略过。</translation>
    </message>
    <message>
        <source>Its sensor has two files in one sample; it was left out.</source>
        <translation>其传感器在一个 sample 中有两个文件，已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::pointcloud::DataFolder</name>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>Links that lead out of %1 are not followed; this is the first. Add the folder that holds both.</source>
        <translation>不跟随指向 %1 之外的链接；这是第一个。请添加同时包含两者的文件夹。</translation>
    </message>
</context>
<context>
    <name>plumbline::pointcloud::NuTables</name>
    <message>
        <source>%1 records have no time; they were left out.</source>
        <translation>%1 条记录没有时间，已略过。</translation>
    </message>
    <message>
        <source>%1 poses are no rotation and shift; they count as unknown.</source>
        <translation>%1 个位姿不是旋转与平移，视为未知。</translation>
    </message>
</context>
<context>
    <name>plumbline::pointcloud::SceneFactory</name>
    <message>
        <source>It is neither a file nor a folder.</source>
        <translation>它既不是文件，也不是文件夹。</translation>
    </message>
    <message>
        <source>It has none of the layouts of scenes that are known.</source>
        <translation>它不符合任何已知的场景布局。</translation>
    </message>
</context>
<context>
    <name>plumbline::pointcloud::SceneReader</name>
    <message>
        <source>%1 is of version %2; this program reads version %3.</source>
        <translation>%1 的版本为 %2；本程序读取版本 %3。</translation>
    </message>
    <message>
        <source>%1 is no scene: it has no “%2” with a version.</source>
        <translation>%1 不是场景：没有带版本的“%2”。</translation>
    </message>
    <message>
        <source>The text ends before its last bracket; what came before is used.</source>
        <translation>文本在最后一个括号之前结束；使用中断之前的内容。</translation>
    </message>
    <message>
        <source>There is no sensor of this name; labels are given in the vehicle&apos;s frame.</source>
        <translation>没有此名称的传感器；标注采用车辆坐标系。</translation>
    </message>
    <message>
        <source>It is larger than a megabyte; it was left out.</source>
        <translation>它大于 1 MB，已略过。</translation>
    </message>
    <message>
        <source>It cannot be read and was left out: %1</source>
        <translation>无法读取，已略过：%1</translation>
    </message>
    <message>
        <source>There is no such list.</source>
        <translation>没有此列表。</translation>
    </message>
    <message>
        <source>A sensor needs a name of its own and the kind lidar, camera or radar; it was left out.</source>
        <translation>传感器须有唯一的名称，类型为 lidar、camera 或 radar；已略过。</translation>
    </message>
    <message>
        <source>It is no rotation and shift; the sensor counts as uncalibrated.</source>
        <translation>它不是旋转与平移；该传感器视为未标定。</translation>
    </message>
    <message>
        <source>The lens cannot be used; the camera counts as uncalibrated.</source>
        <translation>镜头参数不可用；该相机视为未标定。</translation>
    </message>
    <message>
        <source>It is no whole number; the frame was left out.</source>
        <translation>它不是整数；该帧已略过。</translation>
    </message>
    <message>
        <source>It is no rotation and shift; the pose counts as unknown.</source>
        <translation>它不是旋转与平移；该位姿视为未知。</translation>
    </message>
    <message>
        <source>A file belongs to one sensor of the list, and a sensor has one in a frame; it was left out.</source>
        <translation>文件须属于列表中的一个传感器，且每个传感器每帧只有一个文件；已略过。</translation>
    </message>
    <message>
        <source>It is no whole number; the file was left out.</source>
        <translation>它不是整数；该文件已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::pointcloud::SceneSource</name>
    <message>
        <source>There is no frame %1; the scene has %2.</source>
        <translation>没有第 %1 帧；场景有 %2 帧。</translation>
    </message>
</context>
<context>
    <name>plumbline::pointcloud::Survey</name>
    <message>
        <source>Reading scenes</source>
        <translation>正在读取场景</translation>
    </message>
    <message>
        <source>%1 pictures beside the scenes were not added; add their folder by itself.</source>
        <translation>场景旁的 %1 张图片未添加；请单独添加其文件夹。</translation>
    </message>
</context>
<context>
    <name>plumbline::pointcloud::Table</name>
    <message>
        <source>line 1</source>
        <translation>第 1 行</translation>
    </message>
    <message>
        <source>There is no column %1; the table is not used.</source>
        <translation>没有列 %1；不使用此表。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>plumbline::pointcloud::kitti</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>The times of %1 sweeps are missing or no numbers; no time of this file is used.</source>
        <translation>%1 次扫描的时间缺失或不是数字；不使用此文件中的任何时间。</translation>
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
    <message>
        <source>The model %1 looks at sweeps of a LiDAR, and “%2” is no LiDAR scene. Choose another model.</source>
        <translation>模型 %1 处理 LiDAR 扫描，而“%2”不是 LiDAR 场景。请选择其他模型。</translation>
    </message>
    <message>
        <source>The model %1 looks at pictures, and “%2” is no picture. Choose another model.</source>
        <translation>模型 %1 处理图片，而“%2”不是图片。请选择其他模型。</translation>
    </message>
    <message>
        <source>The model %1 looks at sweeps of a LiDAR, and the project has no LiDAR scenes. Choose another model.</source>
        <translation>模型 %1 处理 LiDAR 扫描，而项目中没有 LiDAR 场景。请选择其他模型。</translation>
    </message>
    <message>
        <source>The model %1 looks at pictures, and the project has none. Choose another model.</source>
        <translation>模型 %1 处理图片，而项目中没有图片。请选择其他模型。</translation>
    </message>
    <message>
        <source>The sensors and frames of this scene are not known. Add it again.</source>
        <translation>此场景的传感器和帧未知。请重新添加。</translation>
    </message>
    <message>
        <source>Frame %1 has no sweep.</source>
        <translation>第 %1 帧没有扫描。</translation>
    </message>
    <message>
        <source>Pre-labeling the sweeps of %1</source>
        <translation>正在预标注 %1 的扫描</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>The model finds more than %1 objects in the scene “%2”; raise the score threshold.</source>
        <translation>模型在场景“%2”中找到超过 %1 个物体；请提高分数阈值。</translation>
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
    <message>
        <source>No unit has two ratings.</source>
        <translation>没有任何单元具有两个评分。</translation>
    </message>
    <message>
        <source>Only one category was ever used: there is nothing that could have been disagreed on.</source>
        <translation>始终只用了一个类别：不存在可能产生分歧的内容。</translation>
    </message>
    <message>
        <source>This measure is for exactly two raters.</source>
        <translation>此度量只适用于恰好两名评分者。</translation>
    </message>
    <message>
        <source>The scale is one of numbers, and some labels are no numbers (or below zero, for ratios).</source>
        <translation>量表为数值型，但有些标注不是数字（对于比率量表，或小于零）。</translation>
    </message>
    <message>
        <source>The labels are texts whose order was not declared. Declare it from lowest to highest.</source>
        <translation>标注是未声明顺序的文本。请从低到高声明顺序。</translation>
    </message>
    <message>
        <source>Fewer than two units were rated by everybody.</source>
        <translation>由所有人评分的单元少于两个。</translation>
    </message>
    <message>
        <source>The ratings do not differ, so nothing can be compared.</source>
        <translation>评分全部相同，无法进行比较。</translation>
    </message>
    <message>
        <source>There are more different labels than this measure can compare with each other.</source>
        <translation>不同标注的数量超出此度量可比较的范围。</translation>
    </message>
    <message>
        <source>The resampling was stopped.</source>
        <translation>重采样已停止。</translation>
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
        <source>%1 has labeled %2 before; the first label counts.</source>
        <translation>%1 此前已标注 %2；以第一个标注为准。</translation>
    </message>
    <message>
        <source>The label “%1” is not one of the declared ones; the line was left out.</source>
        <translation>标注“%1”不是已声明的标注之一；该行已略过。</translation>
    </message>
    <message>
        <source>A batch has 1 to 1,000,000 items.</source>
        <translation>一个批次有 1 至 1,000,000 个条目。</translation>
    </message>
    <message>
        <source>The share of bad items to refuse must be above the acceptable one, and both risks between 0 and 100 %.</source>
        <translation>应拒收的不合格条目比例必须高于可接受的比例，两种风险都须在 0 与 100 % 之间。</translation>
    </message>
    <message>
        <source>This measure needs equally many ratings of every unit. Gwet&apos;s AC and Krippendorff&apos;s alpha do not, nor does fleiss-kappa-varying.</source>
        <translation>此指标要求每个单元的评分数量相同。Gwet AC 和 Krippendorff alpha 没有此要求，fleiss-kappa-varying 也没有。</translation>
    </message>
    <message>
        <source>No distances between these labels were given.</source>
        <translation>没有给出这些标签之间的距离。</translation>
    </message>
    <message>
        <source>The numbers are too large to compute with.</source>
        <translation>数值过大，无法计算。</translation>
    </message>
    <message>
        <source>Nobody marked anything.</source>
        <translation>没有人做过任何标记。</translation>
    </message>
    <message>
        <source>Some spans lie outside of the given limits.</source>
        <translation>有些片段超出给定的范围。</translation>
    </message>
    <message>
        <source>There are more ways to align these spans than can be gone through. Take fewer annotators or shorter tasks.</source>
        <translation>这些片段的对齐方式过多，无法逐一检查。请减少标注员或缩短任务。</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> 以及另外 %1 个</translation>
    </message>
    <message>
        <source>There is no comparison.</source>
        <translation>没有比较。</translation>
    </message>
    <message>
        <source>The reference was never compared with anything.</source>
        <translation>参照项从未与任何条目比较过。</translation>
    </message>
    <message>
        <source>More than %1 different items cannot be fitted at once.</source>
        <translation>一次最多拟合 %1 个不同的条目。</translation>
    </message>
    <message>
        <source>These were never compared with the others: %1. Compare them, or give a prior.</source>
        <translation>以下条目从未与其他条目比较过：%1。请加以比较，或给出先验。</translation>
    </message>
    <message>
        <source>These never won against the others nor tied with them: %1. Their abilities have no lower limit; compare more, or give a prior.</source>
        <translation>以下条目从未胜过其他条目，也未与其打平：%1。它们的能力值没有下限；请增加比较，或给出先验。</translation>
    </message>
    <message>
        <source>Every comparison is a tie: nothing was preferred.</source>
        <translation>所有比较都是平局：没有任何偏好。</translation>
    </message>
    <message>
        <source>Every pair was always shown in one order, so an effect of the order cannot be told from ability. Show pairs both ways, leave the order out, or give a prior.</source>
        <translation>每一对总以同一顺序显示，因此无法区分顺序效应与能力。请按两种顺序显示，不计顺序效应，或给出先验。</translation>
    </message>
    <message>
        <source>The comparisons fit ever better the farther the abilities are apart. Compare more, or give a prior.</source>
        <translation>能力值相差越大，与比较结果的拟合就越好，没有止境。请增加比较，或给出先验。</translation>
    </message>
    <message>
        <source>Comparing cohorts takes at least two annotators with results in each.</source>
        <translation>比较分组时，每组至少需要两位有结果的标注员。</translation>
    </message>
    <message>
        <source>Prior fitted to %1 annotators (%2 results): mean %3 %, weighs as much as %4 results.</source>
        <translation>先验由 %1 位标注员（%2 个结果）拟合：均值 %3 %，权重相当于 %4 个结果。</translation>
    </message>
    <message>
        <source>Uniform prior: only %1 annotators have %2 results or more, and a fitted one needs %3.</source>
        <translation>均匀先验：只有 %1 位标注员达到 %2 个结果，拟合先验需要 %3 位。</translation>
    </message>
    <message>
        <source>Uniform prior: the %1 annotators (%2 results) differ no more than chance explains, so that nothing can be fitted.</source>
        <translation>均匀先验：%1 位标注员（%2 个结果）之间的差异未超出偶然范围，无法拟合。</translation>
    </message>
    <message>
        <source>The strength “%1” is no whole number from -3 to 3; the line was left out.</source>
        <translation>强度“%1”不是 -3 至 3 的整数；该行已略过。</translation>
    </message>
    <message>
        <source>The label is missing; the line was left out.</source>
        <translation>缺少 label；该行已略过。</translation>
    </message>
    <message>
        <source>The label “%1” is none of first, second and tie; the line was left out.</source>
        <translation>label“%1”不是 first、second 或 tie；该行已略过。</translation>
    </message>
    <message>
        <source>The label “%1” and the strength %2 contradict each other; the line was left out.</source>
        <translation>label“%1”与强度 %2 相互矛盾；该行已略过。</translation>
    </message>
    <message>
        <source>%1 must begin with a line naming the columns task, annotator, first, second and label.</source>
        <translation>%1 的首行必须包含 task、annotator、first、second 和 label 五列。</translation>
    </message>
    <message>
        <source>Task, annotator, first or second is missing; the line was left out.</source>
        <translation>缺少 task、annotator、first 或 second；该行已略过。</translation>
    </message>
    <message>
        <source>“%1” is compared with itself; the line was left out.</source>
        <translation>“%1”与自身比较；该行已略过。</translation>
    </message>
    <message>
        <source>%1 has compared these two in %2 before; the first judgement counts.</source>
        <translation>%1 此前已在 %2 中比较过这两项；以第一次判断为准。</translation>
    </message>
    <message>
        <source>Difficulty needs results of gold items; there are none.</source>
        <translation>难度需要标准答案条目的结果；目前没有。</translation>
    </message>
    <message>
        <source>A result names an annotator or an item that is not listed.</source>
        <translation>有结果引用了未列出的标注员或条目。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Distances can be given for up to %1 labels.</source>
        <translation>最多可为 %1 个标签给出距离。</translation>
    </message>
    <message>
        <source>%1 must begin with a line naming the columns a, b and distance.</source>
        <translation>%1 的首行必须包含 a、b 和 distance 三列。</translation>
    </message>
    <message>
        <source>“%1” is no distance; the line was left out.</source>
        <translation>“%1”不是距离；该行已略过。</translation>
    </message>
    <message>
        <source>Nobody used the label “%1”; the line was left out.</source>
        <translation>没有人用过标签“%1”；该行已略过。</translation>
    </message>
    <message>
        <source>A label is at distance 0 from itself; the line was left out.</source>
        <translation>标签与自身的距离为 0；该行已略过。</translation>
    </message>
    <message>
        <source>The weights must be numbers from 0, the samples 1 or more.</source>
        <translation>权重必须是不小于 0 的数，样本数须不小于 1。</translation>
    </message>
    <message>
        <source>The sampling was stopped.</source>
        <translation>采样已停止。</translation>
    </message>
    <message>
        <source>Comparing cohorts takes two items or more that both did, and two annotators or more in each.</source>
        <translation>比较分组需要两组都做过的两个或更多条目，且每组须有两位或更多标注员。</translation>
    </message>
    <message>
        <source>All results of one cohort on the shared items are the same; the odds have no finite estimate. Use the exact test instead.</source>
        <translation>一个分组在共同条目上的结果全部相同；优势比没有有限的估计值。请改用精确检验。</translation>
    </message>
    <message>
        <source>The comparison did not settle; there are too few results on shared items.</source>
        <translation>比较未能收敛；共同条目上的结果太少。</translation>
    </message>
    <message>
        <source>A rule needs accuracies and rates between 0 and 100 % and 1 to 10,000 planned gold items.</source>
        <translation>规则的准确率和比率须在 0 与 100 % 之间，计划的标准答案条目须为 1 至 10,000 个。</translation>
    </message>
    <message>
        <source>No setting of this rule pauses an annotator of %1 % in at most %2 % of cases over %3 gold items; plan fewer, or allow more.</source>
        <translation>此规则没有任何设置能使准确率为 %1 % 的标注员在 %3 个标准答案条目内被暂停的概率不超过 %2 %；请减少计划数量，或放宽允许的比率。</translation>
    </message>
    <message>
        <source>Reading %1 was stopped.</source>
        <translation>读取 %1 已停止。</translation>
    </message>
    <message>
        <source>%1 labels repeat an earlier one of the same task and annotator, this line first; every one counts.</source>
        <translation>%1 个标签与同一任务、同一标注员先前的标签重复，此行为首个；每个都计入。</translation>
    </message>
    <message>
        <source>An EWMA chart needs a weight between 0 and 1 and a run length of 2 to 1,000,000.</source>
        <translation>EWMA 控制图需要 0 与 1 之间的权重以及 2 至 1,000,000 的运行长度。</translation>
    </message>
    <message>
        <source>%1 must begin with a line naming the columns task, annotator, start, end and label.</source>
        <translation>%1 的首行必须包含 task、annotator、start、end 和 label 五列。</translation>
    </message>
    <message>
        <source>Task or annotator is missing; the line was left out.</source>
        <translation>缺少 task 或 annotator；该行已略过。</translation>
    </message>
    <message>
        <source>Start and end must be numbers; the line was left out.</source>
        <translation>start 和 end 必须是数字；该行已略过。</translation>
    </message>
    <message>
        <source>The end is not after the start; the line was left out.</source>
        <translation>end 不在 start 之后；该行已略过。</translation>
    </message>
    <message>
        <source>The same span stands in line %1; it counts once.</source>
        <translation>第 %1 行已有相同的片段；只计一次。</translation>
    </message>
    <message>
        <source>The span overlaps the one in line %1, of the same annotator and label; it was left out.</source>
        <translation>该片段与第 %1 行中同一标注员、同一标签的片段重叠，已略过。</translation>
    </message>
    <message>
        <source>A quoted cell never ends; the line was left out.</source>
        <translation>带引号的单元格没有结束，该行已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::quality::BernoulliCusumPlan</name>
    <message>
        <source>The error rate that is too much must be above the acceptable one, both between 0 and 100 %.</source>
        <translation>不可接受的错误率必须高于可接受的错误率，两者都须在 0 与 100 % 之间。</translation>
    </message>
    <message>
        <source>Choose 10 to 100,000 gold items between false alarms.</source>
        <translation>两次误报之间请选择 10 至 100,000 个标准答案条目。</translation>
    </message>
</context>
<context>
    <name>plumbline::quality::DriftAlarm</name>
    <message>
        <source>CUSUM of residuals</source>
        <translation>残差 CUSUM</translation>
    </message>
    <message>
        <source>EWMA of residuals</source>
        <translation>残差 EWMA</translation>
    </message>
    <message>
        <source>CUSUM of errors</source>
        <translation>错误 CUSUM</translation>
    </message>
    <message>
        <source>Worse since gold item %1: %2 errors in %3 gold items, residuals %4 standard deviations on average (%5, %6 of %7).</source>
        <translation>自第 %1 个标准答案条目起变差：%3 个标准答案条目中有 %2 个错误，残差平均为 %4 个标准差（%5，%6 / %7）。</translation>
    </message>
    <message>
        <source>Better since gold item %1: %2 errors in %3 gold items, residuals %4 standard deviations on average (%5, %6 of %7).</source>
        <translation>自第 %1 个标准答案条目起变好：%3 个标准答案条目中有 %2 个错误，残差平均为 %4 个标准差（%5，%6 / %7）。</translation>
    </message>
</context>
<context>
    <name>plumbline::quality::GoldFinding</name>
    <message>
        <source>All %1 annotators had it right: it tells nobody apart any more; retire it.</source>
        <translation>%1 位标注员全部答对：它已无法区分任何人；请停用。</translation>
    </message>
    <message>
        <source>The better people do elsewhere, the more often they fail here (correlation %1, %2 of %3 right): the key is probably wrong; adjudicate it.</source>
        <translation>在别处表现越好的人在此处越常答错（相关系数 %1，%3 人中 %2 人答对）：答案很可能有误；请裁定。</translation>
    </message>
    <message>
        <source>%1 of %2 annotators of the better half failed it: adjudicate the key.</source>
        <translation>较好的半数标注员中，%2 人里有 %1 人答错：请裁定答案。</translation>
    </message>
</context>
<context>
    <name>plumbline::quality::GoldPool</name>
    <message>
        <source>%1 annotators with %2 gold items each, where ordinary items get %3 labels, need %4 gold items.</source>
        <translation>%1 位标注员各做 %2 个标准答案条目，普通条目各有 %3 个标注，共需 %4 个标准答案条目。</translation>
    </message>
    <message>
        <source>There are %1: gold is met no more often than other work.</source>
        <translation>现有 %1 个：标准答案条目不会比其他条目更常出现。</translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>目前还没有。</translation>
    </message>
    <message>
        <source>There are %1: each is met %2 times instead of %3, and people who compare their items can tell gold. Add %4, serve fewer to each annotator, or retire items after %3 uses.</source>
        <translation>现有 %1 个：每个会出现 %2 次而不是 %3 次，相互比对条目的人能看出哪些是标准答案。请增加 %4 个，减少每位标注员的数量，或在使用 %3 次后停用条目。</translation>
    </message>
</context>
<context>
    <name>plumbline::quality::PauseProposal</name>
    <message>
        <source>%1 of %2 gold items right: %3 % (%4 to %5 %).</source>
        <translation>%2 个标准答案条目中答对 %1 个：%3 %（%4 至 %5 %）。</translation>
    </message>
    <message>
        <source>The rule pauses an annotator of %1 % in %2 % of cases within %3 gold items.</source>
        <translation>对于准确率为 %1 % 的标注员，此规则在 %3 个标准答案条目内将其暂停的概率为 %2 %。</translation>
    </message>
    <message>
        <source>No pause is proposed: %1 %2</source>
        <translation>不建议暂停：%1 %2</translation>
    </message>
    <message>
        <source>A pause is proposed since gold item %1 (rule: %2).</source>
        <translation>自第 %1 个标准答案条目起建议暂停（规则：%2）。</translation>
    </message>
    <message>
        <source>A pause was proposed at gold item %1 (rule: %2) and would not be now.</source>
        <translation>曾在第 %1 个标准答案条目处建议暂停（规则：%2），现在则不会。</translation>
    </message>
</context>
<context>
    <name>plumbline::quality::PauseRule</name>
    <message>
        <source>fewer than %1 % of the last %2 gold items right (from %3 on)</source>
        <translation>最近 %2 个标准答案条目的答对率低于 %1 %（从第 %3 个起）</translation>
    </message>
    <message>
        <source>fewer than %1 % of all gold items right (from %2 on)</source>
        <translation>全部标准答案条目的答对率低于 %1 %（从第 %2 个起）</translation>
    </message>
    <message>
        <source>accuracy is below %1 % with %2 % certainty (from %3 gold items on)</source>
        <translation>准确率低于 %1 %，确定程度 %2 %（从第 %3 个标准答案条目起）</translation>
    </message>
    <message>
        <source>sequential test of %1 % against %2 %, wrong in %3 % and %4 % of cases</source>
        <translation>序贯概率比检验：%1 % 对 %2 %，误判率为 %3 % 和 %4 %</translation>
    </message>
</context>
<context>
    <name>plumbline::review</name>
    <message>
        <source>There is no item %1 in the project.</source>
        <translation>项目中没有条目 %1。</translation>
    </message>
    <message>
        <source>%1 has handed in nothing of “%2”.</source>
        <translation>%1 没有提交过“%2”的任何工作。</translation>
    </message>
    <message>
        <source>Nobody reviews their own work.</source>
        <translation>不能审核自己的工作。</translation>
    </message>
    <message>
        <source>Take this work for review first; it may be with somebody else.</source>
        <translation>请先领取此工作进行审核；它可能已由他人领取。</translation>
    </message>
    <message>
        <source>Somebody else is reviewing this already.</source>
        <translation>已有他人在审核此工作。</translation>
    </message>
    <message>
        <source>Begin review</source>
        <translation>开始审核</translation>
    </message>
    <message>
        <source>Give back review</source>
        <translation>退回审核</translation>
    </message>
    <message>
        <source>There is nothing to decide about.</source>
        <translation>没有需要决定的内容。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Ask to fix</source>
        <translation>要求修改</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>The label %1 is not in what was handed in.</source>
        <translation>标注 %1 不在已提交的内容中。</translation>
    </message>
    <message>
        <source>Say what is wrong with one of the schema&apos;s error codes; “%1” is none.</source>
        <translation>请用标注规范中的错误代码说明问题；“%1”不是错误代码。</translation>
    </message>
    <message>
        <source>End review</source>
        <translation>结束审核</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The plan of reviews has no usable “%1”.</source>
        <translation>审核计划中没有可用的“%1”。</translation>
    </message>
    <message>
        <source>Write what the remark is about.</source>
        <translation>请写明批注的内容。</translation>
    </message>
    <message>
        <source>This remark is not there any more.</source>
        <translation>此批注已不存在。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Resolve remark</source>
        <translation>解决批注</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>to be fixed</source>
        <translation>待修改</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>This item is not there any more.</source>
        <translation>此条目已不存在。</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Asked:</source>
        <translation>提问：</translation>
    </message>
    <message>
        <source>Write what holds from now on.</source>
        <translation>请写明今后的规定。</translation>
    </message>
    <message>
        <source>The guideline has changed meanwhile: look at the new text first.</source>
        <translation>标注指南在此期间已更改：请先查看新的正文。</translation>
    </message>
    <message>
        <source>Questions become part of the guideline</source>
        <translation>将问题写入标注指南</translation>
    </message>
    <message>
        <source>A question is not there any more.</source>
        <translation>有一个问题已不存在。</translation>
    </message>
    <message>
        <source>This is in the guideline now, version %1 (plumbline:guideline/%1).</source>
        <translation>此内容现已写入标注指南，版本 %1（plumbline:guideline/%1）。</translation>
    </message>
    <message>
        <source>What is known of reviewers cannot be read.</source>
        <translation>无法读取审核员的相关记录。</translation>
    </message>
    <message>
        <source>Plant 1 to 1000 copies with 1 to 1000 defects of one kind at least.</source>
        <translation>请植入 1 到 1000 份副本和 1 到 1000 个缺陷，并至少选择一种缺陷。</translation>
    </message>
    <message>
        <source>The project has no reviewers.</source>
        <translation>项目中没有审核员。</translation>
    </message>
    <message>
        <source>%1 does not review in this project.</source>
        <translation>%1 在此项目中不担任审核。</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>This is a project of one; there is nobody to hand work to.</source>
        <translation>这是单人项目，没有可转派的人。</translation>
    </message>
    <message>
        <source>%1 is a viewer and does not label.</source>
        <translation>%1 是查看者，不做标注。</translation>
    </message>
    <message>
        <source>%1 is no member of the project.</source>
        <translation>%1 不是项目成员。</translation>
    </message>
    <message>
        <source>%1 has handed in “%2”; it is reviewed as it is. What is to be fixed then can be handed on.</source>
        <translation>%1 已提交“%2”；将按现状审核。之后需要修改的部分可以转派。</translation>
    </message>
    <message>
        <source>The work of %1 on “%2” is in review. End the review, or release it, first.</source>
        <translation>%1 在“%2”上的工作正在审核中。请先结束审核或将其释放。</translation>
    </message>
    <message>
        <source>%1 says that “%2” cannot be labeled; decide about that in the triage first.</source>
        <translation>%1 表示“%2”无法标注；请先在分诊中作出决定。</translation>
    </message>
    <message>
        <source>The work of %1 on “%2” is finished; a reviewer or lead has to reopen it first.</source>
        <translation>%1 在“%2”上的工作已完成；须先由审核员或负责人重新打开。</translation>
    </message>
    <message>
        <source>The schema has no class “%1”.</source>
        <translation>标注规范中没有类别“%1”。</translation>
    </message>
    <message>
        <source>Assign to %1</source>
        <translation>分配给 %1</translation>
    </message>
    <message>
        <source>%1 has this work already.</source>
        <translation>%1 已有此工作。</translation>
    </message>
    <message>
        <source>%1 has no task with “%2”.</source>
        <translation>%1 没有“%2”的任务。</translation>
    </message>
    <message>
        <source>The work of %1 on “%2” was handed on to %3 already.</source>
        <translation>%1 在“%2”上的工作已转派给 %3。</translation>
    </message>
    <message>
        <source>%1 has a task of their own with “%2” already.</source>
        <translation>%1 自己已有“%2”的任务。</translation>
    </message>
    <message>
        <source>%1 has labels of their own on “%2” already; hand the work on without copies.</source>
        <translation>%1 在“%2”上已有自己的标注；请转派工作但不附带副本。</translation>
    </message>
    <message>
        <source>Hand on to %1</source>
        <translation>转派给 %1</translation>
    </message>
    <message>
        <source>The work of %1 on “%2” is not in review.</source>
        <translation>%1 在“%2”上的工作不在审核中。</translation>
    </message>
    <message>
        <source>Release review</source>
        <translation>释放审核</translation>
    </message>
    <message>
        <source>What was drawn for reviews cannot be read.</source>
        <translation>无法读取审核的抽取记录。</translation>
    </message>
    <message>
        <source>Draw reviews</source>
        <translation>抽取审核</translation>
    </message>
    <message>
        <source>Plan reviews</source>
        <translation>规划审核</translation>
    </message>
    <message>
        <source>The part “%1” of %2 is not handed in yet.</source>
        <translation>%2 的部分“%1”尚未提交。</translation>
    </message>
    <message>
        <source>The part “%1” of %2 is not accepted yet.</source>
        <translation>%2 的部分“%1”尚未接受。</translation>
    </message>
    <message>
        <source>%1 has not labeled their part of “%2”.</source>
        <translation>%1 尚未标注“%2”中自己的部分。</translation>
    </message>
    <message>
        <source>Nobody was given a part of “%1”.</source>
        <translation>“%1”的任何部分都尚未分配。</translation>
    </message>
    <message>
        <source>The accepted layer holds labels of this item that did not come from parts of it; take them away or adjudicate first.</source>
        <translation>接受图层中含有此条目的标注，但它们不来自其各部分；请先移除这些标注或进行仲裁。</translation>
    </message>
    <message>
        <source>The accepted labels of this item were changed by hand since its parts were put together. Putting them together anew takes that back.</source>
        <translation>此条目已接受的标注在各部分拼接后被手动更改过。重新拼接会撤销这些更改。</translation>
    </message>
    <message>
        <source>Put parts together</source>
        <translation>拼接各部分</translation>
    </message>
    <message>
        <source>A remark has at most %1 characters; this one has %2.</source>
        <translation>一条批注最多 %1 个字符；此批注有 %2 个。</translation>
    </message>
    <message>
        <source>Say what the remark is about.</source>
        <translation>请说明此批注针对什么。</translation>
    </message>
    <message>
        <source>Remarks made in one step are about one item.</source>
        <translation>同一步骤中的批注须针对同一条目。</translation>
    </message>
    <message>
        <source>Accepting what was not drawn</source>
        <translation>正在接受未抽中的提交</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) have no decision yet. Decide, or accept the rest.</source>
        <translation>
            <numerusform>还有 %n 个标注没有决定。请作出决定，或将其余全部通过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of work wait; %1 a day came in and %2 a day were reviewed.</source>
        <translation>
            <numerusform>%n 项工作等待审核；每天新增 %1 项，每天审核 %2 项。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::review::ContactSheet</name>
    <message>
        <source>Labels to be decided about</source>
        <translation>待决定的标注</translation>
    </message>
</context>
<context>
    <name>plumbline::review::CropDelegate</name>
    <message>
        <source>no picture</source>
        <translation>无图片</translation>
    </message>
</context>
<context>
    <name>plumbline::review::CropModel</name>
    <message>
        <source>undecided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>%1, %2, in %3</source>
        <translation>%1，%2，位于 %3</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1，位于 %2：%3</translation>
    </message>
    <message>
        <source>changed since the last round</source>
        <translation>自上一轮后已更改</translation>
    </message>
</context>
<context>
    <name>plumbline::review::Names</name>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
</context>
<context>
    <name>plumbline::review::PlantedStore</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1, where it is kept what reviewers find, is damaged. Restore it from a backup, or move it away.</source>
        <translation>%1 已损坏，其中保存审核员发现的内容。请从备份恢复，或将其移走。</translation>
    </message>
    <message>
        <source>What is known of reviewers was written by a newer Plumbline; update the program.</source>
        <translation>关于审核员的记录由较新的 Plumbline 写入；请更新程序。</translation>
    </message>
</context>
<context>
    <name>plumbline::review::QueueForecast</name>
    <message>
        <source>Nothing waits for a review.</source>
        <translation>没有等待审核的内容。</translation>
    </message>
    <message>
        <source>A forecast needs %1 days.</source>
        <translation>预测需要 %1 天的数据。</translation>
    </message>
    <message>
        <source>At this pace the queue does not end within a year.</source>
        <translation>按此速度，队列一年内无法清空。</translation>
    </message>
    <message>
        <source>Reviewed in %1 days (%2 to %3 in eight of ten runs).</source>
        <translation>%1 天内审核完毕（十次模拟中有八次为 %2 至 %3 天）。</translation>
    </message>
    <message>
        <source>Reviewed in %1 days (from %2; one run in ten or more does not end).</source>
        <translation>%1 天内审核完毕（最少 %2 天；十次模拟中有一次或更多无法完成）。</translation>
    </message>
</context>
<context>
    <name>plumbline::review::Stitcher</name>
    <message>
        <source>%1 in the part %2</source>
        <translation>%2部分中的 %1</translation>
    </message>
    <message>
        <source>Sweep %1: </source>
        <translation>扫描 %1： </translation>
    </message>
    <message>
        <source>%1 is not in the part %2.</source>
        <translation>%1 不在%2部分中。</translation>
    </message>
    <message>
        <source>one thing has two classes: %1.</source>
        <translation>同一物体有两个类别：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、 </translation>
    </message>
    <message>
        <source>which of these are the same is not clear: %1.</source>
        <translation>无法确定其中哪些是同一物体：%1。</translation>
    </message>
    <message>
        <source>Sweeps %1–%2 are in nobody&apos;s part.</source>
        <translation>扫描 %1–%2 不属于任何人的部分。</translation>
    </message>
    <message>
        <source>something without a class</source>
        <translation>无类别的物体</translation>
    </message>
    <message>
        <source>of the whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>plumbline::review::Suspicion</name>
    <message>
        <source>the model sees it otherwise</source>
        <translation>模型的判断不同</translation>
    </message>
    <message>
        <source>others see it otherwise</source>
        <translation>其他人的判断不同</translation>
    </message>
    <message>
        <source>unusual size or shape for its class</source>
        <translation>尺寸或形状在其类别中不常见</translation>
    </message>
    <message>
        <source>low score %1</source>
        <translation>分数较低：%1</translation>
    </message>
    <message>
        <source>its author was not sure</source>
        <translation>作者不确定</translation>
    </message>
</context>
<context>
    <name>plumbline::rules</name>
    <message>
        <source>at least %1 pixels on the shorter side and %2 square pixels</source>
        <translation>短边至少 %1 像素，且面积至少 %2 平方像素</translation>
    </message>
    <message>
        <source>at least %1 square pixels</source>
        <translation>面积至少 %1 平方像素</translation>
    </message>
    <message>
        <source>at least %1 pixels on the shorter side</source>
        <translation>短边至少 %1 像素</translation>
    </message>
    <message>
        <source>overlap by %1 % at most</source>
        <translation>重叠不超过 %1 %</translation>
    </message>
    <message>
        <source>overlap with %2 by %1 % at most</source>
        <translation>与 %2 的重叠不超过 %1 %</translation>
    </message>
    <message>
        <source>exactly %1 in an image</source>
        <translation>每张图片恰好 %1 个</translation>
    </message>
    <message>
        <source>%1 to %2 in an image</source>
        <translation>每张图片 %1 到 %2 个</translation>
    </message>
    <message>
        <source>at most %1 in an image</source>
        <translation>每张图片最多 %1 个</translation>
    </message>
    <message>
        <source>at least %1 in an image</source>
        <translation>每张图片至少 %1 个</translation>
    </message>
    <message>
        <source>inside the picture</source>
        <translation>在图片范围内</translation>
    </message>
    <message>
        <source>required attributes answered</source>
        <translation>必填属性均已回答</translation>
    </message>
    <message>
        <source>only the shapes of its class</source>
        <translation>只能使用其类别的形状</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>只能是 %1</translation>
    </message>
    <message>
        <source>at least %1 points</source>
        <translation>至少 %1 个点</translation>
    </message>
    <message>
        <source>Minimum size</source>
        <translation>最小尺寸</translation>
    </message>
    <message>
        <source>No overlap</source>
        <translation>不重叠</translation>
    </message>
    <message>
        <source>How many in an image</source>
        <translation>每张图片的数量</translation>
    </message>
    <message>
        <source>Inside the picture</source>
        <translation>在图片范围内</translation>
    </message>
    <message>
        <source>Required attributes</source>
        <translation>必填属性</translation>
    </message>
    <message>
        <source>Kinds of shape</source>
        <translation>形状种类</translation>
    </message>
    <message>
        <source>Fewest points</source>
        <translation>最少点数</translation>
    </message>
    <message>
        <source>Attribute values</source>
        <translation>属性值</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 不为 %2</translation>
    </message>
    <message>
        <source>%1 is at least %2</source>
        <translation>%1 至少为 %2</translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation>%1 至多为 %2</translation>
    </message>
    <message>
        <source>%1 is answered</source>
        <translation>%1 已回答</translation>
    </message>
    <message>
        <source>%1 is not answered</source>
        <translation>%1 未回答</translation>
    </message>
    <message>
        <source>all classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>%1 where %2</source>
        <translation>%1（当 %2）</translation>
    </message>
    <message>
        <source>“%1” is not a test. Write moving=true, colour!=red, speed&gt;=3, plate? or plate!.</source>
        <translation>“%1”不是有效的条件。请写成 moving=true、colour!=red、speed&gt;=3、plate? 或 plate!。</translation>
    </message>
    <message>
        <source>Counting points</source>
        <translation>正在统计点数</translation>
    </message>
</context>
<context>
    <name>plumbline::rules::ImageCheck</name>
    <message>
        <source>Its class is not in the schema. Pick another one, or add it back.</source>
        <translation>它的类别不在标注规范中。请选择其他类别，或重新添加该类别。</translation>
    </message>
    <message>
        <source>%1: “%2” of “%3” is not an answer that the schema offers.</source>
        <translation>%1：“%2”不是标注规范为“%3”提供的答案。</translation>
    </message>
    <message>
        <source>%1 is %2 pixels small; at least %3 are wanted.</source>
        <translation>%1 只有 %2 像素；至少需要 %3 像素。</translation>
    </message>
    <message>
        <source>%1 covers %2 square pixels; at least %3 are wanted.</source>
        <translation>%1 的面积为 %2 平方像素；至少需要 %3 平方像素。</translation>
    </message>
    <message>
        <source>%1 reaches outside the picture.</source>
        <translation>%1 超出图片范围。</translation>
    </message>
    <message>
        <source>%1 needs an answer: %2</source>
        <translation>%1 需要回答：%2</translation>
    </message>
    <message>
        <source>%1 is a %2; wanted: %3.</source>
        <translation>%1 是 %2；应为：%3。</translation>
    </message>
    <message>
        <source>%1 has %2 points; at least %3 are wanted.</source>
        <translation>%1 有 %2 个点；至少需要 %3 个。</translation>
    </message>
    <message>
        <source>%1: “%2” has another answer than the rule wants, or none.</source>
        <translation>%1：“%2”的回答与规则要求不符，或没有回答。</translation>
    </message>
    <message>
        <source>%1: “%2” of “%3” breaks a rule.</source>
        <translation>%1：“%3”的值“%2”违反规则。</translation>
    </message>
    <message>
        <source>A label without a class</source>
        <translation>没有类别的标注</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>%1 × %2 here; at least %3 are wanted.</source>
        <translation>此处有 %1 × %2；至少需要 %3 个。</translation>
    </message>
    <message>
        <source>%1 × %2 here; at most %3 are allowed.</source>
        <translation>此处有 %1 × %2；最多允许 %3 个。</translation>
    </message>
    <message>
        <source>%1 and %2 overlap by %3 %; %4 % are allowed.</source>
        <translation>%1 与 %2 重叠 %3 %；允许 %4 %。</translation>
    </message>
    <message>
        <source>Too many shapes lie on each other: not every overlap was looked at.</source>
        <translation>相互重叠的形状过多：未检查全部重叠。</translation>
    </message>
    <message>
        <source>%1 has %2 point; at least %3 are wanted.</source>
        <translation>%1 有 %2 个点；至少需要 %3 个。</translation>
    </message>
</context>
<context>
    <name>plumbline::rules::SceneCheck</name>
    <message>
        <source>long</source>
        <translation>长</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>%1 is %2 m %3; its class is about %4 m (%5 to %6 m).</source>
        <translation>%1 的%3为 %2 m；其类别约为 %4 m（%5 至 %6 m）。</translation>
    </message>
    <message>
        <source>%1 is %2 m away; its class is labeled up to %3 m.</source>
        <translation>%1 距离 %2 m；其类别的标注距离上限为 %3 m。</translation>
    </message>
    <message>
        <source>%1 heads along its shorter side: it is %2 m long and %3 m wide.</source>
        <translation>%1 的朝向沿其短边：长 %2 m，宽 %3 m。</translation>
    </message>
    <message>
        <source>No point lies in %1.</source>
        <translation>%1 中没有点。</translation>
    </message>
    <message>
        <source>No point lies in %1; at least %2 are wanted.</source>
        <translation>%1 中没有点；至少需要 %2 个。</translation>
    </message>
    <message>
        <source>Points in %1: %2; at least %3 are wanted.</source>
        <translation>%1 中的点数：%2；至少需要 %3 个。</translation>
    </message>
    <message>
        <source>The bottom of %1 is %2 m below the ground.</source>
        <translation>%1 的底面低于地面 %2 m。</translation>
    </message>
    <message>
        <source>The bottom of %1 is %2 m above the ground.</source>
        <translation>%1 的底面高出地面 %2 m。</translation>
    </message>
    <message>
        <source>%1 and %2 overlap: %3 % of the smaller one, at most %4 % are usual.</source>
        <translation>%1 与 %2 重叠：占较小者的 %3 %，通常不超过 %4 %。</translation>
    </message>
    <message>
        <source>A label without a class</source>
        <translation>没有类别的标注</translation>
    </message>
    <message>
        <source>%1 jumps: %2 m in %3 s since its key frame in frame %4 is %5 m/s, at most %6 m/s are usual.</source>
        <translation>%1 发生跳变：自第 %4 帧的关键帧起 %3 s 内移动 %2 m，即 %5 m/s，通常不超过 %6 m/s。</translation>
    </message>
    <message>
        <source>%1 is %2 m off the way of its track here: that takes %3 m/s², at most %4 m/s² are usual.</source>
        <translation>%1 在此处偏离其轨迹路径 %2 m：这需要 %3 m/s²，通常不超过 %4 m/s²。</translation>
    </message>
    <message>
        <source>%1 changes its speed by %2 m/s between frames %3 and %4: in between it may be %5 m off. Add a key frame near frame %6.</source>
        <translation>%1 在第 %3 帧与第 %4 帧之间速度变化 %2 m/s：中间位置的偏差可达 %5 m。请在第 %6 帧附近添加关键帧。</translation>
    </message>
    <message>
        <source>%1 moves backwards at %2 m/s in %3 of its %4 key frames: front and back may be mixed up.</source>
        <translation>%1 在其 %4 个关键帧中有 %3 个以 %2 m/s 向后移动：前后可能颠倒了。</translation>
    </message>
    <message>
        <source>%1 heads %2° off the way it moves, at %3 m/s, in %4 of its %5 key frames.</source>
        <translation>%1 在其 %5 个关键帧中有 %4 个朝向偏离移动方向 %2°，速度为 %3 m/s。</translation>
    </message>
    <message>
        <source>%1 turns by %2° from frame %3 to frame %4, in %5 s; at most %6° are usual.</source>
        <translation>%1 从第 %3 帧到第 %4 帧在 %5 s 内转动 %2°；通常不超过 %6°。</translation>
    </message>
    <message>
        <source>%1 is %2 m %3 here, %4 m in its track.</source>
        <translation>%1 的%3在此处为 %2 m，在其轨迹中为 %4 m。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview</name>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Cuboid: drag its footprint, or click an object</source>
        <translation>长方体：拖出其底面，或单击物体</translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Go to the selected box</source>
        <translation>转到所选框</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>俯视</translation>
    </message>
    <message>
        <source>From the side</source>
        <translation>侧视</translation>
    </message>
    <message>
        <source>From the front</source>
        <translation>前视</translation>
    </message>
    <message>
        <source>In perspective</source>
        <translation>透视</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Hide or show labels</source>
        <translation>隐藏或显示标注</translation>
    </message>
    <message>
        <source>Next colouring of points</source>
        <translation>下一种点着色方式</translation>
    </message>
    <message>
        <source>Edges of points on or off</source>
        <translation>开关点的边缘</translation>
    </message>
    <message>
        <source>Three sides of the selected box on or off</source>
        <translation>开关所选框的三视图</translation>
    </message>
    <message>
        <source>Cameras on or off</source>
        <translation>开关相机</translation>
    </message>
    <message>
        <source>Points in the pictures on or off</source>
        <translation>开关图片中的点</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>Ten frames on</source>
        <translation>前进十帧</translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation>后退十帧</translation>
    </message>
    <message>
        <source>Next key frame of the track</source>
        <translation>轨迹的下一个关键帧</translation>
    </message>
    <message>
        <source>Previous key frame of the track</source>
        <translation>轨迹的上一个关键帧</translation>
    </message>
    <message>
        <source>Copy to the next frame</source>
        <translation>复制到下一帧</translation>
    </message>
    <message>
        <source>Copy to the frame before</source>
        <translation>复制到上一帧</translation>
    </message>
    <message>
        <source>Fit the box to its points</source>
        <translation>使框贴合其中的点</translation>
    </message>
    <message>
        <source>Turn front and back round</source>
        <translation>前后调转</translation>
    </message>
    <message>
        <source>Stand the box on the ground</source>
        <translation>将框置于地面</translation>
    </message>
    <message>
        <source>Cancel, or select nothing</source>
        <translation>取消，或不选择</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
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
        <source>Key frame of the selected track here</source>
        <translation>在此帧为所选轨迹设关键帧</translation>
    </message>
    <message>
        <source>Accept the whole track</source>
        <translation>接受整条轨迹</translation>
    </message>
    <message>
        <source>Reject the whole track</source>
        <translation>拒绝整条轨迹</translation>
    </message>
    <message>
        <source>Points: a line round them</source>
        <translation>点：套索圈选</translation>
    </message>
    <message>
        <source>Points: corners round them</source>
        <translation>点：多边形圈选</translation>
    </message>
    <message>
        <source>Points: brush</source>
        <translation>点：画笔</translation>
    </message>
    <message>
        <source>Points: fill the ground</source>
        <translation>点：填充地面</translation>
    </message>
    <message>
        <source>Points: an object that hangs together</source>
        <translation>点：连成一体的物体</translation>
    </message>
    <message>
        <source>Label the points in the selected boxes</source>
        <translation>标注所选框内的点</translation>
    </message>
    <message>
        <source>Larger brush for points</source>
        <translation>增大点画笔</translation>
    </message>
    <message>
        <source>Smaller brush for points</source>
        <translation>减小点画笔</translation>
    </message>
    <message>
        <source>New instance of points</source>
        <translation>新建点实例</translation>
    </message>
    <message>
        <source>Class and instance of the point under the mouse</source>
        <translation>取鼠标下方点的类别和实例</translation>
    </message>
    <message>
        <source>Label points in all sweeps, or in one</source>
        <translation>在所有扫描或单次扫描中标注点</translation>
    </message>
    <message>
        <source>Line: click its vertices, Enter ends it</source>
        <translation>折线：单击放置顶点，按 Enter 结束</translation>
    </message>
    <message>
        <source>Lay more sweeps over each other, or only this one</source>
        <translation>叠加更多扫描，或仅显示此扫描</translation>
    </message>
    <message>
        <source>Show only what lies around the selected box, or everything</source>
        <translation>仅显示所选框周围，或显示全部</translation>
    </message>
    <message>
        <source>Show only a slice of heights, or everything</source>
        <translation>仅显示一段高度切片，或显示全部</translation>
    </message>
    <message>
        <source>Enlarge the next camera</source>
        <translation>放大下一个相机</translation>
    </message>
    <message>
        <source>Calibration of the cameras on or off</source>
        <translation>开关相机标定</translation>
    </message>
    <message>
        <source>The selected track in all frames at once</source>
        <translation>同时显示所选轨迹的所有帧</translation>
    </message>
    <message>
        <source>Track not visible from here on, or visible again</source>
        <translation>轨迹从此处起不可见，或重新可见</translation>
    </message>
    <message>
        <source>One size for the whole track on or off</source>
        <translation>开关整条轨迹统一尺寸</translation>
    </message>
    <message>
        <source>Points of all sweeps of the track on or off</source>
        <translation>开关轨迹所有扫描的点</translation>
    </message>
    <message>
        <source>Split the track before this frame</source>
        <translation>在此帧之前拆分轨迹</translation>
    </message>
    <message>
        <source>Merge the selected tracks</source>
        <translation>合并所选轨迹</translation>
    </message>
    <message>
        <source>Put the box of this frame into the other selected track</source>
        <translation>将此帧的框移入另一条所选轨迹</translation>
    </message>
    <message>
        <source>Make the selected box a track of its own</source>
        <translation>使所选框成为独立轨迹</translation>
    </message>
    <message>
        <source>End the line</source>
        <translation>结束折线</translation>
    </message>
    <message>
        <source>Take the line&apos;s last vertex back</source>
        <translation>撤回折线的最后一个顶点</translation>
    </message>
    <message>
        <source>Lines on the ground or on points</source>
        <translation>折线落在地面上或点上</translation>
    </message>
    <message>
        <source>Boxes of the selected cuboid in the pictures</source>
        <translation>生成所选长方体在图片中的框</translation>
    </message>
    <message>
        <source>Boxes of all cuboids in the pictures</source>
        <translation>生成所有长方体在图片中的框</translation>
    </message>
    <message>
        <source>Next finding in this scene</source>
        <translation>此场景中的下一个问题</translation>
    </message>
    <message>
        <source>Previous finding in this scene</source>
        <translation>此场景中的上一个问题</translation>
    </message>
    <message>
        <source>Put right what is found at the selected boxes</source>
        <translation>修正所选框的问题</translation>
    </message>
    <message>
        <source>Check all frames</source>
        <translation>检查所有帧</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::Actions</name>
    <message>
        <source>Move forward by 10 cm</source>
        <translation>前移 10 cm</translation>
    </message>
    <message>
        <source>Move forward by 1 cm</source>
        <translation>前移 1 cm</translation>
    </message>
    <message>
        <source>Move back by 10 cm</source>
        <translation>后移 10 cm</translation>
    </message>
    <message>
        <source>Move back by 1 cm</source>
        <translation>后移 1 cm</translation>
    </message>
    <message>
        <source>Move left by 10 cm</source>
        <translation>左移 10 cm</translation>
    </message>
    <message>
        <source>Move left by 1 cm</source>
        <translation>左移 1 cm</translation>
    </message>
    <message>
        <source>Move right by 10 cm</source>
        <translation>右移 10 cm</translation>
    </message>
    <message>
        <source>Move right by 1 cm</source>
        <translation>右移 1 cm</translation>
    </message>
    <message>
        <source>Move up by 10 cm</source>
        <translation>上移 10 cm</translation>
    </message>
    <message>
        <source>Move up by 1 cm</source>
        <translation>上移 1 cm</translation>
    </message>
    <message>
        <source>Move down by 10 cm</source>
        <translation>下移 10 cm</translation>
    </message>
    <message>
        <source>Move down by 1 cm</source>
        <translation>下移 1 cm</translation>
    </message>
    <message>
        <source>Turn left by 5°</source>
        <translation>左转 5°</translation>
    </message>
    <message>
        <source>Turn left by 0.5°</source>
        <translation>左转 0.5°</translation>
    </message>
    <message>
        <source>Turn right by 5°</source>
        <translation>右转 5°</translation>
    </message>
    <message>
        <source>Turn right by 0.5°</source>
        <translation>右转 0.5°</translation>
    </message>
    <message>
        <source>Tilt the front down by 1°</source>
        <translation>前端下倾 1°</translation>
    </message>
    <message>
        <source>Tilt the front down by 0.1°</source>
        <translation>前端下倾 0.1°</translation>
    </message>
    <message>
        <source>Tilt the front up by 1°</source>
        <translation>前端上仰 1°</translation>
    </message>
    <message>
        <source>Tilt the front up by 0.1°</source>
        <translation>前端上仰 0.1°</translation>
    </message>
    <message>
        <source>Roll right by 1°</source>
        <translation>右滚 1°</translation>
    </message>
    <message>
        <source>Roll right by 0.1°</source>
        <translation>右滚 0.1°</translation>
    </message>
    <message>
        <source>Roll left by 1°</source>
        <translation>左滚 1°</translation>
    </message>
    <message>
        <source>Roll left by 0.1°</source>
        <translation>左滚 0.1°</translation>
    </message>
    <message>
        <source>Longer by 10 cm</source>
        <translation>加长 10 cm</translation>
    </message>
    <message>
        <source>Longer by 1 cm</source>
        <translation>加长 1 cm</translation>
    </message>
    <message>
        <source>Shorter by 10 cm</source>
        <translation>缩短 10 cm</translation>
    </message>
    <message>
        <source>Shorter by 1 cm</source>
        <translation>缩短 1 cm</translation>
    </message>
    <message>
        <source>Wider by 10 cm</source>
        <translation>加宽 10 cm</translation>
    </message>
    <message>
        <source>Wider by 1 cm</source>
        <translation>加宽 1 cm</translation>
    </message>
    <message>
        <source>Narrower by 10 cm</source>
        <translation>收窄 10 cm</translation>
    </message>
    <message>
        <source>Narrower by 1 cm</source>
        <translation>收窄 1 cm</translation>
    </message>
    <message>
        <source>Higher by 10 cm</source>
        <translation>加高 10 cm</translation>
    </message>
    <message>
        <source>Higher by 1 cm</source>
        <translation>加高 1 cm</translation>
    </message>
    <message>
        <source>Lower by 10 cm</source>
        <translation>降低 10 cm</translation>
    </message>
    <message>
        <source>Lower by 1 cm</source>
        <translation>降低 1 cm</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::BoxCount</name>
    <message>
        <source>%1 points in the box</source>
        <translation>框内有 %1 个点</translation>
    </message>
    <message>
        <source>about %1 points in the box</source>
        <translation>框内约有 %1 个点</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::CalibrationPanel</name>
    <message>
        <source>Calibration of a camera</source>
        <translation>相机标定</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Time offset in milliseconds</source>
        <translation>时间偏移（毫秒）</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Places shown in the cloud and in the picture</source>
        <translation>在点云和图片中指明的对应点</translation>
    </message>
    <message>
        <source>In the cloud</source>
        <translation>点云中</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>图片中</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Turn and shift the camera so that the places fit best; shown, not applied</source>
        <translation>旋转并平移相机，使对应点吻合得最好；仅显示，不应用</translation>
    </message>
    <message>
        <source>Apply to the scene</source>
        <translation>应用到场景</translation>
    </message>
    <message>
        <source>Part of the scene from now on; can be undone. Labels keep the calibration they were made under</source>
        <translation>从现在起成为场景的一部分；可以撤销。已有标注保留其制作时的标定</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Show the calibration of the scene again</source>
        <translation>重新显示场景的标定</translation>
    </message>
    <message>
        <source>Remove the place</source>
        <translation>移除对应点</translation>
    </message>
    <message>
        <source>Close the calibration</source>
        <translation>关闭标定</translation>
    </message>
    <message>
        <source>Taken later by</source>
        <translation>拍摄延后</translation>
    </message>
    <message>
        <source>The way of the vehicle is not known, so a time offset changes nothing.</source>
        <translation>车辆的行驶路径未知，因此时间偏移不起作用。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::CalibrationWork</name>
    <message>
        <source>No camera of this scene is calibrated.</source>
        <translation>此场景没有已标定的相机。</translation>
    </message>
    <message>
        <source>No point of the cloud lies here. Click a point in the cloud first.</source>
        <translation>此处没有点云的点。请先单击点云中的一个点。</translation>
    </message>
    <message>
        <source>Proposed: turned by %1°, shifted by %2 cm. %3 px before, %4 px after. The pictures show it.</source>
        <translation>建议：旋转 %1°，平移 %2 cm。之前 %3 px，之后 %4 px。图片中已显示效果。</translation>
    </message>
    <message>
        <source>Applied. Undo takes it back.</source>
        <translation>已应用。可以撤销。</translation>
    </message>
    <message>
        <source>Calibrate %1</source>
        <translation>标定 %1</translation>
    </message>
    <message>
        <source>%1, %2, %3 · frame %4</source>
        <translation>%1, %2, %3 · 第 %4 帧</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>Root mean square: %1 px over %2 places</source>
        <translation>均方根：%1 px，共 %2 个对应点</translation>
    </message>
    <message>
        <source>Now click in the picture where this point should be.</source>
        <translation>现在请单击此点在图片中应处的位置。</translation>
    </message>
    <message>
        <source>Click a point in the cloud, or its projection in a picture. At least %1 places make a proposal.</source>
        <translation>请单击点云中的一个点，或其在图片中的投影。至少 %1 个对应点才能给出建议。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::CameraColouring</name>
    <message>
        <source>Colour points from pictures</source>
        <translation>按图片为点着色</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::CameraStrip</name>
    <message>
        <source>Cameras</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>No picture in this frame</source>
        <translation>此帧没有图片</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::CameraView</name>
    <message>
        <source>Camera %1</source>
        <translation>相机 %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>未标定</translation>
    </message>
    <message>
        <source>calibrated for %1 × %2</source>
        <translation>按 %1 × %2 标定</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::CloudBar</name>
    <message>
        <source>Sweeps</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>and around it</source>
        <translation>及其周围</translation>
    </message>
    <message>
        <source>How many sweeps are laid over each other</source>
        <translation>叠加的扫描次数</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>仅此扫描</translation>
    </message>
    <message>
        <source>Whole scene</source>
        <translation>整个场景</translation>
    </message>
    <message>
        <source>%1 around this one</source>
        <translation>前后共 %1 次</translation>
    </message>
    <message>
        <source>Lidars that are shown, and how long after the frame&apos;s time each has measured</source>
        <translation>显示的 LiDAR，以及各自在帧时间之后多久测量</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Where points are shown</source>
        <translation>在何处显示点</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Only the selected box</source>
        <translation>仅所选框</translation>
    </message>
    <message>
        <source>Only a slice of heights</source>
        <translation>仅一段高度切片</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Lowest height over the ground</source>
        <translation>离地最低高度</translation>
    </message>
    <message>
        <source>Greatest height over the ground</source>
        <translation>离地最高高度</translation>
    </message>
    <message>
        <source>Room around the box</source>
        <translation>框周围的空间</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Sweeps of other frames, moved with the vehicle, dimmer than the one that is looked at</source>
        <translation>其他帧的扫描，随车辆移动，比当前查看的扫描更暗</translation>
    </message>
    <message>
        <source>   nothing in this frame</source>
        <translation>   此帧中没有数据</translation>
    </message>
    <message>
        <source>Lidars: %1 of %2</source>
        <translation>LiDAR：%1 / %2</translation>
    </message>
    <message>
        <source>Select a box to see only what lies around it</source>
        <translation>选择一个框，即可仅显示其周围内容</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::CloudData</name>
    <message>
        <source>None of its %1 points has a position.</source>
        <translation>其 %1 个点都没有位置。</translation>
    </message>
    <message>
        <source>It holds no points.</source>
        <translation>它不含任何点。</translation>
    </message>
    <message>
        <source>Reading points</source>
        <translation>正在读取点</translation>
    </message>
    <message>
        <source>Reading a sample</source>
        <translation>正在读取抽样</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::CloudPainter</name>
    <message>
        <source>The graphics driver refuses a drawing program. A newer driver may help.</source>
        <translation>显卡驱动拒绝了一个绘图程序。更新驱动可能有帮助。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::CloudSource</name>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>Prepare %1 for quick viewing</source>
        <translation>准备 %1 以便快速查看</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>Read more of %1</source>
        <translation>继续读取 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::Colouring</name>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Own colour</source>
        <translation>自身颜色</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>单色</translation>
    </message>
    <message>
        <source>Class of points</source>
        <translation>点的类别</translation>
    </message>
    <message>
        <source>Instance of points</source>
        <translation>点的实例</translation>
    </message>
    <message>
        <source>Camera colour</source>
        <translation>相机颜色</translation>
    </message>
    <message>
        <source>Class of the box</source>
        <translation>框的类别</translation>
    </message>
    <message>
        <source>Box by box</source>
        <translation>逐框</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::ComparisonCamera</name>
    <message>
        <source>Picture of camera %1</source>
        <translation>相机 %1 的图片</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::ComparisonPane</name>
    <message>
        <source>Above</source>
        <translation>俯视</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>Look straight down</source>
        <translation>垂直俯视</translation>
    </message>
    <message>
        <source>Look from behind and above</source>
        <translation>从后上方查看</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>This machine has no OpenGL 3.3, so the points cannot be drawn. The boxes are shown all the same.</source>
        <translation>此电脑没有 OpenGL 3.3，无法绘制点。框仍会显示。</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>无法显示 %1</translation>
    </message>
    <message>
        <source>The project knows no sensors and frames of this scene. Add its folder again.</source>
        <translation>项目中没有此场景的传感器和帧的信息。请重新添加其文件夹。</translation>
    </message>
    <message>
        <source>Scene %1</source>
        <translation>场景 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No sweep in this frame</source>
        <translation>此帧没有扫描</translation>
    </message>
    <message>
        <source>Loading %1…</source>
        <translation>正在加载 %1…</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::ExtrinsicFit</name>
    <message>
        <source>These places leave open how the camera is turned or shifted. Show places further apart in the picture, at different distances, not all in one line.</source>
        <translation>这些对应点无法确定相机的旋转或平移。请指明在图片中相距更远、距离各不相同且不全在一条直线上的对应点。</translation>
    </message>
    <message>
        <source>Show at least %1 places.</source>
        <translation>请至少指明 %1 个对应点。</translation>
    </message>
    <message>
        <source>A place lies nowhere near the vehicle and the picture.</source>
        <translation>有一个对应点远离车辆和图片。</translation>
    </message>
    <message>
        <source>One of the places lies behind the camera, or where its lens says nothing.</source>
        <translation>有一个对应点位于相机后方，或在镜头模型无效的区域。</translation>
    </message>
    <message>
        <source>The best fit lies %1° and %2 m away, which is no correction. Look at the places with large residuals.</source>
        <translation>最佳拟合相差 %1° 和 %2 m，已不能算是校正。请检查残差较大的对应点。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::LineTool</name>
    <message>
        <source>“%1” is labelled with: %2. Choose another tool or another class.</source>
        <translation>“%1”要用 %2 来标注。请换一个工具或类别。</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>There is no ground here. Click on points, or further down.</source>
        <translation>此处没有地面。请单击点，或单击更靠下的位置。</translation>
    </message>
    <message>
        <source>Click where the line shall begin.</source>
        <translation>请单击折线的起点。</translation>
    </message>
    <message>
        <source>A line needs two vertices.</source>
        <translation>折线需要两个顶点。</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>绘制 %1</translation>
    </message>
    <message>
        <source>a line</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Take a vertex from %1</source>
        <translation>从 %1 移除一个顶点</translation>
    </message>
    <message>
        <source>Vertices of lines go on the ground.</source>
        <translation>折线的顶点落在地面上。</translation>
    </message>
    <message>
        <source>Vertices of lines go to the nearest point.</source>
        <translation>折线的顶点落在最近的点上。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::MergedSweeps</name>
    <message>
        <source>Lay sweeps over each other</source>
        <translation>叠加扫描</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::PictureBoxEdits</name>
    <message>
        <source>Select a box of this frame first.</source>
        <translation>请先选择此帧的一个框。</translation>
    </message>
    <message>
        <source>This frame has no boxes yet.</source>
        <translation>此帧还没有框。</translation>
    </message>
    <message>
        <source>Its class has no boxes in pictures; the schema says so.</source>
        <translation>标注规范规定，其类别在图片中没有框。</translation>
    </message>
    <message>
        <source>It has its boxes in the pictures. Delete one to have it made anew.</source>
        <translation>它在图片中已有框。删除其中一个即可重新生成。</translation>
    </message>
    <message>
        <source>No calibrated camera sees it in this frame.</source>
        <translation>此帧中没有已标定的相机能看到它。</translation>
    </message>
    <message>
        <source>Box of %1 in the picture</source>
        <translation>%1 在图片中的框</translation>
    </message>
    <message>
        <source>%1 boxes in pictures</source>
        <translation>%1 个图片中的框</translation>
    </message>
    <message>
        <source>Boxes made in pictures: %1. There before, and left as they were: %2.</source>
        <translation>在图片中生成的框：%1。原已存在并保持不变的框：%2。</translation>
    </message>
    <message>
        <source>Boxes made in pictures: %1.</source>
        <translation>在图片中生成的框：%1。</translation>
    </message>
    <message>
        <source>Resize %1 in the picture</source>
        <translation>在图片中调整 %1 的大小</translation>
    </message>
    <message>
        <source>a label</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::PointBar</name>
    <message>
        <source>Only what is seen</source>
        <translation>仅可见的点</translation>
    </message>
    <message>
        <source>All sweeps</source>
        <translation>所有扫描</translation>
    </message>
    <message>
        <source>Options of the tools for points</source>
        <translation>点工具的选项</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Take labels away; Alt does the other of labeling and erasing</source>
        <translation>移除标注；按住 Alt 在标注与擦除之间切换</translation>
    </message>
    <message>
        <source>Instance of new labels</source>
        <translation>新标注的实例</translation>
    </message>
    <message>
        <source>Which object of its class the points belong to</source>
        <translation>这些点属于其类别的哪个物体</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>The next number that no label has</source>
        <translation>下一个未被标注使用的编号</translation>
    </message>
    <message>
        <source>Which points are changed</source>
        <translation>更改哪些点</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Leave out points that others hide</source>
        <translation>略过被其他点遮挡的点</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>Label the same places in all sweeps: for what stands still</source>
        <translation>在所有扫描中标注相同位置：用于静止的物体</translation>
    </message>
    <message>
        <source>All points</source>
        <translation>所有点</translation>
    </message>
    <message>
        <source>Only unlabeled</source>
        <translation>仅未标注的点</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>仅“%1”</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>间隙</translation>
    </message>
    <message>
        <source>Of the ball that labels</source>
        <translation>标注所用球体的半径</translation>
    </message>
    <message>
        <source>Over and under the ground that belongs to it</source>
        <translation>地面上下属于地面的范围</translation>
    </message>
    <message>
        <source>Widest between points of one object</source>
        <translation>同一物体的点之间的最大间隙</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::PointColours</name>
    <message>
        <source>instance %1</source>
        <translation>实例 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::PointLabelEdits</name>
    <message>
        <source>Choose a class for the points first.</source>
        <translation>请先为点选择类别。</translation>
    </message>
    <message>
        <source>“%1” is labelled with: %2. Choose another class.</source>
        <translation>“%1”要用 %2 来标注。请换一个类别。</translation>
    </message>
    <message>
        <source>The labels of these points have changed meanwhile. Nothing was done.</source>
        <translation>这些点的标注在此期间已更改。未执行任何操作。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::PointLabeling</name>
    <message>
        <source>Points are labeled in all sweeps.</source>
        <translation>在所有扫描中标注点。</translation>
    </message>
    <message>
        <source>Points are labeled in this sweep only.</source>
        <translation>仅在此扫描中标注点。</translation>
    </message>
    <message>
        <source>Points are still being labeled. Wait, or stop it with Esc.</source>
        <translation>仍在标注点。请等待，或按 Esc 停止。</translation>
    </message>
    <message>
        <source>The points are still being loaded.</source>
        <translation>仍在加载点。</translation>
    </message>
    <message>
        <source>Choose a class for the points first.</source>
        <translation>请先为点选择类别。</translation>
    </message>
    <message>
        <source>The sweep has %1 points, its labels are for another number.</source>
        <translation>此扫描有 %1 个点，其标注对应的点数不同。</translation>
    </message>
    <message>
        <source>Erase labels of points</source>
        <translation>擦除点的标注</translation>
    </message>
    <message>
        <source>Label points as %1</source>
        <translation>将点标注为 %1</translation>
    </message>
    <message>
        <source>Select a box first.</source>
        <translation>请先选择一个框。</translation>
    </message>
    <message>
        <source>Label the points of %1 boxes</source>
        <translation>标注 %1 个框内的点</translation>
    </message>
    <message>
        <source>None of these points changes.</source>
        <translation>这些点都没有变化。</translation>
    </message>
    <message>
        <source>Label points</source>
        <translation>标注点</translation>
    </message>
    <message>
        <source>Another item is shown by now. Its points were left as they are.</source>
        <translation>当前已显示另一个条目。原条目的点保持不变。</translation>
    </message>
    <message>
        <source>%1 points in %2 sweeps.</source>
        <translation>%2 次扫描中的 %1 个点。</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>已略过：%1</translation>
    </message>
    <message>
        <source>With a tool for points, move the mouse over a labeled point first.</source>
        <translation>请先用点工具将鼠标移到已标注的点上。</translation>
    </message>
    <message>
        <source>This point has no label.</source>
        <translation>此点没有标注。</translation>
    </message>
    <message>
        <source>New labels are “%1”.</source>
        <translation>新标注的类别为“%1”。</translation>
    </message>
    <message>
        <source>New labels are “%1”, instance %2.</source>
        <translation>新标注的类别为“%1”，实例 %2。</translation>
    </message>
    <message>
        <source>New labels are of instance %1.</source>
        <translation>新标注属于实例 %1。</translation>
    </message>
    <message>
        <source>The labels are for another number of points</source>
        <translation>标注对应的点数不同</translation>
    </message>
    <message>
        <source>%1 of %2 points labeled (%3 %)</source>
        <translation>已标注 %1 / %2 个点 (%3 %)</translation>
    </message>
    <message>
        <source>There is one sweep only.</source>
        <translation>只有一次扫描。</translation>
    </message>
    <message>
        <source>The vehicle&apos;s way is not known, so what stands still cannot be found in other sweeps.</source>
        <translation>车辆的行驶路径未知，因此无法在其他扫描中找到静止的物体。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::PointPick</name>
    <message>
        <source>%1, %2, %3 · %4 m</source>
        <translation>%1, %2, %3 · %4 m</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::PointTool</name>
    <message>
        <source>No point is under the mouse.</source>
        <translation>鼠标下方没有点。</translation>
    </message>
    <message>
        <source>Draw a line round the points.</source>
        <translation>请画一条线圈住这些点。</translation>
    </message>
    <message>
        <source>The view has moved. Begin the polygon again.</source>
        <translation>视图已移动。请重新绘制多边形。</translation>
    </message>
    <message>
        <source>This is not the ground. Click on the ground.</source>
        <translation>这里不是地面。请单击地面。</translation>
    </message>
    <message>
        <source>This is the ground. Click on an object that stands on it.</source>
        <translation>这里是地面。请单击地面上的物体。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SceneBar</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>What the colour of points says</source>
        <translation>点的颜色表示什么</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Size of points</source>
        <translation>点的大小</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Darken points behind others, so that shapes stand out</source>
        <translation>使位于其他点后方的点变暗，以突出形状</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Grid on the ground</source>
        <translation>地面网格</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>距离环</translation>
    </message>
    <message>
        <source>Distances from the sensor</source>
        <translation>与传感器的距离</translation>
    </message>
    <message>
        <source>Three sides</source>
        <translation>三视图</translation>
    </message>
    <message>
        <source>The selected box from above, from the side and from the front</source>
        <translation>所选框的俯视、侧视和前视图</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>相机</translation>
    </message>
    <message>
        <source>Pictures of the cameras</source>
        <translation>相机的图片</translation>
    </message>
    <message>
        <source>Points in pictures</source>
        <translation>图片中的点</translation>
    </message>
    <message>
        <source>Points over the pictures, coloured by their distance</source>
        <translation>在图片上叠加点，按距离着色</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SceneChecks</name>
    <message>
        <source>Count the points of boxes</source>
        <translation>统计框内点数</translation>
    </message>
    <message>
        <source>The frames are being read already.</source>
        <translation>已在读取各帧。</translation>
    </message>
    <message>
        <source>This scene has no boxes yet.</source>
        <translation>此场景还没有框。</translation>
    </message>
    <message>
        <source>Check all frames</source>
        <translation>检查所有帧</translation>
    </message>
    <message>
        <source>All frames are checked; nothing is found.</source>
        <translation>已检查所有帧；未发现问题。</translation>
    </message>
    <message>
        <source>All frames are checked; boxes with findings: %1.</source>
        <translation>已检查所有帧；有问题的框：%1。</translation>
    </message>
    <message>
        <source>Sweeps that cannot be read: %1.</source>
        <translation>无法读取的扫描：%1。</translation>
    </message>
    <message>
        <source>Nothing is found in this scene.</source>
        <translation>在此场景中未发现问题。</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 / %2：%3</translation>
    </message>
    <message>
        <source>{scene.check.fix} puts it right.</source>
        <translation>按 {scene.check.fix} 可修正。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) cannot be changed here.</source>
        <translation>
            <numerusform>有 %n 个标注不能在这里修改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is found at the selected boxes that can be put right by itself.</source>
        <translation>在所选框上未发现可自动修正的问题。</translation>
    </message>
    <message>
        <source>%1 boxes</source>
        <translation>%1 个框</translation>
    </message>
    <message>
        <source>Put %1 right</source>
        <translation>修正 %1</translation>
    </message>
    <message>
        <source>a label</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SceneClouds</name>
    <message>
        <source>%1 of %2 points</source>
        <translation>%1 / %2 个点</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source> · %1 without a place</source>
        <translation> · %1 个没有位置</translation>
    </message>
    <message>
        <source> · and %1 of %2 other sweeps</source>
        <translation> · 另有其他 %2 次扫描的 %1 个点</translation>
    </message>
    <message>
        <source> · %1 sweeps cannot be read</source>
        <translation> · %1 次扫描无法读取</translation>
    </message>
    <message>
        <source> · %1 cannot be shown</source>
        <translation> · 无法显示 %1</translation>
    </message>
    <message>
        <source> · refining…</source>
        <translation> · 正在细化…</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SceneEdits</name>
    <message>
        <source>label</source>
        <translation>标注</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 个标注</numerusform>
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
        <source>Turn %1</source>
        <translation>旋转 %1</translation>
    </message>
    <message>
        <source>Fit %1 to its points</source>
        <translation>使 %1 贴合其中的点</translation>
    </message>
    <message>
        <source>“%1” is labelled with: %2. Choose another tool or another class.</source>
        <translation>“%1”要用 %2 来标注。请换一个工具或类别。</translation>
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
        <source>Key frame of %1</source>
        <translation>%1 的关键帧</translation>
    </message>
    <message>
        <source>Select a box first.</source>
        <translation>请先选择一个框。</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Select a prediction first.</source>
        <translation>请先选择一个预测。</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>接受 %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>拒绝 %1</translation>
    </message>
    <message>
        <source>Mark %1 as unsure</source>
        <translation>将 %1 标为不确定</translation>
    </message>
    <message>
        <source>Mark %1 as sure</source>
        <translation>将 %1 标为确定</translation>
    </message>
    <message>
        <source>Ignore %1</source>
        <translation>忽略 %1</translation>
    </message>
    <message>
        <source>Count %1 again</source>
        <translation>重新计入 %1</translation>
    </message>
    <message>
        <source>New labels are “%1”.</source>
        <translation>新标注的类别为“%1”。</translation>
    </message>
    <message>
        <source>Change %1 to %2</source>
        <translation>将 %1 改为 %2</translation>
    </message>
    <message>
        <source>This is the last frame.</source>
        <translation>这是最后一帧。</translation>
    </message>
    <message>
        <source>This is the first frame.</source>
        <translation>这是第一帧。</translation>
    </message>
    <message>
        <source>Select a box of this frame first.</source>
        <translation>请先选择此帧的一个框。</translation>
    </message>
    <message>
        <source>Copy %1 to the next frame</source>
        <translation>将 %1 复制到下一帧</translation>
    </message>
    <message>
        <source>Copy %1 to the frame before</source>
        <translation>将 %1 复制到上一帧</translation>
    </message>
    <message>
        <source>There is no ground under the mouse. Look from above to draw.</source>
        <translation>鼠标下方没有地面。请在俯视图中绘制。</translation>
    </message>
    <message>
        <source>No points of an object are here. Drag a footprint instead.</source>
        <translation>此处没有物体的点。请改为拖出底面。</translation>
    </message>
    <message>
        <source>Select a prediction of a track first.</source>
        <translation>请先选择属于某条轨迹的预测。</translation>
    </message>
    <message>
        <source>Accept the track of %1</source>
        <translation>接受 %1 的轨迹</translation>
    </message>
    <message>
        <source>Reject the track of %1</source>
        <translation>拒绝 %1 的轨迹</translation>
    </message>
    <message>
        <source>Accept %1 tracks</source>
        <translation>接受 %1 条轨迹</translation>
    </message>
    <message>
        <source>Reject %1 tracks</source>
        <translation>拒绝 %1 条轨迹</translation>
    </message>
    <message>
        <source>Boxes accepted: %1.</source>
        <translation>已接受的框：%1。</translation>
    </message>
    <message>
        <source>Boxes rejected: %1.</source>
        <translation>已拒绝的框：%1。</translation>
    </message>
    <message>
        <source>Select a box, then go to the frame in which it shall get a key frame.</source>
        <translation>请选择一个框，再转到要为它设关键帧的帧。</translation>
    </message>
    <message>
        <source>This is its key frame. Go to another frame first.</source>
        <translation>这里就是它的关键帧。请先转到另一帧。</translation>
    </message>
    <message numerus="yes">
        <source>%n other key frame(s) got the same size.</source>
        <translation>
            <numerusform>另有 %n 个关键帧已设为相同尺寸。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SceneOverlay</name>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SceneSurface</name>
    <message>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Points of the sweep with the boxes drawn on them</source>
        <translation>扫描的点及绘制于其上的框</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SceneView</name>
    <message>
        <source>This machine has no OpenGL 3.3, so the points cannot be drawn. Boxes, side views and cameras still work.</source>
        <translation>此电脑没有 OpenGL 3.3，无法绘制点。框、侧视图和相机仍可使用。</translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation>无法显示 %1</translation>
    </message>
    <message>
        <source>The project knows no sensors and frames of this scene. Add its folder again.</source>
        <translation>项目中没有此场景的传感器和帧的信息。请重新添加其文件夹。</translation>
    </message>
    <message>
        <source>Scene %1</source>
        <translation>场景 %1</translation>
    </message>
    <message>
        <source>Loading %1…</source>
        <translation>正在加载 %1…</translation>
    </message>
    <message>
        <source>No scene is open</source>
        <translation>没有打开的场景</translation>
    </message>
    <message>
        <source>Choose an item in the queue, or drop a folder of sweeps here.</source>
        <translation>请在队列中选择一个条目，或将含有扫描的文件夹拖放到此处。</translation>
    </message>
    <message>
        <source>No sweep in this frame</source>
        <translation>此帧没有扫描</translation>
    </message>
    <message>
        <source>The cameras of this frame are shown beside it, if it has any.</source>
        <translation>此帧若有相机图片，会显示在旁边。</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Drag the footprint of an object from above with {scene.tool.cuboid}, or press {label.prelabel} to let the program propose.</source>
        <translation>用 {scene.tool.cuboid} 在俯视图中拖出物体的底面，或按 {label.prelabel} 由程序提出建议。</translation>
    </message>
    <message>
        <source>Select a box to go to it.</source>
        <translation>请选择要转到的框。</translation>
    </message>
    <message>
        <source>Select a box first.</source>
        <translation>请先选择一个框。</translation>
    </message>
    <message>
        <source>Too few points lie in this box.</source>
        <translation>此框中的点太少。</translation>
    </message>
    <message>
        <source>No class has the key %1.</source>
        <translation>没有类别使用按键 %1。</translation>
    </message>
    <message>
        <source>This is the last frame.</source>
        <translation>这是最后一帧。</translation>
    </message>
    <message>
        <source>This is the first frame.</source>
        <translation>这是第一帧。</translation>
    </message>
    <message>
        <source>There is no other key frame of this track there.</source>
        <translation>该方向上此轨迹没有其他关键帧。</translation>
    </message>
    <message>
        <source>Select a box of a track first.</source>
        <translation>请先选择一条轨迹的框。</translation>
    </message>
    <message>
        <source>Where the vehicle was in this frame is not known, so sweeps of others cannot be laid over it.</source>
        <translation>此帧中车辆的位置未知，因此无法叠加其他帧的扫描。</translation>
    </message>
    <message>
        <source>All lidars of this frame are switched off</source>
        <translation>此帧的所有 LiDAR 均已关闭</translation>
    </message>
    <message>
        <source>Switch one on in the bar over the scene.</source>
        <translation>请在场景上方的工具栏中打开一个。</translation>
    </message>
    <message>
        <source> · of frame %1</source>
        <translation> · 来自第 %1 帧</translation>
    </message>
    <message>
        <source>This frame has no labels yet.</source>
        <translation>此帧还没有标注。</translation>
    </message>
    <message>
        <source>New labels are “%1”.</source>
        <translation>新标注的类别为“%1”。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SideView</name>
    <message>
        <source>Selected box from above</source>
        <translation>所选框的俯视图</translation>
    </message>
    <message>
        <source>Selected box from the side</source>
        <translation>所选框的侧视图</translation>
    </message>
    <message>
        <source>Selected box from the front</source>
        <translation>所选框的前视图</translation>
    </message>
    <message>
        <source>Select a box to see it from three sides.</source>
        <translation>选择一个框即可查看其三视图。</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>俯视</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>侧视</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前视</translation>
    </message>
    <message>
        <source>%1 × %2 m</source>
        <translation>%1 × %2 m</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SweepCrops</name>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::SweepLabeler</name>
    <message>
        <source>%1 has %2 points, its labels are for another number.</source>
        <translation>%1 有 %2 个点，其标注对应的点数不同。</translation>
    </message>
    <message>
        <source>Labeling points of %1</source>
        <translation>正在标注 %1 的点</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::Timeline</name>
    <message>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 s</source>
        <translation>%1 / %2 · %3 s</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::TrackCommands</name>
    <message>
        <source>label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Select a box of a track first.</source>
        <translation>请先选择一条轨迹的框。</translation>
    </message>
    <message>
        <source>This track is a prediction. Accept it as a whole, then change it.</source>
        <translation>此轨迹是预测。请先整条接受，再作修改。</translation>
    </message>
    <message>
        <source>This track belongs to another layer and cannot be changed here.</source>
        <translation>此轨迹属于其他图层，不能在这里修改。</translation>
    </message>
    <message>
        <source>Key frame of %1</source>
        <translation>%1 的关键帧</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>旋转 %1</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>调整 %1 的大小</translation>
    </message>
    <message>
        <source>Fit %1 to its points</source>
        <translation>使 %1 贴合其中的点</translation>
    </message>
    <message numerus="yes">
        <source>%n other key frame(s) got the same size.</source>
        <translation>
            <numerusform>另有 %n 个关键帧已设为相同尺寸。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a key frame already.</source>
        <translation>这里已经是关键帧。</translation>
    </message>
    <message>
        <source>There is no key frame here. What is interpolated can be hidden by a gap.</source>
        <translation>这里没有关键帧。插值得到的部分可用间断隐藏。</translation>
    </message>
    <message>
        <source>Delete a key frame of %1</source>
        <translation>删除 %1 的一个关键帧</translation>
    </message>
    <message>
        <source>Hide %1 for a while</source>
        <translation>暂时隐藏 %1</translation>
    </message>
    <message>
        <source>Show %1 again</source>
        <translation>重新显示 %1</translation>
    </message>
    <message numerus="yes">
        <source>Not visible from here up to the next key frame (%n frame(s)).</source>
        <translation>
            <numerusform>从此处到下一个关键帧不可见（%n 帧）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Visible again from here (%n frame(s)).</source>
        <translation>
            <numerusform>从此处起重新可见（%n 帧）。</numerusform>
        </translation>
    </message>
    <message>
        <source>One size for %1</source>
        <translation>%1 使用统一尺寸</translation>
    </message>
    <message>
        <source>Sizes of %1 by key frame</source>
        <translation>%1 按关键帧设置尺寸</translation>
    </message>
    <message>
        <source>Its key frames have one size: a change in one changes all.</source>
        <translation>其关键帧使用统一尺寸：更改一处，全部随之更改。</translation>
    </message>
    <message>
        <source>Each of its key frames has a size of its own.</source>
        <translation>其每个关键帧各有自己的尺寸。</translation>
    </message>
    <message>
        <source>Split the track of %1 at frame %2</source>
        <translation>在第 %2 帧拆分 %1 的轨迹</translation>
    </message>
    <message>
        <source>Two tracks now: %1 key frames before this frame, %2 from it on.</source>
        <translation>现为两条轨迹：此帧之前 %1 个关键帧，从此帧起 %2 个。</translation>
    </message>
    <message>
        <source>Select a box of each of two tracks: one, then the other with Shift, in the same frame or in another.</source>
        <translation>请在两条轨迹中各选一个框：先选一个，再按住 Shift 选另一个，可在同一帧，也可在不同帧。</translation>
    </message>
    <message>
        <source>Merge the tracks of %1</source>
        <translation>合并 %1 的轨迹</translation>
    </message>
    <message>
        <source>The track has a key frame in frame %1 already.</source>
        <translation>该轨迹在第 %1 帧已有关键帧。</translation>
    </message>
    <message>
        <source>One track with %1 key frames.</source>
        <translation>已合并为一条轨迹，有 %1 个关键帧。</translation>
    </message>
    <message>
        <source>One track with %1 key frames. What the earlier one said stands: %2.</source>
        <translation>已合并为一条轨迹，有 %1 个关键帧。以较早轨迹的值为准：%2。</translation>
    </message>
    <message>
        <source>Select a box of the track in another frame, then, with Shift, the box of this frame that belongs to it.</source>
        <translation>请先在另一帧中选择该轨迹的框，再按住 Shift 选择此帧中属于它的框。</translation>
    </message>
    <message>
        <source>Put %1 into another track</source>
        <translation>将 %1 归入另一条轨迹</translation>
    </message>
    <message>
        <source>Select a box of this frame first.</source>
        <translation>请先选择此帧的一个框。</translation>
    </message>
    <message>
        <source>Make %1 a track of its own</source>
        <translation>使 %1 成为单独的轨迹</translation>
    </message>
    <message numerus="yes">
        <source>Make %n box(es) tracks of their own</source>
        <translation>
            <numerusform>使 %n 个框各自成为单独的轨迹</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the only box of its track already.</source>
        <translation>它已是其轨迹中唯一的框。</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::TrackGrid</name>
    <message>
        <source>%1+ points</source>
        <translation>至少 %1 个点</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>key frame</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>gap: not visible</source>
        <translation>间断：不可见</translation>
    </message>
    <message>
        <source>no box</source>
        <translation>无框</translation>
    </message>
    <message>
        <source>Frame %1, %2</source>
        <translation>第 %1 帧，%2</translation>
    </message>
    <message>
        <source>no points</source>
        <translation>无点</translation>
    </message>
    <message>
        <source>no sweep</source>
        <translation>无扫描</translation>
    </message>
    <message>
        <source>⚠ no points</source>
        <translation>⚠ 无点</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>俯视</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>侧视</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>前视</translation>
    </message>
    <message>
        <source>in no camera</source>
        <translation>不在任何相机中</translation>
    </message>
</context>
<context>
    <name>plumbline::sceneview::TrackSheet</name>
    <message>
        <source>One track in all frames</source>
        <translation>一条轨迹的所有帧</translation>
    </message>
    <message>
        <source>Frames of the track</source>
        <translation>轨迹的帧</translation>
    </message>
    <message>
        <source>One size</source>
        <translation>统一尺寸</translation>
    </message>
    <message>
        <source>A change of size in one key frame changes all of them</source>
        <translation>更改一个关键帧的尺寸时，所有关键帧随之更改</translation>
    </message>
    <message>
        <source>Points of all sweeps</source>
        <translation>所有扫描的点</translation>
    </message>
    <message>
        <source>Lay the object&apos;s points of all frames over each other, to see its whole shape</source>
        <translation>叠加该物体在所有帧中的点，以查看其完整形状</translation>
    </message>
    <message>
        <source>Back to the scene</source>
        <translation>返回场景</translation>
    </message>
    <message>
        <source>Enter goes to the frame that is chosen here, Esc to the one before</source>
        <translation>按 Enter 转到此处所选的帧，按 Esc 回到之前的帧</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key frame(s)</source>
        <translation>
            <numerusform>%n 个关键帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in gaps</source>
        <translation>
            <numerusform>%n 帧处于间断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without points</source>
        <translation>
            <numerusform>%n 帧无点</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 × %3 m</source>
        <translation>%1 × %2 × %3 m</translation>
    </message>
    <message>
        <source>No track is selected</source>
        <translation>未选择轨迹</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>The points of this frame are still being read.</source>
        <translation>此帧的点仍在读取中。</translation>
    </message>
    <message>
        <source>Too few points lie in this box.</source>
        <translation>此框中的点太少。</translation>
    </message>
    <message>
        <source>There is no other key frame of this track there.</source>
        <translation>该方向上此轨迹没有其他关键帧。</translation>
    </message>
</context>
<context>
    <name>plumbline::segments</name>
    <message>
        <source>Segments.ai release of point clouds</source>
        <translation>Segments.ai 点云发布版</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>标签集</translation>
    </message>
    <message>
        <source>Labels of a release</source>
        <translation>发布版的标注</translation>
    </message>
    <message>
        <source>Its rotation is no quaternion of length 1.</source>
        <translation>其旋转不是长度为 1 的四元数。</translation>
    </message>
    <message>
        <source>Its yaw is no number.</source>
        <translation>其偏航角不是数字。</translation>
    </message>
    <message>
        <source>points[%1] is no place in space.</source>
        <translation>points[%1] 不是空间中的位置。</translation>
    </message>
    <message>
        <source>It has less than two points.</source>
        <translation>其点数少于两个。</translation>
    </message>
    <message>
        <source>point_annotations is no list.</source>
        <translation>point_annotations 不是列表。</translation>
    </message>
    <message>
        <source>point_annotations[%1] is no number of an object.</source>
        <translation>point_annotations[%1] 不是物体编号。</translation>
    </message>
    <message>
        <source>point_annotations breaks off.</source>
        <translation>point_annotations 不完整。</translation>
    </message>
    <message>
        <source>point_annotations is empty.</source>
        <translation>point_annotations 为空。</translation>
    </message>
    <message>
        <source>Classes and instances of the points are not equally many.</source>
        <translation>各点的类别与实例数量不一致。</translation>
    </message>
    <message>
        <source>a release of Segments.ai with point clouds</source>
        <translation>含点云的 Segments.ai 发布版</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>classes of points that are no instances</source>
        <translation>不区分实例的点的类别</translation>
    </message>
    <message>
        <source>The points of each become one object.</source>
        <translation>每个类别的点合为一个物体。</translation>
    </message>
</context>
<context>
    <name>plumbline::segments::Reader</name>
    <message>
        <source>%1 clouds are named by addresses on the network, which are never fetched. Put the files beside the release or name their folder with --media.</source>
        <translation>%1 个点云以网络地址指定，程序从不下载。请将文件放在发布版旁边，或用 --media 指定其所在文件夹。</translation>
    </message>
    <message>
        <source>There is no release of Segments.ai in %1.</source>
        <translation>%1 中没有 Segments.ai 的发布版。</translation>
    </message>
    <message>
        <source>It has no dataset with samples; it was left out.</source>
        <translation>其中没有含样本的数据集；已略过。</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>The file breaks off; what came before was read.</source>
        <translation>文件不完整；已读取中断之前的内容。</translation>
    </message>
    <message>
        <source>The category has no id or no name.</source>
        <translation>该类别没有 id 或没有名称。</translation>
    </message>
    <message>
        <source>It is no object.</source>
        <translation>它不是对象。</translation>
    </message>
    <message>
        <source>labels of the label set “%1”</source>
        <translation>标签集“%1”的标注</translation>
    </message>
    <message>
        <source>samples of the task %1</source>
        <translation>任务 %1 的样本</translation>
    </message>
    <message>
        <source>labels of other sensors</source>
        <translation>其他传感器的标注</translation>
    </message>
    <message>
        <source>The name leads out of the data set; the sample is called by its uuid or its number.</source>
        <translation>该名称指向数据集之外；改用样本的 uuid 或编号命名。</translation>
    </message>
    <message>
        <source>The scene has no frame %1.</source>
        <translation>场景没有第 %1 帧。</translation>
    </message>
    <message>
        <source>The file ends inside it.</source>
        <translation>文件在其中间结束。</translation>
    </message>
    <message>
        <source>It has no category_id.</source>
        <translation>它没有 category_id。</translation>
    </message>
    <message>
        <source>The object has no id above 0 or no category_id.</source>
        <translation>该物体没有大于 0 的 id 或没有 category_id。</translation>
    </message>
    <message>
        <source>Its points are in a file of their own, which is not fetched.</source>
        <translation>其点位于单独的文件中，程序不会下载。</translation>
    </message>
    <message>
        <source>%1 points belong to objects that are not listed; they have no class.</source>
        <translation>%1 个点属于未列出的物体；它们没有类别。</translation>
    </message>
</context>
<context>
    <name>plumbline::segments::Writer</name>
    <message>
        <source>samples of several sensors</source>
        <translation>含多个传感器的样本</translation>
    </message>
    <message>
        <source>Only the labels of the LiDAR are written.</source>
        <translation>仅写出 LiDAR 的标注。</translation>
    </message>
    <message>
        <source>A release has labels of one kind, in the frame of the LiDAR; they are left out.</source>
        <translation>发布版只含一种标注，且位于 LiDAR 的坐标系中；它们会略过。</translation>
    </message>
    <message>
        <source>labels without a frame of their scene</source>
        <translation>不属于场景任何一帧的标注</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>lists of point labels beside another of their sweep</source>
        <translation>同一扫描的多份点标注列表</translation>
    </message>
    <message>
        <source>Only the last is written.</source>
        <translation>仅写出最后一份。</translation>
    </message>
    <message>
        <source>answers that nobody could give</source>
        <translation>无人能判断的回答</translation>
    </message>
</context>
<context>
    <name>plumbline::semantickitti</name>
    <message>
        <source>SemanticKITTI</source>
        <translation>SemanticKITTI</translation>
    </message>
    <message>
        <source>It has %1 bytes, which are no whole number of labels.</source>
        <translation>它有 %1 字节，不是整数个标签。</translation>
    </message>
    <message>
        <source>The classes and instances of the points are not as many as each other.</source>
        <translation>点的类别数与实例数不一致。</translation>
    </message>
    <message>
        <source>Points name a class that the label does not have.</source>
        <translation>有点使用了该标注中没有的类别。</translation>
    </message>
    <message>
        <source>There is no folder labels with label files of SemanticKITTI at %1.</source>
        <translation>%1 处没有含 SemanticKITTI 标注文件的文件夹 labels。</translation>
    </message>
    <message>
        <source>None of the label files could be read.</source>
        <translation>所有标注文件都无法读取。</translation>
    </message>
</context>
<context>
    <name>plumbline::semantickitti::Reader</name>
    <message>
        <source>Reading labels of points</source>
        <translation>正在读取点标注</translation>
    </message>
    <message>
        <source>The scene has no sweep of this name; its labels were left out.</source>
        <translation>场景没有此名称的扫描，其标注已略过。</translation>
    </message>
    <message>
        <source>It has %1 labels for %2 points; they were left out.</source>
        <translation>它有 %1 个标签，而点有 %2 个；已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::semantickitti::Writer</name>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>labels without a frame of their scene</source>
        <translation>不属于场景任何一帧的标注</translation>
    </message>
    <message>
        <source>second labels of the points of a sweep</source>
        <translation>同一扫描的第二份点标注</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>classes that the data set has no number for</source>
        <translation>数据集中没有编号的类别</translation>
    </message>
    <message>
        <source>They get numbers from 1000 on; their names are left out.</source>
        <translation>它们从 1000 起编号；名称会略过。</translation>
    </message>
    <message>
        <source>points of instances above 65535</source>
        <translation>实例编号大于 65535 的点</translation>
    </message>
    <message>
        <source>They are written without an instance.</source>
        <translation>写出时不带实例。</translation>
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
        <translation>您没有打开项目文件的权限。</translation>
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
    <message>
        <source>Another program has the project open for writing; close it there first.</source>
        <translation>另一个程序已打开此项目进行写入；请先在那里关闭它。</translation>
    </message>
    <message>
        <source>The project folder %1 cannot be written.</source>
        <translation>无法写入项目文件夹 %1。</translation>
    </message>
    <message>
        <source>The project folder %1 cannot be locked.</source>
        <translation>无法锁定项目文件夹 %1。</translation>
    </message>
    <message>
        <source>The history no longer holds what these labels were; verify the project.</source>
        <translation>历史中已没有这些标注原来的内容；请校验项目。</translation>
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
    <name>plumbline::supervisely</name>
    <message>
        <source>Supervisely point clouds and episodes</source>
        <translation>Supervisely 点云与点云序列</translation>
    </message>
    <message>
        <source>Its rotation is no number.</source>
        <translation>其旋转不是数字。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
</context>
<context>
    <name>plumbline::supervisely::Reader</name>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>There are no annotations of Supervisely&apos;s point clouds in %1.</source>
        <translation>%1 中没有 Supervisely 的点云标注。</translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation>文件不存在。</translation>
    </message>
    <message>
        <source>It is no object.</source>
        <translation>它不是对象。</translation>
    </message>
    <message>
        <source>The class has no title.</source>
        <translation>该类别没有 title。</translation>
    </message>
    <message>
        <source>It is too large to be kept, or broken; an export writes an empty one.</source>
        <translation>它太大而无法保留，或已损坏；导出时会写出空的内容。</translation>
    </message>
    <message>
        <source>It is no frame with the name of a file.</source>
        <translation>它不是带有文件名的帧。</translation>
    </message>
    <message>
        <source>It is no object, or it breaks off.</source>
        <translation>它不是对象，或不完整。</translation>
    </message>
    <message>
        <source>It has no objects and no figures; the file was left out.</source>
        <translation>其中没有 objects 和 figures；该文件已略过。</translation>
    </message>
    <message>
        <source>The file breaks off; what came before was read.</source>
        <translation>文件不完整；已读取中断之前的内容。</translation>
    </message>
    <message>
        <source>The object is too large.</source>
        <translation>该物体太大。</translation>
    </message>
    <message>
        <source>It has no key or no classTitle.</source>
        <translation>它没有 key 或没有 classTitle。</translation>
    </message>
    <message>
        <source>Another object has its key.</source>
        <translation>另一个物体已使用其 key。</translation>
    </message>
    <message>
        <source>The scene of %1 has no sweep of this name; its labels were left out.</source>
        <translation>%1 的场景没有此名称的扫描；其标注已略过。</translation>
    </message>
    <message>
        <source>The scene has no frame %1.</source>
        <translation>场景没有第 %1 帧。</translation>
    </message>
    <message>
        <source>The frame has no index.</source>
        <translation>该帧没有 index。</translation>
    </message>
    <message>
        <source>The file ends inside it.</source>
        <translation>文件在其中间结束。</translation>
    </message>
    <message>
        <source>“objects” does not have its object.</source>
        <translation>“objects”中没有其物体。</translation>
    </message>
</context>
<context>
    <name>plumbline::supervisely::Writer</name>
    <message>
        <source>answers that are no, unset or cannot be told</source>
        <translation>值为否、未设置或无法判断的回答</translation>
    </message>
    <message>
        <source>A tag says yes, a number or a text; they are left out.</source>
        <translation>标签只能表示是、数字或文本；它们会略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::sustech</name>
    <message>
        <source>Its rotation is no number.</source>
        <translation>其旋转不是数字。</translation>
    </message>
    <message>
        <source>SUSTechPOINTS</source>
        <translation>SUSTechPOINTS</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
</context>
<context>
    <name>plumbline::sustech::Reader</name>
    <message>
        <source>Reading annotations</source>
        <translation>正在读取标注</translation>
    </message>
    <message>
        <source>There are no label files of SUSTechPOINTS in %1.</source>
        <translation>%1 中没有 SUSTechPOINTS 的标注文件。</translation>
    </message>
    <message>
        <source>The scene has no sweep of this name; its labels were left out.</source>
        <translation>场景没有此名称的扫描，其标注已略过。</translation>
    </message>
    <message>
        <source>It is no list of boxes, or it breaks off.</source>
        <translation>它不是框的列表，或不完整。</translation>
    </message>
    <message>
        <source>%1 more boxes were left out.</source>
        <translation>另有 %1 个框已略过。</translation>
    </message>
    <message>
        <source>The file ends inside it.</source>
        <translation>文件在其中间结束。</translation>
    </message>
    <message>
        <source>It has no obj_type.</source>
        <translation>它没有 obj_type。</translation>
    </message>
    <message>
        <source>%1 The box was left out.</source>
        <translation>%1 该框已略过。</translation>
    </message>
</context>
<context>
    <name>plumbline::sustech::Writer</name>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
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
    <name>plumbline::triage</name>
    <message>
        <source>Fix the medium</source>
        <translation>修复媒体文件</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>新建类别</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>交还</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>重新纳入</translation>
    </message>
    <message>
        <source>A record about work that cannot be labeled is not readable.</source>
        <translation>一条关于无法标注的工作的记录无法读取。</translation>
    </message>
    <message>
        <source>Cannot label: %1</source>
        <translation>无法标注：%1</translation>
    </message>
    <message>
        <source>The item is not in the project any more; there is nothing to decide about.</source>
        <translation>此条目已不在项目中；没有需要决定的内容。</translation>
    </message>
    <message>
        <source>%1 has handed in nothing of “%2”.</source>
        <translation>%1 没有提交“%2”的任何内容。</translation>
    </message>
    <message>
        <source>%1 has handed in “%2” again meanwhile; look at it again.</source>
        <translation>%1 在此期间已再次提交“%2”；请重新查看。</translation>
    </message>
    <message>
        <source>%1 has decided about “%2” already: %3. Look at it again.</source>
        <translation>%1 已对“%2”作出决定：%3。请重新查看。</translation>
    </message>
    <message>
        <source>“%1” is no longer handed in as “cannot label”; look at it again.</source>
        <translation>“%1”已不再是按“无法标注”提交的；请重新查看。</translation>
    </message>
    <message>
        <source>The earlier decision about “%1” was taken back; look at it again.</source>
        <translation>先前对“%1”的决定已撤回；请重新查看。</translation>
    </message>
    <message>
        <source>Only an item that was left out can be taken in again.</source>
        <translation>只有已排除的条目才能重新纳入。</translation>
    </message>
    <message>
        <source>Write the answer.</source>
        <translation>请填写回复。</translation>
    </message>
    <message>
        <source>Name the class that is to come.</source>
        <translation>请填写要新建的类别的名称。</translation>
    </message>
    <message>
        <source>Only an answer adds to the guideline.</source>
        <translation>只有回复才能添加到标注指南。</translation>
    </message>
    <message>
        <source>That is too long: at most 10,000 characters.</source>
        <translation>内容过长：最多 10,000 个字符。</translation>
    </message>
    <message>
        <source>The guideline is kept in a form that this program cannot add to.</source>
        <translation>标注指南的保存格式不支持由此程序添加内容。</translation>
    </message>
    <message>
        <source>Work of %1 on “%2” is in review. End the review, or have it given back, and leave the item out then.</source>
        <translation>%1 对“%2”的工作正在审核中。请先结束审核或让其退还，再排除此条目。</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>“%1” is not left out.</source>
        <translation>“%1”未被排除。</translation>
    </message>
    <message>
        <source>Your last step was no decision about work that cannot be labeled.</source>
        <translation>您的上一步不是对无法标注的工作的决定。</translation>
    </message>
    <message>
        <source>The work has gone on since; the decision cannot be taken back.</source>
        <translation>此后工作已有进展；无法撤回该决定。</translation>
    </message>
    <message>
        <source>%1 is not of the kind of “%2”.</source>
        <translation>%1 与“%2”的类型不同。</translation>
    </message>
    <message>
        <source>Cannot label: to do again</source>
        <translation>无法标注：需重做</translation>
    </message>
    <message>
        <source>There is no item %1 in the project.</source>
        <translation>项目中没有条目 %1。</translation>
    </message>
    <message>
        <source>The files of a scene are replaced where they lie.</source>
        <translation>场景的文件请在其所在位置直接替换。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>This is the medium that “%1” has already.</source>
        <translation>“%1”已在使用此媒体文件。</translation>
    </message>
    <message>
        <source>Replace medium</source>
        <translation>替换媒体文件</translation>
    </message>
    <message>
        <source>The class “%1” is there: to do again</source>
        <translation>已有类别“%1”：需重做</translation>
    </message>
    <message>
        <source>The medium was replaced: to do again</source>
        <translation>媒体文件已替换：需重做</translation>
    </message>
    <message>
        <source> “%1”</source>
        <translation> “%1”</translation>
    </message>
    <message>
        <source>, also in the guideline</source>
        <translation>，并已加入标注指南</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
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
    <message>
        <source>%1 has %2 × %3 pixels, the picture of the classes has %4 × %5.</source>
        <translation>%1 为 %2 × %3 像素，而类别图为 %4 × %5。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of %1 × %2 pixels.</source>
        <translation>内存不足，无法处理 %1 × %2 像素的图片。</translation>
    </message>
    <message>
        <source>It has an element of more than %1 attributes.</source>
        <translation>其中有一个元素的属性超过 %1 个。</translation>
    </message>
</context>
<context>
    <name>plumbline::voc::Reader</name>
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
    <message>
        <source>It lies behind a link that is not followed.</source>
        <translation>它位于链接之后，不会跟随链接。</translation>
    </message>
    <message>
        <source>The masks were left out.</source>
        <translation>掩码已略过。</translation>
    </message>
    <message>
        <source>It has colours that are in no class list; their pixels were left out.</source>
        <translation>其中有不属于任何类别列表的颜色；这些像素已略过。</translation>
    </message>
    <message>
        <source>It has %1 × %2 pixels and the picture has %3 × %4; the masks were kept as they are.</source>
        <translation>它为 %1 × %2 像素，而图片为 %3 × %4；掩码原样保留。</translation>
    </message>
</context>
<context>
    <name>plumbline::voc::Writer</name>
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
    <message>
        <source>labels that others cover</source>
        <translation>被其他标注覆盖的标注</translation>
    </message>
    <message>
        <source>ignore regions with a class</source>
        <translation>带有类别的忽略区域</translation>
    </message>
    <message>
        <source>They are written as void pixels, which have no class.</source>
        <translation>它们写出为没有类别的 void 像素。</translation>
    </message>
    <message>
        <source>They are written as masks of whole pixels with their bounding boxes.</source>
        <translation>它们写出为整像素掩码及其外接矩形框。</translation>
    </message>
    <message>
        <source>masks beyond the 254th of a picture</source>
        <translation>每张图片中第 254 个之后的掩码</translation>
    </message>
    <message>
        <source>labels that others cover in part</source>
        <translation>被其他标注部分覆盖的标注</translation>
    </message>
    <message>
        <source>Each pixel belongs to the label that lies on top.</source>
        <translation>每个像素归属于最上层的标注。</translation>
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
    <message>
        <source>Counting labels</source>
        <translation>正在统计标注</translation>
    </message>
    <message>
        <source>Change the schema (version %1)</source>
        <translation>更改标注规范（版本 %1）</translation>
    </message>
    <message>
        <source>Changing labels</source>
        <translation>正在更改标注</translation>
    </message>
    <message>
        <source>The class to replace with is not in the schema.</source>
        <translation>用来替换的类别不在标注规范中。</translation>
    </message>
    <message>
        <source>Replace %1 with %2</source>
        <translation>将 %1 替换为 %2</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>Replacing a class</source>
        <translation>正在替换类别</translation>
    </message>
    <message>
        <source>Checking labels</source>
        <translation>正在检查标注</translation>
    </message>
    <message>
        <source>The item is not in this project.</source>
        <translation>此条目不在此项目中。</translation>
    </message>
    <message>
        <source>The rule for pause proposals needs accuracies and certainties between 0 and 100 %.</source>
        <translation>暂停建议规则的准确率和确定程度须在 0 与 100 % 之间。</translation>
    </message>
    <message>
        <source>The overlap from which objects can be the same one lies between 0.1 and 1.</source>
        <translation>可视为同一物体的重叠度须在 0.1 与 1 之间。</translation>
    </message>
    <message>
        <source>The quorum is a number of people.</source>
        <translation>法定人数必须是有效的人数。</translation>
    </message>
    <message>
        <source>Comparing objects</source>
        <translation>正在比较物体</translation>
    </message>
    <message>
        <source>%1 The item was left out.</source>
        <translation>%1 该条目已略过。</translation>
    </message>
    <message>
        <source>Reading judgements</source>
        <translation>正在读取判断</translation>
    </message>
    <message>
        <source>The index of judgements is damaged; it is made again.</source>
        <translation>判断的索引已损坏，将重新建立。</translation>
    </message>
    <message>
        <source>A stored result of gold is damaged.</source>
        <translation>已存储的一条标准答案结果已损坏。</translation>
    </message>
    <message>
        <source>all other labels</source>
        <translation>所有其他标签</translation>
    </message>
    <message>
        <source>Comparing cohorts</source>
        <translation>正在比较分组</translation>
    </message>
    <message>
        <source>A quoted cell never ends; the line was left out.</source>
        <translation>带引号的单元格没有结束，该行已略过。</translation>
    </message>
    <message>
        <source>%1 has another right answer on line %2. Neither was taken, since one of them is wrong.</source>
        <translation>%1 在第 %2 行有另一个正确答案。两者必有一错，均未采用。</translation>
    </message>
    <message>
        <source>The time “%1” is not of the form 2026-11-20T03:00:00Z; the present time was taken.</source>
        <translation>时间“%1”不符合 2026-11-20T03:00:00Z 的格式，已采用当前时间。</translation>
    </message>
    <message>
        <source>There is no right answer in it.</source>
        <translation>其中没有正确答案。</translation>
    </message>
    <message>
        <source>This work is being reviewed or has been accepted; it can be changed when a reviewer or lead reopens it.</source>
        <translation>此工作正在审核或已通过；审核员或负责人重新打开后才能修改。</translation>
    </message>
    <message>
        <source>The work is in another state by now; look at it again.</source>
        <translation>该工作的状态已改变；请重新查看。</translation>
    </message>
    <message>
        <source>Scoring what was handed in</source>
        <translation>正在为已提交的内容评分</translation>
    </message>
    <message>
        <source>Item %1 is named twice.</source>
        <translation>条目 %1 被指定了两次。</translation>
    </message>
    <message>
        <source>There is no submission and no judgement %1.</source>
        <translation>没有提交或判断 %1。</translation>
    </message>
    <message>
        <source>%1 has not handed this item in.</source>
        <translation>%1 尚未提交此条目。</translation>
    </message>
    <message>
        <source>%1 has not judged the task %2.</source>
        <translation>%1 尚未判断任务 %2。</translation>
    </message>
    <message>
        <source>The scene&apos;s frames are not known; no key was made.</source>
        <translation>场景的帧未知；未建立标准答案。</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>The scene has no such frame; no key was made.</source>
        <translation>场景没有此帧；未建立标准答案。</translation>
    </message>
    <message>
        <source>Only scenes have frames to name; no key was made.</source>
        <translation>只有场景才能指定帧；未建立标准答案。</translation>
    </message>
    <message>
        <source>There is no label in the layer %1. Say that an empty picture is right, or “cannot label”; no key was made.</source>
        <translation>图层 %1 中没有标注。请注明空图片即为正确，或“无法标注”；未建立标准答案。</translation>
    </message>
    <message>
        <source>The key that is there judges other frames; no answer was added.</source>
        <translation>现有的标准答案针对其他帧；未添加回答。</translation>
    </message>
    <message>
        <source>A contest is damaged.</source>
        <translation>一条申诉已损坏。</translation>
    </message>
    <message>
        <source>There is no contest %1.</source>
        <translation>没有申诉 %1。</translation>
    </message>
    <message>
        <source>Ask for adjudication</source>
        <translation>请求仲裁</translation>
    </message>
    <message>
        <source>The item has no key any more.</source>
        <translation>此条目已没有已知答案。</translation>
    </message>
    <message>
        <source>The item has no labels in the layer “%1”; they cannot become its key.</source>
        <translation>此条目在图层“%1”中没有标注；无法将其设为已知答案。</translation>
    </message>
    <message>
        <source>Say what is wrong, in at most %1 characters.</source>
        <translation>请说明哪里有误，最多 %1 个字符。</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>时段的结束早于开始。</translation>
    </message>
    <message>
        <source>This is no practice item that you have handed in. Of everything else only the figure as a whole can be contested.</source>
        <translation>这不是您提交过的练习条目。对于其他内容，只能对整体指标提出申诉。</translation>
    </message>
    <message>
        <source>Contest a score</source>
        <translation>对得分提出申诉</translation>
    </message>
    <message>
        <source>Answer in words, at most %1 characters.</source>
        <translation>请用文字回复，最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Say which of the results is meant.</source>
        <translation>请指明是哪一个结果。</translation>
    </message>
    <message>
        <source>Asking for adjudication would show that the item is checked. Change or withdraw the key instead.</source>
        <translation>请求仲裁会暴露此条目受到检查。请改为更改或撤销已知答案。</translation>
    </message>
    <message>
        <source>The item is none of the results behind this figure.</source>
        <translation>此条目不在此指标所依据的结果之中。</translation>
    </message>
    <message>
        <source>Answer a contest</source>
        <translation>回复申诉</translation>
    </message>
    <message>
        <source>A guideline is at most %1 characters long.</source>
        <translation>标注指南最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Change the guideline</source>
        <translation>更改标注指南</translation>
    </message>
    <message>
        <source>The guideline has changed meanwhile: read the new text first.</source>
        <translation>标注指南在此期间已更改：请先阅读新内容。</translation>
    </message>
    <message>
        <source>Item %1 has no known answer.</source>
        <translation>条目 %1 没有已知答案。</translation>
    </message>
    <message>
        <source>A member needs a name of at most %1 printable characters.</source>
        <translation>成员名称不能为空，且最多 %1 个可打印字符。</translation>
    </message>
    <message>
        <source>“%1” is the name of a layer; nobody can have it.</source>
        <translation>“%1”是图层名称，任何人都不能使用。</translation>
    </message>
    <message>
        <source>%1 is the only lead. Make somebody else a lead first; a project without one could never be changed again.</source>
        <translation>%1 是唯一的负责人。请先将其他人设为负责人；没有负责人的项目将再也无法更改。</translation>
    </message>
    <message>
        <source>%1 is no member of this project.</source>
        <translation>%1 不是此项目的成员。</translation>
    </message>
    <message>
        <source>%1 is a member already.</source>
        <translation>%1 已是成员。</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>look at the project</source>
        <translation>查看项目</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>adjudicate</source>
        <translation>仲裁</translation>
    </message>
    <message>
        <source>decide about work that cannot be labeled</source>
        <translation>对无法标注的工作作出决定</translation>
    </message>
    <message>
        <source>reopen closed work</source>
        <translation>重新打开已关闭的工作</translation>
    </message>
    <message>
        <source>plan reviews</source>
        <translation>制定审核计划</translation>
    </message>
    <message>
        <source>see the team&apos;s figures</source>
        <translation>查看团队的数据</translation>
    </message>
    <message>
        <source>keep known answers</source>
        <translation>管理已知答案</translation>
    </message>
    <message>
        <source>change members</source>
        <translation>更改成员</translation>
    </message>
    <message>
        <source>hand out work and take it back</source>
        <translation>分配和收回工作</translation>
    </message>
    <message>
        <source>change the project</source>
        <translation>更改项目</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>read the audit log</source>
        <translation>读取审计日志</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>annotator</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>审核员</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Nothing proves that you are %1, and only then you may %2.</source>
        <translation>没有证据表明您就是 %1；只有证明后才可%2。</translation>
    </message>
    <message>
        <source>%1 is %2 in this project and may not %3. Ask a lead.</source>
        <translation>%1 在此项目中是%2，无权%3。请联系负责人。</translation>
    </message>
    <message>
        <source>There are no frames %1 to %2; the scene has frames 0 to %3.</source>
        <translation>没有帧 %1 至 %2；此场景的帧为 0 至 %3。</translation>
    </message>
    <message>
        <source>The sweeps of this scene have no times of their own; it cannot be parted by frames.</source>
        <translation>此场景的扫描没有各自的时间；无法按帧划分。</translation>
    </message>
    <message>
        <source>no sweep</source>
        <translation>无扫描</translation>
    </message>
    <message>
        <source>sweeps %1–%2</source>
        <translation>扫描 %1–%2</translation>
    </message>
    <message>
        <source>classes %1</source>
        <translation>类别 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) lie outside your part (%1). Take them away, or ask a lead for another part.</source>
        <translation>
            <numerusform>有 %n 个标注不在您负责的部分（%1）之内。请将其移除，或请负责人另行分配部分。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::AcceptedErrors</name>
    <message>
        <source>%1 % errors are accepted: a lead has chosen that.</source>
        <translation>可接受的错误率为 %1 %：由负责人选定。</translation>
    </message>
    <message>
        <source>%1 % errors are ordinary: the median of the %2 annotators with %3 gold results or more. Everybody is compared with that and with their own first results.</source>
        <translation>常见错误率为 %1 %：即 %2 位有 %3 个或更多标准答案结果的标注员的中位数。每个人都与该值以及自己最初的结果比较。</translation>
    </message>
    <message>
        <source>%1 % errors are taken for ordinary: fewer than %2 annotators have %3 gold results, so that the team says nothing of it. Everybody is compared with that and with their own first results.</source>
        <translation>将 %1 % 视为常见错误率：有 %3 个标准答案结果的标注员不足 %2 位，无法由团队得出。每个人都与该值以及自己最初的结果比较。</translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::ConsensusMaker</name>
    <message>
        <source>The layer “%1” holds other people&apos;s or accepted work. Name another one.</source>
        <translation>图层“%1”含有他人的或已通过的标注。请指定其他图层。</translation>
    </message>
    <message>
        <source>%1 The item was left out.</source>
        <translation>%1 该条目已略过。</translation>
    </message>
    <message>
        <source>%1 The object was left out.</source>
        <translation>%1 该物体已略过。</translation>
    </message>
    <message>
        <source>Somebody has changed the consensus by hand; it was left alone.</source>
        <translation>有人手动修改过共识结果，因此未作改动。</translation>
    </message>
    <message>
        <source>Consensus: %1 objects</source>
        <translation>共识：%1 个物体</translation>
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
    <name>plumbline::workflow::DriveWriter</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
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
    <message>
        <source>A stored result of gold is damaged.</source>
        <translation>已存储的一条标准答案结果已损坏。</translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::HandedIn</name>
    <message>
        <source>The snapshot</source>
        <translation>快照</translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::Reporter</name>
    <message>
        <source>Comparing annotators</source>
        <translation>正在比较标注员</translation>
    </message>
    <message>
        <source>Looking for signs of careless work</source>
        <translation>正在查找敷衍作答的迹象</translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::Rescorer</name>
    <message>
        <source>There is no such item in the project; no key was set.</source>
        <translation>项目中没有此条目；未设置标准答案。</translation>
    </message>
    <message>
        <source>The history does not have the labels that were handed in; their result was left as it was.</source>
        <translation>历史中没有当时提交的标注；其结果保持不变。</translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::Sign</name>
    <message>
        <source>Skips what is hard</source>
        <translation>跳过困难任务</translation>
    </message>
    <message>
        <source>Answers without looking</source>
        <translation>不看就答</translation>
    </message>
    <message>
        <source>Always fully sure</source>
        <translation>总是信心满满</translation>
    </message>
    <message>
        <source>Same odd answers as another</source>
        <translation>与他人有相同的异常回答</translation>
    </message>
    <message>
        <source>%1 of %2 (%3, 95 % interval %4 to %5)</source>
        <translation>%1 / %2（%3，95 % 区间 %4 至 %5）</translation>
    </message>
    <message>
        <source>Abstained from %1; others abstain from %2 of the same tasks. Answers of others differ from each other in %3 on the skipped tasks, in %4 on the rest.</source>
        <translation>放弃作答的比例为 %1；其他人在相同任务上为 %2。其他人的回答互不一致的比例，在被跳过的任务上为 %3，在其余任务上为 %4。</translation>
    </message>
    <message>
        <source>%1 answers took less than a third of the task&apos;s usual time.</source>
        <translation>用时不到该任务通常时间三分之一的回答：%1。</translation>
    </message>
    <message>
        <source>%1 of %2 suggested labels were kept.</source>
        <translation>保留了 %2 个建议标注中的 %1。</translation>
    </message>
    <message>
        <source>Kept %1 wrong suggestions.</source>
        <translation>保留的错误建议：%1。</translation>
    </message>
    <message>
        <source>Stated full confidence in %1 answers; %2 of %3 on gold were right.</source>
        <translation>自报信心为满分的回答：%1；其中有标准答案的 %3 个中，答对 %2。</translation>
    </message>
    <message>
        <source>Where this person was alone against gold or most others, %1 gave the same answer in %2; others do in %3. This person&apos;s answer came first in %4 of them.</source>
        <translation>在此人的回答与标准答案或多数人不同之处，%1 给出相同回答的比例为 %2；其他人为 %3。其中 %4 次是此人先作答。</translation>
    </message>
    <message>
        <source>Compared with others on the same tasks: named when the share is above three times theirs and at least 5 points above it, with certainty 1 - %1 (Beta posterior, uniform prior).</source>
        <translation>与相同任务上的其他人比较：当比例高于他人的三倍且至少高出 5 个百分点、确定程度达 1 - %1 时列出（Beta 后验，均匀先验）。</translation>
    </message>
    <message>
        <source>Compared with the median time of the same task: named when more than half of the answers took less than a third of it, or more than 60 % of wrong suggestions were kept, with certainty 1 - %1 (Beta posterior, uniform prior).</source>
        <translation>与同一任务的时间中位数比较：当超过半数的回答用时不到其三分之一，或超过 60 % 的错误建议被保留，且确定程度达 1 - %1 时列出（Beta 后验，均匀先验）。</translation>
    </message>
    <message>
        <source>Named when more than 95 % of the stated confidences are full and an accuracy of 95 % is excluded, each with certainty 1 - %1 (Beta posterior, uniform prior).</source>
        <translation>当超过 95 % 的自报信心为满分且可排除 95 % 的准确率、各自的确定程度均达 1 - %1 时列出（Beta 后验，均匀先验）。</translation>
    </message>
    <message>
        <source>Compared with everybody else and with the own cohort on the same odd answers: named when the share is more than half way from theirs to 1, with certainty 1 - %1 divided by the pairs compared (Beta posterior, uniform prior).</source>
        <translation>在相同的异常回答上与其他所有人及所属分组比较：当比例超过从他们的比例到 1 的一半处、确定程度达 1 -（%1 除以所比较的对数）时列出（Beta 后验，均匀先验）。</translation>
    </message>
    <message>
        <source>Handed in %1 pictures as “cannot label”; others do so with %2 of the same pictures.</source>
        <translation>有 %1 张图片按“无法标注”提交；相同图片中，其他人这样提交的有 %2 张。</translation>
    </message>
    <message>
        <source>%1 pictures took less than a third of the picture&apos;s usual time.</source>
        <translation>%1 张图片的用时不到该图片通常时间的三分之一。</translation>
    </message>
    <message>
        <source>Same outlines as another</source>
        <translation>与他人有相同的轮廓</translation>
    </message>
    <message>
        <source>Of the objects that %1 drew too, %2 have the same outline; other pairs of people have it in %3. Of the %4 closest, none differs by more than %5 anywhere; this person had handed in %6 of them first.</source>
        <translation>在 %1 也绘制过的物体中，轮廓相同的为 %2；其他人两两之间为 %3。在最接近的 %4 个中，任何位置的差异都不超过 %5；其中 %6 个是此人先提交的。</translation>
    </message>
    <message>
        <source>Where this person was alone against most others about an object (its class, or whether it is there), %1 said the same in %2; others do in %3. This person had handed in %4 of them first.</source>
        <translation>在此人对某个物体（其类别或是否存在）与多数人意见不同之处，%1 给出相同意见的比例为 %2；其他人为 %3。其中 %4 次是此人先提交的。</translation>
    </message>
    <message>
        <source>Drawn by hand, no coordinate off by more than 0.15 of what is the median among all pairs: hands that work apart come so near to each other once in a thousand boxes. Compared with all other pairs and with those of the own cohort: named when the share is more than half way from theirs to 1, with certainty 1 - %1 divided by the pairs compared (Beta posterior, uniform prior).</source>
        <translation>手工绘制，且各坐标的偏差均不超过所有人两两之间偏差中位数的 0.15 倍：各自独立绘制时，一千个框中才会有一个如此接近。与其他所有两人组合及所属分组内的组合比较：当比例超过从他们的比例到 1 的一半处、确定程度达 1 -（%1 除以所比较的对数）时列出（Beta 后验，均匀先验）。</translation>
    </message>
</context>
<context>
    <name>plumbline::workflow::Step</name>
    <message>
        <source>It was done, and is not in the audit log. %1</source>
        <translation>操作已完成，但未记入审计日志。%1</translation>
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
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>No media that an installed plugin can open were found there.</source>
        <translation>那里没有已安装插件能打开的媒体。</translation>
    </message>
    <message>
        <source>Accuracy on gold, by annotator</source>
        <translation>各标注员在标准答案上的准确率</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>Mean and 95 % interval of the Beta posterior, %1 decisions on gold. Intervals that overlap tell no two people apart. Prior: %2</source>
        <translation>Beta 后验的均值和 95 % 区间，%1 个标准答案判断。区间重叠的两人无法区分高下。先验：%2</translation>
    </message>
    <message>
        <source>Nobody here has answered anything with gold yet.</source>
        <translation>这里还没有人回答过有标准答案的任务。</translation>
    </message>
    <message>
        <source>Speed and accuracy</source>
        <translation>速度与准确率</translation>
    </message>
    <message>
        <source>Median seconds an answer</source>
        <translation>每个回答的秒数中位数</translation>
    </message>
    <message>
        <source>Accuracy on gold</source>
        <translation>标准答案上的准确率</translation>
    </message>
    <message>
        <source>Median of %1 times between two answers (breaks above ten minutes left out) against the Beta posterior of accuracy with its 95 % interval, %2 decisions on gold.</source>
        <translation>%1 个相邻回答间隔的中位数（略过超过十分钟的间歇），对照准确率的 Beta 后验及其 95 % 区间，%2 个标准答案判断。</translation>
    </message>
    <message>
        <source>This needs people with answers to gold and times of their answers.</source>
        <translation>这里需要有人回答过有标准答案的任务，并记录了回答时间。</translation>
    </message>
    <message>
        <source>What was said for what is true: %1</source>
        <translation>真实标签与所作回答：%1</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真实标签</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>所作回答</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>无物体</translation>
    </message>
    <message>
        <source>nothing said</source>
        <translation>未作回答</translation>
    </message>
    <message>
        <source>Per cent of each true label&apos;s decisions, n = %1 decisions on gold. Cells rest on their own counts; the table has 95 % Wilson intervals.</source>
        <translation>占每个真实标签判断数的百分比，n = %1 个标准答案判断。各单元格基于自身的计数；表格含 95 % Wilson 区间。</translation>
    </message>
    <message numerus="yes">
        <source>The %n most used labels are shown.</source>
        <translation>
            <numerusform>显示最常用的 %n 个标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>No decisions on gold yet.</source>
        <translation>还没有标准答案判断。</translation>
    </message>
    <message>
        <source>How often two annotators say the same</source>
        <translation>两位标注员回答相同的频率</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>另一位</translation>
    </message>
    <message>
        <source>Per cent of tasks that both answered with the same label, n = %1 pairs of answers; the table has 95 % Wilson intervals. Not corrected for chance: plumbline-cli agreement computes kappa and alpha with intervals.</source>
        <translation>两人都回答过的任务中标签相同的百分比，n = %1 对回答；表格含 95 % Wilson 区间。未校正偶然一致：plumbline-cli agreement 可计算带区间的 kappa 和 alpha。</translation>
    </message>
    <message numerus="yes">
        <source>More than %n people: choose the command line for pairs.</source>
        <translation>
            <numerusform>超过 %n 人：请用命令行查看两两比较。</numerusform>
        </translation>
    </message>
    <message>
        <source>No two of these people answered the same task.</source>
        <translation>这些人中没有两人回答过同一任务。</translation>
    </message>
    <message>
        <source>Gold result</source>
        <translation>标准答案结果</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间 (UTC)</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Moving average: %1</source>
        <translation>移动平均：%1</translation>
    </message>
    <message>
        <source>Better and worse: %1</source>
        <translation>变好与变差：%1</translation>
    </message>
    <message>
        <source>Evidence of drift</source>
        <translation>漂移的证据</translation>
    </message>
    <message>
        <source>Evidence of more errors</source>
        <translation>错误增多的证据</translation>
    </message>
    <message>
        <source>Bernoulli CUSUM, n = %1 gold results: an error adds %2, a right answer takes 1. The limit %3 lets %4 gold results pass between false alarms at an error rate of %5 and finds %6 in %7 on average.</source>
        <translation>Bernoulli CUSUM，n = %1 个标准答案结果：答错加 %2，答对减 1。控制限 %3 在错误率为 %5 时平均每隔 %4 个标准答案结果误报一次，并在平均 %7 个结果内发现 %6 的错误率。</translation>
    </message>
    <message>
        <source>Moving average of residuals</source>
        <translation>残差的移动平均</translation>
    </message>
    <message>
        <source>EWMA of standardised residuals, lambda %1, n = %2 gold results. The limits let %3 gold results pass between false alarms at an error rate of %4.</source>
        <translation>标准化残差的 EWMA，lambda %1，n = %2 个标准答案结果。在错误率为 %4 时，此控制限平均每隔 %3 个标准答案结果误报一次。</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>控制限</translation>
    </message>
    <message>
        <source>Evidence of better</source>
        <translation>变好的证据</translation>
    </message>
    <message>
        <source>Evidence of worse</source>
        <translation>变差的证据</translation>
    </message>
    <message>
        <source>CUSUM of standardised residuals, k %1, n = %2 gold results. The limit lets %3 gold results pass between false alarms at an error rate of %4.</source>
        <translation>标准化残差的 CUSUM，k %1，n = %2 个标准答案结果。在错误率为 %4 时，此控制限平均每隔 %3 个标准答案结果误报一次。</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>better</source>
        <translation>变好</translation>
    </message>
    <message>
        <source>No answers of this person to tasks with gold.</source>
        <translation>此人没有回答过有标准答案的任务。</translation>
    </message>
    <message>
        <source>Stated confidence and what came of it: %1</source>
        <translation>自报信心与实际结果：%1</translation>
    </message>
    <message>
        <source>Stated confidence</source>
        <translation>自报信心</translation>
    </message>
    <message>
        <source>Share right</source>
        <translation>答对比例</translation>
    </message>
    <message>
        <source>%1 answers on gold with a stated confidence, %2 bins of equal width, 95 % Wilson intervals. Expected calibration error %3 (few answers raise it), Brier score %4. On the dashed line confidence is what comes out; below it, people are surer than they are right.</source>
        <translation>%1 个有自报信心的标准答案回答，%2 个等宽区段，95 % Wilson 区间。期望校准误差 %3（回答少时会偏高），Brier 分数 %4。位于虚线上表示信心与结果相符；低于虚线表示信心高于实际答对率。</translation>
    </message>
    <message>
        <source>Nobody here stated a confidence on a task with gold.</source>
        <translation>这里没有人在有标准答案的任务上报告过信心。</translation>
    </message>
    <message>
        <source>Difference of accuracy, first minus second</source>
        <translation>准确率之差，前者减后者</translation>
    </message>
    <message>
        <source>%1 minus %2</source>
        <translation>%1 减 %2</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>无差异</translation>
    </message>
    <message>
        <source>Left out, fewer than two annotators with gold: %1.</source>
        <translation>已略过有标准答案回答的标注员少于两位的分组：%1。</translation>
    </message>
    <message>
        <source>Comparing needs two cohorts with two annotators who answered gold.</source>
        <translation>比较需要两个分组，且每组有两位回答过标准答案任务的标注员。</translation>
    </message>
    <message numerus="yes">
        <source>%n missed or too far off</source>
        <translation>
            <numerusform>%n 个遗漏或偏差过大</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n called %1</source>
        <translation>
            <numerusform>%n 个被标为 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n where there is none</source>
        <translation>
            <numerusform>%n 个处本无对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Some items have known answers; once enough of them have passed your hands, the share that you labeled like them is shown here with how sure it is. Practice items explain at once what was different.</source>
        <translation>部分条目有已知答案；当您处理过足够多的此类条目后，这里会显示您的标注与之一致的比例及其可靠程度。练习条目会立即说明差异所在。</translation>
    </message>
    <message>
        <source>Of %1 checked items, about %2 % of what you labeled is as in the known answers; with 95 % probability the true share lies between %3 % and %4 %. The figure moves at once with practice items and otherwise in steps that come some time after the work, so that nobody can tell which item was a check.</source>
        <translation>在 %1 个已检查条目中，您的标注约有 %2 % 与已知答案一致；真实比例有 95 % 的概率在 %3 % 与 %4 % 之间。练习条目会立即改变此数值，其他检查则在工作之后分步更新，因此无人能看出哪个条目是检查。</translation>
    </message>
    <message>
        <source>What the gauge showed</source>
        <translation>仪表显示过的数值</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>As known</source>
        <translation>与已知一致</translation>
    </message>
    <message>
        <source>The gauge has not shown anything yet. What it shows is kept here, from its first figure on.</source>
        <translation>仪表尚未显示任何数值。从第一个数值起，它显示的内容都会保留在这里。</translation>
    </message>
    <message>
        <source>Every figure that the gauge has shown, the last %1 at most, over the items handed in: the share as in the known answers with its 95 % interval; n = checked items behind it. A step that stays inside the interval before it says little.</source>
        <translation>仪表显示过的每个数值（最多最近 %1 个），按已提交条目排列：与已知答案一致的比例及其 95 % 区间；n = 其依据的已检查条目数。仍落在前一区间内的变化说明不了什么。</translation>
    </message>
    <message>
        <source>In practice pictures your labels are as in the known answers.</source>
        <translation>在练习图片中，您的标注与已知答案一致。</translation>
    </message>
    <message>
        <source>In practice pictures, “%1” differs most often: you marked it where the known answers have none (%2 times).</source>
        <translation>在练习图片中，“%1”差异最多：您在已知答案没有的地方标注了它（%2 次）。</translation>
    </message>
    <message>
        <source>In practice pictures, “%1” differs most often: %2 of %3 are as in the known answers.</source>
        <translation>在练习图片中，“%1”差异最多：%3 个中有 %2 个与已知答案一致。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What was different</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Practice pictures</source>
        <translation>练习图片</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>How sure you were, and what came of it</source>
        <translation>您有多确定，以及结果如何</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信心</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>全部正确</translation>
    </message>
    <message>
        <source>You have not yet said on a practice item how sure you are. “Confidence” in the menu “Item” does it, before you hand in.</source>
        <translation>您还没有在练习条目上说明自己有多确定。提交之前，可用“条目”菜单中的“信心”来说明。</translation>
    </message>
    <message>
        <source>%1 practice items with a stated confidence, in %2 of %3 bins of equal width; 95 % Wilson intervals. An item counts as right when everything in it is. On the dashed line you are as sure as you are right; below it, surer. Expected calibration error %4 (few answers raise it), Brier score %5.</source>
        <translation>%1 个带自报信心的练习条目，分布在 %3 个等宽区间中的 %2 个；95 % Wilson 区间。条目中全部正确才算正确。在虚线上，您的信心与正确率相符；在其下方，则信心过高。期望校准误差 %4（答案少时偏高），Brier 分数 %5。</translation>
    </message>
    <message>
        <source>version %1 on %2 UTC, after %3</source>
        <translation>第 %1 版，%2 UTC，在 %3 个之后</translation>
    </message>
    <message>
        <source>Guideline: %1.</source>
        <translation>标注指南：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln media file(s)</source>
        <translation>
            <numerusform>%Ln 个媒体文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) that may hold labels</source>
        <translation>
            <numerusform>%Ln 个可能含有标注的文件</numerusform>
        </translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>Differences between cohorts: everything on gold</source>
        <translation>分组之间的差异：全部标准答案回答</translation>
    </message>
    <message>
        <source>First right</source>
        <translation>第一组正确率</translation>
    </message>
    <message>
        <source>Second right</source>
        <translation>第二组正确率</translation>
    </message>
    <message>
        <source>Pooled accuracy on gold; n = decisions of both. 95 % percentile interval of 2000 resamples of annotators, never of labels, seed 1. People answered different tasks: a difference may be one of tasks; shared items tell.</source>
        <translation>标准答案上的合并准确率；n = 两组的判断数。对标注员（而非标签）重采样 2000 次的 95 % 百分位区间，种子 1。各人回答的任务不同：差异可能来自任务；请看共同条目。</translation>
    </message>
    <message>
        <source>Shared items: which cohort had right what the other had wrong</source>
        <translation>共同条目：哪个分组答对了另一组答错的内容</translation>
    </message>
    <message>
        <source>Share of them that the first had right</source>
        <translation>其中第一组答对的比例</translation>
    </message>
    <message>
        <source>Shared items</source>
        <translation>共同条目</translation>
    </message>
    <message>
        <source>Only the first</source>
        <translation>仅第一组</translation>
    </message>
    <message>
        <source>Only the second</source>
        <translation>仅第二组</translation>
    </message>
    <message>
        <source>p (exact)</source>
        <translation>p（精确）</translation>
    </message>
    <message>
        <source>p (mid)</source>
        <translation>p（中值）</translation>
    </message>
    <message>
        <source>%1 (%2 shared items)</source>
        <translation>%1（%2 个共同条目）</translation>
    </message>
    <message>
        <source>McNemar&apos;s test: of each cohort one answer to every gold item that both answered, drawn (seed 1) where there are several; n = items that only one of both had right, 95 % Wilson interval of the share. It takes items as independent; that a few people gave most answers is in the mixed model alone. Practice is left out.</source>
        <translation>McNemar 检验：对两组都回答过的每个标准答案条目，各取每组的一个回答，有多个时随机抽取（种子 1）；n = 两组中只有一组答对的条目，比例的 95 % Wilson 区间。该检验视各条目相互独立；多数回答出自少数人这一点只有混合模型予以考虑。不含练习。</translation>
    </message>
    <message>
        <source>Left out, no item that only one had right: %1.</source>
        <translation>已略过，没有只有一组答对的条目：%1。</translation>
    </message>
    <message>
        <source>No two cohorts answered the same gold items, or never differently.</source>
        <translation>没有两个分组回答过相同的标准答案条目，或回答从无不同。</translation>
    </message>
    <message>
        <source>Shared items: mixed model</source>
        <translation>共同条目：混合模型</translation>
    </message>
    <message>
        <source>Log odds ratio of a right answer, first against second</source>
        <translation>答对的对数优势比，第一组对第二组</translation>
    </message>
    <message>
        <source>Odds ratio</source>
        <translation>优势比</translation>
    </message>
    <message>
        <source>p (Wald)</source>
        <translation>p (Wald)</translation>
    </message>
    <message>
        <source>First, typical</source>
        <translation>第一组，典型</translation>
    </message>
    <message>
        <source>Second, typical</source>
        <translation>第二组，典型</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>Spread of items</source>
        <translation>条目的离散度</translation>
    </message>
    <message>
        <source>Spread of annotators</source>
        <translation>标注员的离散度</translation>
    </message>
    <message>
        <source>Logistic model with random items and annotators (Laplace) over all answers to shared gold items, n of them; 95 % Wald interval. Allows for hard items and for people who gave many answers; effects are a little too small.</source>
        <translation>含条目与标注员随机效应的逻辑回归模型（Laplace），基于共同标准答案条目的所有回答，共 n 个；95 % Wald 区间。考虑了难条目和回答较多的人；效应估计略偏小。</translation>
    </message>
    <message>
        <source>%1 shared items were left out by lot to keep it quick.</source>
        <translation>为保持速度，随机略过了 %1 个共同条目。</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>已略过：%1。</translation>
    </message>
    <message>
        <source>What is said for what is true: %1</source>
        <translation>真实标签被答成什么：%1</translation>
    </message>
    <message>
        <source>Difference of shares, first minus second</source>
        <translation>比例之差，第一组减第二组</translation>
    </message>
    <message>
        <source>True → said</source>
        <translation>真实 → 回答</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一组</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二组</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Share of a true label&apos;s decisions that say the label after the arrow; n = decisions of both. 95 % percentile interval of 1000 resamples of annotators. These are many comparisons: one interval in twenty misses 0 by chance.</source>
        <translation>在某真实标签的判断中，答为箭头后标签的比例；n = 两组的判断数。对标注员重采样 1000 次的 95 % 百分位区间。比较次数很多：每二十个区间就有一个偶然不含 0。</translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>显示前 %1 个。</translation>
    </message>
    <message>
        <source>This needs two annotators of each cohort with decisions on the same true labels.</source>
        <translation>这需要每组有两位标注员对相同的真实标签作过判断。</translation>
    </message>
    <message>
        <source>before any guideline</source>
        <translation>尚无标注指南时</translation>
    </message>
    <message>
        <source>guideline %1</source>
        <translation>指南 %1</translation>
    </message>
    <message>
        <source>take</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>check more</source>
        <translation>继续检查</translation>
    </message>
    <message>
        <source>Errors by how bad they are</source>
        <translation>按严重程度划分的错误</translation>
    </message>
    <message>
        <source>Weighted errors per 100 decisions</source>
        <translation>每 100 个判断的加权错误数</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>较重</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>Minor, major and critical errors count %1, %2 and %3; how bad an error is says the label schema. n = decisions on gold, %4 in all; 95 % gamma interval of weighted Poisson counts (Fay and Feuer). Errors of one person come together, which the interval does not know. Practice is left out.</source>
        <translation>轻微、较重和严重错误分别计为 %1、%2 和 %3；错误的严重程度由标注规范规定。n = 标准答案判断，共 %4 个；加权 Poisson 计数的 95 % gamma 区间（Fay 和 Feuer）。同一人的错误往往成串出现，区间未考虑这一点。不含练习。</translation>
    </message>
    <message>
        <source>Left out, nothing checked: %1.</source>
        <translation>已略过，没有检查过的内容：%1。</translation>
    </message>
    <message>
        <source>Nothing that was handed in is on gold.</source>
        <translation>已提交的内容都没有标准答案。</translation>
    </message>
    <message>
        <source>Which batches to take</source>
        <translation>应接收哪些批次</translation>
    </message>
    <message>
        <source>Share bad in the sample</source>
        <translation>样本中的不良比例</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>不良</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Good one refused</source>
        <translation>好批次被拒收</translation>
    </message>
    <message>
        <source>Poor one taken</source>
        <translation>差批次被接收</translation>
    </message>
    <message>
        <source>good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Each batch has the smallest sample, of what was handed in first, that refuses a batch with %1 bad at most in %2 and takes one with %3 bad at most in %4 of cases (hypergeometric, exact). Bad = wrong on gold that nobody could tell; n = sampled, 95 % Wilson interval. The sample stands for the batch where gold was dealt at random.</source>
        <translation>每个批次取最先提交内容中的最小样本，使不良率不超过 %1 的批次最多在 %2 的情况下被拒收，不良率达 %3 的批次最多在 %4 的情况下被接收（超几何分布，精确）。不良 = 在无人能识别的标准答案上答错；n = 抽样数，95 % Wilson 区间。标准答案随机分发时，样本能代表批次。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Middle x</source>
        <translation>中心 x</translation>
    </message>
    <message>
        <source>Middle y</source>
        <translation>中心 y</translation>
    </message>
    <message>
        <source>Radius across</source>
        <translation>横向半径</translation>
    </message>
    <message>
        <source>Radius along</source>
        <translation>纵向半径</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>cannot label</source>
        <translation>无法标注</translation>
    </message>
    <message>
        <source>; or </source>
        <translation>；或 </translation>
    </message>
    <message>
        <source>no known answer any more</source>
        <translation>已没有已知答案</translation>
    </message>
    <message>
        <source>Name a folder for the work.</source>
        <translation>请指定存放工作的文件夹。</translation>
    </message>
    <message>
        <source>Everything of this packet is there already.</source>
        <translation>此数据包的内容均已存在。</translation>
    </message>
    <message>
        <source>Taken: %1 items, %2 tasks and %3 labels.</source>
        <translation>已接收：%1 个条目、%2 个任务和 %3 个标注。</translation>
    </message>
    <message>
        <source>The recall is known here already.</source>
        <translation>此处已知该撤回。</translation>
    </message>
    <message>
        <source>The work of that packet is no longer wanted. Your labels stay; they are not sent any more.</source>
        <translation>该数据包的工作不再需要。您的标注会保留，但不再发送。</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) merged</source>
        <translation>
            <numerusform>已合并 %n 项决定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) merged</source>
        <translation>
            <numerusform>已合并 %n 项提交</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new: everything of this packet was merged before</source>
        <translation>没有新内容：此数据包的内容此前均已合并</translation>
    </message>
    <message>
        <source>%1 were there already</source>
        <translation>%1 项已存在</translation>
    </message>
    <message>
        <source>%1 held back, see below</source>
        <translation>%1 项暂缓处理，见下文</translation>
    </message>
    <message>
        <source>%1 labels changed</source>
        <translation>%1 个标注已更改</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 项已接受</translation>
    </message>
    <message numerus="yes">
        <source>%n new conflict(s) that only a person can decide</source>
        <translation>
            <numerusform>%n 个新冲突，只能由人工决定</numerusform>
        </translation>
    </message>
    <message>
        <source>No item&apos;s name contains “%1”.</source>
        <translation>没有名称包含“%1”的条目。</translation>
    </message>
    <message>
        <source>You have no key of “%1”; take their card first.</source>
        <translation>您没有“%1”的密钥；请先接收其密钥卡。</translation>
    </message>
    <message>
        <source>Choose whose work it is.</source>
        <translation>请选择是谁的工作。</translation>
    </message>
    <message>
        <source>Name a file for the packet.</source>
        <translation>请指定数据包的文件名。</translation>
    </message>
    <message>
        <source>There is a file %1 already; name another one.</source>
        <translation>已有文件 %1；请指定其他名称。</translation>
    </message>
    <message>
        <source>Look into the packet %1</source>
        <translation>查看数据包 %1</translation>
    </message>
    <message>
        <source>Look into %1 packets</source>
        <translation>查看 %1 个数据包</translation>
    </message>
    <message>
        <source>No camera has seen this scene. Show the item in the main window to look at it.</source>
        <translation>没有相机拍到此场景。请在主窗口中显示该条目来查看。</translation>
    </message>
    <message>
        <source>%1 has no picture.</source>
        <translation>%1 没有图片。</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n prediction(s)</source>
        <translation>
            <numerusform>接受 %n 个预测</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n prediction(s)</source>
        <translation>
            <numerusform>拒绝 %n 个预测</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>已添加 %n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) read (%1)</source>
        <translation>
            <numerusform>已读取 %Ln 个标注 (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ActivityRecorder</name>
    <message>
        <source>Sum up old moments of work</source>
        <translation>汇总过去的工作时刻</translation>
    </message>
    <message>
        <source>Active time</source>
        <translation>有效时间</translation>
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
    <name>plumbline::workstation::CompareEdit</name>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>Moved right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Moved down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Save  Enter</source>
        <translation>保存  Enter</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Version to begin with</source>
        <translation>起始版本</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>起始版本</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>取消  Esc</translation>
    </message>
    <message>
        <source>This shape has no numbers to change. Begin with the version whose shape fits best.</source>
        <translation>此形状没有可更改的数值。请从形状最贴合的版本开始。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::CompareHeader</name>
    <message>
        <source>%1 (chosen)</source>
        <translation>%1（已选择）</translation>
    </message>
    <message>
        <source>%1
%2 chooses it</source>
        <translation>%1
按 %2 选择</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ComparePanes</name>
    <message>
        <source>This kind of item cannot be shown here</source>
        <translation>此类条目无法在此显示</translation>
    </message>
    <message>
        <source>What people said about it is in the list at the right and can be decided there.</source>
        <translation>各人对它的标注列在右侧列表中，可在那里作出决定。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::CompareView</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Reading what can be compared…</source>
        <translation>正在读取可比较的内容…</translation>
    </message>
    <message>
        <source>Read what can be compared</source>
        <translation>读取可比较的内容</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可比较的内容</translation>
    </message>
    <message>
        <source>Items that two or more people have handed in appear here.</source>
        <translation>由两人或更多人提交的条目会显示在这里。</translation>
    </message>
    <message>
        <source>Everything has been compared</source>
        <translation>已全部比较完毕</translation>
    </message>
    <message>
        <source>Choose an item at the left to look at it again.</source>
        <translation>请在左侧选择一个条目以再次查看。</translation>
    </message>
    <message>
        <source>This item cannot be compared</source>
        <translation>此条目无法比较</translation>
    </message>
    <message>
        <source>%1 did not see this part of the item.</source>
        <translation>%1 没有看到条目的这一部分。</translation>
    </message>
    <message>
        <source>Only one person has this object: there is nothing to merge.</source>
        <translation>只有一个人标注了此物体：没有可合并的内容。</translation>
    </message>
    <message>
        <source>Record decisions</source>
        <translation>记录决定</translation>
    </message>
    <message>
        <source>The list has been read again.</source>
        <translation>列表已重新读取。</translation>
    </message>
    <message>
        <source>There is no decision of this item to take back.</source>
        <translation>此条目没有可撤回的决定。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Something else was done since; take that back first.</source>
        <translation>此后又做了其他操作；请先撤销该操作。</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) still need a decision.</source>
        <translation>
            <numerusform>还有 %n 处差异需要决定。</numerusform>
        </translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束比较</translation>
    </message>
    <message>
        <source>Accepted: %1 agreed, %2 decided</source>
        <translation>已接受：%1 项一致，%2 项已决定</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 项未决</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n people</source>
        <translation>
            <numerusform>%1 · %2 · %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>asked for by a review</source>
        <translation>应审核要求</translation>
    </message>
    <message>
        <source>Items to compare</source>
        <translation>要比较的条目</translation>
    </message>
    <message>
        <source>Consensus  C</source>
        <translation>共识  C</translation>
    </message>
    <message>
        <source>Show what the consensus of all people is</source>
        <translation>显示所有人的共识</translation>
    </message>
    <message>
        <source>Model  L</source>
        <translation>模型  L</translation>
    </message>
    <message>
        <source>Show what models proposed</source>
        <translation>显示模型给出的结果</translation>
    </message>
    <message>
        <source>Accepted  A</source>
        <translation>已接受  A</translation>
    </message>
    <message>
        <source>Show what has been accepted so far</source>
        <translation>显示目前已接受的内容</translation>
    </message>
    <message>
        <source>Overlay  O</source>
        <translation>叠加  O</translation>
    </message>
    <message>
        <source>All in one picture, each in a colour of its own</source>
        <translation>全部叠加在一张图片中，各用一种颜色</translation>
    </message>
    <message>
        <source>Fit  F</source>
        <translation>适合  F</translation>
    </message>
    <message>
        <source>Show all of the item</source>
        <translation>显示整个条目</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Merge  M</source>
        <translation>合并  M</translation>
    </message>
    <message>
        <source>The shape that the people&apos;s versions agree on, with the class most of them gave</source>
        <translation>取各人版本一致的形状，类别取多数人所选</translation>
    </message>
    <message>
        <source>No object  X</source>
        <translation>无物体  X</translation>
    </message>
    <message>
        <source>There is nothing here</source>
        <translation>这里没有物体</translation>
    </message>
    <message>
        <source>Change…  E</source>
        <translation>更改…  E</translation>
    </message>
    <message>
        <source>Take a version and change its class, values or shape</source>
        <translation>选取一个版本，更改其类别、值或形状</translation>
    </message>
    <message>
        <source>Why, for this decision (optional)</source>
        <translation>此决定的理由（可选）</translation>
    </message>
    <message>
        <source>Undo  Ctrl+Z</source>
        <translation>撤销  Ctrl+Z</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>撤回上一个决定</translation>
    </message>
    <message>
        <source>Finish  Ctrl+Enter</source>
        <translation>完成  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Accept what was decided and what all agree on, and go to the next item</source>
        <translation>接受已决定的和所有人一致的内容，并转到下一个条目</translation>
    </message>
    <message>
        <source>No item was handed in by two people.</source>
        <translation>没有由两人提交的条目。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait.</source>
        <translation>
            <numerusform>%n 个条目等待比较。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>What was chosen has been handed in anew since:</source>
        <translation>所选的版本此后已重新提交：</translation>
    </message>
    <message>
        <source>The decisions contradict each other. Decide to settle it:</source>
        <translation>各项决定相互矛盾。请作出决定以解决：</translation>
    </message>
    <message>
        <source>Decide that there is no such object</source>
        <translation>决定没有此物体</translation>
    </message>
    <message>
        <source>Accept this version</source>
        <translation>接受此版本</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>没有差异</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处差异</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contradictory</source>
        <translation>
            <numerusform>%n 处矛盾</numerusform>
        </translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>已决定的结果</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>无法判断</translation>
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
        <source>characters %1 to %2</source>
        <translation>第 %1 至 %2 个字符</translation>
    </message>
    <message>
        <source>ticks %1 to %2</source>
        <translation>时间刻度 %1 至 %2</translation>
    </message>
    <message>
        <source>object</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未决</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>contradictory decisions</source>
        <translation>决定相互矛盾</translation>
    </message>
    <message>
        <source>all agree</source>
        <translation>全部一致</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>共识</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>缺 %1</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>shape %1</source>
        <translation>形状 %1</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Shapes are %1 alike.</source>
        <translation>形状相似度为 %1。</translation>
    </message>
    <message>
        <source>All agree.</source>
        <translation>全部一致。</translation>
    </message>
    <message>
        <source>Missing with %1.</source>
        <translation>%1 缺少此物体。</translation>
    </message>
    <message>
        <source>The classes differ.</source>
        <translation>类别不同。</translation>
    </message>
    <message>
        <source>The shapes differ.</source>
        <translation>形状不同。</translation>
    </message>
    <message>
        <source>The values differ.</source>
        <translation>值不同。</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>no such object</source>
        <translation>没有此物体</translation>
    </message>
    <message>
        <source>did not see it</source>
        <translation>没有看到</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>no object</source>
        <translation>无物体</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>已更改：%1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ContestDialog</name>
    <message>
        <source>the known answer stays</source>
        <translation>已知答案不变</translation>
    </message>
    <message>
        <source>the known answer was changed</source>
        <translation>已知答案已更改</translation>
    </message>
    <message>
        <source>the known answer was withdrawn</source>
        <translation>已知答案已撤回</translation>
    </message>
    <message>
        <source>this result counts no more</source>
        <translation>此结果不再计入</translation>
    </message>
    <message>
        <source>others look at it</source>
        <translation>由其他人查看</translation>
    </message>
    <message>
        <source>your figure</source>
        <translation>您的指标</translation>
    </message>
    <message>
        <source>%1, %2: “%3”</source>
        <translation>%1，%2：“%3”</translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>尚未回复。</translation>
    </message>
    <message>
        <source>%1 answers, %2</source>
        <translation>%1 回复，%2</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 回复</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>Only of the days</source>
        <translation>仅限这些日期</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>This is wrong</source>
        <translation>这不对</translation>
    </message>
    <message>
        <source>A lead looks at what you say with the known answer and your work side by side. A practice item can be named. Which other items were checked is told to nobody, so of those the figure as a whole is contested: the lead then looks at all that is behind it. When an answer was wrong, it is corrected and the figure follows with its next change.</source>
        <translation>负责人会将已知答案与您的工作并排对照，查看您所说的内容。练习条目可以指明。其他哪些条目受过检查不会告诉任何人，因此对那些条目只能就整个指标提出申诉：负责人随后会查看其背后的全部内容。如果某个答案有误，会予以更正，指标随下一次变化更新。</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>哪里不对</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>您的说明</translation>
    </message>
    <message>
        <source>What is wrong with it?</source>
        <translation>它哪里不对？</translation>
    </message>
    <message>
        <source>What you contested</source>
        <translation>您提出的申诉</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Read what was contested</source>
        <translation>读取申诉内容</translation>
    </message>
    <message>
        <source>My figure as a whole</source>
        <translation>我的整体指标</translation>
    </message>
    <message>
        <source>Practice item %1</source>
        <translation>练习条目 %1</translation>
    </message>
    <message>
        <source>a practice item</source>
        <translation>一个练习条目</translation>
    </message>
    <message>
        <source>Contest a score</source>
        <translation>对得分提出申诉</translation>
    </message>
    <message>
        <source>✓ Sent. The answer appears here and beside the gauge.</source>
        <translation>✓ 已发送。回复会显示在这里和仪表旁。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ContestWindow</name>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Contested scores</source>
        <translation>被申诉的得分</translation>
    </message>
    <message>
        <source>Nothing is contested</source>
        <translation>没有申诉</translation>
    </message>
    <message>
        <source>Who thinks that a score of theirs is wrong says so in the panel behind the gauge; it appears here.</source>
        <translation>认为自己的得分有误的人可在仪表背后的面板中说明；申诉会显示在这里。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Words for the person</source>
        <translation>给此人的说明</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Known answer</source>
        <translation>已知答案</translation>
    </message>
    <message>
        <source>Read what was contested</source>
        <translation>读取申诉内容</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>practice item</source>
        <translation>练习条目</translation>
    </message>
    <message>
        <source>✓ %1  ·  %2</source>
        <translation>✓ %1  ·  %2</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>%1 says of their figure up to %2: “%3”</source>
        <translation>%1 就截至 %2 的指标说：“%3”</translation>
    </message>
    <message>
        <source>%1 says of their figure from %2 to %3: “%4”</source>
        <translation>%1 就 %2 至 %3 的指标说：“%4”</translation>
    </message>
    <message>
        <source>%1 says of a practice item: “%2”</source>
        <translation>%1 就一个练习条目说：“%2”</translation>
    </message>
    <message>
        <source>Nothing proves that it was them.</source>
        <translation>无法证明这是其本人所说。</translation>
    </message>
    <message>
        <source>%1 answered: “%2”</source>
        <translation>%1 回复：“%2”</translation>
    </message>
    <message>
        <source>Which items are checked stays secret: name none in your words. Of what you do here nothing but these words is shown to %1; a changed answer reaches their figure with its next change.</source>
        <translation>哪些条目受检查是保密的：请勿在说明中提到任何条目。您在此所做的一切，只有这些说明会显示给 %1；更改后的答案会随其指标的下一次变化体现。</translation>
    </message>
    <message>
        <source>%1 reads your words and what was done.</source>
        <translation>%1 会看到您的说明和处理结果。</translation>
    </message>
    <message>
        <source>Read the results</source>
        <translation>读取结果</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>盲测</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Read the known answer</source>
        <translation>读取已知答案</translation>
    </message>
    <message>
        <source>The known answer stays</source>
        <translation>已知答案不变</translation>
    </message>
    <message>
        <source>The known answer stays, and what %1 has drawn is right too</source>
        <translation>已知答案不变，%1 所绘的内容也算正确</translation>
    </message>
    <message>
        <source>What %1 has drawn becomes the known answer</source>
        <translation>%1 所绘的内容成为已知答案</translation>
    </message>
    <message>
        <source>The accepted labels become the known answer</source>
        <translation>已接受的标注成为已知答案</translation>
    </message>
    <message>
        <source>The known answer is withdrawn: nobody is scored on this item</source>
        <translation>撤回已知答案：此条目不再给任何人评分</translation>
    </message>
    <message>
        <source>This result counts no more</source>
        <translation>此结果不再计入</translation>
    </message>
    <message>
        <source>Others are to choose: adjudication</source>
        <translation>由其他人选择：仲裁</translation>
    </message>
    <message>
        <source>Answer a contest</source>
        <translation>回复申诉</translation>
    </message>
    <message numerus="yes">
        <source>Answered; %n result(s) are other than before.</source>
        <translation>
            <numerusform>已回复；%n 个结果与之前不同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::CropCutter</name>
    <message>
        <source>Crops of %1</source>
        <translation>%1 的裁剪图</translation>
    </message>
    <message>
        <source>Crops</source>
        <translation>裁剪图</translation>
    </message>
    <message>
        <source>There is no place for %1.</source>
        <translation>没有可存放 %1 的位置。</translation>
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
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Written: %1 of %2, in %3.</source>
        <translation>✓ 已写出：%1，分布于 %2，位置：%3。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln 个标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Written: %1.</source>
        <translation>✓ 已写出：%1。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::FirstSteps</name>
    <message>
        <source>its button</source>
        <translation>对应按钮</translation>
    </message>
    <message>
        <source>What is to do</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>The queue lists every item. %1 goes on, %2 goes back; the sign says how far each one is.</source>
        <translation>队列列出全部条目。按 %1 前进，按 %2 后退；标记显示每个条目的进度。</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Choose a tool here or by its key, then draw in the picture. The wheel zooms; hold Space to move the picture.</source>
        <translation>在这里或用按键选择工具，然后在图片中绘制。滚轮可缩放；按住 Space 可移动图片。</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>指定类别</translation>
    </message>
    <message>
        <source>The digits 1 to 9 are your classes. %1 finds the rest by some letters, and makes new ones.</source>
        <translation>数字 1 到 9 对应您的类别。按 %1 输入几个字母可查找其余类别，也可新建类别。</translation>
    </message>
    <message>
        <source>Hand it in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>%1 submits and goes on. Nothing needs to be saved: every change is on the disk when you see it, and %2 takes it back.</source>
        <translation>按 %1 提交并继续。无需保存：您看到的每项修改都已写入磁盘，按 %2 可撤销。</translation>
    </message>
    <message>
        <source>Find the rest</source>
        <translation>查找其他功能</translation>
    </message>
    <message>
        <source>%1 searches everything the program can do. %2 shows the keys, %3 says how to label.</source>
        <translation>按 %1 可搜索程序的全部功能。按 %2 显示快捷键，按 %3 查看如何标注。</translation>
    </message>
    <message>
        <source>Choose a tool here or by its key, then drag the footprint of an object. Dragging elsewhere turns the scene, the wheel goes nearer; %1 looks from above.</source>
        <translation>在这里或用快捷键选择工具，然后拖出物体的底面。在别处拖动可旋转场景，滚轮可拉近；%1 从上方俯视。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::GaugePanel</name>
    <message>
        <source>What is behind the gauge</source>
        <translation>仪表背后的内容</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>迄今</translation>
    </message>
    <message>
        <source>Practice by class</source>
        <translation>按类别的练习结果</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信心</translation>
    </message>
    <message>
        <source>Show the gauge in the line at the bottom</source>
        <translation>在底部状态栏中显示仪表</translation>
    </message>
    <message>
        <source>Without it the command “%1” opens this panel.</source>
        <translation>不显示时，可用命令“%1”打开此面板。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Practice items alone, which say so themselves; of other checks nothing but the gauge is ever shown. Enter or a double click on a row opens its first picture.</source>
        <translation>只含练习条目，它们本身会注明；其他检查除仪表外从不显示任何内容。在一行上按 Enter 或双击可打开其第一张图片。</translation>
    </message>
    <message>
        <source>No practice item yet</source>
        <translation>还没有练习条目</translation>
    </message>
    <message>
        <source>Practice items explain what was different as soon as you hand them in; what came of them is collected here.</source>
        <translation>练习条目在提交后立即说明差异；其结果汇集在这里。</translation>
    </message>
    <message>
        <source>Read the gauge</source>
        <translation>读取仪表</translation>
    </message>
    <message>
        <source>This is wrong…</source>
        <translation>这不对…</translation>
    </message>
    <message>
        <source>Contest a score: a lead looks at it and answers here</source>
        <translation>对得分提出申诉：负责人会查看并在此回复</translation>
    </message>
    <message>
        <source>Read what was contested</source>
        <translation>读取申诉内容</translation>
    </message>
    <message>
        <source>a practice item</source>
        <translation>一个练习条目</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::GuidelinePanel</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>标注指南</translation>
    </message>
    <message>
        <source>Text of the guideline, in Markdown</source>
        <translation>标注指南的正文，使用 Markdown</translation>
    </message>
    <message>
        <source>How to label, in Markdown. A heading with the name of a class is shown first for that class.</source>
        <translation>如何标注，使用 Markdown。以类别名称为标题的内容，会在标注该类别时最先显示。</translation>
    </message>
    <message>
        <source>No guideline yet</source>
        <translation>还没有标注指南</translation>
    </message>
    <message>
        <source>Write down how to label, with pictures, where everybody sees it.</source>
        <translation>图文并茂地写下如何标注，让所有人都能看到。</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>开始编写</translation>
    </message>
    <message>
        <source>A picture for the guideline</source>
        <translation>用于标注指南的图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Change the guideline</source>
        <translation>更改标注指南</translation>
    </message>
    <message>
        <source>%1 is not a picture that can be shown.</source>
        <translation>%1 不是可以显示的图片。</translation>
    </message>
    <message>
        <source>Whoever leads the project can write one.</source>
        <translation>项目负责人可以编写标注指南。</translation>
    </message>
    <message>
        <source>This question is not in the project.</source>
        <translation>此问题不在项目中。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::GuidelineReading</name>
    <message>
        <source>What has changed</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>我已阅读</translation>
    </message>
    <message>
        <source>The guideline has changed</source>
        <translation>标注指南已更改</translation>
    </message>
    <message>
        <source>Lines of the guideline that have changed</source>
        <translation>标注指南中已更改的行</translation>
    </message>
    <message>
        <source>Please read this guideline (version %1, by %2, %3).</source>
        <translation>请阅读此标注指南（版本 %1，%2，%3）。</translation>
    </message>
    <message>
        <source>The guideline has changed: version %1, by %2, %3.</source>
        <translation>标注指南已更改：版本 %1，%2，%3。</translation>
    </message>
    <message>
        <source>Thank you. The guideline is noted as read.</source>
        <translation>谢谢。已记录您阅读过此标注指南。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::GuidelineRollout</name>
    <message>
        <source>Who has read the guideline</source>
        <translation>谁已阅读标注指南</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Has read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Labels made under an earlier text</source>
        <translation>依据较早文本所作的标注</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Known answers</source>
        <translation>已知答案</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>By</source>
        <translation>设定者</translation>
    </message>
    <message>
        <source>Results on known answers by version</source>
        <translation>按版本统计的已知答案结果</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>判断数</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>On earlier keys</source>
        <translation>依据较早的已知答案</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>标注指南</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>阅读者</translation>
    </message>
    <message>
        <source>Earlier labels</source>
        <translation>较早的标注</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Still &amp;right under the present text</source>
        <translation>在现行文本下仍然正确(&amp;R)</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>What questions are put together by</source>
        <translation>问题的分组方式</translation>
    </message>
    <message>
        <source>by words</source>
        <translation>按措辞</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>by error</source>
        <translation>按错误</translation>
    </message>
    <message>
        <source>New part of the guideline, in Markdown</source>
        <translation>标注指南的新增部分，使用 Markdown</translation>
    </message>
    <message>
        <source>Check questions, make a draft of them, and write what holds from now on.</source>
        <translation>请勾选问题，据此生成草稿，并写明今后的规定。</translation>
    </message>
    <message>
        <source>&amp;Draft from the checked ones</source>
        <translation>根据勾选的问题起草(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Add to the guideline and answer them</source>
        <translation>加入标注指南并回复这些问题(&amp;A)</translation>
    </message>
    <message>
        <source>Look at the guideline</source>
        <translation>查看标注指南</translation>
    </message>
    <message>
        <source>before any</source>
        <translation>尚无标注指南时</translation>
    </message>
    <message>
        <source>There is no guideline yet. It is written in the panel “Guideline”.</source>
        <translation>还没有标注指南。请在“标注指南”面板中编写。</translation>
    </message>
    <message>
        <source>Version %1, by %2, %3.</source>
        <translation>版本 %1，由 %2 编写，%3。</translation>
    </message>
    <message>
        <source>the present text</source>
        <translation>现行文本</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未阅读</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source> – look again</source>
        <translation> – 请再核对</translation>
    </message>
    <message>
        <source>%1 to %2 %</source>
        <translation>%1 至 %2 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>in the guideline</source>
        <translation>已写入标注指南</translation>
    </message>
    <message>
        <source>Questions (%1)</source>
        <translation>问题 (%1)</translation>
    </message>
    <message>
        <source>Check the questions first that the draft is to answer.</source>
        <translation>请先勾选草稿要回复的问题。</translation>
    </message>
    <message>
        <source>Add to the guideline</source>
        <translation>加入标注指南</translation>
    </message>
    <message>
        <source>The guideline is version %1; everybody is asked to read it.</source>
        <translation>标注指南现为版本 %1；已请所有人阅读。</translation>
    </message>
    <message>
        <source>Choose the known answers first that are right.</source>
        <translation>请先选择正确的已知答案。</translation>
    </message>
    <message>
        <source>Confirm known answers</source>
        <translation>确认已知答案</translation>
    </message>
    <message numerus="yes">
        <source>%n known answer(s) confirmed</source>
        <translation>
            <numerusform>已确认 %n 个已知答案</numerusform>
        </translation>
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
        <source>Import of %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was stored.</source>
        <translation>已停止，未保存任何内容。</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>%1 — %2: %3</source>
        <translation>%1 — %2：%3</translation>
    </message>
    <message>
        <source>without a class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>%1 on %2, %3 of them new to the project.</source>
        <translation>%1，分布于 %2，其中 %3 个是项目中新增的。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln 个标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new item(s) without a picture on this machine.</source>
        <translation>
            <numerusform>%Ln 个新条目在此电脑上没有图片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) with problems; the good ones are taken.</source>
        <translation>
            <numerusform>有 %Ln 条记录存在问题；其余正常导入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ImportPreview</name>
    <message>
        <source>Pictures with the labels that would come in</source>
        <translation>图片及将要导入的标注</translation>
    </message>
    <message>
        <source>The picture is not here</source>
        <translation>图片不在本机上</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n label(s)</source>
        <translation>
            <numerusform>%1：%n 个标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>加载 %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 个标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::LabelExtras</name>
    <message>
        <source>Attribute mode: answer by keys</source>
        <translation>属性模式：用按键回答</translation>
    </message>
    <message>
        <source>Filter labels</source>
        <translation>筛选标注</translation>
    </message>
    <message>
        <source>Find and replace a class…</source>
        <translation>查找并替换类别…</translation>
    </message>
    <message>
        <source>Next item that breaks a rule</source>
        <translation>下一个违反规则的条目</translation>
    </message>
    <message>
        <source>Next item without a label</source>
        <translation>下一个没有标注的条目</translation>
    </message>
    <message>
        <source>Label schema…</source>
        <translation>标注规范…</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>The schema is changed.</source>
        <translation>标注规范已更改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Replace which class?</source>
        <translation>替换哪个类别？</translation>
    </message>
    <message>
        <source>Replace “%1” with…</source>
        <translation>将“%1”替换为…</translation>
    </message>
    <message>
        <source>Replace “%1” with “%2”: %3 here, %4 in the project.</source>
        <translation>将“%1”替换为“%2”：此处 %3 个，项目中 %4 个。</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n here</source>
        <translation>
            <numerusform>替换此处的 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace all %1</source>
        <translation>替换全部 %1 个</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation>替换 %1</translation>
    </message>
    <message>
        <source>Replace a class</source>
        <translation>替换类别</translation>
    </message>
    <message>
        <source>Looking for the next item that breaks a rule…</source>
        <translation>正在查找下一个违反规则的条目…</translation>
    </message>
    <message>
        <source>Check labels</source>
        <translation>检查标注</translation>
    </message>
    <message>
        <source>No other item breaks a rule.</source>
        <translation>没有其他违反规则的条目。</translation>
    </message>
    <message>
        <source>Look for an item without labels</source>
        <translation>查找没有标注的条目</translation>
    </message>
    <message>
        <source>Every other item has a label.</source>
        <translation>其他条目都已有标注。</translation>
    </message>
    <message>
        <source>Paste on the next picture</source>
        <translation>粘贴到下一张图片</translation>
    </message>
    <message>
        <source>Nothing is asked about the labels here. The schema says what is asked ({label.schema}).</source>
        <translation>这里没有关于标注的问题。要问什么由标注规范决定 ({label.schema})。</translation>
    </message>
    <message numerus="yes">
        <source>The schema is changed, and %Ln label(s) with it.</source>
        <translation>
            <numerusform>标注规范会更改，并同时更改 %Ln 个标注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other class is on %Ln label(s) now. Undo takes it back.</source>
        <translation>
            <numerusform>%Ln 个标注已改为另一类别。可用“撤销”撤回。</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>Not submitted: %1 (and %n more)</source>
        <translation>
            <numerusform>未提交：%1（还有 %n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>Your part: %1</source>
        <translation>您的部分：%1</translation>
    </message>
    <message>
        <source>The guideline has a version that you have not confirmed yet (%1).</source>
        <translation>标注指南有一个您尚未确认的版本（%1）。</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Hand in now</source>
        <translation>立即提交</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::LayoutPopup</name>
    <message>
        <source>Choose a layout, or type a name to save this one</source>
        <translation>选择布局，或输入名称以保存当前布局</translation>
    </message>
    <message>
        <source>Save this layout as “%1”</source>
        <translation>将此布局保存为“%1”</translation>
    </message>
    <message>
        <source>The panels are where they were at first.</source>
        <translation>面板已恢复到初始位置。</translation>
    </message>
    <message>
        <source>Layout “%1”</source>
        <translation>布局“%1”</translation>
    </message>
    <message>
        <source>The layout “%1” cannot be read.</source>
        <translation>无法读取布局“%1”。</translation>
    </message>
    <message>
        <source>This layout is kept as “%1”.</source>
        <translation>此布局已保存为“%1”。</translation>
    </message>
    <message>
        <source>Default layout</source>
        <translation>默认布局</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::Layouts</name>
    <message>
        <source>There are %1 layouts already; remove one first.</source>
        <translation>已有 %1 个布局；请先移除一个。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::LockWindow</name>
    <message>
        <source>Locked — Plumbline</source>
        <translation>已锁定 — Plumbline</translation>
    </message>
    <message>
        <source>%1 was working here. Everything is saved.</source>
        <translation>%1 正在此处工作。所有内容均已保存。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
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
    <message>
        <source>Guideline</source>
        <translation>标注指南</translation>
    </message>
    <message>
        <source>%1 may hold labels, and it is not certain of which format</source>
        <translation>%1 可能含有标注，但无法确定是哪种格式</translation>
    </message>
    <message>
        <source>Look into it…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>&amp;Help: how to label this</source>
        <translation>帮助：如何标注(&amp;H)</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>查看导览(&amp;T)</translation>
    </message>
    <message>
        <source>Ne&amp;xt part of the window</source>
        <translation>窗口的下一部分(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious part of the window</source>
        <translation>窗口的上一部分(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Layouts…</source>
        <translation>布局(&amp;L)…</translation>
    </message>
    <message>
        <source>Reset the la&amp;yout</source>
        <translation>重置布局(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Change keys…</source>
        <translation>更改快捷键(&amp;C)…</translation>
    </message>
    <message>
        <source>F&amp;orget ended jobs</source>
        <translation>清除已结束的任务(&amp;O)</translation>
    </message>
    <message>
        <source>In a window of its own, or back: %1</source>
        <translation>独立为窗口，或还原：%1</translation>
    </message>
    <message>
        <source>Search or command  %1</source>
        <translation>搜索或命令  %1</translation>
    </message>
    <message numerus="yes">
        <source>Proposed label schema: %1 and %n more</source>
        <translation>
            <numerusform>建议的标注规范：%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposed label schema: %1</source>
        <translation>建议的标注规范：%1</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) read (%1)</source>
        <translation>
            <numerusform>已读取 %Ln 个标注 (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: %1 on %2.</source>
        <translation>已导入：%1，分布于 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln 个标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already there</source>
        <translation>
            <numerusform>%n 个已存在</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a pac&amp;ket…</source>
        <translation>打开数据包(&amp;K)…</translation>
    </message>
    <message>
        <source>Switch perso&amp;n…</source>
        <translation>切换人员(&amp;N)…</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Remarks (%1)</source>
        <translation>批注 (%1)</translation>
    </message>
    <message>
        <source>Show or hide panels</source>
        <translation>显示或隐藏面板</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::MembersPage</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Take the secret away</source>
        <translation>移除密码</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>empty: stays as it is</source>
        <translation>留空则保持不变</translation>
    </message>
    <message>
        <source>Change a member</source>
        <translation>更改成员</translation>
    </message>
    <message>
        <source>The secret is gone.</source>
        <translation>密码已移除。</translation>
    </message>
    <message>
        <source>set</source>
        <translation>已设置</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>%1 belongs to the project now.</source>
        <translation>%1 现已加入项目。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Remove a member</source>
        <translation>移除成员</translation>
    </message>
    <message>
        <source>%1 is no member any more; what they labeled stays.</source>
        <translation>%1 已不再是成员；其标注予以保留。</translation>
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
    <message>
        <source>Looks at the sweeps of LiDAR scenes and tracks what it finds</source>
        <translation>处理 LiDAR 场景的扫描，并跟踪找到的物体</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::MyTimePage</name>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>My time</source>
        <translation>我的时间</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>日期范围</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>My time for each item</source>
        <translation>我在每个条目上的时间</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Labeling</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>All</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Add up the time</source>
        <translation>汇总时间</translation>
    </message>
    <message>
        <source>A pause counts for %1 seconds at most, reading media for %2 minutes at most. Kept are moments, never what you type or where you point; after %3 days only the sums are left. Double-click an item to see it.</source>
        <translation>一次停顿最多计 %1 秒，阅读媒体最多计 %2 分钟。仅记录时刻，从不记录您输入的内容或指针位置；%3 天后只保留合计。双击条目即可查看。</translation>
    </message>
    <message>
        <source>Today %1 · this week %2</source>
        <translation>今天 %1 · 本周 %2</translation>
    </message>
    <message>
        <source>(no item)</source>
        <translation>（无条目）</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Export my time</source>
        <translation>导出我的时间</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Written to %1, with what it is computed from beside it</source>
        <translation>已写入 %1，计算所依据的数据保存在其旁</translation>
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
    <name>plumbline::workstation::PacketCases</name>
    <message>
        <source>somebody has no such object</source>
        <translation>有人没有此物体</translation>
    </message>
    <message>
        <source>the classes differ</source>
        <translation>类别不同</translation>
    </message>
    <message>
        <source>the shapes differ</source>
        <translation>形状不同</translation>
    </message>
    <message>
        <source>the values differ</source>
        <translation>属性值不同</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>Pack decisions…</source>
        <translation>打包决定…</translation>
    </message>
    <message>
        <source>Disagreements of “%1”</source>
        <translation>“%1”的分歧</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Reading the cases…</source>
        <translation>正在读取案例…</translation>
    </message>
    <message>
        <source>Read the cases</source>
        <translation>读取案例</translation>
    </message>
    <message>
        <source>Why (optional)</source>
        <translation>原因（可选）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>A letter chooses that version, 0 says that there is no such object; both go on to the next open case.</source>
        <translation>按字母键选择对应版本，按 0 表示没有此物体；两者都会转到下一个未决定的案例。</translation>
    </message>
    <message>
        <source>✓ none</source>
        <translation>✓ 无</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>No such object: %1.</source>
        <translation>没有此物体：%1。</translation>
    </message>
    <message>
        <source>Read a case</source>
        <translation>读取案例</translation>
    </message>
    <message>
        <source>%1:  %2</source>
        <translation>%1:  %2</translation>
    </message>
    <message>
        <source>0:  no such object</source>
        <translation>0:  没有此物体</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s) decided</source>
        <translation>
            <numerusform>已决定 %1 / %n 个案例</numerusform>
        </translation>
    </message>
    <message>
        <source>What you decided is not packed yet. Close again to leave it behind.</source>
        <translation>您的决定尚未打包。再次关闭将放弃这些决定。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketDesk</name>
    <message>
        <source>Open a packet</source>
        <translation>打开数据包</translation>
    </message>
    <message>
        <source>Packets (*.plumbpack)</source>
        <translation>数据包 (*.plumbpack)</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketDialog</name>
    <message>
        <source>Also what was handed in late: answers to packets that were recalled or had expired</source>
        <translation>同时接收逾期提交的内容：对已撤回或已过期数据包的回复</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>密钥…</translation>
    </message>
    <message>
        <source>Packet %1</source>
        <translation>数据包 %1</translation>
    </message>
    <message>
        <source>passphrase of your keys</source>
        <translation>您的密钥的密码短语</translation>
    </message>
    <message>
        <source>Passphrase of your keys</source>
        <translation>您的密钥的密码短语</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>目标位置</translation>
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
        <source>Issues</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Looking into the packet…</source>
        <translation>正在查看数据包…</translation>
    </message>
    <message>
        <source>✗ %1

Nothing of it was taken.</source>
        <translation>✗ %1

未接收其中任何内容。</translation>
    </message>
    <message>
        <source>The packet is sealed, and you have no keys. It can only be opened by those whom it was sealed to: make keys, give your card to the sender, and ask for the packet again.</source>
        <translation>数据包已密封，而您没有密钥。只有封装时指定的接收者才能打开：请创建密钥，将您的密钥卡交给发送者，并重新索取数据包。</translation>
    </message>
    <message>
        <source>The packet is sealed. The passphrase of your keys opens it, if it was sealed to you.</source>
        <translation>数据包已密封。如果它是为您封装的，可用您的密钥的密码短语打开。</translation>
    </message>
    <message>
        <source>The packet is sealed, but not to you: your key does not open it.</source>
        <translation>数据包已密封，但不是为您封装的：您的密钥无法打开。</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1（已打开）</translation>
    </message>
    <message>
        <source>A new project</source>
        <translation>新项目</translation>
    </message>
    <message>
        <source>Another project</source>
        <translation>其他项目</translation>
    </message>
    <message>
        <source>Open the work</source>
        <translation>打开工作</translation>
    </message>
    <message>
        <source>The packet has expired; its work is not wanted any more. Ask the sender for a new one.</source>
        <translation>数据包已过期；其中的工作不再需要。请向发送者索取新的数据包。</translation>
    </message>
    <message>
        <source>The sender has recalled this packet; it is not opened.</source>
        <translation>发送者已撤回此数据包；不会打开。</translation>
    </message>
    <message>
        <source>This packet was opened there before; opening it again changes nothing.</source>
        <translation>此数据包已在该处打开过；再次打开不会有任何更改。</translation>
    </message>
    <message>
        <source>Opening it makes a project of its own with these items, tasks and labels.</source>
        <translation>打开后将创建一个单独的项目，包含这些条目、任务和标注。</translation>
    </message>
    <message>
        <source>Opening it adds its items and tasks to the project. Work that is under way there stays as it is.</source>
        <translation>打开后会将其条目和任务添加到项目中。项目中正在进行的工作保持不变。</translation>
    </message>
    <message>
        <source>Take the recall</source>
        <translation>接收撤回</translation>
    </message>
    <message>
        <source>Taking it marks the work of that packet as no longer wanted. Labels stay; they are not sent any more.</source>
        <translation>接收后，该数据包的工作将标记为不再需要。标注予以保留，但不再发送。</translation>
    </message>
    <message>
        <source>Decide the cases…</source>
        <translation>决定案例…</translation>
    </message>
    <message>
        <source>The packet has expired. Ask the sender for a new one.</source>
        <translation>数据包已过期。请向发送者索取新的数据包。</translation>
    </message>
    <message>
        <source>The versions are shown beside each other; what you decide goes back as a packet.</source>
        <translation>各版本并列显示；您的决定将以数据包形式发回。</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>合并到 %1</translation>
    </message>
    <message>
        <source>Open the project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>It belongs to the project “%1”, which is not open.</source>
        <translation>它属于项目“%1”，该项目未打开。</translation>
    </message>
    <message>
        <source>It belongs to another project (“%1”), which was not open on this machine. Open that project first.</source>
        <translation>它属于另一个项目（“%1”），该项目未在此计算机上打开过。请先打开该项目。</translation>
    </message>
    <message>
        <source>This packet was merged before; merging it again brings nothing new.</source>
        <translation>此数据包已合并过；再次合并不会带来新内容。</translation>
    </message>
    <message>
        <source>Merging adds what is new. Nothing that anybody did is overwritten; what cannot be taken is listed.</source>
        <translation>合并会添加新内容。不会覆盖任何人的工作；无法接收的内容会列出。</translation>
    </message>
    <message>
        <source>Take a recall</source>
        <translation>接收撤回</translation>
    </message>
    <message>
        <source>Open a work packet</source>
        <translation>打开工作包</translation>
    </message>
    <message>
        <source>Merge a packet of %1</source>
        <translation>合并 %1 的数据包</translation>
    </message>
    <message>
        <source>Stopped; nothing was taken.</source>
        <translation>已停止；未接收任何内容。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketKeys</name>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Whose packets you take</source>
        <translation>您接收其数据包的发送者</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>You have no keys yet. With them you sign the packets that you send, and only you can open what is sealed to you. They stay on this machine, readable by you alone.</source>
        <translation>您还没有密钥。密钥用于为您发送的数据包签名，为您密封的内容也只有您能打开。密钥保存在此计算机上，只有您可以读取。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>再次输入密码短语</translation>
    </message>
    <message>
        <source>Without a passphrase: whoever reads my files can sign as me</source>
        <translation>不使用密码短语：能读取我文件的人都可以用我的名义签名</translation>
    </message>
    <message>
        <source>Make keys</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Give your card to those you work with, and tell them these sixteen digits on another way: by telephone, or face to face.</source>
        <translation>请将您的密钥卡交给合作者，并通过其他途径告知这十六位数字：电话或当面。</translation>
    </message>
    <message>
        <source>Copy the card</source>
        <translation>复制密钥卡</translation>
    </message>
    <message>
        <source>Save the card…</source>
        <translation>保存密钥卡…</translation>
    </message>
    <message>
        <source>Trust no more</source>
        <translation>不再信任</translation>
    </message>
    <message>
        <source>Take a card…</source>
        <translation>接收密钥卡…</translation>
    </message>
    <message>
        <source>Packets of %1 are taken from now on.</source>
        <translation>从现在起接收 %1 的数据包。</translation>
    </message>
    <message>
        <source>You sign as %1.</source>
        <translation>您以 %1 的身份签名。</translation>
    </message>
    <message>
        <source>%1  ·  key %2</source>
        <translation>%1  ·  密钥 %2</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>两次输入尚不一致。</translation>
    </message>
    <message>
        <source>Making keys…</source>
        <translation>正在创建密钥…</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>保存密钥卡</translation>
    </message>
    <message>
        <source>Key cards (*.plumbkey)</source>
        <translation>密钥卡 (*.plumbkey)</translation>
    </message>
    <message>
        <source>Your card lies in %1.</source>
        <translation>您的密钥卡位于 %1。</translation>
    </message>
    <message>
        <source>Take a card</source>
        <translation>接收密钥卡</translation>
    </message>
    <message>
        <source>The card says that it is %1&apos;s. Ask them for the sixteen digits of their key on another way than the card came: by telephone, or face to face.</source>
        <translation>密钥卡声称属于 %1。请通过与密钥卡来源不同的途径（电话或当面）向其询问密钥的十六位数字。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketMembers</name>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketPack</name>
    <message>
        <source>Hand out work</source>
        <translation>发放工作</translation>
    </message>
    <message>
        <source>Packs what people have still to do, with all they need for it: media, schema, guideline, proposals and their own labels. Known answers and marks are never in it.</source>
        <translation>打包各人尚待完成的工作及其所需的一切：媒体、标注规范、标注指南、建议以及各人自己的标注。其中绝不包含已知答案和评分。</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>Pack my submissions</source>
        <translation>打包我的提交</translation>
    </message>
    <message>
        <source>Packs everything that you handed in of the work that came in packets. Packing it again does no harm: what is there already is not taken twice.</source>
        <translation>打包您对数据包中的工作所提交的全部内容。重复打包并无妨碍：已有的内容不会接收两次。</translation>
    </message>
    <message>
        <source>Pack disagreements</source>
        <translation>打包分歧</translation>
    </message>
    <message>
        <source>Packs what people who handed in the same items disagree on. Names are replaced by letters, dealt anew for each case.</source>
        <translation>打包提交了相同条目的人员之间的分歧。姓名以字母代替，每个案例重新分配。</translation>
    </message>
    <message>
        <source>Recall a packet</source>
        <translation>撤回数据包</translation>
    </message>
    <message>
        <source>Answers to it are held back from now on. The notice tells those who have it; their labels stay theirs.</source>
        <translation>从现在起，对它的答复将被搁置。通知会告知持有者；其标注仍归其所有。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Pack decisions</source>
        <translation>打包裁定</translation>
    </message>
    <message>
        <source>Packs what you decided, for whoever sent the cases. What you left open stays open.</source>
        <translation>打包您的裁定，交给案例的发送者。您未裁定的仍保持未决。</translation>
    </message>
    <message>
        <source>Seal it to</source>
        <translation>密封给</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>密钥…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>谁的工作</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>all; or a part of their names</source>
        <translation>全部，或名称的一部分</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Items at most</source>
        <translation>条目数上限</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>All of the cohort</source>
        <translation>整个分组</translation>
    </message>
    <message>
        <source>Same object from an overlap of</source>
        <translation>视为同一物体的最小重叠</translation>
    </message>
    <message>
        <source>Shapes agree from a likeness of</source>
        <translation>视为形状一致的最小相似度</translation>
    </message>
    <message>
        <source>With media, so that whoever decides needs nothing else</source>
        <translation>附带媒体，使裁定者无需其他资料</translation>
    </message>
    <message>
        <source>Same object from</source>
        <translation>视为同一物体的下限</translation>
    </message>
    <message>
        <source>Shapes agree from</source>
        <translation>视为形状一致的下限</translation>
    </message>
    <message>
        <source>Good until the end of</source>
        <translation>有效期至此日结束：</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Write a notice for those who have it</source>
        <translation>为持有者写一份通知</translation>
    </message>
    <message>
        <source>Passphrase of your keys</source>
        <translation>您的密钥的密码短语</translation>
    </message>
    <message>
        <source>empty when your keys have none</source>
        <translation>密钥没有密码短语时留空</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>您的密码短语</translation>
    </message>
    <message>
        <source>You have no keys yet; packets are signed with them. “Keys…” makes them.</source>
        <translation>您还没有密钥；数据包需用密钥签名。可用“密钥…”创建。</translation>
    </message>
    <message>
        <source>Packets (*.plumbpack)</source>
        <translation>数据包 (*.plumbpack)</translation>
    </message>
    <message>
        <source>Packing…</source>
        <translation>正在打包…</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，未写入任何内容。</translation>
    </message>
    <message>
        <source>✓ Recalled.</source>
        <translation>✓ 已撤回。</translation>
    </message>
    <message>
        <source>✓ Packed: %1, %2.</source>
        <translation>✓ 已打包：%1，%2。</translation>
    </message>
    <message>
        <source>✓ Packed: %1. %2, %3.</source>
        <translation>✓ 已打包：%1。%2，%3。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketTrust</name>
    <message>
        <source>Trust this key</source>
        <translation>信任此密钥</translation>
    </message>
    <message>
        <source>the sixteen digits that they told you</source>
        <translation>对方告知的十六位数字</translation>
    </message>
    <message>
        <source>Digits that they told you</source>
        <translation>对方告知的数字</translation>
    </message>
    <message>
        <source>Trust as</source>
        <translation>信任为</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>They say</source>
        <translation>对方告知</translation>
    </message>
    <message>
        <source>These are other digits: the key is not theirs. Do not trust it.</source>
        <translation>数字不符：此密钥不是对方的。请勿信任。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketView</name>
    <message>
        <source>Members of the packet</source>
        <translation>数据包的成员</translation>
    </message>
    <message>
        <source>%1 of the project “%2”</source>
        <translation>项目“%2”的%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s), %1</source>
        <translation>
            <numerusform>%Ln 个成员，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>✗ %1 Nothing of it can be taken; ask for it again.</source>
        <translation>✗ %1 其中任何内容都不能接收；请重新索取。</translation>
    </message>
    <message>
        <source>✓ The signature holds, and every member is what was signed.</source>
        <translation>✓ 签名有效，每个成员都与签名时一致。</translation>
    </message>
    <message>
        <source>It came sealed to you.</source>
        <translation>它是密封给您的。</translation>
    </message>
    <message>
        <source>✓ You signed it yourself.</source>
        <translation>✓ 由您本人签名。</translation>
    </message>
    <message>
        <source>✓ From %1, whose key you trust.</source>
        <translation>✓ 来自 %1，您信任其密钥。</translation>
    </message>
    <message>
        <source>✓ From %1, whose key you trust. They call themselves “%2”.</source>
        <translation>✓ 来自 %1，您信任其密钥。对方自称“%2”。</translation>
    </message>
    <message>
        <source>✗ It says it is from %1, but it is signed with another key than theirs. You trust key %2. Either they made new keys, or somebody pretends to be them: ask them on another way than the packet came.</source>
        <translation>✗ 它声称来自 %1，但签名所用的密钥不是其密钥。您信任的是密钥 %2。可能对方创建了新密钥，也可能有人冒充：请通过与数据包来源不同的途径询问。</translation>
    </message>
    <message>
        <source>? It says it is from %1, but nobody whom you trust has its key. Ask them for the sixteen digits of their key on another way than the packet came, by telephone or face to face, and compare.</source>
        <translation>? 它声称来自 %1，但您信任的人中没有人持有此密钥。请通过与数据包来源不同的途径（电话或当面）向其询问密钥的十六位数字，并进行比对。</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Take this one packet without knowing who sent it. What came so is marked, and never scored.</source>
        <translation>在不知道发送者的情况下接收此数据包，仅此一个。以此方式接收的内容会带有标记，且绝不计分。</translation>
    </message>
    <message>
        <source>Take this one packet without knowing who sent it.</source>
        <translation>在不知道发送者的情况下接收此数据包，仅此一个。</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签名者</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1，密钥 %2</translation>
    </message>
    <message>
        <source>For</source>
        <translation>接收者</translation>
    </message>
    <message>
        <source>whoever has it</source>
        <translation>任何持有者</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>%1: expired</source>
        <translation>%1：已过期</translation>
    </message>
    <message>
        <source>Label schema</source>
        <translation>标注规范</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>标注指南</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Recalls</source>
        <translation>撤回对象</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答复对象</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PacketWindow</name>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>With</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Open a packet…</source>
        <translation>打开数据包…</translation>
    </message>
    <message>
        <source>Look into a packet; nothing is taken yet</source>
        <translation>查看数据包；此时不会接收任何内容</translation>
    </message>
    <message>
        <source>Hand out work…</source>
        <translation>发放工作…</translation>
    </message>
    <message>
        <source>Pack what people have still to do</source>
        <translation>打包各人尚待完成的工作</translation>
    </message>
    <message>
        <source>Pack my submissions…</source>
        <translation>打包我的提交…</translation>
    </message>
    <message>
        <source>Pack what you handed in of the work that came in packets</source>
        <translation>打包您对数据包中的工作所提交的内容</translation>
    </message>
    <message>
        <source>Pack disagreements…</source>
        <translation>打包分歧…</translation>
    </message>
    <message>
        <source>Pack what people disagree on, to be decided elsewhere</source>
        <translation>打包人员之间的分歧，以便在别处裁定</translation>
    </message>
    <message>
        <source>Recall…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>The selected work is not to be worked on any more</source>
        <translation>所选工作不应再继续进行</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>密钥…</translation>
    </message>
    <message>
        <source>Your keys, and whose packets you take</source>
        <translation>您的密钥，以及您接收谁的数据包</translation>
    </message>
    <message>
        <source>Read the packets</source>
        <translation>读取数据包</translation>
    </message>
    <message>
        <source>This project was made from packets: what you hand in here goes back as a packet.</source>
        <translation>此项目由数据包创建：您在此提交的内容将以数据包形式返回。</translation>
    </message>
    <message>
        <source>Work that leaves this machine as signed files, and what comes back.</source>
        <translation>以签名文件形式离开本机的工作，以及返回的内容。</translation>
    </message>
    <message>
        <source>A lead hands out work from here.</source>
        <translation>由负责人在此发放工作。</translation>
    </message>
    <message>
        <source>out</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>in</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>No packet yet</source>
        <translation>还没有数据包</translation>
    </message>
    <message>
        <source>Hand out work to people who share no network with you; what they hand in comes back the same way.</source>
        <translation>将工作发放给与您没有共用网络的人员；其提交以同样方式返回。</translation>
    </message>
    <message>
        <source>Packets that you open or make for this project are listed here.</source>
        <translation>您为此项目打开或创建的数据包会列在这里。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) that only a person can decide; Enter shows the item</source>
        <translation>
            <numerusform>%n 个冲突只能由人来裁定；按 Enter 显示条目</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::PairRows</name>
    <message>
        <source>Cohorts</source>
        <translation>分组</translation>
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
        <translation>类别不同：您标为 %1，实际是 %2</translation>
    </message>
    <message>
        <source>Too far off: %1 overlaps by %2 %, 50 % are needed</source>
        <translation>偏差过大：%1 的重叠为 %2 %，需要达到 50 %</translation>
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
    <message>
        <source>This item cannot be labeled; “Cannot label” in the menu “Item” says so</source>
        <translation>如果此条目无法标注，请用“条目”菜单中的“无法标注”说明</translation>
    </message>
    <message>
        <source>frame %1, around %2, %3 m</source>
        <translation>第 %1 帧，约在 %2, %3 米处</translation>
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
    <name>plumbline::workstation::ProjectPages</name>
    <message>
        <source>&amp;Review…</source>
        <translation>审核(&amp;R)…</translation>
    </message>
    <message>
        <source>Tria&amp;ge…</source>
        <translation>分诊(&amp;G)…</translation>
    </message>
    <message>
        <source>G&amp;uideline…</source>
        <translation>标注指南(&amp;U)…</translation>
    </message>
    <message>
        <source>My t&amp;ime…</source>
        <translation>我的时间(&amp;I)…</translation>
    </message>
    <message>
        <source>C&amp;ompare…</source>
        <translation>比较(&amp;O)…</translation>
    </message>
    <message>
        <source>T&amp;asks…</source>
        <translation>任务(&amp;A)…</translation>
    </message>
    <message>
        <source>Revie&amp;wing…</source>
        <translation>审核情况(&amp;W)…</translation>
    </message>
    <message>
        <source>T&amp;eam…</source>
        <translation>团队(&amp;E)…</translation>
    </message>
    <message>
        <source>Contested scores…</source>
        <translation>被申诉的得分…</translation>
    </message>
    <message>
        <source>&amp;Packets…</source>
        <translation>数据包(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Members…</source>
        <translation>成员(&amp;M)…</translation>
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
    <message>
        <source>%1, favourite</source>
        <translation>%1，已收藏</translation>
    </message>
    <message>
        <source>No favourite any more</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Make it a favourite: it stays at the top</source>
        <translation>加入收藏：始终排在最前</translation>
    </message>
    <message>
        <source>Favourite: %1</source>
        <translation>收藏：%1</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::RemarksPanel</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>讨论内容</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Do not write it</source>
        <translation>不写入</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>您的文字</translation>
    </message>
    <message>
        <source>Ctrl+Enter in the text does the same</source>
        <translation>在文本中按 Ctrl+Enter 效果相同</translation>
    </message>
    <message>
        <source>Nothing is left to say; an answer opens it again</source>
        <translation>已无更多可说；有回复时会重新打开</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>About the selected label</source>
        <translation>关于所选标注</translation>
    </message>
    <message>
        <source>About a place: click it next</source>
        <translation>关于某个位置：接下来请点击该位置</translation>
    </message>
    <message>
        <source>About what is shown</source>
        <translation>关于当前显示的内容</translation>
    </message>
    <message>
        <source>Next remark</source>
        <translation>下一条批注</translation>
    </message>
    <message>
        <source>Previous remark</source>
        <translation>上一条批注</translation>
    </message>
    <message>
        <source>New remark here</source>
        <translation>在此新建批注</translation>
    </message>
    <message>
        <source>Answer the remark</source>
        <translation>回复批注</translation>
    </message>
    <message>
        <source>Read the remarks</source>
        <translation>读取批注</translation>
    </message>
    <message>
        <source>The remarks cannot be read: %1</source>
        <translation>无法读取批注：%1</translation>
    </message>
    <message>
        <source>Read where you were asked</source>
        <translation>读取向您提问之处</translation>
    </message>
    <message numerus="yes">
        <source>%n open remark(s)</source>
        <translation>
            <numerusform>%n 条未解决的批注</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a remark</source>
        <translation>写批注</translation>
    </message>
    <message>
        <source>Resolve a remark</source>
        <translation>解决批注</translation>
    </message>
    <message>
        <source>Select one label to write about it.</source>
        <translation>请选择一个标注，以便为其写批注。</translation>
    </message>
    <message>
        <source>New, about a label: %1</source>
        <translation>新建，关于标注：%1</translation>
    </message>
    <message>
        <source>Nothing can be pointed at here; write about the shown frame instead.</source>
        <translation>此处无法指定位置；请改为针对显示的帧写批注。</translation>
    </message>
    <message>
        <source>Click the place that the remark is about; Esc gives up.</source>
        <translation>请点击批注所指的位置；按 Esc 放弃。</translation>
    </message>
    <message>
        <source>New, about the place %1, %2</source>
        <translation>新建，关于位置 %1, %2</translation>
    </message>
    <message>
        <source>New, about frame %1</source>
        <translation>新建，关于第 %1 帧</translation>
    </message>
    <message>
        <source>New, about the item</source>
        <translation>新建，关于此条目</translation>
    </message>
    <message>
        <source>Left as they were: %1 of %2 requests of the reviewer. Hand in all the same?</source>
        <translation>保持原样：审核员的 %2 项要求中有 %1 项。仍要提交吗？</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Say why…</source>
        <translation>说明原因…</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交</translation>
    </message>
    <message numerus="yes">
        <source>Why %n request(s) stay as they are; then it is handed in</source>
        <translation>
            <numerusform>说明 %n 项要求为何保持原样；随后即提交</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>a label that was deleted</source>
        <translation>一个已删除的标注</translation>
    </message>
    <message>
        <source>place %1, %2</source>
        <translation>位置 %1, %2</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>the item</source>
        <translation>此条目</translation>
    </message>
    <message>
        <source>To fix, round %1: %2 of %3 left</source>
        <translation>待修改，第 %1 轮：剩余 %2 / %3</translation>
    </message>
    <message>
        <source>The work as a whole</source>
        <translation>整体工作</translation>
    </message>
    <message>
        <source>A label</source>
        <translation>一个标注</translation>
    </message>
    <message>
        <source>should go</source>
        <translation>应删除</translation>
    </message>
    <message>
        <source>to be fixed</source>
        <translation>待修改</translation>
    </message>
    <message>
        <source>Remarks: %1 open of %2</source>
        <translation>批注：%1 条未解决，共 %2 条</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>关于 %1</translation>
    </message>
    <message>
        <source>About %1 · resolved</source>
        <translation>关于 %1 · 已解决</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Where you were asked</source>
        <translation>向您提问之处</translation>
    </message>
    <message>
        <source>Nothing is said about this item.</source>
        <translation>此条目还没有任何讨论。</translation>
    </message>
    <message>
        <source>Your answer to the reviewer</source>
        <translation>您给审核员的回复</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的回复</translation>
    </message>
    <message>
        <source>Your answer opens it again</source>
        <translation>您的回复会重新打开讨论</translation>
    </message>
    <message>
        <source>The label is not here any more, or it is somebody else&apos;s.</source>
        <translation>该标注已不在此处，或属于他人。</translation>
    </message>
    <message>
        <source>Nothing is open here.</source>
        <translation>此处没有未解决的内容。</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends; @ names somebody</source>
        <translation>Ctrl+Enter 发送；@ 提及某人</translation>
    </message>
    <message>
        <source>Choose a remark to answer it, or begin a new one</source>
        <translation>选择一条批注进行回复，或新建一条</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message numerus="yes">
        <source>&lt;i&gt;%n earlier entries are not shown.&lt;/i&gt;</source>
        <translation>
            <numerusform>&lt;i&gt;未显示更早的 %n 条。&lt;/i&gt;</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; · %2</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; · %2</translation>
    </message>
    <message>
        <source>&lt;i&gt;Resolved by %1.&lt;/i&gt;</source>
        <translation>&lt;i&gt;由 %1 解决。&lt;/i&gt;</translation>
    </message>
    <message>
        <source>To fix: %1 of %2 left</source>
        <translation>待修改：%2 项中还剩 %1 项</translation>
    </message>
    <message>
        <source>%1 · %2 goes to the next</source>
        <translation>%1 · 按 %2 转到下一项</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ReviewFigures</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>%1 of %2  (%3)</source>
        <translation>%1 / %2  (%3)</translation>
    </message>
    <message>
        <source>Reviewing</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Work that is reviewed</source>
        <translation>被审核的工作</translation>
    </message>
    <message>
        <source>More where errors are likelier</source>
        <translation>错误可能性高的多审核</translation>
    </message>
    <message>
        <source>By released results on known answers, drift, and what a model says otherwise; the share stays the same on average</source>
        <translation>依据已公布的已知答案结果、漂移以及模型的不同意见；平均比例保持不变</translation>
    </message>
    <message>
        <source>No work with less than</source>
        <translation>每项工作的概率下限</translation>
    </message>
    <message>
        <source>Of that, by two people</source>
        <translation>其中由两人审核</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Draw now</source>
        <translation>立即抽取</translation>
    </message>
    <message>
        <source>Fix with which probability each piece of handed-in work is reviewed. It stays as it is then.</source>
        <translation>确定每项已提交的工作以多大概率被审核。此后不再改变。</translation>
    </message>
    <message>
        <source>Copies for each reviewer</source>
        <translation>每位审核员的副本数</translation>
    </message>
    <message>
        <source>Defects in each, at most</source>
        <translation>每份副本的缺陷数上限</translation>
    </message>
    <message>
        <source>Plant</source>
        <translation>植入</translation>
    </message>
    <message>
        <source>Copies of accepted work with known defects come to reviewers as ordinary work. They never reach the project.</source>
        <translation>带有已知缺陷的已接受工作的副本，会作为普通工作交给审核员。它们不会进入项目。</translation>
    </message>
    <message>
        <source>What is reviewed</source>
        <translation>审核哪些工作</translation>
    </message>
    <message>
        <source>Known defects</source>
        <translation>已知缺陷</translation>
    </message>
    <message>
        <source>No defects have been planted yet.</source>
        <translation>尚未植入任何缺陷。</translation>
    </message>
    <message>
        <source>What reviewers find</source>
        <translation>审核员发现的问题</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审核员</translation>
    </message>
    <message>
        <source>Planted defects found</source>
        <translation>发现的植入缺陷</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Still waiting</source>
        <translation>仍在等待</translation>
    </message>
    <message>
        <source>Errors in the work</source>
        <translation>工作中的错误</translation>
    </message>
    <message>
        <source>Work reviewed by two people</source>
        <translation>由两人审核的工作</translation>
    </message>
    <message>
        <source>The queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Read figures of reviews</source>
        <translation>读取审核数字</translation>
    </message>
    <message>
        <source>Nothing that was drawn has been reviewed yet.</source>
        <translation>抽中的工作都尚未审核。</translation>
    </message>
    <message>
        <source>%1 of the work was handed in with an error (%2); %3 of its labels (%4).</source>
        <translation>%1 的工作提交时带有错误（%2）；其标注中有 %3 带有错误（%4）。</translation>
    </message>
    <message>
        <source>%1 of the accepted work still has one (%2): %3 of %4 were accepted without being drawn.</source>
        <translation>已接受的工作中仍有 %1 带有错误（%2）：%4 项中有 %3 项未经抽中即被接受。</translation>
    </message>
    <message>
        <source>From %1 reviewed of %2 pieces of work; 95 % intervals.</source>
        <translation>依据 %2 项工作中已审核的 %1 项；95 % 区间。</translation>
    </message>
    <message>
        <source>%1 %2 (%3 to %4)</source>
        <translation>%1 %2（%3 至 %4）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC1</source>
        <translation>Gwet AC1</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha</source>
        <translation>Krippendorff alpha</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>暂无。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n label(s) judged alike.</source>
        <translation>
            <numerusform>%n 个标注中有 %1 个判断一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan reviews</source>
        <translation>制定审核计划</translation>
    </message>
    <message>
        <source>The plan is saved.</source>
        <translation>计划已保存。</translation>
    </message>
    <message>
        <source>Draw reviews</source>
        <translation>抽取审核</translation>
    </message>
    <message>
        <source>All handed-in work was drawn about already.</source>
        <translation>所有已提交的工作均已抽取过。</translation>
    </message>
    <message>
        <source>%1 of %2 pieces of work are drawn, with %3 to %4.</source>
        <translation>%2 项工作中抽中 %1 项，概率为 %3 至 %4。</translation>
    </message>
    <message>
        <source>Plant defects</source>
        <translation>植入缺陷</translation>
    </message>
    <message>
        <source>There is no accepted work that a reviewer has not seen.</source>
        <translation>没有审核员未看过的已接受工作。</translation>
    </message>
    <message numerus="yes">
        <source>%n copies were planted.</source>
        <translation>
            <numerusform>已植入 %n 份副本。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::ReviewView</name>
    <message>
        <source>minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>major</source>
        <translation>较重</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Work that was handed in</source>
        <translation>已提交的工作</translation>
    </message>
    <message>
        <source>Begin review</source>
        <translation>开始审核</translation>
    </message>
    <message>
        <source>The authors cannot edit what is being reviewed</source>
        <translation>审核期间作者不能编辑</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>End the review of the selected work undecided; decisions that were made stay</source>
        <translation>结束所选工作的审核而不作结论；已作的决定会保留</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>最小的在前</translation>
    </message>
    <message>
        <source>Lowest score first</source>
        <translation>分数最低的在前</translation>
    </message>
    <message>
        <source>Undecided first</source>
        <translation>未决定的在前</translation>
    </message>
    <message>
        <source>As labeled</source>
        <translation>按标注顺序</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>错误类型</translation>
    </message>
    <message>
        <source>What is wrong, for “fix” and “reject”; digits choose</source>
        <translation>错误类型，用于“修正”和“拒绝”；可按数字键选择</translation>
    </message>
    <message>
        <source>Words for the author (optional)</source>
        <translation>给作者的说明（可选）</translation>
    </message>
    <message>
        <source>Accept  Y</source>
        <translation>通过  Y</translation>
    </message>
    <message>
        <source>Fix  F</source>
        <translation>修正  F</translation>
    </message>
    <message>
        <source>Reject  X</source>
        <translation>拒绝  X</translation>
    </message>
    <message>
        <source>Accept the rest and end</source>
        <translation>其余全部通过并结束</translation>
    </message>
    <message>
        <source>End review</source>
        <translation>结束审核</translation>
    </message>
    <message>
        <source>End review  Ctrl+Enter</source>
        <translation>结束审核  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Every piece of work whose labels are all decided goes on: accepted, or back to its author</source>
        <translation>所有标注均已决定的工作进入下一步：通过，或退回作者</translation>
    </message>
    <message>
        <source>Read what waits for a review</source>
        <translation>读取等待审核的内容</translation>
    </message>
    <message>
        <source>%1  %2 (%3)</source>
        <translation>%1  %2 (%3)</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>审核中</translation>
    </message>
    <message>
        <source>not drawn</source>
        <translation>未抽中</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of work wait.</source>
        <translation>
            <numerusform>%n 项工作等待审核。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are reviewing %n.</source>
        <translation>
            <numerusform>您正在审核 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Nothing waits for a review</source>
        <translation>没有等待审核的内容</translation>
    </message>
    <message>
        <source>Nothing is being reviewed</source>
        <translation>没有正在审核的内容</translation>
    </message>
    <message>
        <source>What annotators hand in appears here.</source>
        <translation>标注员提交的内容会显示在这里。</translation>
    </message>
    <message>
        <source>Choose work at the left and begin its review: its labels appear here.</source>
        <translation>请在左侧选择工作并开始审核：其标注会显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n label(s) decided</source>
        <translation>
            <numerusform>已决定 %1 / %n 个标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Record decisions</source>
        <translation>记录决定</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n 项已通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n back to their authors</source>
        <translation>
            <numerusform>%n 项退回作者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to adjudication</source>
        <translation>
            <numerusform>%n 项转交裁定</numerusform>
        </translation>
    </message>
    <message>
        <source>Review ended: %1</source>
        <translation>审核已结束：%1</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n that were not drawn</source>
        <translation>
            <numerusform>接受未抽中的 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>also %n that stayed as they were</source>
        <translation>
            <numerusform>包括未改动的 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept what was not drawn</source>
        <translation>接受未抽中的工作</translation>
    </message>
    <message numerus="yes">
        <source>%n accepted without a look</source>
        <translation>
            <numerusform>%n 项未经查看即被接受</numerusform>
        </translation>
    </message>
    <message>
        <source>Work that the plan of reviews did not draw is accepted without a look</source>
        <translation>审核计划未抽中的工作不经查看即被接受</translation>
    </message>
    <message>
        <source>Most suspicious first</source>
        <translation>最可疑的在前</translation>
    </message>
    <message>
        <source>Labels that are as they were in the round before, when nobody asked for anything</source>
        <translation>与上一轮相同、且当时无人提出要求的标注</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaAttributePage</name>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>What files hold; stays the same in every language</source>
        <translation>保存在文件中的内容；在所有语言中都相同</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>what people read; the key when empty</source>
        <translation>显示给用户的文字；为空时使用键</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>first</source>
        <translation>第一项</translation>
    </message>
    <message>
        <source>second</source>
        <translation>第二项</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Must be answered before submitting (“cannot tell” is an answer)</source>
        <translation>提交前必须回答（“无法判断”也算答案）</translation>
    </message>
    <message>
        <source>One answer for a whole track</source>
        <translation>整条轨迹只回答一次</translation>
    </message>
    <message>
        <source>Asked about</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>all classes; or names separated by commas</source>
        <translation>所有类别；或以英文逗号分隔的名称</translation>
    </message>
    <message>
        <source>Asked only when this attribute</source>
        <translation>询问条件：属性</translation>
    </message>
    <message>
        <source>has this answer</source>
        <translation>询问条件：答案</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>is</source>
        <translation>为</translation>
    </message>
    <message>
        <source>Asked only when</source>
        <translation>询问条件</translation>
    </message>
    <message>
        <source>Add a choice</source>
        <translation>添加选项</translation>
    </message>
    <message>
        <source>choice %1</source>
        <translation>选项 %1</translation>
    </message>
    <message>
        <source>Delete the choice</source>
        <translation>删除选项</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>(no key)</source>
        <translation>（无按键）</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>No attribute yet. An attribute is a question about each label.</source>
        <translation>还没有属性。属性是针对每个标注提出的问题。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaClassPage</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Colour as #rrggbb</source>
        <translation>颜色（#rrggbb 格式）</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>选择颜色</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Write a colour like #56b4e9.</source>
        <translation>请填写形如 #56b4e9 的颜色。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Hot key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>上级类别</translation>
    </message>
    <message>
        <source>There is no class “%1”.</source>
        <translation>没有类别“%1”。</translation>
    </message>
    <message>
        <source>no class above it</source>
        <translation>无上级类别</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>separated by commas; imports find the class by them</source>
        <translation>以英文逗号分隔；导入时据此识别类别</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>译名</translation>
    </message>
    <message>
        <source>Write de=Auto, zh=汽车.</source>
        <translation>请按 de=Auto, zh=汽车 的形式填写。</translation>
    </message>
    <message>
        <source>None chosen: every kind of shape is allowed</source>
        <translation>未选择：允许所有形状类型</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>as the whole schema says</source>
        <translation>遵循整个规范的设置</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>Outside the picture</source>
        <translation>超出图片</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>不限大小</translation>
    </message>
    <message>
        <source>Smallest side</source>
        <translation>最小边长</translation>
    </message>
    <message>
        <source>Retired: old labels keep it, it is not offered</source>
        <translation>停用：已有标注保留此类别，但不再提供选择</translation>
    </message>
    <message>
        <source>How to label it, in Markdown: what belongs to it, what does not</source>
        <translation>如何标注（Markdown 格式）：哪些属于此类别，哪些不属于</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>标注指南</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Put its labels into another class</source>
        <translation>将其标注归入另一个类别</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>%1 (retired)</source>
        <translation>%1（已停用）</translation>
    </message>
    <message>
        <source>No class yet. A class is what a label says an object is.</source>
        <translation>还没有类别。类别说明标注的物体是什么。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaConvention</name>
    <message>
        <source>usual: %1%2</source>
        <translation>通常：%1%2</translation>
    </message>
    <message>
        <source>Belongs to the object</source>
        <translation>属于物体的部分</translation>
    </message>
    <message>
        <source>mirrors yes, opened doors no</source>
        <translation>后视镜算，打开的车门不算</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>amodal: hidden parts too</source>
        <translation>amodal：包括被遮挡的部分</translation>
    </message>
    <message>
        <source>only what is seen</source>
        <translation>仅可见部分</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>朝向</translation>
    </message>
    <message>
        <source>the front is where the windscreen is</source>
        <translation>挡风玻璃所在的一端为前方</translation>
    </message>
    <message>
        <source>Heading is checked</source>
        <translation>检查朝向</translation>
    </message>
    <message>
        <source>nothing drives backwards fast</source>
        <translation>不会快速倒行</translation>
    </message>
    <message>
        <source>where it moves</source>
        <translation>按运动方向</translation>
    </message>
    <message>
        <source>along its longer side</source>
        <translation>沿较长的一边</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不检查</translation>
    </message>
    <message>
        <source>Size may differ by</source>
        <translation>尺寸允许偏差</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Size in a track</source>
        <translation>轨迹中的尺寸</translation>
    </message>
    <message>
        <source>stays (usual)</source>
        <translation>保持不变（通常）</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>may change</source>
        <translation>可以变化</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>地面</translation>
    </message>
    <message>
        <source>stands on it (usual)</source>
        <translation>立于地面（通常）</translation>
    </message>
    <message>
        <source>stands on it</source>
        <translation>立于地面</translation>
    </message>
    <message>
        <source>may be above it</source>
        <translation>可以高于地面</translation>
    </message>
    <message>
        <source>usual: 1</source>
        <translation>通常：1</translation>
    </message>
    <message>
        <source>Fewest points</source>
        <translation>最少点数</translation>
    </message>
    <message>
        <source>Labeled up to</source>
        <translation>标注距离上限</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>any distance</source>
        <translation>不限距离</translation>
    </message>
    <message>
        <source>May overlap by</source>
        <translation>允许重叠</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>最高速度</translation>
    </message>
    <message>
        <source> m/s</source>
        <translation> m/s</translation>
    </message>
    <message>
        <source>Strongest acceleration</source>
        <translation>最大加速度</translation>
    </message>
    <message>
        <source> m/s²</source>
        <translation> m/s²</translation>
    </message>
    <message>
        <source>Turns by at most</source>
        <translation>最大转向速度</translation>
    </message>
    <message>
        <source> °/s</source>
        <translation> °/s</translation>
    </message>
    <message>
        <source>Usual length</source>
        <translation>通常长度</translation>
    </message>
    <message>
        <source>Usual width</source>
        <translation>通常宽度</translation>
    </message>
    <message>
        <source>Usual height</source>
        <translation>通常高度</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>通常尺寸</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaDialog</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Label schema — %1</source>
        <translation>标注规范 — %1</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Skeletons</source>
        <translation>骨架</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import a schema</source>
        <translation>导入标注规范</translation>
    </message>
    <message>
        <source>Label schemas (*.json)</source>
        <translation>标注规范 (*.json)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the schema</source>
        <translation>导出标注规范</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct these first.</source>
        <translation>请先更正这些问题。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>还没有任何更改。</translation>
    </message>
    <message>
        <source>Nothing is real before you apply it.</source>
        <translation>应用之前，任何更改都不会生效。</translation>
    </message>
    <message>
        <source>What it changes…</source>
        <translation>更改的影响…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Count what the schema changes</source>
        <translation>统计规范更改的影响</translation>
    </message>
    <message>
        <source>Change the schema</source>
        <translation>更改标注规范</translation>
    </message>
    <message>
        <source>%1 was not taken: %2</source>
        <translation>未采用 %1：%2</translation>
    </message>
    <message>
        <source>%1 is taken in place of what was here; Ctrl+Z takes it back.</source>
        <translation>已用 %1 替换原有内容；按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>There are changes that are not applied. Close the window to leave them.</source>
        <translation>有尚未应用的更改。关闭窗口将放弃这些更改。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaPage</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in: %1</source>
        <translation>查找范围：%1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up in the order that people see</source>
        <translation>在显示顺序中上移</translation>
    </message>
    <message>
        <source>Move down in the order that people see</source>
        <translation>在显示顺序中下移</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>提示：%1</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaReport</name>
    <message>
        <source>Counting what the change means…</source>
        <translation>正在统计更改的影响…</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be decided first; nothing has been changed.</source>
        <translation>
            <numerusform>有 %n 项须先做出决定；尚未进行任何更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema changes; labels stay as they are. Undo takes it back.</source>
        <translation>标注规范会更改，标注保持不变。可以撤销。</translation>
    </message>
    <message>
        <source>Class that the labels get</source>
        <translation>标注改用的类别</translation>
    </message>
    <message>
        <source>Give its labels the class…</source>
        <translation>将其标注改为类别…</translation>
    </message>
    <message>
        <source>Choice that takes its place</source>
        <translation>替代的选项</translation>
    </message>
    <message>
        <source>Put in its place…</source>
        <translation>替换为…</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label change(s), in one step that undo takes back. No label is lost.</source>
        <translation>
            <numerusform>%Ln 处标注更改，作为一步完成，可以撤销。不会丢失任何标注。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaRulePage</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>warns</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>blocks submitting</source>
        <translation>阻止提交</translation>
    </message>
    <message>
        <source>When broken</source>
        <translation>违反时</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>all; or names separated by commas, classes below them count too</source>
        <translation>全部；或以英文逗号分隔的名称，包括其下级类别</translation>
    </message>
    <message>
        <source>May not overlap</source>
        <translation>不得重叠</translation>
    </message>
    <message>
        <source>each other; or names separated by commas</source>
        <translation>彼此之间；或以英文逗号分隔的名称</translation>
    </message>
    <message>
        <source>Shorter side</source>
        <translation>短边</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Covered area</source>
        <translation>覆盖面积</translation>
    </message>
    <message>
        <source> px²</source>
        <translation> 像素²</translation>
    </message>
    <message>
        <source>Largest overlap (IoU)</source>
        <translation>最大重叠 (IoU)</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限数量</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>Fewest points</source>
        <translation>最少点数</translation>
    </message>
    <message>
        <source>Kinds of shape</source>
        <translation>形状类型</translation>
    </message>
    <message>
        <source>“%1” is not a kind of shape.</source>
        <translation>“%1”不是形状类型。</translation>
    </message>
    <message>
        <source>those of the class; or box, polygon, mask…</source>
        <translation>类别允许的形状；或 box, polygon, mask…</translation>
    </message>
    <message>
        <source>Answers must be</source>
        <translation>答案必须为</translation>
    </message>
    <message>
        <source>Only labels where</source>
        <translation>仅限以下标注</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>提示文字</translation>
    </message>
    <message>
        <source>what people read when it is broken; made from the rule when empty</source>
        <translation>违反规则时显示的文字；留空则根据规则生成</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>all classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>No rule yet. Required attributes, allowed shapes and smallest sizes of classes are looked at without one.</source>
        <translation>还没有规则。必答属性、允许的形状和类别的最小尺寸无需规则也会检查。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaSkeletonPage</name>
    <message>
        <source>Skeletons</source>
        <translation>骨架</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Move joints</source>
        <translation>移动关节</translation>
    </message>
    <message>
        <source>Drag joints to where they are on a typical object</source>
        <translation>将关节拖到典型物体上的对应位置</translation>
    </message>
    <message>
        <source>Join joints</source>
        <translation>连接关节</translation>
    </message>
    <message>
        <source>Click two joints to draw a line, or to take it away</source>
        <translation>点击两个关节可添加或移除连线</translation>
    </message>
    <message>
        <source>Mirror pairs</source>
        <translation>镜像对</translation>
    </message>
    <message>
        <source>Click a left and a right joint: they change places when a picture is mirrored</source>
        <translation>点击左右两个关节：图片镜像时两者互换</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Joints</source>
        <translation>关节</translation>
    </message>
    <message>
        <source>Add a joint</source>
        <translation>添加关节</translation>
    </message>
    <message>
        <source>Delete the joint</source>
        <translation>删除关节</translation>
    </message>
    <message>
        <source>joint %1</source>
        <translation>关节 %1</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>skeleton</source>
        <translation>骨架</translation>
    </message>
    <message>
        <source>skeleton %1</source>
        <translation>骨架 %1</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>No skeleton yet. A skeleton says which key points belong together.</source>
        <translation>还没有骨架。骨架说明哪些关键点属于一个整体。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SchemaWordsPage</name>
    <message>
        <source>Reasons for “cannot label”, one a line</source>
        <translation>“无法标注”的原因，每行一个</translation>
    </message>
    <message>
        <source>Reasons for “cannot label”</source>
        <translation>“无法标注”的原因</translation>
    </message>
    <message>
        <source>Kinds of mistakes</source>
        <translation>错误类型</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Shapes may reach outside the picture, unless their class says otherwise</source>
        <translation>形状可以超出图片，除非其类别另有规定</translation>
    </message>
    <message>
        <source>Kinds of mistakes that reviewers name</source>
        <translation>供审核员选用的错误类型</translation>
    </message>
    <message>
        <source>Add a kind of mistake</source>
        <translation>添加错误类型</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>New kind</source>
        <translation>新类型</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>major</source>
        <translation>较重</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
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
    <message>
        <source>No setting has these words.</source>
        <translation>没有包含这些词的设置。</translation>
    </message>
    <message>
        <source>Search settings and keys</source>
        <translation>搜索设置和快捷键</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>dark light colours system</source>
        <translation>深色 浅色 颜色 系统</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>界面大小</translation>
    </message>
    <message>
        <source>The window opens anew at once, where you are now.</source>
        <translation>窗口会立即重新打开，并回到当前位置。</translation>
    </message>
    <message>
        <source>scale zoom large font text percent</source>
        <translation>缩放 放大 大 字体 文字 百分比</translation>
    </message>
    <message>
        <source>Show the gauge</source>
        <translation>显示校准度</translation>
    </message>
    <message>
        <source>How well your labels agree with known answers, in the line at the bottom.</source>
        <translation>在底部状态栏显示您的标注与已知答案的一致程度。</translation>
    </message>
    <message>
        <source>calibration score quality</source>
        <translation>校准 分数 质量</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Go on where I stopped</source>
        <translation>从上次停下的地方继续</translation>
    </message>
    <message>
        <source>At the start: the same project, item, zoom, tool, filter and panels.</source>
        <translation>启动时恢复相同的项目、条目、缩放、工具、筛选和面板。</translation>
    </message>
    <message>
        <source>session restore start open</source>
        <translation>会话 恢复 启动 打开</translation>
    </message>
    <message>
        <source>Hold a tool&apos;s key to use it for a moment</source>
        <translation>按住工具键可临时使用该工具</translation>
    </message>
    <message>
        <source>Tap to change tools. Hold the key while you drag, and letting go brings the tool of before back.</source>
        <translation>轻按可切换工具。按住按键并拖动，松开后恢复之前的工具。</translation>
    </message>
    <message>
        <source>toggle tool key mode</source>
        <translation>切换 工具 按键 模式</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys keyboard shortcuts hotkeys map</source>
        <translation>按键 键盘 快捷键 热键 映射</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this layout</source>
        <translation>移除此布局</translation>
    </message>
    <message>
        <source>Saved layouts</source>
        <translation>已保存的布局</translation>
    </message>
    <message>
        <source>Arrangements of the panels. Window › Layouts saves and brings them back.</source>
        <translation>面板的排列方式。可在“窗口 › 布局”中保存和恢复。</translation>
    </message>
    <message>
        <source>panels docks window arrange</source>
        <translation>面板 停靠 窗口 排列</translation>
    </message>
    <message>
        <source>Pre-labeling</source>
        <translation>预标注</translation>
    </message>
    <message>
        <source>GPU CPU graphics card model</source>
        <translation>GPU CPU 显卡 模型</translation>
    </message>
    <message>
        <source>threshold predictions confidence</source>
        <translation>阈值 预测 置信度</translation>
    </message>
    <message>
        <source>threshold confidence</source>
        <translation>阈值 置信度</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Lock the window when nobody is here</source>
        <translation>无人操作时锁定窗口</translation>
    </message>
    <message>
        <source>After so long without a key or the mouse. It opens again when somebody signs in.</source>
        <translation>在这段时间内没有键盘或鼠标操作后锁定。有人登录后重新打开。</translation>
    </message>
    <message>
        <source>idle lock sign in secret minutes</source>
        <translation>空闲 锁定 登录 密码 分钟</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SignInDialog</name>
    <message>
        <source>Switch person</source>
        <translation>切换人员</translation>
    </message>
    <message>
        <source>What you have done is saved. Keys, theme, panels and where they were come back for whoever signs in.</source>
        <translation>您所做的工作已保存。无论谁登录，其快捷键、主题、面板和上次所在位置都会恢复。</translation>
    </message>
    <message>
        <source>Who works from now on?</source>
        <translation>接下来由谁工作？</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SignInForm</name>
    <message>
        <source>Secret</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>登录者</translation>
    </message>
    <message>
        <source>Nobody else has a secret in this project yet. A lead sets them among the members.</source>
        <translation>此项目中还没有其他人设有密码。密码由负责人在成员中设置。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Check a secret</source>
        <translation>检查密码</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::SkeletonCanvas</name>
    <message>
        <source>Skeleton template</source>
        <translation>骨架模板</translation>
    </message>
    <message>
        <source>Drag joints. Double click adds one.</source>
        <translation>可拖动关节。双击可添加关节。</translation>
    </message>
    <message>
        <source>No joints yet. A double click here makes one.</source>
        <translation>还没有关节。在此双击可添加一个。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::StartPage</name>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
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
    <message>
        <source>Label pictures and LiDAR scenes, and know how good the labels are.</source>
        <translation>标注图片和 LiDAR 场景，并了解标注的质量。</translation>
    </message>
    <message>
        <source>Pictures or sweeps, with their labels if there are any.</source>
        <translation>图片或扫描，如有标注则一并导入。</translation>
    </message>
    <message>
        <source>60 street pictures and a LiDAR drive to try everything on.</source>
        <translation>60 张街景图片和一段 LiDAR 行驶记录，可试用全部功能。</translation>
    </message>
    <message>
        <source>Open a packet…</source>
        <translation>打开数据包…</translation>
    </message>
    <message>
        <source>Open a packet</source>
        <translation>打开数据包</translation>
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
        <translation>您已完成的条目</translation>
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
        <translation>您的标注与已知答案的一致程度</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TaskTableModel</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TasksView</name>
    <message>
        <source>is no member any more</source>
        <translation>已不再是成员</translation>
    </message>
    <message>
        <source>in review by %1</source>
        <translation>由 %1 审核中</translation>
    </message>
    <message>
        <source>handed on to %1</source>
        <translation>已转派给 %1</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>谁做什么</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>交给谁</translation>
    </message>
    <message>
        <source>begin with copies of the labels</source>
        <translation>以标注的副本开始</translation>
    </message>
    <message>
        <source>Nothing of the former author&apos;s labels is changed. What begins with copies is not scored.</source>
        <translation>原作者的标注不会有任何更改。以副本开始的工作不计得分。</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>转派</translation>
    </message>
    <message>
        <source>What is chosen goes to this person; who did what stays visible</source>
        <translation>所选内容交给此人；谁做过什么仍然可见</translation>
    </message>
    <message>
        <source>Release review</source>
        <translation>释放审核</translation>
    </message>
    <message>
        <source>The work waits for a review again; decisions made so far stay</source>
        <translation>工作重新等待审核；已作的决定会保留</translation>
    </message>
    <message>
        <source>Name of an item</source>
        <translation>条目名称</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>The item goes to this person; parts of items are assigned on the command line</source>
        <translation>条目交给此人；条目的部分须在命令行中分配</translation>
    </message>
    <message>
        <source>To</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>Read the tasks</source>
        <translation>读取任务</translation>
    </message>
    <message>
        <source>%1 handed on, then: %2</source>
        <translation>已转派 %1 项，随后：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n handed on to %1</source>
        <translation>
            <numerusform>已将 %n 项转派给 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a review again</source>
        <translation>
            <numerusform>%n 项重新等待审核</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no item “%1”.</source>
        <translation>没有条目“%1”。</translation>
    </message>
    <message>
        <source>Several items are called “%1”; write the whole name.</source>
        <translation>有多个条目名为“%1”；请填写完整名称。</translation>
    </message>
    <message>
        <source>%1 is assigned to %2</source>
        <translation>%1 已分配给 %2</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamBatchPage</name>
    <message>
        <source>Good: bad ones at most</source>
        <translation>好批次：不良率最多</translation>
    </message>
    <message>
        <source>Poor: bad ones at least</source>
        <translation>差批次：不良率至少</translation>
    </message>
    <message>
        <source>A good one refused</source>
        <translation>好批次被拒收</translation>
    </message>
    <message>
        <source>A poor one taken</source>
        <translation>差批次被接收</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>轻微</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>较重</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Wrong answers of a batch</source>
        <translation>批次中的错误回答</translation>
    </message>
    <message>
        <source>A batch is</source>
        <translation>批次划分</translation>
    </message>
    <message>
        <source>everything of a cohort</source>
        <translation>一个分组的全部</translation>
    </message>
    <message>
        <source>its month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>its week</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>its day</source>
        <translation>按日</translation>
    </message>
    <message>
        <source>its work under a guideline</source>
        <translation>按标注指南版本</translation>
    </message>
    <message>
        <source>Which to take</source>
        <translation>应接收哪些</translation>
    </message>
    <message>
        <source>Weighted errors</source>
        <translation>加权错误</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>What a sample must tell apart</source>
        <translation>样本须区分的不良率</translation>
    </message>
    <message>
        <source>How often it may be mistaken</source>
        <translation>允许的误判频率</translation>
    </message>
    <message>
        <source>What an error weighs</source>
        <translation>错误的权重</translation>
    </message>
    <message>
        <source>A batch is taken or refused by a person; this says what the checked part of it allows to say.</source>
        <translation>接收或拒收批次由人决定；这里说明已检查的部分能得出什么结论。</translation>
    </message>
    <message>
        <source>Batches of the team</source>
        <translation>团队的批次</translation>
    </message>
    <message>
        <source>Which batches to take</source>
        <translation>应接收哪些批次</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>In the sample</source>
        <translation>在样本中</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间 (UTC)</translation>
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
        <source>%1: %2 of %3 checked answers are wrong. Choose another batch in the chart or its table.</source>
        <translation>%1：%3 个已检查的回答中有 %2 个错误。可在图表或其表格中选择其他批次。</translation>
    </message>
    <message>
        <source> Only the first ones are listed.</source>
        <translation>仅列出最前面的。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamChartPage</name>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格 (CSV)…</translation>
    </message>
    <message>
        <source>Data (JSON)…</source>
        <translation>数据 (JSON)…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片 (PNG)…</translation>
    </message>
    <message>
        <source>Page (PDF)…</source>
        <translation>页面 (PDF)…</translation>
    </message>
    <message>
        <source>The chart&apos;s figures</source>
        <translation>图表的数据</translation>
    </message>
    <message>
        <source>The plugin that draws charts is not there; save the table instead.</source>
        <translation>缺少绘制图表的插件；请改为保存表格。</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamCohortPage</name>
    <message>
        <source>Items that only one cohort had right</source>
        <translation>只有一个分组答对的条目</translation>
    </message>
    <message>
        <source>Everything on gold</source>
        <translation>全部标准答案回答</translation>
    </message>
    <message>
        <source>Shared items, one answer each</source>
        <translation>共同条目，各取一个回答</translation>
    </message>
    <message>
        <source>Shared items, mixed model</source>
        <translation>共同条目，混合模型</translation>
    </message>
    <message>
        <source>What is said for what is true</source>
        <translation>真实标签被答成什么</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Cohorts</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Compare cohorts</source>
        <translation>比较分组</translation>
    </message>
    <message>
        <source>Differences between cohorts</source>
        <translation>分组之间的差异</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Right in</source>
        <translation>答对的分组</translation>
    </message>
    <message>
        <source>Wrong in</source>
        <translation>答错的分组</translation>
    </message>
    <message>
        <source>Of %1 shared items only %2 had %3 right, only %4 had %5.</source>
        <translation>%1 个共同条目中，%3 个只有 %2 答对，%5 个只有 %4 答对。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamGoldPlanPage</name>
    <message>
        <source>Expected accuracy</source>
        <translation>预期准确率</translation>
    </message>
    <message>
        <source>Wanted: plus or minus</source>
        <translation>目标：正负</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>Labels per ordinary item</source>
        <translation>每个普通条目的标注数</translation>
    </message>
    <message>
        <source>Gold items there are</source>
        <translation>现有标准答案条目</translation>
    </message>
    <message>
        <source>Majority right in</source>
        <translation>多数正确的比例</translation>
    </message>
    <message>
        <source>Gold for an interval</source>
        <translation>达到区间所需的标准答案</translation>
    </message>
    <message>
        <source>Gold that nobody can tell apart</source>
        <translation>让人无法分辨的标准答案</translation>
    </message>
    <message>
        <source>Labels per item</source>
        <translation>每个条目的标注数</translation>
    </message>
    <message>
        <source>%1 decisions on gold for each annotator.</source>
        <translation>每位标注员 %1 个标准答案判断。</translation>
    </message>
    <message>
        <source>No number of gold decisions gets there.</source>
        <translation>再多的标准答案判断也达不到。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) an item: the majority is then right in %1 of items, if errors are independent and all fall on the same wrong label (the worst case).</source>
        <translation>
            <numerusform>每个条目 %n 个标注：若错误相互独立且全部落在同一错误标签上（最坏情况），多数在 %1 的条目上正确。</numerusform>
        </translation>
    </message>
    <message>
        <source>No number of labels gets there: annotators must be right more often than not.</source>
        <translation>再多的标注也达不到：标注员答对的概率必须高于一半。</translation>
    </message>
    <message>
        <source>Interval by number of gold decisions</source>
        <translation>区间与标准答案判断数</translation>
    </message>
    <message>
        <source>Gold decisions of one annotator</source>
        <translation>一位标注员的标准答案判断数</translation>
    </message>
    <message>
        <source>Half width of the 95 % interval</source>
        <translation>95 % 区间的半宽</translation>
    </message>
    <message>
        <source>Half width</source>
        <translation>半宽</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>Equal-tailed 95 % interval of the Beta posterior (uniform prior) when %1 of the decisions are right.</source>
        <translation>%1 的判断正确时，Beta 后验（均匀先验）的等尾 95 % 区间。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamModel</name>
    <message>
        <source>no cohort</source>
        <translation>无分组</translation>
    </message>
    <message>
        <source>no gold yet</source>
        <translation>尚无标准答案</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>稳定</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n 个警报</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n 项待查看</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 right of %2 decisions on gold. Mean and 95 % interval of the Beta posterior; prior: the cohort&apos;s, see Accuracy.</source>
        <translation>%2 个标准答案判断中 %1 个正确。Beta 后验的均值和 95 % 区间；先验取自分组，见“准确率”。</translation>
    </message>
    <message>
        <source>Median time between two answers, n = %1; breaks of more than ten minutes are left out.</source>
        <translation>相邻两个回答间隔的中位数，n = %1；略过超过十分钟的间歇。</translation>
    </message>
    <message>
        <source>Share of equal answers in %1 pairs with other people&apos;s answers to the same tasks.</source>
        <translation>与他人在相同任务上的 %1 对回答中，回答相同的比例。</translation>
    </message>
    <message>
        <source>No confidence was stated on gold.</source>
        <translation>没有在标准答案上报告过信心。</translation>
    </message>
    <message>
        <source>Expected calibration error, ten bins, n = %1: how far stated confidence is from the share right. 0 is perfect; few answers raise it.</source>
        <translation>期望校准误差，十个区段，n = %1：自报信心与答对比例的差距。0 为完美；回答少时会偏高。</translation>
    </message>
    <message>
        <source>%1 of %2 suggested labels were kept.</source>
        <translation>%2 个建议标注中保留了 %1 个。</translation>
    </message>
    <message>
        <source>No suggestions are known.</source>
        <translation>没有已知的建议。</translation>
    </message>
    <message>
        <source>%1 of %2 answers were “cannot label”.</source>
        <translation>%2 个回答中有 %1 个是“无法标注”。</translation>
    </message>
    <message>
        <source>A drift chart needs answers to tasks with gold.</source>
        <translation>漂移图需要有标准答案的任务的回答。</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>没有异常。</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Gold n</source>
        <translation>标准答案 n</translation>
    </message>
    <message>
        <source>Accuracy, 95 % interval</source>
        <translation>准确率，95 % 区间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>与他人一致</translation>
    </message>
    <message>
        <source>Conf. err.</source>
        <translation>信心误差</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>迹象</translation>
    </message>
    <message>
        <source>Bernoulli CUSUM of errors (%3 accepted), n = %1 gold results; now %2 of the way to the limit.</source>
        <translation>错误的伯努利 CUSUM（可接受 %3），n = %1 个标准答案结果；目前距控制限已走完 %2。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamPausePage</name>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>Of the last</source>
        <translation>最近个数</translation>
    </message>
    <message>
        <source>From result</source>
        <translation>从第几个结果起</translation>
    </message>
    <message>
        <source>Accuracy below</source>
        <translation>准确率低于</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>确定程度</translation>
    </message>
    <message>
        <source>A good annotator&apos;s accuracy</source>
        <translation>优秀标注员的准确率</translation>
    </message>
    <message>
        <source>Gold results planned</source>
        <translation>计划的标准答案结果数</translation>
    </message>
    <message>
        <source>Propose pauses by this rule</source>
        <translation>按此规则建议暂停</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Certain to be too low</source>
        <translation>确定过低</translation>
    </message>
    <message>
        <source>Share of all too low</source>
        <translation>总体答对率过低</translation>
    </message>
    <message>
        <source>Share of the last ones too low</source>
        <translation>近期答对率过低</translation>
    </message>
    <message>
        <source>When to propose a pause</source>
        <translation>何时建议暂停</translation>
    </message>
    <message>
        <source>How often it hits a good one</source>
        <translation>误伤优秀标注员的频率</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>建议</translation>
    </message>
    <message numerus="yes">
        <source>False-pause rate: %1. So often would an annotator who is right in %2 be proposed at least once within %n gold result(s).</source>
        <translation>
            <numerusform>误暂停率：%1。准确率为 %2 的标注员在 %n 个标准答案结果内至少被建议暂停一次的概率。</numerusform>
        </translation>
    </message>
    <message>
        <source>Chance to be proposed for a pause</source>
        <translation>被建议暂停的概率</translation>
    </message>
    <message>
        <source>True accuracy</source>
        <translation>真实准确率</translation>
    </message>
    <message numerus="yes">
        <source>Proposed within %n gold result(s)</source>
        <translation>
            <numerusform>在 %n 个标准答案结果内被建议暂停</numerusform>
        </translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>good: %1</source>
        <translation>优秀：%1</translation>
    </message>
    <message numerus="yes">
        <source>Rule: %1. Exact, over all courses of %n independent result(s), looked at after every one.</source>
        <translation>
            <numerusform>规则：%1。精确值，涵盖 %n 个独立结果的所有可能过程，每个结果之后都作检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Switched off: nobody is proposed.</source>
        <translation>已关闭：不会建议暂停任何人。</translation>
    </message>
    <message>
        <source>The rule proposes nobody.</source>
        <translation>此规则没有建议暂停任何人。</translation>
    </message>
    <message>
        <source>Only a person pauses a person; look at the evidence first.</source>
        <translation>只有人才能暂停他人；请先查看证据。</translation>
    </message>
    <message>
        <source>A poor annotator&apos;s accuracy</source>
        <translation>差标注员的准确率</translation>
    </message>
    <message>
        <source>Pause a good one in</source>
        <translation>好标注员被暂停的比例</translation>
    </message>
    <message>
        <source>Release a poor one in</source>
        <translation>差标注员被放行的比例</translation>
    </message>
    <message>
        <source>Sequential test</source>
        <translation>序贯检验</translation>
    </message>
    <message>
        <source>This is no rule: a poor annotator&apos;s accuracy must be below a good one&apos;s.</source>
        <translation>此规则无效：差标注员的准确率必须低于好标注员。</translation>
    </message>
    <message>
        <source>poor: %1</source>
        <translation>差：%1</translation>
    </message>
    <message>
        <source>A poor one is proposed in %1, released in %2. The test takes %3 results for a good one and %4 for a poor one on average; once it has released somebody it is silent, so charts of drift must do the rest.</source>
        <translation>差标注员在 %1 的情况下被建议暂停，在 %2 的情况下被放行。该检验对好标注员平均需要 %3 个结果，对差标注员平均需要 %4 个；放行某人之后即不再提示，其余须靠漂移图。</translation>
    </message>
    <message>
        <source>What a pause rule does</source>
        <translation>暂停规则的效果</translation>
    </message>
    <message>
        <source>The rule&apos;s false-pause rate is being computed…</source>
        <translation>正在计算此规则的误暂停率…</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamPrelabelPage</name>
    <message>
        <source>Wrong predictions that were accepted</source>
        <translation>被接受的错误预测</translation>
    </message>
    <message>
        <source>Accepted of all</source>
        <translation>占全部的接受比例</translation>
    </message>
    <message>
        <source>Accepted of the wrong ones</source>
        <translation>错误预测的接受比例</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>What became of predictions</source>
        <translation>预测的处理结果</translation>
    </message>
    <message>
        <source>Predictions that were accepted</source>
        <translation>被接受的预测</translation>
    </message>
    <message>
        <source>Share accepted</source>
        <translation>接受比例</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>请查看</translation>
    </message>
    <message>
        <source>Wrong, accepted</source>
        <translation>错误，被接受</translation>
    </message>
    <message>
        <source>Right ones decided</source>
        <translation>已决定的正确预测</translation>
    </message>
    <message>
        <source>Right, rejected</source>
        <translation>正确，被拒绝</translation>
    </message>
    <message>
        <source>Stands out</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Predictions on gold that fit no known answer, n = %1 decided ones; 95 % Wilson interval. A person stands out when more than %2 are accepted with certainty .999, of 20 or more: perhaps nobody looked. An accepted one may have been corrected; the list says so.</source>
        <translation>标准答案条目上不符合任何已知答案的预测，n = %1 个已决定的预测；95 % Wilson 区间。若某人在 20 个或更多中接受的比例高于 %2 且确定程度达 .999，则视为异常：可能没有人看过。被接受的预测之后可能已更正；列表中会注明。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>按建议原样</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Many at once</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Of the predictions that each person accepted or rejected, n = %1 in all, those accepted; 95 % Wilson interval, which takes predictions of one picture as independent. Each counts for whoever decided last; what nobody decided is left out. “Many at once”: accepted in one step with %2 or more. People decided on different predictions, so shares do not compare skill.</source>
        <translation>每个人接受或拒绝的预测（共 n = %1 个）中被接受的比例；95 % Wilson 区间，视同一图片的预测相互独立。每个预测归最后作决定的人；无人决定的不计入。“批量”：一步接受 %2 个或更多。各人决定的预测不同，因此比例不能用来比较能力。</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Nobody here decided on a wrong prediction of a picture with gold.</source>
        <translation>此处无人对有标准答案的图片的错误预测作过决定。</translation>
    </message>
    <message>
        <source>Nobody here accepted or rejected a model&apos;s prediction.</source>
        <translation>此处无人接受或拒绝过模型的预测。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Corrected later</source>
        <translation>后来更正</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间 (UTC)</translation>
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
        <source>%1: %2 of %3 wrong predictions on gold were accepted. Choose somebody else in the chart or its table.</source>
        <translation>%1：标准答案上的 %3 个错误预测中有 %2 个被接受。可在图表或其表格中选择其他人。</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamSignsPage</name>
    <message>
        <source>Answers behind it</source>
        <translation>所依据的回答</translation>
    </message>
    <message>
        <source>Things to look at together with the person. A sign is a reason to ask, not a proof; nothing happens by itself.</source>
        <translation>这些内容应与本人一起查看。迹象只是询问的理由，不是证明；系统不会自动采取任何措施。</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <translation>没有异常</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>迹象</translation>
    </message>
    <message>
        <source>All figures of this person</source>
        <translation>此人的全部数据</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The first %1 of %2 answers behind it</source>
        <translation>所依据的 %2 个回答中的前 %1 个</translation>
    </message>
    <message>
        <source>No one skips what is hard, answers without looking, is always fully sure, shares another&apos;s odd answers or draws what another has drawn.</source>
        <translation>没有人跳过困难任务、不看就答、总是信心满满、与他人有相同的异常回答或绘制与他人相同的内容。</translation>
    </message>
    <message>
        <source>Drawn labels that are too alike</source>
        <translation>过于相似的手绘标注</translation>
    </message>
    <message>
        <source>Drawn labels are being compared…</source>
        <translation>正在比较手绘标注…</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamTablePage</name>
    <message>
        <source>Annotators</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>Answers behind the figures</source>
        <translation>数据所依据的回答</translation>
    </message>
    <message>
        <source>Find an annotator</source>
        <translation>查找标注员</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格 (CSV)…</translation>
    </message>
    <message>
        <source>Data (JSON)…</source>
        <translation>数据 (JSON)…</translation>
    </message>
    <message>
        <source>Which answers</source>
        <translation>显示哪些回答</translation>
    </message>
    <message>
        <source>Wrong on gold</source>
        <translation>标准答案上的错误</translation>
    </message>
    <message>
        <source>All on gold</source>
        <translation>全部标准答案回答</translation>
    </message>
    <message>
        <source>Cannot label</source>
        <translation>无法标注</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>全部回答</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>所作回答</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真实标签</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信心</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>时间 (UTC)</translation>
    </message>
    <message>
        <source>Choose an annotator to see the answers behind the figures.</source>
        <translation>请选择一位标注员，以查看数据所依据的回答。</translation>
    </message>
    <message>
        <source>cannot label</source>
        <translation>无法标注</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n answer(s)</source>
        <translation>
            <numerusform>%1：%n 个回答</numerusform>
        </translation>
    </message>
    <message>
        <source> (the first ones)</source>
        <translation> （仅最前面的）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>To</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Accuracy: mean and 95 % interval of the Beta posterior with the cohort&apos;s prior.</source>
        <translation>准确率：Beta 后验的均值和 95 % 区间，采用分组的先验。</translation>
    </message>
    <message>
        <source>The table is saved as csv or json, not as %1.</source>
        <translation>表格可保存为 csv 或 json，不能保存为 %1。</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n 个遗漏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invented</source>
        <translation>
            <numerusform>%n 个多余</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of a wrong class</source>
        <translation>
            <numerusform>%n 个类别错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too far off</source>
        <translation>
            <numerusform>%n 个偏差过大</numerusform>
        </translation>
    </message>
    <message>
        <source>“cannot label” is wrong</source>
        <translation>“无法标注”是错误的</translation>
    </message>
    <message>
        <source>all as known</source>
        <translation>全部与已知答案一致</translation>
    </message>
    <message>
        <source>%1 decisions</source>
        <translation>%1 个判断</translation>
    </message>
    <message>
        <source> (practice)</source>
        <translation>（练习）</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TeamView</name>
    <message>
        <source>Team: %1</source>
        <translation>团队：%1</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Reading the team&apos;s answers…</source>
        <translation>正在读取团队的回答…</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注员</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>Errors (CUSUM)</source>
        <translation>错误 (CUSUM)</translation>
    </message>
    <message>
        <source>Moving average (EWMA)</source>
        <translation>移动平均 (EWMA)</translation>
    </message>
    <message>
        <source>Both ways (CUSUM)</source>
        <translation>双向 (CUSUM)</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信心</translation>
    </message>
    <message>
        <source>Cohorts</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>迹象</translation>
    </message>
    <message>
        <source>What if: gold</source>
        <translation>假设分析：标准答案</translation>
    </message>
    <message>
        <source>What if: pauses</source>
        <translation>假设分析：暂停</translation>
    </message>
    <message>
        <source>Team figures</source>
        <translation>团队数据</translation>
    </message>
    <message>
        <source>The team&apos;s answers cannot be read</source>
        <translation>无法读取团队的回答</translation>
    </message>
    <message>
        <source>All cohorts</source>
        <translation>全部分组</translation>
    </message>
    <message>
        <source>Nobody has answered anything yet</source>
        <translation>还没有人回答过任何内容</translation>
    </message>
    <message>
        <source>Figures come with the first submissions. Answers from elsewhere can be read from a table with plumbline-cli judge: task, annotator, label.</source>
        <translation>首次提交后即有数据。其他来源的回答可用 plumbline-cli judge 从表格读取：task、annotator、label。</translation>
    </message>
    <message numerus="yes">
        <source>%n annotator(s)</source>
        <translation>
            <numerusform>%n 位标注员</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 个回答</translation>
    </message>
    <message>
        <source>%1 tasks with gold</source>
        <translation>%1 个有标准答案的任务</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>读取于 %1</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Change the pause rule</source>
        <translation>更改暂停规则</translation>
    </message>
    <message>
        <source>Pauses are proposed by this rule from now on.</source>
        <translation>从现在起按此规则建议暂停。</translation>
    </message>
    <message>
        <source>No pauses are proposed any more.</source>
        <translation>不再建议暂停。</translation>
    </message>
    <message>
        <source>median of all</source>
        <translation>全体中位数</translation>
    </message>
    <message>
        <source>Accepted errors</source>
        <translation>可接受的错误率</translation>
    </message>
    <message>
        <source>Change the accepted error rate</source>
        <translation>更改可接受的错误率</translation>
    </message>
    <message>
        <source>The figures are read again.</source>
        <translation>正在重新读取数值。</translation>
    </message>
    <message>
        <source>Limits are being computed…</source>
        <translation>正在计算控制限…</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Limits of drift charts</source>
        <translation>漂移图的控制限</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::Thumbnails</name>
    <message>
        <source>Thumbnail of %1</source>
        <translation>%1 的缩略图</translation>
    </message>
    <message>
        <source>%1 is too large for a small picture.</source>
        <translation>%1 太大，无法显示缩略图。</translation>
    </message>
    <message>
        <source>Changed pictures</source>
        <translation>更改过的图片</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::Tour</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Tour, step %1 of %2: %3</source>
        <translation>导览，第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TriageRatesPage</name>
    <message>
        <source>One case is one item that one person has handed in; it counts when they said “cannot label” at least once. The lines are 95 % intervals: with few cases they say little.</source>
        <translation>一例是指一个人提交的一个条目；只要其至少有一次表示“无法标注”，即计入。线条为 95 % 区间：例数少时说明不了什么。</translation>
    </message>
    <message>
        <source>How often work could not be labeled</source>
        <translation>工作无法标注的频率</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Could not be labeled</source>
        <translation>无法标注</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>%1 %  (%2 – %3 %)</source>
        <translation>%1 %  (%2 – %3 %)</translation>
    </message>
    <message>
        <source>All work</source>
        <translation>全部工作</translation>
    </message>
    <message>
        <source>By reason</source>
        <translation>按原因</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人员</translation>
    </message>
</context>
<context>
    <name>plumbline::workstation::TriageView</name>
    <message>
        <source>The work waits until the file is another one</source>
        <translation>工作等待，直到文件被更换</translation>
    </message>
    <message>
        <source>The words go to the author as a remark; the work is to do again</source>
        <translation>文字作为批注发给作者；工作需要重做</translation>
    </message>
    <message>
        <source>The work waits until the schema has the class</source>
        <translation>工作等待，直到标注规范中有该类别</translation>
    </message>
    <message>
        <source>The item leaves everybody&apos;s queue and all exports</source>
        <translation>条目从所有人的队列和所有导出中移除</translation>
    </message>
    <message>
        <source>The work is to do again as it is</source>
        <translation>工作需要按原样重做</translation>
    </message>
    <message>
        <source>The item comes back into everybody&apos;s queue</source>
        <translation>条目重新回到所有人的队列</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分诊</translation>
    </message>
    <message>
        <source>Cannot be labeled</source>
        <translation>无法标注</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>What could not be labeled, by reason</source>
        <translation>无法标注的内容，按原因</translation>
    </message>
    <message>
        <source>What has happened to the item</source>
        <translation>条目的经过</translation>
    </message>
    <message>
        <source>Words for the author</source>
        <translation>给作者的说明</translation>
    </message>
    <message>
        <source>Add an answer to the guideline</source>
        <translation>将回复加入标注指南</translation>
    </message>
    <message>
        <source>Class that is missing</source>
        <translation>缺少的类别</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Your last decision, while nothing has followed from it (%1)</source>
        <translation>您的上一个决定，前提是尚未产生后续结果 (%1)</translation>
    </message>
    <message>
        <source>Read what could not be labeled</source>
        <translation>读取无法标注的内容</translation>
    </message>
    <message>
        <source>To do again: %1</source>
        <translation>需要重做：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (no longer a reason)</source>
        <translation>%1（已不再是可选原因）</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide about.</source>
        <translation>
            <numerusform>%n 项待决定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a medium or a class.</source>
        <translation>
            <numerusform>%n 项等待媒体文件或类别。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to decide about</source>
        <translation>没有需要决定的内容</translation>
    </message>
    <message>
        <source>What annotators hand in as “cannot label” appears here.</source>
        <translation>标注员按“无法标注”提交的内容会显示在这里。</translation>
    </message>
    <message>
        <source>%1 is left out: in nobody&apos;s queue and in no export.</source>
        <translation>%1 已排除：不在任何人的队列中，也不在任何导出中。</translation>
    </message>
    <message>
        <source>%1 says about %2: %3</source>
        <translation>%1 对 %2 的说明：%3</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Waits: %1</source>
        <translation>等待：%1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>%1 is taken in again</source>
        <translation>已重新纳入 %1</translation>
    </message>
    <message>
        <source>Write the answer and press Enter.</source>
        <translation>请填写回复并按 Enter。</translation>
    </message>
    <message>
        <source>Name the class that is to come and press Enter.</source>
        <translation>请填写要新增的类别名称并按 Enter。</translation>
    </message>
    <message>
        <source>%1: %2; it waits</source>
        <translation>%1：%2；等待中</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤回：%1</translation>
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
    <name>plumbline::workstation::packets</name>
    <message>
        <source>Work</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Items to be labeled, with all that is needed for it.</source>
        <translation>待标注的条目，以及所需的全部内容。</translation>
    </message>
    <message>
        <source>What somebody handed in of work that they were sent.</source>
        <translation>某人对发给其的工作所作的提交。</translation>
    </message>
    <message>
        <source>What people disagree on, to be decided. Names are replaced by letters.</source>
        <translation>有待决定的意见分歧。姓名以字母代替。</translation>
    </message>
    <message>
        <source>What was decided about disagreements.</source>
        <translation>对分歧所作的决定。</translation>
    </message>
    <message>
        <source>An earlier packet is not to be worked on any more.</source>
        <translation>先前的某个数据包不再需要处理。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s)</source>
        <translation>
            <numerusform>%Ln 项提交</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln disagreement(s)</source>
        <translation>
            <numerusform>%Ln 项分歧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s)</source>
        <translation>
            <numerusform>%Ln 项决定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln 个标注</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 came back</source>
        <translation>已返回 %1 / %2</translation>
    </message>
    <message>
        <source>out</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>made</source>
        <translation>已制作</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>expired, %1 of %2 came back</source>
        <translation>已过期，已返回 %1 / %2</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>%1 of %2 handed in</source>
        <translation>已提交 %1 / %2</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已接收</translation>
    </message>
</context>
<context>
    <name>plumbline::yolo</name>
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
    <message>
        <source>YOLO</source>
        <translation>YOLO</translation>
    </message>
    <message>
        <source>The line has %1 values; an oriented box has 9; it was left out.</source>
        <translation>该行有 %1 个值；旋转框有 9 个；已略过。</translation>
    </message>
    <message>
        <source>The line has a key point far outside of the picture: values must lie between 0 and 1; it was left out.</source>
        <translation>该行有远超出图片的关键点：值必须在 0 与 1 之间；已略过。</translation>
    </message>
    <message>
        <source>They are written as rotated boxes that are not turned.</source>
        <translation>它们写出为未旋转的旋转框。</translation>
    </message>
    <message>
        <source>They are written as the smallest rotated boxes around them.</source>
        <translation>它们写出为外接的最小旋转框。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
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
    <message>
        <source>The picture is in no folder of a class; it was read without a label.</source>
        <translation>图片不在任何类别的文件夹中；已读取，但没有标注。</translation>
    </message>
    <message>
        <source>It has an outline that crosses itself, which was kept as it is. There are %1 of them.</source>
        <translation>它有自相交的轮廓，已原样保留。共有 %1 个。</translation>
    </message>
</context>
<context>
    <name>plumbline::yolo::Writer</name>
    <message>
        <source>pictures whose names clash or confuse readers of YOLO</source>
        <translation>名称冲突或会使 YOLO 读取程序混淆的图片</translation>
    </message>
    <message>
        <source>They are renamed in the copy.</source>
        <translation>在副本中会重命名。</translation>
    </message>
    <message>
        <source>A classification data set is made of the pictures themselves, in folders called like the classes. Choose to link or copy the pictures (media=link or media=copy).</source>
        <translation>分类数据集由图片本身组成，图片放在以类别命名的文件夹中。请选择链接或复制图片（media=link 或 media=copy）。</translation>
    </message>
    <message>
        <source>pictures without a label of the whole</source>
        <translation>没有整图标注的图片</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>它们会略过。</translation>
    </message>
    <message>
        <source>second labels of a picture</source>
        <translation>图片的第二个标注</translation>
    </message>
    <message>
        <source>They are left out, because a picture can lie in one folder only.</source>
        <translation>它们会略过，因为一张图片只能放在一个文件夹中。</translation>
    </message>
    <message>
        <source>Their label files have other names.</source>
        <translation>其标注文件另有名称。</translation>
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
    <message>
        <source>It has no label; it was left out.</source>
        <translation>它没有标签，已略过。</translation>
    </message>
    <message>
        <source>Its label has a name that cannot be read; it was left out.</source>
        <translation>它的标签名称无法读取，已略过。</translation>
    </message>
    <message>
        <source>“%1” is not among the file&apos;s labels; it was taken as a new one.</source>
        <translation>“%1”不在文件的标签之中；已作为新标签处理。</translation>
    </message>
    <message>
        <source>%1 It was left out.</source>
        <translation>%1 已略过。</translation>
    </message>
    <message>
        <source>Its label has no name; it was kept without a class.</source>
        <translation>它的标签没有名称；予以保留，但不带类别。</translation>
    </message>
    <message>
        <source>The place of %1 is no rotation and shift.</source>
        <translation>%1 的位置不是旋转与平移。</translation>
    </message>
    <message>
        <source>a time like 2026-11-20T03:00:00.000000Z</source>
        <translation>形如 2026-11-20T03:00:00.000000Z 的时间</translation>
    </message>
</context>
</TS>
