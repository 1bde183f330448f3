/** Bits per second and pin of the fastest parts on sale. */
const FASTEST_PIN: readonly (readonly [RegExp, number, string])[] = [
  [/\bGDDR7\b/iu, 32e9, "GDDR7 at 32 Gb/s"],
  [/\bGDDR6X\b/iu, 24e9, "GDDR6X at 24 Gb/s"],
  [/\bGDDR6\b/iu, 20e9, "GDDR6 at 20 Gb/s"],
  [/\bLPDDR5X\b/iu, 10.7e9, "LPDDR5X-10700"],
  [/\bLPDDR5\b/iu, 6.4e9, "LPDDR5-6400"],
  [/\bLPDDR4X?\b/iu, 4.267e9, "LPDDR4X-4267"],
  [/\bDDR5\b/iu, 8.4e9, "DDR5-8400"],
  [/\bDDR4\b/iu, 3.2e9, "DDR4-3200"],
];

/**
 * What an interface can carry whose width stands in the name of the memory: "LPDDR5X-8533 256-bit", "DDR5-6400 12ch", "GDDR7
 * 512-bit". A rate in the name wins over the fastest on sale. Null when the name has no width.
 */
export function interfaceBandwidth(type: string): { bytesPerSecond: number; words: string } | null {
  const channels = /\b(\d+)\s*ch\b/iu.exec(type);
  const width = /\b(?:(\d+)\s*x\s*)?(\d+)-bit\b/iu.exec(type);
  const bits = channels
    ? Number(channels[1]) * 64
    : width
      ? Number(width[1] ?? 1) * Number(width[2])
      : null;
  if (bits === null) return null;
  // "MRDIMM-8800 / DDR5-6400 12ch" takes either kind of module.
  const rates = [...type.matchAll(/(?:DDR\d\w*|MRDIMM)-(\d{3,5})\b/giu)].map(([, mega]) =>
    Number(mega),
  );
  const named = rates.length > 0 ? Math.max(...rates) : undefined;
  const kind = FASTEST_PIN.find(([pattern]) => pattern.test(type));
  const rate = named === undefined ? kind?.[1] : named * 1e6;
  if (rate === undefined) return null;
  const words = `${bits} bits of ${named === undefined ? kind?.[2] : `${named} MT/s`}`;
  return { bytesPerSecond: (bits * rate) / 8, words };
}
