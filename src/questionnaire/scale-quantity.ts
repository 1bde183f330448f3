const LEADING_NUMBER = /^\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)(.*)$/u;

/** A quantity in the words of a person, times a factor: "40 requests/s" × 2 is "80 requests/s". Null when it starts with no number. */
export function scaleQuantity(text: string, factor: number): string | null {
  const [, number, rest] = LEADING_NUMBER.exec(text) ?? [];
  if (number === undefined || rest === undefined) return null;
  // Three digits are what such a figure is worth; whole numbers of things stay whole.
  const scaled = Number((Number(number) * factor).toPrecision(3));
  const whole = Number.isInteger(Number(number)) && scaled > 10 ? Math.round(scaled) : scaled;
  return `${whole}${rest}`;
}
