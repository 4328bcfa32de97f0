import { readSettings } from '../../../src/config.ts';
import type { Patient } from '../../../src/doctor/check.ts';
import { openPatient } from '../../../src/doctor/examine.ts';
import type { PatientOptions } from '../../../src/doctor/examine.ts';

/** No setting of this machine, nor of a `.env` that happens to be there, reaches a patient. */
const noSettings = {
  EMBEDDING_MODEL: '',
  EMBEDDING_THREADS: '',
  EMBEDDING_CACHE: '',
  NEWSQUOTE_CORPUS: '',
  NEWSQUOTE_INDEX: '',
  NEWSQUOTE_DATA: '',
  DISCORD_TOKEN: '',
  DISCORD_APPLICATION_ID: '',
  DISCORD_GUILD_ID: '',
  DISCORD_API_URL: '',
  PREVIEW_PORT: '',
  PREVIEW_HOST: '',
  PREVIEW_PASSWORD: '',
};

/** A patient with these settings and no others. */
export function makePatient(
  settings: Readonly<Record<string, string>> = {},
  options: Partial<PatientOptions> = {},
): Patient {
  return openPatient({
    isOffline: false,
    now: () => new Date(),
    onProgress: () => undefined,
    ...options,
    environment: { ...noSettings, ...settings },
  });
}

/** The settings alone, where `.env` is not to be looked at. */
export function settingsOf(settings: Readonly<Record<string, string>>): Pick<Patient, 'settings'> {
  const read = { ...readSettings({ ...noSettings, ...settings }), namesInFile: [] };
  return { settings: async () => read };
}
