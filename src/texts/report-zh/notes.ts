/** Criteria that do not count, marks, and what is not modelled. */
export const NOTES = [
  ["{id*} does not count: {why*}", "{id*}不计入：{why*}"],
  ["No task sets a latency limit.", "没有任务设定时延限制。"],
  ["Everything is rented.", "全部为租用。"],
  ["The workload allows no compression.", "工作负载不允许压缩。"],
  [
    "No chip of the catalogue with a known power can do this work, so there is nothing to measure against.",
    "目录中没有已知功率的芯片能做此工作，因此无从比较。",
  ],
  ["No emissions of the electricity are known.", "电力的排放未知。"],
  [
    "The tasks have no unit of work in common that the demand counts.",
    "各任务没有共同的、可由需求计量的工作单位。",
  ],
  ["No models are known to compare with.", "没有可供比较的模型。"],
  ["The demand does not grow.", "需求不增长。"],
  ["The workload names no growth.", "工作负载没有给出增长。"],
  [
    "~ rests on an estimated figure; `chipselect catalog show ID` says which.",
    "~ 依据估计的数值；`chipselect catalog show ID` 说明是哪一项。",
  ],
  [
    "* lies outside the range of its criterion and counts as its end.",
    "* 超出该准则的范围，按端点计。",
  ],
  [
    "Accuracy at lower precision is not computed: allowed formats are taken as acceptable, and count as a risk.",
    "不计算低精度下的准确率：允许的格式视为可接受，并计入风险。",
  ],
  [
    "Waiting times come from a queueing formula for random arrivals, not from a replay of real traffic; the spread of the time per output token within a batch is not modelled.",
    "等待时间来自随机到达的排队公式，而非真实流量回放；批内每个输出 token 时间的离散没有建模。",
  ],
  [
    "Tokenisation, pre- and post-processing on the host, and the network to the user are left out.",
    "不含分词、主机上的前后处理以及到用户的网络。",
  ],
  [
    "Cached prefixes are taken to be there at the stated rate; the memory they occupy between requests is not counted.",
    "前缀缓存按给定的命中率计；其在请求之间占用的内存不计。",
  ],
  [
    "Below the nominal clock the voltage falls as on one chip whose operating points are published; others may save less or more.",
    "低于标称频率时，电压按一款公布了工作点的芯片下降；其他芯片的节能可能更少或更多。",
  ],
  [
    "Failures, checkpoints, evaluation runs and data loading are left out of training time.",
    "训练时间不含故障、检查点、评估运行和数据加载。",
  ],
  [
    "Costs are those of today's demand: growth to {n} times counts in the criterion scalability alone.",
    "成本按当前需求计：增长到 {n} 倍只计入可扩展性准则。",
  ],
  [
    "Costs leave out staff, repairs and spares, software licences, taxes, and the network to the site.",
    "成本不含人员、维修与备件、软件许可、税费以及到站点的网络。",
  ],
  ["Prices and rents stay constant over the horizon.", "价格与租金在计费期内保持不变。"],
  [
    "Rents are on-demand list prices; commitments of one to three years cost {a} to {b} of them, spot less.",
    "租金为按需目录价；承诺一至三年为其 {a} 至 {b}，竞价实例更低。",
  ],
  [
    "Owned hardware is charged {p#} interest a year, servers also {usd} per kW and month of hosting; at the horizon a server sells for {s} of its book value over {y#}, a board for nothing.",
    "自有硬件每年计 {p} 利息，服务器另计每 kW 每月 {usd} 托管费；期末服务器按 {y*} 折旧账面值的 {s} 出售，板卡不计残值。",
  ],
] as const;
