import path from 'node:path';
import type { DiscordAnswer } from './ask-discord.ts';
import { problem, skipped } from './check.ts';
import type { Check, CheckName, Finding, Patient } from './check.ts';

/** A finding with the check that made it. */
export interface Examined extends Finding {
  readonly check: CheckName;
}

/** How to examine. */
export interface PatientOptions extends Pick<Patient, 'isOffline' | 'now' | 'onProgress'> {
  /** Where settings come from beside `.env`; the environment of this process unless told. */
  readonly environment?: NodeJS.ProcessEnv;
}

const projectFolder = path.resolve(import.meta.dirname, '../..');

/** This installation. Nothing of it is read yet, and no package is needed for it. */
export function openPatient({ environment, ...options }: PatientOptions): Patient {
  const settings = once(async () => {
    const { readSettings } = await import('../config.ts');
    return readSettings(environment);
  });
  const answers = new Map<string, Promise<DiscordAnswer>>();
  return {
    ...options,
    projectFolder,
    settings,
    modelHash: once(async () => {
      const { findWeightFile, hashFile, locateModel } = await import('../embed/model-files.ts');
      const { config } = await settings();
      return hashFile(findWeightFile(locateModel(config.embeddingModel, config.hubCache)).path);
    }),
    askDiscord(place) {
      const answer = answers.get(place) ?? ask(place, settings);
      answers.set(place, answer);
      return answer;
    },
  };
}

async function ask(place: string, settings: Patient['settings']): Promise<DiscordAnswer> {
  const { askDiscord } = await import('./ask-discord.ts');
  const { default: facts } = await import('../../package.json', { with: { type: 'json' } });
  const { config } = await settings();
  const { discordApiUrl: restApi, discordToken: token } = config;
  return askDiscord({ restApi, token, version: facts.version }, place);
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}

/** Runs the checks one after another. Whatever one of them throws is a finding: the others run all the same. */
export async function examine(checks: readonly Check[], patient: Patient): Promise<Examined[]> {
  const examined: Examined[] = [];
  /** What every check that was not all well came to, and which check first threw an error: what is read once fails once. */
  const spoiled = new Map<CheckName, 'found a problem' | 'was skipped'>();
  const firstToThrow = new Map<unknown, CheckName>();
  for (const { name, needs = [], isOnline = false, run } of checks) {
    const skip = (needed: CheckName): Finding =>
      skipped(`it needs the check “${needed}”, which ${spoiled.get(needed) ?? 'could not be done'}`);
    const look = async (): Promise<readonly Finding[]> => {
      if (isOnline && patient.isOffline) return [skipped('--offline was given')];
      const missing = needs.find((each) => spoiled.has(each));
      if (missing !== undefined) return [skip(missing)];
      try {
        return await run(patient);
      } catch (error) {
        const first = firstToThrow.get(error);
        if (first !== undefined) return [skip(first)];
        firstToThrow.set(error, name);
        return [describeFailure(error)];
      }
    };
    const findings = await look();
    if (findings.some(({ status }) => status === 'problem')) spoiled.set(name, 'found a problem');
    else if (findings.some(({ status }) => status === 'skipped')) spoiled.set(name, 'was skipped');
    examined.push(...findings.map((finding) => ({ check: name, ...finding })));
  }
  return examined;
}

function describeFailure(error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error);
  const isNotFound = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  const name = isNotFound ? /Cannot find package '([^']+)'/.exec(message)?.[1] : undefined;
  return name === undefined
    ? problem(`this could not be looked at: ${message}`, 'Report this as a bug, with this line.')
    : problem(
        `this could not be looked at: the package ${name} is not installed`,
        'Install the packages: npm ci',
      );
}
