/** What binds a candidate, and why it stands where it stands. */
export const REASONS = [
  ["Format: weights/activations/key-value cache", "格式：权重/激活/键值缓存"],
  ["Format: weights/activations", "格式：权重/激活"],
  [
    "compute = arithmetic: more or faster matrix units, or a narrower number format, would help",
    "算力：更多或更快的矩阵单元、更窄的数值格式会有帮助",
  ],
  [
    "bandwidth = reading weights and cache: more bytes per second, or fewer bytes, would help",
    "带宽：读取权重与缓存；更高带宽或更少字节会有帮助",
  ],
  [
    "capacity = what fits: more memory per chip would need fewer chips",
    "容量：能放下多少；单芯片内存更大则所需芯片更少",
  ],
  [
    "network = traffic between chips: faster links or fewer chips per replica would help",
    "网络：芯片间通信；更快的互连或更少的芯片会有帮助",
  ],
  [
    "latency = fixed times of steps and launches, or the latency limit itself: more chips do not help",
    "时延：步骤与启动的固定时间，或时延限制本身；增加芯片无济于事",
  ],
  [
    "power = watts: the power limit holds the clock or the number of chips down",
    "功率：功率限制压低了频率或芯片数",
  ],
  ["budget = money: the budget is used up before anything else", "预算：预算最先用尽"],
  ["{name}: Held back by {what*}.", "{name}：受限于{what*}。"],
  ["Most points from {criterion*}.", "得分最多来自{criterion*}。"],
  ["Most points lost on {criterion*}.", "失分最多在{criterion*}。"],
  ["Nowhere better than {id} and somewhere worse.", "没有一项优于 {id}，且有一项更差。"],
  ["Too close to the first to call.", "与第一名差距太小，难分高下。"],
  ["Near its limit: {title*} {v#} is within {l#}.", "接近限制：{title*} {v}，限制 {l}。"],
  ["Near its limit: {title*} {v#} reaches {l#}.", "接近限制：{title*} {v}，限制 {l}。"],
] as const;
