// The style of paper: one sheet for the pages on the screen and for the print engine, so that both break lines alike.

import { type Paper, paperSizes } from './paper.ts';

/** Fonts of one width on every system: Arial, and Liberation Sans, which was drawn to its measures. */
const font = "Arial, 'Liberation Sans', Helvetica, 'Noto Sans', sans-serif";

/** The space around a page's content, in pixels. */
const margin = { top: 38, side: 43, bottom: 34 } as const;
const footHeight = 22;

/** The room on a page: the width of its content, and the height that its head, pieces and foot share. */
export const roomOf = (paper: Paper): { readonly width: number; readonly height: number; readonly foot: number } => ({
  width: paperSizes[paper].width - 2 * margin.side,
  height: paperSizes[paper].height - margin.top - margin.bottom,
  foot: footHeight,
});

const pageRules = (Object.keys(paperSizes) as Paper[])
  .map((paper) => `.${paper}{width:${paperSizes[paper].width}px;min-height:${paperSizes[paper].height}px}`)
  .join('');

/** The size of the engine's own page. */
export const sheetRule = (paper: Paper): string =>
  `@page{size:${paper === 'letter' ? '8.5in 11in' : '210mm 297mm'};margin:0}html,body{margin:0;padding:0;background:#fff}`;

/** Heights are paddings, never margins: the height of a piece is then its own, wherever it stands. */
export const printStyle = `
:where(.page,.measure),:where(.page,.measure) *{box-sizing:border-box;margin:0;padding:0;border:0 solid #c3c9d2;text-align:left}
.page,.measure{font:400 11px/15px ${font};color:#15191f;background:#fff;text-rendering:geometricPrecision;
  font-kerning:none;font-variant-ligatures:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page{position:relative;padding:${margin.top}px ${margin.side}px ${margin.bottom + footHeight}px;break-after:page;break-inside:avoid}
.page:last-child{break-after:auto}
${pageRules}
.user{unicode-bidi:plaintext;overflow-wrap:anywhere}
.foot{position:absolute;left:${margin.side}px;right:${margin.side}px;bottom:${margin.bottom}px;height:16px;display:flex;
  gap:24px;justify-content:space-between;border-top-width:1px;padding-top:4px;font-size:9px;line-height:11px;color:#4a5462}
.foot .user{white-space:nowrap}
.number{white-space:nowrap}
.running{display:flex;gap:16px;justify-content:space-between;padding-bottom:10px;font-size:10px;line-height:14px;color:#4a5462}
.running-title{font-weight:700;color:#15191f;white-space:nowrap}
.running-words{text-align:right}
.letterhead{display:flex;justify-content:space-between;gap:24px;padding-bottom:12px}
.shop{flex:1;min-width:0;padding-top:2px}
.shop-name{font-size:20px;line-height:26px;font-weight:700;color:#1b3a5c}
.shop-line{color:#4a5462}
.title{width:300px}
.title h1{font-size:16px;line-height:24px;font-weight:700;text-align:right;padding-bottom:4px}
.fact{display:flex;gap:8px}
.numbers .fact{justify-content:flex-end}
.numbers dt{color:#4a5462;text-align:right}
.numbers dd{min-width:104px;max-width:190px;font-weight:700;text-align:right}
.boxes{display:flex;border-width:1px;border-radius:3px;min-height:60px}
.box{flex:1;min-width:0;padding:6px 8px 7px;border-left-width:1px}
.box:first-child{border-left-width:0}
.box:nth-child(1),.box:nth-child(3){flex:1.15}
.box:nth-child(2){flex:1.35}
.box h2{font-size:9px;line-height:13px;font-weight:700;letter-spacing:.06em;text-transform:uppercase;color:#1b3a5c;padding-bottom:2px}
.facts .fact{gap:5px;font-size:10px;line-height:13.5px}
.facts dt{flex:none;color:#4a5462}
.facts dd{min-width:0}
.remark{padding-top:8px;font-style:italic;color:#4a5462}
.part{padding:18px 0 5px;font-size:12px;line-height:16px;font-weight:700;color:#1b3a5c}
.part.small{font-size:10px;padding-top:14px}
.note-line{padding-top:3px}
.closing{padding-top:14px;color:#4a5462}
.closing + .closing{padding-top:5px}
.signatures{display:flex;gap:24px;padding-top:34px}
.signing{flex:2;border-top:1px solid #15191f;padding-top:3px}
.signing + .signing{flex:1}
.signing-label{font-size:9px;color:#4a5462}
table{width:100%;table-layout:fixed;border-collapse:separate;border-spacing:0}
th,td{vertical-align:top;font-weight:400}
th{font-size:9px;line-height:11px;font-weight:700;color:#4a5462;vertical-align:bottom;padding:10px 4px 3px;border-bottom:1px solid #15191f}
td{padding:1.5px 4px 1.5px}
.lines td{border-bottom:1px solid #e7eaee}
th.money,th.hours,th.qty,th.line,td.money,td.hours,td.qty,td.line{text-align:right}
td.money,td.hours,td.qty,td.line{white-space:nowrap}
.line{width:34px}.marks{width:34px}.version{width:30px}.oper{width:38px}.part{}
col.part{width:104px}.qty{width:34px}.lines .money,.lines col.money{width:88px}.sign{width:16px}.hours{width:42px}
td.line,td.marks,td.version{color:#4a5462}
td.marks,th.marks,td.version,th.version{padding-left:2px;padding-right:0}
td.sign,th.sign{padding-left:0;padding-right:0}
td.part{padding-top:1.5px;padding-bottom:1.5px;font-size:11px;line-height:15px;font-weight:400;color:inherit}
th.part{padding:10px 4px 3px;font-size:9px;line-height:11px;color:#4a5462}
.heading td{font-weight:700;background:#eef1f4;border-bottom-color:#d7dce2}
.block td{font-weight:700;color:#1b3a5c;padding-top:9px;border-bottom-color:#1b3a5c}
.automatic .words{padding-left:14px;color:#333b46}
.note td{color:#4a5462;font-style:italic}
.lines .sums td{font-weight:700;border-top:1px solid #15191f;border-bottom:1px solid #15191f;padding-top:3px;padding-bottom:3px}
.lines .sums .words{text-align:right;text-transform:uppercase;font-size:10px}
.totals td{border-bottom:1px solid #e7eaee;padding-top:2.5px;padding-bottom:2.5px}
.totals col.money{width:110px}.totals col.rate{width:170px}.totals col.basis{width:215px}
.totals .basis,.totals .rate{color:#333b46}
.totals th.rate,.totals th.basis,.totals td.rate,.totals td.basis{text-align:right}
.cumulative th.basis,.cumulative td.basis{text-align:left}
.cumulative col.basis{width:330px}
.totals .sum td{font-weight:700;border-top:1px solid #8b95a3}
.totals .total td{font-weight:700;font-size:12px;border-top:1px solid #15191f;border-bottom:1px solid #15191f;background:#eef1f4}
.totals .share td{color:#333b46}
.exports td{border-bottom:1px solid #e7eaee}
.exports col.day{width:66px}.exports col.by{width:112px}.exports col.money{width:84px}.exports col.status{width:66px}
.exports col.reference{width:112px}
.photo-head{padding-bottom:8px;border-bottom-width:1px}
.photo-title{display:flex;gap:24px;justify-content:space-between;align-items:baseline}
.photo-title h1{font-size:16px;line-height:24px;font-weight:700}
.photo-facts{display:flex;flex-wrap:wrap;gap:2px 18px;padding-top:3px}
.photo-facts .fact{gap:5px}
.photo-facts dt{color:#4a5462}
.photo-facts dd{font-weight:700}
.photo-row{display:flex;gap:16px;padding-top:12px;min-height:430px}
.photo-row.photos-6{min-height:286px}
.photo-row.on-long-paper{min-height:463px}
.photo-row.photos-6.on-long-paper{min-height:308px}
.photo-cell{flex:1;min-width:0}
.photos-4 .photo-cell,.photos-6 .photo-cell{flex:none;width:calc(50% - 8px)}
.photo-box{display:flex;align-items:center;justify-content:center;height:365px;border-width:1px;background:#f3f5f7}
.photos-4 .photo-box{height:350px}.photos-6 .photo-box{height:214px}
.on-long-paper.photos-2 .photo-box{height:395px}.on-long-paper.photos-4 .photo-box{height:380px}
.on-long-paper.photos-6 .photo-box{height:234px}
.photo-box img{max-width:100%;max-height:100%}
.no-picture{color:#4a5462;font-style:italic}
.photo-caption{padding-top:5px}
.photo-number{padding-right:8px;font-weight:700;color:#1b3a5c}
.photo-said{font-size:10px;line-height:13px;color:#4a5462}
.legend{columns:3;column-gap:18px;font-size:9.5px;line-height:13px;color:#333b46}
.entry{display:flex;gap:6px;break-inside:avoid}
.entry-sign{flex:none;min-width:44px;font-weight:700}
`;
