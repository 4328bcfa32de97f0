import { settingNames } from '../../src/config.ts';

/** No setting of the machine that the tests run on, nor of a `.env` that happens to be there: each is the default. */
export const noSettings: Readonly<Record<string, string>> = Object.fromEntries(
  settingNames.map((name) => [name, '']),
);
