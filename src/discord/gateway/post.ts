import type { Bot, Reply, Viewer } from '../bot.ts';
import type { Payload } from '../render/payload.ts';
import type { MessagePlace } from './send.ts';

/** A message that others than its asker see. */
export interface Posting {
  readonly draw: () => Promise<Reply>;
  /** Says where it stands then; null where it could not be sent. */
  readonly send: (payload: Payload) => Promise<MessagePlace | null>;
  readonly viewer: Pick<Viewer, 'guildId' | 'locale'>;
}

/** Draws a message, sends it, and keeps what it shows of articles, so that a decision reaches it, also one of meanwhile. */
export async function post(
  { draw, send, viewer }: Posting,
  { desk, now, redrawing }: Pick<Bot, 'desk' | 'now' | 'redrawing'>,
): Promise<Reply> {
  // Before anything is drawn: what is decided after this may be missing in it.
  const changeNumber = await desk.changeNumber();
  const reply = await draw();
  const sent = await send(reply.payload);
  if (sent === null) return { ...reply, outcome: 'failed' };
  const { content } = reply;
  if (content === undefined) return reply;
  const { guildId, locale } = viewer;
  const place = { messageId: sent.id, channelId: sent.channelId, guildId, locale };
  const isOutdated = await desk.savePost({ ...content, ...place, postedAt: now().getTime() }, changeNumber);
  if (isOutdated) redrawing?.begin();
  return reply;
}
