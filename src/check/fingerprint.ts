/** 64-bit FNV-1a (Fowler, Noll, Vo) of the UTF-16 code units, in hexadecimal: stable over runs and machines. */
export function fingerprint(parts: readonly (string | null)[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of parts.map((part) => part ?? "").join("\u0000")) {
    hash ^= BigInt(character.codePointAt(0) ?? 0);
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}
