/**
 * Spellings of one model, from the most faithful to the barest: lower case, punctuation and the organisation gone, then endings that change
 * nothing in the shape (tuning, file format, precision, date). The caller takes the first that names a model.
 */
export function modelSpellings(name: string): string[] {
  const plain = name
    .toLowerCase()
    .replaceAll(/[®™]/gu, "")
    .trim();
  const texts = [plain, withoutOrganisation(plain), withoutParentheses(plain)];
  const spellings = texts.flatMap((text) => {
    const tokens = tokensOf(text);
    const shorter = tokens.filter((token) => !ENDINGS.has(token) && !isEnding(token));
    return [tokens, shorter, shorter.filter((token) => token !== "base")];
  });
  return [...new Set(spellings.filter(({ length }) => length > 0).map((tokens) => tokens.join(" ")))];
}

/** Tuning, packaging and precision: the layers stay what they are. */
const ENDINGS = new Set(
  (
    "instruct chat it hf meta tf pt tf1 tf2 onnx pytorch tflite uncased cased squad awq gptq gguf ggml mlx exl2 fp32 fp16 bf16 fp8 fp4 " +
    "int8 int4 nvfp4 mxfp4 w4a16 w8a8 w8a16 w4a8 quantized quant dynamic preview release thinking reasoning lora sft qlora model llm " +
    "imagenet coco detection dense 4bit 8bit "
  ).split(" "),
);

function isEnding(token: string): boolean {
  // Dates of Mistral and Qwen ("2407", "2507", "0528"), GGUF types ("q4", "k", "m"), contexts ("4k", "128k").
  return /^(?:2[3-6](?:0[1-9]|1[0-2])|0[1-9][0-3]\d|q\d(?:_\w+)?|\d+k)$/u.test(token);
}

function withoutOrganisation(text: string): string {
  const match = /^[a-z][\w.-]*\/([^/]*[a-z][^/]*)$/u.exec(text);
  return match?.[1] ?? text;
}

const withoutParentheses = (text: string): string =>
  withoutOrganisation(text.replaceAll(/[([][^)\]]*[)\]]/gu, " ").trim());

/** "Llama-3.1-8B", "llama3.1:8b", "Llama v3.1 8B" are all llama, 3.1, 8b; a letter before a digit ends a word, "v" says nothing. */
function tokensOf(text: string): string[] {
  return text
    .replaceAll(/[\s_:,/()[\]-]+/gu, " ")
    .replaceAll(/(?<=[a-z])(?=\d)/gu, " ")
    .replaceAll(/(\d)\.0(?=b\b)/gu, "$1")
    .split(" ")
    .filter((token) => token !== "" && token !== "v");
}
