/**
 * Makers with their seat in mainland China, as the catalogue spells them. What they sell at home crosses no border, so
 * that no export rule stands between them and a buyer there.
 */
export const CHINESE_MAKERS: ReadonlySet<string> = new Set([
  "Alibaba T-Head",
  "Amlogic",
  "Axera",
  "Baidu Kunlunxin",
  "Biren",
  "Black Sesame",
  "CIX",
  "Cambricon",
  "Canaan",
  "D-Robotics/Horizon",
  "ESWIN",
  "Espressif",
  "Horizon Robotics",
  "Huawei",
  "MetaX",
  "Moore Threads",
  "Rockchip",
  "Sophgo",
  "SpacemiT",
]);
