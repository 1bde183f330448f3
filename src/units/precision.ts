/** Number formats that chips quote a peak for and workloads may be run in. */
export const PRECISIONS = [
  "fp64",
  "fp32",
  "tf32",
  "bf16",
  "fp16",
  "fp8",
  "fp4",
  "int8",
  "int4",
] as const;

export type Precision = (typeof PRECISIONS)[number];

/** Storage size of one element in bytes. TF32 is stored as FP32; only its mantissa is cut inside the matrix unit. */
export const BYTES_PER_ELEMENT: Readonly<Record<Precision, number>> = {
  fp64: 8,
  fp32: 4,
  tf32: 4,
  bf16: 2,
  fp16: 2,
  fp8: 1,
  fp4: 0.5,
  int8: 1,
  int4: 0.5,
};

/**
 * Storage size of one weight with the scale of its block: FP4 a byte for 32 of them (OCP Microscaling Formats 1.0; NVFP4 has one for
 * 16), INT4 a 16-bit scale and a zero point of four bits for 128 (GPTQ and AWQ checkpoints).
 */
export const BYTES_PER_WEIGHT: Readonly<Record<Precision, number>> = {
  ...BYTES_PER_ELEMENT,
  fp4: 0.5 + 1 / 32,
  int4: 0.5 + 2.5 / 128,
};
