/** What a client asks of its agents' words. The desk has the last word about emoji; here one sees it before sending. */
import type { ClientSpeech, EmojiRule } from "@luukku/wire";

/** A whole emoji: a family, a flag or a hand with its skin tone is one. */
const EMOJI =
  /\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}(?=\uFE0F|\p{Emoji_Modifier})|[\u2639\u263A\u2764])(?:\uFE0F|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic})*/gu;

export function emojiIn(text: string): number {
  return text.match(EMOJI)?.length ?? 0;
}

const MOST: Record<EmojiRule, number> = { allow: Number.POSITIVE_INFINITY, limit: 1, forbid: 0 };

/** Emoji that the desk would not take. */
export function tooManyEmoji(text: string, rule: EmojiRule): boolean {
  return emojiIn(text) > MOST[rule];
}

/** Whether one more may be picked. */
export function mayPick(text: string, rule: EmojiRule): boolean {
  return emojiIn(text) < MOST[rule];
}

/** Words of the client's list that stand in `text`, inflected ones too: they begin alike. */
export function avoided(text: string, speech: ClientSpeech): string[] {
  const said = text.toLocaleLowerCase();
  return speech.avoid.filter((word) => {
    const wanted = word.toLocaleLowerCase();
    const at = [...said.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}`, "gu"))];
    return at.length > 0;
  });
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
