import { checks } from '../src/doctor/checks.ts';
import { examine, openPatient } from '../src/doctor/examine.ts';
import { examinationToJson, renderExamination } from '../src/doctor/render-examination.ts';
import { hasColour } from '../src/terminal/colour.ts';
import { showProgress } from '../src/terminal/progress-bar.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';

const help = `Looks for everything that can be wrong on this machine, and says what to do about it: Node and the packages, settings,
memory and disk, folders, model, index, moderators' decisions, token, Discord, permissions, commands, clock. Changes nothing.

Usage: npm run doctor [-- options]

Options:
  --offline   ask nothing of Discord
  --json      print one JSON object: isWell, and findings with check, status, found and next
  --help      print this

A finding is ok, a warning (it works for now), a problem (it does not) or skipped. Secrets are never shown.
What is wrong inside an index, npm run check -- --index DIR finds more thoroughly.

Exit status: 0 no problem; 1 a problem; 2 wrong arguments.
`;

const options = { offline: { type: 'boolean' }, json: { type: 'boolean' } } as const;

const command: Command<typeof options> = {
  name: 'npm run doctor',
  help,
  options,
  async run({ values, positionals }, { out, err }) {
    if (positionals[0] !== undefined) throw new ArgumentError(`Unexpected argument '${positionals[0]}'`);
    const isJson = values.json === true;
    // Only on a terminal: elsewhere, lines between others' would only be in the way.
    const isShown = process.stderr.isTTY && !isJson;
    const progress = showProgress(isShown ? err : { write: () => true }, () => performance.now());
    const patient = openPatient({
      isOffline: values.offline === true,
      now: () => new Date(),
      onProgress: progress.update,
    });
    const examined = await examine(checks, patient);
    progress.finish();
    out.write(
      isJson
        ? examinationToJson(examined)
        : renderExamination(examined, { hasColour: hasColour(process.stdout) }),
    );
    return examined.some(({ status }) => status === 'problem') ? 1 : 0;
  },
};

await runMain(command);
