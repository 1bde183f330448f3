import type { Texts } from "../texts.ts";

/** Choices of questions. */
export const CHOICES = {
  choices: {
    load: {
      rate: "到达的请求",
      users: "同时使用的人数",
      frames: "摄像头或麦克风的帧",
      volume: "限期完成的固定工作量",
    },
    precision: {
      scenario: "与场景相同",
      "16-bit": "16 位",
      "8-bit": "芯片支持时用 8 位",
      "4-bit": "芯片支持时权重用 4 位",
    },
    place: {
      cloud: "云：向服务商租用",
      datacenter: "自有数据中心或托管机房",
      "on-premises": "机房或办公室",
      pc: "个人电脑：笔记本、台式机、工作站",
      edge: "数据旁的无人值守设备",
      vehicle: "装在车内",
      device: "装在设备内",
    },
    ownership: {
      either: "哪个便宜用哪个",
      own: "购买",
      rent: "租用",
    },
    safety: {
      none: "无要求",
      QM: "QM",
      "ASIL-A": "ASIL-A",
      "ASIL-B": "ASIL-B",
      "ASIL-C": "ASIL-C",
      "ASIL-D": "ASIL-D",
    },
    export: {
      any: "可以，任何芯片",
      unrestricted: "不可以，只要不受限的",
      china: "不可以，但买方在中国，也接受国产芯片",
    },
    disaggregation: {
      true: "可以，能省芯片时采用",
      false: "不可以",
    },
    clockScaling: {
      true: "可以，能节能时采用",
      false: "不可以",
    },
    allowEstimates: {
      true: "可以",
      false: "不可以，只用公布的数值",
    },
    weights: {
      keep: "与场景相同",
      sliders: "用滑块设定",
      swing: "回答摆幅提问",
      pairwise: "两两比较",
    },
    comparison: {
      "9": "{first}是{second}的 9 倍",
      "7": "{first}是{second}的 7 倍",
      "5": "{first}是{second}的 5 倍",
      "3": "{first}是{second}的 3 倍",
      "1": "两者同等",
      "1/3": "{second}是{first}的 3 倍",
      "1/5": "{second}是{first}的 5 倍",
      "1/7": "{second}是{first}的 7 倍",
      "1/9": "{second}是{first}的 9 倍",
    },
  },
} satisfies Pick<Texts, "choices">;
