import type {
  APIMessage,
  APIModalInteractionResponseCallbackData,
  GatewayInteractionCreateDispatchData,
} from 'discord-api-types/v10';
import { isEphemeral, type MessageLedger } from './message-ledger.ts';
import type { JsonObject } from './wire.ts';
import type { Clock } from './clock.ts';

/** What became of an interaction so far. */
export interface InteractionResult {
  readonly interactionId: string;
  /** Time from the dispatch to the first callback that was accepted; undefined before it. */
  readonly ackMs: number | undefined;
  /** The type of that callback: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal. */
  readonly callbackType: number | undefined;
  readonly isDeferred: boolean;
  readonly isEphemeral: boolean;
  /** The original response as it is now: the message sent, or for a component's update the message it is on. */
  readonly message: APIMessage | undefined;
  /** Every payload that was meant for the original response, the last one as it came in at the end. */
  readonly payloads: readonly JsonObject[];
  readonly followups: readonly APIMessage[];
  /** Choices of an autocomplete. */
  readonly choices: readonly JsonObject[] | undefined;
  readonly modal: APIModalInteractionResponseCallbackData | undefined;
  /** Whether the original response was deleted. */
  readonly isDeleted: boolean;
  /** Codes with which callbacks and edits were refused: 40060, 10062, 50027, 50035, … */
  readonly refusals: readonly number[];
}

/** An interaction that was sent, and its state. */
export interface TrackedInteraction {
  readonly interaction: GatewayInteractionCreateDispatchData;
  readonly sentAt: number;
  ackMs?: number;
  callbackType?: number;
  originalId?: string;
  isEphemeral: boolean;
  /** Whether the answer is there: at once but for the deferred ones. */
  isSettled: boolean;
  isDeleted: boolean;
  choices?: readonly JsonObject[];
  modal?: APIModalInteractionResponseCallbackData;
  readonly payloads: JsonObject[];
  readonly followupIds: string[];
  readonly refusals: number[];
}

/** When to stop waiting; how long to wait at most. */
export interface WaitOptions {
  /** Real milliseconds, 4,000 unless told. */
  readonly timeoutMs?: number;
  /** Until this holds; unless told, until there is an answer that is not a mere deferral. */
  readonly until?: (result: InteractionResult) => boolean;
}

/** Keeps every interaction by token and lets tests wait for what the bot does with it. */
export interface InteractionLedger {
  /** Tracks an interaction that is about to be sent; one sent before keeps its state. */
  readonly track: (interaction: GatewayInteractionCreateDispatchData) => void;
  readonly findByToken: (token: string) => TrackedInteraction | undefined;
  /** To be called after each change, so that who waits looks again. */
  readonly changed: () => void;
  readonly resultOf: (interaction: GatewayInteractionCreateDispatchData) => InteractionResult;
  /** The state once `until` holds. @throws Error that tells what happened instead. */
  readonly wait: (
    interaction: GatewayInteractionCreateDispatchData,
    options?: WaitOptions,
  ) => Promise<InteractionResult>;
}

/** A ledger without interactions. */
export function createInteractionLedger(clock: Clock, messages: MessageLedger): InteractionLedger {
  const tracked = new Map<string, TrackedInteraction>();
  const watchers = new Set<() => void>();
  const find = ({ id, token }: GatewayInteractionCreateDispatchData): TrackedInteraction => {
    const entry = tracked.get(token);
    if (entry === undefined) throw new Error(`Interaction ${id} was never sent.`);
    return entry;
  };
  return {
    track: (interaction) => {
      if (tracked.has(interaction.token)) return;
      tracked.set(interaction.token, {
        interaction,
        sentAt: clock.now(),
        isEphemeral: false,
        isSettled: false,
        isDeleted: false,
        payloads: [],
        followupIds: [],
        refusals: [],
      });
    },
    findByToken: (token) => tracked.get(token),
    changed: () => watchers.forEach((look) => look()),
    resultOf: (interaction) => resultOf(find(interaction), messages),
    wait: (interaction, { timeoutMs = 4_000, until } = {}) => {
      const entry = find(interaction);
      return new Promise((resolve, reject) => {
        const finish = (end: () => void): void => {
          clearTimeout(timer);
          watchers.delete(look);
          end();
        };
        const look = (): void => {
          const result = resultOf(entry, messages);
          if (until === undefined ? entry.isSettled : until(result)) finish(() => resolve(result));
        };
        const timer = setTimeout(() => {
          finish(() => reject(new Error(`${describe(entry)} after ${timeoutMs} ms.`)));
        }, timeoutMs);
        watchers.add(look);
        look();
      });
    },
  };
}

function resultOf(entry: TrackedInteraction, messages: MessageLedger): InteractionResult {
  const message = entry.originalId === undefined ? undefined : messages.find(entry.originalId);
  return {
    interactionId: entry.interaction.id,
    ackMs: entry.ackMs,
    callbackType: entry.callbackType,
    isDeferred: entry.callbackType === 5 || entry.callbackType === 6,
    isEphemeral: message === undefined ? entry.isEphemeral : isEphemeral(message),
    message,
    payloads: [...entry.payloads],
    followups: entry.followupIds.flatMap((id) => messages.find(id) ?? []),
    choices: entry.choices,
    modal: entry.modal,
    isDeleted: entry.isDeleted,
    refusals: [...entry.refusals],
  };
}

function describe(entry: TrackedInteraction): string {
  const { interaction, ackMs, callbackType, refusals } = entry;
  const data = interaction.data;
  const name = data === undefined ? '' : 'name' in data ? ` /${data.name}` : ` ${data.custom_id}`;
  const state =
    ackMs === undefined
      ? 'was not acknowledged'
      : `was acknowledged with type ${String(callbackType)} and is not what was waited for`;
  const refused = refusals.length === 0 ? '' : `; refused with ${refusals.join(', ')}`;
  return `Interaction ${interaction.id}${name} ${state}${refused}`;
}
