/** Why the first is first, what would change it, and what its lead depends on. */
export const WINNER = [
  // Why the first is first, and what would change it.
  [
    "{a} beats {b} by {gains,}, in spite of {losses,}.",
    "{a} 凭{gains,}胜过 {b}，尽管有{losses,}。",
  ],
  ["{a} beats {b} by {gains,}.", "{a} 凭{gains,}胜过 {b}。"],
  ["{a} and {b} are worth the same on every criterion.", "{a} 与 {b} 在每项准则上价值相同。"],
  ["{criterion*} ({n!})", "{criterion*}（{n}）"],
  [
    "First in {draws#} draws of speeds, prices and weights in your order (seed {seed#}): {shares*}.",
    "按您的权重次序，对速度、价格和权重抽样 {draws} 次（种子 {seed}），居首的比例：{shares*}。",
  ],
  ["{name} is first more often than the recommended one.", "{name} 居首的次数多于推荐的芯片。"],
  ["Nobody is first in half of them: the choice is open.", "没有一款在半数抽样中居首：尚无定论。"],
  ["The choice is firm.", "该选择稳固。"],
  [
    "The order of places {a#} and {b#} is not firm: {points*} apart.",
    "第 {a} 与第 {b} 名的次序不稳：相差 {points*}。",
  ],
  // What would change the winner; which input, then how far.
  [
    "Nobody meets every limit any more when {what*} falls to {to*} (now {now*}).",
    "当{what*}降到 {to*}（现为 {now*}）时，不再有芯片满足全部限制。",
  ],
  [
    "Nobody meets every limit any more when {what*} rises to {to*} (now {now*}).",
    "当{what*}升到 {to*}（现为 {now*}）时，不再有芯片满足全部限制。",
  ],
  [
    "{name} wins when {what*} falls to {to*} (now {now*}).",
    "当{what*}降到 {to*}（现为 {now*}）时，{name} 胜出。",
  ],
  [
    "{name} wins when {what*} rises to {to*} (now {now*}).",
    "当{what*}升到 {to*}（现为 {now*}）时，{name} 胜出。",
  ],
  ["the price of energy", "电价"],
  ["the demand of all tasks together", "全部任务的需求"],
  ["the limit on the time to first token of task {task}", "任务 {task} 的首 token 时延限制"],
  [
    "the limit on the time per output token of task {task}",
    "任务 {task} 的每个输出 token 时间限制",
  ],
  ["the limit on the end-to-end time of task {task}", "任务 {task} 的端到端时间限制"],
  ["{n#} times today's", "现值的 {n} 倍"],
  // Assumptions that the lead depends on.
  ["price, {name}", "售价，{name}"],
  ["rent, {name}", "租金，{name}"],
  ["speed, {name}", "速度，{name}"],
  ["limit on TTFT, {task}", "TTFT 限制，{task}"],
  ["limit on TPOT, {task}", "TPOT 限制，{task}"],
  ["limit on latency, {task}", "时延限制，{task}"],
  ["{range} times today's", "现值的 {range} 倍"],
  ["{low}–{high#}", "{low}–{high}"],
  ["taken to be off by {p#}", "按偏差 {p} 计"],
  ["taken to be off by {p#}: no second offer is known", "按偏差 {p} 计：没有第二个报价"],
  [
    "dearest of {n#} offers of {year#}; a fifth of discount",
    "{year} 年 {n} 个报价中最贵的；折扣五分之一",
  ],
  [
    "{a#} of {b#} measurements of such predictions lie there ({n#} rows)",
    "此类预测的 {b} 次实测有 {a} 次落在其中（{n} 行）",
  ],
] as const;
