import type { Texts } from "../texts.ts";

/** Questions about the place, the budget, limits and weights. */
export const WORKLOAD_QUESTIONS = {
  place: {
    label: "芯片所在地",
    message: "芯片放在哪里？",
    help: "决定哪些种类的芯片可以部署：数据中心加速卡装不进相机。",
  },
  sites: {
    label: "相同站点数",
    message: "有多少个相同的地点承担这项工作？",
    help: "相机、汽车、诊所：每一处承担全部需求；费用按全部地点计。1、400、10 k。",
  },
  ownership: {
    label: "购买或租用",
    message: "芯片是购买还是租用？",
    help: "购买包括主机、电力和托管，并保留残值；租用按小时计费。",
  },
  capital: {
    label: "初始投入上限",
    message: "初始最多可以投入多少（全部站点）？",
    help: "请带单位：60 k USD、3 M USD。无：不限。",
  },
  monthly: {
    label: "每月支出上限",
    message: "每月最多可以支出多少（全部站点）？",
    help: "请带单位：20 k USD。若未限制初始投入，购置费用也从中分摊。无：不限。",
  },
  perUnit: {
    label: "单位工作量价格上限",
    message: "单位工作量全部费用最多多少？",
    help: "0.50 USD/M tokens、0.002 USD/request、5 M USD/run。无：不限。",
  },
  power: {
    label: "站点功率上限",
    message: "一个站点有多少电功率可用？",
    help: "站点全部设备，含散热：8 W、3 kW、40 MW。无：不限。",
  },
  energyPrice: {
    label: "电价",
    message: "一千瓦时电多少钱？",
    help: "请带单位：0.10 USD/kWh。",
  },
  horizon: {
    label: "计费时间范围",
    message: "费用按多长时间计算？",
    help: "直到芯片折旧完、租期结束或训练完成：3 years、90 days。",
  },
  growth: {
    label: "需求增长倍数",
    message: "需求将变为现在的多少倍？",
    help: "2 表示到场景所定时间时翻一番。增长的代价是一项准则。无：不增长。",
  },
  maxChips: {
    label: "每个站点的芯片数上限",
    message: "一个站点最多能放多少芯片？",
    help: "插座、插槽或云配额：1、8、512。无：不限。",
  },
  chipPower: {
    label: "单芯片功率上限",
    message: "单个芯片最多用多少功率？",
    help: "由散热、接口或电池决定：5 W、350 W。无：不限。",
  },
  safety: {
    label: "功能安全",
    message: "芯片至少须达到哪一功能安全等级？",
    help: "ISO 26262，从 QM 到 ASIL-D。无：无要求。",
  },
  export: {
    label: "美国出口等级",
    message: "可以推荐受美国出口限制的芯片吗？",
    help: "unrestricted 只接受低于 ECCN 3A090 门槛的芯片；china 供中国境内买方使用，另含国产芯片。",
  },
  availableBy: {
    label: "最迟上市日期",
    message: "芯片最迟须在哪一天上市？",
    help: "YYYY-MM-DD。无：已发布未上市的芯片也算。",
  },
  allowEstimates: {
    label: "估计数值",
    message: "推荐可以依据估计的数值吗？",
    help: "有些厂商公布的数值很少；目录会依据相似芯片估计，并以 ~ 标出。",
  },
  excludedVendors: {
    label: "排除的厂商",
    message: "哪些厂商不予考虑？",
    help: "空格键选中或取消。一个都不选：全部考虑。",
  },
  excludedClasses: {
    label: "排除的芯片种类",
    message: "哪些种类的芯片不予考虑？",
    help: "空格键选中或取消。一个都不选：全部考虑。",
  },
  name: {
    label: "标题",
    message: "报告叫什么名字？",
    help: "不超过 120 个字符的标题。",
  },
  weights: {
    label: "权重",
    message: "各项准则各占多大分量？",
    help: "各准则相互权衡。摆幅提问最贴合评分方式；两两比较适合喜欢一次只比两项的人；滑块直接设定数值。",
  },
  weightValues: {
    label: "滑块权重",
    message: "各项准则各占多少？",
    help: "上下键选择准则，左右键调整。只有比例起作用。",
  },
  swingMost: {
    label: "最有价值的改进",
    message: "假设所有准则都处于最差。您首先想把哪一项提升到最好？",
    help: "请考虑其范围从最差到最好的整段提升，而不是这个词听起来多重要。",
  },
  swingPoints: {
    label: "{criterion}的分数",
    message: "{most}从最差到最好算 100 分，{criterion}从最差到最好算多少分？",
    help: "0 到 100：价值一半就是 50。",
  },
  comparison: {
    label: "{first}对{second}",
    message: "{first}相对{second}有多重要？",
    help: "Saaty 标度：1 同等，3 稍重要，5 明显重要，7 重要得多，9 极端重要。",
  },
} satisfies Partial<Texts["questions"]>;
