/** Automotive safety integrity levels of ISO 26262, lowest first. QM asks for quality management only. */
export const SAFETY_LEVELS = ["QM", "ASIL-A", "ASIL-B", "ASIL-C", "ASIL-D"] as const;

export type SafetyLevel = (typeof SAFETY_LEVELS)[number];

/**
 * Level that a vendor's wording claims for the whole chip, or null when it claims none.
 *
 * Clauses about a safety island say nothing of the accelerator beside it, and targets are not results, so both are
 * passed over. "ASIL-B(D)" is a B element in a decomposed D system (ISO 26262-9), "ASIL-B/D" mixes both: the first, lower
 * letter counts. Of several claims the lowest counts. SIL (IEC 61508) and AEC-Q100 are other scales.
 */
export function claimedSafetyLevel(wording: string): SafetyLevel | null {
  const levels = wording
    .split(/[;,]/)
    .filter((clause) => !/island|target/i.test(clause))
    .flatMap((clause) => [...clause.matchAll(/\bASIL[- ]?([A-D])\b/gi)])
    .map(([, letter = ""]) =>
      SAFETY_LEVELS.findIndex((level) => level.endsWith(`-${letter.toUpperCase()}`)),
    );
  return levels.length === 0 ? null : (SAFETY_LEVELS[Math.min(...levels)] ?? null);
}
