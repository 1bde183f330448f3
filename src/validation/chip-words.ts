/**
 * A printed name of a chip, taken apart: the part itself, and what tells variants of one part from each other. Spelling, case, punctuation,
 * the vendor's name, brands and the number of chips fall away.
 */
export interface ChipWords {
  /** Letters and digits that name the part, without spaces: "rtx3080", "m2max", "xeon8480+". */
  part: string;
  /** The engine of a system on chip that the name speaks of. */
  engine: "cpu" | "gpu" | "npu" | "other" | null;
  gpuCores: number | null;
  memoryGigabytes: number | null;
  form: string | null;
  /** The name says that this is not the part as sold, or that its maker does not know which part it is. */
  isVague: boolean;
}

/** Vendors, brands and common nouns. */
const NOISE = new Set(
  (
    "nvidia geforce amd radeon intel apple aws amazon google qualcomm tesla instinct huawei habana ampere rockchip broadcom xilinx nxp " +
    "espressif tenstorrent axera sophgo graphcore samsung mediatek ibm microsoft azure alibaba furiosaai untether untetherai sambanova " +
    "rebellions cerebras groq syntiant renesas infineon stmicroelectronics kinara biren hygon cix kneron axelera memryx deepx sima sima.ai ambarella cambricon nordic ambiq alif maxim himax greenwaves " +
    "kendryte amlogic spacemit sifive eswin movidius mediatek realtek platinum gold silver bronze processor " +
    "processors chip chips soc card cards accelerator accelerators graphics edition generation gen series board devkit"
  ).split(" "),
);
/** Words that are part of the name although they are in the list above, by the word before: "8 Gen 3", "Gaudi 2". */
const KEPT_AFTER: Readonly<Record<string, RegExp>> = { gen: /^\d+$/u };
/** "8x", "x4", "2S". */
const COUNT = /^(?:\d{1,3}x|x\d{1,3}|\d[sp])$/u;
const FORMS = /^(sxm\d?|pcie|pci-e|nvl|oam|mxm|hhhl)$/u;
const VAGUE =
  /not stated|unknown|unspecified|original clocks|preproduction|pre-production|engineering sample|prototype|overclock|emulat|simulat|modified/u;
const ENGINES: readonly (readonly [RegExp, NonNullable<ChipWords["engine"]>])[] = [
  [/\bsensing hub\b|\bdsp\b|\bdla\b/u, "other"],
  [/\bnpu\b|\bneural engine\b|\bane\b/u, "npu"],
  [/\bcpu\b|\bcpus\b|\bcpu cores\b|\bcortex-[am]\d/u, "cpu"],
  [/\bi?gpu\b|\badreno\b|\bgraphics\b/u, "gpu"],
];

export function chipWords(name: string): ChipWords {
  const text = name
    .toLowerCase()
    .replaceAll(/[®™]|\((?:r|tm)\)/gu, "")
    .replaceAll("geforcertx", "geforce rtx")
    .replace(/ [x×] ?(\d{1,3})$/u, " x$1")
    // Slices of TPUs are named by their number of chips or cores.
    .replaceAll(/\b(tpu ?v\d\w?)-\d+\b/gu, "$1")
    // "TI" and "ST" are vendors only in front.
    .replace(/^(?:ti|st|moore threads|silicon labs) /u, "");
  const [outside, inside] = apart(text);
  const gpuCores = numberIn(text, /(\d+)[- ]cores? gpu\b/u) ?? numberIn(text, /\b(\d+)c gpu\b/u);
  const tokens = tokensOf(outside);
  const memory = numberIn(text, /\b(\d+) ?g(?:i?b)?\b(?! *\/)/u);
  return {
    part: tokens.filter((token, index) => isPart(token, tokens, index)).join(""),
    engine: engineOf(outside) ?? engineOf(inside),
    gpuCores,
    memoryGigabytes: memory,
    form: formOf(tokens) ?? formOf(tokensOf(inside)),
    isVague: VAGUE.test(text),
  };
}

/** Everything that the name says but its vendor, brand, number of chips and punctuation: the key of an alias. */
export function aliasKey(name: string): string {
  return tokensOf(
    name
      .toLowerCase()
      .replaceAll(/[®™]|\((?:r|tm)\)/gu, "")
      .replaceAll(/[()]/gu, " "),
  )
    .filter((token) => !NOISE.has(token) && !COUNT.test(token))
    .join("")
    .replaceAll(/[^a-z0-9+.]/gu, "");
}

/** Text outside and inside of parentheses. */
function apart(text: string): [string, string] {
  const inside = [...text.matchAll(/\(([^)]*)\)?/gu)].map((match) => match[1] ?? "");
  return [text.replaceAll(/\([^)]*\)?/gu, " "), inside.join(" ")];
}

function tokensOf(text: string): string[] {
  return text
    .replaceAll(/data cent(?:er|re)/gu, " ")
    .replaceAll(/(\d)-core\b/gu, "$1 core")
    .split(/[\s,/_:;-]+/u)
    .filter((token) => token !== "");
}

function isPart(token: string, tokens: readonly string[], index: number): boolean {
  if (KEPT_AFTER[token]?.test(tokens[index + 1] ?? "")) return true;
  if (NOISE.has(token) || FORMS.test(token)) return false;
  // "80GB", "80G", "8x", "32 cores", engine words and memory kinds beside the part.
  if (/^\d+g(?:i?b)?$/u.test(token) || COUNT.test(token)) return false;
  if (/^(?:i?gpus?|npu|cpus?|cores?|gb|vcpu|hbm\d?e?|gddr\d.?)$/u.test(token)) {
    return token === "core" && /^(?:i[3579]|ultra|m\d)/u.test(tokens[index + 1] ?? "");
  }
  const next = tokens[index + 1] ?? "";
  return !(/^\d+$/u.test(token) && /^(?:cores?|gb|vcpu)$/u.test(next));
}

function engineOf(text: string): ChipWords["engine"] {
  return ENGINES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function formOf(tokens: readonly string[]): string | null {
  const found = tokens.find((token) => FORMS.test(token));
  return found === undefined ? null : found.replace(/^sxm\d$/u, "sxm").replace("pci-e", "pcie");
}

function numberIn(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
