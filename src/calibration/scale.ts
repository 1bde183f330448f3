/**
 * A way to step through the values of a parameter so that equal steps matter equally, whatever the size of the value.
 */
export interface Scale {
  toScale(value: number): number;
  fromScale(position: number): number;
}

/** Shares: a step is a factor. */
export const factor: Scale = { toScale: Math.log, fromScale: Math.exp };

/** Times that may be nothing: a factor well above `unit`, a difference below it. */
export const overhead = (unit: number): Scale => ({
  toScale: (value) => Math.log1p(value / unit),
  fromScale: (position) => unit * Math.expm1(position),
});

/** Shares that are hidden: a step is a factor of what stays exposed. */
export const complement: Scale = {
  toScale: (value) => -Math.log(1 - value),
  fromScale: (position) => 1 - Math.exp(-position),
};
