import type { Texts } from "../texts.ts";

/** Criteria and their units, as they stand in a sentence. */
export const CRITERIA = {
  criteria: {
    cost: "成本",
    performance: "性能余量",
    energy: "能耗",
    latency: "时延",
    scalability: "可扩展性",
    software: "软件成熟度",
    risk: "风险",
    "unit-cost": "单位工作量成本",
    capital: "初始投资",
    carbon: "碳排放",
    supply: "供货与厂商风险",
    accuracy: "压缩的精度风险",
    "time-to-deploy": "部署周期",
    flexibility: "通用性",
  },
  units: {
    "× demand": "× 需求",
    "× limit": "× 限制",
    "× proportional cost": "× 比例成本",
    "share of models": "模型比例",
    weeks: "周",
    days: "天",
  },
} satisfies Pick<Texts, "criteria" | "units">;
