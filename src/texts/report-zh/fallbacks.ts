/** Forms that fit nearly everything: they come last. */
export const FALLBACKS = [
  ["{title*}: {reason*}", "{title*}：{reason*}"],
  ["the rent of {of}", " {of} 的租金"],
  ["the {noun*} of {of}", " {of} 的{noun*}"],
  ["{path@} at {to} (now {now})", "{path} 改为 {to}（现为 {now}）"],
  ["{path@} at {to}", "{path} 设为 {to}"],
  ["{reason*} ({names})", "{reason*}（{names}）"],
  // As a noun it is the money, as a way to pay (words.ts) the deed.
  ["its rent", "其租金"],
  ["its {noun*}", "其{noun*}"],
  ["the {noun*}", "{noun*}"],
] as const;
