/** Values by key; of more than `most`, those not asked for the longest are forgotten, so that memory stays bounded. */
export class Recent<T> {
  readonly #most: number;
  readonly #values = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The value of the key; undefined where it is not remembered. */
  find(key: string): T | undefined {
    return this.#values.get(key);
  }

  /** The value of the key, made where it is not remembered. */
  get(key: string, make: () => T): T {
    let value = this.#values.get(key);
    if (value === undefined) value = make();
    else this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#most) {
      const [oldest] = this.#values.keys();
      if (oldest !== undefined) this.#values.delete(oldest);
    }
    return value;
  }
}
