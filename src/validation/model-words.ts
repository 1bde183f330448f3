/**
 * Spellings of one model, from the most faithful to the barest: lower case, punctuation and the organisation gone, then endings that change
 * nothing in the shape (tuning, file format, precision, date). The caller takes the first that names a model.
 */
export function modelSpellings(name: string): string[] {
  const plain = name
    .toLowerCase()
    .replaceAll(/[®™]/gu, "")
    // GGUF types: ".Q4_K_M", "-q4_0", "-IQ2_XS".
    .replaceAll(/[-._ ]i?q\d(?:[_k]\w*)?\b/gu, "")
    .trim();
  const texts = [
    plain,
    withoutOrganisation(plain),
    withoutParentheses(plain),
    // "Llama-3_3", "internlm2_5": a decimal point that a path could not hold.
    withoutOrganisation(plain).replaceAll(/(?<=\d)_(?=\d)/gu, "."),
    // Vitis AI: "tf_inceptionv4_3.5" is Inception v4 from TensorFlow in release 3.5.
    plain.replace(/^(?:pt|tf2?)_(.+)_\d\.\d$/u, "$1"),
  ];
  const spellings = texts.flatMap((text) => {
    const words = wordsOf(text);
    const shorter = words.filter((word) => !ENDINGS.has(word) && !isEnding(word));
    return [words, shorter, shorter.filter((word) => word !== "base")].map(tokensOf);
  });
  return [...new Set(spellings.map((tokens) => tokens.join(" ")).filter((each) => each !== ""))];
}

/** Tuning, packaging and precision: the layers stay what they are. */
const ENDINGS = new Set(
  (
    "instruct chat it en qat hf nvidia meta tf pt tf1 tf2 onnx pytorch tflite uncased cased squad awq gptq gguf ggml mlx exl2 fp32 fp16 bf16 fp8 fp4 " +
    "int8 int4 nvfp4 mxfp4 w4a16 w8a8 w8a16 w4a8 quantized quant dynamic preview release thinking reasoning lora sft qlora model llm " +
    "imagenet coco detection dense 4bit 8bit"
  ).split(" "),
);

function isEnding(word: string): boolean {
  // Dates of Mistral and Qwen ("2407", "2507", "0528"), releases ("v0.3"), GGUF types ("q4", "k", "m"), contexts ("4k", "128k").
  return /^(?:2[3-6](?:0[1-9]|1[0-2])|0[1-9][0-3]\d|v[01]\.\d|q\d|\d+k)$/u.test(word);
}

function withoutOrganisation(text: string): string {
  const match = /^\w[\w.-]*\/([^/]*[a-z][^/]*)$/u.exec(text);
  return match?.[1] ?? text;
}

const withoutParentheses = (text: string): string =>
  withoutOrganisation(text.replaceAll(/[([][^)\]]*[)\]]/gu, " ").trim());

const wordsOf = (text: string): string[] =>
  text.split(/[\s_:,/()[\]-]+|\.(?=[a-z])/u).filter((word) => word !== "");

/** "Llama-3.1-8B", "llama3.1:8b", "Llama v3.1 8B" are all llama, 3.1, 8b; a letter before a digit ends a word, "v" says nothing. */
function tokensOf(words: readonly string[]): string[] {
  return words
    .join(" ")
    .replaceAll(/(?<=[a-z]{2})v(?=\d)/gu, " v")
    .replaceAll(/(?<=[a-z])(?=\d)/gu, " ")
    .replaceAll(/(\d)\.0(?=b\b)/gu, "$1")
    .split(" ")
    .filter((token) => token !== "" && token !== "v");
}
