import { customProperties, DARK, LIGHT, PART_COLOURS } from "./colours.ts";

/** The style of every page: one column, tables and charts that scroll on their own, light, dark and paper. */
export const STYLE = `:root{${customProperties(LIGHT)}color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${customProperties(DARK)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:80rem;padding:0 clamp(1rem,3vw,2rem) 2rem;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible,main:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem;padding:.5rem 1rem;background:var(--raised)}
.skip:focus{left:1rem;top:.5rem;z-index:2}
header{border-bottom:1px solid var(--rule);color:var(--muted);font-size:.875rem}
header p{margin:.75rem 0}
nav{font-size:.875rem;border-bottom:1px solid var(--rule)}
nav ol{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.75rem 0;padding:0;list-style:none}
h1{font-size:1.125rem;font-weight:600;line-height:1.3;margin:2rem 0 .5rem;max-width:60rem}
h1+section>p.strong:first-child{font-size:1.5rem;line-height:1.3;margin:0 0 1rem;max-width:50rem}
h2{font-size:1.1875rem;line-height:1.3;margin:2.5rem 0 .75rem;break-after:avoid}
h3{font-size:1rem;margin:1.5rem 0 .5rem;break-after:avoid}
p,ul{max-width:50rem;margin:.75rem 0}
ul{padding-left:1.25rem}
li{margin:.25rem 0}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.875em;background:var(--raised);border-radius:3px;padding:.1em .3em;overflow-wrap:anywhere}
p.strong,strong{font-weight:650}
.muted{color:var(--muted)}
.good{color:var(--good)}
.bad{color:var(--bad);font-weight:600}
.warn{color:var(--warn);font-weight:600}
dl{margin:1rem 0;max-width:60rem}
dl div{display:grid;grid-template-columns:minmax(6rem,10rem) 1fr;gap:1rem;padding:.35rem 0;border-bottom:1px solid var(--rule)}
dt{color:var(--muted)}
dd{margin:0}
.scroll{overflow-x:auto;margin:.75rem 0;position:relative}
table{border-collapse:collapse;font-size:.875rem;line-height:1.4}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.4rem .7rem .4rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--rule);max-width:30rem}
thead th{vertical-align:bottom;color:var(--muted);font-weight:600;border-bottom:1px solid var(--text)}
thead .unit{display:block;font-weight:400;white-space:nowrap}
thead th{min-width:min(var(--words,0px) + .7rem,40vw)}
tbody th{font-weight:400}
.stands-out>*{background:var(--raised)}
tbody tr:last-child>*{border-bottom:1px solid var(--text)}
.figure{text-align:right;white-space:nowrap}
thead .figure{white-space:normal}
figure{margin:1.25rem 0}
figcaption{font-size:.875rem;color:var(--muted);max-width:50rem}
svg{display:block;width:100%;height:auto;font-size:13px;fill:var(--text)}
svg.bars{max-width:45rem;min-width:32rem}
svg.scatter{max-width:34rem;min-width:18rem}
.grid{stroke:var(--rule);fill:none}
.frame,.diagonal{stroke:var(--muted);fill:none}
.band{fill:var(--rule);fill-opacity:.6}
.points{fill:var(--part-0);fill-opacity:.5}
.tick{fill:var(--muted);font-size:12px;text-anchor:middle}
.end{text-anchor:end}
.bars .tick:first-of-type{text-anchor:start}
.part rect{stroke:var(--ground);stroke-width:1}
.part text{fill:var(--on-part);font-size:12px;text-anchor:middle}
.total{font-weight:650}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:.5rem 0 0;padding:0;color:var(--text)}
.key{display:inline-block;min-width:1.35rem;padding:0 .3rem;border-radius:3px;color:var(--on-part);font-size:.75rem;line-height:1.35rem;text-align:center}
${Array.from({ length: PART_COLOURS }, (_, part) => `.part-${part}{fill:var(--part-${part})}.key-${part}{background:var(--part-${part})}`).join("\n")}
details{margin:2rem 0 1rem;border:1px solid var(--rule);border-radius:6px;padding:0 1rem}
summary{padding:.6rem 0;font-weight:600;cursor:pointer}
figure+details{margin-top:.5rem}
.next{margin-top:2rem}
footer{margin-top:3rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.875rem}
@media screen{tbody th{position:sticky;left:0}tr:not(.stands-out)>th{background:var(--ground)}}
@media print{
@page{size:landscape;margin:12mm}
body{max-width:none;padding:0;font-size:10pt}
nav,.skip,.next{display:none}
.scroll{overflow:visible}
table,figcaption{font-size:8pt}
th,td{padding:.2rem .6rem .2rem 0}
tr,figure,dl div,.short{break-inside:avoid}
summary{list-style:none}
summary::-webkit-details-marker{display:none}
thead{display:table-header-group}
details::details-content{content-visibility:visible;display:block;height:auto}
svg.bars,.key,.stands-out>*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
