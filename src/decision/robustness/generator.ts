/**
 * Uniform 32-bit numbers from a seed: xoshiro128++ (D. Blackman & S. Vigna, Scrambled linear pseudorandom number generators, ACM
 * TOMS 47(4), 2021), its state filled by splitmix32. The same seed gives the same numbers on every machine.
 */
export class Generator {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** @param seed whole, 0 … 2³² − 1 */
  constructor(seed: number) {
    let state = seed | 0;
    const next = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
      return z ^ (z >>> 15);
    };
    this.#a = next();
    this.#b = next();
    this.#c = next();
    this.#d = next() | 1;
  }

  /** −2³¹ … 2³¹ − 1. */
  next(): number {
    const sum = (this.#a + this.#d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + this.#a) | 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** In (0, 1), never 0, so that its logarithm is finite. */
  uniform(): number {
    return ((this.next() >>> 0) + 0.5) * 2 ** -32;
  }

  /** Fills an array with numbers as `next` gives them; the state stays in local variables, which is twice as fast. */
  writeTo(into: Int32Array): void {
    let a = this.#a;
    let b = this.#b;
    let c = this.#c;
    let d = this.#d;
    for (let k = 0; k < into.length; k += 1) {
      const sum = (a + d) | 0;
      into[k] = (((sum << 7) | (sum >>> 25)) + a) | 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#d = d;
  }
}
