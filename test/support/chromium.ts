import { existsSync } from 'node:fs';

/** Chromium's program: CHROMIUM_PATH, or where Debian puts it; undefined where there is none. */
export const chromiumPath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
].find((file) => file !== undefined && file !== '' && existsSync(file));
