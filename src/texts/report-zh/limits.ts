/** Titles of limits of a task. */
export const LIMITS = [
  ["{task}: memory of a chip", "{task}：单芯片内存"],
  ["{task}: memory", "{task}：内存"],
  ["{task}: number formats", "{task}：数值格式"],
  ["{task}: throughput", "{task}：吞吐"],
  ["{task}: time to train", "{task}：训练时间"],
  ["{task}: {p*} time to first token", "{task}：{p*} 首 token 时延"],
  ["{task}: time to first token", "{task}：首 token 时延"],
  ["{task}: {p*} time per output token", "{task}：{p*} 每 token 时间"],
  ["{task}: time per output token", "{task}：每 token 时间"],
  [
    "{task}: {p*} end-to-end latency beside the other tasks",
    "{task}：与其他任务并行时的 {p*} 端到端时延",
  ],
  ["{task}: {p*} end-to-end latency", "{task}：{p*} 端到端时延"],
  ["{task}: end-to-end latency", "{task}：端到端时延"],
] as const;
