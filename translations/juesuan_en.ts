<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>CarriedBar</name>
    <message>
        <source>确认（F9）</source>
        <translation>Confirm (F9)</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>（Esc 放弃）</source>
        <translation> (Esc to discard)</translation>
    </message>
    <message>
        <source>再按一次 Enter，这一格就改为手填；以后按 Ctrl+0 恢复计算（Esc 放弃）</source>
        <translation>Enter once more keeps this figure by hand; Ctrl+0 computes it again later (Esc gives up)</translation>
    </message>
    <message>
        <source>这一格由程序计算；要改为手填请按两次 Enter（Esc 放弃）</source>
        <translation>This cell is computed; press Enter twice to keep a figure by hand (Esc gives up)</translation>
    </message>
</context>
<context>
    <name>CellWords</name>
    <message>
        <source>沿用已确认</source>
        <translation>carried over, confirmed</translation>
    </message>
    <message>
        <source>沿用已改</source>
        <translation>carried over, changed</translation>
    </message>
    <message>
        <source>沿用未确认</source>
        <translation>from last year, not confirmed</translation>
    </message>
    <message>
        <source>科目沿用上年，请核对（F9 确认本表科目）</source>
        <translation>The codes are last year&apos;s, please check (F9 confirms those of this table)</translation>
    </message>
    <message>
        <source>本格应由计算得出，现为{source}的数（Ctrl+0 恢复计算）</source>
        <translation>This cell is computed; the figure now comes from: {source} (Ctrl+0 computes it again)</translation>
    </message>
    <message>
        <source>沿用上年，请确认（F9 确认）</source>
        <translation>From last year, please confirm (F9)</translation>
    </message>
    <message>
        <source>沿用上年，已确认</source>
        <translation>Carried over from last year, confirmed</translation>
    </message>
    <message>
        <source>沿用上年，已改</source>
        <translation>Carried over from last year, changed</translation>
    </message>
    <message>
        <source>来自 {origin}</source>
        <translation>from {origin}</translation>
    </message>
    <message>
        <source>年末余额配平时应为 {amount}（Ctrl+Enter 采用）</source>
        <translation>The balance would be right with {amount} (Ctrl+Enter takes it)</translation>
    </message>
    <message>
        <source>已填的合计 {amount}，还有格待填；其余确为零请按「余格填零」（F7）</source>
        <translation>So far {amount}; some cells are still to be filled in. If the rest is zero, press F7 (Fill rest with zeros)</translation>
    </message>
</context>
<context>
    <name>CellWork</name>
    <message>
        <source>选中的格由计算得出，没有改动；要手填请直接输入</source>
        <translation>These cells are computed; nothing was changed. To enter a figure by hand, just type</translation>
    </message>
    <message>
        <source>其中 {count} 格由计算得出，没有改动</source>
        <translation>{count} of the cells are computed and were left alone</translation>
    </message>
    <message>
        <source>其中 {count} 格由计算得出，没有改动；{others} 格与复制的不同，如 {place} 复制 {copied}，算出 {computed}</source>
        <translation>{count} of them are computed and were left alone; {others} differ from what was copied, for one {place}: copied {copied}, computed {computed}</translation>
    </message>
</context>
<context>
    <name>CheckBar</name>
    <message>
        <source>另存为可编辑文件(&amp;S)…</source>
        <translation>&amp;Save as an editable file…</translation>
    </message>
    <message>
        <source>看原文(&amp;P)</source>
        <translation>Show &amp;page</translation>
    </message>
    <message>
        <source>只读 · 检查&#x3000;{name}&#x3000;{form}，{unit}&#x3000;{verdict}：{counts}</source>
        <translation>Read-only · check   {name}   {form}, {unit}   {verdict}: {counts}</translation>
    </message>
    <message>
        <source>只读 · 检查&#x3000;{verdict}</source>
        <translation>Read-only · check   {verdict}</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>可以选的</source>
        <translation>Choices</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>检查(&amp;K)</source>
        <translation>Chec&amp;k</translation>
    </message>
    <message>
        <source>只看不改：列出不平、尾差和提示</source>
        <translation>Look only: lists what does not balance, rounding and notes</translation>
    </message>
    <message>
        <source>导入(&amp;I)</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>变成可以编辑的报告，或并入打开的报告</source>
        <translation>Into a report you can edit, or into the open one</translation>
    </message>
    <message>
        <source>从它生成下一年的报告(&amp;Y)</source>
        <translation>Next &amp;year&apos;s report from it</translation>
    </message>
    <message>
        <source>带来科目、结转、职责；逐项看过再要</source>
        <translation>Codes, balances, duties; you see each first</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
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
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>审核(&amp;R)</source>
        <translation>&amp;Review</translation>
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
        <source>从上年的报告带来科目、结转和职责，逐项看过再要</source>
        <translation>Brings codes, balances and duties from last year&apos;s report; you see each before taking it</translation>
    </message>
    <message>
        <source>从上年文件生成…</source>
        <translation>From last year&apos;s file…</translation>
    </message>
    <message>
        <source>只看不改：列出不平、尾差和提示</source>
        <translation>Look only: lists what does not balance, rounding and notes</translation>
    </message>
    <message>
        <source>检查一份已有报告…</source>
        <translation>Check an existing report…</translation>
    </message>
    <message>
        <source>看样例</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>一份虚构单位的完整报告</source>
        <translation>The whole report of an invented unit</translation>
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
        <source>主要数字、构成、审核结果，印在一页 A4 上</source>
        <translation>Key figures, compositions and check results on one A4 page</translation>
    </message>
    <message>
        <source>导出一页说明…</source>
        <translation>Export one-page summary…</translation>
    </message>
    <message>
        <source>把审核结果写成可打印的 PDF</source>
        <translation>Write the check results as a printable PDF</translation>
    </message>
    <message>
        <source>导出审核报告…</source>
        <translation>Export check report…</translation>
    </message>
    <message>
        <source>预览再打印：本表、审核报告、总览、整份报告</source>
        <translation>Preview, then print: this table, check report, overview, the whole report</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
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
        <source>怎么算的</source>
        <translation>How it is computed</translation>
    </message>
    <message>
        <source>这一格的公式、来源和经过</source>
        <translation>Formula, source and history of this cell</translation>
    </message>
    <message>
        <source>沿用上年还没有确认的、要填的，逐项列出</source>
        <translation>What was carried over and waits to be confirmed, and what is still to fill in, one by one</translation>
    </message>
    <message>
        <source>只有您知道的</source>
        <translation>What only you know</translation>
    </message>
    <message>
        <source>到下一栏</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>表格、审核结果、怎么算的之间来回</source>
        <translation>Between table, check results and how it is computed</translation>
    </message>
    <message>
        <source>到上一栏</source>
        <translation>Previous pane</translation>
    </message>
    <message>
        <source>每次改动都会自动保存；现在就写进文件</source>
        <translation>Every change is saved by itself; write to the file right now</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>连同全部经过存成另一个文件，以后的改动都存在那里</source>
        <translation>Keep the report with its whole history in another file from now on</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save As…</translation>
    </message>
    <message>
        <source>剪切</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>粘贴 Excel、WPS 里复制的格</source>
        <translation>Paste cells copied in Excel or WPS</translation>
    </message>
    <message>
        <source>向下填充</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>清除选中的格（Delete）</source>
        <translation>Clear the selected cells (Delete)</translation>
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
        <source>采用建议数</source>
        <translation>Take the suggestion</translation>
    </message>
    <message>
        <source>填入灰色的配平数（Ctrl+Enter）</source>
        <translation>Fill in the grey balancing amount (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>查找…</source>
        <translation>Find…</translation>
    </message>
    <message>
        <source>在各表里找金额、编码或名称</source>
        <translation>Find an amount, a code or a name in the tables</translation>
    </message>
    <message>
        <source>定位…</source>
        <translation>Go to…</translation>
    </message>
    <message>
        <source>到某一格，如 03.2010301</source>
        <translation>Go to a cell, such as 03.2010301</translation>
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
        <source>在上方插入行</source>
        <translation>Insert line above</translation>
    </message>
    <message>
        <source>在下方插入行</source>
        <translation>Insert line below</translation>
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
        <source>按编码排序</source>
        <translation>Sort by code</translation>
    </message>
    <message>
        <source>把本表的科目按编码排好</source>
        <translation>Put the lines of this table in the order of their codes</translation>
    </message>
    <message>
        <source>选中的格沿用上年的值，确认无误</source>
        <translation>The selected values from last year are right</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>确认本表</source>
        <translation>Confirm the table</translation>
    </message>
    <message>
        <source>本表沿用上年的值都确认</source>
        <translation>All values of this table from last year are right</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>适合窗口宽度</source>
        <translation>Fit the width</translation>
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
    <message>
        <source>这一条审核结果涉及的下一格</source>
        <translation>The next cell this finding is about</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next place</translation>
    </message>
</context>
<context>
    <name>Conclusion</name>
    <message>
        <source>有不平或错误，改正后才能定稿</source>
        <translation>Out of balance or wrong; to be corrected before it is final</translation>
    </message>
    <message>
        <source>没有不平，还没有填完</source>
        <translation>Nothing out of balance, not filled in completely</translation>
    </message>
    <message>
        <source>没有不平，沿用上年的还要确认</source>
        <translation>Nothing out of balance, values of last year want confirming</translation>
    </message>
    <message>
        <source>没有不平，提示还要说明</source>
        <translation>Nothing out of balance, hints want reasons</translation>
    </message>
    <message>
        <source>没有不平；未检查的不算通过</source>
        <translation>Nothing out of balance; what was not checked has not passed</translation>
    </message>
    <message>
        <source>全部检查通过，可以定稿</source>
        <translation>All checks passed, ready to be final</translation>
    </message>
    <message>
        <source>有不平或错误</source>
        <translation>Out of balance or wrong</translation>
    </message>
    <message>
        <source>没有不平，有提示要核实</source>
        <translation>Nothing out of balance, hints to look into</translation>
    </message>
    <message>
        <source>全部检查通过</source>
        <translation>All checks passed</translation>
    </message>
</context>
<context>
    <name>CopiedCells</name>
    <message>
        <source>剪贴板里是文件，不是格，没有粘贴；要读入文件请用「导入」</source>
        <translation>The clipboard holds files, not cells; nothing was pasted. To read a file, use Import</translation>
    </message>
    <message>
        <source>剪贴板里是图片，不是格，没有粘贴；请复制表格里的格</source>
        <translation>The clipboard holds a picture, not cells; nothing was pasted. Copy the cells of a table</translation>
    </message>
</context>
<context>
    <name>DeadlineBox</name>
    <message>
        <source>如 2024-08-12</source>
        <translation>e.g. 2024-08-12</translation>
    </message>
    <message>
        <source>批复日期</source>
        <translation>Date of approval</translation>
    </message>
    <message>
        <source>批复日期(&amp;D)</source>
        <translation>&amp;Date of approval</translation>
    </message>
    <message>
        <source>填上财政部门批复决算的日期，这里算出最晚公开日。</source>
        <translation>Enter the day the accounts were approved; the latest day of publication is worked out here.</translation>
    </message>
    <message>
        <source>看不懂这个日期，请写成 2024-08-12 这样</source>
        <translation>This date cannot be read; please write it as 2024-08-12</translation>
    </message>
    <message>
        <source>星期一 星期二 星期三 星期四 星期五 星期六 星期日</source>
        <translation>Monday Tuesday Wednesday Thursday Friday Saturday Sunday</translation>
    </message>
    <message>
        <source>最晚 {latest}（{day}）公开，已经过了 {days} 天</source>
        <translation>To be published by {day} {latest}, {days} day(s) ago</translation>
    </message>
    <message>
        <source>最晚 {latest}（{day}）公开，就是今天</source>
        <translation>To be published by {day} {latest}, which is today</translation>
    </message>
    <message>
        <source>最晚 {latest}（{day}）公开，还有 {days} 天；建议 {advised} 前交付</source>
        <translation>To be published by {day} {latest}, in {days} day(s); better hand it in before {advised}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>还没有保存</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>最近的改动还在窗口里，没有写进文件。关闭后就没有了。</source>
        <translation>The latest changes are in the window only, not in the file. They are lost once it is closed.</translation>
    </message>
    <message>
        <source>另存为(&amp;S)…</source>
        <translation>&amp;Save As…</translation>
    </message>
    <message>
        <source>返回(&amp;B)</source>
        <translation>Go &amp;Back</translation>
    </message>
    <message>
        <source>仍要关闭(&amp;C)</source>
        <translation>&amp;Close Anyway</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>正在导出「{name}」…</source>
        <translation>Exporting &quot;{name}&quot;…</translation>
    </message>
    <message>
        <source>已导出「{name}」</source>
        <translation>Exported &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>，{count} 个字没有字体，印作〓：{signs}</source>
        <translation>, {count} character(s) have no font and print as 〓: {signs}</translation>
    </message>
    <message>
        <source>打开文件夹(&amp;W)</source>
        <translation>Sho&amp;w in folder</translation>
    </message>
    <message>
        <source>改存为「{name}」(&amp;S)</source>
        <translation>&amp;Save as &quot;{name}&quot;</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>打开报告</source>
        <translation>Open a report</translation>
    </message>
    <message>
        <source>导入一份报告</source>
        <translation>Import a report</translation>
    </message>
    <message>
        <source>上年的报告</source>
        <translation>Last year&apos;s report</translation>
    </message>
    <message>
        <source>检查一份已有报告</source>
        <translation>Check an existing report</translation>
    </message>
    <message>
        <source>恢复备份(&amp;R)</source>
        <translation>&amp;Restore backup</translation>
    </message>
    <message>
        <source>正在读取并检查「{name}」…</source>
        <translation>Reading and checking &quot;{name}&quot;…</translation>
    </message>
    <message>
        <source>（恢复）</source>
        <translation> (restored)</translation>
    </message>
    <message>
        <source>报告文件</source>
        <translation>Report files</translation>
    </message>
    <message>
        <source>样例报告{suffix}</source>
        <translation>Sample report{suffix}</translation>
    </message>
    <message>
        <source>决算公开报告</source>
        <translation>Juesuan report</translation>
    </message>
</context>
<context>
    <name>FindingChips</name>
    <message>
        <source>文字部分</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>{verdict}：</source>
        <translation>{verdict}:</translation>
    </message>
    <message>
        <source>文字&#x3000;</source>
        <translation>Texts&#x3000;</translation>
    </message>
    <message>
        <source>已说明</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>只看这一类；再按一次看全部</source>
        <translation>Only this kind; press again to see all</translation>
    </message>
    <message>
        <source>× 看全部</source>
        <translation>× Show all</translation>
    </message>
    <message>
        <source>去掉筛选</source>
        <translation>Take the filter away</translation>
    </message>
    <message>
        <source>打印审核报告…</source>
        <translation>Print check report…</translation>
    </message>
    <message>
        <source>预览、打印或另存为 PDF；选了类别或表就只印所选的</source>
        <translation>Preview, print or save as PDF; with a filter, only what it shows</translation>
    </message>
</context>
<context>
    <name>FindingRows</name>
    <message>
        <source>尾差 {count} 处，由四舍五入造成，不是错误</source>
        <translation>Rounding differences: {count}, no errors</translation>
    </message>
    <message>
        <source>未检查 {count} 项，不算通过；打开看原因</source>
        <translation>Checks not run: {count}, which is no pass; open for the reasons</translation>
    </message>
    <message>
        <source>已说明</source>
        <translation>Explained</translation>
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
    <message>
        <source>原因、说明</source>
        <translation>Cause, reason</translation>
    </message>
    <message>
        <source>按 F2 写出错说明</source>
        <translation>Press F2 to give a reason</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>没有不平，没有待填，也没有提示。</source>
        <translation>Nothing unbalanced, nothing to fill in, no hints.</translation>
    </message>
    <message>
        <source>所选的类别里没有。</source>
        <translation>Nothing of the chosen kind.</translation>
    </message>
    <message>
        <source>审核结果</source>
        <translation>Findings</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>这份报告只供检查，不能改；要改请用上方的「另存为可编辑文件」</source>
        <translation>This report is only being checked and cannot be changed; use &apos;Save as editable file&apos; above to change it</translation>
    </message>
    <message>
        <source>这里是印好的，不填数；要填的是 {address}，请点它或按方向键</source>
        <translation>This is printed, no figure goes here; the current cell is {address}: click it or press an arrow key</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>已保存在「{path}」；每次改动都会自动保存。</source>
        <translation>Saved in “{path}”; every change is saved by itself.</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save As</translation>
    </message>
    <message>
        <source>换个名字(&amp;S)…</source>
        <translation>Another &amp;Name…</translation>
    </message>
    <message>
        <source>已另存为「{name}」，以后的改动都存在那里。</source>
        <translation>Saved as “{name}”; changes go there from now on.</translation>
    </message>
    <message>
        <source>（另存）</source>
        <translation> (copy)</translation>
    </message>
    <message>
        <source>{why}。改动都还在窗口里，会自动再试着保存。</source>
        <translation>{why}. Your changes are still in this window and saving is tried again by itself.</translation>
    </message>
    <message>
        <source>另存为(&amp;S)…</source>
        <translation>&amp;Save As…</translation>
    </message>
    <message>
        <source>这份报告在另一个窗口里改过，已按最新的内容显示。</source>
        <translation>Another window has changed this report; you see it as it is now.</translation>
    </message>
</context>
<context>
    <name>LastText</name>
    <message>
        <source>上年写的</source>
        <translation>What last year said</translation>
    </message>
    <message>
        <source>上年写的，只供参考，不会自动写入：</source>
        <translation>Last year&apos;s words, for reference only; never taken by themselves:</translation>
    </message>
    <message>
        <source>抄过来改(&amp;L)</source>
        <translation>Copy to rework (&amp;L)</translation>
    </message>
    <message>
        <source>抄来的标「沿用未确认」：数字、年份和原因改成本年的，再按 F9 确认</source>
        <translation>What is copied is marked as carried over: make the figures, years and reasons this year&apos;s, then confirm with F9</translation>
    </message>
</context>
<context>
    <name>LineBar</name>
    <message>
        <source>科目编码</source>
        <translation>Code</translation>
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
        <source>请填科目名称</source>
        <translation>Please enter the name of the line</translation>
    </message>
    <message>
        <source>「{code}」不是科目编码，应为 3、5 或 7 位数字</source>
        <translation>“{code}” is no code: 3, 5 or 7 digits</translation>
    </message>
    <message>
        <source>按 Ctrl+Enter 也加到这些表</source>
        <translation>Ctrl+Enter adds it to these tables too</translation>
    </message>
    <message>
        <source>科目编码、名称或拼音首字母</source>
        <translation>Code, name or pinyin initials</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>科目库里没有 {code}，请核对；确需使用就写名称</source>
        <translation>{code} is in no list; please check, or give it a name</translation>
    </message>
    <message>
        <source>没有找到「{code}」，请输科目编码、名称里的字或拼音首字母</source>
        <translation>Nothing found for “{code}”; type a code, words of a name or pinyin initials</translation>
    </message>
    <message>
        <source>{form}只列{levels}级科目</source>
        <translation>{form} lists codes of level {levels} only</translation>
    </message>
    <message>
        <source>科目 {code} 已经在表中</source>
        <translation>Code {code} is in the table already</translation>
    </message>
    <message>
        <source>「{name}」已经在表中</source>
        <translation>“{name}” is in the table already</translation>
    </message>
</context>
<context>
    <name>LineWork</name>
    <message>
        <source>在「{line}」上方加：</source>
        <translation>Add above “{line}”:</translation>
    </message>
    <message>
        <source>在「{line}」下方加：</source>
        <translation>Add below “{line}”:</translation>
    </message>
    <message>
        <source>加行：</source>
        <translation>Add line:</translation>
    </message>
    <message>
        <source>类、款行由下面的项带出：删去它们，这一行自己会去掉</source>
        <translation>This line comes from those below it: when they are deleted it goes by itself</translation>
    </message>
    <message>
        <source>{count} 行</source>
        <translation>{count} line(s)</translation>
    </message>
    <message>
        <source>删除「{what}」，其中 {lost} 个数一起删去（可以撤销）</source>
        <translation>Delete “{what}” with its {lost} figure(s) (can be undone)</translation>
    </message>
    <message>
        <source>删除（Enter）</source>
        <translation>Delete (Enter)</translation>
    </message>
    <message>
        <source>已加到 {tables}</source>
        <translation>Added to {tables}</translation>
    </message>
    <message>
        <source>同时加到 {tables}</source>
        <translation>Also add to {tables}</translation>
    </message>
    <message>
        <source>已在表中</source>
        <translation>in the table already</translation>
    </message>
    <message>
        <source>{year} 年度没有这个科目</source>
        <translation>not in use in {year}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{name}：取用 {count} 项，可以撤销（Ctrl+Z）</source>
        <translation>{name}: {count} item(s) taken; Ctrl+Z takes them back</translation>
    </message>
    <message>
        <source>决算公开</source>
        <translation>Juesuan</translation>
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
        <source>未检查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>空表</source>
        <translation>Empty table</translation>
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
    <name>NameField</name>
    <message>
        <source>与公章一致</source>
        <translation>As on the official seal</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Unit name</translation>
    </message>
    <message>
        <source>单位名称(&amp;U)</source>
        <translation>Unit name (&amp;U)</translation>
    </message>
    <message>
        <source>单位名称不能空着，请填与公章一致的全称</source>
        <translation>The unit name cannot be empty: please give the full name as on the official seal</translation>
    </message>
</context>
<context>
    <name>NewPage</name>
    <message>
        <source>新建(&amp;N)</source>
        <translation>&amp;New</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
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
        <source>存为(&amp;S)</source>
        <translation>&amp;Save as</translation>
    </message>
    <message>
        <source>封面和表上印的全称</source>
        <translation>Full name as printed on cover and tables</translation>
    </message>
    <message>
        <source>新建报告</source>
        <translation>New report</translation>
    </message>
    <message>
        <source>请填单位名称</source>
        <translation>Enter the name of the unit</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>关闭这条消息</source>
        <translation>Close this message</translation>
    </message>
</context>
<context>
    <name>OpenReport</name>
    <message>
        <source>{unit}&#x3000;{year}年度部门决算&#x3000;—&#x3000;决算公开</source>
        <translation>{unit} — {year} final accounts — Juesuan</translation>
    </message>
    <message>
        <source>只读 · 检查&#x3000;{unit}&#x3000;{year}年度部门决算&#x3000;—&#x3000;决算公开</source>
        <translation>Read-only · check   {unit}   final accounts {year}   —   Juesuan</translation>
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
    <name>OverviewPage</name>
    <message>
        <source>打印一页说明…</source>
        <translation>Print one-page summary…</translation>
    </message>
    <message>
        <source>主要数字（万元）</source>
        <translation>Key figures (10,000 yuan)</translation>
    </message>
    <message>
        <source>本年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>上年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>增减</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>增减％</source>
        <translation>Change %</translation>
    </message>
    <message>
        <source>还要做什么</source>
        <translation>Left to do</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>收入构成</source>
        <translation>Income</translation>
    </message>
    <message>
        <source>支出构成</source>
        <translation>Expenditure</translation>
    </message>
    <message>
        <source>{unit}&#x3000;{year}年度部门决算</source>
        <translation>{unit}, final accounts {year}</translation>
    </message>
    <message>
        <source>单击或按 Enter 到那里去</source>
        <translation>Click or press Enter to go there</translation>
    </message>
    <message>
        <source>没有上年的报告，不作比较</source>
        <translation>No report of last year to compare with</translation>
    </message>
    <message>
        <source>单位名称沿用上年：与公章一致就确认，改过名的在「单位名称」里改。来自 {origin}</source>
        <translation>The unit name is from last year: confirm it if it agrees with the seal, or change it in “Unit name”. From {origin}</translation>
    </message>
    <message>
        <source>文字部分</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>已平 {count} 张表</source>
        <translation>Tables balanced: {count}</translation>
    </message>
    <message>
        <source>空表 {count} 张</source>
        <translation>Empty tables: {count}</translation>
    </message>
    <message>
        <source>补充资料 {count} 张没有填</source>
        <translation>Supplements not filled in: {count}</translation>
    </message>
    <message>
        <source>未检查 {count} 项，不算通过</source>
        <translation>Checks not run: {count}, not passed</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>第 {page} 页，共 {count} 页</source>
        <translation>Page {page} of {count}</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>缩小（Ctrl+滚轮）</source>
        <translation>Zoom out (Ctrl+wheel)</translation>
    </message>
    <message>
        <source>放大（Ctrl+滚轮）</source>
        <translation>Zoom in (Ctrl+wheel)</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit the width</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>审核结果</source>
        <translation>Check results</translation>
    </message>
    <message>
        <source>怎么算的</source>
        <translation>How it is computed</translation>
    </message>
    <message>
        <source>只有您知道的</source>
        <translation>Only you know</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Paperwork</name>
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
        <source>正在排版…</source>
        <translation>Setting the pages…</translation>
    </message>
    <message>
        <source>{count} 个字没有字体，印作〓：{signs}</source>
        <translation>{count} character(s) have no font and print as 〓: {signs}</translation>
    </message>
    <message>
        <source>这台电脑没有装打印机，可以另存为 PDF，拿到有打印机的电脑上打印。</source>
        <translation>This PC has no printer: save a PDF and print it on a PC that has one.</translation>
    </message>
    <message>
        <source>另存为 PDF(&amp;D)…</source>
        <translation>Save as P&amp;DF…</translation>
    </message>
    <message>
        <source>已送往打印机「{name}」，共 {count} 页</source>
        <translation>Sent to printer &quot;{name}&quot;: {count} page(s)</translation>
    </message>
    <message>
        <source>打印机「{name}」没有接受，请看它是否开机、连好、有纸，或另存为 PDF。</source>
        <translation>Printer &quot;{name}&quot; did not accept: see whether it is on, connected and has paper, or save a PDF.</translation>
    </message>
    <message>
        <source>正在送往打印机「{name}」…</source>
        <translation>Sending to printer &quot;{name}&quot;…</translation>
    </message>
    <message>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>PrintPage</name>
    <message>
        <source>打印(&amp;P)…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>另存为 PDF(&amp;S)…</source>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <source>关闭(&amp;C)</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Setting the pages…</translation>
    </message>
    <message>
        <source>审核报告</source>
        <translation>Check report</translation>
    </message>
    <message>
        <source>审核报告，只印：{told}</source>
        <translation>Check report, only: {told}</translation>
    </message>
    <message>
        <source>总览（一页说明）</source>
        <translation>Overview (one page)</translation>
    </message>
    <message>
        <source>整份报告</source>
        <translation>The whole report</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {count} 页</source>
        <translation>Page {page} of {count}</translation>
    </message>
    <message>
        <source>上一页（←）</source>
        <translation>Previous page (←)</translation>
    </message>
    <message>
        <source>下一页（→）</source>
        <translation>Next page (→)</translation>
    </message>
    <message>
        <source>显示比例（Ctrl+滚轮，Ctrl+加号、减号、0）</source>
        <translation>Zoom (Ctrl+wheel, Ctrl with plus, minus, 0)</translation>
    </message>
    <message>
        <source>显示比例</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>打印什么(&amp;W)</source>
        <translation>&amp;What to print</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
</context>
<context>
    <name>ProposalModel</name>
    <message>
        <source>取用</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>本年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>表题</source>
        <translation>its title</translation>
    </message>
    <message>
        <source>表头</source>
        <translation>its headings</translation>
    </message>
    <message>
        <source>很有把握</source>
        <translation>certain</translation>
    </message>
    <message>
        <source>大致有把握，请看说明</source>
        <translation>fairly certain, see remark</translation>
    </message>
    <message>
        <source>没有把握，请核对</source>
        <translation>uncertain, please check</translation>
    </message>
    <message>
        <source>另有 {count} 处错误，用「检查一份已有报告」看全部</source>
        <translation>{count} more error(s); “Check an existing report” shows them all</translation>
    </message>
    <message>
        <source>{count} 处请核对</source>
        <translation>{count} to check</translation>
    </message>
    <message>
        <source>整个文件</source>
        <translation>The whole file</translation>
    </message>
    <message>
        <source>{count} 节</source>
        <translation>{count} section(s)</translation>
    </message>
    <message>
        <source>按{by}认出，{certainty}</source>
        <translation>Known by {by}, {certainty}</translation>
    </message>
    <message>
        <source> · 读出 {lines} 行 {figures} 个数</source>
        <translation> · {lines} line(s), {figures} figure(s)</translation>
    </message>
    <message>
        <source> · 空表</source>
        <translation> · an empty table</translation>
    </message>
    <message>
        <source> · 第 {page} 页</source>
        <translation> · page {page}</translation>
    </message>
    <message>
        <source> · 有 {count} 处没有读懂</source>
        <translation> · {count} not understood</translation>
    </message>
</context>
<context>
    <name>ProposalTree</name>
    <message>
        <source>会带来什么</source>
        <translation>What it would bring</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>不删（Esc）</source>
        <translation>Keep (Esc)</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>最近的报告</source>
        <translation>Recent reports</translation>
    </message>
    <message>
        <source>还没有打开过报告</source>
        <translation>No report has been opened yet</translation>
    </message>
</context>
<context>
    <name>ReportTabs</name>
    <message>
        <source>总览：主要数字、构成、还要做什么、最晚公开日</source>
        <translation>Overview: key figures, compositions, what is left to do, the deadline</translation>
    </message>
    <message>
        <source>给领导看</source>
        <translation>For the leader</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>补充资料：不公开，正文和校验要用</source>
        <translation>Supplements: not published, needed by the text and the checks</translation>
    </message>
    <message>
        <source>不公开</source>
        <translation>Not published</translation>
    </message>
    <message>
        <source>补充资料</source>
        <translation>Supplements</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>文字部分</source>
        <translation>Texts</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>查找：</source>
        <translation>Find:</translation>
    </message>
    <message>
        <source>定位：</source>
        <translation>Go to:</translation>
    </message>
    <message>
        <source>金额、科目编码或名称</source>
        <translation>Amount, code or name</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>第 {at} 处，共 {count} 处</source>
        <translation>{at} of {count}</translation>
    </message>
    <message>
        <source>支出表[2010301·基本支出]、03.2010301 或 03</source>
        <translation>支出表[2010301·基本支出], 03.2010301 or 03</translation>
    </message>
    <message>
        <source>没有这一格，请写成 支出表[2010301·基本支出]、03.2010301 或 03</source>
        <translation>No such cell; write 支出表[2010301·基本支出], 03.2010301 or 03</translation>
    </message>
    <message>
        <source>{table}里没有「{word}」</source>
        <translation>{table} has no “{word}”</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>下一处（Enter）</source>
        <translation>Next (Enter)</translation>
    </message>
    <message>
        <source>上一处（Shift+Enter）</source>
        <translation>Previous (Shift+Enter)</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>{count} 张没有填，用到它们的检查没有做</source>
        <translation>{count} not filled in; checks that need them did not run</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>（已固定）</source>
        <translation> (pinned)</translation>
    </message>
    <message>
        <source>（找不到了）</source>
        <translation> (not found)</translation>
    </message>
    <message>
        <source>也可以把文件拖进这个窗口。</source>
        <translation>You can also drag a file onto this window.</translation>
    </message>
    <message>
        <source>最近的报告</source>
        <translation>Recent reports</translation>
    </message>
    <message>
        <source>固定在上面，或取消</source>
        <translation>Pin to the top, or unpin</translation>
    </message>
    <message>
        <source>从列表中去掉</source>
        <translation>Remove from the list</translation>
    </message>
    <message>
        <source>决算公开</source>
        <translation>Juesuan</translation>
    </message>
    <message>
        <source>一、有上年的报告，就「从上年文件生成」；没有就新建，再导入本年的表。
二、逐表填数：白格手填，淡蓝格由计算得出；不平、待填随时列在下方。
三、全审无误后导出 Excel 和 PDF，用于公开和签章。</source>
        <translation>1. With last year&apos;s report: start from it. Without: make a new one, then import this year&apos;s tables.
2. Fill in table by table: white cells are typed, pale blue ones computed; what is wrong or missing is listed below.
3. When the full review finds nothing, export Excel and PDF for publishing and signing.</translation>
    </message>
    <message>
        <source>从上年文件生成(&amp;Y)</source>
        <translation>From last &amp;year&apos;s file</translation>
    </message>
    <message>
        <source>带来科目、结转、职责；逐项看过再要</source>
        <translation>Codes, balances, duties; you see each first</translation>
    </message>
    <message>
        <source>新建报告(&amp;N)</source>
        <translation>&amp;New report</translation>
    </message>
    <message>
        <source>导入报告(&amp;I)</source>
        <translation>&amp;Import a report</translation>
    </message>
    <message>
        <source>打开报告(&amp;O)</source>
        <translation>&amp;Open a report</translation>
    </message>
    <message>
        <source>检查一份已有报告(&amp;K)</source>
        <translation>Chec&amp;k an existing report</translation>
    </message>
    <message>
        <source>只看不改：Excel、Word、PDF、文本</source>
        <translation>Look only: Excel, Word, PDF, text</translation>
    </message>
    <message>
        <source>看样例(&amp;S)</source>
        <translation>&amp;Sample</translation>
    </message>
    <message>
        <source>选样表、年度，填单位名称</source>
        <translation>Choose place and year, enter the unit</translation>
    </message>
    <message>
        <source>最近的报告(&amp;L)</source>
        <translation>Recent reports (&amp;L)</translation>
    </message>
    <message>
        <source>继续填一份 .juesuan 报告</source>
        <translation>Go on with a .juesuan report</translation>
    </message>
    <message>
        <source>读入已有的报告文件，数字照印</source>
        <translation>Read an existing report, figures as printed</translation>
    </message>
    <message>
        <source>一份虚构单位的完整报告，可随意改</source>
        <translation>The whole report of an invented unit</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{told}：看审核结果（F8）</source>
        <translation>{told}: see the check results (F8)</translation>
    </message>
    <message>
        <source>只读 · 检查</source>
        <translation>Read-only · check</translation>
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
    <name>SubjectList</name>
    <message>
        <source>科目</source>
        <translation>Subjects</translation>
    </message>
</context>
<context>
    <name>SupplementsPage</name>
    <message>
        <source>补充资料</source>
        <translation>Supplements</translation>
    </message>
    <message>
        <source>已填</source>
        <translation>filled in</translation>
    </message>
    <message>
        <source>还没有填</source>
        <translation>nothing yet</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>本表还没有科目：请逐行加入；确无数据请按「余格填零」（F7）</source>
        <translation>No code lines yet: add them one by one; if there is no data indeed, press “Blanks are zero” (F7)</translation>
    </message>
    <message>
        <source>科目沿用上年，共 {count} 行：多的删去，少的加上，再确认。来自 {origin}</source>
        <translation>Codes are last year&apos;s, {count} line(s): delete what is too much, add what is missing, then confirm. From {origin}</translation>
    </message>
    <message>
        <source>{place} 起 {count} 格，合计 {total}</source>
        <translation>{count} cell(s) from {place}, sum {total}</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>正在读取并检查「{name}」…</source>
        <translation>Reading and checking &quot;{name}&quot;…</translation>
    </message>
    <message>
        <source>从上年文件生成</source>
        <translation>From last year&apos;s file</translation>
    </message>
    <message>
        <source>上年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>生成本年报告(&amp;G)</source>
        <translation>&amp;Generate this year&apos;s report</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>现有</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>导入(&amp;I)</source>
        <translation>&amp;Import</translation>
    </message>
</context>
<context>
    <name>TakingPage</name>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>现有</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>这份文件本身{verdict}，逐条列在下面，先看清楚再作为依据：{counts}</source>
        <translation>The file itself: {verdict}, listed below; look before taking it as a base: {counts}</translation>
    </message>
    <message>
        <source>这份文件{verdict}：{counts}</source>
        <translation>This file: {verdict}: {counts}</translation>
    </message>
    <message>
        <source>请填年度</source>
        <translation>Enter the year</translation>
    </message>
    <message>
        <source>请填单位名称</source>
        <translation>Please give the unit name</translation>
    </message>
    <message>
        <source>取用 {taken} 项，共 {total} 项</source>
        <translation>{taken} of {total} item(s) taken</translation>
    </message>
    <message>
        <source>新的报告文件</source>
        <translation>a new report file</translation>
    </message>
    <message>
        <source>打开的报告「{name}」</source>
        <translation>the open report &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>没有认出</source>
        <translation>not recognised</translation>
    </message>
    <message>
        <source>没有认出，请填</source>
        <translation>Not recognised, please enter</translation>
    </message>
    <message>
        <source>导入到(&amp;O)</source>
        <translation>Int&amp;o</translation>
    </message>
    <message>
        <source>样表(&amp;P)</source>
        <translation>&amp;Place form</translation>
    </message>
    <message>
        <source>金额单位(&amp;M)</source>
        <translation>&amp;Money unit</translation>
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
        <source>全取(&amp;A)</source>
        <translation>Take &amp;all</translation>
    </message>
    <message>
        <source>全不取(&amp;Z)</source>
        <translation>Take none (&amp;Z)</translation>
    </message>
</context>
<context>
    <name>TargetField</name>
    <message>
        <source>浏览(&amp;B)…</source>
        <translation>&amp;Browse…</translation>
    </message>
    <message>
        <source>存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>请写明存为哪个文件</source>
        <translation>Say which file to save as</translation>
    </message>
    <message>
        <source>「{name}」已经存在，请换一个文件名</source>
        <translation>&quot;{name}&quot; already exists, please choose another name</translation>
    </message>
    <message>
        <source>没有「{folder}」这个文件夹，请核对</source>
        <translation>There is no folder &quot;{folder}&quot;, please check</translation>
    </message>
    <message>
        <source>新报告</source>
        <translation>New report</translation>
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
        <source>本节沿用上年：核对年份、数字和说法后确认，改写也算确认。来自 {origin}</source>
        <translation>This section is last year&apos;s: check years, figures and wording, then confirm; writing in it confirms too. From {origin}</translation>
    </message>
    <message>
        <source>文中写到 {years} 年，不会自动改</source>
        <translation>it speaks of {years}; nothing is changed by itself</translation>
    </message>
    <message>
        <source>{count} 字</source>
        <translation>{count} character(s)</translation>
    </message>
    <message>
        <source>刚才</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>沿用上年，{day}确认</source>
        <translation>From last year, confirmed {day}</translation>
    </message>
    <message>
        <source>沿用上年，{day}改写</source>
        <translation>Carried over, rewritten {day}</translation>
    </message>
</context>
<context>
    <name>TodoPanel</name>
    <message>
        <source>看过无误，确认（空格）</source>
        <translation>Looked at, confirm (Space)</translation>
    </message>
    <message>
        <source>还要您填写或确认的</source>
        <translation>Left for you to fill in or confirm</translation>
    </message>
    <message>
        <source>还有 {count} 项只有您知道，点一下就到：</source>
        <translation>{count} item(s) only you know; click to go there:</translation>
    </message>
    <message>
        <source>都填好、确认过了。</source>
        <translation>All filled in and confirmed.</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>工具栏</source>
        <translation>Toolbar</translation>
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
<context>
    <name>ViewMenu</name>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>跟随系统(&amp;S)</source>
        <translation>Follow the &amp;system</translation>
    </message>
    <message>
        <source>浅色(&amp;L)</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>深色(&amp;D)</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>文字大小(&amp;T)</source>
        <translation>&amp;Text size</translation>
    </message>
    <message>
        <source>大一级(&amp;B)</source>
        <translation>&amp;Bigger</translation>
    </message>
    <message>
        <source>小一级(&amp;S)</source>
        <translation>&amp;Smaller</translation>
    </message>
    <message>
        <source>语言 Language(&amp;N)</source>
        <translation>La&amp;nguage 语言</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>怎么算的</source>
        <translation>How it is computed</translation>
    </message>
    <message>
        <source>把光标移到一个数字上，这里就说它是怎么算出来的。</source>
        <translation>Move to a figure and it is told here how it is computed.</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>空</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>待填</source>
        <translation>to fill</translation>
    </message>
    <message>
        <source>本格</source>
        <translation>This cell</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>按计算应为</source>
        <translation>Computed</translation>
    </message>
    <message>
        <source>相差</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>恢复计算</source>
        <translation>Compute again</translation>
    </message>
    <message>
        <source>没有规则用到这一格。</source>
        <translation>No rule looks at this cell.</translation>
    </message>
    <message>
        <source>可能的原因：{cause}</source>
        <translation>Likely cause: {cause}</translation>
    </message>
    <message>
        <source>本格这样算出</source>
        <translation>computes this cell</translation>
    </message>
    <message>
        <source>这样核对</source>
        <translation>checks</translation>
    </message>
    <message>
        <source>未检查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>零</source>
        <translation>zero</translation>
    </message>
    <message>
        <source>另有 {count} 格</source>
        <translation>{count} more cell(s)</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>还没有人填过这一格。</source>
        <translation>Nobody has filled this cell yet.</translation>
    </message>
    <message>
        <source>刚才</source>
        <translation>just now</translation>
    </message>
</context>
<context>
    <name>ZoomButton</name>
    <message>
        <source>表格显示比例（Ctrl+滚轮，Ctrl+Alt+= 放大，Ctrl+Alt+- 缩小）</source>
        <translation>Size of the tables (Ctrl and wheel, Ctrl+Alt+= larger, Ctrl+Alt+- smaller)</translation>
    </message>
    <message>
        <source>表格显示比例</source>
        <translation>Size of the tables</translation>
    </message>
    <message>
        <source>适合窗口宽度</source>
        <translation>Fit the width</translation>
    </message>
</context>
<context>
    <name>_Wrapped</name>
    <message>
        <source>为什么可以这样（写入报告，可撤销）</source>
        <translation>Why this may stand (kept in the report, can be undone)</translation>
    </message>
    <message>
        <source>选一个，或自己写</source>
        <translation>Choose one, or write your own</translation>
    </message>
    <message>
        <source>出错说明</source>
        <translation>Reason</translation>
    </message>
</context>
</TS>
