import { readSettings } from '../../../src/config.ts';
import type { Patient } from '../../../src/doctor/check.ts';
import { openPatient } from '../../../src/doctor/examine.ts';
import type { PatientOptions } from '../../../src/doctor/examine.ts';
import { noSettings } from '../../support/no-settings.ts';

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
