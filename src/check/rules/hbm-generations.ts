/** What one stack of a generation of HBM can do at most, as shipped or announced. */
export interface HbmGeneration {
  name: string;
  pattern: RegExp;
  bytesPerSecond: number;
  bytes: number;
  source: string;
}

/**
 * Fastest bin and largest stack of each generation, not the usual one: the rules only refuse what nobody sells. The newest comes
 * first, because the patterns of the older ones match it too.
 */
const HBM_GENERATIONS: readonly HbmGeneration[] = [
  {
    name: "HBM4E",
    pattern: /\bHBM4E\b/iu,
    bytesPerSecond: 3600e9,
    bytes: 64e9,
    source:
      "Samsung, samples of HBM4E: 14 Gb/s × 2048 bits, 48 GB at 12 layers, 64 GB at 16 (ircnf.com, 29 May 2026)",
  },
  {
    name: "HBM4",
    pattern: /\bHBM4\b/iu,
    bytesPerSecond: 2800e9,
    bytes: 64e9,
    source:
      "JEDEC JESD270-4: 2048 bits, up to 64 GB; Micron's samples reach over 11 Gb/s, 2.8 TB/s (techpowerup.com 341279)",
  },
  {
    name: "HBM3E",
    pattern: /\bHBM3E\b/iu,
    bytesPerSecond: 1280e9,
    bytes: 48e9,
    source:
      "Samsung HBM3E 12H: 10 GT/s × 1024 bits, 36 GB at 12 layers (AnandTech 21278, Feb 2024); 16 layers of 24 Gb make 48 GB",
  },
  {
    name: "HBM3",
    pattern: /\bHBM3\b/iu,
    bytesPerSecond: 819.2e9,
    bytes: 24e9,
    source: "6.4 Gb/s × 1024 bits, 24 GB at 12 layers (AnandTech 21278, table of generations)",
  },
  {
    name: "HBM2E",
    pattern: /\bHBM2E\b/iu,
    bytesPerSecond: 460.8e9,
    bytes: 24e9,
    source: "3.6 Gb/s × 1024 bits (AnandTech 21278); 24 GB at 12 layers (JESD235B)",
  },
  {
    name: "HBM2",
    pattern: /\bHBM2\b/iu,
    bytesPerSecond: 307.2e9,
    bytes: 24e9,
    source: "JEDEC JESD235B: 2.4 Gb/s × 1024 bits, up to 24 GB",
  },
];

export function hbmGeneration(type: string | null): HbmGeneration | null {
  return HBM_GENERATIONS.find(({ pattern }) => pattern.test(type ?? "")) ?? null;
}
