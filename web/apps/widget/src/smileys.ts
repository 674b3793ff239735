import { button } from "./dom";

/** A few smileys for people without a keyboard of them. What they write themselves stays as it is (UH-30). */
const SMILEYS =
  "😀 😃 😄 😁 😅 😂 🙂 🙃 😉 😊 😍 😘 😎 🤓 🤔 😐 😕 🙁 😢 😭 😮 😳 😬 😴 😤 😱 🤯 🤗 🙏 👍 👎 👏 👋 💪 🤷 ❤️ 💙 🎉 ✨ ☕".split(
    " ",
  );

export function smileyButtons(chosen: (smiley: string) => void): HTMLElement[] {
  return SMILEYS.map((one) => button({ class: "smiley" }, () => chosen(one), one));
}
