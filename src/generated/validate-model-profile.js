var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validate = validate140;
var stdin_default = validate140;
var schema20 = { "type": "object", "description": "A model as a workload file may hold it: only the description of the network is required.", "required": ["kind"], "properties": { "id": { "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]*$", "description": "Name used in workload files; equal to the file's name." }, "name": { "type": "string", "minLength": 1, "description": "Name as people write it." }, "family": { "type": "string", "minLength": 1, "description": "Name of the series, for grouping." }, "task": { "type": "string", "pattern": "^[a-z0-9-]+$", "description": "What the model does, e.g. text-generation, object-detection." }, "kind": { "enum": ["decoder", "encoder", "encoder-decoder", "blocks", "diffusion", "recommender"], "description": "Which description follows; decides the other keys." }, "parameters": { "$ref": "#/$defs/sizeFigure", "description": "All parameters. Left out, they are computed from the shape." }, "activeParameters": { "$ref": "#/$defs/sizeFigure", "description": "Parameters that one token or sample touches. Left out: computed from the shape, or all of them." }, "maxContext": { "$ref": "#/$defs/sizeFigure", "description": "Longest context in tokens." }, "macs": { "$ref": "#/$defs/sizeFigure", "description": 'Published multiply-accumulates of one sample (one denoiser call for diffusion), e.g. "4.11 G".' }, "source": { "$ref": "#/$defs/source", "description": "Where the figures come from." }, "confidence": { "$ref": "#/$defs/confidence" }, "date": { "$ref": "#/$defs/date" }, "verified": { "type": "boolean", "description": "False when every figure is recalled and nobody re-read the source. Left out: worked out from `source`." }, "note": { "$ref": "#/$defs/note" }, "shape": true, "tokensPerSample": true, "stem": true, "input": true, "encoder": true, "decoder": true, "blocks": true, "denoiser": true, "defaultSteps": true, "callsPerStep": true, "companionParameters": true, "companionMacs": true, "embeddingParameters": true, "embeddingDim": true, "lookupsPerSample": true, "bottomMlp": true, "topMlp": true, "cross": true }, "additionalProperties": false, "allOf": [{ "if": { "type": "object", "properties": { "kind": { "const": "decoder" } }, "required": ["kind"] }, "then": { "type": "object", "required": ["shape"], "properties": { "shape": { "$ref": "#/$defs/transformer" } }, "propertyNames": { "enum": ["id", "name", "family", "task", "kind", "parameters", "activeParameters", "maxContext", "macs", "source", "confidence", "date", "verified", "note", "shape"] } } }, { "if": { "type": "object", "properties": { "kind": { "const": "encoder" } }, "required": ["kind"] }, "then": { "type": "object", "required": ["shape"], "properties": { "shape": { "$ref": "#/$defs/transformer" }, "tokensPerSample": { "$ref": "#/$defs/sizeFigure", "description": "Tokens of one sample when the input fixes it (image patches, audio frames). Left out for text." }, "stem": { "$ref": "#/$defs/blocks", "description": "Layers that turn the input into tokens. Their work is in tensors of one sample, so it needs `input`." }, "input": { "$ref": "#/$defs/tensor" } }, "dependentRequired": { "stem": ["input"] }, "propertyNames": { "enum": ["id", "name", "family", "task", "kind", "parameters", "activeParameters", "maxContext", "macs", "source", "confidence", "date", "verified", "note", "shape", "tokensPerSample", "stem", "input"] } } }, { "if": { "type": "object", "properties": { "kind": { "const": "encoder-decoder" } }, "required": ["kind"] }, "then": { "type": "object", "required": ["encoder", "decoder"], "properties": { "encoder": { "$ref": "#/$defs/transformer" }, "decoder": { "$ref": "#/$defs/transformer", "description": "The autoregressive part; each layer has cross-attention besides self-attention." }, "tokensPerSample": { "$ref": "#/$defs/sizeFigure", "description": "Encoder tokens of one sample when the input fixes it." }, "stem": { "$ref": "#/$defs/blocks", "description": "Layers that turn the input into tokens. Their work is in tensors of one sample, so it needs `input`." }, "input": { "$ref": "#/$defs/tensor" } }, "dependentRequired": { "stem": ["input"] }, "propertyNames": { "enum": ["id", "name", "family", "task", "kind", "parameters", "activeParameters", "maxContext", "macs", "source", "confidence", "date", "verified", "note", "encoder", "decoder", "tokensPerSample", "stem", "input"] } } }, { "if": { "type": "object", "properties": { "kind": { "const": "blocks" } }, "required": ["kind"] }, "then": { "type": "object", "required": ["input", "blocks", "parameters"], "properties": { "input": { "$ref": "#/$defs/tensor" }, "blocks": { "$ref": "#/$defs/blocks" }, "parameters": true }, "propertyNames": { "enum": ["id", "name", "family", "task", "kind", "parameters", "activeParameters", "maxContext", "macs", "source", "confidence", "date", "verified", "note", "input", "blocks"] } } }, { "if": { "type": "object", "properties": { "kind": { "const": "diffusion" } }, "required": ["kind"] }, "then": { "type": "object", "required": ["denoiser", "defaultSteps"], "properties": { "denoiser": { "type": "object", "description": "The network that is called once or more per step: a transformer (shape) or blocks.", "additionalProperties": false, "properties": { "shape": { "$ref": "#/$defs/transformer" }, "imageTokens": { "$ref": "#/$defs/sizeFigure", "description": "Image (latent patch) tokens of one picture at the default size." }, "textTokens": { "$ref": "#/$defs/figure", "description": "Text tokens that attend jointly with the image tokens." }, "doubleStreamLayers": { "$ref": "#/$defs/figure", "description": "Layers with a second set of weights for the text tokens (MMDiT). Default 0." }, "input": { "$ref": "#/$defs/tensor" }, "blocks": { "$ref": "#/$defs/blocks" } }, "oneOf": [{ "type": "object", "required": ["shape", "imageTokens"], "properties": { "shape": true, "imageTokens": true, "input": false, "blocks": false } }, { "type": "object", "required": ["input", "blocks"], "properties": { "input": true, "blocks": true, "shape": false, "imageTokens": false, "textTokens": false, "doubleStreamLayers": false } }] }, "defaultSteps": { "$ref": "#/$defs/sizeFigure", "description": "Denoiser iterations when the workload sets none." }, "callsPerStep": { "$ref": "#/$defs/sizeFigure", "description": "Denoiser calls per step: 2 with classifier-free guidance. Default 1." }, "companionParameters": { "$ref": "#/$defs/figure", "description": "Parameters of text encoders and image decoder. Default 0." }, "companionMacs": { "$ref": "#/$defs/figure", "description": "Multiply-accumulates of text encoders and image decoder for one image. Default 0." } }, "anyOf": [{ "type": "object", "required": ["parameters"], "properties": { "parameters": true } }, { "type": "object", "properties": { "denoiser": { "type": "object", "required": ["shape"], "properties": { "shape": true } } } }], "propertyNames": { "enum": ["id", "name", "family", "task", "kind", "parameters", "activeParameters", "maxContext", "macs", "source", "confidence", "date", "verified", "note", "denoiser", "defaultSteps", "callsPerStep", "companionParameters", "companionMacs"] } } }, { "if": { "type": "object", "properties": { "kind": { "const": "recommender" } }, "required": ["kind"] }, "then": { "type": "object", "required": ["embeddingParameters", "embeddingDim", "lookupsPerSample", "bottomMlp", "topMlp"], "properties": { "embeddingParameters": { "$ref": "#/$defs/sizeFigure", "description": "Elements of all embedding tables." }, "embeddingDim": { "$ref": "#/$defs/sizeFigure", "description": "Width of one row." }, "lookupsPerSample": { "$ref": "#/$defs/sizeFigure", "description": "Rows read for one sample." }, "bottomMlp": { "type": "array", "minItems": 2, "items": { "type": "integer", "minimum": 1 }, "description": "Widths of the dense network over the dense features, input first." }, "topMlp": { "type": "array", "minItems": 2, "items": { "type": "integer", "minimum": 1 }, "description": "Widths of the dense network over the interaction, input first." }, "cross": { "type": "object", "description": "Low-rank cross network (DCNv2). Left out: dot interaction.", "required": ["layers", "rank", "width"], "additionalProperties": false, "properties": { "layers": { "type": "integer", "minimum": 1 }, "rank": { "type": "integer", "minimum": 1 }, "width": { "type": "integer", "minimum": 1 } } } }, "propertyNames": { "enum": ["id", "name", "family", "task", "kind", "parameters", "activeParameters", "maxContext", "macs", "source", "confidence", "date", "verified", "note", "embeddingParameters", "embeddingDim", "lookupsPerSample", "bottomMlp", "topMlp", "cross"] } } }] };
var schema21 = { "type": "object", "required": ["layers", "hidden", "heads"], "additionalProperties": false, "properties": { "layers": { "$ref": "#/$defs/sizeFigure", "description": "Transformer layers." }, "hidden": { "$ref": "#/$defs/sizeFigure", "description": "Model width." }, "heads": { "$ref": "#/$defs/sizeFigure", "description": "Query heads." }, "keyValueHeads": { "$ref": "#/$defs/sizeFigure", "description": "Key/value heads; equal to `heads` unless grouped (GQA) or shared (MQA, 1). Default: heads." }, "headDim": { "$ref": "#/$defs/sizeFigure", "description": "Width of one head. Default: hidden / heads." }, "ffn": { "$ref": "#/$defs/figure", "description": "Inner width of the dense feed-forward network. Default: 4 \xD7 hidden (required when gated, unless every layer has experts)." }, "gated": { "type": "boolean", "description": "Three matrices (SwiGLU, GeGLU) in place of two. Default false." }, "vocabulary": { "$ref": "#/$defs/figure", "description": "Rows of the token embedding; 0 without one. Default 0." }, "tiedEmbeddings": { "type": "boolean", "description": "The output head reuses the token embedding. Default false." }, "experts": { "type": "object", "description": "Mixture of experts.", "required": ["count", "perToken", "ffn"], "additionalProperties": false, "properties": { "count": { "$ref": "#/$defs/sizeFigure", "description": "Routed experts of one layer." }, "perToken": { "$ref": "#/$defs/sizeFigure", "description": "Routed experts that one token visits." }, "ffn": { "$ref": "#/$defs/sizeFigure", "description": "Inner width of one routed expert." }, "shared": { "$ref": "#/$defs/figure", "description": "Experts that every token visits. Default 0." }, "sharedFfn": { "$ref": "#/$defs/figure", "description": "Total inner width of the shared experts. Default: shared \xD7 ffn." }, "denseLayers": { "$ref": "#/$defs/figure", "description": "Layers with a dense feed-forward network in place of experts. Default 0." } } }, "latent": { "type": "object", "description": "Multi-head latent attention: one compressed vector per token is cached. queryRank 0: queries are not compressed.", "required": ["queryRank", "keyValueRank", "ropeDim", "nopeDim", "valueDim"], "additionalProperties": false, "properties": { "queryRank": { "$ref": "#/$defs/figure" }, "keyValueRank": { "$ref": "#/$defs/sizeFigure" }, "ropeDim": { "$ref": "#/$defs/figure" }, "nopeDim": { "$ref": "#/$defs/sizeFigure" }, "valueDim": { "$ref": "#/$defs/sizeFigure" } } }, "span": { "type": "object", "description": "Which layers see everything, a window, or keep a constant state. Layers not named here have full attention.", "additionalProperties": false, "properties": { "windowLayers": { "$ref": "#/$defs/figure", "description": "Layers that see the last windowTokens only." }, "windowTokens": { "$ref": "#/$defs/sizeFigure", "description": "Tokens that a windowed layer sees." }, "linearLayers": { "$ref": "#/$defs/figure", "description": "Layers with a recurrent state of constant size." }, "noneLayers": { "$ref": "#/$defs/figure", "description": "Layers without attention (feed-forward only), as in Nemotron 3. Where there are any, no other layer has a feed-forward network." }, "sparseTopTokens": { "$ref": "#/$defs/sizeFigure", "description": "Sparse attention: cached tokens that a full layer reads at most." } }, "dependentRequired": { "windowLayers": ["windowTokens"] } }, "linear": { "type": "object", "description": "Size of the recurrent layers: the state of one layer has valueHeads \xD7 valueDim \xD7 keyDim elements. For Mamba-2, keyHeads are the groups and keyDim is the state size.", "required": ["keyHeads", "keyDim", "valueHeads", "valueDim"], "additionalProperties": false, "properties": { "keyHeads": { "$ref": "#/$defs/sizeFigure" }, "keyDim": { "$ref": "#/$defs/sizeFigure" }, "valueHeads": { "$ref": "#/$defs/sizeFigure" }, "valueDim": { "$ref": "#/$defs/sizeFigure" } } } } };
var func1 = Object.prototype.hasOwnProperty;
var schema22 = { "description": "A count of at least one, alone or with a source of its own where it differs from the file's.", "anyOf": [{ "$ref": "#/$defs/size" }, { "type": "object", "required": ["value", "source"], "additionalProperties": false, "properties": { "value": { "$ref": "#/$defs/size" }, "source": { "$ref": "#/$defs/source" }, "confidence": { "$ref": "#/$defs/confidence" }, "note": { "$ref": "#/$defs/note" }, "date": { "$ref": "#/$defs/date" } } }] };
var schema23 = { "anyOf": [{ "type": "integer", "minimum": 1 }, { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?[kMGBT]$" }], "description": "A count of at least one." };
var pattern3 = new RegExp("^[0-9]+(\\.[0-9]+)? ?[kMGBT]$", "u");
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "integer" }, schema: schema23.anyOf[0].type, parentSchema: schema23.anyOf[0], data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data < 1 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema23.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err2 = { instancePath, schemaPath: "#/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?[kMGBT]$" }, schema: "^[0-9]+(\\.[0-9]+)? ?[kMGBT]$", parentSchema: schema23.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" }, schema: schema23.anyOf[1].type, parentSchema: schema23.anyOf[1], data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, schema: schema23.anyOf, parentSchema: schema23, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate56.errors = vErrors;
  return errors === 0;
}
validate56.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema24 = { "type": "string", "minLength": 3, "description": 'Document, repository path or paper that gives the figure; "recalled (\u2026)" when not re-read.' };
var func2 = require_ucs2length().default;
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate59.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) < 3) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 3 }, schema: 3, parentSchema: schema24, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema24.type, parentSchema: schema24, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate59.errors = vErrors;
  return errors === 0;
}
validate59.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema25 = { "enum": ["certain", "high", "medium", "low"], "description": "Two sources or the vendor's document; one good source; secondary; doubtful." };
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate61.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data === "certain" || data === "high" || data === "medium" || data === "low")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema25.enum }, schema: schema25.enum, parentSchema: schema25, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate61.errors = vErrors;
  return errors === 0;
}
validate61.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema26 = { "type": "string", "minLength": 1 };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) < 1) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema26, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema26.type, parentSchema: schema26, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema27 = { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$" };
var pattern4 = new RegExp("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", "u");
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate65.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern4.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$" }, schema: "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", parentSchema: schema27, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema27.type, parentSchema: schema27, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate65.errors = vErrors;
  return errors === 0;
}
validate65.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate56(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.value === void 0) {
      const err0 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "value" }, schema: schema22.anyOf[1].required, parentSchema: schema22.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.source === void 0) {
      const err1 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "source" }, schema: schema22.anyOf[1].required, parentSchema: schema22.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "value" || key0 === "source" || key0 === "confidence" || key0 === "note" || key0 === "date")) {
        const err2 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema22.anyOf[1], data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.value !== void 0) {
      if (!validate56(data.value, { instancePath: instancePath + "/value", parentData: data, parentDataProperty: "value", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
        errors = vErrors.length;
      }
    }
    if (data.source !== void 0) {
      if (!validate59(data.source, { instancePath: instancePath + "/source", parentData: data, parentDataProperty: "source", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
        errors = vErrors.length;
      }
    }
    if (data.confidence !== void 0) {
      if (!validate61(data.confidence, { instancePath: instancePath + "/confidence", parentData: data, parentDataProperty: "confidence", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
        errors = vErrors.length;
      }
    }
    if (data.note !== void 0) {
      if (!validate63(data.note, { instancePath: instancePath + "/note", parentData: data, parentDataProperty: "note", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
        errors = vErrors.length;
      }
    }
    if (data.date !== void 0) {
      if (!validate65(data.date, { instancePath: instancePath + "/date", parentData: data, parentDataProperty: "date", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" }, schema: schema22.anyOf[1].type, parentSchema: schema22.anyOf[1], data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, schema: schema22.anyOf, parentSchema: schema22, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate55.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate55.evaluated = { "dynamicProps": true, "dynamicItems": false };
var schema28 = { "description": "A count, alone or with a source of its own where it differs from the file's.", "anyOf": [{ "$ref": "#/$defs/count" }, { "type": "object", "required": ["value", "source"], "additionalProperties": false, "properties": { "value": { "$ref": "#/$defs/count" }, "source": { "$ref": "#/$defs/source" }, "confidence": { "$ref": "#/$defs/confidence" }, "note": { "$ref": "#/$defs/note" }, "date": { "$ref": "#/$defs/date" } } }] };
var schema29 = { "description": 'A number, or a number with k, M, G or B (10\u2079), T: "70.6 B".', "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?[kMGBT]$" }] };
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate73.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "integer" }, schema: schema29.anyOf[0].type, parentSchema: schema29.anyOf[0], data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data < 0 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema29.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err2 = { instancePath, schemaPath: "#/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?[kMGBT]$" }, schema: "^[0-9]+(\\.[0-9]+)? ?[kMGBT]$", parentSchema: schema29.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" }, schema: schema29.anyOf[1].type, parentSchema: schema29.anyOf[1], data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, schema: schema29.anyOf, parentSchema: schema29, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate73.errors = vErrors;
  return errors === 0;
}
validate73.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate72.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate73(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.value === void 0) {
      const err0 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "value" }, schema: schema28.anyOf[1].required, parentSchema: schema28.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.source === void 0) {
      const err1 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "source" }, schema: schema28.anyOf[1].required, parentSchema: schema28.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "value" || key0 === "source" || key0 === "confidence" || key0 === "note" || key0 === "date")) {
        const err2 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema28.anyOf[1], data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.value !== void 0) {
      if (!validate73(data.value, { instancePath: instancePath + "/value", parentData: data, parentDataProperty: "value", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
        errors = vErrors.length;
      }
    }
    if (data.source !== void 0) {
      if (!validate59(data.source, { instancePath: instancePath + "/source", parentData: data, parentDataProperty: "source", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
        errors = vErrors.length;
      }
    }
    if (data.confidence !== void 0) {
      if (!validate61(data.confidence, { instancePath: instancePath + "/confidence", parentData: data, parentDataProperty: "confidence", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
        errors = vErrors.length;
      }
    }
    if (data.note !== void 0) {
      if (!validate63(data.note, { instancePath: instancePath + "/note", parentData: data, parentDataProperty: "note", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
        errors = vErrors.length;
      }
    }
    if (data.date !== void 0) {
      if (!validate65(data.date, { instancePath: instancePath + "/date", parentData: data, parentDataProperty: "date", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" }, schema: schema28.anyOf[1].type, parentSchema: schema28.anyOf[1], data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, schema: schema28.anyOf, parentSchema: schema28, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate72.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate72.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate54.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.layers === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "layers" }, schema: schema21.required, parentSchema: schema21, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.hidden === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "hidden" }, schema: schema21.required, parentSchema: schema21, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.heads === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "heads" }, schema: schema21.required, parentSchema: schema21, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema21.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema21, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.layers !== void 0) {
      if (!validate55(data.layers, { instancePath: instancePath + "/layers", parentData: data, parentDataProperty: "layers", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.hidden !== void 0) {
      if (!validate55(data.hidden, { instancePath: instancePath + "/hidden", parentData: data, parentDataProperty: "hidden", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.heads !== void 0) {
      if (!validate55(data.heads, { instancePath: instancePath + "/heads", parentData: data, parentDataProperty: "heads", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.keyValueHeads !== void 0) {
      if (!validate55(data.keyValueHeads, { instancePath: instancePath + "/keyValueHeads", parentData: data, parentDataProperty: "keyValueHeads", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.headDim !== void 0) {
      if (!validate55(data.headDim, { instancePath: instancePath + "/headDim", parentData: data, parentDataProperty: "headDim", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.ffn !== void 0) {
      if (!validate72(data.ffn, { instancePath: instancePath + "/ffn", parentData: data, parentDataProperty: "ffn", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
        errors = vErrors.length;
      }
    }
    if (data.gated !== void 0) {
      let data6 = data.gated;
      if (typeof data6 !== "boolean") {
        const err4 = { instancePath: instancePath + "/gated", schemaPath: "#/properties/gated/type", keyword: "type", params: { type: "boolean" }, schema: schema21.properties.gated.type, parentSchema: schema21.properties.gated, data: data6 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.vocabulary !== void 0) {
      if (!validate72(data.vocabulary, { instancePath: instancePath + "/vocabulary", parentData: data, parentDataProperty: "vocabulary", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
        errors = vErrors.length;
      }
    }
    if (data.tiedEmbeddings !== void 0) {
      let data8 = data.tiedEmbeddings;
      if (typeof data8 !== "boolean") {
        const err5 = { instancePath: instancePath + "/tiedEmbeddings", schemaPath: "#/properties/tiedEmbeddings/type", keyword: "type", params: { type: "boolean" }, schema: schema21.properties.tiedEmbeddings.type, parentSchema: schema21.properties.tiedEmbeddings, data: data8 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.experts !== void 0) {
      let data9 = data.experts;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        if (data9.count === void 0) {
          const err6 = { instancePath: instancePath + "/experts", schemaPath: "#/properties/experts/required", keyword: "required", params: { missingProperty: "count" }, schema: schema21.properties.experts.required, parentSchema: schema21.properties.experts, data: data9 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data9.perToken === void 0) {
          const err7 = { instancePath: instancePath + "/experts", schemaPath: "#/properties/experts/required", keyword: "required", params: { missingProperty: "perToken" }, schema: schema21.properties.experts.required, parentSchema: schema21.properties.experts, data: data9 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data9.ffn === void 0) {
          const err8 = { instancePath: instancePath + "/experts", schemaPath: "#/properties/experts/required", keyword: "required", params: { missingProperty: "ffn" }, schema: schema21.properties.experts.required, parentSchema: schema21.properties.experts, data: data9 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key1 in data9) {
          if (!(key1 === "count" || key1 === "perToken" || key1 === "ffn" || key1 === "shared" || key1 === "sharedFfn" || key1 === "denseLayers")) {
            const err9 = { instancePath: instancePath + "/experts", schemaPath: "#/properties/experts/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema21.properties.experts, data: data9 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data9.count !== void 0) {
          if (!validate55(data9.count, { instancePath: instancePath + "/experts/count", parentData: data9, parentDataProperty: "count", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
        if (data9.perToken !== void 0) {
          if (!validate55(data9.perToken, { instancePath: instancePath + "/experts/perToken", parentData: data9, parentDataProperty: "perToken", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
        if (data9.ffn !== void 0) {
          if (!validate55(data9.ffn, { instancePath: instancePath + "/experts/ffn", parentData: data9, parentDataProperty: "ffn", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
        if (data9.shared !== void 0) {
          if (!validate72(data9.shared, { instancePath: instancePath + "/experts/shared", parentData: data9, parentDataProperty: "shared", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
            errors = vErrors.length;
          }
        }
        if (data9.sharedFfn !== void 0) {
          if (!validate72(data9.sharedFfn, { instancePath: instancePath + "/experts/sharedFfn", parentData: data9, parentDataProperty: "sharedFfn", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
            errors = vErrors.length;
          }
        }
        if (data9.denseLayers !== void 0) {
          if (!validate72(data9.denseLayers, { instancePath: instancePath + "/experts/denseLayers", parentData: data9, parentDataProperty: "denseLayers", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/experts", schemaPath: "#/properties/experts/type", keyword: "type", params: { type: "object" }, schema: schema21.properties.experts.type, parentSchema: schema21.properties.experts, data: data9 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.latent !== void 0) {
      let data16 = data.latent;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        if (data16.queryRank === void 0) {
          const err11 = { instancePath: instancePath + "/latent", schemaPath: "#/properties/latent/required", keyword: "required", params: { missingProperty: "queryRank" }, schema: schema21.properties.latent.required, parentSchema: schema21.properties.latent, data: data16 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data16.keyValueRank === void 0) {
          const err12 = { instancePath: instancePath + "/latent", schemaPath: "#/properties/latent/required", keyword: "required", params: { missingProperty: "keyValueRank" }, schema: schema21.properties.latent.required, parentSchema: schema21.properties.latent, data: data16 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data16.ropeDim === void 0) {
          const err13 = { instancePath: instancePath + "/latent", schemaPath: "#/properties/latent/required", keyword: "required", params: { missingProperty: "ropeDim" }, schema: schema21.properties.latent.required, parentSchema: schema21.properties.latent, data: data16 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data16.nopeDim === void 0) {
          const err14 = { instancePath: instancePath + "/latent", schemaPath: "#/properties/latent/required", keyword: "required", params: { missingProperty: "nopeDim" }, schema: schema21.properties.latent.required, parentSchema: schema21.properties.latent, data: data16 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data16.valueDim === void 0) {
          const err15 = { instancePath: instancePath + "/latent", schemaPath: "#/properties/latent/required", keyword: "required", params: { missingProperty: "valueDim" }, schema: schema21.properties.latent.required, parentSchema: schema21.properties.latent, data: data16 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        for (const key2 in data16) {
          if (!(key2 === "queryRank" || key2 === "keyValueRank" || key2 === "ropeDim" || key2 === "nopeDim" || key2 === "valueDim")) {
            const err16 = { instancePath: instancePath + "/latent", schemaPath: "#/properties/latent/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, schema: false, parentSchema: schema21.properties.latent, data: data16 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data16.queryRank !== void 0) {
          if (!validate72(data16.queryRank, { instancePath: instancePath + "/latent/queryRank", parentData: data16, parentDataProperty: "queryRank", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
            errors = vErrors.length;
          }
        }
        if (data16.keyValueRank !== void 0) {
          if (!validate55(data16.keyValueRank, { instancePath: instancePath + "/latent/keyValueRank", parentData: data16, parentDataProperty: "keyValueRank", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
        if (data16.ropeDim !== void 0) {
          if (!validate72(data16.ropeDim, { instancePath: instancePath + "/latent/ropeDim", parentData: data16, parentDataProperty: "ropeDim", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
            errors = vErrors.length;
          }
        }
        if (data16.nopeDim !== void 0) {
          if (!validate55(data16.nopeDim, { instancePath: instancePath + "/latent/nopeDim", parentData: data16, parentDataProperty: "nopeDim", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
        if (data16.valueDim !== void 0) {
          if (!validate55(data16.valueDim, { instancePath: instancePath + "/latent/valueDim", parentData: data16, parentDataProperty: "valueDim", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/latent", schemaPath: "#/properties/latent/type", keyword: "type", params: { type: "object" }, schema: schema21.properties.latent.type, parentSchema: schema21.properties.latent, data: data16 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.span !== void 0) {
      let data22 = data.span;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        for (const key3 in data22) {
          if (!(key3 === "windowLayers" || key3 === "windowTokens" || key3 === "linearLayers" || key3 === "noneLayers" || key3 === "sparseTopTokens")) {
            const err18 = { instancePath: instancePath + "/span", schemaPath: "#/properties/span/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, schema: false, parentSchema: schema21.properties.span, data: data22 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data22.windowLayers !== void 0) {
          if (!validate72(data22.windowLayers, { instancePath: instancePath + "/span/windowLayers", parentData: data22, parentDataProperty: "windowLayers", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
            errors = vErrors.length;
          }
        }
        if (data22.windowTokens !== void 0) {
          if (!validate55(data22.windowTokens, { instancePath: instancePath + "/span/windowTokens", parentData: data22, parentDataProperty: "windowTokens", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
        if (data22.linearLayers !== void 0) {
          if (!validate72(data22.linearLayers, { instancePath: instancePath + "/span/linearLayers", parentData: data22, parentDataProperty: "linearLayers", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
            errors = vErrors.length;
          }
        }
        if (data22.noneLayers !== void 0) {
          if (!validate72(data22.noneLayers, { instancePath: instancePath + "/span/noneLayers", parentData: data22, parentDataProperty: "noneLayers", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
            errors = vErrors.length;
          }
        }
        if (data22.sparseTopTokens !== void 0) {
          if (!validate55(data22.sparseTopTokens, { instancePath: instancePath + "/span/sparseTopTokens", parentData: data22, parentDataProperty: "sparseTopTokens", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
        if (data22.windowLayers !== void 0) {
          if (data22.windowTokens === void 0) {
            const err19 = { instancePath: instancePath + "/span", schemaPath: "#/properties/span/dependentRequired", keyword: "dependentRequired", params: {
              property: "windowLayers",
              missingProperty: "windowTokens",
              depsCount: 1,
              deps: "windowTokens"
            }, schema: schema21.properties.span.dependentRequired, parentSchema: schema21.properties.span, data: data22 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/span", schemaPath: "#/properties/span/type", keyword: "type", params: { type: "object" }, schema: schema21.properties.span.type, parentSchema: schema21.properties.span, data: data22 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.linear !== void 0) {
      let data28 = data.linear;
      if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
        if (data28.keyHeads === void 0) {
          const err21 = { instancePath: instancePath + "/linear", schemaPath: "#/properties/linear/required", keyword: "required", params: { missingProperty: "keyHeads" }, schema: schema21.properties.linear.required, parentSchema: schema21.properties.linear, data: data28 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data28.keyDim === void 0) {
          const err22 = { instancePath: instancePath + "/linear", schemaPath: "#/properties/linear/required", keyword: "required", params: { missingProperty: "keyDim" }, schema: schema21.properties.linear.required, parentSchema: schema21.properties.linear, data: data28 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data28.valueHeads === void 0) {
          const err23 = { instancePath: instancePath + "/linear", schemaPath: "#/properties/linear/required", keyword: "required", params: { missingProperty: "valueHeads" }, schema: schema21.properties.linear.required, parentSchema: schema21.properties.linear, data: data28 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (data28.valueDim === void 0) {
          const err24 = { instancePath: instancePath + "/linear", schemaPath: "#/properties/linear/required", keyword: "required", params: { missingProperty: "valueDim" }, schema: schema21.properties.linear.required, parentSchema: schema21.properties.linear, data: data28 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        for (const key4 in data28) {
          if (!(key4 === "keyHeads" || key4 === "keyDim" || key4 === "valueHeads" || key4 === "valueDim")) {
            const err25 = { instancePath: instancePath + "/linear", schemaPath: "#/properties/linear/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema21.properties.linear, data: data28 };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data28.keyHeads !== void 0) {
          if (!validate55(data28.keyHeads, { instancePath: instancePath + "/linear/keyHeads", parentData: data28, parentDataProperty: "keyHeads", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
        if (data28.keyDim !== void 0) {
          if (!validate55(data28.keyDim, { instancePath: instancePath + "/linear/keyDim", parentData: data28, parentDataProperty: "keyDim", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
        if (data28.valueHeads !== void 0) {
          if (!validate55(data28.valueHeads, { instancePath: instancePath + "/linear/valueHeads", parentData: data28, parentDataProperty: "valueHeads", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
        if (data28.valueDim !== void 0) {
          if (!validate55(data28.valueDim, { instancePath: instancePath + "/linear/valueDim", parentData: data28, parentDataProperty: "valueDim", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/linear", schemaPath: "#/properties/linear/type", keyword: "type", params: { type: "object" }, schema: schema21.properties.linear.type, parentSchema: schema21.properties.linear, data: data28 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
  } else {
    const err27 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema21.type, parentSchema: schema21, data };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}
validate54.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema30 = { "type": "array", "items": { "$ref": "#/$defs/block" }, "description": "Building blocks in order; each `type` names a block of src/workload/blocks/." };
var schema31 = { "type": "object", "required": ["type"], "properties": { "type": { "type": "string", "pattern": "^[a-z0-9-]+$" } }, "additionalProperties": { "anyOf": [{ "type": "number" }, { "type": "string" }, { "type": "boolean" }, { "type": "array", "items": { "type": "number" } }, { "type": "array", "items": { "type": "string" } }, { "$ref": "#/$defs/blocks" }] } };
var wrapper0 = { validate: validate105 };
var pattern6 = new RegExp("^[a-z0-9-]+$", "u");
function validate106(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate106.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type")) {
        let data0 = data[key0];
        const _errs3 = errors;
        let valid1 = false;
        const _errs4 = errors;
        if (!(typeof data0 == "number" && isFinite(data0))) {
          const err1 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/anyOf/0/type", keyword: "type", params: { type: "number" }, schema: schema31.additionalProperties.anyOf[0].type, parentSchema: schema31.additionalProperties.anyOf[0], data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        var _valid0 = _errs4 === errors;
        valid1 = valid1 || _valid0;
        const _errs6 = errors;
        if (typeof data0 !== "string") {
          const err2 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/anyOf/1/type", keyword: "type", params: { type: "string" }, schema: schema31.additionalProperties.anyOf[1].type, parentSchema: schema31.additionalProperties.anyOf[1], data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        var _valid0 = _errs6 === errors;
        valid1 = valid1 || _valid0;
        const _errs8 = errors;
        if (typeof data0 !== "boolean") {
          const err3 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/anyOf/2/type", keyword: "type", params: { type: "boolean" }, schema: schema31.additionalProperties.anyOf[2].type, parentSchema: schema31.additionalProperties.anyOf[2], data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        var _valid0 = _errs8 === errors;
        valid1 = valid1 || _valid0;
        const _errs10 = errors;
        if (Array.isArray(data0)) {
          const len0 = data0.length;
          for (let i0 = 0; i0 < len0; i0++) {
            let data1 = data0[i0];
            if (!(typeof data1 == "number" && isFinite(data1))) {
              const err4 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, schemaPath: "#/additionalProperties/anyOf/3/items/type", keyword: "type", params: { type: "number" }, schema: schema31.additionalProperties.anyOf[3].items.type, parentSchema: schema31.additionalProperties.anyOf[3].items, data: data1 };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          }
        } else {
          const err5 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/anyOf/3/type", keyword: "type", params: { type: "array" }, schema: schema31.additionalProperties.anyOf[3].type, parentSchema: schema31.additionalProperties.anyOf[3], data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        var _valid0 = _errs10 === errors;
        valid1 = valid1 || _valid0;
        if (_valid0) {
          var items0 = true;
        }
        const _errs14 = errors;
        if (Array.isArray(data0)) {
          const len1 = data0.length;
          for (let i1 = 0; i1 < len1; i1++) {
            let data2 = data0[i1];
            if (typeof data2 !== "string") {
              const err6 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i1, schemaPath: "#/additionalProperties/anyOf/4/items/type", keyword: "type", params: { type: "string" }, schema: schema31.additionalProperties.anyOf[4].items.type, parentSchema: schema31.additionalProperties.anyOf[4].items, data: data2 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          }
        } else {
          const err7 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/anyOf/4/type", keyword: "type", params: { type: "array" }, schema: schema31.additionalProperties.anyOf[4].type, parentSchema: schema31.additionalProperties.anyOf[4], data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        var _valid0 = _errs14 === errors;
        valid1 = valid1 || _valid0;
        if (_valid0) {
          if (items0 !== true) {
            items0 = true;
          }
        }
        const _errs18 = errors;
        if (!wrapper0.validate(data0, { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key0, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
          errors = vErrors.length;
        } else {
          var items1 = wrapper0.validate.evaluated.items;
        }
        var _valid0 = _errs18 === errors;
        valid1 = valid1 || _valid0;
        if (_valid0) {
          if (items0 !== true && items1 !== void 0) {
            items0 = items1 === true ? true : items0 > items1 ? items0 : items1;
          }
        }
        if (!valid1) {
          const err8 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/anyOf", keyword: "anyOf", params: {}, schema: schema31.additionalProperties.anyOf, parentSchema: schema31.additionalProperties, data: data0 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        } else {
          errors = _errs3;
          if (vErrors !== null) {
            if (_errs3) {
              vErrors.length = _errs3;
            } else {
              vErrors = null;
            }
          }
        }
      }
    }
    if (data.type !== void 0) {
      let data3 = data.type;
      if (typeof data3 === "string") {
        if (!pattern6.test(data3)) {
          const err9 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9-]+$" }, schema: "^[a-z0-9-]+$", parentSchema: schema31.properties.type, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, schema: schema31.properties.type.type, parentSchema: schema31.properties.type, data: data3 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate106.errors = vErrors;
  return errors === 0;
}
validate106.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate105(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate105.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate106(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, schema: schema30.type, parentSchema: schema30, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate105.errors = vErrors;
  return errors === 0;
}
validate105.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema32 = { "type": "object", "description": "Size of one input sample. height, width and depth default to 1.", "required": ["channels"], "additionalProperties": false, "properties": { "channels": { "type": "integer", "minimum": 1 }, "height": { "type": "integer", "minimum": 1 }, "width": { "type": "integer", "minimum": 1 }, "depth": { "type": "integer", "minimum": 1 } } };
function validate109(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate109.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.channels === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "channels" }, schema: schema32.required, parentSchema: schema32, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "channels" || key0 === "height" || key0 === "width" || key0 === "depth")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema32, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.channels !== void 0) {
      let data0 = data.channels;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err2 = { instancePath: instancePath + "/channels", schemaPath: "#/properties/channels/type", keyword: "type", params: { type: "integer" }, schema: schema32.properties.channels.type, parentSchema: schema32.properties.channels, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 1 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/channels", schemaPath: "#/properties/channels/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema32.properties.channels, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
    }
    if (data.height !== void 0) {
      let data1 = data.height;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err4 = { instancePath: instancePath + "/height", schemaPath: "#/properties/height/type", keyword: "type", params: { type: "integer" }, schema: schema32.properties.height.type, parentSchema: schema32.properties.height, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 1 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/height", schemaPath: "#/properties/height/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema32.properties.height, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.width !== void 0) {
      let data2 = data.width;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err6 = { instancePath: instancePath + "/width", schemaPath: "#/properties/width/type", keyword: "type", params: { type: "integer" }, schema: schema32.properties.width.type, parentSchema: schema32.properties.width, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 1 || isNaN(data2)) {
          const err7 = { instancePath: instancePath + "/width", schemaPath: "#/properties/width/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema32.properties.width, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.depth !== void 0) {
      let data3 = data.depth;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err8 = { instancePath: instancePath + "/depth", schemaPath: "#/properties/depth/type", keyword: "type", params: { type: "integer" }, schema: schema32.properties.depth.type, parentSchema: schema32.properties.depth, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 < 1 || isNaN(data3)) {
          const err9 = { instancePath: instancePath + "/depth", schemaPath: "#/properties/depth/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema32.properties.depth, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema32.type, parentSchema: schema32, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate109.errors = vErrors;
  return errors === 0;
}
validate109.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern7 = new RegExp("^[a-z0-9][a-z0-9.-]*$", "u");
function validate140(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate140.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.kind === void 0 && (missing0 = "kind")) {
        const err0 = {};
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        if (data.kind !== void 0) {
          if ("decoder" !== data.kind) {
            const err1 = {};
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
      }
    } else {
      const err2 = {};
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.shape === void 0) {
        const err3 = { instancePath, schemaPath: "#/allOf/0/then/required", keyword: "required", params: { missingProperty: "shape" }, schema: schema20.allOf[0].then.required, parentSchema: schema20.allOf[0].then, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      for (const key0 in data) {
        const _errs8 = errors;
        if (!(key0 === "id" || key0 === "name" || key0 === "family" || key0 === "task" || key0 === "kind" || key0 === "parameters" || key0 === "activeParameters" || key0 === "maxContext" || key0 === "macs" || key0 === "source" || key0 === "confidence" || key0 === "date" || key0 === "verified" || key0 === "note" || key0 === "shape")) {
          const err4 = { instancePath, schemaPath: "#/allOf/0/then/propertyNames/enum", keyword: "enum", params: { allowedValues: schema20.allOf[0].then.propertyNames.enum }, schema: schema20.allOf[0].then.propertyNames.enum, parentSchema: schema20.allOf[0].then.propertyNames, data: key0, propertyName: key0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        var valid3 = _errs8 === errors;
        if (!valid3) {
          const err5 = { instancePath, schemaPath: "#/allOf/0/then/propertyNames", keyword: "propertyNames", params: { propertyName: key0 }, schema: schema20.allOf[0].then.propertyNames, parentSchema: schema20.allOf[0].then, data };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
      if (data.shape !== void 0) {
        if (!validate54(data.shape, { instancePath: instancePath + "/shape", parentData: data, parentDataProperty: "shape", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err6 = { instancePath, schemaPath: "#/allOf/0/then/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[0].then.type, parentSchema: schema20.allOf[0].then, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    var _valid0 = _errs6 === errors;
    valid1 = _valid0;
    if (valid1) {
      var props0 = {};
      props0.shape = true;
      props0.kind = true;
    }
  }
  if (!valid1) {
    const err7 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema20.allOf[0].if, parentSchema: schema20.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  const _errs11 = errors;
  let valid5 = true;
  const _errs12 = errors;
  if (errors === _errs12) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.kind === void 0 && (missing1 = "kind")) {
        const err8 = {};
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      } else {
        if (data.kind !== void 0) {
          if ("encoder" !== data.kind) {
            const err9 = {};
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      }
    } else {
      const err10 = {};
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
  }
  var _valid1 = _errs12 === errors;
  errors = _errs11;
  if (vErrors !== null) {
    if (_errs11) {
      vErrors.length = _errs11;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs15 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.shape === void 0) {
        const err11 = { instancePath, schemaPath: "#/allOf/1/then/required", keyword: "required", params: { missingProperty: "shape" }, schema: schema20.allOf[1].then.required, parentSchema: schema20.allOf[1].then, data };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      for (const key1 in data) {
        const _errs17 = errors;
        if (!(key1 === "id" || key1 === "name" || key1 === "family" || key1 === "task" || key1 === "kind" || key1 === "parameters" || key1 === "activeParameters" || key1 === "maxContext" || key1 === "macs" || key1 === "source" || key1 === "confidence" || key1 === "date" || key1 === "verified" || key1 === "note" || key1 === "shape" || key1 === "tokensPerSample" || key1 === "stem" || key1 === "input")) {
          const err12 = { instancePath, schemaPath: "#/allOf/1/then/propertyNames/enum", keyword: "enum", params: { allowedValues: schema20.allOf[1].then.propertyNames.enum }, schema: schema20.allOf[1].then.propertyNames.enum, parentSchema: schema20.allOf[1].then.propertyNames, data: key1, propertyName: key1 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        var valid7 = _errs17 === errors;
        if (!valid7) {
          const err13 = { instancePath, schemaPath: "#/allOf/1/then/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, schema: schema20.allOf[1].then.propertyNames, parentSchema: schema20.allOf[1].then, data };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
      if (data.shape !== void 0) {
        if (!validate54(data.shape, { instancePath: instancePath + "/shape", parentData: data, parentDataProperty: "shape", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
          errors = vErrors.length;
        }
      }
      if (data.tokensPerSample !== void 0) {
        if (!validate55(data.tokensPerSample, { instancePath: instancePath + "/tokensPerSample", parentData: data, parentDataProperty: "tokensPerSample", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
          errors = vErrors.length;
        }
      }
      if (data.stem !== void 0) {
        if (!validate105(data.stem, { instancePath: instancePath + "/stem", parentData: data, parentDataProperty: "stem", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
          errors = vErrors.length;
        }
      }
      if (data.input !== void 0) {
        if (!validate109(data.input, { instancePath: instancePath + "/input", parentData: data, parentDataProperty: "input", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
          errors = vErrors.length;
        }
      }
      if (data.stem !== void 0) {
        if (data.input === void 0) {
          const err14 = { instancePath, schemaPath: "#/allOf/1/then/dependentRequired", keyword: "dependentRequired", params: {
            property: "stem",
            missingProperty: "input",
            depsCount: 1,
            deps: "input"
          }, schema: schema20.allOf[1].then.dependentRequired, parentSchema: schema20.allOf[1].then, data };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    } else {
      const err15 = { instancePath, schemaPath: "#/allOf/1/then/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[1].then.type, parentSchema: schema20.allOf[1].then, data };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    var _valid1 = _errs15 === errors;
    valid5 = _valid1;
    if (valid5) {
      var props2 = {};
      props2.shape = true;
      props2.tokensPerSample = true;
      props2.stem = true;
      props2.input = true;
      props2.kind = true;
    }
  }
  if (!valid5) {
    const err16 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema20.allOf[1].if, parentSchema: schema20.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  if (props0 !== true && props2 !== void 0) {
    if (props2 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props2);
    }
  }
  const _errs23 = errors;
  let valid9 = true;
  const _errs24 = errors;
  if (errors === _errs24) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing3;
      if (data.kind === void 0 && (missing3 = "kind")) {
        const err17 = {};
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      } else {
        if (data.kind !== void 0) {
          if ("encoder-decoder" !== data.kind) {
            const err18 = {};
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      }
    } else {
      const err19 = {};
      if (vErrors === null) {
        vErrors = [err19];
      } else {
        vErrors.push(err19);
      }
      errors++;
    }
  }
  var _valid2 = _errs24 === errors;
  errors = _errs23;
  if (vErrors !== null) {
    if (_errs23) {
      vErrors.length = _errs23;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs27 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.encoder === void 0) {
        const err20 = { instancePath, schemaPath: "#/allOf/2/then/required", keyword: "required", params: { missingProperty: "encoder" }, schema: schema20.allOf[2].then.required, parentSchema: schema20.allOf[2].then, data };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (data.decoder === void 0) {
        const err21 = { instancePath, schemaPath: "#/allOf/2/then/required", keyword: "required", params: { missingProperty: "decoder" }, schema: schema20.allOf[2].then.required, parentSchema: schema20.allOf[2].then, data };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      for (const key2 in data) {
        const _errs29 = errors;
        if (!(key2 === "id" || key2 === "name" || key2 === "family" || key2 === "task" || key2 === "kind" || key2 === "parameters" || key2 === "activeParameters" || key2 === "maxContext" || key2 === "macs" || key2 === "source" || key2 === "confidence" || key2 === "date" || key2 === "verified" || key2 === "note" || key2 === "encoder" || key2 === "decoder" || key2 === "tokensPerSample" || key2 === "stem" || key2 === "input")) {
          const err22 = { instancePath, schemaPath: "#/allOf/2/then/propertyNames/enum", keyword: "enum", params: { allowedValues: schema20.allOf[2].then.propertyNames.enum }, schema: schema20.allOf[2].then.propertyNames.enum, parentSchema: schema20.allOf[2].then.propertyNames, data: key2, propertyName: key2 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        var valid11 = _errs29 === errors;
        if (!valid11) {
          const err23 = { instancePath, schemaPath: "#/allOf/2/then/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, schema: schema20.allOf[2].then.propertyNames, parentSchema: schema20.allOf[2].then, data };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
      if (data.encoder !== void 0) {
        if (!validate54(data.encoder, { instancePath: instancePath + "/encoder", parentData: data, parentDataProperty: "encoder", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
          errors = vErrors.length;
        }
      }
      if (data.decoder !== void 0) {
        if (!validate54(data.decoder, { instancePath: instancePath + "/decoder", parentData: data, parentDataProperty: "decoder", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
          errors = vErrors.length;
        }
      }
      if (data.tokensPerSample !== void 0) {
        if (!validate55(data.tokensPerSample, { instancePath: instancePath + "/tokensPerSample", parentData: data, parentDataProperty: "tokensPerSample", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
          errors = vErrors.length;
        }
      }
      if (data.stem !== void 0) {
        if (!validate105(data.stem, { instancePath: instancePath + "/stem", parentData: data, parentDataProperty: "stem", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
          errors = vErrors.length;
        }
      }
      if (data.input !== void 0) {
        if (!validate109(data.input, { instancePath: instancePath + "/input", parentData: data, parentDataProperty: "input", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
          errors = vErrors.length;
        }
      }
      if (data.stem !== void 0) {
        if (data.input === void 0) {
          const err24 = { instancePath, schemaPath: "#/allOf/2/then/dependentRequired", keyword: "dependentRequired", params: {
            property: "stem",
            missingProperty: "input",
            depsCount: 1,
            deps: "input"
          }, schema: schema20.allOf[2].then.dependentRequired, parentSchema: schema20.allOf[2].then, data };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      }
    } else {
      const err25 = { instancePath, schemaPath: "#/allOf/2/then/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[2].then.type, parentSchema: schema20.allOf[2].then, data };
      if (vErrors === null) {
        vErrors = [err25];
      } else {
        vErrors.push(err25);
      }
      errors++;
    }
    var _valid2 = _errs27 === errors;
    valid9 = _valid2;
    if (valid9) {
      var props4 = {};
      props4.encoder = true;
      props4.decoder = true;
      props4.tokensPerSample = true;
      props4.stem = true;
      props4.input = true;
      props4.kind = true;
    }
  }
  if (!valid9) {
    const err26 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema20.allOf[2].if, parentSchema: schema20.allOf[2], data };
    if (vErrors === null) {
      vErrors = [err26];
    } else {
      vErrors.push(err26);
    }
    errors++;
  }
  if (props0 !== true && props4 !== void 0) {
    if (props4 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props4);
    }
  }
  const _errs36 = errors;
  let valid13 = true;
  const _errs37 = errors;
  if (errors === _errs37) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing5;
      if (data.kind === void 0 && (missing5 = "kind")) {
        const err27 = {};
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      } else {
        if (data.kind !== void 0) {
          if ("blocks" !== data.kind) {
            const err28 = {};
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
      }
    } else {
      const err29 = {};
      if (vErrors === null) {
        vErrors = [err29];
      } else {
        vErrors.push(err29);
      }
      errors++;
    }
  }
  var _valid3 = _errs37 === errors;
  errors = _errs36;
  if (vErrors !== null) {
    if (_errs36) {
      vErrors.length = _errs36;
    } else {
      vErrors = null;
    }
  }
  if (_valid3) {
    const _errs40 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.input === void 0) {
        const err30 = { instancePath, schemaPath: "#/allOf/3/then/required", keyword: "required", params: { missingProperty: "input" }, schema: schema20.allOf[3].then.required, parentSchema: schema20.allOf[3].then, data };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      if (data.blocks === void 0) {
        const err31 = { instancePath, schemaPath: "#/allOf/3/then/required", keyword: "required", params: { missingProperty: "blocks" }, schema: schema20.allOf[3].then.required, parentSchema: schema20.allOf[3].then, data };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (data.parameters === void 0) {
        const err32 = { instancePath, schemaPath: "#/allOf/3/then/required", keyword: "required", params: { missingProperty: "parameters" }, schema: schema20.allOf[3].then.required, parentSchema: schema20.allOf[3].then, data };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      for (const key3 in data) {
        const _errs42 = errors;
        if (!(key3 === "id" || key3 === "name" || key3 === "family" || key3 === "task" || key3 === "kind" || key3 === "parameters" || key3 === "activeParameters" || key3 === "maxContext" || key3 === "macs" || key3 === "source" || key3 === "confidence" || key3 === "date" || key3 === "verified" || key3 === "note" || key3 === "input" || key3 === "blocks")) {
          const err33 = { instancePath, schemaPath: "#/allOf/3/then/propertyNames/enum", keyword: "enum", params: { allowedValues: schema20.allOf[3].then.propertyNames.enum }, schema: schema20.allOf[3].then.propertyNames.enum, parentSchema: schema20.allOf[3].then.propertyNames, data: key3, propertyName: key3 };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        var valid15 = _errs42 === errors;
        if (!valid15) {
          const err34 = { instancePath, schemaPath: "#/allOf/3/then/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, schema: schema20.allOf[3].then.propertyNames, parentSchema: schema20.allOf[3].then, data };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      }
      if (data.input !== void 0) {
        if (!validate109(data.input, { instancePath: instancePath + "/input", parentData: data, parentDataProperty: "input", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
          errors = vErrors.length;
        }
      }
      if (data.blocks !== void 0) {
        if (!validate105(data.blocks, { instancePath: instancePath + "/blocks", parentData: data, parentDataProperty: "blocks", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err35 = { instancePath, schemaPath: "#/allOf/3/then/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[3].then.type, parentSchema: schema20.allOf[3].then, data };
      if (vErrors === null) {
        vErrors = [err35];
      } else {
        vErrors.push(err35);
      }
      errors++;
    }
    var _valid3 = _errs40 === errors;
    valid13 = _valid3;
    if (valid13) {
      var props5 = {};
      props5.input = true;
      props5.blocks = true;
      props5.parameters = true;
      props5.kind = true;
    }
  }
  if (!valid13) {
    const err36 = { instancePath, schemaPath: "#/allOf/3/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema20.allOf[3].if, parentSchema: schema20.allOf[3], data };
    if (vErrors === null) {
      vErrors = [err36];
    } else {
      vErrors.push(err36);
    }
    errors++;
  }
  if (props0 !== true && props5 !== void 0) {
    if (props5 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props5);
    }
  }
  const _errs46 = errors;
  let valid17 = true;
  const _errs47 = errors;
  if (errors === _errs47) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing6;
      if (data.kind === void 0 && (missing6 = "kind")) {
        const err37 = {};
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      } else {
        if (data.kind !== void 0) {
          if ("diffusion" !== data.kind) {
            const err38 = {};
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
      }
    } else {
      const err39 = {};
      if (vErrors === null) {
        vErrors = [err39];
      } else {
        vErrors.push(err39);
      }
      errors++;
    }
  }
  var _valid4 = _errs47 === errors;
  errors = _errs46;
  if (vErrors !== null) {
    if (_errs46) {
      vErrors.length = _errs46;
    } else {
      vErrors = null;
    }
  }
  if (_valid4) {
    const _errs50 = errors;
    const _errs52 = errors;
    let valid19 = false;
    const _errs53 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.parameters === void 0) {
        const err40 = { instancePath, schemaPath: "#/allOf/4/then/anyOf/0/required", keyword: "required", params: { missingProperty: "parameters" }, schema: schema20.allOf[4].then.anyOf[0].required, parentSchema: schema20.allOf[4].then.anyOf[0], data };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    } else {
      const err41 = { instancePath, schemaPath: "#/allOf/4/then/anyOf/0/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[4].then.anyOf[0].type, parentSchema: schema20.allOf[4].then.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err41];
      } else {
        vErrors.push(err41);
      }
      errors++;
    }
    var _valid5 = _errs53 === errors;
    valid19 = valid19 || _valid5;
    if (_valid5) {
      var props6 = {};
      props6.parameters = true;
    }
    const _errs55 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.denoiser !== void 0) {
        let data17 = data.denoiser;
        if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
          if (data17.shape === void 0) {
            const err42 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/anyOf/1/properties/denoiser/required", keyword: "required", params: { missingProperty: "shape" }, schema: schema20.allOf[4].then.anyOf[1].properties.denoiser.required, parentSchema: schema20.allOf[4].then.anyOf[1].properties.denoiser, data: data17 };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        } else {
          const err43 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/anyOf/1/properties/denoiser/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[4].then.anyOf[1].properties.denoiser.type, parentSchema: schema20.allOf[4].then.anyOf[1].properties.denoiser, data: data17 };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      }
    } else {
      const err44 = { instancePath, schemaPath: "#/allOf/4/then/anyOf/1/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[4].then.anyOf[1].type, parentSchema: schema20.allOf[4].then.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err44];
      } else {
        vErrors.push(err44);
      }
      errors++;
    }
    var _valid5 = _errs55 === errors;
    valid19 = valid19 || _valid5;
    if (_valid5) {
      if (props6 !== true) {
        props6 = props6 || {};
        props6.denoiser = true;
      }
    }
    if (!valid19) {
      const err45 = { instancePath, schemaPath: "#/allOf/4/then/anyOf", keyword: "anyOf", params: {}, schema: schema20.allOf[4].then.anyOf, parentSchema: schema20.allOf[4].then, data };
      if (vErrors === null) {
        vErrors = [err45];
      } else {
        vErrors.push(err45);
      }
      errors++;
    } else {
      errors = _errs52;
      if (vErrors !== null) {
        if (_errs52) {
          vErrors.length = _errs52;
        } else {
          vErrors = null;
        }
      }
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.denoiser === void 0) {
        const err46 = { instancePath, schemaPath: "#/allOf/4/then/required", keyword: "required", params: { missingProperty: "denoiser" }, schema: schema20.allOf[4].then.required, parentSchema: schema20.allOf[4].then, data };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
      if (data.defaultSteps === void 0) {
        const err47 = { instancePath, schemaPath: "#/allOf/4/then/required", keyword: "required", params: { missingProperty: "defaultSteps" }, schema: schema20.allOf[4].then.required, parentSchema: schema20.allOf[4].then, data };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
      for (const key4 in data) {
        const _errs59 = errors;
        if (!(key4 === "id" || key4 === "name" || key4 === "family" || key4 === "task" || key4 === "kind" || key4 === "parameters" || key4 === "activeParameters" || key4 === "maxContext" || key4 === "macs" || key4 === "source" || key4 === "confidence" || key4 === "date" || key4 === "verified" || key4 === "note" || key4 === "denoiser" || key4 === "defaultSteps" || key4 === "callsPerStep" || key4 === "companionParameters" || key4 === "companionMacs")) {
          const err48 = { instancePath, schemaPath: "#/allOf/4/then/propertyNames/enum", keyword: "enum", params: { allowedValues: schema20.allOf[4].then.propertyNames.enum }, schema: schema20.allOf[4].then.propertyNames.enum, parentSchema: schema20.allOf[4].then.propertyNames, data: key4, propertyName: key4 };
          if (vErrors === null) {
            vErrors = [err48];
          } else {
            vErrors.push(err48);
          }
          errors++;
        }
        var valid21 = _errs59 === errors;
        if (!valid21) {
          const err49 = { instancePath, schemaPath: "#/allOf/4/then/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, schema: schema20.allOf[4].then.propertyNames, parentSchema: schema20.allOf[4].then, data };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
      }
      if (props6 !== true) {
        props6 = props6 || {};
        props6.denoiser = true;
        props6.defaultSteps = true;
        props6.callsPerStep = true;
        props6.companionParameters = true;
        props6.companionMacs = true;
      }
      if (data.denoiser !== void 0) {
        let data18 = data.denoiser;
        const _errs62 = errors;
        let valid23 = false;
        let passing0 = null;
        const _errs63 = errors;
        if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
          if (data18.shape === void 0) {
            const err50 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/0/required", keyword: "required", params: { missingProperty: "shape" }, schema: schema20.allOf[4].then.properties.denoiser.oneOf[0].required, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[0], data: data18 };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
          if (data18.imageTokens === void 0) {
            const err51 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/0/required", keyword: "required", params: { missingProperty: "imageTokens" }, schema: schema20.allOf[4].then.properties.denoiser.oneOf[0].required, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[0], data: data18 };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
          if (data18.input !== void 0) {
            const err52 = { instancePath: instancePath + "/denoiser/input", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/0/properties/input/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[0].properties.input, data: data18.input };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
          if (data18.blocks !== void 0) {
            const err53 = { instancePath: instancePath + "/denoiser/blocks", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/0/properties/blocks/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[0].properties.blocks, data: data18.blocks };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        } else {
          const err54 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/0/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[4].then.properties.denoiser.oneOf[0].type, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[0], data: data18 };
          if (vErrors === null) {
            vErrors = [err54];
          } else {
            vErrors.push(err54);
          }
          errors++;
        }
        var _valid6 = _errs63 === errors;
        if (_valid6) {
          valid23 = true;
          passing0 = 0;
          var props7 = {};
          props7.shape = true;
          props7.imageTokens = true;
          props7.input = true;
          props7.blocks = true;
        }
        const _errs65 = errors;
        if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
          if (data18.input === void 0) {
            const err55 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/1/required", keyword: "required", params: { missingProperty: "input" }, schema: schema20.allOf[4].then.properties.denoiser.oneOf[1].required, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[1], data: data18 };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
          if (data18.blocks === void 0) {
            const err56 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/1/required", keyword: "required", params: { missingProperty: "blocks" }, schema: schema20.allOf[4].then.properties.denoiser.oneOf[1].required, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[1], data: data18 };
            if (vErrors === null) {
              vErrors = [err56];
            } else {
              vErrors.push(err56);
            }
            errors++;
          }
          if (data18.shape !== void 0) {
            const err57 = { instancePath: instancePath + "/denoiser/shape", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/1/properties/shape/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[1].properties.shape, data: data18.shape };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
          if (data18.imageTokens !== void 0) {
            const err58 = { instancePath: instancePath + "/denoiser/imageTokens", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/1/properties/imageTokens/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[1].properties.imageTokens, data: data18.imageTokens };
            if (vErrors === null) {
              vErrors = [err58];
            } else {
              vErrors.push(err58);
            }
            errors++;
          }
          if (data18.textTokens !== void 0) {
            const err59 = { instancePath: instancePath + "/denoiser/textTokens", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/1/properties/textTokens/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[1].properties.textTokens, data: data18.textTokens };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
          if (data18.doubleStreamLayers !== void 0) {
            const err60 = { instancePath: instancePath + "/denoiser/doubleStreamLayers", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/1/properties/doubleStreamLayers/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[1].properties.doubleStreamLayers, data: data18.doubleStreamLayers };
            if (vErrors === null) {
              vErrors = [err60];
            } else {
              vErrors.push(err60);
            }
            errors++;
          }
        } else {
          const err61 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf/1/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[4].then.properties.denoiser.oneOf[1].type, parentSchema: schema20.allOf[4].then.properties.denoiser.oneOf[1], data: data18 };
          if (vErrors === null) {
            vErrors = [err61];
          } else {
            vErrors.push(err61);
          }
          errors++;
        }
        var _valid6 = _errs65 === errors;
        if (_valid6 && valid23) {
          valid23 = false;
          passing0 = [passing0, 1];
        } else {
          if (_valid6) {
            valid23 = true;
            passing0 = 1;
            if (props7 !== true) {
              props7 = props7 || {};
              props7.input = true;
              props7.blocks = true;
              props7.shape = true;
              props7.imageTokens = true;
              props7.textTokens = true;
              props7.doubleStreamLayers = true;
            }
          }
        }
        if (!valid23) {
          const err62 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/properties/denoiser/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, schema: schema20.allOf[4].then.properties.denoiser.oneOf, parentSchema: schema20.allOf[4].then.properties.denoiser, data: data18 };
          if (vErrors === null) {
            vErrors = [err62];
          } else {
            vErrors.push(err62);
          }
          errors++;
        } else {
          errors = _errs62;
          if (vErrors !== null) {
            if (_errs62) {
              vErrors.length = _errs62;
            } else {
              vErrors = null;
            }
          }
        }
        if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
          for (const key5 in data18) {
            if (!(key5 === "shape" || key5 === "imageTokens" || key5 === "textTokens" || key5 === "doubleStreamLayers" || key5 === "input" || key5 === "blocks")) {
              const err63 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/properties/denoiser/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, schema: false, parentSchema: schema20.allOf[4].then.properties.denoiser, data: data18 };
              if (vErrors === null) {
                vErrors = [err63];
              } else {
                vErrors.push(err63);
              }
              errors++;
            }
          }
          if (data18.shape !== void 0) {
            if (!validate54(data18.shape, { instancePath: instancePath + "/denoiser/shape", parentData: data18, parentDataProperty: "shape", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
              errors = vErrors.length;
            }
          }
          if (data18.imageTokens !== void 0) {
            if (!validate55(data18.imageTokens, { instancePath: instancePath + "/denoiser/imageTokens", parentData: data18, parentDataProperty: "imageTokens", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
              errors = vErrors.length;
            }
          }
          if (data18.textTokens !== void 0) {
            if (!validate72(data18.textTokens, { instancePath: instancePath + "/denoiser/textTokens", parentData: data18, parentDataProperty: "textTokens", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
              errors = vErrors.length;
            }
          }
          if (data18.doubleStreamLayers !== void 0) {
            if (!validate72(data18.doubleStreamLayers, { instancePath: instancePath + "/denoiser/doubleStreamLayers", parentData: data18, parentDataProperty: "doubleStreamLayers", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
              errors = vErrors.length;
            }
          }
          if (data18.input !== void 0) {
            if (!validate109(data18.input, { instancePath: instancePath + "/denoiser/input", parentData: data18, parentDataProperty: "input", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
              errors = vErrors.length;
            }
          }
          if (data18.blocks !== void 0) {
            if (!validate105(data18.blocks, { instancePath: instancePath + "/denoiser/blocks", parentData: data18, parentDataProperty: "blocks", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err64 = { instancePath: instancePath + "/denoiser", schemaPath: "#/allOf/4/then/properties/denoiser/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[4].then.properties.denoiser.type, parentSchema: schema20.allOf[4].then.properties.denoiser, data: data18 };
          if (vErrors === null) {
            vErrors = [err64];
          } else {
            vErrors.push(err64);
          }
          errors++;
        }
      }
      if (data.defaultSteps !== void 0) {
        if (!validate55(data.defaultSteps, { instancePath: instancePath + "/defaultSteps", parentData: data, parentDataProperty: "defaultSteps", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
          errors = vErrors.length;
        }
      }
      if (data.callsPerStep !== void 0) {
        if (!validate55(data.callsPerStep, { instancePath: instancePath + "/callsPerStep", parentData: data, parentDataProperty: "callsPerStep", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
          errors = vErrors.length;
        }
      }
      if (data.companionParameters !== void 0) {
        if (!validate72(data.companionParameters, { instancePath: instancePath + "/companionParameters", parentData: data, parentDataProperty: "companionParameters", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
          errors = vErrors.length;
        }
      }
      if (data.companionMacs !== void 0) {
        if (!validate72(data.companionMacs, { instancePath: instancePath + "/companionMacs", parentData: data, parentDataProperty: "companionMacs", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err65 = { instancePath, schemaPath: "#/allOf/4/then/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[4].then.type, parentSchema: schema20.allOf[4].then, data };
      if (vErrors === null) {
        vErrors = [err65];
      } else {
        vErrors.push(err65);
      }
      errors++;
    }
    var _valid4 = _errs50 === errors;
    valid17 = _valid4;
    if (valid17) {
      if (props6 !== true) {
        props6 = props6 || {};
        props6.kind = true;
      }
    }
  }
  if (!valid17) {
    const err66 = { instancePath, schemaPath: "#/allOf/4/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema20.allOf[4].if, parentSchema: schema20.allOf[4], data };
    if (vErrors === null) {
      vErrors = [err66];
    } else {
      vErrors.push(err66);
    }
    errors++;
  }
  if (props0 !== true && props6 !== void 0) {
    if (props6 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props6);
    }
  }
  const _errs79 = errors;
  let valid27 = true;
  const _errs80 = errors;
  if (errors === _errs80) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing7;
      if (data.kind === void 0 && (missing7 = "kind")) {
        const err67 = {};
        if (vErrors === null) {
          vErrors = [err67];
        } else {
          vErrors.push(err67);
        }
        errors++;
      } else {
        if (data.kind !== void 0) {
          if ("recommender" !== data.kind) {
            const err68 = {};
            if (vErrors === null) {
              vErrors = [err68];
            } else {
              vErrors.push(err68);
            }
            errors++;
          }
        }
      }
    } else {
      const err69 = {};
      if (vErrors === null) {
        vErrors = [err69];
      } else {
        vErrors.push(err69);
      }
      errors++;
    }
  }
  var _valid7 = _errs80 === errors;
  errors = _errs79;
  if (vErrors !== null) {
    if (_errs79) {
      vErrors.length = _errs79;
    } else {
      vErrors = null;
    }
  }
  if (_valid7) {
    const _errs83 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.embeddingParameters === void 0) {
        const err70 = { instancePath, schemaPath: "#/allOf/5/then/required", keyword: "required", params: { missingProperty: "embeddingParameters" }, schema: schema20.allOf[5].then.required, parentSchema: schema20.allOf[5].then, data };
        if (vErrors === null) {
          vErrors = [err70];
        } else {
          vErrors.push(err70);
        }
        errors++;
      }
      if (data.embeddingDim === void 0) {
        const err71 = { instancePath, schemaPath: "#/allOf/5/then/required", keyword: "required", params: { missingProperty: "embeddingDim" }, schema: schema20.allOf[5].then.required, parentSchema: schema20.allOf[5].then, data };
        if (vErrors === null) {
          vErrors = [err71];
        } else {
          vErrors.push(err71);
        }
        errors++;
      }
      if (data.lookupsPerSample === void 0) {
        const err72 = { instancePath, schemaPath: "#/allOf/5/then/required", keyword: "required", params: { missingProperty: "lookupsPerSample" }, schema: schema20.allOf[5].then.required, parentSchema: schema20.allOf[5].then, data };
        if (vErrors === null) {
          vErrors = [err72];
        } else {
          vErrors.push(err72);
        }
        errors++;
      }
      if (data.bottomMlp === void 0) {
        const err73 = { instancePath, schemaPath: "#/allOf/5/then/required", keyword: "required", params: { missingProperty: "bottomMlp" }, schema: schema20.allOf[5].then.required, parentSchema: schema20.allOf[5].then, data };
        if (vErrors === null) {
          vErrors = [err73];
        } else {
          vErrors.push(err73);
        }
        errors++;
      }
      if (data.topMlp === void 0) {
        const err74 = { instancePath, schemaPath: "#/allOf/5/then/required", keyword: "required", params: { missingProperty: "topMlp" }, schema: schema20.allOf[5].then.required, parentSchema: schema20.allOf[5].then, data };
        if (vErrors === null) {
          vErrors = [err74];
        } else {
          vErrors.push(err74);
        }
        errors++;
      }
      for (const key6 in data) {
        const _errs85 = errors;
        if (!(key6 === "id" || key6 === "name" || key6 === "family" || key6 === "task" || key6 === "kind" || key6 === "parameters" || key6 === "activeParameters" || key6 === "maxContext" || key6 === "macs" || key6 === "source" || key6 === "confidence" || key6 === "date" || key6 === "verified" || key6 === "note" || key6 === "embeddingParameters" || key6 === "embeddingDim" || key6 === "lookupsPerSample" || key6 === "bottomMlp" || key6 === "topMlp" || key6 === "cross")) {
          const err75 = { instancePath, schemaPath: "#/allOf/5/then/propertyNames/enum", keyword: "enum", params: { allowedValues: schema20.allOf[5].then.propertyNames.enum }, schema: schema20.allOf[5].then.propertyNames.enum, parentSchema: schema20.allOf[5].then.propertyNames, data: key6, propertyName: key6 };
          if (vErrors === null) {
            vErrors = [err75];
          } else {
            vErrors.push(err75);
          }
          errors++;
        }
        var valid29 = _errs85 === errors;
        if (!valid29) {
          const err76 = { instancePath, schemaPath: "#/allOf/5/then/propertyNames", keyword: "propertyNames", params: { propertyName: key6 }, schema: schema20.allOf[5].then.propertyNames, parentSchema: schema20.allOf[5].then, data };
          if (vErrors === null) {
            vErrors = [err76];
          } else {
            vErrors.push(err76);
          }
          errors++;
        }
      }
      if (data.embeddingParameters !== void 0) {
        if (!validate55(data.embeddingParameters, { instancePath: instancePath + "/embeddingParameters", parentData: data, parentDataProperty: "embeddingParameters", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
          errors = vErrors.length;
        }
      }
      if (data.embeddingDim !== void 0) {
        if (!validate55(data.embeddingDim, { instancePath: instancePath + "/embeddingDim", parentData: data, parentDataProperty: "embeddingDim", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
          errors = vErrors.length;
        }
      }
      if (data.lookupsPerSample !== void 0) {
        if (!validate55(data.lookupsPerSample, { instancePath: instancePath + "/lookupsPerSample", parentData: data, parentDataProperty: "lookupsPerSample", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
          errors = vErrors.length;
        }
      }
      if (data.bottomMlp !== void 0) {
        let data39 = data.bottomMlp;
        if (Array.isArray(data39)) {
          if (data39.length < 2) {
            const err77 = { instancePath: instancePath + "/bottomMlp", schemaPath: "#/allOf/5/then/properties/bottomMlp/minItems", keyword: "minItems", params: { limit: 2 }, schema: 2, parentSchema: schema20.allOf[5].then.properties.bottomMlp, data: data39 };
            if (vErrors === null) {
              vErrors = [err77];
            } else {
              vErrors.push(err77);
            }
            errors++;
          }
          const len0 = data39.length;
          for (let i0 = 0; i0 < len0; i0++) {
            let data40 = data39[i0];
            if (!(typeof data40 == "number" && (!(data40 % 1) && !isNaN(data40)) && isFinite(data40))) {
              const err78 = { instancePath: instancePath + "/bottomMlp/" + i0, schemaPath: "#/allOf/5/then/properties/bottomMlp/items/type", keyword: "type", params: { type: "integer" }, schema: schema20.allOf[5].then.properties.bottomMlp.items.type, parentSchema: schema20.allOf[5].then.properties.bottomMlp.items, data: data40 };
              if (vErrors === null) {
                vErrors = [err78];
              } else {
                vErrors.push(err78);
              }
              errors++;
            }
            if (typeof data40 == "number" && isFinite(data40)) {
              if (data40 < 1 || isNaN(data40)) {
                const err79 = { instancePath: instancePath + "/bottomMlp/" + i0, schemaPath: "#/allOf/5/then/properties/bottomMlp/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema20.allOf[5].then.properties.bottomMlp.items, data: data40 };
                if (vErrors === null) {
                  vErrors = [err79];
                } else {
                  vErrors.push(err79);
                }
                errors++;
              }
            }
          }
        } else {
          const err80 = { instancePath: instancePath + "/bottomMlp", schemaPath: "#/allOf/5/then/properties/bottomMlp/type", keyword: "type", params: { type: "array" }, schema: schema20.allOf[5].then.properties.bottomMlp.type, parentSchema: schema20.allOf[5].then.properties.bottomMlp, data: data39 };
          if (vErrors === null) {
            vErrors = [err80];
          } else {
            vErrors.push(err80);
          }
          errors++;
        }
      }
      if (data.topMlp !== void 0) {
        let data41 = data.topMlp;
        if (Array.isArray(data41)) {
          if (data41.length < 2) {
            const err81 = { instancePath: instancePath + "/topMlp", schemaPath: "#/allOf/5/then/properties/topMlp/minItems", keyword: "minItems", params: { limit: 2 }, schema: 2, parentSchema: schema20.allOf[5].then.properties.topMlp, data: data41 };
            if (vErrors === null) {
              vErrors = [err81];
            } else {
              vErrors.push(err81);
            }
            errors++;
          }
          const len1 = data41.length;
          for (let i1 = 0; i1 < len1; i1++) {
            let data42 = data41[i1];
            if (!(typeof data42 == "number" && (!(data42 % 1) && !isNaN(data42)) && isFinite(data42))) {
              const err82 = { instancePath: instancePath + "/topMlp/" + i1, schemaPath: "#/allOf/5/then/properties/topMlp/items/type", keyword: "type", params: { type: "integer" }, schema: schema20.allOf[5].then.properties.topMlp.items.type, parentSchema: schema20.allOf[5].then.properties.topMlp.items, data: data42 };
              if (vErrors === null) {
                vErrors = [err82];
              } else {
                vErrors.push(err82);
              }
              errors++;
            }
            if (typeof data42 == "number" && isFinite(data42)) {
              if (data42 < 1 || isNaN(data42)) {
                const err83 = { instancePath: instancePath + "/topMlp/" + i1, schemaPath: "#/allOf/5/then/properties/topMlp/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema20.allOf[5].then.properties.topMlp.items, data: data42 };
                if (vErrors === null) {
                  vErrors = [err83];
                } else {
                  vErrors.push(err83);
                }
                errors++;
              }
            }
          }
        } else {
          const err84 = { instancePath: instancePath + "/topMlp", schemaPath: "#/allOf/5/then/properties/topMlp/type", keyword: "type", params: { type: "array" }, schema: schema20.allOf[5].then.properties.topMlp.type, parentSchema: schema20.allOf[5].then.properties.topMlp, data: data41 };
          if (vErrors === null) {
            vErrors = [err84];
          } else {
            vErrors.push(err84);
          }
          errors++;
        }
      }
      if (data.cross !== void 0) {
        let data43 = data.cross;
        if (data43 && typeof data43 == "object" && !Array.isArray(data43)) {
          if (data43.layers === void 0) {
            const err85 = { instancePath: instancePath + "/cross", schemaPath: "#/allOf/5/then/properties/cross/required", keyword: "required", params: { missingProperty: "layers" }, schema: schema20.allOf[5].then.properties.cross.required, parentSchema: schema20.allOf[5].then.properties.cross, data: data43 };
            if (vErrors === null) {
              vErrors = [err85];
            } else {
              vErrors.push(err85);
            }
            errors++;
          }
          if (data43.rank === void 0) {
            const err86 = { instancePath: instancePath + "/cross", schemaPath: "#/allOf/5/then/properties/cross/required", keyword: "required", params: { missingProperty: "rank" }, schema: schema20.allOf[5].then.properties.cross.required, parentSchema: schema20.allOf[5].then.properties.cross, data: data43 };
            if (vErrors === null) {
              vErrors = [err86];
            } else {
              vErrors.push(err86);
            }
            errors++;
          }
          if (data43.width === void 0) {
            const err87 = { instancePath: instancePath + "/cross", schemaPath: "#/allOf/5/then/properties/cross/required", keyword: "required", params: { missingProperty: "width" }, schema: schema20.allOf[5].then.properties.cross.required, parentSchema: schema20.allOf[5].then.properties.cross, data: data43 };
            if (vErrors === null) {
              vErrors = [err87];
            } else {
              vErrors.push(err87);
            }
            errors++;
          }
          for (const key7 in data43) {
            if (!(key7 === "layers" || key7 === "rank" || key7 === "width")) {
              const err88 = { instancePath: instancePath + "/cross", schemaPath: "#/allOf/5/then/properties/cross/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, schema: false, parentSchema: schema20.allOf[5].then.properties.cross, data: data43 };
              if (vErrors === null) {
                vErrors = [err88];
              } else {
                vErrors.push(err88);
              }
              errors++;
            }
          }
          if (data43.layers !== void 0) {
            let data44 = data43.layers;
            if (!(typeof data44 == "number" && (!(data44 % 1) && !isNaN(data44)) && isFinite(data44))) {
              const err89 = { instancePath: instancePath + "/cross/layers", schemaPath: "#/allOf/5/then/properties/cross/properties/layers/type", keyword: "type", params: { type: "integer" }, schema: schema20.allOf[5].then.properties.cross.properties.layers.type, parentSchema: schema20.allOf[5].then.properties.cross.properties.layers, data: data44 };
              if (vErrors === null) {
                vErrors = [err89];
              } else {
                vErrors.push(err89);
              }
              errors++;
            }
            if (typeof data44 == "number" && isFinite(data44)) {
              if (data44 < 1 || isNaN(data44)) {
                const err90 = { instancePath: instancePath + "/cross/layers", schemaPath: "#/allOf/5/then/properties/cross/properties/layers/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema20.allOf[5].then.properties.cross.properties.layers, data: data44 };
                if (vErrors === null) {
                  vErrors = [err90];
                } else {
                  vErrors.push(err90);
                }
                errors++;
              }
            }
          }
          if (data43.rank !== void 0) {
            let data45 = data43.rank;
            if (!(typeof data45 == "number" && (!(data45 % 1) && !isNaN(data45)) && isFinite(data45))) {
              const err91 = { instancePath: instancePath + "/cross/rank", schemaPath: "#/allOf/5/then/properties/cross/properties/rank/type", keyword: "type", params: { type: "integer" }, schema: schema20.allOf[5].then.properties.cross.properties.rank.type, parentSchema: schema20.allOf[5].then.properties.cross.properties.rank, data: data45 };
              if (vErrors === null) {
                vErrors = [err91];
              } else {
                vErrors.push(err91);
              }
              errors++;
            }
            if (typeof data45 == "number" && isFinite(data45)) {
              if (data45 < 1 || isNaN(data45)) {
                const err92 = { instancePath: instancePath + "/cross/rank", schemaPath: "#/allOf/5/then/properties/cross/properties/rank/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema20.allOf[5].then.properties.cross.properties.rank, data: data45 };
                if (vErrors === null) {
                  vErrors = [err92];
                } else {
                  vErrors.push(err92);
                }
                errors++;
              }
            }
          }
          if (data43.width !== void 0) {
            let data46 = data43.width;
            if (!(typeof data46 == "number" && (!(data46 % 1) && !isNaN(data46)) && isFinite(data46))) {
              const err93 = { instancePath: instancePath + "/cross/width", schemaPath: "#/allOf/5/then/properties/cross/properties/width/type", keyword: "type", params: { type: "integer" }, schema: schema20.allOf[5].then.properties.cross.properties.width.type, parentSchema: schema20.allOf[5].then.properties.cross.properties.width, data: data46 };
              if (vErrors === null) {
                vErrors = [err93];
              } else {
                vErrors.push(err93);
              }
              errors++;
            }
            if (typeof data46 == "number" && isFinite(data46)) {
              if (data46 < 1 || isNaN(data46)) {
                const err94 = { instancePath: instancePath + "/cross/width", schemaPath: "#/allOf/5/then/properties/cross/properties/width/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, schema: 1, parentSchema: schema20.allOf[5].then.properties.cross.properties.width, data: data46 };
                if (vErrors === null) {
                  vErrors = [err94];
                } else {
                  vErrors.push(err94);
                }
                errors++;
              }
            }
          }
        } else {
          const err95 = { instancePath: instancePath + "/cross", schemaPath: "#/allOf/5/then/properties/cross/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[5].then.properties.cross.type, parentSchema: schema20.allOf[5].then.properties.cross, data: data43 };
          if (vErrors === null) {
            vErrors = [err95];
          } else {
            vErrors.push(err95);
          }
          errors++;
        }
      }
    } else {
      const err96 = { instancePath, schemaPath: "#/allOf/5/then/type", keyword: "type", params: { type: "object" }, schema: schema20.allOf[5].then.type, parentSchema: schema20.allOf[5].then, data };
      if (vErrors === null) {
        vErrors = [err96];
      } else {
        vErrors.push(err96);
      }
      errors++;
    }
    var _valid7 = _errs83 === errors;
    valid27 = _valid7;
    if (valid27) {
      var props18 = {};
      props18.embeddingParameters = true;
      props18.embeddingDim = true;
      props18.lookupsPerSample = true;
      props18.bottomMlp = true;
      props18.topMlp = true;
      props18.cross = true;
      props18.kind = true;
    }
  }
  if (!valid27) {
    const err97 = { instancePath, schemaPath: "#/allOf/5/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema20.allOf[5].if, parentSchema: schema20.allOf[5], data };
    if (vErrors === null) {
      vErrors = [err97];
    } else {
      vErrors.push(err97);
    }
    errors++;
  }
  if (props0 !== true && props18 !== void 0) {
    if (props18 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props18);
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err98 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema20.required, parentSchema: schema20, data };
      if (vErrors === null) {
        vErrors = [err98];
      } else {
        vErrors.push(err98);
      }
      errors++;
    }
    for (const key8 in data) {
      if (!func1.call(schema20.properties, key8)) {
        const err99 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, schema: false, parentSchema: schema20, data };
        if (vErrors === null) {
          vErrors = [err99];
        } else {
          vErrors.push(err99);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data47 = data.id;
      if (typeof data47 === "string") {
        if (!pattern7.test(data47)) {
          const err100 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9.-]*$" }, schema: "^[a-z0-9][a-z0-9.-]*$", parentSchema: schema20.properties.id, data: data47 };
          if (vErrors === null) {
            vErrors = [err100];
          } else {
            vErrors.push(err100);
          }
          errors++;
        }
      } else {
        const err101 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, schema: schema20.properties.id.type, parentSchema: schema20.properties.id, data: data47 };
        if (vErrors === null) {
          vErrors = [err101];
        } else {
          vErrors.push(err101);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data48 = data.name;
      if (typeof data48 === "string") {
        if (func2(data48) < 1) {
          const err102 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema20.properties.name, data: data48 };
          if (vErrors === null) {
            vErrors = [err102];
          } else {
            vErrors.push(err102);
          }
          errors++;
        }
      } else {
        const err103 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema20.properties.name.type, parentSchema: schema20.properties.name, data: data48 };
        if (vErrors === null) {
          vErrors = [err103];
        } else {
          vErrors.push(err103);
        }
        errors++;
      }
    }
    if (data.family !== void 0) {
      let data49 = data.family;
      if (typeof data49 === "string") {
        if (func2(data49) < 1) {
          const err104 = { instancePath: instancePath + "/family", schemaPath: "#/properties/family/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema20.properties.family, data: data49 };
          if (vErrors === null) {
            vErrors = [err104];
          } else {
            vErrors.push(err104);
          }
          errors++;
        }
      } else {
        const err105 = { instancePath: instancePath + "/family", schemaPath: "#/properties/family/type", keyword: "type", params: { type: "string" }, schema: schema20.properties.family.type, parentSchema: schema20.properties.family, data: data49 };
        if (vErrors === null) {
          vErrors = [err105];
        } else {
          vErrors.push(err105);
        }
        errors++;
      }
    }
    if (data.task !== void 0) {
      let data50 = data.task;
      if (typeof data50 === "string") {
        if (!pattern6.test(data50)) {
          const err106 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9-]+$" }, schema: "^[a-z0-9-]+$", parentSchema: schema20.properties.task, data: data50 };
          if (vErrors === null) {
            vErrors = [err106];
          } else {
            vErrors.push(err106);
          }
          errors++;
        }
      } else {
        const err107 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/type", keyword: "type", params: { type: "string" }, schema: schema20.properties.task.type, parentSchema: schema20.properties.task, data: data50 };
        if (vErrors === null) {
          vErrors = [err107];
        } else {
          vErrors.push(err107);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data51 = data.kind;
      if (!(data51 === "decoder" || data51 === "encoder" || data51 === "encoder-decoder" || data51 === "blocks" || data51 === "diffusion" || data51 === "recommender")) {
        const err108 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema20.properties.kind.enum }, schema: schema20.properties.kind.enum, parentSchema: schema20.properties.kind, data: data51 };
        if (vErrors === null) {
          vErrors = [err108];
        } else {
          vErrors.push(err108);
        }
        errors++;
      }
    }
    if (data.parameters !== void 0) {
      if (!validate55(data.parameters, { instancePath: instancePath + "/parameters", parentData: data, parentDataProperty: "parameters", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.activeParameters !== void 0) {
      if (!validate55(data.activeParameters, { instancePath: instancePath + "/activeParameters", parentData: data, parentDataProperty: "activeParameters", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.maxContext !== void 0) {
      if (!validate55(data.maxContext, { instancePath: instancePath + "/maxContext", parentData: data, parentDataProperty: "maxContext", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.macs !== void 0) {
      if (!validate55(data.macs, { instancePath: instancePath + "/macs", parentData: data, parentDataProperty: "macs", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.source !== void 0) {
      if (!validate59(data.source, { instancePath: instancePath + "/source", parentData: data, parentDataProperty: "source", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
        errors = vErrors.length;
      }
    }
    if (data.confidence !== void 0) {
      if (!validate61(data.confidence, { instancePath: instancePath + "/confidence", parentData: data, parentDataProperty: "confidence", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
        errors = vErrors.length;
      }
    }
    if (data.date !== void 0) {
      if (!validate65(data.date, { instancePath: instancePath + "/date", parentData: data, parentDataProperty: "date", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
        errors = vErrors.length;
      }
    }
    if (data.verified !== void 0) {
      let data59 = data.verified;
      if (typeof data59 !== "boolean") {
        const err109 = { instancePath: instancePath + "/verified", schemaPath: "#/properties/verified/type", keyword: "type", params: { type: "boolean" }, schema: schema20.properties.verified.type, parentSchema: schema20.properties.verified, data: data59 };
        if (vErrors === null) {
          vErrors = [err109];
        } else {
          vErrors.push(err109);
        }
        errors++;
      }
    }
    if (data.note !== void 0) {
      if (!validate63(data.note, { instancePath: instancePath + "/note", parentData: data, parentDataProperty: "note", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err110 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema20.type, parentSchema: schema20, data };
    if (vErrors === null) {
      vErrors = [err110];
    } else {
      vErrors.push(err110);
    }
    errors++;
  }
  validate140.errors = vErrors;
  return errors === 0;
}
validate140.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  stdin_default as default,
  validate
};
