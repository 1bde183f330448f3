/** Shape of one sample between two layers. A sequence lies along `height`, with width and depth 1. */
export interface Tensor {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly depth: number;
}

/** Window, stride or factor along depth, height and width. */
export type Window = readonly [depth: number, height: number, width: number];

/** Zeros round the tensor: as many as keep ceil(size / stride), none, or a number on either side. */
export type Padding = "same" | "valid" | number;

/** Places of the tensor, over which a convolution or a linear layer runs. */
export function positionsOf(tensor: Tensor): number {
  return tensor.height * tensor.width * tensor.depth;
}

export function elementsOf(tensor: Tensor): number {
  return tensor.channels * positionsOf(tensor);
}

export function sameShape(a: Tensor, b: Tensor): boolean {
  return (
    a.channels === b.channels && a.height === b.height && a.width === b.width && a.depth === b.depth
  );
}

/** "64×56×56", with depth last where there is one. */
export function shapeText(tensor: Tensor): string {
  const flat = `${tensor.channels}×${tensor.height}×${tensor.width}`;
  return tensor.depth === 1 ? flat : `${flat}×${tensor.depth}`;
}

/**
 * Reads a size as people write it: a number is square (cubic where the tensor has depth), a list is
 * [height], [height, width] or [depth, height, width]. Axes that it leaves out get 1.
 */
export function windowOf(size: number | readonly number[], tensor: Tensor): Window {
  if (typeof size === "number") return [tensor.depth > 1 ? size : 1, size, size];
  const [first = 1, second, third] = size;
  if (second === undefined) return [1, first, 1];
  if (third === undefined) return [1, first, second];
  return [first, second, third];
}

/** Length of one axis after a window moved over it. Zero or less when the window doesn't fit. */
function outputLength(
  length: number,
  window: number,
  stride: number,
  padding: Padding,
  dilation: number,
): number {
  if (padding === "same") return Math.ceil(length / stride);
  const reach = (window - 1) * dilation + 1;
  // A window of 1 needs no padding: it is there for the other axes.
  const zeros = padding === "valid" || window === 1 ? 0 : 2 * padding;
  return Math.floor((length + zeros - reach) / stride) + 1;
}

/**
 * Shape after a window moved over the tensor, with `channels` output channels.
 * Throws when the window is larger than the padded tensor.
 */
export function slide(
  tensor: Tensor,
  channels: number,
  window: Window,
  stride: Window,
  padding: Padding,
  dilation = 1,
): Tensor {
  const depth = outputLength(tensor.depth, window[0], stride[0], padding, dilation);
  const height = outputLength(tensor.height, window[1], stride[1], padding, dilation);
  const width = outputLength(tensor.width, window[2], stride[2], padding, dilation);
  if (depth < 1 || height < 1 || width < 1) {
    throw new Error(`a window of ${window.join("×")} doesn't fit into ${shapeText(tensor)}`);
  }
  return { channels, height, width, depth };
}
