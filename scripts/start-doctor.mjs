// Plain JavaScript that old versions of Node read too: what it tells of may be why TypeScript can not be read.
import { createRequire } from 'node:module';

/** As `engines` in package.json says; a test compares them. */
const wantedNode = [20, 18];

const [major, minor] = process.versions.node.split('.').map(Number);
const isNodeOld = major < wantedNode[0] || (major === wantedNode[0] && minor < wantedNode[1]);

if (isNodeOld) {
  report(
    'node',
    `Node ${process.versions.node} is too old; ${wantedNode.join('.')} or newer is needed`,
    'Install a newer Node, then run: npm ci',
  );
} else {
  const reason = await loadTypeScript();
  if (reason === null) await import('./doctor.ts');
  else
    report(
      'packages',
      `TypeScript can not be read, for tsx does not load (${reason})`,
      'Install the packages: npm ci',
    );
}

/** Null if TypeScript can be imported from here on. */
async function loadTypeScript() {
  try {
    createRequire(import.meta.url).resolve('tsx/esm/api');
    const { register } = await import('tsx/esm/api');
    register();
    return null;
  } catch (error) {
    return error.code || error.message;
  }
}

/** One problem, in the shape of a whole report. */
function report(check, found, next) {
  const isJson = process.argv.includes('--json');
  const text = `problem  ${check.padEnd(12)}${found}\n${' '.repeat(21)}→ ${next}\n\n1 problem. Nothing else was looked at.\n`;
  const finding = { check, status: 'problem', found, next };
  process.stdout.write(isJson ? `${JSON.stringify({ isWell: false, findings: [finding] })}\n` : text);
  process.exitCode = 1;
}
