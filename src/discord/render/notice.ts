import { colours } from './answer.ts';
import { container, textDisplay } from './components.ts';
import { finishPayload } from './payload.ts';
import type { Payload } from './payload.ts';

/** One sentence, or several paragraphs, in the bot's own words. */
export function renderNotice(...paragraphs: readonly string[]): Payload {
  return finishPayload([container([textDisplay(paragraphs.join('\n\n'))], colours.notice)]);
}

/** A reply of nothing but that. */
export function replyWith(...paragraphs: readonly string[]): { readonly payload: Payload } {
  return { payload: renderNotice(...paragraphs) };
}
