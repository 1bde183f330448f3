/** What other methods, the weights and the data say of the ranking. */
export const DECISION = [
  ["weighted-product ({option})", "加权乘积（{option}）"],
  ["topsis ({option})", "TOPSIS（{option}）"],
  ["vikor ({option})", "VIKOR（{option}）"],
  ["promethee ({option})", "PROMETHEE（{option}）"],
  [
    "{method*} puts {one} before {two}: it {differs*}.",
    "{method*}把 {one} 排在 {two} 之前：它{differs*}。",
  ],
  [
    "{criterion*} makes the difference: of all that sets the two apart it is {p#} for {one} in the additive values and {q#} for {two} here.",
    "差别在于{criterion*}：在两者的全部差距中，加法模型里它有利于 {one} 的部分为 {p}，此处有利于 {two} 的部分为 {q}。",
  ],
  ["{method*} cannot judge these: {why*}.", "{method*}无法评判这些候选：{why*}。"],
  [
    "{way} needs figures of at least 0, and {id} has less",
    "{way} 要求数值不小于 0，而 {id} 有更小的数值",
  ],
  [
    "{way} divides by the figures of a cost, and {id} has a 0",
    "{way} 要除以成本类数值，而 {id} 有 0",
  ],
  [
    'The file states no weights: those of "{id}" hold ({command}).',
    "文件没有给出权重：采用“{id}”的权重（{command}）。",
  ],
  [
    "{a*} and {b*} rank these candidates alike, so that their weights add up (correlation {r}).",
    "{a*}与{b*}对这些候选的排序相近，权重因而叠加（相关系数 {r}）。",
  ],
  [
    "{a*} and {b*} rank these candidates in opposite order, so that their weights cancel out (correlation {r}).",
    "{a*}与{b*}对这些候选的排序相反，权重因而抵消（相关系数 {r}）。",
  ],
  ["{name} counts as the worst on {criterion*}.", "{name} 的{criterion*}按最差计。"],
  [
    "Estimated, because not published for {name}: {fields}.",
    "没有公布 {name} 的 {fields}，这些为估计值。",
  ],
  [
    "The figures of {name} were not checked against its datasheet.",
    "{name} 的数值没有对照数据手册复核。",
  ],
  [
    "Nothing like {name} on this kind of work was measured: its times have no interval.",
    "此类工作没有与 {name} 相近的实测，因此其时间没有区间。",
  ],
  ["From the second to the first: {steps,} = {n!}.", "从第二名到第一名：{steps,} = {n}。"],
  ["{criterion*} {n!}", "{criterion*} {n}"],
  [
    "Dominated (nowhere better, somewhere worse): {list}; {n#} more.",
    "被支配（没有一项优于箭头后的芯片，且有一项更差）：{list>}；另有 {n} 种。",
  ],
  [
    "Dominated (nowhere better, somewhere worse): {list}.",
    "被支配（没有一项优于箭头后的芯片，且有一项更差）：{list>}。",
  ],
  [
    "Dominated by {name}: nowhere better, and worse on {criteria,}.",
    "被 {name} 支配：没有一项更优，且在{criteria,}上更差。",
  ],
  ["Value functions of the file: {shapes+}.", "文件给出的价值函数：{shapes}。"],
  ["Measured but not weighed: {criteria,}.", "已计算但权重为零：{criteria,}。"],
  [
    "{b*} counts twice in part: {why*}, which is {p#} of it on average.",
    "{b*}被部分重复计算：{why*}，平均占 {p}。",
  ],
  ["{a*} and {b*} count the same thing twice: {why*}.", "{a*}与{b*}重复计算同一件事：{why*}。"],
] as const;
