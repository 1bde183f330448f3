import type { Texts } from "../texts.ts";

/** Questions about a task. */
export const TASK_QUESTIONS = {
  scenario: {
    label: "应用场景",
    message: "用来做什么？请选最接近的一项。",
    help: "每个场景带有一个有依据的示例（profiles/workloads）的数值。您只需修改不同之处；没有问到的沿用示例的数值，并标为“假定”。",
  },
  tasks: {
    label: "同时运行的模型",
    message: "下列模型中哪些同时运行？",
    help: "它们共用同一地点的芯片。空格键选中或取消。",
  },
  model: {
    label: "模型",
    message: "用哪个模型？输入文字即可搜索。",
    help: "列出目录中与该场景同类的模型。若用自己的 Hugging Face 模型，请输入其 config.json 的路径（相对于工作负载文件）。",
  },
  load: {
    label: "负载的计量方式",
    message: "您以什么方式知道工作量？",
    help: "到达的请求、等待回答并思考的用户、摄像头的帧，或限期完成的固定工作量。",
  },
  rate: {
    label: "每个站点繁忙时的请求",
    message: "繁忙时有多少请求到达？",
    help: "请带单位：20 requests/s、1200 requests/min、5 M requests/day。请取最繁忙的一小时，因为必须承受它。",
  },
  users: {
    label: "同时在线人数",
    message: "同时有多少人使用？",
    help: "每人先等待回答，再思考，然后再次提问：500、10 k。",
  },
  thinkTime: {
    label: "得到回答到下一次请求的时间",
    message: "得到回答后到下一次请求，一个人思考多久？",
    help: "请带单位：20 s、2 min。",
  },
  streams: {
    label: "每个站点的数据流数",
    message: "每个站点有多少路数据流（摄像头、麦克风）？",
    help: "整数：1、8、50。",
  },
  frameRate: {
    label: "每路数据流的帧率",
    message: "每路数据流每秒多少帧？",
    help: "请带单位：30 fps、5 frames/min。",
  },
  requests: {
    label: "作业的请求总数",
    message: "整个作业共有多少请求？",
    help: "数字，可带 k、M 或 B:10 M、250 k。",
  },
  jobTime: {
    label: "作业期限",
    message: "作业须在多长时间内完成？",
    help: "请带单位：8 h、7 days。",
  },
  inputTokens: {
    label: "请求长度（平均）",
    message: "一个请求平均有多少 token(或样本)?",
    help: "一个英文单词约 1.3 个 token，一个汉字约 1 个以内，一页约 600 个。检索到的文档和对话历史也计入。",
  },
  outputTokens: {
    label: "回答长度（平均）",
    message: "一个回答平均有多少 token?",
    help: "一段约 100 个 token，一页约 600 个。",
  },
  timeToFirstToken: {
    label: "首 token 时延上限",
    message: "回答最迟多久必须开始？",
    help: "从请求到首个 token，请带单位：500 ms、2 s。除非场景另有规定，对 100 个请求中的 95 个成立。无：不限。",
  },
  timePerOutputToken: {
    label: "每个输出 token 的时间上限",
    message: "之后每个 token 最多用多长时间？",
    help: "50 ms 即每秒 20 个 token，约为阅读速度的四倍。无：不限。",
  },
  endToEnd: {
    label: "完整回答的时间上限",
    message: "完整回答最多用多长时间？",
    help: "从请求（或帧）到回答结束，请带单位：33 ms、60 s。无：不限。",
  },
  steps: {
    label: "每幅图像的去噪步数",
    message: "一幅图像需要多少去噪步？",
    help: "整数；通常为 20 到 50。",
  },
  precision: {
    label: "数值格式",
    message: "数值最窄可以到多少位？",
    help: "窄格式更快、更省空间；若模型未为此准备，会损失精度。",
  },
  prefixCache: {
    label: "前缀缓存命中的输入 token",
    message: "输入 token 中有多大比例可由前缀缓存命中？",
    help: "开头相同的提示（指令、文档、此前的对话）无需重新读取：50 %、80 %。无：没有缓存。",
  },
  disaggregation: {
    label: "预填充与解码分开",
    message: "读取提示与生成回答可以由不同的芯片承担吗？",
    help: "预填充与解码分离需要两者间的快速网络以及支持它的引擎；规划器在能省芯片时采用。",
  },
  clockScaling: {
    label: "降低频率",
    message: "芯片可以低于标称频率运行吗？",
    help: "在时间限制有余量时，降频可以节能。",
  },
  tokens: {
    label: "训练的 token 数",
    message: "用多少 token 训练？",
    help: "数字，可带 B 或 T:300 B、15 T。",
  },
  epochs: {
    label: "遍历数据的次数",
    message: "训练遍历数据多少次？",
    help: "数字：1、3、90。",
  },
  trainingTime: {
    label: "训练期限",
    message: "训练须在多长时间内完成？",
    help: "请带单位：48 hours、60 days。",
  },
  sequence: {
    label: "序列的 token 数",
    message: "一个训练序列有多少 token?",
    help: "整数：2048、8192。",
  },
  globalBatch: {
    label: "每个优化步的 token 数",
    message: "每个优化步处理多少 token(或样本)?",
    help: "整数：4 M tokens、16777216。批次越大，可分布到越多芯片，但每个 token 学到的可能更少。",
  },
} satisfies Partial<Texts["questions"]>;
