/** Everything that is needed only once somebody writes. */
export { mask } from "./privacy/mask";
export { houseRules } from "./rules";
export { Sender } from "./sender";
export { smileyButtons } from "./smileys";
export { Uploads, uploadRows } from "./uploads";
