import { defineBlock } from "./block-type.ts";
import { optionalCount } from "./parameter.ts";

export const tensorShape = defineBlock({
  id: "tensor-shape",
  description:
    "States the shape from here on: another input of the network, a view, a crop or a slice; costs nothing.",
  parameters: {
    channels: optionalCount("channels (default: as before)"),
    height: optionalCount("height or tokens (default: as before)"),
    width: optionalCount("width (default: as before)"),
    depth: optionalCount("depth (default: as before)"),
  },
  expand: (values, tensor) => ({
    channels: values.channels ?? tensor.channels,
    height: values.height ?? tensor.height,
    width: values.width ?? tensor.width,
    depth: values.depth ?? tensor.depth,
  }),
});
