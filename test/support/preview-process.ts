import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { noSettings } from './no-settings.ts';
import { projectFolder } from './run-script.ts';

/** `npm start` without a token. */
export interface PreviewProcess {
  readonly address: string;
  /** What it has said so far. */
  readonly said: () => string;
  /** Resolves once it says this. */
  readonly untilSaid: (words: string) => Promise<void>;
  /** Stops it and returns its exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Starts the page on a port that is free; resolves when it says where. */
export async function startPreview(environment: Readonly<Record<string, string>>): Promise<PreviewProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(projectFolder, 'src/main.ts')], {
    cwd: projectFolder,
    env: {
      ...process.env,
      ...noSettings,
      PREVIEW_PORT: '0',
      ...environment,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const closed = once(child, 'close') as Promise<[number | null]>;
  const untilSaid = async (words: string): Promise<void> => {
    while (!said.includes(words)) {
      const ended = await Promise.race([
        closed,
        once(child.stdout, 'data').then(() => null),
        once(child.stderr, 'data').then(() => null),
      ]);
      if (ended !== null && !said.includes(words)) throw new Error(`ended without “${words}”: ${said}`);
    }
  };
  await untilSaid('http://');
  return {
    address: /http:\/\/\S+/.exec(said)?.[0] ?? '',
    said: () => said,
    untilSaid,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return (await closed)[0];
    },
  };
}
