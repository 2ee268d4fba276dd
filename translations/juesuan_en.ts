<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>CellEditor</name>
    <message>
        <source>（Esc 放弃）</source>
        <translation> (Esc to discard)</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>表格(&amp;T)</source>
        <translation>&amp;Table</translation>
    </message>
    <message>
        <source>审核(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>工具栏</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>新建…</source>
        <translation>New…</translation>
    </message>
    <message>
        <source>打开…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>从 Excel、文本等读入一份报告</source>
        <translation>Read a report from Excel, text and other files</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>导出 Excel 或 PDF</source>
        <translation>Export Excel or PDF</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>恢复计算</source>
        <translation>Compute again</translation>
    </message>
    <message>
        <source>去掉手填的数，重新由计算得出</source>
        <translation>Drop the typed figure and let it be computed again</translation>
    </message>
    <message>
        <source>加行</source>
        <translation>Add line</translation>
    </message>
    <message>
        <source>在本表加科目</source>
        <translation>Add a code line to this table</translation>
    </message>
    <message>
        <source>删行</source>
        <translation>Delete line</translation>
    </message>
    <message>
        <source>删除所在的科目行</source>
        <translation>Delete the current code line</translation>
    </message>
    <message>
        <source>余格填零</source>
        <translation>Blanks are zero</translation>
    </message>
    <message>
        <source>本表其余空格确为零</source>
        <translation>All other blanks of this table are zero indeed</translation>
    </message>
    <message>
        <source>全审</source>
        <translation>Review all</translation>
    </message>
    <message>
        <source>列出不平、待填、尾差和提示</source>
        <translation>List what is unbalanced, to fill in, rounding and hints</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>没有做成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>改存为「{name}」吗？</source>
        <translation>Save it as “{name}” instead?</translation>
    </message>
    <message>
        <source>还没有保存</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>最近的改动还在窗口里，没有写进文件。关闭后就没有了。</source>
        <translation>The latest changes are in the window only, not in the file. They are lost once it is closed.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>仍要关闭</source>
        <translation>Close anyway</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>新报告存在哪里</source>
        <translation>Where to save the new report</translation>
    </message>
    <message>
        <source>打开报告</source>
        <translation>Open a report</translation>
    </message>
    <message>
        <source>导入一份报告</source>
        <translation>Import a report</translation>
    </message>
    <message>
        <source>报告文件</source>
        <translation>Report files</translation>
    </message>
    <message>
        <source>导入后存在哪里</source>
        <translation>Where to save the imported report</translation>
    </message>
    <message>
        <source>样例报告{suffix}</source>
        <translation>Sample report{suffix}</translation>
    </message>
    <message>
        <source>Excel 工作簿</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>决算公开报告</source>
        <translation>Juesuan report</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>What</translation>
    </message>
    <message>
        <source>表中数</source>
        <translation>In the table</translation>
    </message>
    <message>
        <source>应为</source>
        <translation>Should be</translation>
    </message>
    <message>
        <source>差额</source>
        <translation>Gap</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>没有不平，没有待填，也没有提示。</source>
        <translation>Nothing unbalanced, nothing to fill in, no hints.</translation>
    </message>
    <message>
        <source>审核结果</source>
        <translation>Findings</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>本格应由计算得出，现为{source}的数（Ctrl+0 恢复计算）</source>
        <translation>This cell is computed; the figure now comes from: {source} (Ctrl+0 computes it again)</translation>
    </message>
</context>
<context>
    <name>LineBar</name>
    <message>
        <source>科目编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>科目名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>加行：</source>
        <translation>New line:</translation>
    </message>
    <message>
        <source>请填科目名称</source>
        <translation>Please enter the name of the line</translation>
    </message>
    <message>
        <source>「{code}」不是科目编码，应为 3、5 或 7 位数字</source>
        <translation>“{code}” is no code: 3, 5 or 7 digits</translation>
    </message>
    <message>
        <source>{form}只列{levels}级科目</source>
        <translation>{form} lists codes of level {levels} only</translation>
    </message>
    <message>
        <source>科目 {code} 已经在表中</source>
        <translation>Code {code} is in the table already</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{why}

改动都还在窗口里，会自动再试着保存。</source>
        <translation>{why}

All changes are still in the window; saving is tried again by itself.</translation>
    </message>
    <message>
        <source>已导出 {path}</source>
        <translation>Exported {path}</translation>
    </message>
    <message>
        <source>决算公开</source>
        <translation>Juesuan</translation>
    </message>
    <message>
        <source>审核结果</source>
        <translation>Findings</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>不平</source>
        <translation>Unbalanced</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>待填</source>
        <translation>To fill in</translation>
    </message>
    <message>
        <source>尾差</source>
        <translation>Rounding</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>已平</source>
        <translation>Balanced</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>NewReportDialog</name>
    <message>
        <source>新建报告</source>
        <translation>New report</translation>
    </message>
    <message>
        <source>地方样表(&amp;P)</source>
        <translation>&amp;Place</translation>
    </message>
    <message>
        <source>决算年度(&amp;Y)</source>
        <translation>&amp;Year</translation>
    </message>
    <message>
        <source>单位名称(&amp;U)</source>
        <translation>&amp;Unit</translation>
    </message>
    <message>
        <source>封面和表上印的全称</source>
        <translation>Full name as printed on cover and tables</translation>
    </message>
</context>
<context>
    <name>OpenReport</name>
    <message>
        <source>{unit}&#x3000;{year}年度部门决算&#x3000;—&#x3000;决算公开</source>
        <translation>{unit} — {year} final accounts — Juesuan</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>ReportTabs</name>
    <message>
        <source>概况、说明</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>文字部分：概况、情况说明、名词解释、附件</source>
        <translation>Texts: overview, explanations, glossary, annex</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>一、新建一份报告，或导入上年、本年已有的报告文件。
二、逐表填数：白格手填，淡蓝格由计算得出；不平、待填随时列在下方。
三、全审无误后导出 Excel 和 PDF，用于公开和签章。</source>
        <translation>1. Make a new report, or import a file of last or this year.
2. Fill in the tables: white cells are typed, light blue ones computed; findings are listed below.
3. When the review is clean, export Excel and PDF to publish and sign.</translation>
    </message>
    <message>
        <source>决算公开</source>
        <translation>Juesuan</translation>
    </message>
    <message>
        <source>新建报告</source>
        <translation>New report</translation>
    </message>
    <message>
        <source>选样表、年度，填单位名称</source>
        <translation>Choose place and year, enter the unit</translation>
    </message>
    <message>
        <source>打开报告</source>
        <translation>Open a report</translation>
    </message>
    <message>
        <source>继续填一份 .juesuan 报告</source>
        <translation>Go on with a .juesuan report</translation>
    </message>
    <message>
        <source>导入报告</source>
        <translation>Import a report</translation>
    </message>
    <message>
        <source>读入已有的报告文件，数字照印</source>
        <translation>Read an existing report, figures as printed</translation>
    </message>
    <message>
        <source>看样例</source>
        <translation>See the sample</translation>
    </message>
    <message>
        <source>一份虚构单位的完整报告，可随意改</source>
        <translation>A complete report of an invented unit, yours to change</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>看审核结果（F8）</source>
        <translation>Show the findings (F8)</translation>
    </message>
    <message>
        <source>尚未保存</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>已保存 {time}</source>
        <translation>Saved {time}</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>本表还没有科目：请逐行加入；确无数据请按「余格填零」（F7）</source>
        <translation>No code lines yet: add them one by one; if there is no data indeed, press “Blanks are zero” (F7)</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>在这里写本节文字</source>
        <translation>Write this section here</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>{count} 字</source>
        <translation>{count} characters</translation>
    </message>
    <message>
        <source>文字部分</source>
        <translation>Texts</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>已填的内容都已保存。</source>
        <translation>Everything you entered is saved.</translation>
    </message>
    <message>
        <source>最近的改动没有能保存，请先不要关闭窗口。</source>
        <translation>The latest changes could not be saved: please do not close the window yet.</translation>
    </message>
    <message>
        <source>出了意外</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>刚才的操作没有做成。</source>
        <translation>The last action was not done.</translation>
    </message>
    <message>
        <source>详情记在：{file}</source>
        <translation>Details are in: {file}</translation>
    </message>
</context>
</TS>
