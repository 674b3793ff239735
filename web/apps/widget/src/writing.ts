/** Everything that is needed only once somebody writes. */
export { beforeWords } from "./before-words";
export { mask } from "./privacy/mask";
export { Sender } from "./sender";
export { smileyButtons } from "./smileys";
export { Uploads, uploadRows } from "./uploads";
