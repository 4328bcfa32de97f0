import type { ReadSettings } from '../config.ts';
import type { OnProgress } from '../pipeline/progress.ts';
import type { DiscordAnswer } from './ask-discord.ts';

/** How a thing was found: `warning` works for now, `problem` does not work, `skipped` was not looked at. */
export type Status = 'ok' | 'warning' | 'problem' | 'skipped';

/** What a check found of one thing. A check and its words stand in one file: they change together. */
export interface Finding {
  readonly status: Status;
  /** What was found, or why it was not looked for; never a secret. */
  readonly found: string;
  /** What to do about it; null where there is nothing to do. */
  readonly next: string | null;
}

/** The checks, as `--json` names them. */
export type CheckName =
  | 'node'
  | 'packages'
  | 'native'
  | 'settings'
  | 'memory'
  | 'disk'
  | 'folders'
  | 'model'
  | 'index'
  | 'desk'
  | 'token'
  | 'discord'
  | 'application'
  | 'server'
  | 'commands'
  | 'clock'
  | 'processes';

/** What is examined. Everything but the first line is read when a check asks for it, and once. */
export interface Patient {
  readonly projectFolder: string;
  readonly isOffline: boolean;
  readonly now: () => Date;
  /** Hears how far a check is that takes long. */
  readonly onProgress: OnProgress;
  readonly settings: () => Promise<ReadSettings>;
  /** SHA-256 of the model's weights. @throws UserError `model-missing` */
  readonly modelHash: () => Promise<string>;
  /** What Discord says to a GET with the token, by path below `/v10`. @throws Error where it does not answer */
  readonly askDiscord: (path: string) => Promise<DiscordAnswer>;
}

/** One line of the table of checks. */
export interface Check {
  readonly name: CheckName;
  /** Not run where one of these found a problem or was not run itself. */
  readonly needs?: readonly CheckName[];
  /** Whether it asks Discord, so that `--offline` leaves it out. */
  readonly isOnline?: boolean;
  /** Loads its file only now: a package that is missing spoils one check, not the report. */
  readonly run: (patient: Patient) => Promise<readonly Finding[]>;
}

/** All is well. */
export const ok = (found: string): Finding => ({ status: 'ok', found, next: null });

/** It works for now. */
export const warning = (found: string, next: string): Finding => ({ status: 'warning', found, next });

/** It does not work. */
export const problem = (found: string, next: string): Finding => ({ status: 'problem', found, next });

/** It was not looked at. */
export const skipped = (why: string): Finding => ({ status: 'skipped', found: why, next: null });
