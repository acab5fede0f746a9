const EMOJI =
  '(?:\\p{RI}\\p{RI}|[#*0-9]\\uFE0F?\\u20E3|(?![#*0-9]|\\p{RI})(?:\\p{Emoji_Presentation}|\\p{Emoji}\\uFE0F|\\p{Extended_Pictographic}(?=\\p{EMod}|\\u200D))' +
  '(?:\\p{EMod}|\\uFE0F|[\\u{E0020}-\\u{E007E}]+\\u{E007F})?(?:\\u200D\\p{Emoji}(?:\\p{EMod}|\\uFE0F)?)*)';
const FEW_EMOJI = new RegExp(`^\\s*(?:${EMOJI}\\s*){1,3}$`, 'u');

/** Up to three emoji and nothing else: said with the face, so shown large. */
export const isFewEmoji = (body: string) => body.length <= 120 && FEW_EMOJI.test(body);
